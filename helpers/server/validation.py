"""Is this request body what the official description says? If not, the answer that the original gave.

The schemas are data, cut from OpenAI's own description (`contract/requests.json`). The walk is ours rather than a
validator's from the shelf, since each finding has to become the API's own message, `param` and `code`, and since a
union has to be judged by the branch that the caller meant.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from .errors import ApiError, bad_request

Schema = dict[str, Any]

_NAMES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}
_SPOKEN = {"object": "an object", "array": "an array", "integer": "an integer", "number": "a decimal", "null": "null"}
_GOT = _SPOKEN | {"number": "a decimal number"}
# Some limits stand in the description's prose only (reference: Assistants > Create > metadata, tools, response_format).
_METADATA: Schema = {
    "maxProperties": 16,
    "propertyNames": {"maxLength": 64},
    "additionalProperties": {"type": "string", "maxLength": 512},
}
_NAME: Schema = {"minLength": 1, "maxLength": 64, "pattern": "^[a-zA-Z0-9_-]+$"}
_URL = re.compile(r"(https?://[^\s/]|data:)\S*")


def validate(operation: str, body: Any, path: str = "") -> None:
    """Raise ApiError (400) at the first thing in `body` that the operation does not allow.

    `path` is where the body stands in the request, if not at its top.
    """
    _walk(_contract()["operations"][operation], body, path)


@cache
def _contract() -> Schema:
    path = Path(__file__).parent / "contract" / "requests.json"
    contract: Schema = json.loads(path.read_text(encoding="utf-8"))
    known = contract["$defs"]
    known["Metadata"]["anyOf"][0] |= _METADATA
    known["FunctionObject"]["properties"]["name"] |= _NAME
    known["ResponseFormatJsonSchema"]["properties"]["json_schema"]["properties"]["name"] |= _NAME
    # The description asks for `file_id` one level too high, where it means nothing.
    message = known["CreateMessageRequest"], contract["operations"]["messages.create"]
    for schema in message:
        schema["properties"]["attachments"]["anyOf"][0]["items"]["required"] = ["file_id"]
    _close_tool_resources(contract)
    _correct_responses(contract["operations"], known)
    return contract


def _correct_responses(operations: Schema, known: Schema) -> None:
    """Where the Responses API is stricter in its prose than in its schemas, and where it takes more than they say."""
    for name in ("responses.create", "conversations.create", "conversations.update", "containers.create"):
        operations[name]["additionalProperties"] = False
    for name in ("FunctionTool", "FileSearchTool", "CodeInterpreterTool", "ImageGenTool", "ResponseTextParam"):
        known[name]["additionalProperties"] = False
    operations["responses.create"]["properties"]["max_tool_calls"]["anyOf"][0]["minimum"] = 1
    operations["containers.create"]["properties"]["expires_after"]["properties"]["minutes"]["minimum"] = 1
    known["FileSearchTool"]["properties"]["max_num_results"] |= {"minimum": 1, "maximum": 50}
    known["RankingOptions"]["properties"]["score_threshold"] |= {"minimum": 0, "maximum": 1}
    known["TextResponseFormatJsonSchema"]["properties"]["name"] |= _NAME
    known["FunctionTool"]["properties"]["name"] |= _NAME
    # A function without `strict` counts as strict, and one without `parameters` takes none.
    known["FunctionTool"]["required"] = ["type", "name"]
    known["OutputTextContent"]["required"] = ["type", "text"]
    known["InputImageContent"]["required"] = ["type"]
    known["ItemReferenceParam"]["properties"]["type"] = {"type": ["string", "null"], "enum": ["item_reference", None]}


def _close_tool_resources(node: Any) -> None:
    """The description leaves `tool_resources` open; a misspelt one would be passed over in silence."""
    for inner in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _close_tool_resources(inner)
    if isinstance(node, dict) and {"code_interpreter", "file_search"} <= node.get("properties", {}).keys():
        for schema in (node, *node["properties"].values()):
            schema["additionalProperties"] = False


def _walk(schema: Schema, value: Any, path: str) -> None:
    if "$ref" in schema:
        _walk(_contract()["$defs"][schema["$ref"].rsplit("/", 1)[1]], value, path)
        return
    for union in ("anyOf", "oneOf"):
        if union in schema and all(branch.keys() == {"required"} for branch in schema[union]):
            _check_only_one([branch["required"][0] for branch in schema[union]], value, path)
        elif union in schema:
            _walk(_meant(schema[union], value, path), value, path)
    if "type" in schema and not _is(value, schema["type"]):
        raise _wrong_type(path, schema["type"], value)
    if "enum" in schema and value not in schema["enum"]:
        raise _wrong_value(path, value, schema["enum"])
    if isinstance(value, str):
        _check_length(schema, len(value), path, "string", "Length")
        _check_pattern(schema, value, path)
        if schema.get("format") == "uri" and not _URL.match(value):
            message = f"Invalid '{path}'. Expected a valid URL, but got a value with an invalid format."
            raise bad_request(message, path, "invalid_value")
    elif isinstance(value, list):
        _check_length(schema, len(value), path, "array", "Items")
        for index, entry in enumerate(value if "items" in schema else ()):
            _walk(schema["items"], entry, f"{path}[{index}]")
    elif isinstance(value, dict):
        _check_object(schema, value, path)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        _check_range(schema, value, path)


def _check_object(schema: Schema, value: dict[str, Any], path: str) -> None:
    _check_size(schema, value, path)
    known = schema.get("properties", {})
    for key, entry in value.items():
        inner = f"{path}.{key}" if path else key
        if key in known:
            _walk(known[key], entry, inner)
        elif schema.get("additionalProperties") is False:
            raise bad_request(f"Unknown parameter: '{inner}'.", inner, "unknown_parameter")
        elif isinstance(schema.get("additionalProperties"), dict):
            _walk(schema["additionalProperties"], entry, inner)
    for key in schema.get("required", ()):
        if key not in value:
            inner = f"{path}.{key}" if path else key
            raise bad_request(f"Missing required parameter: '{inner}'.", inner, "missing_required_parameter")


def _check_length(schema: Schema, length: int, path: str, noun: str, suffix: str) -> None:
    article = "an array" if noun == "array" else "a string"
    most, least = schema.get(f"max{suffix}"), schema.get(f"min{suffix}")
    if most is not None and length > most:
        raise bad_request(
            f"Invalid '{path}': {noun} too long. Expected {article} with maximum length {most}, "
            f"but got {article} with length {length} instead.",
            path,
            f"{noun}_above_max_length",
        )
    if least is not None and length < least:
        if length == 0:
            raise bad_request(
                f"Invalid '{path}': empty {noun}. Expected {article} with minimum length {least}, "
                f"but got an empty {noun} instead.",
                path,
                f"empty_{noun}",
            )
        raise bad_request(
            f"Invalid '{path}': {noun} too short. Expected {article} with minimum length {least}, "
            f"but got {article} with length {length} instead.",
            path,
            f"{noun}_below_min_length",
        )


def _check_pattern(schema: Schema, value: str, path: str) -> None:
    if "pattern" in schema and not re.fullmatch(schema["pattern"], value):
        raise bad_request(
            f"Invalid '{path}': string does not match pattern. "
            f"Expected a string that matches the pattern '{schema['pattern']}'.",
            path,
            "invalid_value",
        )


def _check_range(schema: Schema, value: float, path: str) -> None:
    noun = "integer" if schema.get("type") in ("integer", ["integer", "null"]) else "decimal"
    if "maximum" in schema and value > schema["maximum"]:
        raise _out_of_range(path, noun, "above maximum", "<=", schema["maximum"], value, "above_max_value")
    if "minimum" in schema and value < schema["minimum"]:
        raise _out_of_range(path, noun, "below minimum", ">=", schema["minimum"], value, "below_min_value")


def _out_of_range(path: str, noun: str, side: str, sign: str, limit: float, value: float, code: str) -> ApiError:
    message = f"Invalid '{path}': {noun} {side} value. Expected a value {sign} {limit}, but got {value} instead."
    return bad_request(message, path, f"{noun}_{code}")


def check_limit(name: str, value: int, most: int) -> None:
    """Raise ApiError (400) unless 1 <= value <= most, for the `limit` of a list."""
    _check_range({"type": "integer", "minimum": 1, "maximum": most}, value, name)


def _check_only_one(names: list[str], value: Any, path: str) -> None:
    """Two ways to say the same thing exclude each other."""
    given = [name for name in names if isinstance(value, dict) and value.get(name)]
    if len(given) > 1:
        raise bad_request(
            f"Invalid '{path}': give only one of {' and '.join(map(repr, given))}."
            if path
            else f"Give only one of {' and '.join(map(repr, given))}.",
            path or given[1],
            "mutually_exclusive_parameters",
        )


def _check_size(schema: Schema, value: dict[str, Any], path: str) -> None:
    most = schema.get("maxProperties")
    if most is not None and len(value) > most:
        raise bad_request(
            f"Invalid '{path}': too many properties. Expected an object with at most {most} properties, "
            f"but got an object with {len(value)} properties instead.",
            path,
            "object_above_max_properties",
        )
    for key in value if "propertyNames" in schema else ():
        _check_length(schema["propertyNames"], len(key), path, "string", "Length")


def _meant(branches: list[Schema], value: Any, path: str) -> Schema:
    """The branch of a union that the caller meant: of the value's type, and with its `type` tag where there is one."""
    branches = [branch for nested in branches for branch in _flat(nested)]
    alike = [branch for branch in branches if "type" not in branch or _is(value, branch["type"])]
    if not alike:
        raise _wrong_type(path, [name for branch in branches for name in _as_list(branch["type"])], value)
    if isinstance(value, dict):
        return _tagged(alike, value, path)
    # An open string beside an enumeration (a model name beside the known ones) takes any string.
    open_ones = [branch for branch in alike if "enum" not in branch]
    if open_ones:
        return open_ones[0]
    allowed = [option for branch in alike for option in branch["enum"]]
    if value not in allowed:
        raise _wrong_value(path, value, allowed)
    return {}


