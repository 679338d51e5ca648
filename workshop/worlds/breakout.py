"""Frames of Breakout with the right answers beside them, for the network of notebook 2 that finds ball and paddle.

Nobody has to click: the emulator keeps all three positions in its memory, and we may look.
"""

import functools

import numpy as np

from workshop.worlds.atari import make_atari

PADDLE_X, BALL_X, BALL_Y = 72, 99, 101  # bytes of the memory; ball y is 0 while no ball is in play
NOOP, FIRE, RIGHT, LEFT = range(4)
LOST = 190  # at this ball y it is below the paddle


def moments(seed, *, every=3):
    """Endless play, of which every so manieth step is shown, where the ball is in play.

    seed: int; the same one repeats the play.  every: int, in steps.
    Yields (screen, label): screen uint8 (210, 160), grey; label (ball x, ball y, paddle x), the middles of ball and
    paddle as shares of the screen, from 0 (left, top) to 1.
    """
    game = make_atari("breakout", seed=seed)
    ale = game.unwrapped.ale
    player = _actions(np.random.default_rng(seed), ale)
    for step, action in enumerate(player, 1):
        _, _, terminated, truncated, _ = game.step(action)
        if terminated or truncated or step % 400 == 0:  # a wall half gone is rare, and so is what stands behind it
            game.reset()
        paddle_x, ball_x, ball_y = _memory(ale)
        if 0 < ball_y < LOST and step % every == 0:
            yield ale.getScreenGrayscale(), ((ball_x - 48) / 160, (ball_y + 11) / 210, (paddle_x - 39) / 160)


def frame(screen):
    """A grey screen uint8 (210, 160) as a network's frame, uint8 (1, 84, 84), by area averaging."""
    small = _averaging(84, 210) @ screen.astype(np.float32) @ _averaging(84, 160).T
    return np.rint(small).astype(np.uint8)[None]


def _actions(rng, ale):
    """Somebody plays who sees the memory, mostly well: so the ball gets about, and now and then is lost."""
    aim, careless = 0, False
    while True:
        for _ in range(20):
            paddle_x, ball_x, ball_y = _memory(ale)
            ahead = ball_x + aim - paddle_x - 9
            follow = RIGHT if ahead > 3 else LEFT if ahead < -3 else NOOP
            yield FIRE if ball_y == 0 else int(rng.integers(4)) if careless else follow
        aim, careless = rng.integers(-14, 15), rng.random() < 0.2


def _memory(ale):
    ram = ale.getRAM()
    return int(ram[PADDLE_X]), int(ram[BALL_X]), int(ram[BALL_Y])


@functools.cache
def _averaging(small, large):
    """The matrix (small, large) that averages `large` pixels down to `small`, each by the share it covers."""
    left = np.arange(small)[:, None] * large / small
    right, pixel = left + large / small, np.arange(large)
    share = np.clip(np.minimum(right, pixel + 1) - np.maximum(left, pixel), 0, None) * small / large
    return share.astype(np.float32)
