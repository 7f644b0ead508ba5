"""Runs (reference: Runs)."""

from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..engine.states import FINISHED
from ..errors import bad_request
from ..objects import new_run, shown_run, shown_step
from ..pages import list_page
from ..services import Services
from ..strict_schemas import check_strict
from .endpoint import load, pace_of, read_body, route
from .event_stream import event_stream
from .messages import add_message, check_message
from .resources import check_resources
from .threads import create_thread

Object = dict[str, Any]

SEARCH_CONTENT = "step_details.tool_calls[*].file_search.results[*].content"


async def create(services: Services, request: Request) -> Object | Response:
    """POST /threads/{thread_id}/runs"""
    body = await read_body(request, "runs.create")
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    run = _new_run(services, thread_id, body)
    return _start(services, request, run, body)


async def create_with_thread(services: Services, request: Request) -> Object | Response:
    """POST /threads/runs"""
    body = await read_body(request, "threads.create_and_run")
    check_run(load(services, "assistant", body["assistant_id"]), body)
    check_resources(services, body)
    thread = create_thread(services, (body.get("thread") or {}) | _given(body, "tool_resources"), "thread.")
    run = _new_run(services, thread["id"], body)
    return _start(services, request, run, body, thread)


def _new_run(services: Services, thread_id: str, body: Object) -> Object:
    """The queued run, with the messages that came along in the thread. It does not move yet."""
    assistant = load(services, "assistant", body["assistant_id"])
    check_run(assistant, body)
    active = services.engine.active_run(thread_id)
    if active:
        raise bad_request(f"Thread {thread_id} already has an active run {active['id']}.")
    messages = body.get("additional_messages") or []
    for number, message in enumerate(messages):
        check_message(services, message, f"additional_messages[{number}].")
    with services.store.transaction():
        for message in messages:
            add_message(services, thread_id, message)
        return services.store.add("run", new_run(thread_id, assistant, body), thread_id)


def check_run(assistant: Object, body: Object) -> None:
    """What the description says in prose only: a tool that is chosen is there, last_messages comes with its number."""
    check_strict(body)
    strategy = body.get("truncation_strategy") or {}
    if strategy.get("type") == "last_messages" and strategy.get("last_messages") is None:
        param = "truncation_strategy.last_messages"
        raise bad_request(f"Missing required parameter: '{param}'.", param, "missing_required_parameter")
    choice = body.get("tool_choice")
    if not isinstance(choice, dict):
        return
    tools = assistant["tools"] if body.get("tools") is None else body["tools"]
    if choice["type"] == "function":
        if "function" not in choice:
            param = "tool_choice.function"
            raise bad_request(f"Missing required parameter: '{param}'.", param, "missing_required_parameter")
        name = choice["function"]["name"]
        if not any(tool["type"] == "function" and tool["function"]["name"] == name for tool in tools):
            message = (
                f"Invalid value for 'tool_choice': no function named {name} was specified in the 'tools' parameter."
            )
            raise bad_request(message, "tool_choice")
    elif not any(tool["type"] == choice["type"] for tool in tools):
        message = f"Invalid value for 'tool_choice': no {choice['type']} tool was specified in the 'tools' parameter."
        raise bad_request(message, "tool_choice")


def _start(
    services: Services, request: Request, run: Object, body: Object, thread: Object | None = None
) -> Object | Response:
    """Let the run go, and answer with it, or with the stream of its events."""
    engine, pace = services.engine, pace_of(services, request)
    if not body.get("stream"):
        engine.start(run, pace)
        return shown_run(run)
    events = engine.events.listen(run["id"])
    if thread:
        engine.events.publish(run["id"], "thread.created", thread)
    for name in ("thread.run.created", "thread.run.queued"):
        engine.events.publish(run["id"], name, run)
    engine.start(run, pace)
    return event_stream(events)


async def retrieve(services: Services, request: Request) -> Response:
    """GET /threads/{thread_id}/runs/{run_id}"""
    run = services.engine.look(_load_run(services, request))
    # The SDK's own polling helpers wait as long as this header says.
    wait = {"openai-poll-after-ms": str(pace_of(services, request).poll_after_ms)}
    return JSONResponse(shown_run(run), headers=wait)


async def update(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/runs/{run_id}: metadata only."""
    body = await read_body(request, "runs.update")
    return shown_run(services.store.save(_load_run(services, request) | body))


async def list_all(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/runs"""
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    return list_page(services.store, request.query_params, "run", thread_id, noun="run", shape=shown_run)


async def cancel(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/runs/{run_id}/cancel"""
    run = _load_run(services, request)
    if run["status"] in FINISHED:
        raise bad_request(f"Cannot cancel run with status '{run['status']}'.")
    return shown_run(run if run["status"] == "cancelling" else services.engine.cancel(run))


async def submit_tool_outputs(services: Services, request: Request) -> Object | Response:
    """POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs"""
    body = await read_body(request, "runs.submit_tool_outputs")
    run = services.engine.look(_load_run(services, request))
    if run["status"] != "requires_action":
        raise bad_request(f'Runs in status "{run["status"]}" do not accept tool outputs.')
    asked = [call["id"] for call in run["required_action"]["submit_tool_outputs"]["tool_calls"]]
    outputs = {output.get("tool_call_id", ""): output.get("output") or "" for output in body["tool_outputs"]}
    if set(outputs) != set(asked):
        raise bad_request(f"Expected tool outputs for call_ids {asked}, got {list(outputs)}")
    events = services.engine.events.listen(run["id"]) if body.get("stream") else None
    run = services.engine.submit(run, outputs, pace_of(services, request))
    return event_stream(events) if events else shown_run(run)


async def list_steps(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/runs/{run_id}/steps"""
    run = _load_run(services, request)
    query = {**request.query_params, "run_id": run["id"]}
    shape = partial(shown_step, with_content=_wants_content(request))
    return list_page(services.store, query, "step", run["thread_id"], noun="run step", filters=("run_id",), shape=shape)


async def retrieve_step(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}"""
    run = _load_run(services, request)
    step = load(services, "step", request.path_params["step_id"], run["thread_id"], noun="run step")
    return shown_step(step, with_content=_wants_content(request))


def _wants_content(request: Request) -> bool:
    """True where `include` asks for the passages of searches. Raises ApiError for anything else that it asks for."""
    asked = [*request.query_params.getlist("include[]"), *request.query_params.getlist("include")]
    for field in asked:
        if field != SEARCH_CONTENT:
            message = f"Invalid value: '{field}'. Supported values are: '{SEARCH_CONTENT}'."
            raise bad_request(message, "include", "invalid_value")
    return bool(asked)


def _given(body: Object, key: str) -> Object:
    return {key: body[key]} if body.get(key) else {}


def _load_run(services: Services, request: Request) -> Object:
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    return load(services, "run", request.path_params["run_id"], thread_id)


ROUTES = [
    route("POST", "/threads/runs", create_with_thread),
    route("POST", "/threads/{thread_id}/runs", create),
    route("GET", "/threads/{thread_id}/runs", list_all),
    route("GET", "/threads/{thread_id}/runs/{run_id}", retrieve),
    route("POST", "/threads/{thread_id}/runs/{run_id}", update),
    route("POST", "/threads/{thread_id}/runs/{run_id}/cancel", cancel),
    route("POST", "/threads/{thread_id}/runs/{run_id}/submit_tool_outputs", submit_tool_outputs),
    route("GET", "/threads/{thread_id}/runs/{run_id}/steps", list_steps),
    route("GET", "/threads/{thread_id}/runs/{run_id}/steps/{step_id}", retrieve_step),
]
