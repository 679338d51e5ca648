"""Wrong answers to exercise 3.8: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import numpy as np


# === a list
# says: Expected an array
def td_targets(rewards, next_q_values, terminals, gamma):
    return [float(r + (0 if t else gamma * max(q))) for r, q, t in zip(rewards, next_q_values, terminals)]


# === all discounted
# says: not the reward
def td_targets(rewards, next_q_values, terminals, gamma):
    return (gamma * (rewards + next_q_values.max(axis=1) * ~terminals)).astype(np.float32)


# === argmax
# says: argmax gives the place
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.argmax(axis=1) * ~terminals).astype(np.float32)


# === axis 0
# says: column
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.max(axis=0) * ~terminals).astype(np.float32)


# === best at least zero
# says: still bad
def td_targets(rewards, next_q_values, terminals, gamma):
    best = np.maximum(next_q_values.max(axis=1), 0)
    return (rewards + gamma * best * ~terminals).astype(np.float32)


# === changes next q values
# says: changed an array
def td_targets(rewards, next_q_values, terminals, gamma):
    next_q_values[terminals] = 0
    return (rewards + gamma * next_q_values.max(axis=1)).astype(np.float32)


# === changes rewards
# says: changed an array
def td_targets(rewards, next_q_values, terminals, gamma):
    rewards += np.float32(gamma) * next_q_values.max(axis=1) * ~terminals
    return rewards


# === clipped
# says: expected 0 . 0.9
def td_targets(rewards, next_q_values, terminals, gamma):
    return np.clip(rewards + gamma * next_q_values.max(axis=1) * ~terminals, -1, 1).astype(np.float32)


# === f max
# says: got a Variable
def td_targets(rewards, next_q_values, terminals, gamma):
    best = F.max(chainer.Variable(next_q_values), axis=1)
    return rewards + np.float32(gamma) * best * (~terminals).astype(np.float32)


# === float16
# says: float32
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.max(axis=1) * ~terminals).astype(np.float16)


# === float64
# says: float32
def td_targets(rewards, next_q_values, terminals, gamma):
    return rewards + gamma * next_q_values.max(axis=1) * (1 - terminals)


# === gamma written in
# says: gamma 0.5
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + 0.9 * next_q_values.max(axis=1) * ~terminals).astype(np.float32)


# === keepdims
# says: expected shape
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.max(axis=1, keepdims=True) * ~terminals).astype(np.float32)


# === mask inverted
# says: wrong way round
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.max(axis=1) * terminals).astype(np.float32)


# === mask on the reward too
# says: not the reward
def td_targets(rewards, next_q_values, terminals, gamma):
    return ((rewards + gamma * next_q_values.max(axis=1)) * ~terminals).astype(np.float32)


# === mask one step early
# says: mask
def td_targets(rewards, next_q_values, terminals, gamma):
    over = np.roll(terminals, -1)
    return (rewards + gamma * next_q_values.max(axis=1) * ~over).astype(np.float32)


# === max of everything
# says: column
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.max() * ~terminals).astype(np.float32)


# === mean
# says: mean of the row
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.mean(axis=1) * ~terminals).astype(np.float32)


# === no mask
# says: mask is missing
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values.max(axis=1)).astype(np.float32)


# === not discounted
# says: discounted by gamma
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + next_q_values.max(axis=1) * ~terminals).astype(np.float32)


# === reward discounted too
# says: not the reward
def td_targets(rewards, next_q_values, terminals, gamma):
    return (gamma * (rewards + next_q_values.max(axis=1) * ~terminals) * ~terminals + rewards * terminals).astype(np.float32)


# === variable
# says: got a Variable
def td_targets(rewards, next_q_values, terminals, gamma):
    return chainer.Variable((rewards + gamma * next_q_values.max(axis=1) * ~terminals).astype(np.float32))


# === the first action's value
# says: first of the row
def td_targets(rewards, next_q_values, terminals, gamma):
    return (rewards + gamma * next_q_values[:, 0] * (1 - terminals)).astype(np.float32)


# === one if for the whole batch
# says: np.where
def td_targets(rewards, next_q_values, terminals, gamma):
    if terminals:
        return rewards
    return rewards + gamma * next_q_values.max(axis=1)


# === minus terminals
# says: ~terminals
def td_targets(rewards, next_q_values, terminals, gamma):
    return rewards + gamma * next_q_values.max(axis=1) * (-terminals)


# === the reward discounted at the end
# says: not the reward
def td_targets(rewards, next_q_values, terminals, gamma):
    return (gamma * (rewards + next_q_values.max(axis=1) * (1 - terminals))).astype(np.float32)
