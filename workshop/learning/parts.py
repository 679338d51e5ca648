"""Where the parts of DQN come from: the reference, or an attendee's own dqn.py as it was when the run began."""

import importlib.util
import shutil
import sys
import traceback
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from workshop.errors import BadInput
from workshop.exercise import Unwritten
from workshop.learning.agent import Agent
from workshop.types import Batch

HOUSE = Path(__file__).resolve().parents[2]


def reference():
    """The module `solutions.dqn`."""
    return importlib.import_module("solutions.dqn")


def mine(folder, *, begun):
    """The attendee's workshop/dqn.py, from the copy kept in the run folder.

    begun: whether there is a checkpoint, which goes on with the code it began with; if not, a new copy is made.
    Raises BadInput if the copy cannot be made or imported.
    """
    copy = Path(folder) / "dqn.py"
    if not (begun and copy.exists()):
        try:
            shutil.copy(HOUSE / "workshop" / "dqn.py", copy)
        except OSError as error:
            raise BadInput(f"cannot copy workshop/dqn.py to {copy} ({error.strerror}).") from error
    spec = importlib.util.spec_from_file_location("workshop.dqn", copy)
    module = importlib.util.module_from_spec(spec)
    sys.modules["workshop.dqn"] = module
    with blamed_on(module):
        spec.loader.exec_module(module)
    return module


@contextmanager
def blamed_on(module):
    """What an attendee's module raises becomes BadInput with its line there; what others raise is left as it is."""
    try:
        yield
    except BadInput:
        raise
    except Unwritten as error:
        about, line = error.exercise, error.place.rpartition(" ")[2]
        raise _to_mend(f"exercise {about.id} ({about.title}) is not written yet", line) from error
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == module.__file__]
        if isinstance(error, SyntaxError) and error.filename == module.__file__:
            lines = [error.lineno]
        if not lines:
            raise
        raise _to_mend(f"{type(error).__name__}: {str(error).partition(chr(10))[0]}", lines[-1]) from error


def _to_mend(what, line):
    return BadInput(
        f"{what} (workshop/dqn.py, line {line}). Mend it; a run that has learned keeps the code it began with, "
        "so name another folder with --out for it then."
    )


def rehearse(parts, preset, world, device):
    """Act and learn once on blank states: what is not written or wrong shows at once, not after minutes of play."""
    agent = Agent(parts, preset, world.frame_shape, world.n_actions, rng=np.random.default_rng(0), device=device)
    states = np.zeros((preset.batch_size, *world.states.shape[1:]), world.frame_dtype)
    nothing = np.zeros(preset.batch_size, np.float32)
    agent.act(states, 0.5, np.random.default_rng(0))
    agent.learn(Batch(states, nothing.astype(np.int32), nothing, states, nothing > 0))
