"""Wrong answers to exercise 1.2: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === clips negative
# says: -0.01
def discounted_return(rewards, gamma):
    value = 0.0
    for reward in reversed(rewards):
        value = max(0.0, reward + gamma * value)
    return value


# === discounts first too
# says: first reward
def discounted_return(rewards, gamma):
    return float(sum(gamma ** (t + 1) * r for t, r in enumerate(rewards)))


# === drops first
# says: first reward
def discounted_return(rewards, gamma):
    return sum(gamma ** t * r for t, r in enumerate(rewards[1:]))


# === drops first keeps power
# says: first reward
def discounted_return(rewards, gamma):
    return sum(gamma ** t * rewards[t] for t in range(1, len(rewards)))


# === drops last
# says: last reward
def discounted_return(rewards, gamma):
    return sum(gamma ** t * rewards[t] for t in range(len(rewards) - 1))


# === forgets return
# says: None
def discounted_return(rewards, gamma):
    value = sum(gamma ** t * r for t, r in enumerate(rewards))


# === from the far end
# says: far end
def discounted_return(rewards, gamma):
    value = 0.0
    for reward in rewards:
        value = float(reward + gamma * value)
    return value


# === gamma once
# says: gamma once
def discounted_return(rewards, gamma):
    return rewards[0] + gamma * sum(rewards[1:])


# === linear decay
# says: gamma
def discounted_return(rewards, gamma):
    return rewards[0] + sum(gamma * t * r for t, r in enumerate(rewards))


# === mean
# says: expected
def discounted_return(rewards, gamma):
    return np.mean([gamma ** t * r for t, r in enumerate(rewards)])


# === no discount
# says: nothing was discounted
def discounted_return(rewards, gamma):
    return float(sum(rewards))


# === overwrites array
# says: array
def discounted_return(rewards, gamma):
    if isinstance(rewards, list):
        rewards = np.array(rewards, dtype=float)
    for t in range(len(rewards)):
        rewards[t] = rewards[t] * gamma**t
    return float(rewards.sum())


# === pops
# says: list
def discounted_return(rewards, gamma):
    value, weight = 0.0, 1.0
    rewards_left = rewards
    while len(rewards_left):
        value += weight * (rewards_left.pop(0) if isinstance(rewards_left, list) else rewards_left[0])
        if not isinstance(rewards_left, list):
            rewards_left = rewards_left[1:]
        weight *= gamma
    return value


# === recursion discounts first
# says: first reward
def discounted_return(rewards, gamma):
    value = 0.0
    for reward in reversed(rewards):
        value = gamma * (reward + value)
    return value


# === returns in loop
# says: expected 1
def discounted_return(rewards, gamma):
    value = 0.0
    for reward in reversed(rewards):
        value = reward + gamma * value
        return value
    return value


# === returns list
# says: one number
def discounted_return(rewards, gamma):
    return [gamma ** t * r for t, r in enumerate(rewards)]


# === reverses in place
# says: list
def discounted_return(rewards, gamma):
    value = 0.0
    if isinstance(rewards, list):
        rewards.reverse()
    else:
        rewards = rewards[::-1]
    for r in rewards:
        value = r + gamma * value
    return value


# === whole numbers only
# says: array
def discounted_return(rewards, gamma):
    discounted = np.array(rewards)
    for t in range(len(rewards)):
        discounted[t] = discounted[t] * gamma**t
    return float(discounted.sum())


# === return inside the loop
# says: inside the loop
def discounted_return(rewards, gamma):
    total = 0
    for t, r in enumerate(rewards):
        total += gamma**t * r
        return total


# === a whole number
# says: int\(\)
def discounted_return(rewards, gamma):
    return int(sum(gamma**t * r for t, r in enumerate(rewards)))


# === a gamma of its own
# says: gamma handed in
def discounted_return(rewards, gamma=0.5):
    return sum(0.5**t * r for t, r in enumerate(rewards))
