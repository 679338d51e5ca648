"""What a table of Q values knows about Sokoban, drawn on the board."""

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from workshop.worlds.sokoban_board import MOVES
from workshop.worlds.sokoban_picture import GOAL_RING, TILE

FINE = 2  # drawn so many times too large and then shrunk, for smooth edges
GREEN, INK, BLUE = (46, 125, 79), (34, 34, 34), (29, 74, 122)


def values(sokoban, q):
    """The board with every box where it starts, and on each square what the man standing there may expect.

    sokoban: a Sokoban (`env.unwrapped`).  q: float (S, A).
    The number is max_a Q(s, a); the greener, the more; the arrow is the greedy action. Squares of value 0 stay bare.
    Returns uint8 (48 * height, 48 * width, 3).
    """
    board = Image.fromarray(sokoban.picture(0))
    faded = Image.blend(board, Image.new("RGB", board.size, "white"), 0.45)
    veil = Image.new("RGBA", (FINE * board.width, FINE * board.height))
    pen = ImageDraw.Draw(veil)
    rows = {square: q[state] for square, state in _man_at(sokoban).items()}
    most = max((row.max() for row in rows.values()), default=0)
    for square, row in rows.items():
        if row.max() > 0:
            _square(pen, square, row, row.max() / most)
    for row, column in sokoban.level.goals:
        _ring(pen, row, column)
    return np.asarray(Image.alpha_composite(faded.convert("RGBA"), veil.resize(board.size)).convert("RGB"))


def _man_at(sokoban):
    """{square: state} for the man on each square he can reach while no box has moved."""
    start, level = sokoban.decode(0), sokoban.level
    squares = [(row, column) for row in range(level.height) for column in range(level.width)]
    states = {square: sokoban.encode(start._replace(player=square)) for square in squares}
    return {square: state for square, state in states.items() if state is not None}


def _square(pen, square, row, share):
    """One square: green, arrow, number."""
    top, left = (FINE * TILE * place for place in square)
    side = FINE * TILE
    pen.rectangle((left + 2, top + 2, left + side - 3, top + side - 3), fill=(*GREEN, int(40 + 150 * share)))
    down, right = MOVES[int(np.argmax(row))]
    _arrow(pen, left + side / 2, top + 0.38 * side, right, down, 0.26 * side)
    font = ImageFont.load_default(size=0.26 * side)
    pen.text((left + side / 2, top + 0.82 * side), f"{row.max():.2f}", fill=INK, font=font, anchor="mm")


def _arrow(pen, x, y, right, down, reach):
    """An arrow around (x, y), pointing to where (right, down) points. reach: half its length."""

    def place(along, across):
        return x + reach * (along * right - across * down), y + reach * (along * down + across * right)

    pen.line((place(-1, 0), place(0.3, 0)), fill=BLUE, width=int(0.35 * reach))
    pen.polygon((place(1, 0), place(0, 0.7), place(0, -0.7)), fill=BLUE)


def _ring(pen, row, column):
    """The goal's ring, which would vanish under the green."""
    x, y, radius = FINE * TILE * (column + 0.5), FINE * TILE * (row + 0.5), 0.47 * FINE * TILE
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=GOAL_RING, width=5)
