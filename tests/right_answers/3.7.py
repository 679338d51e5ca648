"""Right answers to exercise 3.7, written differently: the check accepts each."""

import chainer.functions as F
import numpy as np


# === batch matmul
def q_of_actions(q_values, actions):
    hot = (actions.reshape(-1, 1) == np.arange(q_values.shape[1])[None]).astype(np.float32)
    return F.matmul(q_values[:, None, :], hot[:, :, None])[:, 0, 0]


# === fancy index
def q_of_actions(q_values, actions):
    return q_values[np.arange(len(actions)), actions]


# === flattened
def q_of_actions(q_values, actions):
    n = q_values.shape[1]
    flat = F.reshape(q_values, (-1,))
    return flat[np.arange(len(actions)) * n + actions]


# === get item
def q_of_actions(q_values, actions):
    b = np.arange(actions.shape[0])
    return F.get_item(q_values, (b, actions))


# === loop
def q_of_actions(q_values, actions):
    return F.stack([q_values[b, int(a)] for b, a in enumerate(actions)])


# === one hot mask
def q_of_actions(q_values, actions):
    mask = np.eye(q_values.shape[1], dtype=q_values.dtype)[actions]
    return F.sum(q_values * mask, axis=1)


# === selected from 64 bit actions
def q_of_actions(q_values, actions):
    return F.select_item(q_values, actions.astype(np.int64))


# === where
def q_of_actions(q_values, actions):
    hot = actions[:, None] == np.arange(q_values.shape[1])
    return F.sum(F.where(hot, q_values, np.zeros_like(q_values.array)), axis=1)


# === batch matmul / einsum
def q_of_actions(q_values, actions):
    one_hot = np.eye(q_values.shape[1], dtype=q_values.dtype)[actions]
    return F.einsum("ba,ba->b", q_values, one_hot)


# === concat rows
def q_of_actions(q_values, actions):
    rows = F.split_axis(q_values, len(actions), axis=0)
    return F.concat([row[0, a : a + 1] for row, a in zip(rows, actions)], axis=0)


# === flat index
def q_of_actions(q_values, actions):
    flat = F.reshape(q_values, (-1,))
    return flat[np.arange(len(actions)) * q_values.shape[1] + actions]
