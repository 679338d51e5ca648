"""What a notebook calls: `from workshop import course`, then `course.begin(1)`, `course.hint("1.7")` and so on.

Everything shows itself richly in a notebook and as plain text elsewhere; an id that does not exist is one line.
"""

import ast
import functools
import time

from workshop import exercise
from workshop.course import adoption, board, catalogue, desk, edits, hinting, mistakes, notebooks, record
from workshop.errors import BadInput

_began = {}  # {notebook number: time.monotonic() when it was begun}
_current = None
_watching = False


def begin(number):
    """Start a notebook: its clock, the edits of its file, what was adopted for good. Calling it again changes nothing.

    number: 1, 2 or 3.
    """
    global _current
    if str(number) not in catalogue.NOTEBOOKS:
        raise BadInput(f"there is no notebook {number}: they are 1, 2 and 3.")
    _current = str(number)
    _began.setdefault(_current, time.monotonic())
    edits.pick_up()
    adoption.adopt_what_is_remembered(_current)
    _watch_the_cells()


def hint(id):
    """Show a hint for an exercise: one more each time, three at most, from a nudge to nearly the answer."""
    said = hinting.next_hints(id)
    desk.show(said, markdown=said)


def reveal(id):
    """Show the reference's code for an exercise, folded until clicked."""
    desk.show(hinting.answer(id), html=hinting.folded(id))


def adopt(id, *, for_good=False):
    """Use the reference for one exercise, in this kernel; with for_good=True in every later one too."""
    _adopt([catalogue.find(id)], for_good)
    said = f'{id} now uses the reference{_how_long(for_good)}. `course.unadopt("{id}")` goes back to yours.'
    desk.show(said, markdown=said)


def unadopt(id):
    """Use one's own answer again, as it stands in the file now."""
    listed = catalogue.find(id)
    adoption.unadopt(listed)
    record.note(id, adopted=None)
    board.refresh()
    desk.show(f"{id} uses your {listed.file} again.")


def catch_up(id, *, for_good=False):
    """Use the reference for all exercises of a notebook up to this one, but for those whose check yours has passed."""
    listed = catalogue.find(id)
    upto = [other for other in catalogue.pick([listed.notebook]) if catalogue.order(other.id) <= catalogue.order(id)]
    states = board.states()
    passed = [other.id for other in upto if states[other.id] == "passed"]
    adopted = [other for other in upto if other.id not in passed]
    _adopt(adopted, for_good)
    yours = f" Yours stay: {', '.join(passed)}." if passed else ""
    names = ", ".join(other.id for other in adopted) or "No exercise"
    desk.show(f"{names} now {'use' if len(adopted) > 1 else 'uses'} the reference{_how_long(for_good)}.{yours}")


def progress():
    """Show the board over the three notebooks. It follows by itself from then on."""
    board.show()


def clock():
    """Show the minutes this notebook plans for, those spent since `begin`, and where one should be by now."""
    if _current is None:
        raise BadInput("no notebook has begun yet: run its first code cell, or course.begin(1).")
    desk.show(timetable(_current, (time.monotonic() - _began[_current]) / 60))


def timetable(number, spent):
    """The clock's two lines. number: "1" to "3".  spent: minutes since the notebook was begun."""
    steps = notebooks.steps(number)
    lesson = sum(minutes for title, minutes, exercise in steps if not exercise)
    exercises = sum(minutes for title, minutes, exercise in steps if exercise)
    first = (
        f"Notebook {number}: {spent:.0f} of {lesson + exercises:.0f} minutes spent "
        f"({lesson:.0f} are planned for the lesson, {exercises:.0f} for its core exercises)."
    )
    end = 0.0
    for title, minutes, _ in steps:
        end += minutes
        if spent < end:
            return f"{first}\nBy plan this is the time for: {title} (until minute {end:.0f})."
    return f"{first}\nBy plan this notebook is over."


def _adopt(several, for_good):
    for listed in several:
        adoption.adopt(listed)
        if for_good:
            record.note(listed.id, adopted=True)
    board.refresh()


def _how_long(for_good):
    return ", in later kernels too" if for_good else " until this kernel ends"


def _watch_the_cells():
    """In a notebook, once: look for edits before each cell, and at the check's outcome after it."""
    global _watching
    kernel = desk.kernel()
    if kernel is None or _watching:
        return
    _watching = True
    exercise.tell = desk.tell
    kernel.events.register("pre_run_cell", _before_a_cell)
    kernel.events.register("post_run_cell", _after_a_cell)


def _before_a_cell(info):
    broken, id = edits.pick_up(), _checked_by(info)
    if id and broken:
        desk.kernel().ast_transformers.append(Instead(f"{broken[0]}. Mend that first; nothing was checked."))
    else:
        for line in broken:
            desk.warn(f"{line}. The version before this edit stays in use.")
    exercise.fallen_back.clear()
    desk.kernel().set_custom_exc((Exception,) if id else (), functools.partial(_show_the_mistake, id))


class Instead(ast.NodeTransformer):
    """Runs in place of the next cell, once: a check that passed on the version before an edit would mislead."""

    def __init__(self, said):
        self.said = said

    def visit(self, cell):
        desk.kernel().ast_transformers.remove(self)
        return ast.parse(f"raise AssertionError({self.said!r})")


def _show_the_mistake(id, kernel, kind, error, trace, tb_offset=None):
    """What IPython calls when an error ends a check cell."""
    if not hasattr(error, "_render_traceback_"):
        lines = mistakes.drawn(catalogue.find(id), error, kernel.user_ns)
        error._render_traceback_ = lambda: lines
    kernel.showtraceback((kind, error, trace))


def _after_a_cell(result):
    id, adopted = _checked_by(result.info), adoption.adopted()
    if id and id not in adopted and id not in exercise.fallen_back:
        unwritten = isinstance(result.error_in_exec, exercise.Unwritten)
        record.note(id, check=None if unwritten else "passed" if result.success else "failed")
    elif id and result.success and id not in adoption.named_outside():
        missing = exercise.fallen_back.get(id, set())
        if missing and missing < set(catalogue.find(id).names):
            desk.tell(f"Not yet written, so the reference's: {', '.join(sorted(missing))}.")
        else:
            desk.tell(f"This was the reference, not yet an answer of yours to {id}.")
    edits.take_note()
    board.refresh()


def _checked_by(info):
    """The id of the exercise whose check cell this is, or None."""
    if _current is not None:
        for id, (cell, source) in notebooks.checks(_current).items():
            if cell == info.cell_id or source.strip() == (info.raw_cell or "").strip():
                return id
    return None
