"""The application: routes as data, one guard at the door, errors in the API's own shape.

A pure ASGI application; it runs behind uvicorn, or inside a test without a socket.
"""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Match
from starlette.types import ASGIApp, Receive, Scope, Send

from .api import (
    assistants,
    containers,
    conversations,
    files,
    images,
    messages,
    models,
    responses,
    runs,
    threads,
    uploads,
    vector_stores,
    workshop,
)
from .containers import Containers
from .engine.engine import Engine
from .engine.pace import PACES
from .engine.responder import Responder
from .errors import ApiError
from .library import Library
from .model_choice import ModelChoice
from .providers.base import Provider
from .providers.live.upstream import Upstream
from .providers.tutor import OfflineTutor
from .services import Services
from .store import Store
from .tools.code_interpreter import CodeInterpreter
from .tools.file_search import SearchIndex
from .users import Users

# Runs before threads: `/threads/runs` must not be taken for the thread named "runs".
RESOURCES = (
    assistants,
    runs,
    threads,
    messages,
    responses,
    conversations,
    containers,
    files,
    uploads,
    vector_stores,
    images,
    models,
    workshop,
)
ANY_TOKEN = "any"
_LOCAL_NAMES = {"127.0.0.1", "localhost", "[::1]"}


async def _get_ready(interpreter: CodeInterpreter) -> None:
    # One after the other: whoever asks meanwhile should not have to share the processor with both.
    await interpreter.warm()
    await asyncio.to_thread(OfflineTutor.get_ready)


def create_app(
    state: Path,
    *,
    token: str,
    pace: str = "instant",
    provider: Provider | None = None,
    upstream: Upstream | None = None,
    stop: Callable[[], None] = lambda: None,
    grace: float | None = None,
    warm: bool = False,
) -> Starlette:
    """The server over one state folder. `token` is what clients send as their key, or `any`.

    `provider` thinks (the offline tutor by default), or `upstream`, a live service that has been reached; `stop` and
    `grace` are those of `Users`; `warm` gets the code interpreter and the tutor ready before anybody asks.
    """
    store = Store(state)
    interpreter = CodeInterpreter(state / "sandbox")
    library = Library(store, SearchIndex(state / "search"))
    thinks = ModelChoice(provider or OfflineTutor(), store)
    engine = Engine(store, thinks, interpreter, library)
    own_containers = Containers(store, interpreter)
    responder = Responder(store, thinks, engine.toolbox, own_containers, library)
    users = Users(stop, grace)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        if upstream:
            thinks.use(upstream)
        engine.recover()
        responder.recover()
        library.recover()
        users.begin()
        warming = asyncio.create_task(_get_ready(interpreter)) if warm else None
        yield
        if warming:
            warming.cancel()
        await engine.close()
        await responder.close()
        await thinks.close()
        await library.close()
        await interpreter.close()
        store.close()

    app = Starlette(
        routes=[route for resource in RESOURCES for route in resource.ROUTES],
        exception_handlers={
            ApiError: _api_error,
            HTTPException: _http_error,
            Exception: _server_error,
        },
        lifespan=lifespan,
    )
    # An address with a slash at its end is another address: a redirect would lose the body of a POST.
    app.router.redirect_slashes = False
    app.state.services = Services(store, engine, responder, own_containers, interpreter, library, thinks, PACES[pace])
    app.state.users = users
    app.add_middleware(Guard, token=token)
    return app


class Guard:
    """Nobody comes in without the token, nor under another name than loopback's (a page in a browser might try)."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        refusal = self._refuse(Request(scope)) if scope["type"] == "http" else None
        await (refusal or self._app)(scope, receive, send)

    def _refuse(self, request: Request) -> Response | None:
        host = request.headers.get("host", "")
        if host.rsplit(":", 1)[0] not in _LOCAL_NAMES and host not in _LOCAL_NAMES:
            return _as_response(ApiError(403, "This server answers on 127.0.0.1 only."))
        if request.url.path == "/":
            return PlainTextResponse("Assistants Workshop: the embedded server is up. Its API begins at /v1.\n")
        # A picture's link is its own permission.
        if request.url.path.startswith("/images/"):
            return None
        scheme, _, key = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not key:
            return _as_response(
                ApiError(
                    401,
                    "You didn't provide an API key. You need to provide your API key in an Authorization header using "
                    "Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
                )
            )
        if self._token != ANY_TOKEN and not secrets.compare_digest(key.encode(), self._token.encode()):
            return _as_response(
                ApiError(
                    401,
                    "Incorrect API key provided. Use the key that the server printed when it started.",
                    code="invalid_api_key",
                )
            )
        return None


def _as_response(error: ApiError, headers: Mapping[str, str] | None = None) -> JSONResponse:
    return JSONResponse(error.body, error.status, headers)


def _api_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, ApiError)
    return _as_response(error)


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    path = request.url.path
    if error.status_code == 404:
        return _as_response(ApiError(404, f"Invalid URL ({request.method} {path})"))
    if error.status_code == 405:
        allowed = ", ".join(_methods(request))
        hint = f"(HINT: Perhaps you meant to make a {allowed} request instead?)"
        return _as_response(ApiError(405, f"Not allowed to {request.method} on {path}. {hint}"), {"Allow": allowed})
    return _as_response(ApiError(error.status_code, str(error.detail)))


def _methods(request: Request) -> list[str]:
    """All that can be asked at this address, each method having a route of its own."""
    routes = (route for route in request.app.routes if route.matches(request.scope)[0] is not Match.NONE)
    return sorted({method for route in routes for method in route.methods or ()} - {"HEAD"})


def _server_error(_: Request, error: Exception) -> Response:
    message = "The server had an error while processing your request. Sorry about that!"
    return _as_response(ApiError(500, message, type="server_error"))
