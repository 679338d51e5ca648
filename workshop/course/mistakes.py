"""How an error in a check cell is drawn in a notebook: what the check said, or the few lines that led to the error.

The usual traceback shows each step with the code around it, and around a check that is the other checks' messages.
"""

import linecache
import textwrap
import traceback
from itertools import groupby
from pathlib import Path

from workshop.exercise import HOUSE, MODULES

THEIRS = {HOUSE / "workshop" / f"{module}.py": f"workshop/{module}.py" for module in MODULES.values()}
CELL = "this cell"
WIDTH = 100  # letters in a line; JupyterLab breaks longer ones inside words
STEPS = 6  # an endless recursion has a thousand


def drawn(listed, error, namespace):
    """The lines to show. listed: catalogue.Listed, whose check it was.  namespace: the notebook's, a dict."""
    files = [_file(frame, namespace) for frame, _ in traceback.walk_tb(error.__traceback__)]
    not_theirs = files[-1] == CELL or not set(files) & set(THEIRS.values())
    if isinstance(error, AssertionError) and not_theirs:
        what, body = "the check says no", _wrapped(str(error) or "The check failed.")
    else:
        what = "an error on the way"
        body = _steps(error, namespace) + _wrapped("".join(traceback.format_exception_only(error)))
    head = f"\x1b[1mExercise {listed.id} · {listed.title}\x1b[0m: {what}."
    return [head, *body, f'    a hint  course.hint("{listed.id}")']


def _file(frame, namespace):
    """Either "this cell" or "workshop/rl.py" or None for a file that is neither the notebook's nor the attendee's."""
    if frame.f_globals is namespace:
        return CELL
    return THEIRS.get(Path(frame.f_code.co_filename).resolve())


def _steps(error, namespace):
    """The lines of the check and of the attendee's files on the way to the error, a place and the code on it each."""
    found = []
    for frame, line in traceback.walk_tb(error.__traceback__):
        file, path = _file(frame, namespace), frame.f_code.co_filename
        if file:
            linecache.checkcache(path)
            found.append((f"{file}, line {line}", linecache.getline(path, line).strip()))
    found = [step for step, _ in groupby(found)]  # a generator expression's line comes twice
    if len(found) > STEPS:
        found[STEPS // 2 : -STEPS // 2] = [("...", "")]
    width = max((len(place) for place, _ in found), default=0)
    return [f"    {place:{width}}  {code}".rstrip() for place, code in found]


def _wrapped(text):
    """A message's lines, each broken between words where it is too long."""
    broken = [part for line in text.splitlines() for part in textwrap.wrap(line, WIDTH - 4) or [""]]
    return [f"    {part}" for part in broken]
