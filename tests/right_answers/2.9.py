"""Right answers to exercise 2.9, written differently: the check accepts each."""

import math

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === count
def conv_output_size(size, kernel, stride=1, pad=0):
    return len(range(0, size + 2 * pad - kernel + 1, stride))


# === divmod
def conv_output_size(size, kernel, stride=1, pad=0):
    whole, rest = divmod(size + 2 * pad - kernel, stride)
    return whole + 1


# === int of division
def conv_output_size(size, kernel, stride=1, pad=0):
    return int((size + 2 * pad - kernel) / stride) + 1


# === loop
def conv_output_size(size, kernel, stride=1, pad=0):
    n, at = 0, -pad
    while at + kernel <= size + pad:
        n += 1
        at += stride
    return np.int64(n)


# === math floor
def conv_output_size(size, kernel, stride=1, pad=0):
    return math.floor((size - kernel + 2 * pad) / stride + 1)


# === range
def conv_output_size(size, kernel, stride=1, pad=0):
    return len(range(-pad, size + pad - kernel + 1, stride))


# === while
def conv_output_size(size, kernel, stride=1, pad=0):
    n, at = 0, 0
    while at + kernel <= size + 2 * pad:
        n, at = n + 1, at + stride
    return n
