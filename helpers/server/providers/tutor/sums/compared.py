"""One amount so many per cent more or less than another: either of the two is told, and the other asked for."""

import re

from ..plan import Given, Step
from ..wording import percent
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_THAN = [
    r"(?:an?|the|his|her|my) (?P<one>[a-z]+) (?:[a-z]+ )?\d[\d.]*\s?(?:%|percent) (?:(?P<more>more|dearer|heavier|"
    r"taller|longer|higher|"
    r"larger|bigger|older)|(?P<less>less|cheaper|lighter|shorter|lower|smaller|younger))(?: [a-z]+)? than (?:an?|"
    r"the|his|her|my) "
    r"(?P<other>[a-z]+)",
    r"(?P<one>[가-힣]+?)(?:의 \S+)?(?:은|는|이|가) (?P<other>[가-힣]+?)(?:의 \S+)?보다 \d[\d.]*\s?(?:%|퍼센트|"
    r"프로) ?(?:더 )?"
    r"(?:(?P<more>비싸|비쌉|무겁|무거|많|크|큽|길|높)|(?P<less>싸|쌉|저렴|가볍|가벼|적|작|짧|낮))",
    r"(?P<one>[\u4e00-\u9fff]{1,4}?)比(?P<other>[\u4e00-\u9fff]{1,4}?)(?:(?P<more>贵|重|多|高|长)|(?P<less>便宜|轻|"
    r"少|低|短))了?\s?\d[\d.]*\s?%",
]


def recognise(question: Question) -> Reading | None:
    """The other of two amounts that a percentage sets apart, or None."""
    rates = question.of("percent")
    others = [q for q in question.quantities if q.kind != "percent"]
    match = next((m for pattern in _THAN if (m := re.search(pattern, question.text, re.IGNORECASE))), None)
    if match is None or len(rates) != 1 or len(others) != 1 or not question.asks:
        return None
    amount, rate = others[0], rates[0]
    before = question.text[: amount.start].lower()
    one, other = match["one"].lower(), match["other"].lower()
    if match.start() <= amount.start <= match.end() or (match["less"] and rate.value >= 100):
        return None
    # What stands nearest before the amount is what it is told of; behind the comparison, not inside it.
    rest = before if amount.start < match.start() else before[match.end() :]
    places = {name: rest.rfind(name) for name in (one, other)}
    told = max(places, key=lambda name: places[name])
    if places[told] < 0:
        return None
    sign = "-" if match["less"] else "+"
    givens = [Given("amount", amount.value, amount.text.strip()), Given("rate", rate.value / 100, percent(rate.value))]
    step = Step("result", f"amount {'*' if told == other else '/'} (1 {sign} rate)")
    label: Label = ("답", "the answer", "结果")
    return Reading(0.96, single(question, givens, [step], label, lambda value: show(question, amount, value)))
