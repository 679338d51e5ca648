"""Convolution2D as Chainer has it, only quick on a CPU: same arguments, parameters, snapshots and numbers.

Chainer copies the images once for every point of the kernel. Here one copy lays them out, and one matrix product does
the layer: see ByWindows and ByBlocks. A batch goes through in pieces small enough for the processor's cache. On a GPU
Chainer's own code runs.
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
        self.pieces = pieces(y, W[0].size)
        self.kept = [None] * len(self.pieces)  # each piece's images, as the gradient of the kernels needs them
        self.way = (ByBlocks if self._suits_blocks(x, W) else ByWindows)(W, (self.sy, self.sx))

        def work(number):
            piece = self.pieces[number]
            self.kept[number] = self.way.forward(padded(x[piece], self.ph, self.pw), b[0] if b else 0, y[piece])

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
        (count, channels, height, width), way = x.shape, self.way
        # Each piece has its own sum, and these are added in their order: so the result is the same whoever was first.
        gkernels = np.empty((len(self.pieces), *way.kernels.shape), W.dtype)
        gx = np.empty((count, height + 2 * self.ph, width + 2 * self.pw, channels), x.dtype) if of_x else None

        def work(number):
            piece = self.pieces[number]
            way.gradient_of_kernels(self.kept[number], gy[piece], gkernels[number])
            if of_x:
                gx[piece] = 0
                way.add_gradient_of_x(gy[piece], gx[piece])

        share_out(work, range(len(self.pieces)))
        if of_x:
            gx = gx[:, self.ph : self.ph + height, self.pw : self.pw + width].transpose(0, 3, 1, 2)
        gy_rows = gy.reshape(-1, len(W))
        gb = np.ones(len(gy_rows), gy.dtype) @ gy_rows  # a sum over rows, by BLAS ten times quicker
        return gx, way.as_given(gkernels.sum(axis=0)), gb

    def _is_plain(self, arrays):
        """True for what is done here: one type, float32 or float64, and a convolution without groups and dilation."""
        dtypes = {array.dtype for array in arrays}
        return (self.groups, self.dy, self.dx) == (1, 1, 1) and dtypes in ({np.dtype("f")}, {np.dtype("d")})

    def _suits_blocks(self, x, W):
        """True where blocks can be cut and are cheaper: in the first layers of the DQN papers."""
        # An image from the emulator lies row after row, channel after channel; what comes after lies channels last.
        can_be = W.shape[2] % self.sy == W.shape[3] % self.sx == self.ph == self.pw == 0 and x.flags.c_contiguous
        # A block and each kernel's blocks make len(W) numbers each; a window would copy the whole block as often.
        return can_be and 2 * len(W) <= W.shape[1] * self.sy * self.sx


class ByWindows:
    """A convolution as one product: a row for each window of the images, times a column for each kernel.

    W: (O, C, h, w).  stride: (down, right).  Images come with their padding.
    """

    def __init__(self, W, stride):
        self.shape, self.stride = W.transpose(0, 2, 3, 1).shape, stride
        self.kernels = np.ascontiguousarray(W.transpose(0, 2, 3, 1)).reshape(len(W), -1)  # (O, h * w * C)

    def forward(self, x, b, y):
        """Write into y (B, H', W', O) the result for x (B, C, H, W) and the bias b.

        Returns what `gradient_of_kernels` needs to know of x.
        """
        images = np.ascontiguousarray(x.transpose(0, 2, 3, 1))
        np.matmul(windows(images, self.shape, self.stride), self.kernels.T, out=y.reshape(-1, len(self.kernels)))
        y += b
        return images

    def gradient_of_kernels(self, images, gy, out):
        """Write into out, like `kernels`, their gradient for gy (B, H', W', O)."""
        np.matmul(gy.reshape(-1, gy.shape[3]).T, windows(images, self.shape, self.stride), out=out)

    def add_gradient_of_x(self, gy, gx):
        """Add to gx (B, H, W, C) the images' gradient for gy (B, H', W', O)."""
        rows = scratch("rows", (*gy.shape[:3], *self.shape[1:]), gy.dtype)
        np.matmul(gy.reshape(-1, len(self.kernels)), self.kernels, out=rows.reshape(-1, self.kernels.shape[1]))
        add_windows(rows, gx, self.stride)

    def as_given(self, kernels):
        """What lies like `kernels`, the way W does."""
        return np.ascontiguousarray(kernels.reshape(self.shape).transpose(0, 3, 1, 2))


