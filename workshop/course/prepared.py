"""Importing this is what prepares the process that checks are forked from: everything a setup cell needs is loaded.

Only the attendee's own files are not: each check imports them afresh, within its own time limit.
"""

import ast
import importlib

import workshop
from workshop import course
from workshop.course import judging, notebooks
from workshop.errors import BadInput
from workshop.exercise import MODULES

__all__ = ["course", "judging", "workshop"]


def _import_what_a_setup_cell_imports(number):
    for statement in ast.parse(notebooks.setup(number)).body:
        if isinstance(statement, ast.Import):
            names = [name.name for name in statement.names]
        elif isinstance(statement, ast.ImportFrom) and statement.module == "workshop":
            names = [f"workshop.{name.name}" for name in statement.names if name.name not in MODULES.values()]
        else:
            names = [statement.module] if isinstance(statement, ast.ImportFrom) else []
        for name in names:
            importlib.import_module(name)


for _number, _module in MODULES.items():
    importlib.import_module(f"solutions.{_module}")
    try:
        _import_what_a_setup_cell_imports(_number)
    except (BadInput, ImportError, StopIteration):
        pass  # the check itself will meet this again, and say it to somebody
