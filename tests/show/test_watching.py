"""A policy's games, watched."""

from workshop import worlds
from workshop.show import Line, Screen, watch
from workshop.show.watching import _games


def test_a_policy_plays_real_breakout_frame_by_frame_and_game_after_game():
    game, screen, line = worlds.watched_game("breakout"), Screen(width=160, alt=""), Line()
    playing = _games(game, lambda state: 1 if state.mean() else 0, 0, screen, line)
    pictures = set()
    while "game 2" not in line.widget.value:
        next(playing)
        pictures.add(screen.widget.children[0].value)
    assert len(pictures) > 100
    game.close()


def test_it_shows_the_first_picture_and_leaves_it_where_no_kernel_runs(shown):
    game = worlds.watched_game("breakout")
    [page] = shown(watch, game, lambda state: 0, alt="Breakout at rest")
    assert 'alt="Breakout at rest"' in page["text/html"]
    game.close()
