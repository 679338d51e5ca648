"""Executing whole notebooks without a browser, section by section, in a kernel of this very environment."""

import atexit
import os
import re
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import DEVNULL

import nbformat
from ipykernel.kernelspec import make_ipkernel_cmd
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpec
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from workshop.course import adoption, answers, notebooks
from workshop.course.catalogue import NOTEBOOKS
from workshop.errors import BadInput
from workshop.exercise import HOUSE
from workshop.learning import progress

CELL_LIMIT = 900  # seconds for one cell; the longest trains for a few minutes
SIGNS_OF_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass
class Run:
    """How a notebook's execution went.

    sections: a dict a section, with "title", "planned_minutes" (None where none) and "seconds".
    error: None, or one text that says which cell of which section failed and how.  copy: the executed notebook's path.
    """

    notebook: str
    seconds: float = 0.0
    sections: list = field(default_factory=list)
    error: str | None = None
    copy: str | None = None


class ThisPython(AsyncKernelManager):
    """Starts the Python that is running, whatever kernels are installed for this user."""

    @property
    def kernel_spec(self):
        return KernelSpec(argv=make_ipkernel_cmd(), display_name="this Python", language="python")


def execute(number, *, solutions, on_section=lambda section: None, on_cell=lambda: None):
    """Run a notebook top to bottom, in notebooks/, and write the executed copy to build/notebooks. Returns a Run.

    number: "1" to "3".  solutions: True uses the reference for every exercise, False the attendee's files.
    on_section: called with a dict of Run.sections as each section ends.  on_cell: called after each cell.
    Raises BadInput if the notebook is missing or damaged.
    """
    notebooks.cells(number)  # says in one line what is wrong with the file, if anything is
    notebook = nbformat.read(HOUSE / NOTEBOOKS[number], as_version=4)
    report, book = Run(NOTEBOOKS[number]), _Book(notebook, on_section, on_cell)
    client = NotebookClient(
        notebook,
        kernel_manager_class=ThisPython,
        kernel_name="python3",
        timeout=CELL_LIMIT,
        resources={"metadata": {"path": str(HOUSE / "notebooks")}},
        on_cell_start=book.cell_starts,
        on_cell_complete=book.cell_ends,
    )
    began = time.monotonic()
    try:
        with _rehearsing(), _environment(adoption.VARIABLE, "all" if solutions else None):
            client.execute(stdout=DEVNULL, stderr=DEVNULL)  # what cells print comes another way
    except CellExecutionError as error:
        report.error = _said(SIGNS_OF_COLOUR.sub("", error.evalue or error.ename), error.ename, book)
    except CellTimeoutError:
        report.error = _said(f"it was stopped after {CELL_LIMIT} s", "", book)
    except DeadKernelError:
        report.error = _said("the kernel died", "", book)
    except RuntimeError as error:
        atexit.unregister(client._cleanup_kernel)  # nbclient would stumble over the kernel's absence
        report.error = _said(f"no kernel starts ({error})", "", book)
    except AssertionError:
        raise KeyboardInterrupt from None  # on Ctrl-C nbclient ends the kernel, and then stumbles over its absence
    finally:
        book.end_section()
        report.seconds, report.sections = time.monotonic() - began, book.done
        report.copy = f"build/{NOTEBOOKS[number]}"
        answers.write(HOUSE / report.copy, nbformat.writes(notebook) + "\n")
    return report


class _Book:
    """Follows an execution: which section a cell belongs to, and how long each section took."""

    def __init__(self, notebook, on_section, on_cell):
        self.sections = notebooks.sections(notebook.cells)
        self.on_section, self.on_cell = on_section, on_cell
        self.section = self.cell = None
        self.done = []

    def cell_starts(self, cell, cell_index):
        section = next(section for section in self.sections if cell.id in section.cells)
        if section is not self.section:
            self.end_section()
            self.section, self.began = section, time.monotonic()
        self.cell = cell

    def cell_ends(self, cell, cell_index):
        self.on_cell()

    def end_section(self):
        if self.section is not None:
            seconds = round(time.monotonic() - self.began, 2)
            self.done.append({"title": self.section.title, "planned_minutes": self.section.minutes, "seconds": seconds})
            self.section = None
            self.on_section(self.done[-1])


def _said(what, kind, book):
    """One line: the cell, its section, and the error's first words."""
    if book.cell is None:
        return f"before its first cell: {what}"
    title = book.done[-1]["title"] if book.section is None else book.section.title
    first = next((line for line in what.splitlines() if line.strip()), "")
    friendly = kind in ("Unwritten", "BadInput", "AssertionError", "")
    return f'cell "{book.cell.id}" in "{title}": {first if friendly else f"{kind}: {first}"}'


@contextmanager
def _rehearsing():
    """Trainings that the notebook starts in the background go into a folder that is gone when it ends, as they are."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with _environment(progress.REHEARSAL, folder):
            try:
                yield
            finally:
                progress.stop_all(Path(folder))


@contextmanager
def _environment(name, value):
    """An environment variable that a kernel started now finds; None: it finds none."""
    before = os.environ.pop(name, None)
    if value:
        os.environ[name] = value
    try:
        yield
    finally:
        os.environ.pop(name, None)
        if before is not None:
            os.environ[name] = before


def check_numbers(numbers):
    """The notebooks asked for, in order; all for none. Raises BadInput for a number that none has."""
    for number in numbers:
        if number not in NOTEBOOKS:
            raise BadInput(f'there is no notebook "{number}": they are {", ".join(NOTEBOOKS)}.')
    return sorted(set(numbers)) or list(NOTEBOOKS)
