"""How near a value stands to a word for its parameter: “밝기를 30으로”, “card number is 40021”, “3 guests”."""

import re

from .reading import Reading
from .schema import Parameter
from .words import has_key, terms

_LINK = re.compile(
    r"[\s\"'“‘「]*(?:(?:은|는|이|가|을|를|의|도|란|명은|이름은|이름이|번호는|번호가|번호|번호:|number|no\.?|id|"
    r"ID|name|level|is|was|are|to|as|at|of|by|with|called|named|should be|be|number is|号|号码|是|为|到)[\s:]*|"
    r"[:=#]\s*)*[\"'“‘「]*",
)
_BEHIND = re.compile(r"\s?(?:of|의|짜리|for)?\s?")


def label(reading: Reading, parameter: Parameter, start: int, end: int) -> float:
    """0 where no word for the parameter stands at the value; up to 1 for a word of its name right before it."""
    best = 0.0
    for term in terms(reading.text):
        if term.end <= start and start - term.end <= 14 and _LINK.fullmatch(reading.text[term.end : start]):
            best = max(best, _meant(reading, parameter, term.keys))
        elif term.start >= end and term.start - end <= 4 and _BEHIND.fullmatch(reading.text[end : term.start]):
            best = max(best, 0.7 * _meant(reading, parameter, term.keys))
    return best


def _meant(reading: Reading, parameter: Parameter, keys: frozenset[str]) -> float:
    """A word of the function's own name says less: it may only name what is wanted."""
    weight = 0.5 if keys & reading.function.name_keys else 1.0
    return weight * _said(parameter, keys)


def _said(parameter: Parameter, keys: frozenset[str]) -> float:
    if any(has_key(key, parameter.name_keys) for key in keys):
        return 1.0
    return 0.8 if any(has_key(key, parameter.described_keys) for key in keys) else 0.0
