"""A live model behind the same API: what is sent upstream, what comes back, and every fault in between."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from openai import BadRequestError, OpenAI

from tests import upstream as up
from tests.conftest import client_for, serving
from tests.upstream import KEY, Upstream, called, chat, function_call, listening, response, said

WEATHER = {
    "type": "function",
    "function": {
        "name": "get_weather",
        "description": "The weather of a city",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}
CODE = {"type": "code_interpreter"}


def choose(client: OpenAI, **wish):
    """Tell the server which model thinks; the server's answer."""
    root = str(client.base_url).removesuffix("v1/")
    return client.with_options(base_url=root).post("/workshop/model", body=wish, cast_to=object)


@contextmanager
def live(tmp_path, upstream: Upstream, api: str = "chat", **wish) -> Iterator[OpenAI]:
    with listening(upstream), serving(tmp_path / "state") as url:
        client = client_for(url)
        choose(client, provider=api, base_url=upstream.url, api_key=KEY, **wish)
        yield client


def run_of(client, text="Hello", *, thread=None, model="gpt-4o", **assistant):
    made = client.beta.assistants.create(model=model, **assistant)
    thread = thread or client.beta.threads.create(messages=[{"role": "user", "content": text}])
    return client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=made.id)


def answer_of(client, run):
    message = client.beta.threads.messages.list(run.thread_id, limit=1).data[0]
    return "".join(part.text.value for part in message.content if part.type == "text")


# ------------------------------------------------------------------------------------------------------------ words ---


@pytest.mark.parametrize(
    ("api", "stream"), [("chat", said("Hel", "lo ", "you")), ("responses", response(text=["Hel", "lo ", "you"]))]
)
def test_words_are_passed_on_with_the_model_that_wrote_them_and_its_tokens(tmp_path, api, stream):
    upstream = Upstream(stream)
    with live(tmp_path, upstream, api) as client:
        run = run_of(client, instructions="Be brief.")
        assert (run.status, answer_of(client, run)) == ("completed", "Hello you")
        assert (run.model, run.usage.prompt_tokens, run.usage.completion_tokens) == ("gpt-9-mini", 11, 7)
    sent = upstream.requests[0]
    assert sent["model"] == "gpt-9-mini"
    assert "Be brief." in json.dumps(sent)
    assert KEY not in json.dumps(sent)


def test_words_stream_through_as_they_come(tmp_path):
    with live(tmp_path, Upstream(said("One ", "two ", "three"))) as client:
        assistant = client.beta.assistants.create(model="x")
        thread = client.beta.threads.create(messages=[{"role": "user", "content": "Count"}])
        with client.beta.threads.runs.stream(thread_id=thread.id, assistant_id=assistant.id) as stream:
            assert list(stream.text_deltas) == ["One ", "two ", "three"]


def test_the_conversation_and_its_pictures_are_told(tmp_path, client):
    upstream = Upstream(said("A dot."), said("Red."))
    with live(tmp_path, upstream) as client:
        picture = client.files.create(file=("dot.png", b"\x89PNG\r\n\x1a\n"), purpose="vision")
        content = [
            {"type": "text", "text": "What is it?"},
            {"type": "image_file", "image_file": {"file_id": picture.id}},
        ]
        thread = client.beta.threads.create(messages=[{"role": "user", "content": content}])
        run_of(client, thread=thread)
        client.beta.threads.messages.create(thread.id, role="user", content="Its colour?")
        assert answer_of(client, run_of(client, thread=thread)) == "Red."
    first, second = (request["messages"] for request in upstream.requests)
    assert first[0]["content"][1]["image_url"]["url"].startswith("data:image/png;base64,iVBOR")
    assert [message["content"] for message in second[1:]] == ["A dot.", "Its colour?"]


def test_settings_reach_the_model_and_usual_ones_go_unsaid(tmp_path):
    upstream = Upstream(said("{}"), said("{}"), response(text=["{}"]))
    schema = {"type": "json_schema", "json_schema": {"name": "s", "schema": {"type": "object"}}}
    with live(tmp_path, upstream) as client:
        run_of(client)
        run_of(client, temperature=0.2, response_format=schema, reasoning_effort="low")
        choose(client, provider="responses", base_url=upstream.url, api_key=KEY)
        run_of(client, temperature=0.2, response_format=schema, reasoning_effort="low")
    plain, chat_request, response_request = upstream.requests
    assert not {"temperature", "top_p", "response_format", "tools"} & set(plain)
    assert chat_request["temperature"] == response_request["temperature"] == 0.2
    assert chat_request["response_format"] == schema
    assert response_request["text"]["format"] == {"type": "json_schema"} | schema["json_schema"]
    assert (chat_request["reasoning_effort"], response_request["reasoning"]) == ("low", {"effort": "low"})


