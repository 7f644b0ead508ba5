"""How a result is called: its name, its unit, the title of its chart."""

from .names import core_name, unit_of
from .periods import GRAIN_NAMES
from .plan import Plan
from .tables import Table
from .words import each


def chart_title(plan: Plan, table: Table, language: str) -> str:
    """The title asked for, else what is shown: "분기별 매출 (제품별)", "Profit by quarter and channel"."""
    if plan.title:
        return plan.title
    name = value_label(plan, language)
    grain = GRAIN_NAMES[language][plan.grain] if plan.grain else None
    grain = None if plan.operation == "overall growth" else grain
    parts = ([grain] if grain else []) + [core_name(g) for g in plan.groups]
    span = _span(plan)
    if plan.operation == "correlation":
        a, b = (core_name(m) for m in plan.measures)
        return {"ko": f"{a} − {b} 관계", "en": f"{a} and {b}", "zh": f"{a}与{b}的关系"}[language]
    if plan.operation == "distribution":
        return {"ko": f"{name} 분포", "en": f"Distribution of {name}", "zh": f"{name}的分布"}[language]
    if language == "ko":
        return f"{span}{' · '.join(map(each, parts))} {name}".strip()
    if language == "zh":
        return f"{span}各{'、'.join(parts)}的{name}" if parts else f"{span}{name}"
    by = f" by {' and '.join(part if part.isupper() else part.lower() for part in parts)}" if parts else ""
    text = f"{name}{by}{', ' + span.strip() if span.strip() else ''}"
    return text[:1].upper() + text[1:]


def _average_of_periods(name: str, grain: str | None) -> dict[str, str]:
    english = {"day": "daily", "month": "monthly", "quarter": "quarterly", "year": "yearly"}.get(grain or "", "")
    korean = {"day": "일", "month": "월", "quarter": "분기", "year": "연"}.get(grain or "", "")
    return {"ko": f"{korean}평균 {name}", "en": f"average {english} {name}", "zh": f"平均{name}"}


def value_label(plan: Plan, language: str) -> str:
    """What the numbers are: "매출 합계의 비중", "average price"."""
    name = core_name(plan.name) if plan.name else {"ko": "건수", "en": "count", "zh": "数量"}[language]
    if plan.aggregate == "count":
        name = {"ko": "건수", "en": "count", "zh": "数量"}[language]
    if len(plan.measures) > 1 and not plan.derived and not plan.groups:
        name = {"ko": " · ", "en": " and ", "zh": "、"}[language].join(core_name(m) for m in plan.measures[:3])
    words = {
        "average": _average_of_periods(name, plan.grain),
        "mean": {"ko": f"평균 {name}", "en": f"average {name}", "zh": f"平均{name}"},
        "median": {"ko": f"{name} 중앙값", "en": f"median {name}", "zh": f"{name}中位数"},
        "max": {"ko": f"최대 {name}", "en": f"maximum {name}", "zh": f"最大{name}"},
        "min": {"ko": f"최소 {name}", "en": f"minimum {name}", "zh": f"最小{name}"},
        "growth": {"ko": f"{name} 증가율", "en": f"{name} growth", "zh": f"{name}增长率"},
        "overall growth": {"ko": f"{name} 증가율", "en": f"{name} growth", "zh": f"{name}增长率"},
        "share": {"ko": f"{name} 비중", "en": f"share of {name}", "zh": f"{name}占比"},
        "cumulative": {"ko": f"누적 {name}", "en": f"cumulative {name}", "zh": f"累计{name}"},
    }
    if plan.aggregate in words and not plan.derived:
        name = words[plan.aggregate][language]
    return words[plan.operation][language] if plan.operation in words else name


def result_unit(plan: Plan, table: Table) -> str | None:
    """The unit of the result: "%" for shares and growth, that of the column's name, None where it is not known."""
    if plan.operation in ("share", "growth", "overall growth") or plan.derived in ("margin", "percent"):
        return "%"
    if plan.aggregate == "count" or plan.derived == "ratio":
        return None
    units = {unit_of(name) for name in plan.measures}
    return units.pop() if len(units) == 1 else None


def axis_label(plan: Plan, table: Table, language: str) -> str:
    """The label of the value axis, with the unit where it is known."""
    unit = result_unit(plan, table)
    label = value_label(plan, language)
    return f"{label} ({unit})" if unit else label


def _span(plan: Plan) -> str:
    """The chosen periods and categories, for the title."""
    words = []
    for kept in plan.filters:
        if kept.column == "period":
            words.append(kept.values[0] if len(kept.values) == 1 else f"{kept.values[0]}–{kept.values[-1]}")
        elif len(kept.values) == 1 and kept.keep and kept.values != (plan.name,):
            words.append(kept.values[0])
    return " ".join(words) + " " if words else ""


def measure_label(name: str) -> str:
    unit = unit_of(name)
    return f"{core_name(name)} ({unit})" if unit else core_name(name)
