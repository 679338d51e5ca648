"""The board that shows Q-learning at work, by whatever two functions it is given."""

import asyncio
import types

import numpy as np

from solutions import rl
from workshop.show import learn_sokoban, sokoban_board
from workshop.show.sokoban_learning import SokobanLearning
from workshop.worlds.sokoban import Sokoban


def said(learning):
    return learning._line.widget.value


def test_it_solves_a_level_and_says_so():
    learning = SokobanLearning(rl, level=1, seed=0)
    assert "Without exploring: no idea yet." in said(learning)
    for _ in range(1500):
        next(learning._experience)
    learning.show()
    assert "Without exploring: solved in 2 steps (the fewest are 2)." in said(learning)
    assert learning.steps == 1500 and learning.episodes > 100


def test_sliders_count_from_the_next_step_on():
    seen = []
    parts = types.SimpleNamespace(
        epsilon_greedy=lambda q_values, epsilon, rng: seen.append(epsilon) or 0,
        q_learning_update=lambda q, *step, alpha, gamma: seen.append((alpha, gamma)),
    )
    learning = SokobanLearning(parts, level=1, seed=0)
    learning.step()
    learning._epsilon.value, learning._alpha.value, learning._gamma.value = 1, 0.25, 0.5
    learning.step()
    assert seen == [0.2, (0.5, 0.9), 1, (0.25, 0.5)]


def test_forgetting_begins_again():
    learning = SokobanLearning(rl, level=1, seed=0)
    for _ in range(500):
        next(learning._experience)
    learning.forget()
    assert not learning.q.any() and learning.steps == learning.episodes == 0


def test_an_error_in_an_answer_is_said_and_mended_answers_go_on():
    parts = types.SimpleNamespace(epsilon_greedy=lambda *_: 1 / 0, q_learning_update=rl.q_learning_update)

    async def watch(learning):
        learning.live.start()
        await asyncio.sleep(0.05)
        first = said(learning)
        parts.epsilon_greedy = rl.epsilon_greedy
        learning.live.start()
        await asyncio.sleep(0.2)
        learning.live.stop()
        return first

    learning = SokobanLearning(parts, level=1, seed=0)
    assert "ZeroDivisionError" in asyncio.run(watch(learning))
    assert learning.steps > 0 and said(learning).startswith("Step ")


def test_the_board_is_bare_at_first_and_green_where_something_is_known():
    sokoban = Sokoban(2)
    q = np.zeros((sokoban.n_states, 4))
    bare = sokoban_board.values(sokoban, q)
    q[0, 1] = 0.5
    known = sokoban_board.values(sokoban, q)
    changed = (bare != known).any(axis=2).reshape(6, 48, 6, 48).any(axis=(1, 3))
    assert list(zip(*np.nonzero(changed), strict=True)) == [sokoban.decode(0).player]
    assert known.dtype == np.uint8 and known.shape == sokoban.picture(0).shape


def test_it_leaves_a_still_of_the_board_where_no_kernel_runs(shown):
    [page] = shown(learn_sokoban, rl, level=2)
    assert "it is still empty" in page["text/plain"] and "<img" in page["text/html"]
