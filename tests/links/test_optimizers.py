"""The quick optimizers are Chainer's: same steps, same settings, same saved states."""

import copy

import chainer
import numpy as np
import pytest

from workshop.links import quick

NAMES = ("Adam", "RMSpropGraves")
SHAPES = {"large": (700, 800), "kernels": (8, 4, 3, 3), "bias": (7,)}


def model(seed=0, dtype=np.float32):
    rng = np.random.default_rng(seed)
    link = chainer.Link()
    with link.init_scope():
        for name, shape in SHAPES.items():
            setattr(link, name, chainer.Parameter(rng.normal(size=shape).astype(dtype)))
    return link


def both(name, dtype=np.float32, **settings):
    """[(optimizer, model)] with Chainer's optimizer and ours, on equal models."""
    pairs = []
    for module in (chainer.optimizers, quick):
        link = model(dtype=dtype)
        pairs.append((getattr(module, name)(**settings).setup(link), link))
    return pairs


def step(optimizer, link, rng):
    link.cleargrads()
    for _, param in sorted(link.namedparams()):
        param.grad = (rng.normal(size=param.shape) * 10.0 ** rng.integers(-3, 2)).astype(param.dtype)
    optimizer.update()


def close(ours, theirs, rtol=2e-5):
    for (name, a), (_, b) in zip(sorted(ours.namedparams()), sorted(theirs.namedparams()), strict=True):
        np.testing.assert_allclose(a.array, b.array, rtol=rtol, atol=1e-6, err_msg=name)
        for key in b.update_rule.state or {}:  # None for a parameter that never moved
            mine, reference = a.update_rule.state[key], b.update_rule.state[key]
            np.testing.assert_allclose(mine, reference, rtol=1e-4, atol=1e-5 * abs(reference).max(), err_msg=key)


@pytest.mark.parametrize(
    "name, settings",
    [
        ("Adam", {}),
        ("Adam", {"alpha": 1e-4, "beta1": 0.8, "beta2": 0.99, "eps": 1e-4, "eta": 0.5}),
        ("Adam", {"amsgrad": True}),
        ("Adam", {"weight_decay_rate": 0.01}),
        ("Adam", {"adabound": True}),
        ("RMSpropGraves", {}),
        ("RMSpropGraves", {"lr": 2.5e-4, "alpha": 0.95, "momentum": 0.0, "eps": 0.01 / 32**2}),
    ],
    ids=str,
)
def test_many_steps_end_where_chainers_do(name, settings):
    (theirs, a), (ours, b) = both(name, **settings)
    for optimizer, link in ((theirs, a), (ours, b)):
        rng = np.random.default_rng(1)
        for _ in range(12):
            step(optimizer, link, rng)
    assert ours.t == 12
    close(b, a)


@pytest.mark.parametrize("name", NAMES)
def test_float64_and_a_changed_learning_rate_are_respected(name):
    rate = {"Adam": "alpha", "RMSpropGraves": "lr"}[name]
    (theirs, a), (ours, b) = both(name, dtype=np.float64)
    for optimizer, link in ((theirs, a), (ours, b)):
        rng = np.random.default_rng(2)
        step(optimizer, link, rng)
        setattr(optimizer, rate, 0.05)
        step(optimizer, link, rng)
    close(b, a, rtol=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_hooks_and_parameters_without_a_gradient_are_treated_as_chainer_treats_them(name):
    (theirs, a), (ours, b) = both(name)
    for optimizer, link in ((theirs, a), (ours, b)):
        optimizer.add_hook(chainer.optimizer_hooks.GradientClipping(0.5))
        link.bias.update_rule.enabled = False
        rng = np.random.default_rng(3)
        for _ in range(3):
            step(optimizer, link, rng)
        link.cleargrads()
        optimizer.update()
    assert (b.bias.array == model().bias.array).all()
    close(b, a)


@pytest.mark.parametrize("name", NAMES)
def test_parameters_replaced_from_outside_are_the_ones_that_learn(name, tmp_path):
    """load_npz writes into the arrays, `param.array = ...` puts in new ones: the next step starts from either."""
    (theirs, a), (ours, b) = both(name)
    chainer.serializers.save_npz(tmp_path / "other.npz", model(seed=9))
    for optimizer, link in ((theirs, a), (ours, b)):
        rng = np.random.default_rng(4)
        step(optimizer, link, rng)
        chainer.serializers.load_npz(tmp_path / "other.npz", link)
        step(optimizer, link, rng)
        link.copyparams(model(seed=10))
        step(optimizer, link, rng)
        link.large.array = np.asfortranarray(model(seed=11).large.array)
        step(optimizer, link, rng)
        link.large.array = model(seed=12).large.array
        step(optimizer, link, rng)
    close(b, a)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("saver", [0, 1], ids=["saved by Chainer's", "saved by ours"])
def test_a_saved_optimizer_goes_on_exactly_where_it_stopped_in_either(name, saver, tmp_path):
    optimizer, link = both(name)[saver]
    rng = np.random.default_rng(5)
    step(optimizer, link, rng)
    step(optimizer, link, rng)
    chainer.serializers.save_npz(tmp_path / "optimizer.npz", optimizer)
    (theirs, a), (ours, b) = both(name)
    for fresh, copied in ((theirs, a), (ours, b)):
        copied.copyparams(link)
        chainer.serializers.load_npz(tmp_path / "optimizer.npz", fresh)
        assert fresh.t == 2
        step(fresh, copied, np.random.default_rng(6))
    close(b, a)
    step(optimizer, link, np.random.default_rng(6))
    resumed = (a, b)[saver]
    assert all((getattr(link, name).array == getattr(resumed, name).array).all() for name in SHAPES)


@pytest.mark.parametrize("name", NAMES)
def test_a_gradient_is_left_as_it_was_and_a_copied_model_does_not_learn_along(name):
    _, (ours, link) = both(name)
    target = copy.deepcopy(link)
    step(ours, link, np.random.default_rng(7))
    assert (target.large.array == model().large.array).all()
    gradient = link.large.grad.copy()
    ours.update()
    assert (link.large.grad == gradient).all()
