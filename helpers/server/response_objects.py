"""The objects of the Responses API as they stand on the wire: responses, their output items, what of them is shown.

Stored items hold everything. What a reader has to ask for with `include` is taken out when they are shown, and so are
the fields of our own, whose names begin with an underscore.
"""

from collections.abc import Collection
from typing import Any

from .ids import long_id
from .objects import now

Object = dict[str, Any]

# Parts of items that are shown only where `include` names them.
_ON_REQUEST = {
    "code_interpreter_call": ("outputs", "code_interpreter_call.outputs"),
    "file_search_call": ("results", "file_search_call.results"),
}


def new_response(body: Object, conversation_id: str | None) -> Object:
    """From the body of Create response: queued where it is to run in the background, else in progress."""
    background = bool(body.get("background"))
    return {
        "id": long_id("resp_"),
        "object": "response",
        "created_at": now(),
        "status": "queued" if background else "in_progress",
        "background": background,
        "completed_at": None,
        "conversation": {"id": conversation_id} if conversation_id else None,
        "error": None,
        "incomplete_details": None,
        "instructions": body.get("instructions"),
        "max_output_tokens": body.get("max_output_tokens"),
        "max_tool_calls": body.get("max_tool_calls"),
        "metadata": body.get("metadata") or {},
        "model": body["model"],
        "output": [],
        "parallel_tool_calls": _or(body.get("parallel_tool_calls"), True),
        "previous_response_id": body.get("previous_response_id"),
        "prompt_cache_key": body.get("prompt_cache_key"),
        "prompt_cache_retention": body.get("prompt_cache_retention"),
        "reasoning": {"effort": None, "summary": None} | (body.get("reasoning") or {}),
        "safety_identifier": body.get("safety_identifier"),
        "service_tier": _or(body.get("service_tier"), "default").replace("auto", "default"),
        "store": _or(body.get("store"), True),
        "temperature": _or(body.get("temperature"), 1.0),
        "text": _shown_text(body.get("text") or {}),
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": [_shown_tool(tool) for tool in body.get("tools") or ()],
        "top_logprobs": body.get("top_logprobs") or 0,
        "top_p": _or(body.get("top_p"), 1.0),
        "truncation": body.get("truncation") or "disabled",
        "usage": None,
        "user": body.get("user"),
    }


def new_usage(prompt: int = 0, completion: int = 0) -> Object:
    """Nothing here is cached, and nothing thinks unseen."""
    return {
        "input_tokens": prompt,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens": completion,
        "output_tokens_details": {"reasoning_tokens": 0},
        "total_tokens": prompt + completion,
    }


def new_message() -> Object:
    """The message that a model is about to write."""
    return {
        "id": long_id("msg_"),
        "type": "message",
        "status": "in_progress",
        "role": "assistant",
        "content": [],
    }


def output_text(text: str = "", annotations: list[Object] | None = None) -> Object:
    """A part of such a message."""
    return {"type": "output_text", "text": text, "annotations": annotations or [], "logprobs": []}


def new_function_call(call_id: str, name: str) -> Object:
    """A call of one of the reader's functions, its arguments not yet said."""
    return {
        "id": long_id("fc_"),
        "type": "function_call",
        "status": "in_progress",
        "call_id": call_id,
        "name": name,
        "arguments": "",
    }


def new_code_call(container_id: str) -> Object:
    """A call of the code interpreter, its Python not yet said."""
    return {
        "id": long_id("ci_"),
        "type": "code_interpreter_call",
        "status": "in_progress",
        "container_id": container_id,
        "code": "",
        "outputs": [],
    }


def new_search_call() -> Object:
    """A search in the reader's files, its query not yet said."""
    return {
        "id": long_id("fs_"),
        "type": "file_search_call",
        "status": "in_progress",
        "queries": [],
        "results": None,
    }


def new_image_call() -> Object:
    """A picture, not yet drawn."""
    return {"id": long_id("ig_"), "type": "image_generation_call", "status": "in_progress", "result": None}


def file_citation(file_id: str, filename: str, index: int) -> Object:
    """The annotation that names the file behind what was just said; `index` is the place in the text."""
    return {"type": "file_citation", "file_id": file_id, "filename": filename, "index": index}


def container_file_citation(file: Object, start: int, end: int) -> Object:
    """The annotation that makes a file of a container downloadable."""
    return {
        "type": "container_file_citation",
        "container_id": file["container_id"],
        "file_id": file["id"],
        "filename": file["path"].rpartition("/")[2],
        "start_index": start,
        "end_index": end,
    }


def shown_response(response: Object, include: Collection[str] = ()) -> Object:
    """The response as it goes over the wire."""
    return response | {"output": [shown_item(item, include) for item in response["output"]]}


def shown_item(item: Object, include: Collection[str] = ()) -> Object:
    """The item as it goes over the wire."""
    field, name = _ON_REQUEST.get(item["type"], ("", ""))
    shown: Object = _public(item)
    return shown if not field or name in include else shown | {field: None}


def _public(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _public(entry) for key, entry in value.items() if not key.startswith("_")}
    return [_public(entry) for entry in value] if isinstance(value, list) else value


def _shown_text(text: Object) -> Object:
    form = text.get("format") or {"type": "text"}
    if form["type"] == "json_schema":
        form = {"strict": False} | form
    return {"format": form, "verbosity": text.get("verbosity") or "medium"}


def _shown_tool(tool: Object) -> Object:
    if tool["type"] == "function":
        return {"description": None, "parameters": None, "strict": True} | tool
    if tool["type"] == "file_search":
        ranking = {"ranker": "auto", "score_threshold": 0.0} | (tool.get("ranking_options") or {})
        return {"filters": None, "max_num_results": 20} | tool | {"ranking_options": ranking}
    if tool["type"] == "image_generation":
        usual = {"background": "auto", "moderation": "auto", "output_compression": 100, "output_format": "png"}
        return usual | {"quality": "auto", "size": "auto"} | tool
    return tool


def _or(value: Any, default: Any) -> Any:
    return default if value is None else value
