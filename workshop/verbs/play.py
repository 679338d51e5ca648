"""Watch an agent at a game in a window, take over from it, or play beside it.

Keys: m takes over and gives back, arrows steer (the up arrow fires where nothing moves up), f or Enter fires, a slower,
s quicker, space pauses, r starts the same game again, q quits. When a game is over the next seed begins.
"""

from workshop.verbs.console import add_epsilon, add_seed

EXAMPLES = [
    "play pong                                  # the best agent we have for it",
    "play breakout --agent random",
    "play pong --agent early --beside           # you on the left, the agent on the right",
    "play runs/pong-session-1/best.npz",
]


def arguments(parser):
    parser.add_argument("what", metavar="GAME_OR_SNAPSHOT", help="pong, breakout, ... or an .npz that training wrote")
    parser.add_argument("--agent", help="random, early, halfway, best, or an .npz (default: the best there is)")
    parser.add_argument("--beside", action="store_true", help="play the same game beside the agent")
    add_epsilon(parser)
    add_seed(parser, default=0, what="of the first game; the next one has the next seed")


def main(args):
    from workshop.show import agents, player_window
    from workshop.show.player import Player, Seat

    game, agent = agents.game_and_agent(args.what)
    agent = args.agent or agent
    seats = [Seat(game, agent, epsilon=args.epsilon) for _ in range(2 if args.beside else 1)]
    seats[0].taken_over = args.beside
    player_window.show(Player(seats, seed=args.seed))
    return 0
