"""The objects of the API as they stand on the wire, newly made from a valid request.

Every field of the reference is there, null where it has no value yet, as the official clients expect.
"""

import re
import time
from collections.abc import Iterable
from typing import Any

from .ids import new_id

Object = dict[str, Any]

# A run that is not finished by then expires (reference: Runs > expires_at).
RUN_LIFETIME = 600
_SANDBOX = "sandbox:"


def now() -> int:
    """Unix time in whole seconds, the API's only kind of time stamp."""
    return int(time.time())


def new_assistant(body: Object) -> Object:
    """From the body of Create assistant."""
    return {
        "id": new_id("asst_"),
        "object": "assistant",
        "created_at": now(),
        "name": body.get("name"),
        "description": body.get("description"),
        "model": body["model"],
        "instructions": body.get("instructions"),
        "tools": shown_tools(body.get("tools")),
        "tool_resources": shown_resources(body.get("tool_resources")),
        "metadata": body.get("metadata") or {},
        "temperature": _or(body.get("temperature"), 1.0),
        "top_p": _or(body.get("top_p"), 1.0),
        "reasoning_effort": body.get("reasoning_effort"),
        "response_format": body.get("response_format") or "auto",
    }


def new_thread(body: Object) -> Object:
    """From the body of Create thread, without its messages."""
    return {
        "id": new_id("thread_"),
        "object": "thread",
        "created_at": now(),
        "metadata": body.get("metadata") or {},
        "tool_resources": shown_resources(body.get("tool_resources")),
    }


def new_message(thread_id: str, body: Object) -> Object:
    """From the body of Create message."""
    content = body["content"]
    parts = [{"type": "text", "text": content}] if isinstance(content, str) else content
    return _message(thread_id, body["role"], [_shown_part(part) for part in parts]) | {
        "completed_at": now(),
        "attachments": body.get("attachments") or [],
        "metadata": body.get("metadata") or {},
    }


def new_answer(run: Object) -> Object:
    """The message that a run is about to write: in progress, and still empty."""
    return _message(run["thread_id"], "assistant", []) | {
        "assistant_id": run["assistant_id"],
        "run_id": run["id"],
        "status": "in_progress",
    }


def _message(thread_id: str, role: str, content: list[Object]) -> Object:
    return {
        "id": new_id("msg_"),
        "object": "thread.message",
        "created_at": now(),
        "thread_id": thread_id,
        "status": "completed",
        "incomplete_details": None,
        "completed_at": None,
        "incomplete_at": None,
        "role": role,
        "content": content,
        "assistant_id": None,
        "run_id": None,
        "attachments": [],
        "metadata": {},
    }


def text_part(value: str, annotations: list[Object] | None = None) -> Object:
    """A part of a message."""
    return {"type": "text", "text": {"value": value, "annotations": annotations or []}}


def image_part(file_id: str) -> Object:
    """A part of a message."""
    return {"type": "image_file", "image_file": {"file_id": file_id, "detail": "auto"}}


def text_of(message: Object) -> str:
    """The words of a message, its text parts one below the other."""
    return "\n".join(part["text"]["value"] for part in message["content"] if part["type"] == "text")


def find_links(text: str, paths: Iterable[str]) -> list[tuple[int, str]]:
    """Where the text links to one of these `/mnt/data` paths as `sandbox:PATH`: (start, path), in order."""
    longest_first = sorted(paths, key=len, reverse=True)
    found = []
    for link in re.finditer(re.escape(_SANDBOX), text):
        path = next((path for path in longest_first if text.startswith(path, link.end())), None)
        if path:
            found.append((link.start(), path))
    return found


def find_citations(text: str) -> list[tuple[int, int, int, int]]:
    """The markers `【number:index†name】` in a text: (start, end, number, index), in order."""
    found = re.finditer(r"【(\d+):(\d+)†[^】]*】", text)
    return [(marker.start(), marker.end(), int(marker[1]), int(marker[2])) for marker in found]


def file_citation(start: int, end: int, marker: str, file_id: str) -> Object:
    """The annotation that says which file a marker in a text stands for."""
    return {
        "type": "file_citation",
        "text": marker,
        "start_index": start,
        "end_index": end,
        "file_citation": {"file_id": file_id},
    }


def file_path(start: int, path: str, file_id: str) -> Object:
    """The annotation that makes a `sandbox:` link in a text downloadable."""
    link = _SANDBOX + path
    return {
        "type": "file_path",
        "text": link,
        "start_index": start,
        "end_index": start + len(link),
        "file_path": {"file_id": file_id},
    }


