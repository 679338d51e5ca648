"""The strip of an episode lights what its words speak of, and its sums are right."""

import re

import numpy as np
import pytest

from workshop.show import trace
from workshop.types import Episode

NAMES = ["up", "down", "left", "right"]
WALK = Episode([0, 3, 0, 5], [2, 3, 3], [0.0, 0.0, 1.0], True, False)


def words(shown, function, *args, **kwargs):
    """What stands below the strip as it is first shown."""
    [page] = shown(function, WALK, NAMES, *args, **kwargs)
    assert re.search('<svg [^>]*aria-label="An episode as a strip', page["text/html"])
    return page["text/plain"].partition("rewards. ")[2]


def test_a_step(shown):
    assert words(shown, trace.steps) == "In s_0 = 0 it does a_0 = left; r_1 = 0 and s_1 = 3 follow."


@pytest.mark.parametrize(
    "gamma, says",
    [
        (0.5, "R_0 = r_1 + 0.5 r_2 + 0.25 r_3 = 0 + 0.5·0 + 0.25·1 = 0.25"),
        (1.0, "R_0 = r_1 + r_2 + r_3 = 0 + 0 + 1 = 1"),
    ],
)
def test_a_return(shown, gamma, says):
    assert words(shown, trace.returns, gamma=gamma) == says


def test_a_td_error(shown):
    values = np.array([0.5, 0, 0, 0.25, 0, 9])
    said = words(shown, trace.td_errors, values, gamma=0.5)
    assert said == "δ_1 = r_2 + 0.5 V(s_2) − V(s_1) = 0 + 0.5·0.5 − 0.25 = 0. As expected."


def test_at_the_end_of_the_task_no_value_follows(shown):
    last = Episode([0, 5], [3], [1.0], terminated=True, truncated=False)
    [page] = shown(trace.td_errors, last, NAMES, np.full(6, 0.5), gamma=0.9)
    assert page["text/plain"].endswith("δ_0 = r_1 − V(s_0) = 1 − 0.5 = 0.5. Better than expected.")
    [page] = shown(trace.q_updates, last, NAMES, np.full((6, 4), 0.5), alpha=0.5, gamma=0.9)
    assert "y_0 = r_1 = 1. Q(s_0, right) was 0.5, off by δ_0 = 0.5" in page["text/plain"]


def test_an_update_leaves_the_table_as_it_is(shown):
    q = np.zeros((6, 4))
    q[0, 3] = 0.5
    said = words(shown, trace.q_updates, q, alpha=0.5, gamma=0.5)
    assert said == (
        "y_1 = r_2 + 0.5 max Q(s_2, ·) = 0 + 0.5·0.5 = 0.25. Q(s_1, right) was 0, off by δ_1 = 0.25; "
        "it becomes 0 + 0.5·0.25 = 0.125."
    )
    assert q.sum() == 0.5
