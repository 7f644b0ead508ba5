"""What a sentence asks for that the table cannot give, said plainly."""

import re

from .asked_names import NO_GROUP, asked_kind, asked_measure, ranked_noun
from .cycles import NAMES, asked_cycles
from .names import concept_of, core, core_name, is_subject, meant, named
from .periods import GRAIN_NAMES, GRAINS
from .plan import Plan
from .tables import Table
from .wishes import wish_grains
from .words import each


def unmet(text: str, plan: Plan, table: Table, language: str) -> str:
    """What the sentence asks for that the table cannot give: a measure, a period, a finer grain; empty for nothing."""
    if other := _other_measure(text, plan, table):
        used = core_name(plan.name)
        return {
            "ko": f"이 표에는 {other} 열이 없어서 {used} 기준으로 답했습니다.",
            "en": f"The table has no column for “{other}”, so this is about {used}.",
            "zh": f"此表没有“{other}”列，因此以{used}作答。",
        }[language]
    if kind := _other_kind(text, plan, table):
        return {
            "ko": f"이 표에는 {kind}에 해당하는 열이 없어서 {each(kind)}로는 나누지 못했습니다.",
            "en": f"The table has no column for “{kind}”, so I could not split by it.",
            "zh": f"此表没有“{kind}”列，无法按其划分。",
        }[language]
    asked = re.findall(r"(?<!\d)(?:19|20)\d{2}(?!\d)", text)
    if (
        asked
        and not table.periods
        and not any(year in value for g in table.groups for value in table.values(g) for year in asked)
    ):
        return {
            "ko": f"이 표에는 기간을 나타내는 열이 없어서 {asked[0]}년만 고르지 못하고 전체로 계산했습니다.",
            "en": f"The table has no column of periods, so {asked[0]} could not be chosen: this is about all rows.",
            "zh": f"表中没有时间列，无法单独选取 {asked[0]} 年，以上为全部数据。",
        }[language]
    had = table.periods.grains() if table.periods else ()
    for name in named(text, table.measures):
        text = re.sub(re.escape(core(name)), " ", text, flags=re.I)
    split = {core(group) for group in plan.groups}
    finer = [g for g in wish_grains(text) if g not in had and not split & {g, *(n[g] for n in GRAIN_NAMES.values())}]
    if finer and not plan.grain:
        names = GRAIN_NAMES[language]
        return {
            "ko": f"이 표로는 {each(names[finer[0]])}로 나눌 수 없습니다.",
            "en": f"The table cannot be split by {names[finer[0]]}.",
            "zh": f"此表无法按{names[finer[0]]}划分。",
        }[language]
    if finer and plan.grain and GRAINS.index(finer[0]) < GRAINS.index(had[0]):
        names = GRAIN_NAMES[language]
        return {
            "ko": f"이 표에서 가장 잘게 나눌 수 있는 기간은 {names[had[0]]}입니다.",
            "en": f"The finest period in this table is the {names[had[0]]}.",
            "zh": f"此表最细的时间单位是{names[had[0]]}。",
        }[language]
    return ""


def _other_kind(text: str, plan: Plan, table: Table) -> str:
    """The asker's word for what to split by, where a long table has no such column; empty where all is well."""
    if table.series or plan.groups:
        return ""
    found = re.search(
        r"([가-힣A-Za-z]{2,10}?)(?:\s?별|마다)(?=로|\s|$)|\b(?:by|per|for each) (?:the )?([a-z]{3,15})\b", text, re.I
    )
    kind = (found[1] or found[2]) if found else ""
    english = found and found[2]
    if not kind or re.fullmatch(NO_GROUP, kind) or asked_cycles(text, tuple(NAMES), "ko"):
        return ""
    if english and asked_kind(text) not in (kind.casefold(), re.sub("s$", "", kind.casefold())):
        return ""
    names = [column.name for column in table.columns] + list(plan.measures)
    known = any(kind.casefold() in core(name) or core(name) in kind.casefold() for name in names)
    return "" if known or concept_of(kind) in {concept_of(name) for name in names} - {None} else kind


def _other_measure(text: str, plan: Plan, table: Table) -> str:
    """The asker's word for a measure that no column of a long table holds; empty where one does or none is asked."""
    if (
        table.series
        or plan.derived
        or plan.aggregate == "count"
        or plan.operation in ("missing", "duplicates", "describe")
    ):
        return ""
    word = asked_measure([text], table.measures)
    concept = concept_of(word) if word else None
    if concept == "score" and any(is_subject(name) for name in table.measures):
        return ""
    known = {concept_of(column.name) for column in table.columns} | {concept_of(table.value_name)}
    if meant(text, table.measures) or word in (v for g in table.groups for v in table.values(g)):
        return ""
    if word and word in table.reading.filename:
        return ""
    if not word:
        things = [column.name for column in table.columns] + [v for g in table.groups for v in table.values(g)]
        return "" if plan.operation else ranked_noun(text, things)
    return word if concept and concept not in known else ""
