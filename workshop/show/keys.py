"""What held keys mean: one of the game's actions. The notebook and the window share these names of keys.

Arrows steer, fire fires ("f" or Enter). Where nothing moves up, the up arrow fires too (Breakout, Space Invaders);
Pong's actions LEFT and RIGHT move its paddle down and up, so there all four arrows do. Digits take an action by number.
"""

import re

STEERING = ("left", "right", "up", "down", "fire", *"0123456789")

# Gymnasium's own worlds number their actions; these are the meanings its documentation gives.
_GYMNASIUM = {
    "CartPole-v1": ("LEFT", "RIGHT"),
    "MountainCar-v0": ("LEFT", "NOOP", "RIGHT"),
    "Acrobot-v1": ("LEFT", "NOOP", "RIGHT"),
    "FrozenLake-v1": ("LEFT", "DOWN", "RIGHT", "UP"),
}


def action_names(game, names):
    """The names to show and to steer by. game: canonical.  names: list of str, the world's own."""
    return [name.upper() for name in _GYMNASIUM.get(game, names)]


def action(game, names, keys):
    """The action that keys mean: the one that uses most of them, of equals the one pressed last.

    names: from `action_names`.  keys: iterable of STEERING, in the order pressed.  With none: doing nothing, and where
    the game has no such action, None.

    >>> action("seaquest", ["NOOP", "FIRE", "UP", "RIGHT", "UPRIGHTFIRE"], ["up", "fire", "right"])
    4
    """
    pressed = [_part(game, names, key) for key in keys]
    best, most = (names.index("NOOP") if "NOOP" in names else None), (0, -1)
    for number, name in enumerate(names):
        parts = re.findall("UP|DOWN|LEFT|RIGHT|FIRE", name) or [str(number)]
        if all(part in pressed for part in parts):
            best, most = max((most, best), ((len(parts), max(map(pressed.index, parts))), number))[::-1]
    return best


def _part(game, names, key):
    """The part of an action's name that a key stands for."""
    if game == "pong":
        key = {"up": "right", "down": "left"}.get(key, key)
    if key == "up" and not any("UP" in name for name in names):
        key = "fire"
    return key.upper()
