"""Guided backpropagation: the most exciting moment of each filter, and what in it mattered."""

import chainer
import chainer.functions as F
import matplotlib.pyplot as plt
import numpy as np
import pytest

from solutions.dqn import NatureQNetwork
from workshop.errors import BadInput
from workshop.links import quick as L
from workshop.show import filters_page, guided


class Small(chainer.Chain):
    """Two layers of convolution, as an attendee might write them: arrays only, and names of their own."""

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.eyes = L.Convolution2D(2, 2, 3, initialW=np.random.default_rng(0).normal(size=(2, 2, 3, 3)))
            self.mind = L.Convolution2D(2, 3, 3, initialW=np.random.default_rng(1).normal(size=(3, 2, 3, 3)))
            self.out = L.Linear(None, 4)

    def forward(self, states):
        h = F.relu(self.eyes(np.asarray(states).astype(np.float32) / np.float32(255)))
        return self.out(F.relu(self.mind(h)))


@pytest.fixture
def states():
    return np.random.default_rng(2).integers(256, size=(70, 2, 10, 10), dtype=np.uint8)


def test_each_filter_gets_the_state_of_the_whole_game_that_excites_it_most(states):
    """Also across the batches in which the states go through."""
    network = Small()
    first = guided.excitements(network, states)[0]
    activations = network.eyes(states.astype(np.float32) / 255).array
    for number, unit in enumerate(first):
        assert unit.value == pytest.approx(activations[:, number].max(), abs=1e-5)
        assert (unit.state == states[activations[:, number].max(axis=(1, 2)).argmax()]).all()


def test_what_mattered_lies_where_the_filter_looked_and_is_its_own_kernel_in_the_first_layer(states):
    network = Small()
    unit = guided.excitements(network, states)[0][1]
    kernel = network.eyes.W.array[1]
    rows, columns = (np.unique(axis) for axis in np.nonzero(unit.mattered)[1:])
    assert len(rows) == len(columns) == 3
    assert unit.mattered[:, rows[0] :, columns[0] :][:, :3, :3] == pytest.approx(kernel / abs(kernel).max(), abs=1e-5)


def test_only_positive_gradients_pass_a_relu_on_the_way_back(states):
    """By hand: the second layer's kernel, without its negative weights and where the first layer spoke, times that."""
    network = Small()
    unit = guided.excitements(network, states)[1][0]
    x = unit.state[np.newaxis].astype(np.float32) / 255
    first = network.eyes(x).array
    row, column = np.unravel_index(network.mind(F.relu(first)).array[0, 0].argmax(), (6, 6))
    at_first = np.zeros_like(first)
    at_first[0, :, row : row + 3, column : column + 3] = network.mind.W.array[0]
    at_first = np.where((at_first > 0) & (first > 0), at_first, 0)
    expected = F.deconvolution_2d(at_first, network.eyes.W.array).array[0]
    assert unit.mattered == pytest.approx(expected / abs(expected).max(), abs=1e-4)


def test_looking_changes_nothing_in_the_network_and_nothing_in_how_it_learns(states):
    network = Small()
    network(states)
    guided.excitements(network, states)
    assert "forward" not in vars(network.eyes)
    assert network.eyes.W.grad is None or not np.isfinite(network.eyes.W.grad).any()
    x = chainer.Variable(np.float32([2, 3]))
    y = F.relu(x)
    y.grad = np.float32([-1, 1])
    y.backward()
    assert x.grad.tolist() == [-1, 1]


def test_two_networks_stand_side_by_side_with_words(states):
    played = guided.played_states("pong", "best", steps=20)
    assert played.shape == (21, 4, 84, 84)
    figure, alt = guided.side_by_side({"yours": NatureQNetwork(6), "trained": "best"}, "pong", played, filters=3)
    assert len(figure.axes) == 6
    assert "yours and trained" in alt and "layer 1" in alt
    plt.close(figure)
    with pytest.raises(BadInput, match="no layer 9; this network has 1 to 3"):
        guided.side_by_side({"trained": "best"}, "pong", played, layer=9)
    plt.close("all")


def test_a_network_without_convolutions_is_refused_in_a_line():
    class Dense(chainer.Chain):
        def forward(self, states):
            return chainer.Variable(np.zeros((len(states), 2), np.float32))

    with pytest.raises(BadInput, match="no Convolution2D link"):
        guided.excitements(Dense(), np.zeros((2, 4), np.float32))


def test_the_page_holds_everything_and_fetches_nothing(states):
    page = filters_page.page(guided.excitements(Small(), states, ["NOOP", "<UP>", "A", "B"]), "eyes & minds")
    assert "Layer 1: eyes" in page and "Layer 2: mind" in page and "Layer 3: output" in page
    assert "eyes &amp; minds" in page and "&lt;UP&gt;" in page and "<UP>" not in page
    assert "http" not in page and 'src="data:image/png;base64,' in page
    assert page.count("<img") == page.count("alt=")
