"""The ball finder learns, by the notebook's own cells, to find the ball in games that it has never seen."""

import itertools

import numpy as np

from solutions import nets

# isort: split
import chainer
from tqdm import tqdm

from workshop.course import notebooks
from workshop.links import quick
from workshop.worlds import breakout


def functions_of_notebook_2():
    """What its cells "data" (without the calls at its end) and "training" define, with the reference's parts."""
    names = {"L": quick, "breakout": breakout, "chainer": chainer, "itertools": itertools, "nets": nets, "np": np}
    names["tqdm"] = tqdm
    sources = {cell["id"]: cell["source"] for cell in notebooks.cells("2")}
    for definitions in (sources["data"].split("\n\n\n")[0], sources["training"]):
        exec(definitions, names)
    return names


def test_ball_and_paddle_are_found_within_a_pixel_and_a_half_in_other_games():
    """With half of the notebook's frames and steps: the median error on games of another seed, in pixels of 84."""
    own = functions_of_notebook_2()
    frames, labels = own["collect"](5000, seed=1)
    np.random.seed(0)
    finder = nets.BallFinder()
    for _ in own["training"](finder, frames, labels, steps=1600):
        pass
    off = own["median_error"](finder, *own["collect"](500, seed=2))
    assert (off <= 1.5).all(), off
