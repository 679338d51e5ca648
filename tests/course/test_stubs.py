"""Stubs are made from the solutions, and nothing an attendee wrote is lost on the way."""

import ast
import shutil

import pytest

from workshop.course import catalogue, stubs

SOLUTION = '''"""Notebook 9: the answers.

Time runs as everywhere.
"""

import numpy as np

from workshop.exercise import exercise

HALF = 0.5  # a constant


def helper(x):
    """Given."""
    return x + 1


@exercise("9.1", "Twice", minutes=1, difficulty=1, core=True)
def twice(
    x, *, times=2
):
    """Twice x.

    >>> twice(2)
    4
    """
    # the answer: no attendee shall read this
    return x * times


@exercise("9.2", "Partly given", minutes=1, difficulty=1, core=False)
def partly(x):
    """Partly given."""
    total = 0.0
    for item in x:
        # add it up
        # <your code>
        total += item
        # </your code>
    return total


@exercise("9.3", "A class", minutes=1, difficulty=1, core=False)
class Stack:
    """A stack."""

    size = 4

    def __init__(self, k=4):
        self.k = k

    def push(self, item):
        """Push it."""
        self.items.append(item)
        return self.items
'''

STUB = stubs.stub(SOLUTION, "9")


def test_a_stub_keeps_everything_but_the_answers():
    for kept in (
        "import numpy as np", "HALF = 0.5  # a constant", "return x + 1", "    x, *, times=2\n", ">>> twice(2)",
        "total = 0.0", "# add it up", "return total", "size = 4", "def __init__(self, k=4):", '"""Push it."""',
        "Time runs as everywhere.", '@exercise("9.1", "Twice", minutes=1, difficulty=1, core=True)',
    ):  # fmt: skip
        assert kept in STUB, kept
    for gone in ("x * times", "no attendee", "total += item", "self.k = k", "self.items", "the answers"):
        assert gone not in STUB, gone
    assert STUB.count("raise NotImplementedError\n") == 4
    ast.parse(STUB)


def test_making_a_stub_of_a_stub_changes_nothing():
    assert stubs.emptied(STUB) == STUB


def test_blocks_put_together_are_the_file():
    assert "".join(block.text for block in stubs.blocks(STUB)) == STUB
    assert [block.name for block in stubs.blocks(STUB)][1:] == [
        "import numpy as np", "from workshop.exercise import exercise", "HALF", "helper", "twice", "partly", "Stack",
    ]  # fmt: skip


@pytest.mark.parametrize("number", catalogue.MODULES)
def test_every_exercise_of_the_course_becomes_a_stub_that_python_can_read(number):
    from workshop.course import answers

    text = answers.fresh(number)
    tree = ast.parse(text)
    marked = [node for node in tree.body if catalogue.mark(node)]
    assert {catalogue.mark(node).id for node in marked} == {listed.id for listed in catalogue.pick([number])}
    for node in marked:
        assert "raise NotImplementedError" in ast.unparse(node) and ast.get_docstring(node)


@pytest.mark.parametrize("hole", ["# <your code>\n        total += item\n", "total += item\n        # </your code>\n"])
def test_a_marker_without_its_fellow_is_refused(hole):
    broken = SOLUTION.replace("# <your code>\n        total += item\n        # </your code>\n", hole)
    with pytest.raises(SyntaxError, match="partly"):
        stubs.emptied(broken)


def test_answers_do_not_make_a_stub_stale_but_a_changed_solution_does():
    filled = STUB.replace("    raise NotImplementedError", "    return x + x", 1) + "\n\ndef mine():\n    return 1\n"
    assert stubs.differences(STUB, filled) == []
    assert stubs.differences(stubs.stub(SOLUTION.replace("Twice x.", "x, twice."), "9"), filled) == ["twice"]
    assert stubs.differences(stubs.stub(SOLUTION.replace("total = 0.0", "total = 0"), "9"), filled) == ["partly"]
    assert stubs.differences(stubs.stub(SOLUTION.replace("HALF = 0.5", "HALF = 0.25"), "9"), filled) == ["HALF"]


def test_a_newer_stub_takes_over_answers_and_what_stands_beside_them():
    mine = STUB.replace("    raise NotImplementedError", "    return add(x, x)", 1)
    mine = mine.replace('@exercise("9.1"', 'def add(a, b):\n    return a + b\n\n\n@exercise("9.1"')
    mine = mine.replace("import numpy as np\n", "import numpy as np\nimport math\n")
    newer = SOLUTION.replace("Partly given.", "Given in parts.").replace("size = 4", "size = 5")
    newer = stubs.stub(newer.replace("Twice x.", "x, twice."), "9")
    merged = stubs.carried_over(mine, newer, {"twice", "partly", "Stack"})
    assert "return add(x, x)" in merged and "def add(a, b)" in merged and "import math" in merged
    assert merged.index("def add") < merged.index('"9.1"')
    assert "x, twice." in merged and "Given in parts." in merged and "size = 5" in merged
    assert stubs.carried_over(merged, newer, {"twice", "partly", "Stack"}) == merged
    ast.parse(merged)


