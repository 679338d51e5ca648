"""A notebook's cells as HTML that needs nothing from anywhere: for the slides and the handout.

Mathematics becomes SVG, code is coloured, pictures are inside, and a widget is shown as it stood.
"""

import base64
import functools
import html
import mimetypes
import re
from pathlib import Path

import nbconvert.filters.markdown_mistune as mistune_filter
import ziamath
from nbconvert.filters import ansi2html
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from workshop.course import stills
from workshop.errors import BadInput
from workshop.exercise import HOUSE

ziamath.config.svg2 = False  # each formula carries its own glyphs: a slide that is not shown lends none to others
SHOWN = ("image/svg+xml", "text/html", "image/png", "image/jpeg", "image/gif", "text/plain")  # the first there is
MATH_SIZE = 20  # in which formulas are drawn; on the page they follow the text around them
SIGN = re.compile(r"(^|[=(,\[])\s*-(\d+(?:\.\d+)?)")  # a sign, not a difference: it stands close to its number
PARAGRAPH_OF_MATH = re.compile(r"<p>(<span class=\"display\">.*?</span>)</p>", re.DOTALL)


class Markdown(mistune_filter.IPythonRenderer):
    """nbconvert's own reading of markdown, its formulas drawn at once instead of by a script in the browser."""

    def block_math(self, body):
        return f'<span class="display">{formula(body)}</span>'

    def inline_math(self, body):
        return formula(body, inline=True)

    def latex_environment(self, name, body):
        return self.block_math(rf"\begin{{{name}}}{body}\end{{{name}}}")


def markdown(text):
    """Markdown as HTML, pictures (relative to notebooks/) inside. Raises BadInput for one that is missing."""
    renderer = Markdown(escape=False, exclude_anchor_links=True)
    page = mistune_filter.MarkdownWithMath(renderer=renderer).render(text)
    return embedded(PARAGRAPH_OF_MATH.sub(r"\1", page))


@functools.cache
def formula(tex, inline=False):
    """A formula in TeX as SVG, its size in em and its baseline on the text's."""
    drawn = ziamath.Latex(SIGN.sub(r"\1{-\2}", tex.strip()), size=MATH_SIZE, inline=inline).svgxml()
    width, height = float(drawn.get("width")), float(drawn.get("height"))
    below = float(drawn.get("viewBox").split()[1]) + height
    drawn.set("width", f"{width / MATH_SIZE:.3f}em")
    drawn.set("height", f"{height / MATH_SIZE:.3f}em")
    drawn.set("style", f"vertical-align: {-below / MATH_SIZE:.3f}em")
    drawn.set("role", "img")
    drawn.set("aria-label", tex.strip())
    return ziamath.zmath.ET.tostring(drawn, encoding="unicode")


def code(source):
    """Python, coloured; its colours are those of `colours()`."""
    return highlight(source, PythonLexer(), HtmlFormatter(cssclass="code"))


def colours():
    """The style sheet for `code`."""
    return HtmlFormatter(style="friendly").get_style_defs(".code")


def outputs(cell, widgets):
    """What a code cell printed and showed. widgets: the notebook's saved widgets, as stills.saved gives them."""
    merged = []
    for output in cell.get("outputs", []):
        if output["output_type"] == "stream" and merged and merged[-1].get("name") == output["name"]:
            merged[-1] = {**merged[-1], "text": merged[-1]["text"] + output["text"]}
        else:
            merged.append(output)
    return "".join(_output(output, widgets) for output in merged)


def _output(output, widgets):
    kind = output["output_type"]
    if kind == "stream":
        text = output["text"].rstrip("\n")
        # A progress bar's warnings and repaints are of no use on paper.
        return "" if output["name"] == "stderr" else f'<pre class="printed">{ansi2html(text)}</pre>'
    if kind == "error":
        return f'<pre class="printed">{ansi2html(chr(10).join(output["traceback"][-1:]))}</pre>'
    data = output["data"]
    if stills.MIME in data and "text/html" not in data:  # with a still of its own beside it, that is shown
        return f'<div class="widget">{stills.still(data[stills.MIME]["model_id"], widgets)}</div>'
    mime = next((mime for mime in SHOWN if mime in data), None)
    return f'<div class="output">{_shown(mime, data[mime])}</div>' if mime else ""


def _shown(mime, content):
    if mime == "text/html":
        return embedded(content)
    if mime == "image/svg+xml":
        return content[content.index("<svg") :]
    if mime == "text/plain":
        return f'<pre class="printed">{html.escape(content)}</pre>'
    return f'<img src="data:{mime};base64,{content.strip()}" alt="">'


def embedded(page):
    """HTML whose pictures that lie in files (named relative to notebooks/) are inside it."""
    return re.sub(r'(<img[^>]*\ssrc=")(?!data:)([^"]+)(")', lambda found: found[1] + _inside(found[2]) + found[3], page)


def _inside(source):
    path = Path(HOUSE / "notebooks" / source)
    try:
        content = base64.b64encode(path.read_bytes()).decode()
    except OSError:
        raise BadInput(f"the picture {source} is missing; put it back or take it out of the notebook.") from None
    return f"data:{mimetypes.guess_type(path.name)[0]};base64,{content}"
