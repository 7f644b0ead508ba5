"""Every limit of the description, one row each: what breaks it, and the `param`, `code` and message of the answer."""

from typing import Any

import pytest
from openai import APIStatusError, OpenAI

from helpers.settings import MODEL
from tests.conftest import client_for

WHOLE = {"type": "object", "properties": {}}


def function(**fields: Any) -> dict[str, Any]:
    return {"tools": [{"type": "function", "function": {"name": "f", **fields}}]}


def schema_format(**fields: Any) -> dict[str, Any]:
    return {"response_format": {"type": "json_schema", "json_schema": {"name": "n", **fields}}}


def search(**fields: Any) -> dict[str, Any]:
    return {"tools": [{"type": "file_search", "file_search": fields}]}


def chunks(**static: Any) -> dict[str, Any]:
    whole = {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400}
    return {"chunking_strategy": {"type": "static", "static": whole | static}}


def message(**fields: Any) -> dict[str, Any]:
    return {"role": "user", "content": "x", **fields}


def part(kind: str, **fields: Any) -> dict[str, Any]:
    return {"content": [{"type": kind, **fields}]}


LONG = "string_above_max_length"
BIG = "integer_above_max_value"
SMALL = "integer_below_min_value"
TYPE = "invalid_type"
VALUE = "invalid_value"
MANY = "array_above_max_length"
MISSING = "missing_required_parameter"
UNKNOWN = "unknown_parameter"
PATTERN = "string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'."

