"""One model step on its way into a response: output items being written, and the events that tell of them.

The order of events is that of the reference (Responses > Streaming).
"""

from collections.abc import Callable
from typing import Any

from ..ids import new_id
from ..providers.base import (
    ModelEvent,
    ModelUsed,
    Passage,
    ProviderError,
    Stopped,
    TextDelta,
    ToolCallDelta,
    ToolCallStart,
    Usage,
)
from ..response_objects import (
    file_citation,
    new_code_call,
    new_function_call,
    new_image_call,
    new_message,
    new_search_call,
    new_usage,
    output_text,
)
from .citations import Citation, CitationFilter
from .output import Output
from .workplace import Workplace

Object = dict[str, Any]

# What an event calls the work on a hosted tool's call, which is also the call's status meanwhile.
_WORK = {
    "code_interpreter_call": "interpreting",
    "file_search_call": "searching",
    "image_generation_call": "generating",
}


class ResponseTurn:
    """Takes the provider's events of one model step, in order, and writes them into `output`.

    `place` is where its tools work; `find_passage` says what a citation cites. Of the hosted tools at most `calls_left`
    are called, whatever the model says.
    """

    def __init__(
        self,
        output: Output,
        place: Workplace,
        find_passage: Callable[[Citation], Passage | None],
        calls_left: float,
    ) -> None:
        self._output = output
        self._place = place
        self._find_passage = find_passage
        self._calls_left = calls_left
        self._message: Object | None = None
        self._answered = False
        self._filter = CitationFilter()
        self._calls: dict[str, Object] = {}
        self._inputs: dict[str, str] = {}
        self._spoken: Object | None = None
        self.stopped: str | None = None
        self.usage = new_usage()

    @property
    def calls(self) -> list[Object]:
        """The tool calls asked for, as output items."""
        return list(self._calls.values())

    @property
    def waits(self) -> bool:
        """True where a function is called: the reader's program has to answer."""
        return any(call["type"] == "function_call" for call in self.calls)

    async def take(self, event: ModelEvent) -> None:
        """Note one event."""
        match event:
            case TextDelta(text):
                self._write(text)
            case ToolCallStart(call_id, kind, name):
                self._close_message()
                self._end_input()
                self._begin_call(call_id, kind, name)
            case ToolCallDelta(call_id, text):
                self._continue_call(call_id, text)
            case ModelUsed(model):
                self._output.response["model"] = model
            case Stopped(reason):
                self.stopped = reason
            case Usage(prompt, completion):
                self.usage = new_usage(prompt, completion)

    async def finish(self) -> None:
        """The model has said all of this step, of its own accord."""
        if not self._calls and not self._answered:
            # An answer without words still needs a message to cite its pictures.
            self._open_message()
        self._close_message()
        self._end_input()

    def begin_work(self, call: Object) -> None:
        """A hosted tool begins to work on a call."""
        call["status"] = _WORK[call["type"]]
        self._output.tell(call, f"{call['type']}.{call['status']}")

    def show_draft(self, call: Object, picture: Object) -> None:
        """A picture can be seen before it is finished."""
        shown = {key: picture[key] for key in ("size", "quality", "background", "output_format")}
        draft = {"partial_image_index": 0, "partial_image_b64": picture["result"]}
        self._output.tell(call, "image_generation_call.partial_image", **draft, **shown)

    def put(self, call: Object, **result: Any) -> None:
        """A hosted tool has answered a call."""
        call |= result
        self._output.tell(call, f"{call['type']}.completed")
        self._output.end(call)

    def close_calls(self) -> None:
        """All calls have their results, each closed with its own."""

    def cut(self) -> None:
        """The model was stopped in the middle: what it was saying is closed as incomplete."""
        self._close_message("incomplete")
        self.abandon()

    def abandon(self) -> None:
        """The response ends here without another word: nothing stays in progress."""
        for item in (self._message, *self.calls):
            if item is not None and item["status"] != "completed":
                item["status"] = "failed" if item["type"] == "image_generation_call" else "incomplete"

    def _write(self, text: str) -> None:
        message = self._open_message()
        for piece in self._filter.feed(text):
            self._say(message, piece)

    def _say(self, message: Object, piece: str | Citation) -> None:
        part = message["content"][0]
        if isinstance(piece, str):
            part["text"] += piece
            self._output.tell(message, "output_text.delta", content_index=0, delta=piece, logprobs=[])
        elif passage := self._find_passage(piece):
            self._add_annotation(message, file_citation(passage.file_id, passage.filename, len(part["text"])))

    def _add_annotation(self, message: Object, annotation: Object) -> None:
        annotations = message["content"][0]["annotations"]
        place = {"content_index": 0, "annotation_index": len(annotations)}
        annotations.append(annotation)
        self._output.tell(message, "output_text.annotation.added", **place, annotation=annotation)

    def _open_message(self) -> Object:
        if self._message is None:
            self._answered = True
            self._message = new_message()
            self._output.add(self._message)
            self._message["content"].append(output_text())
            part = self._message["content"][0]
            self._output.tell(self._message, "content_part.added", content_index=0, part=part)
        return self._message

    def _close_message(self, status: str = "completed") -> None:
        message = self._message
        if message is None:
            return
        for piece in self._filter.rest():
            self._say(message, piece)
        part = message["content"][0]
        for annotation in self._place.annotate(part["text"]):
            self._add_annotation(message, annotation)
        self._output.tell(message, "output_text.done", content_index=0, text=part["text"], logprobs=[])
        self._output.tell(message, "content_part.done", content_index=0, part=part)
        self._output.end(message, status)
        self._message = None

    def _begin_call(self, call_id: str, kind: str, name: str) -> None:
        call = self._new_call(kind, name)
        if call is None:
            return
        self._calls[call_id] = self._spoken = call
        self._inputs[call["id"]] = ""
        self._output.add(call)
        if kind != "function":
            self._output.tell(call, f"{call['type']}.in_progress")

    def _new_call(self, kind: str, name: str) -> Object | None:
        if kind == "function":
            return new_function_call(new_id("call_"), name)
        if not self._place.has(kind):
            raise ProviderError("server_error", f"The model called a tool that it was not given: {kind}.")
        if self._calls_left < 1:
            return None
        self._calls_left -= 1
        match kind:
            case "code_interpreter":
                return new_code_call(self._place.container_id)
            case "file_search":
                return new_search_call()
            case _:
                return new_image_call()

    def _continue_call(self, call_id: str, text: str) -> None:
        call = self._calls.get(call_id)
        if call is None:
            return
        self._inputs[call["id"]] += text
        match call["type"]:
            case "function_call":
                call["arguments"] += text
                self._output.tell(call, "function_call_arguments.delta", delta=text)
            case "code_interpreter_call":
                call["code"] += text
                self._output.tell(call, "code_interpreter_call_code.delta", delta=text)

    def _end_input(self) -> None:
        """The model has said all that a call is made with."""
        call, self._spoken = self._spoken, None
        if call is None:
            return
        match call["type"]:
            case "function_call":
                said = {"name": call["name"], "arguments": call["arguments"]}
                self._output.tell(call, "function_call_arguments.done", **said)
                self._output.end(call)
            case "code_interpreter_call":
                self._output.tell(call, "code_interpreter_call_code.done", code=call["code"])
            case "file_search_call":
                call["queries"] = [self._inputs[call["id"]]]
            case "image_generation_call":
                call["_prompt"] = self._inputs[call["id"]]
