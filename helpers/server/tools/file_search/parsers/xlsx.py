"""Excel workbooks: every sheet as a table. Formulas give the value that Excel last computed."""

from collections.abc import Iterator
from pathlib import Path

from ..shapes import Block, Unreadable
from .rows import table


def blocks(path: Path) -> Iterator[Block]:
    """A block for each row of each sheet."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception:  # openpyxl has no error of its own for a damaged file
        raise Unreadable("invalid_file", "The Excel file is damaged and cannot be read.") from None
    try:
        for sheet in book.worksheets:
            yield from table(sheet.iter_rows(values_only=True), (f"# {sheet.title}",), f"sheet {sheet.title}")
    except (ValueError, KeyError, TypeError, AttributeError, SyntaxError):
        raise Unreadable("invalid_file", "The Excel file is damaged and cannot be read.") from None
    finally:
        book.close()
