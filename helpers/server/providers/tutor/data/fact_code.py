"""The code that computes facts, and the way back from its logs."""

import re
from collections.abc import Sequence
from typing import Any

from .facts import Fact
from .ground import Ground
from .grouping import table_lines
from .labels import result_unit
from .periods import quoted
from .plan import Plan
from .reading import marked
from .rhythm import rhythm_lines, uses_days
from .rows import prepare_lines
from .tables import Table


def fact_lines(facts: Sequence[Fact], ground: Ground, language: str) -> list[str]:
    """Python that leaves the facts in `facts`: id -> value, text, formula, rows, unit."""
    unique = list({f.id: f for f in facts}.values())
    forms = {
        "number": _number_form(ground),
        "count": '"{:,.0f}"',
        "percent": '"{:+,.1f}%"',
        "size": '"{:,.1f}%"',
        "share": '"{:.1f}%"',
        "points": {"ko": '"{:.1f}%포인트"', "en": '"{:.1f} points"', "zh": '"{:.1f}个百分点"'}[language],
        "times": {"ko": '"{:.1f}배"', "en": '"{:.1f} times"', "zh": '"{:.1f}倍"'}[language],
    }
    unit = counted_in(ground)
    used = [form for form in forms if any(f.form == form for f in unique)]
    comment = {
        "ko": "# 사실: 값, 쓰는 꼴, 식, 근거가 된 행",
        "en": "# Facts: value, how it is written, formula, rows",
        "zh": "# 事实：数值、写法、公式、所用的行",
    }[language]
    lines = []
    if ground.by_year:
        lines.append(f"yearly = table.groupby(table.index.str[:4]).{'sum' if ground.adds else 'mean'}()")
    if uses_days(unique):
        lines += rhythm_lines(ground.plan, ground.table, language)
    lines += ["", "", "def fact(value, form, formula, rows):", "    value = float(value)"]
    for form in used:
        shown = "abs(value)" if form == "size" or (form == "number" and is_sign(unit)) else "value"
        lines += [
            f'    if form == "{form}":',
            f"        text = ({forms[form]}).format({shown})"
            if "if" in forms[form]
            else f"        text = {forms[form]}.format({shown})",
        ]
        if form == "number" and is_sign(unit):
            lines.append('        text = ("-" if value < 0 else "") + text')
    in_unit = f'{quoted(unit)} if form == "number" else None' if unit else "None"
    lines.append(
        '    return {"value": value, "text": text.replace("-", "−"), "formula": formula, "rows": rows, "unit": '
        f"{in_unit}}}"
    )
    lines += ["", "", comment, "facts = {"]
    for f in unique:
        lines.append(f"    {quoted(f.id)}: fact({f.code}, {quoted(f.form)}, {quoted(f.formula)}, {quoted(f.rows)}),")
    return [*lines, "}"]


def counted_in(ground: Ground) -> str:
    """The unit that stands beside each number; empty where none is known."""
    unit = result_unit(ground.plan, ground.table)
    return "" if not unit or unit == "%" else unit


def is_sign(unit: str) -> bool:
    """True for a currency sign, which stands before its number."""
    return unit in ("$", "€", "£", "¥", "₩")


def decimals(ground: Ground) -> int | None:
    """How many decimals all numbers of a table are written with; None where whole numbers stay whole."""
    values = [abs(v) for row in ground.grid.data for v in row if v is not None]
    if all(v == round(v) for v in values):
        return None
    return 0 if max(values) >= 1000 else 1 if max(values) >= 10 else 2


def _number_form(ground: Ground) -> str:
    """Python for the form of a number with its unit."""
    unit, digits = counted_in(ground), decimals(ground)
    # Hangul and Chinese units are written close to the number, others apart.
    space = "" if re.match("[가-힣一-鿿°]", unit) else " "
    before, after = (unit, "") if is_sign(unit) else ("", f"{space}{unit}" if unit else "")
    before, after = (text.replace("{", "{{").replace("}", "}}") for text in (before, after))

    def form(digits: int) -> str:
        return quoted(f"{before}{{:,.{digits}f}}{after}")

    if digits is None:
        return f"{form(0)} if abs(value) >= 100 or value == round(value) else {form(1)}"
    return form(digits)


def _as_text(plan: Plan, table: Table) -> list[str]:
    """Python that makes classes that are numbers (학년 1 to 3) the texts that facts call them by."""
    if not plan.groups or not table.is_number(plan.groups[-1]):
        return []
    side = "columns" if plan.grain or len(plan.groups) > 1 else "index"
    return [f"table.{side} = table.{side}.astype(str)"]


def facts_code(plan: Plan, table: Table, ground: Ground, facts: Sequence[Fact], language: str) -> str:
    """The whole code that computes facts and prints them behind FACTS:."""
    lines = ["import json", "", "import pandas as pd", "", *prepare_lines(plan, table, language), ""]
    lines += [*table_lines(plan, table, language), *_as_text(plan, table), *fact_lines(facts, ground, language)]
    lines += ["for name, fact in facts.items():", '    print(name, "=", fact["text"])']
    lines.append('print("FACTS:", json.dumps(facts, ensure_ascii=False))')
    return "\n".join(lines) + "\n"


def facts_in(logs: str) -> dict[str, dict[str, Any]] | None:
    """The facts that the code has printed, or None."""
    found = marked(logs, "FACTS:")
    return found if isinstance(found, dict) else None


def texts(facts: dict[str, dict[str, Any]]) -> dict[str, str]:
    """How each fact is written."""
    return {name: fact["text"] for name, fact in facts.items()}
