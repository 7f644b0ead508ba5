"""Runs (reference: Runs)."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ..engine.states import FINISHED
from ..errors import bad_request
from ..objects import new_run
from ..pages import list_page
from ..services import Services
from .assistants import check_files
from .endpoint import load, pace_of, read_body, route
from .messages import add_message, check_message
from .threads import create_thread

Object = dict[str, Any]


async def create(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/runs"""
    body = await read_body(request, "runs.create")
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    return shown(_start(services, request, thread_id, body))


async def create_with_thread(services: Services, request: Request) -> Object:
    """POST /threads/runs"""
    body = await read_body(request, "threads.create_and_run")
    load(services, "assistant", body["assistant_id"])
    _refuse_streaming(body)
    check_files(services, body)
    thread = create_thread(services, (body.get("thread") or {}) | _given(body, "tool_resources"))
    return shown(_start(services, request, thread["id"], body))


def _start(services: Services, request: Request, thread_id: str, body: Object) -> Object:
    assistant = load(services, "assistant", body["assistant_id"])
    _refuse_streaming(body)
    active = services.engine.active_run(thread_id)
    if active:
        raise bad_request(f"Thread {thread_id} already has an active run {active['id']}.")
    messages = body.get("additional_messages") or []
    for number, message in enumerate(messages):
        check_message(services, message, f"additional_messages[{number}].")
    with services.store.transaction():
        for message in messages:
            add_message(services, thread_id, message)
        run = services.store.add("run", new_run(thread_id, assistant, body), thread_id)
    services.engine.start(run, pace_of(services, request))
    return run


def _refuse_streaming(body: Object) -> None:
    if body.get("stream"):
        raise bad_request(
            "Streaming is not available on this server yet. Create the run without 'stream' and poll it.", "stream"
        )


async def retrieve(services: Services, request: Request) -> Response:
    """GET /threads/{thread_id}/runs/{run_id}"""
    run = _load_run(services, request)
    services.engine.saw(run["id"])
    # The SDK's own polling helpers wait as long as this header says.
    wait = {"openai-poll-after-ms": str(pace_of(services, request).poll_after_ms)}
    return JSONResponse(shown(run), headers=wait)


async def update(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/runs/{run_id}: metadata only."""
    body = await read_body(request, "runs.update")
    return shown(services.store.save(_load_run(services, request) | body))


async def list_all(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/runs"""
    thread_id = request.path_params["thread_id"]
    load(services, "thread", thread_id)
    return list_page(services.store, request.query_params, "run", thread_id, noun="run", shape=shown)


async def cancel(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/runs/{run_id}/cancel"""
    run = _load_run(services, request)
    if run["status"] in FINISHED:
        raise bad_request(f"Cannot cancel run with status '{run['status']}'.")
    return shown(run if run["status"] == "cancelling" else services.engine.cancel(run))


async def submit_tool_outputs(services: Services, request: Request) -> Object:
    """POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs"""
    body = await read_body(request, "runs.submit_tool_outputs")
    run = _load_run(services, request)
    _refuse_streaming(body)
    if run["status"] != "requires_action":
        raise bad_request(f'Runs in status "{run["status"]}" do not accept tool outputs.')
    asked = [call["id"] for call in run["required_action"]["submit_tool_outputs"]["tool_calls"]]
    outputs = {output.get("tool_call_id", ""): output.get("output") or "" for output in body["tool_outputs"]}
    if set(outputs) != set(asked):
        raise bad_request(f"Expected tool outputs for call_ids {asked}, got {list(outputs)}")
    return shown(services.engine.submit(run, outputs, pace_of(services, request)))


async def list_steps(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/runs/{run_id}/steps"""
    run = _load_run(services, request)
    query = {**request.query_params, "run_id": run["id"]}
    return list_page(services.store, query, "step", run["thread_id"], noun="run step", filters=("run_id",))


async def retrieve_step(services: Services, request: Request) -> Object:
    """GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}"""
    run = _load_run(services, request)
    return load(services, "step", request.path_params["step_id"], run["thread_id"], noun="run step")


def shown(run: Object) -> Object:
    """The run as it goes over the wire: its usage is told when the model has finished."""
    return run | {"usage": None} if run["status"] in ("queued", "in_progress", "cancelling") else run


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
