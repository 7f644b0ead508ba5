"""Which model thinks: the offline tutor, until the reader has chosen a live one. The choice ends with the server.

A key that comes with a choice stays in the memory of this process.
"""

import base64
import mimetypes
from collections.abc import AsyncIterator
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .providers.base import ModelEvent, ModelRequest, Provider
from .providers.live.upstream import Upstream
from .store import Store

if TYPE_CHECKING:
    from .providers.live.provider import LiveProvider

_LOCAL = ("127.0.0.1", "localhost", "::1")
# Who thought last in this task, which is that of one run: the choice may change before the step's code is executed.
_writer: ContextVar[Provider] = ContextVar("writer")


class ModelChoice:
    """A provider that hands each model step to the one chosen. Each step asks anew, so a choice counts at once."""

    def __init__(self, offline: Provider, store: Store) -> None:
        self._offline = offline
        self._store = store
        self._live: LiveProvider | None = None
        self._former: list[LiveProvider] = []

    @property
    def name(self) -> str:
        """The name of the provider that thinks now."""
        return self._now.name

    @property
    def code_is_ours(self) -> bool:
        """True where the code that a run is about to execute was written by this project."""
        return _writer.get(self._now).code_is_ours

    @property
    def upstream(self) -> Upstream | None:
        """The live service, or None."""
        return self._live.upstream if self._live else None

    def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """One model step; see `base.Provider`."""
        _writer.set(self._now)
        return self._now.respond(request)

    async def choose(self, upstream: Upstream | None) -> None:
        """Let a live service think from now on, or the offline tutor again. Raises UpstreamError where it cannot."""
        if upstream is None:
            self._take(None)
            return
        # The SDK takes a third of a second to import, which a server without a live model need not wait for.
        from .providers.live.reach import reach

        self.use(await reach(upstream))

    def use(self, reached: Upstream) -> None:
        """Let a live service think that has been reached already."""
        from .providers.live.provider import LiveProvider

        self._take(LiveProvider(reached, self._open_picture))

    def _take(self, live: "LiveProvider | None") -> None:
        if self._live:
            # Runs that have begun with it may still be at work.
            self._former.append(self._live)
        self._live = live

    async def draw(self, prompt: str, size: str, quality: str) -> tuple[bytes, str] | None:
        """The live service's picture and the words that it drew from; None where it draws none."""
        return await self._live.draw(prompt, size, quality) if self._live else None

    def model_names(self) -> tuple[str, ...]:
        """The names on the live service's list, as it was when it was chosen; none offline."""
        return self._live.upstream.models if self._live else ()

    async def close(self) -> None:
        """Let go of all connections."""
        for live in [*self._former, *([self._live] if self._live else [])]:
            await live.close()

    @property
    def _now(self) -> Provider:
        return self._live or self._offline

    def _open_picture(self, place: str) -> str | None:
        """A picture of a message as a URL that the live service can read."""
        url = urlsplit(place)
        if url.scheme == "data" or (url.scheme in ("http", "https") and url.hostname not in _LOCAL):
            return place
        if url.scheme:
            path = self._store.blobs.parent / "images" / Path(url.path).name
            return _as_data(path, path.name)
        row: dict[str, Any] = self._store.get("file", place) or {}
        return _as_data(self._store.blobs / place, row.get("filename", ""))


def _as_data(path: Path, name: str) -> str | None:
    if not path.is_file():
        return None
    kind = mimetypes.guess_type(name)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
