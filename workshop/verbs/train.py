"""Train a DQN agent. Run it again with the same --out and it goes on exactly where it stopped."""

import argparse
import errno
import signal
import textwrap
import time
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from workshop.errors import BadInput
from workshop.verbs.console import add_device, add_json, add_seed, hush, note, positive, print_json, progress, say

EXAMPLES = [
    "train pong                                   # learns Pong on a laptop",
    "train breakout --preset night --seed 2",
    "train pong --preset paper2015 --device gpu",
    "train pong --mine --out runs/my-pong         # with your own workshop/dqn.py",
    "train CartPole-v1                            # any Gymnasium world with discrete actions",
]


def arguments(parser):
    from workshop.learning import presets
    from workshop.worlds import games

    listed = textwrap.fill(", ".join(games.ATARI), 100, initial_indent="  ", subsequent_indent="  ")
    parser.epilog += f"\n\nthe {len(games.ATARI)} Atari games:\n{listed}"
    parser.add_argument("game", metavar="GAME", help="pong, breakout, ... or the id of a Gymnasium world")
    names = ", ".join(presets.PRESETS)
    parser.add_argument("--preset", help=f"{names} (default: session; classic for worlds without images)")
    what = "agent steps in all, earlier sittings counted in; the learning rate falls as the preset says, however many"
    parser.add_argument("--steps", type=positive, help=what)
    add_seed(parser, default=1, what="the same seed repeats a run")
    add_device(parser)
    where = "the run's folder (default: runs/GAME-PRESET-SEED, with mine where that is asked for)"
    parser.add_argument("--out", type=folder, metavar="DIR", help=where)
    parser.add_argument("--mine", action="store_true", help="use your own workshop/dqn.py instead of the reference")
    parser.add_argument("--from", dest="start_from", metavar="SNAPSHOT", help="start from this agent")
    add_json(parser)


def folder(text):
    """The folder's path; an empty word, such as an unset variable leaves, gets argparse's one-line complaint."""
    if not text.strip():
        raise argparse.ArgumentTypeError("an empty name; give a folder's")
    return Path(text)


def main(args):
    from workshop.learning import parts, presets, runs
    from workshop.learning.progress import Progress
    from workshop.learning.trainer import Trainer
    from workshop.links import device as devices
    from workshop.worlds import games

    game = games.find(args.game)
    preset = presets.find(runs.default_preset(game) if args.preset is None else args.preset)
    device = devices.pick(args.device)
    steps = args.steps or preset.steps
    start_from = str(Path(args.start_from).resolve()) if args.start_from is not None else None
    run_is = {"game": game, "preset": preset, "seed": args.seed, "mine": args.mine, "start_from": start_from}
    out = args.out or Path("runs") / runs.name(**run_is)
    words = [*runs.words(**run_is, steps=steps, out=out.resolve()), "--device", args.device]
    config = runs.config(**run_is)
    with interruption() as asked:
        with closing(runs.Run(out, config)) as run, _told(Progress(out, words, steps)) as told:
            taken = parts.mine(out, begun=run.begun, adopted=_adopted()) if args.mine else parts.reference()
            blame = parts.blamed_on(taken) if args.mine else nullcontext()
            with blame, closing(Trainer(taken, preset, game, seed=args.seed, device=device)) as trainer:
                if args.mine:
                    parts.rehearse(taken, preset, trainer.world, device)
                _begin(run, trainer, args.start_from)
                what = f"{game}, preset {preset.name}, seed {args.seed}"
                say(f"train: {what}, on {devices.describe(device)}, into {out}.")
                stopped = _train(told.follow(run.follow(trainer, steps), trainer), run, trainer, steps, asked, told)
            told.end("stopped" if stopped else "done")
        _report(run, trainer, args.json)
        if stopped:
            say(f"train: stopped at step {trainer.steps}; the same command goes on from there.")
            return 130
    return 0


@contextmanager
def _told(progress):
    """Where the training fails, those who watch it are told why: in an attendee's own lines where they are to blame."""
    try:
        yield progress
    except KeyboardInterrupt:
        progress.end("stopped")
        raise
    except Exception as error:
        progress.end("failed", getattr(error, "trace", None) or str(error) or repr(error))
        raise


