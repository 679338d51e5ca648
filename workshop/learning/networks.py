"""Which network a preset asks for, built so that the same seed always gives the same parameters."""

from contextlib import contextmanager

import chainer
import chainer.functions as F
import numpy as np

from workshop.errors import BadInput
from workshop.links import quick as L


class DenseQNetwork(chainer.Chain):
    """Action values of worlds without images: float32 states (B, n_inputs) -> float32 (B, n_actions).

    The first layer starts with large weights and with biases: few numbers of small size, a pole's angle for one, must
    matter from the start, and the ReLUs' kinks lie spread over the states. With Chainer's own start all kinks pass
    through 0, and CartPole was learned to 100 steps instead of 300.
    """

    def __init__(self, n_inputs, n_actions):
        super().__init__()
        weights, biases = chainer.initializers.LeCunNormal(4), chainer.initializers.Uniform(2)
        with self.init_scope():
            self.hidden1 = L.Linear(n_inputs, 128, initialW=weights, initial_bias=biases)
            self.hidden2 = L.Linear(128, 128)
            self.output = L.Linear(128, n_actions)

    def forward(self, states):
        h = F.relu(self.hidden1(states))
        h = F.relu(self.hidden2(h))
        return self.output(h)


def build(parts, network, frame_shape, n_actions, rng):
    """A new network on the CPU. network: "2013", "2015" or "dense".  rng: numpy Generator, decides the parameters."""
    images = len(frame_shape) > 1
    if images == (network == "dense"):
        raise BadInput(
            f'the "{network}" network does not fit states of shape {frame_shape}; '
            f"choose a preset {'other than classic' if images else 'such as classic'}."
        )
    with initialised_by(rng):
        if network == "dense":
            return DenseQNetwork(frame_shape[0], n_actions)
        return parts.QNetwork(n_actions) if network == "2013" else parts.NatureQNetwork(n_actions)


@contextmanager
def initialised_by(rng):
    """Chainer draws initial parameters from NumPy's global state: seed that from `rng`, and put it back after."""
    before = np.random.get_state()
    np.random.seed(rng.integers(2**32))
    try:
        yield
    finally:
        np.random.set_state(before)
