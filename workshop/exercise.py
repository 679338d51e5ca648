"""The mark that makes a function or a class an exercise. Needs nothing beyond Python: solutions and stubs import it.

In solutions/ it only writes down what the exercise is. Anywhere else it also looks after the stub's
`raise NotImplementedError`: a core exercise stops with a friendly word, a stretch exercise uses the reference.
"""

import dis
import functools
import importlib
import sys
import types
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
MODULES = {"1": "rl", "2": "nets", "3": "dqn"}  # an id's first number is its notebook


@dataclass(frozen=True)
class Exercise:
    """What an exercise says of itself: id ("3.8"), title, planned minutes, difficulty 1 to 3, core or stretch."""

    id: str
    title: str
    minutes: int
    difficulty: int
    core: bool

    @property
    def module(self):
        """The file it is written in, without folder and ending: "rl", "nets" or "dqn"."""
        return MODULES[self.id.split(".")[0]]


class Unwritten(NotImplementedError):  # noqa: N818 - what it says is read by people
    """An exercise was called that is not written yet. Its text says where to write it and how to go on without."""

    def __init__(self, exercise, place):
        super().__init__(exercise, place)
        self.exercise, self.place = exercise, place

    def __str__(self):
        id = self.exercise.id
        return (
            f"Exercise {id} ({self.exercise.title}) is not written yet. Open {self.place} and write it there. "
            f'Stuck? course.hint("{id}"). To go on with the reference instead: course.adopt("{id}")'
        )

    def _render_traceback_(self):
        """What a notebook shows in place of a traceback."""
        id = self.exercise.id
        return [
            f"\x1b[1mExercise {id} · {self.exercise.title}\x1b[0m is not written yet.",
            f"    write it       {self.place}",
            f'    a hint         course.hint("{id}")',
            f'    go on without  course.adopt("{id}")',
        ]


def exercise(id, title, *, minutes, difficulty, core):
    """Decorator: `@exercise("3.8", "Targets", minutes=4, difficulty=2, core=True)`.

    An answer without a bare `raise NotImplementedError` in it is left exactly as it is, whatever it raises.
    """
    about = Exercise(id, title, minutes, difficulty, core)

    def mark(answer):
        if not answer.__module__.startswith("solutions."):
            answer = guard(answer, about)
        answer.exercise = about
        return answer

    return mark


def guard(answer, about):
    """`answer`, with its stub's `raise NotImplementedError` (if there is one) turned into what a person needs.

    answer: function or class.  about: Exercise.  Returns `answer` itself where it is written.
    """
    if _is_stub(answer):
        return _guard_function(answer, about)
    stubs = [method for method in vars(answer).values() if _is_stub(method)] if isinstance(answer, type) else []
    if stubs and not about.core:
        return _reference_class(answer, about, stubs[0])
    for method in stubs:
        setattr(answer, method.__name__, _guard_function(method, about))
    return answer


def _guard_function(function, about):
    @functools.wraps(function)
    def stand_in(*args, **kwargs):
        __tracebackhide__ = True
        try:
            return function(*args, **kwargs)
        except NotImplementedError as error:
            if not _is_the_stubs_own(error, function):
                raise
        fall_back(about, function)
        return reference(about, function.__name__)(*args, **kwargs)

    return stand_in


def _reference_class(stub, about, method):
    """A subclass of the reference under the stub's name, which says so when the first object is made."""
    original = reference(about, stub.__name__)

    @functools.wraps(original.__init__)
    def init(self, *args, **kwargs):
        __tracebackhide__ = True
        fall_back(about, method)
        original.__init__(self, *args, **kwargs)

    names = {"__init__": init, "__doc__": stub.__doc__, "__module__": stub.__module__}
    return type(original)(stub.__name__, (original,), names | {"__qualname__": stub.__qualname__})


def reference(about, name):
    """The reference answer called `name`, out of solutions/."""
    return getattr(importlib.import_module(f"solutions.{about.module}"), name)


judged = set()  # ids being checked: their stubs never pass for an answer, stretch or not
fallen_back = defaultdict(set)  # id: the stubs that were called and used the reference; the notebook clears it
_told = set()


def fall_back(about, stub):
    """Say once that a stretch exercise uses the reference. Raises Unwritten for a core one or one being judged."""
    place = _place(stub)
    if about.core or about.id in judged:
        raise Unwritten(about, place)
    fallen_back[about.id].add(stub.__qualname__.partition(".")[0])
    if about.id not in _told:
        _told.add(about.id)
        tell(f"Exercise {about.id} ({about.title}) is not written yet: the reference does it. Yours goes in {place}.")


def tell(text):
    """A line for whoever is watching. `workshop.course` replaces this where a notebook is watching."""
    print(text, file=sys.stderr)


def _is_stub(answer):
    return isinstance(answer, types.FunctionType) and bool(_stub_raises(answer.__code__))


def _is_the_stubs_own(error, function):
    """Whether `raise NotImplementedError` stood in the function itself, not in something it called."""
    last = error.__traceback__
    while last.tb_next:
        last = last.tb_next
    return type(error) is NotImplementedError and (last.tb_frame.f_code, last.tb_lasti) in {
        (code, offset) for code, offset, _ in _stub_raises(function.__code__)
    }


def _stub_raises(code):
    """[(code, offset, line)] of each bare, reachable `raise NotImplementedError` in a function and those inside it.

    Python's compiler drops what stands behind a `return`, so a forgotten `raise` below an answer does not count.
    """
    found, before = [], None
    for step in dis.get_instructions(code):
        if step.opname == "RAISE_VARARGS" and before.opname == "LOAD_GLOBAL" and before.argval == "NotImplementedError":
            found.append((code, step.offset, step.positions.lineno))
        before = step
    for inner in code.co_consts:
        if isinstance(inner, types.CodeType):
            found += _stub_raises(inner)
    return found


def _place(function):
    """ "workshop/rl.py, line 41": where the function's first `raise NotImplementedError` stands."""
    file = Path(function.__code__.co_filename).resolve()
    if file.is_relative_to(HOUSE):
        file = file.relative_to(HOUSE)
    return f"{file.as_posix()}, line {_stub_raises(function.__code__)[0][2]}"
