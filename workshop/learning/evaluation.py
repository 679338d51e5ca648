"""Playing an agent's games for the record: true, unclipped scores in worlds of their own.

The protocol is the 2015 paper's: epsilon 0.05, up to 30 no-op starts, at most 5 minutes of play a game.
"""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Scores:
    """The scores of some games. `epsilon`: with which they were played."""

    scores: tuple
    epsilon: float

    def summary(self):
        """A dict ready for JSON: mean, std (population), min, max, games, epsilon and every score."""
        return {
            "mean": float(np.mean(self.scores)),
            "std": float(np.std(self.scores)),
            "min": float(np.min(self.scores)),
            "max": float(np.max(self.scores)),
            "games": len(self.scores),
            "epsilon": self.epsilon,
            "scores": list(self.scores),
        }


def play(act, world, games, epsilon, rng):
    """Play `games` whole games: a generator that yields (states, games done) at every step and returns their Scores.

    act: function (states (N, ...), epsilon, rng) -> actions (N,).  world: an evaluation world, left open.
    rng: numpy Generator for the exploring moves.

    Game k is the (k // N)-th of environment k % N: all are counted however long they last. Taking the first ones
    to end would favour short games.
    """
    scores = np.full(games, np.nan)
    playing = np.arange(world.n_envs)  # the game each environment is in
    states = world.reset()
    while np.isnan(scores).any():
        yield states, int((~np.isnan(scores)).sum())
        step = world.step(act(states, epsilon, rng))
        states = step.states
        for game in step.finished:
            if playing[game.env] < games:
                scores[playing[game.env]] = game.score
            playing[game.env] += world.n_envs
    return Scores(tuple(map(float, scores)), epsilon)
