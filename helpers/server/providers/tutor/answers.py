"""From the numbers in the logs to the words of the answer."""

from .computing import Grid, grid, numbers
from .drawing import result_unit, value_label
from .periods import GRAIN_NAMES
from .plans import Plan, core_name
from .reading import marked
from .tables import Table

_ROWS_SHOWN = 20
_COLUMNS_SHOWN = 8


def number(value: float | None, unit: str | None = None) -> str:
    """A number as it is read: 12,345, 12.3, 4.5%; a dash for a missing one."""
    if value is None:
        return "–"
    size = abs(value)
    text = (
        f"{value:,.1f}" if unit == "%" else f"{value:,.0f}" if size >= 100 or value == round(value) else f"{value:,.2f}"
    )
    text = text.replace("-", "−")
    return f"{text}%" if unit == "%" else f"{text} {unit}" if unit else text


def percent(value: float | None) -> str:
    """A change in percent with its sign: +12.3%, −4.0%."""
    return "–" if value is None else f"{value:+,.1f}%".replace("-", "−")


def period_text(period: str, language: str) -> str:
    """2024-Q3 as "2024년 3분기", 2024-07 as "2024년 7월"; English keeps the notation of the data."""
    year, _, rest = period.partition("-")
    if not (year.isdigit() and len(year) == 4):
        return period
    if language == "en":
        return f"{rest} {year}" if rest.startswith("Q") else period
    units = {"ko": ("년", "분기", "월"), "zh": ("年", "季度", "月")}[language]
    if not rest:
        return year + units[0]
    space = " " if language == "ko" else ""
    if rest.startswith("Q"):
        return f"{year}{units[0]}{space}{rest[1:]}{units[1]}"
    return f"{year}{units[0]}{space}{int(rest)}{units[2]}" if rest.isdigit() else period


def with_particle(word: str, pair: str) -> str:
    """A Korean word with the particle that suits its last letter: pair is "은는", "이가", "을를" or "과와"."""
    last = word.rstrip(")\"'”’ ")[-1:] or "가"
    closed = (ord(last) - 0xAC00) % 28 > 0 if "가" <= last <= "힣" else last in "013678LMNRlmnr"
    return word + pair[0 if closed else 1]


