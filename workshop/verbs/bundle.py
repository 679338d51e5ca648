"""Fill a folder, for a USB stick, from which others install without a network: `python3 start.py --from FOLDER`.

It gets the wheels for the machines asked for, the workshop itself (as last committed) and a README.txt. Run again, it
fetches only what is missing; other machines may be added later.
"""

from pathlib import Path

from workshop.verbs.console import progress, say

EXAMPLES = [
    "bundle                                    # for machines like this one, into build/bundle",
    "bundle --for linux macos windows --out /media/stick",
    "bundle --for windows --python 3.12 3.13",
]


def arguments(parser):
    from workshop.course import bundle

    kinds = tuple(bundle.start.MACHINES)
    parser.add_argument("--for", nargs="+", choices=kinds, dest="names", metavar="MACHINE", help=", ".join(kinds))
    parser.add_argument(
        "--python",
        nargs="+",
        choices=bundle.PYTHONS,
        metavar="3.N",
        help=f"of {', '.join(bundle.PYTHONS)} (default: all with --for, else the one we run in)",
    )
    parser.add_argument("--out", metavar="FOLDER", type=Path, help="where to (default: build/bundle)")


def main(args):
    from workshop.course import bundle
    from workshop.exercise import HOUSE

    folder = (args.out or HOUSE / "build" / "bundle").resolve()
    lock = (HOUSE / "requirements.txt").read_text(encoding="utf-8")
    bundle.build_chainer(folder, lock)
    for machine in machines(args):
        missing = bundle.batches(folder, machine, lock)
        with progress(sum(len(batch.pins) for batch in missing), str(machine), "wheel") as bar:
            for batch in bundle.fetch(folder, missing):
                bar.update(len(batch.pins))
    if not bundle.add_workshop(folder):
        say(f"bundle: git cannot pack the workshop; put the archive you downloaded into {folder} as {bundle.ARCHIVE}.")
    served = bundle.finish(folder, lock)
    print(f"{folder}: {bundle.size(folder) / 1e6:.0f} MB, for {bundle.in_words(served)}")


def machines(args):
    """The Machines asked for."""
    from workshop.course import bundle

    here = bundle.this_machine() if not args.names else None
    names = args.names or [here.name]
    pythons = args.python or (bundle.PYTHONS if args.names else [here.python])
    return [bundle.Machine(name, python) for name in names for python in pythons]
