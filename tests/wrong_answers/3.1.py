"""Wrong answers to exercise 3.1: the check turns each away with words about its mistake."""

import numpy as np

from solutions.dqn import COLUMNS, ROWS


# === brightest channel
# says: Are the weights
def preprocess(frame):
    grey = frame.max(axis=2).astype(float)
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === changes the screen
# says: changed the screen
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    frame[:] = 0
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === channels swapped
# says: the wrong way round
def preprocess(frame):
    grey = frame @ np.array([0.114, 0.587, 0.299])
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === cropped instead of shrunk
# says: average of its area
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(grey[:84, :84]).astype(np.uint8)


# === every nth pixel
# says: average of its area
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(grey[np.arange(84) * 210 // 84][:, np.arange(84) * 160 // 84]).astype(np.uint8)


# === floats returned
# says: Expected uint8
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return ROWS @ grey @ COLUMNS


# === keeps a channel axis
# says: Expected shape
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)[:, :, None]


# === not shrunk
# says: Expected shape
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(grey).astype(np.uint8)


# === one channel only
# says: Are the weights
def preprocess(frame):
    grey = frame[:, :, 1].astype(float)
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === plain mean
# says: plain mean
def preprocess(frame):
    grey = frame.mean(axis=2)
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === same buffer each time
# says: fresh array
SMALL = np.zeros((84, 84), np.uint8)


def preprocess(frame):
    SMALL[:] = np.rint(ROWS @ (frame @ np.array([0.299, 0.587, 0.114])) @ COLUMNS)
    return SMALL


# === scaled to one
# says: Expected uint8
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return (ROWS @ grey @ COLUMNS / 255).astype(np.float32)


# === transposed
# says: transposed
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8).T


# === truncated
# says: cuts the rest off
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return (ROWS @ grey @ COLUMNS).astype(np.uint8)


# === uint8 overflow in the mean
# says: run over
def preprocess(frame):
    grey = (frame[:, :, 0] + frame[:, :, 1] + frame[:, :, 2]) / 3
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === uint8 overflow in the weights
# says: run over
def preprocess(frame):
    grey = (np.uint8(77) * frame[:, :, 0] + np.uint8(150) * frame[:, :, 1] + np.uint8(29) * frame[:, :, 2]) >> 8
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === upside down
# says: upside down
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)[::-1]


# === colours first
# says: last axis
def preprocess(frame):
    grey = frame[0] * 0.299 + frame[1] * 0.587 + frame[2] * 0.114
    return np.rint(ROWS @ grey @ COLUMNS).astype(np.uint8)


# === scaled to one, then bytes
# says: Divided by 255
def preprocess(frame):
    grey = frame / 255 @ np.array([0.299, 0.587, 0.114])
    return (ROWS @ grey @ COLUMNS).astype(np.uint8)


# === times instead of matrix product
# says: ROWS @ grey @ COLUMNS
def preprocess(frame):
    grey = frame @ np.array([0.299, 0.587, 0.114])
    return (ROWS * grey * COLUMNS).astype(np.uint8)


# === nothing returned
# says: Nothing came back
def preprocess(frame):
    np.rint(ROWS @ (frame @ np.array([0.299, 0.587, 0.114])) @ COLUMNS).astype(np.uint8)
