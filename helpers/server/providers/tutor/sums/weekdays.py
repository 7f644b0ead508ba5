"""The day of the week so many days after a told one: “오늘이 수요일이면 100일 뒤는”."""

import re
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from .calendar_sums import WEEKDAY_ASKED, WEEKDAYS, points_back
from .phrases import fraction, worked_out
from .question import Question, Reading

_TOLD = re.compile(
    r"(?:오늘|어제|내일|그날)?\s?[은이]?\s?(?P<ko>[월화수목금토일])요일(?!은|인가|이에|입니까)|"
    r"\b(?P<en>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|(?:星期|周|礼拜)(?P<zh>[一二三四五六日天])",
    re.IGNORECASE,
)
_IT_WAS = (
    r"\s?(?:전|후|뒤)(?:이|은|는|가)\s?|(?i:\s?(?:ago|from now|later)(?: it)? (?:was|is|will be) (?:an? )?)|"
    r"(?:之)?[前后](?:那天)?是\s?"
)
_NAMES = {"ko": "월화수목금토일", "zh": "一二三四五六日"}


def recognise(question: Question) -> Reading | None:
    """A weekday so many days away from another, or None."""
    told = list(_TOLD.finditer(question.text))
    spans = [q for q in question.quantities if q.kind == "time" and q.unit in {"day", "week"}]
    written = [day for day in question.dates if day.ahead is None]
    if len(told) != 1 or len(spans) != 1 or len(question.quantities) != 1 or written or not question.has(WEEKDAY_ASKED):
        return None
    if question.has(r"어제|내일|\byesterday\b|\btomorrow\b|昨天|明天"):
        return None
    span, groups = spans[0], told[0].groupdict()
    if span.value.denominator != 1:
        return None
    index = _index(groups)
    back = points_back(question)
    # “3 days ago was Monday. What day is today?” goes the other way.
    if re.fullmatch(_IT_WAS, question.text[span.end : told[0].start()] if span.end <= told[0].start() else "-"):
        back = not back
    days = span.value * (7 if span.unit == "week" else 1)
    givens = [Given("weekday", Fraction(index), told[0][0].strip()), Given("days", days, span.text.strip())]
    step = Step("result", f"(weekday {'-' if back else '+'} days) % 7")
    names = WEEKDAYS[question.language]

    def phrase(values: Values) -> Answer:
        day = names[int(fraction(values, "result"))]
        rest = question.pick(
            f"{names[index]}에서 {span.text.strip()} {'전' if back else '뒤'}",
            f"{span.text.strip()} {'before' if back else 'after'} a {names[index]}",
            f"{names[index]}{'之前' if back else '之后'} {span.text.strip()}",
        )
        left = int(days) % 7
        working = question.pick(
            f"{int(days)}일을 7일로 나눈 나머지는 {left}일",
            f"{int(days)} days are whole weeks and {left} days",
            f"{int(days)} 天除以 7 余 {left} 天",
        )
        sentence = question.pick(f"{rest}는 {day}입니다.", f"{rest} is a {day}.", f"{rest}是{day}。")
        return Answer(day, sentence, worked_out(question, [working]))

    return Reading(0.9, Plan(tuple(givens), (step,), ("result",), phrase))


def _index(groups: dict[str, str]) -> int:
    if groups["ko"]:
        return _NAMES["ko"].index(groups["ko"])
    if groups["zh"]:
        return _NAMES["zh"].index(groups["zh"].replace("天", "日"))
    return [name.lower() for name in WEEKDAYS["en"]].index(groups["en"].lower())
