"""The trainer's replay memory: every frame stored once, several environments side by side, n-step returns.

It does what exercise 3.5's ReplayMemory does for one environment and one step, without a Python loop over frames.

One environment's lane is a ring. Entry t holds the newest frame of s_t, the action a_t and what followed, r_{t+1}:

    time     ...  t-3   t-2   t-1    t    t+1  ...  t+n          age: steps since the game's first frame,
    frames   ...  [ ]   [ ]   [ ]   [ ]   [ ]  ...  [ ]          so the stack of s_t never reaches back
                   \\______ s_t ______/                           into the game before
"""

import numpy as np

from workshop.learning import frames
from workshop.types import Batch


class Replay:
    """Remembers the last `capacity` steps of `n_envs` environments that step together.

    frame_shape, frame_dtype: of one frame, (84, 84) uint8 for Atari.
    stack: frames in a state, or None where a state is a single frame and has no stack axis.
    n_step, gamma: rewards become r_{t+1} + gamma r_{t+2} + ... + gamma^(n-1) r_{t+n}.
    storage: how frames are kept, "plain" or "lz4", compressed without loss. What is handed out is the same.
    """

    BYTES_A_STEP = 11  # besides the frame: action 4, reward 4, terminal, end and age 1 each
    _ARRAYS = ("actions", "rewards", "terminals", "ends", "ages")

    def __init__(self, capacity, n_envs, frame_shape, frame_dtype, *, stack, n_step, gamma, storage="plain"):
        self.length = capacity // n_envs  # entries in a lane
        self.n_envs = n_envs
        self.stack = stack
        self.n_step = n_step
        self.discounts = np.float32(gamma) ** np.arange(n_step, dtype=np.float32)
        shape = (n_envs, self.length)
        self.frames = frames.STORAGES[storage](n_envs, self.length, frame_shape, frame_dtype)
        self.actions = np.zeros(shape, np.int32)
        self.rewards = np.zeros(shape, np.float32)
        self.terminals = np.zeros(shape, bool)
        self.ends = np.zeros(shape, bool)
        self.ages = np.zeros(shape, np.uint8)
        self.time = 0  # steps appended so far in each lane
        self._age = np.zeros(n_envs, np.uint8)

    def __len__(self):
        """Steps remembered, all environments together."""
        return min(self.time, self.length) * self.n_envs

    def append(self, states, actions, rewards, terminals, ends):
        """Remember one step of every environment.

        states: (N, stack, ...) or (N, ...), the states s_t acted on; only the newest frame of each is kept.
        actions: int (N,).  rewards: float (N,), r_{t+1}.  terminals: bool (N,), no bootstrap from s_{t+1}.
        ends: bool (N,), the game ended or was cut after this step, so the next frame belongs to another one.
        """
        now = self.time % self.length
        self.frames.put(now, states if self.stack is None else states[:, -1])
        self.actions[:, now] = actions
        self.rewards[:, now] = rewards
        self.terminals[:, now] = terminals
        self.ends[:, now] = ends
        self.ages[:, now] = self._age
        self._age = np.where(ends, 0, np.minimum(self._age, 254) + 1).astype(np.uint8)  # 255 + 1 would be 0
        self.time += 1

    def sample(self, batch_size, rng):
        """A Batch of `batch_size` transitions, drawn uniformly with replacement by the numpy Generator `rng`.

        Raises ValueError while nothing can be drawn: a transition needs the `n_step` steps that follow it.
        """
        env, t = self._draw(batch_size, rng)
        window = (t[:, None] + np.arange(self.n_step)) % self.length
        ended = np.logical_or.accumulate(self.terminals[env[:, None], window], axis=1)
        counts = np.ones_like(ended)
        counts[:, 1:] = ~ended[:, :-1]  # a reward counts unless a terminal came before it
        rewards = (self.rewards[env[:, None], window] * counts) @ self.discounts
        # Both at once: they share frames, which a storage may open once.
        states, next_states = self._states(np.stack([env, env]), np.stack([t, t + self.n_step]))
        return Batch(states, self.actions[env, t % self.length], rewards, next_states, ended[:, -1])

    def _draw(self, batch_size, rng):
        """Environments and times (B,) at which a whole transition is at hand."""
        oldest = max(0, self.time - self.length)
        last = self.time - self.n_step  # s_{t+n} must be here
        if last <= oldest:
            raise ValueError(f"the replay holds {len(self)} steps: too few for one transition of {self.n_step} steps")
        env = np.empty(0, np.int64)
        t = np.empty(0, np.int64)
        for _ in range(1000):
            e = rng.integers(self.n_envs, size=batch_size)
            s = rng.integers(oldest, last, size=batch_size)
            whole = (self._stack_times(e, s)[:, 0] >= oldest) & ~self._crosses_a_cut(e, s)
            env, t = np.append(env, e[whole]), np.append(t, s[whole])
            if len(env) >= batch_size:
                return env[:batch_size], t[:batch_size]
        raise ValueError("no transition in the replay is whole: the games in it are cut off before their next states")

    def _crosses_a_cut(self, env, t):
        """True (B,) where the episode was cut (not terminal) within the n steps, so that s_{t+n} is unknown."""
        window = (t[:, None] + np.arange(self.n_step)) % self.length
        terminals = self.terminals[env[:, None], window]
        cuts = self.ends[env[:, None], window] & ~terminals
        return (cuts & ~np.logical_or.accumulate(terminals, axis=1)).any(axis=1)

    def _stack_times(self, env, t):
        """Times (..., stack) of the frames in the states at t (...); a game's first frame repeats before there are
        enough.
        """
        back = np.arange((self.stack or 1) - 1, -1, -1)
        age = self.ages[env, t % self.length].astype(np.int64)
        return t[..., None] - np.minimum(back, age[..., None])

    def _states(self, env, t):
        """States (..., stack, *frame_shape) of the environments at times t (...), or without the axis of a stack."""
        if self.stack is None:
            return self.frames.get(env, t % self.length)
        return self.frames.get(env[..., None], self._stack_times(env, t) % self.length)

    def state_dict(self):
        """All it holds, as arrays; `load_state_dict` of a replay made alike brings it back bit for bit."""
        kept = min(self.time, self.length)
        state = {name: getattr(self, name)[:, :kept] for name in self._ARRAYS}
        return state | self.frames.state_dict(kept) | {"time": np.array(self.time), "age": self._age}

    def load_state_dict(self, state):
        """Take over what `state_dict` gave."""
        self.time = int(state["time"])
        self._age = np.array(state["age"])
        kept = min(self.time, self.length)
        for name in self._ARRAYS:
            getattr(self, name)[:, :kept] = state[name]
        self.frames.load_state_dict(state, kept)
