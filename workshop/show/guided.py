"""What filters look at: guided backpropagation (Springenberg et al. 2015, "Striving for simplicity").

Each filter's most exciting state out of a played game, and which of its pixels mattered: the gradient of that one unit,
where at every ReLU on the way back only what is positive passes. Works for any Chain whose images go through
Convolution2D links and F.relu.
"""

from contextlib import contextmanager
from dataclasses import dataclass

import chainer
import chainer.functions as F
import matplotlib.pyplot as plt
import numpy as np
from chainer.functions.activation.relu import ReLU

from workshop.errors import BadInput
from workshop.show import agents
from workshop.show.player import Seat
from workshop.worlds import games

BATCH = 64
OUTPUT = "output"
ORANGE, BLUE = np.array([255, 140, 0]), np.array([60, 150, 255])


@dataclass(frozen=True)
class Excitement:
    """A unit and what excites it most.

    layer, name: what to call its layer and itself.  value: its activation.  state: (C, H, W), as stored.
    mattered: guided gradient by the state's pixels, float (C, H, W), largest magnitude 1; positive where brighter
    pixels excite it, negative where darker ones do.
    """

    layer: str
    name: str
    value: float
    state: np.ndarray
    mattered: np.ndarray

    @property
    def silent(self):
        """Whether the ReLU that follows never let it speak."""
        return self.layer != OUTPUT and self.value <= 0


def played(seat, seed, *, steps=None):
    """The states of one game at a player.Seat, one by one: uint8 (4, 84, 84). steps: at most. Closes the seat."""
    try:
        seat.start(seed)
        yield seat.state
        while not seat.ended and seat.steps != steps:
            seat.step()
            yield seat.state
    finally:
        seat.close()


def played_states(game, agent="best", *, steps=None, epsilon=0.05, seed=0):
    """The states of one game as the agent plays it, uint8 (N, 4, 84, 84), N at most steps + 1."""
    return np.stack(list(played(Seat(game, agent, epsilon=epsilon), seed, steps=steps)))


def excitements(network, states, action_names=None):
    """For each layer, in the order of computing, and each of its units the Excitement: a list of lists.

    states: (N, C, H, W).  The last layer is the output: how far an action's value stands above the mean of all.
    Raises BadInput for a network without Convolution2D links.
    """
    peaks = _peaks(network, states)
    return [_excitements(network, states, number, *peak, action_names) for number, peak in enumerate(peaks)]


def side_by_side(networks, game, states, *, layer=1, filters=8):
    """A layer's most excited filters of several networks, a row each: (Figure, alt text), as show.figure takes them.

    networks: a dict from a name to an agent, see agents.py.  layer: counted from 1.  filters: how many of a row.
    """
    figure, axes = plt.subplots(len(networks), filters, figsize=(1.5 * filters, 1.8 * len(networks)), squeeze=False)
    for row, (name, agent) in zip(axes, networks.items()):
        units = _layer(agents.network(agent, games.find(game)), states, layer)
        units = sorted((unit for unit in units if not unit.silent), key=lambda unit: -unit.value)[:filters]
        for axis in row:
            axis.axis("off")
        for axis, unit in zip(row, units):
            axis.imshow(picture(unit), interpolation="nearest")
            axis.set_title(f"{unit.name}: {unit.value:.2g}", fontsize=8)
        row[0].text(-0.08, 0.5, name, rotation=90, ha="right", va="center", transform=row[0].transAxes)
    alt = (
        f"The {filters} most excited filters of layer {layer}: {' and '.join(networks)}, a row each. Every picture is "
        "the moment of a game that excited the filter most; orange are pixels that excited it by being bright, blue "
        "those that did by being dark."
    )
    return figure, alt


def picture(unit):
    """An Excitement as one picture, uint8 (H, W, 3): the newest frame, and over it what mattered in any of them."""
    strongest = np.abs(unit.mattered).argmax(axis=0)[np.newaxis]
    return overlay(unit.state[-1], np.take_along_axis(unit.mattered, strongest, axis=0)[0])


def overlay(frame, mattered):
    """A grey frame, uint8 (H, W), with what mattered in it, -1 to 1, in blue and orange: uint8 (H, W, 3)."""
    strength = np.abs(mattered)[..., np.newaxis]
    colours = np.where(mattered[..., np.newaxis] > 0, ORANGE, BLUE)
    return np.uint8((1 - strength) * 0.7 * frame[..., np.newaxis] + strength * colours)


