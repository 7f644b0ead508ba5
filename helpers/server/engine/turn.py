"""One model step on its way into the store and to those who stream: the message being written, the tools being called.

The order of events is that of the reference's transcripts (Assistants > Streaming).
"""

from collections.abc import Awaitable, Callable
from typing import Any

from ..ids import new_id
from ..objects import image_part, new_answer, new_step, now, shown_call, shown_step, text_part
from ..providers.base import ModelEvent, ModelUsed, Stopped, TextDelta, ToolCallDelta, ToolCallStart, Usage
from ..store import Store
from .deltas import annotations_delta, message_delta, numbered, step_delta, text_delta

Object = dict[str, Any]
Publish = Callable[[str, Object], None]
# Finds the annotations of a finished text.
Annotate = Callable[[str], Awaitable[list[Object]]]
# Where the model's words for a call go. The query of a search is nobody's but ours: the API never showed it.
_INPUTS = {"code_interpreter": "input", "file_search": "query", "function": "arguments"}


class Turn:
    """Takes the provider's events of one model step, in order.

    `images` are the file IDs of pictures drawn since the last message; they open the next one, before its text.
    """

    def __init__(self, store: Store, run: Object, images: list[str], publish: Publish, annotate: Annotate) -> None:
        self._store = store
        self._run = run
        self._images = images
        self._publish = publish
        self._annotate = annotate
        self._text = ""
        self._answered = False
        self._calls: dict[str, Object] = {}
        self._message: Object | None = None
        self._message_step: Object | None = None
        self._tool_step: Object | None = None
        self.stopped: str | None = None
        self.model: str | None = None
        self.usage = {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}

    @property
    def calls(self) -> list[Object]:
        """The tool calls asked for, as they stand in the run step."""
        return list(self._calls.values())

    @property
    def waits(self) -> bool:
        """True where a function is called: the reader's program has to answer."""
        return any(call["type"] == "function" for call in self.calls)

    async def take(self, event: ModelEvent) -> None:
        """Note one event."""
        match event:
            case TextDelta(text):
                self._write(text)
            case ToolCallStart(call_id, kind, name):
                await self._close_message()
                self._begin_call(call_id, kind, name)
            case ToolCallDelta(call_id, text):
                self._continue_call(call_id, text)
            case Stopped(reason):
                self.stopped = reason
            case ModelUsed(model):
                self.model = model
            case Usage(prompt, completion):
                self.usage = {
                    "prompt_tokens": prompt,
                    "completion_tokens": completion,
                    "total_tokens": prompt + completion,
                }

    async def finish(self) -> None:
        """The model has said all of this step, of its own accord."""
        if not self._calls and not self._answered:
            # An answer without words still needs a message to carry its pictures.
            self._open_message()
        await self._close_message()
        if self._tool_step is not None:
            self._tool_step["usage"] = self.usage
            self._store.save(self._tool_step)

    def put_outputs(self, call: Object, outputs: list[Object]) -> None:
        """The code interpreter has answered a call."""
        call["code_interpreter"]["outputs"] = outputs
        self._publish_call(call, {"outputs": numbered(outputs)})
        self._store.save(self._open_step())

    def put_results(self, call: Object, search: Object) -> None:
        """File search has answered a call."""
        call["file_search"] |= search
        self._publish_call(call, shown_call(call)["file_search"])
        self._store.save(self._open_step())

    def close_calls(self) -> None:
        """All calls have their results."""
        self._complete(self._open_step())

    def break_off(self, status: str, reason: str, last_error: Object | None = None) -> None:
        """The run ends here: an open message becomes incomplete, and open steps get `status`."""
        message = self._message
        for step in (self._message_step, self._tool_step):
            if step is not None and step["status"] == "in_progress":
                step |= {"status": status, f"{status}_at": now(), "last_error": last_error, "usage": self.usage}
                self._store.save(step)
                self._publish(f"thread.run.step.{status}", shown_step(step))
        if message is not None:
            message |= {
                "content": [text_part(self._text)] if self._text else [],
                "status": "incomplete",
                "incomplete_at": now(),
                "incomplete_details": {"reason": reason},
            }
            self._store.save(message)
            self._publish("thread.message.incomplete", message)

    def _write(self, text: str) -> None:
        message = self._open_message()
        part = text_delta(len(self._images), text, first=not self._text)
        self._text += text
        self._publish("thread.message.delta", message_delta(message["id"], part))

    def _open_message(self) -> Object:
        if self._message is not None:
            return self._message
        self._answered, self._text = True, ""
        with self._store.transaction():
            message = self._store.add("message", new_answer(self._run), self._run["thread_id"])
            details = {"type": "message_creation", "message_creation": {"message_id": message["id"]}}
            step = self._store.add("step", new_step(self._run, details), self._run["thread_id"])
        self._message, self._message_step = message, step
        self._announce(step)
        self._publish("thread.message.created", message)
        self._publish("thread.message.in_progress", message)
        for index, file_id in enumerate(self._images):
            part = {"index": index, **image_part(file_id)}
            self._publish("thread.message.delta", message_delta(message["id"], part))
        return message

    async def _close_message(self) -> None:
        """The message is written: pictures first, then the words with their annotations."""
        if self._message is None or self._message_step is None:
            return
        message, step = self._message, self._message_step
        annotations = await self._annotate(self._text)
        if annotations:
            part = annotations_delta(len(self._images), annotations)
            self._publish("thread.message.delta", message_delta(message["id"], part))
        content = [image_part(file_id) for file_id in self._images]
        if self._text:
            content.append(text_part(self._text, annotations))
        self._images.clear()
        message |= {"content": content, "status": "completed", "completed_at": now()}
        with self._store.transaction():
            self._store.save(message)
            self._publish("thread.message.completed", message)
            self._complete(step)
        self._message = self._message_step = None

    def _begin_call(self, call_id: str, kind: str, name: str) -> None:
        body = _empty_call(kind, name)
        if self._tool_step is None:
            details: Object = {"type": "tool_calls", "tool_calls": []}
            self._tool_step = self._store.add("step", new_step(self._run, details), self._run["thread_id"])
            self._announce(self._tool_step)
        call = {"id": new_id("call_"), "type": kind, kind: body}
        self._calls[call_id] = call
        self._tool_step["step_details"]["tool_calls"] = self.calls
        self._publish_call(call, shown_call(call)[kind], first=True)

    def _continue_call(self, call_id: str, text: str) -> None:
        call = self._calls[call_id]
        field = _INPUTS[call["type"]]
        call[call["type"]][field] += text
        if field != "query":
            self._publish_call(call, {field: text})

    def _announce(self, step: Object) -> None:
        self._publish("thread.run.step.created", step)
        self._publish("thread.run.step.in_progress", step)

    def _complete(self, step: Object) -> None:
        step |= {"status": "completed", "completed_at": now(), "usage": self.usage}
        self._store.save(step)
        self._publish("thread.run.step.completed", shown_step(step))

    def _publish_call(self, call: Object, body: Object, *, first: bool = False) -> None:
        call_id = call["id"] if first else None
        delta = step_delta(self._open_step()["id"], self.calls.index(call), call["type"], body, call_id)
        self._publish("thread.run.step.delta", delta)

    def _open_step(self) -> Object:
        assert self._tool_step is not None, "a tool call begins with its start"
        return self._tool_step


def _empty_call(kind: str, name: str) -> Object:
    if kind == "function":
        return {"name": name, "arguments": "", "output": None}
    if kind == "file_search":
        return {"query": "", "ranking_options": None, "results": []}
    return {"input": "", "outputs": []}
