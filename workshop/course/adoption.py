"""Using the reference in place of one's own answer: the name in workshop.rl (nets, dqn) is simply set anew.

Everything that says `rl.name`, the attendee's other functions too, then meets the reference; the reference itself
goes on calling the reference's own parts.
"""

import importlib
import os
import sys
import types

import workshop
from workshop.course import catalogue, record
from workshop.exercise import HOUSE, MODULES, reference

VARIABLE = "WORKSHOP_ADOPT"  # "all", or ids with commas between them
_own = {}  # {(module, name): what the attendee's file has under that name}
_adopted = set()


def adopted():
    """Ids of the exercises whose reference is in use in this process, in order."""
    return sorted(_adopted, key=catalogue.order)


def adopt(listed):
    """Put the reference in place of an exercise's names. listed: catalogue.Listed."""
    module = importlib.import_module(f"workshop.{listed.module}")
    for name in listed.names:
        _own.setdefault((listed.module, name), vars(module).get(name))
        setattr(module, name, reference(listed, name))
    _adopted.add(listed.id)


def unadopt(listed):
    """Put the attendee's own back, as their file has it."""
    module = importlib.import_module(f"workshop.{listed.module}")
    for name in listed.names:
        if (listed.module, name) in _own:
            setattr(module, name, _own.pop((listed.module, name)))
    _adopted.discard(listed.id)


def adopt_again(module):
    """After a module ("rl") was loaded anew: adopt in it what was adopted before."""
    for key in [key for key in _own if key[0] == module]:
        del _own[key]
    for id in adopted():
        if catalogue.find(id).module == module:
            adopt(catalogue.find(id))


def adopt_what_is_remembered(number):
    """In a notebook's module: adopt what was adopted for good, and what the environment variable names."""
    for listed in remembered(number):
        adopt(listed)


def remembered(number):
    """The exercises of a notebook, [Listed], that were adopted for good or that the environment variable names."""
    wanted = {id for id, facts in record.read().items() if facts.get("adopted")} | named_outside()
    return [listed for listed in catalogue.pick([number]) if listed.id in wanted]


def named_outside():
    """The ids that the environment variable names."""
    words = [word.strip() for word in os.environ.get(VARIABLE, "").split(",") if word.strip()]
    return {listed.id for listed in catalogue.pick([] if "all" in words else words)} if words else set()


def leave_the_attendees_files_alone():
    """Make workshop.rl, nets and dqn be the reference without importing the files, whatever stands in them."""
    for module in MODULES.values():
        stand_in = types.ModuleType(f"workshop.{module}", "The reference, in place of the attendee's file.")
        original = vars(importlib.import_module(f"solutions.{module}"))
        vars(stand_in).update({name: value for name, value in original.items() if not name.startswith("__")})
        stand_in.__file__ = str(HOUSE / "workshop" / f"{module}.py")
        sys.modules[stand_in.__name__] = stand_in
        setattr(workshop, module, stand_in)


def adopt_from_the_start():
    """Called when the course is imported: with everything adopted from outside, the files need not even be sound."""
    imported = any(f"workshop.{module}" in sys.modules for module in MODULES.values())
    if os.environ.get(VARIABLE) == "all" and not imported:
        leave_the_attendees_files_alone()