def _layer(network, states, layer):
    """The Excitements of a layer, counted from 1."""
    peaks = _peaks(network, states)
    if not 1 <= layer <= len(peaks):
        raise BadInput(f"there is no layer {layer}; this network has 1 to {len(peaks)}, the output being the last.")
    return _excitements(network, states, layer - 1, *peaks[layer - 1], None)


def _forward(network, states):
    """(the first convolution's input, a Variable; the layers' outputs, a list of (name, Variable (B, U, H, W)))."""
    first, outputs = [], []
    with _watching(network, first, outputs), chainer.using_config("train", False):
        values = network(network.device.send(np.ascontiguousarray(states)))
    if not first:
        raise BadInput("this network has no Convolution2D link, so no filters to look at.")
    above = values - F.broadcast_to(F.mean(values, axis=1, keepdims=True), values.shape)
    return first[0], [*outputs, (OUTPUT, above.reshape(*above.shape, 1, 1))]


@contextmanager
def _watching(network, first, outputs):
    """While it lasts every convolution notes its output, and the first one its input, where gradients shall end."""
    # A network may take arrays only, scale them by itself and give the first link no Variable at all: so its input is
    # made one here.
    links = [(name, link) for name, link in network.namedlinks() if isinstance(link, chainer.links.Convolution2D)]

    def watch(name, link):
        plain = link.forward

        def forward(x):
            if not first:
                x = chainer.Variable(chainer.as_variable(x).array)
                first.append(x)
            outputs.append((name.strip("/"), plain(x)))
            return outputs[-1][1]

        link.forward = forward

    for name, link in links:
        watch(name, link)
    try:
        yield
    finally:
        for _, link in links:
            del link.forward


@contextmanager
def _guided():
    """While it lasts the backward pass of ReLU lets only positive gradients through, on top of what it does anyway."""
    plain = ReLU.backward
    ReLU.backward = lambda self, indexes, gys: plain(self, indexes, (F.relu(gys[0]),))
    try:
        yield
    finally:
        ReLU.backward = plain


def _peaks(network, states):
    """For each layer: each unit's highest activation (U,), and its state and place, int (3, U): number, row, column."""
    best = None
    for start in range(0, len(states), BATCH):
        with chainer.no_backprop_mode():
            _, outputs = _forward(network, states[start : start + BATCH])
        found = [_highest(chainer.cuda.to_cpu(output.array), start) for _, output in outputs]
        best = found if best is None else [_higher(*pair) for pair in zip(best, found)]
    return best


def _highest(output, start):
    """(values (U,), places (3, U)) of an output (B, U, H, W), whose first state has the number `start`."""
    by_unit = output.transpose(1, 0, 2, 3)
    flat = by_unit.reshape(len(by_unit), -1)
    places = np.array(np.unravel_index(flat.argmax(axis=1), by_unit.shape[1:]))
    places[0] += start
    return flat.max(axis=1), places


def _higher(a, b):
    return np.maximum(a[0], b[0]), np.where(b[0] > a[0], b[1], a[1])


def _excitements(network, states, number, values, places, action_names):
    """The Excitements of the layer of that number, from its peaks."""
    parts = [
        _mattered(network, states[places[0, some]], number, some, places[1:, some])
        for some in np.array_split(np.arange(len(values)), -(-len(values) // BATCH))
    ]
    layer, mattered = parts[0][0], np.concatenate([part for _, part in parts])
    names = action_names if layer == OUTPUT and action_names else [str(unit) for unit in range(len(values))]
    return [
        Excitement(layer, *each) for each in zip(names, map(float, values), states[places[0]], mattered, strict=True)
    ]


def _mattered(network, states, number, units, places):
    """(the layer's name, guided gradients (B, C, H, W)) of one unit at one place for each of the states."""
    x, outputs = _forward(network, states)
    name, output = outputs[number]
    wanted = output.xp.zeros_like(output.array)
    wanted[np.arange(len(units)), units, places[0], places[1]] = 1
    with _guided():
        gradient = chainer.grad([output], [x], [chainer.Variable(wanted)])[0].array
    gradient = chainer.cuda.to_cpu(gradient)
    return name, gradient / np.maximum(np.abs(gradient).max(axis=(1, 2, 3), keepdims=True), 1e-12)
