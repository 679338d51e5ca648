"""The trainer's replay memory: what it hands out is what was played."""

import collections
import dataclasses
import functools
import json

import numpy as np
import pytest

from solutions.dqn import FrameStack, ReplayMemory
from workshop import worlds
from workshop.errors import BadInput
from workshop.learning import files, presets, runs
from workshop.learning.frames import BLOCK, STORAGES
from workshop.learning.replay import Replay

GAMMA = 0.9


def play(replay, steps, seed, *, cut=0.03, over=0.05, life=0.05):
    """Random games of numbered frames in every lane. Returns, for each lane, all that happened, one dict a step."""
    rng = np.random.default_rng(seed)
    story = [[] for _ in range(replay.n_envs)]
    stacks = [FrameStack() for _ in story]
    number = 0
    fresh = [True] * len(story)
    for _ in range(steps):
        moments = []
        for env, stack in enumerate(stacks):
            number += 1
            frame = np.full((84, 84), number % 251, np.uint8)
            frame[0, :2] = divmod(number, 256)
            state = stack.reset(frame) if fresh[env] else stack.append(frame)
            chance = rng.random()
            truncated = chance < cut
            game_over = cut <= chance < cut + over
            lost = cut + over <= chance < cut + over + life
            fresh[env] = truncated or game_over
            moments.append(
                {
                    "state": state,
                    "action": int(rng.integers(6)),
                    "reward": float(rng.integers(-1, 2)),
                    "terminal": game_over or lost,
                    "end": fresh[env],
                }
            )
            story[env].append(moments[-1])
        replay.append(*(np.array([m[key] for m in moments]) for key in moments[0]))
    return story


def make(storage, n_envs=3, capacity=150, n_step=1):
    return Replay(capacity, n_envs, (84, 84), np.uint8, stack=4, n_step=n_step, gamma=GAMMA, storage=storage)


@pytest.fixture(params=STORAGES)
def small(request):
    """A function that makes a small Replay of one of the storages."""
    return functools.partial(make, request.param)


def moments_by_newest_frame(story):
    return {m["state"][-1].tobytes(): (lane, t) for lane in story for t, m in enumerate(lane)}


@pytest.mark.parametrize("n_step", [1, 3, 5])
@pytest.mark.parametrize("steps", [40, 300])  # before and long after the ring has come round
def test_every_sample_is_a_piece_of_one_game_as_it_was_played(small, n_step, steps):
    """States, n-step rewards, terminals and next states agree with the story, also where a life or a game ended."""
    replay = small(n_step=n_step)
    found = moments_by_newest_frame(play(replay, steps, seed=n_step))
    batch = replay.sample(400, np.random.default_rng(0))
    for s, a, r, s_next, terminal in zip(*batch, strict=True):
        lane, t = found[s[-1].tobytes()]
        ahead = lane[t : t + n_step]
        stop = next((k for k, m in enumerate(ahead) if m["terminal"]), None)
        counted = ahead if stop is None else ahead[: stop + 1]
        assert np.array_equal(s, lane[t]["state"])
        assert a == lane[t]["action"]
        assert terminal == (stop is not None)
        assert r == pytest.approx(sum(GAMMA**k * m["reward"] for k, m in enumerate(counted)), abs=1e-6)
        if not terminal:
            assert not any(m["end"] for m in counted), "a game that was only cut has no next state to bootstrap from"
            assert np.array_equal(s_next, lane[t + n_step]["state"])


def test_a_game_of_a_thousand_steps_is_one_game(small):
    """No stack in its middle looks like a game's start."""
    replay = small(n_envs=1, capacity=1100)
    story = play(replay, 1000, seed=2, cut=0, over=0, life=0)
    found = moments_by_newest_frame(story)
    for s in replay.sample(4000, np.random.default_rng(0)).states:
        lane, t = found[s[-1].tobytes()]
        assert np.array_equal(s, lane[t]["state"])


def test_nothing_older_than_the_capacity_is_ever_handed_out(small):
    """After the ring has come round, states whose frames are overwritten are gone."""
    replay = small(n_envs=1, capacity=20)
    story = play(replay, 100, seed=2)
    found = moments_by_newest_frame(story)
    batch = replay.sample(500, np.random.default_rng(0))
    ages = {100 - found[s[-1].tobytes()][1] for s in batch.states}
    assert max(ages) <= 20
    assert len(replay) == 20


def test_samples_are_spread_over_all_environments_and_the_whole_memory(small):
    """Uniform: every remembered moment that can be drawn is drawn about equally often."""
    replay = small(n_envs=3, capacity=90)
    found = moments_by_newest_frame(play(replay, 30, seed=3, cut=0, over=0, life=0))
    rng = np.random.default_rng(1)
    counts = collections.Counter(s[-1].tobytes() for _ in range(40) for s in replay.sample(500, rng).states)
    assert len(counts) == 3 * 29, "every step but the newest, whose next state is not there yet"
    assert set(counts) <= set(found)
    assert max(counts.values()) < 1.4 * 20_000 / len(counts)
    assert min(counts.values()) > 0.6 * 20_000 / len(counts)


def test_it_agrees_with_the_memory_that_attendees_write(small):
    """One environment, one step: both know the same transitions as exercise 3.5's ReplayMemory."""
    replay, taught = small(n_envs=1, capacity=60), ReplayMemory(60)
    for m in play(replay, 50, seed=4, life=0)[0]:
        taught.append(m["state"][-1], m["action"], m["reward"], m["terminal"], m["end"] and not m["terminal"])

    def known(memory):
        """What comes up in a thousand draws. A terminal's next state means nothing, and is left out."""
        batch = memory.sample(2000, np.random.default_rng(5))
        return {
            (s.tobytes(), int(a), float(r), b"" if over else s_next.tobytes(), bool(over))
            for s, a, r, s_next, over in zip(*batch, strict=True)
        }

    newest = taught.frames[49].tobytes()
    assert {t for t in known(taught) if not t[0].endswith(newest)} == known(replay)


