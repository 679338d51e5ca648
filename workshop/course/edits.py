"""Picking up edits of the attendee's files without restarting the kernel.

A changed file is run again in the module it belongs to, so `rl.name` is new at once. A file with a slip in it changes
nothing: the version before stays in use, and a line says so.
"""

import gc
import hashlib
import sys
from pathlib import Path

from workshop.course import adoption
from workshop.exercise import HOUSE, MODULES

_seen = {}  # {module: digest of the text that is in use, or that failed last}
_broken = {}  # {module: what is wrong with the text on disk}


def take_note():
    """Remember the text of files imported since last time, so that a later edit shows."""
    for name, module in _loaded():
        if name not in _seen:
            _seen[name] = _digest(_text(module))


def pick_up():
    """Load what changed since last time. Returns a list of str: a line for each file that cannot be used as it is."""
    take_note()
    for name, module in _loaded():
        _refresh(name, module)
    return list(_broken.values())


def _loaded():
    """[(name, module)] of the attendee's files in use. Adoption's stand-ins for them have no spec."""
    modules = [(name, sys.modules.get(f"workshop.{name}")) for name in MODULES.values()]
    return [(name, module) for name, module in modules if module is not None and module.__spec__ is not None]


def _text(module):
    """A module's text on disk; None between an editor's delete and its rename (the next cell looks again)."""
    try:
        return Path(module.__file__).read_bytes()
    except OSError:
        return None


def _digest(text):
    return hashlib.sha256(text or b"").hexdigest()


def _refresh(name, module):
    file, source = Path(module.__file__), _text(module)
    digest = _digest(source)
    if source is None or digest == _seen[name]:
        return
    _seen[name] = digest
    _broken.pop(name, None)
    before = dict(vars(module))
    try:
        _load(module, compile(source, str(file), "exec"))
    except (Exception, SystemExit) as error:
        vars(module).clear()
        vars(module).update(before)
        _broken[name] = where(error, file)
        return
    adoption.adopt_again(name)
    _hand_over(before, module)


def _load(module, code):
    # Old names go first, so that a function that was deleted is gone; the dict stays, since old functions look there.
    for name in [name for name in vars(module) if not name.startswith("__")]:
        delattr(module, name)
    exec(code, vars(module))


def where(error, file):
    """As in "workshop/rl.py, line 41: what is wrong", for an error met while a file was loaded."""
    line = getattr(error, "lineno", None) if isinstance(error, SyntaxError) else None
    step = error.__traceback__
    while line is None and step:
        if Path(step.tb_frame.f_code.co_filename) == file:
            line = step.tb_lineno
        step = step.tb_next
    shown = file.resolve().relative_to(HOUSE) if file.resolve().is_relative_to(HOUSE) else file
    text = error.msg if isinstance(error, SyntaxError) else f"{type(error).__name__}: {error}"
    return f"{shown.as_posix()}{f', line {line}' if line else ''}: {text}"


def _hand_over(before, module):
    """Objects made before the edit follow their class, unless its __init__ changed: then they may not fit."""
    for name, old in before.items():
        new = vars(module).get(name)
        if not (isinstance(old, type) and isinstance(new, type) and old is not new):
            continue
        if old.__module__ == new.__module__ == module.__name__ and old.__bases__ == new.__bases__:
            made_alike = _code(old.__init__) == _code(new.__init__)
            for item in gc.get_referrers(old) if made_alike else []:
                if type(item) is old:
                    item.__class__ = new


def _code(function):
    """What a function does, without the lines it stands on; None for one that is not written in Python."""
    code = getattr(getattr(function, "__wrapped__", function), "__code__", None)
    return code and (code.co_code, code.co_names, [const for const in code.co_consts if not hasattr(const, "co_code")])
