"""The verb `check`: right and wrong answers, and answers that misbehave, each judged in a process of its own."""

import os
import subprocess
import time

import pytest

from workshop.course import catalogue, checks

RIGHT = "def discounted_return(rewards, gamma):\n    return sum(r * gamma**t for t, r in enumerate(rewards))\n"


@pytest.fixture
def judge(tmp_path):
    """A function that judges the text of an answers file; returns {id: (status, message)}.

    With more patience than the verb has: a machine with much else to do is not what these tests are about.
    """

    def judge(text, *ids, limit=60.0):
        file = tmp_path / "answers of mine.py"
        file.write_text(text, encoding="utf-8")
        os.utime(file, (0, 0))  # as if all were written within the same second: what is stale must not be judged
        answers = checks.look_into(file, limit=60.0)
        verdicts = checks.judge(catalogue.pick(ids or answers.own), answers=answers, limit=limit)
        return {verdict.id: (verdict.status, verdict.message) for verdict in verdicts}

    return judge


def test_fresh_stubs_are_unwritten_every_one(shared_course):
    code, said = shared_course.json("check", "1.2", "1.4", "1.7", "1.8", "2.4", "2.8", "3.2", "3.6")
    assert code == 1 and said["passed"] == 0 and said["total"] == 8
    assert {result["status"] for result in said["results"]} == {"unwritten"}
    assert all("workshop/" in result["message"] and "course.hint" in result["message"] for result in said["results"])


def test_the_attendees_own_files_are_judged_and_the_board_remembers(course):
    course.fill_in("discounted_return", "return rewards[7]")
    course.fill_in("q_target", "return float(reward + gamma * max(next_q_values))")
    course.fill_in("q_learning_update", "return q_target(reward, q[next_state], gamma, terminal) - q[state, action]")
    course.write("nets", "def broken(:\n")
    done = course.verb("check", "1.2", "1.4", "1.7-1.8", "2.4")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0].startswith("1.2   failed: IndexError") and "workshop/rl.py, line" in lines[0]
    assert [line.split()[1:] for line in lines[1:4]] == [["not", "written"], ["passed"], ["passed"]]
    assert "workshop/nets.py, line 1" in lines[4]
    assert lines[5] == "2 of 5 passed."
    progress = (course.folder / ".workshop" / "progress.json").read_text()
    assert progress.count("passed") == 2 and progress.count("failed") == 2
    assert course.verb("check", "1.2", "2.4", "--solutions").returncode == 0, "whatever stands in the stubs"


def test_answers_from_a_file_stand_in_for_the_stubs(shared_course, tmp_path):
    file = tmp_path / "answers of mine.py"
    file.write_text(RIGHT, encoding="utf-8")
    passed = {"id": "1.2", "status": "passed", "message": ""}
    assert shared_course.json("check", "--answers", file) == (0, {"results": [passed], "passed": 1, "total": 1})
    file.write_text(RIGHT.replace("**t", "**(t + 1)"), encoding="utf-8")
    code, said = shared_course.json("check", "1.2", "1.7", "--answers", file)
    assert code == 1 and said["passed"] == 0 and said["total"] == 2
    assert said["results"][0] == {"id": "1.2", "status": "failed", "message": "Expected 3, got 1.5."}
    assert said["results"][1]["status"] == "unwritten" and "q_target" in said["results"][1]["message"]


def test_an_answers_file_may_use_the_rest_of_the_course(judge):
    update = (
        "from workshop import rl\nfrom solutions.rl import td_error\n\n"
        "def q_learning_update(q, s, a, reward, s1, terminal, *, alpha, gamma):\n"
        "    delta = rl.q_target({}) - q[s, a]\n    q[s, a] += alpha * delta\n    return delta\n"
    )
    assert judge(update.format("reward, q[s1], gamma, terminal")) == {"1.8": ("passed", "")}
    assert judge(update.format("1, 2"))["1.8"][0] == "failed"


