"""Several hands for array work: pieces of it taken by threads, one for each core, as they become free.

NumPy lets go of Python's lock while it computes, so plain threads do. BLAS can use all cores by itself, but it cuts
each product into equal shares and waits, spinning, for the slowest: with an emulator beside it on two cores, that
wait took several times as long as the work. So BLAS is told to stay in the thread that calls it, and we share out.
"""

import functools
import math
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from threadpoolctl import ThreadpoolController

_own = threading.local()  # each thread's scratch memory


def share_out(work, pieces):
    """Call work(piece) for each of the pieces, on all hands at once; return when the last is done.

    Which hand takes which piece is chance, so no work may write where another reads or writes. What a work raises,
    this raises.
    """
    waiting = list(reversed(pieces))

    def work_on():
        while waiting:
            try:
                piece = waiting.pop()  # one step for Python, so no two hands take the same piece
            except IndexError:
                return
            work(piece)

    helpers = [_helpers().submit(work_on) for _ in range(min(count(), len(pieces)) - 1)]
    try:
        work_on()
    finally:
        for helper in helpers:
            if not helper.cancel():  # one that has not begun by now has nothing left to do
                helper.result()


@functools.cache
def count():
    """How many hands there are: as many as BLAS had threads. From here on it has one, and the others are ours.

    OMP_NUM_THREADS and the like, which BLAS reads, so decide for the hands too; unset, there is one for each core.
    """
    blas = ThreadpoolController().select(user_api="blas")
    threads = [library["num_threads"] for library in blas.info()]
    blas.limit(limits=1)  # for good: a limit ends only where its `with` does
    return max(threads, default=os.cpu_count() or 1)  # Apple's own BLAS is not listed; it looks after itself


@functools.cache
def _helpers():
    return ThreadPoolExecutor(max(1, count() - 1), thread_name_prefix="hand")


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_helpers.cache_clear)  # threads do not follow a process into its copy


def cut(length, wanted):
    """range(length) cut into at most `wanted` slices of nearly the same length, none of them empty."""
    ends = [length * i // wanted for i in range(wanted + 1)]
    return [slice(start, end) for start, end in zip(ends, ends[1:]) if start < end]


def scratch(name, shape, dtype):
    """Memory for an array that nobody needs any more when this thread next asks for that name. Its contents are chance.

    Fresh memory costs as much as what is written into it: the system hands it out page by page, wiped. Pages that are
    filled again and again stay in the processor's cache.
    """
    size = math.prod(shape) * np.dtype(dtype).itemsize
    memory = getattr(_own, name, None)
    if memory is None or memory.size < size:
        memory = np.empty(size, np.uint8)
        setattr(_own, name, memory)
    return memory[:size].view(dtype).reshape(shape)
