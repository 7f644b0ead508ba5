"""One unit into another: km to m, Celsius to Fahrenheit, hours to minutes, 평 to m²."""

import re
from fractions import Fraction
from itertools import pairwise

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import CALENDAR, SIZES, Unit, named_unit
from ..wording import with_unit
from .phrases import Label, single
from .question import Question, Reading

_CONVERT = (
    r"몇|며칠|바꾸|변환|환산|얼마|으로|로\b|로$|\?|convert|\bin\b|\binto\b|\bto\b|how many|how much|"
    r"equals?|等于|多少|换算|是几"
)
_FAMILIES = {**SIZES, "calendar": CALENDAR}
_NAMES = {"min": ("분", "minutes", "分钟"), "h": ("시간", "hours", "小时"), "s": ("초", "seconds", "秒")}
_NAMES |= {"day": ("일", "days", "天"), "week": ("주", "weeks", "周"), "month": ("개월", "months", "个月")}
_NAMES |= {"year": ("년", "years", "年"), "acre": ("에이커", "acres", "英亩"), "t": ("톤", "tonnes", "吨")}


def recognise(question: Question) -> Reading | None:
    """A conversion, or None."""
    if not question.has(_CONVERT):
        return None
    quantities = [q for q in question.quantities if q.kind in _FAMILIES or q.kind == "temperature"]
    if not question.quantities and (one := re.search(r"\ba year\b|한 해|일년|一年", question.text, re.IGNORECASE)):
        year = Quantity(Fraction(1), "calendar", "year", "year", one.start(), one.end(), one[0])
        return _in_days(question, year)
    if not question.quantities and (counted := _ONE.sub(_one, question.text)) != question.text:
        return recognise(Question(counted, question.language))
    if not quantities or len(quantities) != len(question.quantities):
        return None
    if quantities[0].kind == "temperature":
        return _temperature(question, quantities[0]) if len(quantities) == 1 else None
    family = quantities[0].kind
    if family == "calendar" and len(quantities) == 1 and (days := _in_days(question, quantities[0])):
        return days
    if any(q.kind != family for q in quantities) or not joined(question, quantities):
        return None
    target = _target(question, family, quantities)
    if target is None:
        return None
    sizes = _FAMILIES[family]
    if len(quantities) > 1 and all(q.unit == quantities[0].unit for q in quantities):
        return None
    givens = [Given(f"value_{i}" if i else "value", q.value, q.text.strip()) for i, q in enumerate(quantities)]
    terms = []
    for index, quantity in enumerate(quantities):
        ratio = sizes[quantity.unit] / sizes[target]
        name = f"value_{index}" if index else "value"
        terms.append(name if ratio == 1 else scaled(name, ratio))
    written = " ".join(q.text.strip() for q in quantities)
    shown = question.pick(*_NAMES.get(target, (target,) * 3))
    label: Label = (written, written, written)
    plan = single(
        question,
        givens,
        [Step("result", " + ".join(terms))],
        label,
        lambda value: with_unit(
            value, f" {shown}" if question.language == "ko" and shown.isascii() else shown, question.language
        ),
    )
    return Reading(0.8, plan)


_EQUALS = r"\s*(?:=|is|are|equals?|은|는|이|가|[是为等于]{1,2})\s*(?:about |약 )?"


def recognise_told(question: Question) -> Reading | None:
    """A size in another unit at the rate that the question tells (“if 1 mile = 1.609 km”), or None."""
    found = list(question.quantities)
    if len(found) != 3 or len({q.kind for q in found}) != 1 or found[0].kind not in SIZES or not question.asks_or_ends:
        return None
    pair = next(
        (
            (one, other)
            for one, other in pairwise(found)
            if one.value == 1
            and one.unit != other.unit
            and re.fullmatch(_EQUALS, question.text[one.end : other.start], re.IGNORECASE)
        ),
        None,
    )
    size = next(q for q in found if not pair or q not in pair)
    if pair is None or size.unit not in {q.unit for q in pair} or pair[1].value == 0:
        return None
    if not question.has(_CONVERT) or question.has(r"더|\bmore\b|\bleft\b|남|多(?!少)|剩"):
        return None
    onto = pair[1] if size.unit == pair[0].unit else pair[0]
    givens = [Given("value", size.value, size.text.strip()), Given("rate", pair[1].value, pair[1].text.strip())]
    step = Step("result", f"value {'*' if onto is pair[1] else '/'} rate")
    label: Label = (size.text.strip(),) * 3
    unit = onto.label
    plan = single(question, givens, [step], label, lambda value: with_unit(value, unit, question.language))
    return Reading(0.93, plan)


# “How many minutes in a week”, “하루는 몇 초”: one of a unit, in words.
_ONE = re.compile(
    r"\b(?:an?|one)\s(?=(?:second|minute|hour|day|week|month|mile|km|kilomet|met|foot|feet|yard|inch|kilo|gram|"
    r"pound|ounce|ton|lit|gallon|"
    r"hectare|acre)\w*)|하루|일주일|一天|一周|一小时",
    re.IGNORECASE,
)


