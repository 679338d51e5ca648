"""Execute notebooks from top to bottom without a browser, with a time for each section.

With your own answers, so a core exercise that is not written stops its notebook there; with --solutions the reference
does every exercise. Executed copies, with all their outputs, are in build/notebooks.
"""

from workshop.verbs.console import add_json, print_json, progress, result, say

EXAMPLES = [
    "run --solutions              # all three, with the reference",
    "run 1                        # notebook 1, with your own answers",
    "run 2 3 --solutions --json",
]


def arguments(parser):
    parser.add_argument("notebooks", nargs="*", metavar="1 2 3", help="which notebooks (default: all)")
    parser.add_argument("--solutions", action="store_true", help="use the reference for every exercise")
    add_json(parser)


def main(args):
    from workshop.course import notebooks, running

    runs = []
    for number in running.check_numbers(args.notebooks):
        total = len([cell for cell in notebooks.cells(number) if cell["cell_type"] == "code"])
        with progress(total, f"notebook {number}", unit="cell") as bar:
            tell = quiet if args.json else lambda section, bar=bar: result(bar, line(section))
            run = running.execute(number, solutions=args.solutions, on_section=tell, on_cell=bar.update)
        runs.append(run)
        if run.error:
            say(f"run: {run.notebook} stopped: {run.error}")
        if not args.json:
            print(f"{run.seconds:7.1f} s  {run.notebook}{'  (stopped early)' if run.error else ''} -> {run.copy}")
    if args.json:
        print_json({"notebooks": [vars(run) for run in runs], "ok": not any(run.error for run in runs)})
    return 1 if any(run.error for run in runs) else 0


def line(section):
    """A section's time as a line, with what was planned for the people in the room."""
    planned = f"  (planned: {section['planned_minutes']:g} min in the room)" if section["planned_minutes"] else ""
    return f"{section['seconds']:7.1f} s  {section['title']}{planned}"


def quiet(section):
    """Say nothing: with --json only the one object is printed."""
