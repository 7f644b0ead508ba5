"""From a plan to the pandas code that computes it.

The code leaves its result in `table`: periods or categories down, products (or measures) across. It prints the table
for the reader, and again behind RESULT: for the tutor.
"""

from .categories import overall_mean
from .conditions import condition_lines, overtaking_lines
from .cycles import kind_of
from .forecast import forecast_lines
from .grouping import row_lines, table_lines
from .periods import quoted
from .plan import GROWTH_OVERALL, Plan
from .rhythm import rhythm_print_lines
from .rows import prepare_lines
from .special_code import (
    correlation_lines,
    describe_lines,
    distribution_lines,
    duplicates_lines,
    missing_lines,
    outliers_lines,
)
from .tables import Table
from .what_if import whatif_lines

_COMMENTS = {
    "group": {"ko": "묶어서 계산합니다", "en": "Group and compute", "zh": "分组计算"},
    "rows": {"ko": "행 하나하나를 견줍니다", "en": "Compare single rows", "zh": "逐行比较"},
    "share": {"ko": "비중(%)", "en": "Shares in percent", "zh": "占比(%)"},
    "growth": {
        "ko": "앞 기간 대비 증가율(%)",
        "en": "Growth over the period before, in percent",
        "zh": "与前期相比的增长率(%)",
    },
    "cagr": {"ko": "연평균 성장률(%)", "en": "Compound annual growth in percent", "zh": "年均复合增长率(%)"},
    "more": {"ko": "함께 볼 숫자", "en": "Figures to go with it", "zh": "相关数字"},
}


_MOST_RANKED = 5


def compute_code(plan: Plan, table: Table, language: str) -> str:
    """The code that computes the plan, without drawing."""
    numpy = ["import numpy as np"] if plan.operation == "forecast" else []
    lines = [
        "import json",
        "",
        *numpy,
        "import pandas as pd",
        "",
        *prepare_lines(plan, table, language),
        *whatif_lines(plan),
        "",
    ]
    special = {
        "missing": missing_lines,
        "duplicates": duplicates_lines,
        "describe": describe_lines,
        "correlation": correlation_lines,
        "distribution": distribution_lines,
        "outliers": outliers_lines,
    }.get(plan.operation or "")
    if special:
        return "\n".join(lines + special(plan, table, language)) + "\n"
    if plan.operation == "rows":
        lines += [f"# {_COMMENTS['rows'][language]}", *row_lines(plan, table)]
    else:
        lines += [f"# {_COMMENTS['group'][language]}", *table_lines(plan, table, language)]
    if plan.contrast:
        a, b = plan.contrast
        name, part = quoted(f"{a} − {b}"), "" if plan.grain else ".loc"
        lines.append(f"table{part}[{name}] = table{part}[{quoted(a)}] - table{part}[{quoted(b)}]")
    if plan.operation == "overtaking":
        return "\n".join([*lines, *overtaking_lines(plan), *_printed()]) + "\n"
    if plan.threshold and plan.operation is None:
        return "\n".join([*lines, *condition_lines(plan, table), *_printed()]) + "\n"
    if plan.operation in (*GROWTH_OVERALL, "forecast"):
        lines += _full_years(plan, table, language)
    if plan.operation == "forecast":
        return "\n".join([*lines, *forecast_lines(plan, language)]) + "\n"
    lines += _operation_lines(plan, table, language)
    if plan.ranks and not (plan.grain and plan.chart) and len(plan.groups) + bool(plan.grain) < 2:
        size = ", key=abs" if plan.by_size else ""
        lines.append(f"table = table.sort_values(table.columns[0], ascending={plan.ascending}{size})")
        if plan.limit or not plan.chart:
            lines.append(f"table = table.head({plan.limit or max(_MOST_RANKED, plan.nth or 0)})")
    if (
        plan.crowded
        and not plan.ranks
        and not plan.grain
        and len(plan.groups) == 1
        and plan.operation in (None, "share")
    ):
        lines.append("table = table.sort_values(table.columns[0], ascending=False)")
    lines += _printed()
    lines += _side_lines(plan, table, language)
    lines += rhythm_print_lines(plan, table, language)
    if overall := overall_mean(plan):
        lines.append(f'print("MEAN:", {overall})')
    return "\n".join(lines) + "\n"


def _printed() -> list[str]:
    return ["print(table.round(4).to_string())", 'print("RESULT:", table.to_json(orient="split", force_ascii=False))']


def _operation_lines(plan: Plan, table: Table, language: str) -> list[str]:
    comment = f"# {_COMMENTS.get((plan.operation or '').split()[-1] if plan.operation else '', {}).get(language, '')}"
    halves = any(kind_of(group) == "half" for group in plan.groups)
    if plan.operation in GROWTH_OVERALL and (plan.grain or halves):
        name = {"ko": "증가율(%)", "en": "growth (%)", "zh": "增长率(%)"}[language]
        growth = ["growth = (last / first.where(first > 0) - 1) * 100"]
        if plan.operation == "cagr":
            name = {"ko": "연평균 성장률(%)", "en": "CAGR (%)", "zh": "年均复合增长率(%)"}[language]
            growth = [
                "years = int(table.index[-1][:4]) - int(table.index[0][:4])",
                "growth = ((last / first.where(first > 0)) ** (1 / max(years, 1)) - 1) * 100",
            ]
        return [
            comment,
            "first, last = table.iloc[0], table.iloc[-1]",
            *growth,
            f"table = pd.DataFrame({{{quoted(name)}: growth, table.index[0]: first, table.index[-1]: last}})",
            f"table = table.sort_values({quoted(name)}, ascending={plan.ascending})",
        ]
    if plan.operation == "growth" and plan.grain:
        return [comment, f"before = table.shift({plan.lag})", "table = (table / before.where(before > 0) - 1) * 100"]
    if plan.operation == "average":
        name = {"ko": "평균", "en": "average", "zh": "平均"}[language]
        return [f"table = table.mean().to_frame({quoted(name)})"]
    if plan.operation == "moving":
        return [f"table = table.rolling({plan.lag}).mean()"]
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
    if (
        adds
        and not plan.moment
        and plan.grain in ("month", "quarter")
        and table.periods
        and table.periods.kind != "label"
    ):
        lines.append("yearly = table.groupby(table.index.str[:4]).sum()")
        lines.append('print("YEARLY:", yearly.to_json(orient="split", force_ascii=False))')
    lines.append("change = (table.iloc[-1] / table.iloc[0] - 1) * 100")
    lines.append('print("CHANGE:", change.to_json(force_ascii=False))')
    return lines


def _adds(plan: Plan) -> bool:
    """True where parts of the result can be added up to a whole."""
    return plan.aggregate in ("sum", "count") and plan.derived in (None, "difference", "product", "rowsum")
