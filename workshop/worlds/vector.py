"""N games side by side, each playing one seeded episode after another: what the trainer and the evaluation play on.

The emulators work in the background between `send` and `receive`. Nothing of an emulator is ever saved: an episode is
its seed and its actions, so playing them again brings a world back bit for bit.
"""

from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np

from workshop.errors import BadInput


class Moment(NamedTuple):
    """What one game says after an action.

    state: s_{t+1}.  reward: float, r_{t+1}, true.  terminal: True where the target gets no bootstrap (game over, or a
    life lost when training).  ended: True where the episode is over or was cut.  truncated: True where it was cut.
    """

    state: np.ndarray
    reward: float
    terminal: bool
    ended: bool
    truncated: bool


class Finished(NamedTuple):
    """An episode that has ended: in which environment, its true unclipped score, its steps, and whether it was cut."""

    env: int
    score: float
    steps: int
    truncated: bool


class Step(NamedTuple):
    """What all N environments say after an action each.

    states: (N, ...), s_{t+1}; where an episode ended, the first state of the next one already.
    rewards: float32 (N,), r_{t+1}, clipped to their sign if the world clips.
    terminals: bool (N,), the target gets no bootstrap there.  ends: bool (N,), the episode is over or was cut there: no
    stack and no sample may cross.  finished: list of Finished.
    """

    states: np.ndarray
    rewards: np.ndarray
    terminals: np.ndarray
    ends: np.ndarray
    finished: list


class World:
    """N games of the same kind.

    games: list of N games, each with start(seed) -> state, send(action), receive() -> Moment, close(), and the
    attributes n_actions, action_names, stack, frame_shape, frame_dtype.  seed: int >= 0, the run's.
    clip_rewards: whether `Step.rewards` are the signs of the true ones.

    n_envs, n_actions: int.  action_names: list of str.  name: the canonical one.  stack: frames in a state (4), or None
    where a state is a plain vector.  frame_shape, frame_dtype: of one frame, (84, 84) uint8, or of the vector.
    states: the current states (N, ...), as reset, receive and load_state_dict left them.
    last_game: `game` of the episode that ended last; None before there is one.
    """

    def __init__(self, name, games, *, seed, clip_rewards=False):
        self.name, self.games, self.seed, self.clip_rewards = name, games, seed, clip_rewards
        self.n_envs = len(games)
        self.n_actions, self.action_names = games[0].n_actions, games[0].action_names
        self.stack, self.frame_shape, self.frame_dtype = games[0].stack, games[0].frame_shape, games[0].frame_dtype
        self.states = self.last_game = None
        self._episodes = [-1] * self.n_envs
        self._actions = [[] for _ in games]
        self._scores = [0.0] * self.n_envs
        self._sent = False

    def reset(self):
        """Start a new episode everywhere. Returns the first states, (N, ...)."""
        self._must_be_at_rest()
        self.states = np.stack(self._start_next(range(self.n_envs)))
        return self.states

    def send(self, actions):
        """Hand in an action for each environment, int (N,), and return at once; `receive` waits for what follows."""
        self._must_be_at_rest()
        for game, taken, action in zip(self.games, self._actions, actions, strict=True):
            taken.append(int(action))
            game.send(int(action))
        self._sent = True

    def receive(self):
        """The Step that follows the actions sent."""
        if not self._sent:
            raise RuntimeError("Nothing to receive: send actions first.")
        self._sent = False
        moments = [game.receive() for game in self.games]
        finished = [self._note(env, moment) for env, moment in enumerate(moments)]
        ends = np.array([moment.ended for moment in moments])
        rewards = np.float32([moment.reward for moment in moments])
        self.states = np.stack([moment.state for moment in moments])
        if ends.any():
            self.states[ends] = self._start_next(np.flatnonzero(ends))
        return Step(
            self.states,
            np.sign(rewards) if self.clip_rewards else rewards,
            np.array([moment.terminal for moment in moments]),
            ends,
            [each for each in finished if each],
        )

    def step(self, actions):
        """`send` and `receive` in one."""
        self.send(actions)
        return self.receive()

    def state_dict(self):
        """All that brings the world back: a dict of NumPy arrays, which an .npz holds without pickle."""
        self._must_be_at_rest()
        return {
            "name": np.array(self.name),
            "seed": np.array(self.seed),
            "episodes": np.array(self._episodes),
            "scores": np.array(self._scores),
            "steps": np.array([len(taken) for taken in self._actions]),
            "actions": np.array([action for taken in self._actions for action in taken], dtype=np.int32),
        }

    def load_state_dict(self, state):
        """Go back to where `state_dict` was taken, by playing the current episodes' actions again.

        Raises BadInput if the state is another world's, or if this emulator does not repeat what that one played.
        """
        self._must_be_at_rest()
        steps, episodes = state["steps"], state["episodes"]
        if str(state["name"]) != self.name or len(steps) != self.n_envs:
            saved = f'{len(steps)} games of "{state["name"]}"'
            raise BadInput(f'this state is of {saved}, the world plays {self.n_envs} of "{self.name}".')
        self.seed, self._episodes = int(state["seed"]), episodes.tolist()
        if (episodes >= 0).all():
            taken = np.split(state["actions"], np.cumsum(steps)[:-1])
            self._play_again([each.tolist() for each in taken])
        if self._scores != state["scores"].tolist():
            raise BadInput("this emulator plays the saved games differently: were they saved with another ale-py?")

    def close(self):
        """End the emulators and their threads."""
        for game in self.games:
            game.close()

    def game(self, env):
        """(seed, actions) of an environment's episode as far as it has come: enough to see it again."""
        return episode_seed(self.seed, env, self._episodes[env]), list(self._actions[env])

    def _start_next(self, envs):
        """Start these environments' next episodes. Returns their first states."""
        for env in envs:
            self._episodes[env] += 1
            self._actions[env], self._scores[env] = [], 0.0
        return self._start(envs)

    def _start(self, envs):
        # Switching an Atari on takes a tenth of a second, most of it outside Python: all at once.
        with ThreadPoolExecutor(len(envs)) as threads:
            seeds = [episode_seed(self.seed, env, self._episodes[env]) for env in envs]
            return list(threads.map(lambda env, seed: self.games[env].start(seed), envs, seeds))

    def _note(self, env, moment):
        """Count a moment. Returns the Finished if the episode has ended there, else None."""
        self._scores[env] += moment.reward
        if moment.ended:
            self.last_game = self.game(env)
            return Finished(env, self._scores[env], len(self._actions[env]), moment.truncated)

    def _play_again(self, actions):
        self._actions, self._scores = actions, [0.0] * self.n_envs
        states = self._start(range(self.n_envs))
        for t in range(max(map(len, actions))):
            playing = [env for env in range(self.n_envs) if t < len(actions[env])]
            for env in playing:
                self.games[env].send(actions[env][t])
            for env in playing:
                moment = self.games[env].receive()
                states[env] = moment.state
                self._scores[env] += moment.reward
        self.states = np.stack(states)

    def _must_be_at_rest(self):
        if self._sent:
            raise RuntimeError("Actions have been sent: receive what follows first.")


def episode_seed(seed, env, episode):
    """The seed of one episode, from the run's seed, the environment's number and the episode's: an int in [0, 2^31)."""
    return int(np.random.SeedSequence([seed, env, episode]).generate_state(1)[0] >> 1)
