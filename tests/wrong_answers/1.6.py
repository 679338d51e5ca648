"""Wrong answers to exercise 1.6: the check turns each away with words about its mistake."""

import numpy as np

from workshop.types import Episode


# === always explores
# says: epsilon = 0
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    return int(rng.integers(len(q_values)))


# === coin flipped
# says: wrong way round|flipped
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() > epsilon:
        return int(rng.integers(len(q_values)))
    return _greedy(q_values, rng)


# === coin for each action
# says: epsilon
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    for a in range(len(q_values)):
        if rng.random() < epsilon:
            return int(rng.integers(len(q_values)))
    return int(np.argmax(q_values))


# === epsilon of integers
# says: epsilon|coin
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.integers(2) < epsilon:
        return int(rng.integers(len(q_values)))
    return _greedy(q_values, rng)


# === epsilon share to others
# says: exploring may hit|all actions|85|80
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    best = int(np.argmax(q_values))
    if rng.random() < epsilon and epsilon < 1:
        return int(rng.choice(np.delete(np.arange(len(q_values)), best)))
    return int(rng.integers(len(q_values))) if epsilon == 1 else best


# === explores others only
# says: greedy one never came|greedy one too
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    best = int(np.argmax(q_values))
    if rng.random() < epsilon:
        return int(rng.choice([a for a in range(len(q_values)) if a != best]))
    return best


# === fixed epsilon
# says: epsilon
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < 0.1:
        return int(rng.integers(len(q_values)))
    return _greedy(q_values, rng)


# === global coin
# says: rng
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if np.random.rand() < epsilon:
        return int(rng.integers(len(q_values)))
    return _greedy(q_values, rng)


# === global draw
# says: rng
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(np.random.randint(len(q_values)))
    return _greedy(q_values, rng)


# === greedy is argmin
# says: highest
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return int(np.argmin(q_values))


# === half epsilon
# says: 85|80
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon / 2 or epsilon == 1:
        return int(rng.integers(len(q_values)))
    return _greedy(q_values, rng)


# === never explores
# says: epsilon = 1
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    return int(np.argmax(q_values))


# === never first
# says: never came
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(1, len(q_values)))
    return _greedy(q_values, rng)


# === never last
# says: never came
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values) - 1))
    return _greedy(q_values, rng)


# === no return when greedy
# says: None
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    int(np.argmax(q_values))


# === one number for both
# says: new draw|5%
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    u = rng.random()
    if u < epsilon:
        return int(u * len(q_values))
    return int(np.argmax(q_values))


# === out of range
# says: 0 to 3
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values), endpoint=True))
    return _greedy(q_values, rng)


# === own generator
# says: rng|epsilon
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    rng = np.random.default_rng()
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return int(np.argmax(q_values))


# === own seeded generator
# says: epsilon
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    rng = np.random.default_rng(0)
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return int(np.argmax(q_values))


# === python random
# says: rng
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


import random


def epsilon_greedy(q_values, epsilon, rng):
    if random.random() < epsilon:
        return random.randrange(len(q_values))
    return int(np.argmax(q_values))


# === returns array
# says: whole number
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return rng.integers(len(q_values), size=1)
    return np.array([np.argmax(q_values)])


# === returns max
# says: number|value
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return np.max(q_values)


# === softmax exploring
# says: 25%
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        p = np.exp(q_values)
        return int(rng.choice(len(q_values), p=p / p.sum()))
    return int(np.argmax(q_values))
