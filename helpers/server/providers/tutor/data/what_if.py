"""What would be if one column changed and all else stayed: "비용을 10% 줄이면 이익은?", "if sales doubled"."""

import re

from ..skill import Language
from .names import concept_of, core_name, find, meant
from .picking import picked_measures
from .plan import Plan
from .tables import Table
from .words import number, with_particle

_MORE = (
    r"올리|올라|올랐|오르|높이|높아|인상|늘리|늘어|늘면|늘었|증가|커지|"
    r"rise|rose|raise|increase|grow|grew|went up|go up|higher|more|提高|增加|上涨|涨"
)
_LESS = (
    r"내리|내려|낮추|낮아|인하|줄이|줄어|줄면|줄었|감소|깎|절감|떨어|"
    r"fall|fell|drop|decrease|cut|reduce|lower|less|went down|减少|降低|下降|下调"
)
_KOREAN_TIMES = {"두": 2, "세": 3, "네": 4, "다섯": 5}
_SUPPOSES = re.compile(r"(?:[가-힣])면(?![가-힣])|\bif\b|\bsuppose\b|\bassum(?:e|ing)\b|如果|假如|要是|的话", re.I)


def factor_in(text: str) -> tuple[float, int] | None:
    """(factor, place) by which a sentence supposes something to change; None where it supposes nothing."""
    if not _SUPPOSES.search(text):
        return None
    if found := re.search(r"(\d+(?:\.\d+)?|두|세|네|다섯)\s?배(?:로|가|면|\s)", text):
        word = found[1]
        return float(_KOREAN_TIMES.get(word) or word), found.start()
    if found := re.search(r"\bdoubl(?:e|ed|es|ing)\b|翻倍|翻一番", text, re.I):
        return 2.0, found.start()
    if found := re.search(r"\btripl(?:e|ed|es)\b", text, re.I):
        return 3.0, found.start()
    if found := re.search(r"절반으로|반으로|\bhalv(?:e|ed|es)\b|\b(?:were|was|cut in) half\b|减半", text, re.I):
        return 0.5, found.start()
    found = re.search(
        rf"(\d+(?:\.\d+)?)\s?(?:%|퍼센트|프로|percent)\s?\S{{0,3}}\s?(?:더\s)?({_MORE}|{_LESS})", text, re.I
    )
    found = found or re.search(
        rf"(?:{_MORE}|{_LESS})\S*\s(?:\S+\s){{0,2}}?(?:by\s)?(\d+(?:\.\d+)?)\s?(?:%|percent)", text, re.I
    )
    if not found:
        return None
    share = float(found[1]) / 100
    return (1 - share if re.search(_LESS, found[0], re.I) else 1 + share), found.start()


def supposed(text: str, table: Table) -> tuple[str, float] | None:
    """(column, factor) of a change that a sentence supposes; the column is empty where it is none of the table's."""
    found = factor_in(text)
    if found is None or table.series or table.period_columns:
        return None
    factor, place = found
    pool = list(table.measures)
    before, after = meant(text[:place], pool), meant(text[place:], pool)
    if before:
        return before[-1], factor
    derived = picked_measures(text[:place], table)[1]
    return ("", factor) if derived else (after[0], factor) if after else None


def asked_of(text: str, table: Table) -> str:
    """The part of a supposing sentence that asks: what stands behind the supposition, where it names a measure."""
    parts = re.split(r"(?<=면)[,\s]+|,\s|，", text, maxsplit=1)
    rest = parts[1] if len(parts) == 2 else ""
    if rest and picked_measures(rest, table)[0]:
        return rest
    found = factor_in(text)
    english = re.match(r"(.*?)\bif\b", text, re.I) if found else None
    if english and picked_measures(english[1], table)[0]:
        return english[1]
    # Left without the change itself, whose words would ask for a growth.
    return re.sub(rf"\S*(?:{_MORE}|{_LESS})\S*|\S*\d+(?:\.\d+)?\s?(?:%|배|percent|퍼센트)\S*", " ", text, flags=re.I)


def whatif_lines(plan: Plan) -> list[str]:
    """Python that makes the supposed change in `df`."""
    if plan.supposed is None:
        return []
    column, factor = plan.supposed
    name = '"' + column.replace('"', '\\"') + '"'
    return [f"df[{name}] = df[{name}] * {factor:g}"]


def whatif_note(plan: Plan, language: Language) -> str:
    """What was supposed and what was left as it is; empty where nothing was."""
    if plan.supposed is None:
        return ""
    column, factor = plan.supposed
    name, times = core_name(column), number(factor)
    return {
        "ko": f"{with_particle(name, '을를')} {times}배로 바꾸고 나머지 값은 그대로라고 "
        "가정한 결과입니다. 실제로는 다른 값도 달라질 수 있습니다.",
        "en": f"This supposes {name} at {times} times its value, with everything else as it is; in fact "
        "other values may move too.",
        "zh": f"这是假设{name}变为 {times} 倍、其他数值不变的结果；实际上其他数值也可能变化。",
    }[language]


def cannot_suppose(text: str, table: Table, language: Language) -> str:
    """Why a supposed change of what is only computed (a margin) has no one answer; empty where nothing is supposed."""
    found = supposed(text, table)
    if found is None or found[0]:
        return ""
    measures, _, name = picked_measures(text, table)
    a, b = (core_name(m) for m in (*measures, *measures)[:2])
    word = name if find(text, name) >= 0 or concept_of(name) else core_name(name)
    return {
        "ko": f"{with_particle(word, '은는')} {with_particle(a, '과와')} {b}에서 계산되는 값이라, 그것만 바꾼 결과는 "
        f"하나로 정해지지 않습니다. “{with_particle(b, '을를')} 10% 줄이면 {word}은?”처럼 "
        "무엇을 얼마나 바꿀지 알려 주시면 계산합니다.",
        "en": f"The {word} is computed from {a} and {b}, so changing it alone has no single result. "
        f"Tell me which of the two changes and by how much, such as “what is the {word} if {b} falls by 10%?”",
        "zh": f"{word}由{a}和{b}计算得出，单独改变它没有唯一结果。请说明改变哪一项、改变多少。",
    }[language]
