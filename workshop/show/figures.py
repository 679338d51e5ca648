"""Figures and stills as HTML: sharp at any size, small, nothing fetched, and with an alt text.

matplotlib's own way into a notebook has no place for an alt text; an <img> that carries the whole drawing has.
"""

import base64
import html
import io

import matplotlib.pyplot as plt
from IPython.display import display

from workshop.show.screen import png


def figure(drawing, alt):
    """Show a matplotlib figure as SVG, and close it. alt: what there is to see, in a sentence."""
    svg = io.BytesIO()
    drawing.savefig(svg, format="svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(drawing)
    _display("image/svg+xml", svg.getvalue(), alt, "max-width: 100%")


def still(picture, alt, *, width):
    """Show a picture, uint8 (H, W, 3) or grey (H, W), enlarged to `width` pixels of the page with its pixels sharp."""
    _display("image/png", png(picture), alt, f"width: {width}px; max-width: 100%; image-rendering: pixelated")


def _display(kind, content, alt, style):
    source = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    image = f'<img src="{source}" alt="{html.escape(alt)}" style="{style}">'
    display({"text/html": image, "text/plain": alt}, raw=True)
