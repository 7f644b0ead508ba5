"""How much room text takes, measured with the bundled font, and how to make it fit: a smaller size, then fewer words.

The reader's machine draws a deck with its own fonts, so everything is measured with some room to spare: Latin letters
most, since the faces that stand in for a missing one can be a fifth wider.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageFont

from helpers.fonts import font_path

# Height of a line of the widest-spread Korean face, in type sizes, before line spacing.
LINE = 1.33
SPACING = 1.1
ELLIPSIS = "…"
SOFT_BREAK = "\v"
"""Ends a line within a paragraph."""
_EAST_ASIAN_SLACK, _LATIN_SLACK = 1.05, 1.18
_UNITS = 200
# Hangul, kana, Chinese characters and their punctuation: a line may break after each of them.
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")
_ALONE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
# A no-break space is no place for a line to end, so it counts as a letter.
_SPACE, _LETTER = "[^\\S\u00a0]", "[\\S\u00a0]"
_WORDS = re.compile(f"{_SPACE}+|{_LETTER}+")
_PIECES = re.compile(f"[{_ALONE}]|(?:(?![{_ALONE}]){_LETTER})+|{_SPACE}+")
_NEVER_FIRST = set(",.!?:;)]}%’”、。，．！？：；）」』】…")


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    # The basic engine measures the same on every machine; the other one needs a library that not all have.
    return ImageFont.truetype(str(font_path(bold)), _UNITS, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=8192)
def _advance(character: str, bold: bool) -> float:
    """Width of one character in type sizes, with the room to spare."""
    if _EAST_ASIAN.match(character):
        return max(0.92, _font(bold).getlength(character) / _UNITS) * _EAST_ASIAN_SLACK
    return max(0.24, _font(bold).getlength(character) / _UNITS) * _LATIN_SLACK


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of one line in inches; `size` is in points."""
    return sum(_advance(character, bold) for character in text) * size / 72


def line_height(size: float, spacing: float = SPACING) -> float:
    """Height of one line in inches."""
    return size * LINE * spacing / 72


def _pieces(text: str, by_character: bool) -> list[str]:
    """Runs of text that stay together: words, or single East Asian characters; closing marks stay with their word."""
    found: list[str] = []
    for piece in (_PIECES if by_character else _WORDS).findall(text):
        if found and not found[-1].isspace() and piece[0] in _NEVER_FIRST:
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _broken(text: str, size: float, bold: bool, room: float, by_character: bool) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text, by_character):
        wide = width(piece, size, bold)
        if used + wide <= room or piece.isspace():
            line, used = line + piece, used + wide
            continue
        if line.strip():
            lines.append(line.strip())
        line, used = "", 0.0
        # A word longer than a line is broken where the line ends.
        for character in piece:
            step = width(character, size, bold)
            if line and used + step > room:
                lines.append(line)
                line, used = "", 0.0
            line, used = line + character, used + step
    return [*lines, line.strip()] if line.strip() or not lines else lines


@lru_cache(maxsize=1024)
def wrap(text: str, size: float, room: float, bold: bool = False) -> tuple[str, ...]:
    """The lines that the text breaks into within `room` inches.

    Programs differ in whether a Korean word may break between two syllables; the way that takes more lines counts.
    """
    lines: list[str] = []
    for part in text.replace(SOFT_BREAK, "\n").split("\n"):
        by_word = _broken(part, size, bold, room, by_character=False)
        by_character = _broken(part, size, bold, room, by_character=True)
        # A language without spaces has no words to keep together.
        lines += by_word if len(by_word) > len(by_character) and " " in part else by_character
    return tuple(lines)


@dataclass(frozen=True)
class Style:
    """Type of one paragraph level: size in points, space before in points."""

    size: int
    bold: bool = False
    before: float = 0


Text = tuple[int, str]
"""A paragraph: its level (0 or 1) and its words."""


def block_height(texts: Sequence[Text], styles: Sequence[Style], room: float) -> float:
    """Height in inches of paragraphs one below the other."""
    total = 0.0
    for level, text in texts:
        style = styles[level]
        total += len(wrap(text, style.size, room, style.bold)) * line_height(style.size) + style.before / 72
    return total


def fit(
    texts: Sequence[Text],
    scale: Sequence[Sequence[Style]],
    room: float,
    height: float,
) -> tuple[list[Text], Sequence[Style]]:
    """The texts and the first step of `scale` (largest first) in which they fit `room` x `height` inches.

    Where no step will do, all texts are cut, at a word, to the same length: the longest that fits in the last step.
    """
    for styles in scale:
        if block_height(texts, styles, room) <= height:
            return list(texts), styles
    styles = scale[-1]
    low, high = 1, max(len(text) for _, text in texts)
    while low < high:
        middle = (low + high + 1) // 2
        if block_height(_capped(texts, middle), styles, room) <= height:
            low = middle
        else:
            high = middle - 1
    return _capped(texts, low), styles


def _capped(texts: Sequence[Text], most: int) -> list[Text]:
    return [(level, cut(text, most)) for level, text in texts]


def cut(text: str, most: int) -> str:
    """The text in at most `most` characters and an ellipsis, cut at a word; inside one only where that loses much."""
    if len(text) <= most:
        return text
    head = text[:most]
    if not text[most].isspace():
        words, _, _ = head.rpartition(" ")
        head = words if len(words) > most * 0.6 else head
    return head.rstrip(" ,.:;·–-\n") + ELLIPSIS


def shortened(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text cut to one line of `room` inches."""
    most = len(text)
    while most > 1 and width(cut(text, most), size, bold) > room:
        most -= 1
    return cut(text, most)
