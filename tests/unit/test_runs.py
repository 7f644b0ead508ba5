import time

import pytest
from openai import BadRequestError, OpenAI

from helpers.server.providers.base import ProviderError
from helpers.settings import MODEL
from tests.conftest import client_for, serving
from tests.providers import Script, Waits, call, run_code, say

CODE = [{"type": "code_interpreter"}]


def start(client: OpenAI, content: str = "hello", **assistant):
    made = client.beta.assistants.create(model=MODEL, **assistant)
    thread = client.beta.threads.create(messages=[{"role": "user", "content": content}])
    return client.beta.threads.runs.create(thread_id=thread.id, assistant_id=made.id)


def finish(client: OpenAI, run):
    return client.beta.threads.runs.poll(run.id, thread_id=run.thread_id)


def answer(client: OpenAI, run):
    return client.beta.threads.messages.list(run.thread_id, run_id=run.id).data[0]


def steps(client: OpenAI, run):
    return client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data


def test_create_returns_at_once_and_queued(serve_with):
    run = start(serve_with(Script(say("hi"))), instructions="Be kind.", name="a")
    assert (run.status, run.started_at, run.usage) == ("queued", None, None)
    assert run.expires_at == run.created_at + 600
    assert run.instructions == "Be kind."


def test_a_run_ends_completed_with_its_answer(serve_with):
    client = serve_with(Script(say("hi there")))
    run = finish(client, start(client))
    assert run.status == "completed" and run.completed_at and run.expires_at is None
    assert run.usage.total_tokens == 15
    message = answer(client, run)
    assert (message.content[0].text.value, message.run_id, message.status) == ("hi there", run.id, "completed")
    (step,) = steps(client, run)
    assert (step.type, step.status) == ("message_creation", "completed")
    assert step.step_details.message_creation.message_id == message.id


def test_the_teaching_pace_shows_each_status(tmp_path):
    with serving(tmp_path, Script(say("hi")), pace="teaching") as url:
        client = client_for(url)
        run = start(client)
        seen = [run.status]
        while run.status in ("queued", "in_progress"):
            run = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
            seen += [run.status] if run.status != seen[-1] else []
            time.sleep(0.01)
        assert seen == ["queued", "in_progress", "completed"]


def test_code_really_runs_and_its_output_reaches_the_model_and_the_step(serve_with):
    model = Script(run_code("print(6 * 7)"), say("It is 42."))
    client = serve_with(model)
    run = finish(client, start(client, tools=CODE))
    tool, message = steps(client, run)
    (made_call,) = tool.step_details.tool_calls
    assert made_call.code_interpreter.input == "print(6 * 7)"
    assert made_call.code_interpreter.outputs[0].logs == "42\n"
    assert model.requests[1].items[-1].logs == "42\n"
    assert message.type == "message_creation"


def test_a_figure_becomes_an_image_part_before_the_text(serve_with):
    code = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"
    client = serve_with(Script(run_code(code), say("See the chart.")))
    run = finish(client, start(client, tools=CODE))
    image, text = answer(client, run).content
    assert (image.type, text.type) == ("image_file", "text")
    assert client.files.content(image.image_file.file_id).read().startswith(b"\x89PNG")
    assert client.files.retrieve(image.image_file.file_id).purpose == "assistants_output"


def test_a_written_file_that_the_answer_links_to_can_be_downloaded(serve_with):
    code = "open('/mnt/data/보고서 1.txt', 'w', encoding='utf-8').write('결과 42')"
    text = "[받기](sandbox:/mnt/data/보고서 1.txt) 그리고 sandbox:/mnt/data/none.txt"
    client = serve_with(Script(run_code(code), say(text)))
    part = answer(client, finish(client, start(client, tools=CODE))).content[0].text
    (annotation,) = part.annotations
    assert part.value[annotation.start_index : annotation.end_index] == annotation.text
    assert annotation.text == "sandbox:/mnt/data/보고서 1.txt"
    assert client.files.content(annotation.file_path.file_id).read().decode() == "결과 42"


def test_files_of_the_assistant_and_the_thread_are_in_mnt_data(serve_with):
    model = Script(run_code("import os; print(sorted(os.listdir('/mnt/data')))"), say("done"))
    client = serve_with(model)
    first = client.files.create(file=("a.csv", b"1"), purpose="assistants")
    twin = client.files.create(file=("a.csv", b"2"), purpose="assistants")
    made = client.beta.assistants.create(
        model=MODEL, tools=CODE, tool_resources={"code_interpreter": {"file_ids": [first.id]}}
    )
    attachment = {"file_id": twin.id, "tools": CODE}
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "x", "attachments": [attachment]}])
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=made.id)
    assert "['a (2).csv', 'a.csv']" in steps(client, run)[0].step_details.tool_calls[0].code_interpreter.outputs[0].logs
    assert [file.path for file in model.requests[0].files] == ["/mnt/data/a.csv", "/mnt/data/a (2).csv"]


def test_the_model_sees_what_was_said_and_done_before(serve_with):
    model = Script(run_code("x = 5\nprint(x)"), say("five"), say("still five"))
    client = serve_with(model)
    run = finish(client, start(client, "first", tools=CODE))
    client.beta.threads.messages.create(run.thread_id, role="user", content="second")
    client.beta.threads.runs.create_and_poll(thread_id=run.thread_id, assistant_id=run.assistant_id)
    seen = [getattr(item, "text", None) or item.code for item in model.requests[-1].items]
    assert seen == ["first", "x = 5\nprint(x)", "five", "second"]