# (what is sent, param, code, part of the message)
METADATA = [
    ({"metadata": {str(n): "" for n in range(17)}}, "metadata", "object_above_max_properties", "at most 16 properties"),
    ({"metadata": {"k" * 65: ""}}, "metadata", LONG, "maximum length 64, but got a string with length 65"),
    ({"metadata": {"k": "v" * 513}}, "metadata.k", LONG, "maximum length 512, but got a string with length 513"),
    ({"metadata": {"k": 5}}, "metadata.k", TYPE, "expected a string, but got an integer instead"),
    ({"metadata": {"k": None}}, "metadata.k", TYPE, "expected a string, but got null instead"),
    ({"metadata": []}, "metadata", TYPE, "expected an object, but got an array instead"),
]
SAMPLING = [
    ({"temperature": 2.01}, "temperature", "decimal_above_max_value", "Expected a value <= 2, but got 2.01 instead"),
    ({"temperature": -0.1}, "temperature", "decimal_below_min_value", "Expected a value >= 0, but got -0.1 instead"),
    ({"temperature": "1"}, "temperature", TYPE, "expected a decimal, but got a string instead"),
    ({"temperature": True}, "temperature", TYPE, "expected a decimal, but got a boolean instead"),
    ({"top_p": 1.1}, "top_p", "decimal_above_max_value", "Expected a value <= 1"),
    ({"top_p": -1}, "top_p", "decimal_below_min_value", "Expected a value >= 0"),
    ({"reasoning_effort": "extreme"}, "reasoning_effort", VALUE, "Supported values are: 'none', 'minimal', 'low'"),
]
TOOLS = [
    ({"tools": {}}, "tools", TYPE, "expected an array, but got an object instead"),
    ({"tools": [5]}, "tools[0]", TYPE, "expected an object, but got an integer instead"),
    ({"tools": [{}]}, "tools[0].type", MISSING, "Missing required parameter: 'tools[0].type'."),
    ({"tools": [{"type": "retrieval"}]}, "tools[0].type", VALUE, "'code_interpreter', 'file_search', and 'function'"),
    ({"tools": [{"type": 5}]}, "tools[0].type", TYPE, "expected a string, but got an integer instead"),
    ({"tools": [{"type": {}}]}, "tools[0].type", TYPE, "expected a string, but got an object instead"),
    ({"tools": [{"type": "function"}]}, "tools[0].function", MISSING, "Missing required parameter"),
    ({"tools": [{"type": "function", "function": {}}]}, "tools[0].function.name", MISSING, "Missing required"),
    (function(name=""), "tools[0].function.name", "empty_string", "minimum length 1"),
    (function(name="a b"), "tools[0].function.name", VALUE, PATTERN),
    (function(name="날씨"), "tools[0].function.name", VALUE, PATTERN),
    (function(name="a.b"), "tools[0].function.name", VALUE, PATTERN),
    (function(name="a\n"), "tools[0].function.name", VALUE, PATTERN),
    (function(name="f" * 65), "tools[0].function.name", LONG, "maximum length 64"),
    (function(name=5), "tools[0].function.name", TYPE, "expected a string"),
    (function(description=5), "tools[0].function.description", TYPE, "expected a string"),
    (function(parameters=[]), "tools[0].function.parameters", TYPE, "expected an object"),
    (function(strict="yes"), "tools[0].function.strict", TYPE, "expected a boolean, but got a string instead"),
    (search(max_num_results=0), "tools[0].file_search.max_num_results", SMALL, "Expected a value >= 1"),
    (search(max_num_results=51), "tools[0].file_search.max_num_results", BIG, "Expected a value <= 50"),
    (search(max_num_results=5.0), "tools[0].file_search.max_num_results", TYPE, "but got a decimal number instead"),
    (search(ranking_options={}), "tools[0].file_search.ranking_options.score_threshold", MISSING, "Missing required"),
    (
        search(ranking_options={"score_threshold": 1.5}),
        "tools[0].file_search.ranking_options.score_threshold",
        "decimal_above_max_value",
        "Expected a value <= 1",
    ),
    (
        search(ranking_options={"score_threshold": 0.5, "ranker": "best"}),
        "tools[0].file_search.ranking_options.ranker",
        VALUE,
        "Supported values are: 'auto', and 'default_2024_08_21'",
    ),
]
FORMATS = [
    ({"response_format": "json"}, "response_format", VALUE, "Supported values are: 'auto'"),
    ({"response_format": {"type": "xml"}}, "response_format.type", VALUE, "'text', 'json_object', and 'json_schema'"),
    ({"response_format": {}}, "response_format.type", MISSING, "Missing required parameter"),
    ({"response_format": {"type": "json_schema"}}, "response_format.json_schema", MISSING, "Missing required"),
    (
        {"response_format": {"type": "json_schema", "json_schema": {}}},
        "response_format.json_schema.name",
        MISSING,
        "Missing required parameter",
    ),
    (schema_format(name="a b"), "response_format.json_schema.name", VALUE, PATTERN),
    (schema_format(name="n" * 65), "response_format.json_schema.name", LONG, "maximum length 64"),
    (schema_format(schema=[]), "response_format.json_schema.schema", TYPE, "expected an object"),
    (schema_format(strict=1), "response_format.json_schema.strict", TYPE, "expected a boolean"),
]
OPEN = "'additionalProperties' is required to be supplied and to be false."
LOOSE = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
INNER = {"type": "array", "items": {"type": "object", "properties": {}}}
CLOSED = {"type": "object", "properties": {"a": INNER}, "required": ["a"], "additionalProperties": False}
STRICT = [
    (
        function(strict=True, parameters=WHOLE),
        "tools[0].function.parameters",
        "invalid_function_parameters",
        f"Invalid schema for function 'f': In context=(), {OPEN}",
    ),
    (
        function(strict=True, parameters=LOOSE),
        "tools[0].function.parameters",
        "invalid_function_parameters",
        "'required' is required to be supplied and to be an array including every key in properties. Missing 'a'.",
    ),
    (
        function(strict=True, parameters=CLOSED),
        "tools[0].function.parameters",
        "invalid_function_parameters",
        f"In context=('properties', 'a', 'items'), {OPEN}",
    ),
    (
        function(strict=True, parameters={"type": "string"}),
        "tools[0].function.parameters",
        "invalid_function_parameters",
        "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"string\"'.",
    ),
    (
        schema_format(strict=True, schema=WHOLE),
        "response_format.json_schema.schema",
        "invalid_json_schema",
        f"Invalid schema for response_format 'n': In context=(), {OPEN}",
    ),
]
FILES = {"file_ids": [f"file-{n}" for n in range(21)]}
RESOURCES = [
    ({"tool_resources": []}, "tool_resources", TYPE, "expected an object"),
    ({"tool_resources": {"browser": {}}}, "tool_resources.browser", UNKNOWN, "Unknown parameter: '"),
    (
        {"tool_resources": {"code_interpreter": FILES}},
        "tool_resources.code_interpreter.file_ids",
        MANY,
        "maximum length 20, but got an array with length 21",
    ),
    (
        {"tool_resources": {"file_search": {"vector_store_ids": ["vs_a", "vs_b"]}}},
        "tool_resources.file_search.vector_store_ids",
        MANY,
        "maximum length 1, but got an array with length 2",
    ),
    (
        {"tool_resources": {"code_interpreter": {"file_ids": [5]}}},
        "tool_resources.code_interpreter.file_ids[0]",
        TYPE,
        "expected a string",
    ),
]
NEW_STORES = [
    (
        {"tool_resources": {"file_search": {"vector_stores": [{}, {}]}}},
        "tool_resources.file_search.vector_stores",
        MANY,
        "maximum length 1",
    ),
    (
        {"tool_resources": {"file_search": {"vector_stores": [{}], "vector_store_ids": ["vs_a"]}}},
        "tool_resources.file_search",
        "mutually_exclusive_parameters",
        "only one of 'vector_store_ids' and 'vector_stores'",
    ),
]
ASSISTANT = [
    *METADATA,
    *SAMPLING,
    *TOOLS,
    *FORMATS,
    *STRICT,
    *RESOURCES,
    ({"name": "x" * 257}, "name", LONG, "maximum length 256, but got a string with length 257"),
    ({"name": 5}, "name", TYPE, "expected a string, but got an integer instead"),
    ({"description": "x" * 513}, "description", LONG, "maximum length 512"),
    ({"instructions": "x" * 256_001}, "instructions", LONG, "maximum length 256000"),
    ({"model": None}, "model", TYPE, "expected a string, but got null instead"),
    ({"tools": [{"type": "code_interpreter"}] * 129}, "tools", MANY, "maximum length 128"),
    ({"file_ids": []}, "file_ids", UNKNOWN, "Unknown parameter: 'file_ids'."),
    ({"Name": "x"}, "Name", UNKNOWN, "Unknown parameter: 'Name'."),
]
MESSAGE = [
    *METADATA,
    ({"role": "system"}, "role", VALUE, "Invalid value: 'system'. Supported values are: 'user', and 'assistant'."),
    ({"role": None}, "role", TYPE, "expected a string, but got null instead"),
    ({"content": None}, "content", TYPE, "but got null instead"),
    ({"content": ""}, "content", None, "non-empty"),
    ({"content": []}, "content", "empty_array", "minimum length 1, but got an empty array"),
    ({"content": "x" * 256_001}, "content", LONG, "maximum length 256000, but got a string with length 256001"),
    ({"content": [{}]}, "content[0].type", MISSING, "Missing required parameter"),
    (part("video"), "content[0].type", VALUE, "'image_file', 'image_url', and 'text'"),
    (part("text"), "content[0].text", MISSING, "Missing required parameter"),
    (part("text", text=5), "content[0].text", TYPE, "expected a string"),
    (part("image_url", image_url={"url": "nowhere"}), "content[0].image_url.url", VALUE, "Expected a valid URL"),
    (
        part("image_url", image_url={"url": "https://a.b/c.png", "detail": "fine"}),
        "content[0].image_url.detail",
        VALUE,
        "'auto', 'low', and 'high'",
    ),
    (part("image_file", image_file={}), "content[0].image_file.file_id", MISSING, "Missing required parameter"),
    ({"attachments": [{"tools": []}]}, "attachments[0].file_id", MISSING, "Missing required parameter"),
    ({"attachments": {}}, "attachments", TYPE, "expected an array"),
    (
        {"attachments": [{"file_id": "file-x", "tools": [{"type": "function"}]}]},
        "attachments[0].tools[0].type",
        VALUE,
        "'code_interpreter', and 'file_search'",
    ),
    ({"file_ids": []}, "file_ids", UNKNOWN, "Unknown parameter: '"),
]
NO_SUCH_TOOL = "Invalid value for 'tool_choice': no "
RUN = [
    *METADATA,
    *SAMPLING[:-1],
    *TOOLS,
    *FORMATS,
    *STRICT,
    ({"tools": [{"type": "code_interpreter"}] * 21}, "tools", MANY, "maximum length 20"),
    ({"max_prompt_tokens": 255}, "max_prompt_tokens", SMALL, "Expected a value >= 256, but got 255 instead"),
    ({"max_completion_tokens": 255}, "max_completion_tokens", SMALL, "Expected a value >= 256, but got 255 instead"),
    ({"max_completion_tokens": 256.5}, "max_completion_tokens", TYPE, "expected an integer, but got a decimal number"),
    ({"truncation_strategy": {}}, "truncation_strategy.type", MISSING, "Missing required parameter"),
    ({"truncation_strategy": {"type": "oldest"}}, "truncation_strategy.type", VALUE, "'auto', and 'last_messages'"),
    (
        {"truncation_strategy": {"type": "last_messages"}},
        "truncation_strategy.last_messages",
        MISSING,
        "Missing required parameter",
    ),
    (
        {"truncation_strategy": {"type": "last_messages", "last_messages": 0}},
        "truncation_strategy.last_messages",
        SMALL,
        "Expected a value >= 1",
    ),
    ({"tool_choice": "always"}, "tool_choice", VALUE, "Supported values are: 'none', 'auto', and 'required'"),
    ({"tool_choice": {}}, "tool_choice.type", MISSING, "Missing required parameter"),
    ({"tool_choice": {"type": "retrieval"}}, "tool_choice.type", VALUE, "'function', 'code_interpreter'"),
    ({"tool_choice": {"type": "function"}}, "tool_choice.function", MISSING, "Missing required parameter"),
    ({"tool_choice": {"type": "function", "function": {}}}, "tool_choice.function.name", MISSING, "Missing required"),
    (
        {"tool_choice": {"type": "function", "function": {"name": "g"}}, **function()},
        "tool_choice",
        None,
        NO_SUCH_TOOL + "function named g was specified in the 'tools' parameter.",
    ),
    ({"tool_choice": {"type": "file_search"}}, "tool_choice", None, NO_SUCH_TOOL + "file_search tool was specified"),
    ({"parallel_tool_calls": "no"}, "parallel_tool_calls", TYPE, "expected a boolean"),
    ({"stream": "yes"}, "stream", TYPE, "expected a boolean"),
    ({"assistant_id": 5}, "assistant_id", TYPE, "expected a string"),
]
VECTOR_STORE = [
    *METADATA,
    ({"name": 5}, "name", TYPE, "expected a string"),
    ({"expires_after": {"anchor": "created_at", "days": 1}}, "expires_after.anchor", VALUE, "'last_active_at'"),
    ({"expires_after": {"anchor": "last_active_at"}}, "expires_after.days", MISSING, "Missing required parameter"),
    ({"expires_after": {"anchor": "last_active_at", "days": 0}}, "expires_after.days", SMALL, "Expected a value >= 1"),
    ({"expires_after": {"anchor": "last_active_at", "days": 366}}, "expires_after.days", BIG, "<= 365"),
    ({"unknown": 1}, "unknown", UNKNOWN, "Unknown parameter: 'unknown'."),
]
CHUNKS = [
    (chunks(max_chunk_size_tokens=99), "chunking_strategy.static.max_chunk_size_tokens", SMALL, ">= 100"),
    (chunks(max_chunk_size_tokens=4097), "chunking_strategy.static.max_chunk_size_tokens", BIG, "<= 4096"),
    (chunks(chunk_overlap_tokens=401), "chunking_strategy.static.chunk_overlap_tokens", VALUE, "half of"),
    (chunks(chunk_overlap_tokens=-1), "chunking_strategy.static.chunk_overlap_tokens", VALUE, "between 0 and half"),
    ({"chunking_strategy": {"type": "static"}}, "chunking_strategy.static", MISSING, "Missing required parameter"),
    ({"chunking_strategy": {"type": "semantic"}}, "chunking_strategy.type", VALUE, "'auto', and 'static'"),
]
ATTRIBUTES = [
    ({"attributes": {str(n): 1 for n in range(17)}}, "attributes", "object_above_max_properties", "at most 16"),
    ({"attributes": {"k" * 65: 1}}, "attributes", LONG, "maximum length 64"),
    ({"attributes": {"k": "v" * 513}}, "attributes.k", LONG, "maximum length 512"),
    ({"attributes": {"k": []}}, "attributes.k", TYPE, "but got an array instead"),
    ({"attributes": {"k": None}}, "attributes.k", TYPE, "but got null instead"),
]
SEARCH = [
    ({"query": ""}, "query", "empty_string", "empty string"),
    ({"query": []}, "query", "empty_array", "minimum length 1"),
    ({"query": 5}, "query", TYPE, "expected one of a string or an array"),
    ({"max_num_results": 0}, "max_num_results", SMALL, "Expected a value >= 1"),
    ({"max_num_results": 51}, "max_num_results", BIG, "Expected a value <= 50"),
    ({"ranking_options": {"score_threshold": 2}}, "ranking_options.score_threshold", "decimal_above_max_value", "<= 1"),
    ({"ranking_options": {"ranker": "best"}}, "ranking_options.ranker", VALUE, "'default-2024-11-15'"),
    ({"rewrite_query": "no"}, "rewrite_query", TYPE, "expected a boolean"),
    ({"filters": {}}, "filters.type", MISSING, "Missing required parameter"),
    ({"filters": {"type": "like", "key": "a", "value": 1}}, "filters.type", VALUE, "'eq', 'ne', 'gt'"),
    ({"filters": {"type": "eq", "value": 1}}, "filters.key", MISSING, "Missing required parameter"),
    ({"filters": {"type": "eq", "key": "a", "value": {}}}, "filters.value", TYPE, "but got an object instead"),
    ({"filters": {"type": "and", "filters": [{"type": "or"}]}}, "filters.filters[0].filters", MISSING, "Missing"),
]
IMAGE = [
    ({"prompt": ""}, "prompt", "empty_string", "empty string"),
    ({"prompt": "x" * 4001}, "prompt", LONG, "maximum length 4000, but got a string with length 4001"),
    ({"n": 2}, "n", "invalid_n", "You must provide n=1 for this model."),
    ({"n": 0}, "n", SMALL, "Expected a value >= 1"),
    ({"n": 11}, "n", BIG, "Expected a value <= 10"),
    ({"size": "512x512"}, "size", VALUE, "'1024x1024', '1792x1024', and '1024x1792'"),
    ({"quality": "best"}, "quality", VALUE, "Invalid value: 'best'. Supported values are: 'standard', 'hd'"),
    ({"style": "cubist"}, "style", VALUE, "'vivid', and 'natural'"),
    ({"response_format": "png"}, "response_format", VALUE, "'url', and 'b64_json'"),
    ({"user": 5}, "user", TYPE, "expected a string"),
]
UPLOAD = [
    ({"bytes": -1}, "bytes", VALUE, "from 0 to"),
    ({"bytes": 8 * 1024**3 + 1}, "bytes", VALUE, "from 0 to"),
    ({"bytes": 1.5}, "bytes", TYPE, "expected an integer, but got a decimal number instead"),
    ({"purpose": "fun"}, "purpose", VALUE, "'assistants', 'batch', 'fine-tune', and 'vision'"),
    ({"expires_after": {"anchor": "created_at", "seconds": 3599}}, "expires_after.seconds", SMALL, ">= 3600"),
    ({"expires_after": {"anchor": "created_at", "seconds": 2592001}}, "expires_after.seconds", BIG, "<= 2592000"),
    ({"expires_after": {"anchor": "now", "seconds": 3600}}, "expires_after.anchor", VALUE, "'created_at'"),
]


