"""`connect()`: an ordinary `openai.OpenAI`, answered by the embedded server of this checkout.

The server comes up with its first user and goes down some time after its last. All notebooks share it, so an ID made in
one works in the next.
"""

import http.client
import json
import os
import subprocess
import sys
import threading
import time
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from openai import DefaultHttpxClient, OpenAI

from . import live
from .server.card import PACE_HEADER, Card, is_taken
from .settings import ROOT, say, state_folder
from .wire import hooks

_START_SECONDS = 30.0
_LOOK_AGAIN_SECONDS = 0.05
# The service may have to be tried more than once.
_MODEL_SECONDS = 60.0
# What the SDK says at each call of `client.beta`: `assistants` shorter than `threads`.
_SUNSET_WARNING = "deprecated$|The Assistants API is deprecated"
_leases: dict[str, threading.Thread] = {}


class NotConnected(RuntimeError):
    """The embedded server cannot be started; the message says why and what to do."""

    def _render_traceback_(self) -> list[str]:
        """IPython shows this instead of a traceback."""
        return [str(self)]


@dataclass(frozen=True)
class Address:
    """Where a server answers, and with which key."""

    url: str
    token: str


def connect(model: str | None = None, *, pace: Literal["teaching", "instant"] = "teaching") -> OpenAI:
    """An `openai.OpenAI` client for the embedded server, which is started when it is not up.

    `model`: what thinks from now on, for all notebooks: `offline`, `openai`, `ollama`, `lmstudio`, `llamacpp`, `vllm`,
    or the base URL of any OpenAI-compatible service. Left out, it is what was chosen last (`WORKSHOP_MODEL`, else
    offline, for a server that has just been started).
    `pace`: `teaching` lets each status of a run last until it has been seen; `instant` is for tools and tests.
    Raises NotConnected where the server cannot be started, or the model not be reached.
    """
    try:
        started = find_server()
        # What the environment wishes counts for a server that is just coming up, not against a choice made since.
        wished = live.wish(model) if model or not started else None
    except live.NoModel as error:
        raise NotConnected(str(error)) from None
    address = started or start_server()
    _hold_lease(address)
    print(live.describe(_choose(address, wished)))
    # Notebook 00 shows this warning once and says what it means; after that it would only stand in the way.
    warnings.filterwarnings("ignore", message=_SUNSET_WARNING, category=DeprecationWarning)
    return OpenAI(
        base_url=f"{address.url}/v1",
        api_key=address.token,
        default_headers={PACE_HEADER: pace},
        # A proxy of the school or the company must not get calls that are meant for this machine.
        http_client=DefaultHttpxClient(trust_env=False, event_hooks=hooks()),
    )


def choose_model(choice: str, key: str = "") -> str:
    """Let another model think from now on, for all notebooks; the line that says which.

    `choice` is as for `connect`, `key` an API key for it. Raises NotConnected.
    """
    try:
        wished = live.wish(choice, key)
    except live.NoModel as error:
        raise NotConnected(str(error)) from None
    return live.describe(_choose(find_server() or start_server(), wished))


def answering() -> str:
    """The line that says which model thinks now. Raises NotConnected."""
    return live.describe(_choose(find_server() or start_server(), None))


def find_server(state: Path | None = None) -> Address | None:
    """The server of this state folder, if it is up and answers."""
    card = Card(state or state_folder()).read()
    # A card may be left from a server that was killed, and its port be another program's by now.
    if not card or not is_taken(state or state_folder()):
        return None
    address = Address(str(card.get("url")), str(card.get("token")))
    return address if _ask(address, "GET", "/workshop/status") else None


