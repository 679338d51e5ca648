"""What people look at in a notebook: figures with words for those who cannot see them, and pictures that move.

Everything is imported when it is first asked for: the process that checks answers imports this too, and shows nothing.
"""

import importlib

_WHERE = {
    "Line": "controls",
    "Live": "live",
    "Screen": "screen",
    "captioned": "figures",
    "figure": "figures",
    "learn_sokoban": "sokoban_learning",
    "of_clip": "figures",
    "of_figure": "figures",
    "of_picture": "figures",
    "play_sokoban": "sokoban_play",
    "present": "figures",
    "row": "figures",
    "switch": "controls",
    "watch": "watching",
}
_MODULES = ("sokoban_board", "trace")
__all__ = [*_WHERE, *_MODULES]


def __getattr__(name):
    if name in _MODULES:
        return importlib.import_module(f"workshop.show.{name}")
    if name not in _WHERE:
        raise AttributeError(f"module 'workshop.show' has no attribute {name!r}")
    return getattr(importlib.import_module(f"workshop.show.{_WHERE[name]}"), name)


def __dir__():
    return __all__
