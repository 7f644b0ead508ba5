import asyncio
import json
from dataclasses import replace
from urllib.request import Request, urlopen

import pytest
from openai import AssistantEventHandler, AsyncAssistantEventHandler, AsyncOpenAI

from helpers.server.card import PACE_HEADER
from helpers.server.engine.pace import PACES
from helpers.server.providers.base import ProviderError, Stopped
from helpers.settings import MODEL
from tests.conftest import TOKEN, client_for, serving
from tests.providers import Script, Waits, call, run_code, say

CODE = [{"type": "code_interpreter"}]
FUNCTION = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]
STEP = ["thread.run.step.created", "thread.run.step.in_progress"]
BEGIN = ["thread.run.created", "thread.run.queued", "thread.run.in_progress"]
MESSAGE = [*STEP, "thread.message.created", "thread.message.in_progress"]
WRITTEN = ["thread.message.completed", "thread.run.step.completed"]


def prepare(client, **assistant):
    made = client.beta.assistants.create(model=MODEL, **assistant)
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "hello"}])
    return {"thread_id": thread.id, "assistant_id": made.id}


def names(events) -> list[str]:
    """The events' names, repeated deltas once."""
    seen: list[str] = []
    for event in events:
        if not (event.event.endswith(".delta") and seen[-1] == event.event):
            seen.append(event.event)
    return seen


def stream(client, **assistant):
    return list(client.beta.threads.runs.create(**prepare(client, **assistant), stream=True))


def test_a_plain_run_streams_as_in_the_transcript(serve_with):
    events = stream(serve_with(Script(say("one"))))
    assert names(events) == [*BEGIN, *MESSAGE, "thread.message.delta", *WRITTEN, "thread.run.completed"]
    assert events[0].data.status == "queued" and events[0].data.usage is None
    assert events[-1].data.usage.total_tokens == 15
    (delta,) = [event.data.delta for event in events if event.event == "thread.message.delta"]
    assert delta.content[0].text.value == "one" and delta.content[0].text.annotations == []


def test_a_thread_made_with_the_run_comes_first(serve_with):
    client = serve_with(Script(say("one")))
    made = client.beta.assistants.create(model=MODEL)
    events = list(
        client.beta.threads.create_and_run(
            assistant_id=made.id, thread={"messages": [{"role": "user", "content": "x"}]}, stream=True
        )
    )
    assert names(events)[:2] == ["thread.created", "thread.run.created"]


def test_code_streams_its_input_then_its_outputs(serve_with):
    client = serve_with(Script(run_code("print(42)"), say("It is 42.")))
    events = stream(client, tools=CODE)
    assert names(events) == [
        *BEGIN,
        *STEP,
        "thread.run.step.delta",
        "thread.run.step.completed",
        *MESSAGE,
        "thread.message.delta",
        *WRITTEN,
        "thread.run.completed",
    ]
    bodies = [e.data.delta.step_details.tool_calls[0] for e in events if e.event == "thread.run.step.delta"]
    assert [body.code_interpreter.input for body in bodies] == ["", "print(42)", None]
    assert bodies[0].id.startswith("call_") and bodies[1].id is None
    assert bodies[2].code_interpreter.outputs[0].logs == "42\n"
    assert events[3].data.step_details.tool_calls == []


def test_pictures_and_files_reach_the_message_stream(serve_with):
    code = "import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()\nopen('/mnt/data/a.txt', 'w').write('x')"
    client = serve_with(Script(run_code(code), say("See sandbox:/mnt/data/a.txt")))
    with client.beta.threads.runs.stream(**prepare(client, tools=CODE)) as run:
        run.until_done()
        (message,) = run.get_final_messages()
    assert [part.type for part in message.content] == ["image_file", "text"]
    assert message.content[1].text.annotations[0].file_path.file_id.startswith("file-")
    stored = client.beta.threads.messages.retrieve(message.id, thread_id=message.thread_id)
    assert message.to_dict() == stored.to_dict()


def test_functions_end_the_stream_and_outputs_begin_the_next(serve_with):
    client = serve_with(Script(call(("f", '{"a": 1}'), ("f", '{"a": 2}')), say("done")))
    events = stream(client, tools=FUNCTION)
    assert names(events) == [*BEGIN, *STEP, "thread.run.step.delta", "thread.run.requires_action"]
    run = events[-1].data
    outputs = [{"tool_call_id": made.id, "output": "1"} for made in run.required_action.submit_tool_outputs.tool_calls]
    rest = client.beta.threads.runs.submit_tool_outputs(
        run.id, thread_id=run.thread_id, tool_outputs=outputs, stream=True
    )
    assert names(rest) == [
        "thread.run.step.completed",
        "thread.run.queued",
        "thread.run.in_progress",
        *MESSAGE,
        "thread.message.delta",
        *WRITTEN,
        "thread.run.completed",
    ]


@pytest.mark.parametrize(
    ("step", "ending"),
    [
        (ProviderError("rate_limit_exceeded", "too quick"), ["thread.run.failed"]),
        (
            [*say("half"), Stopped("max_completion_tokens")],
            [*MESSAGE, "thread.message.delta", *WRITTEN[1:], "thread.message.incomplete", "thread.run.incomplete"],
        ),
    ],
)
def test_a_bad_end_is_streamed_too(serve_with, step, ending):
    assert names(stream(serve_with(Script(step)))) == [*BEGIN, *ending]


