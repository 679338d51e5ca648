"""Right answers to exercise 3.13, written differently: the check accepts each."""

import chainer.functions as F
import numpy as np


# === einsum
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    picked = (next_q_online == next_q_online.max(axis=1, keepdims=True)).astype(np.float32)
    value = np.einsum('ba,ba->b', picked, next_q_target)
    y = np.array(rewards)
    y[~terminals] += np.float32(gamma) * value[~terminals]
    return y


# === loop
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    out = []
    for r, qo, qt, over in zip(rewards, next_q_online, next_q_target, terminals):
        out.append(r if over else r + gamma * qt[np.argmax(qo)])
    return np.array(out, dtype=np.float32)


# === one hot
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    hot = np.eye(next_q_online.shape[1], dtype=np.float32)[next_q_online.argmax(axis=1)]
    value = (next_q_target * hot).sum(axis=1)
    return (rewards + gamma * value * (1 - terminals)).astype(np.float32)


# === select item
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    value = F.select_item(next_q_target, next_q_online.argmax(1).astype(np.int32)).array
    value = np.where(terminals, 0, value)
    return np.float32(rewards + gamma * value)


# === take along axis
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    a = np.argmax(next_q_online, axis=1)
    v = np.take_along_axis(next_q_target, a[:, None], axis=1)[:, 0]
    return np.where(terminals, rewards, rewards + gamma * v).astype(np.float32)


# === mask
def double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma):
    mask = next_q_online == next_q_online.max(axis=1, keepdims=True)
    return (rewards + gamma * (next_q_target * mask).sum(axis=1) * (1 - terminals)).astype(np.float32)
