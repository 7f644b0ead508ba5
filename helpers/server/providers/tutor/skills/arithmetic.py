"""Sums in words: prices, percentages, interest, units, dates, equations, small word problems.

With the code interpreter the sum is written as Python, run, and answered from what it printed; without it the same
plan is worked out here.
"""

from collections.abc import Sequence

from ...base import CodeCall
from ..followups import reading_of
from ..form import Form, form_of
from ..plan import Plan
from ..skill import Action, RunCode, Say, Situation

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
        reading = reading_of(situation)
        return reading.fit if reading else 0.0

    def step(self, situation: Situation) -> Sequence[Action]:
        form = form_of(situation)
        reading = reading_of(situation)
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


def _answer(plan: Plan, form: Form, logs: str | None) -> str:
    values = plan.values()
    failed = ""
    if logs is not None:
        printed = plan.read(logs)
        if printed is None:
            failed = _CODE_FAILED[form.language]
        else:
            values |= printed
    answer = plan.phrase(values)
    return form.result(answer, failed)


SKILL = Arithmetic()
