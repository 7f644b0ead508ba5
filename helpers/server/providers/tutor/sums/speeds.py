"""Speed, distance and time: the third from two of them, and one unit of speed into another."""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity, quantities
from ..units import SIZES
from ..wording import number, with_unit
from .conversions import joined, scaled
from .phrases import Label, fraction, single, state, worked_out
from .question import Question, Reading

_NUMBER = r"(\d[\d,]*(?:\.\d+)?)"
_LENGTHS = r"(km|㎞|kilomet(?:er|re)s?|킬로미터|킬로|公里|千米|mi|miles?|마일|英里|m|met(?:er|re)s?|미터|米|ft|feet)"
_PREFIX = {"시속": "h", "분속": "min", "초속": "s", "时速": "h", "每小时": "h", "每分钟": "min", "每秒": "s"}
_PER = {
    "h": r"/\s?(?:h|hr|시간?)(?![A-Za-z])|\s?(?:per|an|a|every) hour|ph(?![A-Za-z])|/\s?小时",
    "min": r"/\s?min(?![A-Za-z])|\s?(?:per|a|every) minute|/\s?分",
    "s": r"/\s?s(?:ec)?(?![A-Za-z])|/초|\s?(?:per|a|every) second|/\s?秒",
}
_TOLD = re.compile(
    rf"(?P<prefix>{'|'.join(_PREFIX)})(?:[行走驶行]{{0,2}})?\s?{_NUMBER}\s?{_LENGTHS}|"
    rf"{_NUMBER}\s?(?:(mph|kph|kmh)(?![A-Za-z])|{_LENGTHS}(?P<per>{'|'.join(_PER.values())}))",
    re.IGNORECASE,
)
_UNITS = {
    "km/h": r"시속|km\s?/\s?h|\bkph|\bkmh|kilomet(?:er|re)s? (?:per|an) hour|时速|公里/小时|千米/小时",
    "m/s": r"초속|(?<!k)m\s?/\s?s(?![A-Za-z])|met(?:er|re)s? (?:per|a) second|米/秒|每秒",
    "mi/h": r"\bmph|miles? (?:per|an) hour|英里/小时",
    "m/min": r"분속|(?<!k)m\s?/\s?min|met(?:er|re)s? (?:per|a) minute|米/分",
}
_ASKS_SPEED = (
    r"시속|초속|분속|속력|속도|빠르기|\bspeed\b|\bhow fast\b|\bmph\b|\bkm/h\b|\bpace\b|\bvelocity\b|速度|"
    r"时速|每小时.{0,4}(?:多少|几)"
)


@dataclass(frozen=True)
class Speed:
    """`value` lengths of `length` in one `time`, as written from `start` to `end`."""

    value: Fraction
    length: str
    time: str
    start: int
    end: int
    text: str

    @property
    def unit(self) -> str:
        return f"{self.length}/{self.time}"


def recognise(question: Question) -> Reading | None:
    """A question about speed, or None."""
    told, text = told_speeds(question.text)
    if len(told) > 1 or question.of("percent", "money") or question.dates:
        return None
    # “一辆车”, “한 사람이”: who moves is no quantity here.
    found = [q for q in quantities(text) if not (q.kind in {"count", "plain"} and q.value == 1)]
    lengths = [q for q in found if q.kind == "length"]
    spans = [q for q in found if q.kind == "time" and q.unit in SIZES["time"]]
    if len(found) != len(lengths) + len(spans) or len({q.unit for q in lengths}) > 1 or len(lengths) > 1:
        return None
    if told and not found:
        return _converted(question, told[0], text)
    if told and spans and not lengths and joined(question, spans):
        return _distance(question, told[0], spans)
    if told and lengths and not spans:
        return _time(question, told[0], lengths[0])
    if not told and len(lengths) == 1 and spans and question.has(_ASKS_SPEED) and joined(question, spans):
        return _from_both(question, lengths[0], spans)
    return None


def told_speeds(text: str) -> tuple[list[Speed], str]:
    """Every speed of the text, and the text with blanks in their places."""
    matches = list(_TOLD.finditer(text))
    for match in matches:
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return [_speed(match) for match in matches], text


def _speed(match: re.Match[str]) -> Speed:
    groups = match.groups()
    if match["prefix"]:
        value, length, time = groups[1], groups[2], _PREFIX[match["prefix"]]
    elif short := groups[4]:
        value, length, time = groups[3], "mi" if short.lower() == "mph" else "km", "h"
    else:
        value, length = groups[3], groups[5]
        time = next(unit for unit, pattern in _PER.items() if re.fullmatch(pattern, match["per"], re.IGNORECASE))
    return Speed(Fraction(value.replace(",", "")), _length(length), time, match.start(), match.end(), match[0].strip())


