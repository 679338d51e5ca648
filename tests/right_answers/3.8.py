"""Right answers to exercise 3.8, written differently: the check accepts each."""

import chainer
import chainer.functions as F
import numpy as np


# === backend independent
def td_targets(rewards, next_q_values, terminals, gamma):
    xp = chainer.backend.get_array_module(rewards)
    best = xp.take_along_axis(next_q_values, next_q_values.argmax(axis=1)[:, None], axis=1)[:, 0]
    return xp.where(terminals, rewards, rewards + gamma * best).astype(xp.float32)


# === comprehension in float64
def td_targets(rewards, next_q_values, terminals, gamma):
    return np.array([r + gamma * q.max() * (not over) for r, q, over in zip(rewards, next_q_values, terminals)]).astype(np.float32)


# === copy and index
def td_targets(rewards, next_q_values, terminals, gamma):
    y = rewards.copy()
    going_on = np.logical_not(terminals)
    y[going_on] += gamma * next_q_values[going_on].max(1)
    return y


# === f max and array
def td_targets(rewards, next_q_values, terminals, gamma):
    best = F.max(next_q_values, axis=1).array
    return rewards + np.float32(gamma) * best * ~terminals


# === loop
def td_targets(rewards, next_q_values, terminals, gamma):
    y = np.zeros(len(rewards), dtype=np.float32)
    for t in range(len(rewards)):
        y[t] = rewards[t] if terminals[t] else rewards[t] + gamma * max(next_q_values[t])
    return y


# === one minus mask in float32
def td_targets(rewards, next_q_values, terminals, gamma):
    mask = 1.0 - terminals.astype(np.float32)
    return rewards + np.float32(gamma) * mask * np.amax(next_q_values, axis=-1)


# === sorted rows
def td_targets(rewards, next_q_values, terminals, gamma):
    best = np.sort(next_q_values, axis=1)[:, -1]
    best[terminals] = 0
    return np.asarray(rewards + gamma * best, dtype=np.float32)


# === where
def td_targets(rewards, next_q_values, terminals, gamma):
    return np.where(terminals, rewards, rewards + gamma * np.max(next_q_values, axis=1)).astype(np.float32)


# === chainer functions then array
def td_targets(rewards, next_q_values, terminals, gamma):
    best = F.max(next_q_values, axis=1).array
    return F.where(terminals, rewards, (rewards + gamma * best).astype(np.float32)).array


# === argmax take
def td_targets(rewards, next_q_values, terminals, gamma):
    best = next_q_values[np.arange(len(rewards)), next_q_values.argmax(axis=1)]
    return (rewards + (1.0 - terminals) * gamma * best).astype(rewards.dtype)
