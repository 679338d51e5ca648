"""Write the handout into build/handout: the executed notebooks with the reference answers, to read at home, offline.

One HTML page for each notebook, and one with glossary, notation and what to read next. Nothing in them is fetched.
"""

EXAMPLES = ["handout", "handout 2", "handout --as-they-are   # quickly: from the last run"]


def arguments(parser):
    parser.add_argument("notebooks", nargs="*", metavar="1 2 3", help="which notebooks (default: all)")
    parser.add_argument(
        "--as-they-are", action="store_true", help="do not run the notebooks: take the copies in build/notebooks"
    )


def main(args):
    from workshop.course import answers, handout, running
    from workshop.exercise import HOUSE
    from workshop.verbs.slides import executed_copy

    folder = HOUSE / "build" / "handout"
    for number in running.check_numbers(args.notebooks):
        executed = executed_copy(number, as_it_is=args.as_they_are)
        answers.write(folder / f"{executed.stem}.html", handout.render(executed))
    answers.write(folder / "appendix.html", handout.appendix())
    for page in sorted(folder.glob("*.html")):
        print(page.relative_to(HOUSE).as_posix())
