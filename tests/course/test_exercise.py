"""The decorator: what an unwritten exercise does when it is called, and that it hides nothing an answer does."""

import copy
import importlib.util
import pickle
import sys

import numpy as np
import pytest

import workshop  # noqa: F401
from workshop import exercise
from workshop.exercise import Unwritten

TOP = "import chainer\nimport chainer.links as L\nimport numpy as np\nfrom workshop.exercise import exercise\n"
CORE = '@exercise("1.2", "The discounted return", minutes=4, difficulty=1, core=True)\n'
STRETCH = '@exercise("1.4", "The TD error", minutes=3, difficulty=1, core=False)\n'
MODEL = '@exercise("2.4", "A line", minutes=3, difficulty=1, core=False)\n'
NETWORK = '@exercise("3.6", "The network of 2013", minutes=5, difficulty=2, core=True)\n'


@pytest.fixture
def load(tmp_path, monkeypatch):
    """A function that imports text as an attendee's file, under the name of the stub file."""

    def load(text, name="workshop.rl"):
        file = tmp_path / "mine.py"
        file.write_text(TOP + text, encoding="utf-8")
        spec = importlib.util.spec_from_file_location(name, file)
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    monkeypatch.setattr(exercise, "_told", set())
    monkeypatch.setattr(exercise, "judged", set())
    return load


def test_a_core_stub_says_what_to_write_where_and_how_to_go_on(load):
    rl = load(CORE + "def discounted_return(rewards, gamma):\n    raise NotImplementedError\n")
    with pytest.raises(Unwritten) as caught:
        rl.discounted_return([1.0], 0.5)
    said = str(caught.value)
    assert "\n" not in said
    for part in ("1.2", "The discounted return", "mine.py, line 7", 'course.hint("1.2")', 'course.adopt("1.2")'):
        assert part in said


def test_a_stretch_stub_uses_the_reference_and_says_so_once(load, capsys):
    rl = load(STRETCH + "def td_error(reward, value, next_value, gamma, terminal):\n    raise NotImplementedError\n")
    assert [rl.td_error(1.0, 5.0, 10.0, 0.5, False), rl.td_error(1.0, 5.0, 10.0, 0.5, True)] == [1.0, -4.0]
    said = capsys.readouterr().err
    assert said.count("1.4") == 1 and "reference" in said and "mine.py, line 7" in said


def test_a_stretch_stub_that_is_being_checked_does_not_pass_for_an_answer(load):
    rl = load(STRETCH + "def td_error(*args):\n    raise NotImplementedError\n")
    exercise.judged.add("1.4")
    with pytest.raises(Unwritten):
        rl.td_error(1.0, 5.0, 10.0, 0.5, False)


def test_an_answer_is_left_exactly_as_it_was_written(load):
    rl = load(CORE + "def discounted_return(rewards, gamma):\n    return 3.0\n    raise NotImplementedError\n")
    assert rl.discounted_return.__code__.co_name == "discounted_return"
    assert rl.discounted_return([], 1) == 3.0
    assert rl.discounted_return.exercise.id == "1.2"


@pytest.mark.parametrize(
    "body",
    [
        '    raise NotImplementedError("strides")\n',
        "    helper()\n    raise NotImplementedError\n",
        "    iter(Strange())\n    raise NotImplementedError\n",
        "    [][3]\n    raise NotImplementedError\n",
        "    raise Exception from NotImplementedError()\n",
    ],
)
def test_an_error_raised_inside_an_answer_is_never_hidden(load, body):
    """Nor by a stretch stub: not even a NotImplementedError, when it comes from somewhere deeper."""
    helper = (
        "def helper():\n    raise NotImplementedError\n\nclass Strange:\n    def __iter__(self):\n"
        "        raise NotImplementedError\n\n"
    )
    rl = load(helper + STRETCH + "def td_error(reward):\n" + body)
    with pytest.raises(Exception) as caught:
        rl.td_error(1)
    assert not isinstance(caught.value, Unwritten)


