"""Right answers to exercise 1.3, written differently: the check accepts each."""

import numpy as np

from workshop.types import Episode


# === each sum
def returns_to_go(rewards, gamma):
    T = len(rewards)
    return np.array([sum(gamma ** (k - t) * rewards[k] for k in range(t, T)) for t in range(T)], dtype=float)


# === flipped view
def returns_to_go(rewards, gamma):
    values, g = [], 0
    for r in np.flip(rewards):
        g = float(r) + gamma * g
        values.append(g)
    return np.array(values)[::-1]


# === float32
def returns_to_go(rewards, gamma):
    returns = np.array(rewards, dtype=np.float32)
    for t in range(len(returns) - 2, -1, -1):
        returns[t] += gamma * returns[t + 1]
    return returns


# === insert
def returns_to_go(rewards, gamma):
    out = []
    g = 0.0
    for r in list(rewards)[::-1]:
        g = r + gamma * g
        out.insert(0, g)
    return np.array(out)


# === matrix
def returns_to_go(rewards, gamma):
    r = np.asarray(rewards, dtype=np.float64)
    k = np.arange(len(r))
    powers = np.where(k[None] >= k[:, None], float(gamma) ** np.maximum(k[None] - k[:, None], 0), 0)
    return np.einsum("tk,k->t", powers, r)


# === recursion
def returns_to_go(rewards, gamma):
    rewards = list(rewards)
    if not rewards:
        return np.zeros(0)
    rest = returns_to_go(rewards[1:], gamma)
    first = rewards[0] + (gamma * rest[0] if len(rest) else 0.0)
    return np.concatenate([[float(first)], rest])
