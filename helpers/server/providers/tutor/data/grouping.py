"""The pandas code that groups the rows of a plan into one table."""

from dataclasses import replace

from .periods import quoted
from .plan import Plan
from .rows import kept_series, listed
from .tables import Table


def table_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that groups `df` into `table`."""
    if plan.derived == "product":
        a, b = plan.measures[:2]
        line = f"df[{quoted(plan.name)}] = df[{quoted(a)}] * df[{quoted(b)}]"
        plain = replace(
            plan, derived=None, measures=(plan.name,), aggregate="sum" if plan.aggregate == "mean" else plan.aggregate
        )
        return [line, *table_lines(plain, table, language)]
    keys = [table.periods.column(plan.grain, language)] if plan.grain and table.periods else []
    groups = [g for g in plan.groups if not (table.series and g == table.series_name)]
    across = table.series and table.series_name in plan.groups
    series = [s for s in table.series if kept_series(s, plan, table)]
    keys += groups
    how = "sum(min_count=1)" if plan.aggregate == "sum" and _has_gaps(plan, table) else f"{plan.aggregate}()"
    by = f"df.groupby({listed(keys)})" if len(keys) > 1 else f"df.groupby({quoted(keys[0])})" if keys else ""
    unstack = ".unstack()" if len(keys) > 1 else ""
    if plan.aggregate == "count" and not plan.derived:
        name = quoted(_count_name(language))
        if not keys:
            return [f"table = pd.DataFrame({{{name}: [len(df)]}})"]
        counted = f"table = {by}.size().unstack(fill_value=0)" if unstack else f"table = {by}.size().to_frame({name})"
        return [counted, *_in_file_order(keys, groups)]
    if plan.derived:
        a, b = (f"grouped[{quoted(m)}]" for m in plan.measures[:2])
        frame = (
            f"{by}[{listed(plan.measures[:2])}].{how}" if by else f"df[{listed(plan.measures[:2])}].{how}.to_frame().T"
        )
        formula = {
            "difference": f"{a} - {b}",
            "ratio": f"{a} / {b}",
            "percent": f"{a} / {b} * 100",
            "margin": f"({a} - {b}) / {a} * 100",
            "part": f"{a} / ({a} + {b}) * 100",
        }[plan.derived]
        if plan.beside and not unstack:
            return [f"table = {frame}", f"table[{quoted(plan.name)}] = {formula.replace('grouped', 'table')}"]
        shaped = f"({formula}).unstack()" if unstack else f"({formula}).to_frame({quoted(plan.name)})"
        return [f"grouped = {frame}", f"table = {shaped}", *_in_file_order(keys, groups)]
    if table.series:
        lines = []
        columns = series
        if not across:
            if len(plan.measures) == 1:
                columns = list(plan.measures)
            else:
                lines.append(f"df[{quoted(plan.name)}] = df[{listed(series)}].sum(axis=1)")
                columns = [plan.name]
        if keys:
            return [*lines, f"table = {by}[{listed(columns)}].{how}", *_in_file_order(keys, groups)]
        if across:
            return [*lines, f"table = df[{listed(columns)}].{how}.to_frame({quoted(plan.name)})"]
        return [*lines, f"table = df[{listed(columns)}].{how}.to_frame().T"]
    measures = listed(plan.measures)
    if plan.across and not keys:
        return [f"table = df[{measures}].{how}.to_frame({quoted(plan.name)})"]
    if not keys:
        return [f"table = df[{measures}].{how}.to_frame().T"]
    if unstack:
        lines = [f"table = {by}[{quoted(plan.measures[0])}].{how}.unstack()"]
    else:
        lines = [f"table = {by}[{measures}].{how}"]
    if len(keys) == 3:
        lines[0] = lines[0].replace(".unstack()", f".unstack([{quoted(keys[1])}, {quoted(keys[2])}])")
        lines.append('table.columns = [" ".join(map(str, pair)) for pair in table.columns]')
    else:
        lines += _in_file_order(keys, groups)
    if table.periods and plan.grain and table.periods.kind == "label":
        lines.append(f"table = table.reindex(df[{quoted(keys[0])}].unique())")
    return lines


def _in_file_order(keys: list[str], groups: list[str]) -> list[str]:
    """Categories in the order in which the file first names them, where pandas would sort them by the alphabet."""
    if not groups or len(keys) > 2:
        return []
    across = [f"table = table[df[{quoted(groups[-1])}].dropna().unique()]"] if len(keys) == 2 else []
    down = [f"table = table.loc[df[{quoted(groups[0])}].dropna().unique()]"] if keys[0] == groups[0] else []
    return across + down


def _has_gaps(plan: Plan, table: Table) -> bool:
    chosen = [column for column in table.columns if column.name.strip() in plan.measures]
    return any(column.missing or column.written_number for column in chosen)


def _count_name(language: str) -> str:
    return {"ko": "건수", "en": "count", "zh": "数量"}[language]
