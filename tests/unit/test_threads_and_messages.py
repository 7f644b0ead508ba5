import pytest
from openai import BadRequestError, NotFoundError, OpenAI

from helpers.settings import MODEL


@pytest.fixture
def thread(client: OpenAI):
    made = client.beta.threads.create()
    yield made
    client.beta.threads.delete(made.id)


def test_a_thread_may_begin_with_messages(client: OpenAI):
    thread = client.beta.threads.create(
        messages=[{"role": "user", "content": "one"}, {"role": "assistant", "content": "two"}], metadata={"a": "b"}
    )
    texts = [(m.role, m.content[0].text.value) for m in client.beta.threads.messages.list(thread.id, order="asc")]
    assert texts == [("user", "one"), ("assistant", "two")]
    assert client.beta.threads.retrieve(thread.id).metadata == {"a": "b"}


def test_a_thread_with_one_bad_message_is_not_made_at_all(client: OpenAI):
    with pytest.raises(BadRequestError) as refused:
        client.beta.threads.create(messages=[{"role": "user", "content": "fine"}, {"role": "user", "content": " "}])
    assert refused.value.param == "messages[1].content"


def test_messages_are_listed_newest_first(client: OpenAI, thread):
    for text in "abc":
        client.beta.threads.messages.create(thread.id, role="user", content=text)
    assert [m.content[0].text.value for m in client.beta.threads.messages.list(thread.id)] == ["c", "b", "a"]


def test_a_message_keeps_its_parts(client: OpenAI, thread):
    parts = [
        {"type": "text", "text": "what is this?"},
        {"type": "image_url", "image_url": {"url": "https://example.com/a.png"}},
    ]
    message = client.beta.threads.messages.create(thread.id, role="user", content=parts)
    assert [part.type for part in message.content] == ["text", "image_url"]
    assert (message.assistant_id, message.run_id, message.status) == (None, None, "completed")


def test_only_metadata_of_a_message_changes(client: OpenAI, thread):
    message = client.beta.threads.messages.create(thread.id, role="user", content="hi")
    changed = client.beta.threads.messages.update(message.id, thread_id=thread.id, metadata={"read": "yes"})
    assert changed.metadata == {"read": "yes"} and changed.content == message.content
    with pytest.raises(BadRequestError, match="Unknown parameter: 'content'"):
        client.beta.threads.messages.update(message.id, thread_id=thread.id, extra_body={"content": "no"})


def test_an_attachment_joins_the_threads_files(client: OpenAI, thread):
    file = client.files.create(file=("자료.csv", b"a,b\n1,2\n"), purpose="assistants")
    tools = [{"type": "code_interpreter"}]
    client.beta.threads.messages.create(
        thread.id, role="user", content="see", attachments=[{"file_id": file.id, "tools": tools}]
    )
    assert client.beta.threads.retrieve(thread.id).tool_resources.code_interpreter.file_ids == [file.id]


@pytest.mark.parametrize(
    ("body", "param"),
    [
        ({"role": "user", "content": ""}, "content"),
        ({"role": "user", "content": []}, "content"),
        ({"role": "system", "content": "x"}, "role"),
        ({"role": "user", "content": "x" * 256_001}, "content"),
        ({"role": "user", "content": 5}, "content"),
        ({"content": "x"}, "role"),
        ({"role": "user", "content": [{"type": "video"}]}, "content[0].type"),
    ],
)
def test_a_bad_message_is_refused(client: OpenAI, thread, body, param):
    with pytest.raises(BadRequestError) as refused:
        client.post(
            f"/threads/{thread.id}/messages",
            body=body,
            cast_to=object,
            options={"headers": {"OpenAI-Beta": "assistants=v2"}},
        )
    assert refused.value.param == param


def test_what_does_not_exist_is_not_found(client: OpenAI, thread):
    for call, message in (
        (lambda: client.beta.threads.retrieve("thread_none"), "No thread found with id 'thread_none'."),
        (lambda: client.beta.threads.messages.list("thread_none").data, "No thread found with id 'thread_none'."),
        (
            lambda: client.beta.threads.messages.retrieve("msg_none", thread_id=thread.id),
            "No message found with id 'msg_none'.",
        ),
        (
            lambda: client.beta.threads.runs.create(thread_id=thread.id, assistant_id="asst_none"),
            "No assistant found with id 'asst_none'.",
        ),
        (
            lambda: client.beta.threads.runs.retrieve("run_none", thread_id=thread.id),
            "No run found with id 'run_none'.",
        ),
    ):
        with pytest.raises(NotFoundError) as missing:
            call()
        assert missing.value.body["message"] == message


def test_deleting_a_thread_takes_its_messages_along(client: OpenAI):
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "x"}])
    message = client.beta.threads.messages.list(thread.id).data[0]
    assert client.beta.threads.delete(thread.id).deleted
    with pytest.raises(NotFoundError):
        client.beta.threads.messages.retrieve(message.id, thread_id=thread.id)


def test_a_thread_and_an_assistant_are_independent(client: OpenAI, thread):
    first, second = (client.beta.assistants.create(name=name, model=MODEL) for name in ("a", "b"))
    for assistant in (first, second):
        run = client.beta.threads.runs.create_and_poll(
            thread_id=thread.id,
            assistant_id=assistant.id,
            additional_messages=[{"role": "user", "content": "안녕하세요?"}],
        )
        assert (run.status, run.assistant_id) == ("completed", assistant.id)
    client.beta.assistants.delete(first.id)
    assert len(client.beta.threads.messages.list(thread.id).data) == 4


def test_a_thread_takes_other_metadata_and_files(client: OpenAI, thread):
    file = client.files.create(file=("a.csv", b"1"), purpose="assistants")
    resources = {"code_interpreter": {"file_ids": [file.id]}}
    changed = client.beta.threads.update(thread.id, metadata={"a": "b"}, tool_resources=resources)
    assert changed.metadata == {"a": "b"} and changed.tool_resources.to_dict() == resources
    assert client.beta.threads.update(thread.id, metadata={}).tool_resources.to_dict() == resources
    assert client.beta.threads.retrieve(thread.id).metadata == {}


def test_a_deleted_message_leaves_the_others(client: OpenAI, thread):
    first, second = (client.beta.threads.messages.create(thread.id, role="user", content=text) for text in "ab")
    assert client.beta.threads.messages.delete(first.id, thread_id=thread.id).deleted
    assert [message.id for message in client.beta.threads.messages.list(thread.id)] == [second.id]
    with pytest.raises(NotFoundError, match=f"No message found with id '{first.id}'."):
        client.beta.threads.messages.retrieve(first.id, thread_id=thread.id)


def test_a_message_is_found_in_its_own_thread_only(client: OpenAI, thread):
    message = client.beta.threads.messages.create(client.beta.threads.create().id, role="user", content="x")
    with pytest.raises(NotFoundError):
        client.beta.threads.messages.retrieve(message.id, thread_id=thread.id)