def within(path: str, rows: list[Any], wrap: Any) -> list[Any]:
    """The rows for an object that stands inside another."""
    return [(wrap(sent), f"{path}.{param}", code, text) for sent, param, code, text in rows]


# What is valid already, by path; each row is put over it. `{...}` are things that exist.
OPERATIONS: dict[str, tuple[dict[str, Any], list[Any]]] = {
    "/assistants": ({"model": MODEL}, ASSISTANT + NEW_STORES),
    "/assistants/{assistant}": ({}, ASSISTANT),
    "/threads": (
        {},
        METADATA
        + RESOURCES
        + NEW_STORES
        + within("messages[0]", MESSAGE, lambda sent: {"messages": [message(**sent)]}),
    ),
    "/threads/{thread}": ({}, METADATA + RESOURCES),
    "/threads/{thread}/messages": (message(), MESSAGE),
    "/threads/{thread}/messages/{message}": ({}, [*METADATA, ({"content": "x"}, "content", UNKNOWN, "'content'")]),
    "/threads/{thread}/runs": (
        {"assistant_id": "{assistant}"},
        [
            *RUN,
            SAMPLING[-1],
            ({"tool_resources": {}}, "tool_resources", UNKNOWN, "'tool_resources'"),
            *within("additional_messages[0]", MESSAGE, lambda sent: {"additional_messages": [message(**sent)]}),
        ],
    ),
    "/threads/runs": (
        {"assistant_id": "{assistant}"},
        [
            *RUN,
            *RESOURCES,
            *within("thread", METADATA + RESOURCES + NEW_STORES, lambda sent: {"thread": sent}),
            *within("thread.messages[0]", MESSAGE, lambda sent: {"thread": {"messages": [message(**sent)]}}),
        ],
    ),
    "/threads/{thread}/runs/{run}": ({}, [*METADATA, ({"status": "queued"}, "status", UNKNOWN, "'status'")]),
    "/threads/{thread}/runs/{run}/submit_tool_outputs": (
        {"tool_outputs": []},
        [
            ({"tool_outputs": None}, "tool_outputs", TYPE, "expected an array"),
            ({"tool_outputs": [{"output": 5}]}, "tool_outputs[0].output", TYPE, "expected a string"),
            ({"tool_outputs": []}, None, None, 'Runs in status "completed" do not accept tool outputs.'),
        ],
    ),
    "/vector_stores": (
        {},
        VECTOR_STORE + CHUNKS + [({"file_ids": ["file-x"] * 501}, "file_ids", MANY, "maximum length 500")],
    ),
    "/vector_stores/{store}": ({}, VECTOR_STORE),
    "/vector_stores/{store}/search": ({"query": "x"}, SEARCH),
    "/vector_stores/{store}/files": ({"file_id": "{file}"}, CHUNKS + ATTRIBUTES),
    "/vector_stores/{store}/file_batches": (
        {},
        [
            ({}, "file_ids", None, "either 'file_ids' or 'files'"),
            ({"file_ids": []}, "file_ids", "empty_array", "minimum length 1"),
            ({"file_ids": ["file-x"] * 2001}, "file_ids", MANY, "maximum length 2000"),
            *within("files[0]", CHUNKS + ATTRIBUTES, lambda sent: {"files": [{"file_id": "{file}"} | sent]}),
        ],
    ),
    "/images/generations": ({"model": "dall-e-3", "prompt": "a hill"}, IMAGE),
    "/uploads": ({"filename": "a", "purpose": "assistants", "bytes": 1, "mime_type": "text/plain"}, UPLOAD),
}
REQUIRED = {
    "/assistants": ["model"],
    "/threads/{thread}/messages": ["role", "content"],
    "/threads/{thread}/runs": ["assistant_id"],
    "/threads/runs": ["assistant_id"],
    "/vector_stores/{store}/search": ["query"],
    "/vector_stores/{store}/files": ["file_id"],
    "/images/generations": ["prompt"],
    "/uploads": ["filename", "purpose", "bytes", "mime_type"],
    "/threads/{thread}/runs/{run}/submit_tool_outputs": ["tool_outputs"],
}


