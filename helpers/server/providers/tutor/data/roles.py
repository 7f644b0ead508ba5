"""What the user has said about the columns: which one holds the periods, the categories, the values, in which unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .names import core

_QUOTED = r"[\"“'‘「`](?P<name>[^\"”'’」`]{1,80})[\"”'’」`]"
_SPOKEN = {
    "period": (r"(?:기간|날짜|시간)\s?(?:열|컬럼)[은는이가]?\s", r"\b(?:period|date|time) column(?: is|:)?\s"),
    "category": (r"(?:항목|범주|분류)\s?(?:열|컬럼)[은는이가]?\s", r"\bcategory column(?: is|:)?\s"),
    "value": (r"(?:값|수치)\s?(?:열|컬럼)[은는이가]?\s", r"\bvalue column(?: is|:)?\s"),
    "unit": (r"단위[는은]?\s", r"\bunit(?: is|:)?\s"),
}


@dataclass(frozen=True)
class Roles:
    """Names as the user wrote them; empty where nothing was said. A name need not be that of a column."""

    period: str = ""
    category: str = ""
    value: str = ""
    unit: str = ""


def roles_in(said: Sequence[str]) -> Roles:
    """The roles in the user's words, newest first: "기간 열은 “주문일”", "the value column is “price”"."""
    found: dict[str, str] = {}
    for text in said:
        for role, patterns in _SPOKEN.items():
            match = next((m for p in patterns if (m := re.search(p + _QUOTED, text, re.I))), None)
            if match and role not in found:
                found[role] = match["name"].strip()
    return Roles(**found)


def column_for(role: str, names: Sequence[str]) -> str:
    """The column that a name means: written the same, else but for case, unit and spaces; empty for none."""
    if not role or role in names:
        return role
    alike = [name for name in names if core(name) == core(role)]
    return alike[0] if len(alike) == 1 else ""
