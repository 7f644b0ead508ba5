"""Walks through the API by other clients: where those are installed, and what a walk has to see."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from filelock import FileLock

from tests.conftest import TOKEN
from tests.deep import cannot

# Whatever the language, this is what a program of the time must have seen.
EXPECTED = {
    "assistant": "도우미",
    "polled": "completed",
    "texts": ["Done.", "안녕하세요"],
    "streamed": ["completed", "Done.", "thread.run.created", "thread.run.completed"],
    "calls": ["requires_action", "f", "f"],
    "steps": ["completed", "tool_calls", "message_creation"],
    "responses": ["Done.", "Done.", "response.created", "response.completed", "f", "Done."],
    "file": ["환불 규정.txt", 37],
    "store": ["completed", "환불 규정.txt", "Refunds are possible within 14 days."],
    "missing": ["NotFoundError", 404, "No thread found with id 'thread_none'."],
    "refused": ["BadRequestError", 400, "temperature", "decimal_above_max_value"],
    "deleted": [True, True],
}


def installed(name: str, lock: Path, install: Callable[[Path], None]) -> Path:
    """A folder of the user's cache with what a lock file names, installed once for each content of that file."""
    folder = _cache() / f"{name}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:12]}"
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / "lock"):
        if not (folder / "complete").exists():
            try:
                install(folder)
            except (OSError, subprocess.SubprocessError) as error:
                cannot(f"{name} cannot be installed here: {getattr(error, 'stderr', '') or error}")
            (folder / "complete").touch()
    return folder


def _cache() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "~/AppData/Local")
    else:
        base = "~/Library/Caches" if sys.platform == "darwin" else os.environ.get("XDG_CACHE_HOME", "~/.cache")
    return Path(base).expanduser() / "assistants-workshop-tests"


def run(command: list[str], **options: Any) -> str:
    """What the command prints. Raises subprocess.SubprocessError, with its complaints."""
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=240, **options)
    return done.stdout


def walk(url: str, command: list[str]) -> dict[str, Any]:
    """What a walk through the server at `url` has seen."""
    environment = os.environ | {"OPENAI_BASE_URL": f"{url}/v1", "OPENAI_API_KEY": TOKEN, "PYTHONUTF8": "1"}
    for name in ("PYTHONPATH", "HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "ALL_PROXY", "all_proxy"):
        environment.pop(name, None)
    try:
        return json.loads(run(command, env=environment))
    except subprocess.CalledProcessError as failed:
        raise AssertionError(failed.stderr) from None
