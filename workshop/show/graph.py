"""Chainer's own computational graph, drawn: its real nodes, the values that went forward and the gradients back."""

import chainer
import matplotlib.pyplot as plt
import numpy as np

from workshop.show.figures import of_figure
from workshop.show.palette import GRADIENT, INPUT, OUTPUT, PARAMETER, QUIET

SIGNS = {"_ + _": "+", "_ - _": "−", "_ * _": "×", "_ / _": "÷", "_ ** 2": "$(\\;)^2$"}  # Chainer's labels: ours


class Watch(chainer.FunctionHook):
    """Notes what goes into each function, and the gradient that comes back to it; Chainer itself keeps neither.

    Compute and call backward() inside `with Watch() as watch:`.
    """

    name = "workshop.show.graph.Watch"

    def __init__(self):
        self.values, self.gradients = {}, {}

    def forward_postprocess(self, function, in_data):
        self.values[function] = in_data

    def backward_preprocess(self, function, in_data, out_grad):
        self.gradients[function] = out_grad[0]


def draw(output, watch):
    """The graph behind a Variable of one number as an Image, after its backward().

    output: Variable ().  watch: the Watch under which it was computed. The Variables it begins with must still be held
    by somebody, since their gradients are in them; they show the `name` they were given, and a chainer.Parameter has
    another colour than an input.
    """
    functions, leaves = _nodes(output)
    places = _places(functions, leaves, output)
    across, down = np.max(list(places.values()), axis=0)
    drawing, axes = plt.subplots(figsize=(2.0 + 1.9 * across, 0.9 + 0.85 * down))
    axes.set(xlim=(-0.75, across + 0.75), ylim=(down + 0.5, -0.5))
    axes.set_axis_off()
    for function in functions:
        for node, value in zip(function.inputs, watch.values[function]):
            _arrow(axes, places[_source(node)], places[function])
            if node.creator_node:
                _numbers(axes, places[_source(node)], places[function], value, watch.gradients[node.creator_node])
        axes.text(*places[function], SIGNS.get(function.label, function.label), **_look(QUIET, "circle"))
    _arrow(axes, places[output.creator_node], places[output.node] - np.array([0.2, 0]))
    words = [_ending(axes, -1, places[output.node], OUTPUT, "f", output.array, watch.gradients[output.creator_node])]
    for leaf in leaves:
        colour = PARAMETER if isinstance(leaf.get_variable(), chainer.Parameter) else INPUT
        words.append(_ending(axes, 1, places[leaf], colour, leaf.name, leaf.get_variable().array, leaf.grad))
    return of_figure(drawing, f"Computational graph, values and gradients: {', '.join(words)}.")


def _nodes(output):
    """The functions behind a Variable, first ones first, and the variables it all begins with, in reading order."""
    functions, leaves = {}, {}

    def visit(node):
        if node.creator_node is None:
            leaves[node] = True
        elif node.creator_node not in functions:
            for earlier in node.creator_node.inputs:
                visit(earlier)
            functions[node.creator_node] = True

    visit(output.node)
    return list(functions), list(leaves)


def _places(functions, leaves, output):
    """{node: (column, row)}: a function's column is Chainer's own rank, its row about the middle of what it takes."""
    places = {leaf: (0, row) for row, leaf in enumerate(leaves)}
    for rank in sorted({function.rank for function in functions}):
        column = [function for function in functions if function.rank == rank]
        wishes = {one: np.mean([places[_source(node)][1] for node in one.inputs]) for one in column}
        lowest = -np.inf
        for function in sorted(column, key=wishes.get):
            lowest = max(wishes[function], lowest + 1.2)
            places[function] = (rank + 1, lowest)
    column, row = places[output.creator_node]
    return places | {output.node: (column + 1, row)}


def _source(node):
    return node.creator_node or node


def _arrow(axes, start, end):
    look = {"arrowstyle": "-|>", "color": QUIET, "shrinkA": 14, "shrinkB": 13}
    axes.annotate("", end, start, arrowprops=look)


def _numbers(axes, start, end, value, gradient):
    middle = np.mean([start, end], axis=0)
    look = {"ha": "center", "fontsize": 10, "bbox": {"facecolor": "white", "edgecolor": "none", "pad": 0.5}}
    axes.text(*middle - (0, 0.05), f"{float(value):.2f}", va="bottom", **look)
    axes.text(*middle + (0, 0.05), f"{float(gradient):+.2f}", va="top", color=GRADIENT, **look)


def _ending(axes, inwards, place, colour, name, value, gradient):
    """Draw one end of the graph, its gradient outside of it (inwards: 1 to the right, -1). Returns it in words."""
    value, gradient = f"{float(value):.2f}", f"{float(gradient):+.2f}"
    axes.text(*place, f"{name} = {value}", **_look(colour, "round,pad=0.4"))
    axes.text(place[0] - 0.56 * inwards, place[1], gradient, ha="center", va="center", fontsize=10, color=GRADIENT)
    return f"{name} {value} with gradient {gradient}"


def _look(colour, shape):
    box = {"boxstyle": shape, "facecolor": "white", "edgecolor": colour, "linewidth": 1.6}
    return {"ha": "center", "va": "center", "fontsize": 11, "color": colour, "bbox": box}
