"""A folder for a USB stick, from which thirty people install the workshop without a network.

In it: wheels/ for the machines asked for, the workshop as a zip archive, README.txt, and made-for.txt, by which
`start.py --from` sees whether it fits. What arrives is called .coming at first: nothing half there has a final name.
"""

import functools
import itertools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from packaging import tags
from packaging.requirements import Requirement
from packaging.utils import parse_wheel_filename

import start  # the door, so that both name machines alike
from workshop.errors import BadInput
from workshop.exercise import HOUSE
from workshop.learning import files

PYTHONS = [f"3.{minor}" for minor in range(start.OLDEST[1], start.NEWEST[1] + 1)]
ARCHIVE = "atari-dqn-workshop.zip"
COMING = ".coming"  # how the names of what is not whole yet begin
AT_ONCE = 8  # wheels that one call of pip fetches: an interruption loses no more of each
CALLS = 4  # of pip side by side: it mostly waits for the index
README = """The Atari DQN workshop, to be installed without a network.
1. Unpack {archive} onto your own disk, not on this stick, and open a terminal in the folder it makes.
2. Type  python3 start.py --from STICK  (on Windows  py start.py --from STICK)  with this folder's path for STICK.
3. JupyterLab opens at notebook 1. From then on  python3 start.py  does without the stick.
4. It is made for {machines}. `python3 --version` tells yours.
"""


class Machine(NamedTuple):
    """A kind of machine, by its name in start.MACHINES, and its Python ("3.12")."""

    name: str
    python: str

    def __str__(self):
        return f"{self.name} {self.python}"

    def markers(self, full):
        """What the markers of requirements say there. full: its Python in full ("3.12.4")."""
        system, processor = start.MACHINES[self.name]
        names = {"python_version": self.python, "python_full_version": full, "implementation_name": "cpython"}
        return names | {
            "sys_platform": system,
            "platform_machine": processor,
            "os_name": "nt" if system == "win32" else "posix",
        }

    def platforms(self):
        """The platform tags of wheels that run there; on Linux the oldest first, so that old systems are served too."""
        system, processor = start.MACHINES[self.name]
        if system == "win32":
            return ["win_amd64"]
        if system == "darwin":
            return list(tags.mac_platforms((13, 0), processor))
        old = [f"manylinux{year}_{processor}" for year in (1, 2010, 2014)]
        return old + [f"manylinux_2_{minor}_{processor}" for minor in range(5, 29)]

    def tags(self):
        """The tags (set) of all wheels that run there."""
        version, interpreter = tuple(map(int, self.python.split("."))), "cp" + self.python.replace(".", "")
        compiled = tags.cpython_tags(version, [interpreter], self.platforms())
        return {*compiled, *tags.compatible_tags(version, interpreter, self.platforms())}


class Batch(NamedTuple):
    """Some packages ("numpy==2.5.5") to be fetched in one go, for a machine with this Python ("3.12.99")."""

    machine: Machine
    full: str
    pins: tuple


def this_machine():
    """The Machine that we run on. Raises BadInput if the workshop knows no such kind."""
    found = Machine(*start.this_machine().split())
    if found.name not in start.MACHINES:
        raise BadInput(f"this is {found}; say with --for which of {', '.join(start.MACHINES)} the bundle is for.")
    return found


def batches(folder, machine, lock):
    """[Batch]: what of a lock (its text) is not in the folder yet.

    A marker may ask for the third number of a version: the oldest and the newest Python of the kind are both served.
    """
    found, there, fitting = [], shelf(folder), machine.tags()
    for full in (f"{machine.python}.0", f"{machine.python}.99"):
        due = [pin for pin in pins(lock, machine.markers(full)) if not fits(there, pin, fitting)]
        new = [pin for pin in due if not any(pin in batch.pins for batch in found)]
        found += [Batch(machine, full, tuple(new[at : at + AT_ONCE])) for at in range(0, len(new), AT_ONCE)]
    return found


def pins(lock, markers):
    """The packages ("numpy==2.5.5") of a lock (its text) that apply where markers say so."""
    wanted = map(Requirement, lock.splitlines())
    return [f"{one.name}{one.specifier}" for one in wanted if one.marker is None or one.marker.evaluate(markers)]


def shelf(folder):
    """{"numpy==2.5.5": [set of tags, of each whole wheel in the folder]}."""
    found = {}
    for path in sorted((folder / "wheels").glob("*.whl")):
        name, version, _, its_tags = parse_wheel_filename(path.name)
        if zipfile.is_zipfile(path):  # a stick that was pulled out early holds parts of files
            found.setdefault(f"{name}=={version}", []).append(its_tags)
    return found


