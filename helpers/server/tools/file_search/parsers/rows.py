"""Tables as text: one line a row, with the header row as the context of each."""

from collections.abc import Iterable, Iterator
from typing import Any

from .. import limits
from ..shapes import Block, Unreadable


def table(rows: Iterable[Iterable[Any]], context: tuple[str, ...] = (), place: str = "") -> Iterator[Block]:
    """A block for each row. The first row is the header of those below it, or a block where it is alone."""
    header: Block | None = None
    alone = True
    for line in _lines(rows):
        if header is None:
            header = Block(line, context, place)
        else:
            alone = False
            yield Block(line, (*context, header.text), place, glue="\n")
    if header and alone:
        yield header


def _lines(rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """The rows that hold anything."""
    cells = 0
    for row in rows:
        values = [_cell(value) for value in row]
        cells += len(values)
        if cells > limits.TABLE_CELLS:
            most = limits.TABLE_CELLS // limits.MEGABYTE
            raise Unreadable("invalid_file", f"The table has more than {most} million cells. Split it.")
        while values and not values[-1]:
            values.pop()
        if values:
            yield " | ".join(values)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return " ".join(str(value).split())
