"""What every test may rely on: Chainer importable, the house importable, one thread per process."""

import glob
import os
import subprocess
import sys

import pytest

# Two cores, several processes: a BLAS that takes every core for a 2 ms product only makes everybody wait.
for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import workshop  # noqa: E402, F401  (after that, since BLAS reads it once; Chainer can be imported from here on)


@pytest.fixture(scope="session")
def online():
    """For tests that install something: skipped, with this reason, where the package index is out of reach."""
    words = ["pip", "install", "--dry-run", "--reinstall", "--no-deps", "--no-cache", "tqdm"]
    asked = output(sys.executable, "-m", "uv", *words, "--python", sys.executable)
    if asked is None:
        pytest.skip("the package index is out of reach")


@pytest.fixture(scope="session")
def pythons():
    """The workshop's Pythons on this machine, pyenv's among them: a dictionary like {"3.12": "/usr/bin/python3.12"}."""
    found = {}
    for minor in ("3.11", "3.12", "3.13"):
        here = [sys.executable] if sys.version.startswith(f"{minor}.") else []
        pyenvs = glob.glob(os.path.expanduser(f"~/.pyenv/versions/{minor}.*/bin/python"))
        for python in [*here, f"python{minor}", *pyenvs]:
            found[minor] = found.get(minor) or output(python, "-c", "import sys; print(sys.executable)")
    return {minor: python for minor, python in found.items() if python}


def output(*command):
    """What a command prints, or None where it fails or is not there."""
    try:
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
