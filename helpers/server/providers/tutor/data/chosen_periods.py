"""The periods that a sentence chooses: "2024년 3분기", "since 2023", "March to May", "6~8월", "the last 3 months"."""

import re
from dataclasses import dataclass
from itertools import pairwise

from .periods import month_number
from .plan import Filter
from .tables import Table

_MONTH_WORD = (
    r"(january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_YEAR = r"(?<![\d.])((?:19|20)\d{2})(?![\d.]\d|\d)"
_MONTH = r"(0?[1-9]|1[0-2])"
_DAY = r"(0?[1-9]|[12]\d|3[01])"
_ORDINALS = ("first", "second", "third", "fourth")
# What stands right after (Korean, Chinese) or right before (English) a period that only bounds the choice.
_BOUNDS = [
    (
        ">=",
        r"\s?(?:이후|이래|부터)(?!.{0,12}까지)|\s?(?:以来|以后|起)",
        r"\b(?:since|from|starting(?: in| from)?)\s(?:the\s)?$",
    ),
    (">", r"(?!)", r"\bafter\s(?:the\s)?$"),
    ("<=", r"\s?(?:이전|까지)|\s?(?:为止|以前)", r"\b(?:until|through|up to|up until)\s(?:the\s)?$"),
    ("<", r"\s전(?:에|의|까지)?(?![가-힣])|之前", r"\bbefore\s(?:the\s)?$"),
]
_RANGE = re.compile(r"\s?(?:년도?|年)?\s?(?:~|〜|-|–|—|부터|에서|to|through|until|till|到|至)\s?(?:the\s)?", re.I)
_AND = re.compile(r"\s?(?:,?\s?and|과|와|하고)\s?(?:the\s)?", re.I)
_COMPARES = re.compile(r"difference|compar|change|grow|grew|차이|비교|변화|증가|성장", re.I)
_SEASONS = {
    r"봄(?:철|에|의|\s)|\bspring\b": (3, 4, 5),
    r"여름|\bsummer\b": (6, 7, 8),
    r"가을|\bautumn\b|\bfall season\b": (9, 10, 11),
    r"겨울|\bwinter\b": (12, 1, 2),
}
_HALVES = (
    (r"상반기|\bfirst half\b|\bH1\b|上半年", (1, 2)),
    (r"하반기|\bsecond half\b|\bH2\b|下半年", (3, 4)),
)
_RECENT = re.compile(
    r"(?:최근|지난|마지막|직전)\s?(?:(?P<n>\d+|한|두|세)\s?)?(?P<ko>일|주|개월|달|분기|년|해)(?:간|동안)?(?![가-힣]{3})|"
    r"\b(?:the\s)?(?:last|latest|past|most recent|final)\s(?:(?P<m>\d+|two|three|four|six|twelve)\s)?"
    r"(?P<en>day|week|month|quarter|year)s?\b(?!\s(?:over|on)\b)|(?P<zh>最近|过去)(?P<k>\d+)个?(?P<unit>天|周|月|季度|年)",
    re.I,
)
_UNITS = {"일": "day", "주": "week", "개월": "month", "달": "month", "분기": "quarter", "년": "year", "해": "year"}
_UNITS |= {"天": "day", "周": "week", "月": "month", "季度": "quarter", "年": "year"}
_COUNTS = {"한": 1, "두": 2, "세": 3, "two": 2, "three": 3, "four": 4, "six": 6, "twelve": 12}


@dataclass(frozen=True)
class _Named:
    """A period in a sentence: 2024, 2024-Q1, 2024-03, 2024-03-05, or without a year Q1, M03, D03-05."""

    start: int
    end: int
    value: str


def period_filters(text: str, table: Table) -> tuple[Filter, ...]:
    """The periods that a sentence chooses; values are years, quarters, months, days, "Q4", "M02" or "D03-05".

    A span of days, months or quarters becomes two filters with bounds; "the last 3 months" one with `bound` "last 3".
    """
    if not table.periods:
        return ()
    named = _named(text)
    if table.periods.kind == "label":
        return _labelled(text, named, table)
    had = table.periods.grains()
    named = [one for one in named if _grain_of(one.value) in had]
    if not named:
        return _recent(text, table)
    if span := _span(text, named):
        return span
    values = tuple(dict.fromkeys(one.value for one in named))
    if len(values) == 1 and not values[0].startswith(("Q", "M", "D")):
        before, after = text[: named[-1].start], text[named[-1].end :]
        for sign, follows, leads in _BOUNDS:
            if re.match(follows, after) or (
                re.search(leads, before, re.I) and not re.match(r"\s*(?:to|-|until)\b", after)
            ):
                return (Filter("period", values, bound=sign),)
    return (Filter("period", values),)


def _grain_of(value: str) -> str:
    if "Q" in value:
        return "quarter"
    if "W" in value:
        return "week"
    if value.startswith("M") or len(value) == 7:
        return "month"
    return "year" if len(value) == 4 else "day"


def _named(text: str) -> list[_Named]:
    """Every period named, in the order of the sentence; where a year stands with its part, both are one."""
    found: list[_Named] = []
    rest = text

    def take(pattern: str, value: object) -> None:
        nonlocal rest
        for match in list(re.finditer(pattern, rest, re.I)):
            made = value(match)  # type: ignore[operator]
            for one in [made] if isinstance(made, str) else made:
                found.append(_Named(match.start(), match.end(), one))
            rest = rest[: match.start()] + "\x00" * (match.end() - match.start()) + rest[match.end() :]

    take(rf"{_YEAR}\s?[년年./-]\s?{_MONTH}\s?[월月./-]\s?{_DAY}(?:일|日)?(?!\d)", lambda m: _date(m[1], m[2], m[3]))
    take(rf"\b{_MONTH_WORD}\s{_DAY}(?:st|nd|rd|th)?,?\s{_YEAR}", lambda m: _date(m[3], _month(m[1]), m[2]))
    take(rf"\b{_DAY}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH_WORD},?\s{_YEAR}", lambda m: _date(m[3], _month(m[2]), m[1]))
    take(
        rf"{_YEAR}\s?(?:년도?|-|年|\.)?\s?(?:Q([1-4])|第?([1-4])\s?(?:분기(?!별)|季度)|([1-4])Q)",
        lambda m: f"{m[1]}-Q{m[2] or m[3] or m[4]}",
    )
    take(rf"\bQ([1-4])[\s,of]{{1,5}}{_YEAR}", lambda m: f"{m[2]}-Q{m[1]}")
    take(rf"\b({'|'.join(_ORDINALS)}) quarter (?:of |in )?{_YEAR}", lambda m: f"{m[2]}-Q{_quarter(m[1])}")
    take(
        rf"{_YEAR}\s?(?:년|年|-)?\s?(?:W|第)?(0?[1-9]|[1-4]\d|5[0-3])\s?(?:주차?(?![가-힣]{{2}})|周)|{_YEAR}-?W(\d{{1,2}})(?!\d)",
        lambda m: f"{m[1] or m[3]}-W{int(m[2] or m[4]):02d}",
    )
    take(
        rf"\b(?:week|W|CW|KW)\s?(0?[1-9]|[1-4]\d|5[0-3])[\s,/-]{{1,2}}(?:of\s|in\s)?{_YEAR}",
        lambda m: f"{m[2]}-W{int(m[1]):02d}",
    )
    take(rf"{_YEAR}\s?(?:년|年|-|/|\.)\s?{_MONTH}(?:월|月|(?![\d-]))", lambda m: f"{m[1]}-{int(m[2]):02d}")
    take(rf"\b{_MONTH_WORD},?\s(?:of\s)?{_YEAR}\b", lambda m: f"{m[2]}-{_month(m[1]):02d}")
    for pattern, quarters in _HALVES:
        take(
            rf"(?:{_YEAR}\s?(?:년|年)?\s?)(?:{pattern})|(?:{pattern})\s(?:of\s)?(?P<y>(?:19|20)\d{{2}})",
            lambda m, q=quarters: [f"{m[1] or m['y']}-Q{n}" for n in q],
        )
        take(pattern, lambda m, q=quarters: [f"Q{n}" for n in q])
    whole = [one for one in found if one.value[0].isdigit()]
    if not whole:
        take(rf"(?:FY\s?)?{_YEAR}(?:\s?(?:년도?|年))?", lambda m: m[1])
        take(r"\bFY\s?'?(\d{2})(?!\d)", lambda m: f"20{m[1]}")
    before = len(found)
    take(rf"(?<![\d.]){_DAY}\s?[~–-]\s?{_DAY}일(?!\d)", lambda m: [])
    take(rf"(?<![\d.]){_MONTH}월\s?{_DAY}일", lambda m: f"D{int(m[1]):02d}-{int(m[2]):02d}")
    take(rf"\b{_MONTH_WORD}\s{_DAY}(?:st|nd|rd|th)?\b(?!\d)", lambda m: f"D{_month(m[1]):02d}-{int(m[2]):02d}")
    take(rf"(?<![\d.]){_MONTH}월?\s?[~–-]\s?{_MONTH}월(?!별)", lambda m: _months(int(m[1]), int(m[2])))
    take(r"(?<![\d.])([1-4])분?기?\s?[~–-]\s?([1-4])\s?분기(?!별)", lambda m: _quarters(int(m[1]), int(m[2])))
    take(rf"(?<![\d개.]){_MONTH}\s?(?:월|月)(?!별|간|평균|마다)", lambda m: f"M{int(m[1]):02d}")
    take(
        rf"\b(?<=in )(?:early |late )?{_MONTH_WORD}(?![a-z])|\b(?:of|during|for|every|from|to|through|until|between|"
        rf"vs\.?|versus|than|and|since|after|before|-|–|~)\s{_MONTH_WORD}(?![a-z])|"
        rf"\b{_MONTH_WORD}(?=\s(?:vs\.?|versus|and|to|through|until|compared)\b)",
        lambda m: f"M{_month(m[1] or m[2] or m[3]):02d}",
    )
    take(
        rf"(?<!\d)([1-4])\s?분기(?!별)|\bQ([1-4])\b|第?([1-4一二三四])季度|\b({'|'.join(_ORDINALS)}) quarter\b",
        lambda m: f"Q{_quarter(next(g for g in m.groups() if g))}",
    )
    if len(found) == before:
        for pattern, months in _SEASONS.items():
            take(pattern, lambda m, n=months: [f"M{month:02d}" for month in n])
    return _with_years(text, sorted(found, key=lambda one: one.start))


def _with_years(text: str, named: list[_Named]) -> list[_Named]:
    """Parts without a year take that of the sentence: "2024년 3월부터 5월까지", "from March to May 2024"."""
    years = {one.value[:4] for one in named if one.value[0].isdigit()}
    parts = [one for one in named if one.value[0] in "QMD"]
    if not parts or len(years) != 1:
        return [one for one in named if one.value[0].isdigit()] if years and parts and len(years) > 1 else named
    year = years.pop()
    kept = [one for one in named if len(one.value) > 4 and one.value[0].isdigit()]
    dated = [
        _Named(one.start, one.end, f"{year}-{one.value if one.value[0] == 'Q' else one.value[1:]}") for one in parts
    ]
    return sorted([*kept, *dated], key=lambda one: one.start)


def _span(text: str, named: list[_Named]) -> tuple[Filter, ...]:
    """A span from one period to another; empty where they only stand side by side."""
    for a, b in pairwise(named):
        between = text[a.end : b.start]
        lead = text[: a.start]
        joined = _RANGE.fullmatch(between) or re.fullmatch(r".{0,3}(?:부터|에서)\s?", between)
        joined = joined or re.fullmatch(r"\s(?:to|through|until|till)\s(?:\w+\s)?", between, re.I)
        if re.search(r"\bbetween\s(?:the\s)?$", lead, re.I) and _AND.fullmatch(between):
            joined = joined or (None if _COMPARES.search(text) else _AND.fullmatch(between))
        if re.match(r"\s?사이|\s?之间", text[b.end :]) and not _COMPARES.search(text):
            joined = joined or _AND.fullmatch(between)
        if not joined or len(a.value) != len(b.value) or a.value[0].isdigit() != b.value[0].isdigit():
            continue
        if a.value.isdigit():
            first, last = sorted((int(a.value), int(b.value)))
            if last - first < 100:
                return (Filter("period", tuple(str(year) for year in range(first, last + 1))),)
        if a.value.startswith("Q"):
            return (Filter("period", _quarters(int(a.value[1]), int(b.value[1]))),)
        if a.value.startswith("M"):
            return (Filter("period", _months(int(a.value[1:]), int(b.value[1:]))),)
        return (Filter("period", (a.value,), bound=">="), Filter("period", (b.value,), bound="<="))
    return ()


def _recent(text: str, table: Table) -> tuple[Filter, ...]:
    """ "the last 3 months" of the data; "compared with last year" chooses nothing."""
    assert table.periods
    found = _RECENT.search(text)
    if not found or re.match(r"\s?(?:대비|에 비해|보다|동기)", text[found.end() :]):
        return ()
    if re.search(r"(?:from|over|than|with|to|versus|vs\.?|previous|대비)\s(?:the\s)?$", text[: found.start()], re.I):
        return ()
    grain = _UNITS.get(found["ko"] or found["unit"] or "", (found["en"] or "").lower())
    word = (found["n"] or found["m"] or found["k"] or "1").lower()
    count = int(word) if word.isdigit() else _COUNTS[word]
    if found["ko"] and not (found["n"] or re.search(r"최근|마지막", found[0])):
        return ()
    if grain not in table.periods.grains():
        return ()
    return (Filter("period", (grain,), bound=f"last {count}"),)


def _labelled(text: str, named: list[_Named], table: Table) -> tuple[Filter, ...]:
    """Months or quarters of a table without years, which are chosen by their own labels ("Mar", "3월", "Q1")."""
    assert table.periods
    column = table.periods.columns[0]
    span = _span(text, named)
    values = [v for f in span for v in f.values] if span and not span[0].bound else [one.value for one in named]
    labels = []
    for label in table.period_labels:
        month, quarter = month_number(label), re.search(r"[1-4]", label)
        if (
            table.periods.grain == "month"
            and month
            and (f"M{month:02d}" in values or f"Q{(month - 1) // 3 + 1}" in values)
        ):
            labels.append(label)
        if table.periods.grain == "quarter" and quarter and f"Q{quarter[0]}" in values:
            labels.append(label)
    return (Filter(column, tuple(labels)),) if labels else ()


def _date(year: str, month: object, day: str) -> str:
    return f"{year}-{int(str(month)):02d}-{int(day):02d}"


def _month(word: str) -> int:
    return month_number(word) or 0


def _quarter(word: str) -> int:
    if word.lower() in _ORDINALS:
        return _ORDINALS.index(word.lower()) + 1
    return int(word) if word.isdigit() else "一二三四".index(word) + 1


def _months(first: int, last: int) -> tuple[str, ...]:
    numbers = range(first, last + 1) if first <= last else [*range(first, 13), *range(1, last + 1)]
    return tuple(f"M{month:02d}" for month in numbers)


def _quarters(first: int, last: int) -> tuple[str, ...]:
    return tuple(f"Q{n}" for n in range(first, last + 1))
