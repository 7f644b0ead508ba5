"""The pandas code that leaves in `df` the rows that a plan is about."""

from collections.abc import Sequence

from .cycles import cycle_lines, kind_of
from .levels import end_lines, finest
from .periods import GRAINS, quoted
from .plan import GROWTH_OVERALL, Filter, Plan
from .tables import Table

# What the code says where nothing is left; the periods that the file has follow.
NO_ROWS = "no rows; the file has"
_FILTER = {"ko": "요청한 부분만 남깁니다", "en": "Keep only what was asked for", "zh": "只保留所需的部分"}


_WHOLE = {
    "ko": "# 며칠치만 있는 첫 기간과 마지막 기간은 견주지 않습니다",
    "en": "# A first or last period of only some days is not compared",
    "zh": "# 不完整的首尾时间段不参与比较",
}


def listed(names: Sequence[str]) -> str:
    """Names as a Python list."""
    return "[" + ", ".join(quoted(name) for name in names) + "]"


def prepare_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that leaves in `df` the rows the plan is about, with the period columns it needs."""
    lines = table.lines(language)
    lines += [line for grain in _grains_needed(plan, table) for line in table.periods.lines(grain, language)]  # type: ignore[union-attr]
    cycles = [name for name in (*plan.groups, *(f.column for f in plan.filters)) if kind_of(name) and table.cycles]
    lines += [line for name in dict.fromkeys(cycles) for line in cycle_lines(name, table.periods, language)]  # type: ignore[arg-type]
    kept = [line for f in plan.filters if (line := _filter_line(f, plan, table, language))]
    if kept:
        lines += ["", f"# {_FILTER[language]}", *_spanned(kept, plan, table, language)]
    return [*lines, *_whole_lines(plan, table, language), *end_lines(plan, table, language)]


# Days with rows in a usual period: with fewer, the first row of all says little about when its period began.
_OFTEN = 5
# How pandas calls the periods whose first and last day it knows.
_FREQUENCIES = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}


def _whole_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that drops a first or last period that has just begun, which would look like a fall or a rise."""
    if not _counts_days(plan, table) or not table.periods or not plan.grain:
        return []
    period, day = (quoted(table.periods.column(grain, language)) for grain in (plan.grain, "day"))
    size = _FREQUENCIES[plan.grain]
    return [
        _WHOLE[language],
        f"dates = pd.to_datetime(df[{day}])",
        f'first, last = dates.min().to_period("{size}"), dates.max().to_period("{size}")',
        "late = (dates.min() - first.start_time) / (first.end_time - first.start_time) > 0.3",
        "early = (last.end_time - dates.max()) / (last.end_time - last.start_time) > 0.3",
        f"part = [df.loc[dates.idxmin(), {period}]] * late + [df.loc[dates.idxmax(), {period}]] * early",
        f"days = df.groupby({period})[{day}].nunique()",
        "part = [name for name in part if days[name] < days.max() * 0.7]",
        f"if days.median() >= {_OFTEN} and df[{period}].nunique() > len(set(part)):",
        f"    df = df[~df[{period}].isin(part)]",
    ]


def _counts_days(plan: Plan, table: Table) -> bool:
    known = table.periods is not None and table.periods.kind == "date" and table.periods.grains()[0] == "day"
    return plan.whole and known and plan.grain in _FREQUENCIES


def _spanned(kept: list[str], plan: Plan, table: Table, language: str) -> list[str]:
    """The lines of the filters; where periods are chosen that the file does not have, the code says which it has."""
    grains = [_filter_grain(f.values, plan, table) for f in plan.filters if f.column == "period"]
    if not table.periods or not grains or not grains[0]:
        return kept
    periods = f"df[{quoted(table.periods.column(grains[0], language))}].dropna()"
    chosen = [f for f in plan.filters if f.column == "period" and f.keep and not f.bound]
    years = [value for f in chosen for value in f.values if value.isdigit() and len(value) == 4]
    # Of two years that are to be compared, both have to be there.
    absent = f" or not set({listed(years)}) <= set(periods.str[:4])" if len(years) > 1 else ""
    return [
        f"periods = {periods}",
        *kept,
        f"if df.empty{absent}:",
        f'    raise LookupError(f"{NO_ROWS} {{periods.min()}} .. {{periods.max()}}")',
    ]


