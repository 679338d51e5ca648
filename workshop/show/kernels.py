"""Convolution on a frame, by a kernel that can be edited number by number; and step by step on a small piece of it."""

import functools

import ipywidgets
import matplotlib.pyplot as plt
import numpy as np

from workshop.show.controls import Line
from workshop.show.explore import explore, slider
from workshop.show.figures import of_figure, present
from workshop.show.palette import GRADIENT

KERNELS = {
    "vertical edges, 3x3": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]],
    "horizontal edges, 3x3": [[-1, -2, -1], [0, 0, 0], [1, 2, 1]],
    "sharpen, 3x3": [[0, -1, 0], [-1, 5, -1], [0, -1, 0]],
    "nothing changed, 3x3": [[0, 0, 0], [0, 1, 0], [0, 0, 0]],
    "blur, 5x5": [[0.04] * 5] * 5,
    "outlines, 5x5": [[0, 0, -1, 0, 0], [0, -1, -2, -1, 0], [-1, -2, 16, -2, -1], [0, -1, -2, -1, 0], [0, 0, -1, 0, 0]],
}


def edit(frame, convolve):
    """Show a frame beside what a kernel makes of it, with the kernel's numbers to be edited.

    frame: uint8 (H, W), grey.  convolve: function of (image, kernel, stride).
    """
    preset = ipywidgets.Dropdown(options=list(KERNELS), description="kernel")
    stride = slider(1, 4, 1, 1, "stride")
    numbers, picture, trouble = ipywidgets.GridBox(), ipywidgets.HTML(), Line()

    def redraw(_=None):
        kernel = np.array([number.value for number in numbers.children])
        kernel = kernel.reshape(2 * [int(len(kernel) ** 0.5)])
        image = convolved(frame, kernel, convolve, stride.value)
        picture.value = image.html
        trouble.say("")
        return image

    def fill(_=None):
        kernel = KERNELS[preset.value]
        numbers.children = [_number(value, trouble.guard(redraw)) for row in kernel for value in row]
        numbers.layout.grid_template_columns = f"repeat({len(kernel)}, 62px)"
        return redraw()

    preset.observe(trouble.guard(fill), "value")
    stride.observe(trouble.guard(redraw), "value")
    first = fill()
    panel = ipywidgets.VBox([preset, numbers, stride, trouble.widget])
    present(ipywidgets.HBox([panel, picture], layout={"flex_flow": "row wrap"}), instead=first)


def _number(value, redraw):
    number = ipywidgets.FloatText(value, step=0.5, layout={"width": "58px"})
    number.observe(redraw, "value")
    return number


def convolved(frame, kernel, convolve, stride=1):
    """The frame and what a kernel, float (h, w), makes of it, as an Image. Other arguments as for `edit`."""
    out = convolve(frame, kernel, stride)
    drawing, (left, right) = plt.subplots(1, 2, figsize=(6.4, 4), layout="constrained")
    left.imshow(frame, cmap="gray", vmin=0, vmax=255)
    right.imshow(out, **_tones(out, kernel))
    for axes, picture, name in ((left, frame, "frame"), (right, out, "result")):
        axes.set_title(f"{name} {_size(picture)}", fontsize=10)
        axes.set_axis_off()
    words = f"A frame of the game, and the result of the kernel {np.round(kernel, 2).tolist()} with stride {stride}"
    return of_figure(drawing, f"{words}: {_size(out)} numbers from {out.min():.3g} to {out.max():.3g}.")


def _size(picture):
    return f"{picture.shape[0]} x {picture.shape[1]}"


def _tones(out, kernel):
    """Greys where the kernel keeps the brightness; elsewhere the sign is what matters."""
    return {"cmap": "gray", "vmin": 0, "vmax": 255} if abs(kernel.sum() - 1) < 0.5 else _signed(out)


def _signed(values):
    """Blue above 0, red below, white at 0."""
    most = max(1.0, abs(values).max())
    return {"cmap": "RdBu", "vmin": -most, "vmax": most}


def in_motion(image, kernel, convolve):
    """Show a kernel on its way over a small image, place after place, with what comes out.

    image: uint8 (H, W), grey.  kernel: float (h, w).  convolve: function of (image, kernel, stride).
    """
    places = convolve(image, kernel, 1).size
    place = slider(0, places - 1, places // 3, 1, "place")
    play = ipywidgets.Play(max=places - 1, value=place.value, interval=400)
    ipywidgets.jslink((play, "value"), (place, "value"))
    explore(functools.partial(_placed, image, kernel, convolve), play, place=place, stride=slider(1, 3, 1, 1, "stride"))


def _placed(image, kernel, convolve, *, place, stride):
    out = convolve(image, kernel, stride)
    row, column = np.unravel_index(min(place, out.size - 1), out.shape)
    drawing, panels = plt.subplots(1, 3, figsize=(10, 3.6), layout="constrained", width_ratios=[1.25, 0.65, 1.25])
    done = np.arange(out.size).reshape(out.shape) <= row * out.shape[1] + column
    _with_numbers(panels[0], image, f"image, {_size(image)}", "white", cmap="gray", vmin=0, vmax=400)
    _with_numbers(panels[1], kernel, "kernel", "black", **_signed(2 * kernel))
    _with_numbers(panels[2], np.where(done, out, np.nan), f"out, {_size(out)}", "black", **_signed(2 * out))
    height, width = kernel.shape
    _mark(panels[0], row * stride, column * stride, height, width)
    _mark(panels[2], row, column, 1, 1)
    words = f"A {_size(kernel)} kernel on row {row * stride}, column {column * stride} of a small image"
    return of_figure(drawing, f"{words}: what lies under it, times its numbers, added up, is {out[row, column]:g}.")


def _with_numbers(axes, values, title, ink, **tones):
    axes.imshow(values, **tones)
    for (row, column), value in np.ndenumerate(values):
        if not np.isnan(value):
            axes.text(column, row, f"{value:g}", ha="center", va="center", fontsize=8, color=ink)
    axes.set_title(title, fontsize=10)
    axes.set(xticks=[], yticks=[])


def _mark(axes, row, column, height, width):
    place = (column - 0.5, row - 0.5)
    axes.add_patch(plt.Rectangle(place, width, height, fill=False, edgecolor=GRADIENT, linewidth=2.5))
