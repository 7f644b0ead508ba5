"""Native tables: widths by what the cells hold, one size for all cells, over to a next slide where rows are left."""

import math
import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches

from .filling import Filler
from .measure import LINE, cut, shortened, width, wrap
from .spec import Table

STYLE = "{6B1D3C52-7A0E-4C57-9F7B-2D5E8A4C1F90}"
"""The table style that the theme defines."""
SIZES = (14, 12, 11)
_SIDE, _ABOVE = 0.07, 0.03
_TALLEST_ROW = 0.5
_WIDEST_WORD = 1.5
_LONGEST_HEAD, _LONGEST_CELL = 40, 90
_NUMBER = re.compile(r"[+\-−(]?\s*[$₩€£¥]?\s*[\d.,]+\s*(%|[^\W\d_]{1,3})?\)?|[–—\-]?")


def is_numeric(cell: str) -> bool:
    """True for a cell that is set flush right: a number with sign, currency or short unit, or nothing."""
    return bool(_NUMBER.fullmatch(cell.strip()))


def tidy(table: Table) -> Table:
    """The table with words of a length that a cell can hold; numbers stay as they are."""
    header = tuple(cut(head, _LONGEST_HEAD) for head in table.header)
    return replace(table, header=header, rows=tuple(tuple(cut(c, _LONGEST_CELL) for c in row) for row in table.rows))


def _demands(table: Table, size: int) -> list[tuple[float, float]]:
    """The least width of each column and the one that it would like: words may go to a next line, numbers may not."""
    found = []
    for column, head in enumerate(table.header):
        cells = [(row[column], table.total and row is table.rows[-1]) for row in table.rows]
        longest = max((width(cell, size, bold) for cell, bold in cells), default=0.0)
        words = [width(word, size, True) for cell in (head, *(cell for cell, _ in cells)) for word in cell.split()]
        least = max(0.3, min(max(words, default=0.0), _WIDEST_WORD))
        if _is_numeric_column(table, column):
            least = max(least, longest)
        head_word = max((width(word, size, True) for word in head.split()), default=0.0)
        found.append((least + 2 * _SIDE, max(least, longest, head_word) + 2 * _SIDE))
    return found


def _is_numeric_column(table: Table, column: int) -> bool:
    return all(is_numeric(row[column]) for row in table.rows)


def fits(table: Table, room: float) -> bool:
    """True where the columns fit `room` inches at the smallest size."""
    return sum(least for least, _ in _demands(table, SIZES[-1])) <= room


def side_by_side(table: Table, room: float) -> list[Table]:
    """The table as it is where its columns fit, else cut into groups of columns, the first column in each."""
    if fits(table, room):
        return [table]
    least = [demand for demand, _ in _demands(table, SIZES[-1])]
    groups: list[list[int]] = [[0]]
    for column in range(1, len(least)):
        if len(groups[-1]) > 1 and sum(least[c] for c in groups[-1]) + least[column] > room:
            groups.append([0])
        groups[-1].append(column)
    return [_columns(table, group) for group in groups]


def _columns(table: Table, chosen: list[int]) -> Table:
    rows = tuple(tuple(row[column] for column in chosen) for row in table.rows)
    return replace(table, header=tuple(table.header[column] for column in chosen), rows=rows)


def _row_height(cells: tuple[str, ...], widths: list[float], size: int, bold: bool) -> float:
    lines = max(len(wrap(cell, size, w - 2 * _SIDE, bold)) for cell, w in zip(cells, widths, strict=True))
    return lines * size * LINE / 72 + 2 * _ABOVE


