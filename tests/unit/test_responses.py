import base64
import json

import pytest
from openai import BadRequestError, NotFoundError
from pydantic import BaseModel

from helpers.server import library
from helpers.server.providers.base import (
    CodeCall,
    FunctionCall,
    ImageCall,
    Message,
    ProviderError,
    SearchCall,
    Stopped,
    TextDelta,
    ToolCallDelta,
    ToolCallStart,
    Usage,
)
from helpers.settings import MODEL
from tests.conftest import client_for, serving
from tests.providers import Script, Waits, call, run_code, say

CODE = {"type": "code_interpreter", "container": {"type": "auto"}}
FUNCTION = {
    "type": "function",
    "name": "f",
    "parameters": {"type": "object", "properties": {}, "additionalProperties": False, "required": []},
}
PICTURE = {"type": "image_generation", "size": "256x256"}
PAINT = [ToolCallStart("i", "image_generation"), ToolCallDelta("i", "a hill"), Usage(10, 5)]
LOOK = [ToolCallStart("s", "file_search"), ToolCallDelta("s", "refund days"), Usage(10, 5)]


def ask(client, given="hi", **settings):
    return client.responses.create(model=MODEL, input=given, **settings)


def kinds(response) -> list[str]:
    return [item.type for item in response.output]


def store_with(client, text: bytes, **settings) -> str:
    file = client.files.create(file=("refunds.txt", text), purpose="assistants")
    store = client.vector_stores.create()
    client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id, **settings)
    return store.id


# One answer


def test_a_string_is_answered(serve_with):
    script = Script(say("hi there"))
    response = ask(serve_with(script))
    assert (response.status, response.output_text, response.error) == ("completed", "hi there", None)
    assert response.completed_at and response.id.startswith("resp_") and response.output[0].id.startswith("msg_")
    assert (response.usage.input_tokens, response.usage.output_tokens, response.usage.total_tokens) == (10, 5, 15)
    assert script.requests[0].items == (Message("user", "hi"),)


def test_settings_are_echoed_and_reach_the_model(serve_with):
    script = Script(say("{}"))
    response = ask(
        serve_with(script),
        instructions="Be kind.",
        temperature=0.5,
        top_p=0.9,
        max_output_tokens=99,
        metadata={"a": "b"},
        parallel_tool_calls=False,
        reasoning={"effort": "low"},
        safety_identifier="s",
        prompt_cache_key="k",
        user="u",
        truncation="auto",
        text={"format": {"type": "json_object"}, "verbosity": "low"},
    )
    assert (response.instructions, response.temperature, response.top_p) == ("Be kind.", 0.5, 0.9)
    assert (response.metadata, response.truncation, response.user) == ({"a": "b"}, "auto", "u")
    assert (response.text.format.type, response.text.verbosity) == ("json_object", "low")
    assert (response.safety_identifier, response.prompt_cache_key) == ("s", "k")
    request = script.requests[0]
    assert (request.instructions, request.response_format) == ("Be kind.", {"type": "json_object"})
    assert request.settings == {
        "temperature": 0.5,
        "top_p": 0.9,
        "parallel_tool_calls": False,
        "reasoning_effort": "low",
        "max_completion_tokens": 99,
    }


def test_what_is_left_out_has_the_documented_default(serve_with):
    response = ask(serve_with(Script(say("hi"))))
    assert (response.temperature, response.top_p, response.tool_choice, response.tools) == (1.0, 1.0, "auto", [])
    assert (response.parallel_tool_calls, response.truncation, response.background) == (True, "disabled", False)
    assert (response.text.format.type, response.metadata, response.previous_response_id) == ("text", {}, None)


def test_it_can_be_retrieved_and_deleted(serve_with):
    client = serve_with(Script(say("hi there")))
    response = ask(client)
    assert client.responses.retrieve(response.id).output_text == "hi there"
    assert client.responses.delete(response.id) is None
    with pytest.raises(NotFoundError, match=f"Response with id '{response.id}' not found"):
        client.responses.retrieve(response.id)


