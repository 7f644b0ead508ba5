"""Messages (reference: Messages)."""

from typing import Any

from starlette.requests import Request

from ..errors import bad_request
from ..objects import deleted, new_message
from ..pages import list_page
from ..services import Services
from .endpoint import load, load_file, read_body, route
from .resources import attach

Object = dict[str, Any]

# Said by the original's error text; the description itself has no limit.
LONGEST_TEXT = 256_000


async def create(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/messages"""
    body = await read_body(request, "messages.create")
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    check_message(services, body)
    active = services.engine.active_run(thread_id)
    if active:
        raise bad_request(f"Can't add messages to {thread_id} while a run {active['id']} is active.")
    with services.store.transaction():
        return add_message(services, thread_id, body)


def check_message(services: Services, body: Object, path: str = "") -> None:
    """What the description cannot say: the text is not empty and not too long, and the files exist."""
    content = body["content"]
    parts: list[Object] = [{"type": "text", "text": content}] if isinstance(content, str) else content
    for part in parts:
        if part["type"] == "text":
            _check_text(part["text"], f"{path}content")
        elif part["type"] == "image_file":
            load_file(services, part["image_file"]["file_id"])
    for attachment in body.get("attachments") or []:
        load_file(services, attachment["file_id"])


def _check_text(text: str, param: str) -> None:
    if not text.strip():
        raise bad_request("Message content must be non-empty.", param)
    if len(text) > LONGEST_TEXT:
        raise bad_request(
            f"Invalid '{param}': string too long. Expected a string with maximum length {LONGEST_TEXT}, "
            f"but got a string with length {len(text)} instead.",
            param,
            "string_above_max_length",
        )


def add_message(services: Services, thread_id: str, body: Object) -> Object:
    """Append a checked message; its attachments join the thread's files. Call it inside a transaction."""
    message = services.store.add("message", new_message(thread_id, body), thread_id)
    if message["attachments"]:
        thread = load(services, "thread", thread_id)
        for attachment in message["attachments"]:
            attach(services, thread, attachment)
        services.store.save(thread)
    return message


async def retrieve(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/messages/{message_id}"""
    return _load_message(services, request)


async def update(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/messages/{message_id}: metadata only."""
    body = await read_body(request, "messages.update")
    return services.store.save(_load_message(services, request) | body)


async def list_all(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/messages"""
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    return list_page(services.store, request.query_params, "message", thread_id, noun="message", filters=("run_id",))


async def delete(services: Services, request: Request) -> Object:
    """DELETE /threads/{thread_id}/messages/{message_id}"""
    message = _load_message(services, request)
    services.store.remove(message["id"])
    return deleted(message["id"], "thread.message.deleted")


def _load_message(services: Services, request: Request) -> Object:
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    return load(services, "message", request.path_params["message_id"], thread_id)


ROUTES = [
    route("POST", "/threads/{thread_id}/messages", create),
    route("GET", "/threads/{thread_id}/messages", list_all),
    route("GET", "/threads/{thread_id}/messages/{message_id}", retrieve),
    route("POST", "/threads/{thread_id}/messages/{message_id}", update),
    route("DELETE", "/threads/{thread_id}/messages/{message_id}", delete),
]
