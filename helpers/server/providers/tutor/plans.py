"""A plan: exactly what to compute from which table, and what to draw. Made of a wish, a table and the plan before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .colors import assign
from .names import CONCEPTS, concept_of, core, find, meant, mention, mentioned_concepts, named
from .tables import Table
from .wishes import Wish

_MINUS = r"minus|less|빼|뺀|차감|차이|difference|차를|减|[^\s]\s?[-−–]\s?[^\s]"
_DIVIDED = r"나눈|나누|divided by|ratio|비율|당\s|per\b|/|除以|대비"
_MEAN_CONCEPTS = {"price", "temperature", "score", "rating", "age", "margin"}
_EXCLUDES = r"빼고|제외|말고|without|excluding|except|除了|不含"


@dataclass(frozen=True)
class Filter:
    """Rows to keep: `column` is a category or "period"; `values` are categories, or years or periods as text."""

    column: str
    values: tuple[str, ...]
    keep: bool = True


@dataclass(frozen=True)
class Plan:
    """What to compute: `measures` summed by `grain` and `groups`, then `derived` and `operation`, then drawn.

    `derived` is difference, ratio or margin of the two measures; `name` what the result is called.
    `totals` asks for the sum over the groups beside them.
    """

    measures: tuple[str, ...]
    name: str
    aggregate: str = "sum"
    derived: str | None = None
    grain: str | None = None
    groups: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    operation: str | None = None
    lag: int = 1
    ranks: bool = False
    ascending: bool = True
    limit: int | None = None
    chart: str | None = None
    colors: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    totals: bool = False


def plan_for(wish: Wish, table: Table, before: Plan | None, language: str) -> Plan | None:
    """The plan that grants a wish on a table, or None where the sentence names nothing that the table has."""
    text = wish.text
    series = bool(table.series)
    measures, derived, name = _measures(text, table)
    groups = _groups(text, table)
    filters = _filters(text, table)
    grain = _grain(wish, table)
    inherits = before is not None and (wish.continues or not measures) and not wish.operation == "describe"
    said_nothing = not (
        measures or groups or grain or filters or wish.operation or wish.chart or wish.ranks or wish.aggregate
    )
    if said_nothing and not (inherits and (wish.title or assign(text, ["-"]))):
        return None
    if inherits and before:
        if not measures:
            measures, derived, name = before.measures, before.derived, before.name
        if not groups and not (series and _totals_only(text)):
            groups = before.groups
        if not filters:
            filters = before.filters
        if grain is None and not _single_category_rank(wish, text, table):
            grain = before.grain
    if not measures and (series or table.measures):
        measures = table.series if series else (_main_measure(table),)
        name = table.value_name if series else measures[0]
    aggregate = wish.aggregate or _usual_aggregate(measures, table, before if inherits else None)
    if aggregate == "count" and not wish.aggregate:
        aggregate = "sum"
    if not table.measures and not series:
        if not groups and wish.operation not in ("missing", "describe"):
            groups = table.categories[:1]
        aggregate = "count"
    chart = wish.chart or (before.chart if inherits and before and (wish.continues and _restyles(wish)) else None)
    operation = wish.operation
    if chart == "histogram" or operation == "distribution":
        operation, chart = "distribution", "histogram"
    if chart == "scatter" or operation == "correlation":
        operation = "correlation"
        chart = chart or None
        measures = _two_measures(measures, table)
    if operation in ("growth",) and grain is None and table.periods and not groups:
        grain = _default_grain(table)
    if grain is None and table.periods and _needs_time(wish, text, chart, groups, operation):
        grain = _default_grain(table)
    if not groups and series and not derived and not _totals_only(text) and len(measures) > 1:
        groups = (table.series_name,)
    if not groups and grain is None and chart and not derived and operation not in ("correlation", "distribution"):
        groups = table.groups[:1]
    if not groups and wish.ranks and grain is None and table.groups and operation is None:
        groups = _rank_group(text, table)
    plan = Plan(
        measures=tuple(measures),
        name=name,
        aggregate=aggregate,
        derived=derived,
        grain=grain,
        groups=groups,
        filters=filters,
        operation=operation,
        lag=_lag(wish, grain),
        ranks=wish.ranks and operation is None,
        ascending=wish.ascending,
        limit=wish.limit,
        title=wish.title,
        totals=bool(groups) and bool(grain) and (wish.aggregate == "sum" or wish.wants_table),
    )
    plan = replace(plan, chart=_chart_kind(chart, plan, table))
    names = series_names(plan, table)
    colors = assign(text, names) or (dict(before.colors) if inherits and before else {})
    return replace(plan, colors=tuple((n, c) for n, c in colors.items() if n in names))


def series_names(plan: Plan, table: Table) -> list[str]:
    """The names of the lines or bars that the plan leads to, in their order."""
    if not plan.groups:
        return [plan.name] if plan.derived or len(plan.measures) == 1 else list(plan.measures)
    group = plan.groups[-1]
    values = list(table.values(group))
    if not (table.series and group == table.series_name):
        values.sort()
    for kept in plan.filters:
        if kept.column == group:
            values = [v for v in values if (v in kept.values) == kept.keep]
    return values


def _measures(text: str, table: Table) -> tuple[tuple[str, ...], str | None, str]:
    """(measures, derived, name of the result) that a sentence names; no measures where it names none."""
    pool = table.series or table.measures
    said = meant(text, pool) if not table.series else named(text, pool)
    concepts = mentioned_concepts(text)
    by_concept = {concept_of(name): name for name in reversed(pool)}
    revenue, cost = by_concept.get("revenue"), by_concept.get("cost")
    if not table.series:
        if "margin" in concepts and "margin" not in by_concept:
            profit = by_concept.get("profit")
            if revenue and profit:
                return (profit, revenue), "percent", _word(text, "margin")
            if revenue and cost:
                return (revenue, cost), "margin", _word(text, "margin")
        if "profit" in concepts and "profit" not in by_concept and revenue and cost:
            return (revenue, cost), "difference", _word(text, "profit")
    if len(said) == 2 and re.search(_MINUS, text, re.I) and "profit" not in by_concept:
        a, b = said
        return (a, b), "difference", f"{core_name(a)} − {core_name(b)}"
    if len(said) == 2 and re.search(_DIVIDED, text, re.I):
        a, b = said
        if re.search(r"당\s|로 나눈|대비", text) and re.search(
            rf"{re.escape(core(a))}\s?\S?\s?(당|대비)", text.casefold()
        ):
            a, b = b, a
        return (a, b), "ratio", f"{core_name(a)} / {core_name(b)}"
    if table.series:
        value_words = [table.value_name, *_synonyms(table.value_name)]
        return (table.series, None, table.value_name) if mention(text, value_words) >= 0 else ((), None, "")
    return tuple(said), None, said[0] if said else ""


def core_name(name: str) -> str:
    """A column's name without its unit, in its own case."""
    return re.sub(r"\s*[\(\[（].*?[\)\]）]", "", name).strip() or name


