import asyncio

import pytest
from openai import AsyncOpenAI, BadRequestError, DefaultAsyncHttpxClient, NotFoundError

from helpers.server.providers.base import FunctionCall, ProviderError
from helpers.settings import MODEL
from tests.conftest import TOKEN, client_for, serving
from tests.providers import Script, Waits, call, run_code, say

CODE = {"type": "code_interpreter", "container": {"type": "auto"}}
FUNCTION = {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}}}


def user(text: str) -> dict:
    return {"role": "user", "content": text}


def texts(client, conversation_id: str, **query) -> list[str]:
    return [item.content[0].text for item in client.conversations.items.list(conversation_id, **query)]


def test_a_conversation_is_made_changed_and_deleted(client):
    made = client.conversations.create(metadata={"topic": "a"}, items=[user("hello")])
    assert made.id.startswith("conv_") and made.object == "conversation" and made.metadata == {"topic": "a"}
    assert client.conversations.retrieve(made.id) == made
    assert client.conversations.update(made.id, metadata={"topic": "b"}).metadata == {"topic": "b"}
    gone = client.conversations.delete(made.id)
    assert (gone.id, gone.object, gone.deleted) == (made.id, "conversation.deleted", True)
    with pytest.raises(NotFoundError, match=f"Conversation with id '{made.id}' not found"):
        client.conversations.retrieve(made.id)


def test_an_empty_one_needs_no_body(client):
    made = client.conversations.create()
    assert made.metadata == {} and client.conversations.items.list(made.id).data == []


def test_items_are_added_listed_and_taken_out(client):
    conversation = client.conversations.create(items=[user("one")])
    added = client.conversations.items.create(
        conversation.id,
        items=[
            user("two"),
            {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "three"}]},
        ],
    )
    assert [item.content[0].type for item in added.data] == ["input_text", "output_text"]
    assert (added.first_id, added.last_id, added.has_more) == (added.data[0].id, added.data[1].id, False)
    assert texts(client, conversation.id) == ["three", "two", "one"]
    assert texts(client, conversation.id, order="asc", limit=1) == ["one", "two", "three"]
    two = added.data[0]
    assert client.conversations.items.retrieve(two.id, conversation_id=conversation.id) == two
    assert client.conversations.items.delete(two.id, conversation_id=conversation.id).id == conversation.id
    assert texts(client, conversation.id) == ["three", "one"]
    with pytest.raises(NotFoundError, match="Item with id"):
        client.conversations.items.retrieve(two.id, conversation_id=conversation.id)


def test_at_most_twenty_items_at_a_time(client):
    conversation = client.conversations.create(items=[user(str(number)) for number in range(20)])
    with pytest.raises(BadRequestError) as refusal:
        client.conversations.items.create(conversation.id, items=[user("x")] * 21)
    assert (refusal.value.param, refusal.value.code) == ("items", "array_above_max_length")
    assert len(texts(client, conversation.id, limit=100)) == 20


def test_an_item_is_in_a_conversation_once(client):
    conversation = client.conversations.create()
    items = client.conversations.items.create(conversation.id, items=[user("one")]).data
    with pytest.raises(BadRequestError, match="Duplicate item found"):
        client.conversations.items.create(conversation.id, items=[{"type": "item_reference", "id": items[0].id}])
    other = client.conversations.create(items=[{"type": "item_reference", "id": items[0].id}])
    assert texts(client, other.id) == ["one"]


def test_a_cursor_that_is_not_there_is_not_found(client):
    conversation = client.conversations.create()
    with pytest.raises(NotFoundError):
        client.conversations.items.list(conversation.id, after="msg_none")
    with pytest.raises(BadRequestError) as refusal:
        client.conversations.items.list(conversation.id, limit=101)
    assert refusal.value.param == "limit"


def test_responses_go_on_in_a_conversation(serve_with):
    script = Script(say("two"), say("four"))
    client = serve_with(script)
    conversation = client.conversations.create(items=[user("zero")])
    first = client.responses.create(model=MODEL, input="one", conversation=conversation.id)
    assert first.conversation.id == conversation.id
    client.responses.create(model=MODEL, input="three", conversation={"id": conversation.id})
    assert [item.text for item in script.requests[1].items] == ["zero", "one", "two", "three"]
    assert texts(client, conversation.id, order="asc") == ["zero", "one", "two", "three", "four"]
    assert [item.content[0].text for item in client.responses.input_items.list(first.id)] == ["one", "zero"]


def test_one_can_go_on_from_a_response_of_a_conversation(serve_with):
    script = Script(say("two"), say("four"), say("aside"))
    client = serve_with(script)
    conversation = client.conversations.create(items=[user("zero")])
    first = client.responses.create(model=MODEL, input="one", conversation=conversation.id)
    client.responses.create(model=MODEL, input="three", conversation=conversation.id)
    client.responses.create(model=MODEL, input="else", previous_response_id=first.id)
    assert [item.text for item in script.requests[2].items] == ["zero", "one", "two", "else"]
    assert len(texts(client, conversation.id)) == 5


