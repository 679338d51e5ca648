"""The course in a real Jupyter kernel: friendly errors, edits picked up, hints, adopting, the board.

Cells run as JupyterLab runs them, in a copy of the course with three tiny notebooks.
"""

import json
import queue
import re

import pytest
from jupyter_client import KernelManager

SETUP = """
import sys
sys.path.insert(0, "..")
import numpy as np
import workshop
from workshop import course, {0}
course.begin({1})
"""
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class Kernel:
    """A kernel in a course's notebooks/ folder."""

    def __init__(self, folder, module, number):
        self.manager = KernelManager(kernel_name="python3")
        self.manager.start_kernel(cwd=str(folder / "notebooks"), extra_arguments=["--log-level=ERROR"])
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)
        assert self.run(SETUP.format(module, number)) == ""

    def run(self, code):
        """Run a cell. Returns what it showed: printed text, plain text of displays, the error as it is drawn."""
        asked = self.client.execute(code)
        shown = []
        while True:
            try:
                message = self.client.get_iopub_msg(timeout=60)
            except queue.Empty:
                raise AssertionError(f"no end of: {code}") from None
            if message["parent_header"].get("msg_id") != asked:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "stream":
                shown.append(content["text"])
            elif kind in ("display_data", "execute_result", "update_display_data"):
                shown.append(content["data"]["text/plain"])
                self.rich = content["data"]
            elif kind == "error":
                shown.append("\n".join(content["traceback"]))
            elif kind == "status" and content["execution_state"] == "idle":
                return COLOURS.sub("", "".join(shown))

    def end(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def kernel(shared_course):
    """A kernel for notebook 1, its setup cell run. Each test below has exercises of its own."""
    kernel = Kernel(shared_course.folder, "rl", 1)
    yield kernel
    kernel.end()


def check_cell(course, id):
    """The text of an exercise's check cell."""
    for file in (course.folder / "notebooks").glob("*.ipynb"):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            if id in cell["metadata"]["tags"]:
                return cell["source"]


def progress(course):
    """What the course remembers."""
    return json.loads((course.folder / ".workshop" / "progress.json").read_text())


def test_a_lesson_from_the_first_error_to_the_board(shared_course, kernel):
    """Unwritten, wrong, a slip of the pen, right: each is said, and the board follows."""
    course, check = shared_course, check_cell(shared_course, "1.2")
    shown = kernel.run(check)
    assert "1.2 · The discounted return" in shown and "workshop/rl.py, line" in shown and "Traceback" not in shown
    assert "0 of" in kernel.run("course.progress()")
    assert "text/html" in kernel.rich

    course.fill_in("discounted_return", "return 42.0")
    assert "Expected 3, got 42.0." in kernel.run(check)
    course.write("rl", course.read("rl").replace("return 42.0", "return 42.0)"))
    shown = kernel.run(check)
    assert "workshop/rl.py, line" in shown and "unmatched ')'" in shown and "nothing was checked" in shown
    assert "Expected 3" not in shown and "fine" not in shown, "the version before the slip is not judged"
    shown = kernel.run("print(rl.discounted_return([1], 1))")
    assert "stays in use" in shown and "42.0" in shown, "other cells go on with it"
    course.write("rl", course.read("rl").replace("return 42.0)", "return 3.0"))
    shown = kernel.run(check)
    assert "1.2 fine" in shown and "nothing was checked" not in shown
    assert re.search(r"1\.2 .*passed", shown), "the board on the screen follows by itself"
    assert progress(course)["1.2"] == {"check": "passed"}


@pytest.fixture
def own_kernel(course):
    """A kernel for notebook 1 in a copy that belongs to one test."""
    kernel = Kernel(course.folder, "rl", 1)
    yield kernel
    kernel.end()


def test_a_failed_check_is_drawn_in_a_few_lines_without_the_other_checks(course, own_kernel):
    """The check's own words; or the error with the lines of the check and of the answer that lead to it."""
    check = check_cell(course, "1.7")
    course.fill_in("q_target", "return wanted(reward)")
    course.write("rl", course.read("rl") + "\n\ndef wanted(r):\n    return 2.0\n")
    assert own_kernel.run(check).splitlines() == [
        "Exercise 1.7 · The target of Q-learning: the check says no.",
        "    Expected 3, got 2.0.",
        '    a hint  course.hint("1.7")',
    ]
    course.write("rl", course.read("rl").replace("return 2.0", "return np.linalg.inv(r)"))
    shown = own_kernel.run(check).splitlines()
    assert shown[0] == "Exercise 1.7 · The target of Q-learning: an error on the way."
    assert [line.split() for line in shown[1:4]] == [
        "this cell, line 1 value = rl.q_target(1, np.array([2.0, 4.0]), 0.5, False)".split(),
        f"{place(course, 'return wanted(')} return wanted(reward)".split(),
        f"{place(course, 'return np.linalg')} return np.linalg.inv(r)".split(),
    ]
    assert "LinAlgError: 0-dimensional array given" in shown[4] and len(shown) == 6
    course.write("rl", course.read("rl").replace("return np.linalg.inv(r)", "return wanted(r) or place(r)"))
    course.write("rl", course.read("rl") + "\n\ndef place(r):\n    return wanted(r)\n")
    shown = own_kernel.run(check)
    assert "RecursionError" in shown and len(shown.splitlines()) < 12
    assert "Traceback" in own_kernel.run("1 / 0"), "other cells' errors are drawn as everywhere"


def place(course, text):
    """As in "workshop/rl.py, line 41": where a line stands in the attendee's file."""
    lines = course.read("rl").splitlines()
    return f"workshop/rl.py, line {next(n for n, line in enumerate(lines, 1) if text in line)}"


def test_a_check_that_the_reference_passes_says_so(course, own_kernel):
    own_kernel.run('course.adopt("1.7")')
    shown = own_kernel.run(check_cell(course, "1.7"))
    assert "1.7 fine" in shown and "This was the reference" in shown


def test_a_check_names_the_functions_that_are_missing(course):
    kernel = Kernel(course.folder, "nets", 2)
    try:
        shown = kernel.run(check_cell(course, "2.8"))  # the tiny notebook's check asks for one of the six
        assert "Not yet written, so the reference's: relu." in shown
    finally:
        kernel.end()


def test_adopting_reaches_the_notebook_and_ones_own_other_functions_and_survives_edits(shared_course, kernel):
    course, check = shared_course, check_cell(shared_course, "1.8")
    course.fill_in("q_learning_update", "return q_target(reward, q[next_state], gamma, terminal) - q[state, action]")
    assert "1.7" in kernel.run(check)
    assert "1.7 now uses the reference" in kernel.run('course.adopt("1.7")')
    assert "1.8 fine" in kernel.run(check)
    course.write("rl", course.read("rl") + "\n\ndef extra():\n    return 'new'\n")
    assert "1.8 fine" in kernel.run(check) and "new" in kernel.run("print(rl.extra())")
    assert "1.7" not in progress(course), "adopted for this kernel only, and not a pass"
    assert "your workshop/rl.py again" in kernel.run('course.unadopt("1.7")')
    assert "not written yet" in kernel.run(check)


def test_catching_up_leaves_alone_what_has_passed(shared_course, kernel):
    shared_course.fill_in("epsilon_greedy", "return 7")
    (shared_course.folder / ".workshop").mkdir(exist_ok=True)
    facts = '{"1.6": {"check": "passed"}}'
    (shared_course.folder / ".workshop" / "progress.json").write_text(facts)
    shown = kernel.run('course.catch_up("1.7")')
    assert "1.1, 1.2, 1.3, 1.4, 1.5, 1.7 now use the reference" in shown and "Yours stay: 1.6." in shown
    shown = kernel.run("print(rl.epsilon_greedy([0, 1], 0, None), rl.q_target(1, [2], 0.5, False))")
    assert shown == "7 2.0\n"
    for id in ("1.1", "1.2", "1.3", "1.4", "1.5", "1.7"):
        kernel.run(f'course.unadopt("{id}")')


def test_a_stretch_exercise_runs_on_the_reference_and_does_not_count_as_passed(shared_course, kernel):
    shown = kernel.run("print(rl.td_error(1, 5, 10, 0.5, False))\nprint(rl.td_error(1, 5, 10, 0.5, False))")
    assert shown.count("1.4") == 1 and shown.count("1.0") == 2
    assert "This was the reference" in kernel.run(check_cell(shared_course, "1.4"))
    assert "1.4" not in progress(shared_course)


def test_edits_reach_classes_and_objects_made_before(shared_course, kernel):
    course = shared_course
    counter = "\n\nclass Counter:\n    n = 1\n    def count(self):\n        return self.n\n"
    course.write("dqn", course.read("dqn") + counter)
    assert kernel.run("from workshop import dqn\ncounter = dqn.Counter()\nprint(counter.count())") == "1\n"
    course.write("dqn", course.read("dqn").replace("return self.n\n", "return self.n + 10\n"))
    assert kernel.run("print(counter.count(), isinstance(counter, dqn.Counter))") == "11 True\n"
    assert "not written yet" in kernel.run("dqn.FrameStack()")
    course.write("dqn", course.read("dqn").replace("        raise NotImplementedError\n", "        return None\n"))
    assert kernel.run("print(type(dqn.FrameStack()).__name__)").startswith("FrameStack\n")


def test_help_in_the_notebook(shared_course, kernel):
    """Hints one at a time, the reference behind a fold, the clock, and one line for an id that does not exist."""
    first, second, third, fourth = (kernel.run('course.hint("1.2")') for _ in range(4))
    assert [len(re.findall(r"^\d\. ", said, re.MULTILINE)) for said in (first, second, third)] == [1, 2, 3]
    assert "reveal" in third and fourth == third
    kernel.run('course.reveal("1.2")')
    assert "<details>" in kernel.rich["text/html"] and "discounted_return" in kernel.rich["text/plain"]
    assert "R_0" not in kernel.rich["text/plain"], "the docstring is in the stub already"
    colours = re.findall(r"background: ?([^;]+)", kernel.rich["text/html"])
    assert "<pre style" in kernel.rich["text/html"] and colours[-1] == "none", "a dark theme's box would hide the code"
    assert kernel.run("course.clock()").startswith("Notebook 1: 0 of 6 minutes")
    shown = kernel.run('course.hint("1.22")')
    assert shown.count("\n") == 0 and "1.2" in shown and "Traceback" not in shown


def test_what_is_adopted_for_good_is_adopted_in_the_next_kernel_until_a_reset(shared_course, kernel):
    check = check_cell(shared_course, "1.7")
    assert "later kernels" in kernel.run('course.adopt("1.7", for_good=True)')
    for outcome in ("1.7 fine", "not written yet"):
        another = Kernel(shared_course.folder, "rl", 1)
        assert outcome in another.run(check)
        another.end()
        assert shared_course.verb("reset", "1.7").returncode == 0
