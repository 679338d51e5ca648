"""Right answers to exercise 3.3, written differently: the check accepts each."""

import math

import numpy as np


# === comparisons
def clip_reward(reward):
    return float(reward > 0) - float(reward < 0)


# === copysign
def clip_reward(reward):
    return math.copysign(1.0, reward) if reward else 0.0


# === division
def clip_reward(reward):
    return reward / abs(reward) if reward != 0 else 0.0


# === if chain
def clip_reward(reward):
    if reward > 0:
        return 1.0
    if reward < 0:
        return -1.0
    return 0.0


# === numpy scalar
def clip_reward(reward):
    return np.sign(np.float64(reward))


# === comparison
def clip_reward(reward):
    return float((reward > 0) - (reward < 0))


# === np float32
def clip_reward(reward):
    return np.float32(np.sign(reward))
