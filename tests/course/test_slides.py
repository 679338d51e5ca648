"""Slides and handout: everything inside, nothing that gives an answer away, nothing taller than its page."""

import functools
import json
import re

import nbformat
import pytest

from workshop.course import chromium, slides
from workshop.course.catalogue import NOTEBOOKS, exercises
from workshop.exercise import HOUSE

WIDGET = """\
import ipywidgets
from PIL import Image
import io
red = io.BytesIO()
Image.new("RGB", (4, 4), "red").save(red, "png")
slider = ipywidgets.FloatSlider(value=0.25, description="alpha")
picture = ipywidgets.Image(value=red.getvalue(), tooltip="a red square")
bar = ipywidgets.FloatProgress(value=0.5, min=0, max=2)
ipywidgets.VBox([ipywidgets.HBox([ipywidgets.Button(description="Start"), slider]), picture, bar])"""
FIGURE = """\
import matplotlib.pyplot as plt
from workshop import show
show.figure(plt.subplots()[0], "an empty pair of axes")"""
CARD = """\
### Exercise 1.2 · The discounted return  ·  4 min  ·  ●○○
Later rewards count for less.
$$ G_0 = r_1 + \\gamma r_2 $$
Write it, then run the cell below. Stuck? `course.hint("1.2")`"""


def source(kind, id, text, *tags, **metadata):
    cell = {"cell_type": kind, "id": id, "metadata": {"tags": list(tags), **metadata}, "source": text}
    return cell | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def put_in(course, *cells):
    """Write notebook 1 anew: its setup, then these cells."""
    file = course.folder / "notebooks" / "1_reinforcement_learning.ipynb"
    book = json.loads(file.read_text(encoding="utf-8"))
    book["cells"] = [source("markdown", "title", "# Small notebook"), book["cells"][0], *cells]
    file.write_text(json.dumps(book), encoding="utf-8")


def deck(course, *words):
    """What `slides 1` wrote."""
    done = course.verb("slides", "1", *words)
    assert done.returncode == 0, done.stderr
    return (course.folder / "build" / "slides" / "1_reinforcement_learning.html").read_text(encoding="utf-8")


@functools.cache
def slides_of(number):
    """The ids of the cells that stand on a slide of the course's own deck."""
    notebook = nbformat.read(HOUSE / NOTEBOOKS[number], as_version=4)
    return {cell for stack in slides.stacked(notebook) for slide in stack for cell in slide.cells}


def fetched(page):
    """Whatever a page would fetch: sources and style sheets from anywhere but inside itself."""
    named = re.findall(r'(?:\ssrc|<link[^>]*\shref|\bposter|\bdata)="(?!data:|#)([^"]+)"', page)
    return named + re.findall(r"url\((?!['\"]?(?:data:|#))[^)]*\)|@import[^;]*", page)


def test_a_deck_shows_what_the_cells_showed_and_widgets_as_they_stood(course):
    speak = source("markdown", "said", "Ask who has played it.", slideshow={"slide_type": "notes"})
    put_in(
        course,
        source("markdown", "first", "## First · 3 min\n\nWhere $\\gamma = 1$."),
        speak,
        source("code", "printing", 'print("four words, printed")'),
        source("code", "drawing", FIGURE, "figure", jupyter={"source_hidden": True}),
        source("code", "moving", WIDGET),
    )
    page = deck(course)
    body = page[page.index('<div class="slides">') :].partition("<script>")[0]
    assert "four words, printed</pre>" in body and 'alt="an empty pair of axes"' in body
    assert '<span class="button">Start</span>' in body and "alpha 0.25" in body and 'alt="a red square"' in body
    assert '<progress value="0.5" max="2"></progress>' in body
    assert "plt" not in body, "the source of a figure is folded away"
    assert re.search(r'<svg[^>]* aria-label="\\gamma = 1"', body), "formulas are drawn"
    assert '<aside class="notes"><p>Planned: 3 min.</p><p>Ask who has played it.</p>' in body
    assert not fetched(body) and "http://" not in re.sub(r"http://www\.w3\.org/\S+", "", body)