def _one(match: re.Match[str]) -> str:
    return {"하루": "1일", "일주일": "1주", "一天": "1天", "一周": "1周", "一小时": "1小时"}.get(match[0], "1 ")


def _in_days(question: Question, span: Quantity) -> Reading | None:
    """A year in days or weeks. It has no fixed length, so the note says what was assumed."""
    asked = question.has(r"며칠|몇\s?일|\bdays\b|多少天|几天"), question.has(r"몇\s?주|\bweeks\b|多少周|几周")
    if span.unit != "year" or not any(asked) or re.match(r"\s?(?:뒤|후|전|later|ago|from)", question.text[span.end :]):
        return None
    unit, size = ("day", 365) if asked[0] else ("week", 52)
    label: Label = (span.text.strip(), span.text.strip(), span.text.strip())
    note = question.pick(
        "평년은 365일(52주와 하루), 윤년은 366일입니다.",
        "A common year has 365 days (52 weeks and a day), a leap year 366.",
        "平年 365 天（52 周零 1 天），闰年 366 天。",
    )
    name = question.pick(*_NAMES[unit])
    plan = single(
        question,
        [Given("years", span.value, span.text.strip())],
        [Step("result", f"years * {size}")],
        label,
        lambda value: with_unit(value, name, question.language),
        note,
    )
    return Reading(0.8, plan)


def scaled(name: str, ratio: Fraction) -> str:
    """Multiply or divide, whichever takes the simpler number."""
    if ratio.denominator == 1:
        return f"{name} * {ratio.numerator}"
    if ratio.numerator == 1:
        return f"{name} / {ratio.denominator}"
    for text in (f"{float(ratio):.12g}",):
        if Fraction(text) == ratio and "e" not in text:
            return f"{name} * {text}"
    inverse = f"{float(1 / ratio):.12g}"
    if Fraction(inverse) == 1 / ratio and "e" not in inverse:
        return f"{name} / {inverse}"
    return f"{name} * {ratio.numerator} / {ratio.denominator}"


def joined(question: Question, quantities: list[Quantity]) -> bool:
    """1시간 30분, 5 feet 3 inches: one size told in several units, with nothing in between."""
    return all(
        re.fullmatch(r"\s*(?:and|와|과|,)?\s*", question.text[first.end : second.start])
        for first, second in pairwise(quantities)
    )


def _target(question: Question, family: str, quantities: list[Quantity]) -> str | None:
    rest = "".join(
        " " * len(letter) if any(q.start <= i < q.end for q in quantities) else letter
        for i, letter in enumerate(question.text)
    )
    own = {q.unit for q in quantities}
    if family == "time" and own != {"day"} and re.search(r"며칠|몇\s?일|多少天|几天", rest):
        return "day"
    for unit, at in named_unit(rest):
        if unit.kind == family and (unit.symbol not in own or len(own) > 1) and _named_on_purpose(rest, unit, at):
            return unit.symbol
    return None


def _named_on_purpose(text: str, unit: Unit, at: int) -> bool:
    """A unit of one letter or syllable counts only in its place: 몇 분, in m, 분으로, 多少米."""
    if len(unit.label) > 1 and not ("가" <= unit.label[0] <= "힣" and len(unit.label) < 2):
        return True
    before, after = text[max(0, at - 6) : at], text[at + len(unit.label) : at + len(unit.label) + 4]
    return bool(
        re.search(r"몇\s?$|\b(?:in|to|into|many)\s$|多少\s?$|几\s?$|为\s?$|成\s?$", before, re.IGNORECASE)
        or re.match(r"(?:으로|로)", after)
    )


def _temperature(question: Question, quantity: Quantity) -> Reading | None:
    text = question.text
    before, after = text[: quantity.start], text[quantity.end :]
    celsius, fahrenheit = r"섭씨|°C|℃|celsius|摄氏", r"화씨|°F|℉|fahrenheit|华氏"
    unit = quantity.unit
    if unit == "°":
        near = before[-8:] + after[:11]
        if re.search(fahrenheit, before[-8:], re.I) or (
            re.search(fahrenheit, near, re.I) and not re.search(celsius, before[-8:], re.I)
        ):
            unit = "°F"
        elif re.search(celsius, near, re.I):
            unit = "°C"
        else:
            return None
    rest = before + after
    other = fahrenheit if unit == "°C" else celsius
    if not re.search(other, rest, re.IGNORECASE):
        return None
    target = "°F" if unit == "°C" else "°C"
    expression = "value * 9 / 5 + 32" if unit == "°C" else "(value - 32) * 5 / 9"
    written = with_unit(quantity.value, unit, "en")
    plan = single(
        question,
        [Given("value", quantity.value, written)],
        [Step("result", expression)],
        (written, written, written),
        lambda value: with_unit(Fraction(round(value * 100), 100), target, "en"),
    )
    return Reading(0.85, plan)
