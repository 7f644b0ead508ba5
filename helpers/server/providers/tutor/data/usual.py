"""What is usual where a sentence leaves something open: the grain, the measure, the aggregate, the kind of chart."""

import re
from collections.abc import Sequence

from .asked_names import asked_thing
from .choices import flag_values
from .cycles import kind_of
from .names import concept_of, core, core_name, find, is_subject, mentioned_concepts, unit_of
from .periods import month_of
from .picking import MINUS
from .plan import WITHOUT_PERIODS, Plan
from .tables import Table
from .wishes import Wish

# Measures of which a sum says nothing: rates, waiting times, satisfaction.
_MEAN_NAMES = (
    r"\bPM\s?(?:2\.5|10)|\bAQI\b|미세먼지|단가|1인당|평균|\bunit (?:cost|price)|\b(?:average|avg|mean)\s|"
    r"연봉|\bsalary\b|월세|전세|보증금|임대료|시세|\brent\b|지연|\bdelay\b|점유|"
    r"진동|압력|소음|전압|두께|\b(?:vibration|pressure|voltage|noise|thickness|torque|rpm|viscosity)\b|"
    r"대기|소요|응답|체류|(?<![가-힣])율$|률$|비율|만족도|농도|습도|지수|속도|"
    r"\b(wait(ing)?|response|lead|delivery|dwell)\b|\b(rate|ratio|satisfaction|humidity|index|speed)\b|满意度|率$"
)
_AMOUNT = r"금액|요금|액$|액\s?\(|\bamount|\btotal|\bcharge|만원|억원|[$€₩£]|_usd\b|金额"
_MEAN_CONCEPTS = {
    "price", "temperature", "score", "rating", "age", "margin", "open price", "high price", "low price", "close price",
    "weight", "height", "bounce", "churn", "math", "korean", "english", "science", "social",
}  # fmt: skip
# Units of what has no sum.
_MEAN_UNITS = ("ppm", "ppb", "%", "℃", "°C", "㎍/㎥", "µg/m³", "μg/m³", "dB", "hPa", "km/h", "m/s", "bpm", "점")
# What rows are like; seldom what a table is about.
_DESCRIBING = ("age", "floor area", "distance", "weight", "height")
_SURVEY = re.compile(r"^Q\d|문항|만족|설문|survey|likert|questionnaire|问卷", re.I)


def asked_grain(wish: Wish, table: Table) -> str | None:
    if not table.periods:
        return None
    had = table.periods.grains()
    asked = [grain for grain in wish.grains if grain in had]
    if not asked and any(_split_by(wish.text, column) for column in table.periods.columns):
        return default_grain(table)
    return asked[0] if asked else None


def _split_by(text: str, column: str) -> bool:
    """True where a sentence splits by the column of periods itself: "by Season", "회차별"."""
    word = re.escape(core(column)).replace("\\ ", "[ _]?")
    return bool(
        re.search(rf"{word}\s?(?:별|마다)|\b(?:by|per|for each|each|every|over)\s(?:the\s)?{word}\b", text, re.I)
    )


def threshold_grain(text: str, table: Table) -> str | None:
    """The periods that a condition is asked of ("which months were above 100"); None where single rows are meant."""
    nouns = {
        "year": r"해|연도|년도|\byears?\b|年",
        "quarter": r"분기|\bquarters?\b|季度",
        "month": r"달|월|\bmonths?\b|月",
    }
    had = table.periods.grains() if table.periods else ()
    return next((grain for grain, noun in nouns.items() if grain in had and re.search(noun, text, re.I)), None)


def default_grain(table: Table) -> str:
    assert table.periods
    column = next((c for c in table.columns if c.name.strip() == table.periods.columns[0]), None)
    if table.periods.grain != "day" or column is None:
        return table.periods.grain
    months = [month_of(value, table.periods.notation) for value in column.values]
    if any(month is None for month in months):
        return "month" if column.distinct > 40 else "day"
    if len(set(months)) < len(months):
        return "month" if column.distinct > 40 or len(set(months)) >= 6 else "day"
    within = {(month or 0) % 12 for month in months}
    return "year" if len(within) == 1 and len(months) > 1 else "quarter" if _three_apart(within) else "month"


def window_grain(text: str, had: Sequence[str]) -> str | None:
    """The grain of "7-day" or "3개월" before a moving average; None where the table cannot be split so."""
    units = {
        "day": r"\d+\s?(?:일|天|日)|\d+[- ]days?",
        "week": r"\d+\s?(?:주|周)|\d+[- ]weeks?",
        "month": r"\d+\s?(?:개월|달|个月)|\d+[- ]months?",
        "quarter": r"\d+\s?개?\s?(?:분기|季度)|\d+[- ]quarters?",
        "year": r"\d+\s?(?:년|年)(?!\d)|\d+[- ]years?",
    }
    return next((grain for grain, unit in units.items() if grain in had and re.search(unit, text, re.I)), None)


def _three_apart(months: set[int]) -> bool:
    return len(months) > 1 and len({month % 3 for month in months}) == 1


def needs_time(text: str, chart: str | None, groups: tuple[str, ...], operation: str | None) -> bool:
    if operation in ("correlation", "distribution", "missing", "duplicates", "outliers", "describe"):
        return False
    if operation in ("growth", "overall growth", "cumulative", "cagr", "moving", "forecast"):
        return True
    if any(kind_of(group) for group in groups):
        return False
    if chart in ("line", "area"):
        return True
    if re.search(r"추이|흐름|변화|trend|over time|evolv|develop|\bchanged?\b|趋势|变化", text, re.I):
        return True
    return chart == "auto" and not groups


