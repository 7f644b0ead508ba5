"""Threads (reference: Threads)."""

from typing import Any

from starlette.requests import Request

from ..objects import deleted, new_thread, shown_resources
from ..services import Services
from .endpoint import load, read_body, route
from .messages import add_message, check_message
from .resources import check_resources, make_stores

Object = dict[str, Any]


async def create(services: Services, request: Request) -> Object:
    """POST /threads"""
    return create_thread(services, await read_body(request, "threads.create"))


def create_thread(services: Services, body: Object, path: str = "") -> Object:
    """A new thread with its first messages, all of it or nothing. `path` says where the body stands in the request."""
    check_resources(services, body, path)
    messages = body.get("messages") or []
    for number, message in enumerate(messages):
        check_message(services, message, f"{path}messages[{number}].")
    body = body | {"tool_resources": make_stores(services, body.get("tool_resources"))}
    with services.store.transaction():
        thread = services.store.add("thread", new_thread(body))
        for message in messages:
            add_message(services, thread["id"], message)
    return load(services, "thread", thread["id"])


async def retrieve(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}"""
    return load(services, "thread", request.path_params["thread_id"])


async def update(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}: metadata and tool_resources."""
    body = await read_body(request, "threads.update")
    thread = load(services, "thread", request.path_params["thread_id"])
    check_resources(services, body)
    if "tool_resources" in body:
        body["tool_resources"] = thread["tool_resources"] | shown_resources(
            make_stores(services, body["tool_resources"])
        )
    return services.store.save(thread | body)


async def delete(services: Services, request: Request) -> Object:
    """DELETE /threads/{thread_id}, with its messages, runs and code interpreter session."""
    thread = load(services, "thread", request.path_params["thread_id"])
    active = services.engine.active_run(thread["id"])
    if active:
        services.engine.cancel(active)
    services.store.remove(thread["id"])
    await services.interpreter.forget(thread["id"])
    return deleted(thread["id"], "thread.deleted")


ROUTES = [
    route("POST", "/threads", create),
    route("GET", "/threads/{thread_id}", retrieve),
    route("POST", "/threads/{thread_id}", update),
    route("DELETE", "/threads/{thread_id}", delete),
]
