"""The years, quarters and months that a sentence chooses: "2024년 3분기", "since 2023", "in February 2025", "Q4"."""

import re

from .plan import Filter
from .tables import Table

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_WORD = (
    r"(january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_YEAR = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
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


def period_filter(text: str, table: Table) -> Filter | None:
    """The periods that a sentence chooses, or None; `values` are years, quarters, months, "Q4" or "M02"."""
    if not table.periods or table.periods.kind == "label":
        return None
    values, span = _named(text)
    if not values:
        return None
    if len(values) == 1 and not values[0].startswith(("Q", "M")):
        before, after = text[: span[0]], text[span[1] :]
        for sign, follows, leads in _BOUNDS:
            if re.match(follows, after) or (
                re.search(leads, before, re.I) and not re.match(r"\s*(?:to|-|until)\b", after)
            ):
                return Filter("period", values, bound=sign)
    return Filter("period", values)


def _named(text: str) -> tuple[tuple[str, ...], tuple[int, int]]:
    """The periods named, and the place of the last of them."""
    places: dict[str, tuple[int, int]] = {}
    for found in re.finditer(
        r"(20\d{2}|19\d{2})\s?(?:년|-|年|년도|\.)?\s?(?:Q([1-4])|第?([1-4])\s?(?:분기|季度)|([1-4])Q)", text, re.I
    ):
        places[f"{found[1]}-Q{found[2] or found[3] or found[4]}"] = found.span()
    for found in re.finditer(r"Q([1-4])[\s,of]{1,5}(20\d{2}|19\d{2})", text, re.I):
        places[f"{found[2]}-Q{found[1]}"] = found.span()
    if not places:
        for found in re.finditer(r"(20\d{2}|19\d{2})\s?(?:년|年|-|/|\.)\s?(0?[1-9]|1[0-2])(?:월|月|(?![\d-]))", text):
            places[f"{found[1]}-{int(found[2]):02d}"] = found.span()
        for found in re.finditer(rf"\b{_MONTH_WORD},?\s(?:of\s)?(20\d{{2}}|19\d{{2}})\b", text, re.I):
            places[f"{found[2]}-{_month(found[1]):02d}"] = found.span()
    if places:
        return tuple(places), max(places.values())
    if span := re.search(rf"{_YEAR}\s?(?:년)?\s?(?:~|-|–|부터|에서|to|through|until|and|到|至)\s?{_YEAR}", text):
        first, last = sorted((int(span[1]), int(span[2])))
        if "and" not in span[0] and last - first < 100:
            return tuple(str(year) for year in range(first, last + 1)), span.span()
    for found in re.finditer(rf"{_YEAR}\s?(?:년도?|年)?", text):
        places[found[1]] = found.span()
    if places:
        return tuple(places), max(places.values())
    season = re.search(r"(?<![\d])([1-4])\s?분기(?!별)|\bQ([1-4])\b|(first|second|third|fourth) quarter", text, re.I)
    if season:
        names = ["first", "second", "third", "fourth"]
        number = season[1] or season[2] or str(names.index(season[3].lower()) + 1)
        return (f"Q{number}",), season.span()
    months = [int(m) for m in re.findall(r"(?<![\d개])(1[0-2]|[1-9])월(?!별|간|평균)", text)]
    months += [_month(m) for m in re.findall(rf"\b(?:in|of|during|for|every)\s{_MONTH_WORD}(?![a-z])", text, re.I)]
    return tuple(dict.fromkeys(f"M{month:02d}" for month in months)), (0, 0)


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1
