"""Which measures, categories, groups and periods of a table a sentence picks."""

import re
from collections.abc import Sequence

from ..skill import language_of
from .asked_names import asked_kind, asked_thing
from .choices import flag_stem, rate_asked
from .counting import row_names, row_total
from .cycles import asked_cycles
from .exclusions import excluded
from .names import (
    concept_of,
    core,
    core_name,
    find,
    meant,
    mention,
    mentioned_concepts,
    named,
    named_values,
    unit_of,
)
from .pairs import completed, conversion, is_negative
from .tables import Table
from .vocabulary import CONCEPTS, KIND_CONCEPTS
from .wishes import wish_in

MINUS = (
    r"\bminus\b|\bnet of\b|\bless\b(?! than)|빼|뺀|차감|차이|difference|차를|减|"
    r"[^\W\d]\s[-−–]\s[^\W\d]|[가-힣)][-−–][가-힣]"
)


_DIVIDED = (
    r"나눈|나누|divided by|ratio|비율|(?<!해)당\s|\bper\b|/|÷|除以|\bas an? (?:percentage|percent|share|"
    r"proportion|fraction) of|(?<!전년 )(?<!전월 )(?<!전분기 )(?<!작년 )대비"
)


KINDS = [word for concept in KIND_CONCEPTS for word in CONCEPTS[concept]]
_DEAR = r"비싼|비쌌|저렴|값싼|(?<![가-힣])싼|\bexpensive|\bcheap|\bcostliest|最贵|最便宜"


def picked_measures(text: str, table: Table) -> tuple[tuple[str, ...], str | None, str]:
    """(measures, derived, name of the result) that a sentence names; no measures where it names none."""
    pool = table.series or table.measures
    bare = _blanked(text, (*table.groups, *table.labels))
    said = meant(bare, pool) if not table.series else named(text, pool)
    said = [name for name in said if not _splits_by_number(text, name, table)] if not table.series else said
    if not said and not table.series and re.search(_DEAR, text, re.I):
        said = [m for m in pool if concept_of(m) in ("price", "cost", "fee", "revenue")][:1]
    said = completed(text, said or _counted_in(text, pool), table)
    concepts = mentioned_concepts(text)
    by_concept = {concept_of(name): name for name in reversed(pool)}
    revenue, cost = by_concept.get("revenue"), by_concept.get("cost")
    if not table.series:
        if "margin" in concepts and "margin" not in by_concept:
            profit = by_concept.get("profit")
            if revenue and profit:
                return (profit, revenue), "percent", _word(text, "margin")
            if revenue and cost:
                return (revenue, cost), "margin", _word(text, "margin")
        if "profit" in concepts and "profit" not in by_concept and revenue and cost:
            return (revenue, cost), "difference", _word(text, "profit")
    if not table.series and (rate := rate_asked(text, table)):
        return (rate,), "rate", f"{core_name(flag_stem(rate))} {'비율' if re.search('[가-힣]', text) else 'rate'}"
    if not table.series and len(said) == 1 and (family := _family_share(text, said[0], table)):
        return family, "part", core_name(said[0])
    if not table.series and (total := row_total(text, table, said)):
        return total
    if not table.series and len(said) == 1 and _against_own(text, said[0]) and (rest := _others(said[0], table)):
        a, b = rest, said[0]
        return (a, b), "difference", f"{core_name(a)} − {core_name(b)}"
    if len(said) == 2 and compared_sign(text):
        a, b = said if _more_than(text, said[1]) else said[::-1]
        return (a, b), "difference", f"{core_name(a)} − {core_name(b)}"
    if len(said) == 2 and re.search(r"[/÷]\s*\(.*\+.*\)", text):
        return (said[0], said[1]), "part", f"{core_name(said[0])} ÷ {core_name(said[0])}+{core_name(said[1])}"
    if len(said) == 2 and (steps := conversion(text, said)):
        return steps, "percent", f"{core_name(steps[0])} / {core_name(steps[1])}"
    if len(said) == 2 and re.search(MINUS, text, re.I) and "profit" not in by_concept:
        a, b = said
        if is_negative(b, table) and not is_negative(a, table):
            return (a, b), "rowsum", f"{core_name(a)} + {core_name(b)}"
        return (a, b), "difference", f"{core_name(a)} − {core_name(b)}"
    if len(said) == 2 and re.search(_DIVIDED, text, re.I):
        a, b = said
        per = re.search(r"(?<!해)당\s|대비", text)
        if per and per.start() < _place(text, b):
            a, b = b, a
        relative = re.search(
            r"\brates?\b|\bCTR\b|\bCVR\b|\bpercent|\bas a (?:share|proportion) of|(?<!비)율(?![가-힣]{2})|률|퍼센트|%",
            text,
            re.I,
        )
        return (a, b), "percent" if relative else "ratio", f"{core_name(a)} / {core_name(b)}"
    if not table.series and (pieces := _per_piece(text, said, table)):
        return (said[0], pieces), "ratio", f"{core_name(said[0])} / {core_name(pieces)}"
    if not table.series and (factors := _factors(text, said, by_concept)):
        revenue_word = (
            _word(text, "revenue") if "revenue" in concepts else f"{core_name(factors[0])} × {core_name(factors[1])}"
        )
        return factors, "product", revenue_word
    if table.series:
        value_words = [table.value_name, *synonyms(table.value_name)]
        return (table.series, None, table.value_name) if mention(text, value_words) >= 0 else ((), None, "")
    return tuple(said), None, said[0] if said else ""