def answer(plan: Plan, table: Table, logs: str, language: str) -> str:
    """The answer to a plan, from what its code printed."""
    special = {
        "missing": _missing,
        "describe": _describe,
        "correlation": _correlation,
        "distribution": _distribution,
        "outliers": _outliers,
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
    if (
        plan.grain
        and not (plan.ranks and not plan.chart)
        and not (plan.operation == "growth" and plan.ranks and plan.groups)
    ):
        return _over_time(plan, table, result, logs, label, unit, language)
    if len(result.index) == 1 and len(result.columns) <= 3:
        return _single(plan, result, label, unit, language)
    return _by_category(plan, result, label, unit, language)


def _choices(table: Table, language: str) -> str:
    shown = [f"{g}: {', '.join(table.values(g)[:6])}" for g in table.groups[:3]]
    return " (" + "; ".join(shown) + ")" if shown else ""


def _condition(plan: Plan, language: str) -> str:
    """The filters in words, to stand before the label."""
    words = []
    for kept in plan.filters:
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


def _by_category(plan: Plan, result: Grid, label: str, unit: str | None, language: str) -> str:
    lines = []
    condition = _condition(plan, language)
    values = [(name, row[0]) for name, row in zip(result.index, result.data, strict=True) if row[0] is not None]
    units = [unit if unit == "%" or c == result.columns[0] else None for c in result.columns]
    if plan.grain:
        values = [(period_text(name, language), value) for name, value in values]
    if len(result.columns) == 1 or plan.ranks:
        ordered = sorted(values, key=lambda pair: pair[1], reverse=not (plan.ranks and plan.ascending))
        first, last = ordered[0], ordered[-1]
        low = plan.ranks and plan.ascending
        if language == "ko":
            lines.append(
                f"{condition}{with_particle(label, '이가')} 가장 {'낮은' if low else '높은'} 것은 "
                f"**{first[0]}**({number(first[1], unit)})입니다."
            )
            if len(ordered) > 1 and not plan.ranks:
                lines[0] = lines[0][:-4] + f"이고, 가장 낮은 것은 {last[0]}({number(last[1], unit)})입니다."
        elif language == "zh":
            lines.append(
                f"{condition}{label}{'最低' if low else '最高'}的是 **{first[0]}**（{number(first[1], unit)}）。"
            )
        else:
            where = f" ({condition})" if condition else ""
            lines.append(
                f"**{first[0]}** has the {'lowest' if low else 'highest'} {label}{where}: {number(first[1], unit)}."
            )
            if len(ordered) > 1 and not plan.ranks:
                lines.append(f"The lowest is {last[0]} with {number(last[1], unit)}.")
    lines += ["", *markdown(result, units, language, plan)]
    return "\n".join(lines)


def _over_time(plan: Plan, table: Table, result: Grid, logs: str, label: str, unit: str | None, language: str) -> str:
    lines = []
    grain = GRAIN_NAMES[language][plan.grain or "year"]
    condition = _condition(plan, language).strip()
    first, last = (period_text(result.index[i], language) for i in (0, -1))
    totals, changes = numbers(logs, "TOTAL:"), numbers(logs, "CHANGE:")
    yearly = grid(logs, "YEARLY:")
    what = _what_shown(plan, label, grain, condition, language)
    lines.append(what)
    for name in result.columns[:10]:
        column = [(i, v) for i, v in zip(result.index, result.column(name), strict=True) if v is not None]
        if not column:
            continue
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
        if language == "ko":
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
    if yearly and len(yearly.index) > 1 and (plan.totals or len(result.index) > _ROWS_SHOWN):
        lines += [
            "",
            {"ko": "연도별 합계:", "en": "Totals by year:", "zh": "各年合计："}[language],
            *markdown(yearly, [unit] * len(yearly.columns), language, plan),
        ]
    if plan.totals or not plan.chart:
        if len(result.index) <= _ROWS_SHOWN and len(result.columns) <= _COLUMNS_SHOWN:
            heading = {"ko": f"{grain}별 표:", "en": f"By {grain}:", "zh": f"各{grain}："}[language]
            lines += ["", heading, *markdown(result, [unit] * len(result.columns), language, plan, totals)]
    return "\n".join(lines)


def _what_shown(plan: Plan, label: str, grain: str, condition: str, language: str) -> str:
    groups = [core_name(g) for g in plan.groups]
    if language == "ko":
        by = "·".join(f"{part}별" for part in [grain, *groups])
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
    head = GRAIN_NAMES[language][plan.grain] if plan.grain else core_name(plan.groups[0]) if plan.groups else ""
    total = {"ko": "합계", "en": "Total", "zh": "合计"}[language]
    names = [value_label(plan, language) if len(columns) == 1 and not plan.grain else core_name(c) for c in columns]
    header = [head, *names, *([total] if totals else [])]
    lines = ["| " + " | ".join(header) + " |", "|---|" + "---:|" * (len(header) - 1)]
    for name, row in list(zip(result.index, result.data, strict=True))[:_ROWS_SHOWN]:
        cells = [
            number(value, unit if unit == "%" else None)
            for value, unit in zip(row[:_COLUMNS_SHOWN], units, strict=False)
        ]
        cells += [number(totals.get(name))] if totals else []
        lines.append("| " + " | ".join([name, *cells]) + " |")
    if len(result.index) > _ROWS_SHOWN:
        rest = len(result.index) - _ROWS_SHOWN
        lines.append({"ko": f"(그 밖에 {rest}행)", "en": f"({rest} more rows)", "zh": f"（另有{rest}行）"}[language])
    return lines


def _missing(plan: Plan, table: Table, logs: str, language: str) -> str:
    result = grid(logs)
    rows = marked(logs, "ROWS:")
    assert result
    gaps = [(name, row[0]) for name, row in zip(result.index, result.data, strict=True) if row[0]]
    if not gaps:
        return {
            "ko": f"{rows}행 모두 채워져 있습니다. 빈칸이 없습니다.",
            "en": f"No cell is missing in the {rows} rows.",
            "zh": f"{rows} 行中没有缺失值。",
        }[language]
    total = sum(int(v or 0) for _, v in gaps)
    head = {
        "ko": f"{rows}행에서 빈칸 {total}개를 찾았습니다.",
        "en": f"{total} cells are missing in {rows} rows.",
        "zh": f"{rows} 行中有 {total} 个缺失值。",
    }[language]
    return "\n".join([head, *(f"- {name}: {number(value)}" for name, value in gaps)])


def _describe(plan: Plan, table: Table, logs: str, language: str) -> str:
    result = grid(logs)
    rows = marked(logs, "ROWS:")
    words = {
        "ko": ("기간", "숫자", "분류", "행", "열"),
        "en": ("periods", "numbers", "categories", "rows", "columns"),
        "zh": ("时间", "数值", "类别", "行", "列"),
    }[language]
    lines = [f"**{table.reading.filename}**: {rows} {words[3]} × {len(table.columns)} {words[4]}"]
    if table.periods:
        values = (
            next(c.values for c in table.columns if c.name.strip() == table.periods.columns[0])
            if not table.year_columns
            else ()
        )
        span = f" ({values[0]} … {values[-1]})" if len(values) > 1 else ""
        lines.append(f"- {words[0]}: {', '.join(table.periods.columns)}{span}")
    for name in table.categories:
        values = table.values(name)
        lines.append(f"- {words[2]} {name}: {', '.join(values[:8])}{' …' if len(values) > 8 else ''}")
    lines.append(f"- {words[1]}: {', '.join(table.series or table.measures) or '–'}")
    if result and result.index:
        head = {
            "ko": ["열", "개수", "합계", "평균", "최소", "최대"],
            "en": ["column", "count", "sum", "mean", "min", "max"],
            "zh": ["列", "数量", "合计", "平均", "最小", "最大"],
        }[language]
        lines += ["", "| " + " | ".join(head) + " |", "|---|" + "---:|" * 5]
        lines += [
            "| " + " | ".join([name, *map(number, row)]) + " |"
            for name, row in zip(result.index, result.data, strict=True)
        ]
    return "\n".join(lines)


def _correlation(plan: Plan, table: Table, logs: str, language: str) -> str:
    found = marked(logs, "RESULT:")
    a, b = (core_name(m) for m in plan.measures[:2])
    r = found["r"]
    if r is None:
        return {
            "ko": "값이 모두 같거나 너무 적어 상관계수를 구할 수 없습니다.",
            "en": "The values are too few or all equal, so no correlation can be computed.",
            "zh": "数据太少或全部相同，无法计算相关系数。",
        }[language]
    strength = 2 if abs(r) >= 0.7 else 1 if abs(r) >= 0.4 else 0
    text = f"{r:.2f}".replace("-", "−")
    if language == "ko":
        grade = ["뚜렷하지 않은", "어느 정도의", "강한"][strength]
        way = "양의" if r > 0 else "음의"
        return f"{with_particle(a, '과와')} {b}의 상관계수는 **{text}**입니다(자료 {found['n']}개): {grade} {way} 관계입니다. 상관은 원인을 뜻하지는 않습니다."
    if language == "zh":
        return f"{a}与{b}的相关系数为 **{text}**（{found['n']} 个数据点）。相关不等于因果。"
    grade = ["weak", "moderate", "strong"][strength]
    way = "positive" if r > 0 else "negative"
    return f"The correlation of {a} and {b} is **{text}** ({found['n']} points): a {grade} {way} one. It does not say that one causes the other."


def _distribution(plan: Plan, table: Table, logs: str, language: str) -> str:
    result = grid(logs)
    assert result
    values = dict(zip(result.index, (row[0] for row in result.data), strict=True))
    name = core_name(plan.measures[0])
    n, mean, low, q1, median, q3, high = (
        number(values[k]) for k in ("count", "mean", "min", "25%", "50%", "75%", "max")
    )
    if language == "ko":
        return f"{name} {n}개의 분포입니다. 평균 {mean}, 중앙값 {median}, 최소 {low}, 최대 {high}이고, 가운데 절반은 {q1}에서 {q3} 사이에 있습니다."
    if language == "zh":
        return (
            f"{name}共 {n} 个值：平均 {mean}，中位数 {median}，最小 {low}，最大 {high}；中间一半在 {q1} 与 {q3} 之间。"
        )
    return f"The {n} values of {name} have a mean of {mean} and a median of {median}, from {low} to {high}; the middle half lies between {q1} and {q3}."


def _outliers(plan: Plan, table: Table, logs: str, language: str) -> str:
    found = marked(logs, "RESULT:") or []
    if not found:
        return {
            "ko": "사분위 범위의 1.5배를 벗어난 값은 없습니다.",
            "en": "No value lies outside 1.5 times the interquartile range.",
            "zh": "没有超出四分位距1.5倍的值。",
        }[language]
    head = {
        "ko": f"사분위 범위의 1.5배를 벗어난 값이 {len(found)}개 있습니다.",
        "en": f"{len(found)} values lie outside 1.5 times the interquartile range.",
        "zh": f"有 {len(found)} 个值超出四分位距的1.5倍。",
    }[language]
    usual = {"ko": "보통 범위", "en": "usual range", "zh": "通常范围"}[language]
    return "\n".join(
        [
            head,
            *(
                f"- {where}, {name}: **{number(v)}** ({usual} {number(lo)} – {number(hi)})"
                for name, where, v, lo, hi in found[:10]
            ),
        ]
    )
