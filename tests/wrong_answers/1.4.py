"""Wrong answers to exercise 1.4: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === absolute
# says: sign
def td_error(reward, value, next_value, gamma, terminal):
    return float(abs(reward + (0 if terminal else gamma * next_value) - value))


# === clipped next
# says: losses
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + (0 if terminal else gamma * max(0, next_value)) - value)


# === gamma on difference
# says: V\(s_t\)
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + gamma * ((0 if terminal else next_value) - value))


# === gamma on reward
# says: reward as well
def td_error(reward, value, next_value, gamma, terminal):
    return float(gamma * (reward + (0 if terminal else next_value)) - value)


# === mask inverted
# says: wrong way round
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + (gamma * next_value if terminal else 0) - value)


# === minus value at end
# says: last reward
def td_error(reward, value, next_value, gamma, terminal):
    return float(-value if terminal else reward + gamma * next_value - value)


# === no gamma
# says: not discounted
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + (0 if terminal else next_value) - value)


# === no mask
# says: terminal is False
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + gamma * next_value - value)


# === no return
# says: None
def td_error(reward, value, next_value, gamma, terminal):
    reward + gamma * next_value * (not terminal) - value


# === no reward
# says: reward is missing
def td_error(reward, value, next_value, gamma, terminal):
    return float((0 if terminal else gamma * next_value) - value)


# === none at end
# says: None
def td_error(reward, value, next_value, gamma, terminal):
    if not terminal:
        return reward + gamma * next_value - value


# === reward at end
# says: differs from
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward if terminal else reward + gamma * next_value - value)


# === sign
# says: sign
def td_error(reward, value, next_value, gamma, terminal):
    return float(value - (reward + (0 if terminal else gamma * next_value)))


# === squared
# says: square
def td_error(reward, value, next_value, gamma, terminal):
    return float((reward + (0 if terminal else gamma * next_value) - value) ** 2)


# === swapped
# says: changed places
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + (0 if terminal else gamma * value) - next_value)


# === target only
# says: target
def td_error(reward, value, next_value, gamma, terminal):
    return float(reward + (0 if terminal else gamma * next_value))


# === zero at end
# says: surprise
def td_error(reward, value, next_value, gamma, terminal):
    return float(0.0 if terminal else reward + gamma * next_value - value)


# === a gamma of its own
# says: our gamma
def td_error(reward, value, next_value, gamma, terminal):
    return reward + 0.5 * next_value * (1 - terminal) - value


# === masks the value of s_t
# says: not V\(s_t\)
def td_error(reward, value, next_value, gamma, terminal):
    return reward + gamma * next_value - value * (not terminal)
