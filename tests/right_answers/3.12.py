"""Right answers to exercise 3.12, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import numpy as np


# === choose
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    u = rng.random((2, n))
    return np.choose(u[0] < epsilon, [np.argmax(q, 1), np.floor(u[1] * n_actions).astype(np.int64)])


# === config
def act(online, states, epsilon, rng):
    with chainer.using_config("enable_backprop", False), chainer.using_config("train", False):
        q = online(states)
    best = F.argmax(q, axis=1).array
    explore = rng.binomial(1, epsilon, size=len(best)).astype(bool)
    return np.where(explore, rng.choice(q.shape[1], size=len(best)), best)


# === draws the actions first
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    any_action = rng.integers(0, n_actions, n)
    keep = rng.uniform(size=n) >= epsilon
    any_action[keep] = q.argmax(axis=1)[keep]
    return any_action


# === loop
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, n_actions = q.shape
    actions = np.empty(n, dtype=np.int32)
    for i in range(n):
        actions[i] = rng.integers(n_actions) if rng.random() < epsilon else np.argmax(q[i])
    return actions


# === row by row network
def act(online, states, epsilon, rng):
    actions = []
    for i in range(len(states)):
        with chainer.no_backprop_mode():
            q = online(states[i : i + 1]).array[0]
        actions.append(int(rng.integers(len(q))) if rng.random() < epsilon else int(q.argmax()))
    return np.array(actions)


# === to cpu
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = chainer.backends.cuda.to_cpu(online(states).data)
    exploring = np.flatnonzero(rng.random(len(q)) < epsilon)
    actions = q.argmax(axis=1)
    actions[exploring] = rng.integers(q.shape[1], size=len(exploring))
    return actions


# === choice with p
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array
    n, a = q.shape
    p = np.full((n, a), epsilon / a)
    p[np.arange(n), q.argmax(axis=1)] += 1 - epsilon
    return np.array([rng.choice(a, p=row) for row in p])


# === ties broken at random
def act(online, states, epsilon, rng):
    with chainer.no_backprop_mode():
        q = online(states).array

    def one(row):
        if rng.random() >= epsilon:
            return rng.choice(np.flatnonzero(row == row.max()))
        return rng.integers(row.size)

    return np.fromiter(map(one, q), dtype=np.int64, count=len(q))