def _tagged(branches: list[Schema], value: dict[str, Any], path: str) -> Schema:
    tags = {tag: branch for branch in branches for tag in branch.get("properties", {}).get("type", {}).get("enum", ())}
    if len(branches) == 1 or not tags:
        return branches[0]
    inner = f"{path}.type" if path else "type"
    if value.get("type") is None:
        untagged = [branch for branch in branches if "type" not in branch.get("required", ())]
        fitting = [branch for branch in untagged if all(key in value for key in branch["required"])]
        if untagged:
            return (fitting or untagged)[0]
    if "type" not in value:
        raise bad_request(f"Missing required parameter: '{inner}'.", inner, "missing_required_parameter")
    if not isinstance(value["type"], str):
        raise _wrong_type(inner, "string", value["type"])
    if value["type"] not in tags:
        raise _wrong_value(inner, value["type"], list(tags))
    return tags[value["type"]]


def _flat(schema: Schema) -> list[Schema]:
    if "$ref" in schema:
        return _flat(_contract()["$defs"][schema["$ref"].rsplit("/", 1)[1]])
    for union in ("anyOf", "oneOf"):
        if union in schema and "properties" not in schema:
            return [branch for nested in schema[union] for branch in _flat(nested)]
    return [schema]


def _is(value: Any, names: str | list[str]) -> bool:
    for name in _as_list(names):
        if isinstance(value, bool) and name in ("integer", "number"):
            continue
        if isinstance(value, _NAMES[name]):
            return True
    return False


