"""The 33 exercises are the same everywhere: solutions, stubs, cards, checks and hints."""

import ast
import json
import re

import pytest

from workshop.course import answers, catalogue, checks, hinting, notebooks
from workshop.exercise import HOUSE

CORE = {
    "1.2": ["discounted_return(rewards, gamma)"],
    "1.6": ["epsilon_greedy(q_values, epsilon, rng)"],
    "1.7": ["q_target(reward, next_q_values, gamma, terminal)"],
    "1.8": ["q_learning_update(q, state, action, reward, next_state, terminal, *, alpha, gamma)"],
    "2.1": ["quadratic(theta, x, y)"],
    "2.2": ["quadratic_gradient(theta, x, y)"],
    "2.3": ["fit_quadratic(theta, x, y, target, *, learning_rate, steps)"],
    "2.5": ["train_step(model, optimizer, x, t)"],
    "2.10": ["BallFinder()"],
    "3.2": ["FrameStack(k=4)"],
    "3.6": ["QNetwork(n_actions)"],
    "3.7": ["q_of_actions(q_values, actions)"],
    "3.8": ["td_targets(rewards, next_q_values, terminals, gamma)"],
    "3.10": ["update(online, optimizer, batch, targets)"],
}
STRETCH = {
    "1.1": ["play_episode(env, policy, *, seed=None, max_steps=None)"],
    "1.3": ["returns_to_go(rewards, gamma)"],
    "1.4": ["td_error(reward, value, next_value, gamma, terminal)"],
    "1.5": ["greedy_action(q_values, rng)"],
    "1.9": ["train_q_table(env, *, episodes, alpha, gamma, epsilon, seed)"],
    "2.4": ["LinearRegression()"],
    "2.6": ["standardise(x)"],
    "2.7": ["convolve(image, kernel, stride=1)"],
    "2.8": [
        "sigmoid(x)", "tanh(x)", "relu(x)",
        "leaky_relu(x, slope=0.1)", "maxout(x, w1, b1, w2, b2)", "elu(x, alpha=1.0)",
    ],
    "2.9": ["conv_output_size(size, kernel, stride=1, pad=0)"],
    "3.1": ["preprocess(frame)"],
    "3.3": ["clip_reward(reward)"],
    "3.4": ["linear_epsilon(step, *, start, end, decay_steps)"],
    "3.5": ["ReplayMemory(capacity, *, stack=4)"],
    "3.9": ["td_loss(q_taken, targets)"],
    "3.11": ["sync_target(online, target)"],
    "3.12": ["act(online, states, epsilon, rng)"],
    "3.13": ["double_td_targets(rewards, next_q_online, next_q_target, terminals, gamma)"],
    "3.14": ["NatureQNetwork(n_actions)"],
}  # fmt: skip
CONTRACT = CORE | STRETCH


def signatures(source):
    """{name: (id, "name(arguments)", docstring)} of the exercises in a file; a class has its __init__'s arguments."""
    found = {}
    for node in ast.parse(source).body:
        about = catalogue.mark(node)
        if about:
            functions = [node] if isinstance(node, ast.FunctionDef) else node.body
            made = [item for item in functions if getattr(item, "name", "") in (node.name, "__init__")]
            arguments = re.sub(r"^self(, )?", "", ast.unparse(made[0].args)) if made else ""
            found[node.name] = (about.id, f"{node.name}({arguments})", ast.get_docstring(node))
    return found


def test_there_are_33_exercises_and_14_are_core():
    assert len(CONTRACT) == 33 and len(CORE) == 14
    assert set(catalogue.exercises()) == set(CONTRACT)
    assert {id for id, listed in catalogue.exercises().items() if listed.core} == set(CORE)


@pytest.mark.parametrize("number", catalogue.MODULES)
def test_solutions_and_stubs_have_the_same_names_signatures_and_docstrings(number):
    solution = signatures((HOUSE / "solutions" / f"{catalogue.MODULES[number]}.py").read_text(encoding="utf-8"))
    assert solution == signatures(answers.fresh(number))
    assert all(docstring and ">>>" in docstring for _, _, docstring in solution.values())
    for listed in catalogue.pick([number]):
        assert [solution[name][1] for name in listed.names] == CONTRACT[listed.id]


@pytest.mark.parametrize("number", catalogue.NOTEBOOKS)
def test_every_exercise_has_its_card_and_its_check_and_the_card_says_what_the_stub_says(number):
    cards = {}
    for cell in notebooks.cells(number):
        if "card" in notebooks.tags(cell):
            cards[cell["metadata"]["tags"][1]] = cell["source"]
    asked = catalogue.pick([number])
    assert list(cards) == list(notebooks.checks(number))
    assert sorted(cards, key=catalogue.order) == [listed.id for listed in asked]
    for listed in asked:
        heading = cards[listed.id].splitlines()[0]
        difficulty = "●" * listed.difficulty + "○" * (3 - listed.difficulty)
        for part in (listed.id, listed.title, f"{listed.minutes} min", difficulty):
            assert part in heading, (listed.id, heading, part)
        assert ("stretch" in heading) is not listed.core
        assert f'course.hint("{listed.id}")' in cards[listed.id] and f"**{listed.file}**" in cards[listed.id]


@pytest.mark.parametrize("number", catalogue.NOTEBOOKS)
def test_every_exercise_has_three_hints(number):
    hints = hinting.hints(number)
    assert set(hints) == {listed.id for listed in catalogue.pick([number])}
    for id, three in hints.items():
        assert len(three) == 3 and all(hint.strip() for hint in three), id


@pytest.mark.parametrize("number", catalogue.NOTEBOOKS)
def test_a_lesson_fits_its_fifty_minutes(number):
    """At most 32 minutes of lesson and 18 of core exercises."""
    steps = notebooks.steps(number)
    assert sum(minutes for _, minutes, exercise in steps if not exercise) <= 32
    assert sum(minutes for _, minutes, exercise in steps if exercise) <= 18


@pytest.mark.parametrize("number", catalogue.NOTEBOOKS)
def test_notebooks_are_kept_without_outputs_and_with_readable_cell_ids(number):
    notebook = json.loads((HOUSE / catalogue.NOTEBOOKS[number]).read_text(encoding="utf-8"))
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids) and not any(re.fullmatch(r"[0-9a-f]{8,}", id) for id in ids)
    for cell in notebook["cells"]:
        assert not cell.get("outputs") and cell.get("execution_count") is None, cell["id"]


def test_every_check_passes_on_the_reference():
    wrong = [verdict for verdict in checks.judge(catalogue.pick([]), solutions=True) if verdict.status != "passed"]
    assert wrong == []


def test_every_check_finds_a_fresh_stub_unwritten(tmp_path):
    for number, module in catalogue.MODULES.items():
        (tmp_path / f"{module}.py").write_text(answers.fresh(number), encoding="utf-8")
        stub = checks.look_into(tmp_path / f"{module}.py")
        verdicts = list(checks.judge(catalogue.pick([number]), answers=stub))
        assert {verdict.status for verdict in verdicts} == {"unwritten"}, verdicts
