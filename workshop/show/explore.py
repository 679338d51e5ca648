"""A picture with sliders under it, drawn anew whenever one of them moves."""

import ipywidgets

from workshop.show.controls import Line
from workshop.show.figures import present


def explore(draw, *beside, **controls):
    """Show draw(**values) above its controls, and anew with each change of one.

    draw: function that returns an Image.  beside: further widgets to stand with the controls.
    controls: ipywidgets with a `value`, named as the arguments of `draw`.
    """
    picture, trouble = ipywidgets.HTML(), Line()

    def redraw(_=None):
        image = draw(**{name: control.value for name, control in controls.items()})
        picture.value = image.html
        trouble.say("")
        return image

    for control in controls.values():
        control.observe(trouble.guard(redraw), "value")
    panel = ipywidgets.HBox([*beside, *controls.values()], layout={"flex_flow": "row wrap"})
    first = redraw()
    present(ipywidgets.VBox([picture, panel, trouble.widget]), instead=first)


def slider(low, high, start, step, name):
    """A slider over numbers, whose `value` is a float (an int, where the step is one)."""
    kind = ipywidgets.IntSlider if isinstance(step, int) else ipywidgets.FloatSlider
    whole = {"description_width": "initial"}  # or longer names are cut
    return kind(start, min=low, max=high, step=step, description=name, style=whole, layout={"width": "300px"})
