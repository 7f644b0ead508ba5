"""From a plan to the pandas code that computes it, and back from the logs to numbers.

The code leaves its result in `table`: periods or categories down, products (or measures) across. It prints the table
for the reader, and again behind RESULT: for the tutor.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .periods import quoted
from .plan import Plan
from .reading import error_in, marked
from .tables import Table

_COMMENTS = {
    "filter": {"ko": "요청한 부분만 남깁니다", "en": "Keep only what was asked for", "zh": "只保留所需的部分"},
    "group": {"ko": "묶어서 계산합니다", "en": "Group and compute", "zh": "分组计算"},
    "share": {"ko": "비중(%)", "en": "Shares in percent", "zh": "占比(%)"},
    "growth": {
        "ko": "앞 기간 대비 증가율(%)",
        "en": "Growth over the period before, in percent",
        "zh": "与前期相比的增长率(%)",
    },
    "more": {"ko": "함께 볼 숫자", "en": "Figures to go with it", "zh": "相关数字"},
    "outliers": {
        "ko": "사분위 범위의 1.5배를 벗어난 값",
        "en": "Values outside 1.5 times the interquartile range",
        "zh": "超出四分位距1.5倍的值",
    },
}


_MOST_RANKED = 10


def listed(names: Sequence[str]) -> str:
    """Names as a Python list."""
    return "[" + ", ".join(quoted(name) for name in names) + "]"


def prepare_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that leaves in `df` the rows the plan is about, with the period columns it needs."""
    lines = table.lines(language)
    lines += [line for grain in _grains_needed(plan, table) for line in table.periods.lines(grain, language)]  # type: ignore[union-attr]
    kept = [line for f in plan.filters if (line := _filter_line(f.column, f.values, f.keep, plan, table, language))]
    if kept:
        lines += ["", f"# {_COMMENTS['filter'][language]}", *kept]
    return lines


def compute_code(plan: Plan, table: Table, language: str) -> str:
    """The code that computes the plan, without drawing."""
    lines = ["import json", "", "import pandas as pd", "", *prepare_lines(plan, table, language), ""]
    special = {
        "missing": _missing,
        "describe": _describe,
        "correlation": _correlation,
        "distribution": _distribution,
        "outliers": _outliers,
    }.get(plan.operation or "")
    if special:
        return "\n".join(lines + special(plan, table, language)) + "\n"
    lines += [f"# {_COMMENTS['group'][language]}", *table_lines(plan, table, language)]
    if plan.contrast:
        a, b = plan.contrast
        name, part = quoted(f"{a} − {b}"), "" if plan.grain else ".loc"
        lines.append(f"table{part}[{name}] = table{part}[{quoted(a)}] - table{part}[{quoted(b)}]")
    if plan.operation == "overall growth":
        lines += _full_years(plan, table, language)
    lines += _operation_lines(plan, table, language)
    if plan.ranks and not (plan.grain and plan.chart) and len(plan.groups) + bool(plan.grain) < 2:
        lines.append(f"table = table.sort_values(table.columns[0], ascending={plan.ascending})")
        if plan.limit or not plan.chart:
            lines.append(f"table = table.head({plan.limit or _MOST_RANKED})")
    lines += ["print(table.round(2).to_string())", 'print("RESULT:", table.to_json(orient="split", force_ascii=False))']
    lines += _side_lines(plan, table, language)
    return "\n".join(lines) + "\n"


