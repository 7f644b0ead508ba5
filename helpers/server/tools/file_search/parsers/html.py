"""HTML: what a reader sees, under its headings; tables row by row with their header."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from ..shapes import Block
from .headings import Outline

_HIDDEN = {"script", "style", "noscript", "template", "svg", "head"}
_VOID_HIDDEN_END = {"body"}  # a page that forgot to close its head
_BREAKS = {
    *("p", "div", "section", "article", "main", "aside", "header", "footer", "nav", "ul", "ol", "li", "dl", "dt", "dd"),
    *(
        "table",
        "tr",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "hr",
        "body",
        "address",
        "details",
    ),
}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def blocks(text: str) -> Iterator[Block]:
    """A block for each paragraph, list item and row."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.finish()
    yield from reader.found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._outline = Outline()
        self._text: list[str] = []
        self._hidden: list[str] = []
        self._title = False
        self._preformatted = 0
        self._row: list[str] | None = None
        self._header_cells = 0
        self._header = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID_HIDDEN_END:
            self._hidden.clear()
        if tag == "title":
            self._title = True
        elif tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in ("td", "th"):
            if self._row is None:
                self.flush()
                self._row = []
            self._cell()
            self._header_cells += tag == "th"
        elif tag == "br":
            self._text.append("\n")
        elif tag in _BREAKS or tag in _HEADINGS:
            self.flush()
            self._preformatted += tag == "pre"
            if tag == "table":
                self._header = ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._title = False
            self.found += self._outline.enter(1, self._take())
        elif self._hidden and tag == self._hidden[-1]:
            self._hidden.pop()
        elif tag in ("td", "th"):
            self._cell()
        elif tag == "tr":
            self._end_row()
        elif tag in _HEADINGS:
            self.found += self._outline.enter(_HEADINGS[tag], self._take())
        elif tag in _BREAKS:
            self.flush()
            self._preformatted -= tag == "pre" and self._preformatted > 0
            if tag == "table":
                self._header = ""

    def handle_data(self, data: str) -> None:
        if self._title or not self._hidden:
            self._text.append(data if self._preformatted else re.sub(r"\s+", " ", data))

    def flush(self) -> None:
        """End the block that is being read. Inside a row there are only cells."""
        if self._row is not None:
            self._text.append(" ")
            return
        text = self._take()
        if text:
            self.found.append(Block(text, self._outline.context))

    def finish(self) -> None:
        """The page is over, whatever was left open."""
        self._end_row()
        self.flush()
        self.found += self._outline.close()

    def _take(self) -> str:
        lines = ("".join(self._text)).split("\n")
        self._text = []
        return "\n".join(line.rstrip() if self._preformatted else line.strip() for line in lines).strip("\n")

    def _cell(self) -> None:
        if self._row is not None:
            self._row.append(" ".join(self._take().split()))

    def _end_row(self) -> None:
        self._cell()
        cells = [cell for cell in self._row or [] if cell]
        line = " | ".join(cells)
        is_header = len(cells) > 1 and self._header_cells >= len(cells) and not self._header
        self._row, self._header_cells = None, 0
        if is_header:
            self._header = line
        elif line:
            context = (*self._outline.context, self._header) if self._header else self._outline.context
            self.found.append(Block(line, context, glue="\n"))
