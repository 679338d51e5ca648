"""Scores for the record: true ones, of whole games, none favoured."""

import numpy as np

from workshop import worlds
from workshop.learning import evaluation


def at_random(n_actions):
    return lambda states, epsilon, rng: rng.integers(n_actions, size=len(states))


def finish(playing):
    """Run a `play` generator to its end and return the Scores."""
    while True:
        try:
            next(playing)
        except StopIteration as end:
            return end.value


def scores(game, games, seed=0, n_envs=2):
    world = worlds.evaluation_world(game, n_envs, seed=seed)
    played = finish(evaluation.play(at_random(world.n_actions), world, games, 1.0, np.random.default_rng(seed)))
    world.close()
    return played


def test_scores_are_the_games_own_and_not_the_clipped_rewards():
    """Space Invaders pays 5 to 30 points an invader: scores are multiples of five, well above the number of hits."""
    summary = scores("space_invaders", 2).summary()
    assert all(score % 5 == 0 for score in summary["scores"])
    assert summary["max"] >= 50


def test_the_same_seed_plays_the_same_games():
    assert scores("CartPole-v1", 5, seed=3) == scores("CartPole-v1", 5, seed=3)
    assert scores("CartPole-v1", 5, seed=3) != scores("CartPole-v1", 5, seed=4)


def test_long_games_count_as_much_as_short_ones():
    """One environment balances well, the other lets the pole fall at once: both play half of the games."""

    def act(states, epsilon, rng):
        leaning = (states[:, 2] + states[:, 3] > 0).astype(int)
        leaning[1] = 0
        return leaning

    world = worlds.evaluation_world("CartPole-v1", 2, seed=0)
    played = finish(evaluation.play(act, world, 6, 0.0, np.random.default_rng(0)))
    assert sum(score > 100 for score in played.scores[::2]) == 3
    assert sum(score < 20 for score in played.scores[1::2]) == 3


def test_a_summary_says_what_the_readme_quotes():
    """Mean, population deviation, extremes, number of games, epsilon, and every score."""
    summary = evaluation.Scores((1.0, 3.0), 0.05).summary()
    assert summary == {
        "mean": 2.0, "std": 1.0, "min": 1.0, "max": 3.0, "games": 2, "epsilon": 0.05, "scores": [1.0, 3.0],
    }  # fmt: skip
