"""filters: what a network's filters look at, as a page."""

import numpy as np
import pytest

from workshop.__main__ import main
from workshop.learning import networks, parts, presets, snapshot


@pytest.fixture
def agent(tmp_path):
    """A function that writes the snapshot of an untrained agent for a game. Random play loses Breakout soon."""

    def write(game, preset, actions, frame_shape):
        preset = presets.find(preset)
        network = networks.build(parts.reference(), preset.network, frame_shape, len(actions), np.random.default_rng(0))
        card = snapshot.card(
            game=game, actions=actions, frame_shape=frame_shape, preset=preset, seed=0, steps=0, wall_time=0,
            device="cpu", score=None,
        )  # fmt: skip
        snapshot.save(tmp_path / "agent.npz", network, card)
        return str(tmp_path / "agent.npz")

    return write


def test_a_snapshot_becomes_a_page_with_every_layer(agent, tmp_path, capsys):
    path = agent("breakout", "session", ["NOOP", "FIRE", "RIGHT", "LEFT"], (84, 84))
    assert main(["filters", path, "--out", str(tmp_path / "page.html"), "--epsilon", "1"]) == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "Layer 1: conv1" in page and "Layer 2: conv2" in page and "RIGHT" in page
    assert "48 filters in 2 layers" in capsys.readouterr().out


def test_an_agent_that_sees_no_pictures_has_no_filters(agent, capsys):
    path = agent("CartPole-v1", "classic", ["0", "1"], (4,))
    assert main(["filters", path]) == 2
    assert "no Convolution2D link" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words, line",
    [
        (["nowhere.npz"], "there is no snapshot nowhere.npz"),
        (["seaquest"], "no trained agent for seaquest"),
        (["pong", "--out", "nowhere/page.html"], "there is no folder"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_a_line(words, line, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["filters", *words]) == 2
    said = capsys.readouterr()
    assert line in said.err and said.err.count("\n") == 1
