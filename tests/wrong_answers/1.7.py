"""Wrong answers to exercise 1.7: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === abs
# says: expected
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * np.max(np.abs(next_q_values)))


# === argmax
# says: argmax
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * np.argmax(next_q_values))


# === clears the row
# says: table|now
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    if terminal:
        next_q_values[:] = 0
    return float(reward + gamma * np.max(next_q_values))


# === clipped at zero
# says: below 0
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * max(0, np.max(next_q_values)))


# === first
# says: first
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * next_q_values[0])


# === gamma on both
# says: not to the reward
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else gamma * (reward + np.max(next_q_values)))


# === gamma twice
# says: expected
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma ** 2 * np.max(next_q_values))


# === last
# says: last
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * next_q_values[-1])


# === mask inverted
# says: wrong way round
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward + gamma * np.max(next_q_values) if terminal else reward)


# === mask on everything
# says: last reward
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float((1 - terminal) * (reward + gamma * np.max(next_q_values)))


# === mean
# says: mean
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * np.mean(next_q_values))


# === min
# says: lowest
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * np.min(next_q_values))


# === minus
# says: expected
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward - gamma * np.max(next_q_values))


# === no gamma
# says: not discounted
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + np.max(next_q_values))


# === no mask
# says: terminal is False
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward + gamma * np.max(next_q_values))


# === no return
# says: None
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    y = float(reward if terminal else reward + gamma * np.max(next_q_values))


# === no reward
# says: reward is missing
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else gamma * np.max(next_q_values))


# === none at end
# says: None
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    if not terminal:
        return float(reward + gamma * np.max(next_q_values))


# === sorts in place
# says: now
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    next_q_values.sort()
    return float(reward if terminal else reward + gamma * next_q_values[-1])


# === sum
# says: sum
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(reward if terminal else reward + gamma * np.sum(next_q_values))


# === whole row
# says: one number
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return reward + gamma * next_q_values * (not terminal)


# === zero at end
# says: last reward
def _target(reward, next_q_values, gamma, terminal):
    return reward if terminal else reward + gamma * np.max(next_q_values)


def q_target(reward, next_q_values, gamma, terminal):
    return float(0.0 if terminal else reward + gamma * np.max(next_q_values))


# === a gamma of its own
# says: gamma and
def q_target(reward, next_q_values, gamma, terminal):
    return reward + 0.5 * np.max(next_q_values) * (1 - terminal)


# === a whole number
# says: nothing rounded
def q_target(reward, next_q_values, gamma, terminal):
    return int(reward + gamma * next_q_values.max() * (1 - terminal))


# === clips the reward
# says: reward handed in
def q_target(reward, next_q_values, gamma, terminal):
    return np.sign(reward) + gamma * next_q_values.max() * (1 - terminal)
