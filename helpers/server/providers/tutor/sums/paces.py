"""So much in one period, how much in another: a yearly salary by month, cups a day in a year, a rent by year."""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

# How a sentence names a period, with the number of days, months or years that it holds.
_PERIODS = {
    "year": (
        r"연봉|연간|연 ?(?=\d)|매년|해마다|1년에?|일 년에?|한 해에?|년에|"
        r"(?:per|an?|each|every|in a) year|yearly|annual(?:ly)?|per annum|年薪|每年|一年|年租"
    ),
    "month": (
        r"월급|월세|월간|매월|매달|다달이|한 달에?|1개월에?|달에|"
        r"(?:per|a|each|every|in a) month|monthly|月薪|每月|一个月|月租"
    ),
    "week": (r"주급|매주|일주일에?|한 주에?|1주에?|주에|(?:per|a|each|every|in a) week|weekly|周薪|每周|一周|一星期"),
    "day": r"일당|매일|날마다|하루에?|(?:per|a|each|every|in a) day|daily|日薪|每天|一天",
}
_SIZES = {
    ("year", "month"): 12,
    ("year", "week"): 52,
    ("year", "day"): 365,
    ("month", "day"): 30,
    ("week", "day"): 7,
}
_NAMES: dict[str, Label] = {
    "year": ("1년", "in a year", "每年"),
    "month": ("한 달", "in a month", "每月"),
    "week": ("일주일", "in a week", "每周"),
    "day": ("하루", "in a day", "每天"),
}
_NOTES: dict[tuple[str, str], Label] = {
    ("year", "day"): ("1년을 365일로 계산했습니다.", "A year counts as 365 days.", "一年按 365 天计算。"),
    ("year", "week"): ("1년을 52주로 계산했습니다.", "A year counts as 52 weeks.", "一年按 52 周计算。"),
    ("month", "day"): ("한 달을 30일로 계산했습니다.", "A month counts as 30 days.", "一个月按 30 天计算。"),
}


@dataclass(frozen=True)
class _Named:
    period: str
    start: int
    end: int


def recognise(question: Question) -> Reading | None:
    """An amount in one period asked for another, or None."""
    named = _named(question.text)
    amounts = [q for q in question.quantities if not any(n.start < q.end and q.start < n.end for n in named)]
    amounts = [q for q in amounts if not (q.value == 1 and q.kind in {"calendar", "time"})]
    ones = [q for q in question.quantities if q.value == 1 and q.unit in _NAMES and q not in amounts]
    if len(named) == 1 and (reading := _for_so_long(question, named[0], amounts)):
        return reading
    # “every week ... in 1 year”: the one year is a span.
    far = [q for q in ones if not any(n.start < q.end and q.start < n.end for n in named)]
    if len(named) == 1 and far and (reading := _for_so_long(question, named[0], [*amounts, *far])):
        return reading
    if len(named) != 2 or len(amounts) != 1 or named[0].period == named[1].period or question.dates:
        return None
    amount = amounts[0]
    if amount.kind not in {"money", "count", "plain", "length", "mass", "volume", "time"} or not question.asks_or_ends:
        return None
    told, asked = _told_and_asked(question, amount, named)
    given = Given("amount", amount.value, amount.text.strip())
    pair = (told.period, asked.period)
    if pair in _SIZES:
        step, size = Step("result", "amount / parts"), _SIZES[pair]
    elif pair[::-1] in _SIZES:
        pair, step, size = pair[::-1], Step("result", "amount * parts"), _SIZES[pair[::-1]]
    else:
        return None
    note = question.pick(*_NOTES[pair]) if pair in _NOTES else ""
    plan = single(
        question,
        [given, Given("parts", Fraction(size))],
        [step],
        _label(asked.period),
        lambda value: show(question, amount, value),
        note,
    )
    return Reading(0.85, plan)


def _for_so_long(question: Question, named: _Named, items: list[Quantity]) -> Reading | None:
    """“한 달에 45,000원씩 2년”, “$50 a month for 2 years”: so much in each period, for a span of them."""
    spans = [q for q in items if q.unit in _NAMES]
    amounts = [q for q in items if q.kind in {"money", "length", "mass", "volume"}]
    if len(spans) != 1 or len(amounts) != 1 or len(items) != 2 or question.dates or not question.asks:
        return None
    span, amount = spans[0], amounts[0]
    if span.unit != named.period and (span.unit, named.period) not in _SIZES:
        return None
    size = _SIZES.get((span.unit, named.period), 1)
    givens = [
        Given("amount", amount.value, amount.text.strip()),
        Given("times", span.value * size, f"{span.text.strip()} × {size}" if size != 1 else span.text.strip()),
    ]
    note = question.pick(*_NOTES[span.unit, named.period]) if (span.unit, named.period) in _NOTES else ""
    plan = single(
        question,
        givens,
        [Step("total", "amount * times")],
        ("합계", "the total", "总计"),
        lambda value: show(question, amount, value),
        note,
    )
    return Reading(0.9, plan)


def _label(period: str) -> Label:
    ko, en, zh = _NAMES[period]
    return ko, f"the amount {en}", zh


def _named(text: str) -> list[_Named]:
    found = [
        _Named(period, match.start(), match.end())
        for period, pattern in _PERIODS.items()
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[_Named] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _told_and_asked(question: Question, amount: Quantity, named: list[_Named]) -> tuple[_Named, _Named]:
    """The period that stands nearer to the amount is the one told; Korean and Chinese name it first."""
    first, second = named
    if first.end <= amount.start and second.start >= amount.end:
        asks = re.search(r"how (?:much|many)|what", question.text[: first.start], re.IGNORECASE)
        return (second, first) if asks and question.language == "en" else (first, second)
    gaps = [min(abs(n.start - amount.end), abs(amount.start - n.end)) for n in named]
    return (first, second) if gaps[0] <= gaps[1] else (second, first)