def test_one_that_is_not_stored_cannot(serve_with):
    client = serve_with(Script(say("hi there")))
    response = ask(client, store=False)
    assert (response.store, response.output_text) == (False, "hi there")
    with pytest.raises(NotFoundError):
        client.responses.retrieve(response.id)


def test_responses_survive_a_restart(tmp_path):
    with serving(tmp_path, Script(say("hi there"))) as url:
        response_id = ask(client_for(url)).id
    with serving(tmp_path, Script(say("again"))) as url:
        client = client_for(url)
        assert client.responses.retrieve(response_id).output_text == "hi there"
        assert ask(client, previous_response_id=response_id).output_text == "again"


# Input


def test_messages_of_every_role_are_understood(serve_with):
    script = Script(say("ok"))
    ask(
        serve_with(script),
        [
            {"role": "system", "content": "Speak softly."},
            {"role": "developer", "content": [{"type": "input_text", "text": "Never shout."}]},
            {"role": "user", "content": "one"},
            {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "two"}]},
            {"role": "user", "content": [{"type": "input_text", "text": "three"}]},
        ],
        instructions="First.",
    )
    request = script.requests[0]
    assert request.instructions == "First.\nSpeak softly.\nNever shout."
    assert request.items == (Message("user", "one"), Message("assistant", "two"), Message("user", "three"))


def test_pictures_and_files_come_with_a_message(serve_with):
    script = Script(say("ok"))
    client = serve_with(script)
    picture = client.files.create(file=("a.png", b"png"), purpose="vision")
    file = client.files.create(file=("a.csv", b"a,b\n1,2\n"), purpose="user_data")
    ask(
        client,
        [
            {
                "role": "user",
                "content": [
                    {"type": "input_text", "text": "look"},
                    {"type": "input_image", "file_id": picture.id},
                    {"type": "input_image", "image_url": "https://example.com/b.png", "detail": "low"},
                    {"type": "input_file", "file_id": file.id},
                    {"type": "input_file", "filename": "b.txt", "file_data": "data:text/plain;base64,aGVsbG8="},
                ],
            }
        ],
    )
    (message,) = script.requests[0].items
    assert message.images == (picture.id, "https://example.com/b.png")
    assert [(given.filename, given.bytes) for given in message.files] == [("a.csv", 8), ("b.txt", 5)]
    assert message.files[0].id == file.id
    assert client.files.retrieve(message.files[1].id).purpose == "user_data"


def document(name: str, text: bytes) -> dict:
    return {"type": "input_file", "filename": name, "file_data": base64.b64encode(text).decode()}


def test_files_are_read_with_their_message(serve_with):
    script = Script(say("ok"), say("ok"))
    client = serve_with(script)
    parts = [
        document("a.md", b"# Refunds\nWithin 14 days."),
        document("b.bin", b"\x7fELF\x00"),
        {"type": "input_text", "text": "When?"},
    ]
    first = ask(client, [{"role": "user", "content": parts}])
    ask(client, "And?", previous_response_id=first.id)
    for request in script.requests:
        message = request.items[0]
        assert [piece.filename for piece in message.documents] == ["a.md"]
        assert message.whole == "[a.md]\n\n# Refunds\nWithin 14 days.\n\nWhen?"
    assert script.requests[1].items[-1].whole == "And?"


def test_the_tutor_answers_from_a_file_that_comes_along(client):
    part = document("policy.md", b"# Refunds\nRefunds are possible within 14 days.\n# Shipping\nShipping takes 3 days.")

    def about(question: str, *parts, **settings):
        return ask(
            client, [{"role": "user", "content": [{"type": "input_text", "text": question}, *parts]}], **settings
        )

    first = about("How many days do I have for a refund?", part)
    assert "14 days" in first.output_text and "policy.md" in first.output_text
    assert "3 days" in about("And how long does shipping take?", previous_response_id=first.id).output_text
    whole = about("What is in this file?", part).output_text
    assert "14 days" in whole and "3 days" in whole
    assert about("What is 3 + 4?", previous_response_id=first.id).output_text == "3 + 4 = 7."


