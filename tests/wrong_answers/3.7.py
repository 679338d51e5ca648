"""Wrong answers to exercise 3.7: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import numpy as np


# === argmax shifted
# says: expected -3 8 6
def q_of_actions(q_values, actions):
    return F.select_item(q_values, (actions + 1) % q_values.shape[1])


# === column kept
# says: expected shape
def q_of_actions(q_values, actions):
    return F.reshape(F.select_item(q_values, actions), (-1, 1))


# === first action for all
# says: Row 0 took action 2
def q_of_actions(q_values, actions):
    return q_values[:, int(actions[0])]


# === float64 mask
# says: float32
def q_of_actions(q_values, actions):
    mask = np.eye(q_values.shape[1])[actions]
    return F.sum(F.cast(q_values, np.float64) * mask, axis=1)


# === masked but not summed
# says: expected shape
def q_of_actions(q_values, actions):
    return q_values * np.eye(q_values.shape[1], dtype=np.float32)[actions]


# === max of the mask
# says: Sum
def q_of_actions(q_values, actions):
    mask = np.eye(q_values.shape[1], dtype=np.float32)[actions]
    return F.max(q_values * mask, axis=1)


# === maximum
# says: the best ones
def q_of_actions(q_values, actions):
    return F.max(q_values, axis=1)


# === mean of row
# says: mean of each row
def q_of_actions(q_values, actions):
    return F.mean(q_values, axis=1)


# === mean of the mask
# says: mean of the masked row
def q_of_actions(q_values, actions):
    mask = np.eye(q_values.shape[1], dtype=np.float32)[actions]
    return F.mean(q_values * mask, axis=1)


# === new variable
# says: graph is cut
def q_of_actions(q_values, actions):
    return chainer.Variable(q_values.array[np.arange(len(actions)), actions])


# === nothing returned
# says: Nothing came back
def q_of_actions(q_values, actions):
    F.select_item(q_values, actions)


# === plain array
# says: Expected a Variable
def q_of_actions(q_values, actions):
    return q_values.array[np.arange(len(actions)), actions]


# === rows and columns swapped
# says: swapped
def q_of_actions(q_values, actions):
    return q_values[actions, np.arange(len(actions))]


# === square
# says: expected shape
def q_of_actions(q_values, actions):
    return q_values[:, actions]


# === squeezed
# says: batch of one
def q_of_actions(q_values, actions):
    return F.squeeze(F.select_item(q_values, actions))


# === summed to one number
# says: expected shape
def q_of_actions(q_values, actions):
    return F.sum(F.select_item(q_values, actions))


# === three actions written in
# says: written in
def q_of_actions(q_values, actions):
    mask = np.zeros((len(actions), 3), np.float32)
    mask[np.arange(len(actions)), actions % 3] = 1
    return F.sum(q_values[:, :3] * mask, axis=1)


# === a mask of three actions
# says: size written in
def q_of_actions(q_values, actions):
    return F.sum(q_values * np.eye(3, dtype=np.float32)[actions], axis=1)


# === a mask as wide as the batch
# says: size written in
def q_of_actions(q_values, actions):
    return F.sum(q_values * np.eye(len(actions), dtype=np.float32)[actions], axis=1)


# === changes the actions
# says: changed the actions
def q_of_actions(q_values, actions):
    actions += np.arange(len(actions), dtype=np.int32) * q_values.shape[1]
    return F.get_item(F.flatten(q_values), actions)
