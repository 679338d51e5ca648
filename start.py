"""The workshop's one door: `python3 start.py VERB ...`, on Windows `py start.py VERB ...`; without a verb, JupyterLab.

The first start makes .venv beside this file and installs the locked set into it; later starts go straight on to
`python -m workshop VERB`. Python is all it needs. `start.py --from FOLDER VERB ...` installs from a folder that
`start.py bundle` made, without a network. Pythons that it refuses must still be able to read it: no f-strings.
"""

import contextlib
import errno
import glob
import hashlib
import os
import platform
import re
import shutil
import signal
import subprocess
import sys
import threading
import time

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
VENV_PYTHON = os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))
MARK = os.path.join(VENV, "made-by-start.py")  # without it, .venv is somebody else's
TRIED = os.path.join(VENV, "requirements-gpu.txt.tried")  # how long ago CuPy could not be had
LOCK, GPU_LOCK = "requirements.txt", "requirements-gpu.txt"
MACHINES = {  # as a bundle names them: what Python says of them
    "linux": ("linux", "x86_64"),
    "linux-arm": ("linux", "aarch64"),
    "macos": ("darwin", "arm64"),
    "macos-intel": ("darwin", "x86_64"),
    "windows": ("win32", "AMD64"),
}


class Trouble(Exception):
    """What stops a start; its text says in one line what to do."""


def main(words):
    """Find or make the right environment and become the verb. words: list of str. Returns an exit code."""
    try:
        if not OLDEST <= sys.version_info[:2] <= NEWEST:
            return become(another_python() + [os.path.abspath(__file__)] + words, os.environ)
        wheels, words = source_and_verb(words)
        python = sys.executable if holds_the_set() else prepared_venv(wheels)
        hold_ctrl_c()
        return become([python, "-P", "-m", "workshop"] + words, surroundings(python))
    except (Trouble, OSError) as trouble:
        say("start.py: %s" % (trouble if isinstance(trouble, Trouble) else explained(str(trouble))))
        return 1
    except KeyboardInterrupt:
        say("\nstart.py: interrupted. Run the same command again; what is already downloaded is kept.")
        return 130


def say(text):
    """A line on standard error: standard output belongs to the verb."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def surroundings(python):
    """The verb's environment variables: our folder on the path, so that the person's own stays the current one."""
    inherited = os.environ.get("PYTHONPATH") if python != VENV_PYTHON else None
    path = [ROOT] + ([inherited] if inherited else [])
    return dict(os.environ, PYTHONPATH=os.pathsep.join(path), PYTHONUTF8="1")


def hold_ctrl_c():
    """From here on Ctrl-C waits, until `workshop.__main__` can answer it in a line: Python's own start cannot."""
    if os.name == "posix":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def become(command, environ):
    """Replace this process by the command; on Windows, which cannot, stay in front of it. Returns its exit code."""
    if os.name == "posix":
        os.execvpe(command[0], command, environ)
    process = subprocess.Popen(command, env=environ)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:
            continue  # the verb hears Ctrl-C as well, and has its own word to say


# Which Python, which environment


def another_python():
    """The command (list of str) of a Python that Chainer runs on. Raises Trouble where this machine has none."""
    commands = [[VENV_PYTHON]]
    for minor in (13, 12, 11):
        commands += [["py", "-3.%d" % minor]] if os.name == "nt" else [["python3.%d" % minor]]
        for place in ("~/.pyenv/versions/3.%d.*/bin/python", "~/.local/share/uv/python/cpython-3.%d.*/bin/python"):
            commands += [[path] for path in sorted(glob.glob(os.path.expanduser(place % minor)))]
    question = "import sys; sys.exit(not %r <= sys.version_info[:2] <= %r)" % (OLDEST, NEWEST)
    here = "this is Python %d.%d, and the workshop runs on 3.11, 3.12 and 3.13" % sys.version_info[:2]
    with open(os.devnull, "w") as nowhere:
        for command in commands:
            try:
                fits_here = subprocess.call(command + ["-c", question], stdout=nowhere, stderr=nowhere) == 0
            except OSError:
                continue
            if fits_here:
                say("T%s; going on with %s." % (here[1:], " ".join(command)))
                return command
    raise Trouble(here + ". Get 3.13 from https://www.python.org/downloads/ and start again with it.")


