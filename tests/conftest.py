"""A server for the tests: the real application behind uvicorn, in a thread, over a folder of its own."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from openai import DefaultHttpxClient, OpenAI

from helpers.server.app import create_app
from helpers.server.process import bind
from helpers.server.providers.base import Provider

TOKEN = "test-token"
DATA = Path(__file__).parents[1] / "assets" / "data"


@pytest.fixture(autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the reader's own state folder, nor speaks another language than the one that it expects."""
    monkeypatch.setenv("WORKSHOP_STATE", str(tmp_path_factory.getbasetemp() / "state"))
    monkeypatch.setenv("WORKSHOP_LANG", "en")


@contextmanager
def serving(state: Path, provider: Provider | None = None, pace: str = "instant") -> Iterator[str]:
    """The URL of a server over `state`, as long as the block lasts."""
    listener = bind(0, fall_back=False)
    app = create_app(state, token=TOKEN, provider=provider, pace=pace)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="on", timeout_graceful_shutdown=1))
    started = threading.Event()
    original = server.startup

    async def startup(sockets: Any = None) -> None:
        await original(sockets)
        started.set()

    server.startup = startup  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    started.wait(10)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def client_for(url: str, token: str = TOKEN) -> OpenAI:
    """The official SDK, pointed at a server of ours."""
    return OpenAI(base_url=f"{url}/v1", api_key=token, max_retries=0, http_client=DefaultHttpxClient(trust_env=False))


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server with the offline tutor for all tests that only use it."""
    with serving(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture(scope="session")
def client(server_url: str) -> OpenAI:
    """The official SDK at `server_url`."""
    return client_for(server_url)


@pytest.fixture
def serve_with(tmp_path: Path) -> Iterator[Callable[[Provider], OpenAI]]:
    """A client for a server of its own that thinks with the given provider."""
    with ExitStack() as stack:
        yield lambda provider: client_for(stack.enter_context(serving(tmp_path / "state", provider)))
