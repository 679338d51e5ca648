"""A training as it goes, read from its run folder alone: so it may be closed, opened again, and from another notebook.

How it looks is here; what there is to see is written by workshop.learning.progress.
"""

import html
import os
import time

import ipywidgets
import numpy as np
import PIL.Image

from workshop import worlds
from workshop.exercise import HOUSE
from workshop.learning import progress
from workshop.show import curves
from workshop.show.background import Training
from workshop.show.controls import Line
from workshop.show.figures import Image, present
from workshop.show.live import Live
from workshop.show.screen import Screen

RATE = 30  # pictures a second
FIRST_CURVES = 2.0  # seconds until the curves are drawn again; then twice as long each time,
CURVES_SHARE = 0.02  # until drawing them takes no more of the time than this
AT_WORK = {
    "starting": "starting",
    "playing": "playing at random, to have something to remember",
    "learning": "learning",
    "testing": "testing",
    "stopping": "saving, then stopping",
}


def dashboard(training):
    """Show a training live; nothing happens to it when this is closed. training: a Training, or a run's folder."""
    if not isinstance(training, Training):
        training = Training(HOUSE / training)
    board = Dashboard(training)
    present(board.widget, instead=Image(board.words.value, board.summary()))
    if not os.environ.get(progress.REHEARSAL):  # nobody watches, and thirty messages a second hold the others up
        board.live.start()


class Dashboard:
    """The widgets of one training, and the Live that keeps them up to date."""

    def __init__(self, training):
        self.training, self.folder = training, training.folder
        self.screen = Screen(width=240, alt="The agent's latest game")
        self.screen.show(np.full((210, 160, 3), 225, np.uint8))  # until there is a game to see
        self.game_words = Line()
        self.bar = ipywidgets.FloatProgress(min=0, max=1, layout={"width": "98%"})
        self.words, self.curves, self.line = ipywidgets.HTML(), ipywidgets.HTML(), Line()
        self.stop, self.stopped = ipywidgets.Button(layout={"width": "9em"}), False  # stopped: by this button
        self.stop.on_click(self.line.guard(self._stop_or_resume))
        self.close = ipywidgets.Button(description="Close", icon="times", layout={"width": "7em"})
        self.close.on_click(self.line.guard(self._close))
        game = ipywidgets.VBox([self.screen.widget, self.game_words.widget], layout={"flex": "0 0 auto"})
        buttons = ipywidgets.HBox([self.stop, self.close])
        figures = ipywidgets.VBox([self.bar, self.words, self.curves, self.line.widget, buttons])
        figures.layout.flex, figures.layout.min_width = "1 1 420px", "0"  # below the game where the page is narrow
        self.widget = ipywidgets.HBox([game, figures], layout={"flex_flow": "row wrap"})
        self.live = Live(self._moving(), rate=RATE, name=f"dashboard of {self.folder}", failed=self.line.fail)
        self._refresh()
        self._draw()

    def summary(self):
        """The state of things in a sentence of plain text."""
        told = progress.read(self.folder) or {}
        return f"{self.folder.name}: step {told.get('steps', 0):,} of {told.get('total', 0):,}"

    def _moving(self):
        pictures, refreshed, drawn, told, pause = self._games(), 0.0, time.monotonic(), None, FIRST_CURVES
        while True:
            now = time.monotonic()
            if now - refreshed >= 1:
                refreshed = now
                self._refresh()
            elif now - drawn >= pause and self.words.value != told:
                told = self.words.value
                self._draw()
                drawn = time.monotonic()
                pause = min(2 * pause, max(FIRST_CURVES, (drawn - now) / CURVES_SHARE))
            picture = next(pictures)
            if picture is not None:
                self.screen.show(picture)
            yield

    def _refresh(self):
        told, self.running = progress.read(self.folder), self.training.running
        self.stop.description, self.stop.icon = ("Stop", "stop") if self.running else ("Go on", "play")
        self.stop.disabled = not self.running and (told is None or told["state"] == "done")
        if told is None:
            self.words.value = "There is no training in this folder."
            return
        self.bar.value = told["steps"] / told["total"]
        self.words.value = _said(self.folder, told, self.running)

    def _draw(self):
        self.curves.value = curves.of_run(self.folder) or self.curves.value

    def _stop_or_resume(self, _):
        self.stop.disabled = True  # until the next look
        self.stopped = self.running
        if self.stopped:
            self.training.stop()
        else:
            self.training.resume()

    def _close(self, _):
        self.live.stop()
        self.widget.children = [ipywidgets.HTML("Closed. The training is left alone; run the cell to look again.")]

    def _games(self):
        """Pictures of the latest game, then of the one that is the latest by then; None where there is none to show."""
        watched = shown = None
        while True:
            game = progress.read(self.folder, "game.json")
            if game is None or (game == shown and not self.running):
                yield None
                continue
            shown, watched = game, watched or worlds.watched_game(game["game"])
            yield from self._played_again(watched, game)

    def _played_again(self, watched, game):
        """The very game the training played, from its seed and actions: no network has to think about it again."""
        watched.start(game["seed"])
        score = 0.0
        for action in game["actions"]:
            while self.stopped and not self.running:
                yield None
            watched.send(action)
            moment = watched.receive()
            score += moment.reward
            self.game_words.say(f"Its latest game, as of step {game['steps']:,}: score {score:g}")
            every = watched.pictures_per_second // RATE or 1  # so that time runs as it does
            for picture in watched.pictures[every - 1 :: every] or watched.pictures:
                yield _small(picture)
            if moment.ended:
                return