@pytest.mark.parametrize(
    ("api", "stream", "reason"),
    [
        ("chat", said("Half", finish="length"), "max_completion_tokens"),
        (
            "responses",
            response(text=["Half"], reason="max_output_tokens", status="incomplete"),
            "max_completion_tokens",
        ),
        ("chat", said("Half", finish="content_filter"), None),
    ],
)
def test_a_model_that_was_stopped_leaves_the_run_incomplete(tmp_path, api, stream, reason):
    with live(tmp_path, Upstream(stream), api) as client:
        run = run_of(client)
        assert run.status == "incomplete"
        assert getattr(run.incomplete_details, "reason", None) == reason
        assert answer_of(client, run) == "Half"


# ------------------------------------------------------------------------------------------------------------ tools ---


@pytest.mark.parametrize(
    ("api", "calls", "end"),
    [
        ("chat", called(("python", '{"code": "print(6 * 7)"}')), said("It is 42.")),
        ("responses", response(function_call("python", '{"code": "print(6 * 7)"}')), response(text=["It is 42."])),
        ("chat", called(("python", "print(6 * 7)")), said("It is 42.")),
        ("chat", said('<tool_call>{"name": "python", "arguments": {"code": "6*7"}}</tool_call>'), said("It is 42.")),
        ("chat", said('Let me see.\n```json\n{"tool": "python", "args": {"code": "6*7"}}\n```'), said("It is 42.")),
        ("chat", said('{"name": "python", ', '"parameters": {"code": "print(6*7)"}}'), said("It is 42.")),
    ],
)  # fmt: skip
def test_code_runs_here_and_its_output_goes_back(tmp_path, api, calls, end):
    upstream = Upstream(calls, end)
    with live(tmp_path, upstream, api) as client:
        run = run_of(client, tools=[CODE])
        assert (run.status, answer_of(client, run)) == ("completed", "It is 42.")
        steps = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data
        call = next(step for step in steps if step.type == "tool_calls").step_details.tool_calls[0]
        assert call.code_interpreter.outputs[0].logs.strip() == "42"
    assert "42" in json.dumps(upstream.requests[1])


@pytest.mark.parametrize("api", ["chat", "responses"])
def test_functions_are_called_with_all_their_calls_at_once(tmp_path, api):
    calls = [("get_weather", '{"city": "서울"}'), ("get_weather", '{"city": "부산"}')]
    streams = {
        "chat": (called(*calls), said("Seoul is warmer.")),
        "responses": (
            response(*(function_call(*call, f"call_{n}") for n, call in enumerate(calls))),
            response(text=["Seoul is warmer."]),
        ),
    }
    upstream = Upstream(*streams[api])
    with live(tmp_path, upstream, api) as client:
        run = run_of(client, tools=[WEATHER])
        asked = run.required_action.submit_tool_outputs.tool_calls
        assert [json.loads(call.function.arguments)["city"] for call in asked] == ["서울", "부산"]
        outputs = [{"tool_call_id": call.id, "output": f"{20 - n} degrees"} for n, call in enumerate(asked)]
        run = client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs
        )
        assert answer_of(client, run) == "Seoul is warmer."
    assert "19 degrees" in json.dumps(upstream.requests[1])


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("get_wether", '{"city": "Rome"}', "no tool named"),
        ("get_weather", '{"town": "Rome"}', "lacks these arguments: city"),
        ("get_weather", '{"city": "Ro', "not valid JSON"),
        ("get_weather", '["Rome"]', "JSON object"),
    ],
)
def test_a_wrong_call_is_told_to_the_model_which_tries_again(tmp_path, name, arguments, told):
    upstream = Upstream(called((name, arguments)), called(("get_weather", '{"city": "Rome"}')))
    with live(tmp_path, upstream) as client:
        run = run_of(client, tools=[WEATHER])
        assert run.status == "requires_action"
        assert run.usage.prompt_tokens == 22
    assert told in upstream.requests[1]["messages"][-1]["content"]


def test_a_model_that_never_calls_rightly_fails_the_run(tmp_path):
    with live(tmp_path, Upstream(*[called(("nothing", "{}"))] * 5)) as client:
        run = run_of(client, tools=[WEATHER])
        assert (run.status, run.last_error.code) == ("failed", "server_error")
        assert "again and again" in run.last_error.message


