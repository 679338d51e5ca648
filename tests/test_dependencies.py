"""pyproject.toml, the two locks and environment.yml ask for the same, on every machine the workshop runs on."""

import itertools
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.markers import Marker
from packaging.requirements import Requirement

HOUSE = Path(__file__).resolve().parents[1]
PYTHONS = {"3.11": "3.11.9", "3.12": "3.12.4", "3.13": "3.13.1"}
PLATFORMS = {  # uv's name for it: what its markers say there
    "x86_64-manylinux_2_28": ("linux", "x86_64", "posix"),
    "aarch64-manylinux_2_28": ("linux", "aarch64", "posix"),
    "x86_64-pc-windows-msvc": ("win32", "AMD64", "nt"),
    "aarch64-apple-darwin": ("darwin", "arm64", "posix"),
    "x86_64-apple-darwin": ("darwin", "x86_64", "posix"),
}
MACHINES = list(itertools.product(PYTHONS, PLATFORMS))
PROJECT = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
CONDA = yaml.safe_load((HOUSE / "environment.yml").read_text(encoding="utf-8"))
UV = [sys.executable, "-m", "uv", "pip"]


def lines(lock):
    return (HOUSE / lock).read_text(encoding="utf-8").splitlines()


def markers(python, platform):
    """The values of markers on a machine."""
    system, machine, os_name = PLATFORMS[platform]
    names = {"python_version": python, "python_full_version": PYTHONS[python], "implementation_name": "cpython"}
    return names | {"sys_platform": system, "platform_machine": machine, "os_name": os_name}


def applying(requirements, machine):
    """Those of some requirements (list of str) that apply on a machine: a dictionary from name to Requirement."""
    found = [Requirement(text) for text in requirements]
    found = [one for one in found if one.marker is None or one.marker.evaluate(markers(*machine))]
    assert len({one.name for one in found}) == len(found), "a name twice on one machine"
    return {one.name: one for one in found}


def version(requirement):
    """The one version that a requirement pins."""
    (pin,) = requirement.specifier
    assert pin.operator == "==", requirement
    return pin.version


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-gpu.txt"])
def test_a_lock_is_names_versions_and_markers_and_nothing_else(lock):
    for line in lines(lock):
        pin, _, marker = line.partition(" ; ")
        assert re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", pin), line
        assert not marker or Marker(marker)


@pytest.mark.parametrize("machine", MACHINES, ids="-".join)
def test_the_lock_holds_what_the_project_asks_for(machine):
    locked = applying(lines("requirements.txt"), machine)
    for name, wanted in applying(PROJECT["project"]["dependencies"], machine).items():
        assert wanted.specifier.contains(version(locked[name])), f"{wanted} but the lock says {locked[name]}"


@pytest.mark.parametrize("machine", MACHINES, ids="-".join)
def test_the_gpu_lock_is_the_lock_and_cupy(machine):
    plain, gpu = (applying(lines(lock), machine) for lock in ("requirements.txt", "requirements-gpu.txt"))
    assert {name: version(gpu[name]) for name in plain} == {name: version(one) for name, one in plain.items()}
    cupy = applying(PROJECT["project"]["optional-dependencies"]["gpu"], machine)
    assert all(wanted.specifier.contains(version(gpu[name])) for name, wanted in cupy.items())
    assert bool(cupy) == ("cupy-cuda12x" in gpu) == ("darwin" not in machine[1])


def conda_parts():
    """environment.yml's conda packages (name to version) and its list for pip."""
    *conda, pip = CONDA["dependencies"]
    return dict(one.split("=") if "=" in one else (one, "") for one in conda), pip["pip"]


@pytest.mark.parametrize("platform", PLATFORMS)
def test_environment_yml_holds_the_same_versions(platform):
    conda, pip = conda_parts()
    machine = (conda.pop("python"), platform)
    locked = applying(lines("requirements.txt"), machine)
    pinned = {name: version(one) for name, one in applying(pip, machine).items()} | {"chainer": conda["chainer"]}
    assert pinned == {name: version(locked[name]) for name in applying(PROJECT["project"]["dependencies"], machine)}


def test_chainer_comes_from_conda_forge_where_conda_is_used():
    """Building it takes a constraint that conda cannot hand to pip."""
    assert CONDA["channels"][0] == "conda-forge" and conda_parts()[0]["chainer"] == "7.8.1"


def test_the_project_and_start_py_name_the_same_pythons():
    bounds = Requirement(f"python{PROJECT['project']['requires-python']}").specifier
    assert [minor for minor in range(8, 20) if f"3.{minor}.5" in bounds] == [11, 12, 13]
    assert "OLDEST, NEWEST = (3, 11), (3, 13)" in (HOUSE / "start.py").read_text(encoding="utf-8")


def test_what_is_installed_here_fits_together():
    checked = subprocess.run([*UV, "check", "--python", sys.executable], capture_output=True, encoding="utf-8")
    assert checked.returncode == 0, checked.stderr


def test_the_locks_are_up_to_date_with_the_project(online, tmp_path):
    """Made again from pyproject.toml, keeping the versions there are, they come out the same."""
    for lock, extra in {"requirements.txt": [], "requirements-gpu.txt": ["--extra", "gpu"]}.items():
        again = shutil.copy(HOUSE / lock, tmp_path)
        how = ["--universal", "--python-version", "3.11", "--no-header", "--no-annotate", "--quiet"]
        subprocess.run([*UV, "compile", "pyproject.toml", *how, *extra, "-o", again], cwd=HOUSE, check=True)
        assert Path(again).read_text() == (HOUSE / lock).read_text()


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_nothing_but_chainer_is_ever_built_from_source(online, tmp_path, platform, python):
    """Every locked package has a wheel for the machine, so that no attendee needs a compiler."""
    wheels = ["--no-deps", "--only-binary", ":all:", "--no-binary", "chainer", "--target", tmp_path]
    where = ["--python", sys.executable, "--python-platform", platform, "--python-version", python]
    command = [*UV, "install", "--dry-run", *wheels, *where, "-r", "requirements.txt"]
    tried = subprocess.run(command, cwd=HOUSE, capture_output=True, encoding="utf-8")
    assert tried.returncode == 0, tried.stderr


def test_environment_ymls_pip_part_installs_and_start_py_uses_what_came_of_it(online, pythons, tmp_path):
    """Beside a Chainer that is there before, as conda does it; conda itself is played by uv."""
    wanted = conda_parts()[0]["python"]
    python = pythons.get(wanted) or pytest.skip(f"there is no Python {wanted} on this machine")
    subprocess.run([*UV[:-1], "venv", "--quiet", "--python", python, tmp_path / "conda"], check=True)
    conda = tmp_path / "conda" / "bin" / "python"
    install = [*UV, "install", "--quiet", "--python", conda]
    subprocess.run([*install, "--constraint", "requirements.txt", "chainer"], cwd=HOUSE, check=True)
    subprocess.run([*install, *conda_parts()[1]], cwd=HOUSE, check=True)
    copy = shutil.copytree(HOUSE / "workshop", tmp_path / "copy" / "workshop").parent
    for name in ("start.py", "pyproject.toml", "requirements.txt"):
        shutil.copy(HOUSE / name, copy)
    shown = subprocess.run([conda, copy / "start.py", "--help"], capture_output=True, encoding="utf-8")
    assert (shown.returncode, shown.stderr) == (0, "") and "doctor" in shown.stdout
    assert not (copy / ".venv").exists()
