"""The one error a person sees as a line instead of a traceback."""


class BadInput(Exception):
    """Something a person asked for cannot be done: its text says what, where and what to do, in one line."""

    def _render_traceback_(self):
        """What a notebook shows in place of a traceback: the same line."""
        return [f"\x1b[31m{self}\x1b[0m"]