@pytest.mark.parametrize(
    ("part", "param"),
    [
        ({"type": "input_file", "file_data": "no base64!"}, "input[0].content[0].file_data"),
        ({"type": "input_file", "file_url": "https://example.com/a.pdf"}, "input[0].content[0].file_url"),
        ({"type": "input_file"}, "input[0].content[0]"),
        ({"type": "input_image"}, "input[0].content[0]"),
        ({"type": "input_audio"}, "input[0].content[0].type"),
    ],
)
def test_parts_that_cannot_be_read_are_refused(client, part, param):
    with pytest.raises(BadRequestError) as refusal:
        ask(client, [{"role": "user", "content": [part]}])
    assert refusal.value.param == param


def test_files_that_do_not_exist_are_refused(client):
    with pytest.raises(NotFoundError, match="No such File object: file-none"):
        ask(client, [{"role": "user", "content": [{"type": "input_file", "file_id": "file-none"}]}])


def test_an_answer_goes_on_from_the_one_before(serve_with):
    script = Script(say("one"), say("two"), say("three"))
    client = serve_with(script)
    first = ask(client, "a", instructions="Be kind.")
    second = ask(client, "b", previous_response_id=first.id)
    ask(client, "c", previous_response_id=second.id)
    assert [item.text for item in script.requests[2].items] == ["a", "one", "b", "two", "c"]
    assert script.requests[1].instructions == ""


def test_a_very_long_chain_is_followed(serve_with):
    client = serve_with(Script(*(say(str(number)) for number in range(60))))
    response = ask(client, "start")
    for _ in range(50):
        response = ask(client, "on", previous_response_id=response.id)
    assert len(list(client.responses.input_items.list(response.id, limit=100))) == 101


def test_output_passed_back_is_what_was_said(serve_with):
    script = Script(run_code("print(6 * 7)"), say("42"), say("ok"))
    client = serve_with(script)
    first = ask(client, "compute", tools=[CODE])
    history = [{"role": "user", "content": "compute"}, *first.output, {"role": "user", "content": "and now?"}]
    ask(client, history)
    code, said = script.requests[2].items[1:3]
    # The outputs were not shown to the client, and are known all the same.
    assert isinstance(code, CodeCall) and code.logs == "42\n"
    assert said == Message("assistant", "42")


def test_items_can_be_named_by_their_id(serve_with):
    script = Script(say("one"), say("two"))
    client = serve_with(script)
    first = ask(client, "a")
    ask(client, [{"type": "item_reference", "id": first.output[0].id}, {"role": "user", "content": "b"}])
    assert [item.text for item in script.requests[1].items] == ["one", "b"]
    with pytest.raises(BadRequestError, match="Item with id 'msg_none' not found"):
        ask(client, [{"id": "msg_none"}])


def test_input_items_are_listed_in_pages(serve_with):
    client = serve_with(Script(say("one"), say("two")))
    first = ask(client, "a")
    second = ask(client, [{"role": "user", "content": "b"}], previous_response_id=first.id)
    page = client.responses.input_items.list(second.id, order="asc", limit=2)
    assert [item.role for item in page.data] == ["user", "assistant"] and page.has_more
    assert [item.content[0].text for item in client.responses.input_items.list(second.id, limit=1)] == ["b", "one", "a"]


# Functions


def test_a_function_is_called_and_its_output_given(serve_with):
    script = Script(call(("f", '{"a": 1}')), say("done"))
    client = serve_with(script)
    first = ask(client, tools=[FUNCTION])
    (asked,) = first.output
    assert (asked.type, asked.name, asked.arguments, asked.status) == ("function_call", "f", '{"a": 1}', "completed")
    assert asked.id.startswith("fc_") and asked.call_id.startswith("call_") and first.status == "completed"
    output = {"type": "function_call_output", "call_id": asked.call_id, "output": "7"}
    assert ask(client, [output], previous_response_id=first.id, tools=[FUNCTION]).output_text == "done"
    assert script.requests[1].items[1] == FunctionCall(asked.call_id, "f", '{"a": 1}', "7")


