"""The word after --device becomes a device, or a line that says why not; with every CuPy, and with none."""

import chainer
import numpy as np
import pytest

from workshop.errors import BadInput
from workshop.links import device

needs_card = pytest.mark.skipif(not device.gpu_available(), reason="no NVIDIA card here")
needs_no_card = pytest.mark.skipif(device.gpu_available(), reason="an NVIDIA card is here")


def test_cpu_is_numpy():
    assert device.pick("cpu") == chainer.get_device("@numpy")
    assert isinstance(device.pick("cpu").send(np.zeros(2)), np.ndarray)


@needs_no_card
def test_auto_is_the_cpu_where_there_is_no_card():
    assert device.pick("auto") == device.pick("cpu")


@needs_no_card
def test_gpu_without_a_card_is_one_line_that_says_what_to_do():
    with pytest.raises(BadInput) as caught:
        device.pick("gpu")
    assert "no NVIDIA card" in str(caught.value) and "--device cpu" in str(caught.value)
    assert "\n" not in str(caught.value)


@needs_card
def test_auto_is_the_card_where_there_is_one():
    assert device.pick("auto") == device.pick("gpu") == chainer.get_device("@cupy:0")
    assert "CuPy" in device.describe(device.pick("gpu"))


def test_a_word_that_is_no_device_is_refused_with_the_words_that_are():
    with pytest.raises(BadInput, match="auto, cpu or gpu"):
        device.pick("tpu")


def test_the_description_of_the_cpu_is_one_line_with_its_cores():
    line = device.describe(device.pick("cpu"))
    assert "CPU" in line and "core" in line and "\n" not in line
