"""The code that computes facts, and the way back from its logs."""

from collections.abc import Sequence
from typing import Any

from .computing import prepare_lines, table_lines
from .facts import Fact
from .ground import Ground
from .periods import quoted
from .plan import Plan
from .reading import marked
from .tables import Table


def fact_lines(facts: Sequence[Fact], ground: Ground, language: str) -> list[str]:
    """Python that leaves the facts in `facts`: id -> value, text, formula, rows, unit."""
    unique = list({f.id: f for f in facts}.values())
    forms = {
        "number": '"{:,.0f}" if abs(value) >= 100 or value == round(value) else "{:,.1f}"',
        "percent": '"{:+,.1f}%"',
        "size": '"{:,.1f}%"',
        "share": '"{:.1f}%"',
        "points": {"ko": '"{:.1f}%포인트"', "en": '"{:.1f} points"', "zh": '"{:.1f}个百分点"'}[language],
        "times": {"ko": '"{:.1f}배"', "en": '"{:.1f} times"', "zh": '"{:.1f}倍"'}[language],
    }
    used = [form for form in forms if any(f.form == form for f in unique)]
    comment = {
        "ko": "# 사실: 값, 쓰는 꼴, 식, 근거가 된 행",
        "en": "# Facts: value, how it is written, formula, rows",
        "zh": "# 事实：数值、写法、公式、所用的行",
    }[language]
    lines = []
    if ground.by_year:
        lines.append(f"yearly = table.groupby(table.index.str[:4]).{'sum' if ground.adds else 'mean'}()")
    lines += ["", "", "def fact(value, form, formula, rows):", "    value = float(value)"]
    for form in used:
        shown = "abs(value)" if form == "size" else "value"
        lines += [
            f'    if form == "{form}":',
            f"        text = ({forms[form]}).format({shown})"
            if "if" in forms[form]
            else f"        text = {forms[form]}.format({shown})",
        ]
    lines.append(
        '    return {"value": value, "text": text.replace("-", "−"), "formula": formula, "rows": rows, "unit": None}'
    )
    lines += ["", "", comment, "facts = {"]
    for f in unique:
        lines.append(f"    {quoted(f.id)}: fact({f.code}, {quoted(f.form)}, {quoted(f.formula)}, {quoted(f.rows)}),")
    return [*lines, "}"]


def facts_code(plan: Plan, table: Table, ground: Ground, facts: Sequence[Fact], language: str) -> str:
    """The whole code that computes facts and prints them behind FACTS:."""
    lines = ["import json", "", "import pandas as pd", "", *prepare_lines(plan, table, language), ""]
    lines += [*table_lines(plan, table, language), *fact_lines(facts, ground, language)]
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