def test_functions_work_without_anything_stored(serve_with):
    script = Script(call(("f", "{}"), ("g", "{}")), say("done"))
    client = serve_with(script)
    history = [{"role": "user", "content": "hi"}]
    first = ask(client, history, tools=[FUNCTION, FUNCTION | {"name": "g"}], store=False)
    history += [item.to_dict() for item in first.output]
    history += [
        {"type": "function_call_output", "call_id": item.call_id, "output": [{"type": "input_text", "text": item.name}]}
        for item in first.output
    ]
    assert ask(client, history, store=False).output_text == "done"
    assert [item.output for item in script.requests[1].items[1:]] == ["f", "g"]


def test_calls_and_outputs_must_match(serve_with):
    client = serve_with(Script(call(("f", "{}"))))
    first = ask(client, tools=[FUNCTION])
    call_id = first.output[0].call_id
    with pytest.raises(BadRequestError, match=f"No tool output found for function call {call_id}"):
        ask(client, previous_response_id=first.id)
    output = {"type": "function_call_output", "call_id": "call_none", "output": "1"}
    with pytest.raises(BadRequestError, match="No tool call found for function call output with call_id call_none"):
        ask(client, [output])
    with pytest.raises(BadRequestError, match="Duplicate item found with id fc_"):
        ask(client, [first.output[0].to_dict()], previous_response_id=first.id)


def test_the_model_sees_tools_and_choice_as_runs_have_them(serve_with):
    script = Script(call(("f", "{}")), say("ok"), say("ok"), say("ok"))
    client = serve_with(script)
    tools = [FUNCTION, CODE]
    response = ask(client, tools=tools, tool_choice={"type": "function", "name": "f"})
    assert response.tools[0].strict is True
    ask(client, tools=tools, tool_choice="none")
    ask(client, tools=tools, tool_choice={"type": "code_interpreter"})
    allowed = {"type": "allowed_tools", "mode": "required", "tools": [{"type": "function", "name": "f"}]}
    ask(client, tools=tools, tool_choice=allowed)
    seen = [(request.tool_choice, [tool["type"] for tool in request.tools]) for request in script.requests]
    assert seen == [
        ({"type": "function", "function": {"name": "f"}}, ["function", "code_interpreter"]),
        ("none", ["function", "code_interpreter"]),
        ({"type": "code_interpreter"}, ["function", "code_interpreter"]),
        ("required", ["function"]),
    ]
    function = script.requests[0].tools[0]["function"]
    assert (function["name"], function["parameters"]) == ("f", FUNCTION["parameters"])


def test_a_forced_tool_is_free_once_it_was_called(serve_with):
    script = Script(run_code("1"), say("ok"))
    ask(serve_with(script), tools=[CODE], tool_choice="required")
    assert [request.tool_choice for request in script.requests] == ["required", "auto"]


# The code interpreter


def test_code_runs_in_a_container_that_is_used_again(serve_with):
    script = Script(run_code("x = 20"), say("set"), run_code("print(x + 1)"), say("21"))
    client = serve_with(script)
    first = ask(client, tools=[CODE])
    second = ask(client, previous_response_id=first.id, tools=[CODE], include=["code_interpreter_call.outputs"])
    assert first.output[0].container_id == second.output[0].container_id
    assert client.containers.retrieve(first.output[0].container_id).status == "running"
    assert [output.logs for output in second.output[0].outputs] == ["21\n"]
    assert second.usage.total_tokens == 30


def test_outputs_are_shown_on_request_only(serve_with):
    client = serve_with(Script(run_code("print(1)"), say("1")))
    response = ask(client, tools=[CODE])
    assert response.output[0].outputs is None and response.output[0].code == "print(1)"
    shown = client.responses.retrieve(response.id, include=["code_interpreter_call.outputs"])
    assert shown.output[0].outputs[0].logs == "1\n"