@pytest.fixture(scope="module")
def things(server_url: str) -> dict[str, str]:
    """IDs of things that exist."""
    client = client_for(server_url)
    file = client.files.create(file=("a.txt", b"text"), purpose="assistants")
    assistant = client.beta.assistants.create(model=MODEL)
    run = client.beta.threads.create_and_run_poll(assistant_id=assistant.id, thread={"messages": [message()]})
    return {
        "file": file.id,
        "assistant": assistant.id,
        "thread": run.thread_id,
        "run": run.id,
        "message": client.beta.threads.messages.list(run.thread_id).data[0].id,
        "store": client.vector_stores.create().id,
    }


def filled(value: Any, things: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: filled(entry, things) for key, entry in value.items()}
    if isinstance(value, list):
        return [filled(entry, things) for entry in value]
    return things.get(value[1:-1], value) if isinstance(value, str) and value.startswith("{") else value


def post(client: OpenAI, path: str, body: Any, things: dict[str, str]) -> Any:
    headers = {"OpenAI-Beta": "assistants=v2"}
    return client.post(path.format(**things), body=filled(body, things), cast_to=object, options={"headers": headers})


@pytest.mark.parametrize("path", OPERATIONS)
def test_a_broken_limit_is_answered_as_the_original_did(client: OpenAI, things, path):
    valid, rows = OPERATIONS[path]
    wrong = []
    for sent, param, code, text in rows:
        try:
            post(client, path, valid | sent, things)
        except APIStatusError as refused:
            got = (refused.status_code, refused.type, refused.param, refused.code)
            if got != (400, "invalid_request_error", param, code) or text not in refused.body["message"]:
                wrong.append(f"{str(sent)[:90]}: {got} {refused.body['message']}")
        else:
            wrong.append(f"{str(sent)[:90]} was accepted")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", REQUIRED)
