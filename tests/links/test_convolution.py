"""The quick Convolution2D is Chainer's: same numbers, same parameters, same files, whatever it is given."""

import copy
import pickle

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np
import pytest
from chainer import gradient_check

from workshop.links import convolution
from workshop.links.quick import Convolution2D


def pair(rng, *arguments, **settings):
    """Chainer's link and ours with the same random parameters."""
    theirs, ours = L.Convolution2D(*arguments, **settings), Convolution2D(*arguments, **settings)
    for param in theirs.params():
        param.array[...] = rng.normal(size=param.shape)
    ours.copyparams(theirs)
    return theirs, ours


def gradients(link, x, gy, of_x=True):
    """Forward and backward: y and the gradients of W, b and x."""
    x = chainer.Variable(x, requires_grad=of_x)
    link.cleargrads()
    y = link(x)
    y.grad = gy
    y.backward()
    return [y.array, *(param.grad for param in link.params()), *([x.grad] if of_x else [])]


def close(ours, theirs):
    for a, b in zip(ours, theirs, strict=True):
        assert a.shape == b.shape and a.dtype == b.dtype
        np.testing.assert_allclose(a, b, rtol=1e-4, atol=2e-5 * max(1, abs(b).max(initial=0)))


@pytest.mark.parametrize("seed", range(40))
def test_any_shape_stride_and_padding_gives_chainers_numbers(seed):
    rng = np.random.default_rng(seed)
    count, channels, out = (int(n) for n in rng.integers(1, 7, 3))
    kernel, stride = (tuple(int(n) for n in rng.integers(1, 5, 2)) for _ in range(2))
    pad = tuple(int(n) for n in rng.integers(0, 3, 2)) if seed % 2 else 0
    size = [edge + int(rng.integers(0, 12)) for edge in kernel]
    theirs, ours = pair(rng, channels, out, kernel, stride, pad, nobias=seed % 5 == 0)
    x = rng.normal(size=(count, channels, *size)).astype(np.float32)
    gy = rng.normal(size=theirs(x).shape).astype(np.float32)
    close(gradients(ours, x, gy), gradients(theirs, x, gy))
    close(gradients(ours, x, gy, of_x=False), gradients(theirs, x, gy, of_x=False))


@pytest.mark.parametrize("seed", range(12))
def test_strides_that_divide_the_kernels_give_chainers_numbers_also_where_the_images_do_not_come_out_even(seed):
    rng = np.random.default_rng([seed, 1])
    stride, blocks = (tuple(int(n) for n in rng.integers(1, 4, 2)) for _ in range(2))
    kernel = tuple(a * b for a, b in zip(stride, blocks))
    theirs, ours = pair(rng, 3, 5, kernel, stride)
    x = rng.normal(size=(6, 3, *(edge + int(rng.integers(0, 9)) for edge in kernel))).astype(np.float32)
    gy = rng.normal(size=theirs(x).shape).astype(np.float32)
    close(gradients(ours, x, gy), gradients(theirs, x, gy))


@pytest.mark.parametrize("layer", [(4, 32, 8, 4), (32, 64, 4, 2), (64, 64, 3, 1)], ids=["first", "second", "third"])
def test_the_layers_of_the_2015_network_give_chainers_numbers_on_a_batch_cut_into_pieces(layer):
    rng = np.random.default_rng(0)
    theirs, ours = pair(rng, *layer)
    x = rng.normal(size=(37, layer[0], 28, 28)).astype(np.float32)
    gy = rng.normal(size=theirs(x).shape).astype(np.float32)
    close(gradients(ours, x, gy), gradients(theirs, x, gy))


def test_arrays_that_lie_in_memory_in_other_ways_give_the_same_numbers():
    rng = np.random.default_rng(1)
    theirs, ours = pair(rng, 3, 5, 4, 2)
    x = rng.normal(size=(6, 3, 17, 15)).astype(np.float32)
    gy = rng.normal(size=theirs(x).shape).astype(np.float32)
    expected = gradients(theirs, x, gy)
    channels_last = np.ascontiguousarray(x.transpose(0, 2, 3, 1)).transpose(0, 3, 1, 2)
    fortran, backwards = np.asfortranarray(x), np.ascontiguousarray(x[..., ::-1])[..., ::-1]
    every_second = np.repeat(x, 2, axis=3)[..., ::2]
    for other in (channels_last, fortran, backwards, every_second):
        close(gradients(ours, other, gy), expected)
        close(gradients(ours, x, np.asfortranarray(gy)), expected)


def test_a_network_of_layers_with_relu_and_linear_gives_chainers_numbers():
    rng = np.random.default_rng(2)
    networks = []
    for conv in (L.Convolution2D, Convolution2D):
        networks.append(chainer.Sequential(conv(4, 8, 8, 4), F.relu, conv(8, 16, 4, 2), F.relu, L.Linear(256, 3)))
    networks[1].copyparams(networks[0])
    x = rng.integers(0, 256, (5, 4, 44, 44)).astype(np.float32) / 255
    outputs = [network(x) for network in networks]
    close([outputs[1].array], [outputs[0].array])
    for network, y in zip(networks, outputs):
        network.cleargrads()
        F.sum(y * y).backward()
    close([p.grad for p in networks[1].params()], [p.grad for p in networks[0].params()])


