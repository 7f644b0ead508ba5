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

from .server.card import PACE_HEADER, Card, is_taken
from .settings import ROOT, say, state_folder

_START_SECONDS = 30.0
_LOOK_AGAIN_SECONDS = 0.05
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


def connect(*, pace: Literal["teaching", "instant"] = "teaching") -> OpenAI:
    """An `openai.OpenAI` client for the embedded server, which is started when it is not up.

    `pace`: `teaching` lets each status of a run last until it has been seen; `instant` is for tools and tests.
    Raises NotConnected where the server cannot be started.
    """
    address = find_server() or start_server()
    _hold_lease(address)
    # Notebook 00 shows this warning once and says what it means; after that it would only stand in the way.
    warnings.filterwarnings("ignore", message=_SUNSET_WARNING, category=DeprecationWarning)
    print(
        say(
            "오프라인 튜터에 연결했습니다. 키도 인터넷도 쓰지 않습니다.",
            "Connected to the offline tutor. No key and no internet is used.",
        )
    )
    return OpenAI(
        base_url=f"{address.url}/v1",
        api_key=address.token,
        default_headers={PACE_HEADER: pace},
        # A proxy of the school or the company must not get calls that are meant for this machine.
        http_client=DefaultHttpxClient(trust_env=False),
    )


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


def _detached() -> dict[str, Any]:
    """So that Ctrl-C and the end of this kernel do not take the server away from the others."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _request(address: Address, method: str, path: str, timeout: float | None) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(address.url).netloc, timeout=timeout)
    connection.request(method, path, headers={"Authorization": f"Bearer {address.token}"})
    return connection.getresponse()


def _ask(address: Address, method: str, path: str) -> dict[str, Any] | None:
    """The JSON answer, or None where nobody (or something else) answers."""
    try:
        with _request(address, method, path, timeout=5) as response:
            answer = json.loads(response.read())
    except (OSError, ValueError, http.client.HTTPException):
        return None
    return answer if response.status == 200 and isinstance(answer, dict) and "status" in answer else None


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
