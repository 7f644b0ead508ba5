"""`python -m helpers.server`: the embedded server alone, for any client in any language.

    --port 8080      0 takes any free port
    --token TOKEN    what clients send as their key; `any` accepts every key; made up when not given
    --state DIR      the folder of assistants, threads and files
    --model openai   what thinks: offline (default), openai, ollama, lmstudio, llamacpp, vllm, or a base URL
    --pace instant   or `teaching`: statuses last long enough to be seen
    --while-used     end some time after the last notebook has gone

When it answers it prints one line, `OPENAI_BASE_URL=... OPENAI_API_KEY=...`. It ends cleanly on Ctrl-C and SIGTERM.
"""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from filelock import Timeout

from ..live import OFFLINE, NoModel, wish
from ..settings import say, state_folder
from .card import Card, lock_of, remembered_token
from .engine.pace import PACES
from .process import ServerProcess, bind
from .providers.live.upstream import Upstream, UpstreamError

# A kernel that restarts, or a reader who closes one notebook and opens the next, is back within this time.
GRACE_SECONDS = 120.0
LOCK_SECONDS = 3.0


def main(arguments: list[str] | None = None) -> int:
    """Run until stopped. Exit code 1 with one plain sentence where that is not possible."""
    options = _parser().parse_args(arguments)
    state: Path = options.state.absolute()
    try:
        state.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return _fail(
            f"상태 폴더를 만들 수 없습니다: {state} ({error.strerror}). 쓸 수 있는 폴더를 --state로 알려 주세요.",
            f"The state folder cannot be made: {state} ({error.strerror}). Name another one with --state.",
        )
    try:
        # Started for a notebook, the server is told by `connect()`.
        upstream = None if options.while_used else _reach(options.model)
    except (NoModel, UpstreamError) as error:
        english, _, korean = str(error).partition(" | ")
        return _fail(korean or english, english)
    lock = lock_of(state)
    try:
        # One that is just ending may still hold it, and so may somebody who only looks.
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout:
        return _fail(
            f"다른 서버가 이 상태 폴더를 쓰고 있습니다: {state}. 그 서버를 끝내거나 --state로 다른 폴더를 고르세요.",
            f"Another server already uses this state folder: {state}. End that one, or name another with --state.",
        )
    card = Card(state)
    port = options.port if options.port is not None else card.last_port()
    try:
        listener = bind(port, fall_back=options.port is None)
    except OSError:
        return _fail(
            f"포트 {port}번은 다른 프로그램이 쓰고 있습니다. --port 0으로 빈 포트를 쓰거나 다른 번호를 고르세요.",
            f"Port {port} is in use by another program. Take any free one with --port 0, or name another.",
        )
    token = options.token or remembered_token(state)
    grace = GRACE_SECONDS if options.while_used else None
    process = ServerProcess(listener, state, token=token, pace=options.pace, grace=grace, card=card, upstream=upstream)
    return process.run()


def _reach(model: str | None) -> Upstream | None:
    """The live service that the reader wishes for, if any, with its models. Raises NoModel, UpstreamError."""
    wished = wish(model)
    if wished is None or wished["provider"] == OFFLINE:
        return None
    from .providers.live.reach import reach

    api: Any = wished["provider"]
    return asyncio.run(reach(Upstream(api, wished["base_url"], wished["api_key"], wished["model"])))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workshop.py serve", description=say("내장 서버", "The embedded server"))
    parser.add_argument("--port", type=int)
    parser.add_argument("--token")
    parser.add_argument("--state", type=Path, default=state_folder())
    parser.add_argument("--model")
    parser.add_argument("--pace", choices=sorted(PACES), default="instant")
    parser.add_argument("--while-used", action="store_true")
    return parser


def _fail(ko: str, en: str) -> int:
    print(say(ko, en), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
