"""One model step on its way into the store: the message that is being written, and the tools that are being called."""

from typing import Any

from ..ids import new_id
from ..objects import image_part, new_answer, new_step, now, text_part
from ..providers.base import ModelEvent, TextDelta, ToolCallDelta, ToolCallStart, Usage
from ..store import Store

Object = dict[str, Any]


class Turn:
    """Takes the provider's events of one model step, in order.

    `images` are the file IDs of pictures drawn since the last message; they open the next one, before its text.
    """

    def __init__(self, store: Store, run: Object, images: list[str]) -> None:
        self._store = store
        self._run = run
        self._images = images
        self._text = ""
        self._calls: dict[str, Object] = {}
        self.message: Object | None = None
        self.message_step: Object | None = None
        self.tool_step: Object | None = None
        self.usage: dict[str, int] = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}

    @property
    def text(self) -> str:
        """The words of the message so far."""
        return self._text

    @property
    def calls(self) -> list[Object]:
        """The tool calls asked for, as they stand in the run step."""
        return list(self._calls.values())

    def take(self, event: ModelEvent) -> None:
        """Note one event."""
        match event:
            case TextDelta(text):
                self.open_message()
                self._text += text
            case ToolCallStart(call_id, kind, name):
                self._calls[call_id] = _new_call(kind, name)
            case ToolCallDelta(call_id, text):
                call = self._calls[call_id]
                body = call[call["type"]]
                body["input" if call["type"] == "code_interpreter" else "arguments"] += text
            case Usage(prompt, completion):
                self.usage = {
                    "prompt_tokens": prompt,
                    "completion_tokens": completion,
                    "total_tokens": prompt + completion,
                }

    def open_message(self) -> None:
        """Begin the message and its run step, unless they have begun."""
        if self.message is not None:
            return
        with self._store.transaction():
            self.message = self._store.add("message", new_answer(self._run), self._run["thread_id"])
            details = {"type": "message_creation", "message_creation": {"message_id": self.message["id"]}}
            self.message_step = self._store.add("step", new_step(self._run, details), self._run["thread_id"])

    def close_message(self, annotations: list[Object]) -> None:
        """The message is written: pictures first, then the words."""
        if self.message is None or self.message_step is None:
            return
        content = [image_part(file_id) for file_id in self._images]
        if self._text:
            content.append(text_part(self._text, annotations))
        self._images.clear()
        self.message |= {"content": content, "status": "completed", "completed_at": now()}
        self.message_step |= {"status": "completed", "completed_at": now(), "usage": self.usage}
        with self._store.transaction():
            self._store.save(self.message)
            self._store.save(self.message_step)

    def open_calls(self) -> None:
        """File the run step of the tool calls, still without results."""
        details = {"type": "tool_calls", "tool_calls": self.calls}
        self.tool_step = self._store.add("step", new_step(self._run, details), self._run["thread_id"])

    def save_calls(self) -> None:
        """Keep what the calls have brought so far."""
        if self.tool_step is not None:
            self._store.save(self.tool_step)

    def close_calls(self) -> None:
        """All calls have their results."""
        if self.tool_step is not None:
            self.tool_step |= {"status": "completed", "completed_at": now(), "usage": self.usage}
            self._store.save(self.tool_step)

    def break_off(self, status: str, reason: str, last_error: Object | None = None) -> None:
        """The run ends here: what is open becomes incomplete, cancelled, failed or expired."""
        if self.message is not None and self.message["status"] == "in_progress":
            content = [text_part(self._text)] if self._text else []
            details = {"reason": reason}
            self.message |= {"content": content, "status": "incomplete", "incomplete_details": details}
            self.message["incomplete_at"] = now()
            self._store.save(self.message)
        for step in (self.message_step, self.tool_step):
            if step is not None and step["status"] == "in_progress":
                step |= {"status": status, f"{status}_at": now(), "last_error": last_error, "usage": self.usage}
                self._store.save(step)


def _new_call(kind: str, name: str) -> Object:
    if kind == "function":
        body: Object = {"name": name, "arguments": "", "output": None}
    else:
        body = {"input": "", "outputs": []}
    return {"id": new_id("call_"), "type": kind, kind: body}
