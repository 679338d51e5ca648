"""The verb `run`: notebooks executed without a browser, in real kernels."""

import json

import pytest


def test_run_executes_a_notebook_with_the_reference_whatever_stands_in_the_stubs(course):
    course.write("rl", "def broken(:\n")
    code, said = course.json("run", "1", "--solutions")
    [run] = said["notebooks"]
    assert code == 0 and said["ok"] and run["error"] is None
    assert [(section["title"], section["planned_minutes"]) for section in run["sections"]] == [
        ("Opening", None), ("First", 6),
    ]  # fmt: skip
    assert 0 < sum(section["seconds"] for section in run["sections"]) <= run["seconds"] + 0.1
    copy = json.loads((course.folder / run["copy"]).read_text(encoding="utf-8"))
    printed = [output["text"] for cell in copy["cells"] for output in cell.get("outputs", [])]
    assert ["".join(text).strip() for text in printed] == ["1.2 fine", "1.4 fine", "1.7 fine", "1.8 fine"]
    assert not (course.folder / ".workshop").exists(), "what the reference passes is nobody's progress"


def test_run_stops_kindly_at_a_core_exercise_that_is_not_written(course):
    done = course.verb("run", "1")
    assert done.returncode == 1
    [line] = [line for line in done.stderr.splitlines() if line.startswith("run: ")]
    for part in ('cell "check-1-2" in "First"', "Exercise 1.2", "workshop/rl.py, line"):
        assert part in line
    assert "First  (planned: 6 min in the room)" in done.stdout and "Traceback" not in done.stderr


def test_run_says_in_a_line_which_notebooks_there_are(shared_course):
    done = shared_course.verb("run", "4")
    assert done.returncode == 2 and done.stderr == 'run: there is no notebook "4": they are 1, 2, 3.\n'


def replace_the_first_check(course, source):
    """Put other code in the place of the check of 1.2."""
    file = course.folder / "notebooks" / "1_reinforcement_learning.ipynb"
    book = json.loads(file.read_text(encoding="utf-8"))
    [cell] = [cell for cell in book["cells"] if cell["id"] == "check-1-2"]
    cell["source"] = source
    file.write_text(json.dumps(book), encoding="utf-8")


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("import os\nos._exit(0)", "the kernel died"),
        ("import sys\nsys.exit(3)", "SystemExit: 3"),
        ("np.zeros(2) @ np.zeros(3)", "ValueError: matmul"),
    ],
)
def test_run_says_in_a_line_which_cell_ended_the_notebook_and_how(course, cell, said):
    replace_the_first_check(course, cell)
    done = course.verb("run", "1", "--solutions")
    assert done.returncode == 1, done.stderr
    [line] = [line for line in done.stderr.splitlines() if line.startswith("run: ")]
    assert f'cell "check-1-2" in "First": {said}' in line
    assert "Traceback" not in done.stdout + done.stderr and len(done.stderr.splitlines()) < 6
    assert "(stopped early)" in done.stdout


def test_run_says_in_a_line_that_no_kernel_starts(course, tmp_path, monkeypatch):
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "end.py").write_text("import os\nos._exit(1)\n")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    done = course.verb("run", "1", "--solutions")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    [line] = [line for line in done.stderr.splitlines() if line.startswith("run: ")]
    assert "stopped: before its first cell: no kernel starts" in line
