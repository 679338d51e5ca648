"""A picture in a notebook that can change sixty times a second."""

import io

import ipywidgets
from PIL import Image


class Screen:
    """A picture that `show` replaces; put `widget` wherever a widget may stand.

    width: of the page's pixels, to which the browser enlarges it, edges kept sharp.  alt: what it shows, in words.
    """

    def __init__(self, *, width, alt):
        self.widget = ipywidgets.Image(format="png", tooltip=alt, layout={"width": f"{width}px", "max_width": "100%"})
        self.widget.add_class("workshop-screen")
        self.widget.layout.object_fit = "contain"

    def show(self, picture):
        """Replace the picture. picture: uint8 (H, W, 3), or grey (H, W), at its own size: the smaller the quicker."""
        self.widget.value = png(picture)


def png(picture):
    """A picture, uint8 (H, W, 3) or (H, W), as the bytes of a PNG: at level 1, which takes about a millisecond."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "png", compress_level=1)
    return file.getvalue()
