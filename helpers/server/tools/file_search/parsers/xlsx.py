"""Excel workbooks: every sheet as a table. Formulas give the value that Excel last computed."""

from collections.abc import Iterator
from pathlib import Path

from ..shapes import Block, Unreadable
from .rows import table


def blocks(path: Path) -> Iterator[Block]:
    """A block for each row of each sheet."""
    import openpyxl

    damaged = Unreadable("invalid_file", "The Excel file is damaged and cannot be read.")
    # Given a path, openpyxl would judge the file by its name.
    with path.open("rb") as stream:
        try:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        except Exception:  # openpyxl has no error of its own for a damaged file
            raise damaged from None
        try:
            for sheet in book.worksheets:
                yield from table(sheet.iter_rows(values_only=True), (f"# {sheet.title}",), f"sheet {sheet.title}")
        except (ValueError, KeyError, TypeError, AttributeError, SyntaxError):
            raise damaged from None
        finally:
            book.close()
