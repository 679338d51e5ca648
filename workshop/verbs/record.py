"""Record one game of an agent as a moving picture: .gif, .webp, or .mp4 where ffmpeg is installed."""

from pathlib import Path

from workshop.verbs.console import add_epsilon, add_seed, positive, progress

EXAMPLES = [
    "record runs/pong-session-1/best.npz",
    "record assets/agents/pong/best.npz --out pong.webp --seed 3",
    "record assets/agents/pong/early.npz --out early.gif --seconds 20",
]


def arguments(parser):
    parser.add_argument(
        "snapshot", metavar="SNAPSHOT", help="an .npz that training wrote, or a game for its best agent"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help=".gif, .webp or .mp4 (default: GAME.gif, here)")
    parser.add_argument("--seconds", type=positive, help="stop after so many seconds of play (default: the whole game)")
    add_epsilon(parser)
    add_seed(parser, default=0, what="the same seed plays the same game")


def main(args):
    from workshop.show import agents, video

    game, agent = agents.game_and_agent(args.snapshot)
    out = args.out or Path(f"{game.replace('/', '-')}.gif")
    video.check(out)
    taken, per_second = video.pictures(game, agent, epsilon=args.epsilon, seed=args.seed, seconds=args.seconds)
    with progress(None, "recording", unit="picture") as bar:

        def told():
            for picture in taken:
                bar.update()
                yield picture
            bar.set_description("writing")

        video.write(out, told(), per_second=per_second)
        seconds = bar.n / per_second
    print(f"{out}: {seconds:.0f} seconds of {game}, {out.stat().st_size / 1000:.0f} kB")
    return 0