def test_written_files_are_cited_and_can_be_downloaded(serve_with):
    write = "open('/mnt/data/a.txt', 'w').write('hello')"
    client = serve_with(Script(run_code(write), say("Here: [a](sandbox:/mnt/data/a.txt).")))
    response = ask(client, tools=[CODE])
    (cited,) = response.output[-1].content[0].annotations
    assert (cited.type, cited.filename) == ("container_file_citation", "a.txt")
    assert response.output_text[cited.start_index : cited.end_index] == "sandbox:/mnt/data/a.txt"
    assert client.containers.files.content.retrieve(cited.file_id, container_id=cited.container_id).read() == b"hello"


def test_pictures_that_code_shows_are_cited(serve_with):
    show = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    client = serve_with(Script(run_code(show), say("drawn")))
    response = ask(client, tools=[CODE], include=["code_interpreter_call.outputs"])
    (cited,) = response.output[-1].content[0].annotations
    picture = client.containers.files.content.retrieve(cited.file_id, container_id=cited.container_id).read()
    assert picture.startswith(b"\x89PNG") and cited.filename == f"{cited.file_id}.png"
    (output,) = response.output[0].outputs
    assert base64.b64decode(output.url.removeprefix("data:image/png;base64,")) == picture


def test_code_finds_the_files_that_it_is_given(serve_with):
    script = Script(run_code("import os\nprint(sorted(os.listdir('/mnt/data')))"), say("ok"))
    client = serve_with(script)
    named = client.files.create(file=("named.csv", b"1"), purpose="user_data")
    part = {"type": "input_file", "filename": "sent.csv", "file_data": base64.b64encode(b"22").decode()}
    response = ask(
        client,
        [{"role": "user", "content": [part, {"type": "input_text", "text": "hi"}]}],
        tools=[{"type": "code_interpreter", "container": {"type": "auto", "file_ids": [named.id]}}],
        include=["code_interpreter_call.outputs"],
    )
    assert response.output[0].outputs[0].logs == "['named.csv', 'sent.csv']\n"
    assert [(file.filename, file.bytes) for file in script.requests[0].files] == [("named.csv", 1), ("sent.csv", 2)]
    assert script.requests[0].files[0].id == named.id


def test_code_runs_in_the_container_that_is_named(serve_with):
    client = serve_with(Script(run_code("1"), say("ok")))
    container = client.containers.create(name="mine")
    response = ask(client, tools=[{"type": "code_interpreter", "container": container.id}])
    assert response.output[0].container_id == container.id


def test_no_container_is_made_where_no_code_runs(serve_with):
    client = serve_with(Script(say("hi")))
    ask(client, tools=[CODE])
    assert client.containers.list().data == []


# File search


def test_found_passages_are_cited(serve_with):
    script = Script(LOOK, say("Within 14 days【1:0†refunds.txt】, as we promise."))
    client = serve_with(script)
    store_id = store_with(client, b"Refunds are possible within 14 days.")
    tool = {"type": "file_search", "vector_store_ids": [store_id], "max_num_results": 3}
    response = ask(client, tools=[tool], include=["file_search_call.results"])
    search, message = response.output
    assert (search.queries, search.results[0].filename) == (["refund days"], "refunds.txt")
    assert "14 days" in search.results[0].text and 0 < search.results[0].score <= 1
    assert response.output_text == "Within 14 days, as we promise."
    (cited,) = message.content[0].annotations
    assert (cited.type, cited.filename, cited.index) == ("file_citation", "refunds.txt", len("Within 14 days"))
    assert isinstance(script.requests[1].items[1], SearchCall)
    assert client.responses.retrieve(response.id).output[0].results is None


def test_filters_and_thresholds_are_kept(serve_with):
    client = serve_with(Script(LOOK, say("nothing"), LOOK, say("nothing")))
    store_id = store_with(client, b"Refunds are possible within 14 days.", attributes={"year": 2024})
    for settings in (
        {"filters": {"type": "eq", "key": "year", "value": 1999}},
        {"ranking_options": {"score_threshold": 1.0}, "filters": {"type": "ne", "key": "year", "value": 2024}},
    ):
        tool = {"type": "file_search", "vector_store_ids": [store_id], **settings}
        response = ask(client, tools=[tool], include=["file_search_call.results"])
        assert response.output[0].results == []


