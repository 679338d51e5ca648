"""Right answers to exercise 2.6, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === loop
def standardise(x):
    out = np.zeros_like(x)
    for j in range(x.shape[1]):
        column = x[:, j]
        if column.max() > column.min():
            out[:, j] = (column - column.mean()) / np.sqrt(((column - column.mean()) ** 2).mean())
    return out


# === maximum
def standardise(x):
    centred = x - x.mean(axis=0)
    return centred / np.maximum(np.sqrt((centred**2).mean(axis=0)), np.finfo(x.dtype).tiny)


# === mean of squares
def standardise(x):
    mean = x.mean(axis=0)
    variance = np.maximum((x**2).mean(axis=0) - mean**2, 0)
    variance[variance < 1e-6] = 1
    return (x - mean) / np.sqrt(variance)


# === nan to num
def standardise(x):
    xp = chainer.backend.get_array_module(x)
    with np.errstate(all='ignore'):
        return xp.nan_to_num((x - xp.mean(x, 0)) / xp.std(x, 0))


# === small epsilon
def standardise(x):
    return (x - x.mean(axis=0)) / (x.std(axis=0) + np.asarray(1e-8, dtype=x.dtype))


# === where
def standardise(x):
    xp = chainer.backend.get_array_module(x)
    mean, deviation = xp.mean(x, axis=0, keepdims=True), xp.std(x, axis=0, keepdims=True)
    return (x - mean) / xp.where(deviation > 0, deviation, xp.ones_like(deviation))


# === errstate nan_to_num
def standardise(x):
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.nan_to_num((x - x.mean(axis=0)) / x.std(axis=0))


# === columns stack
def standardise(x):
    xp = chainer.backend.get_array_module(x)

    def one(c):
        s = c.std()
        return (c - c.mean()) / s if s else xp.zeros_like(c)

    return xp.stack([one(c) for c in x.T], axis=1)
