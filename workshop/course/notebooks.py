"""Reading the notebooks as they are on disk: setup cell, check cells, sections and their planned minutes."""

import functools
import json
import re
from dataclasses import dataclass

from workshop.course import catalogue
from workshop.course.catalogue import NOTEBOOKS
from workshop.errors import BadInput
from workshop.exercise import HOUSE


@dataclass(frozen=True)
class Section:
    """A part of a notebook under a `## ` heading: title, planned minutes (None where none are given), cell ids."""

    title: str
    minutes: float | None
    cells: tuple


def cells(number):
    """[cell] of a notebook, each a dict as the file has it. number: "1" to "3".  Raises BadInput if it is damaged."""
    try:
        found = json.loads((HOUSE / NOTEBOOKS[number]).read_text(encoding="utf-8"))["cells"]
        return [cell | {"source": "".join(cell["source"])} for cell in found]
    except FileNotFoundError:
        raise BadInput(f"{NOTEBOOKS[number]} is missing.") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadInput(f"{NOTEBOOKS[number]} cannot be read as a notebook ({error}).") from error


def tags(cell):
    """A cell's tags, a list of str."""
    return cell.get("metadata", {}).get("tags", [])


@functools.cache
def checks(number):
    """{exercise id: (cell id, source)} of a notebook's check cells."""
    found = {}
    for cell in cells(number):
        if "check" in tags(cell):
            id = next(tag for tag in tags(cell) if tag != "check")
            found[id] = (cell.get("id"), cell["source"])
    return found


@functools.cache
def setup(number):
    """The source of a notebook's first code cell, all that a check cell needs before it."""
    return next(cell["source"] for cell in cells(number) if "setup" in tags(cell))


def sections(of_cells):
    """[Section] of a notebook's cells; what stands before the first heading is one called "Opening"."""
    heads, ids = [("Opening", None)], [[]]
    for cell in of_cells:
        heading = re.search(r"^## (.+)$", cell["source"], re.MULTILINE) if cell["cell_type"] == "markdown" else None
        if heading:
            heads.append(_title_and_minutes(heading[1].strip()))
            ids.append([])
        ids[-1].append(cell["id"])
    return [Section(*head, tuple(own)) for head, own in zip(heads, ids) if own]


def _title_and_minutes(heading):
    found = re.fullmatch(r"(.+?)\s*·\s*(\d+(?:\.\d+)?) min(?:utes)?", heading)
    return (found[1], float(found[2])) if found else (heading, None)


def steps(number):
    """[(title, minutes, whether it is an exercise)] of a notebook in order: its sections and its core exercises."""
    found = []
    for cell in cells(number):
        for section in sections([cell]):
            if section.minutes:
                found.append((section.title, section.minutes, False))
        if "card" in tags(cell):
            listed = catalogue.find(next(tag for tag in tags(cell) if tag != "card"))
            if listed.core:
                found.append((f"exercise {listed.id}, {listed.title}", listed.minutes, True))
    return found
