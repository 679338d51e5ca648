"""Convolution2D as Chainer has it, only quick on a CPU: same arguments, parameters, snapshots and numbers.

Chainer copies the images once for every point of the kernel. Here they lie channels last, so that a row of a window
is one run of memory: one copy lays out the windows as rows of a matrix, one matrix product does the layer. A batch
goes through in pieces small enough for the processor's cache. On a GPU Chainer's own code runs.
"""

import chainer
import numpy as np
from chainer.functions.connection.convolution_2d import Convolution2DFunction
from numpy.lib.stride_tricks import as_strided

from workshop.links.hands import cut, scratch, share_out

PIECE_BYTES = 1_700_000  # of windows: with its result a piece stays in a core's own cache, or nearly
MOST_PIECES = 16  # each holds a gradient of the kernels of its own, until they are added up


class Convolution2D(chainer.links.Convolution2D):
    """chainer.links.Convolution2D, quicker on a CPU.

    x: float (B, in_channels, H, W).  Returns a Variable (B, out_channels, H', W') whose memory lies channels last:
    the next Convolution2D takes it as it lies, and NumPy's elementwise functions (F.relu) keep it so.
    """

    def forward(self, x):
        x = chainer.as_variable(x)
        if x.xp is not np:
            return super().forward(x)
        if self.W.array is None:
            self._initialize_params(x.shape[1])
        function = QuickConvolution(self.stride, self.pad, dilate=self.dilate, groups=self.groups)
        return function.apply((x, self.W) if self.b is None else (x, self.W, self.b))[0]


