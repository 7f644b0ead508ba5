"""The pandas code that groups the rows of a plan into one table."""

from dataclasses import replace

from .choices import flags
from .cycles import kind_of, order_lines
from .levels import mean_lines
from .periods import quoted
from .plan import Plan
from .rows import kept_series, listed
from .tables import Table


def table_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that groups `df` into `table`."""
    if plan.derived in ("product", "rowsum", "rowmean", "rate"):
        return [_row_line(plan, table), *table_lines(_of_rows(plan), table, language)]
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
        used = plan.measures if plan.derived == "part" else plan.measures[:2]
        frame = f"{by}[{listed(used)}].{how}" if by else f"df[{listed(used)}].{how}.to_frame().T"
        formula = {
            "difference": f"{a} - {b}",
            "ratio": f"{a} / {b}",
            "percent": f"{a} / {b} * 100",
            "margin": f"({a} - {b}) / {a} * 100",
            "part": f"{a} / grouped.sum(axis=1) * 100",
        }[plan.derived]
        if plan.beside and not unstack:
            return [f"table = {frame}", f"table[{quoted(plan.name)}] = {formula.replace('grouped', 'table')}"]
        shaped = f"({formula}).unstack()" if unstack else f"({formula}).to_frame({quoted(plan.name)})"
        averaged = mean_lines(plan, table, by, language)
        return [f"grouped = {frame}", *averaged, f"table = {shaped}", *_in_file_order(keys, groups)]
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


def row_lines(plan: Plan, table: Table) -> list[str]:
    """Python that leaves the measure of every single row in `table`, named by its period and categories."""
    keys = [*(table.periods.columns if table.periods else ()), *table.labels, *table.categories][:4]
    where = f"df[{listed(keys)}].fillna('').astype(str).agg(' '.join, axis=1)" if keys else "df.index.astype(str)"
    return [f"table = df.set_index({where})[[{quoted(plan.measures[0])}]].dropna()"]


def _row_line(plan: Plan, table: Table) -> str:
    """Python that adds a column computed within each row."""
    made = f"df[{quoted(plan.name)}]"
    if plan.derived == "rate":
        yes = flags(table)[plan.measures[0]]
        values = f"[{', '.join(yes)}]" if table.is_number(plan.measures[0]) else listed(yes)
        return f"{made} = df[{quoted(plan.measures[0])}].isin({values}) * 100"
    if plan.derived == "product":
        a, b = plan.measures[:2]
        return f"{made} = df[{quoted(a)}] * df[{quoted(b)}]"
    how = "sum" if plan.derived == "rowsum" else "mean"
    return f"{made} = df[{listed(plan.measures)}].{how}(axis=1)"


def _of_rows(plan: Plan) -> Plan:
    """The plan for the column that `_row_line` makes."""
    aggregate = {"product": "sum" if plan.aggregate == "mean" else plan.aggregate, "rate": "mean"}.get(
        plan.derived or "", plan.aggregate
    )
    if plan.derived == "rowmean":
        aggregate = "mean" if aggregate == "sum" else aggregate
    return replace(plan, derived=None, measures=(plan.name,), aggregate=aggregate)


def _in_file_order(keys: list[str], groups: list[str]) -> list[str]:
    """Categories in the order in which the file first names them, where pandas would sort them by the alphabet."""
    if not groups or len(keys) > 2:
        return []
    if any(kind_of(group) for group in groups):
        return [line for group in groups if kind_of(group) for line in order_lines(group, group != keys[0])]
    across = [f"table = table[df[{quoted(groups[-1])}].dropna().unique()]"] if len(keys) == 2 else []
    down = [f"table = table.loc[df[{quoted(groups[0])}].dropna().unique()]"] if keys[0] == groups[0] else []
    return across + down


def _has_gaps(plan: Plan, table: Table) -> bool:
    chosen = [c for c in table.columns if c.name.strip() in (*plan.measures, *table.period_columns)]
    return any(column.missing or column.written_number for column in chosen)


def _count_name(language: str) -> str:
    return {"ko": "건수", "en": "count", "zh": "数量"}[language]
