"""Office files are zip archives: which kind is it, and is it safe to unpack?"""

import zipfile
from pathlib import Path

from .. import limits
from ..shapes import Unreadable

_KINDS = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx", "xl/workbook.xml": "xlsx"}


def office_kind(path: Path) -> str:
    """`docx`, `pptx` or `xlsx`. Unreadable where it is damaged, locked, too large unpacked, or another kind."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable("invalid_file", "The file is damaged: its archive cannot be opened.") from None
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.UNPACKED_BYTES or len(entries) > limits.UNPACKED_FILES:
        raise Unreadable(
            "invalid_file",
            f"The file unpacks to {unpacked / limits.MEGABYTE:,.0f} MB in {len(entries):,} parts, which is too much.",
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("invalid_file", "The file is protected by a password.")
    names = {entry.filename for entry in entries}
    for name, kind in _KINDS.items():
        if name in names:
            return kind
    raise Unreadable(
        "unsupported_file", "The file is a zip archive, not a Word, PowerPoint or Excel file. Upload what is in it."
    )