def test_what_is_required_is_asked_for(client: OpenAI, things, path):
    valid, _ = OPERATIONS[path]
    for name in REQUIRED[path]:
        with pytest.raises(APIStatusError) as refused:
            post(client, path, {key: value for key, value in valid.items() if key != name}, things)
        assert (refused.value.status_code, refused.value.param, refused.value.code) == (400, name, MISSING)
        assert refused.value.body["message"] == f"Missing required parameter: '{name}'."


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/assistants", {"model": MODEL, "name": "x" * 256, "description": "x" * 512, "temperature": 2, "top_p": 0}),
        ("/assistants", {"model": MODEL, "instructions": "x" * 256_000, "metadata": {"k" * 64: "v" * 512}}),
        ("/assistants", {"model": MODEL, "tools": [{"type": "code_interpreter"}] * 128}),
        ("/assistants", {"model": MODEL, **function(name="a-b_C" + "9" * 59, parameters=WHOLE, strict=None)}),
        ("/assistants", {"model": MODEL, **search(max_num_results=50, ranking_options={"score_threshold": 1})}),
        ("/assistants", {"model": MODEL, **schema_format(schema=WHOLE, description="d", strict=False)}),
        ("/assistants", {"model": MODEL, **function(strict=True, parameters=LOOSE | {"required": ["a"]})}),
        ("/assistants", {"model": MODEL, **function(strict=True)}),
        ("/assistants", {"model": MODEL, "name": None, "metadata": None, "tool_resources": None, "tools": []}),
        ("/threads", {"messages": [message(content="x" * 256_000, attachments=None)], "metadata": {}}),
        ("/threads/{thread}/messages", message(**part("image_url", image_url={"url": "data:image/png;base64,AA=="}))),
        ("/threads/runs", {"assistant_id": "{assistant}", "max_prompt_tokens": 256, "max_completion_tokens": 256}),
        (
            "/threads/runs",
            {
                "assistant_id": "{assistant}",
                "truncation_strategy": {"type": "last_messages", "last_messages": 1},
                "tool_choice": {"type": "function", "function": {"name": "f"}},
                **function(),
            },
        ),
        ("/threads/runs", {"assistant_id": "{assistant}", "tool_choice": "none", "response_format": "auto"}),
        ("/vector_stores", {"expires_after": {"anchor": "last_active_at", "days": 365}, "file_ids": ["{file}"]}),
        ("/vector_stores/{store}/files", {"file_id": "{file}", **chunks(max_chunk_size_tokens=4096)}),
        ("/vector_stores/{store}/files", {"file_id": "{file}", "attributes": {"a": "x" * 512, "b": 1.5, "c": True}}),
        ("/vector_stores/{store}/search", {"query": ["a", "b"], "max_num_results": 50, "rewrite_query": True}),
    ],
)
def test_what_is_just_within_the_limits_is_accepted(client: OpenAI, things, path, body):
    assert post(client, path, body, things)


