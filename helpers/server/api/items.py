"""Items as they come in: a string or a list in the request, items with an ID and a status in the store."""

import base64
import binascii
from collections import Counter
from typing import Any

from ..errors import bad_request
from ..history import find_anywhere
from ..ids import long_id
from ..objects import new_file
from ..response_objects import output_text
from ..services import Services
from .endpoint import load_file

Object = dict[str, Any]

_PREFIXES = {
    "message": "msg_",
    "function_call": "fc_",
    "function_call_output": "fco_",
    "code_interpreter_call": "ci_",
    "file_search_call": "fs_",
    "image_generation_call": "ig_",
    "reasoning": "rs_",
}
# What an earlier answer did not show, unless it was asked to, and what of a call is ours alone.
_UNSEEN = ("outputs", "results", "_prompt", "revised_prompt")


def take_items(services: Services, given: str | list[Object], path: str) -> list[Object]:
    """The items of a request that keeps to the description, ready to be stored. `path` says where they stand in it.

    Raises ApiError for files and items that do not exist, and for what this server cannot do.
    """
    if isinstance(given, str):
        given = [{"role": "user", "content": given}]
    return [_item(services, item, f"{path}[{number}]") for number, item in enumerate(given)]


def check_items(items: list[Object], path: str) -> None:
    """Raise ApiError where an item is there twice, a function call has no output, or an output has no call."""
    check_twice(items, path)
    # A call that was cut off in the middle is never answered.
    calls = [item["call_id"] for item in items if item["type"] == "function_call" and item["status"] == "completed"]
    outputs = [item["call_id"] for item in items if item["type"] == "function_call_output"]
    for call_id in outputs:
        if call_id not in calls:
            raise bad_request(f"No tool call found for function call output with call_id {call_id}.", path)
    for call_id in calls:
        if call_id not in outputs:
            raise bad_request(f"No tool output found for function call {call_id}.", path)


def check_twice(items: list[Object], path: str) -> None:
    """Raise ApiError where an item is there twice."""
    for item_id, times in Counter(item["id"] for item in items).items():
        if times > 1:
            message = f"Duplicate item found with id {item_id}. Remove duplicate items from your input and try again."
            raise bad_request(message, path)


def _item(services: Services, item: Object, path: str) -> Object:
    kind = item.get("type") or ("message" if "role" in item else "item_reference")
    if kind == "item_reference":
        known = find_anywhere(services.store, item["id"])
        if known is None:
            raise bad_request(f"Item with id '{item['id']}' not found.", f"{path}.id", "item_not_found")
        return known
    item = item | {"type": kind, "id": _id_of(item) or long_id(_PREFIXES[kind])}
    if kind == "message":
        return _message(services, item, path)
    if kind in ("function_call", "function_call_output"):
        item = {key: value for key, value in item.items() if value is not None}
    if kind == "function_call_output" and not item.get("call_id"):
        param = f"{path}.call_id"
        raise bad_request(f"Missing required parameter: '{param}'.", param, "missing_required_parameter")
    if kind == "function_call_output" and isinstance(item["output"], list):
        item["output"] = [_part(services, part, f"{path}.output[{n}]") for n, part in enumerate(item["output"])]
    if kind in ("code_interpreter_call", "file_search_call", "image_generation_call"):
        known = find_anywhere(services.store, item["id"])
        item |= {key: known[key] for key in _UNSEEN if known and not item.get(key) and key in known}
    return item if kind == "reasoning" else item | {"status": item.get("status") or "completed"}


def _id_of(item: Object) -> str | None:
    given = item.get("id")
    return given if isinstance(given, str) and 0 < len(given) <= 64 and "/" not in given else None


def _message(services: Services, item: Object, path: str) -> Object:
    content = item["content"]
    parts = [{"type": "input_text", "text": content}] if isinstance(content, str) else content
    said = item["role"] == "assistant"
    return {
        "id": item["id"],
        "type": "message",
        "status": "completed",
        "role": item["role"],
        "content": [_part(services, part, f"{path}.content[{n}]", said=said) for n, part in enumerate(parts)],
    }


def _part(services: Services, part: Object, path: str, *, said: bool = False) -> Object:
    """A part of a message; what the assistant said has parts of its own kind."""
    kind = part["type"]
    if kind in ("input_text", "output_text"):
        if not said:
            return {"type": "input_text", "text": part["text"]}
        annotations = part.get("annotations")
        return output_text(part["text"], annotations if isinstance(annotations, list) else [])
    if kind == "input_image":
        return _image(services, part, path)
    return _file(services, part, path) if kind == "input_file" else {"type": "refusal", "refusal": part["refusal"]}


def _image(services: Services, part: Object, path: str) -> Object:
    file_id, url = part.get("file_id"), part.get("image_url")
    if not file_id and not url:
        raise bad_request(f"Missing required parameter: '{path}.image_url'.", path, "missing_required_parameter")
    if file_id:
        load_file(services, file_id)
    return {"type": "input_image", "detail": part.get("detail") or "auto", "file_id": file_id, "image_url": url}


def _file(services: Services, part: Object, path: str) -> Object:
    if part.get("file_url"):
        message = "This server downloads nothing. Upload the file with files.create, and give its file_id."
        raise bad_request(message, f"{path}.file_url", "unsupported_value")
    file_id = part.get("file_id")
    if file_id:
        file = load_file(services, file_id)
    elif part.get("file_data"):
        file = _keep(services, part, f"{path}.file_data")
    else:
        raise bad_request(f"Missing required parameter: '{path}.file_id'.", path, "missing_required_parameter")
    return {"type": "input_file", "file_id": file["id"], "filename": file["filename"]}


def _keep(services: Services, part: Object, path: str) -> Object:
    """A file whose bytes came along becomes one that was uploaded."""
    data: str = part["file_data"]
    if data.startswith("data:"):
        data = data.partition(",")[2]
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        message = f"Invalid '{path}'. Expected base64-encoded bytes, or a data URL of them."
        raise bad_request(message, path, "invalid_value") from None
    file = new_file(part.get("filename") or "file", len(content), "user_data")
    (services.store.blobs / file["id"]).write_bytes(content)
    return services.store.add("file", file)
