"""What one relies on in the reference of notebook 2, beyond what its check cells say."""

import doctest
import warnings

from solutions import nets

# isort: split
import chainer
import chainer.functions as F
import numpy as np
import pytest


def slope(f, x, step=1e-6):
    """The numerical gradient of a function with one value, by central differences in float64."""
    gradient = np.zeros(x.size)
    for i in range(x.size):
        ahead, behind = x.copy(), x.copy()
        ahead.flat[i] += step
        behind.flat[i] -= step
        gradient[i] = (f(ahead) - f(behind)) / (2 * step)
    return gradient.reshape(x.shape)


def test_the_examples_in_the_docstrings_are_true():
    failed, tried = doctest.testmod(nets)
    assert tried > 20 and failed == 0


def test_the_gradient_by_hand_is_the_numerical_one():
    theta, x, y = np.array([0.3, -1.2, 2.0]), 1.7, -0.6
    assert nets.quadratic_gradient(theta, x, y) == pytest.approx(
        slope(lambda theta: nets.quadratic(theta, x, y), theta), rel=1e-4
    )


def test_a_step_of_fit_quadratic_goes_down_the_numerical_gradient():
    theta, x, y, target = np.array([0.3, -1.2, 2.0]), 1.7, -0.6, 0.5
    moved = nets.fit_quadratic(theta, x, y, target, learning_rate=0.01, steps=1)
    by_hand = slope(lambda theta: (nets.quadratic(theta, x, y) - target) ** 2, theta)
    assert (theta - moved) / 0.01 == pytest.approx(by_hand, rel=1e-4)


def test_gradients_through_linear_regression_are_the_numerical_ones():
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(2, 7, 1))
    with chainer.using_config("dtype", np.float64):
        model = nets.LinearRegression()
    nets.train_step(model, chainer.optimizers.SGD(lr=0.0).setup(model), x, t)
    for parameter in model.params():

        def error(values, parameter=parameter):
            kept, parameter.array = parameter.array, values
            value = float(F.mean_squared_error(model(x), t).array)
            parameter.array = kept
            return value

        assert parameter.grad == pytest.approx(slope(error, parameter.array), rel=1e-4)


def test_gradients_through_the_ball_finder_are_the_numerical_ones():
    """In float64, along random directions: 670 000 parameters one by one would take a day."""
    rng = np.random.default_rng(0)
    np.random.seed(0)
    model = nets.BallFinder()
    for parameter in model.params():
        parameter.array = parameter.array.astype(np.float64)
    frames = rng.integers(0, 256, size=(2, 1, 84, 84), dtype=np.uint8)

    class InFloat64(np.ndarray):
        def astype(self, dtype):
            return np.asarray(self, dtype=np.float64)

    frames = frames.view(InFloat64)
    model.cleargrads()
    F.sum(F.square(model(frames))).backward()
    for parameter in model.params():
        start, direction = parameter.array, rng.normal(size=parameter.shape)

        def along(t, parameter=parameter, start=start, direction=direction):
            parameter.array = start + t[0] * direction
            with chainer.no_backprop_mode():
                return float(F.sum(F.square(model(frames))).array)

        expected = slope(along, np.zeros(1), step=1e-7)
        parameter.array = start
        assert [(parameter.grad * direction).sum()] == pytest.approx(expected, rel=1e-4)


def test_standardise_makes_a_constant_column_zero_though_its_mean_rounds():
    x = np.full((7, 1), 0.1, dtype=np.float32)
    assert (nets.standardise(x) == 0).all()


def test_standardise_and_the_activations_never_warn():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        nets.standardise(np.float32([[1, 2], [1, 3]]))
        x = np.array([-1000.0, -1.0, 0.0, 1.0, 1000.0])
        for activation in (nets.sigmoid, nets.tanh, nets.relu, nets.leaky_relu, nets.elu):
            assert np.isfinite(activation(x)).all()


def test_activations_are_chainers():
    x = np.random.default_rng(0).normal(scale=5, size=(4, 6))
    for ours, theirs in (
        (nets.sigmoid, F.sigmoid),
        (nets.tanh, F.tanh),
        (nets.relu, F.relu),
        (lambda x: nets.leaky_relu(x, 0.3), lambda x: F.leaky_relu(x, 0.3)),
        (lambda x: nets.elu(x, 1.5), lambda x: F.elu(x, 1.5)),
    ):
        assert np.allclose(ours(x), theirs(x).array)


def test_activations_keep_float32():
    x = np.float32([-2, 0, 3])
    for activation in (nets.sigmoid, nets.tanh, nets.relu, nets.leaky_relu, nets.elu):
        assert activation(x).dtype == np.float32


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_convolve_is_chainers_convolution_and_has_the_size_foretold(stride):
    rng = np.random.default_rng(stride)
    image, kernel = rng.integers(0, 256, size=(21, 16), dtype=np.uint8), rng.normal(size=(5, 3))
    ours = nets.convolve(image, kernel, stride)
    theirs = F.convolution_2d(image[None, None].astype(float), kernel[None, None], stride=stride).array[0, 0]
    assert np.allclose(ours, theirs)
    assert ours.shape == (nets.conv_output_size(21, 5, stride), nets.conv_output_size(16, 3, stride))


def test_the_ball_finder_learns_where_a_dot_is():
    """A dot on black, its place as the label: after 60 small batches the error is a fraction of what it was."""
    rng = np.random.default_rng(0)
    np.random.seed(0)
    model = nets.BallFinder()
    optimizer = chainer.optimizers.Adam(alpha=1e-3).setup(model)
    errors = []
    for _ in range(60):
        place = rng.integers(0, 80, size=(16, 2))
        frames = np.zeros((16, 1, 84, 84), dtype=np.uint8)
        for frame, (row, column) in zip(frames, place):
            frame[0, row : row + 4, column : column + 4] = 255
        labels = np.float32(place[:, [1, 0, 1]] / 84)
        errors.append(nets.train_step(model, optimizer, frames, labels))
    assert np.mean(errors[-10:]) < 0.3 * np.mean(errors[:3])
