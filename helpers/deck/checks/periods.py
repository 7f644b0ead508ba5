"""Periods of time: as they stand in the cells of a table, and as a sentence names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

GRAINS = ("year", "half", "quarter", "month", "day")
"""Coarse to fine."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_WORD = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CHINESE = {"一": 1, "二": 2, "三": 3, "四": 4}
_YEAR = r"((?:19|20)\d{2})"
NAMELESS = 1
"""The year of a table that has months or quarters and names no year."""


@dataclass(frozen=True, order=True)
class Period:
    """A year, a part of one, or (with `year` 0) the same part of every year. `part` of a day is month * 100 + day."""

    year: int
    part: int
    grain: str

    @property
    def months(self) -> tuple[int, int]:
        """The first and the last month that it covers."""
        if self.grain == "year":
            return 1, 12
        if self.grain == "day":
            return self.part // 100, self.part // 100
        size = {"half": 6, "quarter": 3, "month": 1}[self.grain]
        return (self.part - 1) * size + 1, self.part * size

    def as_date(self) -> date:
        """The date of a day."""
        return date(self.year, self.part // 100, self.part % 100)

    def within(self, grain: str) -> "Period":
        """The period of a coarser (or the same) grain that holds this one."""
        if grain == self.grain:
            return self
        first = self.months[0]
        part = {"year": 0, "half": (first + 5) // 6, "quarter": (first + 2) // 3, "month": first}[grain]
        return Period(self.year, part, grain)

    def __str__(self) -> str:
        if self.grain == "day":
            return f"{self.year}-{self.part // 100:02d}-{self.part % 100:02d}"
        if self.grain == "year":
            return str(self.year)
        part = f"{self.part:02d}" if self.grain == "month" else f"{self.grain[0].upper()}{self.part}"
        return f"{self.year}-{part}" if self.year > NAMELESS else part


def is_coarser(one: str, other: str) -> bool:
    return GRAINS.index(one) < GRAINS.index(other)


def _month_of(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _part(text: str) -> int:
    return _CHINESE.get(text) or int(text)


# Each pattern with the function that makes a period of its groups. The most exact come first.
_PATTERNS: tuple[tuple[re.Pattern[str], Any], ...] = tuple(
    (re.compile(pattern, re.I), make)
    for pattern, make in (
        (
            _YEAR + r"\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]",
            lambda y, m, d: Period(int(y), int(m) * 100 + int(d), "day"),
        ),
        (
            _YEAR + r"\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})(?![\d%])",
            lambda y, m, d: Period(int(y), int(m) * 100 + int(d), "day"),
        ),
        (
            r"(?<![\d.,])(\d{1,2})[./](\d{1,2})[./]" + _YEAR + r"(?!\d)",
            lambda d, m, y: Period(int(y), (int(m) * 100 + int(d)) if int(m) <= 12 else int(d) * 100 + int(m), "day"),
        ),
        (_YEAR + r"\s*[-./ ]?\s*Q\s?([1-4])(?!\d)", lambda y, q: Period(int(y), int(q), "quarter")),
        (r"(?<![\w])Q\s?([1-4])\s*[-/ ']?\s*(?:of\s+|FY)?" + _YEAR, lambda q, y: Period(int(y), int(q), "quarter")),
        (r"(?<![\w.])([1-4])Q\s*'?(\d{4}|\d{2})(?!\d)", lambda q, y: Period(_full_year(y), int(q), "quarter")),
        (_YEAR + r"\s*[-./ ]?\s*([1-4])Q(?!\d)", lambda y, q: Period(int(y), int(q), "quarter")),
        (
            r"(?<!\d)(\d{4}|\d{2})\s*[년年]\s*第?\s*([1-4一二三四])\s*(?:/4\s*)?(?:분기|季度)",
            lambda y, q: Period(_full_year(y), _part(q), "quarter"),
        ),
        (_YEAR + r"\s*[-./ ]?\s*H([12])(?!\d)", lambda y, h: Period(int(y), int(h), "half")),
        (r"(?<![\w])H([12])\s*[-/ ]?\s*" + _YEAR, lambda h, y: Period(int(y), int(h), "half")),
        (_YEAR + r"\s*[년年]\s*([상하上下])\s*(?:반기|半年)", lambda y, h: Period(int(y), 1 + (h in "하下"), "half")),
        (_YEAR + r"\s*[년年]\s*(\d{1,2})\s*[월月]", lambda y, m: Period(int(y), int(m), "month")),
        (_YEAR + r"\s*[-./]\s*(0?[1-9]|1[0-2])(?![\d%])", lambda y, m: Period(int(y), int(m), "month")),
        (r"\b" + _MONTH_WORD + r"\s*,?\s*" + _YEAR, lambda m, y: Period(int(y), _month_of(m), "month")),
        (_YEAR + r"\s*[- ]\s*" + _MONTH_WORD + r"(?![a-z])", lambda y, m: Period(int(y), _month_of(m), "month")),
    )
)
_YEAR_ALONE = re.compile(r"(?<![\d,.$€£₩\w])(?:FY\s?)?" + _YEAR + r"(\s*[년年])?(?![\d,]\d|\d|\.\d|%|\s*%)", re.I)
# The same part of every year.
_SEASONS: tuple[tuple[re.Pattern[str], Any], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (r"(?<![\w])Q([1-4])(?!\d)", lambda q: Period(0, int(q), "quarter")),
        (r"(?<![\d.,])第?([1-4一二三四])\s*(?:/4\s*)?(?:분기|季度)", lambda q: Period(0, _part(q), "quarter")),
        (r"(상|하)반기", lambda h: Period(0, 1 + (h == "하"), "half")),
        (r"(?<![\w])H([12])(?!\d)", lambda h: Period(0, int(h), "half")),
        (r"(?<![\d.,])(1[0-2]|[1-9])\s*[월月]", lambda m: Period(0, int(m), "month")),
        (
            r"\b(January|February|March|April|(?:(?<=in )|(?<=[Ii]n early )|(?<=by )|(?<=until ))May|June|July|August"
            r"|September|October|November|December)\b",
            lambda m: Period(0, _month_of(m), "month"),
        ),
    )
)


def _is_possible(period: Period) -> bool:
    if period.grain == "day":
        try:
            date(period.year, period.part // 100, period.part % 100)
        except ValueError:
            return False
    return period.grain != "month" or 1 <= period.part <= 12


def of_cell(value: Any) -> Period | None:
    """The period that a cell holds and nothing else, or None."""
    if hasattr(value, "year") and hasattr(value, "month") and hasattr(value, "day"):
        return Period(value.year, value.month * 100 + value.day, "day") if value.year > 0 else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = re.sub(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$", "", str(value).strip())
    for pattern, make in _PATTERNS:
        match = pattern.fullmatch(text)
        if match and _is_possible(period := make(*match.groups())):
            return period
    match = re.fullmatch(r"(?:FY\s?)?" + _YEAR + r"\s*[년年]?", text, re.I)
    if match:
        return Period(int(match[1]), 0, "year")
    if match := re.fullmatch(_YEAR + r"(0[1-9]|1[0-2])([0-3]\d)?", text):
        day = int(match[3] or 0)
        period = Period(int(match[1]), int(match[2]) * 100 + day if day else int(match[2]), "day" if day else "month")
        return period if _is_possible(period) else None
    return None


def part_of_cell(value: Any, grain: str) -> int | None:
    """The number of a quarter or month in a cell of its own: "Q1", "1분기", "3월", "March", 3."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    if match := re.fullmatch(r"[Qq第]?\s*([1-9]|1[0-2]|0[1-9])\s*(?:[Qq]|분기|季度|월|月)?", text):
        part = int(match[1])
        return part if part <= {"quarter": 4, "month": 12}[grain] else None
    if grain == "month" and re.fullmatch(_MONTH_WORD, text, re.I):
        return _month_of(text)
    return None


def of_nameless_cell(value: Any) -> Period | None:
    """The month or quarter of a cell that names no year: "3월", "March", "Q1"; None for a bare number."""
    if not re.search(r"\D", str(value).strip()):
        return None
    for grain, mark in (("quarter", r"[Qq]|분기|季"), ("month", r"월|月|^[A-Za-z]{3,}")):
        if re.search(mark, str(value)) and (part := part_of_cell(value, grain)):
            return Period(NAMELESS, part, grain)
    return None


def in_text(text: str, years: tuple[int, int] | None) -> Iterator[tuple[int, int, Period]]:
    """Start, end and period of each mention in a sentence.

    A bare number such as 2032 is a year only within two years of `years`, the first and last of the data.
    """
    taken = [False] * len(text)

    def take(pattern: re.Pattern[str], make: Any) -> Iterator[tuple[int, int, Period]]:
        for match in pattern.finditer(text):
            if any(taken[match.start() : match.end()]):
                continue
            period = make(match)
            if period is None or not _is_possible(period):
                continue
            taken[match.start() : match.end()] = [True] * (match.end() - match.start())
            yield match.start(), match.end(), period

    def whole_year(match: re.Match[str]) -> Period | None:
        year = int(match[1])
        if not match[2] and (years is None or not years[0] - 2 <= year <= years[1] + 2):
            return None
        return Period(year, 0, "year")

    for pattern, make in _PATTERNS:
        yield from take(pattern, lambda match, make=make: make(*match.groups()))
    yield from take(_YEAR_ALONE, whole_year)
    for pattern, make in _SEASONS:
        for start, end, season in take(pattern, lambda match, make=make: make(*match.groups())):
            yield start, end, replace(season, year=NAMELESS) if years == (NAMELESS, NAMELESS) else season
