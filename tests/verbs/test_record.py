"""record: one game of an agent as a file."""

import pytest
from PIL import Image

from workshop.__main__ import main
from workshop.show.agents import AGENTS

BEST = str(AGENTS / "pong" / "best.npz")


def test_a_snapshot_becomes_a_film(tmp_path, capsys):
    out = tmp_path / "é.gif"
    assert main(["record", BEST, "--out", str(out), "--seconds", "2"]) == 0
    film = Image.open(out)
    assert film.is_animated and film.size == (320, 420)
    assert out.stat().st_size < 40_000
    assert "2 seconds of pong" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words, line",
    [
        (["nowhere.npz"], "there is no snapshot nowhere.npz"),
        ([BEST, "--out", "film.avi"], '"film.avi" does not end in .gif, .webp or .mp4'),
        ([BEST, "--out", "nowhere/film.gif"], "there is no folder"),
        ([BEST, "--seconds", "0"], "0 is too small"),
    ],
)
def test_what_cannot_be_recorded_is_refused_in_a_line(words, line, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["record", *words]) == 2
    said = capsys.readouterr()
    assert line in said.err and said.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