def _counted_in(text: str, pool: Sequence[str]) -> list[str]:
    """The measure that a counter names: 件数 for "多少件"."""
    asked = re.search(r"(?:多少|几)([一-鿿])", text)
    return [name for name in pool if asked and core(name).startswith(f"{asked[1]}数")][:1]


def compared_sign(text: str) -> str:
    """> or < where a sentence asks when one measure lay above or below another; empty where it does not."""
    if re.search(
        r"보다\s?(더\s)?(많|높|큰|크|컸)|\b(higher|more|greater|larger) than\b|\bexceed|\b(above|over) (the|"
        r"their|its)\b",
        text,
        re.I,
    ):
        return ">"
    return (
        "<"
        if re.search(
            r"보다\s?(더\s)?(적|낮|작)|\b(lower|less|fewer|smaller) than\b|\b(below|under) (the|their|its)\b",
            text,
            re.I,
        )
        else ""
    )


def _family_share(text: str, name: str, table: Table) -> tuple[str, ...]:
    """The columns whose sum is the whole that one of them is a share of (Segment A of all segments); else none."""
    if wish_in(text).operation != "share" or table.groups:
        return ()
    words = set(core(name).split())
    rest = [m for m in table.measures if m != name and words & set(core(m).split())]
    return (name, *rest) if rest else ()


def _against_own(text: str, name: str) -> bool:
    """True for "below their reorder point", which compares a thing with what stands in another column of its row."""
    word = re.escape(core(name)).replace("\\ ", "[ _]?")
    return bool(re.search(rf"\b(below|under|above|over|exceed\w*)\s(?:the|their|its)\s{word}", text, re.I))


def _others(name: str, table: Table) -> str:
    """The measure that is most likely compared with this one."""
    rest = [m for m in table.measures if m != name]
    stock = [m for m in rest if concept_of(m) in ("stock", "quantity")]
    return next(iter(stock or rest), "")


def _more_than(text: str, name: str) -> bool:
    """True where this is the measure that the other one is compared with: "B보다", "than B"."""
    word = re.escape(core_name(name))
    return bool(re.search(rf"{word}\s?보다|(than|exceed\w*)\s(the\s)?{word}", text, re.I))


def _per_piece(text: str, said: Sequence[str], table: Table) -> str:
    """The column that counts the pieces of "건당 이용시간" or "per order"; empty where nothing of the kind is said."""
    asked = re.search(r"(?<![가-힣])(?:한\s)?(건|명|인|개|회|권|대|일)당\s", text)
    asked = asked or re.search(r"\bper (order|visit|trip|unit|item)\b", text, re.I)
    asked = asked or re.search(r"(人)均|每(?:一)?(人|单|次|件|个|位)", text)
    unit = re.search(
        r"\bper (km|mile|kg|hour|minute|m2|kwh|m³)\b|(km|kg|㎡|m2|평|시간|분|kWh)\s?당(?![가-힣])", text, re.I
    )
    if unit and len(said) == 1:
        word = (unit[1] or unit[2]).casefold()
        return next((m for m in table.measures if m not in said and (unit_of(m) or "").casefold() == word), "")
    others = [m for m in table.measures if m not in said]
    for word in re.findall(r"\bper ([a-z]{4,}?)s?\b", text, re.I) if len(said) == 1 and not asked else ():
        if named := [m for m in others if re.search(rf"\b{word}(?:s|es)?\b", core(m), re.I)]:
            return named[0]
    if not asked or len(said) != 1:
        return ""
    piece = next(filter(None, asked.groups()))
    fitting = [m for m in others if re.search(rf"{piece}|수량|횟수|인원|count|units|quantity", core(m), re.I)]
    return fitting[0] if len(fitting) == 1 else ""


def _factors(text: str, said: Sequence[str], by_concept: dict[str | None, str]) -> tuple[str, str] | None:
    """The two columns to multiply: named with a sign, or price and quantity where only they can tell the revenue."""
    if len(said) == 2 and re.search(r"[×*✕]|곱|\btimes\b|multipl|乘", text, re.I):
        return said[0], said[1]
    price, quantity = by_concept.get("price"), by_concept.get("quantity")
    wanted = "revenue" in mentioned_concepts(text) and "revenue" not in by_concept
    return (price, quantity) if wanted and price and quantity else None


def _place(text: str, name: str) -> int:
    """Where a sentence means a column, by its name or by a word for the same concept."""
    return max(find(text, name), mention(text, synonyms(name)))


def synonyms(name: str) -> list[str]:
    concept = concept_of(name)
    return CONCEPTS[concept] if concept else []


def _word(text: str, concept: str) -> str:
    """The word that the sentence itself uses for a concept."""
    words = [w for w in CONCEPTS[concept] if find(text, w) >= 0]
    return max(words, key=len) if words else CONCEPTS[concept][0]