def pages(table: Table, room: float, height: float) -> list[Table]:
    """The table cut into as few parts as it takes, of about the same length, heads repeated.

    Each is no higher than `height` at the smallest size.
    """
    widths = column_widths(table, room, SIZES[-1])
    free = height - _row_height(table.header, widths, SIZES[-1], True)
    tall = [_row_height(row, widths, SIZES[-1], table.total) for row in table.rows]
    count = max(1, math.ceil(sum(tall) / free))
    while True:
        edges = [round(len(tall) * part / count) for part in range(count + 1)]
        spans = list(pairwise(edges))
        if count >= len(tall) or all(sum(tall[start:end]) <= free for start, end in spans):
            break
        count += 1
    return [replace(table, rows=table.rows[start:end], total=table.total and end == len(tall)) for start, end in spans]


def column_widths(table: Table, room: float, size: int) -> list[float]:
    """Widths that add up to `room`: what is left over goes to all, what is missing is taken where words can wrap."""
    demands = _demands(table, size)
    least, wanted = [sum(column) for column in zip(*demands, strict=True)]
    if wanted <= room:
        return [want + (room - wanted) / len(demands) for _, want in demands]
    if least <= room:
        share = (room - least) / (wanted - least)
        return [low + share * (want - low) for low, want in demands]
    return [low * room / least for low, _ in demands]


def insert(filler: Filler, name: str, table: Table, alt: str) -> None:
    """Fill the table placeholder `name`; the table must fit (see `tidy`, `side_by_side`, `pages`)."""
    placeholder = filler[name]
    whole = placeholder.width
    room, height = whole / 914400, placeholder.height / 914400
    size, widths, heights = _largest(table, room, height)
    graphic = placeholder.insert_table(len(table.rows) + 1, len(table.header))
    filler.describe(graphic, name, alt)
    native = graphic.table
    style = native._tbl.tblPr.find(qn("a:tableStyleId"))
    if style is None:
        style = parse_xml(f"<a:tableStyleId {nsdecls('a')}/>")
        native._tbl.tblPr.append(style)
    style.text = STYLE
    native.first_row, native.horz_banding, native.last_row = True, False, table.total
    edges = [round(sum(widths[:column]) / room * whole) for column in range(len(widths) + 1)]
    for column, (left, right) in zip(native.columns, pairwise(edges), strict=True):
        column.width = right - left
    aligned = [column > 0 and _is_numeric_column(table, column) for column in range(len(table.header))]
    for index, (cells, tall) in enumerate(zip((table.header, *table.rows), heights, strict=True)):
        native.rows[index].height = Inches(tall)
        bold = index == 0 or (table.total and index == len(table.rows))
        for column, text in enumerate(cells):
            _fill(filler, native.cell(index, column), text, size, widths[column], aligned[column], bold)
    graphic.height = sum(row.height for row in native.rows)


def _largest(table: Table, room: float, height: float) -> tuple[int, list[float], list[float]]:
    """The largest size at which the table fits, its column widths and row heights; rows breathe where there is room."""
    for size in SIZES:
        widths = column_widths(table, room, size)
        heights = [_row_height(table.header, widths, size, True)]
        heights += [_row_height(row, widths, size, table.total and row is table.rows[-1]) for row in table.rows]
        if sum(least for least, _ in _demands(table, size)) <= room and sum(heights) <= height:
            break
    free = max(0.0, height - sum(heights)) / len(heights)
    return size, widths, [max(tall, min(tall + free, _TALLEST_ROW)) for tall in heights]


def _fill(filler: Filler, cell: Any, text: str, size: int, room: float, right: bool, bold: bool) -> None:
    cell.margin_left = cell.margin_right = Inches(_SIDE)
    cell.margin_top = cell.margin_bottom = Inches(_ABOVE)
    cell._tc.get_or_add_tcPr().set("anchor", "ctr")
    paragraph = cell.text_frame.paragraphs[0]._p
    properties = paragraph.get_or_add_pPr()
    properties.set("algn", "r" if right else "l")
    text = " ".join(text.split())
    if text:
        longest = max(text.split(), key=len)
        if width(longest, size, bold) > room - 2 * _SIDE:
            text = shortened(text, size, room - 2 * _SIDE, bold)
        paragraph.append(filler.run(text, size))
