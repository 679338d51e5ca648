"""bench compares like with like: the same losses from the same weights, or no figures at all."""

import json

import chainer
import numpy as np
import pytest

from workshop.__main__ import main
from workshop.bench import against, memory
from workshop.bench.measuring import figure
from workshop.errors import BadInput


@pytest.fixture(scope="module")
def task(tmp_path_factory):
    return against.write_task(tmp_path_factory.mktemp("task") / "task.npz")


def test_ours_and_plain_chainer_say_the_same_losses_update_after_update(task, capsys):
    with against.Contestant("ours", None, task) as ours, against.Contestant("chainer", None, task) as chainers:
        against.check([ours, chainers])
        said = ours.turn("update-rmsprop", 1)["said"], chainers.turn("update-rmsprop", 1)["said"]
    assert "2 contestants say the same losses" in capsys.readouterr().err
    assert len(set(said[0])) == 3  # it learns
    np.testing.assert_allclose(*said, rtol=1e-4)


def test_a_contestant_that_computes_something_else_is_turned_away(task, tmp_path):
    changed = dict(np.load(task))
    changed["target.out.b"] += 1
    np.savez(tmp_path / "changed.npz", **changed)
    with (
        against.Contestant("ours", None, task) as ours,
        against.Contestant("chainer", None, tmp_path / "changed.npz") as other,
        pytest.raises(BadInput, match="plain Chainer does not compute the same"),
    ):
        against.check([ours, other])


def test_a_contestant_that_ends_is_one_line_with_its_last_words(tmp_path):
    with pytest.raises(BadInput, match=r"plain Chainer ended: .*nowhere\.npz") as caught:
        against.Contestant("chainer", None, tmp_path / "nowhere.npz")
    assert "\n" not in str(caught.value)


def test_rivals_that_cannot_be_fetched_are_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(against, "ENVIRONMENT", tmp_path / "env")
    monkeypatch.setenv("UV_OFFLINE", "1")
    monkeypatch.setenv("UV_CACHE_DIR", str(tmp_path / "cache"))
    with pytest.raises(BadInput, match="cannot be installed .*is there a network?") as caught:
        against.install(["stable-baselines3==2.9.2"])
    assert "\n" not in str(caught.value)


def test_a_rival_nobody_knows_is_refused_with_the_names_there_are(capsys):
    assert main(["bench", "--against", "torch,tensorflow"]) == 2
    assert "tensorflow" in (line := capsys.readouterr().err) and "torch, sb3, chainer" in line


def test_a_figure_has_its_median_its_middle_half_and_its_best():
    times, rates = figure("a", [4, 1, 2, 3, 5], "ms"), figure("b", [10, 30, 20], "steps/s")
    assert (times.median, times.low, times.high, times.best) == (3, 2, 4, 1)
    assert (rates.median, rates.best) == (20, 30)
    assert times.times_as_quick(figure("slower", [6], "ms"), "median") == 2
    assert rates.times_as_quick(figure("slower", [10], "steps/s"), "median") == 2
    assert json.dumps(times.line())


def test_a_replay_is_filled_with_games_and_weighed():
    figures = memory.main(chainer.get_device("@numpy"), size=800)
    assert [each.unit for each in figures] == ["MB", "MB", "MB", "ms"]
    assert figures[2].median < 20  # so few weigh less than what else comes and goes
