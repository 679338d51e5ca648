"""The quick Linear is Chainer's, large and small."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np
import pytest
from chainer import gradient_check

from workshop.links.linear import is_worth_it
from workshop.links.quick import Linear


@pytest.mark.parametrize("batch, size, out", [(32, 3136, 512), (33, 700, 257), (4, 6, 3), (1, 5, 1)])
@pytest.mark.parametrize("nobias", [False, True])
def test_numbers_are_chainers(batch, size, out, nobias):
    rng = np.random.default_rng(batch)
    x = rng.normal(size=(batch, size)).astype(np.float32)
    theirs, ours = L.Linear(size, out, nobias=nobias), Linear(None, out, nobias=nobias)
    ours.copyparams(theirs)
    found = []
    for link in (ours, theirs):
        variable = chainer.Variable(x)
        link.cleargrads()
        y = link(variable)
        F.sum(y * y).backward()
        found.append([y.array, variable.grad, *(param.grad for param in link.params())])
    for a, b in zip(*found, strict=True):
        np.testing.assert_allclose(a, b, rtol=1e-4, atol=1e-5 * abs(b).max())


def test_images_are_flattened_as_chainer_flattens_them():
    rng = np.random.default_rng(0)
    theirs, ours = L.Linear(36, 4), Linear(None, 4)
    x = rng.normal(size=(3, 4, 3, 3)).astype(np.float32)
    ours(x)
    ours.copyparams(theirs)
    channels_last = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
    np.testing.assert_allclose(ours(channels_last).array, theirs(x).array, rtol=1e-5, atol=1e-6)


def test_more_batch_axes_are_left_to_chainer():
    theirs, ours = L.Linear(5, 4), Linear(5, 4)
    ours.copyparams(theirs)
    x = np.random.default_rng(1).normal(size=(2, 3, 5)).astype(np.float32)
    np.testing.assert_allclose(ours(x, n_batch_axes=2).array, theirs(x, n_batch_axes=2).array, rtol=1e-5)


def test_chainers_own_gradient_check_passes_also_for_gradients_of_gradients():
    rng = np.random.default_rng(2)
    x, gy = rng.normal(size=(20, 400)), rng.normal(size=(20, 300))
    ours = Linear(400, 300)
    for param in ours.params():
        param.array = rng.normal(size=param.shape)
    assert is_worth_it(x, ours.W.array)
    gradient_check.check_backward(ours, x, gy, list(ours.params()), rtol=1e-4, atol=1e-4)
    gradient_check.check_double_backward(lambda x: ours(x) ** 2, x, gy, rng.normal(size=x.shape), rtol=1e-3, atol=1e-3)
