"""Makes a plan of a wish, a table and the plan before it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .colors import assign, colors_in
from .names import concept_of, core_name, mentioned_concepts, named
from .periods import GRAIN_NAMES, GRAINS, month_of
from .picking import picked_filters, picked_groups, picked_measures
from .plan import Filter, Plan, series_names
from .tables import Table
from .wishes import Wish, wish_grains, wish_in
from .words import each

_SUBJECTS = r"국어|수학|영어|과학|사회|역사|math(ematics)?|english|science|history|reading|writing|语文|数学|英语"
_MEAN_CONCEPTS = {"price", "temperature", "score", "rating", "age", "margin"}


def plan_for(wish: Wish, table: Table, before: Plan | None, language: str) -> Plan | None:
    """The plan that grants a wish on a table, or None where the sentence names nothing that the table has."""
    text = wish.text
    wish = replace(wish_in(_without_names(text, table)), text=text, title=wish.title)
    series = bool(table.series)
    measures, derived, name = picked_measures(text, table)
    groups = picked_groups(text, table)
    filters = picked_filters(text, table)
    grain = _grain(wish, table)
    if series and derived:
        groups, filters = (), tuple(f for f in filters if f.column == "period")
    inherits = before is not None and (wish.continues or not measures) and wish.operation != "describe"
    said_nothing = not (
        measures or groups or grain or filters or wish.operation or wish.chart or wish.ranks or wish.aggregate
    )
    if said_nothing and not (inherits and (wish.title or assign(text, ["-"]))):
        return None
    if inherits and before:
        if not measures and not ("score" in mentioned_concepts(text) and len(table.measures) > 1):
            measures, derived, name = before.measures, before.derived, before.name
        if not groups and wish.operation == "growth" and not wish.grains and wish.ranks:
            groups = table.groups[:1]
        if not groups and not (series and _totals_only(text)):
            groups = before.groups
        if not filters:
            filters = before.filters
        if grain is None and not _single_category_rank(wish, text, table):
            grain = before.grain
    if not measures and table.measures and "score" in mentioned_concepts(text):
        measures, name = table.measures[:6], table.measures[0]
    if not measures and (series or table.measures):
        measures = table.series if series else (_main_measure(table),)
        name = table.value_name if series else measures[0]
    if wish.operation == "share" and (about := [f for f in filters if f.column != "period" and f.keep]):
        focus = about[0].values
        groups = groups or (about[0].column,)
        filters = tuple(f for f in filters if f not in about)
    else:
        focus = ()
    groups, measures, name = _single_out(groups, filters, measures, name, table, text)
    aggregate = wish.aggregate or _usual_aggregate(measures, table, before if inherits else None)
    if aggregate == "count" and not wish.aggregate:
        aggregate = "sum"
    if not table.measures and not series:
        if not groups and (wish.ranks or (wish.chart and not wish.grains)):
            groups = table.categories[:1]
        aggregate = "count"
    chart = wish.chart
    if before and inherits and before.chart and _restyles(wish):
        keeps = chart == "auto" or (chart is None and (wish.continues or bool(colors_in(text))))
        chart = before.chart if keeps else chart
    operation = None if wish.operation == "describe" and chart else wish.operation
    if chart == "histogram" or operation == "distribution":
        operation, chart = "distribution", "histogram"
    if chart == "scatter" or operation == "correlation":
        operation = "correlation"
        chart = chart or None
        measures = _two_measures(measures, table)
    grows = wish.yearly_change or operation == "growth"
    if grain is None and table.periods and grows and "year" in table.periods.grains():
        grain = "year"
    years = next((f.values for f in filters if f.column == "period"), ())
    if grain is None and len(years) > 1 and wish.compares and all(year.isdigit() for year in years):
        grain = "year"
    if operation == "growth" and groups and table.periods and not wish.grains and not wish.yearly_change:
        operation, grain = "overall growth", "year" if "year" in table.periods.grains() else _default_grain(table)
    if grain is None and table.periods and _needs_time(wish, text, chart, groups, operation):
        grain = _default_grain(table)
    if not groups and series and not derived and not _totals_only(text) and len(measures) > 1 and chart:
        groups = (table.series_name,)
    if not groups and grain is None and chart and operation not in ("correlation", "distribution"):
        groups = table.groups[:1]
    if operation == "share" and not groups:
        groups = table.groups[:1]
    asks_when = bool(re.search(r"언제|시기|\bwhen\b|什么时候|何时", text, re.I))
    if not groups and wish.ranks and grain is None and table.periods and (asks_when or not table.groups):
        grain = _default_grain(table)
    if not groups and wish.ranks and grain is None and table.groups and operation is None:
        groups = _rank_group(text, table)
    if wish.averages_periods and grain and aggregate == "mean" and _adds_up(measures, table):
        aggregate, operation = "sum", "average"
    plan = Plan(
        contrast=_contrast(text, groups, filters, derived),
        focus=focus,
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


def _without_names(text: str, table: Table) -> str:
    """The sentence without the names of categories, which may hold any word ("데이터 분석 열 가지")."""
    for name in named(text, [value for group in table.groups for value in table.values(group)]):
        if len(name) > 2:
            text = re.sub(re.escape(name), " ", text, flags=re.I)
    return text


def _contrast(
    text: str, groups: tuple[str, ...], filters: tuple[Filter, ...], derived: str | None
) -> tuple[str, str] | None:
    """The two categories whose difference is asked for: "the difference between Online and Shops"."""
    kept = [f for f in filters if f.keep and len(f.values) == 2 and groups and f.column == groups[-1]]
    asks = re.search(r"차이|격차|difference|\bgap\b|差", text, re.I)
    return (kept[0].values[0], kept[0].values[1]) if kept and asks and not derived else None


def _adds_up(measures: Sequence[str], table: Table) -> bool:
    return _usual_aggregate(measures, table, None) == "sum"


def _single_out(
    groups: tuple[str, ...],
    filters: tuple[Filter, ...],
    measures: tuple[str, ...],
    name: str,
    table: Table,
    text: str,
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """A category of which only one value is left does not group any more."""
    single = {f.column: f.values[0] for f in filters if f.column != "period" and f.keep and len(f.values) == 1}
    left = tuple(g for g in groups if g not in single)
    if table.series and table.series_name in single:
        return left, (single[table.series_name],), single[table.series_name]
    return left, measures, name


def unmet(text: str, plan: Plan, table: Table, language: str) -> str:
    """What the sentence asks for that the table cannot give: a period in a table without periods, a finer grain."""
    asked = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
    if (
        asked
        and not table.periods
        and not any(year in value for g in table.groups for value in table.values(g) for year in asked)
    ):
        return {
            "ko": f"이 표에는 기간을 나타내는 열이 없어서 {asked[0]}년만 고르지 못하고 전체로 계산했습니다.",
            "en": f"The table has no column of periods, so {asked[0]} could not be chosen: this is about all rows.",
            "zh": f"表中没有时间列，无法单独选取 {asked[0]} 年，以上为全部数据。",
        }[language]
    had = table.periods.grains() if table.periods else ()
    finer = [grain for grain in wish_grains(text) if grain not in had]
    if finer and not plan.grain:
        names = GRAIN_NAMES[language]
        return {
            "ko": f"이 표로는 {each(names[finer[0]])}로 나눌 수 없습니다.",
            "en": f"The table cannot be split by {names[finer[0]]}.",
            "zh": f"此表无法按{names[finer[0]]}划分。",
        }[language]
    if finer and plan.grain and GRAINS.index(finer[0]) < GRAINS.index(had[0]):
        names = GRAIN_NAMES[language]
        return {
            "ko": f"이 표에서 가장 잘게 나눌 수 있는 기간은 {names[had[0]]}입니다.",
            "en": f"The finest period in this table is the {names[had[0]]}.",
            "zh": f"此表最细的时间单位是{names[had[0]]}。",
        }[language]
    return ""


def _grain(wish: Wish, table: Table) -> str | None:
    if not table.periods:
        return None
    had = table.periods.grains()
    asked = [grain for grain in wish.grains if grain in had]
    return asked[0] if asked else None


def _default_grain(table: Table) -> str:
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


def _needs_time(wish: Wish, text: str, chart: str | None, groups: tuple[str, ...], operation: str | None) -> bool:
    if operation in ("correlation", "distribution", "missing", "outliers", "describe"):
        return False
    if chart in ("line", "area") or operation in ("growth", "overall growth", "cumulative"):
        return True
    if re.search(r"추이|흐름|변화|trend|over time|evolv|develop|\bchanged?\b|趋势|变化", text, re.I):
        return True
    return chart == "auto" and not groups


def _totals_only(text: str) -> bool:
    return bool(re.search(r"전체|총|합계|모두|합쳐|total|overall|altogether|总|合计", text, re.I)) and not re.search(
        r"별|각|each|by product|各", re.sub(r"(분기|월|연도|년도|년|일)별", "", text), re.I
    )


def _single_category_rank(wish: Wish, text: str, table: Table) -> bool:
    return wish.ranks and bool(picked_groups(text, table))


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
    if all(re.fullmatch(_SUBJECTS, core_name(name), re.I) for name in names):
        return "mean"
    file = re.sub(r"\.\w+$", "", table.reading.filename)
    return "mean" if all((concept_of(name) or concept_of(file)) in _MEAN_CONCEPTS for name in names) else "sum"


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
    if plan.operation == "overall growth":
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
