"""Right answers to exercise 3.9, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import numpy as np


# === clip
def td_loss(q_taken, targets):
    e = q_taken - targets
    c = F.clip(e, -1.0, 1.0)
    return F.mean(c * (e - 0.5 * c))


# === loop
def td_loss(q_taken, targets):
    total = 0
    for q, y in zip(q_taken, targets):
        e = q - y
        total += e * e / 2 if abs(float(e.array)) <= 1 else abs(e) - 0.5
    return total / len(targets)


# === minimum
def td_loss(q_taken, targets):
    e = F.absolute(q_taken - targets)
    quadratic = F.minimum(e, np.ones_like(targets))
    return F.mean(quadratic * (e - quadratic / 2))


# === second axis
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(q_taken[:, None], targets[:, None], 1.0))


# === sum over size
def td_loss(q_taken, targets):
    return F.sum(F.huber_loss(q_taken, targets, 1, "no")) / len(targets)


# === targets as variable
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(q_taken, chainer.Variable(targets), delta=1.0, reduce="no"))


# === targets first
def td_loss(q_taken, targets):
    return F.mean(F.huber_loss(chainer.Variable(targets), q_taken, 1.0, reduce="no"))


# === where
def td_loss(q_taken, targets):
    e = abs(q_taken - targets)
    huber = F.where(e.array <= 1, e * e / 2, e - 0.5)
    return F.average(huber)


# === whole batch as one row
def td_loss(q_taken, targets):
    n = q_taken.shape[0]
    return F.sum(F.huber_loss(F.reshape(q_taken, (1, n)), targets.reshape(1, n), delta=1.0)) / n


# === clip identity
def td_loss(q_taken, targets):
    size = F.absolute(q_taken - targets)
    small = F.clip(size, 0.0, 1.0)
    return F.mean(small * size - 0.5 * small**2)


# === sum over one long row
def td_loss(q_taken, targets):
    total = F.huber_loss(q_taken[None, :], targets[None, :], 1.0)
    return F.squeeze(total) / q_taken.size
