"""Short questions that go on with the last call: “부산은요?”, “in fahrenheit?”, “cancel it”."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ..skill import Situation, language_of
from .chunks import masked
from .clauses import Wish
from .consent import asks_again, is_changing, refuses, stance
from .context import arguments_of
from .filling import Arguments, Filling, fill
from .matching import ENOUGH, about, matches
from .places_lexicon import PLACES
from .plans import FOLLOW_UP, Ask, Plan, PlannedCall, completed, last_calls, names_other
from .schema import Function, Parameter
from .words import actions_in, keys_of

_LONGEST_FOLLOW_UP = 60
_FEW_WORDS = 6
# What these have made is not changed by making another.
_MAKING = frozenset({"create", "add", "send", "transfer", "reserve", "order_act", "submit", "record"})


def only_leans(situation: Situation, found: Sequence[Wish], functions: Sequence[Function]) -> bool:
    """True where a short question speaks weakly of a function, and rather goes on with the last call."""
    last = last_calls(situation.before)
    if not last or len(found) != 1 or not FOLLOW_UP.search(situation.question):
        return False
    wish = found[0]
    return wish.score < 2 * ENOUGH and wish.function is not None and wish.function.name != last[-1].name


def follow_up(situation: Situation, functions: Sequence[Function], today: date | None) -> Plan | None:
    """“부산은요?” after a call: the same call with what the new words change."""
    question = situation.question
    last = last_calls(situation.before)
    by_name = {one.name: one for one in functions}
    if not last or len(question) > _LONGEST_FOLLOW_UP or last[-1].name not in by_name:
        return None
    function = by_name[last[-1].name]
    if "update" in actions_in(question) and function.actions & _MAKING:
        return None
    new = fill(function, question, today)
    few = len(question.split()) <= _FEW_WORDS and language_of(question) is not None
    if not (FOLLOW_UP.search(question) or (few and new.typed) or new.typed > 1):
        return None
    ranked = matches(question, functions)
    other = ranked[0].score >= ENOUGH and ranked[0].function is not function
    # “뒤뜰은?” names a value and nothing else: it goes on with what was done last.
    other = other and not (new.found and not keys_of(masked(question, new.places)))
    if not new.found and not other and len(question.split()) < _FEW_WORDS and FOLLOW_UP.search(question):
        base = arguments_of(last[-1])
        unmet = [one for one in function.parameters if one.options and names_other(function, one, question, today)]
        unmet = [one for one in unmet if str(base.get(one.name)).casefold() not in PLACES]
        if len(unmet) == 1:
            return Plan((), (Ask(function, _without(base, unmet[0]), tuple(unmet)),), 0.8, tuple(functions))
    if not new.found or other or (new.typed == 0 and not FOLLOW_UP.search(question)):
        return None
    changed = _told(new, function, question, today)
    changed, unfit = moved(changed, arguments_of(last[-1]), function)
    if unfit:
        return Plan(
            (), (Ask(function, _without(arguments_of(last[-1]) | changed, unfit[0]), unfit),), 0.8, tuple(functions)
        )
    if not changed and not new.several:
        return None
    calls: list[PlannedCall] = []
    for call in last:
        if call.name != function.name:
            continue
        base = arguments_of(call)
        kept = {name: value for name, value in base.items() if name not in new.several}
        for arguments in replace(new, arguments=kept | changed, missing=()).calls():
            made = PlannedCall(function.name, arguments)
            if made not in calls:
                calls.append(made)
    old = [(call.name, arguments_of(call)) for call in last]
    if not calls or all((call.name, call.arguments) in old for call in calls):
        return None
    if is_changing(function) and refuses(question):
        return None
    if is_changing(function) and not asks_again(question, function):
        # Done once is not done again for a mere “And lilies?”.
        return Plan((), (), 0.8, tuple(functions), tuple(calls))
    return Plan(tuple(calls), (), 0.8 if FOLLOW_UP.search(question) else 0.6, tuple(functions))


def moved(changed: Arguments, before: Arguments, function: Function) -> tuple[Arguments, tuple[Parameter, ...]]:
    """What is no place goes where the last call had no place; and the parameters whose options it is none of.

    After “수국 in 서울”, “백합은요?” means another flower.
    """
    kept: Arguments = {}
    unfit: list[Parameter] = []
    names = {name for name, value in before.items() if isinstance(value, str) and value.casefold() in PLACES}
    texts = [one for one in function.parameters if isinstance(before.get(one.name), str) and one.name not in names]
    for name, value in changed.items():
        is_place = isinstance(value, str) and value.casefold() in PLACES
        if name not in names or is_place or not isinstance(value, str) or len(texts) != 1 or texts[0].name in changed:
            kept[name] = value
        elif texts[0].options and value not in texts[0].options:
            unfit.append(texts[0])
        else:
            kept[texts[0].name] = value
    return kept, tuple(unfit)


def _without(arguments: Arguments, parameter: Parameter) -> Arguments:
    return {name: value for name, value in arguments.items() if name != parameter.name}


def same_thing(situation: Situation, functions: Sequence[Function], today: date | None) -> Plan | None:
    """“Cancel it”, “취소해줘”: another deed done to what the last call was about."""
    question = situation.question
    last = last_calls(situation.before)
    by_name = {one.name: one for one in functions}
    few = len(question.split()) <= _FEW_WORDS
    if not last or last[-1].name not in by_name or not few:
        return None
    subject = about(by_name[last[-1].name])
    for function in functions:
        if (
            function.name == last[-1].name
            or not actions_in(question) & function.actions
            or not about(function) & subject
        ):
            continue
        filling = completed(fill(function, question, today), question, situation, functions, today, ())
        if not filling.missing:
            calls = tuple(PlannedCall(function.name, arguments) for arguments in filling.calls())
            meant = stance(question, function)
            if meant == "unwanted":
                continue
            held = meant == "question"
            return Plan(() if held else calls, (), 0.8, tuple(functions), calls if held else ())
    return None


def _told(new: Filling, function: Function, question: str, today: date | None) -> Arguments:
    """Only what the words say, without the defaults that filling adds."""
    empty = fill(function, "?", today).arguments
    return {name: value for name, value in new.arguments.items() if empty.get(name, _NOTHING) != value}


_NOTHING = object()
