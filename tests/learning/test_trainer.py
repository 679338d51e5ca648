"""The whole DQN: it learns, it is exact, it goes on where it stopped. Real emulators, real Chainer."""

import dataclasses
import itertools
import types

import chainer
import numpy as np
import pytest

from solutions import dqn
from tests.learning.small_runs import CPU, QUICK, TINY_PONG, train
from workshop.learning import presets, statistics
from workshop.learning.replay import Replay
from workshop.learning.trainer import EpochEnded, Moved, Trainer


def test_a_dqn_learns_to_balance_a_pole_in_half_a_minute():
    """Random play holds it about 20 steps; after 3 000 steps the agent holds it three times as long."""
    _, (random, trained) = train()
    assert random.test["mean"] < 30
    assert trained.test["mean"] > 60


def without_terminal_mask(rewards, next_q_values, terminals, gamma):
    return dqn.td_targets(rewards, next_q_values, np.zeros_like(terminals), gamma)


def with_the_coin_flipped(online, states, epsilon, rng):
    return dqn.act(online, states, 1 - epsilon, rng)


def always_the_newest(self, batch_size, rng):
    return np.zeros(batch_size, np.int64), np.full(batch_size, self.time - self.n_step - 1)


@pytest.mark.parametrize(
    "broken",
    [{"td_targets": without_terminal_mask}, {"act": with_the_coin_flipped}, {"_draw": always_the_newest}],
    ids=["no terminal mask", "epsilon-greedy flipped", "no replay"],
)
def test_a_dqn_with_one_part_broken_does_not_learn(broken, monkeypatch):
    """The test above would notice: with any of these mistakes the same training stays near random play."""
    parts = types.SimpleNamespace(**(vars(dqn) | broken))
    if "_draw" in broken:
        monkeypatch.setattr(Replay, "_draw", always_the_newest)
    _, (_, trained) = train(parts=parts)
    assert trained.test["mean"] < 60


def parameters(network):
    return {name: parameter.array.copy() for name, parameter in network.namedparams()}


def same(one, other):
    return all(np.array_equal(one[name], other[name]) for name in one)


def test_the_target_network_moves_only_when_it_is_synced_and_no_gradient_reaches_it():
    preset = dataclasses.replace(QUICK, target_sync=10, replay_start=100, environments=1, test_games=1)
    trainer = Trainer(dqn, preset, "CartPole-v1", seed=3, device=CPU)
    agent = trainer.agent
    agent.target.cleargrads()
    held = parameters(agent.target)
    synced = 0
    for event in trainer.run(150):
        if not isinstance(event, Moved) or event.loss is None:
            continue
        assert all(parameter.grad is None for parameter in agent.target.params())
        if event.updates % 10:
            assert same(held, parameters(agent.target)), f"the target moved at update {event.updates}"
            assert not same(held, parameters(agent.online))
        else:
            synced += 1
            held = parameters(agent.target)
            assert same(held, parameters(agent.online))
    assert synced >= 4


def test_the_average_reaches_back_over_a_share_of_all_updates():
    for share, weighting in {1.0: [1 / 2, 1 / 2], 0.1: [1 / 11, 10 / 11]}.items():
        preset = dataclasses.replace(QUICK, environments=1, replay_start=100, weights_average=share)
        trainer = Trainer(dqn, preset, "CartPole-v1", seed=3, device=CPU)
        learned = (event for event in trainer.run(1000) if isinstance(event, Moved) and event.loss is not None)
        there = [
            parameters(trainer.agent.online) for event in itertools.islice(learned, 10) if event.updates in (5, 10)
        ]
        trainer.close()
        assert trainer.agent.updates == 10
        for name, mean in parameters(trainer.agent.average).items():
            expected = sum(weight * one[name] for weight, one in zip(weighting, there, strict=True))
            assert mean == pytest.approx(expected, abs=1e-6), (share, name)
            assert not np.array_equal(there[0][name], there[1][name])


