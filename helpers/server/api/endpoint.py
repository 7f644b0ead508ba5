"""From HTTP to an operation and back: the body as data in, an object out, errors in the API's own shape."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..card import PACE_HEADER
from ..engine.pace import PACES, Pace
from ..errors import ApiError, bad_request, not_found
from ..services import Services
from ..validation import validate

Object = dict[str, Any]
Operation = Callable[[Services, Request], Awaitable[Any]]

_BETA = ("/v1/assistants", "/v1/threads")


def route(method: str, path: str, operation: Operation) -> Route:
    """An operation as a route below `/v1`."""

    async def endpoint(request: Request) -> Response:
        if request.url.path.startswith(_BETA) and "assistants=v2" not in request.headers.get("openai-beta", ""):
            raise bad_request(
                "You must provide the 'OpenAI-Beta' header to access the Assistants API. "
                "Please try again by setting the header 'OpenAI-Beta: assistants=v2'.",
                code="invalid_beta",
            )
        answer = await operation(request.app.state.services, request)
        return answer if isinstance(answer, Response) else JSONResponse(answer)

    return Route(f"/v1{path}", endpoint, methods=[method], name=operation.__qualname__)


async def read_body(request: Request, operation: str) -> Object:
    """The JSON body, checked against the official description. An empty body counts as `{}`."""
    raw = await request.body()
    try:
        body = json.loads(raw) if raw.strip() else {}
    except (ValueError, RecursionError):
        raise bad_request(
            "We could not parse the JSON body of your request. (HINT: This likely means you aren't using your HTTP "
            "library correctly. The OpenAI API expects a JSON payload, but what was sent was not valid JSON.)"
        ) from None
    validate(operation, body)
    return body


def load(services: Services, kind: str, id: str, parent: str | None = None, *, noun: str | None = None) -> Object:
    """The stored object, or ApiError 404."""
    found = services.store.get(kind, id, parent)
    if found is None:
        raise not_found(noun or kind, id)
    return found


def load_file(services: Services, file_id: str) -> Object:
    """The file's description, or 404 in the words that files have of their own."""
    found = services.store.get("file", file_id)
    if found is None:
        raise ApiError(404, f"No such File object: {file_id}", param="id")
    return found


def pace_of(services: Services, request: Request) -> Pace:
    """The pace that this request asks for, or the server's own."""
    return PACES.get(request.headers.get(PACE_HEADER, ""), services.pace)
