"""Right answers to exercise 1.2, written differently: the check accepts each."""

from functools import reduce

import numpy as np

from workshop.types import Episode


# === copied list pops
def discounted_return(rewards, gamma):
    rewards = list(rewards)
    value = 0.0
    while rewards:
        value = rewards.pop() + gamma * value
    return value


# === dot
def discounted_return(rewards, gamma):
    return float(np.dot(rewards, gamma ** np.arange(len(rewards))))


# === enumerate
def discounted_return(rewards, gamma):
    return sum(gamma**t * r for t, r in enumerate(rewards))


# === float32
def discounted_return(rewards, gamma):
    r = np.asarray(rewards, dtype=np.float32)
    return (r * np.float32(gamma) ** np.arange(len(r), dtype=np.float32)).sum()


# === polyval
def discounted_return(rewards, gamma):
    return np.polyval(list(rewards)[::-1], gamma)


# === recursive
def discounted_return(rewards, gamma):
    if len(rewards) == 0:
        return 0.0
    return rewards[0] + gamma * discounted_return(rewards[1:], gamma)


# === reduce
def discounted_return(rewards, gamma):
    return reduce(lambda later, r: r + gamma * later, list(rewards)[::-1], 0.0)


# === running weight
def discounted_return(rewards, gamma):
    total, weight = 0, 1
    for i in range(len(rewards)):
        total = total + weight * rewards[i]
        weight = weight * gamma
    return total
