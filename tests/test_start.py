"""start.py as an attendee meets it: run for real, in a folder with spaces and accents, before a small workshop.

The small workshop needs one little package, and its verb says how it was called; all else is the real thing.
"""

import glob
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from workshop.course import bundle

pytestmark = pytest.mark.skipif(os.name == "nt", reason="interrupts and mounts here are those of Linux and macOS")

HOUSE = Path(__file__).resolve().parents[1]
LOCKED = (HOUSE / "requirements.txt").read_text(encoding="utf-8").splitlines()
LOCK = "\n".join(line for line in LOCKED if line.startswith(("uv==", "farama-notifications==")))
PYPROJECT = """
[project]
dependencies = ["farama-notifications>=0.0.4", "uv>=0.9"]
[tool.uv]
package = false
"""
VERB = """
import json, os, signal, sys
held = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])
told = {"words": sys.argv[1:], "cwd": os.getcwd(), "prefix": sys.prefix, "utf8": sys.flags.utf8_mode, "held": held}
print(json.dumps(told))
sys.exit(7 if "fail" in sys.argv else 0)
"""
NO_NETWORK = {
    "HTTPS_PROXY": "http://127.0.0.1:9",
    "HTTP_PROXY": "http://127.0.0.1:9",
    "ALL_PROXY": "http://127.0.0.1:9",
}