def test_what_the_run_says_goes_before_what_the_assistant_says(serve_with):
    model = Script(say("ok"))
    client = serve_with(model)
    made = client.beta.assistants.create(model=MODEL, instructions="old", tools=CODE)
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id,
        assistant_id=made.id,
        model="another",
        instructions="new",
        additional_instructions="and more",
        additional_messages=[{"role": "user", "content": "hello"}],
        tools=[],
    )
    assert (run.model, run.instructions, run.tools) == ("another", "new\nand more", [])
    assert model.requests[0].instructions == "new\nand more" and model.requests[0].tools == ()


def test_an_active_run_locks_its_thread(serve_with):
    client = serve_with(Waits())
    run = start(client)
    with pytest.raises(BadRequestError) as refused:
        client.beta.threads.messages.create(run.thread_id, role="user", content="more")
    assert refused.value.body["message"] == f"Can't add messages to {run.thread_id} while a run {run.id} is active."
    with pytest.raises(BadRequestError) as refused:
        client.beta.threads.runs.create(thread_id=run.thread_id, assistant_id=run.assistant_id)
    assert refused.value.body["message"] == f"Thread {run.thread_id} already has an active run {run.id}."


def test_a_cancelled_run_frees_its_thread_and_keeps_half_an_answer(serve_with):
    client = serve_with(Waits())
    run = start(client)
    while client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id).status == "queued":
        pass
    assert client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id).status == "cancelling"
    run = finish(client, run)
    assert run.status == "cancelled" and run.cancelled_at
    message = answer(client, run)
    assert (message.status, message.incomplete_details.reason) == ("incomplete", "run_cancelled")
    assert message.content[0].text.value == "half of "
    assert client.beta.threads.messages.create(run.thread_id, role="user", content="more").id
    with pytest.raises(BadRequestError, match="Cannot cancel run with status 'cancelled'"):
        client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)


def test_a_run_can_be_cancelled_before_it_has_begun(serve_with):
    client = serve_with(Script(say("too late")))
    run = start(client)
    try:
        client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
    except BadRequestError:
        assert finish(client, run).status == "completed"
    else:
        assert finish(client, run).status == "cancelled"


@pytest.mark.parametrize(
    ("failure", "code", "message"),
    [
        (ProviderError("rate_limit_exceeded", "You are too quick."), "rate_limit_exceeded", "You are too quick."),
        (RuntimeError("a bug with /secret/path"), "server_error", "Sorry, something went wrong."),
    ],
)
def test_a_model_that_fails_fails_the_run(serve_with, failure, code, message):
    client = serve_with(Script(failure))
    run = finish(client, start(client))
    assert (run.status, run.last_error.code, run.last_error.message) == ("failed", code, message)
    assert run.failed_at and run.completed_at is None


def test_a_model_that_never_stops_calling_tools_is_stopped(serve_with):
    client = serve_with(Script(*[run_code("1")] * 40))
    run = finish(client, start(client, tools=CODE))
    assert run.status == "failed" and "16 times in a row" in run.last_error.message


def test_functions_wait_for_the_readers_program(serve_with):
    model = Script(call(("weather", '{"city": "서울"}'), ("weather", '{"city": "부산"}')), say("둘 다 맑습니다."))
    client = serve_with(model)
    tools = [{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}]
    run = finish(client, start(client, tools=tools))
    assert run.status == "requires_action"
    calls = run.required_action.submit_tool_outputs.tool_calls
    assert [made.function.arguments for made in calls] == ['{"city": "서울"}', '{"city": "부산"}']
    outputs = [{"tool_call_id": made.id, "output": "맑음"} for made in calls]
    with pytest.raises(BadRequestError, match="Expected tool outputs for call_ids"):
        client.beta.threads.runs.submit_tool_outputs(run.id, thread_id=run.thread_id, tool_outputs=outputs[:1])
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=outputs
    )
    assert run.status == "completed" and answer(client, run).content[0].text.value == "둘 다 맑습니다."
    assert [item.output for item in model.requests[-1].items[-2:]] == ["맑음", "맑음"]
    with pytest.raises(BadRequestError, match='Runs in status "completed" do not accept tool outputs'):
        client.beta.threads.runs.submit_tool_outputs(run.id, thread_id=run.thread_id, tool_outputs=outputs)


def test_create_and_run_makes_thread_and_run_in_one_call(serve_with):
    client = serve_with(Script(say("hi")))
    made = client.beta.assistants.create(model=MODEL)
    run = client.beta.threads.create_and_run_poll(
        assistant_id=made.id, thread={"messages": [{"role": "user", "content": "hello"}]}
    )
    assert run.status == "completed"
    assert len(client.beta.threads.messages.list(run.thread_id).data) == 2
    assert [listed.id for listed in client.beta.threads.runs.list(run.thread_id)] == [run.id]


def test_a_run_left_behind_by_a_killed_server_does_not_lock_its_thread(tmp_path):
    with serving(tmp_path, Waits()) as url:
        run = start(client_for(url))
    with serving(tmp_path, Script(say("hi"))) as url:
        client = client_for(url)
        left = client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id)
        assert (left.status, left.last_error.code) == ("failed", "server_error")
        client.beta.threads.messages.create(run.thread_id, role="user", content="again")
        again = client.beta.threads.runs.create_and_poll(thread_id=run.thread_id, assistant_id=run.assistant_id)
        assert again.status == "completed"


def test_only_metadata_of_a_run_changes(serve_with):
    client = serve_with(Script(say("hi")))
    run = finish(client, start(client))
    changed = client.beta.threads.runs.update(run.id, thread_id=run.thread_id, metadata={"mark": "good"})
    assert changed == run.model_copy(update={"metadata": {"mark": "good"}})
    (step,) = steps(client, run)
    assert client.beta.threads.runs.steps.retrieve(step.id, run_id=run.id, thread_id=run.thread_id) == step
