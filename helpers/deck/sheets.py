"""One sheet of an Excel workbook as a CSV file, which is what the assistant is given of it."""

from pathlib import Path

from ..settings import say
from .columns import NeedsRoles


def as_csv(path: Path, sheet: str) -> tuple[str, bytes]:
    """A file name that says the sheet, and its content. NeedsRoles where the file has no such sheet."""
    import pandas as pd

    try:
        with pd.ExcelFile(path) as book:
            names = [str(name) for name in book.sheet_names]
            found = next((name for name in names if name.strip().casefold() == sheet.strip().casefold()), None)
            if found is None:
                listed = ", ".join(names)
                raise NeedsRoles(
                    say(
                        f"--sheet: “{sheet}” 시트가 없습니다. 시트: {listed}",
                        f"--sheet: there is no sheet “{sheet}”. Sheets: {listed}",
                    )
                )
            frame = pd.read_excel(book, sheet_name=found)
    except (ValueError, KeyError, OSError) as error:
        raise NeedsRoles(
            say(
                f"--sheet: Excel 파일로 열 수 없습니다: {path.name} ({error})",
                f"--sheet: {path.name} cannot be opened as an Excel file ({error}).",
            )
        ) from None
    safe = "".join(letter if letter.isalnum() or letter in " -_." else "_" for letter in found)
    return f"{path.stem}_{safe}.csv", frame.to_csv(index=False).encode("utf-8-sig")