def test_cancelling_ends_the_stream(serve_with):
    client = serve_with(Waits())
    seen = []
    for event in client.beta.threads.runs.create(**prepare(client), stream=True):
        seen.append(event)
        if event.event == "thread.message.delta":
            run = seen[0].data
            client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
    assert names(seen)[-4:] == [
        "thread.run.cancelling",
        "thread.run.step.cancelled",
        "thread.message.incomplete",
        "thread.run.cancelled",
    ]


@pytest.mark.timeout(60)
def test_at_the_teaching_pace_no_status_waits_for_those_who_stream(serve_with, monkeypatch):
    monkeypatch.setitem(PACES, "teaching", replace(PACES["teaching"], at_most=120))
    client = serve_with(Script(say("one"))).with_options(default_headers={PACE_HEADER: "teaching"})
    assert stream(client)[-1].event == "thread.run.completed"


def test_a_reader_who_goes_away_harms_nothing(serve_with):
    client = serve_with(Script(run_code("import time; time.sleep(0.3)"), say("all the same")))
    with client.beta.threads.runs.create(**prepare(client, tools=CODE), stream=True) as events:
        run = next(iter(events)).data
    run = client.beta.threads.runs.poll(run.id, thread_id=run.thread_id)
    assert run.status == "completed"
    (message,) = client.beta.threads.messages.list(run.thread_id, run_id=run.id).data
    assert message.content[0].text.value == "all the same"


def test_the_bytes_are_server_sent_events(tmp_path):
    with serving(tmp_path, Script(say("한글"))) as url:
        ids = prepare(client_for(url))
        headers = {
            "Authorization": f"Bearer {TOKEN}",
            "OpenAI-Beta": "assistants=v2",
            "Content-Type": "application/json",
        }
        body = json.dumps({"assistant_id": ids["assistant_id"], "stream": True}).encode()
        with urlopen(Request(f"{url}/v1/threads/{ids['thread_id']}/runs", body, headers)) as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            blocks = answer.read().decode().split("\n\n")
    assert blocks[-2:] == ["event: done\ndata: [DONE]", ""]
    assert all(block.startswith("event: thread.") and "\ndata: {" in block for block in blocks[:-2])


class Notes(AssistantEventHandler):
    """Writes down which of its callbacks were called."""

    def __init__(self) -> None:
        super().__init__()
        self.called: list[str] = []
        self.text = ""

    def __getattribute__(self, name):
        if name.startswith("on_") and name not in ("on_event", "on_text_delta"):
            object.__getattribute__(self, "called").append(name)
        return super().__getattribute__(name)

    def on_text_delta(self, delta, snapshot):
        self.text += delta.value or ""


def test_the_sdks_event_handler_gets_all_its_calls(serve_with):
    code = "import matplotlib.pyplot as plt\nplt.plot([1])\nplt.show()"
    client = serve_with(Script(run_code(code), say("See the chart.")))
    with client.beta.threads.runs.stream(**prepare(client, tools=CODE), event_handler=Notes()) as handler:
        handler.until_done()
    assert handler.text == "See the chart."
    assert {
        "on_run_step_created",
        "on_run_step_delta",
        "on_run_step_done",
        "on_tool_call_created",
        "on_tool_call_delta",
        "on_tool_call_done",
        "on_message_created",
        "on_message_delta",
        "on_message_done",
        "on_text_created",
        "on_text_done",
        "on_image_file_done",
        "on_end",
    } <= set(handler.called)


def test_the_sdks_asynchronous_event_handler_works_too(tmp_path):
    class Text(AsyncAssistantEventHandler):
        text = ""

        async def on_text_delta(self, delta, snapshot) -> None:
            self.text += delta.value or ""

    async def read(url: str, ids: dict[str, str]) -> str:
        async with AsyncOpenAI(base_url=f"{url}/v1", api_key=TOKEN) as client:
            async with client.beta.threads.runs.stream(**ids, event_handler=Text()) as handler:
                await handler.until_done()
            return handler.text

    with serving(tmp_path, Script(say("hello"))) as url:
        assert asyncio.run(read(url, prepare(client_for(url)))) == "hello"


def test_streams_of_many_runs_do_not_mix(tmp_path):
    class Echo:
        name = "echo"

        async def respond(self, request):
            for event in say(request.items[-1].text):
                await asyncio.sleep(0)
                yield event

    async def one(client: AsyncOpenAI, assistant_id: str, word: str) -> str:
        thread = await client.beta.threads.create(messages=[{"role": "user", "content": word}])
        async with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant_id) as run:
            return "".join([text async for text in run.text_deltas])

    async def all_of_them(url: str, assistant_id: str) -> list[str]:
        async with AsyncOpenAI(base_url=f"{url}/v1", api_key=TOKEN) as client:
            return await asyncio.gather(*(one(client, assistant_id, f"word {n}") for n in range(30)))

    with serving(tmp_path, Echo()) as url:
        assistant = client_for(url).beta.assistants.create(model=MODEL)
        assert asyncio.run(all_of_them(url, assistant.id)) == [f"word {n}" for n in range(30)]
