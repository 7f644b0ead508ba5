"""What a plan is, and how a filled function becomes one: with what the conversation knows, or by asking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from json import dumps
from typing import Any

from ...base import FunctionCall, Item, Message
from ..skill import Situation
from .context import REFERS, known_value, makers_of
from .filling import Arguments, Filling, fill
from .places_lexicon import PLACES
from .roles import role_of
from .schema import Function, Parameter

# “그럼 ...”, “부산은요?”, “what about Busan?”
FOLLOW_UP = re.compile(
    r"^\W*(?:그럼|그러면|그렇다면|이번에는|이번엔|다음은|and|what about|how about|then|now|what if|also|또|"
    r"那么?|换成)|(?:은|는|도|은요|는요|도요|(?:으)?로는(?:요)?|(?:으)?로도)\s*\??\s*$|呢[？?]?\s*$|"
    r"\b(?:instead|as well|too)\W*$|(?:으)?로\s?(?:다시|바꿔|해)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PlannedCall:
    """A call that can be made."""

    name: str
    arguments: Arguments


@dataclass(frozen=True)
class Ask:
    """A call that lacks arguments."""

    function: Function
    arguments: Arguments
    missing: tuple[Parameter, ...]


@dataclass(frozen=True)
class Plan:
    """`fit` says how sure it is that the question wants these functions, from 0 to 1.

    What is only `proposed` changes something and was not asked for in so many words: the reader is asked first.
    """

    calls: tuple[PlannedCall, ...]
    asks: tuple[Ask, ...]
    fit: float
    functions: tuple[Function, ...] = ()
    proposed: tuple[PlannedCall, ...] = ()


def last_calls(items: Sequence[Item]) -> list[FunctionCall]:
    """The calls of the newest turn that had any."""
    found: list[FunctionCall] = []
    for item in reversed(items):
        if isinstance(item, FunctionCall):
            found.insert(0, item)
        elif found and isinstance(item, Message) and item.role == "user":
            break
    return found


def _items(situation: Situation) -> tuple[Item, ...]:
    return (*situation.before, *situation.done)


def completed(
    filling: Filling,
    text: str,
    situation: Situation,
    functions: Sequence[Function],
    today: date | None,
    siblings: Sequence[PlannedCall],
) -> Filling:
    """The filling with what the conversation already knows."""
    missing = []
    arguments = dict(filling.arguments)
    refers = bool(REFERS.search(text) or FOLLOW_UP.match(situation.question))
    items = _items(situation)
    beside = [FunctionCall("", call.name, dumps(call.arguments, ensure_ascii=False)) for call in siblings]
    several = dict(filling.several)
    for parameter in filling.missing:
        if parameter.options and names_other(filling.function, parameter, text, today):
            # “백합” where only roses are sold is not the rose of a moment ago.
            missing.append(parameter)
            continue
        same_kind = role_of(parameter) in {"place", "destination", "id"}
        found = _known(parameter, filling.function, functions, items, today, refers=refers) or _known(
            parameter, filling.function, functions, beside, today, refers=same_kind
        )
        if not found:
            missing.append(parameter)
        elif len(found) > 1:
            several[parameter.name] = found
        else:
            arguments[parameter.name] = found[0]
    return replace(filling, arguments=arguments, several=several, missing=tuple(missing))


def names_other(function: Function, parameter: Parameter, text: str, today: date | None) -> bool:
    """True where a text names something for an enumeration that is none of its options."""
    free = replace(parameter, options=())
    others = tuple(free if one is parameter else one for one in function.parameters)
    filling = fill(replace(function, parameters=others), text, today)
    named = filling.arguments.get(parameter.name, filling.several.get(parameter.name))
    if all(str(option).casefold() in PLACES for option in parameter.options) and str(named).casefold() not in PLACES:
        return False
    return isinstance(named, str | tuple) and parameter.name not in {one.name for one in filling.missing}


def _known(
    parameter: Parameter,
    function: Function,
    functions: Sequence[Function],
    items: Sequence[Item],
    today: date | None,
    *,
    refers: bool,
) -> tuple[Any, ...]:
    """What the conversation says of an argument: several values where the newest calls were about several things."""
    value = known_value(parameter, function, functions, items, today, refers=refers)
    if value is None:
        return ()
    newest = [known_value(parameter, function, functions, [call], today, refers=refers) for call in last_calls(items)]
    values = tuple(dict.fromkeys(one for one in newest if one is not None and not isinstance(one, list | dict)))
    return values if value in values else (value,)


def resolved(
    filling: Filling, text: str, functions: Sequence[Function], situation: Situation, today: date | None
) -> tuple[list[PlannedCall], list[Ask]]:
    """The calls that can be made now, and what has to be asked. What another function can find out is not asked."""
    name = filling.function.name
    if not filling.missing:
        return [PlannedCall(name, arguments) for arguments in filling.calls()], []
    for parameter in filling.missing:
        for maker in makers_of(parameter, filling.function, functions):
            first = fill(maker, text, today)
            done = any(isinstance(call, FunctionCall) and call.name == maker.name for call in situation.done)
            if not first.missing and first.found and not done:
                return [PlannedCall(maker.name, arguments) for arguments in first.calls()], []
    return [], [Ask(filling.function, filling.calls()[0], filling.missing)]
