"""The small curves of a dashboard: score, max Q and loss so far, drawn again every few seconds, so drawn quickly."""

import base64
import io

import numpy as np
from matplotlib.figure import Figure

from workshop.learning import progress, statistics


def rows(folder):
    """The rows of a run's stats.csv; none where there is none yet."""
    try:
        return statistics.read_csv(folder / "stats.csv")
    except (OSError, ValueError):
        return []


def of_run(folder):
    """An <img> of a run's curves as HTML; None where there is nothing to draw yet."""
    told, tests = progress.read(folder), [row for row in rows(folder) if row["phase"] != "train"]
    if told is None or not (told["scores"] or tests):
        return None
    drawing = Figure(figsize=(7.2, 2.0), dpi=100)
    score, max_q, loss = drawing.subplots(1, 3)
    drawing.subplots_adjust(left=0.06, right=0.98, bottom=0.13, top=0.88, wspace=0.3)
    steps = [row["steps"] for row in tests]
    score.plot(*_points(told["scores"]), ".", color="#bbb", markersize=3)
    score.plot(steps, [row["score_mean"] for row in tests], "o-", markersize=3)
    max_q.plot(steps, [row["mean_max_q"] for row in tests], "o-", markersize=3, color="#2a7")
    loss.plot(*_points(told["losses"]), linewidth=0.7, color="#a55")
    for ax, title in ((score, "score (line: tests)"), (max_q, "max Q on held-out states"), (loss, "loss")):
        ax.set_title(title, fontsize=8)
        ax.tick_params(labelsize=7)
        ax.set_xlim(0, max(1, told["steps"]))
        ax.locator_params(nbins=4)
        ax.xaxis.set_major_formatter(lambda step, _: f"{step / 1000:g}k" if step else "0")
    return _image(drawing, f"Score, max Q and loss of {folder.name} up to step {told['steps']:,}.")


def _points(points):
    """x and y of [[x, y]], also of none."""
    return np.reshape(points, (-1, 2)).T


def _image(drawing, alt):
    png = io.BytesIO()
    drawing.savefig(png, format="png", pil_kwargs={"compress_level": 1})
    source = base64.b64encode(png.getvalue()).decode()
    return f'<img src="data:image/png;base64,{source}" alt="{alt}" style="width: 720px; max-width: 100%">'
