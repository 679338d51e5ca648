"""What a training tells those who watch it, in its folder: `progress.json`, written at most once a second, and
`game.json`, the latest game. And the one thing they may tell it: a file called `stop` asks it to save and end.

Files, because whoever watches may be another notebook, opened later; and the training goes on when nobody does.
"""

import json
import time
from collections import deque

from workshop.learning import files, lock
from workshop.learning.trainer import GameOver, Moved, Testing

REHEARSAL = "WORKSHOP_REHEARSAL"  # an environment variable: where notebooks that nobody watches put their trainings
EVERY = 1.0  # seconds between two writings
A_WHILE = 10.0  # seconds over which speed is measured
KEPT = 400  # points of a curve; then every second one is dropped
FRESH = 5.0  # seconds for which a word of a training proves that it is at work
STARTING = 40.0  # the same for one that is only about to begin: it has much to import


def announce(folder, words, total):
    """Say that a training is about to begin, or to go on. Returns what is told: the facts of progress.json, a dict."""
    before = read(folder) or {}
    if before.get("state") != "starting":  # what was asked of a training that is no more
        (folder / "stop").unlink(missing_ok=True)
    facts = {
        "state": "starting",
        "words": words,  # of the `train` command that goes on with it
        "total": total,
        "steps": before.get("steps", 0),
        "updates": 0,
        "epsilon": None,
        "loss": None,
        "test": None,  # while testing: games ended and their number
        "learns_at": before.get("learns_at"),  # the step from which it will
        "learning_from": before.get("learning_from"),  # the step at which it did
        "steps_per_second": None,
        "seconds_left": None,  # known once it has learned for a while
        "scores": before.get("scores", []),  # [[step, true score]], of training games
        "losses": before.get("losses", []),
        "error": None,
    }
    _write(folder / "progress.json", facts)
    return facts


class Progress:
    """Writes down how a training goes while its events pass.

    folder: the run's.  words: list of str, the `train` command that goes on with it.  total: agent steps in all.
    """

    def __init__(self, folder, words, total):
        self.folder = folder
        self.facts = announce(folder, words, total)
        self._marks = deque()  # (time, steps), a second apart
        self._learning_since = None  # (time, steps), in this sitting
        self._written = self._game_written = 0.0
        self._loss = None  # the latest, on the device until it is told

    @property
    def stop_asked(self):
        """Whether somebody who watches wants it to save and end."""
        return self.facts["state"] == "stopping"

    def follow(self, events, trainer):
        """Pass the trainer's events on, having taken note of them."""
        self.facts["learns_at"] = trainer.preset.replay_start
        for name in ("scores", "losses"):  # after a hard stop it goes on from earlier than it had got
            self.facts[name] = [point for point in self.facts[name] if point[0] <= trainer.steps]
        for event in events:
            match event:
                case Moved():
                    self._moved(event)
                case GameOver():
                    _add(self.facts["scores"], event.steps, event.score)
                    self._keep_the_game(trainer.world, trainer.world.last_game)
                case Testing():
                    self.facts |= {"state": "testing", "test": [event.games, event.total]}
            if time.monotonic() - self._written > EVERY:
                self._tick(event)
                if trainer.world.last_game is None and trainer.steps:
                    self._keep_the_game(trainer.world, trainer.world.game(0))  # the first one, as far as it has come
            yield event

    def end(self, state, error=None):
        """The last word: state "done", "stopped" or "failed"; error: what to tell about a failure, a str."""
        self._note_the_loss()
        self.facts |= {"state": state, "error": error}
        self._write()
        (self.folder / "stop").unlink(missing_ok=True)

    def _moved(self, event):
        if event.updates and self.facts["learning_from"] is None:
            self.facts["learning_from"] = event.steps
        self.facts |= {"state": "learning" if event.updates else "playing", "test": None}
        self.facts |= {"steps": event.steps, "updates": event.updates, "epsilon": event.epsilon}
        self._loss = self._loss if event.loss is None else event.loss

    def _note_the_loss(self):
        if self._loss is not None:
            self.facts["loss"] = float(self._loss.array)
            _add(self.facts["losses"], self.facts["steps"], self.facts["loss"])
            self._loss = None

    def _tick(self, event):
        now, steps = time.monotonic(), self.facts["steps"]
        if isinstance(event, Moved):
            self._marks.append((now, steps))
            while now - self._marks[0][0] > A_WHILE:
                self._marks.popleft()
            if self._loss is not None:
                self._learning_since = self._learning_since or (now, steps)
                self._note_the_loss()
        self.facts["steps_per_second"] = _speed(self._marks) or self.facts["steps_per_second"]
        if self._learning_since and now - self._learning_since[0] > A_WHILE:
            speed = _speed([self._learning_since, (now, steps)])  # tests included
            self.facts["seconds_left"] = (self.facts["total"] - steps) / speed if speed else None
        if (self.folder / "stop").exists():
            self.facts["state"] = "stopping"
        self._write()

    def _keep_the_game(self, world, played):
        if time.monotonic() - self._game_written > 5 * EVERY:
            self._game_written = time.monotonic()
            game = {"game": world.name, "steps": self.facts["steps"], "seed": played[0], "actions": played[1]}
            _write(self.folder / "game.json", game)

    def _write(self):
        self._written = time.monotonic()
        _write(self.folder / "progress.json", self.facts)


def read(folder, name="progress.json"):
    """What stands in a run's progress.json or game.json, a dict; None where there is none, or none that can be read."""
    try:
        return dict(json.loads((folder / name).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def at_work(folder):
    """Whether a training is running in this folder."""
    told = read(folder)
    if told is not None and told["state"] not in ("done", "stopped", "failed"):
        age = time.time() - (folder / "progress.json").stat().st_mtime
        if age < (STARTING if told["state"] == "starting" else FRESH):
            return True
    return lock.held(folder / ".lock")


def stop(folder):
    """Ask the training in this folder, if one is at work, to save and end: that takes a second or two."""
    if at_work(folder):
        (folder / "stop").touch()


def stop_all(runs, patience=60.0):
    """Stop every training in the folders of `runs`, and wait for it. patience: seconds to wait at most."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and any(at_work(folder) for folder in runs.iterdir()):
        for folder in runs.iterdir():
            stop(folder)
        time.sleep(0.2)


def _speed(marks):
    """Steps a second between the first and the last of some (time, steps), None where that cannot be told."""
    if len(marks) < 2 or marks[-1][0] - marks[0][0] < 0.5:
        return None
    return (marks[-1][1] - marks[0][1]) / (marks[-1][0] - marks[0][0])


def _add(points, step, value):
    """Add a point to a curve; where there are too many, every second one goes."""
    points.append([step, value])
    if len(points) > KEPT:
        del points[:-1:2]


def _write(path, facts):
    try:
        files.write_text(path, json.dumps(facts))
    except OSError:
        pass  # a full disk is the checkpoint's to complain about
