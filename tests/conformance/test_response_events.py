"""Every event of every kind of response, against the official description and against the SDK's own types, strictly."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from openai import OpenAI
from openai.types.responses import ResponseStreamEvent
from pydantic import TypeAdapter

from helpers.server.providers.base import ProviderError, TextDelta, ToolCallDelta, ToolCallStart, Usage
from helpers.settings import MODEL
from tests.conformance.wire import Event, described, events_of, validator_of
from tests.deep import needs_description
from tests.providers import Script, Waits, call, run_code, say

needs_description()

EVERYTHING = ["file_search_call.results", "code_interpreter_call.outputs", "message.output_text.logprobs"]
FUNCTION = {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}}}
LOOK = [ToolCallStart("s", "file_search"), ToolCallDelta("s", "refund days"), Usage(10, 5)]
PAINT = [ToolCallStart("i", "image_generation"), ToolCallDelta("i", "a hill"), Usage(10, 5)]
FIGURE = """
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()
print("drawn")
open("/mnt/data/a.txt", "w").write("x")
"""
WORDS = [TextDelta(f"word{number} ") for number in range(9)]

RESPONSES: dict[str, tuple[Callable[[], Any], dict[str, Any]]] = {
    "completed": (lambda: Script(say("Hello.")), {}),
    "in the background": (lambda: Script(say("Hello.")), {"background": True}),
    "with settings": (lambda: Script(say("{}")), {"text": {"format": {"type": "json_object"}}, "store": False}),
    "code": (lambda: Script(run_code(FIGURE), say("[a](sandbox:/mnt/data/a.txt)")), {"include": EVERYTHING}),
    "code, not shown": (lambda: Script(run_code(FIGURE), say("drawn")), {}),
    "search": (lambda: Script(LOOK, say("14 days【1:0†refunds.txt】.")), {"include": EVERYTHING}),
    "search, not shown": (lambda: Script(LOOK, say("14 days【1:0†refunds.txt】.")), {}),
    "picture": (lambda: Script(PAINT, say("Here it is.")), {}),
    "functions": (lambda: Script(call(("f", "{}"), ("f", '{"a": 1}'))), {}),
    "text, then a function": (lambda: Script([*say("One moment."), *call(("f", "{}"))]), {}),
    "failed": (lambda: Script(ProviderError("rate_limit_exceeded", "slowly")), {}),
    "failed in the middle": (lambda: Script(run_code("1"), ProviderError("server_error", "sorry")), {}),
    "cancelled": (Waits, {"background": True}),
    "incomplete": (lambda: Script(WORDS), {"metadata": {"scenario": "max_completion_tokens"}}),
    "filtered": (lambda: Script(WORDS), {"metadata": {"scenario": "content_filter"}}),
    "too slow": (lambda: Script(WORDS), {"metadata": {"scenario": "expired"}}),
}
ENDS = {
    "failed": "failed",
    "failed in the middle": "failed",
    "too slow": "failed",
    "incomplete": "incomplete",
    "filtered": "incomplete",
}


def tools_for(client: OpenAI, kind: str) -> list[Any]:
    stores = []
    if kind.startswith("search"):
        file = client.files.create(file=("refunds.txt", b"Refunds are possible within 14 days."), purpose="assistants")
        store = client.vector_stores.create()
        client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
        stores = [store.id]
    return [
        FUNCTION,
        {"type": "code_interpreter", "container": {"type": "auto"}},
        {"type": "file_search", "vector_store_ids": stores},
        {"type": "image_generation", "size": "256x256", "partial_images": 1},
    ]


def one_response(client: OpenAI, kind: str, body: dict[str, Any]) -> list[Event]:
    """All events of a response; one that hangs is cancelled."""
    seen: list[Event] = []
    body = {"model": MODEL, "input": "hi", "tools": tools_for(client, kind)} | body
    for name, data in events_of(client, "responses", body):
        seen.append((name, data))
        if "half" in data.get("delta", ""):
            client.responses.cancel(seen[0][1]["response"]["id"])
    return seen


@pytest.mark.parametrize("kind", RESPONSES)
def test_every_event_is_as_the_description_and_the_sdk_say(serve_with, kind):
    provider, body = RESPONSES[kind]
    client = serve_with(provider())
    seen = one_response(client, kind, body)
    types = TypeAdapter(ResponseStreamEvent)
    wrong = []
    for name, data in seen:
        assert data["type"] == name
        errors = validator_of(_schema_of(name)).iter_errors(data)
        wrong += [f"{name}{error.json_path}: {error.message[:300]}" for error in errors]
        types.validate_json(json.dumps(data), strict=True)
    assert not wrong, "\n".join(wrong)
    assert [data["sequence_number"] for _, data in seen] == list(range(len(seen)))
    assert seen[0][0] == "response.created"
    if kind != "cancelled":
        assert seen[-1][0] == f"response.{ENDS.get(kind, 'completed')}"
    check_order(seen)


def check_order(seen: list[Event]) -> None:
    """Items come one after the other; each begins before it goes on, and its pieces make up the whole."""
    began: list[str] = []
    pieces: dict[tuple[str, str], str] = {}
    for name, data in seen:
        if name == "response.output_item.added":
            assert data["output_index"] == len(began)
            began.append(data["item"]["id"])
        elif name == "response.output_item.done":
            assert began[data["output_index"]] == data["item"]["id"]
        elif "item_id" in data:
            assert began[data["output_index"]] == data["item_id"]
            stem = name.rpartition(".")[0]
            if name.endswith(".delta"):
                key = data["item_id"], stem
                pieces[key] = pieces.get(key, "") + data["delta"]
            elif stem.endswith(("output_text", "call_code", "call_arguments")) and name.endswith(".done"):
                whole = data.get("text", data.get("code", data.get("arguments")))
                assert whole == pieces[data["item_id"], stem]
    last = seen[-1][1].get("response", {"output": []})
    assert [item["id"] for item in last["output"]] in (began, [])


def _schema_of(name: str) -> str:
    """The schema of an event of this name."""
    for schema, found in described()["components"]["schemas"].items():
        if found.get("properties", {}).get("type", {}).get("enum") == [name]:
            return schema
    raise AssertionError(f"{name} is not in the description")
