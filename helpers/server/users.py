"""Who uses the server: as long as somebody does, it stays; when the last one has gone, it may go too."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Users:
    """Counts those who hold a lease. `stop` is called once, when the server is to end.

    With `grace` seconds given, that is so after as long without any user (a restarted kernel is back within it);
    with None, only when asked.
    """

    def __init__(self, stop: Callable[[], None], grace: float | None = None) -> None:
        self._stop = stop
        self._grace = grace
        self._timer: asyncio.TimerHandle | None = None
        self.count = 0

    def begin(self) -> None:
        """Start the clock: nobody has come yet."""
        self._wait()

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Somebody uses the server inside this block."""
        self.count += 1
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        try:
            yield
        finally:
            self.count -= 1
            if self.count == 0:
                self._wait()

    def ask_to_stop(self) -> None:
        """End the server, whoever uses it."""
        self._stop()

    def _wait(self) -> None:
        if self._grace is not None:
            self._timer = asyncio.get_running_loop().call_later(self._grace, self._stop)
