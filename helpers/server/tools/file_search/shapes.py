"""The shapes that go in and out of file search."""

from dataclasses import dataclass, field
from typing import Literal

Attributes = dict[str, str | float | bool]
Code = Literal["unsupported_file", "invalid_file", "server_error"]


class Unreadable(Exception):
    """A file that cannot be indexed. `message` says why, in plain words; `code` is one of the API's codes."""

    def __init__(self, code: Code, message: str) -> None:
        super().__init__(message)
        self.code: Code = code
        self.message = message


@dataclass(frozen=True)
class Chunking:
    """How a file is cut, in tokens as `tokens.count_tokens` estimates them. The overlap is at most half a chunk."""

    max_tokens: int = 800
    overlap_tokens: int = 400


@dataclass(frozen=True)
class Hit:
    """A chunk that answers a query. `chunk` counts from 0 in its file; `score` is from 0 to 1, the best being 1;
    `place` tells where in the file it begins, such as `page 3`, and is empty where the format has no places."""

    store_id: str
    file_id: str
    filename: str
    chunk: int
    text: str
    score: float
    attributes: Attributes = field(default_factory=dict)
    place: str = ""


@dataclass(frozen=True)
class Block:
    """A piece of a document as a parser found it: a paragraph, a row of a table, a code cell.

    `context` is what a reader needs to understand it when it stands alone: the headings above it, or the header row of
    its table, outermost first. `glue` is what stands between it and the block before it.
    """

    text: str
    context: tuple[str, ...] = ()
    place: str = ""
    glue: str = "\n\n"


@dataclass(frozen=True)
class Passage:
    """A few sentences, or a few rows, that belong together: the unit that is indexed. Chunks are runs of passages."""

    text: str
    context: tuple[str, ...]
    place: str
    glue: str
    tokens: int
