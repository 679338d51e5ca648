"""One game of any Gymnasium world with discrete actions, its observations as plain float32 vectors."""

import os
import tempfile

import gymnasium
import numpy as np
from gymnasium.spaces import flatdim, flatten

from workshop.worlds.vector import Moment

# Where there is no desktop, pygame complains in red that it misses this; it draws all the same.
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.gettempdir())


class GymGame:
    """A Gymnasium world as a game of a World.

    An observation becomes a float32 vector: a box is flattened, a discrete one (FrozenLake's square) is one-hot.
    Rewards are never clipped. A time limit truncates: it ends the episode, but is not terminal.
    """

    stack, frame_dtype = None, np.float32

    def __init__(self, name, **options):
        self._env = gymnasium.make(name, **options)
        self.pictures_per_second = self._env.metadata.get("render_fps", 30)
        self._first_action = int(self._env.action_space.start)
        self.n_actions = int(self._env.action_space.n)
        numbers = [str(number) for number in range(self.n_actions)]
        self.action_names = list(getattr(self._env.unwrapped, "action_names", numbers))
        self.frame_shape = (flatdim(self._env.observation_space),)

    def start(self, seed):
        """Start a new episode. seed: int in [0, 2^31).  Returns s_0, float32 (D,)."""
        observation, _ = self._env.reset(seed=seed)
        return self._vector(observation)

    def send(self, action):
        """Take an action (its number, from 0); there is no background here."""
        self._after = self._env.step(self._first_action + action)

    def receive(self):
        """The Moment that follows the action sent."""
        observation, reward, terminated, truncated, _ = self._after
        ended = bool(terminated or truncated)
        return Moment(self._vector(observation), float(reward), bool(terminated), ended, ended and not terminated)

    @property
    def pictures(self):
        """The picture of the current state in a list, uint8 (H, W, 3); needs render_mode="rgb_array"."""
        return [self._env.render()]

    def close(self):
        """Close the environment."""
        self._env.close()

    def _vector(self, observation):
        return flatten(self._env.observation_space, observation).astype(np.float32)
