"""A run's folder: config.json, stats.csv, best.npz and last/, the checkpoint from which it goes on exactly.

The consumer of a trainer's events that keeps the folder up to date. Nothing here decides how to learn.
"""

import dataclasses
import json
import shutil
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np

from workshop.errors import BadInput
from workshop.learning import files, lock, snapshot, statistics
from workshop.learning.trainer import EpochEnded
from workshop.worlds import games


class Run:
    """One training run in one folder, which is ours until `close`.

    folder: made if missing.  config: dict ready for JSON that says which run this is.
    Raises BadInput if the folder cannot be written, holds another run, or another process is training into it.
    """

    def __init__(self, folder, config):
        self.folder = Path(folder)
        self.config = config
        self.best = None  # the standing of best.npz
        with self._writing():
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock = lock.take(self.folder / ".lock")
        if self._lock is None:
            raise BadInput(f"another training is at work in {self.folder}; stop it, or name another folder with --out.")
        try:
            self._refuse_another_run()
        except BadInput:
            self.close()
            raise
        for left_by_a_killed_process in self.folder.glob(".*.tmp"):
            left_by_a_killed_process.unlink(missing_ok=True)

    def close(self):
        """Let others have the folder."""
        self._lock.close()

    @property
    def begun(self):
        """Whether there is a checkpoint to go on from."""
        return any((self.folder / name).is_dir() for name in ("last", "last.before"))

    @contextmanager
    def _writing(self):
        """What the system says when something cannot be written, as one line."""
        try:
            yield
        except OSError as error:
            raise BadInput(
                f"cannot write to the folder {self.folder} ({error.strerror}); what is saved there is whole. "
                "Mend that and run again, or name another folder with --out."
            ) from error

    def _refuse_another_run(self):
        if not self.begun:
            # Such as an agent kept without its bulky last/: starting afresh would write over it.
            if any((self.folder / name).exists() for name in ("best.npz", "stats.csv")):
                raise BadInput(
                    f"{self.folder} holds a run without last/, so it cannot go on; name another folder with --out."
                )
            return
        path = self.folder / "config.json"
        try:
            there = dict(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError) as error:
            raise BadInput(f"{path} is missing or damaged ({error}); name another folder with --out.") from error
        for key, value in self.config.items():
            if there.get(key) != value:
                difference = _difference(key, there.get(key), value)
                raise BadInput(f"{self.folder} holds another run, with {difference}; name another folder with --out.")

    def resume(self, trainer):
        """Put the trainer where the run stopped. Returns True if there was anything to go on from.

        A last/ that is damaged, or missing because the machine stopped at the worst moment, is passed over for the
        checkpoint before it. Raises BadInput if neither can be read, or they are another version's.
        """
        problem = None
        for name in ("last", "last.before"):
            folder = self.folder / name
            if not folder.is_dir():
                continue
            try:
                values = json.loads((folder / "values.json").read_text(encoding="utf-8"))
                arrays = files.read_npz(folder / "arrays.npz")
            except (OSError, ValueError, files.Damaged) as error:
                problem = error
                continue
            self._hand_over(folder, arrays, values, trainer)
            return True
        if problem:
            raise BadInput(f"no checkpoint in {self.folder} can be read ({problem}); name another folder with --out.")
        return False

    def _hand_over(self, folder, arrays, values, trainer):
        try:
            self.best = values.pop("best")
            trainer.load_state_dict(arrays, values)
        except (KeyError, ValueError, TypeError) as error:  # whole, but not what this code writes
            raise BadInput(
                f"{folder} was saved by another version of the course ({error!r}); name another folder with --out."
            ) from error
        self._write_stats(trainer)

    def follow(self, trainer, steps):
        """Train, keeping the folder up to date, and pass the trainer's events on. Closing the generator stops it."""
        for event in trainer.run(steps):
            if isinstance(event, EpochEnded):
                # In this order: wherever the machine stops, going on makes again what is not there yet.
                self._keep_best(trainer, event)
                self.checkpoint(trainer)
                self._write_stats(trainer)
            yield event

    def _write_stats(self, trainer):
        # On Windows a spreadsheet keeps the file it shows. The rows are in the checkpoint; the next epoch writes them.
        with self._writing(), suppress(PermissionError):
            files.write_text(self.folder / "stats.csv", statistics.to_csv(trainer.rows))

    def _keep_best(self, trainer, event):
        score = self.standing(trainer.rows)
        if event.epoch == 0 or (self.best is not None and score < self.best):
            return
        self.best = score
        with self._writing():
            snapshot.save(self.folder / "best.npz", trainer.agent.tested, self.card(trainer, event.test))

    @staticmethod
    def standing(rows):
        """By what agents are compared: the mean of the last three tests, but no more than the last. rows: of stats.csv.

        One test is often lucky by a point or two, and what was averaged over many updates changes little between tests.
        """
        tests = [row["score_mean"] for row in rows if row["phase"] == "test"][-3:]
        return min(float(np.mean(tests)), tests[-1]) if tests else None

    def card(self, trainer, score):
        """The card of a snapshot taken now."""
        return snapshot.card(
            game=trainer.world.name,
            actions=trainer.world.action_names,
            frame_shape=trainer.world.frame_shape,
            preset=trainer.preset,
            seed=trainer.seed,
            steps=trainer.steps,
            wall_time=trainer.seconds,
            device=str(trainer.agent.device),
            score=score,
        )

    def checkpoint(self, trainer):
        """Write last/, whole, and keep the one before it as last.before/."""
        arrays, values = trainer.state_dict()
        new, last, before = (self.folder / name for name in ("last.new", "last", "last.before"))
        with self._writing():
            files.write_text(self.folder / "config.json", json.dumps(self.config, indent=2) + "\n")
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir()
            try:
                files.write_npz(new / "arrays.npz", arrays)
                files.write_text(new / "values.json", json.dumps(values | {"best": self.best}))
            except BaseException:
                shutil.rmtree(new, ignore_errors=True)  # half of it only fills the disk
                raise
            if last.exists():
                shutil.rmtree(before, ignore_errors=True)
                last.rename(before)
            new.rename(last)


