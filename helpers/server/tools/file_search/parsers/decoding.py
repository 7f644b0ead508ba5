"""Bytes to text: UTF-8, UTF-16, UTF-32, the Korean code page, and western text as the last guess."""

import codecs
import re

from ..shapes import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w-]{3,20})", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_TEXT = Unreadable("unsupported_file", "The file is not text, or in an unknown encoding. Save it as UTF-8.")


def decode(data: bytes) -> str:
    """The text, with `\\n` as the end of lines. Unreadable where the bytes are not text."""
    text = _decode(data)
    if len(_CONTROL.findall(text)) > len(text) * 0.001:
        raise _NOT_TEXT
    return _CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                raise _NOT_TEXT from None
    if b"\x00" in data:
        return _utf16_without_mark(data)
    declared = _DECLARED.search(data[:2000])
    for encoding in ("utf-8", *([declared[1].decode()] if declared else [])):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _korean(data) or _western(data)


def _utf16_without_mark(data: bytes) -> str:
    """Text without its mark, if nearly every second byte of the beginning is zero, as in Latin text."""
    sample = data[:2000]
    zeros_at_odd, zeros_at_even = sample[1::2].count(0), sample[0::2].count(0)
    fewer, more = sorted((zeros_at_odd, zeros_at_even))
    if len(data) % 2 == 0 and more > len(sample) * 0.2 and fewer < more * 0.1:
        try:
            return data.decode("utf-16-le" if zeros_at_odd == more else "utf-16-be")
        except UnicodeDecodeError:
            pass
    raise _NOT_TEXT


def _korean(data: bytes) -> str | None:
    """CP949 text, if what comes out looks like Korean: nearly all syllables are from the common set."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return None
    foreign = [letter for letter in text if not letter.isascii()]
    common = sum("가" <= letter <= "힣" and _in_common_set(letter) for letter in foreign)
    return text if common > len(foreign) * 0.7 else None


def _in_common_set(letter: str) -> bool:
    return all(byte >= 0xA1 for byte in letter.encode("cp949"))


def _western(data: bytes) -> str:
    """CP1252 text, if most of it is ASCII and the rest are letters or the usual marks."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise _NOT_TEXT from None
    foreign = [letter for letter in text if not letter.isascii()]
    odd = sum(not (letter.isalpha() or letter in "’‘“”–—…€£§°«»¡¿·•×²³½\xa0©®™") for letter in foreign)
    if len(foreign) > len(text) * 0.3 or odd > len(foreign) * 0.2:
        raise _NOT_TEXT
    return text
