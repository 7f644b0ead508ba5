"""Which option of an enumeration a text means, also in another language than the option's."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..quantities import quantities
from .places_lexicon import PLACES
from .schema import Parameter
from .values_lexicon import CURRENCIES, SAME
from .words import has_key, spaced, stem, terms


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
    found += _by_explanation(text, parameter)
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


# “both tanks”, “두 어항”: all that there is to choose from, where that is not much.
_MOST_AT_ONCE = 4
_BOTH = re.compile(r"\bboth\b|(?<![가-힣])(?:두|둘|양쪽)(?: 다)?(?![가-힣])|两个|两只|两者|都", re.IGNORECASE)
_ALL_OF = re.compile(r"\b(?:all|every|each)\b|모든|전부|모두|所有|全部", re.IGNORECASE)


def all_options(text: str, parameter: Parameter) -> Found | None:
    """All options at once, where a text says so right before a word for the parameter."""
    pattern = _BOTH if len(parameter.options) == 2 else _ALL_OF
    if not 2 <= len(parameter.options) <= _MOST_AT_ONCE or "none" in parameter.options:
        return None
    keys = parameter.name_keys | parameter.described_keys
    for match in pattern.finditer(text):
        behind = next((term for term in terms(text) if term.start >= match.end()), None)
        if (
            behind
            and re.fullmatch(r"\s?(?:of )?(?:the |my |our )?", text[match.end() : behind.start])
            and any(has_key(key, keys) for key in behind.keys)
        ):
            return Found(tuple(parameter.options), *match.span(), 0.9)
    return None


def weekday_options(parameter: Parameter) -> dict[int, Any]:
    """The options that are days of the week, by their number from Monday 0; empty where most are something else."""
    found = {
        number: option
        for number, name in enumerate(_DAYS)
        for option in parameter.options
        if name in _meanings(str(option))
    }
    return found if len(found) >= max(2, len(parameter.options) - 1) else {}


@cache
def _names(option: str, description: str) -> tuple[tuple[str, float], ...]:
    words = spaced(option).casefold()
    found: dict[str, float] = {option.casefold(): 1.0, words: 0.98}
    for told in _explained(option, description):
        found.setdefault(told.casefold(), 0.95)
        for meaning in _meanings(told):
            found.setdefault(meaning, 0.88)
    for meaning in _meanings(option):
        found.setdefault(meaning, 0.9)
    for place in PLACES.get(words, ()):
        found.setdefault(place.casefold(), 0.9)
    return tuple(
        (word, score) for word, score in found.items() if len(word) > 1 or not word.isascii() or word.isdigit()
    )


@cache
def _meanings(option: str) -> frozenset[str]:
    words = spaced(option).casefold()
    groups = [group for group in SAME if words in group or option.casefold() in group]
    return frozenset().union(*groups)


def _explained(option: str, description: str) -> list[str]:
    """“annual(연차)”, “A: 1등석”, “high means urgent”: what a description says about its options."""
    pattern = (
        rf"(?<![\w]){re.escape(option)}['\"`]?\s*(?:\(([^)]{{1,40}})\)|"
        r"(?:[:=]|은\s|는\s|表示|指|\bmeans\b|\bfor\b|\bif\b|\bwhen\b)\s*([^,;.)，；。\n/]{1,40}))"
    )
    return [(match[1] or match[2]).strip() for match in re.finditer(pattern, description)]


def _by_explanation(text: str, parameter: Parameter) -> list[Found]:
    """Options of whose explanation a text holds half of the words or more, and none of another's explanation."""
    told = {option: _words_of(" ".join(_explained(str(option), parameter.description))) for option in parameter.options}
    found: list[Found] = []
    for option, words in told.items():
        others = set().union(*(more for other, more in told.items() if other != option))
        own = words - others
        places = {word: place for word in own if (place := _place_of(word, text)) is not None}
        if places and 2 * len(places) >= len(words):
            spans = places.values()
            found.append(Found(option, min(spans)[0], max(end for _, end in spans), 0.8))
    return found


def _words_of(explanation: str) -> set[str]:
    """The stems of an explanation; of Chinese, which has no spaces, its pairs of signs."""
    han = re.findall(r"[\u4e00-\u9fff]{2,}", explanation)
    if han:
        return {run[at : at + 2] for run in han for at in range(len(run) - 1)}
    plain = {key[1:] for term in terms(explanation) for key in term.keys if key.startswith("=")}
    known = {explanation[term.start : term.end].casefold() for term in terms(explanation) if term.known}
    return {word for word in plain | known if len(word) > 1}


def _place_of(word: str, text: str) -> tuple[int, int] | None:
    if not word.isascii():
        at = text.find(word)
        return None if at < 0 else (at, at + len(word))
    match = re.search(rf"\b{re.escape(word)}[a-z]{{0,3}}\b", text, re.IGNORECASE)
    return match.span() if match else None


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
