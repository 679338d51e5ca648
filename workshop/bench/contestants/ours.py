"""This workshop: the whole update as the trainer does it, and the trainer's whole loop at paper2015's settings."""

import dataclasses
import sys

import chainer
import numpy as np

from workshop.bench.contestants import turns
from workshop.learning import parts, presets
from workshop.learning.agent import Agent
from workshop.learning.trainer import Moved, Trainer
from workshop.types import Batch

# Learning starts sooner, at the epsilon at which nearly all of a run is played, and less is remembered.
SHORT = dataclasses.replace(
    presets.PAPER_2015, epsilon_start=0.1, replay_start=1_000, replay_size=20_000, test_games=1, epoch_steps=10**9
)


def update(task, optimizer):
    """A function that does one whole update, and returns the loss."""
    settings = {"optimizer": optimizer, "learning_rate": float(task["lr"]), "optimizer_epsilon": float(task["eps"])}
    preset = dataclasses.replace(presets.PAPER_2015, **settings)
    agent = Agent(parts.reference(), preset, (84, 84), 6, rng=np.random.default_rng(0), device=chainer.get_device(-1))
    for network in ("online", "target"):
        for name, param in getattr(agent, network).namedparams():
            param.array[...] = task[network + name.replace("/", ".")]
    batch = Batch(*(task[field] for field in Batch._fields))
    return lambda: float(agent.learn(batch).array)


def loop(game):
    """A function that makes 100 steps of training, 25 updates among them."""
    trainer = Trainer(parts.reference(), SHORT, game, seed=0, device=chainer.get_device(-1))
    events = (event for event in trainer.run(10**9) if isinstance(event, Moved))

    def steps():
        for _ in range(100):
            moved = next(events)
        return moved.updates

    while not steps():
        pass
    return steps


if __name__ == "__main__":
    task = dict(np.load(sys.argv[1]))
    turns.take(
        {
            "update-adam": lambda: update(task, "adam"),
            "update-rmsprop": lambda: update(task, "rmsprop_graves"),
            "loop": lambda: loop("pong"),
        }
    )