def _synonyms(name: str) -> list[str]:
    concept = concept_of(name)
    return CONCEPTS[concept] if concept else []


def _word(text: str, concept: str) -> str:
    """The word that the sentence itself uses for a concept."""
    words = [w for w in CONCEPTS[concept] if find(text, w) >= 0]
    return max(words, key=len) if words else CONCEPTS[concept][0]


def _groups(text: str, table: Table) -> tuple[str, ...]:
    """The categories that a sentence groups by, in its order."""
    pool = table.groups
    literal = meant(text, [g for g in pool])
    found = [g for g in literal if _grouping(text, g, table)]
    if (
        table.series
        and not found
        and re.search(r"제품|상품|품목|항목|종류|각각|product|item|series|each|产品|各", text, re.I)
    ):
        found = [table.series_name]
    if not found:
        for group in pool:
            values = table.values(group)
            if len(named(text, values)) >= 2 and not _excluding(text, values):
                found.append(group)
    return tuple(dict.fromkeys(found))[:2]


def _grouping(text: str, group: str, table: Table) -> bool:
    """A named category groups; but "지역 서울만" with one value of it only filters."""
    values = table.values(group)
    inside = [v for v in named(text, values) if find(text, v) >= 0]
    words = [group, *_synonyms(group)]
    said = [w for w in words if find(text, w) >= 0]
    explicit = any(
        re.search(
            rf"{re.escape(w)}\s?(별|마다)|(by|per|across|each|every|for each)\s(the\s|distribution\s)*{re.escape(w)}",
            text,
            re.I,
        )
        for w in said
    )
    return explicit or len(inside) != 1


