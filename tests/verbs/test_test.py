"""test hands its words to pytest, from wherever one stands."""

import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
TESTS = """
import os

def test_right(): assert 1 + 1 == 2
def test_wrong(): assert 1 + 1 == 3
def test_house(): assert os.path.exists("start.py")
"""


def run(folder, *words):
    """The verb in that folder: (exit code, pytest's last line)."""
    (folder / "test_sums.py").write_text(TESTS)
    ran = subprocess.run(
        [sys.executable, "-m", "workshop", "test", *words],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        capture_output=True,
        encoding="utf-8",
    )
    return ran.returncode, ran.stdout.strip().splitlines()[-1]


def test_a_file_is_found_where_one_stands_and_runs_where_the_tests_are_at_home(tmp_path):
    code, last = run(tmp_path, "test_sums.py", "-q", "-k", "not wrong")
    assert code == 0 and last.startswith("2 passed")


def test_one_test_of_a_file_can_be_named(tmp_path):
    code, last = run(tmp_path, "test_sums.py::test_right", "-q")
    assert code == 0 and last.startswith("1 passed")


def test_options_arrive_and_a_failing_test_is_exit_code_1(tmp_path):
    code, last = run(tmp_path, "-q", str(tmp_path / "test_sums.py"), "-k", "wrong")
    assert code == 1 and last.startswith("1 failed")


def test_without_a_word_the_tests_are_run_in_two_processes(tmp_path):
    few = tmp_path / "test_few.py"  # stands for all
    few.write_text("import os\n\ndef test(): assert os.environ['PYTEST_XDIST_WORKER_COUNT'] == '2'")
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}
    ran = subprocess.run(
        [sys.executable, "-m", "workshop", "test"],
        cwd=HOUSE,
        env=outside | {"PYTEST_ADDOPTS": few.as_posix()},
        capture_output=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0 and "1 passed" in ran.stdout, ran.stdout + ran.stderr
