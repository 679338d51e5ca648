"""Right answers to exercise 2.2, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === backward
def quadratic_gradient(theta, x, y):
    t = chainer.Variable(np.array(theta, dtype=np.float32))
    f = t[0] * x**2 + t[1] * x * y + t[2] * y**2
    f.backward()
    return t.grad


# === filled
def quadratic_gradient(theta, x, y):
    g = np.zeros(3)
    g[0] = x**2
    g[1] = x * y
    g[2] = y**2
    return g


# === float32
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([x * x, x * y, y * y], dtype=np.float32)


# === numerical
def f(theta, x, y):
    return theta[0] * x**2 + theta[1] * x * y + theta[2] * y**2


def quadratic_gradient(theta, x, y):
    theta = np.asarray(theta, dtype=float)
    return np.array([f(theta + d, x, y) - f(theta - d, x, y) for d in 0.5 * np.eye(3)])


# === powers
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([x ** (2 - k) * y**k for k in range(3)])


# === outer
def quadratic_gradient(theta, x, y):
    outer = np.outer([x, y], [x, y]).astype(np.float64)
    return outer[[0, 0, 1], [0, 1, 1]]


# === central difference
def quadratic_gradient(theta, x, y):
    f = lambda t: t[0] * x**2 + t[1] * x * y + t[2] * y**2
    t = np.array(theta, dtype=float)
    return np.array([(f(t + d) - f(t - d)) / 2 for d in np.eye(3)])
