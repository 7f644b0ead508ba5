"""A walk through the Assistants and the Responses API that every SDK since 1.66 can take.

What it saw goes to standard output as JSON.

OPENAI_BASE_URL and OPENAI_API_KEY say where. The model there does what `instructions` plan (tests/providers.py).
"""

import asyncio
import json
import sys
import warnings
from typing import Any

import openai

warnings.simplefilter("ignore", DeprecationWarning)
client = openai.OpenAI(max_retries=0)
api = client.beta.threads
seen: dict[str, Any] = {}


class Handler(openai.AssistantEventHandler):
    """Counts what it hears."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []
        self.text = ""

    def on_event(self, event: Any) -> None:
        """Every event."""
        self.names.append(event.event)

    def on_text_delta(self, delta: Any, snapshot: Any) -> None:
        """Every piece of text."""
        self.text += delta.value


def walk() -> None:
    """One after the other, as a program of its time did."""
    tools = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object", "properties": {}}}}]
    assistant = client.beta.assistants.create(model="offline-tutor", name="도우미", tools=tools)
    seen["assistant"] = client.beta.assistants.retrieve(assistant.id).name
    thread = api.create()
    api.messages.create(thread.id, role="user", content="안녕하세요")
    ask = {"thread_id": thread.id, "assistant_id": assistant.id}

    seen["polled"] = api.runs.create_and_poll(**ask, instructions="poll: say").status
    seen["texts"] = [message.content[0].text.value for message in api.messages.list(thread.id, limit=1)]

    with api.runs.stream(**ask, instructions="stream: say", event_handler=Handler()) as stream:
        stream.until_done()
        seen["streamed"] = [
            stream.current_run.status,
            stream.text,
            stream.names[0],
            stream.names[-1],
        ]

    run = api.runs.create_and_poll(**ask, instructions="call: calls say")
    calls = run.required_action.submit_tool_outputs.tool_calls
    seen["calls"] = [run.status, *(call.function.name for call in calls)]
    outputs = [{"tool_call_id": call.id, "output": "1"} for call in calls]
    run = api.runs.submit_tool_outputs_and_poll(run_id=run.id, thread_id=thread.id, tool_outputs=outputs)
    steps = api.runs.steps.list(run.id, thread_id=thread.id, order="asc")
    seen["steps"] = [run.status, *(step.type for step in steps)]

    file = client.files.create(file=("환불 규정.txt", b"Refunds are possible within 14 days.\n"), purpose="assistants")
    seen["file"] = [file.filename, file.bytes]
    store = client.vector_stores.create(name="policies")
    added = client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id)
    found = client.vector_stores.search(store.id, query="How many days for a refund?").data[0]
    seen["store"] = [added.status, found.filename, found.content[0].text.strip()]

    try:
        api.retrieve("thread_none")
    except openai.NotFoundError as error:
        seen["missing"] = [type(error).__name__, error.status_code, error.body["message"]]
    try:
        client.beta.assistants.create(model="offline-tutor", temperature=3)
    except openai.BadRequestError as error:
        seen["refused"] = [type(error).__name__, error.status_code, error.param, error.code]
    seen["deleted"] = [api.delete(thread.id).deleted, client.files.delete(file.id).deleted]
    seen["responses"] = walk_responses()
    seen["awaited"] = asyncio.run(walk_async(assistant.id))


def walk_responses() -> list[Any]:
    """Answered at once, streamed, and with a function."""
    question = {"model": "offline-tutor", "input": "안녕하세요"}
    answered = client.responses.create(**question, instructions="answer: say")
    with client.responses.stream(**question, instructions="events: say") as stream:
        names = [event.type for event in stream]
        streamed = stream.get_final_response().output_text
    planned = {"model": "offline-tutor", "instructions": "function: call say"}
    function = {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}}, "strict": False}
    asked = client.responses.create(**planned, input="call f", tools=[function])
    output = {"type": "function_call_output", "call_id": asked.output[0].call_id, "output": "1"}
    done = client.responses.create(**planned, previous_response_id=asked.id, input=[output])
    return [answered.output_text, streamed, names[0], names[-1], asked.output[0].name, done.output_text]


async def walk_async(assistant_id: str) -> str:
    """The same client, asynchronous."""
    async with openai.AsyncOpenAI(max_retries=0) as client:
        run = await client.beta.threads.create_and_run_poll(assistant_id=assistant_id, instructions="async: say")
    return run.status


if __name__ == "__main__":
    walk()
    json.dump(seen | {"version": openai.__version__}, sys.stdout)
