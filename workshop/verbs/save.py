"""Copy all that is yours (answers, notebooks, progress) to a dated folder in answers/; or bring answers back.

--restore puts the answers of such a folder into the stubs as they are now, for instance after taking a newer version
of the course. It also takes the workshop/ folder of another copy of the course.
"""

from pathlib import Path

from workshop.errors import BadInput
from workshop.exercise import HOUSE

EXAMPLES = [
    "save",
    "save --restore                            # the newest saved answers",
    "save --restore ../old-copy/workshop       # those written in another copy of the course",
]


def arguments(parser):
    parser.add_argument(
        "--restore", nargs="?", const="", metavar="FOLDER", help="bring answers back (default: the newest folder)"
    )


def main(args):
    from workshop.course import answers

    if args.restore is None:
        folder = answers.save()
        print(f"Saved to {shown(folder)}: {count(answers.answered())} answered. `save --restore` brings them back.")
        return
    folder = Path(args.restore) if args.restore else newest()
    ids = answers.restore(folder)
    print(f"From {shown(folder)}: {count(ids)} brought back{': ' if ids else ''}{', '.join(ids)}.")


def newest():
    """The newest folder in answers/. Raises BadInput if there is none."""
    folders = sorted(path for path in (HOUSE / "answers").glob("*") if path.is_dir())
    if not folders:
        raise BadInput("there is nothing in answers/ yet; `save` puts your answers there.")
    return folders[-1]


def shown(folder):
    """A folder as a person sees it from the repository."""
    folder = folder.resolve()
    return folder.relative_to(HOUSE).as_posix() if folder.is_relative_to(HOUSE) else str(folder)


def count(ids):
    """ "1 exercise", "3 exercises"."""
    return f"{len(ids)} exercise{'' if len(ids) == 1 else 's'}"
