"""What the model is shown: the thread's messages and tool calls as one conversation, and the files at hand."""

from collections.abc import Mapping
from typing import Any

from ..objects import text_of
from ..providers.base import CodeCall, File, FunctionCall, Item, Message, ModelRequest, Passage, SearchCall
from ..store import Store
from ..tokens import count_tokens

Object = dict[str, Any]


class PromptTooLongError(Exception):
    """Even the newest message alone is longer than the run may read."""


def build_request(store: Store, run: Object, names: Mapping[str, str]) -> ModelRequest:
    """The request for the run's next model step. `names` says what each file is called in `/mnt/data`, by its ID.

    The conversation is cut to the run's truncation_strategy and to what is left of its max_prompt_tokens, oldest first.
    Raises PromptTooLongError where that leaves nothing.
    """
    used = run["usage"] or {"prompt_tokens": 0, "completion_tokens": 0}
    items = _newest_messages(_conversation(store, run["thread_id"]), run["truncation_strategy"])
    if run["max_prompt_tokens"] is not None:
        budget = run["max_prompt_tokens"] - used["prompt_tokens"] - count_tokens(run["instructions"])
        items = _within(items, budget)
    settings = {name: run[name] for name in ("temperature", "top_p", "reasoning_effort", "parallel_tool_calls")}
    if run["max_completion_tokens"] is not None:
        settings["max_completion_tokens"] = run["max_completion_tokens"] - used["completion_tokens"]
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
        settings=settings,
    )


def searches_of(store: Store, thread_id: str) -> dict[int, SearchCall]:
    """The thread's searches by the number under which answers cite them."""
    return {item.number: item for item in _conversation(store, thread_id) if isinstance(item, SearchCall)}


def _conversation(store: Store, thread_id: str) -> list[Item]:
    items: list[Item] = []
    for row in store.timeline(thread_id, "message", "step"):
        if row["object"] == "thread.message":
            items.extend(_message(store, row))
        elif row["type"] == "tool_calls":
            for call in row["step_details"]["tool_calls"]:
                items.append(_tool_call(store, call, len(items)))
    return items


def _newest_messages(items: list[Item], strategy: Object) -> list[Item]:
    if strategy["type"] != "last_messages":
        return items
    places = [place for place, item in enumerate(items) if isinstance(item, Message)]
    return items[places[-strategy["last_messages"]] :] if len(places) > strategy["last_messages"] else items


def _within(items: list[Item], budget: int) -> list[Item]:
    """The newest items that are not longer than `budget` tokens together."""
    kept: list[Item] = []
    for item in reversed(items):
        budget -= count_tokens(str(item))
        if budget < 0:
            break
        kept.insert(0, item)
    if items and not kept:
        raise PromptTooLongError
    return kept


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


def _tool_call(store: Store, call: Object, number: int) -> Item:
    if call["type"] == "function":
        function = call["function"]
        return FunctionCall(call["id"], function["name"], function["arguments"], function["output"])
    if call["type"] == "file_search":
        search = call["file_search"]
        passages = [
            Passage(hit["file_id"], hit["file_name"], hit["content"][0]["text"], hit["score"])
            for hit in search["results"]
        ]
        return SearchCall(call["id"], number, search["query"], tuple(passages))
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