@pytest.mark.parametrize(
    ("query", "param", "code", "text"),
    [
        ("limit=0", "limit", SMALL, "Expected a value >= 1, but got 0 instead."),
        ("limit=101", "limit", BIG, "Invalid 'limit': integer above maximum value. Expected a value <= 100"),
        ("limit=ten", "limit", TYPE, "expected an integer, but got a string instead"),
        ("limit=1_0", "limit", TYPE, "expected an integer"),
        ("limit=1.5", "limit", TYPE, "expected an integer"),
        ("order=up", "order", VALUE, "Supported values are: 'asc', and 'desc'."),
    ],
)
def test_every_list_keeps_its_limits(client: OpenAI, things, query, param, code, text):
    for path in (
        "/assistants",
        "/threads/{thread}/messages",
        "/threads/{thread}/runs",
        "/threads/{thread}/runs/{run}/steps",
        "/vector_stores",
        "/vector_stores/{store}/files",
        "/files",
    ):
        if path == "/files" and query == "limit=101":
            continue
        with pytest.raises(APIStatusError) as refused:
            client.get(
                f"{path.format(**things)}?{query}",
                cast_to=object,
                options={"headers": {"OpenAI-Beta": "assistants=v2"}},
            )
        assert (refused.value.status_code, refused.value.param, refused.value.code) == (400, param, code), path
        assert text in refused.value.body["message"]


