"""Wrong answers to exercise 2.9: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === brackets
# says: expected
def conv_output_size(size, kernel, stride=1, pad=0):
    return size + 2 * pad - kernel // stride + 1


# === float floor
# says: whole number
def conv_output_size(size, kernel, stride=1, pad=0):
    return np.floor((size + 2 * pad - kernel) / stride) + 1


# === kernel ignored
# says: kernel itself|got 22|got 21
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size + 2 * pad - 1) // stride + 1


# === no plus one
# says: \+ 1
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size + 2 * pad - kernel) // stride


# === no return
# says: None
def conv_output_size(size, kernel, stride=1, pad=0):
    (size + 2 * pad - kernel) // stride + 1


# === pad ignored
# says: pad
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size - kernel) // stride + 1


# === pad minus
# says: expected
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size - 2 * pad - kernel) // stride + 1


# === pad once
# says: both ends
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size + pad - kernel) // stride + 1


# === pair
# says: expected
def conv_output_size(size, kernel, stride=1, pad=0):
    return ((size + 2 * pad - kernel) // stride + 1,) * 2


# === plus one inside
# says: expected
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size + 2 * pad - kernel + 1) // stride


# === rounds
# says: round down
def conv_output_size(size, kernel, stride=1, pad=0):
    return round((size + 2 * pad - kernel) / stride) + 1


# === rounds up
# says: round down
def conv_output_size(size, kernel, stride=1, pad=0):
    return -(-(size + 2 * pad - kernel) // stride) + 1


# === same padding
# says: kernel|21
def conv_output_size(size, kernel, stride=1, pad=0):
    return size // stride


# === stride ignored
# says: stride
def conv_output_size(size, kernel, stride=1, pad=0):
    return size + 2 * pad - kernel + 1


# === string
# says: expected
def conv_output_size(size, kernel, stride=1, pad=0):
    return str((size + 2 * pad - kernel) // stride + 1)


# === true division
# says: //
def conv_output_size(size, kernel, stride=1, pad=0):
    return (size + 2 * pad - kernel) / stride + 1
