"""The server as a process: its socket and its clean end."""

import contextlib
import os
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uvicorn

from .app import create_app
from .card import HOST, Card
from .providers.live.upstream import Upstream

# Open leases would otherwise keep a stopping server waiting.
_LAST_ANSWERS_SECONDS = 1


def bind(port: int, *, fall_back: bool) -> socket.socket:
    """A listening socket on loopback. Raises OSError for a port in use, unless any other will do (`fall_back`)."""
    # With the protocol named, asyncio sends small packets at once; without, each answer would wait 40 ms for an ACK.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if os.name != "nt":
        # Not on Windows, where it would let two servers share one port.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((HOST, port))
    except OSError:
        listener.close()
        if not fall_back or port == 0:
            raise
        return bind(0, fall_back=False)
    return listener


class ServerProcess:
    """Serves one state folder on one socket until it is told to stop."""

    def __init__(
        self,
        listener: socket.socket,
        state: Path,
        *,
        token: str,
        pace: str,
        grace: float | None,
        card: Card,
        upstream: Upstream | None = None,
    ) -> None:
        self._listener = listener
        self._port = listener.getsockname()[1]
        self._token = token
        self._card = card
        app = create_app(state, token=token, pace=pace, upstream=upstream, stop=self._stop, grace=grace, warm=True)
        config = uvicorn.Config(
            app,
            log_level="critical",
            access_log=False,
            lifespan="on",
            timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
        )
        self._server = _Server(config, self._announce)

    def run(self) -> int:
        """Serve; return the exit code."""
        self._server.run(sockets=[self._listener])
        return 0

    def _announce(self) -> None:
        self._card.write(self._port, self._token)
        print(f"OPENAI_BASE_URL=http://{HOST}:{self._port}/v1 OPENAI_API_KEY={self._token}", flush=True)

    def _stop(self) -> None:
        self._server.should_exit = True


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it answers and for which a signal is a wish to stop, not an error."""

    def __init__(self, config: uvicorn.Config, announce: Any) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        wanted = [signal.SIGINT, signal.SIGTERM]
        if sys.platform == "win32":
            wanted.append(signal.SIGBREAK)
        before = {number: signal.signal(number, self.handle_exit) for number in wanted}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)