def test_tools_work_in_a_conversation(serve_with):
    script = Script(call(("f", "{}")), run_code("print(2)"), say("done"))
    client = serve_with(script)
    conversation = client.conversations.create()
    settings = {"model": MODEL, "conversation": conversation.id, "tools": [CODE, FUNCTION]}
    asked = client.responses.create(input="hi", **settings).output[0]
    with pytest.raises(BadRequestError, match="No tool output found for function call"):
        client.responses.create(input="and?", **settings)
    output = {"type": "function_call_output", "call_id": asked.call_id, "output": "1"}
    assert client.responses.create(input=[output], **settings).output_text == "done"
    assert script.requests[1].items[1] == FunctionCall(asked.call_id, "f", "{}", "1")
    items = client.conversations.items.list(conversation.id, order="asc").data
    assert [item.type for item in items] == [
        "message",
        "function_call",
        "function_call_output",
        "code_interpreter_call",
        "message",
    ]
    shown = client.conversations.items.list(conversation.id, include=["code_interpreter_call.outputs"]).data[1]
    assert (items[3].outputs, shown.outputs[0].logs) == (None, "2\n")


def test_a_failed_response_leaves_no_items(serve_with):
    client = serve_with(Script(ProviderError("server_error", "sorry"), say("hi")))
    conversation = client.conversations.create()
    client.responses.create(model=MODEL, input="one", conversation=conversation.id)
    assert texts(client, conversation.id) == []
    # Items are kept by the conversation, even where the response is not.
    client.responses.create(model=MODEL, input="two", conversation=conversation.id, store=False)
    assert texts(client, conversation.id) == ["hi", "two"]


def test_one_response_at_a_time(serve_with):
    client = serve_with(Waits())
    conversation = client.conversations.create()
    response = client.responses.create(model=MODEL, input="hi", conversation=conversation.id, background=True)
    with pytest.raises(BadRequestError) as refusal:
        client.responses.create(model=MODEL, input="hi", conversation=conversation.id)
    assert (refusal.value.code, refusal.value.param) == ("conversation_locked", "conversation")
    client.responses.cancel(response.id)
    again = client.responses.create(model=MODEL, input="hi", conversation=conversation.id, background=True)
    client.responses.cancel(again.id)


def test_a_conversation_can_be_deleted_while_a_response_is_at_work(serve_with):
    client = serve_with(Waits())
    conversation = client.conversations.create()
    response = client.responses.create(model=MODEL, input="hi", conversation=conversation.id, background=True)
    client.conversations.delete(conversation.id)
    assert client.responses.cancel(response.id).status == "cancelled"
    assert client.responses.retrieve(response.id).conversation.id == conversation.id


def test_a_conversation_excludes_a_previous_response(serve_with):
    client = serve_with(Script(say("hi")))
    conversation, first = client.conversations.create(), client.responses.create(model=MODEL, input="hi")
    with pytest.raises(BadRequestError) as refusal:
        client.responses.create(model=MODEL, input="hi", conversation=conversation.id, previous_response_id=first.id)
    assert refusal.value.code == "mutually_exclusive_parameters"
    with pytest.raises(NotFoundError, match="Conversation with id 'conv_none' not found"):
        client.responses.create(model=MODEL, input="hi", conversation="conv_none")


@pytest.mark.parametrize(
    ("items", "param"),
    [
        ([{"type": "computer_call"}], "items[0].type"),
        ([{"role": "nobody", "content": "x"}], "items[0].role"),
        ([{"role": "user", "content": [{"type": "input_text"}]}], "items[0].content[0].text"),
        ("hello", "items"),
    ],
)
def test_items_that_are_none_are_refused(client, items, param):
    conversation = client.conversations.create()
    with pytest.raises(BadRequestError) as refusal:
        client.conversations.items.create(conversation.id, items=items)
    assert refusal.value.param == param


def test_the_tutor_remembers_within_a_conversation(client):
    conversation = client.conversations.create(items=[user("My name is Mina.")])
    answer = client.responses.create(model=MODEL, input="What is my name?", conversation=conversation.id)
    assert "Mina" in answer.output_text


def test_the_asynchronous_client(tmp_path):
    async def walk(url: str) -> tuple[str, int]:
        http = DefaultAsyncHttpxClient(trust_env=False)
        async with AsyncOpenAI(base_url=f"{url}/v1", api_key=TOKEN, http_client=http) as client:
            conversation = await client.conversations.create(items=[user("What is 3 + 4?")])
            answer = await client.responses.create(model=MODEL, conversation=conversation.id)
            count = len([item async for item in client.conversations.items.list(conversation.id, limit=1)])
            await client.conversations.delete(conversation.id)
            return answer.output_text, count

    with serving(tmp_path) as url:
        assert asyncio.run(walk(url)) == ("3 + 4 = 7.", 2)


def test_conversations_survive_a_restart(tmp_path):
    with serving(tmp_path) as url:
        conversation_id = client_for(url).conversations.create(items=[user("one")]).id
    with serving(tmp_path) as url:
        assert texts(client_for(url), conversation_id) == ["one"]
