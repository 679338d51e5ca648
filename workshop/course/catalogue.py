"""The list of exercises, read from the decorators in solutions/ without importing them.

Everything that names an exercise (hints, checks, the board, the verbs) asks here, so that all of them agree.
"""

import ast
import difflib
import functools
from dataclasses import dataclass

from workshop.errors import BadInput
from workshop.exercise import HOUSE, MODULES, Exercise

NOTEBOOKS = {
    "1": "notebooks/1_reinforcement_learning.ipynb",
    "2": "notebooks/2_neural_networks.ipynb",
    "3": "notebooks/3_deep_q_network.ipynb",
}


@dataclass(frozen=True)
class Listed(Exercise):
    """An exercise with the names (functions or a class) that answer it, in the order they stand in the file."""

    names: tuple = ()

    @property
    def notebook(self):
        """The number of its notebook: "1", "2" or "3"."""
        return self.id.split(".")[0]

    @property
    def file(self):
        """Where an attendee writes it, from the repository's root."""
        return f"workshop/{self.module}.py"


@functools.cache
def exercises():
    """{id: Listed} of all exercises, by notebook and number."""
    found = {}
    for module in MODULES.values():
        tree = ast.parse((HOUSE / "solutions" / f"{module}.py").read_text(encoding="utf-8"))
        for node in tree.body:
            about = mark(node)
            if about:
                known = found.get(about.id)
                names = (*(known.names if known else ()), node.name)
                found[about.id] = Listed(**vars(about), names=names)
    return dict(sorted(found.items(), key=lambda item: order(item[0])))


def mark(node):
    """The Exercise that a definition's decorator speaks of, or None. node: an ast statement."""
    for decorator in getattr(node, "decorator_list", []):
        if isinstance(decorator, ast.Call) and ast.unparse(decorator.func) == "exercise":
            id, title = map(ast.literal_eval, decorator.args)
            return Exercise(id, title, **{word.arg: ast.literal_eval(word.value) for word in decorator.keywords})
    return None


def order(id):
    """A sorting key that puts "2.10" behind "2.9"."""
    return tuple(map(int, id.split(".")))


def find(id):
    """The Listed exercise with this id ("1.7"). Raises BadInput, with ids that may have been meant."""
    if not isinstance(id, str):
        raise BadInput(f'an exercise\'s id is written in quotes: "{id}"')
    if id in exercises():
        return exercises()[id]
    near = [known for known in exercises() if known.startswith(f"{id}.")][:3]
    near = near or difflib.get_close_matches(id, exercises(), n=3, cutoff=0.4)
    guess = f" Did you mean {' or '.join(near)}?" if near else ""
    ids = list(exercises())
    raise BadInput(f'there is no exercise "{id}".{guess} They run from {ids[0]} to {ids[-1]}.')


def pick(words):
    """The exercises that a person asked for, in order and each once; all of them for no words.

    words: list of str, each an id ("1.2"), a notebook ("1") or a range ("1.2-1.5", both ends in).
    Raises BadInput for a word that is none of these.
    """
    chosen = set()
    for word in words:
        first, dash, last = word.partition("-")
        if dash:
            ends = order(find(first).id), order(find(last).id)
            if ends[0] > ends[1]:
                raise BadInput(f"{word} runs backwards; say {last}-{first}.")
            chosen |= {id for id in exercises() if ends[0] <= order(id) <= ends[1]}
        elif word in MODULES:
            chosen |= {id for id in exercises() if id.startswith(f"{word}.")}
        else:
            chosen.add(find(word).id)
    return [listed for id, listed in exercises().items() if not words or id in chosen]
