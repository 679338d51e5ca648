"""A training started from a notebook is a process of its own: it outlives the kernel, is found, stops, goes on."""

import os
import subprocess
import sys
import time

import pytest

from workshop.errors import BadInput
from workshop.exercise import HOUSE
from workshop.learning import files, progress
from workshop.show import background

START = "from workshop.show.background import train; train('CartPole-v1', steps=10_000_000, out={!r})"


def until(what, seconds=90):
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def told(folder, name):
    return (progress.read(folder) or {}).get(name)


@pytest.fixture
def run(tmp_path):
    """The folder of a training that a kernel, ended since, has started."""
    folder = tmp_path / "run"
    environ = os.environ | {"PYTHONPATH": str(HOUSE)}
    subprocess.run([sys.executable, "-c", START.format(str(folder))], env=environ, check=True, timeout=60)
    yield folder
    progress.stop_all(tmp_path)


def test_it_outlives_whoever_started_it_is_found_at_work_stops_when_asked_and_goes_on(run):
    until(lambda: told(run, "updates"))
    lines = len((run / "train.log").read_text(encoding="utf-8").splitlines())
    training = background.train("CartPole-v1", steps=10_000_000, out=run)
    assert training.running
    assert len((run / "train.log").read_text(encoding="utf-8").splitlines()) == lines, "a second one was started"

    training.stop()
    until(lambda: not training.running)
    stopped_at = told(run, "steps")
    assert told(run, "state") == "stopped" and (run / "last").is_dir()

    training.resume()
    assert training.running
    until(lambda: told(run, "updates") and told(run, "steps") > stopped_at)
    assert f"going on from step {stopped_at}" in (run / "train.log").read_text(encoding="utf-8")


def test_a_game_that_does_not_exist_is_refused_in_the_cell(tmp_path):
    with pytest.raises(BadInput, match="there is no game"):
        background.train("pnog", out=tmp_path)


def test_own_code_that_has_changed_since_is_a_new_run(tmp_path, monkeypatch):
    """Unchanged it goes on; a run that has learned keeps the code it began with."""
    monkeypatch.setenv(progress.REHEARSAL, str(tmp_path / "runs"))
    monkeypatch.setattr(background, "HOUSE", tmp_path)
    started = []
    monkeypatch.setattr(background, "_start", lambda folder, words, steps: started.append(folder))
    (tmp_path / "workshop").mkdir()
    own = tmp_path / "workshop" / "dqn.py"
    own.write_text("first = True")
    first = background.train("CartPole-v1", mine=True).folder
    (first / "last").mkdir(parents=True)
    (first / "dqn.py").write_text("first = True")
    assert background.train("CartPole-v1", mine=True).folder == first
    own.write_text("second = True")
    assert background.train("CartPole-v1", mine=True).folder == first.with_name(f"{first.name}-2")
    monkeypatch.setenv("WORKSHOP_ADOPT", "3.8")
    own.write_text("first = True")
    assert background.train("CartPole-v1", mine=True).folder != first, "what is adopted since is other code, too"
    (first / "adopted.json").write_text('["3.8", "3.9"]')
    assert background.train("CartPole-v1", mine=True).folder == first, "a new kernel has forgotten 3.9"
    assert len(started) == 5


def test_own_code_mended_while_the_first_games_are_played_is_a_new_run_and_the_old_one_is_stopped(
    tmp_path, monkeypatch
):
    monkeypatch.setenv(progress.REHEARSAL, str(tmp_path / "runs"))
    monkeypatch.setattr(background, "HOUSE", tmp_path)
    monkeypatch.setattr(background, "_start", lambda folder, words, steps: None)
    (tmp_path / "workshop").mkdir()
    own = tmp_path / "workshop" / "dqn.py"
    own.write_text("first = True")
    first = background.train("CartPole-v1", mine=True).folder
    first.mkdir(parents=True)
    (first / "dqn.py").write_text("first = True")
    progress.announce(first, [], 800)
    assert background.train("CartPole-v1", mine=True).folder == first
    own.write_text("second = True")
    assert background.train("CartPole-v1", mine=True).folder != first
    assert (first / "stop").exists()


def test_a_stop_meant_for_a_training_that_is_no_more_does_not_stop_the_next(tmp_path):
    progress.announce(tmp_path, [], 800)
    (tmp_path / "stop").touch()
    progress.announce(tmp_path, [], 800)  # the process that was about to begin: the wish is meant for it
    assert (tmp_path / "stop").exists()
    files.write_text(tmp_path / "progress.json", '{"state": "learning"}')  # as one that was killed leaves it
    progress.announce(tmp_path, [], 800)
    assert not (tmp_path / "stop").exists()


def test_where_nobody_watches_a_training_is_cut_short(tmp_path, monkeypatch):
    monkeypatch.setenv(progress.REHEARSAL, str(tmp_path))
    monkeypatch.setattr(background, "_start", lambda folder, words, steps: words.append(steps) or asked.append(words))
    asked = []
    assert background.train("pong").folder.parent == tmp_path
    assert asked[0][-1] == background.A_FEW
