"""A run's folder: it goes on exactly where it stopped, nothing in it is lost, and damage is noticed."""

import dataclasses
import errno
import os
from contextlib import closing

import chainer
import numpy as np
import pytest

from solutions import dqn
from tests.learning.small_runs import CPU, QUICK, TINY_PONG, train
from workshop.errors import BadInput
from workshop.learning import files, parts, presets, runs, snapshot, statistics
from workshop.learning.trainer import Moved, Trainer

SMALL = dataclasses.replace(QUICK, epoch_steps=100, test_games=1)


def config(preset=SMALL, game="CartPole-v1", seed=1, start_from=None):
    return runs.config(game=game, preset=preset, seed=seed, mine=False, start_from=start_from)


def sit(folder, steps, *, preset=SMALL, stop_at=None):
    """A sitting of a run: resume it if there is anything to resume, train, save and leave. Returns the trainer."""
    trainer = Trainer(dqn, preset, "CartPole-v1", seed=1, device=CPU)
    with closing(runs.Run(folder, config(preset))) as run:
        run.resume(trainer)
        for event in run.follow(trainer, steps):
            if stop_at and isinstance(event, Moved) and event.steps >= stop_at:
                run.checkpoint(trainer)
                break
    return trainer


def parameters(network):
    return {name: parameter.array.copy() for name, parameter in network.namedparams()}


def same(one, other):
    return all(np.array_equal(one[name], other[name]) for name in one)


def without_times(rows):
    return [{name: value for name, value in row.items() if name not in statistics.TIMES} for row in rows]


@pytest.mark.parametrize(("game", "preset", "steps"), [("pong", TINY_PONG, 120), ("CartPole-v1", QUICK, 1200)])
def test_a_run_that_was_interrupted_goes_on_exactly_where_it_stopped(game, preset, steps, tmp_path):
    """Stopped in the middle of an epoch, then resumed: parameters and statistics equal an undisturbed run's."""
    undisturbed, _ = train(preset, game=game, seed=5, steps=steps)

    first = Trainer(dqn, preset, game, seed=5, device=CPU)
    run = runs.Run(tmp_path, config(preset, game, seed=5))
    for event in run.follow(first, steps):
        if isinstance(event, Moved) and event.steps >= 0.6 * steps:
            break
    run.checkpoint(first)
    run.close()
    first.close()

    second = Trainer(dqn, preset, game, seed=5, device=CPU)
    run = runs.Run(tmp_path, config(preset, game, seed=5))
    assert run.resume(second)
    assert 0 < second.steps < steps
    for _ in run.follow(second, steps):
        pass
    second.close()
    assert same(parameters(second.agent.online), parameters(undisturbed.agent.online))
    assert same(parameters(second.agent.target), parameters(undisturbed.agent.target))
    assert same(parameters(second.agent.average), parameters(undisturbed.agent.average))
    best = snapshot.load(tmp_path / "best.npz").network(dqn, CPU)
    assert same(parameters(best), parameters(undisturbed.agent.tested))
    assert without_times(second.rows) == without_times(undisturbed.rows)
    assert statistics.read_csv(tmp_path / "stats.csv")[-1]["phase"] == "test"


def test_a_damaged_checkpoint_is_passed_over_for_the_one_before(tmp_path):
    """Half a file, as after a power cut: the run goes on from last.before and says nothing of a traceback."""
    sit(tmp_path, 200)
    arrays = tmp_path / "last" / "arrays.npz"
    arrays.write_bytes(arrays.read_bytes()[:1000])
    trainer = Trainer(dqn, SMALL, "CartPole-v1", seed=1, device=CPU)
    assert runs.Run(tmp_path, config()).resume(trainer)
    assert trainer.steps == 100


def test_a_flipped_byte_anywhere_in_a_file_is_noticed(tmp_path):
    """Whatever byte is hit, reading says so or gives back what was written: never a traceback, never other numbers."""
    rng = np.random.default_rng(0)
    arrays = {"a": rng.integers(0, 9, 500), "b": np.float32([1, 2, 3])}
    files.write_npz(tmp_path / "whole.npz", arrays)
    whole = (tmp_path / "whole.npz").read_bytes()
    for place in range(len(whole)):
        flipped = bytearray(whole)
        flipped[place] ^= 0x55
        (tmp_path / "flipped.npz").write_bytes(flipped)
        try:
            read = files.read_npz(tmp_path / "flipped.npz")
        except files.Damaged:
            continue
        assert all(np.array_equal(read.get(name, arrays[name]), arrays[name]) for name in arrays), place


