"""A figure: the median of repeated measurements, with its spread."""

import dataclasses
import time

import numpy as np


@dataclasses.dataclass(frozen=True)
class Figure:
    """A measured time or rate: median, the quartiles either side of it, and the best of all."""

    what: str
    median: float
    low: float
    high: float
    best: float
    unit: str

    def line(self):
        """For people."""
        return f"  {self.what:56} {self.median:9.2f} {self.unit:7}  ({self.low:.2f} to {self.high:.2f})"

    def times_as_quick(self, other, by):
        """How many times as quick as the other one this is. by: "median" or "best"."""
        mine, theirs = getattr(self, by), getattr(other, by)
        return mine / theirs if self.unit.endswith("/s") else theirs / mine


def figure(what, values, unit):
    """The Figure of these values; the best is the smallest time, or the largest rate."""
    low, median, high = np.percentile(values, [25, 50, 75])
    best = max(values) if unit.endswith("/s") else min(values)
    return Figure(what, float(median), float(low), float(high), float(best), unit)


def repeat(work, device, *, rounds=15, seconds=8.0):
    """Seconds that `work()` takes, measured up to `rounds` times after two rounds that warm it up."""
    times = []
    began = time.perf_counter()
    for number in range(rounds + 2):
        start = time.perf_counter()
        work()
        _wait_for(device)
        if number >= 2:
            times.append(time.perf_counter() - start)
        if time.perf_counter() - began > seconds and len(times) >= 3:
            break
    return np.array(times)


def _wait_for(device):
    """A GPU works on after the call has returned: time means nothing until it has finished."""
    if device.xp.__name__ == "cupy":
        device.xp.cuda.get_current_stream().synchronize()