def table_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that groups `df` into `table`."""
    keys = [table.periods.column(plan.grain, language)] if plan.grain and table.periods else []
    groups = [g for g in plan.groups if not (table.series and g == table.series_name)]
    across = table.series and table.series_name in plan.groups
    series = [s for s in table.series if _kept(s, plan, table)]
    keys += groups
    how = "sum(min_count=1)" if plan.aggregate == "sum" and _has_gaps(plan, table) else f"{plan.aggregate}()"
    by = f"df.groupby({listed(keys)})" if len(keys) > 1 else f"df.groupby({quoted(keys[0])})" if keys else ""
    unstack = ".unstack()" if len(keys) > 1 else ""
    if plan.aggregate == "count" and not plan.derived:
        name = quoted(_count_name(language))
        if not keys:
            return [f"table = pd.DataFrame({{{name}: [len(df)]}})"]
        return [f"table = {by}.size().unstack(fill_value=0)" if unstack else f"table = {by}.size().to_frame({name})"]
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
        }[plan.derived]
        shaped = f"({formula}).unstack()" if unstack else f"({formula}).to_frame({quoted(plan.name)})"
        return [f"grouped = {frame}", f"table = {shaped}"]
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
            return [*lines, f"table = {by}[{listed(columns)}].{how}"]
        if across:
            return [*lines, f"table = df[{listed(columns)}].{how}.to_frame({quoted(plan.name)})"]
        return [*lines, f"table = df[{listed(columns)}].{how}.to_frame().T"]
    measures = listed(plan.measures)
    if not keys:
        return [f"table = df[{measures}].{how}.to_frame().T"]
    if (unstack and len(plan.measures) == 1) or unstack:
        lines = [f"table = {by}[{quoted(plan.measures[0])}].{how}.unstack()"]
    else:
        lines = [f"table = {by}[{measures}].{how}"]
    if len(keys) == 3:
        lines[0] = lines[0].replace(".unstack()", f".unstack([{quoted(keys[1])}, {quoted(keys[2])}])")
        lines.append('table.columns = [" ".join(map(str, pair)) for pair in table.columns]')
    if table.periods and plan.grain and table.periods.kind == "label":
        lines.append(f"table = table.reindex(df[{quoted(keys[0])}].unique())")
    return lines


def _operation_lines(plan: Plan, table: Table, language: str) -> list[str]:
    comment = f"# {_COMMENTS.get((plan.operation or '').split()[-1] if plan.operation else '', {}).get(language, '')}"
    if plan.operation == "overall growth" and plan.grain:
        name = {"ko": "증가율(%)", "en": "growth (%)", "zh": "增长率(%)"}[language]
        return [
            comment,
            "first, last = table.iloc[0], table.iloc[-1]",
            "growth = (last / first.where(first > 0) - 1) * 100",
            f"table = pd.DataFrame({{{quoted(name)}: growth, table.index[0]: first, table.index[-1]: last}})",
            f"table = table.sort_values({quoted(name)}, ascending={plan.ascending})",
        ]
    if plan.operation == "growth" and plan.grain:
        return [comment, f"before = table.shift({plan.lag})", "table = (table / before.where(before > 0) - 1) * 100"]
    if plan.operation == "average":
        name = {"ko": "평균", "en": "average", "zh": "平均"}[language]
        return [f"table = table.mean().to_frame({quoted(name)})"]
    if plan.operation == "cumulative":
        return ["table = table.cumsum()"]
    if plan.operation == "share" and plan.groups:
        if plan.grain:
            return [comment, "table = table.div(table.sum(axis=1), axis=0) * 100"]
        return [comment, "table = table / table.sum() * 100"]
    return []


def _full_years(plan: Plan, table: Table, language: str) -> list[str]:
    """Years that lack periods would look like a fall, so they are left out of a comparison of years."""
    if plan.grain != "year" or not table.periods or table.periods.grain == "year":
        return []
    finer = "quarter" if table.periods.grain == "quarter" else "month"
    year, part = (quoted(table.periods.column(g, language)) for g in ("year", finer))
    comment = {"ko": "온전한 해끼리만 비교합니다", "en": "Compare full years only", "zh": "只比较完整的年份"}[language]
    return [f"# {comment}", f"parts = df.groupby({year})[{part}].nunique()", "table = table[parts == parts.max()]"]


def _side_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Figures that the answer needs beside the table: totals over the groups, years, the change from first to last."""
    if not plan.grain and plan.groups and not plan.operation and not plan.ranks and _adds(plan) and not plan.contrast:
        return ['print("TOTAL:", table.sum().to_json(force_ascii=False))']
    if not plan.grain or plan.operation or (plan.ranks and not plan.chart):
        return []
    lines = ["", f"# {_COMMENTS['more'][language]}"]
    adds = _adds(plan)
    if adds and plan.groups:
        lines.append('print("TOTAL:", table.sum(axis=1).to_json(orient="split", force_ascii=False))')
    if adds and plan.grain in ("month", "quarter") and table.periods and table.periods.kind != "label":
        lines.append("yearly = table.groupby(table.index.str[:4]).sum()")
        lines.append('print("YEARLY:", yearly.to_json(orient="split", force_ascii=False))')
    lines.append("change = (table.iloc[-1] / table.iloc[0] - 1) * 100")
    lines.append('print("CHANGE:", change.to_json(force_ascii=False))')
    return lines


def _adds(plan: Plan) -> bool:
    """True where parts of the result can be added up to a whole."""
    return plan.aggregate in ("sum", "count") and plan.derived in (None, "difference")


def _missing(plan: Plan, table: Table, language: str) -> list[str]:
    return [
        f"table = df.isna().sum().to_frame({quoted({'ko': '빈칸', 'en': 'missing', 'zh': '缺失'}[language])})",
        "print(table.to_string())",
        'print("RESULT:", table.to_json(orient="split", force_ascii=False))',
        'print("ROWS:", len(df))',
    ]


def _describe(plan: Plan, table: Table, language: str) -> list[str]:
    numbers = list(table.series or table.measures)
    if not numbers:
        return ['print("RESULT:", json.dumps({"columns": [], "index": [], "data": []}))', 'print("ROWS:", len(df))']
    return [
        f'table = df[{listed(numbers)}].agg(["count", "sum", "mean", "min", "max"]).T',
        "print(table.round(2).to_string())",
        'print("RESULT:", table.to_json(orient="split", force_ascii=False))',
        'print("ROWS:", len(df))',
    ]


def _correlation(plan: Plan, table: Table, language: str) -> list[str]:
    pair = listed(plan.measures)
    return [
        f"points = df[{pair}].dropna()",
        "r = points.corr().iloc[0, 1]",
        "print(round(r, 3), len(points))",
        'print("RESULT:", json.dumps({"r": None if pd.isna(r) else r, "n": len(points)}))',
    ]


