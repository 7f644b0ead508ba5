"""Every event of every kind of run, against the official description and against the SDK's own types, strictly."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openai import OpenAI
from openai.types.beta.assistant_stream_event import AssistantStreamEvent
from pydantic import TypeAdapter

from helpers.server.providers.base import ProviderError, TextDelta, ToolCallDelta, ToolCallStart, Usage
from helpers.settings import MODEL
from tests.conformance.wire import Event, events_of, validator_of
from tests.deep import needs_description
from tests.providers import Script, Waits, call, run_code, say

needs_description()

CODE = {"type": "code_interpreter"}
SEARCH = {"type": "file_search"}
FUNCTION = {"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}
LOOK = [ToolCallStart("s", "file_search"), ToolCallDelta("s", "refund days"), Usage(10, 5)]
FIGURE = """
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.show()
print("drawn")
open("/mnt/data/a.txt", "w").write("x")
"""
WORDS = [TextDelta(f"word{number} ") for number in range(9)]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return validator_of("AssistantStreamEvent")


def new_assistant(client: OpenAI, kind: str) -> str:
    """The ID of one with every tool, and with files where they are searched."""
    resources: Any = {}
    if kind == "search":
        file = client.files.create(file=("refunds.txt", b"Refunds are possible within 14 days."), purpose="assistants")
        store = client.vector_stores.create()
        client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
        resources = {"file_search": {"vector_store_ids": [store.id]}}
    return client.beta.assistants.create(model=MODEL, tools=[CODE, SEARCH, FUNCTION], tool_resources=resources).id


def one_run(client: OpenAI, assistant_id: str, metadata: dict[str, str]) -> list[Event]:
    """All events of a run in a new thread. One that waits is given its outputs, one that hangs is cancelled."""
    thread = {"messages": [{"role": "user", "content": "hi"}]}
    body = {"assistant_id": assistant_id, "thread": thread, "metadata": metadata}
    seen: list[Event] = []
    for name, data in events_of(client, "threads/runs", body):
        seen.append((name, data))
        if name == "thread.message.delta" and "half" in json.dumps(data):
            run = seen[1][1]
            client.beta.threads.runs.cancel(run["id"], thread_id=run["thread_id"])
    name, run = seen[-2]
    if name == "thread.run.requires_action":
        calls = run["required_action"]["submit_tool_outputs"]["tool_calls"]
        outputs = {"tool_outputs": [{"tool_call_id": call["id"], "output": "1"} for call in calls]}
        seen += events_of(client, f"threads/{run['thread_id']}/runs/{run['id']}/submit_tool_outputs", outputs)
    return seen


RUNS: dict[str, tuple[Callable[[], Any], dict[str, str]]] = {
    "completed": (lambda: Script(say("Hello.")), {}),
    "code": (lambda: Script(run_code(FIGURE), say("[a](sandbox:/mnt/data/a.txt)")), {}),
    "search": (lambda: Script(LOOK, say("14 days【1:0†refunds.txt】")), {}),
    "functions": (lambda: Script(call(("f", "{}"), ("f", '{"a": 1}')), say("done")), {}),
    "text, then a function": (lambda: Script([*say("One moment."), *call(("f", "{}"))], say("done")), {}),
    "failed": (lambda: Script(ProviderError("rate_limit_exceeded", "slowly")), {}),
    "failed in a message": (lambda: Script(run_code("1"), ProviderError("server_error", "sorry")), {}),
    "cancelled": (Waits, {}),
    "incomplete": (lambda: Script(WORDS), {"scenario": "max_completion_tokens"}),
    "filtered": (lambda: Script(WORDS), {"scenario": "content_filter"}),
    "expired": (lambda: Script(WORDS), {"scenario": "expired"}),
}
ENDS = {
    "failed": "failed",
    "failed in a message": "failed",
    "cancelled": "cancelled",
    "incomplete": "incomplete",
    "filtered": "incomplete",
    "expired": "expired",
}


@pytest.mark.parametrize("kind", RUNS)
def test_every_event_is_as_the_description_and_the_sdk_say(serve_with, validator, kind):
    provider, metadata = RUNS[kind]
    client = serve_with(provider())
    seen = one_run(client, new_assistant(client, kind), metadata)
    types = TypeAdapter(AssistantStreamEvent)
    wrong = []
    for name, data in seen:
        event = {"event": name, "data": data}
        wrong += [f"{name}{error.json_path}: {error.message[:300]}" for error in validator.iter_errors(event)]
        if name != "done":
            types.validate_json(json.dumps(event), strict=True)
    assert not wrong, "\n".join(wrong)
    assert seen[0][0] == "thread.created"
    assert [name for name, _ in seen[-2:]] == [f"thread.run.{ENDS.get(kind, 'completed')}", "done"]