def default_preset(game):
    """The name of the preset for a game (its canonical name) where none is asked for."""
    return "session" if games.is_atari(game) else "classic"


def name(*, game, preset, seed, mine, start_from):
    """What a run's folder is called unless --out says otherwise: "pong-session-mine-1". Arguments as for `config`."""
    words = [game.replace("/", "-"), preset.name]
    words += ["mine"] if mine else []
    words += ["from", Path(start_from).stem] if start_from else []
    return "-".join([*words, str(seed)])


def words(*, game, preset, seed, mine, start_from, steps, out):
    """The `train` command, [str], that begins the run or goes on with it, in whatever folder it is given."""
    found = ["train", game, "--preset", preset.name, "--seed", str(seed), "--steps", str(steps), "--out", str(out)]
    found += ["--mine"] if mine else []
    return found + (["--from", start_from] if start_from else [])


def config(*, game, preset, seed, mine, start_from):
    """What config.json holds. start_from: the whole path of a snapshot, or None."""
    return {
        "game": game,
        "seed": seed,
        "preset": dataclasses.asdict(preset),
        "mine": mine,
        "from": start_from,
    }


def _difference(name, there, here):
    """In words, what sets two runs apart; of two presets with the same name, the first setting that differs."""
    if isinstance(there, dict) and there.get("name") == here["name"]:
        name = next(field for field in there | here if there.get(field) != here.get(field))
        there, here = there.get(name), here.get(name)
    return f"{name} {_short(there)} and not {_short(here)}"


def _short(value):
    return f'"{value["name"]}"' if isinstance(value, dict) else repr(value)
