"""Two amounts of money added, or one taken off the other: “18,000원에 포장비 3,000원을 더하면”, “$450 plus $30”."""

import re

from ..plan import Given, Step
from .phrases import Label, single
from .price_chains import shower
from .question import Question, Reading

_ADDED = r"더하|더해|추가|합치|합하|보태|플러스|\bplus\b|\badd(?:ed|ing)?\b|\bon top\b|加"
_TAKEN = r"빼|뺀|덜|마이너스|\bminus\b|\bless\b|\bsubtract|\btake (?:away|off)\b|减"
_TURNED = re.compile(r"\b(?:subtract|take)\b.*\bfrom\b|\bless than\b", re.IGNORECASE)
_SUM: Label = ("합계", "the total", "总额")
_REST: Label = ("남은 금액", "what is left", "剩余金额")


def recognise(question: Question) -> Reading | None:
    """A sum or a difference of two amounts in one currency, or None."""
    amounts = question.of("money")
    if len(amounts) != 2 or len(question.quantities) != 2 or amounts[0].unit != amounts[1].unit:
        return None
    adds, takes = question.has(_ADDED), question.has(_TAKEN)
    if adds == takes or not question.asks_or_ends or question.dates:
        return None
    if _TURNED.search(question.text):
        amounts.reverse()
    givens = [Given(name, q.value, q.text.strip()) for name, q in zip(("amount", "other"), amounts, strict=True)]
    step = Step("result", f"amount {'+' if adds else '-'} other")
    return Reading(0.8, single(question, givens, [step], _SUM if adds else _REST, shower(question, amounts[0])))
