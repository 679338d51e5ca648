"""Wrong answers to exercise 1.5: the check turns each away with words about its mistake."""

import random

import numpy as np

from workshop.types import Episode


# === all when tied
# says: draw only from the best
def greedy_action(q_values, rng):
    best = np.flatnonzero(q_values == np.max(q_values))
    if len(best) > 1:
        return int(rng.integers(len(q_values)))
    return int(best[0])


# === argmin
# says: highest
def greedy_action(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.min(q_values))))


# === array of one
# says: one action
def greedy_action(q_values, rng):
    return rng.choice(np.flatnonzero(q_values == np.max(q_values)), size=1)


# === coin for each
# says: as likely
def greedy_action(q_values, rng):
    best = 0
    for a in range(1, len(q_values)):
        if q_values[a] > q_values[best] or (q_values[a] == q_values[best] and rng.random() < 0.5):
            best = a
    return best


# === first of ties
# says: first
def greedy_action(q_values, rng):
    return int(np.argmax(q_values))


# === global random
# says: rng
def greedy_action(q_values, rng):
    return int(np.random.choice(np.flatnonzero(q_values == np.max(q_values))))


# === index among best
# says: expected|highest|only
def greedy_action(q_values, rng):
    best = np.flatnonzero(q_values == np.max(q_values))
    return int(rng.integers(len(best)))


# === large noise
# says: expected
def greedy_action(q_values, rng):
    return int(np.argmax(q_values + 3 * rng.standard_normal(len(q_values))))


# === last of ties
# says: always action 3
def greedy_action(q_values, rng):
    return int(np.flatnonzero(q_values == np.max(q_values))[-1])


# === no return
# says: None
def greedy_action(q_values, rng):
    int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


# === noise in place
# says: now|leave
def greedy_action(q_values, rng):
    q_values += 1e-9 * rng.random(len(q_values))
    return int(np.argmax(q_values))


# === one based
# says: action
def greedy_action(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values)))) + 1


# === own generator
# says: anew|rng
def greedy_action(q_values, rng):
    rng = np.random.default_rng(0)
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


# === own unseeded generator
# says: rng
def greedy_action(q_values, rng):
    rng = np.random.default_rng()
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


# === python random
# says: rng
def greedy_action(q_values, rng):
    return random.choice([a for a, q in enumerate(q_values) if q == max(q_values)])


# === returns all
# says: one
def greedy_action(q_values, rng):
    return np.flatnonzero(q_values == np.max(q_values))


# === returns value
# says: value
def greedy_action(q_values, rng):
    return float(np.max(q_values))


# === shuffles the row
# says: now|leave
def greedy_action(q_values, rng):
    order = rng.permutation(len(q_values))
    q_values[:] = q_values[order]
    return int(order[np.argmax(q_values)])


# === softmax
# says: expected|only
def greedy_action(q_values, rng):
    p = np.exp(q_values - np.max(q_values))
    return int(rng.choice(len(q_values), p=p / p.sum()))


# === starts from zero
# says: highest|array|None|expected
def greedy_action(q_values, rng):
    best, value = None, 0.0
    for a, q in enumerate(q_values):
        if q > value:
            best, value = a, q
    return best


# === starts from zero action 0
# says: highest
def greedy_action(q_values, rng):
    best, value = 0, 0.0
    for a, q in enumerate(q_values):
        if q > value or (q == value and rng.random() < 0.5):
            best, value = a, q
    return best


# === nearly equal is a tie
# says: Compare exactly
def greedy_action(q_values, rng):
    return int(rng.choice(np.flatnonzero(np.isclose(q_values, q_values.max(), atol=0.1))))


# === the best starts at 0
# says: may be below 0
def greedy_action(q_values, rng):
    best, top = [], 0
    for a, q in enumerate(q_values):
        if q > top:
            best, top = [a], q
        elif q == top:
            best.append(a)
    return int(rng.choice(best))
