"""What goes over the wire as it is, and the official description as a schema for it."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from openai import OpenAI

from tests.deep import DESCRIPTION

Event = tuple[str, Any]


def events_of(client: OpenAI, path: str, body: dict[str, Any] | None = None) -> Iterator[Event]:
    """The events of a stream: name and data. With `body` it is sent with `stream`, without it the path is read."""
    asked = {"json": body | {"stream": True}} if body is not None else {}
    headers = {**client.auth_headers, "OpenAI-Beta": "assistants=v2"}
    method = "POST" if asked else "GET"
    with client._client.stream(method, f"{client.base_url}{path}", headers=headers, **asked) as answer:
        name = ""
        for line in answer.iter_lines():
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                data = line.removeprefix("data: ")
                yield name, data if name == "done" else json.loads(data)


@cache
def described() -> dict[str, Any]:
    """The description, with what its own examples contradict put right."""
    description: dict[str, Any] = json.loads(DESCRIPTION.read_text(encoding="utf-8"))
    correct_responses(description)
    return description


def correct_responses(description: dict[str, Any]) -> None:
    """Where the description of responses contradicts its own examples, or the service."""
    schemas = description["components"]["schemas"]
    # What is null as long as a response is at work, or is not given.
    response = schemas["Response"]["allOf"][-1]["properties"]
    response["usage"] = {"anyOf": [{"$ref": "#/components/schemas/ResponseUsage"}, {"type": "null"}]}
    schemas["ModelResponseProperties"]["properties"]["user"]["type"] = ["string", "null"]
    schemas["CreateModelResponseProperties"]["allOf"][-1]["properties"]["top_logprobs"]["type"] = ["integer", "null"]
    # A function without `strict` counts as strict.
    schemas["FunctionTool"]["required"] = ["type", "name"]


def validator_of(name: str) -> Draft202012Validator:
    """For one schema of the description."""
    return Draft202012Validator({"$ref": f"#/components/schemas/{name}", "components": described()["components"]})
