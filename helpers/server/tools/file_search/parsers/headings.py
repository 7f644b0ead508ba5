"""The headings that a reader has in mind while reading."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..shapes import Block


@dataclass
class _Heading:
    level: int
    line: str
    used: bool = False


class Outline:
    """The headings above the current place, written as Markdown writes them."""

    def __init__(self) -> None:
        self._open: list[_Heading] = []

    def enter(self, level: int, title: str) -> Iterator[Block]:
        """A heading begins; those of its level and below end. What ends without text under it is a block itself."""
        yield from self.close(level)
        if title.strip():
            self._open.append(_Heading(level, f"{'#' * level} {' '.join(title.split())[:200]}"))

    def close(self, level: int = 1) -> Iterator[Block]:
        """The headings of this level and below end. At the end of a document all do."""
        ending = [heading for heading in self._open if heading.level >= level]
        unused = [heading for heading in ending if not heading.used]
        if unused:
            # Only the innermost are unused: text under a heading uses all above it.
            above = tuple(heading.line for heading in self._open if heading not in unused)
            yield Block("\n".join(heading.line for heading in unused), above)
        self._open = [heading for heading in self._open if heading.level < level]
        for heading in self._open if unused else ():
            heading.used = True

    @property
    def context(self) -> tuple[str, ...]:
        """The headings as lines, outermost first, for text that stands under them."""
        for heading in self._open:
            heading.used = True
        return tuple(heading.line for heading in self._open)
