"""Right answers to exercise 1.7, written differently: the check accepts each."""

import numpy as np

from workshop.types import Episode


# === argmax indexed
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    best = next_q_values[np.argmax(next_q_values)]
    return float(np.where(terminal, reward, reward + gamma * best))


# === builtin max
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    y = reward
    if not terminal:
        y += gamma * max(next_q_values)
    return y


# === loop
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    if terminal:
        return reward
    best = next_q_values[0]
    for q in next_q_values[1:]:
        if q > best:
            best = q
    return reward + gamma * best


# === mask product
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return reward + gamma * next_q_values.max() * (1 - terminal)


# === sorted copy
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return reward + (0 if terminal else gamma) * sorted(next_q_values)[-1]


# === sorted
def q_target(reward, next_q_values, gamma, terminal):
    future = 0.0 if terminal else sorted(next_q_values)[-1]
    return reward + gamma * future


# === argmax index
def q_target(reward, next_q_values, gamma, terminal):
    best = next_q_values[np.argmax(next_q_values)]
    return np.float32(reward + gamma * best * (1.0 - float(terminal)))