def test_a_card_comes_with_a_clock_and_without_check_or_answer(course):
    put_in(
        course,
        source("markdown", "card-1-2", CARD, "card", "1.2"),
        source("code", "check-1-2", "assert rl.discounted_return([1], 1) == 1", "check", "1.2"),
        source("markdown", "after-1-2", '`course.reveal("1.2")` shows our answer.'),
    )
    page = deck(course)
    assert "Later rewards count for less." in page and 'data-minutes="4"' in page
    for secret in ("assert", "course.reveal", "range(len"):
        assert secret not in page[page.index("Later rewards") :].partition("<script>")[0]


@pytest.mark.parametrize("number", NOTEBOOKS)
def test_every_exercise_of_the_course_has_its_slide(number):
    shown = slides_of(number)
    for id, exercise in exercises().items():
        if exercise.notebook == number:
            assert f"card-{id.replace('.', '-')}" in shown
            assert (f"turn-{id}" in shown) == exercise.core


def test_a_picture_that_is_missing_is_named_in_one_line(course):
    put_in(course, source("markdown", "first", "## First\n\n![gone](../assets/figures/gone.png)"))
    done = course.verb("slides", "1")
    assert done.returncode == 2 and "../assets/figures/gone.png is missing" in done.stderr


def test_the_handout_folds_each_answer_in_behind_its_card(course):
    put_in(
        course,
        source("markdown", "card-1-2", CARD, "card", "1.2"),
        source("code", "after", 'print("and on")'),
    )
    done = course.verb("handout", "1")
    assert done.returncode == 0, done.stderr
    page = (course.folder / "build/handout/1_reinforcement_learning.html").read_text(encoding="utf-8")
    assert "our answer to 1.2" in page and "and on" in page and not fetched(page)
    assert not fetched((course.folder / "build/handout/appendix.html").read_text(encoding="utf-8"))


needs_browser = pytest.mark.skipif(chromium.find() is None, reason="needs Chromium, Chrome or Edge")


@needs_browser
def test_a_deck_opens_without_a_word_in_the_console_and_fetches_nothing(course):
    put_in(course, source("markdown", "first", "## First\n\nA line."), source("code", "moving", WIDGET))
    deck(course, "--check")


@needs_browser
@pytest.mark.parametrize("number", "123")
def test_every_slide_of_the_course_fits_its_page(number, tmp_path):
    """Texts and code; with what the cells show, the decks are walked through by `slides --check`."""
    page = tmp_path / "deck.html"
    page.write_text(slides.render(number), encoding="utf-8")
    report = chromium.look_through(page)
    assert len(report["slides"]) > 30 and not report["troubles"]
    assert not [slide["cells"] for slide in report["slides"] if slide["overflows"]]


@needs_browser
def test_a_slide_that_is_taller_than_its_page_is_named(course):
    put_in(course, source("markdown", "first", "## First\n\n" + "Far too much.\n\n" * 60))
    done = course.verb("slides", "1", "--check")
    assert done.returncode == 1 and "the slide of first is taller than its page" in done.stderr


@needs_browser
def test_a_page_that_would_fetch_something_is_found_out(course, tmp_path):
    put_in(course, source("markdown", "first", "## First\n\nA line."))
    page = deck(course)
    spoilt = tmp_path / "deck.html"
    spoilt.write_text(page.replace('<div class="page">', '<div class="page"><img src="elsewhere.png">', 1))
    assert any(trouble.startswith("fetches") for trouble in chromium.look_through(spoilt)["troubles"])


@needs_browser
def test_slides_can_be_printed(course):
    put_in(course, source("markdown", "first", "## First\n\nA line."))
    deck(course, "--pdf")
    assert (course.folder / "build/slides/1_reinforcement_learning.pdf").read_bytes().startswith(b"%PDF")
