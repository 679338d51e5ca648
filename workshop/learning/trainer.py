"""The training loop of Mnih et al. 2015, Algorithm 1, as a generator of events; whoever runs it decides what to show,
save or stop. Between two events its state is whole: it can be saved there and goes on from there bit for bit.
"""

import time
from dataclasses import dataclass

import numpy as np

from workshop import worlds
from workshop.learning import evaluation, memory
from workshop.learning.agent import Agent
from workshop.learning.exploration import HeldActions
from workshop.learning.replay import Replay
from workshop.learning.reservoir import Reservoir
from workshop.learning.statistics import EpochFigures, row

HELD_OUT_STATES = 500  # on which the mean max Q is followed
TEST_ENVIRONMENTS = 10


@dataclass(frozen=True)
class Moved:
    """Every environment made a step. loss: of its last update, Variable () on the device; None where there was none."""

    steps: int
    updates: int
    epsilon: float
    loss: object


@dataclass(frozen=True)
class GameOver:
    """A training game ended. score: true, unclipped."""

    steps: int
    score: float


@dataclass(frozen=True)
class Testing:
    """A test game went on a step. phase: "random" or "test".  games: ended so far, of `total`."""

    phase: str
    games: int
    total: int


@dataclass(frozen=True)
class EpochEnded:
    """An epoch's rows for stats.csv (dicts), and the summary of its test games."""

    epoch: int
    rows: list
    test: dict