def _distribution(plan: Plan, table: Table, language: str) -> list[str]:
    return [
        f"values = df[{quoted(plan.measures[0])}].dropna()",
        "table = values.describe().to_frame()",
        "print(table.round(2).to_string())",
        'print("RESULT:", table.to_json(orient="split", force_ascii=False))',
    ]


def _outliers(plan: Plan, table: Table, language: str) -> list[str]:
    columns = list(table.series) if len(plan.measures) > 1 and table.series else [plan.measures[0]]
    keys = [*(table.periods.columns if table.periods else ()), *table.categories]
    return [
        f"# {_COMMENTS['outliers'][language]}",
        "found = []",
        f"for name in {listed(columns)}:",
        "    low, high = df[name].quantile([0.25, 0.75])",
        "    spread = (high - low) * 1.5",
        "    for i, row in df[(df[name] < low - spread) | (df[name] > high + spread)].iterrows():",
        f'        where = " ".join(str(row[key]) for key in {listed(keys)})',
        "        found.append([name, where or str(i), float(row[name]), float(low - spread), float(high + spread)])",
        "print(found)",
        'print("RESULT:", json.dumps(found, ensure_ascii=False))',
    ]


def _grains_needed(plan: Plan, table: Table) -> list[str]:
    if not table.periods:
        return []
    had = table.periods.grains()
    needed = [plan.grain] if plan.grain else []
    if plan.operation == "overall growth" and plan.grain == "year" and table.periods.grain != "year":
        needed.append("quarter" if table.periods.grain == "quarter" else "month")
    for kept in plan.filters:
        if kept.column == "period" and (grain := _filter_grain(kept.values, plan, table)):
            needed.append(grain)
    return [grain for grain in had if grain in needed]


def _filter_grain(values: Sequence[str], plan: Plan, table: Table) -> str | None:
    """The grain of the column by which the periods are chosen: the plan's own where it is fine enough."""
    had = table.periods.grains() if table.periods else ()
    wanted = "quarter" if "Q" in values[0] else "month" if "-" in values[0] else "year"
    if plan.grain and wanted == "year":
        return plan.grain
    return wanted if wanted in had else None


def _filter_line(column: str, values: Sequence[str], keep: bool, plan: Plan, table: Table, language: str) -> str | None:
    if column == "period":
        grain = _filter_grain(values, plan, table)
        if not grain or not table.periods:
            return None
        source = f"df[{quoted(table.periods.column(grain, language))}]"
        if values[0].startswith("Q"):
            return f"df = df[{source}.str.endswith({quoted(values[0])})]"
        if "-" in values[0]:
            return f"df = df[{source}.isin({listed(values)})]"
        part = source if grain == "year" else f"{source}.str[:4]"
        return (
            f"df = df[{part} == {quoted(values[0])}]" if len(values) == 1 else f"df = df[{part}.isin({listed(values)})]"
        )
    if table.series and column == table.series_name:
        return None
    if keep and len(values) == 1:
        return f"df = df[df[{quoted(column)}] == {quoted(values[0])}]"
    return f"df = df[{'' if keep else '~'}df[{quoted(column)}].isin({listed(values)})]"


def _kept(series: str, plan: Plan, table: Table) -> bool:
    return all((series in f.values) == f.keep for f in plan.filters if f.column == table.series_name)


def _has_gaps(plan: Plan, table: Table) -> bool:
    return any(column.missing for column in table.columns if column.name.strip() in plan.measures)


def _count_name(language: str) -> str:
    return {"ko": "건수", "en": "count", "zh": "数量"}[language]


@dataclass(frozen=True)
class Grid:
    """A table of numbers read back from the logs: `data[row][column]`, None where there is no value."""

    index: tuple[str, ...]
    columns: tuple[str, ...]
    data: tuple[tuple[float | None, ...], ...]

    def column(self, name: str) -> list[float | None]:
        """One column, top to bottom."""
        place = self.columns.index(name)
        return [row[place] for row in self.data]


def grid(logs: str, mark: str = "RESULT:") -> Grid | None:
    """The table printed behind a mark, or None where there is none."""
    found = marked(logs, mark)
    if not isinstance(found, dict) or "index" not in found:
        return None
    columns = tuple(str(c) for c in found.get("columns", ["value"]))
    rows = [row if isinstance(row, list) else [row] for row in found["data"]]
    return Grid(tuple(str(i) for i in found["index"]), columns, tuple(tuple(row) for row in rows))


def numbers(logs: str, mark: str) -> dict[str, float | None]:
    """A printed series (name: number); empty where there is none."""
    found = marked(logs, mark)
    if isinstance(found, dict) and "index" in found:
        return dict(zip(map(str, found["index"]), found["data"], strict=True))
    return found if isinstance(found, dict) else {}


def failed(logs: str) -> str | None:
    """The error that stopped the code, or None where it printed its result."""
    return error_in(logs) if "RESULT:" not in logs or "Traceback" in logs else None