def test_one_of_six_functions_is_judged_with_the_references_other_five(judge):
    relu = "import numpy as np\nrelu = lambda x: np.maximum(x, 0)\n"
    assert judge(relu) == {"2.8": ("passed", "")}
    assert judge(relu.replace("maximum", "minimum"))["2.8"][0] == "failed"


def test_a_copy_of_a_stub_file_can_be_judged(shared_course, judge):
    assert judge(shared_course.read("rl"), "1.2")["1.2"][0] == "unwritten"
    assert judge("def td_error(*args):\n    raise NotImplementedError\n", "1.4")["1.4"][0] == "unwritten"


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ("import sys; sys.exit(0)", "crashed", "exit"),
        ("import os; os._exit(0)", "crashed", "exit code 0"),
        ("import ctypes; ctypes.string_at(0)", "crashed", "SIGSEGV"),
        ("print('x' * 4_000_000); return 3", "failed", "printed"),
        ("import builtins; vars(builtins).pop('map', 0); return RIGHT", "failed", "`map` is gone"),
        ("globals().pop('discounted_return', 0); return RIGHT", "failed", "is gone"),
        ("import builtins; vars(builtins).clear()", "crashed", ""),
        ("import os; os.closerange(0, 100); return RIGHT", "crashed", ""),
        ("raise KeyboardInterrupt", "failed", "KeyboardInterrupt"),
        ('print(\'{"status": "passed"}\'); import os; os._exit(0)', "crashed", ""),
        ("pass", "failed", "None"),
        ("return discounted_return(rewards, gamma)", "failed", "RecursionError"),
        ("bytes(X())", "failed", "NotImplementedError"),
    ],
)
def test_whatever_an_answer_does_is_that_exercises_failure(judge, body, status, words):
    """And the next exercise is judged as if nothing had happened."""
    body = body.replace("RIGHT", "sum(r * gamma**t for t, r in enumerate(rewards))")
    given = "class X:\n    def __bytes__(self):\n        raise NotImplementedError\n\n"
    error = "def td_error(r, v, v1, gamma, terminal):\n    return r + gamma * v1 * (not terminal) - v\n"
    verdicts = judge(f"{given}def discounted_return(rewards, gamma):\n    {body}\n\n{error}")
    assert verdicts["1.2"][0] == status and words in verdicts["1.2"][1]
    assert verdicts["1.4"] == ("passed", "")


def test_an_endless_loop_is_stopped_and_takes_everything_it_started_with_it(judge):
    assert checks.LIMIT == 10
    began = time.monotonic()
    body = "    import subprocess\n    subprocess.Popen(['sleep', '97531'])\n    while True: pass\n"
    status, message = judge(f"def discounted_return(rewards, gamma):\n{body}", limit=2)["1.2"]
    assert status == "timeout" and "2 s" in message
    assert 2 < time.monotonic() - began < 9
    running = subprocess.run(["ps", "-A", "-o", "args"], capture_output=True, text=True).stdout
    assert "sleep 97531" not in running


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("def discounted_return(rewards, gamma)\n    return 1\n", "failed", "line 1"),
        ("import numpyy\n" + RIGHT, "failed", "numpyy"),
        (RIGHT + "exit()\n", "crashed", "exit"),
    ],
)
def test_a_file_that_cannot_be_imported_is_said_for_each_exercise_in_it(judge, text, status, words):
    [(id, verdict)] = judge(text).items()
    assert id == "1.2" and verdict[0] == status and words in verdict[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["1.22"], "1.2"),
        (["5"], "1.5"),
        (["3.5-3.1"], "say 3.1-3.5"),
        (["--answers", "nowhere.py"], "nowhere.py"),
        (["--answers", "workshop/types.py"], "none of the exercises' names"),
        (["--solutions", "--answers", "x.py"], "not allowed with"),
    ],
)
def test_bad_usage_is_one_line_and_exit_code_2(shared_course, words, said):
    done = shared_course.verb("check", *words)
    assert done.returncode == 2 and done.stdout == ""
    assert said in done.stderr and done.stderr.count("\n") == 1
