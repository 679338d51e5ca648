"""Worlds of N games: seeded, restored exactly, true to score and to where episodes end. On the real emulator."""

import io

import numpy as np
import pytest

from workshop import worlds
from workshop.errors import BadInput


def play(world, rng, steps):
    """Random play. Returns the list of Steps."""
    return [world.step(rng.integers(world.n_actions, size=world.n_envs)) for _ in range(steps)]


def play_from_start(world, rng, steps):
    world.reset()
    return play(world, rng, steps)


def same(one, other):
    arrays = zip(one[:4], other[:4], strict=True)
    return one.finished == other.finished and all(np.array_equal(*pair) for pair in arrays)


@pytest.fixture
def breakout():
    world = worlds.training_world("breakout", 3, seed=1)
    yield world
    world.close()


def test_an_atari_world_says_what_it_is(breakout):
    states = breakout.reset()
    assert (states.shape, states.dtype) == ((3, 4, 84, 84), np.uint8)
    assert (breakout.name, breakout.n_envs, breakout.n_actions) == ("breakout", 3, 4)
    assert breakout.action_names == ["NOOP", "FIRE", "RIGHT", "LEFT"]
    assert (breakout.stack, breakout.frame_shape, breakout.frame_dtype) == (4, (84, 84), np.uint8)


def test_a_gymnasium_world_says_what_it_is():
    world = worlds.training_world("CartPole-v1", 2, seed=1)
    states = world.reset()
    assert (states.shape, states.dtype) == ((2, 4), np.float32)
    assert (world.stack, world.frame_shape, world.frame_dtype, world.n_actions) == (None, (4,), np.float32, 2)


@pytest.mark.parametrize("game, steps", [("breakout", 250), ("CartPole-v1", 100), ("Taxi-v4", 250)])
def test_the_same_seed_plays_the_same_games(game, steps):
    one, other = (worlds.training_world(game, 2, seed=7) for _ in range(2))
    assert np.array_equal(one.reset(), other.reset())
    pairs = zip(play(one, np.random.default_rng(0), steps), play(other, np.random.default_rng(0), steps), strict=True)
    assert all(same(*pair) for pair in pairs)


def test_every_episode_starts_from_a_seed_of_its_own():
    seeds = {worlds.episode_seed(seed, env, episode) for seed in (0, 1) for env in range(20) for episode in range(50)}
    assert len(seeds) == 2 * 20 * 50
    assert all(0 <= seed < 2**31 for seed in seeds)


@pytest.mark.parametrize("game, steps", [("breakout", 200), ("seaquest", 60), ("CartPole-v1", 50), ("Taxi-v4", 20)])
def test_a_restored_world_goes_on_as_if_nothing_had_happened(game, steps):
    """Through an .npz without pickle, into a new world of another seed, amid games of different lengths."""
    rng = np.random.default_rng(3)
    world, restored = worlds.training_world(game, 3, seed=1), worlds.training_world(game, 3, seed=2)
    world.reset()
    play(world, rng, steps)
    file = io.BytesIO()
    np.savez(file, **world.state_dict())
    file.seek(0)
    restored.load_state_dict(dict(np.load(file, allow_pickle=False)))
    assert np.array_equal(restored.states, world.states)
    actions = rng.integers(world.n_actions, size=(150, 3))
    assert all(same(world.step(a_t), restored.step(a_t)) for a_t in actions)
    assert all(np.array_equal(world.state_dict()[key], restored.state_dict()[key]) for key in world.state_dict())


def test_a_world_that_was_never_reset_can_be_saved_too():
    world, restored = worlds.training_world("CartPole-v1", 2, seed=1), worlds.training_world("CartPole-v1", 2, seed=2)
    restored.load_state_dict(world.state_dict())
    assert np.array_equal(world.reset(), restored.reset())


