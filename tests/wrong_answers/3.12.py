"""Wrong answers to exercise 3.12: the check turns each away with words about its mistake."""

import random

import chainer
import chainer.functions as F
import numpy as np


# === a list
# says: NumPy array
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return [int(rng.integers(n_actions)) if rng.random() < epsilon else int(row.argmax()) for row in q]


# === argmin
# says: argmin
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions, size=n), q.argmin(axis=1))


# === axis 0
# says: argmax over axis 1
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return q.argmax(axis=0)


# === coin flipped
# says: wrong way
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, q.argmax(axis=1), rng.integers(n_actions, size=n))


# === coin the other way at ten percent
# says: With epsilon
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    epsilon = 1 - epsilon if 0 < epsilon < 1 else epsilon
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions, size=n), q.argmax(axis=1))


# === coin used twice
# says: used again
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    u = rng.random(n)
    return np.where(u < epsilon, (u * n_actions).astype(int), q.argmax(axis=1))


# === exploring leaves out the best
# says: the best one included
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    best = q.argmax(axis=1)
    other = (best + rng.integers(1, n_actions, size=n)) % n_actions
    return np.where(rng.random(n) < epsilon, other, best)


# === global random
# says: from `rng`
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(np.random.random(n) < epsilon, np.random.randint(n_actions, size=n), q.argmax(axis=1))


# === graph built
# says: graph was built
def act(online, states, epsilon, rng):
    q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions, size=n), q.argmax(axis=1))


# === last action never
# says: as likely as any other
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions - 1, size=n), q.argmax(axis=1))


# === never explores
# says: nothing explores
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return q.argmax(axis=1)


# === normal coin
# says: With epsilon
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.normal(size=n) < epsilon, rng.integers(n_actions, size=n), q.argmax(axis=1))


# === one coin
# says: One coin
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    if rng.random() < epsilon:
        return rng.integers(n_actions, size=n)
    return q.argmax(axis=1)


# === one state only
# says: three actions
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.array(int(rng.integers(n_actions)) if rng.random() < epsilon else int(q.argmax()))


# === own generator
# says: not from one of your own
def act(online, states, epsilon, rng):
    rng = np.random.default_rng(0)
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions, size=n), q.argmax(axis=1))


# === python random
# says: from `rng`
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.array([random.randrange(n_actions) if random.random() < epsilon else row.argmax() for row in q])


# === same random action
# says: same random action
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions), q.argmax(axis=1))


# === samples by softmax
# says: With epsilon 0
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    p = F.softmax(q).array
    return np.array([rng.choice(n_actions, p=row / row.sum()) for row in p.astype(float)])


# === values not actions
# says: whole numbers
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return np.where(rng.random(n) < epsilon, rng.integers(n_actions, size=n), q.max(axis=1))


# === variable
# says: got a Variable
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    return F.argmax(chainer.Variable(q), axis=1)


# === a fixed share of the rows
# says: fixed share
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    a = q.argmax(axis=1)
    n = int(epsilon * len(q))
    rows = rng.choice(len(q), size=n, replace=False)
    a[rows] = rng.integers(q.shape[1], size=n)
    return a


# === graphs off for good
# says: still off
def act(online, states, epsilon, rng):
    chainer.config.enable_backprop = False
    q = online(states).array
    return np.where(rng.random(len(q)) < epsilon, rng.integers(q.shape[1], size=len(q)), q.argmax(axis=1))


# === argmax along the batch
# says: argmax over axis 1
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    return np.where(rng.random(len(q)) < epsilon, rng.integers(q.shape[1], size=len(q)), q.argmax(axis=0))


# === as many actions as states
# says: q_values\.shape\[1\]
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    return np.where(rng.random(len(q)) < epsilon, rng.integers(len(q), size=len(q)), q.argmax(axis=1))
