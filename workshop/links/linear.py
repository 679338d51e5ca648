"""Linear as Chainer has it, its large matrix products shared out among the hands; same arguments and numbers."""

import chainer
import numpy as np
from chainer.functions.connection.linear import LinearFunction

from workshop.links.hands import cut, share_out

SMALL = 2_000_000  # multiplications; below that, sharing out takes longer than doing
PIECES = 4  # fixed, so that sums are rounded alike whatever the number of hands


class Linear(chainer.links.Linear):
    """chainer.links.Linear, quicker on a CPU.  x: float (B, ...), flattened to (B, in_size).

    Returns a Variable (B, out_size).
    """

    def forward(self, x, n_batch_axes=1):
        x = chainer.as_variable(x)
        if n_batch_axes != 1 or x.xp is not np:
            return super().forward(x, n_batch_axes)
        if x.ndim > 2:
            x = x.reshape(len(x), -1)
        if self.W.array is None:
            self._initialize_params(x.shape[1])
        return QuickLinear().apply((x, self.W) if self.b is None else (x, self.W, self.b))[0]


class QuickLinear(LinearFunction):
    """Chainer's function node, with the three products of a large layer done in stripes."""

    def forward(self, inputs):
        x, W, *b = inputs
        if not is_worth_it(x, W):
            return super().forward(inputs)
        self.retain_inputs((0, 1))
        self._config_use_ideep = chainer.config.use_ideep  # Chainer's backward reads it
        y = in_stripes((x, W.T))[0]
        if b:
            y += b[0]
        return (y,)

    def backward(self, indexes, grad_outputs):
        x, W = (variable.array for variable in self.get_retained_inputs())
        gy = grad_outputs[0].array
        if chainer.config.enable_backprop or not is_worth_it(x, W):
            return super().backward(indexes, grad_outputs)
        factors = {0: (gy, W), 1: (gy.T, x)}
        wanted = [index for index in factors if index in indexes]
        gradients = dict(zip(wanted, in_stripes(*(factors[index] for index in wanted))))
        gradients[2] = gy.sum(axis=0)
        return [chainer.Variable(gradients[index]) for index in indexes]


def is_worth_it(x, W):
    """True for a large product of arrays of one type, float32 or float64."""
    return x.dtype == W.dtype and x.dtype in (np.float32, np.float64) and len(x) * W.size >= SMALL


def in_stripes(*pairs):
    """The product of each pair of matrices, (n, k) and (k, m), done some columns at a time."""
    products = [np.empty((len(a), b.shape[1]), a.dtype) for a, b in pairs]
    stripes = [
        (a, b[:, columns], product[:, columns])
        for (a, b), product in zip(pairs, products)
        for columns in cut(b.shape[1], PIECES)
    ]
    share_out(lambda stripe: np.matmul(stripe[0], stripe[1], out=stripe[2]), stripes)
    return products