def test_what_is_tested_is_the_average_where_the_preset_wants_one():
    for share, name in {0.1: "average", 0.0: "online"}.items():
        preset = dataclasses.replace(TINY_PONG, weights_average=share)
        trainer = Trainer(dqn, preset, "pong", seed=3, device=CPU)
        trainer.close()
        agent = trainer.agent
        assert agent.tested is getattr(agent, name)
        states = np.random.default_rng(0).integers(256, size=(20, 4, 84, 84), dtype=np.uint8)
        agent.tested.out.b.array[...] = [0, 0, 9, 0, 0, 0]
        assert set(agent.act_in_test(states, 0.0, np.random.default_rng(0))) == {2}
        assert (set(agent.act(states, 0.0, np.random.default_rng(0))) == {2}) == (name == "online")


def test_max_q_is_the_mean_over_states_however_many_they_are():
    trainer = Trainer(dqn, QUICK, "CartPole-v1", seed=3, device=CPU)
    states = np.random.default_rng(1).normal(size=(130, 4)).astype(np.float32)
    states[100:] *= 50
    with chainer.no_backprop_mode():
        q = trainer.agent.online(states).array
    assert trainer.agent.mean_max_q(states) == pytest.approx(float(q.max(axis=1).mean()), rel=1e-5)


def test_learning_starts_when_the_replay_holds_enough_and_keeps_its_pace():
    """`session` on Pong: no update before replay_start, then one for every four steps."""
    trainer = Trainer(dqn, TINY_PONG, "pong", seed=1, device=CPU)
    updates = {event.steps: event.updates for event in trainer.run(80) if isinstance(event, Moved)}
    assert updates[40] == 0
    assert updates[80] == 10
    assert presets.SESSION.replay_start <= 4000, "attendees see learning start within the first minute"


@pytest.mark.parametrize(("optimizer", "name"), [("adam", "alpha"), ("rmsprop", "lr"), ("rmsprop_graves", "lr")])
def test_the_learning_rate_falls_in_a_line_to_its_end(optimizer, name):
    """Halfway it is in the middle, and beyond the preset's steps it stays at its end."""
    preset = dataclasses.replace(
        QUICK, optimizer=optimizer, learning_rate=1e-3, learning_rate_end=2e-4, replay_start=40, steps=400, test_games=1
    )
    trainer = Trainer(dqn, preset, "CartPole-v1", seed=1, device=CPU)
    rates = {}
    for _ in trainer.run(500):
        rates[trainer.steps] = getattr(trainer.agent.optimizer, name)
    assert rates[204] == pytest.approx(6e-4)  # set before the step that led here from 200
    assert rates[500] == pytest.approx(2e-4)


def without_times(rows):
    return [{name: value for name, value in row.items() if name not in statistics.TIMES} for row in rows]


@pytest.mark.parametrize(("game", "preset", "steps"), [("pong", TINY_PONG, 120), ("CartPole-v1", QUICK, 1200)])
def test_the_same_seed_repeats_a_run_and_another_seed_does_not(game, preset, steps):
    (one, _), (again, _), (other, _) = (train(preset, game=game, seed=s, steps=steps) for s in (5, 5, 6))
    assert without_times(one.rows) == without_times(again.rows)
    assert same(parameters(one.agent.online), parameters(again.agent.online))
    assert not same(parameters(one.agent.online), parameters(other.agent.online))


def test_held_out_states_stay_as_they_were():
    """The states on which max Q is followed are copies: playing on does not change them."""
    trainer = Trainer(dqn, TINY_PONG, "pong", seed=2, device=CPU)
    events = trainer.run(60)
    for event in events:
        if isinstance(event, EpochEnded):
            break
    before = trainer.held_out.copy()
    for _ in events:
        pass
    trainer.close()
    assert before.shape == (500, 4, 84, 84)
    assert np.array_equal(trainer.held_out, before)
    assert len(np.unique(before.reshape(500, -1), axis=0)) > 400, "not one picture five hundred times"


def test_building_a_network_leaves_numpys_global_randomness_alone():
    """An attendee's own np.random.seed keeps its meaning."""
    np.random.seed(0)
    expected = np.random.rand(3)
    np.random.seed(0)
    Trainer(dqn, QUICK, "CartPole-v1", seed=1, device=CPU).close()
    assert np.array_equal(np.random.rand(3), expected)
