"""What the filters of a network look at: guided backpropagation, as one page that opens offline.

The agent plays a game; for each filter the page shows the moment that excited it most, and which pixels mattered.
"""

from pathlib import Path

from workshop.errors import BadInput
from workshop.verbs.console import add_epsilon, add_seed, progress

EXAMPLES = [
    "filters assets/agents/pong/best.npz",
    "filters runs/pong-session-1/best.npz --out filters.html --seed 3",
]


def arguments(parser):
    parser.add_argument(
        "snapshot", metavar="SNAPSHOT", help="an .npz that training wrote, or a game for its best agent"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE", default=Path("filters.html"), help="the page (default: filters.html)"
    )
    add_epsilon(parser)
    add_seed(parser, default=0, what="of the game")


def main(args):
    import numpy as np

    from workshop.learning import files
    from workshop.show import agents, filters_page, guided
    from workshop.show.player import Seat

    game, agent = agents.game_and_agent(args.snapshot)
    if agent == "random":
        raise BadInput(f"we have no trained agent for {game}; name the snapshot of one, `train {game}` makes some.")
    if not args.out.absolute().parent.is_dir():
        raise BadInput(f"there is no folder {args.out.absolute().parent} to write {args.out.name} into.")
    network, seat = agents.network(agent, game), Seat(game, agent, epsilon=args.epsilon)
    with progress(None, "playing", unit="step") as bar:
        states = []
        for state in guided.played(seat, args.seed):
            states.append(state)
            bar.update()
        bar.set_description("looking")
        layers = guided.excitements(network, np.stack(states), seat.action_names)
    title = f"What the filters look at: {game}, {agents.label(agent)}"
    try:
        files.write_text(args.out, filters_page.page(layers, title))
    except (PermissionError, IsADirectoryError) as error:
        raise BadInput(f"cannot write {args.out} ({error.strerror}); name another file with --out.") from error
    count = sum(map(len, layers[:-1]))
    print(f"{args.out}: {count} filters in {len(layers) - 1} layers over {len(states)} states")
    return 0
