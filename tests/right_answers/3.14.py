"""Right answers to exercise 3.14, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === call instead of forward
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(3136, 512)
            self.out = L.Linear(512, n_actions)

    def __call__(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === f cast and reshape
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(3136, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        h = F.cast(states, np.float32) / 255.0
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.reshape(h, (len(h), -1))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === links as keywords
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__(
            conv1=L.Convolution2D(4, 32, ksize=8, stride=4),
            conv2=L.Convolution2D(32, 64, ksize=4, stride=2),
            conv3=L.Convolution2D(64, 64, ksize=3, stride=1),
            fc1=L.Linear(3136, 512),
            out=L.Linear(512, n_actions),
        )

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === nested calls
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(3136, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        x = np.asarray(states, dtype=np.float32) / np.float32(255)
        return self.out(F.relu(self.fc1(F.relu(self.conv3(F.relu(self.conv2(F.relu(self.conv1(x)))))))))


# === other initial weights
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4, initialW=chainer.initializers.HeNormal())
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(3136, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === other names
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.first_layer = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.second_layer = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.hidden = L.Linear(3136, 512)
            self.values = L.Linear(512, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.first_layer(h))
        h = F.relu(self.second_layer(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.hidden(h))
        return self.values(h)


# === sequential
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.layers = chainer.Sequential(
                L.Convolution2D(4, 32, 8, 4), F.relu,
                L.Convolution2D(32, 64, 4, 2), F.relu,
                L.Convolution2D(64, 64, 3, 1), F.relu,
                L.Linear(None, 512), F.relu,
                L.Linear(512, n_actions),
            )

    def forward(self, states):
        return self.layers(states.astype(np.float32) / 255)


# === sizes left to chainer
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(None, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(None, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === times a reciprocal
class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 64, ksize=4, stride=2)
            self.conv3 = L.Convolution2D(64, 64, ksize=3, stride=1)
            self.fc1 = L.Linear(3136, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        h = states.astype("f") * np.float32(1 / 255)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === Sequential
from chainer import links as L


class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.net = chainer.Sequential(
                L.Convolution2D(4, 32, 8, 4),
                F.relu,
                L.Convolution2D(32, 64, 4, 2),
                F.relu,
                L.Convolution2D(64, 64, 3, 1),
                F.relu,
                L.Linear(3136, 512),
                F.relu,
                L.Linear(512, n_actions),
            )

    def forward(self, states):
        return self.net(states.astype(np.float32) / np.float32(255))


# === call dunder and constructor kwargs
from chainer import links as L


class NatureQNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__(
            conv1=L.Convolution2D(4, 32, 8, 4),
            conv2=L.Convolution2D(32, 64, 4, 2),
            conv3=L.Convolution2D(64, 64, 3, 1),
            fc1=L.Linear(3136, 512),
            out=L.Linear(512, n_actions),
        )

    def __call__(self, states):
        h = chainer.Variable(states.astype(np.float32)) / 255
        for name in ["conv1", "conv2", "conv3", "fc1"]:
            h = F.relu(self[name](h))
        return self.out(h)
