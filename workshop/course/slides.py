"""A deck of slides from an executed notebook: one HTML file that fetches nothing.

A cell's `slideshow` metadata decides where it goes: a slide to the right (slide) or below (subslide), on the slide
before (-) at once or at a click (fragment), nowhere (skip), or into the speaker's notes (notes). Cells that say nothing
go by what they are. Exercise cards come without their hint, the core ones with a clock.
"""

import html
import importlib.resources
import re
from dataclasses import dataclass, field
from pathlib import Path

import nbformat

from workshop.course import catalogue, notebooks, rendering, stills
from workshop.course.catalogue import NOTEBOOKS
from workshop.exercise import HOUSE

PAPER = Path(__file__).parent / "paper"  # templates and style sheets
NOT_SHOWN = {"setup", "check"}  # tags
OUTPUT_ONLY = "output-only"  # tag of a cell whose code is too long for a slide, and not what it is about
HINT = re.compile(r"\s*(Stuck\?\s*)?`course\.(hint|reveal|adopt)\([^`]*`[^.\n]*\.?")
MINUTES = re.compile(r"\s*·\s*(\d+(?:\.\d+)?) min\b")


@dataclass
class Slide:
    """A slide: its parts as HTML, the notes spoken to it, the cells it came from, its minutes, what it is, where."""

    parts: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    cells: list = field(default_factory=list)
    minutes: float = 0.0
    kind: str = ""
    section: str = ""


def render(number, executed=None):
    """The deck of a notebook as a page of HTML. number: "1" to "3".

    executed: path of its executed copy; without one the slides show no outputs.
    """
    notebook = nbformat.read(executed or HOUSE / NOTEBOOKS[number], as_version=4)
    stacks = stacked(notebook)
    title = next(cell.source for cell in notebook.cells if cell.cell_type == "markdown").splitlines()[0].strip("# ")
    body = "\n".join(f"<section>{''.join(map(_section, stack))}</section>" for stack in stacks)
    return read("deck.html").format(
        title=html.escape(title),
        watch=read("watch.js"),
        style=_reveal("reset.css") + _reveal("reveal.css") + rendering.colours() + read("page.css") + read("deck.css"),
        slides=body,
        script=_reveal("reveal.js") + ";" + _reveal("plugin/notes.js") + ";" + read("deck.js"),
    )


def stacked(notebook):
    """[[Slide]]: the notebook's slides from left to right, each with those below it."""
    widgets, stacks, unspoken, section = stills.saved(notebook), [], [], ""
    for cell in notebook.cells:
        kind = slide_type(cell)
        if kind == "skip":
            continue
        if kind == "notes":  # spoken to all the slides since the notes before
            for slide in unspoken:
                slide.notes.append(rendering.markdown(cell.source))
            unspoken = []
            continue
        section = _title(cell) or section
        if kind == "slide" or not stacks:
            stacks.append([])
        if kind in ("slide", "subslide") or not stacks[-1] or stacks[-1][-1].kind == "turn":
            stacks[-1].append(Slide(section=section))
            unspoken.append(stacks[-1][-1])
        slide = stacks[-1][-1]
        slide.cells.append(cell.id)
        content = _content(cell, widgets)
        slide.parts.append(f'<div class="fragment">{content}</div>' if kind == "fragment" else content)
        _set_up(slide, cell)
    return stacks


def slide_type(cell):
    """What the cell is in the deck: slide, subslide, fragment, -, skip or notes."""
    tags = set(notebooks.tags(cell))
    if tags & NOT_SHOWN or cell.id.startswith("after-"):
        return "skip"
    said = cell.metadata.get("slideshow", {}).get("slide_type")
    if said:
        return said
    if "card" in tags or cell.source.startswith("### "):
        return "subslide"
    return "slide" if re.match(r"##? ", cell.source) else "-"


def _content(cell, widgets):
    """The cell as HTML: a code cell's source, unless it is folded away or too long, and what came of it."""
    if cell.cell_type == "markdown":
        return rendering.markdown(HINT.sub("", cell.source) if "card" in notebooks.tags(cell) else cell.source)
    hidden = cell.metadata.get("jupyter", {}).get("source_hidden", False) or OUTPUT_ONLY in notebooks.tags(cell)
    return ("" if hidden else rendering.code(cell.source)) + rendering.outputs(cell, widgets)


def _title(cell):
    """The section that begins here, or None."""
    heading = re.match(r"## (.+)", cell.source) if cell.cell_type == "markdown" else None
    return MINUTES.sub("", heading[1]) if heading else None


def _set_up(slide, cell):
    """Give the slide its kind and its minutes: a section's, or those of a core exercise, which gets a clock."""
    if cell.cell_type != "markdown":
        return
    if cell.source.startswith("# "):
        slide.kind = "title"
    if "card" in notebooks.tags(cell):
        exercise = catalogue.find(next(tag for tag in notebooks.tags(cell) if tag != "card"))
        if exercise.core:
            slide.kind, slide.minutes = "turn", exercise.minutes
            slide.cells.append(f"turn-{exercise.id}")
            slide.parts.append(_clock(exercise))
    else:
        minutes = MINUTES.search(cell.source.splitlines()[0])
        slide.minutes += float(minutes[1]) if minutes else 0


def _clock(exercise):
    """What stands below the task while people write."""
    minutes = f"{exercise.minutes:g}"
    help_ = f'Stuck? <code>course.hint("{exercise.id}")</code>'
    return f'<h2>Your turn, {minutes} minutes</h2><div class="clock" data-minutes="{minutes}"></div><p>{help_}</p>'


def _section(slide):
    where_are_we = "" if slide.kind == "title" or slide.parts[0].startswith("<h") else slide.section
    top = f'<div class="where">{rendering.markdown(where_are_we)}</div>' if where_are_we else ""
    minutes = [f"<p>Planned: {slide.minutes:g} min.</p>"] if slide.minutes else []
    notes = f'<aside class="notes">{"".join(minutes + slide.notes)}</aside>' if minutes or slide.notes else ""
    where = f'class="{slide.kind}" data-cells="{" ".join(slide.cells)}" data-timing="{round(60 * slide.minutes)}"'
    return f'<section {where}><div class="page">{top}{"".join(slide.parts)}</div>{notes}</section>'


def read(name):
    """A template or style sheet as text."""
    return (PAPER / name).read_text(encoding="utf-8")


def _reveal(name):
    """A file of reveal.js, out of the package that carries it."""
    text = importlib.resources.files("pyreveal").joinpath("revealjs", "dist", name).read_text(encoding="utf-8")
    return text.replace("</script>", r"<\/script>")
