"""Names of worlds: what a person may type, and the one name we call it by.

An Atari game is called by its ROM's name ("space_invaders"), any other world by its Gymnasium id ("CartPole-v1").
"""

import difflib
import re

import gymnasium
from ale_py import roms

from workshop.errors import BadInput

COURSE = ("pong", "breakout", "space_invaders", "seaquest")

# ale-py carries these four, but they need two players; asked to load one, ALE ends the whole process.
FOR_TWO = ("combat", "joust", "maze_craze", "warlords")
ATARI = tuple(sorted(set(roms.get_all_rom_ids()) - set(FOR_TWO)))

_VARIANT = re.compile(r"(NoFrameskip|Deterministic)?-v\d+$")


def find(name):
    """The canonical name of a world.

    name: "pong", "Pong", "space-invaders", "SpaceInvaders", "ALE/Pong-v5", "PongNoFrameskip-v4" or any registered
    Gymnasium id with discrete actions ("CartPole-v1").  Returns "pong", "space_invaders", "CartPole-v1".
    Raises BadInput where there is no such world, or its actions are not discrete.

    >>> find("ALE/SpaceInvaders-v5")
    'space_invaders'
    """
    if name in _gymnasium_ids():
        return _with_discrete_actions(name)
    game = _by_letters().get(_letters(name))
    if _letters(name) in map(_letters, FOR_TWO):
        raise BadInput(f'"{name}" is a game for two; ale-py cannot play it with one.')
    if game is None:
        where = f"`python3 start.py train --help` lists all {len(ATARI)}."
        raise BadInput(f'there is no game "{name}".{_guess(name)} {where}')
    return game


def is_atari(name):
    """Whether a canonical name is an Atari game's."""
    return name in ATARI


def _gymnasium_ids():
    """Registered worlds other than the ids under which ale-py registers its own games."""
    return [key for key, spec in gymnasium.registry.items() if "game" not in spec.kwargs]


def _by_letters():
    return {_letters(game): game for game in ATARI}


def _letters(name):
    """A name without what people write differently: "ALE/TicTacToe3D-v5" and "tic_tac_toe_3d" are the same."""
    bare = _VARIANT.sub("", name.removeprefix("ALE/"))
    return re.sub(r"[^a-z0-9]", "", bare.lower())


def _guess(name):
    """' Did you mean "pong"?', or nothing where no name is near."""
    known = _by_letters() | {_letters(key): key for key in _gymnasium_ids()}
    near = difflib.get_close_matches(_letters(name), known, n=1)
    return f' Did you mean "{known[near[0]]}"?' if near else ""


def _with_discrete_actions(name):
    try:
        env = gymnasium.make(name)
    except Exception as error:  # whatever a package that is not there, or a world out of date, raises
        raise BadInput(f'"{name}" does not start here: {str(error).partition(chr(10))[0] or repr(error)}') from error
    actions = env.action_space
    env.close()
    if not isinstance(actions, gymnasium.spaces.Discrete):
        raise BadInput(f'"{name}" has actions {actions}; a DQN chooses among a few, Discrete(n).')
    return name
