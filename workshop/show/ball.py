"""The ball finder of notebook 2 at work: its error while it learns, and what it finds in a game that goes on."""

import time

import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
from IPython.display import display
from PIL import Image, ImageDraw
from tqdm.auto import tqdm

from workshop.show.controls import Line, switch
from workshop.show.figures import of_figure, of_picture, present
from workshop.show.live import Live
from workshop.show.palette import GRADIENT, PARAMETER, plain
from workshop.show.screen import Screen
from workshop.worlds import breakout

SMOOTHED = 20  # errors that make one point of the curve
REDRAWN = 2.0  # seconds between two drawings of it
ENLARGED = 3  # times, before the marks are drawn, so that they are fine
NAMES = ("ball x", "ball y", "paddle x")
PADDLE_Y = 192  # of 210: where the paddle always is


def watch(training, steps, what):
    """Train to the end, with a progress bar and a curve that grows. Returns the errors, a list.

    training: iterator of `steps` errors.  what: its name. Interrupting (the button with the square) ends it early.
    """
    errors, due = [], time.monotonic()
    shown = display({"text/plain": ""}, raw=True, display_id=True)
    try:
        for error in tqdm(training, total=steps, desc=f"training {what}", mininterval=0.5):
            errors.append(error)
            if time.monotonic() > due and len(errors) >= SMOOTHED:
                _show(shown, curve(errors, steps, what))
                due = time.monotonic() + REDRAWN
    except KeyboardInterrupt:
        print(f"Stopped after {len(errors)} of {steps} steps; what was learned by then stays.")
    _show(shown, curve(errors, steps, what))
    return errors


def curve(errors, steps, what):
    """The errors of a training so far as an Image, each point the mean of SMOOTHED of them."""
    drawing, axes = plt.subplots(figsize=(6, 2.4))
    means = np.convolve(errors, np.ones(SMOOTHED) / SMOOTHED, mode="valid") if len(errors) >= SMOOTHED else []
    axes.semilogy(means, color=GRADIENT)
    axes.set(xlim=(0, steps), xlabel="step", ylabel="mean squared error")
    plain(axes)
    ends = f", falling from {means[0]:.2g} to {means[-1]:.2g}" if len(means) else ""
    return of_figure(drawing, f"The error while training {what}, {len(errors)} of {steps} steps{ends}.")


def _show(shown, image):
    shown.update({"text/html": image.html, "text/plain": image.alt}, raw=True)


def follow(predict, seed):
    """Show a game that goes on, with what a network finds in each frame drawn over it; nothing moves until Start.

    predict: function from frames uint8 (n, 1, 84, 84) to positions (n, 3).  seed: int, the game's.
    """
    screen, words = Screen(width=480, alt="Breakout, with a circle where the network finds the ball"), Line()
    moments = breakout.moments(seed, every=1)

    def find(picture):
        position = predict(breakout.frame(picture)[None])[0]
        screen.show(marked(picture, position))
        return position

    def playing():
        off = []
        for picture, label in moments:
            off.append(84 * abs(find(picture) - label))
            medians = ", ".join(f"{name} {value:.1f}" for name, value in zip(NAMES, np.median(off[-200:], axis=0)))
            words.say(f"Half the time off by less than, in pixels of 84: {medians}")
            yield

    live = Live(playing(), rate=15, name="ball finder", failed=words.fail)
    picture, _ = next(moments)
    alt = "A frame of Breakout; a red circle where the network finds the ball, an amber mark under the paddle it finds."
    instead = of_picture(marked(picture, find(picture)), alt, width=480)
    present(ipywidgets.VBox([screen.widget, ipywidgets.HBox([switch(live), words.widget])]), instead=instead)


def marked(picture, position):
    """A grey screen uint8 (210, 160) as uint8 (630, 480, 3), with marks at a position (ball x, ball y, paddle x)."""
    large = Image.fromarray(picture).resize((160 * ENLARGED, 210 * ENLARGED), Image.Resampling.NEAREST).convert("RGB")
    pen = ImageDraw.Draw(large)
    ball_x, ball_y, paddle_x = position * np.array(large.size)[[0, 1, 0]]
    pen.ellipse((ball_x - 18, ball_y - 18, ball_x + 18, ball_y + 18), outline=GRADIENT, width=4)
    top = PADDLE_Y * ENLARGED + 16
    pen.polygon([(paddle_x, top), (paddle_x - 14, top + 22), (paddle_x + 14, top + 22)], fill=PARAMETER)
    return np.asarray(large)
