"""Right answers to exercise 3.6, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === call instead of forward
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def __call__(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === f cast and reshape
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = F.cast(states, np.float32) / 255.0
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.reshape(h, (len(h), -1))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === links as keywords
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__(
            conv1=L.Convolution2D(4, 16, ksize=8, stride=4),
            conv2=L.Convolution2D(16, 32, ksize=4, stride=2),
            fc1=L.Linear(2592, 256),
            out=L.Linear(256, n_actions),
        )

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === nested calls
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        x = np.asarray(states, dtype=np.float32) / np.float32(255)
        return self.out(F.relu(self.fc1(F.relu(self.conv2(F.relu(self.conv1(x)))))))


# === other initial weights
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4, initialW=chainer.initializers.HeNormal())
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === other names
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.first_layer = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.second_layer = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(2592, 256)
            self.values = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.first_layer(h))
        h = F.relu(self.second_layer(h))
        h = F.relu(self.hidden(h))
        return self.values(h)


# === sequential
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.layers = chainer.Sequential(
                L.Convolution2D(4, 16, 8, 4), F.relu,
                L.Convolution2D(16, 32, 4, 2), F.relu,
                L.Linear(None, 256), F.relu,
                L.Linear(256, n_actions),
            )

    def forward(self, states):
        return self.layers(states.astype(np.float32) / 255)


# === sizes left to chainer
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(None, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(None, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === times a reciprocal
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype("f") * np.float32(1 / 255)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === Sequential
from chainer import links as L


class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.net = chainer.Sequential(
                L.Convolution2D(4, 16, 8, 4),
                F.relu,
                L.Convolution2D(16, 32, 4, 2),
                F.relu,
                L.Linear(2592, 256),
                F.relu,
                L.Linear(256, n_actions),
            )

    def forward(self, states):
        return self.net(states.astype(np.float32) / np.float32(255))


# === ChainList inside
from chainer import links as L


class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        layers = [L.Convolution2D(4, 16, 8, 4), L.Convolution2D(16, 32, 4, 2), L.Linear(2592, 256)]
        with self.init_scope():
            self.layers = chainer.ChainList(*layers)
            self.head = L.Linear(256, n_actions)

    def forward(self, x):
        x = x.astype(np.float32) / 255
        for layer in self.layers:
            x = F.relu(layer(x))
        return self.head(x)


# === inherits from a helper
from chainer import links as L


class Base(chainer.Chain):
    def forward(self, states):
        return self.out(self.features(states.astype(np.float32) / 255))


class QNetwork(Base):
    def __init__(self, n_actions):
        super(QNetwork, self).__init__()
        self.add_link("conv1", L.Convolution2D(4, 16, 8, 4))
        self.add_link("conv2", L.Convolution2D(16, 32, 4, 2))
        self.add_link("fc1", L.Linear(None, 256))
        self.add_link("out", L.Linear(None, n_actions))

    def features(self, x):
        return F.relu(self.fc1(F.relu(self.conv2(F.relu(self.conv1(x))))))