def _as_list(names: str | list[str]) -> list[str]:
    return [names] if isinstance(names, str) else names


def _name_of(value: Any) -> str:
    return next(
        name for name in ("boolean", "integer", "number", "string", "array", "object", "null") if _is(value, name)
    )


def _wrong_type(path: str, expected: str | list[str], value: Any) -> ApiError:
    names = list(dict.fromkeys(name for name in _as_list(expected) if name != "null")) or ["null"]
    spoken = [_SPOKEN.get(name, f"a {name}") for name in names]
    wanted = f"one of {', '.join(spoken[:-1])} or {spoken[-1]}" if len(spoken) > 1 else spoken[0]
    got = _GOT.get(_name_of(value), f"a {_name_of(value)}")
    where = f"'{path}'" if path else "the request body"
    return bad_request(
        f"Invalid type for {where}: expected {wanted}, but got {got} instead.", path or None, "invalid_type"
    )


def _wrong_value(path: str, value: Any, allowed: list[Any]) -> ApiError:
    spoken = [f"'{option}'" for option in allowed if option is not None]
    options = ", ".join(spoken[:-1]) + f", and {spoken[-1]}" if len(spoken) > 1 else spoken[0]
    return bad_request(f"Invalid value: '{value}'. Supported values are: {options}.", path, "invalid_value")
