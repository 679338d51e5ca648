"""Chainer as it comes: its own links, functions and optimizers in the parts of DQN, BLAS with all cores."""

import sys

import chainer
import chainer.links as L
import numpy as np
from threadpoolctl import ThreadpoolController

from solutions import dqn
from workshop.bench.contestants import turns
from workshop.links import hands
from workshop.types import Batch


class Network(chainer.Chain):
    """The network of 2015."""

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(64 * 7 * 7, 512)
            self.out = L.Linear(512, 6)

    forward = dqn.NatureQNetwork.forward


def loaded(task, name):
    """The network with that name's weights."""
    network = Network()
    for path, param in network.namedparams():
        param.array[...] = task[name + path.replace("/", ".")]
    return network


def update(task, optimizer):
    """A function that does one whole update, and returns the loss."""
    online, target = loaded(task, "online"), loaded(task, "target")
    optimizer.setup(online)
    batch = Batch(*(task[field] for field in Batch._fields))

    def work():
        with chainer.no_backprop_mode():
            q_next = target(batch.next_states).array
        targets = dqn.td_targets(batch.rewards, q_next, batch.terminals, float(task["gamma"]))
        return float(dqn.update(online, optimizer, batch, targets).array)

    return work


if __name__ == "__main__":
    ThreadpoolController().limit(limits=hands.count())  # importing workshop has told BLAS to keep to one thread
    task = dict(np.load(sys.argv[1]))
    lr, eps = float(task["lr"]), float(task["eps"])
    adam = chainer.optimizers.Adam(alpha=lr, eps=eps)
    graves = chainer.optimizers.RMSpropGraves(lr=lr, alpha=0.95, momentum=0.0, eps=eps)
    turns.take({"update-adam": lambda: update(task, adam), "update-rmsprop": lambda: update(task, graves)})