def test_a_vector_store_that_has_expired_is_not_searched(serve_with, monkeypatch):
    client = serve_with(Script(say("ok")))
    store = client.vector_stores.create(expires_after={"anchor": "last_active_at", "days": 1})
    tool = {"type": "file_search", "vector_store_ids": [store.id]}
    assert ask(client, tools=[tool]).status == "completed"
    moment = library.now()
    monkeypatch.setattr(library, "now", lambda: moment + 86_400)
    with pytest.raises(BadRequestError, match="has expired"):
        ask(client, tools=[tool])


# Pictures


def test_a_picture_is_drawn(serve_with):
    script = Script(PAINT, say("Here it is."), say("ok"))
    client = serve_with(script)
    first = ask(client, "draw", tools=[PICTURE | {"output_format": "webp"}])
    drawn = first.output[0]
    assert kinds(first) == ["image_generation_call", "message"] and drawn.status == "completed"
    picture = base64.b64decode(drawn.result)
    assert picture[:4] == b"RIFF" and picture[8:12] == b"WEBP"
    assert client.responses.retrieve(first.id).output[0].result == drawn.result
    ask(client, "and now?", previous_response_id=first.id)
    seen = script.requests[2].items[1]
    assert isinstance(seen, ImageCall) and seen.prompt == "a hill" and seen.revised_prompt


def test_the_tutor_draws_on_request(client):
    response = ask(client, "해 뜨는 바다를 그려 주세요.", tools=[PICTURE])
    assert kinds(response) == ["image_generation_call", "message"]
    darker = ask(client, "밤으로 바꿔 주세요.", previous_response_id=response.id, tools=[PICTURE])
    assert kinds(darker) == ["image_generation_call", "message"]
    assert darker.output[0].result != response.output[0].result
    assert "바다" in darker.output_text
    assert kinds(ask(client, "What is 3 + 4?", previous_response_id=darker.id, tools=[PICTURE])) == ["message"]
    assert kinds(ask(client, "A hill", tools=[PICTURE], tool_choice="required"))[0] == "image_generation_call"
    assert kinds(ask(client, "Draw a bar chart of our sales.", tools=[PICTURE])) == ["message"]


# Endings


def test_an_answer_that_is_cut_off_says_why(serve_with):
    client = serve_with(Script([TextDelta("half"), Usage(3, 1), Stopped("max_completion_tokens")]))
    response = ask(client, max_output_tokens=16)
    assert (response.status, response.incomplete_details.reason) == ("incomplete", "max_output_tokens")
    assert (response.output_text, response.output[0].status) == ("half", "incomplete")
    assert response.usage.output_tokens == 1 and response.completed_at is None


def test_the_tutor_keeps_to_max_output_tokens(client):
    response = ask(client, "What can you do?", max_output_tokens=16)
    assert (response.status, response.incomplete_details.reason) == ("incomplete", "max_output_tokens")
    assert 0 < response.usage.output_tokens <= 16


def test_a_model_that_fails_makes_a_failed_response(serve_with):
    client = serve_with(Script(run_code("1"), ProviderError("rate_limit_exceeded", "Slowly."), RuntimeError("secret")))
    response = ask(client, tools=[CODE])
    assert (response.status, response.error.code, response.error.message) == (
        "failed",
        "rate_limit_exceeded",
        "Slowly.",
    )
    broken = ask(client)
    assert (broken.status, broken.error.code) == ("failed", "server_error") and "secret" not in broken.error.message


def test_a_model_that_never_stops_calling_tools_fails(serve_with):
    response = ask(serve_with(Script(*([run_code("1")] * 20))), tools=[CODE])
    assert (response.status, response.error.code) == ("failed", "server_error")
    assert "in a row" in response.error.message


def test_a_tool_that_is_not_there_cannot_be_called(serve_with):
    response = ask(serve_with(Script(run_code("1"))), tools=[FUNCTION])
    assert (response.status, response.error.code, response.output) == ("failed", "server_error", [])
    assert "not given: code_interpreter" in response.error.message