def start_server() -> Address:
    """Start the server in the background and wait until it answers. Raises NotConnected."""
    state = state_folder()
    try:
        state.mkdir(parents=True, exist_ok=True)
        log = (state / "server.log").open("w", encoding="utf-8")
    except OSError as error:
        raise NotConnected(
            say(
                f"상태 폴더에 쓸 수 없습니다: {state} ({error.strerror}). 쓰기 권한이 있는 곳에 워크숍을 옮겨 주세요.",
                f"The state folder cannot be written: {state} ({error.strerror}). Move the workshop to where it can.",
            )
        ) from None
    with log:
        process = subprocess.Popen(
            [sys.executable, "-m", "helpers.server", "--while-used", "--state", str(state)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=log,
            **_detached(),
        )
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        # Another kernel may have started one at the same instant; then theirs answers, and ours will end.
        address = find_server(state)
        if address:
            return address
        if process.poll() not in (None, 0):
            break
        time.sleep(_LOOK_AGAIN_SECONDS)
    reason = (state / "server.log").read_text(encoding="utf-8", errors="replace").strip().splitlines()[-1:]
    raise NotConnected(
        say(
            "내장 서버가 시작되지 않았습니다. 터미널에서 `python workshop.py doctor`를 실행해 원인을 확인하세요. ",
            "The embedded server did not start. Run `python workshop.py doctor` in a terminal to see why. ",
        )
        + " ".join(reason)
    )


def stop_server(state: Path | None = None) -> bool:
    """Ask the server of this state folder to end, and wait until it has. False where none is up."""
    address = find_server(state)
    if address is None:
        return False
    _ask(address, "POST", "/workshop/stop")
    deadline = time.monotonic() + _START_SECONDS
    while is_taken(state or state_folder()) and time.monotonic() < deadline:
        time.sleep(_LOOK_AGAIN_SECONDS)
    return True


def _choose(address: Address, wished: dict[str, str] | None) -> dict[str, Any]:
    """Tell the server which model is wished for, if any; which one it has now."""
    if wished and wished.get("base_url", "").startswith(address.url):
        raise NotConnected(
            say(
                "OPENAI_BASE_URL이 내장 서버 자신을 가리킵니다. 그 변수를 지우고 다시 연결하세요.",
                "OPENAI_BASE_URL points to the embedded server itself. Remove that variable and connect again.",
            )
        )
    status, answer = _exchange(address, "POST" if wished else "GET", "/workshop/model", wished, _MODEL_SECONDS)
    if status != 200:
        error = answer.get("error") or {}
        english, _, korean = str(error.get("message", "")).partition(" | ")
        raise NotConnected(say(korean or english, english))
    live.answers = answer["provider"] != live.OFFLINE
    return answer


def _detached() -> dict[str, Any]:
    """So that Ctrl-C and the end of this kernel do not take the server away from the others."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _request(
    address: Address, method: str, path: str, timeout: float | None, body: Any = None
) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(address.url).netloc, timeout=timeout)
    content = None if body is None else json.dumps(body)
    connection.request(method, path, content, headers={"Authorization": f"Bearer {address.token}"})
    return connection.getresponse()


def _exchange(address: Address, method: str, path: str, body: Any, timeout: float) -> tuple[int, dict[str, Any]]:
    """Status and JSON of an answer; 0 and nothing where nobody (or something else) answers."""
    try:
        with _request(address, method, path, timeout, body) as response:
            answer = json.loads(response.read())
    except (OSError, ValueError, http.client.HTTPException):
        return 0, {}
    return (response.status, answer) if isinstance(answer, dict) else (0, {})


def _ask(address: Address, method: str, path: str) -> dict[str, Any] | None:
    """The answer of a server of ours, or None."""
    status, answer = _exchange(address, method, path, None, timeout=5)
    return answer if status == 200 and "status" in answer else None


def _hold_lease(address: Address) -> None:
    """Keep one connection open as long as this process lives: the server's sign that it is used."""
    known = _leases.get(address.url)
    if known and known.is_alive():
        return
    _leases[address.url] = threading.Thread(target=_wait_on_lease, args=(address,), daemon=True)
    _leases[address.url].start()


def _wait_on_lease(address: Address) -> None:
    try:
        with _request(address, "GET", "/workshop/lease", timeout=None) as response:
            while response.read(1):
                pass
    except (OSError, ValueError, http.client.HTTPException):
        return
