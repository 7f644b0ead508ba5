"""The wire, beside the call: which HTTP requests the SDK made, what went in and what came out.

`connect()` has its client note them here. Keys are never noted: they travel in a header, and headers are left out.
"""

import html
import json
import shlex
import sys
import time
from collections import deque
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any
from urllib.parse import urlsplit

from .settings import say

_MOST = 500
# Longer texts (pictures as base64, files) would bury the rest.
_LONGEST_TEXT = 300
_LONGEST_LIST = 20


@dataclass(frozen=True)
class Exchange:
    """One request and its answer. `sent` and `received` are JSON values, or words about what is no JSON.

    `cell` is the number of the cell that was running, `milliseconds` the time to the answer's head.
    """

    method: str
    path: str
    sent: Any
    status: int
    received: Any
    milliseconds: float
    cell: int
    beta: str = ""

    @property
    def line(self) -> str:
        """The request in one line, without its time."""
        return f"{self.method} {self.path} → {self.status}"

    @property
    def as_curl(self) -> str:
        """The same request for a terminal; address and key come from the environment."""
        words = ["curl", "-X", self.method, f'"$OPENAI_BASE_URL{self.path.removeprefix("/v1")}"']
        words += ["-H", '"Authorization: Bearer $OPENAI_API_KEY"']
        if self.beta:
            words += ["-H", f'"OpenAI-Beta: {self.beta}"']
        if isinstance(self.sent, dict | list):
            body = json.dumps(_shortened(self.sent), ensure_ascii=False)
            words += ["-H", '"Content-Type: application/json"', "-d", shlex.quote(body)]
        return " ".join(words)


_noted: deque[Exchange] = deque(maxlen=_MOST)
_cells_begun = 0


class WireView:
    """Some exchanges, foldable in a notebook, a line each as text."""

    def __init__(self, exchanges: list[Exchange]) -> None:
        self._exchanges = exchanges

    def __repr__(self) -> str:
        return "\n".join(line for line, _ in groupby(exchange.line for exchange in self._exchanges)) or _nothing()

    def _repr_html_(self) -> str:
        return "".join(map(_as_html, self._exchanges)) or f"<p>{html.escape(_nothing())}</p>"


def show_wire(last: int | None = None) -> WireView:
    """The HTTP requests of this cell, or of the newest one before it that made any. `last`: only so many of them.

    Of a polling loop the last request stands for all.
    """
    newest = max((exchange.cell for exchange in _noted), default=0)
    exchanges = _without_polls([exchange for exchange in _noted if exchange.cell == newest])
    return WireView(exchanges[-last:] if last else exchanges)


def _without_polls(exchanges: list[Exchange]) -> list[Exchange]:
    """A loop asks the same as often as the clock wants it: of equal GET requests in a row the last is kept."""
    pairs = zip_longest(exchanges, exchanges[1:])
    return [one for one, after in pairs if one.method != "GET" or after is None or one.line != after.line]


def hooks() -> dict[str, list[Any]]:
    """What the SDK's HTTP client needs to note its requests here."""
    _count_cells()
    return {"request": [_begin], "response": [_note]}


def _begin(request: Any) -> None:
    request.extensions["workshop_start"] = time.perf_counter()


def _note(response: Any) -> None:
    request = response.request
    taken = time.perf_counter() - request.extensions.get("workshop_start", time.perf_counter())
    url = urlsplit(str(request.url))
    _noted.append(
        Exchange(
            method=request.method,
            path=url.path + (f"?{url.query}" if url.query else ""),
            sent=_sent(request),
            status=response.status_code,
            received=_received(response),
            milliseconds=taken * 1000,
            cell=_cells_begun,
            beta=request.headers.get("openai-beta", ""),
        )
    )


def _sent(request: Any) -> Any:
    if "multipart" in request.headers.get("content-type", ""):
        return say("(파일을 담은 양식)", "(a form with a file)")
    return _json(request.content) if request.content else None


def _received(response: Any) -> Any:
    kind = response.headers.get("content-type", "")
    if "event-stream" in kind:
        # Reading it here would hold back every event until the last.
        return say("(이벤트 스트림: 하나씩 도착합니다)", "(a stream of events, which arrive one by one)")
    content = response.read()
    if "json" in kind:
        return _json(content)
    return say(f"(파일 내용 {len(content):,}바이트)", f"(the content of a file, {len(content):,} bytes)")


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content.decode(errors="replace")


def _count_cells() -> None:
    """From now on. The kernel's own number stands still where cells are run without a history."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if shell and _next_cell not in shell.events.callbacks["pre_run_cell"]:
        shell.events.register("pre_run_cell", _next_cell)


def _next_cell(_: Any = None) -> None:
    global _cells_begun
    _cells_begun += 1


def _as_html(exchange: Exchange) -> str:
    parts = [(say("보낸 것", "sent"), exchange.sent), (say("받은 것", "received"), exchange.received)]
    blocks = "".join(
        f"<div><b>{title}</b></div><pre style='white-space:pre-wrap'>{html.escape(_pretty(value))}</pre>"
        for title, value in parts
        if value is not None
    )
    curl = (
        f"<details><summary>curl</summary><pre style='white-space:pre-wrap'>{html.escape(exchange.as_curl)}</pre>"
        "</details>"
    )
    head = html.escape(f"{exchange.line} ({exchange.milliseconds:.0f} ms)")
    return (
        f"<details style='margin:2px 0'><summary><code>{head}</code></summary>"
        f"<div style='margin-left:1.5em'>{blocks}{curl}</div></details>"
    )


def _pretty(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(_shortened(value), ensure_ascii=False, indent=2)


def _shortened(value: Any) -> Any:
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        return value[:_LONGEST_TEXT] + say(f"… ({len(value):,}자)", f"… ({len(value):,} letters)")
    if isinstance(value, list):
        return [_shortened(entry) for entry in value[:_LONGEST_LIST]] + ["…"] * (len(value) > _LONGEST_LIST)
    if isinstance(value, dict):
        return {key: _shortened(entry) for key, entry in value.items()}
    return value


def _nothing() -> str:
    return say("아직 SDK가 보낸 요청이 없습니다.", "The SDK has not made a request yet.")
