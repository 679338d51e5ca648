"""Stubs: the solutions without their answers. Text in, text out; `course.answers` reads and writes the files.

A stub keeps imports, constants, helpers, decorators, signatures and docstrings. What the attendee is to write becomes
`raise NotImplementedError`: the part between `# <your code>` and `# </your code>`, or else the whole body.
"""

import ast
import re
from dataclasses import dataclass

from workshop.course.catalogue import mark

GAP = "raise NotImplementedError"
OPEN, CLOSE = "# <your code>", "# </your code>"

HEAD = '''"""Your answers to notebook {number}.

Write where it says `raise NotImplementedError`; all you need to know stands in the docstring above it. Save, and run
the exercise's check cell in the notebook: there is nothing to restart. Helpers of your own may stand anywhere here.
`python3 start.py reset {number}.1` brings an exercise back as it was and keeps your text.
{more}"""
'''


def stub(solution, number):
    """The text of workshop/{rl,nets,dqn}.py. solution: text of the solutions' file.  number: its notebook, "1" to "3".

    The solution's opening goes, but for its further paragraphs: conventions that hold for the whole file.
    """
    opening = ast.parse(solution).body[0]
    _, _, more = ast.get_docstring(ast.parse(solution)).partition("\n\n")
    rest = "".join(solution.splitlines(keepends=True)[opening.end_lineno :])
    return HEAD.format(number=number, more=f"\n{more}\n" if more else "") + emptied(rest)


def emptied(source):
    """`source` with every exercise's answer taken out. Stubs come out as they went in. Raises SyntaxError."""
    lines = source.splitlines(keepends=True)
    gaps = [gap for node in ast.parse(source).body if mark(node) for gap in _gaps(node, lines)]
    for start, end in reversed(gaps):
        indent = re.match(r"\s*", lines[start])[0]
        lines[start:end] = [f"{indent}{GAP}\n"]
    return "".join(lines)


def _gaps(node, lines):
    """[(start, end)]: the lines, counted from 0, that an exercise's attendee writes."""
    block = range(node.lineno - 1, node.end_lineno + 1)
    opens = [i + 1 for i in block if i < len(lines) and lines[i].strip() == OPEN]
    closes = [i for i in block if i < len(lines) and lines[i].strip() == CLOSE]
    if opens or closes:
        if len(opens) != len(closes) or any(start >= end for start, end in zip(opens, closes, strict=True)):
            raise SyntaxError(f"{node.name}: each `{OPEN}` needs its `{CLOSE}` and something between them")
        return list(zip(opens, closes, strict=True))
    functions = node.body if isinstance(node, ast.ClassDef) else [node]
    return [_body(function, lines) for function in functions if isinstance(function, ast.FunctionDef)]


def _body(function, lines):
    """(start, end) of a function's body below its docstring, comments around it included."""
    first, *others = function.body
    if ast.get_docstring(function) is not None:
        if not others:
            raise SyntaxError(f"{function.name}: there is nothing below the docstring")
        start = first.end_lineno
        while not lines[start].strip():
            start += 1
    else:
        start = first.lineno - 1
        while lines[start - 1].lstrip().startswith("#"):
            start -= 1
    end = function.end_lineno
    while end < len(lines) and re.match(r"\s+#", lines[end]):
        end += 1
    return start, end


@dataclass(frozen=True)
class Block:
    """A top-level piece of a file: its name (a definition's, a constant's, else its own text) and its text."""

    name: str
    text: str


def blocks(source):
    """[Block], which joined give `source` again. Finds them by their looks, so a file with a slip in it will do."""
    pieces, quoted, decorated = [[]], False, False
    for line in source.splitlines(keepends=True):
        if re.match(r"[A-Za-z_@]", line) and not quoted and not decorated:
            comments = []
            while pieces[-1] and pieces[-1][-1].startswith("#"):
                comments.insert(0, pieces[-1].pop())
            pieces.append(comments)
        if not quoted and re.match(r"@|def |class ", line):
            decorated = line.startswith("@")
        quoted ^= bool(len(re.findall(r'"""|\'\'\'', line)) % 2)
        pieces[-1].append(line)
    return [Block(_name("".join(piece)), "".join(piece)) for piece in pieces if piece]


def _name(text):
    found = re.search(r"^(?:def|class)\s+(\w+)|^(\w+)\s*(?::[^\n=]+)?=(?!=)", text, re.MULTILINE)
    return next(filter(None, found.groups())) if found else text.strip()


def is_answered(block):
    """Whether an exercise's block holds anything but the stub's `raise NotImplementedError`."""
    try:
        return emptied(block.text) != block.text
    except SyntaxError:
        return True


def differences(stub, mine):
    """Names of the stub's blocks that `mine` has otherwise, answers aside. Raises SyntaxError if `mine` has a slip."""
    own = {block.text.rstrip() for block in blocks(emptied(mine))}
    return [block.name for block in blocks(stub) if block.text.rstrip() not in own]


def put_back(mine, stub, names):
    """`mine` with each block called one of `names` as it is in `stub`, once; one that is missing comes at the end."""
    fresh = {block.name: block.text for block in blocks(stub) if block.name in names}
    text = ""
    for block in blocks(mine):
        if block.name not in names:
            text += block.text
        elif block.name in fresh:
            text += _swap(block.text, fresh.pop(block.name))
    for missing in fresh.values():
        text = f"{text.rstrip()}\n\n\n{missing.rstrip()}\n"
    return text


def carried_over(mine, stub, names):
    """A newer `stub` with what was written in `mine`: answers, and whatever stood there beside them.

    names: those of the exercises. An answered one comes over, under the newer stub's docstring where its arguments are
    still the same; an unanswered one stays as the stub has it.
    """
    result = blocks(stub)
    place = 0
    for block in blocks(mine):
        known = [i for i, other in enumerate(result) if other.name == block.name]
        if known:
            place = known[0]
            if block.name in names and is_answered(block):
                answer = _under_new_opening(block.text, result[place].text)
                result[place] = Block(block.name, _swap(result[place].text, answer))
        elif block.name not in names and not block.text.startswith('"""'):  # the old file's docstring is ours
            place += 1
            result.insert(place, block)
    return "".join(block.text for block in result)


def _under_new_opening(answer, stub):
    """An answer under the stub's decorator and docstring, unless it takes other arguments or cannot be read."""
    try:
        mine, theirs = ast.parse(answer).body[0], ast.parse(stub).body[0]
    except SyntaxError:
        return answer
    both = (mine, theirs)
    if _signature(mine) != _signature(theirs) or any(ast.get_docstring(node) is None for node in both):
        return answer
    opening = stub.splitlines(keepends=True)[: theirs.body[0].end_lineno]
    return "".join([*opening, *answer.splitlines(keepends=True)[mine.body[0].end_lineno :]])


def _signature(node):
    return ast.dump(node.args) if isinstance(node, ast.FunctionDef) else [ast.dump(base) for base in node.bases]


def _swap(old, new):
    """`new` with as many blank lines behind it as `old` had."""
    return new.rstrip() + old[len(old.rstrip()) :]