class Trainer:
    """Trains one agent on one game.

    parts: the module with the parts of DQN.  preset: a Preset.  game: as a person names it.
    seed: int; the same seed repeats the run bit for bit on the same machine.  device: a Chainer device.
    Raises BadInput if there is no such game, the preset's network does not fit it, or the replay not the memory.
    """

    def __init__(self, parts, preset, game, *, seed, device):
        self.parts = parts
        self.preset = preset
        self.seed = seed
        self.world = worlds.training_world(game, preset.environments, seed=seed)
        frame_shape = self.world.frame_shape
        memory.refuse_what_does_not_fit(preset, frame_shape, self.world.frame_dtype)
        initial, acting, sampling, holding = map(np.random.default_rng, np.random.SeedSequence(seed).spawn(4))
        self.agent = Agent(parts, preset, frame_shape, self.world.n_actions, rng=initial, device=device)
        self.held_actions = HeldActions(round(preset.held_actions * preset.environments), self.world.n_actions, holding)
        self.generators = {"acting": acting, "sampling": sampling, "holding": holding}
        self.replay = Replay(
            preset.replay_size,
            preset.environments,
            frame_shape,
            self.world.frame_dtype,
            stack=self.world.stack,
            n_step=preset.n_step,
            gamma=preset.gamma,
            storage=preset.replay_storage,
        )
        self.steps = 0
        self.seconds = 0.0  # of training and testing, over all sittings
        self.rows = []
        self.epoch_began = 0
        self.figures = EpochFigures()
        self.held_out = None
        self.states = self.world.reset()

    def run(self, steps):
        """Train until `steps` agent steps are made in all; a generator of events."""
        if not self.rows:
            yield from self._timed(self._play_at_random())
        while True:
            if self._epoch_is_due(steps):
                yield from self._timed(self._close_epoch())
            if self.steps >= steps:
                return
            yield from self._timed(self._move())

    @property
    def epsilon(self):
        """The chance of a random action at the present step."""
        p = self.preset
        return self.parts.linear_epsilon(
            self.steps, start=p.epsilon_start, end=p.epsilon_end, decay_steps=p.epsilon_steps
        )

    @property
    def learning_rate(self):
        """The optimizer's rate at the present step: from the first to the last on a straight line."""
        p = self.preset
        return float(np.interp(self.steps, [0, p.steps], [p.learning_rate, p.learning_rate_end]))

    @property
    def updates_due(self):
        """How many updates belong to the step being made: one for each `steps_per_update` agent steps."""
        if len(self.replay) < self.preset.replay_start:
            return 0
        every = self.preset.steps_per_update
        return (self.steps + self.preset.environments) // every - self.steps // every

    def _move(self):
        """One step in every environment; while the emulators work the agent learns from what it remembers."""
        epsilon = self.epsilon
        s_t = self.states
        a_t = self.held_actions.over(self.agent.act(s_t, epsilon, self.generators["acting"]))
        self.world.send(a_t)
        loss = None
        self.agent.set_learning_rate(self.learning_rate)
        for _ in range(self.updates_due):
            loss = self.agent.learn(self.replay.sample(self.preset.batch_size, self.generators["sampling"]))
            self.figures.learned(loss)
        step = self.world.receive()
        self.replay.append(s_t, a_t, step.rewards, step.terminals, step.ends)
        self.states = step.states
        self.steps += self.preset.environments
        for game in step.finished:
            self.figures.finished(game.score)
        yield Moved(self.steps, self.agent.updates, epsilon, loss)
        for game in step.finished:
            yield GameOver(self.steps, game.score)

    def _epoch_is_due(self, steps):
        next_end = (self.epoch_began // self.preset.epoch_steps + 1) * self.preset.epoch_steps
        return self.steps >= min(next_end, steps) and self.steps > self.epoch_began

    def _play_at_random(self):
        """Epoch 0: what random play scores, and the states, kept from it, on which max Q is followed."""
        kept = Reservoir(HELD_OUT_STATES, np.random.default_rng([self.seed, 2]))

        def at_random(states, epsilon, rng):
            return rng.integers(self.world.n_actions, size=len(states))

        scores = yield from self._play("random", at_random, 1.0, kept.add)
        self.held_out = kept.states()
        self.rows.append(self._row("random", 0, scores.summary()))
        yield EpochEnded(0, self.rows[-1:], scores.summary())

    def _close_epoch(self):
        """Test the agent as it is now, and add the epoch's two rows."""
        epoch = -(-self.steps // self.preset.epoch_steps)
        scores = yield from self._play("test", self.agent.act_in_test, self.preset.test_epsilon)
        rows = [
            self._row("train", epoch, self.figures.summary(), loss=self.figures.mean_loss()),
            self._row("test", epoch, scores.summary()),
        ]
        self.rows += rows
        self.figures = EpochFigures()
        self.epoch_began = self.steps
        yield EpochEnded(epoch, rows, scores.summary())

    def _play(self, phase, act, epsilon, keep=lambda states: None):
        """Test games in a world of their own: they leave no trace in the training run. Returns Scores."""
        games = self.preset.test_games
        seed = int(np.random.SeedSequence([self.seed, self.steps, 1]).generate_state(1)[0] >> 1)
        world = worlds.evaluation_world(self.world.name, min(games, TEST_ENVIRONMENTS), seed=seed)
        playing = evaluation.play(act, world, games, epsilon, np.random.default_rng(seed))
        try:
            while True:
                try:
                    states, done = next(playing)
                except StopIteration as end:
                    return end.value
                keep(states)
                yield Testing(phase, done, games)
        finally:
            world.close()

    def _row(self, phase, epoch, score, loss=None):
        return row(
            phase,
            epoch,
            steps=self.steps,
            updates=self.agent.updates,
            score=score,
            loss=loss,
            mean_max_q=self.agent.mean_max_q(self.held_out),
            epsilon=1.0 if phase == "random" else score.get("epsilon", self.epsilon),
            seconds=self.seconds,
        )

    def _timed(self, events):
        """Pass events on, counting the seconds spent making them and not those spent by whoever looks at them."""
        while True:
            began = time.perf_counter()
            try:
                event = next(events)
            except StopIteration:
                return
            finally:
                self.seconds += time.perf_counter() - began
            yield event

    def state_dict(self):
        """Everything exact resume needs: (arrays, values), a dict for an .npz and a dict for JSON."""
        arrays = {}
        for name in ("agent", "world", "replay"):
            part = getattr(self, name).state_dict()
            arrays |= {f"{name}/{key}": value for key, value in part.items()}
        if self.held_out is not None:
            arrays["held_out"] = self.held_out
        values = {
            "steps": self.steps,
            "seconds": self.seconds,
            "rows": self.rows,
            "epoch_began": self.epoch_began,
            "figures": self.figures.state_dict(),
            "held_actions": self.held_actions.state_dict(),
            "generators": {name: rng.bit_generator.state for name, rng in self.generators.items()},
        }
        return arrays, values

    def load_state_dict(self, arrays, values):
        """Take over what `state_dict` gave; the next event is the one that would have come next."""
        for name in ("agent", "world", "replay"):
            part = {key.removeprefix(f"{name}/"): value for key, value in arrays.items() if key.startswith(f"{name}/")}
            getattr(self, name).load_state_dict(part)
        self.held_out = arrays.get("held_out")
        for name in ("steps", "seconds", "rows", "epoch_began"):
            setattr(self, name, values[name])
        self.figures.load_state_dict(values["figures"])
        self.held_actions.load_state_dict(values["held_actions"])
        for name, rng in self.generators.items():
            rng.bit_generator.state = values["generators"][name]
        self.states = self.world.states

    def close(self):
        """Let the emulators go."""
        self.world.close()
