"""Write the exercise stubs workshop/rl.py, nets.py and dqn.py from the solutions (for authors of the course).

A file that holds anything else is copied to answers/ first. --check changes nothing and exits 1 if a stub file is not
what the solutions make of it now; answers written in it do not count.
"""

from workshop.exercise import HOUSE

EXAMPLES = ["stubs", "stubs --check"]


def arguments(parser):
    parser.add_argument("--check", action="store_true", help="only say whether the stubs are current")


def main(args):
    from workshop.course import answers

    if args.check:
        current = [is_current(answers, number) for number in answers.FILES]
        return 0 if all(current) else 1
    written, folder = answers.renew()
    for number, file in answers.FILES.items():
        print(f"{file}: {'written' if number in written else 'current already'}.")
    if folder:
        print(f"What stood there before is in {folder.relative_to(HOUSE).as_posix()}.")
    return 0


def is_current(answers, number):
    """Whether a stub file is current, and a line that says so."""
    from workshop.course import stubs

    file = answers.FILES[number]
    try:
        stale = stubs.differences(answers.fresh(number), answers.read(file))
    except SyntaxError as error:
        print(f"{file}: cannot be read, line {error.lineno}: {error.msg}.")
        return False
    print(f"{file}: " + (f"not current, in {', '.join(stale)}. `stubs` writes it anew." if stale else "current."))
    return not stale
