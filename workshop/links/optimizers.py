"""Adam and RMSpropGraves as Chainer has them, only quick on a CPU: same settings, numbers and saved states.

Chainer sends a whole weight matrix through memory a dozen times an update, each time into a new array. Here a piece
small enough for the processor's cache goes through all steps before the next, in place. On a GPU Chainer's own
kernels run, and so they do for Adam's variants (AMSGrad, AdaBound, weight decay) and for 16-bit parameters.
"""

import chainer
import numpy as np
from chainer.optimizers.adam import AdamRule
from chainer.optimizers.rmsprop_graves import RMSpropGravesRule

from workshop.links.hands import cut, scratch, share_out

PIECE = 1 << 17  # elements: smaller ones fit nearer caches, but then the hands wait for Python's lock, not for memory


class Adam(chainer.optimizers.Adam):
    """chainer.optimizers.Adam, quicker on a CPU.

    m += (1 - beta1) (g - m);  v += (1 - beta2) (g^2 - v);  theta -= alpha_t m / (sqrt(v) + eps), where
    alpha_t = alpha sqrt(1 - beta2^t) / (1 - beta1^t).  Source: Kingma and Ba 2015.
    """

    def create_update_rule(self):
        return QuickAdamRule(self.hyperparam)


class RMSpropGraves(chainer.optimizers.RMSpropGraves):
    """chainer.optimizers.RMSpropGraves, quicker on a CPU.

    n = alpha n + (1 - alpha) g^2;  gbar = alpha gbar + (1 - alpha) g;
    delta = momentum delta - lr g / sqrt(n - gbar^2 + eps);  theta += delta.  Source: Graves 2013.
    """

    def create_update_rule(self):
        return QuickRMSpropGravesRule(self.hyperparam)


class QuickAdamRule(AdamRule):
    """The rule for one parameter; its state "m" and "v" are Chainer's."""

    def update_core_cpu(self, param):
        hp, m, v = self.hyperparam, self.state["m"], self.state["v"]
        if hp.amsgrad or hp.adabound or hp.weight_decay_rate or not is_plain(param, m, v):
            return super().update_core_cpu(param)
        self._check_eps(param.dtype.type)
        rate_m, rate_v, eps, alpha = 1 - hp.beta1, 1 - hp.beta2, hp.eps, hp.eta * self.alpha_t

        def work(theta, g, m, v, term):
            np.subtract(g, m, out=term)
            term *= rate_m
            m += term
            np.multiply(g, g, out=term)
            term -= v
            term *= rate_v
            v += term
            np.sqrt(v, out=term)
            term += eps
            np.divide(m, term, out=term)
            term *= alpha
            theta -= term

        in_pieces(work, param, m, v)


class QuickRMSpropGravesRule(RMSpropGravesRule):
    """The rule for one parameter; its state "n", "g" and "delta" is Chainer's."""

    def update_core_cpu(self, param):
        hp, n, g_bar, delta = self.hyperparam, self.state["n"], self.state["g"], self.state["delta"]
        if not is_plain(param, n, g_bar, delta):
            return super().update_core_cpu(param)
        lr, alpha, momentum, eps = hp.lr, hp.alpha, hp.momentum, hp.eps

        def work(theta, g, n, g_bar, delta, term):
            np.multiply(g, g, out=term)
            term *= 1 - alpha
            n *= alpha
            n += term
            np.multiply(g, 1 - alpha, out=term)
            g_bar *= alpha
            g_bar += term
            np.multiply(g_bar, g_bar, out=term)
            np.subtract(n, term, out=term)
            term += eps
            np.sqrt(term, out=term)
            np.divide(g, term, out=term)
            term *= lr
            delta *= momentum
            delta -= term
            theta += delta

        in_pieces(work, param, n, g_bar, delta)


def is_plain(param, *state):
    """True where the parameter has a gradient and all are contiguous NumPy arrays of its type, float32 or float64."""
    return (
        param.grad is not None
        and param.dtype in (np.float32, np.float64)
        and all(array.dtype == param.dtype and array.flags.c_contiguous for array in (param.array, *state))
    )


def in_pieces(work, param, *state):
    """Call work(theta, g, *state, term) on one stretch after another of the flat arrays; term is scratch of its length.

    The stretches are views made for this one call. Whatever has put new arrays into the parameter or the state since
    the last (load_npz, copyparams), it is those that are changed.
    """
    arrays = [array.reshape(-1) for array in (param.array, param.grad.astype(param.dtype, copy=False), *state)]

    def work_on(piece):
        stretch = [array[piece] for array in arrays]
        work(*stretch, scratch("term", stretch[0].shape, param.dtype))

    share_out(work_on, cut(param.size, 1 + param.size // PIECE))
