"""Conversations and their items (reference: Conversations)."""

from typing import Any

from starlette.requests import Request

from ..errors import ApiError
from ..history import add_items, find_item, items_of, remove_item
from ..ids import long_id
from ..objects import deleted, now
from ..pages import page_of, whole_list
from ..response_objects import shown_item
from ..services import Services
from .endpoint import read_body, route
from .items import check_twice, take_items
from .responses import read_include

Object = dict[str, Any]


async def create(services: Services, request: Request) -> Object:
    """POST /conversations"""
    body = await read_body(request, "conversations.create")
    items = take_items(services, body.get("items") or [], "items")
    check_twice(items, "items")
    conversation: Object = {
        "id": long_id("conv_"),
        "object": "conversation",
        "created_at": now(),
        "metadata": body.get("metadata") or {},
    }
    services.store.add("conversation", conversation)
    add_items(services.store, conversation["id"], items)
    return conversation


async def retrieve(services: Services, request: Request) -> Object:
    """GET /conversations/{conversation_id}"""
    return _load(services, request)


async def update(services: Services, request: Request) -> Object:
    """POST /conversations/{conversation_id}: metadata only."""
    body = await read_body(request, "conversations.update")
    return services.store.save(_load(services, request) | {"metadata": body["metadata"] or {}})


async def delete(services: Services, request: Request) -> Object:
    """DELETE /conversations/{conversation_id}; responses that were in it stay."""
    conversation = _load(services, request)
    services.store.remove(conversation["id"])
    return deleted(conversation["id"], "conversation.deleted")


async def create_items(services: Services, request: Request) -> Object:
    """POST /conversations/{conversation_id}/items"""
    body = await read_body(request, "conversation_items.create")
    conversation = _load(services, request)
    include = read_include(request)
    items = take_items(services, body["items"], "items")
    check_twice([*items_of(services.store, conversation["id"]), *items], "items")
    add_items(services.store, conversation["id"], items)
    return whole_list([shown_item(item, include) for item in items])


async def list_items(services: Services, request: Request) -> Object:
    """GET /conversations/{conversation_id}/items"""
    conversation = _load(services, request)
    include = read_include(request)
    items = [shown_item(item, include) for item in items_of(services.store, conversation["id"])]
    return page_of(items, request.query_params, noun="item")


async def retrieve_item(services: Services, request: Request) -> Object:
    """GET /conversations/{conversation_id}/items/{item_id}"""
    return shown_item(_load_item(services, request), read_include(request))


async def delete_item(services: Services, request: Request) -> Object:
    """DELETE /conversations/{conversation_id}/items/{item_id}, which answers with the conversation."""
    conversation = _load(services, request)
    item = _load_item(services, request)
    remove_item(services.store, conversation["id"], item["id"])
    return conversation


def _load(services: Services, request: Request) -> Object:
    conversation_id = request.path_params["conversation_id"]
    conversation = services.store.get("conversation", conversation_id)
    if conversation is None:
        raise ApiError(404, f"Conversation with id '{conversation_id}' not found.")
    return conversation


def _load_item(services: Services, request: Request) -> Object:
    conversation = _load(services, request)
    item_id = request.path_params["item_id"]
    item = find_item(services.store, conversation["id"], item_id)
    if item is None:
        raise ApiError(404, f"Item with id '{item_id}' not found in conversation '{conversation['id']}'.")
    return item


ROUTES = [
    route("POST", "/conversations", create),
    route("GET", "/conversations/{conversation_id}", retrieve),
    route("POST", "/conversations/{conversation_id}", update),
    route("DELETE", "/conversations/{conversation_id}", delete),
    route("POST", "/conversations/{conversation_id}/items", create_items),
    route("GET", "/conversations/{conversation_id}/items", list_items),
    route("GET", "/conversations/{conversation_id}/items/{item_id}", retrieve_item),
    route("DELETE", "/conversations/{conversation_id}/items/{item_id}", delete_item),
]
