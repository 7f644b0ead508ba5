import asyncio
import json

import pytest
from openai import AsyncOpenAI, BadRequestError, DefaultAsyncHttpxClient
from pydantic import BaseModel

from helpers.server.engine.citations import Citation, CitationFilter
from helpers.server.providers.base import ProviderError, TextDelta, ToolCallDelta, ToolCallStart, Usage
from helpers.settings import MODEL
from tests.conftest import TOKEN, client_for, serving
from tests.providers import Script, Waits, call, run_code, say

CODE = {"type": "code_interpreter", "container": {"type": "auto"}}
FUNCTION = {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}}}
PICTURE = {"type": "image_generation", "size": "256x256", "partial_images": 2}
BEGIN = ["created", "in_progress"]
MESSAGE = ["output_item.added", "content_part.added", "output_text.delta"]
WRITTEN = ["output_text.done", "content_part.done", "output_item.done"]


def stream(client, given="hi", **settings):
    return list(client.responses.create(model=MODEL, input=given, stream=True, **settings))


def names(events) -> list[str]:
    """The events' names, repeated deltas once."""
    seen: list[str] = []
    for event in events:
        name = event.type.removeprefix("response.")
        if not (name.endswith(".delta") and seen[-1:] == [name]):
            seen.append(name)
    return seen


def test_a_text_streams_as_in_the_transcript(serve_with):
    events = stream(serve_with(Script([TextDelta("Hello"), TextDelta(" there"), Usage(10, 5)])))
    assert names(events) == [*BEGIN, *MESSAGE, *WRITTEN, "completed"]
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert [event.delta for event in events if event.type == "response.output_text.delta"] == ["Hello", " there"]
    assert events[0].response.status == "in_progress" and events[0].response.usage is None
    assert events[-1].response.output_text == "Hello there" and events[-1].response.usage.total_tokens == 15


def test_the_stream_has_no_done_at_its_end(serve_with):
    client = serve_with(Script(say("hi")))
    with client.responses.with_streaming_response.create(model=MODEL, input="hi", stream=True) as answer:
        lines = [line for line in answer.iter_lines() if line]
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert lines[-2] == "event: response.completed" and json.loads(lines[-1].removeprefix("data: "))
    pairs = zip(lines[::2], lines[1::2], strict=True)
    assert all(json.loads(data.removeprefix("data: "))["type"] == name.removeprefix("event: ") for name, data in pairs)


def test_functions_stream_their_arguments(serve_with):
    pieces = [
        ToolCallStart("a", "function", "f"),
        ToolCallDelta("a", '{"x": '),
        ToolCallDelta("a", "1}"),
        *call(("f", "{}")),
    ]
    events = stream(serve_with(Script(pieces)), tools=[FUNCTION])
    one = ["output_item.added", "function_call_arguments.delta", "function_call_arguments.done", "output_item.done"]
    assert names(events) == [*BEGIN, *one, *one, "completed"]
    done = [event for event in events if event.type == "response.function_call_arguments.done"]
    assert [(event.name, event.arguments, event.output_index) for event in done] == [
        ("f", '{"x": 1}', 0),
        ("f", "{}", 1),
    ]


def test_code_streams_and_then_runs(serve_with):
    script = Script(run_code("open('/mnt/data/a.txt', 'w').write('x')"), say("[a](sandbox:/mnt/data/a.txt)"))
    events = stream(serve_with(script), tools=[CODE])
    code = [
        "output_item.added",
        "code_interpreter_call.in_progress",
        "code_interpreter_call_code.delta",
        "code_interpreter_call_code.done",
        "code_interpreter_call.interpreting",
        "code_interpreter_call.completed",
        "output_item.done",
    ]
    assert names(events) == [*BEGIN, *code, *MESSAGE, "output_text.annotation.added", *WRITTEN, "completed"]
    assert next(event for event in events if event.type.endswith("annotation.added")).annotation.filename == "a.txt"


def test_a_search_streams_and_its_citations_stand_where_they_belong(serve_with):
    look = [ToolCallStart("s", "file_search"), ToolCallDelta("s", "days"), Usage(1, 1)]
    answer = [TextDelta("14 days【1:"), TextDelta("0†a.txt】. "), TextDelta("Good【"), TextDelta("9:9†b】.")]
    client = serve_with(Script(look, answer))
    file = client.files.create(file=("a.txt", b"Refunds within 14 days."), purpose="assistants")
    store = client.vector_stores.create(file_ids=[file.id])
    events = stream(client, tools=[{"type": "file_search", "vector_store_ids": [store.id]}])
    assert names(events)[2:7] == [
        "output_item.added",
        "file_search_call.in_progress",
        "file_search_call.searching",
        "file_search_call.completed",
        "output_item.done",
    ]
    (added,) = (event for event in events if event.type.endswith("annotation.added"))
    assert (added.annotation.file_id, added.annotation.index) == (file.id, len("14 days"))
    assert events[-1].response.output_text == "14 days. Good."


def test_a_picture_streams_with_a_draft_before_it(serve_with):
    paint = [ToolCallStart("i", "image_generation"), ToolCallDelta("i", "a hill"), Usage(10, 5)]
    events = stream(serve_with(Script(paint, say("there"))), tools=[PICTURE])
    assert names(events)[2:8] == [
        "output_item.added",
        "image_generation_call.in_progress",
        "image_generation_call.generating",
        "image_generation_call.partial_image",
        "image_generation_call.completed",
        "output_item.done",
    ]
    assert events[5].partial_image_b64 and events[5].partial_image_index == 0


