"""Every answer of the server against the official description, where it is at hand; see `tests/README.md`."""

import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openai import APIStatusError, DefaultHttpxClient, OpenAI

from helpers.server.providers.base import ProviderError, Stopped, TextDelta, ToolCallDelta, ToolCallStart
from helpers.settings import MODEL
from tests.conformance.wire import described
from tests.conftest import TOKEN, serving
from tests.deep import DESCRIPTION, needs_description
from tests.providers import Script, call, run_code, say

needs_description()

CODE = [{"type": "code_interpreter"}]
OUTPUTS = "code_interpreter_call.outputs"


@pytest.fixture(scope="module")
def description() -> dict[str, Any]:
    return described()


@pytest.fixture(scope="module")
def answers(tmp_path_factory) -> list[tuple[str, str, int, Any]]:
    """(method, path, status, body) of a walk through the operations, by the official SDK."""
    seen: list[tuple[str, str, int, Any]] = []

    def note(response: Any) -> None:
        response.read()
        if "json" in response.headers.get("content-type", ""):
            path = response.request.url.path.removeprefix("/v1")
            seen.append((response.request.method, path, response.status_code, response.json()))

    script = Script(
        run_code("print('table'); open('/mnt/data/a.txt', 'w').write('x')"),
        say("[a](sandbox:/mnt/data/a.txt)"),
        call(("f", "{}")),
        say("done"),
        RuntimeError("broken"),
        run_code("print('table'); open('/mnt/data/a.txt', 'w').write('x')"),
        say("[a](sandbox:/mnt/data/a.txt)"),
        call(("f", "{}")),
        say("done"),
        [ToolCallStart("i", "image_generation"), ToolCallDelta("i", "a hill")],
        say("drawn"),
        [TextDelta("half"), Stopped("max_completion_tokens")],
        ProviderError("rate_limit_exceeded", "slowly"),
    )
    with serving(tmp_path_factory.mktemp("conformance"), script) as url:
        http = DefaultHttpxClient(trust_env=False, event_hooks={"response": [note]})
        client = OpenAI(base_url=f"{url}/v1", api_key=TOKEN, max_retries=0, http_client=http)
        walk(client)
        walk_responses(client)
    return seen


def walk(client: OpenAI) -> None:
    file = client.files.create(file=("data.csv", b"a,b\n1,2\n"), purpose="assistants")
    client.files.retrieve(file.id)
    assistant = client.beta.assistants.create(
        model=MODEL,
        name="a",
        tools=[*CODE, {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}],
        tool_resources={"code_interpreter": {"file_ids": [file.id]}},
    )
    client.beta.assistants.retrieve(assistant.id)
    client.beta.assistants.update(assistant.id, description="d")
    attachment = {"file_id": file.id, "tools": CODE}
    thread = client.beta.threads.create(messages=[{"role": "user", "content": "hi", "attachments": [attachment]}])
    client.beta.threads.retrieve(thread.id)
    client.beta.threads.update(thread.id, metadata={"a": "b"})
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    for step in client.beta.threads.runs.steps.list(run.id, thread_id=thread.id):
        client.beta.threads.runs.steps.retrieve(step.id, thread_id=thread.id, run_id=run.id)
    for message in client.beta.threads.messages.list(thread.id):
        client.beta.threads.messages.retrieve(message.id, thread_id=thread.id)
    client.beta.threads.messages.update(message.id, thread_id=thread.id, metadata={"a": "b"})
    message = client.beta.threads.messages.create(thread.id, role="user", content="call f")
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    outputs = [{"tool_call_id": c.id, "output": "1"} for c in run.required_action.submit_tool_outputs.tool_calls]
    client.beta.threads.runs.submit_tool_outputs_and_poll(run_id=run.id, thread_id=thread.id, tool_outputs=outputs)
    client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id)
    client.beta.threads.runs.update(run.id, thread_id=thread.id, metadata={"a": "b"})
    client.beta.threads.runs.list(thread.id)
    for refused in (
        lambda: client.beta.threads.runs.cancel(run.id, thread_id=thread.id),
        lambda: client.beta.assistants.create(model=MODEL, temperature=9),
        lambda: client.files.content(file.id),
        lambda: client.beta.threads.retrieve("thread_none"),
    ):
        with pytest.raises(APIStatusError):
            refused()
    client.images.generate(model="dall-e-3", prompt="a hill")
    client.models.list()
    client.models.retrieve("dall-e-3")
    client.files.list()
    client.beta.assistants.list()
    client.beta.threads.messages.delete(message.id, thread_id=thread.id)
    client.beta.threads.delete(thread.id)
    client.beta.assistants.delete(assistant.id)
    client.files.delete(file.id)


