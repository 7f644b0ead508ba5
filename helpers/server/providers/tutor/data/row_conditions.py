"""Rows that are kept by a number in one column while another is asked for: "60㎡ 이상인 집의 평균 월세", "30대"."""

import re
from collections.abc import Sequence

from .conditions import condition_place, unit_of_threshold
from .names import concept_of, meant, unit_of
from .plan import Filter
from .tables import Table

_REACH = 30
_COUNTS = (
    r"how many|number of|몇\s?(?:명|건|개|곳|번|채|대)|(?:건|인원|명|개)?수(?=[를는가은]|\s|$)|多少(?:个|人|条|次)"
)


def conditioned(text: str, table: Table) -> str:
    """The measure that a condition is on; empty where the sentence does not tell it from what it asks for."""
    place = condition_place(text)
    if place < 0 or table.series or table.period_columns:
        return ""
    before = meant(text[max(0, place - _REACH) : place], table.measures)
    if before:
        return before[-1]
    unit = unit_of_threshold(text)
    fitting = [m for m in table.measures if unit and (unit_of(m) or "").casefold() == unit]
    if not fitting and unit in ("세", "살"):
        fitting = [m for m in table.measures if concept_of(m) == "age"]
    return fitting[0] if len(fitting) == 1 else ""


def keeps_rows(text: str, condition: str, said: Sequence[str], groups: Sequence[str]) -> bool:
    """True where a condition chooses rows: something else is measured, or the rows are counted by group."""
    other = [m for m in said if m != condition]
    return bool(other) or bool(groups and re.search(_COUNTS, text, re.I))


def lateness(text: str, table: Table) -> tuple[str, str] | None:
    """(measure, sign) of flights that were early, late or on time, by the column of their delays; None for none."""
    delays = [m for m in table.measures if re.search(r"delay|지연|연착|延误", m, re.I)]
    if not delays or not re.search(rf"{_COUNTS}|비율|\bshare\b|percent|proportion", text, re.I):
        return None
    for sign, words in (
        ("<", r"\bearly\b|일찍|조기"),
        ("<=", r"\bon time\b|정시|准点"),
        (">", r"\blate\b|늦게|늦은|晚点"),
    ):
        if re.search(words, text, re.I):
            leaving = re.search(r"depart|\bleft\b|출발|이륙|起飞", text, re.I)
            kind = r"depart|출발|起飞" if leaving else r"arriv|도착|到达"
            return next((m for m in delays if re.search(kind, m, re.I)), delays[0]), sign
    return None


def exactly(text: str, table: Table) -> Filter | None:
    """Rows with one certain mark: "맛에 5점을 준 학생", "rated Price 5"; None where none is asked for."""
    found = re.search(
        r"(?<![\d.])(\d{1,3})\s?점(?:을|를)?\s?(?:준|인|받은|맞은|매긴|이라고)|"
        r"\b(?:gave|rated|scored|answered)\s(?:\w+\s){0,4}?(\d{1,3})\b|(?:给了?|评分为?|打了?)(\d{1,3})分的?",
        text,
        re.I,
    )
    if not found or table.series or table.period_columns or not re.search(_COUNTS, text, re.I):
        return None
    said = meant(text[: found.end()], table.measures)
    number = found[1] or found[2] or found[3]
    return Filter(said[-1], (number,), bound="==") if said else None


def age_bands(text: str, table: Table) -> tuple[Filter, ...]:
    """ "30대", "in their 30s" for a column of ages in years."""
    age = next((m for m in table.measures if concept_of(m) == "age"), "")
    found = re.search(r"(?<!\d)([1-9])0대(?![가-힣]{3})|\bin their ([1-9])0s\b|(?<!\d)([1-9])0多?岁", text)
    if not age or not found:
        return ()
    first = int(found[1] or found[2] or found[3]) * 10
    return (Filter(age, (str(first),), bound=">="), Filter(age, (str(first + 10),), bound="<"))