def _grains_needed(plan: Plan, table: Table) -> list[str]:
    if not table.periods:
        return []
    had = table.periods.grains()
    needed = [plan.grain] if plan.grain else []
    needed += [finest(table)] if plan.moment else []
    needed += ["day"] if _counts_days(plan, table) else []
    if plan.operation in (*GROWTH_OVERALL, "forecast") and plan.grain == "year" and table.periods.grain != "year":
        needed.append("quarter" if table.periods.grain == "quarter" else "month")
    for kept in plan.filters:
        if kept.column == "period" and (grain := _filter_grain(kept.values, plan, table)):
            needed.append(grain)
    return [grain for grain in had if grain in needed]


def _filter_grain(values: Sequence[str], plan: Plan, table: Table) -> str | None:
    """The grain of the column by which the periods are chosen: the plan's own where it is fine enough."""
    had = table.periods.grains() if table.periods else ()
    if values[0] in GRAINS:
        return values[0]
    quarter, month = "Q" in values[0], "-" in values[0] or values[0].startswith("M")
    wanted = "quarter" if quarter else "week" if "W" in values[0] else "month" if month else "year"
    wanted = "day" if values[0].startswith("D") or len(values[0]) == 10 else wanted
    if plan.grain and wanted == "year":
        return plan.grain
    return wanted if wanted in had else None


def _filter_line(kept: Filter, plan: Plan, table: Table, language: str) -> str | None:
    column, values, keep, bound = kept.column, kept.values, kept.keep, kept.bound
    if column == "period":
        grain = _filter_grain(values, plan, table)
        if not grain or not table.periods:
            return None
        source = f"df[{quoted(table.periods.column(grain, language))}]"
        if bound.startswith("last"):
            count = bound.split()[1]
            return f"df = df[{source}.isin(sorted({source}.dropna().unique())[-{count}:])]"
        if values[0].startswith("D") and bound:
            return f"df = df[{source}.str[5:] {bound} {quoted(values[0][1:])}]"
        if values[0].startswith("D"):
            return f"df = df[{source}.str[5:].isin({listed([value[1:] for value in values])})]"
        if values[0].startswith("Q") and len(values) > 1:
            return f"df = df[{source}.str[5:].isin({listed(values)})]"
        if values[0].startswith("Q"):
            return f"df = df[{source}.str.endswith({quoted(values[0])})]"
        if values[0].startswith("M"):
            return f"df = df[{source}.str[5:7].isin({listed([value[1:] for value in values])})]"
        if bound:
            size = f"{source}.str[:{len(values[0])}]"
            return f"df = df[{size} {bound} {quoted(values[0])}]"
        if "-" in values[0]:
            return f"df = df[{source}.isin({listed(values)})]"
        part = source if grain == "year" else f"{source}.str[:4]"
        return (
            f"df = df[{part} == {quoted(values[0])}]" if len(values) == 1 else f"df = df[{part}.isin({listed(values)})]"
        )
    if table.series and column == table.series_name:
        return None
    if table.is_number(column):
        if bound:
            return f"df = df[df[{quoted(column)}] {bound} {values[0]}]"
        return f"df = df[{'' if keep else '~'}df[{quoted(column)}].isin([{', '.join(values)}])]"
    if keep and len(values) == 1:
        return f"df = df[df[{quoted(column)}] == {quoted(values[0])}]"
    return f"df = df[{'' if keep else '~'}df[{quoted(column)}].isin({listed(values)})]"


def kept_series(series: str, plan: Plan, table: Table) -> bool:
    return all((series in f.values) == f.keep for f in plan.filters if f.column == table.series_name)