def test_files_are_listed_ten_thousand_at_a_time(client: OpenAI):
    assert client.files.list(limit=10_000).data
    with pytest.raises(APIStatusError, match="Expected a value <= 10000"):
        client.files.list(limit=10_001)


@pytest.mark.parametrize(
    ("path", "param", "prefix"),
    [
        ("/assistants/x", "assistant_id", "asst"),
        ("/threads/x", "thread_id", "thread"),
        ("/threads/{thread}/messages/x", "message_id", "msg"),
        ("/threads/{thread}/runs/x", "run_id", "run"),
        ("/threads/{thread}/runs/{run}/steps/x", "step_id", "step"),
        ("/vector_stores/x", "vector_store_id", "vs"),
    ],
)
def test_an_id_of_another_kind_is_told_from_one_that_is_gone(client: OpenAI, things, path, param, prefix):
    with pytest.raises(APIStatusError) as refused:
        client.get(path.format(**things), cast_to=object, options={"headers": {"OpenAI-Beta": "assistants=v2"}})
    assert (refused.value.status_code, refused.value.param, refused.value.code) == (400, param, VALUE)
    assert refused.value.body["message"] == f"Invalid '{param}': 'x'. Expected an ID that begins with '{prefix}'."


@pytest.mark.parametrize(
    ("expires_after", "param", "code"),
    [
        ({"anchor": "created_at", "seconds": 3599}, "seconds", SMALL),
        ({"anchor": "created_at", "seconds": 2_592_001}, "seconds", BIG),
        ({"anchor": "last_active_at", "seconds": 3600}, "anchor", VALUE),
    ],
)
def test_a_file_lives_between_an_hour_and_thirty_days(client: OpenAI, expires_after, param, code):
    with pytest.raises(APIStatusError) as refused:
        client.files.create(file=("a.txt", b"x"), purpose="assistants", expires_after=expires_after)
    assert (refused.value.status_code, refused.value.param, refused.value.code) == (400, f"expires_after.{param}", code)
    file = client.files.create(
        file=("a.txt", b"x"), purpose="assistants", expires_after={"anchor": "created_at", "seconds": 3600}
    )
    assert file.expires_at == file.created_at + 3600


@pytest.mark.parametrize("purpose", ["assistants", "batch", "fine-tune", "vision", "user_data", "evals"])
def test_a_file_may_have_each_purpose_of_the_description(client: OpenAI, purpose):
    assert client.files.create(file=("a.txt", b"x"), purpose=purpose).purpose == purpose


@pytest.mark.parametrize("purpose", ["", "assistants_output", "Assistants", "fun"])
def test_a_file_may_have_no_other_purpose(client: OpenAI, purpose):
    with pytest.raises(APIStatusError) as refused:
        client.files.create(file=("a.txt", b"x"), purpose=purpose)
    assert (refused.value.status_code, refused.value.param) == (400, "purpose")