class Door:
    """A folder with start.py and a small workshop in it; `python` is what the attendee types."""

    def __init__(self, folder, python):
        self.folder, self.venv, self.python = folder, folder / ".venv", python
        (folder / "workshop").mkdir(parents=True)
        shutil.copy(HOUSE / "start.py", folder)
        self.write("pyproject.toml", PYPROJECT)
        self.write("requirements.txt", LOCK)
        self.write("requirements-gpu.txt", LOCK)
        self.write("workshop/__init__.py", "")
        self.write("workshop/__main__.py", VERB)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")

    def holds(self, package):
        """The version of a package in .venv."""
        question = f"import importlib.metadata as m; print(m.version({package!r}))"
        answer = subprocess.run([self.venv / "bin" / "python", "-c", question], capture_output=True, encoding="utf-8")
        return answer.stdout.strip()

    def begin(self, *words, python=None, cwd=None, **variables):
        """Start, and return the running process."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "WORKSHOP"))}
        return subprocess.Popen(
            [*(python or [self.python]), str(self.folder / "start.py"), *words],
            cwd=cwd or self.folder,
            env=inherited | variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # whatever we were started from
        )

    def start(self, *words, **how):
        """Start and wait: (exit code, what the verb said or None, standard error's lines)."""
        process = self.begin(*words, **how)
        out, err = process.communicate(timeout=300)
        return process.returncode, json.loads(out) if out.startswith("{") else None, err.splitlines()


@pytest.fixture(scope="session")
def python(tmp_path_factory):
    """A Python that has nothing but itself, as a new laptop's."""
    folder = tmp_path_factory.mktemp("python")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    return str(folder / "bin" / "python")


@pytest.fixture
def door(tmp_path, python):
    """A small workshop that was never started."""
    return Door(tmp_path / "wörkshop of mine", python)


@pytest.fixture(scope="session")
def once(tmp_path_factory, python, online):
    """A small workshop, the folder a person stood in, and how the first start went."""
    door = Door(tmp_path_factory.mktemp("first") / "wörkshop of mine", python)
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    return door, elsewhere, door.start("train", "pong", "--out", "runs/é 1", cwd=elsewhere)


@pytest.fixture
def prepared(door, once):
    """A small workshop that was started before."""
    shutil.copytree(once[0].venv, door.venv, symlinks=True)
    return door


def test_a_first_start_makes_the_environment_and_becomes_the_verb(once):
    """Words arrive as typed, the current folder stays the person's own, progress is told on standard error."""
    door, elsewhere, (code, verb, told) = once
    assert (code, verb["words"], verb["cwd"]) == (0, ["train", "pong", "--out", "runs/é 1"], str(elsewhere))
    assert verb["prefix"] == str(door.venv) and verb["utf8"] == 1
    assert told[0].startswith("Preparing") and told[-1].startswith("Ready")
    assert any("installing" in line for line in told)


def test_a_later_start_goes_straight_on_without_a_network(prepared):
    """No word of its own, nothing fetched, and less than 2 s more than the verb itself."""
    began = time.perf_counter()
    direct = [prepared.venv / "bin" / "python", "-m", "workshop", "doctor"]
    subprocess.run(direct, cwd=prepared.folder, check=True, capture_output=True)
    between = time.perf_counter()
    code, verb, told = prepared.start("doctor", **NO_NETWORK)
    assert (code, verb["words"], told) == (0, ["doctor"], [])
    assert time.perf_counter() - between < between - began + 2


def test_ctrl_c_waits_until_the_verb_can_answer_it(prepared):
    """`workshop.__main__` hears it first thing: tests/test_interrupts.py."""
    assert prepared.start("lab")[1]["held"]


def test_the_verbs_exit_code_is_the_starts(prepared):
    assert prepared.start("fail")[0] == 7


def test_an_interrupted_start_says_how_to_go_on_and_the_next_one_does(door, online):
    process = door.begin("lab")
    for line in process.stderr:
        if "installing" in line:
            break
    os.killpg(process.pid, signal.SIGINT)
    told = process.stderr.read().strip().splitlines()
    assert (process.wait(30), len(told)) == (130, 1) and "Run the same command again" in told[0]
    code, verb, _ = door.start("lab")
    assert (code, verb["prefix"]) == (0, str(door.venv))


def test_a_half_made_environment_is_made_anew(prepared):
    """As a power cut leaves it: files there, but not the receipt that is written last."""
    (prepared.venv / "requirements.txt.installed").unlink()
    next(prepared.venv.glob("lib/python3*/site-packages/uv/__init__.py")).unlink()
    code, _, told = prepared.start("lab")
    assert code == 0 and told[0].startswith("Preparing")


def test_an_environment_whose_python_was_removed_is_made_anew(prepared):
    (prepared.venv / "bin" / "python").unlink()
    (prepared.venv / "bin" / "python").symlink_to("/nowhere/python3")
    code, _, told = prepared.start("lab")
    assert code == 0 and told[0].startswith("Preparing")


def test_a_newer_lock_is_installed_into_the_environment_there_is(prepared):
    prepared.write("requirements.txt", LOCK.replace("notifications==0.0.6", "notifications==0.0.4"))
    code, _, told = prepared.start("lab")
    assert code == 0 and not told[0].startswith("Preparing") and told[-1].startswith("Ready")
    assert prepared.holds("farama-notifications") == "0.0.4"


def test_the_folder_may_be_moved(prepared, tmp_path):
    (prepared.folder).rename(tmp_path / "elsewhere é")
    prepared.folder = tmp_path / "elsewhere é"
    code, verb, told = prepared.start("lab", **NO_NETWORK)
    assert (code, verb["prefix"], told) == (0, str(prepared.folder / ".venv"), [])


def test_of_two_starts_at_once_one_prepares_and_both_go_on(door, online):
    processes = [door.begin(word) for word in ("lab", "doctor")]
    told = [process.communicate(timeout=300)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert "".join(told).count("Ready") == 1 and "".join(told).count("waiting") == 1


def test_an_environment_that_holds_the_set_is_used_as_it_is(door):
    """One's own, conda's or Colab's: this test's environment holds what the small workshop needs."""
    code, verb, told = door.start("lab", python=[sys.executable])
    assert (code, verb["prefix"], told, door.venv.exists()) == (0, sys.prefix, [], False)


def test_an_environment_that_somebody_else_made_is_left_alone(door, python):
    """A .venv of uv's or an editor's: start.py would delete it to make its own."""
    subprocess.run([python, "-m", "venv", "--without-pip", door.venv], check=True)
    (door.venv / "precious").touch()
    inside = str(door.venv / "bin" / "python")
    for typed in (python, inside):
        assert "not of start.py's making" in one_line(*door.start("lab", python=[typed]))
        assert (door.venv / "precious").exists()


def test_with_an_nvidia_driver_cupy_is_installed_too(prepared, tmp_path):
    (tmp_path / "System32").mkdir()
    (tmp_path / "System32" / "nvcuda.dll").touch()  # the sign of a driver on Windows
    prepared.write("requirements-gpu.txt", LOCK + "\ncloudpickle==3.1.2")
    assert prepared.start("lab", SystemRoot=str(tmp_path), WORKSHOP_GPU="0")[2] == []
    code, _, told = prepared.start("lab", SystemRoot=str(tmp_path))
    assert code == 0 and "NVIDIA" in "".join(told)
    assert prepared.holds("cloudpickle") == "3.1.2"


def test_the_workshop_goes_on_without_a_cupy_that_cannot_be_had(prepared, tmp_path):
    (tmp_path / "System32").mkdir()
    (tmp_path / "System32" / "nvcuda.dll").touch()
    prepared.write("requirements-gpu.txt", LOCK + "\ncloudpickle==0.0.0")
    code, verb, told = prepared.start("lab", SystemRoot=str(tmp_path))
    assert code == 0 and verb and told[-2].startswith("No GPU for now, the CPU does it all: ")
    code, verb, told = prepared.start("lab", SystemRoot=str(tmp_path))
    assert code == 0 and verb and told == [], "it is tried again another day, not at every start"


@pytest.fixture(scope="session")
def stick(tmp_path_factory, online):
    """What `start.py bundle` puts onto a USB stick for this machine, of the small workshop."""
    folder = tmp_path_factory.mktemp("USB stick é")
    for batch in bundle.batches(folder, bundle.this_machine(), LOCK):
        list(bundle.fetch(folder, [batch]))
    assert bundle.this_machine() in bundle.finish(folder, LOCK)
    return folder


def test_from_a_stick_a_first_start_needs_no_network(door, stick, tmp_path):
    """In a network namespace without any route where this machine allows that; a dead proxy and empty caches anyhow."""
    alone = ["unshare", "--map-root-user", "--net"]
    allowed = shutil.which("unshare") and subprocess.run([*alone, "true"], capture_output=True).returncode == 0
    caches = {"UV_CACHE_DIR": str(tmp_path / "uv"), "PIP_CACHE_DIR": str(tmp_path / "pip"), "PIP_FIND_LINKS": ""}
    python = [*(alone if allowed else []), door.python]
    (tmp_path / "System32").mkdir()
    (tmp_path / "System32" / "nvcuda.dll").touch()  # a laptop with a card: a stick has nothing for it
    door.write("requirements-gpu.txt", LOCK + "\ncloudpickle==3.1.2")
    words, others = ("--from", str(stick), "train", "pong"), caches | NO_NETWORK | {"SystemRoot": str(tmp_path)}
    code, verb, told = door.start(*words, python=python, **others)
    assert (code, told[-1].split()[0]) == (0, "Ready") and "GPU" not in "".join(told), told
    assert (verb["words"], verb["prefix"]) == (["train", "pong"], str(door.venv))
    assert door.holds("farama-notifications") == "0.0.6"


def test_a_stick_that_will_not_do_is_named_with_the_command_that_makes_one(door, stick, tmp_path):
    here = bundle.this_machine()
    assert "--from takes a folder" in one_line(*door.start("--from"))
    assert f"no bundle in {tmp_path}" in one_line(*door.start("--from", str(tmp_path), "lab"))
    (tmp_path / "made-for.txt").write_text("macos 3.12\nwindows 3.13\n" if here.name == "linux" else "linux 3.11\n")
    line = one_line(*door.start("--from", str(tmp_path), "lab"))
    assert f"this is {here}: make one with `start.py bundle --for {here.name} --python {here.python}`" in line


def test_a_stick_of_another_version_of_the_workshop_says_so(prepared, stick):
    prepared.write("requirements.txt", LOCK.replace("notifications==0.0.6", "notifications==0.0.4"))
    assert "another version of the workshop" in one_line(*prepared.start("--from", str(stick), "lab", **NO_NETWORK))


def one_line(code, verb, told):
    """The one line after the steps that were told; anything that looks like a traceback fails here."""
    assert (code, verb) == (1, None)
    assert [line for line in told if not line.startswith(("  ", "Preparing"))] == told[-1:], told
    assert told[-1].startswith("start.py: ")
    return told[-1]


def test_without_a_network_a_first_start_says_so(door, tmp_path):
    line = one_line(*door.start("lab", PIP_CACHE_DIR=str(tmp_path / "empty"), **NO_NETWORK))
    assert "needs the internet" in line


def test_without_a_network_a_newer_lock_says_so(prepared, tmp_path):
    prepared.write("requirements.txt", LOCK.replace("notifications==0.0.6", "notifications==0.0.4"))
    assert "needs the internet" in one_line(*prepared.start("lab", UV_CACHE_DIR=str(tmp_path / "empty"), **NO_NETWORK))


def test_a_full_disk_is_named(door, tmp_path):
    full = tmp_path / "full"
    full.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "none", full], capture_output=True).returncode:
        pytest.skip("a small disk of one's own takes mount and root")
    try:
        door.folder = shutil.copytree(door.folder, full / "wörkshop")
        assert "the disk is full" in one_line(*door.start("lab"))
    finally:
        subprocess.run(["umount", full], check=True)


