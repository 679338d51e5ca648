"""Learning curves: what stats.csv says, several runs at once, any column, and in words."""

import matplotlib.pyplot as plt
import pytest

from workshop.errors import BadInput
from workshop.learning import statistics
from workshop.show import plots


@pytest.fixture
def run(tmp_path):
    """A function that writes a run of that name, its test score growing by `growth` an epoch: returns its folder."""

    def write(name, growth):
        rest = {"updates": 5, "loss": 0.1, "mean_max_q": 1.0, "epsilon": 0.5, "seconds": 3.0}
        rows = [
            statistics.row(phase, epoch, steps=1000 * epoch, score=score | {"games": 4, "std": 1.0}, **rest)
            for phase, epoch, score in [("random", 0, {"mean": -20.0})]
            + [(phase, epoch, {"mean": growth * epoch}) for epoch in (1, 2, 3) for phase in ("train", "test")]
        ]
        (tmp_path / name).mkdir()
        (tmp_path / name / "stats.csv").write_text(statistics.to_csv(rows))
        return tmp_path / name

    yield write
    plt.close("all")


def test_score_shows_training_test_and_random_play(run):
    figure, _ = plots.curves(run("a", 2.0))
    lines = {line.get_label(): list(line.get_ydata()) for line in figure.axes[0].get_lines()}
    assert lines == {"a, train": [2, 4, 6], "a, test": [2, 4, 6], "a, random play": [-20, -20]}
    assert [axis.get_title() for axis in figure.axes[1:]] == ["games ended", "mean max Q, held-out states", "loss"]


def test_several_runs_lie_on_top_of_each_other_in_colours_of_their_own(run):
    figure, alt = plots.curves(run("a", 2.0), run("b", 1.0) / "stats.csv", fields=["score"])
    colours = {line.get_label(): line.get_color() for line in figure.axes[0].get_lines()}
    assert colours["a, test"] == "C0" and colours["b, test"] == "C1"
    assert "a goes from -20 to 6" in alt and "b goes from -20 to 3" in alt


def test_any_column_can_be_drawn_of_any_table_with_steps(tmp_path):
    (tmp_path / "other.csv").write_text("steps,speed\n1,10\n2,\n3,30\n")
    figure, _ = plots.curves(tmp_path / "other.csv", fields=["speed"])
    assert [list(line.get_ydata()) for line in figure.axes[0].get_lines()] == [[10, 30]]
    plt.close(figure)


@pytest.mark.parametrize(
    "text, fields, line",
    [
        (None, ["score"], "cannot read"),
        ("a,b\n1,2\n", ["score"], "has no column steps"),
        ("", ["score"], "has no column steps"),
        ("steps,speed\n1,2\n", ["sped"], 'has no numbers "sped"; take some of: score, speed'),
        ("steps,who\n1,me\n", ["who"], 'has no numbers "who"'),
    ],
)
def test_what_is_no_table_or_lacks_a_field_is_refused_in_a_line(text, fields, line, tmp_path):
    if text is not None:
        (tmp_path / "x.csv").write_text(text)
    with pytest.raises(BadInput, match=line):
        plots.curves(tmp_path / "x.csv", fields=fields)
    plt.close("all")


def test_a_snapshot_instead_of_a_table_is_refused_in_a_line(tmp_path):
    (tmp_path / "best.npz").write_bytes(bytes(range(256)))
    with pytest.raises(BadInput, match="is not a CSV file"):
        plots.curves(tmp_path / "best.npz")
