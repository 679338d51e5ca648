"""Wrong answers to exercise 3.13: the check turns each away with words about its mistake."""

import chainer.functions as F
import numpy as np


# === axis 0
# says: argmax over axis 1
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=0)
    value = next_q_target[np.arange(len(best)), best]
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === changes an array
# says: changed an array
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    next_q_target[terminals] = 0
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return (rewards + gamma * value).astype(np.float32)


# === float64
# says: float32
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return rewards + gamma * value * (1 - terminals)


# === gamma written in
# says: gamma 0.9
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return (rewards + 0.5 * value * ~terminals).astype(np.float32)


# === mask inverted
# says: wrong way round
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return (rewards + gamma * value * terminals).astype(np.float32)


# === mask on the reward too
# says: not the reward
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return ((rewards + gamma * value) * ~terminals).astype(np.float32)


# === mean of the two
# says: the target network values it 5
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    i = np.arange(len(best))
    value = (next_q_online[i, best] + next_q_target[i, best]) / 2
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === no mask
# says: mask is missing
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return (rewards + gamma * value).astype(np.float32)


# === not discounted
# says: discounted by gamma
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return (rewards + value * ~terminals).astype(np.float32)


# === online only
# says: online network's own value
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    value = next_q_online.max(axis=1)
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === plain maximum
# says: target network's own maximum
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    value = next_q_target.max(axis=1)
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === reward discounted too
# says: not the reward
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[np.arange(len(best)), best]
    return (gamma * (rewards + value * ~terminals)).astype(np.float32)


# === roles swapped
# says: roles are swapped
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_target.argmax(axis=1)
    value = next_q_online[np.arange(len(best)), best]
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === square
# says: expected shape
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = next_q_target[:, best]
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === the place
# says: place of the best action
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    value = next_q_online.argmax(axis=1)
    return (rewards + gamma * value * ~terminals).astype(np.float32)


# === variable
# says: got a Variable
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    best = next_q_online.argmax(axis=1)
    value = F.select_item(next_q_target, best)
    return rewards + np.float32(gamma) * value * (~terminals).astype(np.float32)


# === the reward discounted too
# says: not the reward
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    a = next_q_online.argmax(axis=1)
    return (gamma * (rewards + next_q_target[np.arange(len(a)), a] * ~terminals)).astype(np.float32)