def test_a_folder_that_cannot_be_written_is_named(door):
    door.folder.chmod(0o555)
    if os.access(door.folder, os.W_OK):  # root writes anywhere but on what is mounted read-only
        bind = ["mount", "--bind", "-o", "ro", door.folder, door.folder]
        if subprocess.run(bind, capture_output=True).returncode:
            pytest.skip("a folder that root cannot write takes mount")
    try:
        assert "not allowed to write" in one_line(*door.start("lab"))
    finally:
        subprocess.run(["umount", door.folder], capture_output=True)
        door.folder.chmod(0o755)


def test_debians_missing_package_is_named_with_its_version(door, tmp_path):
    """Debian's python3 without python3-venv has no module ensurepip."""
    hide = "import importlib.util as u; f = u.find_spec; u.find_spec = lambda n, *more: n != 'ensurepip' and f(n)"
    (tmp_path / "sitecustomize.py").write_text(hide)
    line = one_line(*door.start("lab", PYTHONPATH=str(tmp_path)))
    assert f"`sudo apt install python3.{sys.version_info.minor}-venv`" in line


def unsupported():
    """Pythons on this machine that Chainer does not run on, 2.7 among them."""
    places = ["~/.pyenv/versions/*/bin/python", "/usr/bin/python[23].*[0-9]", "/usr/local/bin/python[23].*[0-9]"]
    question = "import sys; sys.exit((3, 11) <= sys.version_info[:2] <= (3, 13))"
    found = [path for place in places for path in sorted(glob.glob(os.path.expanduser(place)))]
    return [path for path in found if subprocess.run([path, "-c", question], capture_output=True).returncode == 0]


