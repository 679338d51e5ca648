"""A line that is fitted to points while one watches: line, error, and the weights' way over the error's surface."""

import ipywidgets
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from workshop.show.controls import Line, switch
from workshop.show.figures import of_figure, of_picture, present
from workshop.show.live import Live
from workshop.show.palette import GRADIENT, INPUT, OUTPUT, PARAMETER, QUIET, plain

STEPS, HOPELESS = 60, 1e4  # a fit ends after so many steps, or where its error is beyond this
BEGIN = {"w": -1.0, "b": -1.0}
THREE = {"too small": (0.005, PARAMETER), "right": (0.3, OUTPUT), "too large": (1.04, GRADIENT)}


class Fit:
    """One model on its way.

    make: called for a new model with a link `linear` (1 to 1).  step: function of (model, x, t, rate) that trains
    once and returns the error.  x, t: float32 (N, 1).  rate: the learning rate.
    path: [(w, b)], errors: [float], one more entry in each after each `go`.
    """

    def __init__(self, make, step, x, t, rate):
        self.model, self.rate = make(), rate
        self.model.linear.W.array[...], self.model.linear.b.array[...] = BEGIN["w"], BEGIN["b"]
        self._go = lambda: step(self.model, x, t, rate)
        self.path, self.errors = [tuple(BEGIN.values())], []

    def go(self):
        """Train one step. Returns whether there is sense in another."""
        self.errors.append(self._go())
        self.path.append((self.model.linear.W.array.item(), self.model.linear.b.array.item()))
        return len(self.errors) < STEPS and self.errors[-1] < HOPELESS

    def __str__(self):
        (w, b), steps = self.path[-1], len(self.errors)
        error = f", error {self.errors[-1]:.3g}" if self.errors else ""
        return f"learning rate {self.rate:.3g}, after {steps} steps: y = {w:.2f} x {b:+.2f}{error}"


class Board:
    """Three panels on which Fits are drawn, each in its colour: line, error, way over the surface."""

    def __init__(self, x, t):
        self.drawing = Figure(figsize=(10, 3), layout="constrained")  # not pyplot's, which keeps its figures
        self._canvas = FigureCanvasAgg(self.drawing)
        self.panels, self._drawn = self.drawing.subplots(1, 3), {}
        panels = self.panels
        panels[0].plot(x, t, ".", color=QUIET)
        panels[0].set(xlabel="x", ylabel="y", ylim=(-3, 5), title="the line")
        panels[1].set(xlim=(0, STEPS), ylim=(0.03, 1e3), yscale="log", xlabel="step", title="the error")
        w, b = np.meshgrid(np.linspace(-2, 5, 50), np.linspace(-3, 5, 50))
        error = np.mean((w[..., None] * x.ravel() + b[..., None] - t.ravel()) ** 2, axis=-1)
        panels[2].contour(w, b, np.log(error), 14, colors=QUIET, linewidths=0.5)
        panels[2].set(xlabel="w", ylabel="b", xlim=(-2, 5), ylim=(-3, 5), title="the weights' way over the error")
        plain(*panels)
        self.drawing.draw_without_rendering()
        self.drawing.set_layout_engine("none")  # laid out once is enough, and each time takes long

    def draw(self, fit, colour, label=None):
        """Draw a Fit as it stands now, in place of its line of before."""
        if colour not in self._drawn:
            marks = ("-", "-", ".-")
            self._drawn[colour] = [p.plot([], [], m, color=colour, label=label)[0] for p, m in zip(self.panels, marks)]
        line, error, way = self._drawn[colour]
        w, b = fit.path[-1]
        line.set_data([-1, 1], [b - w, b + w])
        error.set_data(range(len(fit.errors)), fit.errors)
        way.set_data(*np.transpose(fit.path))

    def picture(self):
        """uint8 (H, W, 3)."""
        self._canvas.draw()
        return np.asarray(self._canvas.buffer_rgba())[..., :3]


def watch(make, step, x, t):
    """Show a line being fitted, with a slider for the learning rate; still until Start. Arguments as for Fit."""
    board, words, picture = Board(x, t), Line(), ipywidgets.HTML()
    whole = {"description_width": "initial"}
    rate = ipywidgets.FloatLogSlider(0.3, min=-2.5, max=0.1, step=0.05, description="learning rate", style=whole)
    instead = three(make, step, x, t)

    def fitting():
        while True:
            fit, going = Fit(make, step, x, t, rate.value), True
            while going:
                going = fit.go()
                board.draw(fit, INPUT)
                picture.value = of_picture(board.picture(), f"A line fitted to points: {fit}", width=1000).html
                words.say(f"{fit}")
                yield
            words.say(f"{fit}. {'It runs away: too large a step.' if fit.errors[-1] > HOPELESS else 'Done.'}")
            live.stop()
            yield

    live = Live(fitting(), rate=6, name="regression", failed=words.fail)

    def anew(_=None):
        live.stop()
        live.moving = fitting()
        live.start()

    again = ipywidgets.Button(description="From the start", icon="undo")
    again.on_click(words.guard(anew))
    rate.observe(words.guard(anew), "value")
    picture.value = instead.html
    panel = ipywidgets.HBox([switch(live), again, rate])
    present(ipywidgets.VBox([picture, panel, words.widget]), instead=instead)


def three(make, step, x, t):
    """The same fit by too small, right and too large a learning rate, each to its end, as an Image."""
    board, words = Board(x, t), []
    for name, (rate, colour) in THREE.items():
        fit = Fit(make, step, x, t, rate)
        while fit.go():
            pass
        board.draw(fit, colour, f"{name}: {rate}")
        words.append(f"{name}, {fit}")
    board.panels[1].legend(title="learning rate", fontsize=8)
    return of_figure(board.drawing, f"A line fitted to points by three learning rates. {'; '.join(words)}.")
