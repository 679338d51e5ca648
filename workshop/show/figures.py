"""Figures, stills and clips as HTML: sharp at any size, nothing fetched, and with an alt text.

matplotlib's own way into a notebook has no place for an alt text; an <img> that carries the whole drawing has.
"""

import base64
import html
import io
from pathlib import Path
from typing import NamedTuple

import matplotlib.pyplot as plt
from IPython.display import display

from workshop.show.screen import png


class Image(NamedTuple):
    """A picture for the page. html: an <img> with everything in it.  alt: the same in words."""

    html: str
    alt: str


def figure(drawing, alt):
    """Show a matplotlib figure as SVG, and close it. alt: what there is to see, in a sentence."""
    row(of_figure(drawing, alt))


def row(*images):
    """Show several Images beside each other, or below each other where the page is narrow."""
    side_by_side = "display: flex; flex-wrap: wrap; gap: 16px; align-items: center"
    rich = f'<div style="{side_by_side}">{"".join(image.html for image in images)}</div>'
    display({"text/html": rich, "text/plain": "\n".join(image.alt for image in images)}, raw=True)


def captioned(*images):
    """As `row`, each Image's words below it for all to read."""
    style = "margin: 0; display: table; text-align: center"
    below = "display: table-caption; caption-side: bottom; font-size: 90%"  # as wide as the picture, no wider
    words = [f'<figcaption style="{below}">{html.escape(image.alt)}</figcaption>' for image in images]
    row(*(Image(f'<figure style="{style}">{i.html}{said}</figure>', i.alt) for i, said in zip(images, words)))


def present(widget, *, instead):
    """Show a widget; and an Image instead where no kernel runs: in an exported page, on a slide."""
    bundle = widget._repr_mimebundle_()  # as ipywidgets shows itself, with a second choice beside it
    display(bundle | {"text/html": instead.html, "text/plain": instead.alt}, raw=True)


def of_figure(drawing, alt):
    """A matplotlib figure, which is closed, as an Image."""
    svg = io.BytesIO()
    drawing.savefig(svg, format="svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(drawing)
    return _image("image/svg+xml", svg.getvalue(), alt, "max-width: 100%")


def of_picture(picture, alt, *, width):
    """A picture, uint8 (H, W, 3) or grey (H, W), enlarged to `width` pixels of the page, as an Image."""
    return _image("image/png", png(picture), alt, f"width: {width}px; max-width: 100%; image-rendering: pixelated")


def of_clip(file, alt, *, width):
    """A moving picture from a .webp or .gif file, enlarged to `width` pixels of the page, as an Image."""
    kind = f"image/{Path(file).suffix[1:]}"
    return _image(kind, Path(file).read_bytes(), alt, f"width: {width}px; max-width: 100%; image-rendering: pixelated")


def _image(kind, content, alt, style):
    source = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return Image(f'<img src="{source}" alt="{html.escape(alt)}" style="{style}">', alt)
