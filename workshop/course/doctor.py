"""Is this machine ready for the workshop? Each check tries the real thing; this module draws and prints nothing.

A check is a function that returns a Finding or a list of them. One that raises is itself the finding: broken.
"""

import importlib
import importlib.metadata
import io
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import start  # the door, so that both judge a machine alike
from workshop.exercise import HOUSE

OK, OPTIONAL, BROKEN = "ok", "optional", "broken"
OWN = HOUSE / ".venv"
MODULES = {"ale-py": "ale_py", "pillow": "PIL", "pytest-xdist": "xdist"}  # where it is not the package's name
GB = 1e9


class Finding(NamedTuple):
    """One line of the report: what was looked at, its status, what was found, what mends it ("" if nothing need be)."""

    name: str
    status: str
    message: str
    cure: str = ""


def examine():
    """Make all checks. Yields the list of Findings of each; there are len(CHECKS) of them."""
    with warnings.catch_warnings(), ThreadPoolExecutor() as helper:
        warnings.simplefilter("ignore")
        slowest = helper.submit(findings, "notebook kernel")  # mostly waits, so it is begun first
        for name in CHECKS:
            yield slowest.result() if name == "notebook kernel" else findings(name)


def findings(name):
    """What a check finds, as a list."""
    try:
        found = CHECKS[name]()
    except Exception as error:
        found = Finding(name, BROKEN, f"{type(error).__name__}: {str(error).strip() or 'no reason given'}", reinstall())
    return found if isinstance(found, list) else [found]


def reinstall():
    """How to mend an installation, depending on whose it is."""
    if os.path.realpath(sys.prefix) == os.path.realpath(OWN):
        return "delete the folder .venv and start again: it is made anew"
    return "install the set of requirements.txt into this environment, or start with a Python outside of it"


def python():
    version = platform.python_version()
    where = "the workshop's own .venv" if os.path.realpath(sys.prefix) == os.path.realpath(OWN) else sys.prefix
    if not start.OLDEST <= sys.version_info[:2] <= start.NEWEST:
        bounds = " to ".join(f"{major}.{minor}" for major, minor in (start.OLDEST, start.NEWEST))
        return Finding("Python", BROKEN, f"{version}; the workshop runs on {bounds}", "take one of these")
    return Finding("Python", OK, f"{version} on {platform.system()} {platform.machine()}, {where}")


def packages():
    """Every package that pyproject.toml names: imported, and its version beside the locked one."""
    with open(HOUSE / "pyproject.toml", "rb") as file:
        wanted = tomllib.load(file)["project"]["dependencies"]
    names = dict.fromkeys(re.match(r"[\w-]+", requirement)[0] for requirement in wanted)
    locked = locked_versions()
    return [package(name, locked) for name in names]


def package(name, locked):
    try:
        importlib.import_module(MODULES.get(name, name))
        version = importlib.metadata.version(name)
    except Exception as error:  # whatever a package raises while it is imported
        return Finding(name, BROKEN, f"{type(error).__name__}: {error}", reinstall())
    other = "" if version in locked[name] else f" (tested with {' or '.join(locked[name])})"
    return Finding(name, OK, version + other)


def locked_versions():
    """The versions of requirements.txt: a dictionary from name to list of str."""
    versions = {}
    for line in (HOUSE / "requirements.txt").read_text(encoding="utf-8").splitlines():
        name, version = line.split(" ;")[0].strip().split("==")
        versions.setdefault(name, []).append(version)
    return versions


def chainer_learns():
    """A forward and a backward pass through what a DQN is made of, with one gradient known beforehand."""
    import chainer
    import numpy as np

    x = chainer.Variable(np.float32([3]))
    (x * x).backward()
    layer = chainer.links.Convolution2D(4, 8, 8, 4)
    layer.cleargrads()
    chainer.functions.sum(chainer.functions.relu(layer(np.ones((2, 4, 84, 84), np.float32)))).backward()
    if x.grad[0] != 6 or not np.isfinite(layer.W.grad).all():
        return Finding("Chainer", BROKEN, f"the gradient of x * x at 3 came out as {x.grad[0]}, not 6", reinstall())
    return Finding("Chainer", OK, "computes gradients")


def games():
    from workshop import worlds

    return [game(name) for name in worlds.games.COURSE]


def game(name):
    """A few steps of a game in both kinds of environment: the quick one for learning, the plain one for looking."""
    import numpy as np

    from workshop import worlds

    quick = worlds.training_world(name, 2, seed=0)
    quick.reset()
    for _ in range(8):
        quick.send(np.ones(2, int))
        states = quick.receive().states
    quick.close()
    plain = worlds.make_atari(name, seed=0)
    picture, _ = plain.reset(seed=0)
    for _ in range(8):
        picture, *_ = plain.step(1)
    plain.close()
    if not (states.any() and picture.any()):
        return Finding(name, BROKEN, "the game runs, but its picture stays black", reinstall())
    return Finding(name, OK, f"plays; states {states.shape[1:]}, pictures {picture.shape}")