def _length(written: str) -> str:
    word = written.lower()
    if word in {"km", "㎞", "킬로", "킬로미터", "公里", "千米"} or word.startswith("kilo"):
        return "km"
    if word.startswith("mi") or word in {"마일", "英里"}:
        return "mi"
    return "ft" if word.startswith("f") else "m"


def _hours(spans: list[Quantity], unit: str) -> Fraction:
    """The spans added up, in hours, minutes or seconds."""
    return sum((span.value * SIZES["time"][span.unit] for span in spans), Fraction(0)) / SIZES["time"][unit]


def _written(spans: list[Quantity]) -> str:
    return " ".join(span.text.strip() for span in spans)


def _span_name(question: Question, unit: str) -> str:
    return {
        "h": question.pick("시간", "hours", "小时"),
        "min": question.pick("분", "minutes", "分钟"),
        "s": question.pick("초", "seconds", "秒"),
    }[unit]


def _distance(question: Question, speed: Speed, spans: list[Quantity]) -> Reading:
    givens = [Given("speed", speed.value, speed.text), Given("time", _hours(spans, speed.time), _written(spans))]
    label: Label = ("거리", "the distance", "路程")
    step = Step("distance", "speed * time")
    return Reading(0.9, single(question, givens, [step], label, lambda value: _unit(question, value, speed.length)))


def _time(question: Question, speed: Speed, way: Quantity) -> Reading | None:
    if speed.value == 0:
        return None
    ratio = SIZES["length"][way.unit] / SIZES["length"][speed.length]
    givens = [Given("distance", way.value * ratio, way.text.strip()), Given("speed", speed.value, speed.text)]
    step = Step("time", "distance / speed")

    def phrase(values: Values) -> Answer:
        time = fraction(values, "time")
        value = with_unit(time, _span_name(question, speed.time), question.language)
        sentence = state(question, ("걸리는 시간", "the time", "所需时间"), value)
        parts = _parts(question, time) if speed.time == "h" and time.denominator != 1 else ""
        if parts:
            sentence = state(question, ("걸리는 시간", "the time", "所需时间"), f"{value}({parts})")
            sentence = sentence.replace("(", " (") if question.language == "en" else sentence
        return Answer(value, sentence, worked_out(question, [f"{plan.worked(values, step)} = {value}"]))

    plan = Plan(tuple(givens), (step,), ("time",), phrase)
    return Reading(0.9, plan)


def _parts(question: Question, hours: Fraction) -> str:
    """2.5 hours as “2시간 30분”; empty where the minutes do not come out even."""
    minutes = hours * 60
    if minutes.denominator != 1:
        return ""
    whole, rest = divmod(int(minutes), 60)
    if not whole:
        return question.pick(f"{rest}분", f"{rest} minutes", f"{rest} 分钟")
    return question.pick(f"{whole}시간 {rest}분", f"{whole} h {rest} min", f"{whole} 小时 {rest} 分钟")


def _from_both(question: Question, way: Quantity, spans: list[Quantity]) -> Reading | None:
    wanted = next((unit for unit, pattern in _UNITS.items() if question.has(pattern)), "")
    length, time = wanted.split("/") if wanted else (way.unit, "")
    if not time:
        time = "s" if all(span.unit == "s" for span in spans) else "min" if all(s.unit == "min" for s in spans) else "h"
    elif SIZES["length"].get(length) is None:
        return None
    if "시속" in question.text or "时速" in question.text or "每小时" in question.text:
        length = way.unit
    total = _hours(spans, time)
    if total == 0:
        return None
    ratio = SIZES["length"][way.unit] / SIZES["length"][length]
    givens = [Given("distance", way.value * ratio, way.text.strip()), Given("time", total, _written(spans))]
    step = Step("speed", "distance / time")
    return Reading(
        0.9,
        single(
            question,
            givens,
            [step],
            ("평균 속력", "the average speed", "平均速度"),
            lambda value: _unit(question, value, f"{length}/{time}"),
        ),
    )


def _converted(question: Question, speed: Speed, rest: str) -> Reading | None:
    wanted = next(
        (unit for unit, pattern in _UNITS.items() if unit != speed.unit and re.search(pattern, rest, re.IGNORECASE)),
        None,
    )
    if wanted is None:
        return None
    length, time = wanted.split("/")
    factor = (SIZES["length"][speed.length] / SIZES["time"][speed.time]) / (
        SIZES["length"][length] / SIZES["time"][time]
    )
    written = _unit(question, speed.value, speed.unit)
    return Reading(
        0.9,
        single(
            question,
            [Given("speed", speed.value, written)],
            [Step("result", scaled("speed", factor))],
            (written, written, written),
            lambda value: _unit(question, value, wanted),
        ),
    )


def _unit(question: Question, value: Fraction, unit: str) -> str:
    return f"{number(value)}{'' if question.language == 'ko' else ' '}{unit.replace('mi/h', 'mph')}"
