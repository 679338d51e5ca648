"""Judge answers to the exercises: run their check cells from the notebooks and say how each went.

Without --answers or --solutions it judges what stands in workshop/rl.py, nets.py and dqn.py. A check is stopped after
10 seconds; whatever an answer does there, the other checks go on. Exit code 0 only if all passed.
"""

from pathlib import Path

from workshop.errors import BadInput
from workshop.verbs.console import add_json, print_json, progress, result

EXAMPLES = [
    "check                              # all 33",
    "check 1.2 1.7                      # two of them",
    "check 2 3.1-3.5                    # notebook 2, and five of notebook 3",
    "check --answers my_answers.py      # those that the file defines",
    "check --solutions --json",
]


def arguments(parser):
    parser.add_argument("ids", nargs="*", metavar="IDS", help="1.2, a notebook (1), or a range (1.2-1.5); default: all")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--answers", type=Path, metavar="FILE.py", help="judge the names defined in this file instead")
    source.add_argument("--solutions", action="store_true", help="judge the reference instead")
    add_json(parser)


def main(args):
    from workshop.course import catalogue, checks

    if args.answers and not args.answers.is_file():
        raise BadInput(f"there is no file {args.answers}.")
    asked = catalogue.pick(args.ids)
    answers = checks.look_into(args.answers) if args.answers else None
    if answers and not args.ids:
        if not answers.own:
            why = f" ({answers.trouble[1]})" if answers.trouble else ""
            raise BadInput(f"{args.answers} defines none of the exercises' names{why}.")
        asked = catalogue.pick(answers.own)
    verdicts = []
    with progress(len(asked), "checks") as bar:
        for verdict in checks.judge(asked, answers=answers, solutions=args.solutions):
            verdicts.append(verdict)
            if not args.json:
                result(bar, line(verdict))
            bar.update()
    passed = sum(verdict.status == "passed" for verdict in verdicts)
    if args.json:
        print_json({"results": [vars(verdict) for verdict in verdicts], "passed": passed, "total": len(verdicts)})
    else:
        print(f"{passed} of {len(verdicts)} passed.")
    if not args.answers and not args.solutions:
        checks.remember(verdicts)
    return 0 if passed == len(verdicts) else 1


def line(verdict):
    """One line for a person: id, outcome, and what is wrong."""
    words = {"passed": "passed", "unwritten": "not written", "timeout": "took too long"}
    what = words.get(verdict.status, verdict.status)
    said = " ".join(verdict.message.split()) if verdict.status not in ("passed", "unwritten") else ""
    return f"{verdict.id:5} {what}" + (f": {said}" if said else "")
