"""A copy of the course in a folder of its own, with fresh stubs and three tiny notebooks.

The tests here change stub files, so they never touch the attendee's, and pass whatever stands in those.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
CHECKS = {
    "1": {
        "1.2": 'value = rl.discounted_return([1, 2, 4], 0.5)\nassert value == 3, f"Expected 3, got {value}."\n',
        "1.4": 'value = rl.td_error(1, 5, 10, 0.5, False)\nassert value == 1, f"Expected 1, got {value}."\n',
        "1.7": "value = rl.q_target(1, np.array([2.0, 4.0]), 0.5, False)\n"
        'assert value == 3, f"Expected 3, got {value}."\n',
        "1.8": "q = np.array([[5.0, 0.0], [2.0, 4.0]])\n"
        "assert rl.q_learning_update(q, 0, 0, 1.0, 1, False, alpha=0.5, gamma=0.5) == -2\n",
    },
    "2": {
        "2.4": "assert nets.LinearRegression()(np.zeros((2, 1), np.float32)).shape == (2, 1)\n",
        "2.8": 'value = nets.relu(np.float32([-1]))[0]\nassert value == 0, f"Expected 0, got {value}."\n',
    },
    "3": {
        "3.2": "frame = np.zeros((84, 84), np.uint8)\nassert dqn.FrameStack().reset(frame).shape == (4, 84, 84)\n",
        "3.6": "assert dqn.QNetwork(3)(np.zeros((1, 4, 84, 84), np.uint8)).shape == (1, 3)\n",
    },
}
NAMES = {"1": "1_reinforcement_learning", "2": "2_neural_networks", "3": "3_deep_q_network"}
MODULES = {"1": "rl", "2": "nets", "3": "dqn"}


def notebook(number):
    """A tiny notebook, by the rules of the real ones."""
    setup = (
        'import sys\n\nsys.path.insert(0, "..")\nimport numpy as np\nimport workshop\n'
        f"from workshop import course, {MODULES[number]}\n\ncourse.begin({number})"
    )
    cells = [_cell("code", "setup", setup, "setup"), _cell("markdown", "first", "## First · 6 min\n\nWords.")]
    for id, source in CHECKS[number].items():
        cells.append(_cell("code", f"check-{id.replace('.', '-')}", source + f'print("{id} fine")', "check", id))
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return json.dumps({"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def _cell(kind, id, source, *tags):
    cell = {"cell_type": kind, "id": id, "metadata": {"tags": list(tags)}, "source": source}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


class Course:
    """The copy: its folder, and what one does with it."""

    def __init__(self, folder):
        self.folder = folder
        for part in ("workshop", "solutions"):
            shutil.copytree(HOUSE / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        for module in MODULES.values():
            (folder / "workshop" / f"{module}.py").unlink(missing_ok=True)
        (folder / "notebooks").mkdir()
        for number, name in NAMES.items():
            (folder / "notebooks" / f"{name}.ipynb").write_text(notebook(number), encoding="utf-8")
        self.verb("stubs")

    def verb(self, *words):
        """Run a verb; returns the finished process, with .stdout and .stderr as text."""
        environment = {name: value for name, value in os.environ.items() if name != "WORKSHOP_ADOPT"}
        command = [sys.executable, "-m", "workshop", *map(str, words)]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=300
        )

    def json(self, *words):
        """Run a verb with --json; returns (exit code, what it printed)."""
        done = self.verb(*words, "--json")
        assert done.stdout, done.stderr
        return done.returncode, json.loads(done.stdout)

    def read(self, module):
        return (self.folder / "workshop" / f"{module}.py").read_text(encoding="utf-8")

    def write(self, module, text):
        (self.folder / "workshop" / f"{module}.py").write_text(text, encoding="utf-8")

    def fill_in(self, name, body, module="rl"):
        """Write `body` (one line) in place of the first gap behind `def name` or `class name`."""
        before, found, after = self.read(module).partition(f" {name}(")
        self.write(module, before + found + after.replace("raise NotImplementedError", body, 1))


@pytest.fixture
def course(tmp_path):
    """A fresh copy for a test that changes it."""
    return Course(tmp_path / "the course")


@pytest.fixture(scope="module")
def shared_course(tmp_path_factory):
    """A copy for tests that only look."""
    return Course(tmp_path_factory.mktemp("shared"))
