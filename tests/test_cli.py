"""The command line's manners: help, exit codes, one line for what a person can mend, JSON alone on standard output."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from workshop.__main__ import main
from workshop.links import device
from workshop.verbs import SUMMARIES, console


@pytest.fixture
def workshop(capsys):
    """Run a verb in this process: (exit code, standard output, standard error)."""

    def run(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:  # argparse's way out of --help
            code = end.code
        return Finished(code, *capsys.readouterr())

    return run


class Finished(NamedTuple):
    code: int
    out: str
    err: str


def one_line(finished):
    """The single line a refusal consists of; anything more, or a traceback, fails here."""
    assert finished.code == 2, finished
    assert finished.out == ""
    lines = finished.err.strip().splitlines()
    assert len(lines) == 1, finished.err
    return lines[0]


@pytest.fixture(scope="module")
def pong_run(tmp_path_factory):
    """A short real training run on Pong in a process of its own, used by all the tests that need an agent."""
    folder = tmp_path_factory.mktemp("run é") / "pong"
    house = Path(__file__).resolve().parents[1]
    process = subprocess.run(
        [sys.executable, "-m", "workshop", "train", "pong", "--steps", "160", "--seed", "3", "--out", folder, "--json"],
        env=os.environ | {"PYTHONPATH": str(house), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert process.returncode == 0, process.stderr
    return folder, json.loads(process.stdout)


@pytest.mark.parametrize("verb", SUMMARIES)
def test_every_verb_explains_itself_with_examples(verb, workshop):
    code, out, _ = workshop(verb, "--help")
    assert code == 0
    assert "examples:" in out
    assert f"python3 start.py {verb}" in out


def test_the_first_page_names_every_verb(workshop):
    code, out, _ = workshop("--help")
    assert code == 0
    assert all(verb in out for verb in SUMMARIES)


BAD_INPUT = [
    (["trian", "pong"], 'trian: there is no such verb. Did you mean "train"?'),
    (["train", "pnog"], 'Did you mean "pong"'),
    (["train", "pong", "--steps", "-5"], "-5 is too small"),
    (["train", "pong", "--steps", "0"], "0 is too small"),
    (["train", "pong", "--steps", "many"], '"many" is no whole number'),
    (["train", "pong", "--steps", "1e6"], '"1e6" is no whole number such as 20000'),
    (["train", "pong", "--seed", "-1"], "-1 is too small"),
    (["train", "pong", "--seed", "99999999999999999999"], "too large"),
    (["train", "pong", "--preset", ""], 'there is no preset ""'),
    (["train", "pong", "--from", "nonsense"], "there is no snapshot nonsense"),
    (["train", "Pendulum-v1"], "a DQN chooses among a few"),
    (["train", "pong", "--preset", "papr2015"], 'there is no preset "papr2015"'),
    (["train", "pong", "--preset", "classic"], "does not fit states of shape (84, 84)"),
    (["train", "CartPole-v1", "--preset", "session"], "does not fit states of shape (4,)"),
    (["train"], "GAME"),
    (["train", "pong", "--fast"], "--fast"),
    (["evaluate", "nowhere.npz"], "there is no snapshot nowhere.npz"),
    (["evaluate", __file__], "damaged or no snapshot"),
    (["evaluate", "workshop"], "is a folder"),
    (["evaluate", "nowhere.npz", "--epsilon", "1.5"], "no probability"),
    (["evaluate", "nowhere.npz", "--episodes", "0"], "0 is too small"),
]


@pytest.mark.parametrize(("words", "said"), BAD_INPUT, ids=[" ".join(words) for words, _ in BAD_INPUT])
def test_bad_input_gets_one_line_that_says_what_is_wrong(words, said, workshop, tmp_path):
    if words[0] == "train" and len(words) > 1:
        words = [*words, "--out", tmp_path / "run"]
    assert said in one_line(workshop(*words))


def test_an_empty_folder_name_is_refused(workshop):
    """What `--out "$UNSET"` comes to: it must not fill the folder one happens to stand in."""
    assert "an empty name" in one_line(workshop("train", "CartPole-v1", "--out", ""))


def test_a_preset_that_does_not_fit_does_not_spoil_the_folder(workshop, tmp_path):
    assert "does not fit states" in one_line(workshop("train", "CartPole-v1", "--preset", "session", "--out", tmp_path))
    code, _, err = workshop("train", "CartPole-v1", "--steps", 8, "--out", tmp_path)
    assert code == 0, err


@pytest.mark.skipif(device.gpu_available(), reason="there is a card on this machine")
def test_json_has_null_for_what_is_no_number(capsys):
    console.print_json({"best": float("nan"), "rows": [{"loss": float("inf"), "steps": 3}]})
    assert json.loads(capsys.readouterr().out) == {"best": None, "rows": [{"loss": None, "steps": 3}]}


def test_asking_for_a_card_that_is_not_there_is_refused(workshop, tmp_path):
    line = one_line(workshop("train", "pong", "--device", "gpu", "--out", tmp_path))
    assert "no NVIDIA card" in line and "--device cpu" in line


def test_a_folder_that_cannot_be_written_is_refused(workshop, tmp_path):
    """A file stands where the folder should be: as root, no permission would stop us."""
    (tmp_path / "taken").write_text("")
    line = one_line(workshop("train", "pong", "--out", tmp_path / "taken" / "run"))
    assert "cannot write" in line and "--out" in line


def test_a_run_leaves_its_folder_and_its_agent_can_be_judged(pong_run, workshop):
    folder, said = pong_run
    assert said["steps"] == 160 and said["folder"] == str(folder)
    assert {"best.npz", "config.json", "last", "stats.csv"} <= {path.name for path in folder.iterdir()}
    code, out, _ = workshop("evaluate", folder / "best.npz", "--episodes", 2, "--json", "--csv", folder / "scores.csv")
    assert code == 0
    score = json.loads(out)
    assert score["game"] == "pong" and score["games"] == len(score["scores"]) == 2
    assert -21 <= score["min"] <= score["mean"] <= score["max"] <= 21
    header, row = (folder / "scores.csv").read_text().splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["mean"] == str(score["mean"])


def test_scores_are_kept_when_whoever_reads_them_has_left(pong_run, tmp_path):
    """`evaluate ... --csv scores.csv | head -1`: minutes of play must not be lost with the second line."""
    nobody, pipe = os.pipe()
    os.close(nobody)
    words = ["evaluate", pong_run[0] / "best.npz", "--episodes", "1", "--csv", tmp_path / "scores.csv"]
    house = Path(__file__).resolve().parents[1]
    subprocess.run([sys.executable, "-m", "workshop", *words], cwd=house, stdout=pipe, stderr=subprocess.DEVNULL)
    os.close(pipe)
    assert len((tmp_path / "scores.csv").read_text().splitlines()) == 2


def test_scores_are_never_added_to_a_file_of_another_kind(pong_run, workshop, tmp_path):
    """A slip of the hand, `--csv best.npz`: refused before any game is played, and the agent is as it was."""
    folder, _ = pong_run
    before = (folder / "best.npz").read_bytes()
    line = one_line(workshop("evaluate", folder / "best.npz", "--csv", folder / "best.npz"))
    assert "something else than scores" in line
    assert (folder / "best.npz").read_bytes() == before
    assert "cannot write" in one_line(workshop("evaluate", folder / "best.npz", "--csv", tmp_path / "no" / "x.csv"))


def test_an_agent_with_a_damaged_byte_is_refused_in_one_line(pong_run, workshop, tmp_path):
    folder, _ = pong_run
    damaged = bytearray((folder / "best.npz").read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    (tmp_path / "agent.npz").write_bytes(damaged)
    assert "is damaged" in one_line(workshop("evaluate", tmp_path / "agent.npz"))
    assert "is damaged" in one_line(
        workshop("train", "pong", "--from", tmp_path / "agent.npz", "--out", tmp_path / "r")
    )


def test_an_agent_of_another_game_is_refused(pong_run, workshop, tmp_path):
    folder, _ = pong_run
    line = one_line(workshop("train", "breakout", "--from", folder / "best.npz", "--out", tmp_path / "run"))
    assert "is an agent for pong, not for breakout" in line


def test_a_folder_with_another_run_in_it_is_refused_and_left_alone(pong_run, workshop):
    folder, _ = pong_run
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    line = one_line(workshop("train", "pong", "--seed", 4, "--out", folder))
    assert "holds another run, with seed 3" in line
    assert before == {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
