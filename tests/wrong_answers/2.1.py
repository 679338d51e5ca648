"""Wrong answers to exercise 2.1: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === abs value
# says: f\(1, -1\)
def quadratic(theta, x, y):
    a, b, c = theta
    return abs(a * x**2) + abs(b * x * y) + abs(c * y**2)


# === middle x
# says: middle
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x**2 + b * x + c * y**2


# === middle y
# says: middle
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x**2 + b * y + c * y**2


# === minus
# says: added
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x**2 - b * x * y + c * y**2


# === no middle
# says: middle
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x**2 + c * y**2


# === no parameters
# says: parameters are missing
def quadratic(theta, x, y):
    a, b, c = theta
    return x**2 + x * y + y**2


# === no return
# says: None
def quadratic(theta, x, y):
    a, b, c = theta
    f = a * x**2 + b * x * y + c * y**2


# === no square x
# says: squared
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x + b * x * y + c * y**2


# === no square y
# says: squared
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x**2 + b * x * y + c * y


# === no squares
# says: squared
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x + b * x * y + c * y


# === order
# says: changed places
def quadratic(theta, x, y):
    a, b, c = theta
    return c * x**2 + b * x * y + a * y**2


# === square of sum
# says: expected
def quadratic(theta, x, y):
    a, b, c = theta
    return (a * x + b * y + c) ** 2


# === squares parameters
# says: square
def quadratic(theta, x, y):
    a, b, c = theta
    return (a * x) ** 2 + b * x * y + (c * y) ** 2


# === three terms
# says: add
def quadratic(theta, x, y):
    a, b, c = theta
    return np.array([a * x**2, b * x * y, c * y**2])


# === variable
# says: float
def quadratic(theta, x, y):
    a, b, c = theta
    return chainer.Variable(np.array(a * x**2 + b * x * y + c * y**2))


# === x for y last
# says: c with y|expected
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x**2 + b * x * y + c * x**2


# === xor
# says: a power is
def quadratic(theta, x, y):
    a, b, c = theta
    return a * x^2 + b * x * y + c * y^2


# === xor of whole numbers
# says: a power is
def quadratic(theta, x, y):
    a, b, c = theta
    x, y = int(x), int(y)
    return a * (x ^ 2) + b * x * y + c * y ^ 2
