"""Wrong answers to exercise 2.10: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === batch into features
# says: shape|mix|type
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(F.reshape(h, (1, -1))))
        return self.out(h)


# === batch statistics
# says: mix
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
        h = self.hidden(h)
        h = F.relu(h - F.broadcast_to(F.mean(h, axis=0), h.shape))
        return self.out(h)


# === breaks the graph
# says: gradient
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
        h = F.relu(self.hidden(h.array))
        return self.out(h)


# === conv2 unused
# says: conv2
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === dense only
# says: convolution
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.hidden = L.Linear(84 * 84, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        return self.out(F.relu(self.hidden(frames.astype(np.float32) / 255)))


# === float64
# says: float
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === half scaled
# says: 255|once
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 100
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === integer division
# says: 255|brightest|type|kind
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames // 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === layer unused
# says: /hidden|gradient
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(None, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        return self.out(h)


# === mean over batch
# says: shape
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
        return F.mean(self.out(h), axis=0)


# === no activation
# says: straight
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
        h = self.conv1(h)
        h = self.conv2(h)
        h = self.hidden(h)
        return self.out(h)


# === no return
# says: None
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
        self.out(h)


# === no scope
# says: init_scope
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        if True:
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === not a chain
# says: Chain
class BallFinder:
    def __call__(self, frames):
        return chainer.Variable(np.zeros((len(frames), 3), dtype=np.float32))


# === not scaled
# says: 255
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === pooling
# says: pooling
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.max_pooling_2d(F.relu(self.conv1(h)), 2, stride=1, pad=0)
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === relu at the end
# says: ReLU after
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
        return F.relu(self.out(h))


# === returns array
# says: Variable
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
        return self.out(h).array


# === scaled twice
# says: once|255
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255 / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === scales in place
# says: changed
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
        frames //= 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === softmax at the end
# says: softmax
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
        return F.softmax(self.out(h))


# === two outputs
# says: shape
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 2)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === wrong channels
# says: expect|type|shape
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(32, 16, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === wrong size
# says: expect|type|shape|mix
class BallFinder(chainer.Chain):

    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 10 * 10, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 255
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === whole numbers
# says: whole numbers
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = F.relu(self.conv1(frames // 255))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === divided as it is
# says: float64
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = F.relu(self.conv1(frames / 255))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === hidden of another size
# says: finds it out by itself
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(2048, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = F.relu(self.conv1(frames.astype(np.float32) / 255))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === out of another size
# says: the 256 of
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(100, 3)

    def forward(self, frames):
        h = F.relu(self.conv1(frames.astype(np.float32) / 255))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === flattened too early
# says: no reshape
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = F.relu(self.conv1(frames.reshape(len(frames), -1).astype(np.float32) / 255))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === channels last
# says: channels
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(None, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = F.relu(self.conv1(frames.transpose(0, 2, 3, 1).astype(np.float32) / 255))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === whole-number division
# says: not //
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = (frames // 255).astype(np.float32)
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === divided by the brightest pixel
# says: not by the brightest
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / max(1, frames.max())
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === scaled to -1 ... 1
# says: no offset
class BallFinder(chainer.Chain):
    def __init__(self):
        super().__init__()
        with self.init_scope():
            self.conv1 = L.Convolution2D(1, 16, ksize=8, stride=4)
            self.conv2 = L.Convolution2D(16, 32, ksize=4, stride=2)
            self.hidden = L.Linear(32 * 9 * 9, 256)
            self.out = L.Linear(256, 3)

    def forward(self, frames):
        h = frames.astype(np.float32) / 127.5 - 1
        h = F.relu(self.conv1(h))
        h = F.relu(self.conv2(h))
        h = F.relu(self.hidden(h))
        return self.out(h)


# === no ReLU after the convolutions
# says: no ReLU between
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
        h = self.conv1(h)
        h = self.conv2(h)
        h = F.relu(self.hidden(h))
        return self.out(h)
