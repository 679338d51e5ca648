"""Wrong answers to exercise 2.7: the check turns each away with words about its mistake."""

import chainer
import chainer.functions as F
import chainer.links as L
import numpy as np


# === clipped
# says: 255
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return np.clip(out, 0, 255)


# === flips left right
# says: turned
def convolve(image, kernel, stride=1):
    kernel = kernel[:, ::-1]
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === flips up down
# says: upside|turned
def convolve(image, kernel, stride=1):
    kernel = kernel[::-1]
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === int out
# says: floats|expected
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns), dtype=int)
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === list
# says: array
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out.tolist()


# === max
# says: expected
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).max()
    return out


# === mean
# says: average
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).mean()
    return out


# === no return
# says: None
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()


# === normalised
# says: expected
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out / max(kernel.sum(), 1)


# === one short
# says: shape
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === overwrites image
# says: changed
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
            image[i, j] = 0
    return out


# === rounds up
# says: shape|left out|broadcast
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = -(-(image.shape[0] - h) // stride) + 1
    columns = -(-(image.shape[1] - w) // stride) + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel[: patch.shape[0], : patch.shape[1]]).sum()
    return out


# === same padding
# says: no padding|fits
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    image = np.pad(image, ((0, h - 1), (0, w - 1)))
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === square kernels only
# says: shape|expected|broadcast
def convolve(image, kernel, stride=1):
    h = w = kernel.shape[0]
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === stride ignored
# says: stride
def convolve(image, kernel, stride=1):
    stride = 1
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === stride on rows only
# says: both|shape
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = image.shape[1] - w + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j : j + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === stride on size only
# says: values|expected
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i : i + h, j : j + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === transposed kernel
# says: shape|expected
def convolve(image, kernel, stride=1):
    kernel = kernel.T
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === transposed out
# says: rows|shape
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out.T


# === true convolution
# says: turned
def convolve(image, kernel, stride=1):
    kernel = kernel[::-1, ::-1]
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === uint8 kernel
# says: expected|floats
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns))
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel.astype(image.dtype)).sum()
    return out


# === uint8 out
# says: floats
def convolve(image, kernel, stride=1):
    h, w = kernel.shape
    rows = (image.shape[0] - h) // stride + 1
    columns = (image.shape[1] - w) // stride + 1
    out = np.zeros((rows, columns), dtype=image.dtype)
    for i in range(rows):
        for j in range(columns):
            patch = image[i * stride : i * stride + h, j * stride : j * stride + w]
            out[i, j] = (patch * kernel).sum()
    return out


# === uses up the kernel
# says: kernel was changed
def convolve(image, kernel, stride=1):
    kernel /= 1.0
    kernel[:] = kernel[::1]
    H, W = image.shape
    h, w = kernel.shape
    out = np.array(
        [
            [(image[i : i + h, j : j + w] * kernel).sum() for j in range(0, W - w + 1, stride)]
            for i in range(0, H - h + 1, stride)
        ]
    )
    kernel *= 0
    return out
