"""Learning curves out of stats.csv: training, test and random play, for one run or several on top of each other."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from workshop.errors import BadInput

FIELDS = ("score", "games", "mean_max_q", "loss")
WORDS = {
    "score": "score of a game",
    "games": "games ended",
    "mean_max_q": "mean max Q, held-out states",
    "loss": "loss",
}
PHASES = {"train": {"linestyle": ":", "alpha": 0.8}, "test": {"linestyle": "-", "marker": "o", "markersize": 3}}


def curves(*runs, fields=FIELDS, names=None):
    """Draw fields over the steps of training, a panel each: (Figure, alt text), as show.figure takes them.

    runs: run folders or CSV files (of anything, if it has a column `steps`).  fields: columns; "score" is score_mean
    with its standard deviation as a band, and random play's mean as a dashed line.  names: what to call the runs.
    Raises BadInput for a file that is not there or not such a table, or lacks a field.
    """
    tables = [read(run) for run in runs]
    names = names or _names(runs)
    figure, axes = plt.subplots(1, len(fields), figsize=(3.6 * len(fields), 3), layout="constrained", squeeze=False)
    for field, axis in zip(fields, axes[0]):
        for number, (run, table, name) in enumerate(zip(runs, tables, names)):
            _draw(axis, table, field, name, f"C{number}", run)
        axis.set(title=WORDS.get(field, field), xlabel="steps")
        axis.xaxis.set_major_formatter(lambda steps, _: f"{steps / 1000:g}k" if steps >= 1000 else f"{steps:g}")
    if axes[0, 0].get_legend_handles_labels()[1]:
        axes[0, 0].legend(fontsize=7)
    return figure, _alt(tables, names, fields)


def read(run):
    """The table of a run folder or a CSV file: a dict from column to list; numbers are floats, nan where empty."""
    path = Path(run) / "stats.csv" if Path(run).is_dir() else Path(run)
    try:
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
    except OSError as error:
        raise BadInput(f"cannot read {path} ({error.strerror}); name a run's folder or a CSV file.") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"{path} is not a CSV file; name a run's folder or its stats.csv.") from error
    if not rows or "steps" not in rows[0]:
        raise BadInput(f"{path} has no column steps with something in it; name a run's folder or its stats.csv.")
    return {column: _column(rows, column) for column in rows[0] if column is not None}


def _column(rows, column):
    texts = [row[column] or "" for row in rows]
    try:
        return np.array([float(text) if text else np.nan for text in texts])
    except ValueError:
        return np.array(texts)


def _draw(axis, table, field, name, colour, run):
    column = "score_mean" if field == "score" else field
    if column not in table or table[column].dtype.kind != "f" or column == "steps":
        known = ", ".join(key for key in table if table[key].dtype.kind == "f" and key != "steps")
        raise BadInput(f'{run} has no numbers "{field}"; take some of: score, {known}.')
    phases = table.get("phase", np.full(len(table["steps"]), "test"))
    for phase in [each for each in PHASES if each in phases] or sorted(set(phases)):
        rows = (phases == phase) & np.isfinite(table[column])
        steps, values = table["steps"][rows], table[column][rows]
        if len(steps):
            label = f"{name}, {phase}" if "phase" in table else name
            axis.plot(steps, values, color=colour, label=label, **PHASES.get(phase, {}))
        if field == "score" and phase == "test" and "score_std" in table:
            spread = table["score_std"][rows]
            axis.fill_between(steps, values - spread, values + spread, color=colour, alpha=0.15, linewidth=0)
    at_random = table[column][(phases == "random") & np.isfinite(table[column])]
    if field == "score" and len(at_random):
        axis.axhline(at_random[0], color=colour, linestyle="--", linewidth=1, label=f"{name}, random play")


def _names(runs):
    """A run's folder, or the file's name where it is not a stats.csv; the longer way where these are the same."""
    paths = [Path(run).parent if Path(run).name == "stats.csv" else Path(run) for run in runs]
    short = [path.stem if path.suffix == ".csv" else path.name for path in paths]
    return short if len(set(short)) == len(short) else [str(path) for path in paths]


def _alt(tables, names, fields):
    """In words: which curves, and where the first one of each run ends."""
    words = []
    column = "score_mean" if fields[0] == "score" else fields[0]
    for table, name in zip(tables, names):
        values = table[column][np.isfinite(table[column])]
        if len(values):
            words.append(f"{name} goes from {values[0]:.3g} to {values[-1]:.3g} in {table['steps'].max():.0f} steps")
    return f"Curves of {', '.join(fields)} over the steps of training. {fields[0]}: {'; '.join(words)}."
