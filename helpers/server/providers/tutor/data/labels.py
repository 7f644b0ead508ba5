"""How a result is called: its name, its unit, the title of its chart."""

from dataclasses import replace

from .names import core_name, unit_of
from .periods import GRAIN_NAMES
from .plan import GROWTH_OVERALL, WITHOUT_PERIODS, Plan
from .tables import Table
from .words import bounded, capital, closed, compared, each, period_text

# What the values of a wide table are called where nobody has said what they are.
NO_NAME = ("값", "value")


def chart_title(plan: Plan, table: Table, language: str) -> str:
    """The title asked for, else what is shown: "분기별 매출 (제품별)", "Profit by quarter and channel"."""
    if plan.title:
        return plan.title
    name = value_label(plan, language)
    grain = GRAIN_NAMES[language][plan.grain] if plan.grain else None
    grain = None if plan.operation in WITHOUT_PERIODS else grain
    parts = ([grain] if grain else []) + [core_name(g) for g in plan.groups]
    span = _span(plan, language)
    if plan.operation == "correlation":
        a, b = (core_name(m) for m in plan.measures)
        return {"ko": f"{a} − {b} 관계", "en": f"{a} and {b}", "zh": f"{a}与{b}的关系"}[language]
    if plan.operation == "forecast":
        plain = chart_title(replace(plan, operation=None), table, language)
        tail = {
            "ko": "과 직선 추세의 연장(점선)",
            "en": ", and its trend drawn out (broken)",
            "zh": "及趋势外推（虚线）",
        }
        return plain + ("와" + tail["ko"][1:] if language == "ko" and not closed(plain) else tail[language])
    if plan.operation == "distribution":
        return {"ko": f"{name} 분포", "en": f"Distribution of {name}", "zh": f"{name}的分布"}[language]
    if language == "ko":
        return f"{span}{' · '.join(map(each, parts))} {name}".strip()
    if language == "zh":
        return f"{span}各{'、'.join(parts)}的{name}" if parts else f"{span}{name}"
    by = f" by {' and '.join(part if part.isupper() else part.lower() for part in parts)}" if parts else ""
    text = f"{name}{by}{', ' + span.strip() if span.strip() else ''}"
    return capital(text)


def _average_of_periods(name: str, grain: str | None) -> dict[str, str]:
    english = {"day": "daily", "month": "monthly", "quarter": "quarterly", "year": "yearly"}.get(grain or "", "")
    korean = {"day": "일", "month": "월", "quarter": "분기", "year": "연"}.get(grain or "", "")
    return {"ko": f"{korean}평균 {name}", "en": f"average {english} {name}", "zh": f"平均{name}"}


def _moving_unit(plan: Plan, language: str) -> str:
    units = {
        "day": ("일", "day", "日"),
        "week": ("주", "week", "周"),
        "month": ("개월", "month", "个月"),
        "quarter": ("개 분기", "quarter", "个季度"),
        "year": ("년", "year", "年"),
    }
    return units[plan.grain or "year"][("ko", "en", "zh").index(language)]


def value_label(plan: Plan, language: str) -> str:
    """What the numbers are: "매출 합계의 비중", "average price"."""
    if plan.name in NO_NAME and plan.aggregate == "sum" and not plan.derived:
        shown = "share" if plan.operation == "share" else "sum"
        found = {
            "share": {"ko": "비중", "en": "share", "zh": "占比"},
            "sum": {"ko": "합계", "en": "total", "zh": "合计"},
        }
        if plan.operation in (None, "share"):
            return found[shown][language]
    name = core_name(plan.name) if plan.name else {"ko": "건수", "en": "count", "zh": "数量"}[language]
    if plan.aggregate == "count":
        name = {"ko": "건수", "en": "count", "zh": "数量"}[language]
    if len(plan.measures) > 1 and not plan.derived and not plan.groups and plan.name in plan.measures:
        name = {"ko": " · ", "en": " and ", "zh": "、"}[language].join(core_name(m) for m in plan.measures[:3])
    words = {
        "average": _average_of_periods(name, plan.grain),
        "mean": {"ko": f"{name} 평균", "en": f"average {name}", "zh": f"平均{name}"},
        "median": {"ko": f"{name} 중앙값", "en": f"median {name}", "zh": f"{name}中位数"},
        "std": {"ko": f"{name} 표준편차", "en": f"standard deviation of {name}", "zh": f"{name}标准差"},
        "nunique": {
            "ko": f"{name} 종류의 수",
            "en": f"number of different values of {name}",
            "zh": f"不同{name}的数量",
        },
        "max": {"ko": f"{name} 최댓값", "en": f"maximum {name}", "zh": f"最大{name}"},
        "min": {"ko": f"{name} 최솟값", "en": f"minimum {name}", "zh": f"最小{name}"},
        "growth": {"ko": f"{name} 증가율", "en": f"{name} growth", "zh": f"{name}增长率"},
        "overall growth": {"ko": f"{name} 증가율", "en": f"{name} growth", "zh": f"{name}增长率"},
        "cagr": {"ko": f"{name} 연평균 성장률(CAGR)", "en": f"CAGR of {name}", "zh": f"{name}年均复合增长率"},
        "moving": {
            "ko": f"{name} {plan.lag}{_moving_unit(plan, 'ko')} 이동평균",
            "en": f"{plan.lag}-{_moving_unit(plan, 'en')} moving average of {name}",
            "zh": f"{name}{plan.lag}{_moving_unit(plan, 'zh')}移动平均",
        },
        "share": {"ko": f"{name} 비중", "en": f"share of {name}", "zh": f"{name}占比"},
        "cumulative": {"ko": f"누적 {name}", "en": f"cumulative {name}", "zh": f"累计{name}"},
    }
    if plan.aggregate in words and not plan.derived:
        name = words[plan.aggregate][language]
    return words[plan.operation][language] if plan.operation in words else name


def result_unit(plan: Plan, table: Table) -> str | None:
    """The unit of the result: "%" for shares and growth, that of the column's name, None where it is not known."""
    if plan.operation in ("share", "growth", *GROWTH_OVERALL) or plan.derived in ("margin", "percent", "part", "rate"):
        return "%"
    if plan.aggregate == "count" or plan.derived == "ratio":
        return None
    if table.unit:
        return table.unit
    units = {unit_of(name) or table.written_unit(name) for name in plan.measures}
    return units.pop() if len(units) == 1 else None


def axis_label(plan: Plan, table: Table, language: str) -> str:
    """The label of the value axis, with the unit where it is known."""
    unit = result_unit(plan, table)
    label = value_label(plan, language)
    return f"{label} ({unit})" if unit else label


def _span(plan: Plan, language: str) -> str:
    """The chosen periods and categories, for the title."""
    words = []
    for kept in plan.filters:
        if kept.column == "period":
            names = [period_text(value, language) for value in kept.values]
            one = bounded(names[0], kept.bound, language) if kept.bound else names[0]
            words.append(one if len(names) == 1 else f"{names[0]}–{names[-1]}")
        elif kept.bound:
            words.append(compared(core_name(kept.column), kept.values[0], kept.bound, language))
        elif len(kept.values) == 1 and kept.keep and kept.values != plan.measures:
            words.append(kept.values[0])
    return " ".join(words) + " " if words else ""


def measure_label(name: str) -> str:
    unit = unit_of(name)
    return f"{core_name(name)} ({unit})" if unit else core_name(name)
