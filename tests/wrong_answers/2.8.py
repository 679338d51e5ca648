"""Wrong answers to exercise 2.8: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === elu alpha everywhere
# says: below 0 only
def elu(x, alpha=1.0):
    return alpha * np.where(x >= 0, x, np.expm1(np.minimum(x, 0)))


# === elu alpha inside
# says: alpha
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, np.expm1(alpha * np.minimum(x, 0)))


# === elu brackets
# says: brackets
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.exp(np.minimum(x, 0)) - 1)


# === elu cut off
# says: elu
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.expm1(np.clip(x, -1, 0)))


# === elu ignores alpha
# says: alpha
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, np.expm1(np.minimum(x, 0)))


# === elu is relu
# says: expected
def elu(x, alpha=1.0):
    return np.maximum(x, 0)


# === elu no minus one
# says: elu
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.exp(np.minimum(x, 0)))


# === elu overflow
# says: elu.*warns
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * (np.exp(x) - 1))


# === elu sign
# says: expected
def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * (1 - np.exp(np.minimum(x, 0))))


# === leaky relu constant
# says: expected
def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, -slope)


# === leaky relu ignores slope
# says: slope
def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, 0.1 * x)


# === leaky relu in place
# says: changed
def leaky_relu(x, slope=0.1):
    x[x < 0] *= slope
    return x


# === leaky relu is relu
# says: ReLU
def leaky_relu(x, slope=0.1):
    return np.maximum(x, 0)


# === leaky relu other side
# says: above
def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, slope * x, x)


# === leaky relu positive
# says: below 0
def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, -slope * x)


# === leaky relu small default
# says: 0.1
def leaky_relu(x, slope=0.01):
    return np.where(x >= 0, x, slope * x)


# === maxout first only
# says: expected
def maxout(x, w1, b1, w2, b2):
    return w1 * x + b1


# === maxout max of all
# says: shape
def maxout(x, w1, b1, w2, b2):
    return max((w1 * x + b1).max(), (w2 * x + b2).max())


# === maxout minimum
# says: lower
def maxout(x, w1, b1, w2, b2):
    return np.minimum(w1 * x + b1, w2 * x + b2)


# === maxout no offsets
# says: offset
def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x, w2 * x)


# === maxout sum
# says: sum
def maxout(x, w1, b1, w2, b2):
    return w1 * x + b1 + w2 * x + b2


# === maxout with zero
# says: 0
def maxout(x, w1, b1, w2, b2):
    return np.maximum(np.maximum(w1 * x + b1, w2 * x + b2), 0)


# === relu abs
# says: expected
def relu(x):
    return np.abs(x)


# === relu clipped
# says: expected
def relu(x):
    return np.clip(x, 0, 1)


# === relu filtered
# says: shape
def relu(x):
    return x[x > 0]


# === relu in place
# says: changed
def relu(x):
    x[x < 0] = 0
    return x


# === relu list
# says: array
def relu(x):
    return [[max(0.0, v) for v in row] for row in np.atleast_2d(x)]


# === relu minimum
# says: below 0
def relu(x):
    return np.minimum(x, 0)


# === relu step
# says: expected
def relu(x):
    return (x > 0).astype(float)


# === relu whole max
# says: shape
def relu(x):
    return max(0, x.max())


# === sigmoid clipped input in place
# says: changed
def sigmoid(x):
    x[:] = np.clip(x, -500, 500)
    return 1 / (1 + np.exp(-x))


# === sigmoid flat
# says: shape
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x.ravel()))


# === sigmoid math exp
# says: overflows
def sigmoid(x):
    import math

    return np.array([1 / (1 + math.exp(-v)) for v in x.ravel()]).reshape(x.shape)


# === sigmoid overflow
# says: sigmoid.*(warns|overflow)
def sigmoid(x):
    return 1 / (1 + np.exp(-x))


# === sigmoid overflow other
# says: no number|warns
def sigmoid(x):
    return np.exp(x) / (1 + np.exp(x))


# === sigmoid sign
# says: sign
def sigmoid(x):
    return 1 - 0.5 * (1 + np.tanh(0.5 * x))


# === sigmoid tanh
# says: expected
def sigmoid(x):
    return np.tanh(x)


# === sigmoid too steep
# says: 0.75
def sigmoid(x):
    return 0.5 * (1 + np.tanh(x))


# === sigmoid variable
# says: Variable
def sigmoid(x):
    return F.sigmoid(x)


# === sigmoid where
# says: warns
def sigmoid(x):
    return np.where(x >= 0, 1 / (1 + np.exp(-x)), np.exp(x) / (1 + np.exp(x)))


# === tanh between 0 and 1
# says: expected
def tanh(x):
    return 0.5 * (1 + np.tanh(x))


# === tanh formula
# says: no number|warns
def tanh(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


# === tanh half
# says: 0.6
def tanh(x):
    return np.tanh(x / 2)


# === tanh no return
# says: None
def tanh(x):
    np.tanh(x)


# === tanh ratio
# says: no number|warns|expected
def tanh(x):
    return np.sinh(x) / np.cosh(x)


# === Python's max
# says: np.maximum
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def tanh(x):
    return np.tanh(x)


def relu(x):
    return max(0, x)


def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, slope * x)


def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x + b1, w2 * x + b2)


def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.expm1(np.minimum(x, 0)))


# === one if for the whole array
# says: take one number
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def tanh(x):
    return np.tanh(x)


def relu(x):
    return x if x > 0 else 0


def leaky_relu(x, slope=0.1):
    return np.where(x >= 0, x, slope * x)


def maxout(x, w1, b1, w2, b2):
    return np.maximum(w1 * x + b1, w2 * x + b2)


def elu(x, alpha=1.0):
    return np.where(x >= 0, x, alpha * np.expm1(np.minimum(x, 0)))


# === the math module
# says: take one number
import math


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


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
