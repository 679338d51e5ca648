"""What moves in a notebook without holding it up: a generator stepped by the kernel's own event loop between cells.

While a cell runs, clicks and keys wait; so nothing that people watch or play may be a loop in a cell.
"""

import asyncio
import time

_running = {}  # by name: one of each


class Live:
    """Steps a generator `rate` times a second until it ends or is stopped.

    moving: iterator; a step of it draws one picture and returns soon. May be replaced: the next step is the new one's.
    rate: steps a second, may be changed meanwhile.
    name: what it is; starting another of that name stops this one, so a cell that is run twice leaves one.
    failed: called with what `moving` raised, in place of a traceback that nobody would see.
    """

    def __init__(self, moving, *, rate, name, failed):
        self.moving, self.rate, self.name, self.failed = moving, rate, name, failed
        self._task, self._watchers = None, []

    @property
    def running(self):
        return self._task is not None

    def on_change(self, function):
        """Call function() whenever it starts or comes to rest, for whatever reason."""
        self._watchers.append(function)

    def start(self):
        """Go on from where it stands. Needs a running event loop, as every notebook has."""
        if self.running:
            return
        if self.name in _running:
            _running[self.name].stop()
        _running[self.name] = self
        self._become(asyncio.get_running_loop().create_task(self._run()))

    def stop(self):
        """Stand still; `start` goes on."""
        if self.running:
            self._task.cancel()
            self._become(None)

    async def _run(self):
        due = time.perf_counter()
        try:
            while next(self.moving, self) is not self:
                # One that is late does not hurry after: it goes on from now. And it always lets others have a turn.
                due = max(due + 1 / self.rate, time.perf_counter())
                await asyncio.sleep(due - time.perf_counter())
        except Exception as error:
            self.failed(error)
        self._become(None)

    def _become(self, task):
        self._task = task
        for function in self._watchers:
            function()
