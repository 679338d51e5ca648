"""The player: games that are watched and played, with keys, speed and takeover. It knows no screen.

Its two faces, player_notebook.py and player_window.py, hand in keys, call `tick`, and show what the seats then hold.
"""

from collections import deque

import numpy as np

from workshop import worlds
from workshop.errors import BadInput
from workshop.show import agents, keys
from workshop.worlds import games

FASTEST = 60  # pictures a second that a face shows; beyond it some are left out
SPEEDS = (1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8)
REST = 2.5  # seconds for which a final score stays
REMEMBERED = 150  # states, ten seconds of Atari


class Seat:
    """One game and who plays it: the agent, or a person while `taken_over`.

    game: any name that games.find knows.  agent: see agents.py.  epsilon: chance of a random action, as evaluated.

    picture: uint8 (H, W, 3).  score: float.  steps: int, actions taken.  q_values: the agent's, float (A,), of the
    newest state, or None.  state: that one.  action: the number of the one last taken, or None.
    ended: the game has come to its end.  over: and all of it has been shown.
    bars: where each action's value lies between the lowest and the highest of the last states, 0 to 1; () for None.
    Raises BadInput for an unknown game, or an agent that does not fit it.
    """

    def __init__(self, game, agent, *, epsilon=0.05):
        self.game_name = games.find(game)
        self.agent_name, self.epsilon = agents.label(agent), epsilon
        self._q_function = agents.q_function(agent, self.game_name)
        self._game = worlds.watched_game(self.game_name)
        self.pictures_per_second = self._game.pictures_per_second
        self.action_names = keys.action_names(self.game_name, self._game.action_names)
        self.taken_over = False

    @property
    def who(self):
        return "you" if self.taken_over else self.agent_name

    def start(self, seed):
        """Start the game that an evaluation of this seed plays first. seed: int >= 0."""
        self._rng = np.random.default_rng(seed)
        self._remembered = deque(maxlen=REMEMBERED)
        self._look(self._game.start(worlds.episode_seed(seed, 0, 0)))
        self.score, self.steps, self.action, self.ended = 0.0, 0, None, False
        self._coming = list(self._game.pictures)
        self.picture = self._coming.pop()

    @property
    def over(self):
        return self.ended and not self._coming

    @property
    def bars(self):
        # From zero they would all look alike: what an action changes is small beside what the state is worth.
        if self.q_values is None:
            return ()
        low, high = np.min(self._remembered), np.max(self._remembered)
        return (self.q_values - low) / max(high - low, 1e-6)

    def advance(self, pressed):
        """Go on by one picture; an action is chosen when those of the last one have been shown.

        pressed: the keys a person holds, see keys.action. A person's game that has no action for doing nothing waits.
        """
        if not self._coming and not self.ended:
            self.step(pressed)
        if self._coming:
            self.picture = self._coming.pop(0)

    def step(self, pressed=()):
        """Take an action at once. Returns the list of its pictures, which `advance` would show one by one."""
        action = keys.action(self.game_name, self.action_names, pressed) if self.taken_over else self._agents_action()
        if action is not None:
            self._game.send(action)
            moment = self._game.receive()
            self.action, self.steps = action, self.steps + 1
            self.score += moment.reward
            self.ended = moment.ended
            self._coming = list(self._game.pictures)
            self._look(moment.state)
        return self._coming

    def close(self):
        """End the emulators."""
        self._game.close()

    def _look(self, state):
        self.state = state
        self.q_values = None if self._q_function is None else self._q_function(state)
        if self.q_values is None:
            return
        if self.q_values.shape != (len(self.action_names),):
            raise BadInput(
                f"{self.agent_name} gives values of shape {self.q_values.shape} for a state, "
                f"but {self.game_name} has {len(self.action_names)} actions."
            )
        self._remembered.append(self.q_values)

    def _agents_action(self):
        if self.q_values is None or self._rng.random() < self.epsilon:
            return int(self._rng.integers(len(self.action_names)))
        return int(self.q_values.argmax())


class Player:
    """One seat to watch or play at, or two side by side on the same seed; all wait until the last game is over.

    seats: list of Seat; a person takes over the first.  seed: of the first game; the next one has the next seed.

    Keys, by name: those of keys.STEERING, held; and m takes over and gives back, a slower, s quicker, space pauses,
    r starts the same game again, q quits.  paused, quit: bool.  speed: 1 is the game's own.
    """

    def __init__(self, seats, *, seed=0):
        self.seats, self.seed = seats, seed
        self.paused = self.quit = False
        self._speed = SPEEDS.index(1)
        self._held, self._tapped = {}, {}  # ordered sets
        self._commands = {
            "m": self.take_over,
            "a": lambda: self._change_speed(-1),
            "s": lambda: self._change_speed(+1),
            "space": self.pause,
            "r": self.restart,
            "q": self.stop,
        }
        self.restart()

    @property
    def speed(self):
        return SPEEDS[self._speed]

    @property
    def rate(self):
        """Ticks a second at this speed."""
        return min(self._pictures_per_second, FASTEST)

    @property
    def over(self):
        return all(seat.over for seat in self.seats)

    def press(self, key):
        """A key goes down, or repeats itself. Unknown names do nothing; after quitting, none does."""
        if self.quit or key in self._held:
            return
        if key in self._commands:
            self._commands[key]()
        elif key in keys.STEERING:
            self._held[key] = self._tapped[key] = True

    def release(self, key):
        """A key goes up."""
        self._held.pop(key, None)

    def release_all(self):
        """The keyboard is out of reach."""
        self._held.clear()

    def tick(self):
        """Go on by one picture, or as many as the speed asks for."""
        if self.paused or self.quit:
            return
        if self.over:
            self._rest()
            return
        for _ in range(max(1, round(self._pictures_per_second / FASTEST))):
            self._advance()

    def take_over(self):
        """The person at the first seat, or the agent again."""
        self.seats[0].taken_over = not self.seats[0].taken_over

    def pause(self):
        """Pause, or go on."""
        self.paused = not self.paused

    def restart(self):
        """The same game from its beginning."""
        for seat in self.seats:
            seat.start(self.seed)
        self._rested = 0

    def stop(self):
        """Quit: nothing moves from here on."""
        if not self.quit:
            self.quit = True
            for seat in self.seats:
                seat.close()

    def status(self):
        """A line for people: what is going on."""
        if self.quit:
            return "The end."
        if self.over:
            scores = ", ".join(f"{seat.who} {seat.score:g}" for seat in self.seats)
            return f"Game over: {scores}. The next game has seed {self.seed + 1}."
        if self.paused:
            return "Paused."
        return f"Game with seed {self.seed}, speed x{self.speed:g}."

    @property
    def _pictures_per_second(self):
        return self.seats[0].pictures_per_second * self.speed

    def _change_speed(self, by):
        self._speed = min(max(self._speed + by, 0), len(SPEEDS) - 1)

    def _advance(self):
        before = self.seats[0].steps
        pressed = [*self._held, *(key for key in self._tapped if key not in self._held)]
        for seat in self.seats:
            seat.advance(pressed)
        if self.seats[0].steps != before:
            self._tapped.clear()  # a short tap between two actions counts for one

    def _rest(self):
        self._rested += 1
        if self._rested > REST * self.rate:
            self.seed += 1
            self.restart()
