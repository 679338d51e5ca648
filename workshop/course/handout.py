"""The handout: an executed notebook as one page to read at home, the reference answers folded in behind the cards."""

import html

import nbformat

from workshop.course import catalogue, hinting, notebooks, rendering, slides, stills

NOT_SHOWN = {"check", "notes"}  # tags


def render(executed):
    """A page of HTML from a notebook's executed copy (its path)."""
    notebook = nbformat.read(executed, as_version=4)
    widgets = stills.saved(notebook)
    shown = [cell for cell in notebook.cells if not NOT_SHOWN & set(notebooks.tags(cell)) and not _is_an_aside(cell)]
    body = "\n".join(_cell(cell, widgets) for cell in shown)
    return _page(notebook.cells[0].source.splitlines()[0].strip("# "), _contents(shown) + body)


def appendix():
    """Glossary, notation and reading list as a page of HTML."""
    text = (slides.PAPER / "appendix.md").read_text(encoding="utf-8")
    return _page("Glossary, notation, what to read next", rendering.markdown(text))


def _is_an_aside(cell):
    return cell.id.startswith("after-") or cell.metadata.get("slideshow", {}).get("slide_type") == "notes"


def _cell(cell, widgets):
    if cell.cell_type == "markdown":
        answer = _answer(cell) if "card" in notebooks.tags(cell) else ""
        return f'<div id="{cell.id}">{rendering.markdown(cell.source)}{answer}</div>'
    source = rendering.code(cell.source)
    if cell.metadata.get("jupyter", {}).get("source_hidden"):
        source = f"<details><summary>code</summary>{source}</details>"
    return source + rendering.outputs(cell, widgets)


def _answer(card):
    id = next(tag for tag in notebooks.tags(card) if tag != "card")
    listed = catalogue.find(id)
    source = rendering.code(hinting.answer(id))
    return f"<details class='answer'><summary>our answer to {listed.id}</summary>{source}</details>"


def _contents(cells):
    """The sections, each a link."""
    found = [
        (cell.id, section.title)
        for cell in cells
        for section in notebooks.sections([cell])
        if section.title != "Opening" and cell.cell_type == "markdown"
    ]
    links = "".join(f'<li><a href="#{id}">{html.escape(title)}</a></li>' for id, title in found)
    return f"<nav><ol>{links}</ol></nav>"


def _page(title, body):
    style = rendering.colours() + slides.read("page.css") + slides.read("handout.css")
    return slides.read("handout.html").format(title=html.escape(title), style=style, body=body)