def test_an_endless_loop_of_tools_ends(tmp_path):
    upstream = Upstream(*[called(("python", '{"code": "1"}'))] * 40)
    with live(tmp_path, upstream) as client:
        run = run_of(client, tools=[CODE])
        assert run.status == "failed"
        assert len(upstream.requests) < 20


def test_a_service_without_tools_is_told_of_them_in_words(tmp_path):
    refusal = up.error(400, "model does not support tools")
    written = said('<tool_call>{"name": "python", "arguments": {"code": "print(5)"}}</tool_call>')
    upstream = Upstream(refusal, written, said("Five."))
    with live(tmp_path, upstream) as client:
        run = run_of(client, tools=[CODE])
        assert (run.status, answer_of(client, run)) == ("completed", "Five.")
    assert "tools" in upstream.requests[0]
    assert all("tools" not in request for request in upstream.requests[1:])
    assert "<tool_response>5" in upstream.requests[2]["messages"][-1]["content"]


def test_a_setting_that_a_model_refuses_is_left_out(tmp_path):
    refusal = up.error(400, "Unsupported value", "unsupported_value", "temperature")
    upstream = Upstream(refusal, said("Fine."), said("Fine."))
    with live(tmp_path, upstream) as client:
        assert run_of(client, temperature=0.3).status == "completed"
        assert run_of(client, temperature=0.3).status == "completed"
    assert ["temperature" in request for request in upstream.requests] == [True, False, False]


def test_thoughts_and_json_that_is_no_call_stay_what_they_are(tmp_path):
    upstream = Upstream(said("<thi", "nk>Hm.</think>\nYes."), said('```json\n{"a": 1}\n```'), said('{"name": "Kim"}'))
    with live(tmp_path, upstream) as client:
        answers = [answer_of(client, run_of(client, tools=[CODE])) for _ in range(3)]
    assert answers == ["Yes.", '```json\n{"a": 1}\n```', '{"name": "Kim"}']


# ----------------------------------------------------------------------------------------------------------- faults ---

