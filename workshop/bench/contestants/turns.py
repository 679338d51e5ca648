"""How a contestant is told to go: a line in, a line of JSON out. The standard library only, for every environment."""

import json
import sys
import time

WARM_UP = 2  # rounds of each turn that are not timed: the others have had the caches in the meantime


def take(makers):
    """Answer lines like "update-adam 20" until standard input ends.

    makers: dict of name -> function() that gets the work ready and returns work(), which does one round.
    The answer: {"seconds": list of floats, "said": list of what work() returned}, the warm-up's among "said".
    """
    out, sys.stdout = sys.stdout, sys.stderr  # whatever a library prints must not stand among the answers
    print(json.dumps(sorted(makers)), file=out, flush=True)
    works = {}
    for line in sys.stdin:
        name, rounds = line.split()
        if name not in works:
            works[name] = makers[name]()
        print(json.dumps(_turn(works[name], int(rounds))), file=out, flush=True)


def _turn(work, rounds):
    seconds, said = [], []
    for _ in range(WARM_UP + rounds):
        start = time.perf_counter()
        said.append(work())
        seconds.append(time.perf_counter() - start)
    return {"seconds": seconds[WARM_UP:], "said": said}
