"""Play an agent's games and report its true score, by the protocol of the 2015 paper.

Epsilon 0.05, up to 30 no-op starts, at most 5 minutes of play a game, no sticky actions.
"""

import csv
from pathlib import Path

from workshop.errors import BadInput
from workshop.verbs.console import add_device, add_epsilon, add_json, add_seed, positive, print_json, progress

EXAMPLES = [
    "evaluate runs/pong-session-1/best.npz",
    "evaluate runs/pong-session-1/best.npz --episodes 3 --json",
    "evaluate assets/agents/pong/best.npz --csv scores.csv",
]
COLUMNS = ("snapshot", "game", "steps", "episodes", "epsilon", "seed", "mean", "std", "min", "max")


def arguments(parser):
    parser.add_argument("snapshot", metavar="SNAPSHOT", help="an .npz that training wrote")
    parser.add_argument("--episodes", type=positive, default=30, help="games to play (default: 30)")
    add_epsilon(parser)
    add_seed(parser, default=0, what="the same seed plays the same games")
    add_device(parser)
    parser.add_argument("--csv", type=Path, metavar="FILE", help="append the result as a row to this file")
    add_json(parser)


def main(args):
    from workshop.learning import parts, snapshot
    from workshop.links import device as devices

    agent = snapshot.load(args.snapshot)
    device = devices.pick(args.device)
    network = agent.network(parts.reference(), device)
    if args.csv:
        _append(args.csv, [])  # a file that cannot take the result is refused before the games, not after
    scores = _play(agent.card["game"], network, device, args)
    summary = {"snapshot": args.snapshot, "game": agent.card["game"], "steps": agent.card["steps"]} | scores.summary()
    if args.csv:
        _append(args.csv, [summary | {"episodes": summary["games"], "seed": args.seed}])
    if args.json:
        print_json(summary)
    else:
        print(
            f"{summary['game']}: mean {summary['mean']:.1f}, standard deviation {summary['std']:.1f}, "
            f"min {summary['min']:g}, max {summary['max']:g} over {summary['games']} games at epsilon {args.epsilon:g}"
        )
        print("scores: " + " ".join(f"{score:g}" for score in scores.scores))
    return 0


def _play(game, network, device, args):
    """The Scores of the network's games."""
    import numpy as np

    from workshop import worlds
    from workshop.learning import evaluation, parts

    world = worlds.evaluation_world(game, min(args.episodes, 10), seed=args.seed)
    rng = np.random.default_rng(args.seed)

    def act(states, epsilon, rng):
        return parts.reference().act(network, device.send(states), epsilon, rng)

    games = evaluation.play(act, world, args.episodes, args.epsilon, rng)
    try:
        with progress(args.episodes, "playing", unit="game") as bar:
            while True:
                try:
                    bar.update(next(games)[1] - bar.n)
                except StopIteration as end:
                    bar.update(args.episodes - bar.n)
                    return end.value
    finally:
        world.close()


def _append(path, results):
    """Add a row for each result to the CSV file, with a header if it is new. A file of another kind is left alone."""
    header = ",".join(COLUMNS)
    try:
        with open(path, "a+", encoding="utf-8", errors="replace", newline="") as file:
            file.seek(0)
            first = file.readline(1000).rstrip("\r\n")
            if first not in ("", header):
                raise BadInput(f"{path} holds something else than scores; name another file with --csv.")
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
            if not first:
                writer.writeheader()
            writer.writerows(results)
    except OSError as error:
        raise BadInput(f"cannot write {path} ({error.strerror}); name another file with --csv.") from error
