"""Check that this machine has all the workshop needs, by trying it; say how to mend what is wrong.

"optional" marks what the workshop can do without. Exit code 1 if something that it needs is broken.
"""

import sys

from workshop.verbs.console import add_json, print_json, progress

EXAMPLES = [
    "doctor",
    "doctor --json",
]


def arguments(parser):
    add_json(parser)


def main(args):
    from workshop.course import doctor

    findings = []
    with progress(len(doctor.CHECKS), "examining") as bar:
        for found in doctor.examine():
            findings += found
            for finding in found if not args.json else []:
                (bar.write if sys.stderr.isatty() else print)(line(finding))
            bar.update()
    broken = [finding.name for finding in findings if finding.status == doctor.BROKEN]
    if args.json:
        print_json({"ready": not broken, "checks": [finding._asdict() for finding in findings]})
    else:
        print(f"Broken: {', '.join(broken)}." if broken else "This machine is ready.")
    return 1 if broken else 0


def line(finding):
    """A finding for a person: status, name, what was found, and the cure."""
    cure = f" -> {finding.cure}" if finding.cure else ""
    return f"{finding.status:8}  {finding.name:16}  {finding.message}{cure}"