class ByBlocks:
    """The same for strides that divide the kernels: images and kernels are cut into blocks of a stride's size.

    Then no window need be copied. One product has each block of the images meet each block of the kernels, and a window
    is the sum of what some neighbours (four, for kernels of 8x8 and a stride of 4) have met. Methods as in ByWindows.
    """

    def __init__(self, W, stride):
        (count, channels, height, width), (down, right) = W.shape, stride
        self.stride, self.cut = stride, (count, channels, height // down, down, width // right, right)
        # (C * down * right, h * w * O), where h and w count blocks
        blocks_of_kernels = W.reshape(self.cut).transpose(1, 3, 5, 2, 4, 0)
        self.kernels = np.ascontiguousarray(blocks_of_kernels).reshape(channels * down * right, -1)

    def forward(self, x, b, y):
        images = blocks(x, self.stride)
        met = self._met(*images.shape[:3], images.dtype)
        np.matmul(as_rows(images), self.kernels, out=met.reshape(-1, self.kernels.shape[1]))
        first, *others = self._neighbours(met)
        np.add(first, b, out=y)
        for other in others:
            y += other
        return images

    def gradient_of_kernels(self, images, gy, out):
        np.matmul(as_rows(images).T, self._handed_back(gy), out=out)

    def add_gradient_of_x(self, gy, gx):
        (count, height, width, channels), (down, right) = gx.shape, self.stride
        rows, columns = height // down, width // right
        images = self._handed_back(gy) @ self.kernels.T
        gx = gx[:, : rows * down, : columns * right].reshape(count, rows, down, columns, right, channels)
        gx += images.reshape(count, rows, columns, channels, down, right).transpose(0, 1, 4, 2, 5, 3)

    def as_given(self, kernels):
        count, channels, h, down, w, right = self.cut
        kernels = kernels.reshape(channels, down, right, h, w, count).transpose(5, 0, 3, 1, 4, 2)
        return np.ascontiguousarray(kernels).reshape(count, channels, h * down, w * right)

    def _met(self, count, rows, columns, dtype):
        """Scratch for what each block of that many images and of the kernels make: (B, rows, columns, h, w, O)."""
        kernels, _, h, _, w, _ = self.cut
        return scratch("met", (count, rows, columns, h, w, kernels), dtype)

    def _neighbours(self, met):
        """Views of it (B, H', W', O), one for each block of a kernel: their sum is the result."""
        height, width, h, w, _ = met.shape[1:]
        return [met[:, i : height - h + 1 + i, j : width - w + 1 + j, i, j] for i in range(h) for j in range(w)]

    def _handed_back(self, gy):
        """The gradient of `_met` as rows, for gy (B, H', W', O): each neighbour has that of the sum."""
        (count, height, width, _), (_, _, h, _, w, _) = gy.shape, self.cut
        met = self._met(count, height + h - 1, width + w - 1, gy.dtype)
        met[...] = 0
        for neighbour in self._neighbours(met):
            neighbour[...] = gy
        return met.reshape(-1, self.kernels.shape[1])


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


def blocks(x, size):
    """(B, C, H, W) cut into blocks of (h, w) pixels: contiguous (B, H // h, W // w, C * h * w).

    A rest of less than a block is left out.
    """
    (h, w), (count, channels, height, width) = size, x.shape
    rows, columns = height // h, width // w
    run = np.dtype((np.void, w * x.itemsize))  # w neighbours move as one element
    runs = x[:, :, : rows * h, : columns * w].view(run).reshape(count, channels, rows, h, columns)
    runs = np.ascontiguousarray(runs.transpose(0, 2, 4, 1, 3))
    return runs.view(x.dtype).reshape(count, rows, columns, channels * h * w)


def as_rows(images):
    """(B, H, W, C) as a matrix (B * H * W, C)."""
    return images.reshape(-1, images.shape[3])


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
