"""From the numbers in the logs to the words of the answer."""

from dataclasses import replace

from .computing import Grid, grid, numbers
from .labels import result_unit, value_label
from .names import core_name
from .periods import GRAIN_NAMES
from .plan import Plan
from .special_answers import correlation, describe, distribution, missing, outliers
from .tables import Table
from .words import each, number, percent, period_text, with_particle

_ROWS_SHOWN = 20
_FEW_ROWS = 6


_ONE_PERIOD = {
    "ko": "기간이 하나뿐이라 변화는 말할 수 없습니다.",
    "en": "There is only one period, so nothing can be said of change.",
    "zh": "只有一个时间段，无法说明变化。",
}


_COLUMNS_SHOWN = 8
_STOP = {"ko": "입니다.", "en": ".", "zh": "。"}


def answer(plan: Plan, table: Table, logs: str, language: str) -> str:
    """The answer to a plan, from what its code printed."""
    special = {
        "missing": missing,
        "describe": describe,
        "correlation": correlation,
        "distribution": distribution,
        "outliers": outliers,
    }
    if plan.operation in special:
        return special[plan.operation](plan, table, logs, language)
    result = grid(logs)
    if not result or not result.index or all(value is None for row in result.data for value in row):
        return {
            "ko": "조건에 맞는 행이 없습니다. 기간이나 항목의 이름을 확인해 주세요." + _choices(table, language),
            "en": "No rows match. Please check the period or the names." + _choices(table, language),
            "zh": "没有符合条件的行。请检查时间或名称。" + _choices(table, language),
        }[language]
    unit = result_unit(plan, table)
    label = value_label(plan, language)
    if len(result.index) == 1 and (len(result.columns) == 1 or (len(result.columns) <= 3 and not plan.grain)):
        return _single(plan, result, label, unit, language)
    ranked_periods = plan.ranks and not plan.chart and not plan.groups
    if plan.grain and not ranked_periods and plan.operation not in ("overall growth", "average"):
        return _over_time(plan, table, result, logs, label, unit, language)
    return _by_category(plan, result, logs, label, unit, language)


def _choices(table: Table, language: str) -> str:
    shown = [f"{g}: {', '.join(table.values(g)[:6])}" for g in table.groups[:3]]
    return " (" + "; ".join(shown) + ")" if shown else ""


def _condition(plan: Plan, language: str) -> str:
    """The filters in words, to stand before the label."""
    words = []
    for kept in plan.filters:
        if kept.values == (plan.name,):
            continue
        values = [period_text(v, language) for v in kept.values] if kept.column == "period" else list(kept.values)
        text = f"{values[0]}–{values[-1]}" if kept.column == "period" and len(values) > 2 else ", ".join(values)
        if not kept.keep:
            text = {"ko": f"{text} 제외", "en": f"without {text}", "zh": f"不含{text}"}[language]
        words.append(text)
    return " ".join(words) + " " if words and language != "en" else ", ".join(words)


def _single(plan: Plan, result: Grid, label: str, unit: str | None, language: str) -> str:
    condition = _condition(plan, language)
    labels = [label] if len(result.columns) == 1 else [core_name(c) for c in result.columns]
    total = (
        {"sum": {"ko": " 합계", "en": "total ", "zh": "合计"}}.get(plan.aggregate, {}).get(language, "")
        if not plan.derived
        else ""
    )
    parts = []
    for name, value in zip(labels, result.data[0], strict=False):
        if language == "ko":
            parts.append(f"{condition}{with_particle(name + total, '은는')} **{number(value, unit)}**입니다.")
        elif language == "zh":
            parts.append(f"{condition}{name}{total}为 **{number(value, unit)}**。")
        else:
            where = f" ({condition})" if condition else ""
            parts.append(f"The {total}{name}{where} is **{number(value, unit)}**.")
    return " ".join(parts)


