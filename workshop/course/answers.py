"""The attendee's files on disk: made, put aside, brought back. Nothing of theirs is ever overwritten without a copy."""

import shutil
import time
from pathlib import Path

from workshop.course import catalogue, stubs
from workshop.errors import BadInput
from workshop.exercise import HOUSE, MODULES
from workshop.learning import files

FILES = {number: f"workshop/{module}.py" for number, module in MODULES.items()}


def fresh(number):
    """The text of a notebook's stub file as the solutions make it now. number: "1" to "3"."""
    solution = HOUSE / "solutions" / f"{MODULES[number]}.py"
    return stubs.stub(solution.read_text(encoding="utf-8"), number)


def read(file):
    """The attendee's text of a file ("workshop/rl.py"), or "" if the file is not there."""
    path = HOUSE / file
    return path.read_text(encoding="utf-8") if path.exists() else ""


def write(path, text):
    """Write a text file whole or not at all. Raises BadInput if it cannot be written."""
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        files.write_text(path, text)
    except OSError as error:
        raise BadInput(f"{path} cannot be written ({error.strerror}); nothing was changed.") from error


def aside():
    """A new folder answers/DATE_TIME, as a Path. Raises BadInput if it cannot be made."""
    name = time.strftime("%Y-%m-%d_%H%M%S")
    for suffix in ["", *(f"_{n}" for n in range(2, 100))]:
        folder = HOUSE / "answers" / f"{name}{suffix}"
        try:
            folder.mkdir(parents=True)
            return folder
        except FileExistsError:
            continue
        except OSError as error:
            raise BadInput(f"the folder {folder} cannot be made ({error.strerror}).") from error
    raise BadInput(f"{HOUSE / 'answers'} is full of folders named {name}.")


def save():
    """Copy all that is the attendee's (answers, notebooks, progress) to a new dated folder. Returns the folder."""
    folder = aside()
    for file in (*FILES.values(), *catalogue.NOTEBOOKS.values(), ".workshop/progress.json"):
        if (HOUSE / file).exists():
            shutil.copy2(HOUSE / file, folder)
    return folder


def answered():
    """Ids of the exercises in whose place something is written, right or wrong."""
    own = {file: stubs.blocks(read(file)) for file in FILES.values()}
    return [
        listed.id
        for listed in catalogue.exercises().values()
        if any(stubs.is_answered(block) for block in own[listed.file] if block.name in listed.names)
    ]


def renew():
    """Write the stub files anew where they are not as the solutions make them.

    Returns ([number], folder): those that were written, and where what stood in them is now (None where nothing did).
    """
    stale = [number for number, file in FILES.items() if read(file) != fresh(number)]
    folder = _keep([FILES[number] for number in stale])
    for number in stale:
        write(HOUSE / FILES[number], fresh(number))
    return stale, folder


def reset(several):
    """Put exercises' stubs back in the attendee's files. Returns the folder with the files as they were, or None.

    several: list of catalogue.Listed.
    """
    folder = _keep({listed.file for listed in several})
    for listed in several:
        stub = fresh(listed.notebook)
        write(HOUSE / listed.file, stubs.put_back(read(listed.file) or stub, stub, listed.names))
    return folder


def _keep(several):
    """Copy files that have anything in them to a new folder, if there are any. Returns the folder or None."""
    there = [file for file in several if read(file)]
    folder = aside() if there else None
    for file in there:
        shutil.copy2(HOUSE / file, folder)
    return folder


def restore(folder):
    """Carry the answers of a saved folder over into today's stubs. Returns the ids that came over.

    folder: any that holds rl.py, nets.py or dqn.py: one that `save` made, or workshop/ of another copy of the course.
    What stands in today's files is copied aside first. Raises BadInput if the folder holds none of them.
    """
    there = {number: Path(folder) / f"{module}.py" for number, module in MODULES.items()}
    there = {number: path for number, path in there.items() if path.is_file()}
    if not there:
        raise BadInput(f"{folder} holds no answers: neither rl.py nor nets.py nor dqn.py.")
    _keep([file for number, file in FILES.items() if read(file) != fresh(number)])
    for number, path in there.items():
        names = {name for listed in catalogue.exercises().values() for name in listed.names}
        write(HOUSE / FILES[number], stubs.carried_over(path.read_text(encoding="utf-8"), fresh(number), names))
    return [id for id in answered() if id.split(".")[0] in there]
