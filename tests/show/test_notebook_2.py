"""The widgets of notebook 2: what their sliders and numbers change, and that nothing breaks or hangs on the way."""

import asyncio

import chainer
import ipywidgets
import numpy as np
import pytest

from solutions import nets
from workshop.show import ball, descent, kernels, regression
from workshop.show.explore import explore, slider
from workshop.show.figures import Image

X = np.linspace(-1, 1, 20, dtype=np.float32)[:, None]
T = 2 * X + 1


def step(model, x, t, learning_rate):
    return nets.train_step(model, chainer.optimizers.SGD(lr=learning_rate).setup(model), x, t)


def panel(data):
    """The widget of what was displayed."""
    return ipywidgets.widgets.widget._instances[data["application/vnd.jupyter.widget-view+json"]["model_id"]]


def within(widget, kind):
    """The widgets of a kind inside a widget."""
    children = getattr(widget, "children", ())
    return [one for one in children if type(one) is kind] + [one for child in children for one in within(child, kind)]


def test_a_slider_draws_anew_and_a_page_without_a_kernel_has_the_first_picture(shown):
    number = slider(0, 9, 4, 1, "number")
    [data] = shown(explore, lambda number: Image(f"<img alt='{number}'>", f"{number}"), number=number)
    assert data["text/html"] == "<img alt='4'>" and data["text/plain"] == "4"
    number.value = 7
    assert within(panel(data), ipywidgets.HTML)[0].value == "<img alt='7'>"


def test_what_drawing_raises_is_said_below_it(shown):
    number = slider(0, 9, 4, 1, "number")
    [data] = shown(explore, lambda number: Image("", f"{1 / number}"), number=number)
    number.value = 0
    assert "ZeroDivisionError" in within(panel(data), ipywidgets.HTML)[-1].value


@pytest.mark.parametrize(("learning_rate", "end"), [(0.05, "0.499"), (1 / 6, "0.5"), (0.36, "3.28")])
def test_descent_arrives_or_runs_away(learning_rate, end):
    image = descent.draw(nets.fit_quadratic, learning_rate=learning_rate, steps=15)
    assert f"went from 0.2 to {end}, 0.5 is wanted" in image.alt


def test_the_three_learning_rates_are_too_small_right_and_too_large():
    small, right, large = (
        regression.Fit(nets.LinearRegression, step, X, T, rate) for rate, _ in regression.THREE.values()
    )
    for fit in (small, right, large):
        while fit.go():
            pass
    assert right.errors[-1] < 0.01 < 1 < small.errors[-1] < 10 < regression.HOPELESS < large.errors[-1]


def test_the_line_moves_by_itself_stops_and_starts_again_and_twice_shown_is_shown_once(shown):
    """Shown twice, as a cell run twice: starting the second stops the first."""
    first, second = (panel(shown(regression.watch, nets.LinearRegression, step, X, T)[0]) for _ in range(2))

    async def play():
        switches = [within(one, ipywidgets.Button)[0] for one in (first, second)]
        switches[0].click()
        switches[1].click()
        await asyncio.sleep(1.0)
        assert [button.description for button in switches] == ["Start", "Stop"]
        assert "y = " in within(second, ipywidgets.HTML)[-1].value
        within(second, ipywidgets.FloatLogSlider)[0].value = 1.2
        await asyncio.sleep(0.5)
        switches[1].click()
        assert switches[1].description == "Start"

    asyncio.run(play())
    assert "learning rate 1.2" in within(second, ipywidgets.HTML)[-1].value


def test_a_kernel_can_be_chosen_and_edited(shown):
    frame = np.random.default_rng(0).integers(0, 256, size=(30, 20), dtype=np.uint8)
    seen = []

    def convolve(image, kernel, stride):
        seen.append((kernel.tolist(), stride))
        return nets.convolve(image, kernel, stride)

    [data] = shown(kernels.edit, frame, convolve)
    [preset] = within(panel(data), ipywidgets.Dropdown)
    preset.value = "blur, 5x5"
    assert seen[-1] == ([[0.04] * 5] * 5, 1) and "26 x 16 numbers" in within(panel(data), ipywidgets.HTML)[0].value
    within(panel(data), ipywidgets.FloatText)[0].value = 9.0
    within(panel(data), ipywidgets.IntSlider)[0].value = 3
    assert seen[-1][0][0] == [9.0, 0.04, 0.04, 0.04, 0.04] and seen[-1][1] == 3


def test_the_kernel_in_motion_says_what_it_adds_up(shown):
    image, kernel = np.arange(36, dtype=np.uint8).reshape(6, 6), np.array([[1.0, 0], [0, -1.0]])
    [data] = shown(kernels.in_motion, image, kernel, nets.convolve)
    assert "added up, is -7." in data["text/plain"]
    stride = within(panel(data), ipywidgets.IntSlider)[1]
    stride.value = 3  # fewer places than the slider has
    assert "on row 3, column 3" in within(panel(data), ipywidgets.HTML)[0].value


def test_a_training_is_watched_to_its_end_and_a_stop_keeps_what_was_learned(shown):
    def stopped():
        yield from [4.0] * 30
        raise KeyboardInterrupt

    errors = []
    data = shown(lambda: errors.extend(ball.watch(iter([4.0, 2.0] * 20), 40, "it")))
    assert errors == [4.0, 2.0] * 20
    assert "The error while training it, 40 of 40 steps, falling from 3 to 3." in str(data[-1])
    shown(lambda: errors.append(ball.watch(stopped(), 40, "it")))
    assert errors[-1] == [4.0] * 30


def test_marks_stand_where_the_network_finds_ball_and_paddle():
    picture = ball.marked(np.zeros((210, 160), np.uint8), np.array([0.5, 0.25, 0.75]))
    rows, columns = np.nonzero(picture[:500].sum(axis=2))
    assert (rows.min() + rows.max()) / 2 == pytest.approx(0.25 * 630, abs=1)
    assert (columns.min() + columns.max()) / 2 == pytest.approx(0.5 * 480, abs=1)
    rows, columns = np.nonzero(picture[500:].sum(axis=2))
    assert (columns.min() + columns.max()) / 2 == pytest.approx(0.75 * 480, abs=1)
