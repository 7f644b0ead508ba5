"""The amounts and rates that a question tells, each with its dimensions: “150원/kWh”, “18 g a cup”, “30일”."""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from ..quantities import Quantity
from ..units import CALENDAR, SIZES, named_unit
from .question import Question

# Units and counted things with their powers: a price for a kilogram is {money: 1, mass: -1}.
Dimensions = Counter[str]

TIMES = SIZES["time"] | CALENDAR
_PERIODS = {
    "초": "s",
    "분": "min",
    "시간": "h",
    "하루": "day",
    "매일": "day",
    "날마다": "day",
    "일": "day",
    "일주일": "week",
    "주일": "week",
    "주": "week",
    "매주": "week",
    "한 주": "week",
    "달": "month",
    "월": "month",
    "매달": "month",
    "매월": "month",
    "년": "year",
    "해": "year",
    "매년": "year",
    "second": "s",
    "minute": "min",
    "hour": "h",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "秒": "s",
    "分钟": "min",
    "小时": "h",
    "天": "day",
    "日": "day",
    "周": "week",
    "星期": "week",
    "月": "month",
    "个月": "month",
    "年": "year",
}
_WAGES = {"시급": "h", "일당": "day", "주급": "week", "월급": "month", "时薪": "h", "日薪": "day", "周薪": "week"}
_WAGES |= {"시속": "h", "분속": "min", "초속": "s", "时速": "h"}
_NO_NOUN = (
    r"(?!(?:of|per|an?|the|and|for|in|at|is|are|each|every|to|by|on|with|from|or|costs?|long|wide|how|what|more|"
    r"total|cost|bill|this|that|new|there|it|do|does|will|can)\b)"
)
_AFTER = re.compile(
    rf"(?:\s(?:of\s)?{_NO_NOUN}[a-z]+){{0,2}}?(?:\s?/\s?|\s(?:per|an?|each|every|for(?: every)?)\s)"
    rf"(?:(?P<figure>\d[\d,.]*)\s?)?{_NO_NOUN}(?P<one>square met(?:er|re)s?|[a-zA-Z㎡²]+)",
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s?/\s?(?P<one>kWh|km|h|L|kg|㎡|m²|m2|시간|분|일|min|g|mL)(?![a-zA-Z])", re.IGNORECASE)
_THINGS_COST = re.compile(
    r"\b([a-z]+)\s(?:costs?|are|is|sells? for|goes? for|uses?|weighs?|needs?|eats?|drinks?|takes?|earns?)\s$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\s(?:each|apiece|a piece)\b", re.IGNORECASE)
# “One cup takes 15 g”, “each box holds 12”.
_ONE_TAKES = re.compile(
    r"(?:\b(?:one|an?|each|every|1)\s)(?P<one>[a-z]+)\s(?:of\s[a-z]+\s)?(?:takes?|uses?|needs?|holds?|costs?|"
    r"weighs?|contains?|has|is|"
    r"seats?|carries|covers?|makes?|requires?|prints?|produces?|fits|for|at)\s(?:up to\s|about\s)?$",
    re.IGNORECASE,
)
_OF_KO = re.compile(
    r"(?:(?P<whole>(?:1|한)\s?)?(?P<one>kWh|㎡|m²|[A-Za-z]{1,3}|[가-힣]{1,3})\s?(?:당|마다|에|(?<=\w)[이가은는](?=\s\d))|"
    r"(?<![\d가-힣])(?<!\d )(?P<period>하루|매일|매주|매달|매월|일주일|주|시간당)(?:에|"
    r"마다)?)\s(?:[가-힣]{1,5}[은는이가을를]?\s)?$|"
    r"(?P<wage>시급|일당|주급|시속|분속|초속)(?:은|이|는|약)?\s$"
)
_OF_ZH = re.compile(
    r"[每一](?P<one>平方米|公斤|千克|公里|小时|分钟|个?月|星期|[\u4e00-\u9fff])(?:[\u4e00-\u9fff]{0,3})$|"
    r"(?P<wage>时薪|日薪|周薪|时速)(?:是|为)?$"
)
_UNIT_ZH = {"斤": "n:斤", "平方米": "area:m²"}


@dataclass
class Term:
    """A number of the question: `value` in the base units of `dims`; `over` is the number it is told for."""

    quantity: Quantity
    value: Fraction
    dims: Dimensions
    is_rate: bool = False
    over: Quantity | None = None
    over_value: Fraction = Fraction(1)


def terms_of(question: Question) -> list[Term]:
    """Every number of the question with its dimensions, those that stand below a line taken into their rate."""
    found = question.quantities
    terms: list[Term] = []
    taken: set[int] = set()
    for place, quantity in enumerate(found):
        if place in taken:
            continue
        term = _plain(question, quantity)
        before = found[place - 1] if place and (place - 1) not in taken else None
        after = found[place + 1] if place + 1 < len(found) else None
        _link(question, term, before, after, terms)
        if term.over is after and after is not None:
            taken.add(place + 1)
        terms.append(term)
    return terms


def _plain(question: Question, quantity: Quantity) -> Term:
    return Term(quantity, *_measured(question, quantity))


def _measured(question: Question, quantity: Quantity) -> tuple[Fraction, Dimensions]:
    kind, unit = quantity.kind, quantity.unit
    if kind in {"time", "calendar"}:
        return quantity.value, Counter({unit: 1})
    if kind == "power":
        return quantity.value * SIZES["power"][unit], Counter({"energy": 1, "h": -1})
    if kind == "area":
        return quantity.value * SIZES["area"][unit], Counter({"length": 2})
    if kind in SIZES:
        return quantity.value * SIZES[kind][unit], Counter({kind: 1})
    if kind == "money":
        return quantity.value, Counter({f"money:{unit}": 1})
    if kind in {"count", "plain"}:
        return quantity.value, Counter({f"n:{counted_noun(question, quantity)}": 1})
    return quantity.value, Counter({f"other:{kind}": 1})


def counted_noun(question: Question, quantity: Quantity) -> str:
    """What a number counts: its counter, or the English noun behind it in the singular; empty where there is none."""
    if quantity.label:
        return quantity.label
    found = re.match(rf"\s{_NO_NOUN}([a-z]+)", question.text[quantity.end :], re.IGNORECASE)
    return stem(found[1]) if found else ""


def stem(noun: str) -> str:
    """A noun in the singular: `boxes` and `box`, `children`."""
    noun = noun.lower()
    if noun in {"children", "people", "men", "women"}:
        return {"children": "child", "people": "person", "men": "man", "women": "woman"}[noun]
    if re.search(r"(?:[xz]|ss|ch|sh|bus)es$", noun):
        return noun[:-2]
    return re.sub(r"(?<!s)s$", "", noun)


def unit_dims(word: str) -> tuple[Fraction, Dimensions] | None:
    """The size and dimensions of a unit or a thing named in words; None where it is neither."""
    word = word.strip()
    single = stem(word) if word.isascii() else word
    if single in _PERIODS:
        return Fraction(1), Counter({_PERIODS[single]: 1})
    for candidate in (word, single):
        units = [unit for unit, start in named_unit(candidate) if start == 0]
        if units and units[0].label.lower() == candidate.lower():
            quantity = Quantity(Fraction(1), units[0].kind, units[0].symbol, units[0].label, 0, 0, word)
            return _measured(Question(word, "en"), quantity)
    if word.isascii() and not word.isalpha():
        return None
    return Fraction(1), Counter({f"n:{single}": 1})


def _link(question: Question, term: Term, before: Quantity | None, after: Quantity | None, told: list[Term]) -> None:
    """Finds what a number is told for: a unit, a thing, a period, or so many of them."""
    text, quantity = question.text, term.quantity
    tail, head = text[quantity.end :], text[: quantity.start]
    below: tuple[Fraction, Dimensions] | None = None
    if before and (match := re.fullmatch(r"\s([a-z]+)\sof\s", text[before.end : quantity.start], re.IGNORECASE)):
        # “40 lengths of 25 m every day”: so much each, and so many of them a day.
        below = unit_dims(match[1])
        many = next((one for one in told if one.quantity is before and not one.is_rate), None)
        period = re.match(r"\s(?:every|each|per|a)\s(day|week|month|hour)\b", tail, re.IGNORECASE)
        if many and period and (span := unit_dims(period[1])):
            many.dims = Counter({**many.dims, **{key: -power for key, power in span[1].items()}})
            many.is_rate = True
    elif match := _SLASH.match(tail):
        below = unit_dims(match["one"])
    elif match := _AFTER.match(tail):
        if match["figure"] and after and after.start <= quantity.end + match.start("figure") < after.end:
            size, dims = _measured(question, after)
            term.over, term.over_value, below = after, size, (Fraction(1), dims)
        elif not match["figure"] and not re.search(r"\sfor\s$", tail[: match.start("one")]):
            below = unit_dims(match["one"])
    elif (times := re.match(r"씩\s(?:하루(?:에)?|매일|일주일에)\s(?=(?:\d+|한|두|세|네|다섯)\s?(번|회))", tail)) or (
        times := re.match(r"(?:\s(?:of\s)?[a-z]+){0,2}?,?\s(?=(?:\d+|two|three|four|five|six)\s(time)s)", tail)
    ):
        below = Fraction(1), Counter({f"n:{times[1]}": 1})
    elif match := _ONE_TAKES.search(head):
        below = unit_dims(match["one"])
    elif (
        (match := _OF_KO.search(head))
        and (korean := _korean(match))
        and (quantity.kind == "money" or not re.search(r"[이가은는]\s$", match[0]))
    ):
        below = korean
        if before and before.end > match.start() and set(below[1]) & set(TIMES):
            _drop(told, before)
    elif (match := _EACH.match(tail)) and (thing := _THINGS_COST.search(head)):
        below = unit_dims(thing[1])
    elif match := _OF_ZH.search(head):
        below = (Fraction(1), Counter({_WAGES[match["wage"]]: 1})) if match["wage"] else unit_dims(match["one"])
    elif before and _told_for(text[: before.start], text[before.end : quantity.start], before, quantity):
        previous = next((one for one in told if one.quantity is before and not one.is_rate), None)
        if previous:
            term.over, term.over_value, below = before, previous.value, (Fraction(1), previous.dims)
            _drop(told, before)
    if below is None:
        return
    size, dims = below
    term.value /= term.over_value * size
    term.dims = Counter(term.dims)
    term.dims.subtract(dims)
    term.dims = Counter({key: power for key, power in term.dims.items() if power})
    term.is_rate = True


def _told_for(head: str, between: str, before: Quantity, quantity: Quantity) -> bool:
    """“1kg에 18,000원”, “1통으로 15㎡”, “每100公里耗油8升”: the number before is what this one is told for."""
    if head.endswith("每"):
        return re.fullmatch(r"[\u4e00-\u9fff]{0,3}", between) is not None
    # More hands take less time: that is no rate.
    if "time" in {before.kind, quantity.kind} and {before.kind, quantity.kind} & {"count", "plain"}:
        return before.kind == "time" and re.match(r"\s?(?:에|당|마다)\s", between) is not None
    by_it = r"에|당|마다|으로|로" if before.kind == "count" else r"에|당|마다"
    return re.fullmatch(rf"\s?(?:{by_it})\s(?:[가-힣]{{1,5}}[은는이가을를]?\s)?", between) is not None


def _drop(told: list[Term], quantity: Quantity) -> None:
    for place, term in enumerate(told):
        if term.quantity is quantity:
            del told[place]
            return


def _korean(match: re.Match[str]) -> tuple[Fraction, Dimensions] | None:
    if match["wage"]:
        return Fraction(1), Counter({_WAGES[match["wage"]]: 1})
    if match["period"]:
        return Fraction(1), Counter({_PERIODS[match["period"].removesuffix("당")]: 1})
    word = match["one"]
    if re.search(r"[이가은는]\s$", match[0]):
        return unit_dims(word) if match["whole"] else None
    if word == "하나":
        return Fraction(1), Counter({"n:개": 1})
    # “집에 3개가 있다” tells no rate: only a unit, or “한 잔에”, “1인당”.
    is_each = re.search(r"당\s|마다\s", match[0]) is not None
    if not match["whole"] and not is_each:
        word = next((name for name in _PERIODS if word == name), "")
        return (Fraction(1), Counter({_PERIODS[word]: 1})) if word in {"하루", "일주일", "매일"} else None
    return unit_dims(word)
