"""The words of answers that are no table: missing values, a description of the file, correlation, outliers."""

from .grids import grid
from .names import core_name
from .plan import Plan
from .reading import marked
from .tables import Table
from .words import number, with_particle


def missing(plan: Plan, table: Table, logs: str, language: str) -> str:
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


def duplicates(plan: Plan, table: Table, logs: str, language: str) -> str:
    rows, again = marked(logs, "ROWS:"), marked(logs, "AGAIN:")
    if not again:
        return {
            "ko": f"{rows}행 가운데 완전히 같은 행은 없습니다.",
            "en": f"None of the {rows} rows repeats another.",
            "zh": f"{rows} 行中没有重复的行。",
        }[language]
    head = {
        "ko": f"{rows}행 가운데 앞의 행과 완전히 같은 행이 **{again}개** 있습니다.",
        "en": f"**{again}** of the {rows} rows repeat an earlier row in every column.",
        "zh": f"{rows} 行中有 **{again}** 行与前面的行完全相同。",
    }[language]
    return "\n".join([head, *(f"- {row}" for row in marked(logs, "RESULT:") or [])])


def describe(plan: Plan, table: Table, logs: str, language: str) -> str:
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
            if not table.period_columns
            else table.period_columns
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


def correlation(plan: Plan, table: Table, logs: str, language: str) -> str:
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
        return (
            f"{with_particle(a, '과와')} {b}의 상관계수는 **{text}**입니다(자료 {found['n']}개): "
            f"{grade} {way} 관계입니다. 상관은 원인을 뜻하지는 않습니다."
        )
    if language == "zh":
        return f"{a}与{b}的相关系数为 **{text}**（{found['n']} 个数据点）。相关不等于因果。"
    grade = ["weak", "moderate", "strong"][strength]
    way = "positive" if r > 0 else "negative"
    return (
        f"The correlation of {a} and {b} is **{text}** ({found['n']} points): a {grade} {way} "
        f"one. It does not say that one causes the other."
    )


def distribution(plan: Plan, table: Table, logs: str, language: str) -> str:
    result = grid(logs)
    assert result
    values = dict(zip(result.index, (row[0] for row in result.data), strict=True))
    name = core_name(plan.measures[0])
    n, mean, low, q1, median, q3, high = (
        number(values[k]) for k in ("count", "mean", "min", "25%", "50%", "75%", "max")
    )
    if language == "ko":
        return (
            f"{name} {n}개의 분포입니다. 평균 {mean}, 중앙값 {median}, 최소 {low}, 최대 "
            f"{high}이고, 가운데 절반은 {q1}에서 {q3} 사이에 있습니다."
        )
    if language == "zh":
        return (
            f"{name}共 {n} 个值：平均 {mean}，中位数 {median}，最小 {low}，最大 {high}；中间一半在 {q1} 与 {q3} 之间。"
        )
    return (
        f"The {n} values of {name} have a mean of {mean} and a median of {median}, from {low} "
        f"to {high}; the middle half lies between {q1} and {q3}."
    )


def outliers(plan: Plan, table: Table, logs: str, language: str) -> str:
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
