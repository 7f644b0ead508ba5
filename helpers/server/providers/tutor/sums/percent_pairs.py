"""Two percentages compared, in points and in per cent; the whole behind a percentage of it."""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import number, percent
from .asked import asks_before
from .percents import show
from .phrases import Label, several, single
from .question import Question, Reading

_POINTS = r"(?:%|퍼센트|프로)\s?(?:포인트|p\b)|%p|\bpercentage points?\b|\bpoints\b|\bpp\b|百分点"
_PERCENT_ASKED = (
    r"몇\s?(?:%|퍼센트|프로)(?!\s?(?:포인트|p))|\b(?:what|how many) per ?cent\b|\bpercent(?:age)? "
    r"(?:change|increase|decrease)|百分之几|상대"
)
_CHANGES = (
    r"에서|오르|올랐|올라|오른|내리|내린|내렸|내려|떨어|늘|줄|증가|감소|변|차이|\bfrom\b|\bto\b|\brose|\brise|"
    r"\bfell|\bfall|\bdrop|"
    r"\bincreas|\bdecreas|\bwent|\bdifference|从|上升|下降|提高|降低|升|降"
)
_UNKNOWN = (
    r"어떤 (?:수|금액|값)|전체|원래|총액|\bwhat (?:number|amount|total)?\b|\bwhich number\b|\ba number\b|\bof "
    r"what\b|\bthe whole\b|\bthe total\b|"
    r"哪个数|什么数|几的|多少的|总数|全部|这个数"
)
_WHOLE = (
    r"(?:어떤 (?:수|금액|값)|전체|얼마)의\s?{rate}|{rate}(?:\s?(?:가|이|는|은))?\s?{amount}|{amount}\s?(?:is|"
    r"=)\s?{rate} of|"
    r"{rate} of (?:a number|what|which|what number|the total|the whole|it)\b.{{0,20}}?{amount}|{amount}\s?(?:은|는|"
    r"이|가)\s?(?:어떤 (?:수|금액|값)|얼마|전체)의\s?{rate}|"
    r"(?:哪个数|什么数|一个数|某数|多少|总数)的\s?{rate}\s?是\s?{amount}|{amount}\s?是(?:哪个数|什么数|多少|"
    r"几)的\s?{rate}|{rate}\s?是\s?{amount}"
)


def recognise(question: Question) -> Reading | None:
    """Two percentages compared, or None."""
    rates = question.of("percent")
    # “몇 %포인트” asks for a number of points; the sign there is no percentage itself.
    if len(rates) != 2 or len(question.quantities) != 2 or not question.asks or not question.has(_CHANGES):
        return None
    if not question.has(_POINTS) and not question.has(_PERCENT_ASKED):
        return None
    first, second = rates
    givens = [Given("before", first.value, first.text.strip()), Given("after", second.value, second.text.strip())]
    points = Step("points", "after - before")
    fall = second.value < first.value
    label: Label = (
        "내린 폭" if fall else "오른 폭",
        "the fall" if fall else "the rise",
        "降幅" if fall else "升幅",
    )
    if question.has(_POINTS) and not question.has(r"상대|relative|相对"):
        plan = single(question, givens, [points], label, lambda value: _points(question, abs(value)))
        return Reading(0.95, plan)
    if first.value == 0:
        return None
    change = Step("change", "(after - before) / before * 100")
    results = [
        ("change", label, lambda value: percent(abs(value))),
        ("points", ("차이", "in points it", "差值"), lambda value: _points(question, abs(value))),
    ]
    return Reading(0.94, several(question, givens, [change, points], results))


def _points(question: Question, value: Fraction) -> str:
    return question.pick(
        f"{number(value)}%포인트", f"{number(value)} percentage point{'s' * (value != 1)}", f"{number(value)} 个百分点"
    )


def recognise_whole(question: Question) -> Reading | None:
    """The number of which a told amount is so many per cent, or None."""
    rates, others = question.of("percent"), [q for q in question.quantities if q.kind != "percent"]
    if len(rates) != 1 or len(others) != 1 or rates[0].value == 0 or not question.asks_or_ends:
        return None
    rate, amount = rates[0], others[0]
    if changed := _before_change(question, rate, amount):
        return changed
    if not question.has(_UNKNOWN) or not _is_part(question, rate, amount):
        return None
    givens = [
        Given("part", amount.value, amount.text.strip()),
        Given("rate", rate.value / 100, percent(rate.value)),
    ]
    label: Label = ("전체", "the whole", "总数")
    plan = single(question, givens, [Step("whole", "part / rate")], label, lambda value: show(question, amount, value))
    return Reading(0.94, plan)


_CHANGED = (
    r"(?P<up>increased?|raised|증가|늘|더하|더한|크|增加|大)|(?P<down>decreased?|reduced|감소|줄|빼|뺀|작(?!년)|"
    r"减少|小)"
)


def _before_change(question: Question, rate: Quantity, amount: Quantity) -> Reading | None:
    """“A number increased by 20% is 96”: the number before; None where none is asked for."""
    earlier = asks_before(question)
    number_asked = earlier or question.has(
        r"\b(?:what is|find) (?:the|that) (?:original )?number\b|^a number\b|어떤 수|某数|一个数|这个数"
    )
    if not number_asked or amount.start < rate.end or (amount.kind != "plain" and not earlier):
        return None
    stretch = question.text[max(0, rate.start - 14) : amount.start]
    match = re.search(_CHANGED, stretch, re.IGNORECASE)
    becomes = earlier or re.search(
        r"\bis\b|\bgives?\b|\bbecomes?\b|\bequals?\b|=|되|이다|입니다|是|等于|得", question.text[rate.end :]
    )
    if match is None or not becomes:
        return None
    sign = "+" if match["up"] else "-"
    if sign == "-" and rate.value >= 100:
        return None
    givens = [Given("result", amount.value, amount.text.strip()), Given("rate", rate.value / 100, percent(rate.value))]
    label: Label = ("이전 값", "the value before", "原来的数") if earlier else ("그 수", "the number", "这个数")
    step = Step("number", f"result / (1 {sign} rate)")
    return Reading(0.95, single(question, givens, [step], label, lambda value: show(question, amount, value)))


def _is_part(question: Question, rate: Quantity, amount: Quantity) -> bool:
    pattern = _WHOLE.format(rate=re.escape(rate.text.strip()), amount=re.escape(amount.text.strip()))
    return question.has(pattern)
