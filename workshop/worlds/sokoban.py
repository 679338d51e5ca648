"""Sokoban, small enough for a table: push every box onto a goal. Registered as `workshop/Sokoban-v0`."""

import textwrap

import gymnasium

from workshop.errors import BadInput
from workshop.worlds import sokoban_board
from workshop.worlds.sokoban_picture import draw

# Actions of the shortest solutions: 2, 12, 11, 16, 24. Steps until Q-learning (alpha 0.5, gamma 0.9, epsilon 0.2) has
# found one: 300, 10 thousand, 20 thousand, 100 thousand, 700 thousand.
LEVELS = tuple(
    textwrap.dedent(level).strip("\n")
    for level in (
        """
        #######
        #     #
        # @$ .#
        #     #
        #######
        """,
        """
        ######
        #    #
        # @$ #
        #  # #
        #  . #
        ######
        """,
        """
        #######
        #  .  #
        # $   #
        # @#$ #
        #  .  #
        #######
        """,
        """
        #######
        #  .  #
        # $@$ #
        #  .  #
        #######
        """,
        """
        ########
        #.   $@#
        ## #   #
        #    $##
        #.$ .  #
        ########
        """,
    )
)


class Sokoban(gymnasium.Env):
    """Push every box onto a goal. A state is a number: 0 is the start, the others follow by distance from it.

    level: int, 1 (two pushes) to 5 (a minute of Q-learning), or a level of your own as XSB text.
    render_mode: "rgb_array" (a picture, uint8 (48 * height, 48 * width, 3)), "ansi" (XSB text) or None.

    Actions: 0 up, 1 down, 2 left, 3 right; walking into a wall, or pushing a box that cannot move, changes nothing.
    An episode terminates with reward 1 when solved, and with reward 0 in a deadlock, when no way is left to solve it;
    it is truncated after 200 steps (`gymnasium.make(..., max_episode_steps=...)`). Nothing is random.
    `info` is {"solved": bool, "deadlock": bool}.

    level: the parsed Level (walls, goals, height, width, start).  n_states: int.
    Raises BadInput for a level that is malformed (with line and column), unsolvable or too large for a table.
    """

    metadata = {"render_modes": ["rgb_array", "ansi"], "render_fps": 8}
    action_names = list(sokoban_board.ACTION_NAMES)

    def __init__(self, level=1, *, render_mode=None):
        self.level = sokoban_board.parse(level_text(level))
        self.render_mode = render_mode
        self._states = sokoban_board.search(self.level)
        self._numbers = {board: state for state, board in enumerate(self._states.boards)}
        self._state = 0
        self.n_states = len(self._states.boards)
        self.observation_space = gymnasium.spaces.Discrete(self.n_states)
        self.action_space = gymnasium.spaces.Discrete(len(self.action_names))

    def reset(self, *, seed=None, options=None):
        """Back to the start. Returns the state, 0, and info."""
        super().reset(seed=seed)
        self._state = 0
        return self._state, self.info(self._state)

    def step(self, action):
        """Returns s_{t+1}, r_{t+1}, terminated, truncated (False; Gymnasium's time limit sets it) and info."""
        self._state = self.after(self._state, action)
        info = self.info(self._state)
        return self._state, float(info["solved"]), info["solved"] or info["deadlock"], False, info

    def render(self):
        """The current state as render_mode says."""
        if self.render_mode == "rgb_array":
            return self.picture(self._state)
        if self.render_mode == "ansi":
            return sokoban_board.to_text(self.level, self.decode(self._state))

    def picture(self, state):
        """The picture of any state, uint8 (48 * height, 48 * width, 3)."""
        return draw(self.level, self.decode(state))

    def decode(self, state):
        """The Board (player, boxes; positions are (row, column)) that a state's number stands for."""
        return self._states.boards[state]

    def encode(self, board):
        """The number of a Board's state, or None where it cannot be reached."""
        return self._numbers.get(board)

    def after(self, state, action):
        """The state that follows any state and action, an int; the episode goes on as it was."""
        return int(self._states.after[state, action])

    def info(self, state):
        """What `step` says of a state: {"solved": bool, "deadlock": bool}."""
        return {"solved": bool(self._states.solved[state]), "deadlock": not self._states.solvable[state]}


def shortest_solution(level):
    """The fewest actions that solve a level (1 to 5, or XSB text): list of int."""
    return sokoban_board.shortest_solution(sokoban_board.parse(level_text(level)))


def level_text(level):
    """A level's XSB text. level: int, 1 to 5, or XSB text, which is handed back."""
    if isinstance(level, str):
        return level
    if level not in range(1, len(LEVELS) + 1):
        raise BadInput(f"there is no Sokoban level {level!r}: take 1 to {len(LEVELS)}, or a level as XSB text.")
    return LEVELS[level - 1]
