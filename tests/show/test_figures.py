"""Every picture on a page carries its words, and all of its content."""

import base64
import io
import re

import ipywidgets
import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

from workshop import show

WIDGET = "application/vnd.jupyter.widget-view+json"
RED = np.full((3, 2, 3), (255, 0, 0), np.uint8)


def content(html):
    """The bytes inside the page's <img>."""
    return base64.b64decode(re.search(r'src="data:[^;]+;base64,([^"]+)"', html)[1])


def test_a_figure_is_an_svg_with_an_alt_text_and_is_closed(shown):
    figure, axes = plt.subplots()
    axes.plot([1, 2])
    [page] = shown(show.figure, figure, 'a line, "rising" & red')
    assert 'alt="a line, &quot;rising&quot; &amp; red"' in page["text/html"]
    assert page["text/plain"] == 'a line, "rising" & red'
    assert b"<svg" in content(page["text/html"])
    assert not plt.fignum_exists(figure.number)


def test_a_picture_keeps_its_pixels(shown):
    [page] = shown(show.row, show.of_picture(RED, "red", width=200))
    assert "width: 200px" in page["text/html"] and "image-rendering: pixelated" in page["text/html"]
    assert (np.asarray(Image.open(io.BytesIO(content(page["text/html"])))) == RED).all()


def test_a_row_holds_several_pictures_with_their_words(shown, tmp_path):
    (tmp_path / "clip.webp").write_bytes(b"moving")
    [page] = shown(
        show.row, show.of_picture(RED, "red", width=20), show.of_clip(tmp_path / "clip.webp", "it moves", width=30)
    )
    assert page["text/plain"] == "red\nit moves"
    assert re.findall('alt="([^"]+)"', page["text/html"]) == ["red", "it moves"]
    assert "data:image/webp;base64," in page["text/html"]


def test_a_widget_leaves_a_still_picture_where_no_kernel_runs(shown):
    [page] = shown(show.present, ipywidgets.Button(), instead=show.of_picture(RED, "what the button shows", width=20))
    assert "model_id" in page[WIDGET]
    assert 'alt="what the button shows"' in page["text/html"]


def test_a_screen_says_what_it_shows_and_shows_what_it_is_given():
    screen = show.Screen(width=100, alt="a red picture")
    screen.show(RED)
    image, rule = screen.widget.children
    assert image.tooltip == "a red picture" and "pixelated" in rule.value
    assert (np.asarray(Image.open(io.BytesIO(image.value))) == RED).all()
    # Without one, ipywidgets' page fails to draw an image that has a tooltip.
    assert image.get_state()["description"] == ""
