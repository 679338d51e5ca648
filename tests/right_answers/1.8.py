"""Right answers to exercise 1.8, written differently: the check accepts each."""

import numpy as np

from workshop.types import Episode


# === chained index
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    old = q[state][action]
    q[state][action] += alpha * (reward + (1 - terminal) * gamma * np.amax(q[next_state]) - old)
    return (q[state][action] - old) / alpha


# === np add at
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    delta = np.where(terminal, reward, reward + gamma * np.max(q[next_state])) - q[state, action]
    np.add.at(q, (state, action), alpha * delta)
    return float(delta)


# === row view
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    row = q[state]
    delta = _target(reward, q[next_state], gamma, terminal) - row[action]
    row[action] += alpha * delta
    return delta


# === tuple index
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    place = (state, action)
    td = reward - q[place]
    if not terminal:
        td = td + gamma * max(q[next_state, :])
    q[place] = q[place] + alpha * td
    return td


# === weighted mean
def _update(q, s, a, r, s1, terminal, *, alpha, gamma):
    delta = (r if terminal else r + gamma * np.max(q[s1])) - q[s, a]
    q[s, a] += alpha * delta
    return delta


def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    best = 0.0 if terminal else q[next_state].max()
    y = reward + gamma * best
    error = y - q[state, action]
    q[state, action] = (1 - alpha) * q[state, action] + alpha * y
    return error


# === convex
def q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma):
    old = q[state][action]
    y = reward + gamma * (0 if terminal else q[next_state].max())
    q[state][action] = (1 - alpha) * old + alpha * y
    return float(y - old)


# === positional
def q_learning_update(q, state, action, reward, next_state, terminal, alpha=0.1, gamma=0.99):
    row = q[state]
    delta = reward + gamma * np.amax(q[next_state]) * (1 - terminal) - row[action]
    row[action] += alpha * delta
    return delta.item() if hasattr(delta, "item") else delta
