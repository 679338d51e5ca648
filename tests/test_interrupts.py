"""Training, stopped in every way a person or a machine may: what was learned is saved, and it goes on from there."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these signals, and terminals made by a program, are POSIX's")

HOUSE = Path(__file__).resolve().parents[1]
ENVIRON = os.environ | {"PYTHONPATH": str(HOUSE), "PYTHONUTF8": "1"}


def command(folder, steps=10_000_000):
    return [
        sys.executable, "-m", "workshop", "train", "CartPole-v1", "--steps", str(steps), "--out", str(folder), "--json",
    ]  # fmt: skip


@contextlib.contextmanager
def training(folder, **options):
    """A real training without an end, in a process of its own, that has written its first checkpoint."""
    process = subprocess.Popen(command(folder), env=ENVIRON, encoding="utf-8", preexec_fn=_hear_ctrl_c, **options)
    try:
        wait_for_a_checkpoint(folder, process.poll)
        yield process
    finally:
        process.kill()
        process.wait()


def _hear_ctrl_c():
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs, and what they start, are deaf to it


def wait_for_a_checkpoint(folder, ended=lambda: None):
    deadline = time.monotonic() + 120
    while not (folder / "last" / "values.json").exists():
        assert ended() is None, "training ended by itself"
        assert time.monotonic() < deadline, "no checkpoint in two minutes"
        time.sleep(0.05)


def saved_steps(folder):
    return json.loads((folder / "last" / "values.json").read_text(encoding="utf-8"))["steps"]


def pipes():
    return {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}


@pytest.mark.parametrize("presses", [1, 2], ids=["once", "twice quickly"])
def test_ctrl_c_saves_says_so_and_the_same_command_goes_on(presses, tmp_path):
    with training(tmp_path, **pipes()) as process:
        for _ in range(presses):
            process.send_signal(signal.SIGINT)
            time.sleep(0.1)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    stopped = json.loads(out)["steps"]
    assert f"stopped at step {stopped}" in err
    assert saved_steps(tmp_path) == stopped
    again = subprocess.run(command(tmp_path, stopped + 8), env=ENVIRON, capture_output=True, encoding="utf-8")
    assert again.returncode == 0, again.stderr
    assert f"going on from step {stopped}" in again.stderr
    assert f"{stopped}/{stopped + 8} [00:00<?" in again.stderr, "the bar counts earlier sittings into this one's speed"
    assert json.loads(again.stdout)["steps"] >= stopped + 8


def test_ctrl_c_while_python_still_starts_is_one_line():
    """start.py holds it back over its last moment and the verb's first; here it is pressed in between."""

    def pressed():
        _hear_ctrl_c()
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        os.kill(os.getpid(), signal.SIGINT)

    words = [sys.executable, "-m", "workshop", "doctor"]
    ended = subprocess.run(words, env=ENVIRON, capture_output=True, encoding="utf-8", preexec_fn=pressed)
    assert (ended.returncode, ended.stdout, ended.stderr.split("\n")[1:]) == (130, "", ["doctor: interrupted.", ""])


def test_a_training_that_was_killed_goes_on_from_its_last_checkpoint(tmp_path):
    with training(tmp_path, **pipes()) as process:
        process.kill()
        process.wait()
    steps = saved_steps(tmp_path)
    again = subprocess.run(command(tmp_path, steps + 8), env=ENVIRON, capture_output=True, encoding="utf-8")
    assert again.returncode == 0, again.stderr
    assert f"going on from step {steps}" in again.stderr


def test_a_closed_terminal_saves_what_was_learned(tmp_path):
    import pty

    child, terminal = pty.fork()
    if child == 0:
        _hear_ctrl_c()
        os.execve(sys.executable, command(tmp_path), ENVIRON)
    _read_until_a_checkpoint(terminal, tmp_path)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130


def _read_until_a_checkpoint(terminal, folder):
    """What nobody reads would fill the terminal and stop who writes to it."""
    os.set_blocking(terminal, False)
    deadline = time.monotonic() + 120
    while not (folder / "last" / "values.json").exists():
        assert time.monotonic() < deadline, "no checkpoint in two minutes"
        with contextlib.suppress(BlockingIOError):
            os.read(terminal, 10_000)
        time.sleep(0.05)


def test_a_reader_that_leaves_stops_the_training_and_nothing_is_lost(tmp_path):
    """`train pong 2>&1 | head`: no traceback into the void, and a checkpoint of where it was."""
    with training(tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        process.stdout.close()
        assert process.wait(60) == 130


def test_a_second_training_into_the_same_folder_is_refused_in_one_line(tmp_path):
    with training(tmp_path, **pipes()):
        second = subprocess.run(command(tmp_path), env=ENVIRON, capture_output=True, encoding="utf-8")
    assert second.returncode == 2
    assert len(second.stderr.strip().splitlines()) == 1
    assert "another training is at work" in second.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_result_that_no_longer_fits_on_the_disk_is_one_line():
    """`check 1.1 --json > file` on a full disk."""
    with open("/dev/full", "w") as full:
        words = [sys.executable, "-m", "workshop", "check", "1.1", "--solutions", "--json"]
        ended = subprocess.run(words, env=ENVIRON, stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert ended.returncode == 2
    assert ended.stderr.splitlines()[-1] == "check: the disk is full. Make room and run it again."
    assert "Traceback" not in ended.stderr
