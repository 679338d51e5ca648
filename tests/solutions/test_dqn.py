"""The reference DQN parts: what their docstrings promise, held against the papers and against ALE's own C++."""

import doctest

import ale_py
import numpy as np
import pytest
from ale_py import roms
from ale_py.vector_env import AtariVectorEnv

from solutions import dqn
from workshop.types import Batch

# isort: split
import chainer  # importable once workshop is
import chainer.functions as F
import chainer.links as L


def test_every_worked_example_in_the_docstrings_runs():
    """An attendee copies the example into a cell and gets what is printed there."""
    failed, tried = doctest.testmod(dqn)
    assert failed == 0 and tried > 30


@pytest.mark.parametrize("n_actions", [4, 6, 18])
def test_both_networks_have_the_papers_layers_and_nothing_else(n_actions):
    """Counted by hand from the papers' text: filters x (inputs x area) + biases, layer by layer."""
    in_2013 = 16 * (4 * 64 + 1) + 32 * (16 * 16 + 1) + 256 * (32 * 81 + 1) + n_actions * (256 + 1)
    in_2015 = 32 * (4 * 64 + 1) + 64 * (32 * 16 + 1) + 64 * (64 * 9 + 1) + 512 * (64 * 49 + 1) + n_actions * (512 + 1)
    assert dqn.QNetwork(n_actions).count_params() == in_2013
    assert dqn.NatureQNetwork(n_actions).count_params() == in_2015


@pytest.mark.parametrize("Network", [dqn.QNetwork, dqn.NatureQNetwork])
def test_a_network_takes_bytes_and_floats_of_the_same_picture_alike(Network):
    """The replay memory hands over bytes; whoever asks what the filters look at hands over a Variable of floats."""
    states = np.random.default_rng(0).integers(0, 256, size=(2, 4, 84, 84), dtype=np.uint8)
    network, picture = Network(4), chainer.Variable(states.astype(np.float32))
    q_values = network(picture)
    np.testing.assert_array_equal(network(states).array, q_values.array)
    F.sum(q_values).backward()
    assert picture.grad.any()


@pytest.mark.parametrize("game", ["pong", "breakout", "space_invaders", "seaquest"])
def test_preprocess_is_within_one_grey_level_of_ale(game):
    """ALE's vector environment and a plain emulator play the same game; each makes its own 84 x 84 picture of it."""
    quick = AtariVectorEnv(
        game,
        num_envs=1,
        maxpool=False,
        noop_max=0,
        use_fire_reset=False,
        repeat_action_probability=0.0,
        full_action_space=False,
    )
    plain = ale_py.ALEInterface()
    plain.setFloat("repeat_action_probability", 0.0)
    plain.loadROM(roms.get_rom_path(game))
    actions, rng = plain.getMinimalActionSet(), np.random.default_rng(0)
    quick.reset(seed=0)
    pictures = 0
    while pictures < 150:
        a_t = rng.integers(len(actions))
        states, _, over, cut, _ = quick.step(np.array([a_t]))
        if over[0] or cut[0]:
            break
        for _ in range(4):
            plain.act(actions[a_t])
        difference = dqn.preprocess(plain.getScreenRGB()).astype(int) - states[0, -1]
        assert abs(difference).max() <= 1
        pictures += 1
    assert pictures > 100


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("stack", [1, 2, 4])
def test_whatever_the_memory_gives_back_is_what_the_frame_stack_saw(seed, stack):
    """Random games, ended and cut at random, through a ring much smaller than the play: no state is ever made up."""
    rng = np.random.default_rng(seed)
    memory, frames = dqn.ReplayMemory(17, stack=stack), dqn.FrameStack(stack)
    history, begin = [], True
    for t in range(200):
        frame = np.full((84, 84), t, np.uint8)
        state = frames.reset(frame) if begin else frames.append(frame)
        terminal, truncated = rng.random() < 0.15, rng.random() < 0.1
        memory.append(frame, t % 5, t / 7, terminal, truncated)
        history.append((state[:, 0, 0], terminal, truncated))
        begin = terminal or truncated
        oldest = t + 1 - len(memory)
        if t > 20 and t % 9 == 0:
            batch = memory.sample(64, rng)
            for s_t, a_t, r_t1, s_t1, over in zip(*batch):
                drawn = int(s_t[-1, 0, 0])
                seen, terminal, truncated = history[drawn]
                assert oldest <= drawn <= t
                np.testing.assert_array_equal(s_t[:, 0, 0], seen)
                assert (a_t, over) == (drawn % 5, terminal) and r_t1 == np.float32(drawn / 7)
                if not over:
                    assert not truncated
                    np.testing.assert_array_equal(s_t1[:, 0, 0], history[drawn + 1][0])