def test_what_stands_above_the_stubs_first_import_comes_over_too():
    mine = STUB.replace("import numpy as np\n", "import math\n\nMINE = 3\nimport numpy as np\n")
    merged = stubs.carried_over(mine, STUB, {"twice", "partly", "Stack"})
    assert ast.get_docstring(ast.parse(merged)) == ast.get_docstring(ast.parse(STUB))
    assert "\nimport math\n" in merged and "\nMINE = 3\n" in merged
    assert stubs.carried_over(merged, STUB, {"twice", "partly", "Stack"}) == merged


def test_a_name_defined_twice_becomes_one_stub():
    twice = STUB.replace("    raise NotImplementedError", "    return x + x", 1)
    first = next(block.text for block in stubs.blocks(twice) if block.name == "twice")
    assert stubs.put_back(twice.replace(first, first + first), STUB, ("twice",)) == STUB


def test_one_stub_is_put_back_even_where_the_file_has_a_slip_in_it():
    broken = STUB.replace("    raise NotImplementedError", "    return (x * 2", 1)
    assert stubs.put_back(broken, STUB, ("twice",)) == STUB
    without = STUB.replace(next(block.text for block in stubs.blocks(STUB) if block.name == "partly"), "")
    assert ast.dump(ast.parse(stubs.put_back(without, STUB, ("partly",)))).count("9.2") == 1


# The verbs, on a copy of the course


def test_stubs_never_overwrites_an_answer_without_a_copy(course):
    course.fill_in("discounted_return", "return 42.0")
    mine = course.read("rl")
    done = course.verb("stubs")
    assert done.returncode == 0 and "raise NotImplementedError" in course.read("rl")
    [copy] = (course.folder / "answers").rglob("rl.py")
    assert copy.read_text(encoding="utf-8") == mine
    assert copy.parent.relative_to(course.folder).as_posix() in done.stdout
    assert "current already" in course.verb("stubs").stdout


def test_stubs_check_says_whether_they_are_current_whatever_is_filled_in(course):
    assert course.verb("stubs", "--check").returncode == 0
    course.fill_in("discounted_return", "return 42.0")
    course.fill_in("play_episode", "states.append(env.reset()[0])")
    assert course.verb("stubs", "--check").returncode == 0
    solution = course.folder / "solutions" / "rl.py"
    solution.write_text(solution.read_text(encoding="utf-8").replace("gamma: discount in [0, 1].", "gamma: a number."))
    done = course.verb("stubs", "--check")
    assert done.returncode == 1 and "discounted_return" in done.stdout
    course.write("nets", "def broken(:\n")
    assert "workshop/nets.py: cannot be read, line 1" in course.verb("stubs", "--check").stdout


def test_reset_puts_one_stub_back_and_keeps_the_text(course):
    fresh = course.read("rl")
    course.fill_in("discounted_return", "return 42.0")
    one = course.read("rl")
    course.fill_in("q_target", "return 7.0")
    done = course.verb("reset", "1.7")
    assert done.returncode == 0 and course.read("rl") == one
    [copy] = (course.folder / "answers").rglob("rl.py")
    assert "return 7.0" in copy.read_text(encoding="utf-8")
    assert course.verb("reset", "1.2").returncode == 0 and course.read("rl") == fresh
    unknown = course.verb("reset", "1.99")
    assert unknown.returncode == 2 and "1.9" in unknown.stderr and "\n" not in unknown.stderr.strip()


def test_save_copies_all_answers_to_a_dated_folder_and_restore_brings_them_back(course):
    course.fill_in("discounted_return", "return 42.0")
    course.fill_in("relu", "return x", "nets")
    filled = {module: course.read(module) for module in ("rl", "nets", "dqn")}
    assert course.verb("save").returncode == 0
    [folder] = (course.folder / "answers").iterdir()
    assert {file.name for file in folder.iterdir()} >= {"rl.py", "nets.py", "dqn.py", "1_reinforcement_learning.ipynb"}
    course.verb("stubs")
    shutil.rmtree(next(path for path in (course.folder / "answers").iterdir() if path != folder))
    assert course.read("rl") != filled["rl"]
    done = course.verb("save", "--restore")
    assert done.returncode == 0 and "1.2" in done.stdout and "2.8" in done.stdout
    assert {module: course.read(module) for module in filled} == filled


def test_restore_says_in_a_line_when_a_folder_holds_no_answers(course):
    done = course.verb("save", "--restore", "notebooks")
    assert done.returncode == 2 and "holds no answers" in done.stderr and done.stderr.count("\n") == 1
    assert "nothing in answers/" in course.verb("save", "--restore").stderr
