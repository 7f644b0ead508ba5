"""Calls the assistant's own functions: chooses them, fills their arguments, and answers from what they return."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ...base import FunctionCall, Message
from ..form import Form, form_of
from ..functions.context import arguments_of
from ..functions.outputs import Outcome, outcomes_of
from ..functions.planning import plan_for
from ..functions.plans import Plan, PlannedCall, last_calls
from ..functions.recalled import recalled
from ..functions.replies import proposal, question_for
from ..functions.telling import asks_about_outputs, in_one_sentence, told
from ..skill import Action, CallFunction, Language, Say, Situation, language_of

# A run that never ends helps nobody: beyond so many calls the tutor answers from what it has.
_MOST_CALLS = 16
_MOST_COMPARED = 8
_LONGEST_QUESTION = 80
_BOTH = re.compile(r"둘|두 |\bboth\b|\btwo\b|\bthem\b|两", re.IGNORECASE)
_NOTHING: dict[Language, str] = {
    "ko": "이 요청에 맞는 함수를 찾지 못했습니다.",
    "en": "I found no function that fits this request.",
    "zh": "没有找到适合这个请求的函数。",
}


class Functions:
    """Plans from the conversation at each step; what has been called already is not called again."""

    name = "functions"

    def fit(self, situation: Situation) -> float:
        plan = plan_for(situation)
        if plan is not None:
            return plan.fit
        if _earlier_outputs(situation):
            return 0.7
        if not _recalled(situation):
            return 0.0
        # “What was its price again?” can mean nothing else; “What do 15 cost at a price of 2?” is a sum of its own.
        return 0.5 if re.search(r"\d", situation.question) else 0.93

    def step(self, situation: Situation) -> Sequence[Action]:
        form = _form(situation)
        done = tuple(call for call in situation.done if isinstance(call, FunctionCall))
        plan = plan_for(situation)
        ready = _open_calls(plan, done) if plan and len(done) < _MOST_CALLS else []
        if ready:
            together = situation.request.settings.get("parallel_tool_calls") is not False
            chosen = ready if together else ready[:1]
            return [CallFunction(call.name, call.arguments) for call in chosen]
        return [Say(_answer(situation, plan, done, form))]


def _open_calls(plan: Plan, done: Sequence[FunctionCall]) -> list[PlannedCall]:
    made = [(call.name, arguments_of(call)) for call in done]
    return [call for call in plan.calls if (call.name, call.arguments) not in made]


def _answer(situation: Situation, plan: Plan | None, done: tuple[FunctionCall, ...], form: Form) -> str:
    asked = list(dict.fromkeys(question_for(ask.missing, form.language) for ask in plan.asks)) if plan else []
    asked += [proposal(call.name, call.arguments, form.language) for call in plan.proposed] if plan else []
    if done:
        content = told(outcomes_of(_final(done, plan)), situation.question, form.language)
        if form.sentences is not None and 1 < len(content.sentences) > form.sentences and len(done) > 1:
            content = replace(content, sentences=(in_one_sentence(content.sentences, form.language),))
        if asked:
            content = replace(
                content, answer="\n\n".join([content.answer, *asked]), sentences=(*content.sentences, *asked)
            )
        return form.data(content)
    if asked:
        return form.text("\n".join(asked))
    earlier = _earlier_outputs(situation)
    if earlier:
        return form.data(told(outcomes_of(earlier), situation.question, form.language))
    if known := _recalled(situation):
        return form.data(told(known, situation.question, form.language))
    return form.text(_NOTHING[form.language])


def _final(done: tuple[FunctionCall, ...], plan: Plan | None) -> tuple[FunctionCall, ...]:
    """The calls that were wanted, without those that only found out an argument for another."""
    wanted = [(call.name, call.arguments) for call in plan.calls] if plan else []
    return tuple(call for call in done if (call.name, arguments_of(call)) in wanted) or done


def _recalled(situation: Situation) -> list[Outcome]:
    question = situation.question
    if len(question) > _LONGEST_QUESTION or situation.files or situation.request.tool_choice == "required":
        return []
    return recalled(question, situation.before)


def _earlier_outputs(situation: Situation) -> tuple[FunctionCall, ...]:
    """The calls that a question about what was returned (a comparison, a total) is about; none for other questions."""
    question = situation.question
    if not asks_about_outputs(question) or len(question) > _LONGEST_QUESTION or situation.files:
        return ()
    last = last_calls(situation.before)
    found = [call for call in last if call.name == last[-1].name]
    if len(found) != 1:
        return tuple(found)
    # One call a turn, and now a question about all of them: “둘 중 어디가 더 따뜻해?”
    alike = {
        item.arguments: item
        for item in situation.before
        if isinstance(item, FunctionCall) and item.name == found[0].name
    }
    newest = list(alike.values())
    return tuple(newest[-2:] if _BOTH.search(question) else newest[-_MOST_COMPARED:])


def _form(situation: Situation) -> Form:
    """A reply such as “40021” has no language of its own: the one before it counts."""
    form = form_of(situation)
    if language_of(situation.question) or language_of(situation.request.instructions):
        return form
    said = [item.text for item in situation.before if isinstance(item, Message)]
    language = next((found for text in reversed(said) if (found := language_of(text))), form.language)
    return replace(form, language=language)


SKILL = Functions()
