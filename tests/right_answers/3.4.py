"""Right answers to exercise 3.4, written differently: the check accepts each."""

import numpy as np


# === clip
def linear_epsilon(step, *, start, end, decay_steps):
    return start + (end - start) * np.clip(step / decay_steps, 0, 1)


# === interp
def linear_epsilon(step, *, start, end, decay_steps):
    return float(np.interp(step, [0, decay_steps], [start, end]))


# === linspace
def linear_epsilon(step, *, start, end, decay_steps):
    return np.linspace(start, end, decay_steps + 1)[min(step, decay_steps)]


# === maximum
def linear_epsilon(step, *, start, end, decay_steps):
    return max(end, start - step * (start - end) / decay_steps)


# === remaining steps
def linear_epsilon(step, *, start, end, decay_steps):
    left = max(decay_steps - step, 0)
    return end + (start - end) * left / decay_steps


# === weighted mean
def linear_epsilon(step, *, start, end, decay_steps):
    f = min(1.0, step / decay_steps)
    return (1 - f) * start + f * end


# === np.clip
def linear_epsilon(step, *, start, end, decay_steps):
    return start + (end - start) * np.clip(step / decay_steps, 0, 1)


# === weights
def linear_epsilon(step, *, start, end, decay_steps):
    done = min(step / decay_steps, 1.0)
    return (1 - done) * start + done * end
