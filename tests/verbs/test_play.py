"""play: a window with the player in it, drawn into memory here."""

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from workshop.__main__ import main
from workshop.show import player_window
from workshop.show.player import Player, Seat

HOUSE = Path(__file__).resolve().parents[2]


@pytest.fixture
def unseen(monkeypatch):
    """Windows open in memory."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    yield
    pygame.quit()


def key(kind, code):
    pygame.event.post(pygame.event.Event(kind, key=code))


def test_keys_of_the_window_reach_the_player_and_q_closes_it(unseen):
    player = Player([Seat("pong", "best") for _ in range(2)])
    pygame.display.init()
    for code in (pygame.K_m, pygame.K_DOWN, pygame.K_s, pygame.K_q):
        key(pygame.KEYDOWN, code)
    player_window.show(player)
    assert player.quit
    assert player.seats[0].taken_over
    assert player.speed == 2
    assert not pygame.display.get_init()


def test_the_window_shows_the_game_and_the_greedy_action_in_colour(unseen):
    player = Player([Seat("pong", "best")])
    pygame.display.init()
    pygame.font.init()
    window = player_window.Window(player)
    player.tick()
    window.draw()
    colours = {
        tuple(colour) for row in pygame.surfarray.array3d(pygame.display.get_surface())[::2, ::2] for colour in row
    }
    assert tuple(player.seats[0].picture[100, 80]) in colours  # the field
    assert player_window.BEST in colours
    player.stop()


def test_where_there_is_no_display_one_line_says_so():
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    if sys.platform != "linux":
        pytest.skip("other systems always have one")
    finished = subprocess.run(
        [sys.executable, "-m", "workshop", "play", "CartPole-v1"],
        cwd=HOUSE,
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        encoding="utf-8",
    )
    assert finished.returncode == 2
    assert "play: no window can be opened here" in finished.stderr
    assert "Traceback" not in finished.stderr


@pytest.mark.parametrize(
    "words, line",
    [
        (["pnog"], 'Did you mean "pong"'),
        (["pong", "--agent", "erly"], 'Did you mean "early"'),
        (["nowhere.npz"], "there is no snapshot nowhere.npz"),
        (["pong", "--epsilon", "2"], "no probability"),
    ],
)
def test_what_cannot_be_played_is_refused_in_a_line(words, line, capsys, unseen):
    assert main(["play", *words]) == 2
    said = capsys.readouterr()
    assert line in said.err and said.err.count("\n") == 1 and said.out == ""