def picked_groups(text: str, table: Table) -> tuple[str, ...]:
    """The categories (or cycles, such as the days of the week) that a sentence groups by, in its order."""
    pool = table.groups
    text = _blanked(text, table.series or table.measures, pool)
    cycle = asked_cycles(text, table.cycles, language_of(text) or "en")
    if not table.series:
        numbers = [m for m in table.measures if _splits_by_number(text, m, table)]
        pool = (*pool, *numbers)
    literal = _with_last_words(text, meant(text, list(pool)), list(pool))
    found = [g for g in literal if _grouping(text, g, table)]
    if table.series and not found and (_names_a_kind(text) or re.search(r"항목|각각|series|each|各", text, re.I)):
        found = [table.series_name]
    rate = rate_asked(text, table) if not table.series else ""
    found = [group for group in found if group != rate]
    if not found and not cycle:
        for group in pool:
            values = table.values(group)
            said = named_values(text, values, group)
            if len(said) >= 2 and not any(excluded(text, value, said) for value in said):
                found.append(group)
    if not found and not cycle and pool and (table.series or len(pool) == 1) and _other_word_for(pool[0], text, table):
        found = [pool[0]]
    if not found and pool and re.search(r"항목|카테고리|구분별|그룹별|\bcategor(y|ies)|\bgroups?\b|类别", text, re.I):
        found = [pool[0]]
    if not found and row_names(table) and (label := _label_of_rows(text, table)):
        found = [label]
    return tuple(dict.fromkeys([*cycle, *found]))[:2]


def _with_last_words(text: str, found: list[str], pool: list[str]) -> list[str]:
    """The columns found, with those of several words that end in a word of the sentence (서비스 만족도 by 만족도)."""
    lasts = {name: core(name).split()[-1] for name in pool if " " in core(name)}
    every = [word for name in pool for word in core(name).split()]
    more = [n for n, last in lasts.items() if n not in found and every.count(last) == 1 and find(text, last) >= 0]
    return sorted([*found, *more], key=lambda name: find(text, lasts.get(name) or name)) if more else found


def _blanked(text: str, names: Sequence[str], others: Sequence[str] = ()) -> str:
    """The sentence without names of several words, whose words may be those of another column ("home goals")."""
    within = [n for n in names if " " in core(n) or any(core(n) != core(o) and core(o) in core(n) for o in others)]
    for name in named(text, within):
        place = find(text, name)
        text = text[:place] + "#" + text[place + len(core(name)) :]
    return text


def _splits_by_number(text: str, name: str, table: Table) -> bool:
    """True for a column of few different numbers that a sentence splits by: "방 개수별", "by rooms"."""
    column = next((c for c in table.columns if c.name.strip() == name), None)
    if column is None or column.kind != "number" or column.distinct > 30 or column.distinct * 2 > table.rows:
        return False
    word = re.escape(core(name)).replace("\\ ", "[ _]?")
    return bool(re.search(rf"{word}\s?(?:별|마다)|\b(?:by|per|for each|each)\s(?:the\s)?{word}\b", text, re.I))


def _other_word_for(group: str, text: str, table: Table) -> bool:
    """True where a sentence splits by a thing that the table calls otherwise: "책마다" for the columns of titles."""
    kind = asked_kind(text)
    own = (*table.measures, *table.labels, *(table.periods.columns if table.periods else ()))
    if not kind or any(kind.casefold() in core(name) or core(name) in kind.casefold() for name in own):
        return False
    return bool(table.series) or concept_of(group) is None or concept_of(kind) in (None, concept_of(group))


def _label_of_rows(text: str, table: Table) -> str:
    """The column that names each single row, where a sentence asks for such things: "which student", "top 3 films"."""
    label = row_names(table)[0]
    if find(text, label) >= 0 or re.search(r"\bwho\b|누가|누구|谁", text, re.I):
        return label
    noun = asked_thing(text)
    others = [*table.groups, *table.measures, *(table.periods.columns if table.periods else ())]
    known = any(find(noun, word) >= 0 for name in others for word in (name, *synonyms(name)))
    other_kind = concept_of(noun) in (*KIND_CONCEPTS, "subject") and concept_of(noun) not in (
        "person",
        concept_of(label),
    )
    return label if noun and not known and not other_kind else ""


def _names_a_kind(text: str) -> bool:
    """True where a sentence speaks of products, branches and the like, whatever the wide table calls its columns."""
    return bool(set(mentioned_concepts(text)) & set(KIND_CONCEPTS))


def _grouping(text: str, group: str, table: Table) -> bool:
    """A named category groups; but "지역 서울만" with one value of it only filters."""
    values = table.values(group)
    inside = named_values(text, values, group)
    words = [group, *synonyms(group)]
    said = [w for w in words if find(text, w) >= 0]
    explicit = any(
        re.search(
            rf"{re.escape(w)}\s?(별|마다)|(by|per|across|each|every|for each)\s(the\s|distribution\s)*{re.escape(w)}",
            text,
            re.I,
        )
        for w in said
    )
    return explicit or len(inside) != 1
