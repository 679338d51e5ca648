"""Random actions that are held for a while, in some of the games.

A single random action hardly leaves the path that greedy play takes: in Pong the next one brings the paddle back. One
that is held takes it to where the agent would never have gone, and so it learns what to do from there.

Source: Dabney, Ostrovski and Barreto 2021, "Temporally-Extended epsilon-Greedy Exploration" (epsilon z-greedy). Ours
come on top of epsilon-greedy, always with the same chance, and only in some of the games.
"""

import numpy as np

CHANCE = 0.05  # that one begins, at a step at which none is held
EXPONENT = 2  # held for n steps with a chance in proportion to 1 / n^2, the paper's; most are single steps
LONGEST = 20  # steps; longer ones, one in thirty, are cut to it


class HeldActions:
    """games: int, the first so many environments hold actions at times; 0: none.  rng: numpy Generator."""

    def __init__(self, games, n_actions, rng):
        self.n_actions = n_actions
        self.rng = rng
        self.left = np.zeros(games, int)  # steps for which each goes on
        self.held = np.zeros(games, int)  # the action

    def over(self, actions):
        """What the environments do in place of `actions` (int, (N,), one of each environment): a new array."""
        games = len(self.left)
        begins = (self.rng.random(games) < CHANCE) & (self.left == 0)
        self.left[begins] = np.minimum(self.rng.zipf(EXPONENT, games), LONGEST)[begins]
        self.held[begins] = self.rng.integers(self.n_actions, size=games)[begins]
        holding = self.left > 0
        self.left[holding] -= 1
        mixed = np.array(actions)
        mixed[:games][holding] = self.held[holding]
        return mixed

    def state_dict(self):
        """Ready for JSON. The generator is not in it; it belongs to whoever made it."""
        return {"left": self.left.tolist(), "held": self.held.tolist()}

    def load_state_dict(self, state):
        """Take over what `state_dict` gave."""
        self.left[...] = state["left"]
        self.held[...] = state["held"]
