"""Check that this machine has all the workshop needs, by trying it; say how to mend what is wrong.

"optional" marks what the workshop can do without. Exit code 1 if something that it needs is broken. --page writes
build/checklist.html as well: the plan by minutes, what helps when something goes wrong, and what was found here.
"""

from workshop.verbs.console import add_json, print_json, progress, result, say

EXAMPLES = [
    "doctor",
    "doctor --page          # a sheet to print and pin on the wall",
    "doctor --json",
]


def arguments(parser):
    add_json(parser)
    parser.add_argument("--page", action="store_true", help="write build/checklist.html, a sheet to pin on the wall")


def main(args):
    from workshop.course import doctor

    examined = {}
    with progress(len(doctor.CHECKS), "examining") as bar:
        for name, found in zip(doctor.CHECKS, doctor.examine()):
            examined[name] = found
            for finding in found if not args.json else []:
                result(bar, line(finding))
            bar.update()
    findings = [finding for found in examined.values() for finding in found]
    broken = [finding.name for finding in findings if finding.status == doctor.BROKEN]
    if args.page:
        say(f"To print and pin on the wall: {written_page(examined)}")
    if args.json:
        print_json({"ready": not broken, "checks": [finding._asdict() for finding in findings]})
    else:
        print(f"Broken: {', '.join(broken)}." if broken else "This machine is ready.")
    return 1 if broken else 0


def line(finding):
    """A finding for a person: status, name, what was found, and the cure."""
    cure = f" -> {finding.cure}" if finding.cure else ""
    return f"{finding.status:8}  {finding.name:16}  {finding.message}{cure}"


def written_page(examined):
    """The path of the page for the wall, just written."""
    from workshop.course import answers, checklist
    from workshop.exercise import HOUSE

    path = HOUSE / "build" / "checklist.html"
    answers.write(path, checklist.page(examined))
    return path
