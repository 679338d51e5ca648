"""The small parts around what moves: a button that starts and stops it, a line of words, and errors that are seen."""

import functools
import html
import traceback
from pathlib import Path

import ipywidgets

from workshop.errors import BadInput
from workshop.exercise import Unwritten


def switch(live):
    """A button that starts and stops a Live, and always says which of the two it would do."""
    button = ipywidgets.Button(layout={"width": "7em"})

    def name_it():
        button.description, button.icon = ("Stop", "stop") if live.running else ("Start", "play")

    live.on_change(name_it)
    name_it()
    button.on_click(lambda _: live.stop() if live.running else live.start())
    return button


class Line:
    """A line of words that changes; put `widget` wherever a widget may stand."""

    def __init__(self):
        self.widget = ipywidgets.HTML()

    def say(self, text):
        """Replace the words."""
        self.widget.value = html.escape(text)

    def fail(self, error):
        """Say what an exception says, and where it was raised: for what happens outside any cell."""
        self.widget.value = (
            f'<pre role="alert" style="color: #b00020; white-space: pre-wrap; line-height: 1.3">'
            f"{html.escape(_in_words(error))}</pre>"
        )

    def guard(self, function):
        """The function, for a button or slider to call: what it raises is said here, since no cell would show it."""

        @functools.wraps(function)
        def guarded(*args, **kwargs):
            try:
                return function(*args, **kwargs)
            except Exception as error:
                self.fail(error)

        return guarded


def _in_words(error):
    if isinstance(error, BadInput | Unwritten):
        return str(error)
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"
