"""The computational graph of notebook 2 is Chainer's own, with its own numbers on it."""

import chainer
import chainer.functions as F
import numpy as np
from chainer import computational_graph

from workshop.show import graph


def quadratic(a, b, c, x=1.0, y=-1.0):
    """(f, watch, what must be held) of a x^2 + b x y + c y^2, a to c parameters."""
    a, b, c = (chainer.Parameter(np.array(value), name=name) for value, name in zip((a, b, c), "abc"))
    x, y = (chainer.Variable(np.array(value), name=name) for value, name in zip((x, y), "xy"))
    with graph.Watch() as watch:
        f = a * x**2 + b * x * y + c * y**2
        f.backward()
    return f, watch, (a, b, c, x, y)


def test_the_words_say_the_values_and_the_gradients():
    f, watch, _held = quadratic(0.1, 0.2, 0.3)
    assert graph.draw(f, watch).alt == (
        "Computational graph, values and gradients: f 0.20 with gradient +1.00, a 0.10 with gradient +1.00, "
        "x 1.00 with gradient +0.00, b 0.20 with gradient -1.00, y -1.00 with gradient -0.40, "
        "c 0.30 with gradient +1.00."
    )


def test_its_nodes_are_those_that_chainer_finds():
    f, _, _held = quadratic(0.1, 0.2, 0.3)
    functions, leaves = graph._nodes(f)
    chainers = computational_graph.build_computational_graph([f]).nodes
    assert set(functions) == {node for node in chainers if isinstance(node, chainer.FunctionNode)}
    assert {leaf.name for leaf in leaves} == set("abcxy")


def test_no_two_nodes_lie_on_each_other():
    f, _, _held = quadratic(0.1, 0.2, 0.3)
    functions, leaves = graph._nodes(f)
    places = list(graph._places(functions, leaves, f).values())
    assert all(np.hypot(*np.subtract(one, other)) >= 1 for one in places for other in places if one is not other)


def test_a_gradient_on_an_arrow_is_the_numerical_one():
    """Of f by b x y, half way through: f grows as much as it does."""
    f, watch, _held = quadratic(0.1, 0.2, 0.3, x=2.0, y=3.0)
    [by_y] = [one for one in watch.values if one.label == "_ * _" and float(watch.values[one][0]) == 0.4]
    assert float(watch.values[by_y][1]) == 3.0 and float(watch.gradients[by_y]) == 1.0


def test_other_networks_are_drawn_too():
    x = chainer.Variable(np.array(0.5), name="x")
    with graph.Watch() as watch:
        f = F.tanh(x) - F.exp(x) / 3
        f.backward()
    assert "x 0.50 with gradient +0.24" in graph.draw(f, watch).alt  # 1 - tanh(0.5)^2 - e^0.5 / 3