def totals_only(text: str) -> bool:
    return bool(re.search(r"전체|총|합계|모두|합쳐|total|overall|altogether|总|合计", text, re.I)) and not re.search(
        r"별|각|each|by product|各", re.sub(r"(분기|월|연도|년도|년|일)별", "", text), re.I
    )


def rank_group(text: str, table: Table) -> tuple[str, ...]:
    concepts = mentioned_concepts(text)
    for group in table.groups:
        if concept_of(group) in concepts:
            return (group,)
    noun = asked_thing(text)
    for group in table.groups:
        ends = {core(value)[-1:] for value in table.values(group)}
        if noun and (core(group).endswith(noun) or ends == {noun}):
            return (group,)
    return table.groups[:1]


def restyles(wish: Wish) -> bool:
    return not wish.operation and not wish.ranks


def lag(wish: Wish, grain: str | None) -> int:
    return {"month": 12, "quarter": 4}.get(grain or "", 1) if wish.yearly_change else 1


def main_measure(table: Table) -> str:
    return min(table.measures, key=lambda name: _rank(name, table))


def only_describes(name: str, table: Table) -> bool:
    """True for a measure that says what a row is like (an age, a distance, yes or no), not what it is worth."""
    column = next((c for c in table.columns if c.name.strip() == name), None)
    return concept_of(name) in _DESCRIBING or bool(column and flag_values(column.values))


def _rank(name: str, table: Table) -> int:
    order = ["revenue", "profit", "close price", "quantity", "cost"]
    concept = concept_of(name) or ""
    if only_describes(name, table):
        return 10
    if re.search(_MEAN_NAMES, core_name(name), re.I):
        return 6 if re.search(_AMOUNT, name, re.I) else 9
    return order.index(concept) if concept in order else 6 if re.search(_AMOUNT, name, re.I) else 8


def usual_aggregate(measures: Sequence[str], table: Table, before: Plan | None) -> str:
    if before and tuple(measures) == before.measures:
        return before.aggregate
    names = [table.value_name] if table.series else list(measures)
    if all((unit_of(name) or table.written_unit(name)) in _MEAN_UNITS for name in names):
        return "mean"
    if all(is_subject(name) or re.search(_MEAN_NAMES, core_name(name), re.I) for name in names):
        return "mean"
    file = re.sub(r"\.\w+$", "", table.reading.filename)
    if all(_on_a_scale(name, file, table) for name in names):
        return "mean"
    return "mean" if all((concept_of(name) or concept_of(file)) in _MEAN_CONCEPTS for name in names) else "sum"


def _on_a_scale(name: str, file: str, table: Table) -> bool:
    """True for the answers of a survey: whole numbers from 0 or 1 to at most 10."""
    column = next((c for c in table.columns if c.name.strip() == name), None)
    if column is None or not (_SURVEY.search(name) or _SURVEY.search(file)):
        return False
    return bool(column.values) and all(re.fullmatch(r"(10|\d)(\.0)?", value) for value in column.values)


def names_all(text: str, measures: Sequence[str], result: str) -> bool:
    """True where two measures and their difference are all asked for: "revenue, cost and profit"."""
    parts = [max(find(text, word) for word in (measure, core_name(measure))) for measure in measures]
    return all(place >= 0 for place in parts) and find(text, result) >= 0 and not re.search(MINUS, text, re.I)


def asks_items(text: str) -> bool:
    """True where a sentence speaks of the items that were marked or asked about."""
    return bool(re.search(r"항목|문항|지표|영역|\baspects?\b|\bcriteri|\bitems?\b|各项", text, re.I))


def parallel_measures(text: str, table: Table) -> tuple[str, ...]:
    """The measures that are like categories: subjects of an exam, the questions of a survey where it asks of them."""
    subjects = tuple(m for m in table.measures if is_subject(m))
    if len(subjects) > 1 or not (asks_items(text) or "question" in mentioned_concepts(text)):
        return subjects
    return tuple(m for m in table.measures if _on_a_scale(m, table.reading.filename, table))


def score_word(text: str) -> str:
    """What marks are called, in the language of the sentence."""
    return "점수" if re.search("[가-힣]", text) else "score" if re.search("[a-z]", text, re.I) else "分数"


def two_measures(measures: Sequence[str], table: Table) -> tuple[str, ...]:
    pool = table.series or table.measures
    chosen = [m for m in measures if m in pool]
    return tuple((chosen if len(chosen) >= 2 else [*chosen, *(m for m in pool if m not in chosen)])[:2])


def chart_kind(chart: str | None, plan: Plan) -> str | None:
    """The kind of chart that suits: as asked, as far as it can be drawn with this result."""
    if chart is None or plan.operation in ("missing", "duplicates", "describe"):
        return None
    if plan.operation == "correlation":
        return "scatter"
    if plan.operation in WITHOUT_PERIODS:
        return "bar"
    if chart == "auto":
        return "line" if plan.grain else "bar"
    if chart in ("line", "area") and not plan.grain and not (plan.groups and kind_of(plan.groups[0])):
        return "bar"
    if chart == "heatmap" and not (plan.groups and (plan.grain or len(plan.groups) > 1)):
        return "bar"
    if chart == "stacked" and not (plan.groups and (plan.grain or len(plan.groups) > 1)):
        return "bar"
    return chart
