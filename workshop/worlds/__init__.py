"""The worlds agents live in: Atari, any Gymnasium world with discrete actions, and our Sokoban.

Importing this registers `workshop/Sokoban-v0` with Gymnasium.
"""

import gymnasium

from workshop.worlds import games
from workshop.worlds.atari import EVALUATION, TRAINING, AtariGame, AtariScreens, make_atari
from workshop.worlds.gym_game import GymGame
from workshop.worlds.vector import Finished, Moment, Step, World, episode_seed

__all__ = [
    "Finished",
    "Moment",
    "Step",
    "World",
    "episode_seed",
    "evaluation_world",
    "games",
    "make_atari",
    "training_world",
    "watched_game",
]

gymnasium.register("workshop/Sokoban-v0", "workshop.worlds.sokoban:Sokoban", max_episode_steps=200)


def training_world(game, n_envs, *, seed):
    """A World to train on: rewards clipped, a lost life terminal, 30 minutes a game (Gymnasium worlds: as they are).

    game: any name that games.find knows.  n_envs: int >= 1.  seed: int >= 0; the same seed plays the same games.
    Raises BadInput for an unknown game.
    """
    return _world(game, n_envs, seed, TRAINING)


def evaluation_world(game, n_envs, *, seed):
    """A World to be judged on: true rewards, whole games, 5 minutes a game at most. Arguments as for training_world."""
    return _world(game, n_envs, seed, EVALUATION)


def watched_game(game):
    """One game to be watched, by the settings of an evaluation: every state comes with its pictures.

    Returns an AtariScreens or a GymGame: `start(seed)` -> s_0, `send(action)` and `receive()` -> Moment, `pictures`,
    `pictures_per_second`, `action_names`, `close()`. `start(episode_seed(seed, env, episode))` starts the very game
    that an evaluation_world of that seed plays there.
    """
    name = games.find(game)
    return AtariScreens(name) if games.is_atari(name) else GymGame(name, render_mode="rgb_array")


def _world(game, n_envs, seed, settings):
    name = games.find(game)
    if games.is_atari(name):
        seats = [AtariGame(name, settings) for _ in range(n_envs)]
        return World(name, seats, seed=seed, clip_rewards=settings.clip_rewards)
    return World(name, [GymGame(name) for _ in range(n_envs)], seed=seed)