def test_a_state_of_another_world_is_refused_in_one_line():
    state = worlds.training_world("CartPole-v1", 2, seed=1).state_dict()
    with pytest.raises(BadInput, match='this state is of 2 games of "CartPole-v1", the world plays 3 of "Acrobot-v1"'):
        worlds.training_world("Acrobot-v1", 3, seed=1).load_state_dict(state)


def test_a_state_that_does_not_repeat_here_is_refused():
    world = worlds.training_world("CartPole-v1", 1, seed=1)
    world.reset()
    world.step([0])
    with pytest.raises(BadInput, match="plays the saved games differently"):
        world.load_state_dict(world.state_dict() | {"scores": np.array([5.0])})


def test_scores_are_true_while_the_rewards_of_training_are_clipped():
    """Space Invaders gives 5 to 30 points a hit."""
    pair = [make("space_invaders", 2, seed=4) for make in (worlds.training_world, worlds.evaluation_world)]
    clipped, true = (play_from_start(world, np.random.default_rng(1), 700) for world in pair)
    assert {reward for step in clipped for reward in step.rewards.tolist()} == {0.0, 1.0}
    assert [step.finished for step in clipped] == [step.finished for step in true]
    first = next(step.finished[0] for step in true if step.finished)
    rewards = [float(step.rewards[first.env]) for step in true[: first.steps]]
    assert first.score == sum(rewards) > 20
    assert clipped[0].rewards.dtype == np.float32


def test_a_lost_life_is_terminal_in_training_only_and_ends_no_game():
    pair = [make("breakout", 2, seed=1) for make in (worlds.training_world, worlds.evaluation_world)]
    trained, judged = (play_from_start(world, np.random.default_rng(0), 300) for world in pair)
    terminals, ends = np.array([step.terminals for step in trained]), np.array([step.ends for step in trained])
    assert ends.sum() >= 2
    assert terminals.sum() >= 5 * ends.sum()  # Breakout has five lives
    assert terminals[ends].all()
    assert np.array_equal([step.terminals for step in judged], ends)


def test_after_the_end_comes_the_first_state_of_the_next_game(breakout):
    breakout.reset()
    ended = next(step for step in (breakout.step([1, 2, 3]) for _ in range(300)) if step.ends.any())
    env = np.flatnonzero(ended.ends)[0]
    frames = ended.states[env]
    assert all(np.array_equal(frame, frames[0]) for frame in frames)


def test_states_are_not_overwritten_by_later_steps(breakout):
    states = breakout.reset()
    before = states.copy()
    play(breakout, np.random.default_rng(0), 5)
    assert np.array_equal(states, before)


def test_a_state_is_the_last_one_shifted_by_a_frame(breakout):
    states = breakout.reset()
    after = breakout.step([1, 1, 1])
    assert np.array_equal(after.states[:, :3], states[:, 1:])


def test_a_time_limit_ends_an_episode_but_is_not_terminal():
    world = worlds.training_world("MountainCar-v0", 1, seed=1)  # never solved by resting; cut after 200 steps
    world.reset()
    steps = [world.step([1]) for _ in range(200)]
    assert steps[-1].ends[0] and not steps[-1].terminals[0]
    assert steps[-1].finished == [worlds.Finished(0, -200.0, 200, True)]
    assert not any(step.ends[0] for step in steps[:-1])


def test_a_second_reset_starts_other_games():
    world = worlds.evaluation_world("CartPole-v1", 3, seed=1)
    first, second = world.reset(), world.reset()
    assert not np.isclose(first, second).all(axis=1).any()


def test_actions_are_sent_once_and_received_once(breakout):
    breakout.reset()
    with pytest.raises(RuntimeError, match="send actions first"):
        breakout.receive()
    breakout.send([0, 0, 0])
    for too_early in (breakout.state_dict, breakout.reset, lambda: breakout.send([0, 0, 0])):
        with pytest.raises(RuntimeError, match="receive what follows"):
            too_early()
    assert breakout.receive().states.shape == (3, 4, 84, 84)
