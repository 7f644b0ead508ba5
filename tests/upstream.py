"""A live service that is none: it answers as told, with every fault that a real one may have, and keeps what it got."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import uvicorn
from openai.types.chat.completion_create_params import CompletionCreateParamsStreaming
from pydantic import TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from helpers.server.errors import ApiError
from helpers.server.process import bind
from helpers.server.validation import validate

Object = dict[str, Any]
_CHAT: TypeAdapter[Any] = TypeAdapter(CompletionCreateParamsStreaming)
KEY = "sk-secret-0123456789"


class Upstream:
    """`answers` are played one after the other: a Response, or the data of a stream's events."""

    def __init__(self, *answers: Response | Sequence[Object | str], models: Sequence[Object | str] = ("gpt-9-mini",)):
        self.answers = list(answers)
        self.requests: list[Object] = []
        self.asked = threading.Event()
        self.violations: list[str] = []
        self.models = [{"id": model} if isinstance(model, str) else model for model in models]
        self.url = ""
        self.app = Starlette(
            routes=[
                Route("/v1/models", self._models),
                Route("/v1/chat/completions", self._answer, methods=["POST"]),
                Route("/v1/responses", self._answer, methods=["POST"]),
                Route("/v1/images/generations", self._answer, methods=["POST"]),
            ]
        )

    async def _models(self, request: Request) -> Response:
        if request.headers["authorization"] not in (f"Bearer {KEY}", "Bearer none"):
            return error(401, f"Incorrect API key provided: {request.headers['authorization'][7:]}", "invalid_api_key")
        data = [{"object": "model", "created": 0, "owned_by": "test"} | model for model in self.models]
        return JSONResponse({"object": "list", "data": data})

    async def _answer(self, request: Request) -> Response:
        body = await request.json()
        self.requests.append(body)
        self.violations += _violations(request.url.path, body)
        self.asked.set()
        answer = self.answers.pop(0)
        return (
            answer
            if isinstance(answer, Response)
            else StreamingResponse(_lines(answer), media_type="text/event-stream")
        )


def _violations(path: str, body: Object) -> list[str]:
    """What the request breaks of the official description, or of the SDK's types where that has no such operation."""
    try:
        if path.endswith("/responses"):
            validate("responses.create", body)
        elif path.endswith("/chat/completions"):
            _CHAT.validate_python(body)
    except (ApiError, ValidationError) as error:
        return [str(error)]
    return []


async def _lines(events: Sequence[Object | str]) -> AsyncIterator[str]:
    for event in events:
        if event == "<cut>":
            raise ConnectionResetError
        if event == "<hang>":
            await asyncio.sleep(3600)
        yield f"data: {event if isinstance(event, str) else json.dumps(event)}\n\n"


@contextmanager
def listening(upstream: Upstream) -> Iterator[Upstream]:
    """The upstream at `upstream.url`, as long as the block lasts. Fails for a request that breaks the description."""
    listener = bind(0, fall_back=False)
    server = uvicorn.Server(uvicorn.Config(upstream.app, log_level="critical", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    upstream.url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    try:
        yield upstream
    finally:
        server.should_exit = True
        thread.join()
    assert upstream.violations == []


def error(status: int, message: str, code: str | None = None, param: str | None = None, **headers: str) -> Response:
    """An error in the API's own shape. Without `x-should-retry` the SDK would ask again."""
    body = {"error": {"message": message, "type": "error", "code": code, "param": param}}
    return JSONResponse(
        body, status, {"x-should-retry": "false"} | {k.replace("_", "-"): v for k, v in headers.items()}
    )


# ------------------------------------------------------------------------------------------------- Chat Completions ---


def chat(*deltas: Object, finish: str | None = "stop", usage: tuple[int, int] | None = (11, 7)) -> list[Object | str]:
    """A stream of chat completion chunks."""
    chunk = {"id": "c", "object": "chat.completion.chunk", "created": 0, "model": "m"}
    events: list[Object | str] = [
        chunk | {"choices": [{"index": 0, "delta": delta, "finish_reason": None}]} for delta in deltas
    ]
    if finish:
        events.append(chunk | {"choices": [{"index": 0, "delta": {}, "finish_reason": finish}]})
    if usage:
        count = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
        events.append(chunk | {"choices": [], "usage": count})
    return [*events, "[DONE]"]


def said(*pieces: str, **options: Any) -> list[Object | str]:
    """Words, piece by piece."""
    return chat(*({"content": piece} for piece in pieces), **options)


def called(*calls: tuple[str, str], **options: Any) -> list[Object | str]:
    """Tool calls (name, arguments), their arguments in two halves."""
    deltas: list[Object] = []
    for index, (name, arguments) in enumerate(calls):
        half = len(arguments) // 2
        first = {"index": index, "id": f"call_{index}", "type": "function"}
        deltas.append({"tool_calls": [first | {"function": {"name": name, "arguments": arguments[:half]}}]})
        deltas.append({"tool_calls": [{"index": index, "function": {"arguments": arguments[half:]}}]})
    return chat(*deltas, finish="tool_calls", **options)


# -------------------------------------------------------------------------------------------------------- Responses ---


def response(
    *items: Object, text: Sequence[str] = (), reason: str | None = None, status: str = "completed"
) -> list[Object | str]:
    """A stream of the Responses API: words, then finished output items."""
    events: list[Object] = [
        {
            "type": "response.output_text.delta",
            "delta": piece,
            "item_id": "m",
            "output_index": 0,
            "content_index": 0,
            "logprobs": [],
        }
        for piece in text
    ]
    events += [
        {"type": "response.output_item.done", "output_index": place, "item": item} for place, item in enumerate(items)
    ]
    whole = {
        "id": "resp",
        "object": "response",
        "created_at": 0,
        "model": "m",
        "output": [],
        "status": status,
        "error": {"code": "server_error", "message": "It broke."} if status == "failed" else None,
        "incomplete_details": {"reason": reason} if reason else None,
        "usage": {
            "input_tokens": 11,
            "output_tokens": 7,
            "total_tokens": 18,
            "input_tokens_details": {"cached_tokens": 0},
            "output_tokens_details": {"reasoning_tokens": 0},
        },
    }
    events.append({"type": f"response.{status}", "response": whole})
    return [event | {"sequence_number": number} for number, event in enumerate(events)]


def function_call(name: str, arguments: str, call_id: str = "call_0") -> Object:
    """An output item that calls a function."""
    return {
        "type": "function_call",
        "id": "fc",
        "call_id": call_id,
        "name": name,
        "arguments": arguments,
        "status": "completed",
    }
