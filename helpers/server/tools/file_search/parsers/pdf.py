"""PDF: the text of each page. A scanned page holds a picture of text, which is not read."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

from .. import limits
from ..shapes import Block, Unreadable

_BULLET = re.compile(r"\s*(?:[-•·▪◦*○●■□▶]|\(?\d{1,3}[.)]|[가-하][.)]|[①-⑳])\s")
_DAMAGED = Unreadable("invalid_file", "The PDF is damaged and cannot be read.")


def blocks(path: Path) -> Iterator[Block]:
    """Blocks of each page, with the page's number as their place."""
    import pypdf
    from pypdf.errors import DependencyError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(path)
        if reader.is_encrypted and not _opens_without_password(reader):
            raise Unreadable("invalid_file", "The PDF is protected by a password.")
        count = len(reader.pages)
    except DependencyError:
        raise Unreadable("invalid_file", "The PDF is encrypted. Save it without protection.") from None
    except Unreadable:
        raise
    except Exception:  # damaged files raise whatever the damage leads to
        raise _DAMAGED from None
    if count > limits.PAGES:
        raise Unreadable("invalid_file", f"The PDF has {count:,} pages, of at most {limits.PAGES:,}. Split it.")
    found = False
    failed = 0
    for number in range(count):
        try:
            text = reader.pages[number].extract_text()
        except MemoryError:
            raise
        except Exception:
            failed += 1
            continue
        for paragraph in _paragraphs(text):
            found = True
            yield Block(paragraph, place=f"page {number + 1}")
    if failed == count:
        raise _DAMAGED
    if not found:
        raise Unreadable(
            "invalid_file", "The PDF holds no text: it may be scanned. Run text recognition (OCR) on it first."
        )


def _opens_without_password(reader) -> bool:  # type: ignore[no-untyped-def]
    """Many PDFs are encrypted against editing only, and open with an empty password."""
    return bool(reader.decrypt(""))


def _paragraphs(text: str) -> Iterator[str]:
    """The lines of a page joined into paragraphs: a line that fills the page's width goes on in the next."""
    text = re.sub(r"[\x00-\x08\x0b-\x1f]", "", text)
    lines = [line.strip() for line in text.split("\n")]
    width = sorted(map(len, lines))[int(len(lines) * 0.9)] if lines else 0
    paragraph = ""
    full = False
    for line in lines:
        if line and paragraph and full and not _BULLET.match(line):
            hyphenated = paragraph.endswith("-") and paragraph[-2:-1].isalpha() and line[:1].islower()
            paragraph = paragraph[:-1] + line if hyphenated else f"{paragraph} {line}"
        else:
            if paragraph:
                yield paragraph
            paragraph = line
        full = len(line) >= width * 0.75
    if paragraph:
        yield paragraph
