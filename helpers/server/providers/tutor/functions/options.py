"""Which option of an enumeration a text means, also in another language than the option's."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..quantities import quantities
from .schema import Parameter
from .values_lexicon import CURRENCIES, PLACES, SAME
from .words import spaced, stem


@dataclass(frozen=True)
class Found:
    """An option and where the text names it."""

    value: Any
    start: int
    end: int
    score: float


_WORKDAYS = re.compile(r"평일|주중|\bweekdays?\b|工作日", re.IGNORECASE)
_WEEKEND = re.compile(r"주말|\bweekends?\b|周末", re.IGNORECASE)
_EVERY_DAY = re.compile(r"매일|\bevery ?day\b|\bdaily\b|每天", re.IGNORECASE)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def options_in(text: str, parameter: Parameter) -> tuple[Found, ...]:
    """Every option of the parameter that the text names, in order."""
    found: list[Found] = []
    for option in parameter.options:
        for word, score in _names(str(option), parameter.description):
            found += [Found(option, *match.span(), score) for match in _pattern(word).finditer(text)]
        found += _as_currency(text, option)
    found.sort(key=lambda one: (-one.score, -(one.end - one.start), one.start))
    kept: list[Found] = []
    for one in found:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def several_days(text: str, parameter: Parameter) -> Found | None:
    """“평일”, “every day”: the options for these weekdays as one list."""
    days = [option for name in _DAYS for option in parameter.options if name in _meanings(str(option))]
    if len(days) < len(_DAYS):
        return None
    for pattern, chosen in ((_WORKDAYS, days[:5]), (_WEEKEND, days[5:]), (_EVERY_DAY, days)):
        if match := pattern.search(text):
            return Found(chosen, *match.span(), 0.95)
    return None


@cache
def _names(option: str, description: str) -> tuple[tuple[str, float], ...]:
    words = spaced(option).casefold()
    found: dict[str, float] = {option.casefold(): 1.0, words: 0.98}
    for told in _explained(option, description):
        found.setdefault(told.casefold(), 0.95)
    for meaning in _meanings(option):
        found.setdefault(meaning, 0.9)
    for place in PLACES.get(words, ()):
        found.setdefault(place.casefold(), 0.9)
    return tuple(
        (word, score) for word, score in found.items() if len(word) > 1 or not word.isascii() or word.isdigit()
    )


def _meanings(option: str) -> frozenset[str]:
    words = spaced(option).casefold()
    groups = [group for group in SAME if words in group or option.casefold() in group]
    return frozenset().union(*groups)


def _explained(option: str, description: str) -> list[str]:
    """“annual(연차)”, “A: 1등석”: what a description says about its options."""
    pattern = rf"(?<![\w]){re.escape(option)}['\"`]?\s*(?:\(([^)]{{1,20}})\)|[:=]\s*([^,;.)\n/]{{1,20}}))"
    return [(match[1] or match[2]).strip() for match in re.finditer(pattern, description)]


@cache
def _pattern(word: str) -> re.Pattern[str]:
    escaped = re.escape(word).replace(r"\ ", r"[\s-]?")
    if word[-1].isascii():
        before = r"(?<![A-Za-z0-9°])" if word[0].isalnum() else ""
        ending = "" if not word[-1].isalpha() else r"(?:s|es|ly)?"
        if word[-1].isalpha() and len(word) > 5 and stem(word) != word:
            escaped = f"(?:{escaped}|{re.escape(stem(word))}(?:e|ing|ed)?)"
        return re.compile(rf"{before}{escaped}{ending}(?![A-Za-z0-9])", re.IGNORECASE)
    if "가" <= word[0] <= "힣" and len(word) == 1:
        return re.compile(rf"(?<![가-힣]){escaped}(?=$|[^가-힣]|으?로)")
    return re.compile(escaped)


def _as_currency(text: str, option: Any) -> list[Found]:
    """“15만 원” names KRW by its unit."""
    code = str(option).upper()
    if code not in CURRENCIES:
        return []
    found = [
        Found(option, one.end, one.end, 0.85) for one in quantities(text) if one.kind == "money" and one.unit == code
    ]
    for word in CURRENCIES[code]:
        if len(word) > 1:
            found += [Found(option, *match.span(), 0.9) for match in _pattern(word).finditer(text)]
    return found
