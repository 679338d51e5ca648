"""Stable-Baselines3's DQN on Atari at paper2015's settings. Runs in an environment of its own.

Batch 32, an update every 4 steps, one environment, 84x84x4, 20 000 steps remembered (a million would take 56 GB), and
the rest as SB3 has it: Adam, gradients clipped. Epsilon is 0.1, as in nearly all of a run.
"""

import ale_py
import gymnasium
import turns  # beside this file: there is no workshop where this runs
from stable_baselines3 import DQN
from stable_baselines3.common.env_util import make_atari_env
from stable_baselines3.common.vec_env import VecFrameStack


def loop(game):
    """A function that makes 100 steps of training, 25 updates among them."""
    settings = {"frameskip": 1, "repeat_action_probability": 0.0}  # frames are skipped by SB3's own wrapper
    world = VecFrameStack(make_atari_env(game, n_envs=1, seed=0, env_kwargs=settings), n_stack=4)
    learner = DQN(
        *("CnnPolicy", world),
        learning_rate=2.5e-4,
        buffer_size=20_000,
        learning_starts=1_000,
        batch_size=32,
        gamma=0.99,
        train_freq=4,
        gradient_steps=1,
        target_update_interval=40_000,
        exploration_initial_eps=0.1,
        exploration_final_eps=0.1,
        device="cpu",
        seed=0,
    )
    learner.learn(1_100)

    def steps():
        learner.learn(100, reset_num_timesteps=False, log_interval=10**9)
        return learner._n_updates

    return steps


if __name__ == "__main__":
    gymnasium.register_envs(ale_py)
    turns.take({"loop": lambda: loop("ALE/Pong-v5")})
