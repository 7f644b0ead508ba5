"""So much in every minute, day or week: how much after so long, or how long until all of it?

“물이 15L 있고 1분에 2L씩 넣으면 10분 뒤에는”, “She reads 25 pages a day. How long for 200 pages?”.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import CALENDAR, SIZES
from ..wording import with_unit
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_PERIOD = re.compile(
    r"\b(?:every|each|per|an?|in (?:one|an?))\s(?P<en>second|minute|hour|day|week|month|year)\b|"
    r"(?:1|한)\s?(?P<ko>초|분|시간|주일?|달|년)(?:에|마다|당|에는|동안)|(?P<day>하루에?|매일|날마다|1일에)|"
    r"매(?P<ko2>주|달|월|년|분|시간|초)|"
    r"(?P<week>일주일에)|每(?P<zh>秒|分钟|小时|天|日|周|月|年)|(?P<day_zh>一天)",
    re.IGNORECASE,
)
_UNITS = {
    "second": "s",
    "minute": "min",
    "hour": "h",
    "초": "s",
    "분": "min",
    "시간": "h",
    "주": "week",
    "주일": "week",
}
_UNITS |= {"달": "month", "월": "month", "년": "year", "秒": "s", "分钟": "min", "小时": "h", "天": "day", "日": "day"}
_UNITS |= {"周": "week", "月": "month", "年": "year"}
_MORE = (
    r"넣|채우|받으|자라|모으|모아|저축|들어오|들어와|늘|추가|쌓|\bfill|\bpour|\badds?\b|\badding\b|"
    r"\bin(?:to)? the\b|\bflows? in|\bgrows?\b|"
    r"\bsaves?\b|\bputs?\b|注入|流入|加|长高|存|增加"
)
_LESS = (
    r"타는|타고|태우|새|빠지|빠져|줄|쓰면|써|쓰고|사용|먹|마시|뺀|빼|\bflows? out|\bleaks?|\bburns?|\bdrains?|"
    r"\buses?\b|\beats?\b|\bdrinks?\b|"
    r"\bloses?\b|\bspends?\b|\bpumps? out|\bconsum|\bmelts?|流出|漏|烧|燃|用|吃|喝|花"
)
_HOW_LONG = (
    r"며칠|몇\s?(?:일|시간|분|초|주|달|개월|년)(?!\s?뒤|\s?후)|얼마나 걸|언제|\bhow long\b|\bhow many (?:seconds|"
    r"minutes|hours|days|weeks|months|years)\b|\bwhen\b|(?:多少|几)(?:天|个?小时|分钟|周|个月|年)|多久"
)
_NAMES = {
    "s": ("초", "seconds", "秒"),
    "min": ("분", "minutes", "分钟"),
    "h": ("시간", "hours", "小时"),
    "day": ("일", "days", "天"),
    "week": ("주", "weeks", "周"),
    "month": ("개월", "months", "个月"),
    "year": ("년", "years", "年"),
}


@dataclass(frozen=True)
class _Pace:
    """`amount` in every `unit`; `others` are the numbers that are left."""

    amount: Quantity
    unit: str
    others: list[Quantity]


def recognise(question: Question) -> Reading | None:
    """An amount that grows or shrinks by the same in every period, or None."""
    if question.dates or question.of("percent", "factor") or not question.asks:
        return None
    pace = _pace(question)
    if pace is None or pace.amount.value <= 0 or not 1 <= len(pace.others) <= 2:
        return None
    spans = [q for q in pace.others if q.kind in {"time", "calendar"}]
    things = [q for q in pace.others if q not in spans and _alike(question, q, pace.amount)]
    if len(spans) + len(things) != len(pace.others) or len(things) > 1 or len(spans) > 1:
        return None
    if things and spans and not question.has(_HOW_LONG):
        return _after(question, pace, things[0], spans[0])
    if things and not spans and question.has(_HOW_LONG):
        return _how_long(question, pace, things[0])
    return None


def _pace(question: Question) -> _Pace | None:
    """The one number that stands with a period."""
    matches = list(_PERIOD.finditer(question.text))
    if len(matches) != 1:
        return None
    match = matches[0]
    groups = match.groupdict()
    word = next((groups[name] for name in ("en", "ko", "ko2", "zh") if groups[name]), "").lower()
    unit = _UNITS.get(word, word) if word else "week" if groups["week"] else "day"
    items = [q for q in question.quantities if not (q.start < match.end() and match.start() < q.end)]
    amounts = [q for q in items if q.kind not in {"time", "calendar"}]
    if not amounts:
        return None
    after = [q for q in amounts if q.start >= match.end()]
    before = [q for q in amounts if q.end <= match.start()]
    # “25 pages a day”, “1분에 2L씩”: English mostly names the amount first, Korean and Chinese the period.
    near = None
    if before and re.fullmatch(r"\s?(?:[a-z]+\s){0,3}|\s?씩\s?", question.text[before[-1].end : match.start()], re.I):
        near = before[-1]
    elif after and not re.search(r"[.?!。？！]", question.text[match.end() : after[0].start]):
        near = after[0]
    return _Pace(near, unit, [q for q in items if q is not near]) if near else None


def _alike(question: Question, first: Quantity, other: Quantity) -> bool:
    if first.kind in SIZES or first.kind == "money":
        return first.kind == other.kind and first.unit == other.unit
    counted = {"count", "plain"}
    if first.kind not in counted or other.kind not in counted:
        return False
    if question.language != "en":
        return first.label == other.label
    nouns = [re.match(r"\s(?:more )?([a-z]{3,})", question.text[q.end :]) for q in (first, other)]
    words = [re.sub(r"s$", "", noun[1]) if noun else "" for noun in nouns]
    return words[0] == words[1]


def _periods(pace: _Pace, span: Quantity) -> Fraction | None:
    for sizes in (SIZES["time"], CALENDAR):
        if span.unit in sizes and pace.unit in sizes:
            return span.value * sizes[span.unit] / sizes[pace.unit]
    return None


def _after(question: Question, pace: _Pace, start: Quantity, span: Quantity) -> Reading | None:
    more, less = question.has(_MORE), question.has(_LESS)
    times = _periods(pace, span)
    if more == less or times is None:
        return None
    sign = "+" if more else "-"
    givens = [
        Given("start", start.value, start.text.strip()),
        Given("pace", pace.amount.value, pace.amount.text.strip()),
        Given("times", times, span.text.strip()),
    ]
    plan = single(
        question,
        givens,
        [Step("result", f"start {sign} pace * times")],
        ("결과", "the answer", "结果"),
        lambda value: show(question, start, value),
    )
    result = plan.values()["result"]
    return Reading(0.9, plan) if isinstance(result, Fraction) and result >= 0 else None


def _how_long(question: Question, pace: _Pace, whole: Quantity) -> Reading | None:
    # “He has 20 already and saves 5 a week. How long until 50?” has a number more, and is not read here.
    if question.has(r"\balready\b|이미|벌써|已经|남|\bleft\b"):
        return None
    name = question.pick(*_NAMES[pace.unit])
    givens = [
        Given("whole", whole.value, whole.text.strip()),
        Given("pace", pace.amount.value, pace.amount.text.strip()),
    ]
    exact = whole.value / pace.amount.value
    # Days are counted whole: the last one need not be full.
    days = pace.unit in {"day", "week", "month", "year"} and exact.denominator != 1
    step = Step("result", "-(-whole // pace)" if days else "whole / pace")
    label: Label = ("걸리는 시간", "the time", "所需时间")
    plan = single(question, givens, [step], label, lambda value: with_unit(value, name, question.language))
    return Reading(0.9, plan)
