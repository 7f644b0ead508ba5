"""CSV and its relatives."""

import csv
from collections.abc import Iterator

from ..shapes import Block
from .plain import blocks as plain
from .rows import table

_FIELD = 1_000_000


def blocks(text: str) -> Iterator[Block]:
    """A block for each row. Text that is no table is read as plain text."""
    csv.field_size_limit(_FIELD)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(text)))
    except csv.Error:
        return plain(text)
    return table(rows)


def _delimiter(text: str) -> str:
    """The mark that stands in the first lines most evenly."""
    lines = [line for line in text[:20_000].splitlines()[:20] if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        return (min(counts, default=0), sum(counts))

    return max((",", "\t", ";", "|"), key=evenness)
