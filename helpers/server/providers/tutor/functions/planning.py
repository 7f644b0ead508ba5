"""Which functions to call with which arguments, given the whole conversation; and what must be asked first.

A plan is made anew at each step from nothing but the conversation, so that it is always the same for the same words.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ...base import FunctionCall, Message, ModelRequest
from ..beyond import kind_of
from ..skill import Situation
from .clauses import Wish, wishes
from .consent import asks_leave, refuses, stance, without_refusal
from .context import arguments_of, with_that_day
from .filling import Filling, fill, with_more
from .follow_ups import follow_up, moved, only_leans, same_thing
from .lexicon import READING
from .matching import ENOUGH, about, matches
from .moments import today_in
from .plans import Ask, Plan, PlannedCall, completed, last_calls, resolved
from .replies import agrees, asked_for, has_proposed, is_dropped, with_reply
from .roles import role_of
from .schema import Function, functions_in
from .telling import asks_about_outputs
from .words import actions_in

_DEEPEST = 5
_LONGEST_MESSAGE = 1500
_LAST_RESORT = 0.05
# “날씨가 좋네요” tells, and asks for nothing.
_REMARK = re.compile(
    r"(?:네요|군요|구나|습니다|더라|었다|았다|했다)[.!~ ]*$|^(?:nice|great|lovely|i (?:love|like|hate)|"
    r"it['’]s)\b[^?]*$",
    re.IGNORECASE,
)
_WRITE = re.compile(r"써|쓰|지어|작성|짜\s?줘|짜\s?주|\b(?:write|compose|draft|implement)\b|写", re.IGNORECASE)
# Who only says what he likes orders nothing.
_LIKING = re.compile(
    r"(?:좋아|싫어|사랑|선호)(?:해요?|합니다|하는 편이에요|하는 편입니다)[.!~ ]*$|"
    r"(?:마음에 들어요?|예뻐요?|예쁘네요|좋아요)[.!~ ]*$|"
    r"^(?:i|we)(?: really| also| do)? (?:love|like|hate|prefer|enjoy)\b(?! to\b)[^?]*$|^我(?:很|最)?喜欢[^？?]*$",
    re.IGNORECASE,
)
# What a function must be about to be meant by “write me a ...”.
_WRITTEN = frozenset({"email", "message", "note", "document", "report", "todo", "website"})


def plan_for(situation: Situation, depth: int = 0) -> Plan | None:
    """The plan for the newest question; None where no function fits it."""
    situation = _clearly(_shortened(situation))
    request = situation.request
    functions = functions_in(request.tools)
    if not functions or request.tool_choice == "none" or not situation.question.strip():
        return None
    today = _today(request)
    forced = forced_function(request, functions)
    if forced is not None:
        return _forced(situation, forced, functions, today)
    reply = _reply(situation, functions, today, depth)
    if reply is not None:
        return reply
    if _LIKING.search(situation.question.strip()) and request.tool_choice != "required":
        return None
    if refuses(situation.question) and not actions_in(situation.question) & READING.keys():
        return None
    found = wishes(situation.question, functions)
    if kind_of(situation.question) in {"write", "code"} and _WRITE.search(situation.question):
        found = [wish for wish in found if wish.function and about(wish.function) & _WRITTEN]
    if asks_about_outputs(situation.question) and last_calls(situation.before) and not _names_new(found, today):
        return None
    leans = only_leans(situation, found, functions)
    if leans and (plan := follow_up(situation, functions, today)):
        return plan
    if found:
        plan = _planned(situation, found, functions, today)
        if plan is not None:
            return plan
    plan = same_thing(situation, functions, today)
    if plan is not None:
        return plan
    return (None if leans else follow_up(situation, functions, today)) or (
        _best_effort(situation, functions, today) if request.tool_choice == "required" else None
    )


def _shortened(situation: Situation) -> Situation:
    """The same with the beginnings of very long messages: what is to be done stands there, and reading takes time."""
    items = situation.request.items
    if not any(isinstance(item, Message) and len(item.text) > _LONGEST_MESSAGE for item in items):
        return situation
    short = (replace(item, text=item.text[:_LONGEST_MESSAGE]) if isinstance(item, Message) else item for item in items)
    return Situation(replace(situation.request, items=tuple(short)))


def _clearly(situation: Situation) -> Situation:
    """The same with the date of the last calls for “that day”, and without what is only refused for something else."""
    question = situation.question
    text = without_refusal(with_that_day(question, last_calls(situation.before)))
    if text == question:
        return situation
    place = len(situation.before)
    items = situation.request.items
    newest = items[place]
    assert isinstance(newest, Message)
    return Situation(
        replace(situation.request, items=(*items[:place], replace(newest, text=text), *items[place + 1 :]))
    )


def forced_function(request: ModelRequest, functions: Sequence[Function]) -> Function | None:
    """The function that tool_choice names, if any."""
    choice = request.tool_choice
    if not isinstance(choice, dict) or choice.get("type") != "function":
        return None
    return next((one for one in functions if one.name == choice.get("function", {}).get("name")), None)


def _names_new(found: Sequence[Wish], today: date | None) -> bool:
    """True where the wishes name arguments of their own."""
    return any(wish.function and fill(wish.function, wish.text, today).typed for wish in found)


def _today(request: ModelRequest) -> date | None:
    said = [item.text for item in request.items if isinstance(item, Message) and item.role == "user"]
    return today_in([request.instructions, *said])


def _planned(
    situation: Situation, found: Sequence[Wish], functions: Sequence[Function], today: date | None
) -> Plan | None:
    calls: list[PlannedCall] = []
    asks: list[Ask] = []
    fits: list[float] = []
    proposed: list[PlannedCall] = []
    for wish in _joined(found, today):
        assert wish.function is not None
        meant = stance(wish.text, wish.function) if situation.request.tool_choice != "required" else "wanted"
        if meant == "unwanted" and asks_leave(wish.text):
            offered = fill(wish.function, wish.text, today)
            meant = "question" if offered.typed > 1 and not offered.missing else meant
        if meant == "unwanted":
            continue
        own, unfit = _placed(with_more(fill(wish.function, wish.text, today), wish.text, today), situation)
        if unfit:
            asks.append(unfit)
            fits.append(_fit(wish, own, True))
            continue
        filling = completed(own, wish.text, situation, functions, today, calls)
        made, asked = resolved(filling, wish.text, functions, situation, today)
        if meant == "question" and made:
            proposed += [call for call in made if call not in proposed]
            fits.append(_fit(wish, filling, False))
            continue
        calls += [call for call in made if call not in calls]
        asks += asked
        fits.append(_fit(wish, filling, bool(asked)))
    if not calls and not any(ask.arguments for ask in asks) and _REMARK.search(situation.question):
        return None
    if not (calls or asks or proposed):
        return None
    return Plan(tuple(calls), tuple(asks), max(fits), tuple(functions), tuple(proposed))


def _placed(filling: Filling, situation: Situation) -> tuple[Filling, Ask | None]:
    """The filling, what is no place put where the last call of the function had something else; or what to ask."""
    function = filling.function
    last = [call for call in last_calls(situation.before) if call.name == function.name]
    if not last or not filling.missing:
        return filling, None
    before = arguments_of(last[-1])
    changed, unfit = moved(filling.arguments, before, function)
    if unfit:
        known = {name: value for name, value in before.items() if name != unfit[0].name}
        return filling, Ask(function, known | changed, unfit)
    missing = tuple(one for one in function.required if one.name not in changed and one.name not in filling.several)
    return (filling if changed == filling.arguments else replace(filling, arguments=changed, missing=missing)), None


def _fit(wish: Wish, filling: Filling, asks: bool) -> float:
    if any(role_of(one) == "expression" and one.name in filling.arguments for one in filling.function.parameters):
        return 0.98
    sure = 0.45 + 0.1 * min(wish.score, 4.0) + 0.05 * min(filling.found, 3)
    return min(sure - 0.12 * asks, 0.97)


def _joined(found: Sequence[Wish], today: date | None) -> list[Wish]:
    """Neighbours that want the same function are one call, unless they say different things about the same argument."""
    joined: list[Wish] = []
    for wish in found:
        last = joined[-1] if joined else None
        if (
            last
            and wish.function is last.function
            and wish.function
            and not _clash(wish.function, last.text, wish.text, today)
        ):
            joined[-1] = Wish(f"{last.text}; {wish.text}", last.function, max(last.score, wish.score))
        else:
            joined.append(wish)
    return joined


def _clash(function: Function, one: str, other: str, today: date | None) -> bool:
    first, second = fill(function, one, today), fill(function, other, today)
    mine, yours = first.arguments | dict(first.several), second.arguments | dict(second.several)
    needed = [parameter.name for parameter in function.required] or [
        parameter.name for parameter in function.parameters
    ]
    differing = [name for name in needed if name in mine and name in yours and mine[name] != yours[name]]
    return bool(differing) and not second.missing


def _reply(situation: Situation, functions: Sequence[Function], today: date | None, depth: int) -> Plan | None:
    """The plan of the turn before, completed with the newest words, where that turn ended by asking for arguments."""
    before = situation.before
    places = [place for place, item in enumerate(before) if isinstance(item, Message) and item.role == "user"]
    if depth >= _DEEPEST or not places or is_dropped(situation.question):
        return None
    turn = before[places[-1] + 1 :]
    said = [item.text for item in turn if isinstance(item, Message) and item.role == "assistant"]
    calls = tuple(item for item in turn if isinstance(item, FunctionCall))
    if not said:
        return None
    earlier = Situation(replace(situation.request, items=(*before[: places[-1] + 1], *calls), tool_choice="auto"))
    plan = plan_for(earlier, depth + 1)
    if plan is not None and plan.proposed and has_proposed(plan.proposed, said[-1]):
        return _agreed(situation.question, plan.proposed, functions, today)
    if plan is None or not plan.asks or not asked_for(plan.asks[0].missing, said[-1]):
        return None
    ranked = matches(situation.question, functions)
    made: list[PlannedCall] = []
    asks: list[Ask] = []
    for ask in plan.asks:
        filling = with_reply(ask.function, ask.arguments, ask.missing, situation.question, today)
        if filling is None:
            if ranked and ranked[0].score >= ENOUGH:
                return None
            asks.append(ask)
            continue
        if ranked and ranked[0].score >= 2 * ENOUGH and ranked[0].function is not ask.function and not filling.typed:
            return None
        if filling.missing:
            asks.append(Ask(ask.function, filling.calls()[0], filling.missing))
        else:
            made += [PlannedCall(ask.function.name, arguments) for arguments in filling.calls()]
    if not made and asks == list(plan.asks):
        return None
    return Plan(tuple(made), tuple(asks), 0.93, tuple(functions))


def _agreed(
    text: str, proposed: Sequence[PlannedCall], functions: Sequence[Function], today: date | None
) -> Plan | None:
    """The proposed calls, with what the reply changes about them, where the reply agrees."""
    if not agrees(text):
        return None
    by_name = {one.name: one for one in functions}
    calls = []
    for call in proposed:
        told = fill(by_name[call.name], text, today)
        calls.append(PlannedCall(call.name, call.arguments | (told.arguments if told.typed else {})))
    return Plan(tuple(calls), (), 0.93, tuple(functions))


def _forced(situation: Situation, function: Function, functions: Sequence[Function], today: date | None) -> Plan:
    text = situation.question
    before = Situation(replace(situation.request, items=situation.request.items[: len(situation.before) + 1]))
    filling = completed(fill(function, text, today), text, before, functions, today, ())
    return Plan(tuple(_whatever(filling, text)), (), 1.0, tuple(functions))


def _best_effort(situation: Situation, functions: Sequence[Function], today: date | None) -> Plan:
    """tool_choice `required` and nothing fits: the function that fits least badly, unless another tool fits at all."""
    text = situation.question
    return replace(_forced(situation, matches(text, functions)[0].function, functions, today), fit=_LAST_RESORT)


def _whatever(filling: Filling, text: str) -> list[PlannedCall]:
    """A call that must be made, though arguments are missing: empty ones, or the reader's own words."""
    gaps: dict[str, Any] = {}
    for parameter in filling.missing:
        empty: dict[str, Any] = {"number": 0, "integer": 0, "boolean": False, "array": [], "object": {}}
        if parameter.least is not None:
            empty |= {"number": parameter.least, "integer": int(parameter.least)}
        gaps[parameter.name] = parameter.options[0] if parameter.options else empty.get(parameter.kind, text.strip())
    complete = replace(filling, arguments=filling.arguments | gaps, missing=())
    return [PlannedCall(filling.function.name, arguments) for arguments in complete.calls()]
