"""What the parts of DQN are worth: CartPole with one of them left out at a time, several seeds each.

    python -m workshop.learning.ablation assets/ablation.csv

makes the file that notebook 3 draws: 20 trainings, about five minutes on two quiet cores.
"""

import csv
import dataclasses
import itertools
import sys
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from types import SimpleNamespace

import numpy as np

from workshop.learning import files, parts, presets
from workshop.learning.trainer import EpochEnded, Trainer
from workshop.links import device

GAME = "CartPole-v1"
SEEDS = range(1, 6)
FIELDS = ("left_out", "seed", "steps", "score", "max_q", "loss")


def variants():
    """{what is left out: (parts, preset)}, "nothing" first."""
    whole, preset = parts.reference(), presets.CLASSIC
    newest = preset.environments * (preset.n_step + 4)  # the fewest of which an n-step target can still be made
    return {
        "nothing": (whole, preset),
        "target network": (whole, dataclasses.replace(preset, target_sync=1)),
        "replay": (whole, dataclasses.replace(preset, replay_size=newest, replay_start=newest)),
        "terminal mask": (_without_terminal_mask(whole), preset),
    }


def _without_terminal_mask(whole):
    def td_targets(rewards, next_q_values, terminals, gamma):
        return whole.td_targets(rewards, next_q_values, np.zeros_like(terminals), gamma)

    return SimpleNamespace(**vars(whole) | {"td_targets": td_targets})


def measure(left_out, seed):
    """Train once. Returns a dict of FIELDS for each test, the random play before it included."""
    taken, preset = variants()[left_out]
    with closing(Trainer(taken, preset, GAME, seed=seed, device=device.pick("cpu"))) as trainer:
        epochs = [event.rows for event in trainer.run(preset.steps) if isinstance(event, EpochEnded)]
    return [
        {
            "left_out": left_out,
            "seed": seed,
            "steps": rows[-1]["steps"],
            "score": rows[-1]["score_mean"],
            "max_q": rows[-1]["mean_max_q"],
            "loss": rows[0]["loss"],
        }
        for rows in epochs
    ]


def read(path, left_out):
    """The runs of a variant: {seed: {field: float array, one item a test}}."""
    with open(path, encoding="utf-8", newline="") as file:
        lines = [line for line in csv.DictReader(file) if line["left_out"] == left_out]
    return {
        seed: {
            field: np.array([float(line[field] or "nan") for line in lines if line["seed"] == seed])
            for field in FIELDS[2:]
        }
        for seed in dict.fromkeys(line["seed"] for line in lines)
    }


def main(path):
    """Measure everything, and write it as CSV as it comes."""
    jobs, lines = zip(*itertools.product(variants(), SEEDS)), [",".join(FIELDS)]
    with ProcessPoolExecutor() as processes:
        for rows in processes.map(measure, *jobs):
            print(*rows[-1].values(), flush=True)
            lines += [",".join(map(_text, row.values())) for row in rows]
            files.write_text(path, "\n".join(lines) + "\n")


def _text(value):
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main(sys.argv[1])
