"""The same work by others, turn by turn in one run: installs the rivals, checks that all compute the same, measures.

Each contestant is a process kept alive and told when to go, so that no two ever work at the same time, and whatever
else disturbs the machine disturbs all of them alike.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import ale_py
import chainer
import numpy as np

from workshop.bench.measuring import figure
from workshop.errors import BadInput
from workshop.exercise import HOUSE
from workshop.learning import networks, parts
from workshop.verbs.console import progress, say

ENVIRONMENT = HOUSE / "build" / "bench-env"
SCRIPTS = HOUSE / "workshop" / "bench" / "contestants"
TORCH = ["torch==2.13.0", "numpy"]
NEEDS = {  # of each rival; plain Chainer is here already
    "torch": TORCH,
    "sb3": [*TORCH, "stable-baselines3==2.9.2", f"ale-py=={ale_py.__version__}", "opencv-python-headless"],
    "chainer": [],
}
CALLED = {"ours": "ours", "torch": "PyTorch, eager", "sb3": "Stable-Baselines3", "chainer": "plain Chainer"}
WORKS = {  # name: (what, rounds a turn, turns)
    "update-adam": ("whole update, 2015 network, batch 32, Adam", 10, 20),
    "update-rmsprop": ("whole update, 2015 network, batch 32, RMSprop", 10, 10),
    "loop": ("whole loop on Pong, paper2015's settings", 3, 8),
}
STEPS = 100  # that a round of the loop makes
PAUSE = 0.1  # seconds, for threads that wait by spinning to fall asleep


def rivals(text):
    """The names in a list like "torch,sb3". Raises BadInput for one that is none."""
    names = text.split(",")
    for name in names:
        if name not in NEEDS:
            raise BadInput(f'there is no rival "{name}"; choose from {", ".join(NEEDS)}.')
    return names


def main(names):
    """Install what is needed, check, measure. Returns {what was done: list of figures, ours first}."""
    packages = sorted({package for name in names for package in NEEDS[name]})
    python = install(packages) if packages else None
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        task = write_task(Path(folder) / "task.npz")
        say(f"bench: starting {', '.join(CALLED[name] for name in ('ours', *names))} ...")
        contestants = [stack.enter_context(Contestant(name, python, task)) for name in ("ours", *names)]
        check(contestants)
        return contest(contestants)


def install(packages):
    """The environment's Python, with those packages there. Raises BadInput where they cannot be had."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        _uv("venv", "--quiet", "--clear", "--python", sys.executable, ENVIRONMENT)
    # PyTorch's build for the CPU: a folder of wheels that pip knows of, or PyTorch's own index; uv knows its address.
    folder = os.environ.get("PIP_FIND_LINKS")
    source = ["--find-links", folder] if folder else ["--torch-backend", "cpu"]
    say(f"bench: {', '.join(packages)}: into build/bench-env, where they are not yet (about 1 GB there) ...")
    _uv("pip", "install", "--quiet", "--python", python, *source, *packages)
    return python


def _uv(*words):
    process = subprocess.Popen(
        [sys.executable, "-m", "uv", *map(str, words)], stderr=subprocess.PIPE, encoding="utf-8", cwd=HOUSE
    )
    with progress(None, "installing", unit="s") as bar:
        while True:
            try:
                said = process.communicate(timeout=1)[1]
                break
            except subprocess.TimeoutExpired:
                bar.update(1)
    if process.returncode:
        reason = [line.removeprefix("error: ").strip() for line in said.splitlines() if line.strip()]
        raise BadInput(f"the rivals cannot be installed ({reason[0] if reason else 'uv failed'}); is there a network?")


def write_task(file):
    """One batch, and the weights of an online and a target network, for all contestants. Returns the file."""
    rng = np.random.default_rng(0)
    task = {
        "states": rng.integers(0, 256, (32, 4, 84, 84), np.uint8),
        "actions": rng.integers(0, 6, 32, np.int32),
        "rewards": rng.integers(-1, 2, 32).astype(np.float32),
        "next_states": rng.integers(0, 256, (32, 4, 84, 84), np.uint8),
        "terminals": rng.random(32) < 0.1,
        **{"gamma": 0.99, "lr": 1e-5, "eps": 1e-8},
    }
    for name in ("online", "target"):
        network = networks.build(parts.reference(), "2015", (84, 84), 6, rng)
        for path, param in network.namedparams():
            task[name + path.replace("/", ".")] = chainer.cuda.to_cpu(param.array)
    np.savez(file, **task)
    return file


class Contestant:
    """A process that works when it is told to.  name: of NEEDS, or "ours".  python: the rivals'."""

    def __init__(self, name, python, task):
        self.name = name
        ours = {"ours": "ours", "chainer": "plain_chainer"}
        words = [python, SCRIPTS / f"rival_{name}.py"]
        if name in ours:
            words = [sys.executable, "-m", f"workshop.bench.contestants.{ours[name]}"]
        self._grumbles = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": self._grumbles}
        self._process = subprocess.Popen([*words, task], cwd=HOUSE, encoding="utf-8", **pipes)
        self.works = self._answer()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self._process.kill()
        self._process.communicate()
        self._grumbles.close()

    def turn(self, work, rounds):
        """{"seconds": of each round, "said": what each returned}, rounds that warm it up among "said"."""
        time.sleep(PAUSE)
        self._process.stdin.write(f"{work} {rounds}\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self._process.stdout.readline()
        if not line:
            self._process.communicate()
            self._grumbles.seek(0)
            last = self._grumbles.read().strip().splitlines()[-1:]
            raise BadInput(f"{CALLED[self.name]} ended: {last[0] if last else 'without a word'}")
        return json.loads(line)


def check(contestants):
    """Raises BadInput unless all that make updates say the same losses, from the same weights: one step, two steps."""
    losses = {each.name: each.turn("update-adam", 1)["said"] for each in contestants if "update-adam" in each.works}
    for name, theirs in losses.items():
        if not np.allclose(theirs, losses["ours"], rtol=1e-4):
            raise BadInput(f"{CALLED[name]} does not compute the same: losses {theirs}, ours {losses['ours']}.")
    if len(losses) > 1:
        say(f"bench: {len(losses)} contestants say the same losses, from {losses['ours'][0]:.6f}.")


def contest(contestants):
    """Turn by turn, every work that a rival does too. Returns as main."""
    shared = [work for work in WORKS if sum(work in each.works for each in contestants) > 1]
    figures = {}
    with progress(sum(WORKS[work][2] for work in shared), "measuring", unit="turn") as bar:
        for work in shared:
            seconds = {each.name: [] for each in contestants if work in each.works}
            for _ in range(WORKS[work][2]):
                for each in contestants:
                    if work in each.works:
                        seconds[each.name] += each.turn(work, WORKS[work][1])["seconds"]
                bar.update(1)
            figures[WORKS[work][0]] = [_figure(work, name, values) for name, values in seconds.items()]
    return figures


def _figure(work, name, seconds):
    if work == "loop":
        return figure(CALLED[name], STEPS / np.array(seconds), "steps/s")
    return figure(CALLED[name], np.multiply(seconds, 1000), "ms")
