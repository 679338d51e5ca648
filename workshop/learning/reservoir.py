"""A few states out of very many, each as likely to be kept as any other, without holding the many in memory."""

import numpy as np


class Reservoir:
    """Keeps `size` of the states it is shown, drawn by the numpy Generator `rng`.

    Source: Waterman's algorithm R (Knuth, "The Art of Computer Programming", volume 2, section 3.4.2).
    """

    def __init__(self, size, rng):
        self._size = size
        self._rng = rng
        self._seen = 0
        self._kept = []

    def add(self, states):
        """Show it states (N, ...); what it keeps of them are copies."""
        for state in states:
            self._seen += 1
            if len(self._kept) < self._size:
                self._kept.append(state.copy())
            elif (place := self._rng.integers(self._seen)) < self._size:
                self._kept[place] = state.copy()

    def states(self):
        """The states kept, (size, ...), or all there were if they are fewer."""
        return np.stack(self._kept)
