"""Centred filters: what is the same everywhere on a screen neither excites them nor pushes them about."""

import dataclasses

import chainer
import numpy as np
import pytest

from solutions import dqn
from workshop.learning import centred, networks, presets
from workshop.learning.agent import Agent
from workshop.types import Batch

CPU = chainer.get_device("@numpy")


def agent(preset):
    return Agent(dqn, preset, (84, 84), 6, rng=np.random.default_rng(1), device=CPU)


def mostly_background(count, seed):
    """A Batch of grey screens with a white ball on each."""
    rng = np.random.default_rng(seed)
    states, next_states = np.full((2, count, 4, 84, 84), 87, np.uint8)
    for screens in (states, next_states):
        for screen, (y, x) in zip(screens, rng.integers(80, size=(count, 2))):
            screen[:, y : y + 2, x : x + 2] = 236
    actions, rewards = rng.integers(6, size=count).astype(np.int32), rng.integers(-1, 2, count).astype(np.float32)
    return Batch(states, actions, rewards, next_states, np.zeros(count, bool))


def of_plain_screens(network):
    """What the filters of the first layer say of a black and of a grey screen, (2, filters)."""
    screens = np.zeros((2, 4, 8, 8), np.float32)
    screens[1] = 87 / 255
    return network.conv1(screens).array[:, :, 0, 0]


def test_no_plain_screen_excites_a_filter_at_the_start():
    black, grey = of_plain_screens(agent(presets.SESSION).online)
    assert grey == pytest.approx(black, abs=1e-5)
    assert np.ptp(of_plain_screens(agent(presets.PAPER_2013).online), axis=0).max() > 0.1


def test_online_and_target_network_start_alike():
    session = agent(presets.SESSION)
    states = mostly_background(4, 0).states
    assert np.array_equal(session.online(states).array, session.target(states).array)


def test_updates_hardly_move_what_the_filters_say_of_a_plain_screen():
    moved = {}
    for name in ("centred", "as Chainer does"):
        learner = agent(dataclasses.replace(presets.SESSION, centred=name == "centred"))
        before = of_plain_screens(learner.online)
        weights = learner.online.conv1.W.array.copy()
        for number in range(50):
            learner.learn(mostly_background(32, number))
        assert np.abs(learner.online.conv1.W.array - weights).max() > 0.003  # it did learn
        moved[name] = np.abs(of_plain_screens(learner.online) - before).mean()
    assert moved["as Chainer does"] > 0.03
    assert moved["centred"] < moved["as Chainer does"] / 20


def test_the_first_layers_biases_stay_while_all_else_learns():
    learner = agent(presets.SESSION)
    before = {name: param.array.copy() for name, param in learner.online.namedparams()}
    learner.learn(mostly_background(32, 0))
    moved = {name for name, param in learner.online.namedparams() if (param.array != before[name]).any()}
    assert moved == set(before) - {"/conv1/b"}
    assert (learner.online.conv1.b.array == centred.OPEN).all()


def test_the_papers_presets_and_all_but_filters_are_left_as_chainer_draws_them():
    plain = networks.build(dqn, "2013", (84, 84), 6, np.random.default_rng(1))
    paper, session = agent(presets.PAPER_2013).online, agent(presets.SESSION).online
    for (name, drawn), papers, ours in zip(plain.namedparams(), paper.params(), session.params()):
        assert np.array_equal(papers.array, drawn.array)
        assert np.array_equal(ours.array, drawn.array) == (not centred.is_kernels(drawn) and name != "/conv1/b"), name


def test_a_gradient_loses_its_mean_filter_by_filter_and_only_there():
    link = chainer.links.Convolution2D(2, 3, 4)
    link.W.grad, link.b.grad = np.random.default_rng(0).normal(1, 1, (3, 2, 4, 4)).astype(np.float32), np.ones(3, "f")
    before = link.W.grad.copy()
    optimizer = chainer.optimizers.SGD(lr=1).setup(link)
    optimizer.add_hook(centred.CentredGradients())
    optimizer.update()
    assert link.W.grad == pytest.approx(before - before.mean(axis=(1, 2, 3), keepdims=True), abs=1e-6)
    assert link.b.array == pytest.approx(-np.ones(3))
