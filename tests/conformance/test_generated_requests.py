"""Thousands of generated requests, valid and invalid, against the official description; see `tests/README.md`.

Whatever comes in: no 5xx, no status that the description does not know, the error shape complete, every answer as its
schema says, and nothing accepted that the description forbids. `WORKSHOP_EXAMPLES` sets how many requests an operation
gets beyond the edges of its parameters, which are always tried.
"""

import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, partial
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openai import OpenAI

from helpers.settings import MODEL
from tests.conformance.extract_contract import keep_what_is_here
from tests.conformance.wire import correct_responses
from tests.conftest import TOKEN, client_for, serving
from tests.deep import DESCRIPTION, needs, needs_description
from tests.providers import Obliging

needs_description()
hypothesis = needs("hypothesis")
schemathesis = needs("schemathesis")
requests = needs("requests")
checks = needs("schemathesis.specs.openapi.checks")

EXAMPLES = int(os.environ.get("WORKSHOP_EXAMPLES", "20"))
# What every operation may answer besides (reference: Error codes); the description names none of them.
ERRORS = (400, 401, 403, 404, 409, 413)
HEADERS = {"Authorization": f"Bearer {TOKEN}", "OpenAI-Beta": "assistants=v2"}
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
# Only those who have trained a model could delete it.
NEVER = {"DELETE /models/{model}"}


def described() -> dict[str, Any]:
    """The description, corrected where the service itself was otherwise."""
    description = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    schemas = description["components"]["schemas"]
    correct_responses(description)
    keep_what_is_here(schemas)
    # A picture without a detail is seen as usual, and text that comes back need not say what it has none of.
    schemas["InputImageContent"]["required"] = ["type"]
    say_what_the_prose_says(schemas)
    schemas["InputContent"]["anyOf"][3] = schemas["OutputTextContent"] | {"required": ["type", "text"]}
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorResponse"}}}
    for operations in description["paths"].values():
        for operation in operations.values():
            operation["responses"] |= {str(status): {"description": "error", "content": error} for status in ERRORS}
            operation["responses"]["200"].setdefault("content", {"application/json": {}})
            if '"stream"' in json.dumps(resolved(schemas, operation.get("requestBody", {}))):
                operation["responses"]["200"]["content"]["text/event-stream"] = {}
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if body and not resolved(schemas, body["schema"]).get("required"):
                # Nothing is required in it, so that nobody ever had to send one.
                operation["requestBody"]["required"] = False
    for path in ("/files/{file_id}/content", "/containers/{container_id}/files/{file_id}/content"):
        content = description["paths"][path]["get"]["responses"]["200"]["content"]
        content["application/octet-stream"] = {}
    for schema in schemas.values():
        correct(schema)
    schemas["OpenAIFile"]["properties"]["purpose"]["enum"].append("evals")
    return description


def say_what_the_prose_says(schemas: dict[str, Any]) -> None:
    """Limits of responses that stand in no schema; without them hardly any generated request would get through."""
    # Of several things one has to be there, and this one always suffices.
    schemas["CreateResponse"]["required"] = ["model", "input"]
    string, items = schemas["InputParam"]["oneOf"]
    string["minLength"] = items["minItems"] = 1
    del schemas["ResponseProperties"]["properties"]["prompt"]
    schemas["FileSearchTool"]["properties"]["max_num_results"] |= {"minimum": 1, "maximum": 50}
    schemas["RankingOptions"]["properties"]["score_threshold"] |= {"minimum": 0, "maximum": 1}
    for name in ("FunctionTool", "TextResponseFormatJsonSchema"):
        schemas[name]["properties"]["name"] |= {"pattern": "^[a-zA-Z0-9_-]{1,64}$"}


def resolved(schemas: dict[str, Any], node: Any) -> Any:
    """The node with the references at its top followed."""
    if isinstance(node, dict) and "$ref" in node:
        return schemas[node["$ref"].rsplit("/", 1)[1]]
    return {key: resolved(schemas, value) for key, value in node.items()} if isinstance(node, dict) else node


def correct(node: Any) -> None:
    """Empty lists have no first and last ID; `file_search: {}` was always taken; a `type` names no schema."""
    if isinstance(node, list):
        for entry in node:
            correct(entry)
    if not isinstance(node, dict):
        return
    if "propertyName" in node.get("discriminator", {}):
        del node["discriminator"]
    properties = node.get("properties", {})
    for end in ("first_id", "last_id"):
        if "has_more" in properties and end in properties:
            properties[end] = {"type": ["string", "null"]}
    if "vector_stores" in properties:
        node.pop("oneOf", None)
    for entry in node.values():
        correct(entry)


def swap(name: str, value: Any, ids: dict[str, str], *, every: bool) -> Any:
    """The value with IDs of things that exist: for every ID in it, or for one in two."""
    if isinstance(value, dict):
        return {key: swap(key, entry, ids, every=every) for key, entry in value.items()}
    if isinstance(value, list):
        return [swap(name.removesuffix("s"), entry, ids, every=every) for entry in value]
    return ids[name] if isinstance(value, str) and name in ids and (every or len(value) % 2) else value


