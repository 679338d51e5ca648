"""A picture in a notebook that can change sixty times a second."""

import io

import ipywidgets
import traitlets
from PIL import Image

# Widgets have no setting for how a picture is enlarged; a rule for their class does it.
SHARP = "<style>.workshop-screen {image-rendering: pixelated; object-fit: contain}</style>"


class Screen:
    """A picture that `show` replaces; put `widget` wherever a widget may stand.

    width: of the page's pixels, to which the browser enlarges it, edges kept sharp.
    alt: what it shows, in words: read out by a screen reader, and shown under a mouse at rest.
    """

    def __init__(self, *, width, alt):
        self._image = _Described(format="png", tooltip=alt, layout={"width": f"{width}px", "max_width": "100%"})
        self._image.add_class("workshop-screen")
        rule = ipywidgets.HTML(SHARP, layout={"display": "none"})
        self.widget = ipywidgets.Box([self._image, rule], layout={"align_items": "flex-start", "flex": "0 0 auto"})

    def show(self, picture):
        """Replace the picture. picture: uint8 (H, W, 3), or grey (H, W), at its own size: the smaller the quicker."""
        self._image.value = png(picture)


class _Described(ipywidgets.Image):
    """A widget's tooltip becomes its title in the page only if it has a description, which ipywidgets' Image lacks."""

    description = traitlets.Unicode("").tag(sync=True)


def png(picture):
    """A picture, uint8 (H, W, 3) or (H, W), as the bytes of a PNG: at level 1, which takes about a millisecond."""
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "png", compress_level=1)
    return file.getvalue()