def test_max_tool_calls_bounds_the_hosted_tools(serve_with):
    both = [ToolCallStart("a", "code_interpreter"), ToolCallDelta("a", "1"), *run_code("2")]
    script = Script(both, say("ok"))
    response = ask(serve_with(script), tools=[CODE, FUNCTION], max_tool_calls=1)
    assert kinds(response) == ["code_interpreter_call", "message"]
    assert [tool["type"] for tool in script.requests[1].tools] == ["function"]


@pytest.mark.parametrize("scenario", ["rate_limit_exceeded", "server_error", "invalid_prompt"])
def test_failures_can_be_had_on_purpose(client, scenario):
    response = ask(client, metadata={"scenario": scenario})
    assert (response.status, response.error.code) == ("failed", scenario)


# In the background


def test_a_background_response_is_polled(tmp_path):
    with serving(tmp_path, Script(say("hi there")), pace="teaching") as url:
        client = client_for(url)
        response = ask(client, background=True)
        seen = [response.status]
        while response.status in ("queued", "in_progress"):
            response = client.responses.retrieve(response.id)
            seen += [response.status] if response.status != seen[-1] else []
        assert seen == ["queued", "in_progress", "completed"] and response.output_text == "hi there"


def test_a_background_response_can_be_cancelled(serve_with):
    client = serve_with(Waits())
    response = ask(client, background=True)
    assert client.responses.cancel(response.id).status == "cancelled"
    assert client.responses.cancel(response.id).status == "cancelled"
    ended = client.responses.retrieve(response.id)
    assert ended.status == "cancelled" and all(item.status == "incomplete" for item in ended.output)


def test_what_was_said_so_far_can_be_seen(serve_with):
    client = serve_with(Waits())
    response = ask(client, background=True)
    while not (seen := client.responses.retrieve(response.id)).output_text:
        pass
    assert (seen.status, seen.output_text, seen.usage) == ("in_progress", "half of ", None)
    assert client.responses.cancel(response.id).output_text == "half of "


def test_others_cannot_be_cancelled(serve_with):
    client = serve_with(Script(say("hi"), say("hi")))
    with pytest.raises(BadRequestError, match="Cannot cancel a synchronous response"):
        client.responses.cancel(ask(client).id)
    response = ask(client, background=True)
    while client.responses.retrieve(response.id).status != "completed":
        pass
    with pytest.raises(BadRequestError, match="Cannot cancel a completed response"):
        client.responses.cancel(response.id)


def test_a_response_at_work_can_be_deleted(serve_with):
    client = serve_with(Waits())
    response = ask(client, background=True)
    client.responses.delete(response.id)
    with pytest.raises(NotFoundError):
        client.responses.retrieve(response.id)


def test_what_a_stopped_server_left_behind_has_failed(tmp_path):
    with serving(tmp_path, Waits()) as url:
        response_id = ask(client_for(url), background=True).id
    with serving(tmp_path) as url:
        response = client_for(url).responses.retrieve(response_id)
    assert (response.status, response.error.code) == ("failed", "server_error")


# Refusals


