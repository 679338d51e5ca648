"""Right answers to exercise 2.8, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === elu loop
def elu(x, alpha=1.0):
    import math

    f = lambda v: v if v > 0 else alpha * (math.exp(v) - 1)
    return np.array([f(v) for v in x.ravel().tolist()]).reshape(x.shape)


# === elu masked
def elu(x, alpha=1.0):
    y = x.astype(float)
    low = y < 0
    y[low] = alpha * np.expm1(y[low])
    return y


# === elu sum of parts
def elu(x, alpha=1.0):
    return np.maximum(x, 0) + alpha * (np.exp(np.minimum(x, 0)) - 1)


# === leaky relu copy
def leaky_relu(x, slope=0.1):
    y = x.copy()
    y[y < 0] *= slope
    return y


# === leaky relu maximum
def leaky_relu(x, slope=0.1):
    return np.maximum(x, slope * x)


# === leaky relu parts
def leaky_relu(x, slope=0.1):
    return np.clip(x, 0, None) + slope * np.clip(x, None, 0)


# === maxout stack
def maxout(x, w1, b1, w2, b2):
    return np.stack([w1 * x + b1, w2 * x + b2]).max(axis=0)


# === maxout where
def maxout(x, w1, b1, w2, b2):
    a, b = w1 * x + b1, w2 * x + b2
    return np.where(a > b, a, b)


# === relu float32
def relu(x):
    return np.maximum(np.zeros((), np.float32), x.astype(np.float32))


# === relu loop
def relu(x):
    out = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        out[i] = max(0, x[i])
    return out


# === relu product
def relu(x):
    return x * (x > 0)


# === relu where
def relu(x):
    return np.where(x > 0, x, 0.0)


# === sigmoid abs
def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


# === sigmoid chainer
def sigmoid(x):
    return F.sigmoid(np.asarray(x)).array


# === sigmoid clipped
def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -500, 500)))


# === sigmoid errstate
def sigmoid(x):
    with np.errstate(over='ignore'):
        return 1 / (1 + np.exp(-x))


# === sigmoid masked
def sigmoid(x):
    out = np.empty_like(x)
    up = x >= 0
    out[up] = 1 / (1 + np.exp(-x[up]))
    e = np.exp(x[~up])
    out[~up] = e / (1 + e)
    return out


# === tanh chainer
def tanh(x):
    return F.tanh(x).array


# === tanh formula of abs
def tanh(x):
    e = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - e) / (1 + e)


# === masks
def sigmoid(x):
    y = np.empty_like(x)
    up = x >= 0
    y[up] = 1 / (1 + np.exp(-x[up]))
    e = np.exp(x[~up])
    y[~up] = e / (1 + e)
    return y


def tanh(x):
    return np.tanh(x)


def relu(x):
    return np.maximum(x, 0)


def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, slope * x)


def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x + b1, w2 * x + b2)


def elu(x, alpha=1.0):
    y = x.copy()
    y[x < 0] = alpha * (np.exp(x[x < 0]) - 1)
    return y


# === exp abs
def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, e) / (1 + e)


def tanh(x):
    return 2 * sigmoid(2 * x) - 1


def relu(x):
    return (x + abs(x)) / 2


def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, slope * x)


def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x + b1, w2 * x + b2)


def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.expm1(np.minimum(x, 0)))


# === vectorize
import math


@np.vectorize
def sigmoid(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def tanh(x):
    return np.tanh(x)


def relu(x):
    return np.maximum(x, 0)


def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, slope * x)


def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x + b1, w2 * x + b2)


def elu(x, alpha=1.0):
    return np.vectorize(lambda v: v if v >= 0 else alpha * (np.exp(v) - 1), otypes=[float])(x)


# === logaddexp
def sigmoid(x):
    return np.exp(-np.logaddexp(0, -x))


def tanh(x):
    return np.tanh(x)


def relu(x):
    return np.maximum(x, 0)


def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, slope * x)


def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x + b1, w2 * x + b2)


def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.expm1(np.minimum(x, 0)))
