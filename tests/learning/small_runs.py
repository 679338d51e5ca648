"""Trainings short enough for tests, on CartPole and on Pong."""

import dataclasses

from solutions import dqn
from workshop.learning import presets
from workshop.learning.trainer import EpochEnded, Trainer
from workshop.links import device

CPU = device.pick("cpu")
QUICK = dataclasses.replace(
    presets.CLASSIC,
    steps=3000,
    epoch_steps=3000,
    environments=4,
    steps_per_update=1,
    n_step=1,
    replay_start=500,
    epsilon_steps=4000,
)
TINY_PONG = dataclasses.replace(
    presets.SESSION, environments=2, replay_start=40, replay_size=400, epoch_steps=40_000, test_games=1, target_sync=5
)


def train(preset=QUICK, parts=dqn, game="CartPole-v1", seed=1, steps=None):
    """Train to the end, without a folder; returns the trainer and the events that ended an epoch."""
    trainer = Trainer(parts, preset, game, seed=seed, device=CPU)
    ended = [event for event in trainer.run(steps or preset.steps) if isinstance(event, EpochEnded)]
    trainer.close()
    return trainer, ended