class QuickConvolution(Convolution2DFunction):
    """Chainer's function node with the CPU's arithmetic done anew, forward and backward."""

    def forward_cpu(self, inputs):
        if not self._is_plain(inputs):
            return super().forward_cpu(inputs)
        self.retain_inputs((0, 1))
        x, W, *b = inputs
        y = np.empty((len(x), *self._get_out_size(x.shape, W.shape), len(W)), x.dtype)
        block, stride = self._block(x, W)
        kernels = blocks(W, block)
        matrix = kernels.reshape(len(W), -1).T
        self.pieces = pieces(y, W[0].size)
        self.images = [None] * len(self.pieces)  # channels last, kept for the gradient of the kernels

        def work(number):
            piece = self.pieces[number]
            self.images[number] = blocks(padded(x[piece], self.ph, self.pw), block)
            y_rows = y[piece].reshape(-1, len(W))
            np.matmul(windows(self.images[number], kernels.shape, stride), matrix, out=y_rows)
            if b:
                y_rows += b[0]

        share_out(work, range(len(self.pieces)))
        return (y.transpose(0, 3, 1, 2),)

    def backward(self, indexes, grad_outputs):
        x, W = (variable.array for variable in self.get_retained_inputs())
        gy = grad_outputs[0].array
        if chainer.config.enable_backprop or not self._is_plain((x, W, gy)):
            return super().backward(indexes, grad_outputs)  # gradients of gradients, and all that stays Chainer's
        gradients = self._gradients(x, W, np.ascontiguousarray(gy.transpose(0, 2, 3, 1)), 0 in indexes)
        return [chainer.Variable(gradients[index]) for index in indexes]

    def _gradients(self, x, W, gy, of_x):
        """[gx (None unless of_x), gW, gb] for gy (B, H', W', O)."""
        (count, channels, height, width), (block, stride) = x.shape, self._block(x, W)
        h, w = W.shape[2] // block[0], W.shape[3] // block[1]
        shape = (len(W), h, w, W[0].size // (h * w))
        # Each piece has its own sum, and these are added in their order: so the result is the same whoever was first.
        gW = np.empty((len(self.pieces), len(W), W[0].size), W.dtype)
        gx = np.empty((count, height + 2 * self.ph, width + 2 * self.pw, channels), x.dtype) if of_x else None
        kernels = blocks(W, (1, 1))

        def work(number):
            piece = self.pieces[number]
            gy_rows = gy[piece].reshape(-1, len(W))
            np.matmul(gy_rows.T, windows(self.images[number], shape, stride), out=gW[number])
            if of_x:
                rows = scratch("rows", (len(gy_rows), W[0].size), gy.dtype)
                np.matmul(gy_rows, kernels.reshape(len(W), -1), out=rows)
                gx[piece] = 0
                add_windows(rows.reshape(*gy[piece].shape[:3], *kernels.shape[1:]), gx[piece], (self.sy, self.sx))

        share_out(work, range(len(self.pieces)))
        if of_x:
            gx = gx[:, self.ph : self.ph + height, self.pw : self.pw + width].transpose(0, 3, 1, 2)
        gy_rows = gy.reshape(-1, len(W))
        gb = np.ones(len(gy_rows), gy.dtype) @ gy_rows  # a sum over rows, by BLAS ten times quicker
        return gx, unblocked(gW.sum(axis=0).reshape(shape), W.shape), gb

    def _is_plain(self, arrays):
        """True for what is done here: one type, float32 or float64, and a convolution without groups and dilation."""
        dtypes = {array.dtype for array in arrays}
        return (self.groups, self.dy, self.dx) == (1, 1, 1) and dtypes in ({np.dtype("f")}, {np.dtype("d")})

    def _block(self, x, W):
        """How many pixels (high, wide) to treat as one, and the stride in such blocks."""
        # An image from the emulator lies row after row, channel after channel, and a stride of 4 only ever sees it
        # as blocks of 4x4 pixels. Channels last block by block costs a quarter of what pixel by pixel does.
        stride, ones = (self.sy, self.sx), (1, 1)
        kernels_fit = W.shape[2] % self.sy == 0 and W.shape[3] % self.sx == 0
        if x.flags.c_contiguous and kernels_fit and (self.ph, self.pw) == (0, 0):
            return stride, ones
        return ones, stride


def pieces(y, kernel_size):
    """The batch cut into slices, for a result y (B, H', W', O) and kernels of that many weights each."""
    # Whatever the number of hands: cut alike, sums are rounded alike on two cores and on ten.
    bytes_of_windows = y.size // y.shape[3] * kernel_size * y.itemsize
    pairs = round(bytes_of_windows / PIECE_BYTES / 2)  # in pairs, for two hands
    return cut(len(y), min(max(1, 2 * pairs), MOST_PIECES))


def padded(x, rows, columns):
    """(B, C, H, W) with that many rows of zeros above and below, and columns left and right."""
    if rows == columns == 0:
        return x
    return np.pad(x, ((0, 0), (0, 0), (rows, rows), (columns, columns)))


def blocks(x, block):
    """(B, C, H, W) in blocks of (h, w) pixels, channels last: contiguous (B, H // h, W // w, C * h * w).

    A convolution of stride (h, w) is one of stride 1 over blocks, its kernels cut alike. Blocks of (1, 1) only put
    the channels last, without a copy if they are. A rest of less than a block is left out.
    """
    (h, w), (count, channels, height, width) = block, x.shape
    rows, columns = height // h, width // w
    run = np.dtype((np.void, w * x.itemsize))  # w neighbours move as one element
    runs = x[:, :, : rows * h, : columns * w].view(run).reshape(count, channels, rows, h, columns)
    runs = np.ascontiguousarray(runs.transpose(0, 2, 4, 1, 3))
    return runs.view(x.dtype).reshape(count, rows, columns, channels * h * w)


def unblocked(x, shape):
    """What `blocks` made of an array of that shape, put back: contiguous (B, C, H, W)."""
    (count, channels, height, width), (_, rows, columns, _) = shape, x.shape
    x = x.reshape(count, rows, columns, channels, height // rows, width // columns)
    return np.ascontiguousarray(x.transpose(0, 3, 1, 4, 2, 5)).reshape(shape)


def windows(images, shape, stride):
    """Every window of images (B, H, W, C) as a row, for kernels of shape (O, h, w, C): (B * H' * W', h * w * C).

    The rows lie in this thread's `scratch`.
    """
    (count, height, width, channels), (_, h, w, _), (down, right) = images.shape, shape, stride
    pixel = channels * images.itemsize  # images.strides may say anything along an axis of length 1
    row, image = width * pixel, height * width * pixel
    view = as_strided(
        images,
        (count, (height - h) // down + 1, (width - w) // right + 1, h, w * channels),
        (image, down * row, right * pixel, row, images.itemsize),
        writeable=False,
    )
    rows = scratch("rows", view.shape, view.dtype)
    np.copyto(rows, view)
    return rows.reshape(-1, h * w * channels)


def add_windows(parts, images, stride):
    """The reverse of `windows`: parts (B, H', W', h, w, C) added to images (B, H, W, C), each where it came from."""
    (rows, columns, h, w), (down, right) = parts.shape[1:5], stride
    if w % right == images.shape[2] % right == 0:  # then `right` neighbours go the same way: a longer run, fewer turns
        images = images.reshape(*images.shape[:2], images.shape[2] // right, -1)
        parts = parts.reshape(len(parts), rows, columns, h, w // right, -1)
        w, right = w // right, 1
    for i in range(h):
        for j in range(w):
            place = images[:, i : i + down * (rows - 1) + 1 : down, j : j + right * (columns - 1) + 1 : right]
            place += parts[:, :, :, i, j]
