"""States drawn evenly from a stream."""

import numpy as np

from workshop.learning.reservoir import Reservoir


def test_every_state_shown_is_as_likely_to_be_kept():
    """Early ones no more than late ones: 400 reservoirs of 10 out of 100, so each is kept about 40 times."""
    counts = np.zeros(100, int)
    for seed in range(400):
        reservoir = Reservoir(10, np.random.default_rng(seed))
        for states in np.arange(100).reshape(25, 4, 1):
            reservoir.add(states)
        np.add.at(counts, reservoir.states()[:, 0], 1)
    assert counts.sum() == 4000
    assert counts.min() > 15 and counts.max() < 70
    assert 1800 < counts[:50].sum() < 2200


def test_what_it_keeps_are_copies():
    """A world may write its next states over the last ones."""
    reservoir, states = Reservoir(5, np.random.default_rng(0)), np.ones((3, 2))
    reservoir.add(states)
    states[:] = 7
    assert np.array_equal(reservoir.states(), np.ones((3, 2)))
