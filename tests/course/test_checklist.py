"""The page for the wall has the day's plan, what helps, and what doctor found."""

import html
import re

from workshop import course
from workshop.course import checklist, notebooks
from workshop.course.doctor import BROKEN, OK, Finding
from workshop.verbs import SUMMARIES

FOUND = {
    "packages": [Finding("numpy", OK, "2.4.6"), Finding("lz4", OK, "4.4.5"), Finding("tqdm", OK, "4.70")],
    "games": [Finding("pong", OK, "plays"), Finding("seaquest", BROKEN, "no <ROM>", "delete .venv")],
}


def test_the_page_says_when_each_section_and_exercise_begins():
    page = checklist.page(FOUND)
    for number in "123":
        for title, _, _ in notebooks.steps(number):
            assert html.escape(title) in page


def test_the_page_names_what_is_broken_with_its_cure_and_is_short_where_all_is_well():
    page = checklist.page(FOUND)
    assert "This machine: broken: seaquest" in page and "no &lt;ROM&gt; → delete .venv" in page
    assert "all is well: numpy, lz4, tqdm" in page and "4.4.5" not in page


def test_every_line_that_helps_is_a_command_there_is():
    page = checklist.page(FOUND)
    verbs, calls = re.findall(r"start\.py ([a-z]+)", page), re.findall(r"course\.(\w+)\(", page)
    assert set(verbs) <= SUMMARIES.keys() and len(verbs) >= 2
    assert all(callable(getattr(course, name)) for name in calls) and len(calls) >= 3


def test_the_page_fetches_nothing():
    assert not re.search(r"(src|href)=[\"']?http|url\(|@import", checklist.page(FOUND))