def test_two_trainings_never_write_into_one_folder(tmp_path):
    """The second is refused in a line while the first is at work, and welcome afterwards."""
    first = runs.Run(tmp_path, config())
    with pytest.raises(BadInput, match="another training is at work"):
        runs.Run(tmp_path, config())
    first.close()
    runs.Run(tmp_path, config()).close()


def test_a_start_that_fails_leaves_nothing_that_stands_in_the_way_of_the_next(tmp_path):
    runs.Run(tmp_path, config(seed=1)).close()
    runs.Run(tmp_path, config(seed=2)).close()


def test_a_run_started_from_an_agent_is_not_gone_on_with_from_another(tmp_path):
    sit(tmp_path, 4, stop_at=4)
    with pytest.raises(BadInput, match="from None and not 'other.npz'"):
        runs.Run(tmp_path, config(start_from="other.npz"))


def test_runs_that_differ_have_folders_of_their_own_by_themselves():
    kinds = [{}, {"mine": True}, {"start_from": "/agents/early.npz"}, {"seed": 2}, {"preset": presets.SESSION}]
    plain = {"game": "ALE/Tetris-v5", "preset": SMALL, "seed": 1, "mine": False, "start_from": None}
    names = [runs.name(**plain | kind) for kind in kinds]
    assert len(set(names)) == len(names) and not any("/" in name for name in names)


def test_an_agent_kept_without_its_checkpoint_is_never_written_over(tmp_path):
    """Somebody deletes the bulky last/ and repeats the command: best.npz stays."""
    sit(tmp_path, 100)
    for name in ("last", "last.before"):
        (tmp_path / name).rename(tmp_path / f"gone {name}")
    best = (tmp_path / "best.npz").read_bytes()
    with pytest.raises(BadInput, match="without last/"):
        runs.Run(tmp_path, config())
    assert (tmp_path / "best.npz").read_bytes() == best


def test_a_full_disk_is_one_line_and_the_checkpoint_before_stays(tmp_path, monkeypatch):
    sit(tmp_path, 100)

    def full(path, arrays, *, level=1):
        path.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched, pytest.raises(BadInput, match="No space left on device"):
        patched.setattr(files, "write_npz", full)
        sit(tmp_path, 300)
    assert not (tmp_path / "last.new").exists(), "half a checkpoint only fills the disk"
    assert sit(tmp_path, 200).steps == 200


def test_statistics_that_a_spreadsheet_holds_open_do_not_end_a_training(tmp_path, monkeypatch):
    """As on Windows, where a file that another program shows cannot be replaced."""
    write = files.write_text

    def held(path, text):
        if path.name == "stats.csv":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        write(path, text)

    with monkeypatch.context() as patched:
        patched.setattr(files, "write_text", held)
        assert sit(tmp_path, 100).steps == 100
    rows = sit(tmp_path, 200).rows
    assert (tmp_path / "stats.csv").read_text() == statistics.to_csv(rows)


def test_a_checkpoint_of_another_version_is_refused_in_one_line(tmp_path):
    sit(tmp_path, 100)
    for name in ("last", "last.before"):
        path = tmp_path / name / "arrays.npz"
        files.write_npz(path, {"something": np.zeros(3)})
    with pytest.raises(BadInput, match="another version"):
        sit(tmp_path, 200)


def test_what_is_written_appears_whole_or_not_at_all(tmp_path):
    """A failure in the middle of writing leaves the old file, and nothing else behind."""
    path = tmp_path / "stats.csv"
    files.write_text(path, "old")
    with pytest.raises(RuntimeError), files.whole(path) as file:
        file.write(b"half of the new")
        raise RuntimeError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_one_lucky_test_does_not_make_the_best_agent_nor_a_good_past():
    """Compared is the mean of the last three tests, but never more than the last one."""
    tests = [1, 2, 9, 3, 7, 8, 1]
    rows = [{"phase": phase, "score_mean": score} for score in tests for phase in ("train", "test")]
    assert [runs.Run.standing(rows[: 2 * n]) for n in range(1, 8)] == pytest.approx([1, 1.5, 4, 3, 19 / 3, 6, 1])


