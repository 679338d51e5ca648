"""Right answers to exercise 2.1, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === dot
def quadratic(theta, x, y):
    return float(np.dot(theta, [x * x, x * y, y * y]))


# === float32
def quadratic(theta, x, y):
    t = np.asarray(theta, dtype=np.float32)
    return np.float32((t * np.array([x * x, x * y, y * y], dtype=np.float32)).sum())


# === indexed
def quadratic(theta, x, y):
    return theta[0] * x * x + theta[1] * x * y + theta[2] * y * y


# === loop
def quadratic(theta, x, y):
    total = 0.0
    for power, parameter in enumerate(theta):
        total += parameter * x ** (2 - power) * y**power
    return total


# === matrix
def quadratic(theta, x, y):
    a, b, c = theta
    v = np.array([x, y])
    return v @ np.array([[a, b / 2], [b / 2, c]]) @ v


# === form
def quadratic(theta, x, y):
    a, b, c = theta
    v = np.array([x, y], dtype=float)
    return float(v @ np.array([[a, b / 2], [b / 2, c]]) @ v)


# === zip
def quadratic(theta, x, y):
    return sum(p * n for p, n in zip(theta, (x**2, x * y, y**2)))