def fits(there, pin, fitting):
    return any(its_tags & fitting for its_tags in there.get(pin, []))


def fetch(folder, several):
    """Download Batches' wheels into the folder. Yields the Batches as they come; raises BadInput where one fails."""
    with ThreadPoolExecutor(CALLS) as pool:
        yield from pool.map(functools.partial(_fetch, folder), several)


def _fetch(folder, batch):
    where = [word for name in batch.machine.platforms() for word in ("--platform", name)]
    where += ["--implementation", "cp", "--python-version", batch.full]
    words = ["download", "--no-deps", "--only-binary", ":all:", *where, *batch.pins]
    pip(folder, words, batch.machine)
    return batch


def build_chainer(folder, lock):
    """Put Chainer's wheel, which no index has, into the folder, where it is not there yet."""
    pin = re.search(r"^chainer==\S+", lock, re.MULTILINE)
    if not pin or pin[0] in shelf(folder):
        return
    settings = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["uv"]
    with tempfile.TemporaryDirectory() as aside:
        bounds = Path(aside, "bounds.txt")
        bounds.write_text("\n".join(settings["build-constraint-dependencies"]))
        old_and_new_pip = {"PIP_CONSTRAINT": str(bounds), "PIP_BUILD_CONSTRAINT": str(bounds)}
        pip(folder, ["wheel", "--no-deps", "--use-pep517", pin[0]], "Chainer, built here", old_and_new_pip)


def pip(folder, words, what, variables=None):
    """Let pip bring wheels, whole or not at all. what: for whom, in the BadInput it raises where pip fails."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", *words, "--quiet", "--retries", "2", "--disable-pip-version-check"]
    how = {"stdin": subprocess.DEVNULL, "capture_output": True, "encoding": "utf-8", "errors": "replace"}
    environ = os.environ | {"PIP_NO_INPUT": "1"} | (variables or {})
    with tempfile.TemporaryDirectory(prefix=COMING, dir=folder) as coming:
        into = "--wheel-dir" if words[0] == "wheel" else "--dest"
        ran = subprocess.run([*command, into, coming], env=environ, **how)
        if ran.returncode:
            raise BadInput(explained(ran.stderr, what))
        for path in Path(coming).iterdir():
            path.replace(wheels / path.name)


def explained(said, what):
    """What pip's complaint means, in a line."""
    if re.search("connection|name resolution|timed out|proxy", said, re.IGNORECASE):
        return "no way to the package index. What is there stays; get online and run it again."
    lacking = re.search(r"No matching distribution found for (\S+)", said)
    if lacking:
        return f"{lacking[1]} has no wheel for {what}; leave that machine out."
    return f"pip stopped ({what}): {(said.strip().splitlines() or ['without a word'])[-1]}"


def add_workshop(folder):
    """Put the workshop itself, as committed, into the folder. Returns False where git cannot do it."""
    coming = folder / f"{COMING}.zip"
    words = ["archive", "--format", "zip", "--prefix", f"{Path(ARCHIVE).stem}/", "--output", str(coming), "HEAD"]
    if not (HOUSE / ".git").exists() or not shutil.which("git"):
        return False
    if subprocess.run(["git", *words], cwd=HOUSE).returncode:  # it has said why
        return False
    coming.replace(folder / ARCHIVE)
    return True


def finish(folder, lock):
    """Note in the folder which machines it serves, for people and for start.py. Returns them, a list of Machine."""
    for unfinished in folder.glob(f"{COMING}*"):  # of a run that was killed
        shutil.rmtree(unfinished, ignore_errors=True)
    every = itertools.starmap(Machine, itertools.product(start.MACHINES, PYTHONS))
    served = [machine for machine in every if not batches(folder, machine, lock)]
    files.write_text(folder / "made-for.txt", "".join(f"{machine}\n" for machine in served))
    files.write_text(folder / "README.txt", README.format(archive=ARCHIVE, machines=in_words(served)))
    return served


def in_words(machines):
    """Machines for a person: "linux with Python 3.11, 3.12; windows with Python 3.13"."""
    pythons = {}
    for machine in machines:
        pythons.setdefault(machine.name, []).append(machine.python)
    return "; ".join(f"{name} with Python {', '.join(several)}" for name, several in pythons.items()) or "no machine"


def size(folder):
    """Bytes of all that is in the folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
