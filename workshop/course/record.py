"""What is remembered from one kernel to the next, an exercise at a time: `.workshop/progress.json`.

{"1.2": {"check": "passed" or "failed", "adopted": true, "hints": 2}}, each fact only where there is one.
"""

import json

from workshop.course import answers
from workshop.errors import BadInput
from workshop.exercise import HOUSE

FILE = HOUSE / ".workshop" / "progress.json"


def read():
    """{id: facts} of all exercises with facts. A damaged file counts as none: what it held is quickly had again."""
    try:
        facts = json.loads(FILE.read_text(encoding="utf-8"))
        return {id: dict(of_one) for id, of_one in facts.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def note(id, **facts):
    """Remember facts about an exercise; a fact of None is forgotten."""
    everything = read()
    kept = {name: fact for name, fact in (everything.get(id, {}) | facts).items() if fact is not None}
    changed = {other: of_one for other, of_one in (everything | {id: kept}).items() if of_one}
    if changed != everything:
        try:
            answers.write(FILE, json.dumps(changed, indent=1, sort_keys=True) + "\n")
        except BadInput:
            pass  # a folder that cannot be written must not stop the lesson: it only forgets
