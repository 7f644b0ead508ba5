"""What the model is shown: the thread's messages and tool calls as one conversation, and the files at hand."""

from collections.abc import Mapping
from typing import Any

from ..objects import text_of
from ..providers.base import CodeCall, File, FunctionCall, Item, Message, ModelRequest
from ..store import Store

Object = dict[str, Any]


def build_request(store: Store, run: Object, names: Mapping[str, str]) -> ModelRequest:
    """The request for the run's next model step. `names` says what each file is called in `/mnt/data`, by its ID."""
    thread_id = run["thread_id"]
    items: list[Item] = []
    for row in store.timeline(thread_id, "message", "step"):
        if row["object"] == "thread.message":
            items.extend(_message(store, row))
        elif row["type"] == "tool_calls":
            items.extend(_tool_call(store, call) for call in row["step_details"]["tool_calls"])
    return ModelRequest(
        model=run["model"],
        instructions=run["instructions"],
        items=tuple(items),
        tools=tuple(run["tools"]),
        files=tuple(
            File(row["id"], names[row["id"]], row["bytes"]) for row in code_inputs(store, run) if row["id"] in names
        ),
        tool_choice=run["tool_choice"],
        response_format=run["response_format"],
        settings={name: run[name] for name in ("temperature", "top_p", "max_completion_tokens", "reasoning_effort")},
    )


def code_inputs(store: Store, run: Object) -> list[Object]:
    """The descriptions of the files that the code interpreter may read: the assistant's first, then the thread's."""
    assistant = store.get("assistant", run["assistant_id"]) or {}
    thread = store.get("thread", run["thread_id"]) or {}
    ids = [
        file_id
        for owner in (assistant, thread)
        for file_id in owner.get("tool_resources", {}).get("code_interpreter", {}).get("file_ids", ())
    ]
    rows = (store.get("file", file_id) for file_id in dict.fromkeys(ids))
    return [row for row in rows if row]


def _message(store: Store, row: Object) -> list[Item]:
    pictures = [part[part["type"]] for part in row["content"] if part["type"] in ("image_file", "image_url")]
    message = Message(
        role=row["role"],
        text=text_of(row),
        files=_files(store, [attachment["file_id"] for attachment in row["attachments"]]),
        images=tuple(picture.get("file_id") or picture["url"] for picture in pictures),
    )
    return [message] if message.text or message.images else []


def _tool_call(store: Store, call: Object) -> Item:
    if call["type"] == "function":
        function = call["function"]
        return FunctionCall(call["id"], function["name"], function["arguments"], function["output"])
    outputs = call["code_interpreter"]["outputs"]
    return CodeCall(
        id=call["id"],
        code=call["code_interpreter"]["input"],
        logs="".join(output["logs"] for output in outputs if output["type"] == "logs"),
        images=_files(store, [output["image"]["file_id"] for output in outputs if output["type"] == "image"]),
    )


def _files(store: Store, ids: list[str]) -> tuple[File, ...]:
    rows = [row for row in (store.get("file", id) for id in ids) if row]
    return tuple(File(row["id"], row["filename"], row["bytes"]) for row in rows)
