"""Where arrays live: the CPU with NumPy, or an NVIDIA card with CuPy, by the one word of --device.

A model moves with Chainer's own `model.to_device(pick("auto"))`; arrays with `device.send(array)`.
"""

import os
import platform

import chainer

from workshop.errors import BadInput

NAMES = ("auto", "cpu", "gpu")


def pick(name):
    """The Chainer device that a word stands for.

    name: "cpu", "gpu" (the first NVIDIA card), or "auto" (the card where there is one, else the CPU).
    Returns a chainer.backend.Device. Raises BadInput for another word, and for "gpu" with no card that works.
    """
    if name not in NAMES:
        raise BadInput(f'there is no device "{name}"; choose auto, cpu or gpu.')
    if name == "gpu" and not gpu_available():
        raise BadInput("there is no NVIDIA card that CuPy can use on this machine; run with --device cpu.")
    on_card = name == "gpu" or (name == "auto" and gpu_available())
    return chainer.get_device("@cupy:0" if on_card else "@numpy")


def gpu_available():
    """True where Chainer can compute on an NVIDIA card: CuPy, its libraries, the driver and the card are all there."""
    # Chainer's own flag is True as soon as CuPy's libraries load, card or not; so the card is asked for as well.
    return chainer.backends.cuda.available and _card_answers()


def _card_answers():
    import cupy

    try:
        return bool(cupy.cuda.is_available())
    except RuntimeError:  # CuPy 13 raises CUDARuntimeError where there is no driver; CuPy 14 says False
        return False


def describe(device):
    """One line for people, like "CPU, 8 cores (arm64)" or "NVIDIA H200 (CuPy 14.2.0)"."""
    if device.xp is chainer.get_device("@numpy").xp:
        return f"CPU, {os.cpu_count()} cores ({platform.machine()})"
    card = device.xp.cuda.runtime.getDeviceProperties(device.device.id)
    return f"{card['name'].decode()} (CuPy {device.xp.__version__})"
