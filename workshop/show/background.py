"""Training in a process of its own, started from a notebook: it outlives the kernel and the browser.

What it tells stands in its run folder, so any notebook finds it again; see workshop.learning.progress.
"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from workshop.course import adoption
from workshop.errors import BadInput
from workshop.exercise import HOUSE
from workshop.learning import parts, presets, progress, runs
from workshop.worlds import games

A_FEW = 800  # steps of a training where nobody watches: it shall not go on for an hour


@dataclass(frozen=True)
class Training:
    """A training, at work or not. folder: Path of its run."""

    folder: Path

    @property
    def running(self):
        """Whether it is at work, whoever started it."""
        return progress.at_work(self.folder)

    def stop(self):
        """Ask it to save and end, which takes a second or two."""
        progress.stop(self.folder)

    def resume(self):
        """Go on exactly where it stopped. Raises BadInput if it never began."""
        told = progress.read(self.folder)
        if told is None:
            raise BadInput(f"there is no training in {self.folder} to go on with.")
        if not self.running:
            _start(self.folder, told["words"], told["total"])


def train(game, *, preset=None, mine=False, steps=None, seed=1, start_from=None, out=None):
    """Train an agent in a process of its own; if that very training is there already, go on with it or find it at work.

    The arguments are those of the verb: mine=True takes your own workshop/dqn.py, as it stands now, with the reference
    for what you have adopted; start_from: a snapshot to begin with.  out: the run's folder, by itself one in runs/.
    Returns the Training, for `dashboard`. Raises BadInput for a game or preset that does not exist.
    """
    name = games.find(game)
    chosen = presets.find(preset or runs.default_preset(name))
    start_from = str(Path(start_from).resolve()) if start_from else None
    run_is = {"game": name, "preset": chosen, "seed": seed, "mine": mine, "start_from": start_from}
    folder = Path(out).resolve() if out else _folder(runs.name(**run_is), mine)
    steps = _rehearsed(steps or chosen.steps)
    if not progress.at_work(folder):
        _start(folder, runs.words(**run_is, steps=steps, out=folder), steps)
    return Training(folder)


def _folder(name, mine):
    """The run's folder. Code of one's own that has changed since is another run, with a number behind its name.

    A training that is still at work on the earlier code is stopped: two would halve each other's speed.
    """
    first = Path(os.environ.get(progress.REHEARSAL) or HOUSE / "runs") / name
    folder, number = first, 1
    while mine and _begun_with_other_code(folder):
        progress.stop(folder)
        number += 1
        folder = first.with_name(f"{first.name}-{number}")
    return folder


def _begun_with_other_code(folder):
    """Whether a run that goes on, or is at work, has another dqn.py than today's, or lacks what is adopted today.

    More may be adopted in it: after a restart of the kernel, which forgets that, it is found again all the same.
    """
    copy, now = folder / "dqn.py", HOUSE / "workshop" / "dqn.py"
    if not copy.exists() or not ((folder / "last").is_dir() or progress.at_work(folder)):
        return False
    return copy.read_bytes() != now.read_bytes() or not parts.kept_adopted(folder) >= set(_adopted())


def _adopted():
    """The ids of notebook 3's exercises for which a training started now uses the reference."""
    remembered = {listed.id for listed in adoption.remembered("3")}
    return sorted(remembered | {id for id in adoption.adopted() if id.startswith("3.")})


def _rehearsed(steps):
    return min(steps, A_FEW) if os.environ.get(progress.REHEARSAL) else steps


def _start(folder, words, total):
    """Start the verb, free of this process: no terminal, no signals of ours, what it prints in train.log."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "last").is_dir():  # what was told there is of one that came to nothing
        (folder / "progress.json").unlink(missing_ok=True)
    (folder / "stop").unlink(missing_ok=True)
    progress.announce(folder, words, total)
    environ = os.environ | {"PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1", adoption.VARIABLE: ",".join(_adopted())}
    with open(folder / "train.log", "a", encoding="utf-8") as log:
        streams = {"stdin": subprocess.DEVNULL, "stdout": log, "stderr": log}
        subprocess.Popen([sys.executable, "-m", "workshop", *words], cwd=HOUSE, env=environ, **streams, **_APART)


_APART = {"start_new_session": True}
if os.name == "nt":
    _APART = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
