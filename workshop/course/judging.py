"""What happens inside one check's process: the setup cell, then the check cell, then a word about how it went.

The word goes through a pipe that nothing else writes to; a process that ends without it has crashed, whatever its
exit code says and whatever it printed.
"""

import builtins
import importlib.machinery
import importlib.util
import json
import linecache
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from workshop import exercise
from workshop.course import adoption, catalogue, notebooks
from workshop.errors import BadInput
from workshop.exercise import HOUSE, MODULES

if os.name == "posix":
    import resource

ANSWERS = "answers_under_check"  # the module name an --answers file gets
LONGEST = 1500  # characters of a message
MEMORY = 4 << 30  # bytes a check may take; the largest needs less than one
FILE_SIZE = 64 << 20  # bytes a check may write to one file, what it prints included
CHECK = "check cell"


@dataclass(frozen=True)
class Job:
    """What one process is to do: check exercise `id`, or (None) only say which answers the file holds.

    answers: path of an --answers file or None.  solutions: use the reference for everything else, and if there is no
    file for the exercise itself too.
    """

    id: str | None
    answers: str | None
    solutions: bool


def run(job, report, output):
    """The life of the process. report: Connection to the parent.  output: file that gets what is printed."""
    whole = {space: dict(vars(space)) for space in (builtins, os)}
    _contain(output)
    report.send_bytes(b"{}")  # ready: the clock starts here
    try:
        if job.solutions or job.answers:
            adoption.leave_the_attendees_files_alone()
        verdict = _present(job) if job.id is None else _check(job)
    except BaseException as error:  # whatever an answer raises, SystemExit and KeyboardInterrupt included
        for space, names in whole.items():
            vars(space).update(names)
        verdict = _verdict(job, error)
    report.send_bytes(json.dumps(verdict).encode())
    os._exit(0)


def _contain(output):
    """Be a group of our own (so that all of it can be ended), print to a file, and stay within bounds."""
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(file, 1)
    os.dup2(file, 2)
    os.environ.pop(adoption.VARIABLE, None)
    os.chdir(HOUSE / "notebooks")
    os.environ["MPLBACKEND"] = "Agg"
    sys.dont_write_bytecode = True  # Python would take it for a text of the same length written within the same second
    if os.name == "posix":
        os.setsid()
        _limit(resource.RLIMIT_DATA, MEMORY)
        _limit(resource.RLIMIT_FSIZE, FILE_SIZE)
        _limit(resource.RLIMIT_CORE, 0)


def _limit(what, most):
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


def _present(job):
    """Which exercises' names an --answers file has, and which of them are its own."""
    names = vars(_load(job.answers))
    held, own = [], []
    for id, listed in catalogue.exercises().items():
        found = [name for name in listed.names if name in names]
        held += [id] if found else []
        own += [id] if any(names[name] is not exercise.reference(listed, name) for name in found) else []
    return {"held": held, "own": own}


def _check(job):
    listed = catalogue.find(job.id)
    namespace = {"__name__": "__main__", "__builtins__": builtins}
    _execute(notebooks.setup(listed.notebook), "setup cell", namespace)
    if not job.solutions:
        exercise.judged.add(job.id)
        if job.answers:
            _put_in_place(_load(job.answers))
        else:
            adoption.unadopt(listed)
    spaces = [builtins, sys.modules[f"workshop.{listed.module}"], *filter(None, [sys.modules.get(ANSWERS)])]
    before = [set(vars(space)) for space in spaces]
    _execute(notebooks.checks(listed.notebook)[job.id][1], f"{CHECK} of {job.id}", namespace)
    for space, names in zip(spaces, before):
        gone = sorted(names - set(vars(space)))
        if gone:
            raise AssertionError(f"`{gone[0]}` is gone from {space.__name__}: does the answer delete a global name?")
    return {"status": "passed", "message": ""}


def _execute(source, name, namespace):
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    exec(compile(source, name, "exec"), namespace)


def _load(file):
    """An --answers file as a module of its own. Modules beside it can be imported too."""
    sys.path.append(str(Path(file).parent))
    loader = importlib.machinery.SourceFileLoader(ANSWERS, file)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(ANSWERS, loader))
    sys.modules[ANSWERS] = module
    loader.exec_module(module)
    return module


def _put_in_place(module):
    """Set the file's answers where the check cell looks for them. What the file lacks stays the reference."""
    for listed in catalogue.exercises().values():
        for name in listed.names:
            if name in vars(module):
                answer = exercise.guard(vars(module)[name], listed)
                setattr(sys.modules[f"workshop.{listed.module}"], name, answer)


def _verdict(job, error):
    """Status and message for what was raised, as one text that a person can act on."""
    if isinstance(error, exercise.Unwritten):
        return {"status": "unwritten" if error.exercise.id == job.id else "failed", "message": str(error)}
    steps = list(_steps(error))
    place = _place_in_the_answer(job, steps)
    if isinstance(error, SystemExit):
        return {"status": "crashed", "message": f"The answer asks Python to exit{place}; it should return instead."}
    return {"status": "failed", "message": _text(error, steps, place) or "The check failed."}


def _text(error, steps, place):
    """What went wrong: the check's own words, or the error with the line it came from."""
    try:
        said = str(error)[:LONGEST]
    except BaseException:  # the error's class is the answer's own, and its __str__ fails
        said = ""
    if isinstance(error, SyntaxError):
        return f"{type(error).__name__}: {error.msg} ({_shown(error.filename or '')}, line {error.lineno})"
    checks_own = not place or steps[-1][0].startswith(CHECK)
    if isinstance(error, BadInput) or (isinstance(error, AssertionError) and checks_own):
        return said
    said = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return said + (place or _line_of_the_check(steps))


def _steps(error):
    """(file, line, function) of each step of an error's traceback, from the check cell inwards."""
    step = error.__traceback__
    while step:
        code = step.tb_frame.f_code
        yield code.co_filename, step.tb_lineno, code.co_name
        step = step.tb_next


def _place_in_the_answer(job, steps):
    """As in " (workshop/rl.py, line 41, in q_target)": the innermost step in the attendee's file, or ""."""
    theirs = [job.answers] if job.answers else [str(HOUSE / "workshop" / f"{module}.py") for module in MODULES.values()]
    for file, line, function in reversed(steps):
        if file in theirs:
            return f" ({_shown(file)}, line {line}{f', in {function}' if function != '<module>' else ''})"
    return ""


def _line_of_the_check(steps):
    """The check's line where an error came up outside of the answer: what it returned did not fit there."""
    lines = [linecache.getline(file, line).strip() for file, line, _ in steps if file.startswith(CHECK)]
    return f", at this line of the check: {lines[-1]}" if lines else ""


def _shown(file):
    path = Path(file)
    return path.relative_to(HOUSE).as_posix() if path.is_relative_to(HOUSE) else path.name
