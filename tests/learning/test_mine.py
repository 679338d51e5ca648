"""An attendee's own dqn.py trains by the very same trainer, is kept with its run, and answers for its own mistakes."""

import dataclasses
import json
import re
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from solutions import dqn
from workshop.__main__ import main
from workshop.course import answers
from workshop.learning import parts, presets, progress, snapshot, statistics
from workshop.learning.agent import Agent
from workshop.learning.trainer import EpochEnded, Trainer
from workshop.links import device
from workshop.types import Batch

RIGHT = Path(__file__).resolve().parents[1] / "right_answers"
CPU = device.pick("cpu")
CARTPOLE = dataclasses.replace(
    presets.CLASSIC, environments=2, epoch_steps=400, test_games=2, replay_start=100, target_sync=20
)
DIFFERENT = {  # an answer to each exercise that goes about it in its own way
    "3.4": "linspace", "3.6": "other names", "3.7": "one hot mask", "3.8": "copy and index", "3.9": "clip",
    "3.10": "lossfun", "3.11": "link by link", "3.13": "einsum", "3.14": "other names",
}  # fmt: skip


def answer(id, name):
    """The text of a right answer, out of tests/right_answers."""
    common, *others = re.split(r"^# === ", (RIGHT / f"{id}.py").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return common + dict(text.split("\n", 1) for text in others)[name]


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house of one's own, its dqn.py still unwritten; the run's folder is "run" in it."""
    (tmp_path / "workshop").mkdir()
    (tmp_path / "run").mkdir()
    monkeypatch.setattr(parts, "HOUSE", tmp_path)
    write(tmp_path, "")
    return tmp_path


def write(house, text):
    (house / "workshop" / "dqn.py").write_text(f"{answers.fresh('3')}\n\n{text}", encoding="utf-8")


def rows(taken, preset):
    """What a short training writes into its stats.csv, times left out."""
    with closing(Trainer(taken, preset, "CartPole-v1", seed=1, device=CPU)) as trainer:
        found = [row for event in trainer.run(400) if isinstance(event, EpochEnded) for row in event.rows]
    return [{name: value for name, value in row.items() if name not in statistics.TIMES} for row in found]


def train(house, *words):
    return main(["train", "CartPole-v1", "--mine", "--steps", "1200", "--out", str(house / "run"), *words])


@pytest.mark.parametrize("double", [False, True], ids=["DQN", "Double DQN"])
def test_right_answers_written_differently_train_number_for_number_like_the_reference(double, house):
    preset = dataclasses.replace(CARTPOLE, double=double)
    write(house, "\n".join(answer(id, name) for id, name in DIFFERENT.items()))
    assert rows(parts.mine(house / "run", begun=False), preset) == rows(dqn, preset)


@pytest.mark.parametrize("preset", [presets.SESSION, presets.PAPER_2015], ids=lambda preset: preset.network)
def test_a_network_written_differently_learns_the_same_up_to_rounding(preset, house):
    """Plain links instead of the quick ones, other names inside: other sums, in another order, of the same numbers."""
    write(house, "\n".join(answer(id, name) for id, name in DIFFERENT.items()))
    preset, losses = dataclasses.replace(preset, target_sync=2), []
    for taken in (dqn, parts.mine(house / "run", begun=False)):
        rng = np.random.default_rng(1)
        agent = Agent(taken, preset, (84, 84), 6, rng=np.random.default_rng(2), device=CPU)
        states, next_states = rng.integers(256, size=(2, 8, 4, 84, 84), dtype=np.uint8)
        batch = Batch(
            states, rng.integers(6, size=8, dtype=np.int32), np.ones(8, np.float32), next_states, rng.random(8) < 0.3
        )
        losses.append([float(agent.learn(batch).array) for _ in range(5)])
    assert np.allclose(*losses, rtol=1e-3)
    assert losses[0][-1] < losses[0][0]


@pytest.mark.parametrize("preset", [presets.SESSION, presets.PAPER_2015], ids=lambda preset: preset.network)
def test_the_agent_of_a_network_with_other_names_inside_plays_like_any(preset, house):
    write(house, "\n".join(answer(id, "other names") for id in ("3.6", "3.14")))
    agent = Agent(parts.mine(house / "run", begun=False), preset, (84, 84), 6, rng=np.random.default_rng(2), device=CPU)
    card = snapshot.card(
        game="pong", actions=["NOOP"] * 6, frame_shape=(84, 84), preset=preset, seed=1, steps=0, wall_time=0.0,
        device="cpu", score=None,
    )  # fmt: skip
    snapshot.save(house / "best.npz", agent.online, card)
    states = np.random.default_rng(1).integers(256, size=(3, 4, 84, 84), dtype=np.uint8)
    network = snapshot.load(house / "best.npz").network(dqn, CPU)
    assert np.allclose(network(states).array, agent.online(states).array, atol=1e-5)


def test_what_was_adopted_is_the_reference_in_the_run_too_and_stays_so_when_it_goes_on(house, monkeypatch):
    monkeypatch.setenv("WORKSHOP_ADOPT", "3.6,3.7,3.8,3.10")
    assert train(house) == 0
    assert json.loads((house / "run" / "adopted.json").read_text()) == ["3.10", "3.6", "3.7", "3.8"]
    monkeypatch.delenv("WORKSHOP_ADOPT")
    assert train(house, "--steps", "1280") == 0
    assert progress.read(house / "run")["steps"] == 1280


def test_with_everything_adopted_the_file_need_not_even_be_sound(house):
    write(house, "def (")
    ids = [thing.exercise.id for thing in vars(dqn).values() if hasattr(thing, "exercise")]
    assert parts.mine(house / "run", begun=False, adopted=ids) is dqn


def test_an_exercise_not_written_is_told_with_its_place_in_ones_own_file(house):
    assert train(house) == 2
    told = progress.read(house / "run")
    assert told["state"] == "failed"
    assert re.search(r"Exercise 3\.\d+ .* is not written yet\. Open workshop/dqn\.py, line \d+, and", told["error"])


def test_an_error_in_ones_own_code_is_told_as_ones_own_traceback(house):
    """The lines of their file under the name they know it by, and none of ours."""
    mistaken = """
def helper(rewards):
    return rewards / nothing


def td_targets(rewards, *others):
    return helper(rewards)
"""
    write(house, "\n".join([answer(id, name) for id, name in DIFFERENT.items()] + [mistaken]))
    last = len((house / "workshop" / "dqn.py").read_text(encoding="utf-8").splitlines())
    assert train(house) == 2
    told = progress.read(house / "run")
    assert told["state"] == "failed"
    assert [line for line in told["error"].splitlines() if "^" not in line] == [
        "Traceback (most recent call last):",
        f'  File "workshop/dqn.py", line {last}, in td_targets',
        "    return helper(rewards)",
        f'  File "workshop/dqn.py", line {last - 4}, in helper',
        "    return rewards / nothing",
        "NameError: name 'nothing' is not defined",
    ]
