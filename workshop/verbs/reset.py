"""Put an exercise's stub back. Your file as it was is copied to a dated folder in answers/ first."""

from workshop.exercise import HOUSE

EXAMPLES = ["reset 1.7", "reset 2.8 2.9"]


def arguments(parser):
    parser.add_argument("ids", nargs="+", metavar="ID", help="an exercise (1.7)")


def main(args):
    from workshop.course import answers, catalogue, record

    several = catalogue.pick(args.ids)
    folder = answers.reset(several)
    for listed in several:
        record.note(listed.id, check=None, adopted=None)
        print(f"{listed.id}: put the stub of {', '.join(listed.names)} back in {listed.file}.")
    if folder:
        print(f"Your text as it was is in {folder.relative_to(HOUSE).as_posix()}.")
