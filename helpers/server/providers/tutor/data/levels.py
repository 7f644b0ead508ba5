"""Levels: headcounts, stocks and balances, which are counted at a moment and must not be added over time.

Over a longer period a level is what it was at the end of it; beside something that flows ("sales per head") it is the
average over the periods.
"""

import re
from collections.abc import Sequence

from .labels import value_label
from .names import core_name
from .periods import GRAIN_NAMES, quoted
from .plan import Plan
from .reading import marked
from .tables import Table
from .words import each, period_text, with_particle

_LEVEL = re.compile(
    r"재고|(?<!방문)(?<!이용)(?<!참가)(?<!관람)(?<!입장)인원|(?:직원|종업원|임직원|사원|재직자|교직원)\s?수|재직|구독자|"
    r"(?:회원|계좌|점포|매장|병상|객실|가구|세대|차량)\s?수|보유|잔액|잔고|인구|"
    r"\bhead\s?count\b|\bemployees?\b|\bstaff\b|\binventory\b|\bstock\b|\bon.?hand\b|\bbalance\b|\bsubscribers?\b|"
    r"\bmembers\b|\bfollowers\b|\bpopulation\b|\boutstanding\b|\bfleet\b|\bbeds\b|\bMRR\b|\bARR\b|"
    r"库存|员工人?数|在职|余额|存量|人口|订阅",
    re.I,
)
# What comes or goes is added up, whatever it is of.
_FLOW = re.compile(
    r"신규|입사|퇴사|채용|이직|입고|출고|증가|감소|가입|해지|이탈|회전|율$|률$|비율|평균|"
    r"\bnew\b|\bhired?\b|\bhires\b|\bleft\b|\bleavers\b|\bchurn|\badded\b|\blost\b|\bchange\b|\bturnover\b|\brate\b|\bper\b|"
    r"\bcost\b|\bsales\b|\bprice\b|新增|入职|离职|率$",
    re.I,
)
_COMMENT = {
    "ko": "# 시점에 세는 값이라 더하지 않고 마지막 시점의 값을 씁니다",
    "en": "# Counted at a moment: not added over time, the last moment is taken",
    "zh": "# 时点数据不能跨期相加，取最后一期的值",
}


def is_level(name: str) -> bool:
    """True for a measure that is counted at a moment."""
    return bool(_LEVEL.search(core_name(name))) and not _FLOW.search(core_name(name))


def moment_of(measures: Sequence[str], derived: str | None, aggregate: str, table: Table) -> str:
    """How levels are taken over time: "end", "mean" beside something that flows; empty where nothing is a level."""
    if not table.periods or aggregate != "sum" or not measures:
        return ""
    names = [table.value_name or table.reading.filename] if table.series or table.period_columns else list(measures)
    levels = [name for name in names if is_level(name)]
    if not levels:
        return ""
    if derived in ("ratio", "percent") and len(levels) < len(names):
        return "mean"
    return "end" if len(levels) == len(names) else ""


def finest(table: Table) -> str:
    """The finest grain of a table with periods."""
    assert table.periods
    return table.periods.grains()[0]


def end_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that leaves in `df` the last moment of each period of the plan, or the last of all."""
    if plan.moment != "end" or not table.periods or plan.grain == finest(table):
        return []
    column = quoted(table.periods.column(finest(table), language))
    moment = f"df[{column}]"
    if table.periods.kind == "label":
        moment = f"df[{column}].map({{name: n for n, name in enumerate(df[{column}].unique())}})"
    keys = [f"df[{quoted(table.periods.column(plan.grain, language))}]"] if plan.grain else []
    # From day to day not every category is counted, so that each has a last day of its own.
    if finest(table) == "day":
        keys += [f"df[{quoted(name)}]" for name in table.categories]
    last = f'moment.groupby([{", ".join(keys)}]).transform("max")' if keys else "moment.max()"
    return [
        _COMMENT[language],
        f"moment = {moment}",
        f"df = df[moment == {last}]",
        f'print("MOMENT:", json.dumps(str(df[{column}].iloc[-1]), ensure_ascii=False))',
    ]


def mean_lines(plan: Plan, table: Table, by: str, language: str) -> list[str]:
    """Python that makes the levels in `grouped` averages over the periods of each group."""
    if plan.moment != "mean" or not table.periods:
        return []
    column = quoted(table.periods.column(finest(table), language))
    count = f"{by}[{column}].nunique()" if by else f"df[{column}].nunique()"
    return [f"grouped[{quoted(name)}] /= {count}" for name in plan.measures if is_level(name)]


def level_note(plan: Plan, table: Table, logs: str, language: str) -> str:
    """How a level was taken over time, said plainly; empty where that was no question."""
    if not plan.moment or not table.periods:
        return ""
    names = GRAIN_NAMES[language]
    if plan.moment == "mean":
        name = next((core_name(m) for m in plan.measures if is_level(m)), "")
        return {
            "ko": f"{with_particle(name, '은는')} 시점마다 세는 값이라 {names[finest(table)]} 평균을 썼습니다.",
            "en": f"{name} is counted at a moment, so I took its average over the {names[finest(table)]}s.",
            "zh": f"{name}是时点数据，因此取各{names[finest(table)]}的平均值。",
        }[language]
    found = marked(logs, "MOMENT:")
    if not isinstance(found, str):
        return ""
    label = value_label(plan, language) if not plan.operation else core_name(plan.name)
    when = period_text(found, language)
    if plan.grain:
        return {
            "ko": f"{with_particle(label, '은는')} 시점에 세는 값이라 더하지 않고, {each(names[plan.grain])} 마지막 "
            f"{names[finest(table)]}의 값을 썼습니다(마지막은 {when}).",
            "en": f"{label} is counted at a moment and not added over time: each {names[plan.grain]} shows its last "
            f"{names[finest(table)]} (the latest is {when}).",
            "zh": f"{label}是时点数据，不跨期相加：每{names[plan.grain]}"
            f"取其最后一个{names[finest(table)]}（最近为{when}）。",
        }[language]
    return {
        "ko": f"{with_particle(label, '은는')} 시점에 세는 값이라 기간끼리 더하지 않고, "
        f"마지막 시점인 {when}의 값을 썼습니다.",
        "en": f"{label} is counted at a moment and not added over time: this is its value in {when}.",
        "zh": f"{label}是时点数据，不跨期相加，这里是{when}的值。",
    }[language]