def test_an_unwritten_exercise_within_an_answer_is_named_itself(load):
    rl = load(
        CORE + "def discounted_return(rewards, gamma):\n    raise NotImplementedError\n\n"
        '@exercise("1.3", "Returns to go", minutes=4, difficulty=2, core=False)\n'
        "def returns_to_go(rewards, gamma):\n    discounted_return(rewards, gamma)\n    raise NotImplementedError\n"
    )
    with pytest.raises(Unwritten, match="1.2"):
        rl.returns_to_go([1.0], 0.5)


def test_a_gap_in_a_partly_given_function_counts_as_unwritten_wherever_it_stands(load):
    rl = load(
        CORE + "def discounted_return(rewards, gamma):\n    for reward in rewards:\n        def inner():\n"
        "            raise NotImplementedError\n        inner()\n    return 0.0\n"
    )
    with pytest.raises(Unwritten):
        rl.discounted_return([1.0], 0.5)


def test_a_core_class_says_so_when_an_unwritten_method_is_called(load):
    dqn = load(
        NETWORK + "class QNetwork(chainer.Chain):\n    def __init__(self, n_actions):\n        super().__init__()\n"
        "        with self.init_scope():\n            self.out = L.Linear(3, n_actions)\n"
        "    def forward(self, states):\n        raise NotImplementedError\n",
        "workshop.dqn",
    )
    network = dqn.QNetwork(2)
    assert isinstance(network, dqn.QNetwork) and network.count_params() == 8
    with pytest.raises(Unwritten, match="3.6"):
        network(np.zeros((1, 3), np.float32))


@pytest.fixture
def stretch_class(load):
    """The attendee's LinearRegression, not yet written: the reference does it."""
    return load(
        MODEL + 'class LinearRegression(chainer.Chain):\n    """A line."""\n\n    def __init__(self):\n'
        "        super().__init__()\n        raise NotImplementedError\n",
        "workshop.nets",
    ).LinearRegression


def test_an_unwritten_stretch_class_is_the_reference_in_all_that_one_does_with_a_class(stretch_class, capsys, tmp_path):
    import chainer

    model = stretch_class()
    assert "2.4" in capsys.readouterr().err
    assert isinstance(model, stretch_class) and isinstance(model, chainer.Chain)
    assert stretch_class.__name__ == "LinearRegression" and stretch_class.__doc__ == "A line."
    x = np.float32([[1], [2]])
    for twin in (copy.deepcopy(model), pickle.loads(pickle.dumps(model)), model.copy(mode="copy")):
        assert type(twin) is stretch_class
        assert np.array_equal(twin(x).array, model(x).array)
    chainer.serializers.save_npz(tmp_path / "model.npz", model)
    other = stretch_class()
    chainer.serializers.load_npz(tmp_path / "model.npz", other)
    assert np.array_equal(other(x).array, model(x).array)


def test_an_unwritten_stretch_class_can_be_subclassed(stretch_class):
    class Doubled(stretch_class):
        def __init__(self):
            super().__init__()
            with self.init_scope():
                self.scale = __import__("chainer").Parameter(2.0, ())

        def forward(self, x):
            return super().forward(x) * 2

    assert {name for name, _ in Doubled().namedparams()} == {"/linear/W", "/linear/b", "/scale"}


def test_solutions_are_only_marked():
    import solutions.rl as rl

    assert rl.q_target.exercise.id == "1.7"
    assert rl.q_target.exercise.core and rl.q_target.exercise.module == "rl"


def test_the_friendly_error_survives_pickling_and_shows_no_traceback_in_a_notebook():
    error = Unwritten(exercise.Exercise("1.2", "The discounted return", 4, 1, True), "workshop/rl.py, line 7")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    shown = "\n".join(error._render_traceback_())
    assert "workshop/rl.py, line 7" in shown and "Traceback" not in shown
