"""Wrong answers to exercise 2.3: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === absolute error
# says: squared
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = F.absolute(f - target)
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === always one step
# says: only one step
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(1):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === changes callers array
# says: caller
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.asarray(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === changes callers float32
# says: caller
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.asarray(theta, dtype=np.float32))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === changes callers list
# says: caller
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    given = theta if isinstance(theta, list) else [0, 0, 0]
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    given[:] = [float(v) for v in theta.array]
    return theta.array


# === clears before loop
# says: cleargrad
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    theta.cleargrad()
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === cubed
# says: expected
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 3
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === decaying rate
# says: expected
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate / (1 + _) * theta.grad
    return theta.array


# === gradient of f
# says: gradient of f
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        f.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === half
# says: 2 of the square|half
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = 0.5 * (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === list
# says: array
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array.tolist()


# === never moves
# says: nothing moved
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
    return theta.array


# === no cleargrad
# says: cleargrad|cleared
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === no learning rate
# says: learning rate
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= theta.grad
    return theta.array


# === no return
# says: None
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad


# === one step too few
# says: Nothing moved|one step
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps - 1):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === one step too many
# says: two steps|too many
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps + 1):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === returns error
# says: array
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return float(error.array) if steps else theta.array


# === returns gradient
# says: expected
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.grad if theta.grad is not None else theta.array


# === returns variable
# says: Variable
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta


# === same graph
# says: anew
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
    error = (f - target) ** 2
    theta.cleargrad()
    error.backward()
    for _ in range(steps):
        theta.array -= learning_rate * theta.grad
    return theta.array


# === sees only one point
# says: expected
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] - theta[1] + theta[2]
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === step instead of theta
# says: add the step|Start from
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array = -learning_rate * theta.grad
    return theta.array


# === target added
# says: expected
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f + target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === uphill
# says: uphill
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array += learning_rate * theta.grad
    return theta.array


# === another variable each step
# says: makes another
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        error = (theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2 - target) ** 2
        theta.cleargrad()
        error.backward()
        theta = theta - learning_rate * theta.grad
    return theta.array


# === no backward at all
# says: no backward
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        error = (theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2 - target) ** 2
        theta.cleargrad()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === variable of a tuple
# says: array of floats
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(theta)
    return theta.array


# === no variable
# says: plain number
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = np.array(theta)
    for _ in range(steps):
        error = (theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2 - target) ** 2
        error.backward()
    return theta


# === clears a tuple
# says: not a Variable yet
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta.cleargrad()
    return theta


# === terms not added up
# says: three terms up
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        error = (theta * np.array([x**2, x * y, y**2]) - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array


# === by quadratic
# says: write the formula out
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=float))
    for _ in range(steps):
        error = (float(theta) - target) ** 2
    return theta.array


# === all the way in one call
# says: all the way
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = chainer.Variable(np.array(theta, dtype=np.float64))
    for _ in range(max(steps, 100)):
        f = theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2
        error = (f - target) ** 2
        theta.cleargrad()
        error.backward()
        theta.array -= learning_rate * theta.grad
    return theta.array
