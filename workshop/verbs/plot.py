"""Draw learning curves from a run's stats.csv: training, test and random play; several runs on top of each other."""

from pathlib import Path

from workshop.errors import BadInput

EXAMPLES = [
    "plot runs/pong-session-1",
    "plot runs/pong-session-1 runs/pong-session-2 --out both.png",
    "plot assets/agents/pong/stats.csv --fields score epsilon seconds",
]
KINDS = (".png", ".svg", ".pdf")


def arguments(parser):
    parser.add_argument(
        "runs", nargs="+", metavar="RUN_OR_CSV", help="a run's folder, or a CSV file with a column steps"
    )
    parser.add_argument(
        "--fields",
        nargs="+",
        default=["score", "games", "mean_max_q", "loss"],
        metavar="FIELD",
        help="columns to draw; score is score_mean with its spread (default: score games mean_max_q loss)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", default=Path("curves.png"), help=".png, .svg or .pdf (default: curves.png)"
    )


def main(args):
    import matplotlib

    if args.out.suffix.lower() not in KINDS:
        raise BadInput(f'"{args.out}" does not end in .png, .svg or .pdf; name such a file with --out.')
    matplotlib.use("agg")  # a file is all that is wanted, display or not
    from workshop.learning import files
    from workshop.show import plots

    drawing, alt = plots.curves(*args.runs, fields=args.fields)
    try:
        with files.whole(args.out) as file:
            drawing.savefig(file, format=args.out.suffix[1:].lower(), dpi=150)
    except (PermissionError, FileNotFoundError, IsADirectoryError) as error:
        raise BadInput(f"cannot write {args.out} ({error.strerror}); name another file with --out.") from error
    print(f"{args.out}: {alt}")
    return 0