def _by_category(plan: Plan, result: Grid, logs: str, label: str, unit: str | None, language: str) -> str:
    lines = [
        f"**{n}**: {number(row[0], unit)}" for n, row in zip(result.index, result.data, strict=True) if n in plan.focus
    ]
    total = numbers(logs, "TOTAL:").get(result.columns[0]) if len(result.columns) == 1 else None
    condition = _condition(plan, language)
    values = [(name, row[0]) for name, row in zip(result.index, result.data, strict=True) if row[0] is not None]
    first_only = plan.operation != "share"
    units = [unit if c == result.columns[0] or not first_only else None for c in result.columns]
    if plan.grain and plan.operation not in ("overall growth", "average"):
        values = [(period_text(name, language), value) for name, value in values]
    if len(result.columns) == 1 or (plan.ranks and len(plan.groups) < 2) or plan.operation == "overall growth":
        low = plan.ascending and (plan.ranks or plan.operation == "overall growth")
        ordered = sorted(values, key=lambda pair: pair[1], reverse=not low)
        first, last = ordered[0], ordered[-1]
        if language == "ko":
            lines.append(
                f"{condition}{with_particle(label, '이가')} 가장 {'낮은' if low else '높은'} 것은 "
                f"**{first[0]}**({number(first[1], unit)})입니다."
            )
            if len(ordered) > 1 and not plan.ranks and not low:
                lines[-1] = lines[-1][:-4] + f"이고, 가장 낮은 것은 {last[0]}({number(last[1], unit)})입니다."
        elif language == "zh":
            lines.append(
                f"{condition}{label}{'最低' if low else '最高'}的是 **{first[0]}**（{number(first[1], unit)}）。"
            )
        else:
            where = f" ({condition})" if condition else ""
            lines.append(
                f"**{first[0]}** has the {'lowest' if low else 'highest'} {label}{where}: {number(first[1], unit)}."
            )
            if len(ordered) > 1 and not plan.ranks and not low:
                lines.append(f"The lowest is {last[0]} with {number(last[1], unit)}.")
    if not lines:
        groups = [core_name(g) for g in plan.groups]
        names = ", ".join(map(core_name, result.columns[:6]))
        if plan.aggregate == "mean":
            names = {"ko": "평균 ", "en": "Average ", "zh": "平均"}[language] + names
        lines.append(
            {
                "ko": f"{condition}{'·'.join(map(each, groups))} {with_particle(names, '을를')} 계산했습니다.",
                "en": f"{names} by {' and '.join(groups)}{f' ({condition})' if condition else ''}:",
                "zh": f"{condition}各{'、'.join(groups)}的{names}：",
            }[language]
        )
    if total is not None:
        lines.append(
            {"ko": "합계는", "en": "In total:", "zh": "合计："}[language] + f" {number(total, unit)}" + _STOP[language]
        )
    lines += ["", *markdown(result, units, language, plan)]
    return "\n".join(lines)


