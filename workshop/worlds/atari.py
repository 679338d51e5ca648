"""Atari by ale-py: for speed (84x84 grey frames by ALE's own C++), for watching (the same game in colour beside it),
and for looking (one plain Gymnasium environment). All take the emulator's settings from here, and from nowhere else.
"""

import dataclasses

import ale_py
import gymnasium
import numpy as np
from ale_py import roms
from ale_py.vector_env import AtariVectorEnv

from workshop.errors import BadInput
from workshop.worlds import games
from workshop.worlds.vector import Moment

ale_py.ALEInterface.setLoggerMode(ale_py.LoggerMode.Error)  # no banner on the attendee's screen


@dataclasses.dataclass(frozen=True)
class EmulatorSettings:
    """How the emulator is played. The defaults are those of Mnih et al. 2015, for training and evaluation alike.

    frame_skip: frames an action is held; a state shows the maximum of the last two.  stack: frames in a state.
    noop_starts: a game starts with up to this many frames of doing nothing (FIRE, where there is one, comes first and
    counts as one).  sticky: probability that the emulator repeats the last action instead (0 in the papers, 0.25 in
    ALE's v5).  max_frames: a game is cut after these.  clip_rewards: rewards become their signs (the score stays
    true).  life_is_terminal: a lost life gets no bootstrap, but the game goes on.
    """

    frame_skip: int = 4
    stack: int = 4
    noop_starts: int = 30
    sticky: float = 0.0
    max_frames: int = 108_000
    clip_rewards: bool = False
    life_is_terminal: bool = False

    def __post_init__(self):
        low = {"frame_skip": 1, "stack": 1, "noop_starts": 0, "sticky": 0, "max_frames": 1}
        high = {"sticky": 1}
        for field, least in low.items():
            value, most = getattr(self, field), high.get(field, 2**31 - 2)
            if not least <= value <= most:
                raise ValueError(f"{field} is {value}, but must be from {least} to {most}")


TRAINING = EmulatorSettings(clip_rewards=True, life_is_terminal=True)
EVALUATION = EmulatorSettings(max_frames=18_000)


class AtariGame:
    """One game on ALE's vector environment, which makes 84x84 grey frames; four of them are stacked here.

    A new game repeats its first frame (ALE by itself would put black ones before it). A vector of one, rather than one
    of N: then a game starts, and is played again, without touching another, and has its own thread; it is as quick
    (8 games, two cores: 2 900 to 4 400 steps/s either way).

    frames: int, emulator frames since the game was switched on, the no-op start's included.
    """

    frame_shape, frame_dtype = (84, 84), np.uint8

    def __init__(self, game, settings):
        self._settings, self.stack = settings, settings.stack
        self._ale = _emulator(game, settings, frameskip=settings.frame_skip)
        self.action_names = [action.name for action in self._ale.ale.get_action_set()]
        self.n_actions = len(self.action_names)

    def start(self, seed):
        """Start a new game. seed: int in [0, 2^31).  Returns s_0, uint8 (4, 84, 84)."""
        frames, info = self._ale.reset(seed=np.array([seed]))
        self._lives, self.frames = int(info["lives"][0]), int(info["episode_frame_number"][0])
        self._state = np.repeat(frames[0], self.stack, axis=0)
        return self._state

    def send(self, action):
        """Hand in an action (its number) and return at once. Raises ValueError for one the game does not have."""
        if not 0 <= action < self.n_actions:  # ALE would never come back
            raise ValueError(f"action {action} is none of the game's 0 to {self.n_actions - 1}")
        self._ale.send(np.array([action]))

    def receive(self):
        """The Moment that follows the action sent, its state uint8 (4, 84, 84), oldest frame first."""
        frames, rewards, overs, truncateds, info = self._ale.recv()
        lost_life = info["lives"][0] < self._lives
        self._lives, self.frames = int(info["lives"][0]), int(info["episode_frame_number"][0])
        self._state = np.concatenate([self._state[1:], frames[0]])
        over, truncated = bool(overs[0]), bool(truncateds[0])
        terminal = over or bool(self._settings.life_is_terminal and lost_life)
        return Moment(self._state, float(rewards[0]), terminal, over or truncated, truncated)

    def close(self):
        """End the emulator and its thread."""
        self._ale = None


class AtariScreens(AtariGame):
    """The very game an AtariGame plays on the same seed, with every frame of it in full colour, for people to watch.

    A second emulator, which makes no 84x84 frames, is switched on with the same seed and gets the same actions.
    pictures: list of uint8 (210, 160, 3) (a few games: 250 high), the frames since the state before, newest last: one
    at the start, then 4 for each action, fewer where the game ends.
    """

    pictures_per_second = 60

    def __init__(self, game, settings=EVALUATION):
        super().__init__(game, settings)
        width, height = _screen_size(game)
        size = {"img_height": height, "img_width": width}
        self._screens = _emulator(game, settings, frameskip=1, grayscale=False, maxpool=False, **size)

    def start(self, seed):
        """As AtariGame.start."""
        frames, _ = self._screens.reset(seed=np.array([seed]))
        self.pictures = [frames[0, 0]]
        return super().start(seed)

    def send(self, action):
        """As AtariGame.send; the pictures are there when it returns."""
        super().send(action)
        self.pictures = []
        for _ in range(self._settings.frame_skip):
            frames, _, overs, truncateds, _ = self._screens.step(np.array([action]))
            self.pictures.append(frames[0, 0])
            if overs[0] or truncateds[0]:
                break

    def close(self):
        """End both emulators."""
        super().close()
        self._screens = None


def make_atari(game, *, seed=None, render_mode="rgb_array"):
    """One Atari game as a Gymnasium environment, to look at and try things on: states are uint8 (210, 160, 3).

    game: any name that games.find knows.  seed: int; the same one repeats the games, and the random actions that
    `env.action_space.sample()` draws.  render_mode: "rgb_array" or "human".

    Plays by the settings for training, but with rewards as they are, no no-op starts and no maximum of two frames: it
    shows what the emulator draws, every fourth frame.
    Raises BadInput for what is not an Atari game.
    """
    env = gymnasium.make(
        _gymnasium_id(game),
        frameskip=TRAINING.frame_skip,
        repeat_action_probability=TRAINING.sticky,
        max_num_frames_per_episode=TRAINING.max_frames,
        full_action_space=False,
        render_mode=render_mode,
    )
    if seed is not None:
        env.reset(seed=seed)
        env.action_space.seed(seed)
    return env


def _gymnasium_id(game):
    name = games.find(game)
    if not games.is_atari(name):
        raise BadInput(f'"{game}" is not an Atari game.')
    specs = gymnasium.registry.values()
    return next(spec.id for spec in specs if spec.namespace == "ALE" and spec.kwargs["game"] == name)


def _screen_size(game):
    ale = ale_py.ALEInterface()
    ale.loadROM(roms.get_rom_path(game))
    height, width = ale.getScreenDims()
    return width, height


def _emulator(game, settings, **options):
    return AtariVectorEnv(
        game,
        num_envs=1,
        num_threads=1,
        stack_num=1,
        noop_max=settings.noop_starts + 1,  # ALE draws a number below this
        repeat_action_probability=settings.sticky,
        max_num_frames_per_episode=settings.max_frames,
        reward_clipping=False,  # clipped by World, once the score has seen them
        **options,
    )
