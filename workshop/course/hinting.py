"""Help with an exercise: hints, one more each time, and the reference behind a fold. Hints live in course/hints/."""

import ast
import functools
import tomllib
from html import escape

from workshop.course import catalogue, record, stubs
from workshop.errors import BadInput
from workshop.exercise import HOUSE


@functools.cache
def hints(notebook):
    """{exercise id: [three hints]} of a notebook ("1" to "3"), from a nudge to nearly the answer."""
    file = HOUSE / "workshop" / "course" / "hints" / f"{notebook}.toml"
    try:
        return {id: said["hints"] for id, said in tomllib.loads(file.read_text(encoding="utf-8")).items()}
    except OSError:
        raise BadInput(f"{file.relative_to(HOUSE).as_posix()} is missing, and the hints with it.") from None


def next_hints(id):
    """The hints asked for so far and one more, as text with Markdown in it."""
    listed = catalogue.find(id)
    all_of_them = hints(listed.notebook).get(id, [])
    taken = min(record.read().get(id, {}).get("hints", 0) + 1, len(all_of_them))
    record.note(id, hints=taken)
    lines = [f"**{id} · {listed.title}**", *(f"{n}. {said}" for n, said in enumerate(all_of_them[:taken], 1))]
    if taken == len(all_of_them):
        lines.append(f'That was the last hint. `course.reveal("{id}")` shows the reference.')
    else:
        lines.append(f'`course.hint("{id}")` again for more ({taken} of {len(all_of_them)}).')
    return "\n\n".join(lines)


def answer(id):
    """The reference's code for an exercise, without its docstrings: the stub has those."""
    listed = catalogue.find(id)
    source = (HOUSE / "solutions" / f"{listed.module}.py").read_text(encoding="utf-8")
    own = [block.text.strip() for block in stubs.blocks(source) if block.name in listed.names]
    return "\n\n\n".join(map(_without_docstrings, own)) + "\n"


def _without_docstrings(code):
    lines = code.splitlines()
    for node in reversed(list(ast.walk(ast.parse(code)))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and ast.get_docstring(node) is not None:
            said = node.body[0]
            del lines[said.lineno - 1 : said.end_lineno]
            while isinstance(node, ast.ClassDef) and not lines[said.lineno - 1].strip():
                del lines[said.lineno - 1]
    kept = [line for line in lines if line.strip() not in (stubs.OPEN, stubs.CLOSE)]
    return "\n".join(line for line in kept if not line.startswith("@exercise"))


def folded(id):
    """`answer(id)` as HTML: coloured, and folded until it is clicked."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer

    box = "background: #f8f8f8; color: #222; padding: 0.6em 1em; overflow-x: auto"
    inner = "background: none; color: inherit"  # or a dark theme paints its own under colours made for light
    code = highlight(answer(id), PythonLexer(), HtmlFormatter(noclasses=True, cssstyles=box, prestyles=inner))
    title = f"Show the reference for {id} · {escape(catalogue.find(id).title)}"
    return f'<details><summary style="cursor: pointer">{title}</summary>{code}</details>'
