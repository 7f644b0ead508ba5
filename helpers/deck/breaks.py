"""Where the lines of a title end: between words, at about the same length, and not in the middle of a thought.

Left to itself a program breaks "2022년" after the digits and leaves a last word alone, so display type gets its line
breaks here.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from .measure import SOFT_BREAK, width

_MOST_WORDS = 60
# Text is measured as in a wide face. In most faces a Latin line that is a little too long still fits; some programs set
# Korean with gaps around its digits.
_TOLERANCE = 1.06
_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3]")
# What one more line, and one step down in size, may cost against an ugly break.
_LINE_COST, _STEP_COST = 0.12, 0.04
_PAUSE = re.compile(r"[,;:.!?…、，。：；)”’]$")
# Words that lean on the next one.
_LEANS_ON = re.compile(
    r"^(a|an|the|of|to|in|on|at|by|for|from|with|and|or|than|since|until|up|down|per|is|are|was|were|not|no|it|"
    r"전체|이|그|및|약|평균|총|더|가장|먼저|다시|새|각|매|첫|한|두|세|네|열|여러|모든)$",
    re.I,
)
_YEAR, _PART_OF_YEAR = re.compile(r"^\d{4}(년|,)?$|^Q[1-4]$"), re.compile(r"^(\d{1,2}(분기|월|일)|\d{4}\b|Q[1-4])")
_NUMBER = re.compile(r"^[+−-]?[\d.,]*\d$")
_UNIT = re.compile(r"^[^\W\d_]")
# Words that lean on the one before.
_LEANS_BACK = re.compile(r"^(이후|이전|이래|대비|동안|가운데|둘이)\b")


def with_breaks(text: str, size: float, room: float, bold: bool = False, *, strict: bool = False) -> str:
    """The text with soft breaks at the best places: as few lines as it takes in `room` inches, of like length.

    Unchanged where it fits one line, has breaks already, or holds a word longer than a line. `strict` keeps to the
    room in the widest face too.
    """
    words = text.split(" ")
    room = room if strict else _room_for(text, room)
    if "\n" in text or len(words) > _MOST_WORDS or width(text, size, bold) <= room:
        return text
    widths = [width(word, size, bold) for word in words]
    if max(widths) > room:
        return text
    space = width(" ", size, bold)
    count = _fewest(widths, space, room)
    ends = _best(tuple(words), tuple(widths), space, room, count)
    starts = [0, *ends[:-1]]
    return SOFT_BREAK.join(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


def best_step(text: str, sizes: Sequence[int], room: float, most: int) -> int:
    """Which of the sizes (largest first) breaks the text best, in at most `most` lines; the first where none does."""
    found = []
    for step, size in enumerate(sizes):
        lines = with_breaks(text, size, room, bold=True).split(SOFT_BREAK)
        if len(lines) <= most and all(width(line, size, bold=True) <= _room_for(text, room) for line in lines):
            pairs = pairwise(lines)
            ugly = sum(_cost(a.split(" ")[-1], b.split(" ")[0]) for a, b in pairs)
            found.append((ugly + _LINE_COST * len(lines) + _STEP_COST * step, step))
    return min(found)[1] if found else 0


def _room_for(text: str, room: float) -> float:
    return room if _EAST_ASIAN.search(text) else room * _TOLERANCE


def _fewest(widths: list[float], space: float, room: float) -> int:
    lines, used = 1, 0.0
    for wide in widths:
        if used and used + space + wide > room:
            lines, used = lines + 1, wide
        else:
            used += wide + (space if used else 0)
    return lines


@lru_cache(maxsize=256)
def _best(words: tuple[str, ...], widths: tuple[float, ...], space: float, room: float, count: int) -> tuple[int, ...]:
    """After how many words each of `count` lines ends, at the least cost."""
    mean = (sum(widths) + space * (len(words) - count)) / count

    @cache
    def rest(start: int, lines: int) -> tuple[float, tuple[int, ...]]:
        found: tuple[float, tuple[int, ...]] = (float("inf"), ())
        for end in range(start + 1, len(words) - lines + 2):
            wide = sum(widths[start:end]) + space * (end - start - 1)
            if wide > room:
                break
            uneven = ((wide - mean) / room) ** 2
            if lines == 1:
                if end == len(words):
                    found = min(found, (uneven, (end,)))
                continue
            cost, ends = rest(end, lines - 1)
            found = min(found, (uneven + _cost(words[end - 1], words[end]) + cost, (end, *ends)))
        return found

    return rest(0, count)[1]


def _cost(before: str, after: str) -> float:
    """How much a break between two words disturbs; less than nothing after a pause."""
    if _YEAR.match(before) and _PART_OF_YEAR.match(after):
        return 1.0
    apart = _NUMBER.match(before) and _UNIT.match(after) and not _LEANS_ON.match(after)
    if apart:
        return 1.0
    if _LEANS_ON.match(before) or _LEANS_BACK.match(after):
        return 0.2
    return -0.12 if _PAUSE.search(before) else 0.0
