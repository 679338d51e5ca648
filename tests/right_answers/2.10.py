"""Right answers to exercise 2.10, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === lazy sizes
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(None, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === leaky and reshape
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.elu(self.conv2(h))
        h = F.leaky_relu(self.hidden(F.reshape(h, (len(h), -1))))
        return self.out(h)


# === multiplies
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = np.asarray(frames, dtype=np.float32) * np.float32(1 / 255)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === sequential
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.layers = chainer.Sequential(
                L.Convolution2D(1, 16, 8, 4),
                F.relu,
                L.Convolution2D(16, 32, 4, 2),
                F.relu,
                L.Linear(None, 256),
                F.relu,
                L.Linear(256, 3),
            )

    def __call__(self, frames):
        return self.layers(frames.astype(np.float32) / np.float32(255))


# === sigmoid at the end
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return F.sigmoid(self.out(h))


# === three convolutions
class BallFinder(chainer.Chain):
    def __init__(self):
        super(BallFinder, self).__init__()
        with self.init_scope():
            self.first = L.Convolution2D(1, 8, 5, stride=2)
            self.second = L.Convolution2D(8, 16, 5, stride=2)
            self.third = L.Convolution2D(16, 16, 3)
            self.places = L.Linear(None, 3)

    def forward(self, x):
        h = np.array(x, dtype=np.float32) / 255
        for layer in (self.first, self.second, self.third):
            h = F.relu(layer(h))
        return self.places(h)


# === variable scaled
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = chainer.Variable(frames.astype('f')) / 255.0
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === seq
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.rest = chainer.Sequential(
                F.relu, L.Convolution2D(16, 32, 4, 2), F.relu, L.Linear(None, 256), F.relu, L.Linear(256, 3)
            )

    def forward(self, frames):
        return self.rest(self.conv1(np.float32(frames) / 255))


# === further layer
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.conv3 = L.Convolution2D(32, 32, 3)
            self.out = L.Linear(None, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.conv3(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === variable mult
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = chainer.Variable(frames.astype(np.float32)) * (1 / 255)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)
