"""Many at once: one thread has one active run, nothing is lost, and what is deleted in use harms nobody."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread

import pytest
from openai import APIStatusError, BadRequestError, NotFoundError, OpenAI

from helpers.settings import MODEL
from tests.conftest import client_for, serving
from tests.providers import Obliging, Planned, Script, Waits, run_code, say


def all_at_once(*calls):
    """What each call answers, or the error that it raises, all having started at the same instant."""
    start = Barrier(len(calls))

    def go(call):
        start.wait()
        try:
            return call()
        except APIStatusError as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(go, calls))


def test_of_runs_created_at_once_on_one_thread_one_wins(serve_with):
    client = serve_with(Waits())
    assistant = client.beta.assistants.create(model=MODEL)
    for _ in range(5):
        thread = client.beta.threads.create()

        def create(thread=thread):
            return client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id)

        answers = all_at_once(*[create] * 4)
        (run,) = [answer for answer in answers if not isinstance(answer, APIStatusError)]
        refused = [answer for answer in answers if isinstance(answer, BadRequestError)]
        assert len(refused) == 3
        assert {error.body["message"] for error in refused} == {
            f"Thread {thread.id} already has an active run {run.id}."
        }
        assert [listed.id for listed in client.beta.threads.runs.list(thread.id)] == [run.id]


def test_outputs_submitted_twice_at_once_count_once(serve_with):
    client = serve_with(Planned())
    tools = [{"type": "function", "function": {"name": "f"}}]
    assistant = client.beta.assistants.create(model=MODEL, tools=tools)
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(
        thread_id=thread.id, assistant_id=assistant.id, instructions="a: call wait"
    )
    outputs = [{"tool_call_id": call.id, "output": "1"} for call in run.required_action.submit_tool_outputs.tool_calls]

    def submit():
        return client.beta.threads.runs.submit_tool_outputs(run.id, thread_id=thread.id, tool_outputs=outputs)

    answers = all_at_once(*[submit] * 4)
    assert sum(isinstance(answer, BadRequestError) for answer in answers) == 3


def test_cancelling_twice_at_once_is_no_error_of_the_server(serve_with):
    client = serve_with(Waits())
    assistant = client.beta.assistants.create(model=MODEL)
    run = client.beta.threads.create_and_run(assistant_id=assistant.id)

    def cancel():
        return client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)

    answers = all_at_once(*[cancel] * 4)
    assert all(getattr(answer, "status_code", 200) in (200, 400) for answer in answers)
    assert client.beta.threads.runs.poll(run.id, thread_id=run.thread_id).status == "cancelled"


def test_messages_appended_in_parallel_are_all_there_in_order(client: OpenAI):
    thread = client.beta.threads.create()

    def append(writer):
        for number in range(15):
            client.beta.threads.messages.create(thread.id, role="user", content=f"{writer} {number}")

    all_at_once(*[lambda writer=writer: append(writer) for writer in range(6)])
    listed = [
        message.content[0].text.value.split()
        for message in client.beta.threads.messages.list(thread.id, order="asc", limit=7)
    ]
    assert len(listed) == 90
    for writer in range(6):
        assert [int(number) for name, number in listed if int(name) == writer] == list(range(15))


def test_fifty_threads_run_in_parallel(serve_with):
    client = serve_with(Obliging())
    assistant = client.beta.assistants.create(model=MODEL)

    def talk(number):
        run = client.beta.threads.create_and_run_poll(
            assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": str(number)}]}
        )
        texts = [message.content[0].text.value for message in client.beta.threads.messages.list(run.thread_id)]
        return run.status, texts

    answers = all_at_once(*[lambda number=number: talk(number) for number in range(50)])
    assert answers == [("completed", ["Done.", str(number)]) for number in range(50)]


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_paging_is_complete_while_others_insert(client: OpenAI, order):
    thread = client.beta.threads.create()
    before = [client.beta.threads.messages.create(thread.id, role="user", content="x").id for _ in range(30)]
    enough = Event()

    def insert():
        while not enough.is_set():
            client.beta.threads.messages.create(thread.id, role="user", content="y")

    writer = Thread(target=insert)
    writer.start()
    try:
        seen = []
        for message in client.beta.threads.messages.list(thread.id, order=order, limit=4):
            seen.append(message.id)
            if order == "asc" and len(seen) > 60:
                break
    finally:
        enough.set()
        writer.join()
    assert len(seen) == len(set(seen))
    assert [id for id in seen if id in before] == (before if order == "asc" else before[::-1])


def test_an_assistant_deleted_in_use_lets_its_run_end(serve_with):
    client = serve_with(Planned())
    tools = [{"type": "function", "function": {"name": "f"}}]
    assistant = client.beta.assistants.create(model=MODEL, tools=tools)
    run = client.beta.threads.create_and_run_poll(assistant_id=assistant.id, instructions="a: call say")
    client.beta.assistants.delete(assistant.id)
    (call,) = run.required_action.submit_tool_outputs.tool_calls
    run = client.beta.threads.runs.submit_tool_outputs_and_poll(
        run_id=run.id, thread_id=run.thread_id, tool_outputs=[{"tool_call_id": call.id, "output": "1"}]
    )
    assert (run.status, run.assistant_id) == ("completed", assistant.id)
    with pytest.raises(NotFoundError, match=f"No assistant found with id '{assistant.id}'."):
        client.beta.threads.runs.create(thread_id=run.thread_id, assistant_id=assistant.id)


@pytest.mark.parametrize("cancel_first", [False, True])
def test_a_thread_deleted_in_use_takes_its_run_along(serve_with, cancel_first):
    client = serve_with(Script(run_code("import time; time.sleep(60)"), say("too late")))
    assistant = client.beta.assistants.create(model=MODEL, tools=[{"type": "code_interpreter"}])
    run = client.beta.threads.create_and_run(assistant_id=assistant.id)
    while not client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id).data:
        pass
    if cancel_first:
        client.beta.threads.runs.cancel(run.id, thread_id=run.thread_id)
    assert client.beta.threads.delete(run.thread_id).deleted
    for gone in (
        lambda: client.beta.threads.retrieve(run.thread_id),
        lambda: client.beta.threads.runs.retrieve(run.id, thread_id=run.thread_id),
        lambda: client.beta.threads.messages.create(run.thread_id, role="user", content="x"),
    ):
        with pytest.raises(NotFoundError):
            gone()


def test_a_thread_deleted_while_it_is_streamed_ends_the_stream(serve_with):
    client = serve_with(Waits())
    assistant = client.beta.assistants.create(model=MODEL)
    thread = client.beta.threads.create()
    names = []
    stream = client.beta.threads.runs.create(thread_id=thread.id, assistant_id=assistant.id, stream=True)
    for event in stream:
        names.append(event.event)
        if event.event == "thread.message.delta":
            client.beta.threads.delete(thread.id)
    assert names[-1] != "thread.run.completed"


def test_a_file_deleted_in_use_leaves_the_lists_that_named_it(client: OpenAI):
    file, other = (client.files.create(file=(f"{name}.csv", b"a\n1\n"), purpose="assistants") for name in "ab")
    resources = {"code_interpreter": {"file_ids": [file.id, other.id]}}
    assistant = client.beta.assistants.create(model=MODEL, tool_resources=resources)
    thread = client.beta.threads.create(tool_resources=resources)
    client.files.delete(file.id)
    for holder in (client.beta.assistants.retrieve(assistant.id), client.beta.threads.retrieve(thread.id)):
        assert holder.tool_resources.code_interpreter.file_ids == [other.id]
    changed = client.beta.assistants.update(assistant.id, tool_resources=holder.tool_resources.to_dict())
    assert changed.tool_resources.code_interpreter.file_ids == [other.id]


def test_a_run_goes_on_without_a_file_that_was_deleted(serve_with):
    code = "import os; print(sorted(name for name in os.listdir('/mnt/data') if name.endswith('.csv')))"
    client = serve_with(Script(run_code(code), say("done")))
    file, other = (client.files.create(file=(f"{name}.csv", b"a\n1\n"), purpose="assistants") for name in "ab")
    assistant = client.beta.assistants.create(
        model=MODEL,
        tools=[{"type": "code_interpreter"}],
        tool_resources={"code_interpreter": {"file_ids": [file.id, other.id]}},
    )
    client.files.delete(file.id)
    run = client.beta.threads.create_and_run_poll(assistant_id=assistant.id)
    step = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id, order="asc").data[0]
    assert run.status == "completed"
    assert step.step_details.tool_calls[0].code_interpreter.outputs[0].logs == "['b.csv']\n"


def test_a_vector_store_deleted_in_use_leaves_the_thread_that_had_it(client: OpenAI):
    store = client.vector_stores.create()
    thread = client.beta.threads.create(tool_resources={"file_search": {"vector_store_ids": [store.id]}})
    client.vector_stores.delete(store.id)
    assert client.beta.threads.retrieve(thread.id).tool_resources.file_search.vector_store_ids == []
    file = client.files.create(file=("a.txt", b"text"), purpose="assistants")
    attachment = {"file_id": file.id, "tools": [{"type": "file_search"}]}
    client.beta.threads.messages.create(thread.id, role="user", content="x", attachments=[attachment])
    (new,) = client.beta.threads.retrieve(thread.id).tool_resources.file_search.vector_store_ids
    assert client.vector_stores.retrieve(new).file_counts.total == 1


def test_an_upload_completed_twice_at_once_makes_one_file(tmp_path):
    with serving(tmp_path) as url:
        client = client_for(url)
        upload = client.uploads.create(filename="a.txt", purpose="assistants", bytes=2, mime_type="text/plain")
        part = client.uploads.parts.create(upload.id, data=b"hi")

        def complete():
            return client.uploads.complete(upload.id, part_ids=[part.id])

        answers = all_at_once(*[complete] * 4)
        assert sum(isinstance(answer, BadRequestError) for answer in answers) == 3
        assert len(client.files.list().data) == 1
