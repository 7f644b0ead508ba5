"""Reading a document of any supported format into blocks.

The content decides, not the name: a name only tells kinds of text apart. Every parser is imported when first used.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from .. import limits
from ..shapes import Block, Unreadable
from .archives import office_kind
from .decoding import decode


class _Signature(NamedTuple):
    magic: bytes
    what: str


_BINARY = (
    _Signature(b"\x89PNG", "a picture"),
    _Signature(b"\xff\xd8\xff", "a picture"),
    _Signature(b"GIF8", "a picture"),
    _Signature(b"\x7fELF", "a program"),
    _Signature(b"MZ", "a program"),
    _Signature(b"\x1f\x8b", "a compressed file"),
    _Signature(b"Rar!", "an archive"),
    _Signature(b"7z\xbc\xaf\x27\x1c", "an archive"),
    _Signature(b"SQLite format 3\x00", "a database"),
    _Signature(b"OggS", "sound"),
    _Signature(b"ID3", "sound"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_NAMES = {".docx": "docx", ".pptx": "pptx", ".xlsx": "xlsx"}
_TEXT_PARSERS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".csv": "delimited",
    ".tsv": "delimited",
    ".json": "json_data",
    ".jsonl": "json_data",
    ".ndjson": "json_data",
    ".ipynb": "notebook",
}
SUPPORTED = "text, Markdown, HTML, PDF, Word, PowerPoint, Excel, CSV, JSON, notebooks and source code"


def parse(path: Path, filename: str) -> list[Block]:
    """The blocks of a document in reading order. Unreadable, with the reason, where there is nothing to read."""
    size = path.stat().st_size
    if size == 0:
        raise Unreadable("invalid_file", "The file is empty.")
    if size > limits.FILE_BYTES:
        raise _too_large(size, limits.FILE_BYTES)
    blocks = _bounded(_parser(path, filename, size))
    if not blocks:
        raise Unreadable("invalid_file", "The file holds no text.")
    return blocks


def _parser(path: Path, filename: str, size: int) -> Iterable[Block]:
    suffix = PurePosixPath(filename).suffix.lower()
    with path.open("rb") as stream:
        head = stream.read(4096)
    if b"%PDF-" in head[:1024]:
        return _module("pdf").blocks(path)
    if suffix == ".pdf":
        raise Unreadable("invalid_file", "The file's name ends in .pdf, but it is not a PDF.")
    if head.startswith(b"PK\x03\x04"):
        return _module(office_kind(path)).blocks(path)
    if head.startswith(_OLD_OFFICE):
        raise Unreadable(
            "unsupported_file",
            "The file is protected by a password, or in an old Office or HWP format. Save it without a password as "
            ".docx, .pptx, .xlsx or PDF.",
        )
    if suffix in _OFFICE_NAMES:
        raise Unreadable(
            "invalid_file", f"The file's name ends in {suffix}, but it is damaged or another kind of file."
        )
    for signature in _BINARY:
        if head.startswith(signature.magic):
            raise Unreadable("unsupported_file", f"The file is {signature.what}, not text. Supported: {SUPPORTED}.")
    if size > limits.TEXT_FILE_BYTES:
        raise _too_large(size, limits.TEXT_FILE_BYTES)
    text = decode(path.read_bytes())
    kind = _TEXT_PARSERS.get(suffix) or ("html" if _looks_like_html(text) else "plain")
    return _module(kind).blocks(text)


def _module(name: str) -> Any:
    return import_module(f"{__name__}.{name}")


def _looks_like_html(text: str) -> bool:
    start = text[:500].lstrip().lower()
    return start.startswith(("<!doctype html", "<html"))


def _bounded(found: Iterable[Block]) -> list[Block]:
    """Blocks that hold text, as long as there are not too many characters of it."""
    blocks = []
    characters = 0
    for block in found:
        if block.text.strip():
            characters += len(block.text)
            if characters > limits.CHARACTERS:
                most = limits.CHARACTERS // limits.MEGABYTE
                raise Unreadable("invalid_file", f"The file holds more than {most} million characters. Split it.")
            blocks.append(block)
    return blocks


def _too_large(size: int, limit: int) -> Unreadable:
    return Unreadable(
        "invalid_file",
        f"The file is too large: {size / limits.MEGABYTE:.0f} MB, of at most {limit // limits.MEGABYTE} MB.",
    )
