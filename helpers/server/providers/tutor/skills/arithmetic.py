"""Sums in words: prices, percentages, interest, units, dates, equations, small word problems.

With the code interpreter the sum is written as Python, run, and answered from what it printed; without it the same
plan is worked out here.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from ...base import CodeCall, Message
from ..followups import reading_of, standalone
from ..form import Form, form_of
from ..notes import bare, is_asking, notes_of
from ..plan import Plan, Value
from ..quantities import quantities
from ..skill import Action, RunCode, Say, Situation
from ..sums import Reading, read

_CHECKING = {
    "ko": "계산을 코드로 확인하겠습니다.",
    "en": "I will work this out with code.",
    "zh": "我用代码来计算确认。",
}
_CODE_FAILED = {
    "ko": "(코드가 값을 돌려주지 않아 같은 식을 직접 계산했습니다.)",
    "en": "(The code returned no value, so I worked the same formula out myself.)",
    "zh": "（代码没有返回结果，因此我直接按同一公式计算。）",
}


class Arithmetic:
    """Reads the question into a plan, then carries it out in code or in the head."""

    name = "arithmetic"

    def fit(self, situation: Situation) -> float:
        reading = _reading(situation)
        if reading is None:
            return 0.0
        # What a sum lacks may well stand in a file.
        return reading.fit if reading.plan or not situation.files else min(reading.fit, 0.3)

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        reading = _reading(situation)
        if reading is None:
            return []
        if reading.plan is None:
            return [Say(form.text(reading.missing))]
        if not situation.can_run_code:
            return [Say(_answer(reading.plan, form, None))]
        ran = [call for call in situation.done if isinstance(call, CodeCall)]
        if not ran:
            announcement = [] if form.is_strict else [Say(form.aside(_CHECKING[form.language]))]
            return [*announcement, RunCode(reading.plan.code())]
        return [Say(_answer(reading.plan, form, ran[-1].logs))]


def _reading(situation: Situation) -> Reading | None:
    """The question as a sum; by what was told in the thread where it names that (“15% of our budget”)."""
    reading = reading_of(situation)
    if reading and reading.plan:
        return reading
    question = situation.question
    if len(question) > _LONGEST or not quantities(question):
        return reading
    earlier = [item.text for item in situation.before if isinstance(item, Message) and item.role == "user"]
    if (there := _THERE.search(question)) and (amount := _told_amount(earlier)):
        found = read(f"{question[: there.start()]}{amount}에{question[there.end() :]}", form_of(situation).language)
        if found and found.plan:
            return found
    if reading and reading.missing and _told_amount(earlier):
        found = read(f"{earlier[-1].rstrip(' .!。')}, {question}", form_of(situation).language)
        if found and found.plan:
            return found
    if reading is None and _TRADES.search(question) and earlier:
        language = form_of(situation).language
        whole = standalone(f"{_LEAD[language]} {question}", tuple(earlier[-_REACH:]), language)
        if whole and (found := read(whole, language)) and found.plan:
            return found
    for note in reversed(notes_of(earlier)):
        if not quantities(note.value) or not (key := bare(note.key)):
            continue
        named = re.search(rf"{_WHOSE}{re.escape(key)}(?![a-z])", question, re.IGNORECASE)
        if named:
            # The note's own words may end in a verb of their own ("3,000 dollars a month"): only its amount counts.
            amount = quantities(note.value)[0].text.strip()
            found = read(f"{question[: named.start()]}{amount}{question[named.end() :]}", form_of(situation).language)
            if found and found.plan:
                return found
    return reading


def _told_amount(earlier: Sequence[str]) -> str:
    """The one amount of money that the last message tells without asking; an empty string where there is none."""
    amounts = [one for one in quantities(earlier[-1]) if one.kind == "money"] if earlier else []
    return amounts[0].text.strip() if len(amounts) == 1 and not is_asking(earlier[-1]) else ""


# “10개 팔면 매출은 얼마죠?”: so many at the price before, though no word says so.
_TRADES = re.compile(r"사면|살 때|팔면|팔 때|구매|구입|\b(?:buy|sell|order|get)\b|买|卖", re.IGNORECASE)
_LEAD = {"ko": "그럼", "en": "and", "zh": "那"}
_REACH = 8
_THERE = re.compile(r"(?:거기|여기)에(?:다가?|서)?|그\s?(?:금액|돈|값|가격)에(?:다가?|서)?")
_WHOSE = r"(?:\b(?:my|our|the|your)\s+|(?:제|내|우리|저희)\s*|我们?的?)?"
_LONGEST = 200


def _answer(plan: Plan, form: Form, logs: str | None) -> str:
    values = plan.values()
    failed = ""
    if logs is not None:
        printed = plan.read(logs)
        if printed is None:
            failed = _CODE_FAILED[form.language]
        else:
            values |= {name: _exact(value, values.get(name)) for name, value in printed.items()}
    answer = plan.phrase(values)
    figures = {name: _plain(value) for name, value in values.items() if isinstance(value, Fraction)}
    return form.result(answer, failed, figures)


def _exact(printed: Value, planned: Value | None) -> Value:
    """What the code printed; the exact fraction behind it where that was only rounded for printing."""
    if not isinstance(printed, Fraction) or not isinstance(planned, Fraction):
        return printed
    return planned if abs(printed - planned) <= abs(planned) * _ROUNDING else printed


_ROUNDING = Fraction(1, 10**9)


def _plain(value: Fraction) -> int | float:
    return int(value) if value.denominator == 1 else round(float(value), 10)


SKILL = Arithmetic()
