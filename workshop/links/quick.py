"""What makes a network quick on a CPU: `from workshop.links import quick as L` in place of `import chainer.links as L`.

All of chainer.links, with Convolution2D and Linear replaced, and the optimizers Adam and RMSpropGraves: same arguments,
parameters, snapshots and numbers as Chainer's. On a GPU they are Chainer's own.
"""

from chainer.links import *  # noqa: F403

from workshop.links.convolution import Convolution2D
from workshop.links.linear import Linear
from workshop.links.optimizers import Adam, RMSpropGraves

__all__ = ["Adam", "Convolution2D", "Linear", "RMSpropGraves"]
