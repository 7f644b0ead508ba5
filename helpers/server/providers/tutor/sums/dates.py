"""Dates in a sentence: 2025-03-01, 2025년 3월 1일, March 1, 2025, 2025年3月1日, 3/1, 오늘."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_SHAPES = [
    r"(?<![\d.])(?P<y>\d{4})\s?[-./]\s?(?P<m>\d{1,2})\s?[-./]\s?(?P<d>\d{1,2})\.?(?![\d/])",
    r"(?:(?P<y>\d{4})\s?[년年]\s?)?(?<!\d)(?P<m>\d{1,2})\s?[월月]\s?(?P<d>\d{1,2})\s?[일日号]",
    rf"\b{_MONTH.format('name')}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s+(?P<y>\d{{4}})\b)?",
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('name')}(?:,?\s+(?P<y>\d{{4}})\b)?",
    r"(?<![\d./])(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})(?![\d/])",
]
_NAMED = [
    (r"오늘|\btoday\b|今天|지금부터", 0),
    (r"내일|\btomorrow\b|明天", 1),
    (r"어제|\byesterday\b|昨天", -1),
]
_FEASTS = [(r"크리스마스|성탄절|\bchristmas\b|圣诞节", 12, 25), (r"새해 첫날|\bnew year's day\b|元旦", 1, 1)]


@dataclass(frozen=True)
class Day:
    """A date in a text. `year` is None where none was written; `ahead` counts days from today where it is named so."""

    month: int
    day: int
    year: int | None
    start: int
    end: int
    ahead: int | None = None

    @property
    def needs_today(self) -> bool:
        return self.ahead is not None

    def on(self, year: int) -> date:
        """The date, in that year where its own is not written."""
        if self.ahead is not None:
            return date.today() + timedelta(days=self.ahead)
        return date(self.year or year, self.month, self.day)


def days(text: str) -> tuple[Day, ...]:
    """Every date of the text, in order. A day that the calendar does not have (30 February) is no date."""
    found: list[Day] = []
    for shape in _SHAPES:
        for match in re.finditer(shape, text, re.IGNORECASE):
            parts = match.groupdict()
            name = parts.get("name")
            month = _MONTHS.index(name[:3].lower()) + 1 if name else int(parts["m"])
            year = int(parts["y"]) if parts.get("y") else None
            if _exists(year or 2024, month, int(parts["d"])):
                found.append(Day(month, int(parts["d"]), year, match.start(), match.end()))
    for pattern, ahead in _NAMED:
        found += [Day(1, 1, None, m.start(), m.end(), ahead) for m in re.finditer(pattern, text, re.IGNORECASE)]
    for pattern, month, day in _FEASTS:
        found += [Day(month, day, None, m.start(), m.end()) for m in re.finditer(pattern, text, re.IGNORECASE)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Day] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
