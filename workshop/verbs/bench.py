"""Measure this machine: learner update, acting, emulation, replay, the whole loop. Takes about a minute.

Every figure is the median over repeated runs with its spread (the middle half of them).
"""

import dataclasses
import time

from workshop.verbs.console import add_device, add_json, print_json, progress

EXAMPLES = ["bench", "bench --json", "bench --device gpu"]


def arguments(parser):
    add_device(parser)
    add_json(parser)


@dataclasses.dataclass(frozen=True)
class Figure:
    """A measured time or rate: median, and the quartiles either side of it."""

    what: str
    median: float
    low: float
    high: float
    unit: str


def main(args):
    from workshop.links import device as devices

    device = devices.pick(args.device)
    benches = (_update_2013, _update_2015, _act, _emulation, _replay_plain, _replay_lz4, _whole_loop)
    figures = []
    with progress(len(benches), "measuring", unit="figure") as bar:
        for bench in benches:
            figures.append(bench(device))
            bar.update(1)
    if args.json:
        print_json({"device": devices.describe(device), "figures": [dataclasses.asdict(figure) for figure in figures]})
        return
    print(f"measured on {devices.describe(device)}")
    for f in figures:
        print(f"  {f.what:56} {f.median:9.2f} {f.unit}  ({f.low:.2f} to {f.high:.2f})")


def _repeat(work, device, *, rounds=15, seconds=8.0):
    """Seconds that `work()` takes, measured up to `rounds` times after two rounds that warm it up."""
    times = []
    began = time.perf_counter()
    for number in range(rounds + 2):
        start = time.perf_counter()
        work()
        _wait_for(device)
        if number >= 2:
            times.append(time.perf_counter() - start)
        if time.perf_counter() - began > seconds and len(times) >= 3:
            break
    return times


def _wait_for(device):
    """A GPU works on after the call has returned: time means nothing until it has finished."""
    if device.xp.__name__ == "cupy":
        device.xp.cuda.get_current_stream().synchronize()


def _figure(what, values, unit):
    import numpy as np

    low, median, high = np.percentile(values, [25, 50, 75])
    return Figure(what, float(median), float(low), float(high), unit)


def _agent(network, device):
    import numpy as np

    from workshop.learning import parts, presets
    from workshop.learning.agent import Agent

    preset = dataclasses.replace(presets.SESSION, network=network, n_step=1)
    return Agent(parts.reference(), preset, (84, 84), 6, rng=np.random.default_rng(0), device=device)


def _states(count):
    import numpy as np

    return np.random.default_rng(0).integers(0, 256, (count, 4, 84, 84), dtype=np.uint8)


def _update(network, device):
    import numpy as np

    from workshop.types import Batch

    agent = _agent(network, device)
    zeros = np.zeros(32, np.int32)
    batch = Batch(_states(32), zeros, np.zeros(32, np.float32), _states(32), np.zeros(32, bool))
    times = _repeat(lambda: agent.learn(batch), device)
    return _figure(f"learner update, {network} network, batch 32, Adam", np.multiply(times, 1000), "ms")


def _update_2013(device):
    return _update("2013", device)


def _update_2015(device):
    return _update("2015", device)


def _act(device):
    import numpy as np

    agent, states, rng = _agent("2013", device), _states(8), np.random.default_rng(0)
    times = _repeat(lambda: agent.act(states, 0.05, rng), device)
    return _figure("acting on 8 states, 2013 network", np.multiply(times, 1000), "ms")


def _emulation(device):
    import numpy as np

    from workshop import worlds

    world, rng = worlds.training_world("pong", 8, seed=0), np.random.default_rng(0)
    world.reset()

    def steps():
        for _ in range(25):
            world.step(rng.integers(world.n_actions, size=8))

    times = _repeat(steps, device, rounds=7)
    world.close()
    return _figure("emulation, 8 games of Pong", 200 / np.array(times), "steps/s")


def _replay(storage, device):
    import numpy as np

    from workshop import worlds
    from workshop.learning.replay import Replay

    world, rng = worlds.training_world("breakout", 8, seed=0), np.random.default_rng(0)
    replay = Replay(20_000, 8, (84, 84), np.uint8, stack=4, n_step=5, gamma=0.99, storage=storage)
    states = world.reset()
    for _ in range(250):
        actions = rng.integers(world.n_actions, size=8)
        step = world.step(actions)
        for _ in range(10):  # more frames than the processor's caches hold, without playing for so long
            replay.append(states, actions, step.rewards, step.terminals, step.ends)
        states = step.states
    world.close()
    times = _repeat(lambda: replay.sample(32, rng), device, rounds=50)
    return _figure(f"replay, {storage}, 32 states of Breakout and their next ones", np.multiply(times, 1000), "ms")


def _replay_plain(device):
    return _replay("plain", device)


def _replay_lz4(device):
    return _replay("lz4", device)


def _whole_loop(device):
    import numpy as np

    from workshop.learning import parts, presets
    from workshop.learning.trainer import Moved, Trainer

    preset = dataclasses.replace(presets.SESSION, replay_start=800, test_games=1)
    trainer = Trainer(parts.reference(), preset, "pong", seed=0, device=device)
    events = (event for event in trainer.run(preset.steps) if isinstance(event, Moved))
    for event in events:
        if event.updates:
            break

    def steps():
        for _ in range(10):
            next(events)

    times = _repeat(steps, device, rounds=9, seconds=20)
    trainer.close()
    return _figure("whole loop, preset session on Pong", 80 / np.array(times), "steps/s")
