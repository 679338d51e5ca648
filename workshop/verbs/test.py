"""Run the tests. Whatever follows is handed to pytest: options, files, file::test."""

import os
from pathlib import Path

from workshop.exercise import HOUSE

EXAMPLES = [
    "test                           # all of them, two at a time",
    "test tests/test_start.py -x    # one file, up to the first failure",
    "test -k terminal -v            # those whose name speaks of terminals",
]
PASSES_ON = True
ALL = ["-n", "2", "--dist", "loadfile"]  # in two processes; the tests of a file share what its fixtures made


def arguments(parser):
    parser.usage = "%(prog)s [PYTEST'S ARGUMENTS ...]"


def main(args):
    import pytest

    words = [from_here(word) for word in args.rest]
    os.chdir(HOUSE)  # the tests' own relative paths start there
    return int(pytest.main(words or ALL))


def from_here(word):
    """A path to a file or a test in one, as typed where the person stands, made absolute; anything else as it is."""
    path, *test = word.split("::", 1)
    if path.endswith(".py") or os.sep in path:
        found = Path(path)
        if found.exists():
            return "::".join([str(found.resolve()), *test])
    return word
