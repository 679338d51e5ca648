"""Right answers to exercise 1.5, written differently: the check accepts each."""

import numpy as np

from workshop.types import Episode


# === argwhere
def greedy_action(q_values, rng):
    best = np.argwhere(q_values == np.amax(q_values)).flatten().tolist()
    rng.shuffle(best)
    return best[0]


# === list comprehension
def greedy_action(q_values, rng):
    top = max(q_values)
    ties = [a for a, q in enumerate(q_values) if q == top]
    return ties[rng.integers(len(ties))]


# === only draws if tied
def greedy_action(q_values, rng):
    best = np.where(q_values == np.max(q_values))[0]
    if len(best) == 1:
        return int(best[0])
    return int(best[int(rng.random() * len(best))])


# === permute
def greedy_action(q_values, rng):
    order = rng.permutation(len(q_values))
    return order[np.argmax(np.asarray(q_values)[order])]


# === probabilities
def greedy_action(q_values, rng):
    p = np.equal(q_values, np.max(q_values)).astype(float)
    return rng.choice(len(p), p=p / p.sum())


# === random keys
def greedy_action(q_values, rng):
    return int(np.lexsort((rng.random(len(q_values)), q_values))[-1])


# === reservoir
def greedy_action(q_values, rng):
    best, n = 0, 1
    for a in range(1, len(q_values)):
        if q_values[a] > q_values[best]:
            best, n = a, 1
        elif q_values[a] == q_values[best]:
            n += 1
            if rng.random() < 1 / n:
                best = a
    return best


# === permutation
def greedy_action(q_values, rng):
    return max(rng.permutation(len(q_values)), key=lambda a: q_values[a])
