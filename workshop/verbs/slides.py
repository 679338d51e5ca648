"""Render the notebooks as slides into build/slides: reveal.js, one HTML file each with everything inside.

The notebooks are run first, with the reference for every exercise, so that the slides show what comes out. Keys:
right and left arrow, `s` speaker notes with minutes, `o` overview, `f` full screen. The clock of a "your turn" slide
stops and goes on at a click.
"""

from workshop.verbs.console import progress, say

EXAMPLES = [
    "slides                # all three",
    "slides 2 --pdf",
    "slides --as-they-are   # quickly: from the last run",
]


def arguments(parser):
    parser.add_argument("notebooks", nargs="*", metavar="1 2 3", help="which notebooks (default: all)")
    parser.add_argument("--pdf", action="store_true", help="a PDF too, by Chromium, Chrome or Edge")
    parser.add_argument("--check", action="store_true", help="walk through each deck in the browser: does all fit?")
    parser.add_argument(
        "--as-they-are", action="store_true", help="do not run the notebooks: take the copies in build/notebooks"
    )


def main(args):
    from workshop.course import answers, chromium, running, slides
    from workshop.errors import BadInput
    from workshop.exercise import HOUSE

    if (args.pdf or args.check) and chromium.find() is None:
        raise BadInput("--pdf and --check need Chromium, Chrome or Edge, and none is installed; slides do without.")
    wrong = []
    for number in running.check_numbers(args.notebooks):
        executed = executed_copy(number, as_it_is=args.as_they_are)
        deck = HOUSE / "build" / "slides" / f"{executed.stem}.html"
        answers.write(deck, slides.render(number, executed))
        print(deck.relative_to(HOUSE).as_posix(), flush=True)
        if args.pdf:
            chromium.print_pdf(deck, deck.with_suffix(".pdf"))
            print(deck.with_suffix(".pdf").relative_to(HOUSE).as_posix(), flush=True)
        if args.check:
            report = chromium.look_through(deck)
            wrong += complaints(deck.stem, report)
            smallest = min(slide["zoom"] for slide in report["slides"])
            print(
                f"  {len(report['slides'])} slides looked through; the fullest is shown at {smallest:.0%} of its size"
            )
    for line in wrong:
        say(f"slides: {line}")
    return 1 if wrong else 0


def executed_copy(number, *, as_it_is):
    """The path of a notebook's executed copy, made now with the reference, or as an earlier `run` left it.

    Raises BadInput if the notebook does not run to its end, or there is no copy.
    """
    from workshop.course import notebooks, running
    from workshop.course.catalogue import NOTEBOOKS
    from workshop.errors import BadInput
    from workshop.exercise import HOUSE

    copy = HOUSE / "build" / NOTEBOOKS[number]
    if as_it_is:
        if not copy.exists():
            raise BadInput(f"there is no {copy.relative_to(HOUSE).as_posix()} yet; leave out --as-they-are.")
        return copy
    total = len([cell for cell in notebooks.cells(number) if cell["cell_type"] == "code"])
    with progress(total, f"running notebook {number}", unit="cell") as bar:
        run = running.execute(number, solutions=True, on_cell=bar.update)
    if run.error:
        raise BadInput(f"notebook {number} stopped: {run.error}")
    return copy


def complaints(name, report):
    """What is wrong with a deck, a line each. report: as chromium.look_through gives it."""
    too_tall = [slide["cells"] for slide in report["slides"] if slide["overflows"]]
    return [
        *(f"{name}: the slide of {cells} is taller than its page; split it in the notebook." for cells in too_tall),
        *(f"{name}: {trouble}" for trouble in report["troubles"]),
    ]