def test_a_snapshot_carries_the_network_and_the_story_of_its_training(tmp_path):
    trainer, (_, ended) = train(QUICK, steps=600)
    run = runs.Run(tmp_path, config(QUICK))
    snapshot.save(tmp_path / "agent.npz", trainer.agent.online, run.card(trainer, ended.test))
    loaded = snapshot.load(tmp_path / "agent.npz")
    assert same(parameters(loaded.network(dqn, CPU)), parameters(trainer.agent.online))
    assert loaded.card["game"] == "CartPole-v1"
    assert loaded.card["steps"] == 600
    assert loaded.card["score"]["scores"] == ended.test["scores"]
    assert loaded.card["versions"]["chainer"] == chainer.__version__


def test_a_snapshot_that_does_not_fit_is_refused_with_the_reason(tmp_path):
    pong, breakout = dqn.QNetwork(6), dqn.QNetwork(4)
    card = snapshot.card(
        game="pong", actions=["noop"] * 6, frame_shape=(84, 84), preset=presets.SESSION, seed=1, steps=0, wall_time=0,
        device="@numpy", score=None,
    )  # fmt: skip
    path = tmp_path / "pong.npz"
    snapshot.save(path, pong, card)
    with pytest.raises(BadInput, match="out/W has shape"):
        snapshot.load(path).load_into(breakout)
    path.write_bytes(path.read_bytes()[:-500])
    with pytest.raises(BadInput, match="damaged"):
        snapshot.load(path)
    np.savez(tmp_path / "other.npz", a=1)
    with pytest.raises(BadInput, match="no card"):
        snapshot.load(tmp_path / "other.npz")
    with pytest.raises(BadInput, match="there is no snapshot"):
        snapshot.load(tmp_path / "missing.npz")
    (tmp_path / "text.npz").write_text("hello")
    with pytest.raises(BadInput, match="damaged or no snapshot"):
        snapshot.load(tmp_path / "text.npz")


ANSWERS = (parts.HOUSE / "solutions" / "dqn.py").read_text(encoding="utf-8")


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A house of one's own, to write a workshop/dqn.py in; the run's folder is "run" in it."""
    for name in ("workshop", "run"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(parts, "HOUSE", tmp_path)
    return tmp_path


def rehearsed(house, text, *, begun=False):
    (house / "workshop" / "dqn.py").write_text(text, encoding="utf-8")
    module = parts.mine(house / "run", begun=begun)
    trainer = Trainer(dqn, SMALL, "CartPole-v1", seed=1, device=CPU)
    with parts.blamed_on(module):
        parts.rehearse(module, SMALL, trainer.world, CPU)
    return module


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("def (", "SyntaxError: .* line {line}"),
        ("import nowhere_to_be_found", "ModuleNotFoundError: .* line {line}"),
        ("def td_targets(*a): return 1 / 0", "ZeroDivisionError: .* line {line}"),
    ],
)
def test_a_mistake_in_ones_own_dqn_is_named_at_once_and_can_be_mended(line, said, house):
    """Its line in workshop/dqn.py, before any game is played; once mended, the same command works."""
    number = len(ANSWERS.splitlines()) + 1
    with pytest.raises(BadInput, match=said.format(line=number)):
        rehearsed(house, ANSWERS + line)
    rehearsed(house, ANSWERS)


def test_an_exercise_not_written_is_named_before_any_game_is_played(house):
    stubs = ANSWERS + (
        '\n@exercise("3.8", "Targets", minutes=4, difficulty=2, core=True)\n'
        "def td_targets(rewards, next_q_values, terminals, gamma):\n    raise NotImplementedError\n"
    )
    with pytest.raises(BadInput, match=r"exercise 3.8 \(Targets\) is not written yet \(workshop/dqn.py, line"):
        rehearsed(house, stubs)


def test_a_run_keeps_the_code_it_began_with(house):
    rehearsed(house, ANSWERS)
    assert hasattr(rehearsed(house, "newer = True", begun=True), "td_targets")
