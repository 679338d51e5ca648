"""Wrong answers to exercise 3.6: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === a layer too many
# says: layer
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.fc2 = L.Linear(256, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(F.relu(self.fc2(h)))


# === batch normalised
# says: layer
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.bn = L.BatchNormalization(16)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.bn(self.conv1(h)))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === changes the states
# says: changed the states
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        states //= 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === cut graph
# says: cut the graph
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h.array))
        return self.out(h)


# === dropout
# says: dropout
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.dropout(F.relu(self.fc1(h)))
        return self.out(h)


# === fixed number of actions
# says: Is a number written in?
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, 6)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === float64
# says: float32
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === kernel sizes swapped
# says: conv1: 16 filters of 8 x 8
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=4, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=8, stride=2)
            self.fc1 = L.Linear(None, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === links outside init scope
# says: init_scope
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        if True:
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === max pooling
# says: no pooling
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(None, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.max_pooling_2d(F.relu(self.conv2(h)), 2)
        h = F.relu(self.fc1(h))
        return self.out(h)


# === network of 2015
# says: conv1: 16 filters
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 32, ksize=8, stride=4)
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


# === no bias
# says: a bias in conv1
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4, nobias=True)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === no relu after conv1
# says: missing after conv1
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = self.conv1(h)
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === no relu after conv2
# says: missing after conv2
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = self.conv2(h)
        h = F.relu(self.fc1(h))
        return self.out(h)


# === no relu after fc1
# says: missing after fc1
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = self.fc1(h)
        return self.out(h)


# === no relu at all
# says: ReLUs between the layers
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = self.conv1(h)
        h = self.conv2(h)
        h = self.fc1(h)
        return self.out(h)


# === not scaled
# says: divided by 255
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === padded
# says: no padding
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2, pad=1)
            self.fc1 = L.Linear(None, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === relu at the end
# says: ReLU at the end
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return F.relu(self.out(h))


# === returns array
# says: Expected a Variable
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h).array


# === scaled by 256
# says: divided by 256
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 256
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === scaled twice
# says: twice
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255 / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === sigmoid between
# says: With known weights
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.sigmoid(self.conv1(h))
        h = F.sigmoid(self.conv2(h))
        h = F.sigmoid(self.fc1(h))
        return self.out(h)


# === softmax
# says: softmax
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return F.softmax(self.out(h))


# === strides swapped
# says: the other way round
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=2)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=4)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === tanh at the end
# says: tanh at the end
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return F.tanh(self.out(h))


# === two hidden layers of the wrong size
# says: fc1: 256 units
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 512)
            self.out = L.Linear(512, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === conv1 made for 84 frames
# says: convolution made for 84 maps got 4.*conv1
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(84, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === no strides
# says: made for 2592 numbers got 175232.*Strides 4 and 2
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8)
            self.conv2 = L.Convolution2D(16, 32, ksize=4)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === bytes as they are
# says: Bytes reached a layer
class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(2592, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        h = states
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.fc1(h))
        return self.out(h)


# === divided by the brightest grey
# says: brightest grey
from chainer import links as L


class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        x = states.astype(np.float32) / states.max()
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = F.relu(self.fc1(x))
        return self.out(x)


# === whole-number division
# says: a // for a /
from chainer import links as L


class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        x = (states // 255).astype(np.float32)
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = F.relu(self.fc1(x))
        return self.out(x)


# === colours last
# says: as they come
from chainer import links as L


class QNetwork(chainer.Chain):
    def __init__(self, n_actions):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(4, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.fc1 = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, n_actions)

    def forward(self, states):
        x = states.transpose(0, 2, 3, 1).astype(np.float32) / 255
        x = F.relu(self.conv1(x))
        x = F.relu(self.conv2(x))
        x = F.relu(self.fc1(x))
        return self.out(x)
