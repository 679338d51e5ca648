"""What a full replay of paper2015's size takes: a million steps of real Breakout, every frame played for it."""

import numpy as np
import psutil

from workshop import worlds
from workshop.bench.measuring import figure, repeat
from workshop.learning.replay import Replay
from workshop.verbs.console import progress

GAMES = 8  # side by side, only to have it done sooner


def main(device, size=1_000_000):
    """The figures: memory resident before and after, and how long a batch takes out of the full memory."""
    rng = np.random.default_rng(0)
    world = worlds.training_world("breakout", GAMES, seed=0)
    states = world.reset()
    empty = resident()
    replay = Replay(size, GAMES, (84, 84), np.uint8, stack=4, n_step=1, gamma=0.99, storage="lz4")
    with progress(size, "playing Breakout", unit="step") as bar:
        while len(replay) < size:
            actions = rng.integers(world.n_actions, size=GAMES)
            step = world.step(actions)
            replay.append(states, actions, step.rewards, step.terminals, step.ends)
            states = step.states
            bar.update(GAMES)
    full = resident()
    times = repeat(lambda: replay.sample(32, rng), device, rounds=300)
    world.close()
    return [
        figure("resident memory before", [empty], "MB"),
        figure(f"resident memory with {size} steps of Breakout, lz4", [full], "MB"),
        figure("the replay's share of it", [full - empty], "MB"),
        figure("a batch of 32 states and their next ones out of it", times * 1000, "ms"),
    ]


def resident():
    """Memory that this process holds at the moment, in MB."""
    return psutil.Process().memory_info().rss / 1e6
