"""Frames of Breakout with labels out of the emulator's memory, held to what the picture shows."""

import itertools

import numpy as np

from workshop.worlds import breakout

FIELD = slice(93, 188), slice(8, 152)  # of the screen: below the bricks, above the paddle, between the walls
PADDLE_ROWS = slice(190, 192), slice(8, 152)


def middle(lit):
    """(x, y) of the middle of the pixels that are True, in pixels of the part given."""
    rows, columns = np.nonzero(lit)
    return (columns.min() + columns.max() + 1) / 2, (rows.min() + rows.max() + 1) / 2


def test_the_labels_are_where_ball_and_paddle_are_in_the_picture():
    """Where nothing else is in the field, its lit pixels are the ball: label and middle agree within a pixel."""
    compared = 0
    for screen, (ball_x, ball_y, paddle_x) in itertools.islice(breakout.moments(seed=11), 400):
        if not 99 < 210 * ball_y < 182:  # among the bricks, or beside the paddle
            continue
        x, y = middle(screen[FIELD] > 0)
        assert abs(x + 8 - 160 * ball_x) <= 1 and abs(y + 93 - 210 * ball_y) <= 1.5
        if 16 < 160 * paddle_x < 144:  # no part of it behind a wall
            x, _ = middle(screen[PADDLE_ROWS] > 0)
            assert abs(x + 8 - 160 * paddle_x) <= 1
        compared += 1
    assert compared > 100


def test_the_same_seed_repeats_the_play_and_another_does_not():
    first, again, other = ([label for _, label in itertools.islice(breakout.moments(seed), 30)] for seed in (4, 4, 5))
    assert first == again != other


def test_the_ball_gets_about():
    """A network can only learn of places it was shown: the play reaches all of the width and most of the height."""
    labels = np.array([label for _, label in itertools.islice(breakout.moments(seed=1), 600)])
    assert np.ptp(labels[:, 0]) > 0.8 and np.ptp(labels[:, 1]) > 0.4 and np.ptp(labels[:, 2]) > 0.6
    assert (labels > 0).all() and (labels < 1).all()


def test_a_frame_is_the_average_of_the_screen():
    rng = np.random.default_rng(0)
    blocks = rng.integers(0, 256, size=(42, 4)).astype(np.uint8)
    screen = blocks.repeat(5, axis=0).repeat(40, axis=1)  # 5 rows become 2, and 40 columns 21
    frame = breakout.frame(screen)
    assert frame.shape == (1, 84, 84) and frame.dtype == np.uint8
    assert (frame[0, ::2, 10::21] == blocks).all()
