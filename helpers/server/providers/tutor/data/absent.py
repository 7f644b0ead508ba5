"""Measures that a sentence asks for and that no column holds, where another one in its place would mislead."""

import re

from .names import concept_of, core, find, mentioned_concepts, named, named_values
from .tables import Table
from .vocabulary import CONCEPTS

# Asked for by name, each of these is something of its own. "Sales" may stand for whatever the table measures.
_OWN = {
    "profit",
    "margin",
    "cost",
    "salary",
    "temperature",
    "rain",
    "population",
    "rating",
    "age",
    "budget",
    "discount",
}
_FROM = {
    "profit": [{"revenue", "cost"}],
    "margin": [{"revenue", "cost"}, {"revenue", "profit"}],
    "cost": [{"revenue", "profit"}],
}


def absent_measure(text: str, table: Table) -> str:
    """The sentence's word for a measure that the table can neither give nor compute; empty where there is none."""
    if table.period_columns and any(named_values(text, table.values(group)) for group in table.groups):
        return ""
    known = {concept_of(column.name) for column in table.columns} | {concept_of(table.value_name)}
    bare = re.sub(r"[가-힣]+(?:별|마다)|\b(?:by|per|each) (?:the )?\w+", " ", text, flags=re.I)
    names = [*(c.name.strip() for c in table.columns), *(v for group in table.groups for v in table.values(group))]
    for name in named(text, [name for name in names if len(core(name)) > 1]):
        bare = re.sub(re.escape(core(name)), " ", bare, flags=re.I)
    for concept in mentioned_concepts(bare):
        if concept not in _OWN or concept in known:
            continue
        if any(parts <= known for parts in _FROM.get(concept, [])):
            continue
        return max((word for word in CONCEPTS[concept] if find(bare, word) >= 0), key=len)
    return ""