def walk_responses(client: OpenAI) -> None:
    file = client.files.create(file=("data.csv", b"a,b\n1,2\n"), purpose="user_data")
    conversation = client.conversations.create(items=[{"role": "user", "content": "hi"}], metadata={"a": "b"})
    client.conversations.update(conversation.id, metadata={})
    client.conversations.retrieve(conversation.id)
    parts = [{"type": "input_text", "text": "look"}, {"type": "input_file", "file_id": file.id}]
    tools = [
        {"type": "code_interpreter", "container": {"type": "auto"}},
        {"type": "function", "name": "f", "parameters": {"type": "object", "properties": {}}},
        {"type": "image_generation", "size": "256x256"},
        {"type": "file_search", "vector_store_ids": []},
    ]
    settings = {"model": MODEL, "conversation": conversation.id, "tools": tools}
    coded = client.responses.create(input=[{"role": "user", "content": parts}], include=[OUTPUTS], **settings)
    asked = client.responses.create(input="call f", **settings).output[0]
    output = {"type": "function_call_output", "call_id": asked.call_id, "output": "1"}
    client.responses.create(input=[output], **settings)
    client.responses.create(input="draw", **settings)
    client.responses.create(input="on", **settings)
    failed = client.responses.create(input="and on", **settings)
    client.responses.retrieve(coded.id, include=[OUTPUTS])
    client.responses.input_items.list(failed.id, include=[OUTPUTS])
    for item in client.conversations.items.list(conversation.id, include=[OUTPUTS]):
        client.conversations.items.retrieve(item.id, conversation_id=conversation.id)
    client.conversations.items.create(conversation.id, items=[{"role": "assistant", "content": "so"}])
    client.conversations.items.delete(item.id, conversation_id=conversation.id)
    client.conversations.delete(conversation.id)
    container_id = coded.output[0].container_id
    client.containers.retrieve(container_id)
    client.containers.list()
    copied = client.containers.files.create(container_id, file_id=file.id)
    client.containers.files.list(container_id)
    client.containers.files.retrieve(copied.id, container_id=container_id)
    client.containers.create(name="c")
    for refused in (
        lambda: client.responses.cancel(coded.id),
        lambda: client.responses.create(model=MODEL, input="hi", temperature=9),
        lambda: client.responses.retrieve("resp_none"),
        lambda: client.conversations.retrieve("conv_none"),
        lambda: client.containers.retrieve("cntr_none"),
    ):
        with pytest.raises(APIStatusError):
            refused()


def schema_of(description: dict[str, Any], method: str, path: str, status: int) -> dict[str, Any] | None:
    """The schema of an answer; the most literal path wins."""
    for template in sorted(description["paths"], key=lambda template: template.count("{")):
        operation = description["paths"][template].get(method.lower())
        if operation and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path):
            if status >= 400:
                return {"$ref": "#/components/schemas/ErrorResponse"}
            return operation["responses"]["200"]["content"]["application/json"]["schema"]
    return None


def test_every_answer_is_as_the_description_says(description, answers):
    wrong = []
    for method, path, status, body in answers:
        schema = schema_of(description, method, path, status)
        assert schema, f"{method} {path} is not in the description"
        validator = Draft202012Validator({**schema, "components": description["components"]})
        wrong += [f"{method} {path} {error.json_path}: {error.message[:200]}" for error in validator.iter_errors(body)]
    assert not wrong, "\n".join(wrong)
    assert {status for _, _, status, _ in answers} == {200, 400, 404}


def test_the_contract_is_the_one_cut_from_the_description(tmp_path, monkeypatch):
    from tests.conformance import extract_contract

    committed = extract_contract.TARGET.read_text(encoding="utf-8")
    monkeypatch.setattr(extract_contract, "TARGET", tmp_path / "requests.json")
    extract_contract.main(DESCRIPTION)
    assert (tmp_path / "requests.json").read_text(encoding="utf-8") == committed