def test_two_forwards_before_a_backward_do_not_disturb_each_other():
    rng = np.random.default_rng(3)
    theirs, ours = pair(rng, 4, 8, 4, 2)
    xs = [chainer.Variable(rng.normal(size=(n, 4, 20, 20)).astype(np.float32)) for n in (9, 3)]
    loss_of = [lambda link, x=x: F.sum(link(x) ** 2) for x in xs]
    results = []
    for link in (ours, theirs):
        link.cleargrads()
        first, second = loss_of[0](link), loss_of[1](link)
        with chainer.no_backprop_mode():
            link(np.ones((5, 4, 20, 20), np.float32))
        first.backward()
        second.backward()
        results.append([first.array, second.array, link.W.grad, link.b.grad, *(x.grad for x in xs)])
        for x in xs:
            x.cleargrad()
    close(*results)


def test_an_earlier_result_stays_as_it_was():
    _, ours = pair(np.random.default_rng(4), 4, 8, 4, 2)
    y = ours(np.ones((2, 4, 12, 12), np.float32)).array
    before = y.copy()
    ours(np.zeros((2, 4, 12, 12), np.float32))
    assert (y == before).all()


@pytest.mark.parametrize("settings", [{}, {"stride": 2}, {"stride": 2, "pad": 1}], ids=["plain", "stride", "pad"])
def test_chainers_own_gradient_check_passes_also_for_gradients_of_gradients(settings):
    rng = np.random.default_rng(5)
    _, ours = pair(rng, 2, 3, 2, **settings)
    ours.to_device("@numpy")
    for param in ours.params():
        param.array = param.array.astype(np.float64)
    x = rng.normal(size=(2, 2, 6, 6))
    shape = ours(x).shape
    gradient_check.check_backward(ours, x, rng.normal(size=shape), list(ours.params()), rtol=1e-4, atol=1e-5)
    gradient_check.check_double_backward(
        lambda x: ours(x) ** 2, x, rng.normal(size=shape), rng.normal(size=x.shape), rtol=1e-3, atol=1e-4
    )


@pytest.mark.parametrize("settings", [{"groups": 2}, {"dilate": 2}], ids=["groups", "dilate"])
def test_groups_and_dilation_are_left_to_chainer(settings):
    rng = np.random.default_rng(6)
    theirs, ours = pair(rng, 4, 6, 3, **settings)
    x = rng.normal(size=(2, 4, 9, 9)).astype(np.float32)
    gy = rng.normal(size=theirs(x).shape).astype(np.float32)
    close(gradients(ours, x, gy), gradients(theirs, x, gy))


def test_parameters_begin_as_chainers_do_for_the_same_seed():
    links = []
    for conv in (L.Convolution2D, Convolution2D):
        np.random.seed(0)
        links.append(conv(None, 6, 3, initial_bias=0.5))
        links[-1](np.ones((1, 2, 5, 5), np.float32))
    assert (links[0].W.array == links[1].W.array).all() and (links[0].b.array == links[1].b.array).all()


def test_snapshots_go_from_chainers_to_ours_and_back(tmp_path):
    rng = np.random.default_rng(7)
    theirs, ours = pair(rng, 3, 4, 3)
    x = rng.normal(size=(2, 3, 8, 8)).astype(np.float32)
    chainer.serializers.save_npz(tmp_path / "theirs.npz", theirs)
    fresh = Convolution2D(None, 4, 3)
    chainer.serializers.load_npz(tmp_path / "theirs.npz", fresh)
    chainer.serializers.save_npz(tmp_path / "ours.npz", fresh)
    back = L.Convolution2D(3, 4, 3)
    chainer.serializers.load_npz(tmp_path / "ours.npz", back)
    close([fresh(x).array, back(x).array], [theirs(x).array] * 2)


def test_copies_and_pickles_work_and_are_independent():
    rng = np.random.default_rng(8)
    _, ours = pair(rng, 3, 4, 3)
    x = rng.normal(size=(2, 3, 8, 8)).astype(np.float32)
    y = ours(x).array
    for other in (copy.deepcopy(ours), ours.copy(mode="copy"), pickle.loads(pickle.dumps(ours))):
        other.W.array[...] += 1
        assert not np.allclose(other(x).array, y)
    close([ours(x).array], [y])


def test_a_batch_of_none_and_a_kernel_larger_than_the_image_end_as_with_chainer():
    _, ours = pair(np.random.default_rng(9), 3, 4, 3)
    nothing = gradients(ours, np.zeros((0, 3, 8, 8), np.float32), np.zeros((0, 4, 6, 6), np.float32))
    assert nothing[0].shape == (0, 4, 6, 6) and not nothing[1].any() and not nothing[2].any()
    with pytest.raises(RuntimeError, match="Height in the output"):
        ours(np.zeros((1, 3, 2, 8), np.float32))
    with pytest.raises(chainer.utils.type_check.InvalidType):
        ours(np.zeros((1, 5, 8, 8), np.float32))


def test_the_same_numbers_bit_for_bit_however_many_hands(monkeypatch):
    rng = np.random.default_rng(10)
    _, ours = pair(rng, 4, 32, 8, 4)
    x = rng.normal(size=(32, 4, 84, 84)).astype(np.float32)
    gy = rng.normal(size=(32, 32, 20, 20)).astype(np.float32)
    assert len(convolution.pieces(gy.transpose(0, 2, 3, 1), 256)) > 2
    together = gradients(ours, x, gy)
    monkeypatch.setattr(convolution, "share_out", lambda work, pieces: [work(piece) for piece in reversed(pieces)])
    alone = gradients(ours, x, gy)
    assert all((a == b).all() for a, b in zip(together, alone, strict=True))
