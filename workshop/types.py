"""The two data types that exercises, solutions, replay and trainer hand to each other.

Convention everywhere: a_t leaves s_t; the reward r_{t+1} and the state s_{t+1} follow.
"""

from typing import NamedTuple

import numpy as np


class Episode(NamedTuple):
    """One episode, as it happened: T steps from s_0 to s_T.

    states: list of T + 1 states.  actions: list of T actions (a_0 ... a_{T-1}).
    rewards: list of T floats (r_1 ... r_T).
    terminated: True if s_T ended the task.  truncated: True if the episode was only cut there.
    """

    states: list
    actions: list
    rewards: list
    terminated: bool
    truncated: bool


class Batch(NamedTuple):
    """B transitions, drawn from a replay memory.

    states, next_states: (B, ...) as stored; uint8 (B, 4, 84, 84) for frames.
    actions: int32 (B,).  rewards: float32 (B,).  terminals: bool (B,), True where s_{t+1} ended the task.
    With n-step returns `rewards` are r_{t+1} + ... + gamma^(n-1) r_{t+n} and `next_states` are s_{t+n}.
    """

    states: np.ndarray
    actions: np.ndarray
    rewards: np.ndarray
    next_states: np.ndarray
    terminals: np.ndarray
