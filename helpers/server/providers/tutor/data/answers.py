"""From the numbers in the logs to the words of the answer."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from .conditions import meeting, overtaking
from .cycles import kind_of
from .drawing import drawn_of
from .forecast import forecast
from .grids import Grid, grid, numbers
from .labels import NO_NAME, result_unit, value_label
from .names import core_name, is_subject
from .periods import GRAIN_NAMES
from .plan import GROWTH_OVERALL, WITHOUT_PERIODS, Plan
from .special_answers import correlation, describe, distribution, duplicates, missing, outliers
from .tables import Table
from .words import bounded, capital, compared, each, number, percent, period_text, with_particle

_ROWS_SHOWN = 20
_FEW_ROWS = 8
_SERIES_SHOWN = 5


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
        "duplicates": duplicates,
        "describe": describe,
        "correlation": correlation,
        "distribution": distribution,
        "outliers": outliers,
        "forecast": forecast,
    }
    if plan.operation == "overtaking":
        return overtaking(plan, logs, language)
    if plan.threshold:
        return meeting(plan, logs, language, result_unit(plan, table))
    if plan.operation in special:
        return special[plan.operation](plan, table, logs, language)
    result = grid(logs)
    crossed = len(plan.groups) + bool(plan.grain) == 2
    if result and plan.ranks and crossed and not plan.chart and len(result.columns) > 1 and len(result.index) > 1:
        return best_of_each(plan, table, result, language)
    if not result or not result.index or all(value is None for row in result.data for value in row):
        return {
            "ko": "조건에 맞는 행이 없습니다. 기간이나 항목의 이름을 확인해 주세요." + _choices(table, language),
            "en": "No rows match. Please check the period or the names." + _choices(table, language),
            "zh": "没有符合条件的行。请检查时间或名称。" + _choices(table, language),
        }[language]
    unit = result_unit(plan, table)
    label = value_label(plan, language)
    if plan.operation in GROWTH_OVERALL and len(result.columns) < 3:
        return _ONE_PERIOD[language]
    if plan.operation in GROWTH_OVERALL and len(result.index) == 1:
        return _grown(plan, result, table, language)
    if len(result.index) == 1 and (len(result.columns) == 1 or (len(result.columns) <= 3 and not plan.grain)):
        return _single(plan, result, label, unit, language)
    ranked_periods = plan.ranks and not plan.chart and not plan.groups
    if plan.grain and not ranked_periods and plan.operation not in WITHOUT_PERIODS:
        return _over_time(plan, table, result, logs, label, unit, language)
    return _by_category(plan, result, logs, label, unit, language)


def crowded_note(plan: Plan, logs: str, language: str) -> str:
    """That the chart shows only the largest categories; empty where it shows them all."""
    result = grid(logs)
    shown, many = (
        drawn_of(plan, len(result.index), len(result.columns))
        if plan.crowded and plan.chart != "pie" and result
        else (0, 0)
    )
    if shown == many:
        return ""
    by = {"ko": "작은", "en": "smallest", "zh": "最小"} if plan.ranks and plan.ascending else {}
    size = {"ko": "큰", "en": "largest", "zh": "最大"}[language] if language not in by else by[language]
    return {
        "ko": f"그래프에는 {many}개 가운데 가장 {size} {shown}개만 그렸습니다. 숫자는 모두를 가지고 계산했습니다.",
        "en": f"The chart shows the {size} {shown} of {many}; the figures are computed from all of them.",
        "zh": f"图中只显示 {many} 项中{size}的 {shown} 项，数字按全部计算。",
    }[language]


def _choices(table: Table, language: str) -> str:
    shown = [f"{g}: {', '.join(table.values(g)[:6])}" for g in table.groups[:3]]
    return " (" + "; ".join(shown) + ")" if shown else ""


def _condition(plan: Plan, language: str) -> str:
    """The filters in words, to stand before the label."""
    words = []
    for kept in plan.filters:
        if kept.values == plan.measures:
            continue
        values = [period_text(v, language) for v in kept.values] if kept.column == "period" else list(kept.values)
        if kept.bound:
            by_time = kept.column == "period"
            one = bounded if by_time else partial(compared, core_name(kept.column))
            values = [one(values[0], kept.bound, language)]
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
        if not plan.derived and plan.operation is None and plan.name not in NO_NAME
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


def best_of_each(plan: Plan, table: Table, result: Grid, language: str) -> str:
    """The first of every row: the best seller of each year, the busiest branch of each region."""
    unit, label = result_unit(plan, table), value_label(plan, language)
    pick = min if plan.ascending else max
    lines = []
    for place, row in zip(result.index, result.data, strict=True):
        known = [(value, name) for value, name in zip(row, result.columns, strict=True) if value is not None]
        if known:
            value, name = pick(known)
            lines.append(f"- {period_text(place, language)}: **{core_name(name)}** ({number(value, unit)})")
    more = len(lines) - _ROWS_SHOWN
    condition = _condition(plan, language).strip()
    across = core_name(plan.groups[-1])
    down = GRAIN_NAMES[language][plan.grain] if plan.grain else core_name(plan.groups[0])
    head = {
        "ko": f"{condition} {each(down)}로 {with_particle(label, '이가')} "
        f"가장 {'낮은' if plan.ascending else '높은'} {across}입니다.",
        "en": f"The {across} with the {'lowest' if plan.ascending else 'highest'} {label} of each {down}"
        f"{f' ({condition})' if condition else ''}:",
        "zh": f"{condition}各{down}{label}{'最低' if plan.ascending else '最高'}的{across}：",
    }[language].strip()
    return "\n".join([head, *lines[:_ROWS_SHOWN], *([f"(+{more})"] if more > 0 else [])])


def _placed(
    nth: int,
    ordered: Sequence[tuple[str, float]],
    label: str,
    unit: str | None,
    low: bool,
    condition: str,
    language: str,
) -> str:
    """The second highest, the third lowest."""
    if nth > len(ordered):
        return {
            "ko": f"{len(ordered)}개뿐이라 {nth}번째는 없습니다.",
            "en": f"There are only {len(ordered)}, so there is no number {nth}.",
            "zh": f"只有 {len(ordered)} 项，没有第 {nth} 名。",
        }[language]
    name, value = ordered[nth - 1]
    order = {2: "second", 3: "third"}.get(nth, f"{nth}th")
    where = f" ({condition})" if condition else ""
    return {
        "ko": f"{condition}{with_particle(label, '이가')} {nth}번째로 {'낮은' if low else '높은'} 것은 "
        f"**{name}**({number(value, unit)})입니다.",
        "en": f"**{name}** has the {order} {'lowest' if low else 'highest'} {label}{where}: {number(value, unit)}.",
        "zh": f"{condition}{label}第{nth}{'低' if low else '高'}的是 **{name}**（{number(value, unit)}）。",
    }[language]


def _level(label: str, value: str, language: str) -> str:
    return {
        "ko": f"{with_particle(label, '은는')} 모두 같습니다(**{value}**).",
        "en": f"The {label} is the same for all: **{value}**.",
        "zh": f"{label}全部相同（**{value}**）。",
    }[language]


def _grown(plan: Plan, result: Grid, table: Table, language: str) -> str:
    """By how much one measure grew from the first to the last period."""
    rate, start, end = result.data[0]
    first, last = (period_text(column, language) for column in result.columns[1:3])
    unit = result_unit(replace(plan, operation=None), table)
    name = value_label(replace(plan, operation=None), language)
    names = [f for f in plan.filters if f.column != "period"]
    where = _condition(replace(plan, filters=tuple(names)), language)
    a, b, size = number(start, unit), number(end, unit), percent(abs(rate or 0)).lstrip("+")
    if rate is None:
        return {
            "ko": (
                f"{where}{with_particle(name, '은는')} {first} {a}, {last} {b}입니다. "
                "처음 값이 0 이하라 증가율은 없습니다."
            ),
            "en": f"{name} was {a} in {first} and {b} in {last}; a rate of growth has no meaning from zero or below.",
            "zh": f"{where}{name}{first}为 {a}，{last}为 {b}，无法计算增长率。",
        }[language]
    if plan.operation == "cagr":
        a, b, size = number(start, unit), number(end, unit), percent(rate)
        return {
            "ko": f"{where}{with_particle(name, '은는')} {first} {a}에서 {last} {b}까지 연평균 **{size}** "
            f"변했습니다(CAGR).",
            "en": f"The compound annual growth rate (CAGR) of {name}{f' ({where})' if where else ''} is **{size}**, "
            f"from {a} in {first} to {b} in {last}.",
            "zh": f"{where}{name}从{first}的 {a} 到{last}的 {b}，年均复合增长率为 **{size}**。",
        }[language]
    if language == "ko":
        way = "늘었습니다" if rate > 0 else "줄었습니다"
        return f"{where}{with_particle(name, '은는')} {first} {a}에서 {last} {b}까지 **{size}** {way}."
    if language == "zh":
        return f"{where}{name}从{first}的 {a} 到{last}的 {b}，{'增长' if rate > 0 else '下降'} **{size}**。"
    way = "grew" if rate > 0 else "fell"
    text = f"{name}{f' ({where})' if where else ''} {way} by **{size}**, from {a} in {first} to {b} in {last}."
    return capital(text)


def _by_category(plan: Plan, result: Grid, logs: str, label: str, unit: str | None, language: str) -> str:
    if plan.operation in GROWTH_OVERALL and len(plan.groups) > 1 and kind_of(plan.groups[0]):
        plan = replace(plan, groups=plan.groups[1:])  # from half to half, for each of the others
    lines = [
        f"**{n}**: {number(row[0], unit)}" for n, row in zip(result.index, result.data, strict=True) if n in plan.focus
    ]
    if len(lines) > 1 and plan.operation == "share":
        both = sum(row[0] or 0 for n, row in zip(result.index, result.data, strict=True) if n in plan.focus)
        sums = {"ko": "더하면 {}입니다.", "en": "Together: {}.", "zh": "合计 {}。"}
        lines.append(sums[language].format(f"**{number(both, unit)}**"))
    total = numbers(logs, "TOTAL:").get(result.columns[0]) if len(result.columns) == 1 else None
    condition = _condition(plan, language)
    values = [(name, row[0]) for name, row in zip(result.index, result.data, strict=True) if row[0] is not None]
    first_only = plan.operation != "share"
    units = [unit if c == result.columns[0] or not first_only else None for c in result.columns]
    if plan.grain and plan.operation not in WITHOUT_PERIODS:
        values = [(period_text(name, language), value) for name, value in values]
    if len(result.columns) == 1 or (plan.ranks and len(plan.groups) < 2) or plan.operation in GROWTH_OVERALL:
        low = plan.ascending and (plan.ranks or plan.operation in GROWTH_OVERALL)
        ordered = sorted(values, key=lambda pair: abs(pair[1]) if plan.by_size else pair[1], reverse=not low)
        first, last = ordered[0], ordered[-1]
        if plan.nth and plan.ranks:
            lines.append(_placed(plan.nth, ordered, label, unit, low, condition, language))
        elif len(ordered) > 1 and first[1] == last[1]:
            lines.append(_level(f"{condition}{label}" if language != "en" else label, number(first[1], unit), language))
        elif language == "ko":
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
        names = ", ".join(map(core_name, result.columns[:6])) if len(plan.groups) < 2 else label
        if plan.aggregate == "mean" and len(plan.groups) < 2:
            names = {"ko": "평균 ", "en": "Average ", "zh": "平均"}[language] + names
        lines.append(
            {
                "ko": f"{condition}{'·'.join(map(each, groups))} {with_particle(names, '을를')} 계산했습니다.",
                "en": f"{names[:1].upper()}{names[1:]} by {' and '.join(groups)}"
                + (f" ({condition}):" if condition else ":"),
                "zh": f"{condition}各{'、'.join(groups)}的{names}：",
            }[language]
        )
    if total is not None:
        lines.append(
            {"ko": "합계는", "en": "In total:", "zh": "合计："}[language] + f" {number(total, unit)}" + _STOP[language]
        )
    if plan.chart and len(values) > _FEW_ROWS and not plan.totals and len(result.columns) == 1:
        best = sorted(values, key=lambda pair: pair[1], reverse=not (plan.ranks and plan.ascending))[:_SERIES_SHOWN]
        return "\n".join([*lines, *(f"- **{name}**: {number(value, unit)}" for name, value in best)])
    lines += ["", *markdown(result, units, language, plan)]
    return "\n".join(lines)


def _over_time(plan: Plan, table: Table, result: Grid, logs: str, label: str, unit: str | None, language: str) -> str:
    grain = GRAIN_NAMES[language][plan.grain or "year"]
    condition = _condition(plan, language).strip()
    totals, changes = numbers(logs, "TOTAL:"), numbers(logs, "CHANGE:")
    yearly = grid(logs, "YEARLY:")
    names = [name for name in result.columns if any(value is not None for value in result.column(name))]
    largest = sorted(names, key=lambda name: -sum(value or 0 for value in result.column(name)))[:_SERIES_SHOWN]
    shown = [name for name in names if name in largest]
    lines = [_what_shown(plan, label, grain, condition, language)]
    lines += [f"- {course(result, name, changes.get(name), label, unit, language, bold=True)}" for name in shown]
    if len(names) > len(shown):
        lines.append(_others(len(names) - len(shown), language))
    if len(result.index) == 1:
        return "\n".join([*lines, "", _ONE_PERIOD[language]])
    most = _ROWS_SHOWN if plan.totals or not plan.chart else _FEW_ROWS
    if len(result.index) <= most and len(result.columns) <= _COLUMNS_SHOWN:
        heading = {"ko": f"{each(grain)} 표:", "en": f"By {grain}:", "zh": f"各{grain}："}[language]
        lines += ["", heading, *markdown(result, [unit] * len(result.columns), language, plan, totals)]
    elif most == _ROWS_SHOWN and yearly and len(yearly.index) > 1 and len(yearly.columns) <= _COLUMNS_SHOWN:
        lines += [
            "",
            {"ko": "연도별 합계:", "en": "Totals by year:", "zh": "各年合计："}[language],
            *markdown(yearly, [unit] * len(yearly.columns), language, replace(plan, grain="year")),
        ]
    return "\n".join(lines)


def course(
    result: Grid, name: str, change: float | None, label: str, unit: str | None, language: str, bold: bool = False
) -> str:
    """One column from its first to its last period, with its highest and lowest, in one line."""
    column = [(i, v) for i, v in zip(result.index, result.column(name), strict=True) if v is not None]
    first, last = period_text(column[0][0], language), period_text(column[-1][0], language)
    best = max(column, key=lambda pair: pair[1])
    worst = min(column, key=lambda pair: pair[1])
    shown = core_name(name) if len(result.columns) > 1 else label
    shown = f"**{shown}**" if bold else shown
    start, end = number(column[0][1], unit), number(column[-1][1], unit)
    if len(column) == 1:
        return f"{shown}: {first} {start}"
    moved = f" ({percent(change)})" if change is not None and unit != "%" and column[0][1] > 0 else ""
    if len(column) == 2 and moved:
        step = column[1][1] - column[0][1]
        moved = f" ({'+' if step > 0 else ''}{number(step, unit)}, {percent(change)})"
    high = f"{period_text(best[0], language)}({number(best[1], unit)})"
    low = f"{period_text(worst[0], language)}({number(worst[1], unit)})"
    if language == "ko":
        return f"{shown}: {first} {start} → {last} {end}{moved}, 가장 높은 때 {high}, 가장 낮은 때 {low}"
    if language == "zh":
        return f"{shown}：{first} {start} → {last} {end}{moved}，最高 {high}，最低 {low}"
    high, low = high.replace("(", " ("), low.replace("(", " (")
    return f"{shown}: {start} in {first} → {end} in {last}{moved}; highest in {high}, lowest in {low}"


def _others(count: int, language: str) -> str:
    return {
        "ko": f"(합이 가장 큰 {_SERIES_SHOWN}개입니다. 그 밖에 {count}개가 더 있습니다.)",
        "en": f"(These are the {_SERIES_SHOWN} largest; there are {count} more.)",
        "zh": f"（以上为最大的 {_SERIES_SHOWN} 项，另有 {count} 项。）",
    }[language]


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
    down = plan.grain if plan.operation not in WITHOUT_PERIODS else None
    head = GRAIN_NAMES[language][down] if down else core_name(plan.groups[0]) if plan.groups else ""
    if plan.across:
        exam = all(is_subject(name) for name in plan.measures)
        words = ("과목", "Subject", "科目") if exam else ("문항", "Question", "问题")
        head = words[("ko", "en", "zh").index(language)]
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
