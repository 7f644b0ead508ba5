"""How a server is found: the card that it leaves in its state folder."""

import json
import os
import secrets
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

HOST = "127.0.0.1"
# A client that wants a pace of its own says so with each request; see `engine.pace`.
PACE_HEADER = "x-workshop-pace"


class Card:
    """`server.json` in the state folder: where the server is and with which key, readable by its owner only."""

    def __init__(self, state: Path) -> None:
        self._path = state / "server.json"

    def read(self) -> dict[str, Any]:
        """`{"url", "token", "pid", "port"}`, or an empty dict where no server has left one."""
        try:
            card = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return card if isinstance(card, dict) else {}

    def last_port(self) -> int:
        """The port of the last server here (clients that are still about will find the next one there), or 0."""
        port = self.read().get("port", 0)
        return port if isinstance(port, int) else 0

    def write(self, port: int, token: str) -> None:
        """Leave the card."""
        card = {"url": f"http://{HOST}:{port}", "token": token, "pid": os.getpid(), "port": port}
        _write_private(self._path, json.dumps(card))


def lock_of(state: Path) -> FileLock:
    """The lock that a server holds as long as it lives, however it ends: so it cannot go stale."""
    return FileLock(state / "server.lock")


def is_taken(state: Path) -> bool:
    """True where a server lives in this state folder, though it may not answer yet."""
    if not state.is_dir():
        return False
    try:
        with lock_of(state).acquire(timeout=0):
            return False
    except Timeout:
        return True


def remembered_token(state: Path) -> str:
    """The key of this state folder, made at the first start."""
    path = state / "token"
    try:
        return path.read_text(encoding="utf-8").strip() or _new_token(path)
    except OSError:
        return _new_token(path)


def _new_token(path: Path) -> str:
    token = "workshop-" + secrets.token_urlsafe(24)
    _write_private(path, token)
    return token


def _write_private(path: Path, text: str) -> None:
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    new.replace(path)
