"""Every wrong answer we could think of is refused with words about its mistake; every right one is accepted.

The answers stand in tests/wrong_answers/ID.py and tests/right_answers/ID.py: what all of a file's answers import, then
one answer after another, each under a line `# === name`. A wrong one says on its next line what the message must speak
of, as a regular expression.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import pytest

from workshop.course import catalogue, checks

HERE = Path(__file__).resolve().parents[1]


class Answer(NamedTuple):
    name: str
    says: str
    code: str


def collected(kind, id):
    """The answers of tests/KIND_answers/ID.py."""
    path = HERE / f"{kind}_answers" / f"{id}.py"
    if not path.exists():
        return []
    common, *parts = re.split(r"^# === ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    answers = []
    for part in parts:
        name, _, code = part.partition("\n")
        says = re.match(r"# says: (.*)", code)
        answers.append(Answer(name, says[1] if says else "", f"{common}\n{code}"))
    return answers


def judged(id, answers, folder):
    """Pairs of an answer and its Verdict."""

    def judge(numbered):
        number, answer = numbered
        file = folder / f"answer_{number}.py"
        file.write_text(answer.code, encoding="utf-8")
        [verdict] = checks.judge([catalogue.find(id)], answers=checks.Answers(str(file), [id], [id]))
        return answer, verdict

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(judge, enumerate(answers)))


@pytest.mark.parametrize("id", catalogue.exercises())
def test_wrong_answers_are_refused_with_words_about_their_mistake(id, tmp_path):
    problems = []
    for answer, verdict in judged(id, collected("wrong", id), tmp_path):
        if verdict.status == "passed":
            problems.append(f"{answer.name}: accepted")
        elif not re.search(answer.says, verdict.message, re.IGNORECASE):
            problems.append(f"{answer.name}: should speak of /{answer.says}/, said: {verdict.message}")
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("id", catalogue.exercises())
def test_right_answers_are_accepted_however_they_are_written(id, tmp_path):
    problems = [
        f"{answer.name}: {verdict.status}: {verdict.message}"
        for answer, verdict in judged(id, collected("right", id), tmp_path)
        if verdict.status != "passed"
    ]
    assert not problems, "\n".join(problems)


def test_there_are_enough_of_both_to_mean_something():
    """At least three wrong answers for every exercise, 130 and 60 in all, each with what its message must say."""
    wrong = {id: collected("wrong", id) for id in catalogue.exercises()}
    right = {id: collected("right", id) for id in catalogue.exercises()}
    assert min(map(len, wrong.values())) >= 3
    assert sum(map(len, wrong.values())) >= 130
    assert sum(map(len, right.values())) >= 60
    assert all(answer.says for answers in wrong.values() for answer in answers)
