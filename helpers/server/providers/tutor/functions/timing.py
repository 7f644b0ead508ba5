"""Candidates for dates, times and months: which of those in a request is meant by a parameter."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from ..units import SIZES
from .labels import label
from .moments import Moment
from .reading import Fields, Reading
from .roles import relation, role_of, side_of
from .schema import Parameter


def moments(kind: str) -> Callable[[Reading, Parameter], Iterator[Fields]]:
    def found(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
        side = side_of(parameter)
        moments: tuple[Moment, ...] = getattr(reading, kind)
        for place, moment in enumerate(moments):
            where = _moment_side(reading.text, moment, place, len(moments))
            score = 0.85 + 0.2 * label(reading, parameter, moment.start, moment.end)
            if side and where:
                score += 0.3 if side == where else -0.6
            elif side == "to" and not _is_due(parameter) and _has_begin(reading, parameter):
                score -= 0.5
            yield (moment.value,), moment.start, moment.end, score, True
        if kind == "dates" and side and not moments:
            for span in reading.spans:
                # The last day has no place of its own beside the first.
                start = span.start if side == "from" else span.end
                yield ((span.first if side == "from" else span.last).isoformat(),), start, span.end, 0.85, True

    return found


def _has_begin(reading: Reading, parameter: Parameter) -> bool:
    """True where another parameter takes the day on which begins what ends with this one."""
    others = (one for one in reading.function.parameters if one is not parameter and one.kind == "string")
    return any(role_of(one) in {"date", "datetime"} for one in others)


def _is_due(parameter: Parameter) -> bool:
    return re.search(r"\bdue\b|deadline|마감|기한|截止", parameter.told) is not None


def _moment_side(text: str, moment: Moment, place: int, count: int) -> str:
    where = relation(text, moment.start, moment.end)
    if count == 1 and where == "to" and re.search(r"\b(?:on|at|for|in)\s*$", text[: moment.start]):
        return ""
    if text[moment.end :].lstrip()[:1] in {"에", "로"} or text[moment.end : moment.end + 2] == "으로":
        where = ""
    if where or count < 2:
        return where
    return "from" if place == 0 else "to"


def months(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    for month in reading.months:
        yield (month.value,), month.start, month.end, 0.9, True
    for moment in reading.dates:
        if moment.sure:
            yield (moment.value[:7],), moment.start, moment.end, 0.6, True


def durations(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    """Lengths of time, as ISO 8601 (PT1H30M) where the schema asks for that, else as they are written."""
    written = parameter.format != "duration" and not re.search(r"iso ?8601|\bpt?\d", parameter.told)
    for figure in reading.figures:
        if figure.kind == "time":
            value = figure.text.strip(" -") if written else iso_duration(figure.value * SIZES["time"][figure.unit])
            score = 0.85 + 0.2 * label(reading, parameter, figure.start, figure.end)
            yield (value,), figure.start, figure.end, score, True


def iso_duration(seconds: Fraction) -> str:
    """5400 seconds are PT1H30M, two days P2D."""
    left, parts = int(seconds), []
    for size, letter in ((86400, "D"), (3600, "H"), (60, "M"), (1, "S")):
        parts.append(f"{left // size}{letter}" if left >= size else "")
        left %= size
    day, clock = parts[0], "".join(parts[1:])
    return f"P{day}{'T' if clock or not day else ''}{clock or ('' if day else '0S')}"


def datetimes(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    side = side_of(parameter)
    dates, times = reading.dates, reading.times
    for place, time in enumerate(times):
        earlier = [one for one in dates if one.start < time.start]
        day = earlier[-1] if earlier else dates[0] if dates else None
        where = _moment_side(reading.text, time, place, len(times))
        score = (
            0.9
            + (0.0 if not side or not where else 0.3 if side == where else -0.6)
            - 0.5 * (side == "to" and not where and not _is_due(parameter))
        )
        if day and day.sure:
            yield (f"{day.value}T{time.value}:00",), time.start, time.end, score, True
        elif day:
            start, end = min(day.start, time.start), max(day.end, time.end)
            yield (reading.text[start:end],), start, end, score, True
        elif reading.today:
            yield (f"{reading.today.isoformat()}T{time.value}:00",), time.start, time.end, score, True
        else:
            yield (time.value,), time.start, time.end, score, True
    for moment in dates if not times else ():
        yield (moment.value,), moment.start, moment.end, 0.7, True
