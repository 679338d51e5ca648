"""The player's face in a notebook: screens with action values beside them, keys while the mouse is over it, and buttons
that do the same by mouse or finger. Everything runs between cells: a cell that is running holds it up.
"""

import html

import ipyevents
import ipywidgets

from workshop.errors import BadInput
from workshop.show import keys
from workshop.show.live import Live
from workshop.show.player import Player, Seat
from workshop.show.screen import Screen

# The browser's names of keys, where they are not ours; a letter is its own name.
BROWSER_KEYS = {"ArrowLeft": "left", "ArrowRight": "right", "ArrowUp": "up", "ArrowDown": "down", " ": "space"}
FIRE_KEYS = {"f": "fire", "F": "fire", "Enter": "fire"}
COMMANDS = {
    "m": "take over",
    "space": "pause",
    "a": "slower",
    "s": "quicker",
    "r": "restart",
    "q": "quit",
}
PADS = {"left": "◀", "right": "▶", "up": "▲", "down": "▼", "fire": "fire"}
ASLEEP = "Asleep, since another one is played. Any key or button wakes it."
HELP = (
    "Keys, while the mouse is over the game: <b>m</b> takes over and gives back, arrows steer, <b>f</b> fires, "
    "<b>a</b> slower, <b>s</b> quicker, <b>space</b> pauses, <b>r</b> restarts, <b>q</b> quits."
)


def watch(game, agent="best", *, epsilon=0.05, seed=0):
    """An agent at a game, to watch, and to take the controls from. A widget: make it a cell's last line.

    game: any name that games.find knows.  agent: see agents.py.  epsilon: chance of a random action.  seed: of the
    game.  Raises BadInput for an unknown game, or an agent that does not fit it.
    """
    return NotebookPlayer(Player([Seat(game, agent, epsilon=epsilon)], seed=seed))


def beside(game, agent="best", *, epsilon=0.05, seed=0):
    """Play beside an agent: the same game on the same seed twice, you on the left. Arguments as for watch."""
    seats = [Seat(game, agent, epsilon=epsilon) for _ in range(2)]
    seats[0].taken_over = True
    return NotebookPlayer(Player(seats, seed=seed))


class NotebookPlayer(ipywidgets.VBox):
    """A Player as a widget. Only one of them moves at a time; any key or button wakes one that another has stopped."""

    def __init__(self, player):
        self.player, self._failure = player, ""
        self._seats = [SeatView(seat) for seat in player.seats]
        self._status = ipywidgets.HTML()
        self._buttons = {key: self._command_button(key) for key in COMMANDS}
        pads = [self._pad(key) for key in PADS]
        super().__init__(
            [
                ipywidgets.HBox([view.widget for view in self._seats]),
                self._status,
                _row(self._buttons.values()),
                _row(pads),
                ipywidgets.HTML(f'<small style="line-height: 1.3">{HELP}</small>'),
            ]
        )
        self._keyboard = ipyevents.Event(
            source=self, watched_events=["keydown", "keyup", "mouseleave"], prevent_default_action=True
        )
        self._keyboard.on_dom_event(self._keyboard_event)
        self._live = Live(self._moving(), rate=player.rate, name="player", failed=self._failed)
        self._live.on_change(self._show)
        self._live.start()

    def press(self, key):
        """A key or a button goes down, by the player's name for it."""
        asleep = not self._live.running and not self.player.quit
        if asleep:
            self._live.start()
        if not (asleep and key == "space"):  # which is to wake it, not to pause it
            self.player.press(key)
        self._show()

    def _moving(self):
        while not self.player.quit:
            self._live.rate = self.player.rate
            if not self.player.paused:
                self.player.tick()
                self._show()
            yield

    def _show(self):
        for view in self._seats:
            view.show()
        status = self.player.status() if self._live.running or self.player.quit else ASLEEP
        _set(self._status, f"<b>{html.escape(self._failure or status)}</b>")
        self._buttons["m"].description = "give back" if self.player.seats[0].taken_over else "take over"
        self._buttons["space"].description = "go on" if self.player.paused else "pause"

    def _failed(self, error):
        reason = str(error) if isinstance(error, BadInput) else f"{type(error).__name__}: {error}"
        self._failure = f"Stopped by an error. {reason}"

    def _keyboard_event(self, event):
        if event.get("ctrlKey") or event.get("metaKey") or event.get("altKey"):  # the browser's: Ctrl+S, Ctrl+R
            return
        if event["type"] == "mouseleave":  # from here on no key that goes up is heard of
            self.player.release_all()
            return
        key = BROWSER_KEYS.get(event["key"]) or FIRE_KEYS.get(event["key"]) or event["key"].lower()
        if event["type"] == "keyup":
            self.player.release(key)
        elif key in keys.STEERING or not event["repeat"]:  # held down, m would take over and give back by turns
            self.press(key)

    def _command_button(self, key):
        button = ipywidgets.Button(description=COMMANDS[key], layout={"width": "auto"}, tooltip=f"key: {key}")
        button.on_click(lambda _: self.press(key))
        return button

    def _pad(self, key):
        """A button that is held like a key."""
        button = ipywidgets.Button(description=PADS[key], layout={"width": "64px", "height": "40px"}, tooltip=key)
        down, up = ["mousedown", "touchstart"], ["mouseup", "mouseleave", "touchend", "touchcancel"]
        finger = ipyevents.Event(source=button, watched_events=down + up, prevent_default_action=True)
        finger.on_dom_event(lambda event: self.press(key) if event["type"] in down else self.player.release(key))
        return button


