"""The emulator is played by NUMBERS.md's settings, and people see the very game that the agent plays."""

import numpy as np
import pytest

from workshop import worlds
from workshop.errors import BadInput
from workshop.worlds.atari import EVALUATION, TRAINING, AtariGame, EmulatorSettings


def area(size, into):
    """The matrix (into, size) that averages `size` pixels over `into` equal areas."""
    edges = np.arange(into + 1) * size / into
    pixels = np.arange(size)
    overlap = np.minimum(edges[1:, None], pixels + 1) - np.maximum(edges[:-1, None], pixels)
    return overlap.clip(0) * into / size


def small_and_grey(pictures):
    """What ALE makes of a step's last two frames, by the book: luminance, maximum, area averaging."""
    grey = np.rint(pictures[-2:] @ np.array([0.299, 0.587, 0.114])).max(axis=0)
    return np.rint(area(210, 84) @ grey @ area(160, 84).T)


def step(game, action):
    game.send(action)
    return game.receive()


def test_training_and_evaluation_differ_only_as_the_protocol_says():
    assert TRAINING == EmulatorSettings(max_frames=108_000, clip_rewards=True, life_is_terminal=True)
    assert EVALUATION == EmulatorSettings(max_frames=18_000)
    assert (TRAINING.frame_skip, TRAINING.stack, TRAINING.noop_starts, TRAINING.sticky) == (4, 4, 30, 0.0)


@pytest.mark.parametrize("field, value", [("frame_skip", 0), ("sticky", 1.5), ("noop_starts", -1), ("max_frames", 0)])
def test_settings_out_of_range_are_refused_by_name_value_and_range(field, value):
    with pytest.raises(ValueError, match=rf"{field} is {value}, but must be from \d"):
        EmulatorSettings(**{field: value})


def test_an_action_the_game_does_not_have_is_refused():
    game = AtariGame("pong", TRAINING)
    game.start(0)
    with pytest.raises(ValueError, match="action 6 is none of the game's 0 to 5"):
        game.send(6)


def test_an_evaluation_game_is_cut_after_five_minutes():
    """18 000 frames are 4 500 steps. A Breakout that never serves its second ball would go on for ever."""
    game = AtariGame("breakout", EVALUATION)
    game.start(1)
    game.send(0)
    steps = 1
    while not (moment := game.receive()).ended:
        game.send(0)
        steps += 1
    assert steps == 4500
    assert moment.truncated and not moment.terminal


def test_games_start_with_up_to_30_frames_of_doing_nothing():
    """ALE counts a game's frames; Freeway has no FIRE to press, so at its start they are all no-ops."""
    game = AtariGame("freeway", TRAINING)
    waited = []
    for seed in range(40):
        game.start(seed)
        step(game, 0)
        waited.append(game.frames - 4)
    assert 0 <= min(waited) < 5 and 25 < max(waited) <= 30
    assert len(set(waited)) > 20


@pytest.mark.parametrize("game", ["pong", "breakout", "space_invaders", "seaquest"])
def test_what_people_watch_is_what_the_agent_sees(game):
    """From the first frame on, through no-op starts, FIRE and the end of a game, to one grey level."""
    world, watched = worlds.evaluation_world(game, 1, seed=3), worlds.watched_game(game)
    rng, episode = np.random.default_rng(0), 0
    states, state = world.reset(), watched.start(worlds.episode_seed(3, 0, 0))
    for t in range(260):
        assert np.array_equal(states[0], state)
        if t % 20 == 0:
            assert np.abs(small_and_grey(np.array(watched.pictures)) - state[-1]).max() <= 1
        action = rng.integers(world.n_actions)
        after, moment = world.step([action]), step(watched, action)
        assert (moment.reward, moment.ended) == (after.rewards[0], after.ends[0])
        episode += moment.ended
        states, state = after.states, moment.state
        if moment.ended:
            state = watched.start(worlds.episode_seed(3, 0, episode))
    assert game != "breakout" or episode > 0
    watched.close()


def test_every_frame_can_be_watched():
    game = worlds.watched_game("pong")
    game.start(1)
    assert [picture.shape for picture in game.pictures] == [(210, 160, 3)]
    step(game, 0)
    assert len(game.pictures) == 4
    assert game.pictures[0].dtype == np.uint8
    assert game.pictures_per_second == 60


def test_a_gymnasium_world_can_be_watched_too():
    game = worlds.watched_game("workshop/Sokoban-v0")
    game.start(1)
    step(game, 3)
    (picture,) = game.pictures
    assert picture.dtype == np.uint8 and picture.shape[2] == 3


def test_the_plain_environment_repeats_and_shows_colour():
    """Two with the same seed, a random agent in each: the same pictures."""
    envs = [worlds.make_atari("Breakout", seed=5) for _ in range(2)]
    frames = [[env.reset()[0]] + [env.step(env.action_space.sample())[0] for _ in range(30)] for env in envs]
    assert np.array_equal(*frames)
    assert frames[0][0].shape == (210, 160, 3)
    assert envs[0].action_space.n == 4
    assert envs[0].unwrapped.ale.getFloat("repeat_action_probability") == 0


def test_the_plain_environment_shows_the_emulator_colours():
    """Breakout's bricks are red on top in the watched game and in the plain one alike."""
    watched, plain = worlds.watched_game("breakout"), worlds.make_atari("breakout", seed=1)
    watched.start(1)
    bricks = slice(57, 93), slice(10, 150)
    assert np.array_equal(watched.pictures[0][bricks], plain.reset()[0][bricks])


def test_no_banner_on_the_screen(capfd):
    worlds.make_atari("pong", seed=1)
    worlds.watched_game("pong")
    assert capfd.readouterr() == ("", "")


def test_a_world_that_is_not_atari_is_refused_in_one_line():
    with pytest.raises(BadInput, match='"CartPole-v1" is not an Atari game'):
        worlds.make_atari("CartPole-v1")
