"""Held actions: how often they begin, how long they last, in which games, and that a resumed run holds on."""

import dataclasses
import itertools

import numpy as np
import pytest

from solutions import dqn
from tests.learning.small_runs import CPU, QUICK
from workshop.learning.exploration import CHANCE, LONGEST, HeldActions
from workshop.learning.trainer import Trainer

OWN = 9  # what the agent would do; never held


def play(held, steps, n_games=4):
    """What the games did, int (steps, n_games), where the agent wants OWN always."""
    return np.array([held.over(np.full(n_games, OWN)) for _ in range(steps)])


def test_held_actions_begin_and_last_as_they_should_and_only_in_their_games():
    did = play(HeldActions(2, 6, np.random.default_rng(0)), 40_000)
    assert (did[:, 2:] == OWN).all()
    holds, own = [], 0
    for game in did[:, :2].T:
        for action, run in itertools.groupby(game):
            length = len(list(run))
            if action == OWN:
                own += length
            else:
                holds.append((action, length))
    actions, lengths = np.array(holds).T
    assert len(holds) / (own + len(holds)) == pytest.approx(CHANCE, rel=0.1)
    assert np.bincount(actions, minlength=6) / len(holds) == pytest.approx(np.full(6, 1 / 6), abs=0.02)
    # Chances of the zeta distribution: 6 / (pi n)^2. Two holds in a row with the same action look like one longer one.
    assert (lengths == 1).mean() == pytest.approx(0.61, abs=0.03)
    assert (lengths == 2).mean() == pytest.approx(0.15, abs=0.03)
    assert (lengths == LONGEST).mean() == pytest.approx(0.03, abs=0.01)


def test_what_is_held_is_held_on_to_after_a_resume():
    rng = np.random.default_rng(1)
    held = HeldActions(4, 6, rng)
    while held.left.max() < 5:  # so stopped in the middle of something
        play(held, 1)
    again = np.random.default_rng()
    again.bit_generator.state = rng.bit_generator.state
    resumed = HeldActions(4, 6, again)
    resumed.load_state_dict(held.state_dict())
    assert np.array_equal(play(resumed, 300), play(held, 300))


@pytest.mark.parametrize(("share", "games"), [(0.0, []), (0.5, [0, 1]), (1.0, [0, 1, 2, 3])])
def test_a_preset_says_in_how_many_games_actions_are_held(share, games):
    """Against what the agent asked for, in a training that never explores otherwise."""
    preset = dataclasses.replace(QUICK, held_actions=share, epsilon_start=0.0, epsilon_end=0.0, replay_start=3000)
    trainer = Trainer(dqn, preset, "CartPole-v1", seed=1, device=CPU)
    asked, sent = recorded(trainer.agent, "act", result=True), recorded(trainer.world, "send")
    for _ in trainer.run(1200):
        pass
    trainer.close()
    assert len(asked) == len(sent) == 300
    differ = (np.array(asked) != np.array(sent)).any(axis=0)
    assert np.flatnonzero(differ).tolist() == games


def recorded(owner, name, result=False):
    """A list that fills with what a method is given first, or with what it returns."""
    method, found = getattr(owner, name), []

    def recording(first, *others):
        back = method(first, *others)
        found.append(np.array(back if result else first))
        return back

    setattr(owner, name, recording)
    return found
