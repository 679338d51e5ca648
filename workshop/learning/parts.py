"""Where the parts of DQN come from: the reference, or an attendee's own dqn.py as it was when the run began."""

import importlib.util
import json
import shutil
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from workshop.errors import BadInput
from workshop.exercise import HOUSE, Unwritten
from workshop.learning.agent import Agent
from workshop.types import Batch

ADOPTED = "adopted.json"  # in a run's folder


def reference():
    """The module `solutions.dqn`."""
    return importlib.import_module("solutions.dqn")


class Broken(BadInput):
    """An attendee's dqn.py raised. trace: the traceback in their own lines, as they know their file."""

    def __init__(self, said, trace):
        super().__init__(said)
        self.trace = trace


def mine(folder, *, begun, adopted=()):
    """The attendee's workshop/dqn.py, from the copy kept in the run folder, with the reference where it was adopted.

    begun: whether there is a checkpoint, which goes on with the code it began with; if not, a new copy is made.
    adopted: ids of the exercises whose reference is to be used; the folder keeps that list too.
    Raises BadInput if the copy cannot be made or imported.
    """
    copy = Path(folder) / "dqn.py"
    if not (begun and copy.exists()):
        _keep(copy, Path(folder) / ADOPTED, adopted)
    adopted, answers = kept_adopted(folder), _reference_answers()
    if {id for id, _ in answers} <= adopted:
        return reference()  # whatever stands in the file
    spec = importlib.util.spec_from_file_location("workshop.dqn", copy)
    module = importlib.util.module_from_spec(spec)
    sys.modules["workshop.dqn"] = module
    with blamed_on(module):
        spec.loader.exec_module(module)
    vars(module).update({answer.__name__: answer for id, answer in answers if id in adopted})
    return module


def kept_adopted(folder):
    """The ids (set) of the exercises whose reference a run in the folder uses; none where that is not kept."""
    kept = Path(folder) / ADOPTED
    return set(json.loads(kept.read_text(encoding="utf-8"))) if kept.exists() else set()


def _keep(copy, kept, adopted):
    try:
        shutil.copy(HOUSE / "workshop" / "dqn.py", copy)
        kept.write_text(json.dumps(sorted(adopted)), encoding="utf-8")
    except OSError as error:
        raise BadInput(f"cannot copy workshop/dqn.py to {copy} ({error.strerror}).") from error


def _reference_answers():
    """[(id, answer)] of notebook 3."""
    return [(thing.exercise.id, thing) for thing in vars(reference()).values() if hasattr(thing, "exercise")]


@contextmanager
def blamed_on(module):
    """What an attendee's module raises becomes BadInput with its line there; what others raise is left as it is."""
    try:
        yield
    except BadInput:
        raise
    except Unwritten as error:
        about, line = error.exercise, error.place.rpartition(" ")[2]
        trace = str(error).replace(error.place, f"workshop/dqn.py, line {line},")
        raise _to_mend(f"exercise {about.id} ({about.title}) is not written yet", line, trace) from error
    except Exception as error:
        theirs = traceback.TracebackException.from_exception(error)
        theirs.stack = traceback.StackSummary.from_list(f for f in theirs.stack if f.filename == module.__file__)
        lines = [frame.lineno for frame in theirs.stack]
        if isinstance(error, SyntaxError) and error.filename == module.__file__:
            lines = [error.lineno]
        if not lines:
            raise
        what = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
        trace = "".join(theirs.format(chain=False)).replace(module.__file__, "workshop/dqn.py")
        raise _to_mend(what, lines[-1], trace) from error


def _to_mend(what, line, trace):
    said = (
        f"{what} (workshop/dqn.py, line {line}). Mend it; a run that has learned keeps the code it began with, "
        "so name another folder with --out for it then."
    )
    return Broken(said, trace)


def rehearse(parts, preset, world, device):
    """Act and learn once on blank states: what is not written or wrong shows at once, not after minutes of play."""
    agent = Agent(parts, preset, world.frame_shape, world.n_actions, rng=np.random.default_rng(0), device=device)
    states = np.zeros((preset.batch_size, *world.states.shape[1:]), world.frame_dtype)
    nothing = np.zeros(preset.batch_size, np.float32)
    agent.act(states, 0.5, np.random.default_rng(0))
    agent.learn(Batch(states, nothing.astype(np.int32), nothing, states, nothing > 0))