def _over_time(plan: Plan, table: Table, result: Grid, logs: str, label: str, unit: str | None, language: str) -> str:
    lines = []
    grain = GRAIN_NAMES[language][plan.grain or "year"]
    condition = _condition(plan, language).strip()
    totals, changes = numbers(logs, "TOTAL:"), numbers(logs, "CHANGE:")
    yearly = grid(logs, "YEARLY:")
    what = _what_shown(plan, label, grain, condition, language)
    lines.append(what)
    for name in result.columns[:10]:
        column = [(i, v) for i, v in zip(result.index, result.column(name), strict=True) if v is not None]
        if not column:
            continue
        first, last = period_text(column[0][0], language), period_text(column[-1][0], language)
        best = max(column, key=lambda pair: pair[1])
        worst = min(column, key=lambda pair: pair[1])
        shown = core_name(name) if len(result.columns) > 1 else label
        start, end = number(column[0][1], unit), number(column[-1][1], unit)
        change = changes.get(name)
        moved = (
            f" ({percent(change)})"
            if change is not None and unit != "%" and column[0][1] > 0 and len(column) > 1
            else ""
        )
        high = f"{period_text(best[0], language)}({number(best[1], unit)})"
        low = f"{period_text(worst[0], language)}({number(worst[1], unit)})"
        if len(column) == 1:
            lines.append(f"- **{shown}**: {first} {start}")
        elif language == "ko":
            lines.append(
                f"- **{shown}**: {first} {start} → {last} {end}{moved}, 가장 높은 때 {high}, 가장 낮은 때 {low}"
            )
        elif language == "zh":
            lines.append(f"- **{shown}**：{first} {start} → {last} {end}{moved}，最高 {high}，最低 {low}")
        else:
            high, low = high.replace("(", " ("), low.replace("(", " (")
            lines.append(
                f"- **{shown}**: {start} in {first} → {end} in {last}{moved}; highest in {high}, lowest in {low}"
            )
    if len(result.index) == 1:
        lines += ["", _ONE_PERIOD[language]]
    if yearly and len(yearly.index) > 1 and len(result.index) > _ROWS_SHOWN and len(yearly.columns) <= _COLUMNS_SHOWN:
        lines += [
            "",
            {"ko": "연도별 합계:", "en": "Totals by year:", "zh": "各年合计："}[language],
            *markdown(yearly, [unit] * len(yearly.columns), language, replace(plan, grain="year")),
        ]
    if plan.totals or not plan.chart or len(result.index) <= _FEW_ROWS:  # noqa: SIM102
        if len(result.index) <= _ROWS_SHOWN and len(result.columns) <= _COLUMNS_SHOWN:
            heading = {"ko": f"{grain}별 표:", "en": f"By {grain}:", "zh": f"各{grain}："}[language]
            lines += ["", heading, *markdown(result, [unit] * len(result.columns), language, plan, totals)]
    return "\n".join(lines)


def _what_shown(plan: Plan, label: str, grain: str, condition: str, language: str) -> str:
    groups = [core_name(g) for g in plan.groups]
    if language == "ko":
        by = "·".join(map(each, [grain, *groups]))
        verb = "계산해 그래프로 그렸습니다" if plan.chart else "계산했습니다"
        return f"{condition + ' ' if condition else ''}{by} {with_particle(label, '을를')} {verb}."
    if language == "zh":
        return f"已{'计算并绘制' if plan.chart else '计算'}{condition}各{'、'.join([grain, *groups])}的{label}。"
    by = " and ".join([grain, *(g if g.isupper() else g.lower() for g in groups)])
    verb = "computed and drew" if plan.chart else "computed"
    return f"I {verb} {label} by {by}{f' ({condition})' if condition else ''}."


def markdown(
    result: Grid, units: list[str | None], language: str, plan: Plan, totals: dict[str, float | None] | None = None
) -> list[str]:
    """The table as markdown lines, with a column of totals where they are given; at most 20 rows and 8 columns."""
    columns = result.columns[:_COLUMNS_SHOWN]
    down = plan.grain if plan.operation not in ("overall growth", "average") else None
    head = GRAIN_NAMES[language][down] if down else core_name(plan.groups[0]) if plan.groups else ""
    total = {"ko": "합계", "en": "Total", "zh": "合计"}[language]
    single = len(columns) == 1 and len(plan.groups) + bool(plan.grain) < 2
    names = [value_label(plan, language) if single else core_name(c) for c in columns]
    header = [head, *names, *([total] if totals else [])]
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    filled = [(i, row) for i, row in zip(result.index, result.data, strict=True) if any(v is not None for v in row)]
    for name, row in filled[:_ROWS_SHOWN]:
        cells = [
            number(value, unit if unit == "%" else None)
            for value, unit in zip(row[:_COLUMNS_SHOWN], units, strict=False)
        ]
        cells += [number(totals.get(name))] if totals else []
        lines.append("| " + " | ".join([name, *cells]) + " |")
    if len(filled) > _ROWS_SHOWN:
        rest = len(filled) - _ROWS_SHOWN
        lines.append({"ko": f"(그 밖에 {rest}행)", "en": f"({rest} more rows)", "zh": f"（另有{rest}行）"}[language])
    return lines