def holds_the_set():
    """Whether the environment we run in (conda's, Colab's, one's own) has all that pyproject.toml asks for."""
    from importlib import metadata

    if os.path.realpath(sys.prefix) == os.path.realpath(VENV) and os.path.exists(MARK):
        return False  # ours is judged by its receipts: half installed, it may look whole from here
    wanted = {}  # a name asked for twice, once a platform, is content with either
    for requirement in pyproject()["project"]["dependencies"]:
        name, bounds = re.match(r"([\w-]+)([^;]*)", requirement).groups()
        wanted.setdefault(name, []).append(re.findall(r"(==|>=|<)([\d.]+)", bounds))
    try:
        have = {name: metadata.version(name) or "" for name in wanted}
    except metadata.PackageNotFoundError:
        return False
    return all(any(fits(have[name], bounds) for bounds in either) for name, either in wanted.items())


def fits(version, bounds):
    """Whether a version ("2.5.1") keeps all bounds (pairs such as (">=", "2.0"))."""
    have = numbers(version)
    tests = {"==": have.__eq__, ">=": have.__ge__, "<": have.__lt__}
    return all(tests[sign](numbers(bound)) for sign, bound in bounds)


def numbers(version):
    """The version as a tuple that compares rightly."""
    return tuple(int(digits) for digits in re.findall(r"\d+", version)[:3])


def pyproject():
    """What pyproject.toml says, as a dictionary."""
    import tomllib

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        return tomllib.load(file)


def has_nvidia_driver():
    """Whether an NVIDIA driver is installed (on Linux, Windows' Linux, Windows). WORKSHOP_GPU=0 says no."""
    windows = os.path.join(os.environ.get("SystemRoot", "nowhere"), "System32", "nvcuda.dll")
    signs = ("/proc/driver/nvidia/version", "/usr/lib/wsl/lib/libcuda.so.1", windows)
    return os.environ.get("WORKSHOP_GPU") != "0" and any(map(os.path.exists, signs))


def tried_lately():
    """Whether CuPy could not be had within the last day: no start shall wait for it time and again."""
    return os.path.exists(TRIED) and time.time() - os.path.getmtime(TRIED) < 24 * 60 * 60


# The folder that `start.py bundle` made


def source_and_verb(words):
    """Where wheels come from (a folder's path, or None for the package index), and the verb with its words."""
    if words[:1] != ["--from"]:
        return None, words
    if len(words) < 2:
        raise Trouble("--from takes a folder that `python3 start.py bundle` made, such as /media/stick.")
    return wheels_in(words[1].strip('"')), words[2:]  # Windows makes E:" of "E:\"


def wheels_in(bundle):
    """The path of a bundle's wheels. Raises Trouble where it was not made for this machine."""
    label = os.path.join(bundle, "made-for.txt")
    if not os.path.exists(label):
        raise Trouble("there is no bundle in %s (no made-for.txt). `python3 start.py bundle` makes one." % bundle)
    with open(label) as file:
        made_for = file.read().splitlines()
    if this_machine() not in made_for:
        told = (bundle, ", ".join(made_for), this_machine()) + tuple(this_machine().split())
        raise Trouble("%s was made for %s; this is %s: make one with `start.py bundle --for %s --python %s`." % told)
    return os.path.abspath(os.path.join(bundle, "wheels"))


def this_machine():
    """This machine and its Python as a bundle names them: "macos 3.12"."""
    found = (sys.platform, platform.machine())
    name = next((name for name, one in MACHINES.items() if one == found), "-".join(found))
    return "%s %d.%d" % ((name,) + sys.version_info[:2])


# The environment beside this file


