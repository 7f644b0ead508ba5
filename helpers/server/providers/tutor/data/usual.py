"""What is usual where a sentence leaves something open: the grain, the measure, the aggregate, the kind of chart."""

import re
from collections.abc import Sequence

from .names import concept_of, core_name, find, mentioned_concepts
from .periods import month_of
from .picking import MINUS
from .plan import WITHOUT_PERIODS, Plan
from .tables import Table
from .wishes import Wish

_SUBJECTS = r"국어|수학|영어|과학|사회|역사|math(ematics)?|english|science|history|reading|writing|语文|数学|英语"
# Measures of which a sum says nothing: rates, waiting times, satisfaction.
_MEAN_NAMES = (
    r"대기|소요|응답|체류|(?<![가-힣])율$|률$|비율|만족도|농도|습도|지수|속도|"
    r"\b(wait(ing)?|response|lead|delivery|dwell)\b|\b(rate|ratio|satisfaction|humidity|index|speed)\b|满意度|率$"
)
_MEAN_CONCEPTS = {"price", "temperature", "score", "rating", "age", "margin"}


def asked_grain(wish: Wish, table: Table) -> str | None:
    if not table.periods:
        return None
    had = table.periods.grains()
    asked = [grain for grain in wish.grains if grain in had]
    return asked[0] if asked else None


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
        return "month" if column.distinct > 40 else "day"
    within = {(month or 0) % 12 for month in months}
    return "year" if len(within) == 1 and len(months) > 1 else "quarter" if _three_apart(within) else "month"


def _three_apart(months: set[int]) -> bool:
    return len(months) > 1 and len({month % 3 for month in months}) == 1


def needs_time(text: str, chart: str | None, groups: tuple[str, ...], operation: str | None) -> bool:
    if operation in ("correlation", "distribution", "missing", "outliers", "describe"):
        return False
    if chart in ("line", "area") or operation in ("growth", "overall growth", "cumulative"):
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
    return table.groups[:1]


def restyles(wish: Wish) -> bool:
    return not wish.operation and not wish.ranks


def lag(wish: Wish, grain: str | None) -> int:
    return {"month": 12, "quarter": 4}.get(grain or "", 1) if wish.yearly_change else 1


def main_measure(table: Table) -> str:
    order = ["revenue", "profit", "quantity", "cost"]
    ranked = sorted(table.measures, key=lambda m: order.index(c) if (c := concept_of(m) or "") in order else 9)
    return ranked[0]


def usual_aggregate(measures: Sequence[str], table: Table, before: Plan | None) -> str:
    if before and tuple(measures) == before.measures:
        return before.aggregate
    names = [table.value_name] if table.series else list(measures)
    if all(is_subject(name) or re.search(_MEAN_NAMES, core_name(name), re.I) for name in names):
        return "mean"
    file = re.sub(r"\.\w+$", "", table.reading.filename)
    return "mean" if all((concept_of(name) or concept_of(file)) in _MEAN_CONCEPTS for name in names) else "sum"


def names_all(text: str, measures: Sequence[str], result: str) -> bool:
    """True where two measures and their difference are all asked for: "revenue, cost and profit"."""
    parts = [max(find(text, word) for word in (measure, core_name(measure))) for measure in measures]
    return all(place >= 0 for place in parts) and find(text, result) >= 0 and not re.search(MINUS, text, re.I)


def is_subject(name: str) -> bool:
    """True for a school subject, whose values are marks."""
    return bool(re.fullmatch(_SUBJECTS, core_name(name), re.I))


def score_word(text: str) -> str:
    """What marks are called, in the language of the sentence."""
    return "점수" if re.search("[가-힣]", text) else "score" if re.search("[a-z]", text, re.I) else "分数"


def two_measures(measures: Sequence[str], table: Table) -> tuple[str, ...]:
    pool = table.series or table.measures
    chosen = [m for m in measures if m in pool]
    return tuple((chosen if len(chosen) >= 2 else [*chosen, *(m for m in pool if m not in chosen)])[:2])


def chart_kind(chart: str | None, plan: Plan) -> str | None:
    """The kind of chart that suits: as asked, as far as it can be drawn with this result."""
    if chart is None or plan.operation in ("missing", "describe"):
        return None
    if plan.operation == "correlation":
        return "scatter"
    if plan.operation in WITHOUT_PERIODS:
        return "bar"
    if chart == "auto":
        return "line" if plan.grain else "bar"
    if chart in ("line", "area") and not plan.grain:
        return "bar"
    if chart == "heatmap" and not (plan.groups and (plan.grain or len(plan.groups) > 1)):
        return "bar"
    if chart == "stacked" and not (plan.groups and (plan.grain or len(plan.groups) > 1)):
        return "bar"
    return chart