def test_every_ending_has_its_event(serve_with):
    broken = ProviderError("server_error", "sorry")
    words = [TextDelta(f"{word} ") for word in range(9)]
    client = serve_with(Script(words, broken))
    cut = stream(client, metadata={"scenario": "content_filter"})
    assert names(cut) == [*BEGIN, *MESSAGE, *WRITTEN, "incomplete"]
    assert cut[-1].response.incomplete_details.reason == "content_filter"
    failed = stream(client)
    assert names(failed) == [*BEGIN, "failed"] and failed[-1].response.error.message == "sorry"


def test_a_background_stream_begins_queued_and_can_be_heard_again(serve_with):
    client = serve_with(Script(say("Hello there.")))
    events = stream(client, background=True)
    assert names(events) == ["created", "queued", "in_progress", *MESSAGE, *WRITTEN, "completed"]
    response_id = events[0].response.id
    again = list(client.responses.retrieve(response_id, stream=True))
    assert [event.to_dict() for event in again] == [event.to_dict() for event in events]
    later = list(client.responses.retrieve(response_id, stream=True, starting_after=4))
    assert later[0].sequence_number == 5 and names(later) == names(events)[5:]


def test_a_stream_can_be_joined_while_it_goes_on(serve_with):
    client = serve_with(Waits())
    response_id = None
    for event in client.responses.create(model=MODEL, input="hi", stream=True, background=True):
        response_id = response_id or event.response.id
        if event.type == "response.output_text.delta":
            break
    seen = []
    for event in client.responses.retrieve(response_id, stream=True):
        seen.append(event)
        if event.type == "response.output_text.delta":
            client.responses.cancel(response_id)
    assert names(seen)[:2] == ["created", "queued"] and seen[-1].type == "response.output_text.delta"


def test_only_what_was_streamed_can_be_heard_again(serve_with):
    client = serve_with(Script(say("hi")))
    response = client.responses.create(model=MODEL, input="hi")
    with pytest.raises(BadRequestError, match="created with 'stream'"):
        list(client.responses.retrieve(response.id, stream=True))
    with pytest.raises(BadRequestError, match="starting_after"):
        list(client.responses.retrieve(response.id, stream=True, starting_after="x"))


def test_one_who_leaves_in_the_middle_harms_nothing(serve_with):
    client = serve_with(Script([TextDelta(f"{number} ") for number in range(500)]))
    with client.responses.create(model=MODEL, input="hi", stream=True) as events:
        response_id = next(iter(events)).response.id
    while (response := client.responses.retrieve(response_id)).status == "in_progress":
        pass
    assert response.status == "completed" and response.output_text.startswith("0 1 2")


def test_the_sdks_stream_helper_and_its_parsing(serve_with):
    class Price(BaseModel):
        amount: float

    client = serve_with(Script([TextDelta('{"amount"'), TextDelta(": 6}"), Usage(1, 1)], call(("f", '{"a": 1}'))))
    with client.responses.stream(model=MODEL, input="price?", text_format=Price) as events:
        snapshots = [event.snapshot for event in events if event.type == "response.output_text.delta"]
        response = events.get_final_response()
    assert snapshots == ['{"amount"', '{"amount": 6}'] and response.output_parsed == Price(amount=6)
    with client.responses.stream(model=MODEL, input="call", tools=[FUNCTION]) as events:
        assert events.get_final_response().output[0].arguments == '{"a": 1}'


def test_the_asynchronous_client_streams_side_by_side(tmp_path):
    async def walk(url: str) -> list[str]:
        http = DefaultAsyncHttpxClient(trust_env=False)
        async with AsyncOpenAI(base_url=f"{url}/v1", api_key=TOKEN, http_client=http) as client:

            async def one(question: str) -> str:
                async with client.responses.stream(model=MODEL, input=question) as events:
                    return (await events.get_final_response()).output_text

            created = await client.responses.create(model=MODEL, input="What is 9 + 9?")
            return [created.output_text, *await asyncio.gather(*(one(f"What is {n} + 1?") for n in range(8)))]

    with serving(tmp_path) as url:
        answers = asyncio.run(walk(url))
    assert answers[0] == "9 + 9 = 18."
    assert answers[1:] == [f"{n} + 1 = {n + 1}." for n in range(8)]


def test_include_holds_for_events_too(serve_with):
    client = serve_with(Script(run_code("print(1)"), say("1"), run_code("print(1)"), say("1")))
    for include, outputs in (([], None), (["code_interpreter_call.outputs"], [{"type": "logs", "logs": "1\n"}])):
        events = stream(client, tools=[CODE], include=include)
        done = next(event for event in events if event.type == "response.output_item.done")
        assert done.item.to_dict()["outputs"] == outputs
        assert events[-1].response.output[0].to_dict()["outputs"] == outputs


def test_citations_are_found_however_the_text_is_cut():
    text = "a【1:0†x】b【no】c【"
    for size in range(1, len(text)):
        pieces = CitationFilter()
        said = [part for start in range(0, len(text), size) for part in pieces.feed(text[start : start + size])]
        said += pieces.rest()
        words = "".join(part if isinstance(part, str) else "*" for part in said)
        assert words == "a*b【no】c【"
        assert [part for part in said if not isinstance(part, str)] == [Citation(1, 0)]


def test_a_bracket_that_never_closes_does_not_hold_the_text_back():
    pieces = CitationFilter()
    said = pieces.feed("【" + "x" * 1000)
    assert "".join(str(part) for part in said) == "【" + "x" * 1000


def test_the_scenarios_reach_streams(tmp_path):
    with serving(tmp_path) as url:
        events = stream(client_for(url), "What can you do?", metadata={"scenario": "max_completion_tokens"})
    assert events[-1].type == "response.incomplete"
