import pytest
from openai import BadRequestError, NotFoundError, OpenAI

from helpers.settings import MODEL


@pytest.fixture
def assistant(client: OpenAI):
    made = client.beta.assistants.create(name="analyst", instructions="Be brief.", model=MODEL)
    yield made
    client.beta.assistants.delete(made.id)


def test_a_new_assistant_carries_all_that_was_asked_for(client: OpenAI):
    made = client.beta.assistants.create(
        name="n",
        description="d",
        instructions="i",
        model="gpt-4o",
        tools=[{"type": "code_interpreter"}, {"type": "function", "function": {"name": "f", "parameters": {}}}],
        metadata={"course": "4"},
        temperature=0.5,
    )
    assert made.id.startswith("asst_") and len(made.id) == 29
    assert (made.name, made.description, made.instructions, made.model) == ("n", "d", "i", "gpt-4o")
    assert [tool.type for tool in made.tools] == ["code_interpreter", "function"]
    assert made.tools[1].function.strict is False
    assert (made.metadata, made.temperature, made.top_p) == ({"course": "4"}, 0.5, 1.0)
    assert client.beta.assistants.retrieve(made.id) == made


def test_the_same_parameters_twice_make_two_assistants(client: OpenAI, assistant):
    twin = client.beta.assistants.create(name="analyst", instructions="Be brief.", model=MODEL)
    assert twin.id != assistant.id


def test_update_replaces_only_what_is_sent(client: OpenAI, assistant):
    changed = client.beta.assistants.update(assistant.id, instructions="Be long.", tools=[{"type": "code_interpreter"}])
    assert (changed.name, changed.instructions) == ("analyst", "Be long.")
    assert client.beta.assistants.update(assistant.id, tools=[]).tools == []


def test_a_deleted_assistant_is_not_found(client: OpenAI):
    made = client.beta.assistants.create(model=MODEL)
    assert client.beta.assistants.delete(made.id).deleted
    with pytest.raises(NotFoundError, match=f"No assistant found with id '{made.id}'."):
        client.beta.assistants.retrieve(made.id)


def test_lists_page_without_gaps_or_repeats(client: OpenAI):
    made = [client.beta.assistants.create(name=f"page {n}", model=MODEL).id for n in range(7)]
    oldest_first = [a.id for a in client.beta.assistants.list(limit=2, order="asc")]
    newest_first = [a.id for a in client.beta.assistants.list(limit=3)]
    assert [id for id in oldest_first if id in made] == made
    assert newest_first == oldest_first[::-1]
    page = client.beta.assistants.list(before=made[3], limit=2, order="asc")
    assert [a.id for a in page.data] == made[1:3] and page.first_id == made[1]
    for id in made:
        client.beta.assistants.delete(id)


@pytest.mark.parametrize(
    ("parameters", "code", "param", "message"),
    [
        ({"name": "x" * 257}, "string_above_max_length", "name", "Expected a string with maximum length 256, but got"),
        ({"temperature": 3}, "decimal_above_max_value", "temperature", "Expected a value <= 2, but got 3 instead."),
        ({"top_p": -1}, "decimal_below_min_value", "top_p", "Expected a value >= 0"),
        (
            {"name": 5},
            "invalid_type",
            "name",
            "Invalid type for 'name': expected a string, but got an integer instead.",
        ),
        (
            {"tools": [{"type": "retrieval"}]},
            "invalid_value",
            "tools[0].type",
            "Supported values are: 'code_interpreter'",
        ),
        (
            {"tools": [{}]},
            "missing_required_parameter",
            "tools[0].type",
            "Missing required parameter: 'tools[0].type'.",
        ),
        ({"tools": [{"type": "function", "function": {}}]}, "missing_required_parameter", "tools[0].function.name", ""),
        ({"tools": [{"type": "code_interpreter"}] * 129}, "array_above_max_length", "tools", "maximum length 128"),
        ({"metadata": {str(n): "" for n in range(17)}}, "object_above_max_properties", "metadata", "at most 16"),
        ({"metadata": {"k": "v" * 513}}, "string_above_max_length", "metadata.k", "maximum length 512"),
        ({"metadata": {"k": 1}}, "invalid_type", "metadata.k", ""),
        ({"extra_body": {"file_ids": []}}, "unknown_parameter", "file_ids", "Unknown parameter: 'file_ids'."),
    ],
)
def test_a_broken_limit_is_answered_as_the_original_did(client: OpenAI, parameters, code, param, message):
    with pytest.raises(BadRequestError) as refused:
        client.beta.assistants.create(model=MODEL, **parameters)
    assert (refused.value.code, refused.value.param) == (code, param)
    assert refused.value.type == "invalid_request_error"
    assert message in refused.value.body["message"]


def test_a_file_that_is_not_there_cannot_be_given_to_an_assistant(client: OpenAI):
    with pytest.raises(NotFoundError, match="No such File object: file-none"):
        client.beta.assistants.create(model=MODEL, tool_resources={"code_interpreter": {"file_ids": ["file-none"]}})


@pytest.mark.parametrize(("limit", "code"), [(0, "integer_below_min_value"), (101, "integer_above_max_value")])
def test_a_list_has_between_1_and_100_entries(client: OpenAI, limit, code):
    with pytest.raises(BadRequestError) as refused:
        client.beta.assistants.list(limit=limit)
    assert (refused.value.code, refused.value.param) == (code, "limit")