def prepared_venv(wheels):
    """The path of .venv's Python, with all installed, from a folder of wheels or (None) from the package index.

    Raises Trouble where that cannot be.
    """
    if os.path.isdir(VENV) and not os.path.exists(MARK):
        raise Trouble(".venv is not of start.py's making. Activate it if it holds the set, or delete it.")
    # A stick brings no CuPy: 2.5 GB for the few who could use it.
    locks = (LOCK, GPU_LOCK) if has_nvidia_driver() and not wheels and not tried_lately() else (LOCK,)
    if not all(standing(lock) == "ready" for lock in locks):
        with one_start_at_a_time():
            prepare(locks, wheels)
    return VENV_PYTHON


def prepare(locks, wheels):
    """Install each lock that is not installed yet; make .venv anew first where it is missing or cannot be trusted."""
    began = time.time()
    if standing(LOCK) == "missing":
        say("Preparing the workshop's own Python environment, .venv. This happens once and takes a minute or two.")
        make_venv()
    missing = [lock for lock in locks if standing(lock) != "ready"]  # none where another start has done it meanwhile
    for lock in missing:
        try:
            install(lock, wheels)
        except Trouble as trouble:
            if lock == LOCK:
                raise
            open(TRIED, "w").close()
            say("No GPU for now, the CPU does it all: %s (Tried again tomorrow; WORKSHOP_GPU=0 ends that.)" % trouble)
    if missing:
        say("Ready after %d s." % (time.time() - began))


def standing(lock):
    """How .venv stands to a lock: "ready", "outdated" (sound, but holds another version of the lock) or "missing"."""
    try:
        with open(receipt_path(lock)) as file:
            found = file.read().splitlines()
    except (OSError, ValueError):
        return "missing"
    due = receipt(lock)
    return "ready" if found == due else "outdated" if found[:1] == due[:1] else "missing"


def receipt(lock):
    """What is noted when a lock is installed: .venv's Python and machine, and what was installed. [str, str]

    Not its place: all that runs in it is run as `python -m`, so that it may be moved.
    """
    question = "import sys, sysconfig; print(sys.version_info[:2], sysconfig.get_platform())"
    try:
        answer = subprocess.check_output([VENV_PYTHON, "-I", "-c", question], stderr=subprocess.DEVNULL).decode()
    except (OSError, subprocess.CalledProcessError):
        answer = "gone: removed, upgraded or from another machine"
    with open(os.path.join(ROOT, lock), "rb") as file:
        return [answer.strip(), hashlib.sha256(file.read()).hexdigest()]


def receipt_path(lock):
    return os.path.join(VENV, lock + ".installed")


def make_venv():
    """A fresh .venv with nothing but pip in it, over whatever an interrupted start has left."""
    import importlib.util

    if not importlib.util.find_spec("ensurepip"):
        raise explained("no module named ensurepip")
    if os.path.isdir(VENV):
        shutil.rmtree(VENV)
    os.makedirs(VENV)
    open(MARK, "w").close()
    base = getattr(sys, "_base_executable", None) or sys.executable  # .venv's own has just gone
    step("making .venv", [base, "-m", "venv", VENV])


def install(lock, wheels):
    """Install a lock with uv (pyproject.toml tells it what building Chainer takes). The receipt is written last."""
    with contextlib.suppress(OSError):
        os.remove(receipt_path(lock))
    what = "installing the packages, 130 MB" if lock == LOCK else "installing CuPy for the NVIDIA card, 2.5 GB"
    pip = [VENV_PYTHON, "-m", "pip", "install", "--no-deps", "--retries", "2"]
    uv = [VENV_PYTHON, "-m", "uv", "pip", "install", "--no-deps", "--python", VENV_PYTHON]
    uv += ["--only-binary", ":all:"]  # nothing is ever compiled here
    uv += ["--offline"] if wheels else ["--no-binary", "chainer"]  # but Chainer, built of Python files alone
    offline = ["--no-index", "--find-links", wheels] if wheels else []
    step("fetching uv, the installer", pip + offline + ["--constraint", LOCK, "uv"])
    step(what, uv + offline + ["-r", lock])
    with open(receipt_path(lock) + ".new", "w") as file:
        file.write("\n".join(receipt(lock)))
    os.replace(receipt_path(lock) + ".new", receipt_path(lock))