def new_run(thread_id: str, assistant: Object, body: Object) -> Object:
    """From the body of Create run; what it leaves out is taken from the assistant."""
    instructions = _or(body.get("instructions"), assistant["instructions"]) or ""
    if body.get("additional_instructions"):
        instructions = f"{instructions}\n{body['additional_instructions']}".strip()
    created_at = now()
    return {
        "id": new_id("run_"),
        "object": "thread.run",
        "created_at": created_at,
        "thread_id": thread_id,
        "assistant_id": assistant["id"],
        "status": "queued",
        "required_action": None,
        "last_error": None,
        "expires_at": created_at + RUN_LIFETIME,
        "started_at": None,
        "cancelled_at": None,
        "failed_at": None,
        "completed_at": None,
        "incomplete_details": None,
        "model": body.get("model") or assistant["model"],
        "instructions": instructions,
        "tools": assistant["tools"] if body.get("tools") is None else shown_tools(body["tools"]),
        "metadata": body.get("metadata") or {},
        "usage": None,
        "temperature": _or(body.get("temperature"), assistant["temperature"]),
        "top_p": _or(body.get("top_p"), assistant["top_p"]),
        "max_prompt_tokens": body.get("max_prompt_tokens"),
        "max_completion_tokens": body.get("max_completion_tokens"),
        "truncation_strategy": {"type": "auto", "last_messages": None} | (body.get("truncation_strategy") or {}),
        "tool_choice": body.get("tool_choice") or "auto",
        "parallel_tool_calls": _or(body.get("parallel_tool_calls"), True),
        "reasoning_effort": _or(body.get("reasoning_effort"), assistant["reasoning_effort"]),
        "response_format": body.get("response_format") or assistant["response_format"],
    }


def shown_run(run: Object) -> Object:
    """The run as it goes over the wire: its usage is told when the model has finished."""
    return run | {"usage": None} if run["status"] in ("queued", "in_progress", "cancelling") else run


def shown_step(step: Object, *, with_content: bool = False) -> Object:
    """The run step as it goes over the wire: a search without its query, its passages only where they are asked for."""
    if step["type"] != "tool_calls":
        return step
    calls = [shown_call(call, with_content=with_content) for call in step["step_details"]["tool_calls"]]
    return step | {"step_details": step["step_details"] | {"tool_calls": calls}}


def shown_call(call: Object, *, with_content: bool = False) -> Object:
    """One tool call of a run step, likewise."""
    if call["type"] != "file_search":
        return call
    search = {key: value for key, value in call["file_search"].items() if key != "query"}
    if not with_content:
        hidden = [{key: value for key, value in hit.items() if key != "content"} for hit in search["results"]]
        search["results"] = hidden
    return call | {"file_search": search}


def new_step(run: Object, details: Object) -> Object:
    """A run step in progress; `details` are its step_details."""
    return {
        "id": new_id("step_"),
        "object": "thread.run.step",
        "created_at": now(),
        "assistant_id": run["assistant_id"],
        "thread_id": run["thread_id"],
        "run_id": run["id"],
        "type": details["type"],
        "status": "in_progress",
        "step_details": details,
        "last_error": None,
        "expired_at": None,
        "cancelled_at": None,
        "failed_at": None,
        "completed_at": None,
        "metadata": {},
        "usage": None,
    }


def new_file(filename: str, size: int, purpose: str, expires_after: Object | None = None) -> Object:
    """The description of an uploaded or generated file; its bytes are kept as the blob of the same ID."""
    file = {
        "id": new_id("file-"),
        "object": "file",
        "bytes": size,
        "created_at": now(),
        "filename": filename,
        "purpose": purpose,
        "status": "processed",
    }
    return file | {"expires_at": now() + expires_after["seconds"]} if expires_after else file


def deleted(id: str, kind: str) -> Object:
    """The answer to every DELETE; `kind` such as `thread.deleted`."""
    return {"id": id, "object": kind, "deleted": True}


def shown_tools(tools: list[Object] | None) -> list[Object]:
    """Tools as the API echoes them: with the defaults that the caller left out."""
    return [_shown_tool(tool) for tool in tools or []]


def _shown_tool(tool: Object) -> Object:
    if tool["type"] == "function":
        return {"type": "function", "function": {"strict": False} | tool["function"]}
    if tool["type"] == "file_search":
        defaults = {"ranking_options": {"ranker": "default_2024_08_21", "score_threshold": 0.0}}
        return {"type": "file_search", "file_search": defaults | (tool.get("file_search") or {})}
    return tool


def shown_resources(resources: Object | None) -> Object:
    """tool_resources as the API echoes them; absent kinds stay absent."""
    shown: Object = {}
    for kind, lists in (resources or {}).items():
        key = "file_ids" if kind == "code_interpreter" else "vector_store_ids"
        shown[kind] = {key: list((lists or {}).get(key) or [])}
    return shown


def _shown_part(part: Object) -> Object:
    if part["type"] == "text":
        return text_part(part["text"])
    kind = part["type"]
    return {"type": kind, kind: {"detail": "auto"} | part[kind]}


def _or(value: Any, default: Any) -> Any:
    return default if value is None else value
