"""What the API never had: is the server up, who uses it, which model thinks, and stop it. For `connect()` and
`workshop.py`.
"""

import os
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ..errors import bad_request
from ..json_body import parse_json
from ..providers.live.upstream import Upstream, UpstreamError
from ..services import Services
from ..users import Users


async def status(request: Request) -> Response:
    """GET /workshop/status"""
    users: Users = request.app.state.users
    return JSONResponse({"status": "ok", "pid": os.getpid(), "users": users.count})


async def model(request: Request) -> Response:
    """GET /workshop/model: `{"provider": "offline"}`, or `{"provider", "host", "model", "models", "leaves"}` of a live
    service; `leaves` is True where words leave this machine.
    """
    services: Services = request.app.state.services
    return JSONResponse(_shown(services.model.upstream))


async def choose_model(request: Request) -> Response:
    """POST /workshop/model, with `{"provider": "offline"}` or `{"provider": "responses" | "chat", "base_url",
    "api_key", "model"}`. 400 with a plain message where nobody answers there, or refuses the key.
    """
    services: Services = request.app.state.services
    wish = parse_json(await request.body())
    if not isinstance(wish, dict) or wish.get("provider") not in ("offline", "responses", "chat"):
        raise bad_request("Choose a provider: 'offline', 'responses' or 'chat'.", "provider", "invalid_value")
    try:
        await services.model.choose(_upstream(wish))
    except UpstreamError as error:
        raise bad_request(str(error), code="model_unreachable") from None
    return JSONResponse(_shown(services.model.upstream))


def _upstream(wish: dict[str, Any]) -> Upstream | None:
    if wish["provider"] == "offline":
        return None
    for name in ("base_url", "api_key"):
        if not isinstance(wish.get(name), str) or not wish[name]:
            raise bad_request(f"Missing required parameter: '{name}'.", name, "missing_required_parameter")
    return Upstream(wish["provider"], wish["base_url"], wish["api_key"], str(wish.get("model") or ""))


def _shown(upstream: Upstream | None) -> dict[str, Any]:
    if upstream is None:
        return {"provider": "offline"}
    return {
        "provider": upstream.api,
        "host": upstream.host,
        "model": upstream.usual_model,
        "models": list(upstream.models),
        "leaves": not upstream.is_here,
    }


class Lease(Response):
    """An answer without end: whoever holds it open uses the server. A killed process lets go by itself."""

    def __init__(self, users: Users) -> None:
        super().__init__(media_type="text/plain")
        del self.headers["content-length"]
        self._users = users

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        with self._users.one_more():
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": b"held\n", "more_body": True})
            while (await receive())["type"] != "http.disconnect":
                pass


async def lease(request: Request) -> Response:
    """GET /workshop/lease"""
    return Lease(request.app.state.users)


async def stop(request: Request) -> Response:
    """POST /workshop/stop"""
    users: Users = request.app.state.users
    users.ask_to_stop()
    return JSONResponse({"status": "stopping"})


ROUTES = [
    Route("/workshop/status", status),
    Route("/workshop/model", model),
    Route("/workshop/model", choose_model, methods=["POST"]),
    Route("/workshop/lease", lease),
    Route("/workshop/stop", stop, methods=["POST"]),
]
