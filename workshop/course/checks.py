"""Running check cells, each in a process of its own that a prepared one is forked into (spawned on Windows).

Whatever an answer does there (loops for ever, exits, crashes the interpreter, floods the screen) is the outcome of
that one check, and the rest goes on.
"""

import functools
import json
import multiprocessing
import os
import re
import signal
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import wait
from pathlib import Path
from threading import Event

from workshop.course import catalogue, record
from workshop.course.judging import Job, run

LIMIT = 10.0  # seconds for one check
PREPARING = 120.0  # seconds for a process to get ready; only where it must import everything itself
FLOOD = 1_000_000  # bytes of print
AT_ONCE = 2
# No windows; one thread for each check, since two run at once.
SURROUNDINGS = {"MPLBACKEND": "Agg", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Verdict:
    """How one check went. status: "passed", "unwritten", "failed", "crashed" or "timeout"; message: "" if it passed."""

    id: str
    status: str
    message: str


@dataclass(frozen=True)
class Answers:
    """A file of answers. path: str.  held: ids whose names are in it.  own: those that are not just the reference's.

    trouble: None, or (status, message) where it cannot even be imported; then `own` are those its text looks like.
    """

    path: str
    held: list
    own: list
    trouble: tuple | None = None


def look_into(file, *, limit=LIMIT):
    """The Answers in a Python file, which is imported in a process of its own. limit: seconds for that."""
    path = str(Path(file).resolve())
    word = _attend(Job(None, path, False), limit, Event())
    if "held" in word:
        return Answers(path, word["held"], word["own"])
    text = Path(path).read_text(encoding="utf-8", errors="replace")
    names = set(re.findall(r"^(?:def |class |(?=\w+ *=))(\w+)", text, re.MULTILINE))
    ids = [id for id, listed in catalogue.exercises().items() if names & set(listed.names)]
    return Answers(path, ids, ids, (word["status"], word["message"]))


def judge(exercises, *, answers=None, solutions=False, limit=LIMIT):
    """Check exercises; yields a Verdict each, in order, as soon as it is there.

    exercises: list of catalogue.Listed.  answers: Answers that stand in for the stubs, or None.
    solutions: check the reference.  limit: seconds for each.
    """
    _context()  # here, so that the threads below find it made
    stop = Event()
    pool = ThreadPoolExecutor(AT_ONCE)

    def one(listed):
        if answers and answers.trouble:
            return Verdict(listed.id, *answers.trouble)
        if answers and listed.id not in answers.held:
            names = " or ".join(listed.names)
            return Verdict(listed.id, "unwritten", f"{Path(answers.path).name} does not define {names}.")
        word = _attend(Job(listed.id, answers and answers.path, solutions), limit, stop)
        return Verdict(listed.id, word["status"], word["message"])

    try:
        yield from pool.map(one, exercises)
    finally:
        stop.set()
        pool.shutdown(cancel_futures=True)


def _attend(job, limit, stop):
    """Start a process for a job and wait for its word, for its end, or for patience to run out. Returns a dict."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="workshop-check-") as folder:
        output = os.path.join(folder, "printed")
        process = _context().Process(target=run, args=(job, theirs, output), daemon=True)
        process.start()
        theirs.close()
        try:
            return _listen(process, ours, output, limit, stop)
        finally:
            _end(process)
            ours.close()


def _listen(process, ours, output, limit, stop):
    deadline = time.monotonic() + PREPARING
    words = 0
    while not stop.is_set():
        ready = wait([ours, process.sentinel], timeout=0.05)
        if _size(output) > FLOOD:
            return _outcome("failed", f"It printed {FLOOD // 1_000_000} MB and was stopped. Is a print left in a loop?")
        if ours in ready:
            try:
                word = json.loads(ours.recv_bytes())
            except EOFError:
                return _crash(process)
            words += 1
            if words == 2:
                return word
            deadline = time.monotonic() + limit
        elif ready:
            return _crash(process)
        if time.monotonic() > deadline:
            return _outcome("timeout", f"Stopped after {limit:.0f} s without an end. Is there a loop that never ends?")
    return _outcome("crashed", "The check was interrupted.")


def _outcome(status, message):
    return {"status": status, "message": message}


def _crash(process):
    process.join(5)
    code = process.exitcode
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return _outcome("crashed", f"The Python interpreter crashed ({name}) while the check ran.")
    return _outcome("crashed", f"The process ended (exit code {code}) before the check was through. Does it call exit?")


def _size(path):
    return os.path.getsize(path) if os.path.exists(path) else 0


def _end(process):
    """End a check's process with everything it started."""
    if hasattr(os, "killpg") and process.pid:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass  # nothing of it is left, or it had not yet become a group of its own
    process.kill()
    process.join()


@functools.cache
def _context():
    """multiprocessing's context: forks of a prepared process, or on Windows, which has no fork, fresh ones."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["workshop.course.prepared"])
    before = dict(os.environ)
    os.environ.update(SURROUNDINGS)
    try:
        forkserver.ensure_running()
    finally:
        os.environ.clear()
        os.environ.update(before)
    return context


def remember(verdicts):
    """Note on the progress board how the attendee's own answers did."""
    for verdict in verdicts:
        word = {"passed": "passed", "unwritten": None}.get(verdict.status, "failed")
        record.note(verdict.id, check=word)
