"""Wrong answers to exercise 2.6: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === always float32
# says: float64
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    return ((x - x.mean(axis=0)) / s).astype(np.float32)


# === constant dropped
# says: shape
def standardise(x):
    s = x.std(axis=0)
    x = x[:, s > 0]
    return (x - x.mean(axis=0)) / s[s > 0]


# === constant kept
# says: constant|deviation
def standardise(x):
    s = x.std(axis=0)
    out = x.copy()
    out[:, s > 0] = (x[:, s > 0] - x.mean(axis=0)[s > 0]) / s[s > 0]
    return out


# === float64
# says: float32
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    return np.float64(1) * np.asarray(x, dtype=np.float64) * 0 + (x - x.mean(axis=0)) / s


# === in place
# says: caller|changed
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    x -= x.mean(axis=0)
    x /= s
    return x


# === large epsilon
# says: expected|deviation
def standardise(x):
    return (x - x.mean(axis=0)) / (x.std(axis=0) + 0.1)


# === median
# says: mean
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    return (x - np.median(x, axis=0).astype(x.dtype)) / s


# === min max
# says: expected
def standardise(x):
    low, high = x.min(axis=0), x.max(axis=0)
    return (x - low) / np.where(high > low, high - low, 1)


# === nan on constant
# says: deviation is 0
def standardise(x):
    with np.errstate(all='ignore'):
        return (x - x.mean(axis=0)) / x.std(axis=0)


# === no centre
# says: expected
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    return x / s


# === no division
# says: divided
def standardise(x):
    return x - x.mean(axis=0)


# === no return
# says: None
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    (x - x.mean(axis=0)) / s


# === rows
# says: rows
def standardise(x):
    s = x.std(axis=1, keepdims=True)
    s[s == 0] = 1
    return (x - x.mean(axis=1, keepdims=True)) / s


# === sample deviation
# says: ddof|N - 1
def standardise(x):
    s = x.std(axis=0, ddof=1)
    s[s == 0] = 1
    return (x - x.mean(axis=0)) / s


# === transposed
# says: shape
def standardise(x):
    s = x.std(axis=0)
    s[s == 0] = 1
    return ((x - x.mean(axis=0)) / s).T


# === variance
# says: root
def standardise(x):
    s = x.var(axis=0)
    s[s == 0] = 1
    return (x - x.mean(axis=0)) / s


# === whole
# says: each column
def standardise(x):
    return (x - x.mean()) / x.std()