def test_a_python_that_will_not_do_gets_one_line(door):
    olds = unsupported() or pytest.skip("every Python on this machine will do")
    for old in olds:
        line = one_line(*door.start("lab", python=[old], PATH="/nowhere", HOME="/nowhere"))
        assert "3.11, 3.12 and 3.13" in line and "python.org" in line


def test_a_python_that_will_not_do_hands_over_to_one_that_will(prepared):
    olds = unsupported() or pytest.skip("every Python on this machine will do")
    for old in olds:
        code, verb, told = prepared.start("lab", "é", python=[old])
        assert (code, verb["words"]) == (0, ["lab", "é"]) and len(told) == 1 and "going on with" in told[0]


@pytest.mark.parametrize(
    "said, meaning",
    [
        ("error: failed to write\n  cause: No space left on device (os error 28)", "the disk is full"),
        ("OSError: [Errno 28] No space left on device: '/x'", "the disk is full"),
        ("error: There is not enough space on the disk. (os error 112)", "the disk is full"),
        ("error: failed to open file `/x`: Permission denied (os error 13)", "not allowed to write"),
        ("PermissionError: [WinError 5] Access is denied: 'C:\\\\x'", "not allowed to write"),
        ("NewConnectionError('Failed to establish a new connection: [Errno -3] name resolution')", "internet"),
        ("error: Failed to fetch: `https://index.example/simple/numpy/`\n  cause: dns error", "internet"),
        ("ssl.SSLCertVerificationError: certificate verify failed", "internet"),
        ("error: Because ale-py==0.12.1 has no usable wheels and you require ale-py", "not made for this machine"),
        ("Resolved 3 packages\nerror: the moon is full", "error: the moon is full"),
    ],
)
def test_what_tools_say_becomes_what_to_do(said, meaning):
    spec = importlib.util.spec_from_file_location("start", HOUSE / "start.py")
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    line = str(start.explained(said))
    assert meaning in line and "\n" not in line
