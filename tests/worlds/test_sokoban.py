"""Sokoban plays by its rules and by Gymnasium's, and its levels can be learned by a table."""

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from workshop import worlds  # noqa: F401  (registers the environment)
from workshop.errors import BadInput
from workshop.worlds.sokoban import LEVELS, Sokoban, shortest_solution
from workshop.worlds.sokoban_board import Board, parse, to_text

UP, DOWN, LEFT, RIGHT = range(4)
HALL = "\n".join(
    ["##############", *9 * ["#            #"], "#@ $ $ $ ... #", *2 * ["#            #"], "##############"]
)


def make(level, **options):
    return gymnasium.make("workshop/Sokoban-v0", level=level, **options)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("render_mode", ["rgb_array", "ansi"])
def test_gymnasium_approves(render_mode):
    check_env(make(1, render_mode=render_mode).unwrapped)


def test_the_first_level_is_the_one_of_the_slides():
    """Push (r = 0), push again (r = 1, solved)."""
    env = make(1)
    s_0, _ = env.reset()
    s_1, r_1, over_1, *_ = env.step(RIGHT)
    s_2, r_2, over_2, cut, info = env.step(RIGHT)
    assert s_0 == 0 and len({s_0, s_1, s_2}) == 3
    assert (r_1, over_1) == (0.0, False)
    assert (r_2, over_2, cut) == (1.0, True, False)
    assert info == {"solved": True, "deadlock": False}


@pytest.mark.parametrize("level, actions", [(1, 2), (2, 12), (3, 11), (4, 16), (5, 24)])
def test_a_shortest_solution_solves_its_level_with_the_last_push(level, actions):
    solution = shortest_solution(level)
    assert len(solution) == actions
    env = make(level)
    env.reset()
    steps = [env.step(action) for action in solution]
    assert [reward for _, reward, *_ in steps] == [0.0] * (actions - 1) + [1.0]
    assert steps[-1][2] and not any(terminated for _, _, terminated, *_ in steps[:-1])


def test_walls_and_stuck_boxes_do_not_give_way():
    env = Sokoban("########\n#      #\n#@$$   #\n#  ..  #\n#      #\n########")
    assert env.step(LEFT)[0] == env.step(RIGHT)[0] == 0
    s_1, *_ = env.step(DOWN)
    assert env.decode(s_1) == Board((3, 1), env.level.start.boxes)


def test_a_box_that_cannot_come_back_ends_the_episode_without_reward():
    env = Sokoban("######\n#  . #\n# $@ #\n#    #\n######")
    env.reset()
    _, reward, terminated, truncated, info = env.step(LEFT)
    assert (reward, terminated, truncated) == (0.0, True, False)
    assert info == {"solved": False, "deadlock": True}


def test_the_step_limit_truncates():
    env = make(1, max_episode_steps=3)
    env.reset()
    _, _, terminated, truncated, _ = [env.step(LEFT) for _ in range(3)][-1]
    assert (terminated, truncated) == (False, True)


def test_a_state_is_the_number_of_a_board():
    env = Sokoban(2)
    assert env.observation_space.n == env.n_states
    assert env.decode(0) == env.level.start == Board((2, 2), frozenset({(2, 3)}))
    assert [env.encode(env.decode(state)) for state in range(env.n_states)] == list(range(env.n_states))
    assert env.encode(Board((0, 0), frozenset())) is None


@pytest.mark.parametrize("text", [*LEVELS, "#####\n#+$*#\n#####"])
def test_a_level_written_out_is_the_level_read(text):
    level = parse(text)
    assert to_text(level, level.start) == text


def test_indent_empty_lines_and_other_floors_do_not_count():
    assert parse("\n\n    #####\n    #@$.#\n    #####\n  ") == parse("#####\n#@$.#\n#####")
    assert parse("######\n#@-$.#\n#_ - #\n######") == parse("######\n#@ $.#\n#    #\n######")


@pytest.mark.parametrize(
    "text, says",
    [
        ("#####\n#@x.#\n#####", 'line 2, column 3: "x" means nothing'),
        ("######\n#@$.@#\n######", "line 2, column 5: a level needs one player"),
        ("#####\n# $.#\n#####", "a level needs one player (@ or +); here are 0"),
        ("######\n#@$.$#\n######", "line 2, column 5: a level needs a goal for each box"),
        ("######\n#@$..#\n######", "line 2, column 5: a level needs a goal for each box"),
        ("####\n#@ #\n####", "and a box; here are 0 boxes, 0 goals"),
        ("#####\n#@$.\n#####", "line 2, column 5: the wall around the level has a gap"),
        ("#####\n#@$.#\n# ###", "line 3, column 2: the wall around the level has a gap"),
        ("#####\n#$@.#\n#####", "cannot be solved"),
        ("", "here are 0"),
        (6, "there is no Sokoban level 6: take 1 to 5"),
        (HALL, "more than 200,000 states"),
    ],
)
def test_a_malformed_level_is_refused_in_one_line(text, says):
    with pytest.raises(BadInput) as refusal:
        Sokoban(text)
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_the_picture_shows_every_square_and_changes_with_a_push():
    env = make(1, render_mode="rgb_array")
    env.reset()
    before = env.render()
    assert (before.shape, before.dtype) == ((5 * 48, 7 * 48, 3), np.uint8)
    env.step(RIGHT)
    changed = (before != env.render()).any(axis=2).reshape(5, 48, 7, 48).any(axis=(1, 3))
    assert sorted(zip(*np.nonzero(changed), strict=True)) == [(2, 2), (2, 3), (2, 4)]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_table_learns_the_shortest_solution(level):
    """From at least 9 of 10 seeds: plain Q-learning, epsilon 0.2, alpha 0.5, gamma 0.9, at most 60 000 steps."""
    assert sum(learns(Sokoban(level), seed, len(shortest_solution(level))) for seed in range(10)) >= 9


def learns(env, seed, shortest, steps=60_000):
    rng = np.random.default_rng(seed)
    q = [[0.0] * 4 for _ in range(env.n_states)]
    explore, random_actions = rng.random(steps) < 0.2, rng.integers(4, size=steps).tolist()
    ties = rng.random((steps, 4)).tolist()
    s_t, age = env.reset()[0], 0
    for t in range(steps):
        a_t = random_actions[t] if explore[t] else max(range(4), key=lambda a: (q[s_t][a], ties[t][a]))
        s_t1, r_t1, terminated, *_ = env.step(a_t)
        target = r_t1 if terminated else r_t1 + 0.9 * max(q[s_t1])
        q[s_t][a_t] += 0.5 * (target - q[s_t][a_t])
        s_t, age = s_t1, age + 1
        if terminated or age == 200:
            s_t, age = env.reset()[0], 0
            if r_t1 and solves(env, q, shortest):
                return True
    return False


def solves(env, q, shortest):
    """Whether the greedy policy solves the level in the fewest steps. Leaves the environment at its start."""
    s_t, rewards = env.reset()[0], 0.0
    for _ in range(shortest):
        s_t, r_t1, *_ = env.step(int(np.argmax(q[s_t])))
        rewards += r_t1
    env.reset()
    return rewards > 0
