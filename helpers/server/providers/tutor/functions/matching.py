"""Which function a clause asks for: by the words of its name, its description and its parameters."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .chunks import Span, masked, quotes_in
from .consent import is_changing
from .filling import Filling, fill
from .lexicon import CHANGING, listed
from .moments import times_in
from .reading import FILE, Reading
from .roles import role_of
from .schema import Function
from .shapes import shaped_in
from .things_lexicon import RELATED, THINGS
from .words import ACTIONS, actions_in, has_key, terms

_IN_NAME, _IN_DESCRIPTION, _RELATED, _IN_PARAMETERS = 3.0, 2.0, 1.4, 0.9
# Words that nearly any function has about it.
_COMMON = frozenset(
    listed(
        "date_thing time_thing number_thing amount category city country user status price document report map "
        "money language"
    )
)
# Below this nothing in a clause speaks of a function.
ENOUGH = 1.25
# “몇 송이”: what is counted in names no function.
_COUNTED = re.compile(r"(?<![가-힣])몇\s?$")
_HINT = 0.25
_LEFT_OUT, _MOST_LEFT_OUT = 0.3, 0.9


@dataclass(frozen=True)
class Match:
    """A function and how much of a clause speaks of it."""

    function: Function
    score: float


def matches(text: str, functions: Sequence[Function]) -> list[Match]:
    """All functions, the best first; equals stay in the order of the tools.

    Where the words speak of a function at all, arguments that can be filled speak for it, missing ones against it.
    """
    found = []
    for function in functions:
        score = _score(text, function, functions)
        if score > _HINT:
            filling = fill(function, text, None)
            score += min(0.4 * filling.typed, 1.2) + (
                0.2 + 0.25 * min(filling.found, 3) if filling.found and not filling.missing else 0.0
            )
            score -= 0.2 * len(filling.missing)
            searches = any(role_of(one) == "query" for one in function.required)
            score += 0.4 * (
                searches and "find" in function.actions and "find" in actions_in(text) and not filling.missing
            )
            score = max(score - _unused(text, filling), min(score, ENOUGH))
        found.append(Match(function, score))
    return sorted(found, key=lambda match: -match.score)


@lru_cache(maxsize=256)
def _typed_spans(text: str) -> tuple[Span, ...]:
    return tuple(Reading(text, None, Function("")).typed)


def _unused(text: str, filling: Filling) -> float:
    """What a call would leave out of a request speaks against it: amounts, dates, codes, quotations."""
    spans = _typed_spans(text)
    left = [
        (start, end) for start, end in spans if not any(start < stop and begin < end for begin, stop in filling.places)
    ]
    return min(_LEFT_OUT * len(left), _MOST_LEFT_OUT)


def _score(text: str, function: Function, functions: Sequence[Function]) -> float:
    things, missed = 0.0, 0.0
    doing = actions_in(text)
    seen: set[str] = set()
    values = [(one.start, one.end) for one in quotes_in(text)]
    values += [(one.start, one.end) for one in times_in(text)]
    values += [match.span() for match in FILE.finditer(text)]
    for term in terms(masked(text, values)):
        others = term.keys - ACTIONS
        if not term.known and _COUNTED.search(text[: term.start]):
            continue
        worth = max((_worth(key, function, functions) for key in others if key not in seen), default=0.0)
        seen |= others
        things += worth
        if not worth and term.known and others and not term.keys & ACTIONS and not others & _COMMON:
            missed += 0.5
    deed = max((_doing(key, function) for key in doing), default=0.0)
    undone = doing & _UNDOING & function.actions
    if undone and len(doing) + len(seen) > 1 and sum(bool(undone & one.actions) for one in functions) == 1:
        # Where only one thing can be cancelled, it is meant.
        deed += 0.5
    deed += _reminds(text, function) + _shaped(text, function, functions)
    return things + deed - missed - _contradiction(doing, function)


# “8시에 ... 알려 줘”: to be told at a time is to be reminded.
_TOLD_AT = re.compile(
    r"(?:시|분|반|에|뒤|후|전)에?\s.{0,40}(?:알려|말해|얘기해|알림)\s?(?:줘|주|달)|"
    r"\b(?:tell|ping|notify|nudge) me\b.{0,40}\b(?:at|in|on)\b|"
    r"(?:点|分|后|之前).{0,20}(?:告诉|叫|通知)我",
    re.IGNORECASE,
)
_REMINDING = frozenset({"reminder", "alarm", "notification"})


def _reminds(text: str, function: Function) -> float:
    about_it = about(function) & _REMINDING and function.actions & {"create", "add", "set", "send"}
    return 2.5 if about_it and times_in(text) and _TOLD_AT.search(text) else 0.0


def _shaped(text: str, function: Function, functions: Sequence[Function]) -> float:
    """What looks like the example of a required argument of this function alone speaks for it."""
    needing = [one for one in functions if any(any(shaped_in(text, each)) for each in one.required)]
    return 1.4 if needing == [function] and not is_changing(function) else 0.0


def _worth(key: str, function: Function, functions: Sequence[Function]) -> float:
    rarity = sum(has_key(key, one.name_keys | one.described_keys) for one in functions)
    weight = (0.5 if key in _COMMON else 1.0) / max(1.0, rarity**0.25)
    if has_key(key, function.name_keys):
        return weight * _IN_NAME
    if has_key(key, function.described_keys):
        return weight * _IN_DESCRIPTION
    if any(other in function.name_keys for other in RELATED.get(key, ())):
        return weight * _RELATED
    return weight * _IN_PARAMETERS if has_key(key, function.parameter_keys) else 0.0


def _doing(key: str, function: Function) -> float:
    if key in CHANGING and (
        key in function.actions or any(key in group and group & function.actions for group in _KINDRED)
    ):
        return 0.8 if key not in function.actions else 1.2 if key in _GENERAL else 2.0
    if key in CHANGING:
        return 0.8 if key in function.described_keys else 0.0
    return 0.6 if key in function.actions else 0.3 if key in function.described_keys else 0.0


# Deeds that may be done to anything; the others nearly say by themselves what is wanted.
_GENERAL = frozenset(
    listed("create add set update send delete complete record submit stop turn_on turn_off cancel assign share")
)
# Different words for one deed.
_KINDRED = (
    frozenset(listed("create add set reserve submit record")),
    frozenset(listed("create add order_act")),
    frozenset(listed("delete cancel")),
    frozenset(listed("update set")),
    frozenset(listed("send transfer share")),
    frozenset(listed("convert translate")),
    frozenset(listed("turn_on turn_off set update stop")),
    frozenset(listed("play turn_on")),
    frozenset(listed("complete update")),
    frozenset(listed("renew update")),
)


_UNDOING = frozenset({"cancel", "delete"})
_MAKING = frozenset({"create", "add", "reserve", "order_act", "submit", "send"})


def _contradiction(asked: frozenset[str], function: Function) -> float:
    """A wish to cancel is not met by a function that orders; a mere question is not met by one that changes things."""
    wanted = asked & set(CHANGING)
    does = function.actions & set(CHANGING)
    if wanted and does and not wanted & does and not any(group & wanted and group & does for group in _KINDRED):
        return 1.0
    if wanted & _UNDOING and does and not does & _UNDOING and does & _MAKING:
        # “예약 취소해 줘” names what was made, and wants it undone.
        return 2.0
    if does and not wanted and not function.actions - set(CHANGING):
        return 0.7 if asked & {"get", "find", "list", "track", "status"} or not asked & ACTIONS else 0.3
    if wanted & {"cancel", "delete", "create", "send", "add", "update"} and not does:
        return 0.8
    return 0.0


def about(function: Function) -> frozenset[str]:
    """The things that a function is about."""
    return (function.name_keys | function.described_keys) & frozenset(THINGS)
