"""Measure this machine: learner update, acting, emulation, replay, the whole loop. Takes about a minute.

Every figure is the median over repeated runs with its spread (the middle half of them).
"""

import dataclasses

from workshop.verbs.console import add_device, add_json, print_json

EXAMPLES = [
    "bench",
    "bench --json",
    "bench --growth                        # with batch, games and memory; ten minutes",
    "bench --memory                        # a full replay of Breakout, every frame played; ten minutes",
    "bench --against torch,sb3,chainer     # the same work by others, installed into build/bench-env",
]


def arguments(parser):
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--growth", action="store_true", help="how the figures grow")
    which.add_argument("--memory", action="store_true", help="fill a replay of a million steps, and weigh it")
    which.add_argument("--against", metavar="RIVALS", help="torch, sb3, chainer: some of them, with commas between")
    add_device(parser)
    add_json(parser)


def main(args):
    from workshop.links import device as devices

    if args.against:
        # The rivals run on the CPU.
        device = devices.pick("cpu")
        groups = _against(args.against)
    else:
        device = devices.pick(args.device)
        groups = {"measured": _measures(args)(device)}
    if args.json:
        flat = [
            {"group": group} | dataclasses.asdict(figure) for group, figures in groups.items() for figure in figures
        ]
        print_json({"device": devices.describe(device), "figures": flat})
        return
    for group, figures in groups.items():
        print(f"{group}, on {devices.describe(device)}")
        for figure in figures:
            print(figure.line() + (_ratio(figures[0], figure) if args.against else ""))


def _measures(args):
    """The function (device) -> figures that was asked for."""
    from workshop.bench import growth, machine, memory

    return growth.main if args.growth else memory.main if args.memory else machine.main


def _against(text):
    from workshop.bench import against

    return against.main(against.rivals(text))


def _ratio(ours, figure):
    """How many times as quick as this one ours is, by medians and by the best; above 1 we are quicker."""
    return (
        f"  ours: {ours.times_as_quick(figure, 'median'):.2f} times, at best {ours.times_as_quick(figure, 'best'):.2f}"
    )
