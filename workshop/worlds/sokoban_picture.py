"""How a Sokoban board looks: tiles drawn once with Pillow, four times too large and then shrunk, for smooth edges."""

import functools

import numpy as np
from PIL import Image, ImageDraw

TILE = 48
FINE = 4 * TILE

FLOOR, FLOOR_EDGE = "#e8e2d6", "#dcd4c4"
STONE, STONE_LIGHT, MORTAR = "#5b6472", "#6b7585", "#454c58"
WOOD, WOOD_DARK, WOOD_LIGHT = "#c98a3d", "#8a5a22", "#e0a95c"
DONE, DONE_DARK, DONE_LIGHT = "#5ba367", "#34703f", "#7fc48a"
GOAL_RING = "#d1495b"
SUIT, SUIT_DARK, SKIN, EYES = "#2f6fb0", "#1d4a7a", "#f4cfa5", "#2b2b2b"


def draw(level, board):
    """A board's picture: uint8 (48 * height, 48 * width, 3)."""
    return np.concatenate([np.concatenate(_row(level, board, row), axis=1) for row in range(level.height)])


def _row(level, board, row):
    return [_tile(*_what(level, board, (row, column))) for column in range(level.width)]


def _what(level, board, position):
    """(thing, on a goal): the thing is "wall", "box", "player" or "floor"."""
    thing = "wall" if position in level.walls else "box" if position in board.boxes else "floor"
    return "player" if position == board.player else thing, position in level.goals


@functools.cache
def _tile(thing, on_goal):
    """One square, uint8 (48, 48, 3)."""
    picture = Image.new("RGB", (FINE, FINE), FLOOR)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, FINE - 1, FINE - 1), outline=FLOOR_EDGE, width=4)
    if thing == "wall":
        _wall(pen)
    if on_goal and thing != "box":
        _goal(pen)
    if thing == "box":
        _box(pen, *((DONE, DONE_DARK, DONE_LIGHT) if on_goal else (WOOD, WOOD_DARK, WOOD_LIGHT)))
    if thing == "player":
        _player(pen)
    return np.asarray(picture.resize((TILE, TILE), Image.Resampling.BOX))


def _wall(pen):
    pen.rectangle((0, 0, FINE, FINE), fill=MORTAR)
    third = FINE // 3
    for row in range(3):
        for left in (-FINE // 2, FINE // 2) if row % 2 else (0,):  # half a brick further, as masons do
            brick = (left + 4, row * third + 4, left + FINE - 5, (row + 1) * third - 5)
            pen.rounded_rectangle(brick, radius=8, fill=STONE)
            pen.line((brick[0] + 6, brick[1] + 3, brick[2] - 6, brick[1] + 3), fill=STONE_LIGHT, width=6)


def _goal(pen):
    for radius, colour in ((68, GOAL_RING), (54, FLOOR), (24, GOAL_RING)):
        _disc(pen, FINE // 2, FINE // 2, radius, colour)


def _box(pen, wood, dark, light):
    near, far = 16, FINE - 17
    pen.rounded_rectangle((near, near, far, far), radius=12, fill=dark)
    pen.rectangle((near + 10, near + 10, far - 10, far - 10), fill=wood)
    for colour, width in ((dark, 30), (light, 18)):
        pen.line((near + 24, far - 24, far - 24, near + 24), fill=colour, width=width)
    for edge in (near + 10, far - 30):
        pen.rectangle((edge, near + 10, edge + 20, far - 10), fill=light)
        pen.rectangle((near + 10, edge, far - 10, edge + 20), fill=light)
    pen.rectangle((near + 31, near + 31, far - 31, far - 31), outline=dark, width=5)


def _player(pen):
    middle = FINE // 2
    pen.rounded_rectangle((middle - 52, 96, middle + 52, 178), radius=40, fill=SUIT)
    pen.rounded_rectangle((middle - 30, 150, middle + 30, 178), radius=10, fill=SUIT_DARK)
    _disc(pen, middle, 70, 48, SKIN)
    pen.pieslice((middle - 50, 18, middle + 50, 118), 180, 360, fill=SUIT_DARK)
    pen.rounded_rectangle((middle - 62, 60, middle + 62, 72), radius=6, fill=SUIT_DARK)
    for eye in (middle - 18, middle + 18):
        _disc(pen, eye, 86, 7, EYES)


def _disc(pen, x, y, radius, colour):
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
