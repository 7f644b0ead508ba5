"""Which rows a sentence keeps: categories that it names, leaves out or counts off, and periods."""

import re
from collections.abc import Sequence

from .choices import chosen_rows
from .chosen_periods import period_filters
from .colors import colors_in
from .exclusions import excluded
from .names import core, find, named_values, words_for
from .picking import KINDS, MINUS, synonyms
from .plan import Filter
from .row_conditions import age_bands
from .tables import Table


def picked_filters(text: str, table: Table) -> tuple[Filter, ...]:
    filters: list[Filter] = []
    owners = _owners(text, table)
    for group in table.groups:
        values = table.values(group)
        said = named_values(text, values, group) or _ordinal(text, group, values)
        said = [value for value in said if owners.get(value, group) == group and not _within(value, group, text, table)]
        both = len(said) == 2 == len(values) and re.search(rf"{MINUS}|격차|\bgap\b|差", text, re.I)
        if said and (len(said) < len(values) or both) and not _only_colored(text, said, values):
            out = [value for value in said if excluded(text, value, said)]
            kept = [value for value in said if value not in out]
            filters.append(Filter(group, tuple(kept or out), bool(kept)))
    return (
        *filters,
        *_single_rows(text, table),
        *chosen_rows(text, table),
        *age_bands(text, table),
        *period_filters(text, table),
    )


def _single_rows(text: str, table: Table) -> list[Filter]:
    """Rows that are called by their whole name: "치즈우동 판매가", "the price of Cheese udon"."""
    found = []
    for label in table.labels:
        said = [v for v in table.values(label) if len(v) > (3 if v.isascii() else 1) and find(text, v) >= 0]
        longest = [v for v in said if not any(v != other and v in other for other in said)]
        if longest and not any(find(text, value) >= 0 for group in table.groups for value in table.values(group)):
            found.append(Filter(label, tuple(longest)))
    return found[:1]


def _within(value: str, group: str, text: str, table: Table) -> bool:
    """True for 수입 where the sentence only holds 부수입, a value of another column."""
    longer = [v for other in table.groups if other != group for v in table.values(other) if core(value) in core(v)]
    longer = [v for v in longer if core(v) != core(value) and find(text, v) >= 0]
    bare = text
    for name in longer:
        bare = re.sub(re.escape(core(name)), " ", bare, flags=re.I)
    return bool(longer) and find(bare, value) < 0


def _owners(text: str, table: Table) -> dict[str, str]:
    """Of values that several columns hold (home and away team), the column that a sentence speaks of."""
    found: dict[str, str] = {}
    for group in reversed(table.groups):
        for value in table.values(group):
            found[value] = group
    shared = [v for v in found if sum(v in table.values(group) for group in table.groups) > 1]
    for value in shared:
        own = [group for group in table.groups if value in table.values(group)]
        parts = {group: set(core(group).split()) for group in own}
        words = {group: [w for w in parts[group] if any(w not in other for other in parts.values())] for group in own}
        said = [group for group in own if any(find(text, word) >= 0 for word in words[group])]
        found[value] = said[0] if said else own[0]
    return {value: found[value] for value in shared}


def _ordinal(text: str, group: str, values: Sequence[str]) -> list[str]:
    """ "2번째 제품", "the second channel" """
    words = [w for w in (group, *synonyms(group), *KINDS) if find(text, w) >= 0]
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


def _only_colored(text: str, said: Sequence[str], values: Sequence[str]) -> bool:
    """True where the names stand in the sentence only to be given a colour."""
    return all(_stands_by_a_color(text, name) for name in said)


def _stands_by_a_color(text: str, name: str) -> bool:
    """True for "강남은 빨간색으로", "Online in red"; not for "강남 매출을 빨간색으로", where the name chooses."""
    place = find(text, name)
    gaps = [text[place:start] for start, _ in colors_in(text) if start > place]
    names = "|".join(map(re.escape, words_for(name)))
    between = rf"(?:{names})(?:은|는|을|를|이|가)?\s?(?:선은|선을|line)?\s?(?:in|as|is|=|:|用|为)?\s?"
    return bool(gaps) and re.fullmatch(between, gaps[0], re.I) is not None
