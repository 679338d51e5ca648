"""Who plays: what a person calls an agent, turned into a network, and into the action values of a state.

An agent is "random", a stage of ours ("early", "halfway", "best": assets/agents/GAME/STAGE.npz), the path of a
snapshot, a Snapshot, or any Chain that takes states (B, ...) and gives action values (B, A), such as an attendee's own.
"""

import difflib
from pathlib import Path

import chainer
import numpy as np

from workshop.errors import BadInput
from workshop.learning import parts, snapshot
from workshop.links import device
from workshop.worlds import games

AGENTS = Path(__file__).resolve().parents[2] / "assets" / "agents"


def network(agent, game):
    """The Chain that an agent stands for, on the CPU (a Chain itself is handed back as it is).

    game: the canonical name.  Raises BadInput where there is no such agent, or it is another game's.
    """
    if isinstance(agent, chainer.Chain):
        return agent
    found = agent if isinstance(agent, snapshot.Snapshot) else snapshot.load(_path(agent, game))
    if found.card["game"] != game:
        raise BadInput(f"{found.path} is an agent for {found.card['game']}, not for {game}.")
    return found.network(parts.reference(), device.pick("cpu"))


def q_function(agent, game):
    """A function from a state to the agent's action values, float (A,); None for "random", which has none."""
    if isinstance(agent, str) and agent == "random":
        return None
    chain = network(agent, game)

    def q_values(state):
        with chainer.no_backprop_mode(), chainer.using_config("train", False):
            return chainer.cuda.to_cpu(chain(chain.device.send(state[np.newaxis])).array[0])

    return q_values


def game_and_agent(word):
    """(game, agent) of what a person asks for: a game's name (its best agent or random play) or a snapshot's path."""
    if word.endswith(".npz") or Path(word).exists():
        found = snapshot.load(word)
        return found.card["game"], found
    game = games.find(word)
    return game, "best" if "best" in stages(game) else "random"


def stages(game):
    """The stages we have of a game's agent: a sorted list like ["best", "early", "halfway"]."""
    return sorted(path.stem for path in (AGENTS / game).glob("*.npz"))


def label(agent):
    """What to call an agent on a screen: "best", or a snapshot's file name; a network of one's own is "the agent"."""
    if isinstance(agent, chainer.Chain):
        return "the agent"
    return Path(agent.path if isinstance(agent, snapshot.Snapshot) else agent).stem


def _path(agent, game):
    known = stages(game)
    if str(agent) in known:
        return AGENTS / game / f"{agent}.npz"
    if Path(agent).exists() or str(agent).endswith(".npz"):
        return agent
    near = difflib.get_close_matches(str(agent), known, n=1)
    guess = f' Did you mean "{near[0]}"?' if near else ""
    raise BadInput(f'there is no agent "{agent}" for {game}.{guess} Take {", ".join(["random", *known])}, or an .npz.')