def test_a_sample_before_anything_was_played_is_refused_in_words(small):
    with pytest.raises(ValueError, match="too few"):
        small().sample(1, np.random.default_rng(0))


def test_a_memory_of_cut_games_alone_is_refused_and_not_searched_forever(small):
    """Every game is cut after one step: with three-step returns nothing whole can ever be drawn."""
    replay = small(n_envs=1, n_step=3)
    play(replay, 30, seed=0, cut=1.0)
    with pytest.raises(ValueError, match="cut off"):
        replay.sample(1, np.random.default_rng(0))


def identical(one, other):
    return all(a.dtype == b.dtype and np.array_equal(a, b) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("steps", [20, 70])  # before and after the ring has come round
def test_a_saved_memory_goes_on_bit_for_bit(small, steps, tmp_path):
    """Written to a file and read again, draws equal those of the memory that was not, and appending goes on."""
    replay, copy = small(n_step=3), small(n_step=3)
    play(replay, steps, seed=6)
    files.write_npz(tmp_path / "replay.npz", replay.state_dict())
    copy.load_state_dict(files.read_npz(tmp_path / "replay.npz"))
    for memory in (replay, copy):
        play(memory, 60, seed=7)
    one, other = (memory.sample(64, np.random.default_rng(8)) for memory in (replay, copy))
    assert identical(one, other)


def test_a_memory_and_one_restored_from_it_do_not_touch_each_other(small):
    """Without a file between them: what one plays on with never shows up in the other."""
    replay, copy = small(), small()
    play(replay, 20, seed=6)
    copy.load_state_dict(replay.state_dict())
    before = copy.sample(64, np.random.default_rng(0))
    play(replay, 20, seed=7)
    assert identical(before, copy.sample(64, np.random.default_rng(0)))


@pytest.mark.parametrize("n_step", [1, 5])
@pytest.mark.parametrize("steps", [40, 300])
def test_every_storage_hands_out_the_same_batches(n_step, steps):
    """The same story and the same seed: compressed or not is not to be seen from outside."""
    replays = [make(storage, n_step=n_step) for storage in STORAGES]
    batches = []
    for replay in replays:
        play(replay, steps, seed=9)
        batches.append(replay.sample(200, np.random.default_rng(10)))
    assert all(identical(batches[0], batch) for batch in batches[1:])
    batches[-1].states[:] = 0  # a batch is the taker's own, to write on as well
    assert identical(batches[0], replays[-1].sample(200, np.random.default_rng(10)))


@pytest.mark.parametrize("game", worlds.games.COURSE)
def test_real_frames_come_back_bit_for_bit_and_take_less_room_than_estimated(game):
    """A hundred steps of random play: compression is lossless, and the estimate made before training holds."""
    world, rng = worlds.training_world(game, 2, seed=1), np.random.default_rng(1)
    stores = [store(2, 100, world.frame_shape, world.frame_dtype) for store in STORAGES.values()]
    states, played = world.reset(), []
    for t in range(100):
        played.append(states[:, -1].copy())
        for store in stores:
            store.put(t, played[-1])
        states = world.step(rng.integers(world.n_actions, size=2)).states
    world.close()
    for store in stores:
        kept = store.get(np.arange(2)[:, None], np.arange(100))
        assert np.array_equal(kept, np.stack(played, axis=1))
        size = sum(array.nbytes for array in store.state_dict(100).values())
        assert size <= 200 * store.bytes_a_frame(world.frame_shape, world.frame_dtype) + 8


def test_frames_that_are_gone_take_no_memory():
    """Noise, which nothing compresses, through many rounds of a short ring: the blocks of old frames are let go."""
    rng, store = np.random.default_rng(0), STORAGES["lz4"](1, 100, (84, 84), np.uint8)
    noise = rng.integers(256, size=(3000, 1, 84, 84), dtype=np.uint8)
    for t, frames in enumerate(noise):
        store.put(t % 100, frames)
        assert sum(array.nbytes for array in store.state_dict(min(t + 1, 100)).values()) < 100 * 7200 + 2 * BLOCK
    kept = store.get(np.zeros(100, int), np.arange(100))
    assert np.array_equal(kept, noise[-100:, 0])


@pytest.mark.parametrize("storage", STORAGES)
def test_vectors_are_remembered_as_they_are(storage):
    """A world without images has no stack axis: states come back as float32 (B, 2)."""
    replay = Replay(10, 1, (2,), np.float32, stack=None, n_step=1, gamma=1.0, storage=storage)
    for t in range(6):
        replay.append(np.float32([[t, -t]]), [0], [1.0], [False], [False])
    batch = replay.sample(50, np.random.default_rng(0))
    assert batch.states.shape == (50, 2) and batch.states.dtype == np.float32
    assert np.array_equal(batch.next_states, batch.states + [1, -1])


def test_a_run_begun_with_another_storage_is_refused_by_the_name_of_the_setting(tmp_path):
    """Its checkpoint could not be read; the line says which setting of the preset differs."""

    def config(storage):
        preset = dataclasses.replace(presets.SESSION, replay_storage=storage)
        return runs.config(game="pong", preset=preset, seed=1, mine=False, start_from=None)

    (tmp_path / "last").mkdir()
    files.write_text(tmp_path / "config.json", json.dumps(config("plain")))
    with pytest.raises(BadInput, match="with replay_storage 'plain' and not 'lz4'"):
        runs.Run(tmp_path, config("lz4"))
