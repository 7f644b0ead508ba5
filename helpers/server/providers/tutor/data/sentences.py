"""An answer about a table as plain sentences, the most important first, and its table as records."""

import re
from typing import Any

from .answers import answer
from .grids import Grid, grid, numbers
from .labels import result_unit, value_label
from .names import core_name
from .periods import GRAIN_NAMES
from .plan import WITHOUT_PERIODS, Plan
from .tables import Table
from .words import capital, number, period_text, with_particle


def sentences_of(plan: Plan, table: Table, logs: str, language: str) -> list[str]:
    """What `answer` says, without its table; of periods one sentence for each series, the largest first."""
    result = grid(logs)
    over_time = plan.grain and plan.operation not in (
        *WITHOUT_PERIODS,
        "missing",
        "duplicates",
        "describe",
        "distribution",
    )
    if result and over_time and len(result.index) > 1 and not (plan.ranks and not plan.chart and not plan.groups):
        return _courses(plan, table, result, logs, language)
    said = answer(plan, table, logs, language)
    lines = [re.sub(r"^\s*[-*]\s+", "", line).strip() for line in said.splitlines() if not line.startswith("|")]
    return [line.replace("**", "") for line in lines if line]


def _courses(plan: Plan, table: Table, result: Grid, logs: str, language: str) -> list[str]:
    unit, label = result_unit(plan, table), value_label(plan, language)
    changes = numbers(logs, "CHANGE:")
    found = []
    columns = {name: [v or 0 for v in result.column(name)] for name in result.columns}
    for name in sorted(columns, key=lambda name: -sum(columns[name])):
        cells = [(period_text(i, language), v) for i, v in zip(result.index, result.column(name), strict=True)]
        known = [(i, v) for i, v in cells if v is not None]
        if not known:
            continue
        subject = core_name(name) if len(result.columns) > 1 else label
        (first, start), (last, end) = known[0], known[-1]
        top, most = max(known, key=lambda pair: pair[1])
        a, b, high = (number(v, unit) for v in (start, end, most))
        change = changes.get(name)
        sized = f" {abs(change):,.1f}%" if change is not None and unit != "%" and start > 0 else ""
        if language == "ko":
            way = "늘었고" if end > start else "줄었고" if end < start else "같고"
            found.append(
                f"{with_particle(subject, '은는')} {first} {a}에서 {last} {b}{_to(b)}{sized} {way}, "
                f"가장 높은 때는 {top}({high})입니다."
            )
        elif language == "zh":
            way = "增加" if end >= start else "减少"
            found.append(f"{subject}从{first}的 {a} {way}{sized}到{last}的 {b}，最高为{top}（{high}）。")
        else:
            way = "rose" if end > start else "fell" if end < start else "stayed"
            text = f"{subject} {way}{sized and ' by' + sized} from {a} in {first} to {b} in {last}, with its highest"
            found.append(f"{capital(text)} value in {top} ({high}).")
    return found


def _to(figure: str) -> str:
    """The Korean particle 로 or 으로 after a figure read aloud: 천삼백육으로, 이천백오로."""
    last = figure.rstrip(" ")[-1:]
    if "가" <= last <= "힣":
        final = (ord(last) - 0xAC00) % 28
        return "로" if final in (0, 8) else "으로"
    return "으로" if last in "036" else "로"


def records_of(plan: Plan, logs: str, language: str) -> list[dict[str, Any]]:
    """The result's rows, each with its label first; empty where the result is no table."""
    result = grid(logs)
    if not result or plan.operation in ("missing", "duplicates", "describe", "correlation", "distribution", "outliers"):
        return []
    down = plan.grain if plan.operation not in WITHOUT_PERIODS else None
    head = GRAIN_NAMES[language][down] if down else core_name(plan.groups[0]) if plan.groups else "name"
    columns = [value_label(plan, language) if len(result.columns) == 1 else core_name(c) for c in result.columns]
    return [
        {head: label, **{c: _plain(value) for c, value in zip(columns, row, strict=True)}}
        for label, row in zip(result.index, result.data, strict=True)
    ]


def _plain(value: float | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == round(value) else round(value, 2)