def test_every_step_that_can_be_drawn_is_drawn_as_often_as_the_others():
    """A finished game of 20 steps: each comes up about 500 times in 10 000."""
    memory = dqn.ReplayMemory(50)
    for t in range(20):
        memory.append(np.full((84, 84), t, np.uint8), t, 0.0, terminal=t == 19)
    slots = memory.drawable()
    rng = np.random.default_rng(0)
    actions = np.concatenate([memory.sample(250, rng).actions for _ in range(40)])
    assert sorted(slots) == list(range(20))
    assert abs(np.bincount(actions, minlength=20) - 500).max() < 110


def test_a_memory_with_nothing_to_draw_says_so():
    """Empty, or holding only a step that still waits for its next state."""
    memory = dqn.ReplayMemory(5)
    with pytest.raises(ValueError, match="None of the 0 steps"):
        memory.sample(1, np.random.default_rng(0))
    memory.append(np.zeros((84, 84), np.uint8), 0, 0.0, terminal=False)
    with pytest.raises(ValueError, match="None of the 1 steps"):
        memory.sample(1, np.random.default_rng(0))


def test_no_gradient_reaches_the_network_that_makes_the_targets():
    """An update moves the online network and nothing else; the target network moves when it is synced."""
    rng = np.random.default_rng(0)
    states = rng.integers(0, 256, size=(2, 8, 4, 84, 84), dtype=np.uint8)
    batch = Batch(states[0], np.int32([0, 1, 2, 3] * 2), np.float32([1] * 8), states[1], np.array([False] * 8))
    online, target = dqn.QNetwork(4), dqn.QNetwork(4)
    dqn.sync_target(online, target)
    target.cleargrads()
    before = [p.array.copy() for p in target.params()]
    optimizer = chainer.optimizers.Adam(alpha=1e-3).setup(online)
    y = dqn.td_targets(batch.rewards, target(batch.next_states).array, batch.terminals, 0.99)
    losses = [float(dqn.update(online, optimizer, batch, y).array) for _ in range(4)]
    assert losses[-1] < losses[0]
    assert all(p.grad is None and (p.array == then).all() for p, then in zip(target.params(), before))
    dqn.sync_target(online, target)
    assert all((p.array == q.array).all() for p, q in zip(online.params(), target.params()))


def test_double_dqn_never_promises_more_than_dqn():
    """The target network's value of another's pick is at most its own maximum."""
    rng = np.random.default_rng(0)
    rewards, terminals = rng.normal(size=64).astype(np.float32), rng.random(64) < 0.3
    q_online, q_target = rng.normal(size=(2, 64, 6)).astype(np.float32)
    double = dqn.double_td_targets(rewards, q_online, q_target, terminals, 0.99)
    single = dqn.td_targets(rewards, q_target, terminals, 0.99)
    assert (double <= single).all() and (double < single).any()
    np.testing.assert_array_equal(double[terminals], rewards[terminals])


def test_acting_explores_as_often_as_epsilon_says_and_repeats_by_seed():
    """One coin a row: of 8000 rows with epsilon 0.4 and 4 actions, 70% are greedy."""
    network = L.Linear(1, 4, initialW=np.float32([[0], [0], [1], [0]]))
    states = np.ones((8000, 1), np.float32)
    actions = dqn.act(network, states, 0.4, np.random.default_rng(0))
    assert abs((actions == 2).mean() - 0.7) < 0.03
    np.testing.assert_array_equal(actions, dqn.act(network, states, 0.4, np.random.default_rng(0)))


def test_what_the_core_exercises_of_this_notebook_take_fits_the_hour():
    """At most 18 minutes of writing in the room."""
    marks = {value.exercise.id: value.exercise for value in vars(dqn).values() if hasattr(value, "exercise")}
    core = [mark for mark in marks.values() if mark.core]
    assert len(marks) == 14 and {mark.id for mark in core} == {"3.2", "3.6", "3.7", "3.8", "3.10"}
    assert sum(mark.minutes for mark in core) <= 18
