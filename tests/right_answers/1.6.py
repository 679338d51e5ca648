"""Right answers to exercise 1.6, written differently: the check accepts each."""

import numpy as np

from workshop import rl


# === greedy action of 1.5
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return rng.integers(0, len(q_values))
    return rl.greedy_action(q_values, rng)


# === binomial
def _greedy(q_values, rng):
    return int(rng.choice(np.flatnonzero(q_values == np.max(q_values))))


def epsilon_greedy(q_values, epsilon, rng):
    return int(rng.integers(len(q_values)) if rng.binomial(1, epsilon) else _greedy(q_values, rng))


# === draws both always
def epsilon_greedy(q_values, epsilon, rng):
    explore = rng.uniform() < epsilon
    some = rng.integers(q_values.size)
    order = rng.permutation(q_values.size)
    return int(some) if explore else int(order[q_values[order].argmax()])


# === greater than
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() >= epsilon:
        best = [a for a in range(len(q_values)) if q_values[a] == max(q_values)]
        return best[int(rng.integers(len(best)))]
    return int(rng.choice(len(q_values)))


# === one number rescaled
def epsilon_greedy(q_values, epsilon, rng):
    u = rng.random()
    if u < epsilon:
        return min(int(u / epsilon * len(q_values)), len(q_values) - 1)
    best = np.flatnonzero(q_values == q_values.max())
    return int(best[int((u - epsilon) / (1 - epsilon) * len(best))])


# === probability vector
def epsilon_greedy(q_values, epsilon, rng):
    best = q_values == np.max(q_values)
    return int(rng.choice(len(q_values), p=epsilon / len(q_values) + (1 - epsilon) * best / best.sum()))


# === first of a tie
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return rng.integers(0, len(q_values))
    return np.argmax(q_values)


# === last of a tie
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    return int(np.flatnonzero(q_values == np.max(q_values))[-1])


# === first of a tie from probabilities
def epsilon_greedy(q_values, epsilon, rng):
    n = len(q_values)
    p = np.full(n, epsilon / n)
    p[np.argmax(q_values)] += 1 - epsilon
    return int(rng.choice(n, p=p))


# === tie drawn by coins
def epsilon_greedy(q_values, epsilon, rng):
    if rng.random() < epsilon:
        return int(rng.integers(len(q_values)))
    best = 0
    for a in range(1, len(q_values)):
        if q_values[a] > q_values[best] or (q_values[a] == q_values[best] and rng.random() < 0.7):
            best = a
    return best
