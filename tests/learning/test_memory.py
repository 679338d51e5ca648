"""Memory is estimated before training: what cannot fit is refused in a line instead of ending in the middle."""

import dataclasses

import numpy as np
import psutil
import pytest

from solutions import dqn
from workshop.errors import BadInput
from workshop.learning import memory, presets
from workshop.learning.replay import Replay
from workshop.learning.trainer import Trainer
from workshop.links import device

FRAME = ((84, 84), np.uint8)


@pytest.mark.parametrize(
    ("storage", "steps", "gigabytes"), [("plain", 1_420_000_000, "10035."), ("lz4", 3_520_000_000, "1001")]
)
def test_a_preset_that_needs_ten_terabytes_is_refused_in_one_line_before_anything_is_made(storage, steps, gigabytes):
    """The line says how much it needs, how much there is and what to change."""
    preset = dataclasses.replace(presets.PAPER_2015, name="huge", replay_size=steps, replay_storage=storage)
    before = psutil.Process().memory_info().vms
    with pytest.raises(BadInput) as refused:
        Trainer(dqn, preset, "pong", seed=1, device=device.pick("cpu"))
    line = str(refused.value)
    assert "\n" not in line
    assert f"preset huge needs about {gigabytes}" in line and " GB are available" in line
    assert "smaller replay_size" in line
    assert ("lz4" in line) == (storage == "plain"), "what is compressed already is not told to compress"
    assert psutil.Process().memory_info().vms < before + 2**30


def test_the_papers_million_steps_fit_because_they_are_compressed():
    """3 GB at worst, and over 7 plain; what attendees run needs half a GB."""
    needs = {name: memory.needed(preset, *FRAME) for name, preset in presets.PRESETS.items()}
    assert needs["paper2015"] == needs["paper2013"] < 3.1e9
    assert memory.needed(dataclasses.replace(presets.PAPER_2015, replay_storage="plain"), *FRAME) > 7e9
    assert needs["session"] < 0.6e9


def test_the_estimate_counts_everything_a_replay_holds():
    """A plain memory, filled: its arrays take the bytes that were estimated for it."""
    steps = 200
    replay = Replay(steps, 2, *FRAME, stack=4, n_step=1, gamma=0.9)
    zeros = np.zeros(2)
    for _ in range(steps // 2):
        replay.append(np.zeros((2, 4, 84, 84), np.uint8), zeros, zeros, zeros, zeros)
    preset = dataclasses.replace(presets.SESSION, replay_size=steps, replay_start=1, replay_storage="plain")
    held = sum(array.nbytes for name, array in replay.state_dict().items() if array.ndim >= 2)
    assert memory.needed(preset, *FRAME) - memory.ALL_BUT_THE_REPLAY == held
