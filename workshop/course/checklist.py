"""A sheet of A4 to pin on the wall: in front the plan by minutes, behind what helps and what doctor found.

What helps is told once, in the README's chapter for instructors, and taken from there.
"""

import html
import re
import time

from workshop.course import doctor, notebooks, rendering, slides
from workshop.course.catalogue import NOTEBOOKS
from workshop.exercise import HOUSE


def page(examined):
    """The page as HTML. examined: {check: [Finding]}, all that doctor found."""
    broken = [found.name for several in examined.values() for found in several if found.status == doctor.BROKEN]
    return slides.read("checklist.html").format(
        style=slides.read("page.css") + slides.read("checklist.css"),
        when=time.strftime("%A, %d %B %Y, %H:%M"),
        plan="".join(map(_plan, NOTEBOOKS)),
        late=_told("When you are late"),
        wrong=_told("What usually goes wrong"),
        verdict=html.escape(f"broken: {', '.join(broken)}" if broken else "ready"),
        found="".join(_row(found) for name, several in examined.items() for found in _short(name, several)),
    )


def _plan(number):
    """A notebook's sections and core exercises, each with the minute at which it begins."""
    rows, begins = "", 0.0
    for title, minutes, exercise in notebooks.steps(number):
        rows += f"<tr{' class=turn' if exercise else ''}><td>{begins:g}</td><td>{html.escape(title)}</td></tr>"
        begins += minutes
    title = notebooks.cells(number)[0]["source"].splitlines()[0].strip("# ")
    return (
        f"<section><h3>{number} · {title}</h3><table>{rows}<tr><td>{begins:g}</td><td>end</td></tr></table></section>"
    )


def _told(heading):
    """A section of the README as HTML."""
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    return rendering.markdown(re.search(rf"^### {heading}\n(.+?)(?=^##)", readme, re.MULTILINE | re.DOTALL)[1])


def _short(name, several):
    """The findings of a check; where they are many and all is well, one that says so."""
    if len(several) < 3 or any(found.status != doctor.OK for found in several):
        return several
    return [doctor.Finding(name, doctor.OK, "all is well: " + ", ".join(found.name for found in several))]


def _row(found):
    words = (found.status, found.name, f"{found.message} → {found.cure}" if found.cure else found.message)
    return f'<tr class="{found.status}">' + "".join(f"<td>{html.escape(word)}</td>" for word in words) + "</tr>"
