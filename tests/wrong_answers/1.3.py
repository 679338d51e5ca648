"""Wrong answers to exercise 1.3: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === column
# says: shape
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards))
    following = 0.0
    for t in reversed(range(len(rewards))):
        following = rewards[t] + gamma * following
        returns[t] = following
    return returns.reshape(-1, 1)


# === constant
# says: everywhere
def returns_to_go(rewards, gamma):
    v = sum(gamma ** t * r for t, r in enumerate(rewards))
    return np.full(len(rewards), float(v))


# === discount from start
# says: starts anew
def returns_to_go(rewards, gamma):
    d = np.array(rewards) * gamma ** np.arange(len(rewards))
    return np.cumsum(d[::-1])[::-1]


# === in place array
# says: array was
def returns_to_go(rewards, gamma):
    returns = np.asarray(rewards)
    if returns.dtype.kind != "f":
        returns = returns.astype(float)
    for t in reversed(range(len(returns) - 1)):
        returns[t] += gamma * returns[t + 1]
    return returns


# === in place list
# says: list was
def returns_to_go(rewards, gamma):
    if isinstance(rewards, list):
        for t in reversed(range(len(rewards) - 1)):
            rewards[t] += gamma * rewards[t + 1]
        return np.array(rewards, dtype=float)
    returns = rewards.astype(float)
    for t in reversed(range(len(returns) - 1)):
        returns[t] += gamma * returns[t + 1]
    return returns


# === list
# says: NumPy array
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards))
    following = 0.0
    for t in reversed(range(len(rewards))):
        following = rewards[t] + gamma * following
        returns[t] = following
    return list(returns)


# === looks back
# says: looks back
def returns_to_go(rewards, gamma):
    returns, value = [], 0.0
    for r in rewards:
        value = r + gamma * value
        returns.append(value)
    return np.array(returns)


# === no discount
# says: nothing was discounted
def returns_to_go(rewards, gamma):
    return np.cumsum(rewards[::-1])[::-1].astype(float)


# === no return
# says: None
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards))
    following = 0.0
    for t in reversed(range(len(rewards))):
        following = rewards[t] + gamma * following
        returns[t] = following
    returns


# === not turned round
# says: turn the result|R_0
def returns_to_go(rewards, gamma):
    returns, value = [], 0.0
    for r in reversed(rewards):
        value = r + gamma * value
        returns.append(value)
    return np.array(returns)


# === one too long
# says: shape
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards) + 1)
    following = 0.0
    for t in reversed(range(len(rewards))):
        following = rewards[t] + gamma * following
        returns[t] = following
    return returns


# === own reward discounted
# says: in full
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards))
    following = 0.0
    for t in reversed(range(len(rewards))):
        following = gamma * (rewards[t] + following)
        returns[t] = following
    return returns


# === own reward excluded discounted
# says: expected
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards))
    for t in reversed(range(len(rewards) - 1)):
        returns[t] = gamma * (returns[t + 1] + rewards[t + 1])
    return returns


# === own reward missing
# says: own reward
def returns_to_go(rewards, gamma):
    returns = np.zeros(len(rewards))
    for t in reversed(range(len(rewards) - 1)):
        returns[t] = gamma * returns[t + 1] + rewards[t + 1]
    return returns / (gamma if gamma == 2 else 1)


# === scalar
# says: array
def returns_to_go(rewards, gamma):
    return float(sum(gamma ** t * r for t, r in enumerate(rewards)))


# === two terms
# says: R_\{?t\+1|one step ahead
def returns_to_go(rewards, gamma):
    r = np.append(np.array(rewards, dtype=float), 0)
    return r[:-1] + gamma * r[1:]


# === zeros like
# says: fractions|float
def returns_to_go(rewards, gamma):
    returns = np.zeros_like(rewards)
    following = 0.0
    for t in reversed(range(len(rewards))):
        following = rewards[t] + gamma * following
        returns[t] = following
    return returns


# === divides by powers of gamma
# says: nothing can be divided by it
def returns_to_go(rewards, gamma):
    w = gamma ** np.arange(len(rewards))
    return np.cumsum((w * rewards)[::-1])[::-1] / w


# === a gamma of its own
# says: gamma handed in
def returns_to_go(rewards, gamma):
    out, r = [], 0.0
    for x in reversed(list(rewards)):
        r = x + 0.5 * r
        out.insert(0, r)
    return np.array(out)
