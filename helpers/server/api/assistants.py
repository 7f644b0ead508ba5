"""Assistants (reference: Assistants)."""

from typing import Any

from starlette.requests import Request

from ..objects import deleted, new_assistant, shown_resources, shown_tools
from ..pages import list_page
from ..services import Services
from ..strict_schemas import check_strict
from .endpoint import load, read_body, route
from .resources import check_resources, make_stores

Object = dict[str, Any]


async def create(services: Services, request: Request) -> Object:
    """POST /assistants"""
    body = await read_body(request, "assistants.create")
    check_strict(body)
    check_resources(services, body)
    body["tool_resources"] = make_stores(services, body.get("tool_resources"))
    return services.store.add("assistant", new_assistant(body))


async def retrieve(services: Services, request: Request) -> Object:
    """GET /assistants/{assistant_id}"""
    return load(services, "assistant", request.path_params["assistant_id"])


async def update(services: Services, request: Request) -> Object:
    """POST /assistants/{assistant_id}: only the fields sent are replaced."""
    body = await read_body(request, "assistants.update")
    check_strict(body)
    assistant = load(services, "assistant", request.path_params["assistant_id"])
    check_resources(services, body)
    if "tools" in body:
        body["tools"] = shown_tools(body["tools"])
    if "tool_resources" in body:
        body["tool_resources"] = assistant["tool_resources"] | shown_resources(
            make_stores(services, body["tool_resources"])
        )
    return services.store.save(assistant | body)


async def list_all(services: Services, request: Request) -> Object:
    """GET /assistants"""
    return list_page(services.store, request.query_params, "assistant", noun="assistant")


async def delete(services: Services, request: Request) -> Object:
    """DELETE /assistants/{assistant_id}"""
    assistant = load(services, "assistant", request.path_params["assistant_id"])
    services.store.remove(assistant["id"])
    return deleted(assistant["id"], "assistant.deleted")


ROUTES = [
    route("POST", "/assistants", create),
    route("GET", "/assistants", list_all),
    route("GET", "/assistants/{assistant_id}", retrieve),
    route("POST", "/assistants/{assistant_id}", update),
    route("DELETE", "/assistants/{assistant_id}", delete),
]
