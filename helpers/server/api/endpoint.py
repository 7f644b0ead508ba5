"""From HTTP to an operation and back: the body as data in, an object out, errors in the API's own shape."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..card import PACE_HEADER
from ..engine.pace import PACES, Pace
from ..errors import ApiError, bad_request, not_found
from ..json_body import parse_json
from ..objects import now
from ..services import Services
from ..validation import validate

Object = dict[str, Any]
Operation = Callable[[Services, Request], Awaitable[Any]]

# Far more than any conversation needs; files have limits of their own.
LARGEST_BODY = 64 * 1024**2
_PATIENCE = 1024**3
_BETA = ("/v1/assistants", "/v1/threads")
_PREFIXES = {
    "assistant": "asst",
    "thread": "thread",
    "message": "msg",
    "run": "run",
    "step": "step",
    "vector_store": "vs",
}


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
    raw = await _read_all(request)
    if raw.strip():
        _check_content_type(request)
        body = parse_json(raw)
    else:
        body = {}
    validate(operation, body)
    return body


async def _read_all(request: Request) -> bytes:
    """The body, as long as it is not too large. A larger one is read to its end: only then a client reads answers."""
    raw = bytearray()
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size <= LARGEST_BODY:
            raw += chunk
        elif size > _PATIENCE:
            break
    if size > LARGEST_BODY:
        message = f"The request body is too large: at most {LARGEST_BODY} bytes are taken."
        raise ApiError(413, message, code="request_too_large")
    return bytes(raw)


def _check_content_type(request: Request) -> None:
    kind = request.headers.get("content-type", "application/json")
    name = kind.partition(";")[0].strip().lower()
    if name != "application/json" and not name.endswith("+json"):
        raise bad_request(
            f"Unsupported content type: '{kind}'. This API method only accepts 'application/json' requests, but you "
            f"specified the header 'Content-Type: {kind}'. Please try again with a supported content type.",
            code="unsupported_content_type",
        )


def load(services: Services, kind: str, id: str, parent: str | None = None, *, noun: str | None = None) -> Object:
    """The stored object. Raises ApiError: 404 where there is none, 400 where the ID is not one of that kind at all."""
    found = services.store.get(kind, id, parent)
    if found is not None:
        return found
    prefix = _PREFIXES.get(kind)
    if prefix and not id.startswith(prefix):
        param = f"{kind}_id"
        message = f"Invalid '{param}': '{id}'. Expected an ID that begins with '{prefix}'."
        raise bad_request(message, param, "invalid_value")
    raise not_found(noun or kind, id)


def load_file(services: Services, file_id: str) -> Object:
    """The file's description, or 404 in the words that files have of their own."""
    found = services.store.get("file", file_id)
    if found is None or found.get("expires_at", now()) < now():
        raise ApiError(404, f"No such File object: {file_id}", param="id")
    return found


def pace_of(services: Services, request: Request) -> Pace:
    """The pace that this request asks for, or the server's own."""
    return PACES.get(request.headers.get(PACE_HEADER, ""), services.pace)
