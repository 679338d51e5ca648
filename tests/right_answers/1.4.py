"""Right answers to exercise 1.4, written differently: the check accepts each."""

import numpy as np

from workshop.types import Episode


# === early return
def td_error(reward, value, next_value, gamma, terminal):
    if terminal:
        return reward - value
    return reward + gamma * next_value - value


# === float32
def td_error(reward, value, next_value, gamma, terminal):
    v1 = np.float32(0 if terminal else next_value)
    return np.float32(reward) + np.float32(gamma) * v1 - np.float32(value)


# === mask product
def td_error(reward, value, next_value, gamma, terminal):
    return reward + gamma * next_value * (1 - terminal) - value


# === not terminal
def td_error(reward, value, next_value, gamma, terminal):
    return reward + (not terminal) * gamma * next_value - value


# === np where
def td_error(reward, value, next_value, gamma, terminal):
    return float(np.where(terminal, reward, reward + gamma * next_value) - value)


# === where
def td_error(reward, value, next_value, gamma, terminal):
    return float(np.where(terminal, reward, reward + gamma * next_value) - value)


# === zero-d array as float
def td_error(reward, value, next_value, gamma, terminal):
    future = {True: 0.0, False: gamma * next_value}[bool(terminal)]
    return float(reward + future - value)
