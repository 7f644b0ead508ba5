"""Citations inside a streamed text: `【number:index†name】` is taken out, its place is kept."""

import re
from dataclasses import dataclass

_MARKER = re.compile(r"【(\d+):(\d+)†[^】]*】")
# What opens like a marker and goes on longer is no marker.
_LONGEST = 300


@dataclass(frozen=True)
class Citation:
    """A marker that was met: the search's number, and the passage's place in it."""

    number: int
    index: int


class CitationFilter:
    """Takes a text piece by piece, and gives it back without its markers."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> list[str | Citation]:
        """What can be said by now: pieces of text, and the citations between them. A marker may come in pieces."""
        self._held += text
        said: list[str | Citation] = []
        while True:
            start = self._held.find("【")
            if start < 0:
                return [*said, *self.rest()]
            if start:
                said.append(self._held[:start])
                self._held = self._held[start:]
            end = self._held.find("】")
            if end < 0 and len(self._held) <= _LONGEST:
                return said
            marker = _MARKER.match(self._held)
            if marker:
                said.append(Citation(int(marker[1]), int(marker[2])))
                self._held = self._held[marker.end() :]
            else:
                said.append(self._held[0])
                self._held = self._held[1:]

    def rest(self) -> list[str | Citation]:
        """What is held back at the end of the text."""
        held, self._held = self._held, ""
        return [held] if held else []
