"""What one relies on in the reference of notebook 1, beyond what its check cells say."""

import doctest

import gymnasium as gym
import numpy as np
import pytest

from solutions import rl
from workshop import worlds  # registers Sokoban


def test_the_examples_in_the_docstrings_are_true():
    failed, tried = doctest.testmod(rl)
    assert tried > 20 and failed == 0


def test_an_episode_can_be_played_again_from_its_seed():
    env = worlds.make_atari("breakout")
    plans = [iter([1, *np.random.default_rng(5).integers(4, size=29)]) for _ in range(2)]
    one, two = (rl.play_episode(env, lambda state, plan=plans[i]: next(plan), seed=3, max_steps=30) for i in range(2))
    assert np.array_equal(one.states, two.states)
    assert one.rewards == two.rewards


def test_returns_to_go_begin_with_the_discounted_return():
    rewards = np.random.default_rng(0).normal(size=50)
    returns = rl.returns_to_go(rewards, 0.97)
    assert np.allclose(returns, [rl.discounted_return(rewards[t:], 0.97) for t in range(50)])


def test_an_episode_of_ten_thousand_steps_has_a_return():
    assert rl.discounted_return([1] * 10_000, 0.99) == pytest.approx(100)


def test_a_step_as_expected_has_no_td_error():
    value = rl.returns_to_go([1, -2, 3], 0.5)
    assert rl.td_error(1, value[0], value[1], 0.5, False) == 0
    assert rl.td_error(3, value[2], 99, 0.5, True) == 0


def test_functions_said_to_return_floats_and_ints_return_pythons_own():
    q, rng = np.zeros((2, 3), dtype=np.float32), np.random.default_rng(0)
    floats = [
        rl.discounted_return(np.float32([1, 2]), 0.5),
        rl.td_error(np.float32(1), q[0, 0], q[0, 0], 0.5, False),
        rl.q_target(np.float32(1), q[0], 0.5, False),
        rl.q_learning_update(q, 0, 0, 1, 1, True, alpha=0.5, gamma=0.5),
    ]
    assert [type(value) for value in floats] == [float] * 4
    assert [type(action) for action in (rl.greedy_action(q[1], rng), rl.epsilon_greedy(q[1], 1, rng))] == [int] * 2


def test_epsilon_greedy_breaks_ties_at_random():
    rng = np.random.default_rng(0)
    assert {rl.epsilon_greedy(np.zeros(4), 0.0, rng) for _ in range(100)} == {0, 1, 2, 3}


def test_a_table_learns_the_shortest_way_through_the_notebooks_sokoban():
    env = gym.make("workshop/Sokoban-v0", level=2)
    q, returns = rl.train_q_table(env, episodes=800, alpha=0.5, gamma=0.9, epsilon=0.2, seed=0)
    episode = rl.play_episode(env, lambda state: int(q[state].argmax()))
    assert episode.rewards == [0] * 11 + [1]
    assert q[0].max() == pytest.approx(0.9**11, abs=1e-3)
    assert len(returns) == 800 and sum(returns[-100:]) > 60
