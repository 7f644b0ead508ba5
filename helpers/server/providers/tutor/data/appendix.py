"""The last slide: the table behind the figures, the method, who made what, and what the data cannot say."""

from typing import Any

from .deck_parts import Deck, series_names, shown_series
from .fact_code import decimals
from .facts import Fact
from .ground import Ground
from .names import concept_of, core_name, unit_of
from .periods import GRAIN_NAMES, quoted
from .phrases import safe, season_name
from .rows import listed
from .source import Code
from .words import capital

_MOST_PERIODS, _MOST_COLUMNS, _MOST_ROWS = 6, 4, 8


def cell_lines(g: Ground) -> list[str]:
    """Python of the function that writes one number of the table; a dash stands for a missing one."""
    digits = decimals(g)
    form = f'f"{{value:,.{digits}f}}"'
    if digits is None:
        form = 'f"{value:,.0f}" if value == round(value) else f"{value:,.1f}"'
    return ["def cell(value):", f'    return "–" if pd.isna(value) else ({form}).replace("-", "−")']


def appendix(deck: Deck, g: Ground, facts: list[Fact]) -> dict[str, Any] | None:
    words = {
        "ko": ("방법", "만든 이", "한계"),
        "en": ("Method", "Who made it", "Limits"),
        "zh": ("方法", "制作", "局限"),
    }[g.language]
    head = {
        "ko": f"부록: 모든 숫자는 {safe(g.table.reading.filename)}에서 계산했습니다",
        "en": f"Appendix: every figure is computed from {safe(g.table.reading.filename)}",
        "zh": f"附录：所有数字均由 {safe(g.table.reading.filename)} 计算得出",
    }[g.language]
    kicker = {"ko": "방법과 한계", "en": "Method and limits", "zh": "方法与局限"}[g.language]
    notes = _notes(g, bool(deck.picture))
    table = _years_and_parts(g) if g.single and g.by_year else _series(g) if g.plan.grain else _categories(g)
    return {
        "layout": "appendix",
        "title": head,
        "subtitle": kicker,
        "table": {**table, "from": _origin(g, notes[0])},
        "notes": [{"heading": heading, "text": text} for heading, text in zip(words, notes, strict=True)],
    }


def _years_and_parts(g: Ground) -> dict[str, Any]:
    """One series: a row for each quarter or month, a column for each full year, and what a year makes."""
    parts = [label[5:] for label in g.grid.index if label[:4] == g.years[0]]
    named = [season_name(part, g.language) for part in parts]
    years = g.years[-_MOST_PERIODS:]
    pairs = "[" + ", ".join(f"({quoted(p)}, {quoted(name)})" for p, name in zip(parts, named, strict=True)) + "]"
    cells = 'table.loc[f"{year}-{part}"].iloc[0]'
    rows = f"[[name, *(cell({cells}) for year in {listed(years)})] for part, name in {pairs}]"
    whole = {"ko": ("합계", "평균"), "en": ("Total", "Mean"), "zh": ("合计", "平均")}[g.language][not g.adds]
    total = f"[[{quoted(whole)}, *map(cell, yearly.loc[{listed(years)}].iloc[:, 0])]]"
    part_head = GRAIN_NAMES[g.language][str(g.plan.grain)]
    return {"header": [capital(part_head), *years], "rows": Code(f"{rows} + {total}"), "total": True}


def _series(g: Ground) -> dict[str, Any]:
    """A row for each series, a column for each full year or for the last periods."""
    shown, names = shown_series(g), series_names(g)
    frame, columns = ("yearly", g.years) if g.by_year else ("table", list(g.grid.index))
    columns = columns[-_MOST_PERIODS:]
    group = core_name(g.plan.groups[0]) if g.plan.groups else {"ko": "항목", "en": "Series", "zh": "项目"}[g.language]
    column = "table.columns[0]" if g.single else ""
    pairs = "[" + ", ".join(f"({column or quoted(name)}, {quoted(safe(names[name]))})" for name in shown) + "]"
    chosen = f"{frame}.loc[{listed(columns)}"
    rows = Code(f"[[name, *map(cell, {chosen}, column])] for column, name in {pairs}]")
    if g.adds and len(shown) > 1 and len(shown) == len(g.series):
        total = {"ko": "합계", "en": "Total", "zh": "合计"}[g.language]
        # Where a value is missing there is no whole.
        rows = Code(f"{rows.text} + [[{quoted(total)}, *map(cell, {chosen}].sum(axis=1, skipna=False))]]")
    return {"header": [safe(capital(group)), *map(safe, columns)], "rows": rows}