def things(client: OpenAI, operation: str) -> dict[str, str]:
    """What an operation needs to succeed, by the names that the description has for the IDs."""
    purpose = "vision" if operation.endswith("/content") else "assistants"
    file = client.files.create(file=("a.txt", b"Refunds within 14 days."), purpose=purpose)
    store = client.vector_stores.create(file_ids=[file.id])
    batch = client.vector_stores.file_batches.create(store.id, file_ids=[file.id])
    tools = [{"type": "file_search"}]
    if operation.endswith(("/cancel", "/submit_tool_outputs")):
        tools.append({"type": "function", "function": {"name": "f"}})
    assistant = client.beta.assistants.create(model=MODEL, tools=tools)
    run = client.beta.threads.create_and_run_poll(
        assistant_id=assistant.id, thread={"messages": [{"role": "user", "content": "hi"}]}
    )
    step = client.beta.threads.runs.steps.list(run.id, thread_id=run.thread_id).data[0]
    upload = client.uploads.create(filename="a.txt", purpose="assistants", bytes=1, mime_type="text/plain")
    known = {
        "file_id": file.id,
        "vector_store_id": store.id,
        "batch_id": batch.id,
        "assistant_id": assistant.id,
        "thread_id": run.thread_id,
        "run_id": run.id,
        "step_id": step.id,
        "message_id": client.beta.threads.messages.list(run.thread_id).data[-1].id,
        "upload_id": upload.id,
        "part_id": client.uploads.parts.create(upload.id, data=b"x").id,
        "model": MODEL,
    }
    if "{response_id}" in operation or "/conversations" in operation or operation == "POST /responses":
        known |= talk(client, background=operation.endswith("/cancel"))
    if "/containers" in operation or operation == "POST /responses":
        known |= contained(client, file.id, "files/{file_id}" in operation)
    if run.required_action:
        known["tool_call_id"] = run.required_action.submit_tool_outputs.tool_calls[0].id
    return known


def talk(client: OpenAI, *, background: bool) -> dict[str, str]:
    """A response and a conversation, by the names of their IDs."""
    response = client.responses.create(
        model=MODEL, input="hi", background=background, metadata={"scenario": "slow_queue"} if background else {}
    )
    if background:
        # Cancelled once, it can be cancelled again, however long that takes.
        client.responses.cancel(response.id)
    conversation = client.conversations.create(items=[{"role": "user", "content": "hi"}])
    return {
        "response_id": response.id,
        "previous_response_id": response.id,
        "conversation_id": conversation.id,
        "conversation": conversation.id,
        "item_id": client.conversations.items.list(conversation.id).data[0].id,
    }


def contained(client: OpenAI, file_id: str, of_a_file: bool) -> dict[str, str]:
    """A container; where an operation is about a file of it, that one's ID too."""
    container = client.containers.create(name="c")
    file = client.containers.files.create(container.id, file_id=file_id)
    return {"container_id": container.id, "container": container.id} | ({"file_id": file.id} if of_a_file else {})


description = described()
schema = schemathesis.openapi.from_dict(description)
schema.config.update(base_url="http://127.0.0.1")


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any, Any]]:
    """A server, a connection to it, and the things in it that an operation may work on."""
    with serving(tmp_path_factory.mktemp("generated"), Obliging()) as url, requests.Session() as http:
        http.trust_env = False
        client = client_for(url)
        yield f"{url}/v1", http, cache(partial(things, client))


# How often each operation has answered with each status.
answered: dict[str, Counter[int]] = defaultdict(Counter)


@schema.parametrize()
@hypothesis.settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate],
    suppress_health_check=list(hypothesis.HealthCheck),
)
def test_no_request_is_answered_outside_the_description(case, session):
    url, http, things_for = session
    ids = things_for(case.operation.label)
    every = case.meta is None or case.meta.generation.mode.is_positive
    for part in ("path_parameters", "query", "body"):
        setattr(case, part, swap("", getattr(case, part), ids, every=every))
    response = case.call(base_url=url, session=http, headers=HEADERS)
    case.validate_response(response, checks=CHECKS)
    answered[case.operation.label][response.status_code] += 1
    if response.status_code == 200:
        assert not forbidden(case), f"accepted: {response.request.body!r}"


def forbidden(case: Any) -> str | None:
    """What the description does not allow in the JSON body of a request, if anything."""
    body = case.body
    if not isinstance(body, dict | list):
        return None
    content = description["paths"][case.path][case.method.lower()]["requestBody"]["content"]
    if "application/json" not in content:
        return None
    validator = Draft202012Validator(content["application/json"]["schema"] | {"components": description["components"]})
    return next((f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(body)), None)


def test_those_were_thousands_and_every_operation_also_succeeded():
    if len(answered) < len(list(schema.get_all_operations())):
        pytest.skip("only some operations were tried")
    assert sum(counts.total() for counts in answered.values()) > 3000
    assert {label for label, counts in answered.items() if not counts[200]} == NEVER