def _small(picture):
    """A picture at a whole part of its size if it is larger than an Atari's: what is small is quickly sent."""
    part = 1 + len(picture) // 260
    return picture if part == 1 else np.asarray(PIL.Image.fromarray(picture).reduce(part))


def _said(folder, told, running):
    """All the figures as HTML."""
    rows = curves.rows(folder)
    tests = [row for row in rows if row["phase"] != "train"]
    lines = [f"<b>{html.escape(folder.name)}</b> · {_state(folder, told, running)}"]
    speed = f" · {told['steps_per_second']:,.0f} steps/s" if running and told["steps_per_second"] else ""
    lines += [f"step {told['steps']:,} of {told['total']:,}{speed}{_left(told) if running else ''}"]
    values = {
        "epsilon": told["epsilon"],
        "loss": told["loss"],
        "max Q": tests[-1]["mean_max_q"] if tests else None,
        "last ten games": np.mean([score for _, score in told["scores"][-10:]]) if told["scores"] else None,
        "last test": tests[-1]["score_mean"] if len(tests) > 1 else None,
        "random play": tests[0]["score_mean"] if tests else None,
    }
    lines += [" · ".join(f"{name} <b>{value:.3g}</b>" for name, value in values.items() if value is not None)]
    lines += [_when_it_learns(told)]
    return f'<div style="line-height: 1.5">{"<br>".join(lines)}</div>{_error(told)}'


def _state(folder, told, running):
    if told["state"] == "testing" and running:
        return f"testing, game {told['test'][0] + 1} of {told['test'][1]}"
    if told["state"] == "playing" and running and (told["epsilon"] or 1) < 0.5:
        return "playing as it was taught, to have something to remember"  # a training that began --from an agent
    if running:
        return AT_WORK.get(told["state"], told["state"])  # its last word said, it may take a moment to leave
    if told["state"] in AT_WORK:
        return f"ended without a word. Its last line: {html.escape(_last_line(folder / 'train.log'))}"
    return told["state"]


def _last_line(log):
    try:
        return log.read_text(encoding="utf-8").strip().rpartition("\n")[2]
    except OSError:
        return "there is none"


def _left(told):
    left = told["seconds_left"]
    if left is None:
        return ""
    return f" · about {left / 60:.0f} min left" if left > 90 else f" · about {left:.0f} s left"


def _when_it_learns(told):
    if told["learning_from"] is not None:
        return f"Learning started at step {told['learning_from']:,}; each step takes longer from there on."
    if told.get("learns_at"):
        return f"Learning starts at step {told['learns_at']:,}; each step will take longer from there on."
    return ""


def _error(told):
    """What went wrong: in an attendee's code their own traceback, as the training process caught it."""
    if not told["error"]:
        return ""
    red = '<pre role="alert" style="color: #b00020; white-space: pre-wrap; line-height: 1.3">'
    return f"{red}{html.escape(told['error'])}</pre>Mended? Run the cell again: it begins anew, with your code of then."
