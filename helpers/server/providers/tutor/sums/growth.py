"""An amount that grows or shrinks by the same percentage again and again: prices, people, values."""

from ..plan import Given, Step
from ..wording import percent
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_AGAIN = (
    r"매년|매달|매월|매주|매일|해마다|다달이|연간|연\s?(?=\d)|(?:each|every|per|an?) (?:year|month|week|day)|"
    r"\bannual(?:ly)?\b|\bmonthly\b|\byearly\b|\bdaily\b|\bweekly\b|每年|每月|每周|每天"
)
_UP = (
    r"오르|오른|올라|상승|증가|늘|성장|인상|불어|\bgrow|\bincreas|\brise|\brises\b|\brising\b|\bgain|\bappreciat|"
    r"\binflation\b|增长|上涨|增加"
)
_DOWN = (
    r"줄|감소|내리|내려|떨어|하락|감가|\bshrink|\bdecreas|\bfall|\blos|\bdrop|\bdeclin|\bdepreciat|减少|下降|贬值|下跌"
)
_PERIODS = {
    "year": r"매년|해마다|연간|연\s?\d|year|annual|每年",
    "month": r"매달|매월|다달이|month|每月",
    "week": r"매주|week|每周",
    "day": r"매일|\bday\b|daily|每天",
}


def recognise(question: Question) -> Reading | None:
    """Repeated growth or shrinking, or None."""
    rates = question.of("percent")
    amounts = [
        q for q in question.quantities if q.kind in {"money", "count", "plain", "mass", "length", "volume", "area"}
    ]
    spans = [q for q in question.of("calendar", "time") if q.value != 1]
    if not question.has(_AGAIN) or not question.asks or len(rates) != 1 or len(amounts) != 1 or len(spans) != 1:
        return None
    up, down = question.has(_UP), question.has(_DOWN)
    span = spans[0]
    named = next((unit for unit, pattern in _PERIODS.items() if question.has(pattern)), "")
    if up == down or named != span.unit or span.value > 400 or span.value.denominator != 1:
        return None
    base, rate = amounts[0], rates[0]
    givens = [
        Given("amount", base.value, base.text.strip()),
        Given("rate", rate.value / 100, percent(rate.value)),
        Given("times", span.value, span.text.strip()),
    ]
    label: Label = ("그때의 값", "the amount then", "届时的数值")
    step = Step("result", f"amount * (1 {'+' if up else '-'} rate) ** times")
    plan = single(question, givens, [step], label, lambda value: show(question, base, value))
    return Reading(0.93, plan)
