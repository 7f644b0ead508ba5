"""The one interface between the run loop and whatever thinks.

A provider is given everything that a model would see, and answers one *model step*: some text, or one or several tool
calls, or text and then tool calls. The engine carries the tool calls out and asks again, with their results among the
items, until a step asks for no tool.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol


@dataclass(frozen=True)
class File:
    """A file that the conversation can use. `filename` is also its name in the code interpreter's `/mnt/data`."""

    id: str
    filename: str
    bytes: int

    @property
    def path(self) -> str:
        """Where code finds it."""
        return f"/mnt/data/{self.filename}"


@dataclass(frozen=True)
class Passage:
    """A piece of a file, found by file search or come along with a message; `score` runs from 0 to 1."""

    file_id: str
    filename: str
    text: str
    score: float


@dataclass(frozen=True)
class Message:
    """What somebody said. `files` are its attachments, `images` the IDs or URLs of the pictures in it, `documents` what
    stands in the files that are to be read with it.
    """

    role: Literal["user", "assistant"]
    text: str
    files: tuple[File, ...] = ()
    images: tuple[str, ...] = ()
    documents: tuple[Passage, ...] = ()

    @property
    def whole(self) -> str:
        """The documents, one after the other under their names, and then the words."""
        parts: list[str] = []
        for before, piece in zip((None, *self.documents), self.documents, strict=False):
            parts += [] if before and before.file_id == piece.file_id else [f"[{piece.filename}]"]
            parts.append(piece.text)
        return "\n\n".join([*parts, self.text] if self.text else parts)


@dataclass(frozen=True)
class CodeCall:
    """Python that the code interpreter has run: what it printed, and the pictures it drew."""

    id: str
    code: str
    logs: str = ""
    images: tuple[File, ...] = ()


@dataclass(frozen=True)
class FunctionCall:
    """A call of one of the reader's functions; `arguments` is JSON, `output` what the reader's program answered."""

    id: str
    name: str
    arguments: str
    output: str | None = None


@dataclass(frozen=True)
class SearchCall:
    """A search in the files. An answer cites a passage as `【number:index†filename】`, its place in `passages`."""

    id: str
    number: int
    query: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True)
class ImageCall:
    """A picture that was drawn from `prompt`; `revised_prompt` says in words what there is to see."""

    id: str
    prompt: str
    revised_prompt: str = ""


Item = Message | CodeCall | FunctionCall | SearchCall | ImageCall


@dataclass(frozen=True)
class ModelRequest:
    """All that a model sees. `items` run from the oldest to the newest, this run's tool calls and results included.

    `tools` and `tool_choice` have the shapes of the API reference (Assistants > Runs > Create run); `image_generation`
    is one tool more, without settings.
    `files` are the files that the code interpreter finds in `/mnt/data`, those of the assistant first.
    """

    model: str
    instructions: str
    items: tuple[Item, ...]
    tools: tuple[dict[str, Any], ...] = ()
    files: tuple[File, ...] = ()
    tool_choice: Any = "auto"
    response_format: Any = "auto"
    settings: dict[str, Any] = field(default_factory=dict)

    def has_tool(self, kind: str) -> bool:
        """True where the assistant may use a tool of this kind, such as `code_interpreter`."""
        return self.tool_choice != "none" and any(tool["type"] == kind for tool in self.tools)


@dataclass(frozen=True)
class TextDelta:
    """The next piece of the answer."""

    text: str


@dataclass(frozen=True)
class ToolCallStart:
    """A tool call begins; `name` is the function's where `kind` is `function`."""

    call_id: str
    kind: Literal["code_interpreter", "file_search", "function", "image_generation"]
    name: str = ""


@dataclass(frozen=True)
class ToolCallDelta:
    """The next piece of a tool call's input: Python for the code interpreter, a query for file search, JSON for a
    function, the description of a picture for image generation.
    """

    call_id: str
    text: str


@dataclass(frozen=True)
class Usage:
    """Tokens of this model step."""

    prompt_tokens: int
    completion_tokens: int


@dataclass(frozen=True)
class Stopped:
    """The model was stopped before its end: max_completion_tokens, max_prompt_tokens or content_filter."""

    reason: str


@dataclass(frozen=True)
class ModelUsed:
    """Which model answers, where it may be another than the one that was asked for."""

    model: str


ModelEvent = TextDelta | ToolCallStart | ToolCallDelta | Usage | Stopped | ModelUsed


class ProviderError(Exception):
    """The model could not answer. `code` is one of the API's own: server_error, rate_limit_exceeded, invalid_prompt."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Provider(Protocol):
    """Something that thinks."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def code_is_ours(self) -> bool:
        """True where this project wrote the code that it has run."""
        ...

    def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """Answer one model step as a stream of events. Raises ProviderError where no answer can be had."""
        ...
