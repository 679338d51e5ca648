"""Sokoban's rules: levels read from XSB text, moves, and what search says about a level. Nothing here is learned."""

import functools
from collections import deque
from typing import NamedTuple

import numpy as np

from workshop.errors import BadInput

ACTION_NAMES = ("up", "down", "left", "right")
MOVES = ((-1, 0), (1, 0), (0, -1), (0, 1))
MOST_STATES = 200_000


class Board(NamedTuple):
    """Where the player and the boxes are. Every position is (row, column), counted from 0 at the top left."""

    player: tuple
    boxes: frozenset


class Level(NamedTuple):
    """What never moves, and the Board to start from. walls, goals: frozensets of positions; height, width: squares."""

    walls: frozenset
    goals: frozenset
    height: int
    width: int
    start: Board


class States(NamedTuple):
    """All boards that can be reached from a level's start; a state is a board's place in this list, the start is 0.

    boards: list of Board (S,).  after: int (S, 4), the state after each action.  solved: bool (S,).
    solvable: bool (S,), False in a deadlock: no way leads from there to a solved board.
    """

    boards: list
    after: np.ndarray
    solved: np.ndarray
    solvable: np.ndarray


def parse(text):
    """A Level from XSB text: # wall, @ player, $ box, . goal, + player on goal, * box on goal; space, - or _ floor.

    Empty lines around it and a common indent do not count.  Raises BadInput, with line and column, for any other sign,
    for not exactly one player, for boxes and goals that differ in number, and for a gap in the wall.
    """
    squares = {}
    for row, line in enumerate(text.splitlines()):
        for column, sign in enumerate(line):
            if sign not in "#@$.+* -_":
                _refuse(f'"{sign}" means nothing in a level, which is made of # @ $ . + * and spaces', (row, column))
            squares[row, column] = sign
    walls, players, boxes, goals = (sorted(_where(squares, signs)) for signs in ("#", "@+", "$*", ".+*"))
    if len(players) != 1:
        _refuse(f"a level needs one player (@ or +); here are {len(players)}", *players[1:2])
    if not boxes or len(boxes) != len(goals):
        too_many = (boxes[len(goals) :] or goals[len(boxes) :])[:1]
        count = f"{len(boxes)} boxes, {len(goals)} goals"
        _refuse(f"a level needs a goal for each box, and a box; here are {count}", *too_many)
    rows, columns = zip(*(walls + players + boxes + goals), strict=True)
    _must_be_closed(set(walls), players[0], rows, columns)
    corner = min(rows), min(columns)
    walls, players, boxes, goals = (frozenset(_shift(each, corner)) for each in (walls, players, boxes, goals))
    height, width = max(rows) - corner[0] + 1, max(columns) - corner[1] + 1
    return Level(walls, goals, height, width, Board(*players, boxes))


def _refuse(why, position=None):
    """Raise BadInput, with line and column as an editor counts them, where there is a position to speak of."""
    at = f"line {position[0] + 1}, column {position[1] + 1}: " if position else ""
    raise BadInput(f"Sokoban: {at}{why}.")


def _where(squares, signs):
    return [position for position, sign in squares.items() if sign in signs]


def _shift(positions, corner):
    return [(row - corner[0], column - corner[1]) for row, column in positions]


def _must_be_closed(walls, player, rows, columns):
    """Walk wherever no wall is; who comes to the edge of the picture could leave it."""
    seen, queue = {player}, deque([player])
    while queue:
        row, column = queue.popleft()
        if row in (min(rows), max(rows)) or column in (min(columns), max(columns)):
            _refuse("the wall around the level has a gap; the player can walk out here", (row, column))
        for down, right in MOVES:
            to = row + down, column + right
            if to not in walls and to not in seen:
                seen.add(to)
                queue.append(to)


def move(level, board, action):
    """The Board after an action; the same where a wall, or a box that cannot move, is in the way."""
    down, right = MOVES[action]
    (row, column), boxes = board
    to, beyond = (row + down, column + right), (row + 2 * down, column + 2 * right)
    if to in level.walls or (to in boxes and (beyond in level.walls or beyond in boxes)):
        return board
    return Board(to, boxes - {to} | {beyond} if to in boxes else boxes)


def is_solved(level, board):
    """Whether every box stands on a goal."""
    return board.boxes == level.goals


@functools.lru_cache(maxsize=8)
def search(level):
    """Every board that can be reached from the level's start, nearest first: its States.

    A solved board leads to itself: the game is over there.  Raises BadInput where nothing solves the level, or it has
    more than MOST_STATES.
    """
    boards, numbers, after = [level.start], {level.start: 0}, []
    for board in boards:  # it grows while we go through it
        over = is_solved(level, board)
        here = [board if over else move(level, board, action) for action in range(len(MOVES))]
        new = [each for each in dict.fromkeys(here) if each not in numbers]
        numbers.update(zip(new, range(len(boards), len(boards) + len(new)), strict=True))
        boards += new
        after.append([numbers[each] for each in here])
        if len(boards) > MOST_STATES:
            _refuse(f"the level has more than {MOST_STATES:,} states: too many for a table")
    after, solved = np.array(after), np.array([is_solved(level, board) for board in boards])
    solvable = _leads_to(solved, after)
    if not solvable[0]:
        _refuse("the level cannot be solved: no way brings every box onto a goal")
    return States(boards, after, solved, solvable)


def _leads_to(wanted, after):
    while True:
        better = wanted | wanted[after].any(axis=1)
        if (better == wanted).all():
            return wanted
        wanted = better


def shortest_solution(level):
    """The fewest actions from the start to a solved board: list of int."""
    states = search(level)
    ways, queue = {0: []}, deque([0])
    while not states.solved[state := queue.popleft()]:
        for action, after in enumerate(states.after[state].tolist()):
            if after not in ways:
                ways[after] = [*ways[state], action]
                queue.append(after)
    return ways[state]


def to_text(level, board):
    """A board as XSB text."""
    rows = [[_sign(level, board, (row, column)) for column in range(level.width)] for row in range(level.height)]
    return "\n".join("".join(row).rstrip() for row in rows)


def _sign(level, board, position):
    if position in level.walls:
        return "#"
    on_floor = "@" if position == board.player else "$" if position in board.boxes else " "
    return {"@": "+", "$": "*", " ": "."}[on_floor] if position in level.goals else on_floor