def _adopted():
    """Ids of the exercises for which the attendee uses the reference."""
    from workshop.course import adoption

    return [listed.id for listed in adoption.remembered("3")]


def _begin(run, trainer, start_from):
    """Resume the run, or start it, from another agent if one is named."""
    from workshop.learning import snapshot

    if run.resume(trainer):
        say(f"train: going on from step {trainer.steps}.")
    elif start_from is not None:
        agent = snapshot.load(start_from)
        if agent.card["game"] != trainer.world.name:
            raise BadInput(
                f"{start_from} is an agent for {agent.card['game']}, not for {trainer.world.name}; "
                f"`train {agent.card['game']} --from {start_from}` goes on with it."
            )
        for network in trainer.agent.networks:
            agent.load_into(network)


def _train(events, run, trainer, steps, asked, told):
    """Follow the run to its end with a progress bar. Returns True if it was interrupted (and saved)."""
    try:
        for _ in _shown(events, trainer, steps):
            if asked() or told.stop_asked:
                run.checkpoint(trainer)
                return True
    except OSError as error:
        if error.errno not in (errno.EPIPE, errno.EIO):
            raise
        hush()  # the terminal or the pipe we wrote to is gone: nobody watches any more
        run.checkpoint(trainer)
        return True
    return False


def _shown(events, trainer, steps):
    """Pass the events on, each after the progress bar has told of it."""
    from workshop.learning.trainer import EpochEnded, GameOver, Moved, Testing

    scores = []
    learning = trainer.agent.updates > 0
    with progress(steps, "training", unit="step", done=min(trainer.steps, steps)) as bar:
        for event in events:
            match event:
                case Moved():
                    if event.updates and not learning:
                        learning = True
                        note(bar, f"Learning starts at step {event.steps}; each step takes longer from here on.")
                    bar.update(min(event.steps, steps) - bar.n)
                case GameOver():
                    scores = [*scores[-9:], event.score]
                    mean = f"last {len(scores)} games {sum(scores) / len(scores):.1f}"
                    bar.set_postfix_str(f"{mean}, eps {trainer.epsilon:.2f}", refresh=False)
                case Testing():
                    bar.set_postfix_str(f"{event.phase} game {event.games + 1} of {event.total}", refresh=False)
                    bar.update(0)
                case EpochEnded():
                    who = "random play" if event.epoch == 0 else "test"
                    note(bar, f"epoch {event.epoch}: {who} scores {event.test['mean']:.1f}")
            yield event


@contextmanager
def interruption():
    """While it lasts Ctrl-C only asks: the loop stops between two events, where everything can be saved.

    So does an end asked for by the system, or a terminal that is closed. A second Ctrl-C, unless it follows within a
    second, interrupts at once. Yields a function that tells whether somebody asked.
    """
    asked_at = []

    def ask(signum, frame):
        if signum == getattr(signal, "SIGHUP", None):
            hush()
        elif asked_at and signum == signal.SIGINT and time.monotonic() - asked_at[0] > 1:
            raise KeyboardInterrupt
        elif not asked_at:
            say("\ntrain: stopping and saving (Ctrl-C again to stop without saving) ...")
        asked_at.append(time.monotonic())

    names = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.getsignal(name) for name in names}
    for name, handler in before.items():
        if (name, handler) != (getattr(signal, "SIGHUP", None), signal.SIG_IGN):  # `nohup` means it
            signal.signal(name, ask)
    try:
        yield lambda: bool(asked_at)
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _report(run, trainer, as_json):
    """The run's outcome: for people on standard error, for programs on standard output."""
    if as_json:
        print_json(
            {
                "folder": str(run.folder),
                "steps": trainer.steps,
                "updates": trainer.agent.updates,
                "seconds": round(trainer.seconds, 1),
                "best": run.best,
                "rows": trainer.rows,
            }
        )
    elif run.best is not None:
        say(f"train: {trainer.steps} steps, {trainer.agent.updates} updates; the best agent scores {run.best:.1f}.")
        say(f"train: `python3 start.py evaluate {run.folder / 'best.npz'}` plays the best agent.")
