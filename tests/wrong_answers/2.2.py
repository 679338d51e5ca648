"""Wrong answers to exercise 2.2: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === abs
# says: sign of x y
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([x**2, abs(x * y), y**2])


# === by x and y
# says: two
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([2 * a * x + b * y, b * x + 2 * c * y])


# === column
# says: shape
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([[x**2], [x * y], [y**2]])


# === doubled
# says: x and y stand still|expected
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([2 * x, 2 * x * y, 2 * y])


# === list
# says: NumPy array
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return [x**2, x * y, y**2]


# === minus
# says: sign
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return -np.array([x**2, x * y, y**2])


# === no return
# says: None
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    np.array([x**2, x * y, y**2])


# === no squares
# says: squared
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([x, x * y, y])


# === of the error
# says: expected
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return 2 * (a * x**2 + b * x * y + c * y**2 - 0.5) * np.array([x**2, x * y, y**2])


# === ones
# says: multiplied by
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([1.0, 1.0, 1.0])


# === reversed
# says: order
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([y**2, x * y, x**2])


# === scalar
# says: NumPy array
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return x**2 + x * y + y**2


# === sum in middle
# says: x times y
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([x**2, x + y, y**2])


# === terms
# says: terms themselves
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([a * x**2, b * x * y, c * y**2])


# === thetas
# says: expected
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([a, b, c])


# === tuple
# says: NumPy array
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return (x**2, x * y, y**2)


# === variable
# says: NumPy array
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return chainer.Variable(np.array([x**2, x * y, y**2]))


# === whole numbers
# says: floats
def quadratic_gradient(theta, x, y):
    a, b, c = theta
    return np.array([x**2, x * y, y**2], dtype=int)
