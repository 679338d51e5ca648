"""This machine's figures, a minute's worth: learner update, acting, emulation, replay, the whole loop, memory."""

import dataclasses
import sys

import numpy as np
import psutil

from workshop import worlds
from workshop.bench.measuring import figure, repeat
from workshop.learning import parts, presets
from workshop.learning.agent import Agent
from workshop.learning.replay import Replay
from workshop.learning.trainer import Moved, Trainer
from workshop.types import Batch
from workshop.verbs.console import progress


def main(device):
    """All figures: a list."""
    measures = [
        lambda: update(device, "2013"),
        lambda: update(device, "2015"),
        lambda: update(device, "2015", optimizer="rmsprop_graves"),
        lambda: act(device, 8),
        lambda: emulation(device, 8),
        lambda: draw(device, "plain", 20_000),
        lambda: draw(device, "lz4", 20_000),
        lambda: whole_loop(device),
        lambda: peak_memory(),
    ]
    return each_shown(measures)


def each_shown(measures):
    """What the functions return, with a progress bar."""
    figures = []
    with progress(len(measures), "measuring", unit="figure") as bar:
        for measure in measures:
            figures.append(measure())
            bar.update(1)
    return figures


def agent(device, network, optimizer="adam"):
    """An agent without double DQN, as the papers have it."""
    preset = dataclasses.replace(presets.PAPER_2015, network=network, optimizer=optimizer)
    return Agent(parts.reference(), preset, (84, 84), 6, rng=np.random.default_rng(0), device=device)


def states(count):
    """That many states of noise."""
    return np.random.default_rng(0).integers(0, 256, (count, 4, 84, 84), dtype=np.uint8)


def update(device, network, *, optimizer="adam", batch=32):
    """A learner's update, its target network's pass included, in ms."""
    learner, zeros = agent(device, network, optimizer), np.zeros(batch, np.int32)
    transitions = Batch(states(batch), zeros, zeros.astype(np.float32), states(batch), zeros > 0)
    times = repeat(lambda: learner.learn(transitions), device)
    named = {"adam": "Adam", "rmsprop_graves": "RMSpropGraves"}[optimizer]
    return figure(f"learner update, {network} network, batch {batch}, {named}", times * 1000, "ms")


def act(device, count):
    """Epsilon-greedy actions for that many states, in ms."""
    actor, seen, rng = agent(device, "2013"), states(count), np.random.default_rng(0)
    times = repeat(lambda: actor.act(seen, 0.05, rng), device)
    return figure(f"acting on {count} states, 2013 network", times * 1000, "ms")


def emulation(device, games):
    """Random play of that many games of Pong side by side, in steps/s."""
    world, rng = worlds.training_world("pong", games, seed=0), np.random.default_rng(0)
    world.reset()

    def steps():
        for _ in range(25):
            world.step(rng.integers(world.n_actions, size=games))

    times = repeat(steps, device, rounds=7)
    world.close()
    return figure(f"emulation, {games} games of Pong", 25 * games / times, "steps/s")


def filled(storage, size):
    """A replay full of Breakout: 8 games of random play for 250 steps, over and over."""
    world, rng = worlds.training_world("breakout", 8, seed=0), np.random.default_rng(0)
    replay = Replay(size, 8, (84, 84), np.uint8, stack=4, n_step=1, gamma=0.99, storage=storage)
    before, played = world.reset(), []
    for _ in range(250):
        actions = rng.integers(world.n_actions, size=8)
        step = world.step(actions)
        played.append((before, actions, step.rewards, step.terminals, step.ends))
        before = step.states
    world.close()
    for number in range(size // 8):
        replay.append(*played[number % len(played)])
    return replay


def draw(device, storage, size):
    """32 states and their successors out of a full replay, in ms."""
    replay, rng = filled(storage, size), np.random.default_rng(0)
    times = repeat(lambda: replay.sample(32, rng), device, rounds=50)
    return figure(f"replay, {storage}, 32 of {size} states and their next ones", times * 1000, "ms")


def whole_loop(device):
    """Training Pong by `session` once it learns, in steps/s."""
    preset = dataclasses.replace(presets.SESSION, replay_start=800, test_games=1)
    trainer = Trainer(parts.reference(), preset, "pong", seed=0, device=device)
    events = (event for event in trainer.run(preset.steps) if isinstance(event, Moved))
    while not next(events).updates:
        pass

    def steps():
        for _ in range(10):
            next(events)

    times = repeat(steps, device, rounds=9, seconds=20)
    trainer.close()
    return figure("whole loop, preset session on Pong", 10 * preset.environments / times, "steps/s")


def peak_memory():
    """The most memory this process has held so far, in MB."""
    if sys.platform == "win32":
        most = psutil.Process().memory_info().peak_wset
    else:
        import resource  # Unix only; macOS counts bytes, the others KiB

        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return figure("peak memory, all of the above in one process", [most / 1e6], "MB")
