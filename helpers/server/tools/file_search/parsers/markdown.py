"""Markdown: paragraphs under their headings, tables with their header row."""

import re
from collections.abc import Iterator

from ..shapes import Block
from .headings import Outline

_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*$")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")


def blocks(text: str) -> Iterator[Block]:
    """A block for each paragraph, list, code fence and row of a table."""
    outline = Outline()
    yield from under(outline, text)
    yield from outline.close()


def under(outline: Outline, text: str) -> Iterator[Block]:
    """The blocks of a text that goes on under the headings of `outline`, which it changes."""
    reader = _Reader(outline)
    for line in text.split("\n"):
        yield from reader.read(line)
    yield from reader.end()


class _Reader:
    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._lines: list[str] = []
        self._fence = ""
        self._header = ""

    def read(self, line: str) -> Iterator[Block]:
        fence = _FENCE.match(line)
        if self._fence:
            self._lines.append(line)
            if fence and fence[1].startswith(self._fence) and not line.strip().strip("`~"):
                self._fence = ""
                yield from self.end()
            return
        heading = _HEADING.match(line)
        if fence:
            yield from self.end()
            self._fence = fence[1]
            self._lines.append(line)
        elif heading:
            yield from self.end()
            yield from self._outline.enter(len(heading[1]), _title(line[heading.end() :]))
        elif not line.strip():
            yield from self.end()
        elif self._header and "|" in line:
            yield Block(line.strip(), (*self._outline.context, self._header), glue="\n")
        elif len(self._lines) == 1 and "|" in self._lines[0] and "|" in line and _TABLE_RULE.match(line):
            self._header = self._lines.pop().strip()
        elif len(self._lines) == 1 and _UNDERLINE.match(line):
            yield from self._outline.enter(1 if "=" in line else 2, self._lines.pop())
        else:
            self._lines.append(line)

    def end(self) -> Iterator[Block]:
        if self._lines:
            yield Block("\n".join(self._lines), self._outline.context)
        self._lines = []
        self._header = ""


def _title(rest: str) -> str:
    """A heading's words, without the marks that may close it."""
    title = rest.strip()
    bare = title.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() or not bare else title