class SeatView:
    """A seat's picture, with who plays and the score above, and the action values beside it. `widget` shows it all."""

    def __init__(self, seat):
        self._seat = seat
        self._title, self._bars = ipywidgets.HTML(), ipywidgets.HTML(layout={"margin": "0 16px 0 8px"})
        small = seat.picture.shape[1] <= 200
        self._screen = Screen(width=320 if small else 480, alt=f"A game of {seat.game_name}")
        self.widget = ipywidgets.VBox([self._title, ipywidgets.HBox([self._screen.widget, self._bars])])
        self._picture = None

    def show(self):
        """Bring everything up to date that has changed."""
        seat = self._seat
        if seat.picture is not self._picture:
            self._picture = seat.picture
            self._screen.show(seat.picture)
        _set(self._title, f'<span style="font-size: 18px">{html.escape(seat.who)}: <b>{seat.score:g}</b></span>')
        _set(self._bars, bars(seat))


def bars(seat):
    """The seat's action values as HTML: a bar each, the greedy action's in colour, a mark at the one last taken."""
    if seat.q_values is None:
        return ""
    greedy = int(seat.q_values.argmax())
    rows = [
        f'<tr style="{"font-weight: bold" if number == greedy else ""}">'
        f"<td>{'▸' if number == seat.action else ''}</td><td>{html.escape(name)}</td>"
        f'<td style="width: 80px; background: #8882"><div style="height: 10px; width: {100 * share:.0f}%; '
        f'background: {"#e8710a" if number == greedy else "#6b8fb8"}"></div></td>'
        f'<td style="text-align: right; font-variant-numeric: tabular-nums">{value:.2f}</td></tr>'
        for number, (name, value, share) in enumerate(zip(seat.action_names, seat.q_values, seat.bars))
    ]
    note = "orange: best now; ▸ the move that led here" + (" by you" if seat.taken_over else "")
    return (
        '<table style="border-spacing: 4px 1px; font-size: 12px; line-height: 1.2">'
        f'<caption style="text-align: left">action values Q(s, a)</caption>{"".join(rows)}</table>'
        f"<small>{note}</small>"
    )


def _row(widgets):
    return ipywidgets.HBox(list(widgets), layout={"flex_flow": "row wrap"})


def _set(widget, text):
    if widget.value != text:
        widget.value = text
