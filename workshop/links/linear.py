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
        # The other way round, x in the place of the weights: BLAS rearranges its second factor, and x is the smaller.
        y = np.ascontiguousarray(products(by_rows(W, np.ascontiguousarray(x.T)))[0].T)
        if b:
            y += b[0]
        return (y,)

    def backward(self, indexes, grad_outputs):
        x, W = (variable.array for variable in self.get_retained_inputs())
        gy = grad_outputs[0].array
        if chainer.config.enable_backprop or not is_worth_it(x, W):
            return super().backward(indexes, grad_outputs)
        tasks = {0: lambda: by_columns(gy, W), 1: lambda: by_rows(gy.T, x)}
        wanted = [index for index in tasks if index in indexes]
        gradients = dict(zip(wanted, products(*(tasks[index]() for index in wanted))))
        gradients[2] = gy.sum(axis=0)
        return [chainer.Variable(gradients[index]) for index in indexes]


def is_worth_it(x, W):
    """True for a large product of arrays of one type, float32 or float64."""
    return x.dtype == W.dtype and x.dtype in (np.float32, np.float64) and len(x) * W.size >= SMALL


def by_rows(a, b):
    """The product of two matrices, not yet done, and the stripes to do it in: a[some rows], b, product[these rows]."""
    product = np.empty((len(a), b.shape[1]), a.dtype)
    return product, [(a[rows], b, product[rows]) for rows in cut(len(a), PIECES)]


def by_columns(a, b):
    """As by_rows, in stripes of columns of b: for where a has few rows."""
    product = np.empty((len(a), b.shape[1]), a.dtype)
    return product, [(a, b[:, columns], product[:, columns]) for columns in cut(b.shape[1], PIECES)]


def products(*tasks):
    """What by_rows and by_columns laid out, done by all hands together: the list of products."""
    stripes = [stripe for _, stripes in tasks for stripe in stripes]
    share_out(lambda stripe: np.matmul(stripe[0], stripe[1], out=stripe[2]), stripes)
    return [product for product, _ in tasks]
