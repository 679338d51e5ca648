"""A snapshot: a network's parameters and a card that tells where they come from, in one .npz without pickle."""

import json
import platform
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import chainer
import numpy as np

from workshop.errors import BadInput
from workshop.learning import files, networks

FORMAT = 1
PREPROCESSING = {"size": [84, 84], "grey": "luminance", "frame_skip": 4, "maximum_of": 2, "stack": 4, "sticky": 0.0}


@dataclass(frozen=True)
class Snapshot:
    """card: dict, see `card`.  parameters: dict of arrays under Chainer's names.  path: where it was read from."""

    card: dict
    parameters: dict
    path: str

    def network(self, parts, device):
        """The network with these parameters, on the device. Raises BadInput if they do not fit."""
        card = self.card
        network = networks.build(
            parts, card["network"], tuple(card["frame_shape"]), len(card["actions"]), np.random.default_rng(0)
        )
        self.load_into(network)
        network.to_device(device)
        return network

    def load_into(self, network):
        """Copy the parameters into a network. Raises BadInput naming the first one that does not fit."""
        there = self._as_named_in(network)
        for name, parameter in network.namedparams():
            key = name.lstrip("/")
            if key not in there:
                raise BadInput(f"{self.path} does not fit this network: it has no parameter {key}.")
            if parameter.array is not None and parameter.shape != there[key].shape:
                raise BadInput(
                    f"{self.path} does not fit this network: {key} has shape {there[key].shape}, "
                    f"the network wants {parameter.shape}."
                )
        chainer.serializers.NpzDeserializer(there).load(network)

    def _as_named_in(self, network):
        """The parameters under the names of the network's layers: an attendee may call theirs otherwise (3.6, 3.14).

        A layer is known by the shape of its weights, W; where that does not tell, all keep their names.
        """
        wanted = {parameter.shape: name.strip("/") for name, parameter in network.namedparams() if _is_weights(name)}
        layers = {
            name.removesuffix("/W"): wanted[array.shape].removesuffix("/W")
            for name, array in self.parameters.items()
            if _is_weights(name) and array.shape in wanted
        }
        if len(set(layers.values())) != sum(map(_is_weights, self.parameters)):
            return self.parameters
        found = {}
        for name, array in self.parameters.items():
            layer, slash, kind = name.rpartition("/")
            found[layers.get(layer, layer) + slash + kind] = array
        return found


def _is_weights(name):
    return name.endswith("/W")


def card(*, game, actions, frame_shape, preset, seed, steps, wall_time, device, score):
    """What a snapshot says of itself, ready for JSON. wall_time: seconds of training.  score: dict or None."""
    return {
        "format": FORMAT,
        "game": game,
        "actions": list(actions),
        "frame_shape": list(frame_shape),
        "network": preset.network,
        "preprocessing": PREPROCESSING if len(frame_shape) > 1 else None,
        "preset": preset.name,
        "seed": seed,
        "steps": steps,
        "wall_time": round(wall_time, 1),
        "device": device,
        "score": score,
        "versions": {"python": platform.python_version()}
        | {name: metadata.version(name) for name in ("chainer", "numpy", "gymnasium", "ale-py")}
        | ({"cupy": sys.modules["cupy"].__version__} if "cupy" in sys.modules else {}),
    }


def save(path, network, card):
    """Write network and card as one file that appears whole or not at all."""
    serializer = chainer.serializers.DictionarySerializer()
    serializer.save(network)
    files.write_npz(path, serializer.target | {"card": np.array(json.dumps(card))}, level=9)


def load(path):
    """Read a snapshot. Raises BadInput, one line, if there is none at `path` or it is damaged or newer than we are."""
    path = Path(path)
    if path.is_dir():
        raise BadInput(f"{path} is a folder; name the snapshot in it, such as {path / 'best.npz'}.")
    if not path.exists():
        raise BadInput(f"there is no snapshot {path}.")
    try:
        parameters = files.read_npz(path)
    except files.Damaged as error:
        raise BadInput(f"{path} is damaged or no snapshot at all ({error}).") from error
    try:
        card = json.loads(str(parameters.pop("card")))
        newer = card["format"] > FORMAT
    except (KeyError, ValueError, TypeError) as error:
        raise BadInput(f"{path} is no snapshot of ours: it has no card.") from error
    if newer:
        raise BadInput(f"{path} was written by a newer version of the course (format {card['format']}); take that one.")
    return Snapshot(card, parameters, str(path))
