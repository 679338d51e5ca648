"""Q-learning at work on a Sokoban level: the table drawn on the board while it fills, and the man at his episodes."""

from collections import deque

import gymnasium
import ipywidgets
import numpy as np

from workshop.show import sokoban_board
from workshop.show.controls import Line, switch
from workshop.show.figures import of_picture, present
from workshop.show.live import Live
from workshop.show.screen import Screen
from workshop.worlds.sokoban import shortest_solution

PICTURES = 12  # a second, at most


def learn_sokoban(parts, *, level, seed=0):
    """Show Q-learning on a level, to be started, stopped, and meddled with while it runs.

    parts: the module with `epsilon_greedy` and `q_learning_update`: `rl`.  level: 1 to 5, or XSB text.  seed: int.
    """
    learning = SokobanLearning(parts, level=level, seed=seed)
    alt = "The Sokoban board on which values and greedy actions appear while the table fills; it is still empty"
    present(learning.widget, instead=of_picture(sokoban_board.values(learning.sokoban, learning.q), alt, width=288))


class SokobanLearning:
    """The table, the learner and the controls. `widget` is what to show.

    q: float (S, A).  episodes: int, those finished.  steps: int.
    """

    def __init__(self, parts, *, level, seed):
        self.parts, self._seed, self._fewest = parts, seed, len(shortest_solution(level))
        self._env = gymnasium.make("workshop/Sokoban-v0", level=level)
        self.sokoban = self._env.unwrapped
        self._make_widgets()
        self.live = Live(None, rate=PICTURES, name="sokoban learning", failed=self._failed)
        self.forget()
        self.widget = self._arranged()

    def forget(self):
        """Begin again with a table of zeros."""
        self._rng = np.random.default_rng(self._seed)
        self.q = np.zeros((self.sokoban.n_states, len(self.sokoban.action_names)))
        self.episodes = self.steps = self._state = 0
        self._solved = deque(maxlen=50)
        self._experience = self._steps()
        self.live.moving = self._pictures()
        self.show()

    def step(self):
        """Take one step, and learn from it."""
        next(self._experience)
        self.show()

    def show(self):
        """Bring pictures and words up to date."""
        self._table.show(sokoban_board.values(self.sokoban, self.q))
        self._episode.show(self.sokoban.picture(self._state))
        self._line.say(
            f"Step {self.steps:,}, episode {self.episodes + 1:,}. "
            f"Solved {sum(self._solved)} of the last {len(self._solved)}. Without exploring: {self._greedy_way()}."
        )

    def _steps(self):
        """Q-learning without end, by the attendee's own two functions; stops after each step it has learnt from."""
        while True:
            self._state, _ = self._env.reset()
            ended = False
            while not ended:
                state, parts = self._state, self.parts
                action = parts.epsilon_greedy(self.q[state], self._epsilon.value, self._rng)
                self._state, reward, terminated, truncated, _ = self._env.step(action)
                rates = {"alpha": self._alpha.value, "gamma": self._gamma.value}
                parts.q_learning_update(self.q, state, action, reward, self._state, terminated, **rates)
                ended = terminated or truncated
                self.steps += 1
                yield
            self.episodes += 1
            self._solved.append(reward > 0)

    def _pictures(self):
        """As many steps between two pictures as the speed asks for."""
        while True:
            speed = self._speed.value
            self.live.rate = min(speed, PICTURES)
            for _ in range(round(speed / self.live.rate)):
                next(self._experience)
            self.show()
            yield

    def _greedy_way(self):
        """Where the greedy policy leads, in words."""
        state, seen = 0, {0}
        while self.q[state].any():
            state = self.sokoban.after(state, int(self.q[state].argmax()))
            info = self.sokoban.info(state)
            if info["solved"]:
                return f"solved in {len(seen)} steps (the fewest are {self._fewest})"
            if info["deadlock"]:
                return "a deadlock"
            if state in seen:
                return "in circles"
            seen.add(state)
        return "no idea yet"

    def _failed(self, error):
        """A generator that has raised is spent: the next start needs a new one."""
        self._line.fail(error)
        self._experience, self.live.moving = self._steps(), self._pictures()

    def _make_widgets(self):
        level = self.sokoban.level
        width = 48 * level.width
        self._table = Screen(width=width, alt="The board with the value of each square and the greedy action on it")
        self._episode = Screen(width=width, alt="The episode as it is being played")
        self._line = Line()
        self._alpha = _slider("alpha", 0.5, least=0.01)
        self._gamma = _slider("gamma", 0.9)
        self._epsilon = _slider("epsilon", 0.2)
        self._speed = ipywidgets.FloatLogSlider(
            300, min=0, max=3.5, step=0.05, description="steps/s", readout_format=",.0f", layout={"width": "300px"}
        )

    def _arranged(self):
        once = ipywidgets.Button(description="One step", layout={"width": "7em"})
        once.on_click(lambda _: self._guarded(self.step))
        anew = ipywidgets.Button(description="Forget all", layout={"width": "7em"})
        anew.on_click(lambda _: self._guarded(self.forget))
        sliders = ipywidgets.VBox([self._alpha, self._gamma, self._epsilon, self._speed])
        boards = [
            _titled("what the table knows", self._table),
            _titled("the episode being played", self._episode),
            ipywidgets.VBox([ipywidgets.HBox([switch(self.live), once, anew]), sliders]),
        ]
        row = ipywidgets.HBox(boards, layout={"flex_flow": "row wrap"})
        return ipywidgets.VBox([row, self._line.widget])

    def _guarded(self, action):
        try:
            action()
        except Exception as error:
            self._failed(error)


def _slider(name, value, least=0.0):
    return ipywidgets.FloatSlider(value, min=least, max=1, step=0.01, description=name, layout={"width": "300px"})


def _titled(title, screen):
    label = ipywidgets.HTML(f"<small>{title}</small>")
    return ipywidgets.VBox([label, screen.widget], layout={"margin": "0 16px 0 0"})
