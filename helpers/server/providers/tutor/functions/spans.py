"""Spans of time that are named as one: “last month”, “이번 주”, “2024年”, “the past 7 days”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..plan import add_months
from .moments import months_in, years_in


@dataclass(frozen=True)
class TimeSpan:
    """The first and the last day of a span, and where the text names it."""

    first: date
    last: date
    start: int
    end: int


_HAN_WEEK = r"{0}周(?![一二三四五六日末])|{0}个?星期(?![一二三四五六日])"
_KO_WEEK = r"{0} ?주(?!말| ?[월화수목금토일]요일)"
_WEEKS = tuple(
    (f"{_KO_WEEK.format(korean)}|{english}|{_HAN_WEEK.format(chinese)}", ahead)
    for korean, english, chinese, ahead in (
        ("(?:지난|저번)", r"\b(?:last|past) week\b", "上", -1),
        ("이번", r"금주|\bthis week\b", "[这本]", 0),
        ("(?<!다)다음", r"\bnext week\b", "下", 1),
    )
)
_WEEKENDS = (
    (r"지난 ?주말|\blast weekend\b|上周末", -1),
    (r"이번 ?주말|\bthis weekend\b|[这本]周末", 0),
    (r"다음 ?주말|\bnext weekend\b|下周末", 1),
)
_PAST_DAYS = re.compile(
    r"(?:지난|최근) ?(?P<ko>\d{1,3}) ?일(?:간|동안)?|\b(?:last|past) (?P<en>\d{1,3}) days\b|"
    r"(?:最近|过去) ?(?P<zh>\d{1,3}) ?天",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?<!\d)(?P<ko>(?:19|20)\d\d) ?[년年](?!\s?\d)|\b(?:in|for|of|during) (?P<en>(?:19|20)\d\d)\b(?![-/.]\d)"
)


def spans_in(text: str, today: date | None) -> tuple[TimeSpan, ...]:
    """Every span of the text, in order; of those that overlap the longest."""
    found = sorted(_all(text, today), key=lambda one: (one.start, -one.end))
    kept: list[TimeSpan] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _all(text: str, today: date | None) -> Iterator[TimeSpan]:
    for month in months_in(text, today):
        if month.sure:
            first = date.fromisoformat(f"{month.value}-01")
            yield TimeSpan(first, add_months(first, 1) - timedelta(days=1), month.start, month.end)
    for match in _YEAR.finditer(text):
        yield _whole_year(int(match["ko"] or match["en"]), *match.span())
    for year in years_in(text, today):
        behind = next((one for one in months_in(text, today) if not text[year.end : one.start].strip()), None)
        if behind is None:
            yield _whole_year(int(year.value), year.start, year.end)
    if today is None:
        return
    monday = today - timedelta(days=today.weekday())
    for patterns, begins in ((_WEEKS, 0), (_WEEKENDS, 5)):
        for pattern, ahead in patterns:
            for match in re.finditer(pattern, text, re.IGNORECASE):
                week = monday + timedelta(days=7 * ahead)
                yield TimeSpan(week + timedelta(days=begins), week + timedelta(days=6), *match.span())
    for match in _PAST_DAYS.finditer(text):
        days = int(match["ko"] or match["en"] or match["zh"])
        yield TimeSpan(today - timedelta(days=days), today, *match.span())


def _whole_year(year: int, start: int, end: int) -> TimeSpan:
    return TimeSpan(date(year, 1, 1), date(year, 12, 31), start, end)