def picture():
    """A frame of a game as a PNG, the way notebooks show it, opened again."""
    import numpy as np
    from PIL import Image

    from workshop import worlds
    from workshop.show import screen

    world = worlds.make_atari(worlds.games.COURSE[0], seed=0)
    frame, _ = world.reset(seed=0)
    world.close()
    png = screen.png(frame)
    height, width = np.asarray(Image.open(io.BytesIO(png))).shape[:2]
    return Finding("picture", OK, f"a game's frame, {width} x {height}, is a PNG of {len(png) / 1000:.1f} kB")


def slide():
    """An exercise card, formula and all, as a slide."""
    import nbformat

    from workshop.course import notebooks, slides

    card = next(cell["source"] for cell in notebooks.cells("1") if "1.2" in notebooks.tags(cell))
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(card)])
    page = "".join(slides.stacked(made)[0][0].parts)
    return Finding("slides", OK, f"one rendered, {len(page) / 1000:.0f} kB with its formula")


def kernel():
    """A notebook kernel is started as JupyterLab would, and asked to import the workshop."""
    from jupyter_client.manager import start_new_kernel

    environ = os.environ | {"PYTHONPATH": str(HOUSE), "JUPYTER_PREFER_ENV_PATH": "1"}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager, client = start_new_kernel(kernel_name="python3", env=environ, startup_timeout=60, **quiet)
    try:
        reply = client.execute_interactive("import workshop, chainer", timeout=60, silent=True)["content"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    if reply["status"] != "ok":
        return Finding("notebook kernel", BROKEN, f"{reply['ename']}: {reply['evalue']}", reinstall())
    return Finding("notebook kernel", OK, "starts and finds the workshop")


def drawing():
    """A plot with the letters, formulas and signs that the notebooks use."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib.figure import Figure

    with warnings.catch_warnings(record=True) as complaints:
        warnings.simplefilter("always")
        axes = Figure().subplots()
        axes.set_title(r"$y_t = r_{t+1} + \gamma\,\max_a Q_\theta(s_{t+1}, a)$ · θ γ α ε → ● ○")
        axes.figure.savefig(io.BytesIO())
    missing = [str(complaint.message) for complaint in complaints if "Glyph" in str(complaint.message)]
    if missing:
        return Finding("drawing", OPTIONAL, missing[0], "install the font DejaVu Sans; plots show boxes without it")
    return Finding("drawing", OK, "plots with formulas and Greek letters")


def graphics_card():
    from workshop.links import device

    if device.gpu_available():
        return Finding("GPU", OK, device.describe(device.pick("gpu")))
    if not start.has_nvidia_driver():
        return Finding("GPU", OK, "no NVIDIA driver here, or kept out; the CPU is all the workshop needs")
    return Finding("GPU", OPTIONAL, "there is an NVIDIA driver that CuPy cannot use; the CPU does it all", GPU_CURE)


GPU_CURE = "update the driver (525 or newer) and start again; WORKSHOP_GPU=0 keeps CuPy out"


def film():
    from workshop.show import video

    if video.ffmpeg():
        return Finding("ffmpeg", OK, "here; clips can be mp4 as well")
    return Finding("ffmpeg", OK, "not here and not needed; clips are GIF or WebP")


def disk():
    free = shutil.disk_usage(HOUSE).free / GB
    if free < 0.2:
        return Finding("disk", BROKEN, f"{free:.1f} GB free", "make room: notebooks cannot be saved on a full disk")
    if free < 2:
        return Finding("disk", OPTIONAL, f"{free:.1f} GB free", "make room for training runs, up to 1 GB each")
    return Finding("disk", OK, f"{free:.0f} GB free")


def folder():
    """Answers, notebooks and progress are written into the workshop's own folder."""
    for place in (HOUSE, HOUSE / "notebooks", HOUSE / "workshop"):
        if not os.access(place, os.W_OK):
            return Finding("folder", BROKEN, f"{place} cannot be written", "put the workshop into a folder of your own")
    return Finding("folder", OK, f"{HOUSE} can be written")


def memory():
    """Whether training fits beside what is running now: by `session` in the room, by `paper2015` for whoever likes."""
    import numpy as np
    import psutil

    from workshop.learning import presets
    from workshop.learning.memory import needed

    free, cores = psutil.virtual_memory().available / GB, psutil.cpu_count()
    room, at_home = (needed(presets.find(name), (84, 84), np.uint8) / GB for name in ("session", "paper2015"))
    said = f"{free:.1f} GB free, {cores} processor cores; training in the room takes {room:.1f} GB"
    tight = Finding("memory", OPTIONAL, said, "close other programs before you train")
    small = Finding("paper2015", OPTIONAL, f"takes {at_home:.1f} GB of memory", "train with the preset session here")
    return [
        Finding("memory", OK, said) if free > room + 1 else tight,
        Finding("paper2015", OK, f"its {at_home:.1f} GB of memory are free") if free > at_home else small,
    ]


CHECKS = {
    "Python": python,
    "packages": packages,
    "Chainer": chainer_learns,
    "games": games,
    "picture": picture,
    "slides": slide,
    "drawing": drawing,
    "notebook kernel": kernel,
    "GPU": graphics_card,
    "ffmpeg": film,
    "folder": folder,
    "disk": disk,
    "memory": memory,
}