def _filters(text: str, table: Table) -> tuple[Filter, ...]:
    filters: list[Filter] = []
    for group in table.groups:
        values = table.values(group)
        said = named(text, values) or _ordinal(text, group, values)
        if said and len(said) < len(values) and not _only_colored(text, said, values):
            filters.append(Filter(group, tuple(said), not _excluding(text, said)))
    if table.periods and (periods := periods_in(text, table)):
        filters.append(Filter("period", periods))
    return tuple(filters)


def periods_in(text: str, table: Table) -> tuple[str, ...]:
    """Years, quarters or months that a sentence chooses: ("2024",), ("2023", "2024"), ("2024-Q3",), ("Q4",)."""
    if not table.periods or table.periods.kind == "label":
        return ()
    quarters = re.findall(r"(20\d{2}|19\d{2})\s?(?:년|-|년도|\.)?\s?(?:Q([1-4])|([1-4])\s?분기|([1-4])Q)", text, re.I)
    quarters += [(y, q, "", "") for q, y in re.findall(r"Q([1-4])[\s,of]{1,5}(20\d{2}|19\d{2})", text, re.I)]
    if quarters:
        return tuple(dict.fromkeys(f"{year}-Q{a or b or c}" for year, a, b, c in quarters))
    months = re.findall(r"(20\d{2}|19\d{2})\s?(?:년|-|/|\.)\s?(0?[1-9]|1[0-2])(?:월|(?![\d-]))", text)
    if months:
        return tuple(dict.fromkeys(f"{year}-{int(month):02d}" for year, month in months))
    year = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
    if span := re.search(rf"{year}\s?(?:년)?\s?(?:~|-|–|부터|에서|to|through|until|and|到|至)\s?{year}", text):
        first, last = sorted((int(span[1]), int(span[2])))
        if "and" not in span[0] and last - first < 100:
            return tuple(str(y) for y in range(first, last + 1))
    years = list(dict.fromkeys(re.findall(year, text)))
    season = re.search(r"(?<![\d])([1-4])\s?분기(?!별)|\bQ([1-4])\b|(first|second|third|fourth) quarter", text, re.I)
    if season and not years:
        number = season[1] or season[2] or str(["first", "second", "third", "fourth"].index(season[3].lower()) + 1)
        return (f"Q{number}",)
    return tuple(years)


def _ordinal(text: str, group: str, values: Sequence[str]) -> list[str]:
    """ "2번째 제품", "the second channel" """
    words = [w for w in (group, *_synonyms(group)) if find(text, w) >= 0]
    if not words:
        return []
    noun = "|".join(re.escape(w) for w in words)
    found = re.search(
        rf"(\d+|첫|두|세|네|다섯)\s?번째\s?({noun})|(first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\s({noun})",
        text,
        re.I,
    )
    if not found:
        return []
    word = (found[1] or found[3]).lower()
    order = {
        "첫": 1,
        "두": 2,
        "세": 3,
        "네": 4,
        "다섯": 5,
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
    }
    number = order.get(word) or int(re.sub(r"\D", "", word))
    return [values[number - 1]] if number <= len(values) else []


