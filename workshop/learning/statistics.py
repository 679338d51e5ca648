"""What an epoch leaves behind: a row of stats.csv for each phase (random, train, test)."""

import csv
import io

import numpy as np

FIELDS = (
    "phase",  # random, train or test
    "epoch",
    "steps",  # agent steps so far
    "updates",
    "games",  # ended in this epoch's phase
    "score_mean",  # true, unclipped
    "score_std",
    "score_min",
    "score_max",
    "loss",  # mean over this epoch's updates
    "mean_max_q",  # over the held-out states
    "epsilon",
    "seconds",  # wall time so far, training and testing
)
TIMES = ("seconds",)  # the only fields that differ between two runs of the same seed


class EpochFigures:
    """Gathers what happens in one epoch's training."""

    def __init__(self):
        self.scores = []
        self.updates = 0
        self.loss_sum = 0.0

    def finished(self, score):
        """A training game ended with this true score."""
        self.scores.append(float(score))

    def learned(self, loss):
        """An update had this loss, Variable (). It is summed where it is: fetching it would make a GPU wait."""
        self.loss_sum = self.loss_sum + loss.array
        self.updates += 1

    def mean_loss(self):
        """Mean loss over this epoch's updates, None before the first one."""
        return float(self.loss_sum) / self.updates if self.updates else None

    def summary(self):
        """The training games' scores as a dict: games, and where there are any mean, std, min, max."""
        if not self.scores:
            return {"games": 0}
        scores = np.array(self.scores)
        return {
            "games": len(scores),
            "mean": float(scores.mean()),
            "std": float(scores.std()),
            "min": float(scores.min()),
            "max": float(scores.max()),
        }

    def state_dict(self):
        """Ready for JSON. The sum of float32 losses survives it exactly."""
        return {"scores": self.scores, "updates": self.updates, "loss_sum": float(self.loss_sum)}

    def load_state_dict(self, state):
        """Take over what `state_dict` gave."""
        self.scores = list(state["scores"])
        self.updates = state["updates"]
        self.loss_sum = np.float32(state["loss_sum"])


def row(phase, epoch, *, steps, updates, score, loss, mean_max_q, epsilon, seconds):
    """One row as a dict of FIELDS. score: a summary with games and, where there are any, mean, std, min, max."""
    return {
        "phase": phase,
        "epoch": epoch,
        "steps": steps,
        "updates": updates,
        "games": score["games"],
        "score_mean": score.get("mean"),
        "score_std": score.get("std"),
        "score_min": score.get("min"),
        "score_max": score.get("max"),
        "loss": loss,
        "mean_max_q": mean_max_q,
        "epsilon": epsilon,
        "seconds": round(seconds, 1),
    }


def to_csv(rows):
    """The text of stats.csv. Missing values are empty; floats are written so that they read back the same."""
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read_csv(path):
    """The rows of a stats.csv as dicts: phase a str, everything else a float or None."""
    with open(path, encoding="utf-8", newline="") as file:
        return [
            {name: value if name == "phase" else float(value) if value else None for name, value in line.items()}
            for line in csv.DictReader(file)
        ]