FAULTS = {
    "wrong key": (up.error(401, f"Incorrect API key provided: {KEY}"), "server_error", "did not accept the API key"),
    "forbidden": (up.error(403, "no"), "server_error", "did not accept the API key"),
    "too many": (up.error(429, "slow down", retry_after="30"), "rate_limit_exceeded", "in 30 seconds"),
    "no credit": (up.error(429, "pay", "insufficient_quota"), "rate_limit_exceeded", "no credit"),
    "too long": (
        up.error(400, "maximum context length is 8 tokens", "context_length_exceeded"),
        "invalid_prompt",
        "longer",
    ),
    "unknown model": (up.error(404, "no such model"), "invalid_prompt", "does not have this model"),
    "refused": (up.error(400, "bad image"), "invalid_prompt", "bad image"),
    "broken": (up.error(500, "oops"), "server_error", "error of its own"),
    "cut": (chat({"content": "Half an an"}, "<cut>"), "server_error", "broke off"),
    "ends early": (chat({"content": "Half"}, finish=None, usage=None), "server_error", "broke off"),
    "bad JSON": (["{not json"], "server_error", "broke off"),
    "no events": (up.JSONResponse({"hello": 1}), "server_error", "broke off"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_fails_the_run_in_plain_words_and_the_thread_goes_on(tmp_path, fault):
    answer, code, words = FAULTS[fault]
    with live(tmp_path, Upstream(answer, said("Here again."))) as client:
        run = run_of(client)
        assert (run.status, run.last_error.code) == ("failed", code)
        assert words in run.last_error.message
        assert KEY not in run.last_error.message
        thread = client.beta.threads.retrieve(run.thread_id)
        assert answer_of(client, run_of(client, thread=thread)) == "Here again."


def test_faults_of_the_responses_api(tmp_path):
    filtered = up.error(400, "no", "content_filter")
    failed = response(text=["Ha"], status="failed")
    early = response(text=["Ha"])[:1]
    with live(tmp_path, Upstream(filtered, failed, early), "responses") as client:
        assert run_of(client).status == "incomplete"
        run = run_of(client)
        assert (run.status, run.last_error.message.split(": ", 1)[1]) == ("failed", "It broke.")
        assert "broke off" in run_of(client).last_error.message


def test_a_slow_model_can_be_cancelled(tmp_path):
    upstream = Upstream(["<hang>"], said("Next."))
    with live(tmp_path, upstream) as client:
        assistant = client.beta.assistants.create(model="x")
        thread = client.beta.threads.create(messages=[{"role": "user", "content": "Hello"}])
        run = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)
        assert upstream.asked.wait(10)
        client.beta.threads.runs.cancel(run.id, thread_id=thread.id)
        assert client.beta.threads.runs.poll(run.id, thread_id=thread.id).status == "cancelled"
        assert answer_of(client, run_of(client, thread=thread)) == "Next."


# ----------------------------------------------------------------------------------------------------------- choice ---


def test_a_model_on_the_list_is_asked_and_one_that_is_not_gives_way(tmp_path):
    old = {"id": "gpt-8-mini", "shutdown_date": "2020-01-01"}
    upstream = Upstream(said("a"), said("b"), models=["text-embedding-9", old, "gpt-7", "gpt-7.1-mini", "gpt-7-mini"])
    with live(tmp_path, upstream) as client:
        assert run_of(client, model="gpt-7").model == "gpt-7"
        assert run_of(client, model="gpt-8-mini").model == "gpt-7.1-mini"
        assert "gpt-7" in [model.id for model in client.models.list()]


def test_the_setting_names_the_model(tmp_path):
    upstream = Upstream(said("a"), models=["tiny", "large"])
    with live(tmp_path, upstream, model="large") as client:
        assert run_of(client).model == "large"
        with pytest.raises(BadRequestError, match=r"no model named 'huge'.*tiny, large"):
            choose(client, provider="chat", base_url=upstream.url, api_key=KEY, model="huge")


def test_a_choice_that_cannot_be_reached_changes_nothing(client):
    for wish, words in (
        ({"provider": "chat", "base_url": "http://127.0.0.1:9/v1", "api_key": "none"}, "Nobody answers at 127.0.0.1:9"),
        ({"provider": "chat", "api_key": "none"}, "base_url"),
        ({"provider": "telepathy"}, "provider"),
    ):
        with pytest.raises(BadRequestError, match=words):
            choose(client, **wish)
    assert run_of(client, "What is 2 + 3?").status == "completed"


def test_a_wrong_key_is_said_without_it(tmp_path):
    with listening(Upstream()) as upstream, serving(tmp_path / "state") as url:
        with pytest.raises(BadRequestError) as refused:
            choose(client_for(url), provider="chat", base_url=upstream.url, api_key="sk-wrong-key")
        assert "did not accept the API key" in str(refused.value)
        assert "sk-wrong-key" not in str(refused.value)


def test_the_way_back_is_offline(tmp_path):
    with live(tmp_path, Upstream(said("Live."))) as client:
        assert answer_of(client, run_of(client, "What is 2 + 3?")) == "Live."
        choose(client, provider="offline")
        assert "5" in answer_of(client, run_of(client, "What is 2 + 3?"))


def test_no_key_is_written_to_disk(tmp_path):
    with live(tmp_path, Upstream(said("Live."))) as client:
        run_of(client)
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()]
    assert kept == []


# --------------------------------------------------------------------------------------------------------- pictures ---


def test_dalle_gives_way_to_the_picture_model_of_the_service(tmp_path):
    drawn = up.JSONResponse({"created": 0, "data": [{"b64_json": "iVBORw0KGgo="}]})
    upstream = Upstream(drawn, models=["gpt-9", "gpt-image-2", "gpt-image-1.5"])
    with live(tmp_path, upstream, "responses") as client:
        image = client.images.generate(model="dall-e-3", prompt="A hill", size="1792x1024", quality="hd").data[0]
        assert "gpt-image-2" in image.revised_prompt
        assert "shut down" in image.revised_prompt
    assert upstream.requests[0] == {"model": "gpt-image-2", "prompt": "A hill", "size": "1536x1024", "quality": "high"}


def test_a_service_without_a_picture_model_leaves_drawing_to_the_illustrator(tmp_path):
    with live(tmp_path, Upstream()) as client:
        image = client.images.generate(model="dall-e-3", prompt="A hill", response_format="b64_json").data[0]
        assert image.b64_json


# ------------------------------------------------------------------------------------------ other real counterparts ---


def test_the_embedded_server_itself_can_be_the_service(tmp_path):
    with serving(tmp_path / "above") as above, serving(tmp_path / "below") as url:
        client = client_for(url)
        choose(client, provider="responses", base_url=f"{above}/v1", api_key=client_for(above).api_key)
        assert "72" in answer_of(client, run_of(client, "What is 8 * 9?", tools=[CODE]))
        run = run_of(client, "What is the weather in Rome?", tools=[WEATHER])
        assert json.loads(run.required_action.submit_tool_outputs.tool_calls[0].function.arguments) == {"city": "Rome"}
