"""What verbs share on the screen: words and progress on standard error, results on standard output."""

import argparse
import json
import math
import os
import sys

from tqdm import tqdm


def say(text):
    """A line for the person watching; on standard error, so that --json and pipes stay clean."""
    print(text, file=sys.stderr, flush=True)


def hush():
    """From here on nothing is shown: whoever watched has left, and even Python's own flush at exit would fail."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def print_json(value):
    """The one JSON object that --json promises, alone on standard output. NaN and infinity become null."""
    print(json.dumps(_as_json(value), indent=2, allow_nan=False), flush=True)


def _as_json(value):
    if isinstance(value, dict):
        return {key: _as_json(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def progress(total, what, unit="it", done=0):
    """A tqdm bar on standard error; where that is no terminal (a log, a pipe) a line every ten seconds.

    done: how much of the total was done before; it does not count as speed.
    """
    return tqdm(
        total=total,
        initial=done,
        desc=what,
        unit=unit,
        file=sys.stderr,
        dynamic_ncols=True,
        mininterval=0.2 if sys.stderr.isatty() else 10,
        ascii=None if sys.stderr.isatty() else True,
    )


def result(bar, text):
    """A line of results on standard output, above the progress bar where both are on one screen."""
    (bar.write if sys.stderr.isatty() else print)(text)


def note(bar, text):
    """A line above a progress bar; like everything for people, on standard error."""
    bar.write(text, file=sys.stderr)


def add_device(parser):
    """The --device option, worded the same in every verb that has it."""
    parser.add_argument(
        "--device", choices=("auto", "cpu", "gpu"), default="auto", help="auto: a GPU where there is one"
    )


def add_json(parser):
    """The --json option, worded the same in every verb that has it."""
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output, no more")


def add_seed(parser, *, default, what):
    """The --seed option, within the same bounds in every verb that has it. what: its help."""
    parser.add_argument("--seed", type=seed, default=default, help=f"{what} (default: {default})")


def add_epsilon(parser):
    """The --epsilon option, worded the same in every verb in which an agent plays."""
    what = "chance of a random action (default: 0.05)"
    parser.add_argument("--epsilon", type=_chance, default=0.05, help=what)


def _chance(text):
    """A number in 0..1, or argparse's one-line complaint."""
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no probability; give a number from 0 to 1')
    return value


def positive(text):
    """A whole number of at least 1, or argparse's one-line complaint."""
    return _whole_number(text, 1, 10**9)


def seed(text):
    """A whole number from 0 that NumPy and Gymnasium take as a seed, or argparse's one-line complaint."""
    return _whole_number(text, 0, 2**32 - 1)


def _whole_number(text, least, most):
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number such as 20000') from None
    if not least <= number <= most:
        size = "small" if number < least else "large"
        raise argparse.ArgumentTypeError(f"{text} is too {size}; give a whole number from {least} to {most}")
    return number