def _categories(g: Ground) -> dict[str, Any]:
    """A row for each category."""
    columns = list(g.series[:_MOST_COLUMNS])
    pairs = f"zip(table.index[:{_MOST_ROWS}], table.to_numpy()[:{_MOST_ROWS}, :{len(columns)}])"
    braces = any("{" in name or "}" in name for name in g.grid.index)
    name = 'str(name).replace("{", "{{").replace("}", "}}")' if braces else "str(name)"
    group = core_name(g.plan.groups[0]) if g.plan.groups else {"ko": "항목", "en": "Series", "zh": "项目"}[g.language]
    heads = [safe(capital(core_name(c) if len(columns) > 1 else g.label)) for c in columns]
    return {
        "header": [safe(capital(group)), *heads],
        "rows": Code(f"[[{name}, *map(cell, row)] for name, row in {pairs}]"),
    }


def _origin(g: Ground, method: str) -> str:
    """Where the numbers of the table come from, for the speaker: the file, what was measured, and how."""
    name, label = safe(g.table.reading.filename), safe(g.label)
    return {
        "ko": f"{name}의 {label}. {method}",
        "en": f"{label} in {name}. {method}",
        "zh": f"{name} 的{label}。{method}",
    }[g.language]


def _notes(g: Ground, pictured: bool) -> list[str]:
    """Method, authorship, and what the data cannot say."""
    language = g.language
    rows = g.table.rows
    how = {
        "sum": {"ko": "더했습니다", "en": "summed", "zh": "求和"},
        "count": {"ko": "세었습니다", "en": "counted", "zh": "计数"},
    }.get(g.plan.aggregate, {"ko": "평균했습니다", "en": "averaged", "zh": "取平均"})[language]
    formula = ""
    signs = {"difference": "−", "ratio": "/", "percent": "/", "margin": "−", "product": "×"}
    if g.plan.derived in signs:
        a, b = (core_name(m) for m in g.plan.measures[:2])
        sign = signs[g.plan.derived]
        formula = f" {g.label} = {a} {sign} {b}." if g.plan.derived != "margin" else f" {g.label} = ({a} − {b}) / {a}."
    method = {
        "ko": f"{rows}행을 읽어 기간과 항목별로 {how}.",
        "en": f"{rows} rows were read and {how} by period and category.",
        "zh": f"读取 {rows} 行，按时间和类别{how}。",
    }[language]
    maker = {
        "ko": "계산과 문장: 코드 실행 도구를 쓰는 오프라인 튜터."
        + (" 표지 그림: images.generate." if pictured else ""),
        "en": "Figures and sentences: the offline tutor with its code interpreter."
        + (" Cover picture: images.generate." if pictured else ""),
        "zh": "计算与文字：使用代码解释器的离线导师。" + ("封面图片：图像模型。" if pictured else ""),
    }[language]
    gaps = sum(column.missing for column in g.table.columns)
    limits = []
    if not g.table.unit and not any(unit_of(m) for m in g.plan.measures):
        limits.append(
            {"ko": "파일에 단위가 없습니다.", "en": "The file gives no unit.", "zh": "文件中没有单位。"}[language]
        )
    concepts = {concept_of(name) for name in [*g.table.measures, g.table.value_name]}
    if "revenue" in concepts and "cost" not in concepts and "profit" not in concepts:
        limits.append(
            {
                "ko": "비용이 없어 이익은 말할 수 없습니다.",
                "en": "It has no costs, so nothing is said of profit.",
                "zh": "没有成本，无法说明利润。",
            }[language]
        )
    others = [core_name(name) for name in g.table.measures if name not in g.plan.measures]
    if others and len(g.plan.measures) == 1:
        named = ", ".join(others[:3])
        limits.append(
            {
                "ko": f"{g.label}만 다뤘습니다. 파일에는 {named} 열도 있습니다.",
                "en": f"Only {g.label} is shown; the file also has {named}.",
                "zh": f"仅分析{g.label}；文件中还有{named}。",
            }[language]
        )
    if gaps:
        limits.append(
            {
                "ko": f"빈칸 {gaps}개는 빼고 계산했습니다.",
                "en": f"{gaps} missing cells were left out.",
                "zh": f"{gaps} 个缺失值未计入。",
            }[language]
        )
    limits.append(
        {"ko": "원인은 이 데이터로 알 수 없습니다.", "en": "The data do not tell causes.", "zh": "数据不能说明原因。"}[
            language
        ]
    )
    return [safe(method + formula), maker, safe(" ".join(limits))]
