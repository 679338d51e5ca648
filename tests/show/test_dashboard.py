"""The dashboard shows a training from its folder alone, moves while it is open, and leaves the training alone."""

import asyncio
import json
import os

import numpy as np
import pytest

from workshop import worlds
from workshop.__main__ import main
from workshop.learning import lock, progress
from workshop.show.background import Training
from workshop.show.dashboard import Dashboard


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    """The folder of a short training that has ended."""
    folder = tmp_path_factory.mktemp("runs") / "cartpole"
    main(["train", "CartPole-v1", "--steps", "1600", "--out", str(folder)])
    return folder


def watched(folder, steps=2):
    """A Dashboard that moved some steps, and the pictures it showed."""
    board, shown = Dashboard(Training(folder)), []
    board.screen.show = shown.append
    for _ in range(steps):
        next(board.live.moving)
    return board, shown


def test_it_tells_step_score_max_q_loss_epsilon_and_when_learning_started(run):
    board = Dashboard(Training(run))  # all of it at once, before anything moves: on slides nothing ever does
    for word in (
        "step 1,600 of 1,600",
        "epsilon",
        "loss",
        "max Q",
        "last test",
        "random play",
        "Learning started at step 1,0",
    ):
        assert word in board.words.value
    assert board.bar.value == 1
    assert '<img src="data:image/png' in board.curves.value and 'alt="Score, max Q and loss' in board.curves.value


def test_the_moving_picture_is_the_very_game_that_was_played(run):
    game = progress.read(run, "game.json")
    board, shown = watched(run, len(game["actions"]) + 5)
    assert len(shown) == len(game["actions"])
    assert f"score {len(game['actions'])}" in board.game_words.widget.value  # a point a step
    assert not np.array_equal(shown[0], shown[-1])


def test_a_game_of_atari_is_seen_again_with_the_score_it_had():
    world = worlds.training_world("pong", 1, seed=3)
    world.reset()
    rng = np.random.default_rng(0)
    finished = []
    while not finished:
        finished = world.step(rng.integers(world.n_actions, size=1)).finished
    seed, actions = world.last_game
    again = worlds.watched_game("pong")
    again.start(seed)
    rewards = []
    for action in actions:
        again.send(action)
        rewards.append(again.receive().reward)
    assert sum(rewards) == finished[0].score and len(actions) == finished[0].steps


def test_a_mistake_in_ones_own_code_is_shown_as_their_traceback(run, tmp_path):
    told = progress.read(run) | {"state": "failed", "error": 'File "workshop/dqn.py", line 7, in <you>'}
    (tmp_path / "progress.json").write_text(json.dumps(told))
    board, _ = watched(tmp_path)
    assert "line 7, in &lt;you&gt;" in board.words.value and 'role="alert"' in board.words.value


def test_one_that_died_without_a_word_is_not_said_to_be_at_work(run, tmp_path):
    (tmp_path / "progress.json").write_text(json.dumps(progress.read(run) | {"state": "learning"}))
    (tmp_path / "train.log").write_text("begins\ntrain: the disk is full.")
    os.utime(tmp_path / "progress.json", (0, 0))
    board, _ = watched(tmp_path)
    assert "the disk is full" in board.words.value and board.stop.description == "Go on"


def test_a_training_that_has_said_its_last_word_may_still_be_leaving(run):
    with lock.take(run / ".lock"):
        board, _ = watched(run)
    assert "done" in board.words.value


def test_it_moves_by_itself_and_closing_it_stops_the_picture_and_nothing_else(run):
    async def open_and_close():
        board.live.start()
        while not board.game_words.widget.value:
            await asyncio.sleep(0.01)
        board.close.click()

    board = Dashboard(Training(run))
    asyncio.run(asyncio.wait_for(open_and_close(), 60))
    assert not board.live.running and progress.read(run)["state"] == "done"


def test_the_picture_stands_still_once_the_training_is_stopped(run):
    board, shown = watched(run)
    assert len(shown) == 2
    board.running = True
    board.stop.click()
    board.running = False
    next(board.live.moving)
    assert len(shown) == 2


def test_there_is_a_line_where_there_is_no_training(tmp_path):
    board, _ = watched(tmp_path / "nowhere")
    assert "no training" in board.words.value and board.stop.disabled