@contextlib.contextmanager
def one_start_at_a_time():
    """Of two starts at once the second waits. The lock is the system's: it goes with its process, however that ends."""
    os.makedirs(os.path.join(ROOT, ".workshop"), exist_ok=True)
    with open(os.path.join(ROOT, ".workshop", "start.lock"), "w") as file:
        if not lock_taken(file):
            say("Another start is preparing .venv; waiting for it.")
            while not lock_taken(file):
                time.sleep(0.2)
        yield


def lock_taken(file):
    """Whether the file's lock is now ours; also said where the file system has no locks."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def step(what, command):
    """Run a command that prepares, showing what it does and for how long. Raises Trouble where it fails."""
    environ = dict(os.environ, PYTHONUTF8="1", PIP_NO_INPUT="1", PIP_USER="0", UV_PYTHON_DOWNLOADS="never")
    environ.pop("PYTHONPATH", None)
    pipes = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    process = subprocess.Popen(command, cwd=ROOT, env=environ, encoding="utf-8", errors="replace", **pipes)
    lines = []
    reader = threading.Thread(target=lambda: lines.extend(iter(process.stdout.readline, "")), daemon=True)
    reader.start()
    try:
        show_progress(what, process, lines)
    finally:
        process.kill()  # without effect where it has ended; after Ctrl-C it must not go on without us
        process.wait()
    reader.join(5)
    if process.returncode:
        raise explained("".join(lines))


def show_progress(what, process, lines):
    """Until the process ends: a turning sign, the seconds and its latest line; in a log, a line each 15 s."""
    began, turns, terminal = time.time(), 0, sys.stderr.isatty()
    width = shutil.get_terminal_size().columns - 1
    if not terminal:
        say("  %s ..." % what)
    while process.poll() is None:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.1)
        turns, seconds = turns + 1, time.time() - began
        if terminal:
            text = "%s %s, %d s  %s" % ("|/-\\"[turns % 4], what, seconds, lines[-1].strip() if lines else "")
            sys.stderr.write("\r" + text[:width].ljust(width))
            sys.stderr.flush()
        elif turns % 150 == 0:
            say("  ... %d s" % seconds)
    if terminal:
        say("\r" + ("  %s, %d s" % (what, time.time() - began)).ljust(width))


# What goes wrong: how pip, uv and the system say it (in lower case), and what it means to the person


SIGNS = {
    r"no space left|(os error|errno|winerror) (28|112)\b|quota exceeded": (
        "the disk is full: the workshop takes 1 GB in all, %(free)d MB are free here. Make room and start again."
    ),
    r"permission denied|access is denied|read-only file system": (
        "not allowed to write (%(line)s). Put the workshop into a folder of your own and start again."
    ),
    r"no module named ensurepip|ensurepip is not available": (
        "this Python cannot make environments; on Debian and Ubuntu `sudo apt install python3.%(minor)d-venv` mends it."
    ),
    r"no usable wheels|no wheels with a matching": (
        "a package is not made for this machine (%(line)s). 64-bit Python on Windows, macOS 13 or Linux will do."
    ),
    r"dns error|name resolution|getaddrinfo|connection .*(refused|reset|broken|aborted)|timed out|proxy|certificate"
    r"|failed to (fetch|download)|unreachable": (
        "no way to the package index. The first start needs the internet, or a bundle on a stick (--from FOLDER)."
    ),
    r"there is no version of|provided package locations|no matching distribution": (
        "a package is missing (%(line)s). A bundle of another version of the workshop must be made anew."
    ),
}


def explained(output):
    """The Trouble that a failed command's output, or an error's text, tells of."""
    free = shutil.disk_usage(ROOT).free // 1000000
    if free < 20:
        output = "no space left"  # not every command says so
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it stopped without a word"]
    for sign, meaning in SIGNS.items():
        for line in lines:
            if re.search(sign, line.lower()):
                return Trouble(meaning % {"free": free, "line": line[-200:], "minor": sys.version_info[1]})
    first = next((n for n, line in enumerate(lines) if line.lower().startswith("error")), len(lines) - 1)
    return Trouble("preparing .venv failed: %s" % " ".join(lines[first:])[:400])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
