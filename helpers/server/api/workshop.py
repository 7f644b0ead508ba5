"""What the API never had: is the server up, who uses it, and stop it. For `connect()` and `workshop.py`."""

import os

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from ..users import Users


async def status(request: Request) -> Response:
    """GET /workshop/status"""
    users: Users = request.app.state.users
    return JSONResponse({"status": "ok", "pid": os.getpid(), "users": users.count})


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
    Route("/workshop/lease", lease),
    Route("/workshop/stop", stop, methods=["POST"]),
]
