"""Which measures, categories, groups and periods of a table a sentence picks."""

import re
from collections.abc import Sequence

from .colors import assign
from .names import CONCEPTS, concept_of, core, core_name, find, meant, mention, mentioned_concepts, named, named_values
from .plan import Filter
from .tables import Table

_MINUS = r"\bminus\b|\bless\b(?! than)|빼|뺀|차감|차이|difference|차를|减|[^\W\d]\s[-−–]\s[^\W\d]|[가-힣)][-−–][가-힣]"


_DIVIDED = r"나눈|나누|divided by|ratio|비율|(?<!해)당\s|\bper\b|/|除以|(?<!전년 )(?<!전월 )(?<!전분기 )(?<!작년 )대비"


_EXCLUDES_AFTER = r"빼고|빼면|제외|말고"
_EXCLUDES_BEFORE = r"without|excluding|except( for)?|other than|除了|不含"


def picked_measures(text: str, table: Table) -> tuple[tuple[str, ...], str | None, str]:
    """(measures, derived, name of the result) that a sentence names; no measures where it names none."""
    pool = table.series or table.measures
    said = meant(text, pool) if not table.series else named(text, pool)
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
    if len(said) == 2 and re.search(_MINUS, text, re.I) and "profit" not in by_concept:
        a, b = said
        return (a, b), "difference", f"{core_name(a)} − {core_name(b)}"
    if len(said) == 2 and re.search(_DIVIDED, text, re.I):
        a, b = said
        per = re.search(r"(?<!해)당\s|대비", text)
        if per and per.start() < _place(text, b):
            a, b = b, a
        return (a, b), "ratio", f"{core_name(a)} / {core_name(b)}"
    if table.series:
        value_words = [table.value_name, *synonyms(table.value_name)]
        return (table.series, None, table.value_name) if mention(text, value_words) >= 0 else ((), None, "")
    return tuple(said), None, said[0] if said else ""


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
    """The categories that a sentence groups by, in its order."""
    pool = table.groups
    literal = meant(text, list(pool))
    found = [g for g in literal if _grouping(text, g, table)]
    if (
        table.series
        and not found
        and re.search(r"제품|상품|품목|항목|종류|각각|product|item|series|each|产品|各", text, re.I)
    ):
        found = [table.series_name]
    if not found:
        for group in pool:
            values = table.values(group)
            said = named_values(text, values)
            if len(said) >= 2 and not any(_excluded(text, value, said) for value in said):
                found.append(group)
    return tuple(dict.fromkeys(found))[:2]


def _grouping(text: str, group: str, table: Table) -> bool:
    """A named category groups; but "지역 서울만" with one value of it only filters."""
    values = table.values(group)
    inside = named_values(text, values)
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


def picked_filters(text: str, table: Table) -> tuple[Filter, ...]:
    filters: list[Filter] = []
    for group in table.groups:
        values = table.values(group)
        said = named_values(text, values) or _ordinal(text, group, values)
        if said and len(said) < len(values) and not _only_colored(text, said, values):
            out = [value for value in said if _excluded(text, value, said)]
            kept = [value for value in said if value not in out]
            filters.append(Filter(group, tuple(kept or out), bool(kept)))
    if table.periods and (periods := periods_in(text, table)):
        filters.append(Filter("period", periods))
    return tuple(filters)


def periods_in(text: str, table: Table) -> tuple[str, ...]:
    """Years, quarters or months that a sentence chooses: ("2024",), ("2023", "2024"), ("2024-Q3",), ("Q4",)."""
    if not table.periods or table.periods.kind == "label":
        return ()
    quarters = re.findall(r"(20\d{2}|19\d{2})\s?(?:년|-|년도|\.)?\s?(?:Q([1-4])|([1-4])\s?분기|([1-4])Q)", text, re.I)
    quarters += [(y, q, "", "") for q, y in re.findall(r"Q([1-4])[\s,of]{1,5}(20\d{2}|19\d{2})", text, re.I)]
    if quarters:
        return tuple(dict.fromkeys(f"{year}-Q{a or b or c}" for year, a, b, c in quarters))
    months = re.findall(r"(20\d{2}|19\d{2})\s?(?:년|-|/|\.)\s?(0?[1-9]|1[0-2])(?:월|(?![\d-]))", text)
    if months:
        return tuple(dict.fromkeys(f"{year}-{int(month):02d}" for year, month in months))
    year = r"(?<!\d)((?:19|20)\d{2})(?!\d)"
    if span := re.search(rf"{year}\s?(?:년)?\s?(?:~|-|–|부터|에서|to|through|until|and|到|至)\s?{year}", text):
        first, last = sorted((int(span[1]), int(span[2])))
        if "and" not in span[0] and last - first < 100:
            return tuple(str(y) for y in range(first, last + 1))
    years = list(dict.fromkeys(re.findall(year, text)))
    season = re.search(r"(?<![\d])([1-4])\s?분기(?!별)|\bQ([1-4])\b|(first|second|third|fourth) quarter", text, re.I)
    if season and not years:
        number = season[1] or season[2] or str(["first", "second", "third", "fourth"].index(season[3].lower()) + 1)
        return (f"Q{number}",)
    return tuple(years)


def _ordinal(text: str, group: str, values: Sequence[str]) -> list[str]:
    """ "2번째 제품", "the second channel" """
    words = [w for w in (group, *synonyms(group)) if find(text, w) >= 0]
    if not words:
        return []
    noun = "|".join(re.escape(w) for w in words)
    found = re.search(
        rf"(\d+|첫|두|세|네|다섯)\s?번째\s?({noun})|(first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\s({noun})",
        text,
        re.I,
    )
    if not found:
        return []
    word = (found[1] or found[3]).lower()
    order = {
        "첫": 1,
        "두": 2,
        "세": 3,
        "네": 4,
        "다섯": 5,
        "first": 1,
        "second": 2,
        "third": 3,
        "fourth": 4,
        "fifth": 5,
    }
    number = order.get(word) or int(re.sub(r"\D", "", word))
    return [values[number - 1]] if number <= len(values) else []


def _excluded(text: str, value: str, said: Sequence[str]) -> bool:
    """True where a sentence leaves a category out: "부산을 빼고", "without Busan and Daegu"."""
    names = "|".join(re.escape(core(name)) for name in sorted(said, key=len, reverse=True))
    own = re.escape(core(value))
    joined = rf"(\s|,|과|와|하고|and|&|the|{names})*"
    after = rf"{own}{joined}(을|를|은|는|이|가)?\s?({_EXCLUDES_AFTER})"
    before = rf"({_EXCLUDES_BEFORE}){joined}{own}"
    return bool(re.search(after, text, re.I) or re.search(before, text, re.I))


def _only_colored(text: str, said: Sequence[str], values: Sequence[str]) -> bool:
    """True where the names stand in the sentence only to be given a colour."""
    return bool(assign(text, ["-"])) and len(said) >= 2 and len(assign(text, values)) >= len(said)
