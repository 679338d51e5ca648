"""Right answers to exercise 2.3, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === by hand
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    theta = np.array(theta, dtype=np.float64)
    features = np.array([x * x, x * y, y * y])
    for _ in range(steps):
        theta = theta - learning_rate * 2 * (theta @ features - target) * features
    return theta


# === chainer grad
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    t = chainer.Variable(np.asarray(theta, dtype=np.float64).copy())
    while steps > 0:
        f = t[0] * x * x + t[1] * (x * y) + t[2] * y * y
        (g,) = chainer.grad([(target - f) ** 2], [t])
        t = chainer.Variable(t.array - learning_rate * g.array)
        steps -= 1
    return t.array


# === float32 fresh variables
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    values = np.array(theta, dtype=np.float32)
    for _ in range(steps):
        v = chainer.Variable(values)
        loss = F.square(F.sum(v * np.array([x**2, x * y, y**2], dtype=np.float32)) - target)
        loss.backward()
        values = values - learning_rate * v.grad
    return values


# === optimizer
class Theta(chainer.Link):
    def __init__(self, start):
        super().__init__()
        with self.init_scope():
            self.theta = chainer.Parameter(np.array(start, dtype=np.float32))


def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    link = Theta(theta)
    sgd = chainer.optimizers.SGD(lr=learning_rate).setup(link)
    for i in range(steps):
        a, b, c = link.theta
        loss = (a * x * x + b * x * y + c * y * y - target) ** 2
        link.cleargrads()
        loss.backward()
        sgd.update()
    return link.theta.array


# === three variables
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    a, b, c = (chainer.Variable(np.array(v, dtype=np.float32)) for v in theta)
    for _ in range(steps):
        error = (a * x**2 + b * x * y + c * y**2 - target) ** 2
        for v in (a, b, c):
            v.cleargrad()
        error.backward()
        for v in (a, b, c):
            v.array -= learning_rate * v.grad
    return np.array([float(v.array) for v in (a, b, c)])


# === chainer.grad
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    v = chainer.Variable(np.array(list(theta), dtype="d"))
    while steps > 0:
        f = F.matmul(v, np.array([x**2, x * y, y**2], dtype="d"))
        (g,) = chainer.grad([F.square(f - target)], [v])
        v = chainer.Variable(v.array - learning_rate * g.array)
        steps -= 1
    return np.asarray(v.array)


# === recursion
def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    if steps == 0:
        return np.array(theta, dtype=float)
    v = chainer.Variable(np.array(theta, dtype=float))
    ((v[0] * x**2 + v[1] * x * y + v[2] * y**2 - target) ** 2).backward()
    return fit_quadratic(v.data - learning_rate * v.grad, x, y, target, learning_rate=learning_rate, steps=steps - 1)


# === sgd
class Net(chainer.Link):
    def __init__(self, theta):
        super().__init__()
        with self.init_scope():
            self.theta = chainer.Parameter(np.array(theta, np.float32))


def fit_quadratic(theta, x, y, target, *, learning_rate, steps):
    net = Net(theta)
    opt = chainer.optimizers.SGD(lr=learning_rate).setup(net)
    n = np.array([x**2, x * y, y**2], np.float32)
    for _ in range(steps):
        net.cleargrads()
        ((F.sum(net.theta * n) - target) ** 2).backward()
        opt.update()
    return net.theta.array
