"""Two measures that one sentence sets against each other, where it names one of them only in part."""

import re
from collections.abc import Sequence

from .names import core, core_name, find, nearly_named
from .tables import Table

_CONVERSION = r"\bconver(?:sion|t)|전환|转化"
_TWO = (
    rf"{_CONVERSION}|상관|correlat|relationship|산점도|scatter|相关|散点|\bminus\b|\bnet of\b|빼|뺀|차이|difference|"
    r"(?:\d|한)?\s?(?:명|건|개|인|회|권|대)?당\s|\bper\b|나눈|divided by|\bratio\b|/|비율|除以|减去"
)


def completed(text: str, said: Sequence[str], table: Table) -> list[str]:
    """The measures said, with the second of a pair that is named only in part ("from signup to paid")."""
    if len(said) != 1 or table.series or not re.search(_TWO, text, re.I):
        return list(said)
    bare = re.sub(re.escape(core(said[0])), " ", text, flags=re.I)
    bare = re.sub(re.escape(core_name(said[0])), " ", bare, flags=re.I)
    kinds = "|".join(re.escape(core(name)) for name in (*table.groups, *table.labels))
    bare = re.sub(rf"(?:{kinds})(?:별|마다)?", " ", bare, flags=re.I) if kinds else bare
    others = [name for name in nearly_named(bare, table.measures) if name != said[0]] or _by_own_word(
        bare, said[0], table
    )
    if len(others) != 1:
        return list(said)
    both = [said[0], others[0]]
    place = {name: _place(text, name) for name in both}
    return sorted(both, key=lambda name: place[name])


def _by_own_word(text: str, said: str, table: Table) -> list[str]:
    """The measures of which a sentence says a short word that no other has: "new" of "New subscribers"."""
    words = {name: set(core(name).split()) for name in table.measures}
    return [
        name
        for name, own in words.items()
        if name != said
        and any(
            len(word) > 2 and find(text, word) >= 0 and not any(word in w for n, w in words.items() if n != name)
            for word in own
        )
    ]


def _place(text: str, name: str) -> int:
    words = [core(name), core_name(name).casefold(), *core(name).split()]
    stems = [word.rstrip("s") for word in words if len(word) > 2] + [core(name)[:2]]
    return min((place for word in stems if (place := text.casefold().find(word)) >= 0), default=len(text))


def conversion(text: str, said: Sequence[str]) -> tuple[str, str] | None:
    """(part, whole) of a conversion from one step to the next; None where none is asked for."""
    if len(said) != 2 or not re.search(_CONVERSION, text, re.I) or "/" in text:
        return None
    steps = re.search(r"\bfrom\s(.+?)\sto\s|([가-힣]+)에서\s", text, re.I)
    start = (steps[1] or steps[2]).casefold() if steps else ""
    first = next((name for name in said if start and (core(name).rstrip("s") in start or start in core(name))), said[0])
    return next(name for name in said if name != first), first


def is_negative(name: str, table: Table) -> bool:
    """True for a column whose values are all written below zero: refunds, which are added to be taken off."""
    column = next((c for c in table.columns if c.name.strip() == name), None)
    values = [value.strip() for value in column.values] if column else []
    return bool(values) and all(re.match(r"\(|[-−]|[$€£₩]\s?[-−]|0", value) for value in values)