@pytest.mark.parametrize(
    ("body", "param", "code"),
    [
        ({"input": "hi"}, "model", "missing_required_parameter"),
        ({"model": MODEL}, "input", "missing_required_parameter"),
        ({"model": MODEL, "input": []}, "input", "missing_required_parameter"),
        ({"model": MODEL, "input": 5}, "input", "invalid_type"),
        ({"model": MODEL, "input": "hi", "colour": "red"}, "colour", "unknown_parameter"),
        ({"model": MODEL, "input": "hi", "temperature": 9}, "temperature", "decimal_above_max_value"),
        ({"model": MODEL, "input": "hi", "max_output_tokens": 3}, "max_output_tokens", "integer_below_min_value"),
        ({"model": MODEL, "input": "hi", "include": ["everything"]}, "include[0]", "invalid_value"),
        ({"model": MODEL, "input": "hi", "tools": [{"type": "web_search"}]}, "tools[0].type", "invalid_value"),
        (
            {"model": MODEL, "input": "hi", "tools": [{"type": "function"}]},
            "tools[0].name",
            "missing_required_parameter",
        ),
        ({"model": MODEL, "input": "hi", "tools": [PICTURE | {"size": "9x9"}]}, "tools[0].size", "invalid_value"),
        ({"model": MODEL, "input": [{"role": "user"}]}, "input[0].content", "missing_required_parameter"),
        ({"model": MODEL, "input": [{"type": "web_search_call"}]}, "input[0].type", "invalid_value"),
        (
            {"model": MODEL, "input": [{"type": "function_call_output", "output": ""}]},
            "input[0].call_id",
            "missing_required_parameter",
        ),
        ({"model": MODEL, "input": "hi", "background": True, "store": False}, "background", "invalid_value"),
        ({"model": MODEL, "input": "hi", "prompt": {"id": "pmpt_1"}}, "prompt", "unsupported_parameter"),
        (
            {"model": MODEL, "input": "hi", "previous_response_id": "resp_none"},
            "previous_response_id",
            "previous_response_not_found",
        ),
        (
            {"model": MODEL, "input": "hi", "tools": [FUNCTION | {"strict": True, "parameters": {"type": "object"}}]},
            "tools[0].parameters",
            "invalid_function_parameters",
        ),
        (
            {
                "model": MODEL,
                "input": "hi",
                "text": {"format": {"type": "json_schema", "name": "n", "strict": True, "schema": {"type": "object"}}},
            },
            "text.format.schema",
            "invalid_json_schema",
        ),
    ],
)
def test_bad_requests_are_refused_in_the_apis_own_words(client, body, param, code):
    answer = client._client.post(f"{client.base_url}responses", json=body, headers=client.auth_headers)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert (error["param"], error["code"], error["type"]) == (param, code, "invalid_request_error")


def test_a_tool_that_is_chosen_must_be_there(client):
    for choice in (
        {"type": "function", "name": "g"},
        {"type": "file_search"},
        {"type": "allowed_tools", "mode": "auto", "tools": [{"type": "function", "name": "g"}]},
    ):
        with pytest.raises(BadRequestError, match="not found in 'tools' parameter"):
            ask(client, tools=[FUNCTION], tool_choice=choice)


def test_what_tools_name_must_be_there(client):
    for tool in (
        {"type": "file_search", "vector_store_ids": ["vs_none"]},
        {"type": "code_interpreter", "container": "cntr_none"},
        {"type": "code_interpreter", "container": {"type": "auto", "file_ids": ["file-none"]}},
    ):
        with pytest.raises(NotFoundError):
            ask(client, tools=[tool])
    store = client.vector_stores.create()
    wrong = {"type": "eq", "key": "year", "value": [{"a": 1}]}
    with pytest.raises(BadRequestError):
        ask(client, tools=[{"type": "file_search", "vector_store_ids": [store.id], "filters": wrong}])


# Structured answers


def test_answers_are_parsed_into_models(serve_with):
    class Price(BaseModel):
        amount: float
        currency: str

    script = Script(say('{"amount": 6, "currency": "USD"}'))
    response = serve_with(script).responses.parse(model=MODEL, input="price?", text_format=Price)
    assert response.output_parsed == Price(amount=6, currency="USD")
    wanted = script.requests[0].response_format
    assert (wanted["type"], wanted["json_schema"]["name"]) == ("json_schema", "Price")
    assert wanted["json_schema"]["schema"]["required"] == ["amount", "currency"]


def test_the_tutor_fills_a_schema(client):
    class Answer(BaseModel):
        price: float

    question = "A bouquet costs 5 dollars. What is the price with a 20% markup?"
    assert client.responses.parse(model=MODEL, input=question, text_format=Answer).output_parsed == Answer(price=6)


def test_nothing_of_ours_is_shown(serve_with):
    client = serve_with(Script(PAINT, say("ok")))
    raw = client.responses.with_raw_response.create(model=MODEL, input="hi", tools=[PICTURE])
    assert '"_' not in json.dumps(raw.http_response.json())