def _excluding(text: str, values: Sequence[str]) -> bool:
    last = max((find(text, v) for v in values), default=-1)
    return last >= 0 and bool(re.search(_EXCLUDES, text, re.I))


def _only_colored(text: str, said: Sequence[str], values: Sequence[str]) -> bool:
    """True where the names stand in the sentence only to be given a colour."""
    return bool(assign(text, ["-"])) and len(said) >= 2 and len(assign(text, values)) >= len(said)


def _grain(wish: Wish, table: Table) -> str | None:
    if not table.periods:
        return None
    had = table.periods.grains()
    asked = [grain for grain in wish.grains if grain in had]
    return asked[0] if asked else None


def _default_grain(table: Table) -> str:
    assert table.periods
    column = next((c for c in table.columns if c.name.strip() == table.periods.columns[0]), None)
    return "month" if table.periods.grain == "day" and column and column.distinct > 40 else table.periods.grain


def _needs_time(wish: Wish, text: str, chart: str | None, groups: tuple[str, ...], operation: str | None) -> bool:
    if operation in ("correlation", "distribution", "missing", "outliers", "describe"):
        return False
    if chart in ("line", "area") or operation in ("growth", "cumulative"):
        return True
    if re.search(r"추이|흐름|변화|trend|over time|evolv|develop|趋势|变化", text, re.I):
        return True
    return chart == "auto" and not groups


def _totals_only(text: str) -> bool:
    return bool(re.search(r"전체|총|합계|total|overall|总|合计", text, re.I)) and not re.search(
        r"별|각|each|by product|各", re.sub(r"(분기|월|연도|년도|년|일)별", "", text), re.I
    )


def _single_category_rank(wish: Wish, text: str, table: Table) -> bool:
    return wish.ranks and bool(_groups(text, table))


def _rank_group(text: str, table: Table) -> tuple[str, ...]:
    concepts = mentioned_concepts(text)
    for group in table.groups:
        if concept_of(group) in concepts:
            return (group,)
    return table.groups[:1]


def _restyles(wish: Wish) -> bool:
    return not wish.operation and not wish.ranks


def _lag(wish: Wish, grain: str | None) -> int:
    return {"month": 12, "quarter": 4}.get(grain or "", 1) if wish.yearly_change else 1


def _main_measure(table: Table) -> str:
    order = ["revenue", "profit", "quantity", "cost"]
    ranked = sorted(table.measures, key=lambda m: order.index(c) if (c := concept_of(m) or "") in order else 9)
    return ranked[0]


def _usual_aggregate(measures: Sequence[str], table: Table, before: Plan | None) -> str:
    if before and tuple(measures) == before.measures:
        return before.aggregate
    names = [table.value_name] if table.series else list(measures)
    return "mean" if names and all(concept_of(name) in _MEAN_CONCEPTS for name in names) else "sum"


def _two_measures(measures: Sequence[str], table: Table) -> tuple[str, ...]:
    pool = table.series or table.measures
    chosen = [m for m in measures if m in pool]
    return tuple((chosen if len(chosen) >= 2 else [*chosen, *(m for m in pool if m not in chosen)])[:2])


def _chart_kind(chart: str | None, plan: Plan, table: Table) -> str | None:
    """The kind of chart that suits: as asked, as far as it can be drawn with this result."""
    if chart is None or plan.operation in ("missing", "describe"):
        return None
    if plan.operation == "correlation":
        return "scatter"
    if chart == "auto":
        return "line" if plan.grain else "bar"
    if chart in ("line", "area") and not plan.grain:
        return "bar"
    if chart == "heatmap" and not (plan.groups and (plan.grain or len(plan.groups) > 1)):
        return "bar"
    if chart == "stacked" and not (plan.groups and (plan.grain or len(plan.groups) > 1)):
        return "bar"
    return chart
