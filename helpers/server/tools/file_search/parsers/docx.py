"""Word documents: paragraphs and tables in their order, under their headings."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..shapes import Block, Unreadable
from .headings import Outline
from .rows import table

_HEADING = re.compile(r"(?:heading|제목)\s*([1-6])$", re.IGNORECASE)


def blocks(path: Path) -> Iterator[Block]:
    """A block for each paragraph and each row of a table."""
    import docx
    from docx.table import Table

    try:
        document = docx.Document(str(path))
        content = list(document.iter_inner_content())
    except Exception:  # of zipfile, lxml and the library itself
        raise Unreadable("invalid_file", "The Word file is damaged and cannot be read.") from None
    outline = Outline()
    for part in content:
        if isinstance(part, Table):
            yield from table((_cells(row) for row in part.rows), outline.context)
            continue
        style = part.style.name if part.style is not None else None
        level = _level(style or "")
        if level:
            yield from outline.enter(level, part.text)
        elif part.text.strip():
            is_item = (style or "").startswith("List")
            yield Block(("- " if is_item else "") + part.text, outline.context, glue="\n" if is_item else "\n\n")
    yield from outline.close()


def _level(style: str) -> int:
    if style == "Title":
        return 1
    match = _HEADING.search(style)
    return int(match[1]) if match else 0


def _cells(row) -> list[str]:  # type: ignore[no-untyped-def]
    """The texts of a row; a merged cell counts once."""
    texts = []
    before = None
    for cell in row.cells:
        if cell._tc is not before:
            texts.append(cell.text)
        before = cell._tc
    return texts
