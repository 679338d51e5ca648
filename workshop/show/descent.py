"""Gradient descent on the first network of notebook 2: from f(1, -1) = 0.2 down to where it is 0.5."""

import matplotlib.pyplot as plt
import numpy as np

from workshop.show.figures import of_figure
from workshop.show.palette import GRADIENT, OUTPUT, QUIET, plain

START, TARGET = (0.1, 0.2, 0.3), 0.5


def draw(fit, *, learning_rate, steps):
    """The way of theta down the error's surface, and f(1, -1) after each step, as an Image.

    fit: `fit_quadratic`, by which every step is made.  learning_rate: float.  steps: int.
    c moves exactly as a does (both gradients are the same at x = 1, y = -1), so a and b have the floor to themselves.
    """
    path = [np.array(START)]
    for _ in range(steps):
        path.append(fit(path[-1], 1.0, -1.0, TARGET, learning_rate=learning_rate, steps=1))
    path = np.array(path)
    f = path @ [1, -1, 1]
    drawing = plt.figure(figsize=(9.5, 3.6))
    drawing.subplots_adjust(wspace=0.35)
    _surface(drawing.add_subplot(1, 2, 1, projection="3d"), path, (f - TARGET) ** 2)
    _values(drawing.add_subplot(1, 2, 2), f)
    words = f"{steps} steps at learning rate {learning_rate:g}: f(1, -1) went from 0.2 to {f[-1]:.3g}, 0.5 is wanted"
    return of_figure(drawing, f"{words}. On the left, the way of theta over the error's surface.")


def _surface(axes, path, errors):
    a, b = np.meshgrid(np.linspace(0, 0.5, 15), np.linspace(-0.2, 0.3, 15))
    height = (a - b + (a + START[2] - START[0]) - TARGET) ** 2
    axes.computed_zorder = False  # or the way would vanish in the surface it lies on
    axes.plot_surface(a, b, height, color="#dfe6ee", edgecolor="#b9c7d8", linewidth=0.4, zorder=1)
    valley = np.array([0.05, 0.3])
    axes.plot(valley, 2 * valley - 0.3, [0, 0], color=OUTPUT, zorder=2)
    on_it = (path[:, 0] >= 0) & (path[:, 0] <= 0.5) & (path[:, 1] >= -0.2) & (path[:, 1] <= 0.3)
    axes.plot(*np.where(on_it, [path[:, 0], path[:, 1], errors], np.nan), "o-", color=GRADIENT, zorder=3)
    axes.set(xlabel="a", ylabel="b", xticks=[0, 0.25, 0.5], yticks=[-0.2, 0, 0.2], zticks=[0, 0.3, 0.6])
    axes.set_title("error E; green: f(1, -1) = 0.5", fontsize=10)
    axes.view_init(35, -35)
    axes.set_box_aspect(None, zoom=1.05)


def _values(axes, f):
    axes.axhline(TARGET, color=OUTPUT)
    axes.plot(f, "o-", color=GRADIENT)
    axes.set(xlabel="step", ylim=(min(0, 1.1 * min(f)), max(1, 1.1 * max(f))), xlim=(-0.5, 20.5))
    axes.set_title("f(1, -1)", fontsize=10)
    axes.axhline(0, color=QUIET, linewidth=0.5)
    plain(axes)
