"""Strict functions and answers: their schemas leave nothing open (documentation: Structured Outputs)."""

from collections.abc import Iterator
from typing import Any

from .errors import bad_request

Object = dict[str, Any]
_MAPS = ("properties", "$defs", "definitions")
_LISTS = ("anyOf", "oneOf", "allOf")


def check_strict(body: Object) -> None:
    """Raise ApiError (400) where a schema in the body's tools or response_format says `strict` and is not."""
    for number, tool in enumerate(body.get("tools") or ()):
        function = tool.get("function") or {}
        if tool["type"] == "function" and function.get("strict") and "parameters" in function:
            for fault in _faults(function["parameters"]):
                raise bad_request(
                    f"Invalid schema for function '{function['name']}': {fault}",
                    f"tools[{number}].function.parameters",
                    "invalid_function_parameters",
                )
    wanted = body.get("response_format")
    described = wanted.get("json_schema", {}) if isinstance(wanted, dict) else {}
    if described.get("strict") and "schema" in described:
        for fault in _faults(described["schema"]):
            raise bad_request(
                f"Invalid schema for response_format '{described['name']}': {fault}",
                "response_format.json_schema.schema",
                "invalid_json_schema",
            )


def check_strict_response(body: Object) -> None:
    """The same for the body of Create response. Functions that do not say whether they are strict need not be."""
    for number, tool in enumerate(body.get("tools") or ()):
        if tool["type"] == "function" and tool.get("strict") and tool.get("parameters") is not None:
            for fault in _faults(tool["parameters"]):
                raise bad_request(
                    f"Invalid schema for function '{tool['name']}': {fault}",
                    f"tools[{number}].parameters",
                    "invalid_function_parameters",
                )
    wanted = (body.get("text") or {}).get("format") or {}
    if wanted.get("type") == "json_schema" and wanted.get("strict"):
        for fault in _faults(wanted["schema"]):
            raise bad_request(
                f"Invalid schema for response_format '{wanted['name']}': {fault}",
                "text.format.schema",
                "invalid_json_schema",
            )


def _faults(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict) and schema.get("type") != "object":
        yield f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{schema.get('type')}\"'."
    yield from _open(schema, ())


def _open(schema: Any, context: tuple[str, ...]) -> Iterator[str]:
    """What a schema and those inside it leave open."""
    if not isinstance(schema, dict):
        return
    properties = schema.get("properties")
    if schema.get("type") == "object" or isinstance(properties, dict):
        if schema.get("additionalProperties") is not False:
            yield f"In context={context}, 'additionalProperties' is required to be supplied and to be false."
        required = schema.get("required")
        for name in properties if isinstance(properties, dict) else ():
            if not isinstance(required, list) or name not in required:
                yield (
                    f"In context={context}, 'required' is required to be supplied and to be an array including every "
                    f"key in properties. Missing '{name}'."
                )
    for key in _MAPS:
        inner = schema.get(key)
        for name, entry in inner.items() if isinstance(inner, dict) else ():
            yield from _open(entry, (*context, key, name))
    for key in _LISTS:
        inner = schema.get(key)
        for index, entry in enumerate(inner if isinstance(inner, list) else ()):
            yield from _open(entry, (*context, key, str(index)))
    yield from _open(schema.get("items"), (*context, "items"))
