"""The shapes of what is streamed piece by piece (reference: Assistants > Streaming > message and run step deltas)."""

from typing import Any

Object = dict[str, Any]


def message_delta(message_id: str, part: Object) -> Object:
    """A piece of one content part; `part` carries its index."""
    return {"id": message_id, "object": "thread.message.delta", "delta": {"content": [part]}}


def text_delta(index: int, value: str, *, first: bool) -> Object:
    """A piece of text; the first of its part also says that there are no annotations yet."""
    body: Object = {"value": value, "annotations": []} if first else {"value": value}
    return {"index": index, "type": "text", "text": body}


def annotations_delta(index: int, annotations: list[Object]) -> Object:
    """The annotations of a finished text."""
    return {"index": index, "type": "text", "text": {"annotations": numbered(annotations)}}


def step_delta(step_id: str, index: int, kind: str, body: Object, call_id: str | None = None) -> Object:
    """A piece of one tool call; the first carries the call's ID."""
    call: Object = {"index": index} | ({"id": call_id} if call_id else {}) | {"type": kind, kind: body}
    details = {"type": "tool_calls", "tool_calls": [call]}
    return {"id": step_id, "object": "thread.run.step.delta", "delta": {"step_details": details}}


def numbered(entries: list[Object]) -> list[Object]:
    """Every entry of a list inside a delta says where it belongs."""
    return [{"index": index, **entry} for index, entry in enumerate(entries)]
