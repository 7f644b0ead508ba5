"""Responses (reference: Responses)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..engine.pictures import LARGEST, SMALLEST, size_of
from ..engine.responder import AT_WORK
from ..engine.response_context import names
from ..errors import ApiError, bad_request
from ..history import items_before, items_of
from ..library import expired
from ..objects import deleted
from ..pages import page_of
from ..response_objects import new_response, shown_item, shown_response
from ..services import Services
from ..strict_schemas import check_strict_response
from ..tools.file_search.filters import compile_filter
from ..validation import validate
from .endpoint import load, load_file, pace_of, read_body, route
from .event_stream import event_stream
from .items import check_items, take_items

Object = dict[str, Any]


async def create(services: Services, request: Request) -> Object | Response:
    """POST /responses"""
    body = await read_body(request, "responses.create")
    conversation_id = _conversation_of(services, body)
    before = _before(services, body, conversation_id)
    _check_tools(services, body)
    check_strict_response(body)
    given = take_items(services, body.get("input") or [], "input")
    check_items([*before, *given], "input")
    response = new_response(body, conversation_id)
    row = {"id": response["id"], "response": response, "input": given}
    include = body.get("include") or []
    stream = bool(body.get("stream"))
    services.responder.start(row, include, pace_of(services, request), keep_events=stream)
    if stream:
        events = services.responder.events(response["id"])
        assert events, "they are kept"
        return event_stream(events, done=False)
    if not response["background"]:
        await services.responder.wait(response["id"])
    return shown_response(response, include)


def _conversation_of(services: Services, body: Object) -> str | None:
    """The conversation that the response belongs to. Raises ApiError for what the description says in prose only."""
    if not body.get("model"):
        raise bad_request("Missing required parameter: 'model'.", "model", "missing_required_parameter")
    if body.get("prompt"):
        message = "Prompt templates are not here: give 'instructions' and 'input' in the request itself."
        raise bad_request(message, "prompt", "unsupported_parameter")
    if body.get("background") and body.get("store") is False:
        raise bad_request("Background mode requires 'store' to be true.", "background", "invalid_value")
    conversation = body.get("conversation")
    if not conversation:
        return None
    if body.get("previous_response_id"):
        raise bad_request(
            "Mutually exclusive parameters: 'previous_response_id' and 'conversation'. Ensure you are only providing "
            "one of them.",
            "previous_response_id",
            "mutually_exclusive_parameters",
        )
    conversation_id: str = conversation if isinstance(conversation, str) else conversation["id"]
    if services.store.get("conversation", conversation_id) is None:
        raise ApiError(404, f"Conversation with id '{conversation_id}' not found.", param="conversation")
    if services.responder.is_busy(conversation_id):
        raise bad_request(
            "Another process is currently operating on this conversation. Please retry in a few seconds.",
            "conversation",
            "conversation_locked",
        )
    return conversation_id


def _before(services: Services, body: Object, conversation_id: str | None) -> list[Object]:
    """What was said before."""
    if conversation_id:
        return items_of(services.store, conversation_id)
    previous_id = body.get("previous_response_id")
    if previous_id:
        previous = services.store.get("response", previous_id)
        if previous is None:
            message = f"Previous response with id '{previous_id}' not found."
            raise bad_request(message, "previous_response_id", "previous_response_not_found")
        if previous["response"]["status"] in AT_WORK:
            message = f"Previous response with id '{previous_id}' has not ended yet."
            raise bad_request(message, "previous_response_id", "invalid_value")
        return [*items_before(services.store, previous), *previous["input"], *previous["response"]["output"]]
    if not body.get("input"):
        message = 'One of "input" or "previous_response_id" or "conversation" must be provided.'
        raise bad_request(message, "input", "missing_required_parameter")
    return []


def _check_tools(services: Services, body: Object) -> None:
    """The things that tools name are there, and so is the tool that is chosen."""
    tools = body.get("tools") or []
    for number, tool in enumerate(tools):
        path = f"tools[{number}]"
        match tool["type"]:
            case "file_search":
                _check_search(services, tool, path)
            case "code_interpreter":
                _check_container(services, tool["container"], f"{path}.container")
            case "image_generation" if size_of(tool.get("size") or "auto") is None:
                message = (
                    f"Invalid size: '{tool['size']}'. Expected 'auto' or WIDTHxHEIGHT, each side from {SMALLEST} to "
                    f"{LARGEST} pixels."
                )
                raise bad_request(message, f"{path}.size", "invalid_value")
    choice = body.get("tool_choice")
    if isinstance(choice, dict):
        wanted = choice["tools"] if choice["type"] == "allowed_tools" else [choice]
        for one in wanted:
            if not any(names(one, tool) for tool in tools):
                spoken = one.get("name") or one.get("type")
                raise bad_request(f"Tool choice '{spoken}' not found in 'tools' parameter.", "tool_choice")


def _check_search(services: Services, tool: Object, path: str) -> None:
    for store_id in tool["vector_store_ids"]:
        if services.library.is_expired(load(services, "vector_store", store_id, noun="vector store")):
            raise bad_request(expired(store_id), f"{path}.vector_store_ids", "vector_store_expired")
    if tool.get("filters"):
        try:
            compile_filter(tool["filters"])
        except ValueError as wrong:
            raise bad_request(f"Invalid '{path}.filters': {wrong}", f"{path}.filters", "invalid_value") from None


def _check_container(services: Services, container: str | Object, path: str) -> None:
    if isinstance(container, str):
        check_container(services, container)
        return
    for file_id in container.get("file_ids") or ():
        load_file(services, file_id)
    if (container.get("network_policy") or {}).get("type") == "allowlist":
        raise bad_request("Containers have no network here.", f"{path}.network_policy", "unsupported_value")


def check_container(services: Services, container_id: str) -> Object:
    """The container. Raises ApiError: 404 where there is none, 400 where it has expired."""
    found = services.containers.find(container_id)
    if found is None:
        raise ApiError(404, f"Container with id '{container_id}' not found.")
    if found["status"] != "running":
        raise bad_request("Container is expired.", code="container_expired")
    return found


async def retrieve(services: Services, request: Request) -> Object | Response:
    """GET /responses/{response_id}, which can also stream the events once more."""
    row = _load(services, request)
    include = read_include(request)
    if request.query_params.get("stream", "").lower() == "true":
        events = services.responder.events(row["id"], _starting_after(request))
        if events is None:
            raise bad_request("Only a response that was created with 'stream' can be streamed, and not for ever.")
        return event_stream(events, done=False)
    return shown_response(services.responder.look(row["response"]), include)


async def delete(services: Services, request: Request) -> Object:
    """DELETE /responses/{response_id}"""
    row = _load(services, request)
    services.responder.cancel(row["id"])
    services.store.remove(row["id"])
    return deleted(row["id"], "response")


async def cancel(services: Services, request: Request) -> Object:
    """POST /responses/{response_id}/cancel: background responses only."""
    response: Object = _load(services, request)["response"]
    if not response["background"]:
        raise bad_request("Cannot cancel a synchronous response.")
    if response["status"] not in (*AT_WORK, "cancelled"):
        raise bad_request(f"Cannot cancel a {response['status']} response.")
    return shown_response(services.responder.cancel(response["id"]) or response)


async def list_input_items(services: Services, request: Request) -> Object:
    """GET /responses/{response_id}/input_items: all that the model was shown, with what was said before."""
    row = _load(services, request)
    include = read_include(request)
    items = [*items_before(services.store, row), *row["input"]]
    return page_of([shown_item(item, include) for item in items], request.query_params, noun="item")


def read_include(request: Request) -> list[str]:
    """The query's `include`. Raises ApiError for anything that it cannot name."""
    asked = [*request.query_params.getlist("include[]"), *request.query_params.getlist("include")]
    validate("responses.create", {"include": asked})
    return asked


def _starting_after(request: Request) -> int:
    given = request.query_params.get("starting_after")
    if not given:
        return -1
    if not given.isdecimal() or len(given) > 18:
        raise bad_request("Invalid type for 'starting_after': expected an integer.", "starting_after", "invalid_type")
    return int(given)


def _load(services: Services, request: Request) -> Object:
    response_id = request.path_params["response_id"]
    row = services.store.get("response", response_id)
    if row is None:
        raise ApiError(404, f"Response with id '{response_id}' not found.")
    return row


ROUTES = [
    route("POST", "/responses", create),
    route("GET", "/responses/{response_id}", retrieve),
    route("DELETE", "/responses/{response_id}", delete),
    route("POST", "/responses/{response_id}/cancel", cancel),
    route("GET", "/responses/{response_id}/input_items", list_input_items),
]
