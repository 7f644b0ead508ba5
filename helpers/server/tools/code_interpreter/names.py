"""File names from outside, made harmless."""

import hashlib
import re
import unicodedata
from collections.abc import Container
from pathlib import PurePosixPath

_LONGEST = 200  # bytes in UTF-8; most file systems stop at 255, and " (2)" must still fit
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)


def safe_name(filename: str) -> str:
    """A name for a file in a folder, on any system, as near to the one given as can be.

    Only the part after the last separator is kept. Letters of any script and emoji stay; control characters, and those
    that Windows forbids, become `_`. Never empty, never `.` or `..`, never hidden, at most 200 bytes long.
    """
    # Composed, or Hangul from macOS would not be found under the name that the code types.
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", filename.replace("\0", ""))[-1])
    name = "".join(
        "_" if letter in '<>:"|?*' or unicodedata.category(letter) in _UNPRINTABLE else letter for letter in name
    )
    name = name.strip().rstrip(". ").lstrip(".") or "file"
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return _shorten(name, _LONGEST)


# Controls, lone surrogates, line and paragraph separators.
_UNPRINTABLE = {"Cc", "Cs", "Zl", "Zp"}


def numbered(name: str, taken: Container[str]) -> str:
    """`name`, or `name (2).ext`, `name (3).ext`... where it is taken. `taken` holds casefolded names."""
    stem, suffix = _split(name)
    number, candidate = 1, name
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem} ({number}){suffix}"
    return candidate


def folder_name(session: str) -> str:
    """A folder's name for a session: its own where that is plain, else a hash of it."""
    if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}", session) and not _RESERVED.fullmatch(session):
        return session
    return hashlib.sha256(session.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _split(name: str) -> tuple[str, str]:
    suffix = PurePosixPath(name).suffix
    return (name[: -len(suffix)], suffix) if suffix else (name, "")


def _shorten(name: str, longest: int) -> str:
    if len(name.encode()) <= longest:
        return name
    stem, suffix = _split(name)
    if len(suffix.encode()) > 20:
        stem, suffix = name, ""
    return stem.encode()[: longest - len(suffix.encode())].decode("utf-8", "ignore").rstrip(". ") + suffix
