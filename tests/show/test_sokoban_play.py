"""Sokoban under one's own hands: keys and buttons do the same, and the line says what an agent would be told."""

import pytest

from workshop.show import play_sokoban
from workshop.show.sokoban_play import SokobanPlay
from workshop.worlds.sokoban import shortest_solution

UP, DOWN, LEFT, RIGHT = range(4)


def said(game):
    return game._line.widget.value


def press(game, key):
    """What ipyevents calls when a key goes down over the board."""
    game._keys._dom_handlers({"type": "keydown", "key": key})


def test_arrow_keys_move_the_man_and_others_take_back():
    game = SokobanPlay(2)
    for key in ("ArrowUp", "ArrowRight", "x"):
        press(game, key)
    assert game.actions == [UP, RIGHT] and len(game.states) == 3
    press(game, "u")
    assert game.actions == [UP]
    press(game, "r")
    assert game.actions == [] and game.states == [0]
    press(game, "Backspace")
    assert game.states == [0]


def test_the_line_says_action_reward_and_state():
    game = SokobanPlay(1)
    game.act(RIGHT)
    assert said(game) == f"a_0 = right, r_1 = 0, s_1 = {game.states[1]}."


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_solved_level_says_so_and_stays_solved(level):
    game = SokobanPlay(level)
    fewest = len(shortest_solution(level))
    for action in [*shortest_solution(level), UP, UP]:
        game.act(action)
    assert said(game).endswith(f"Solved in {fewest} steps; the fewest are {fewest}.")
    assert len(game.actions) == fewest


def test_a_deadlock_is_named_and_can_be_undone():
    game = SokobanPlay("######\n#  . #\n# $@ #\n#    #\n######")
    game.act(LEFT)
    assert "deadlock" in said(game)
    game.undo()
    assert game.states == [0]


def test_it_leaves_a_still_of_the_board_where_no_kernel_runs(shown):
    [page] = shown(play_sokoban, 3)
    assert page["text/plain"] == "A Sokoban level: the man, 2 boxes and as many goals"
    assert "<img" in page["text/html"]
