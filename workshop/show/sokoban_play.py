"""Sokoban, played by oneself: with the arrow keys, or with buttons where there is no keyboard."""

import ipyevents
import ipywidgets

from workshop.show.controls import Line
from workshop.show.figures import of_picture, present
from workshop.show.screen import Screen
from workshop.worlds.sokoban import Sokoban, shortest_solution

SIGNS = ("↑", "↓", "←", "→")
KEYS = {"ArrowUp": 0, "ArrowDown": 1, "ArrowLeft": 2, "ArrowRight": 3}


def play_sokoban(level):
    """Show a level to be played. level: int, 1 to 5, or a level as XSB text."""
    game = SokobanPlay(level)
    alt = f"A Sokoban level: the man, {_count(len(game.sokoban.level.goals), 'box')} and as many goals"
    present(game.widget, instead=of_picture(game.sokoban.picture(0), alt, width=game.width))


class SokobanPlay:
    """One level under one's own hands. `widget` is what to show; `states` and `actions` say what happened so far."""

    def __init__(self, level):
        self.sokoban = Sokoban(level)
        self.width = self.sokoban.level.width * 48
        self._fewest = len(shortest_solution(level))
        self._screen, self._line = Screen(width=self.width, alt="The Sokoban board as it stands"), Line()
        self.restart()
        self.widget = ipywidgets.HBox([self._screen.widget, self._desk()])
        self._keys = ipyevents.Event(source=self.widget, watched_events=["keydown"], prevent_default_action=True)
        self._keys.on_dom_event(self._line.guard(self._key))

    def act(self, action):
        """Take an action, unless the level is solved."""
        if not self.sokoban.info(self.states[-1])["solved"]:
            self.actions.append(action)
            self.states.append(self.sokoban.after(self.states[-1], action))
        self._show()

    def undo(self):
        """Take the last action back."""
        if self.actions:
            self.actions.pop()
            self.states.pop()
        self._show()

    def restart(self):
        """Begin again."""
        self.states, self.actions = [0], []
        self._show()

    def _show(self):
        self._screen.show(self.sokoban.picture(self.states[-1]))
        self._line.say(self._words())

    def _words(self):
        """What Gymnasium would say of the last step, and how it stands."""
        t, info = len(self.actions), self.sokoban.info(self.states[-1])
        if t == 0:
            return "s_0 = 0. Your action?"
        name = self.sokoban.action_names[self.actions[-1]]
        step = f"a_{t - 1} = {name}, r_{t} = {int(info['solved'])}, s_{t} = {self.states[-1]}."
        if info["solved"]:
            return f"{step} Solved in {_count(t, 'step')}; the fewest are {self._fewest}."
        return f"{step} A deadlock: from here nobody solves it. Undo?" if info["deadlock"] else step

    def _key(self, event):
        if event["key"] in KEYS:
            self.act(KEYS[event["key"]])
        elif event["key"] in ("u", "Backspace"):
            self.undo()
        elif event["key"] == "r":
            self.restart()

    def _desk(self):
        """The arrows as they lie on a keyboard, two more buttons, and the words."""
        up, down, left, right = (
            self._button(sign, name, lambda action=action: self.act(action), "3em")
            for action, (sign, name) in enumerate(zip(SIGNS, self.sokoban.action_names))
        )
        rows = [[up], [left, down, right]]
        arrows = [ipywidgets.HBox(row, layout={"justify_content": "center"}) for row in rows]
        others = [
            self._button("undo", "key: u", self.undo, "6em"),
            self._button("restart", "key: r", self.restart, "6em"),
        ]
        hint = ipywidgets.HTML(
            "<small>Arrow keys work while the mouse is over the board; u undoes, r restarts.</small>"
        )
        boxes = [ipywidgets.VBox(arrows), ipywidgets.HBox(others), self._line.widget, hint]
        return ipywidgets.VBox(boxes, layout={"padding": "0 16px", "align_items": "center"})

    def _button(self, sign, name, pressed, width):
        button = ipywidgets.Button(description=sign, tooltip=name, layout={"width": width})
        button.on_click(self._line.guard(lambda _: pressed()))
        return button


def _count(number, thing):
    return f"{number} {thing}{'' if number == 1 else 'es' if thing.endswith('x') else 's'}"
