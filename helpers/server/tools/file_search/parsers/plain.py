"""Plain text and source code: paragraphs, each with the number of its first line."""

import re
from collections.abc import Iterator

from ..shapes import Block

_BLANK = re.compile(r"\n[ \t]*\n")


def blocks(text: str) -> Iterator[Block]:
    """A block for each paragraph."""
    line = 1
    begin = 0
    for match in [*_BLANK.finditer(text), None]:
        end = match.start() if match else len(text)
        paragraph = text[begin:end]
        if paragraph.strip():
            blank_lines = len(paragraph) - len(paragraph.lstrip("\n"))
            yield Block(paragraph.strip("\n").rstrip(), place=f"line {line + blank_lines}")
        if match:
            line += text.count("\n", begin, match.end())
            begin = match.end()
