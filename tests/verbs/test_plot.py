"""plot: learning curves as a file."""

import pytest
from PIL import Image

from workshop.__main__ import main
from workshop.show.agents import AGENTS

STATS = str(AGENTS / "pong" / "stats.csv")


def test_a_run_becomes_a_picture_and_a_sentence(tmp_path, capsys):
    out = tmp_path / "curves.png"
    assert main(["plot", STATS, "--out", str(out)]) == 0
    assert Image.open(out).width > 1000
    assert "Curves of score, games, mean_max_q, loss" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words, line",
    [
        (["nowhere"], "cannot read nowhere"),
        ([STATS, "--fields", "sore"], 'has no numbers "sore"'),
        ([STATS, "--out", "curves.doc"], '"curves.doc" does not end in .png, .svg or .pdf'),
        ([STATS, "--out", "nowhere/curves.png"], "cannot write nowhere/curves.png"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_line(words, line, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["plot", *words]) == 2
    said = capsys.readouterr()
    assert line in said.err and said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
