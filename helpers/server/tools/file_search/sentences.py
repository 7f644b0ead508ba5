"""Cutting text into sentences, in Korean, English and Chinese, without a model."""

import re
from itertools import pairwise

_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+|(?<=[。！？])[”’」』]*\s*|\n+")
_SOFT = re.compile(r"(?<=[,;:،，、；：)|])\s*|\s+")
_WRAPPED = re.compile(r"(?<=\S)\n(?=\S)")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SHORT = 12
_LONG = 300  # characters; beyond this a vector no longer says what the sentence is about


def sentences(text: str) -> list[str]:
    """The sentences of a text, none empty. Joined again they give the text, but for white space.

    Very short ones ("Yes.", "1.") are joined to the next; very long ones are cut where there is a comma or a space.
    """
    return [text[start:end].strip() for start, end in spans(text)]


def spans(text: str) -> list[tuple[int, int]]:
    """Where the sentences are: half-open ranges in rising order that cover the text but for white space."""
    flat = _unwrap(text)
    cuts = [0, *(match.end() for match in _END.finditer(flat)), len(flat)]
    found: list[tuple[int, int]] = []
    begin = 0
    for _, end in pairwise(cuts):
        if _width(flat[begin:end].strip()) >= _SHORT or (end == len(flat) and flat[begin:end].strip()):
            found.extend(cut_long(flat, begin, end, _LONG))
            begin = end
    return found


def _width(text: str) -> int:
    """The length of a text, letters counted twice that say as much as two Latin ones."""
    return len(text) + len(_WIDE.findall(text))


def _unwrap(text: str) -> str:
    """The text with the line breaks of a hard-wrapped paragraph made spaces; of the same length."""
    lines = text.split("\n")
    widest = max(map(len, lines))
    if len(lines) < 3 or widest < 40 or any(len(line) < widest * 0.7 for line in lines[:-1]):
        return text
    return _WRAPPED.sub(" ", text)


def cut_long(text: str, begin: int, end: int, longest: int) -> list[tuple[int, int]]:
    """A range of the text as ranges of at most `longest` letters, cut at a comma or a space where there is one."""
    pieces = []
    while end - begin > longest:
        soft = [match.end() for match in _SOFT.finditer(text, begin + longest // 2, begin + longest)]
        cut = soft[-1] if soft else begin + longest
        pieces.append((begin, cut))
        begin = cut
    pieces.append((begin, end))
    return [piece for piece in pieces if text[slice(*piece)].strip()]
