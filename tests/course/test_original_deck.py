"""Every idea on the seventy pages of the workshop that ours re-creates has a slide of ours."""

import functools

import nbformat
import pytest

from workshop.course import slides
from workshop.course.catalogue import NOTEBOOKS
from workshop.exercise import HOUSE

IDEAS = [  # page of the original deck, its idea, our notebook and the cell whose slide has it
    ("1-5", "what the three times fifty minutes are for", "1", "title"),
    ("6-8", "the 2015 paper: Atari games from their screens alone", "1", "goal"),
    ("7", "screenshots of Atari games", "1", "five-games"),
    ("8", "DQN against a human, in bars", "1", "dqn-against-human"),
    ("9", "agent and environment in a loop", "1", "loop-figure"),
    ("10", "Gymnasium's many worlds", "1", "gym-worlds"),
    ("11", "show me the code: the API on Sokoban", "1", "api-sokoban"),
    ("11", "show me the code: the API on Atari", "1", "api-atari"),
    ("12-15", "Sokoban: a state, four actions, one chosen", "1", "sokoban-text"),
    ("16", "s0, s1, s2 and their rewards", "1", "sokoban-episode"),
    ("17", "the trace of an episode", "1", "trace-strip"),
    ("18", "the value of a state: the rewards to come", "1", "value-section"),
    ("19", "the discount", "1", "trace-return"),
    ("20", "the objective: actions that make the value largest", "1", "value-text"),
    ("21-24", "TD: the value of now is the reward and the value of next", "1", "td-section"),
    ("24", "the TD error on the trace", "1", "trace-td"),
    ("25-28", "action values; V is their maximum", "1", "q-section"),
    ("29-30", "Q-learning", "1", "q-section"),
    ("31", "the terminal case: where s_{t+1} is terminal there is no next", "1", "card-1-7"),
    ("32", "gathering experience", "1", "explore-section"),
    ("33", "what Q is, to a mathematician and to Python", "1", "table-section"),
    ("34", "tabular Q-learning", "1", "learn-sokoban"),
    ("35", "learning from images: how many states there are", "1", "table-size"),
    ("36-37", "the table that does not fit", "1", "images-section"),
    ("38", "y = f_theta(x): input, parameters, output", "2", "machine"),
    ("39", "a network as a computational graph", "2", "graph-section"),
    ("40-41", "f(1, -1) = 0.2, but we want 0.5", "2", "descent-section"),
    ("42-43", "automatic differentiation: gradients flow back", "2", "graph"),
    ("44-46", "linear regression: data, line, loss", "2", "regression-section"),
    ("47", "Chainer and CuPy", "2", "cupy-section"),
    ("48", "show me the code: a training step", "2", "card-2-5"),
    ("49", "a CNN from picture to answer", "2", "pipeline"),
    ("50", "convolution in motion", "2", "motion"),
    ("51-53", "why convolution", "2", "why-text"),
    ("51-53", "features that a network learned", "2", "filters"),
    ("54", "kernels on a picture", "2", "kernels"),
    ("55", "the six activations", "2", "activations"),
    ("56", "DQN's network of 2015", "3", "card-3-14"),
    ("57", "the network of 2013", "3", "networks-figure"),
    ("58", "show me the code: the whole loop", "3", "loop-train"),
    ("59", "putting everything together", "3", "plan-figure"),
    ("60-61", "Q-learning again, now for a network", "3", "targets"),
    ("62", "too much noise when Q moves at every step", "3", "target-figure"),
    ("63-64", "a target network, copied now and then", "3", "two-networks-figure"),
    ("65", "exploration against exploitation", "1", "explore-section"),
    ("66", "epsilon-greedy", "1", "card-1-6"),
    ("66", "less and less chance", "3", "epsilon-figure"),
    ("67", "training time, luck, several runs", "3", "further"),
    ("68", "the agent playing Pong", "3", "watch-stages"),
]


@functools.cache
def cells_of_the_deck(number):
    """The ids of the cells that stand on a slide."""
    notebook = nbformat.read(HOUSE / NOTEBOOKS[number], as_version=4)
    return {cell.id for cell in notebook.cells if slides.slide_type(cell) not in ("skip", "notes")}


@pytest.mark.parametrize(("pages", "idea", "notebook", "cell"), IDEAS)
def test_an_idea_of_the_original_deck_has_its_slide(pages, idea, notebook, cell):
    assert cell in cells_of_the_deck(notebook), f"page {pages}, {idea}: no slide shows the cell {cell}"


def test_no_page_of_the_original_deck_is_forgotten():
    """All seventy but the pages that say nothing of the matter: who speaks, a link, an advertisement."""
    told = set()
    for pages, *_ in IDEAS:
        first, _, last = pages.partition("-")
        told |= set(range(int(first), int(last or first) + 1))
    assert set(range(1, 71)) - told <= {69, 70}
