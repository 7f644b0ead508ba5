"""Finds where a number comes from: everything that can be computed from the data for what a sentence is about."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from .periods import Period
from .sentences import Number
from .truth import ALL, Line, Truth

_WAYS = ("sum", "mean")
_FOUR_WEEKS = 28


@dataclass(frozen=True)
class Source:
    """A value that the data give, and how. `signed` where its sign is a direction."""

    value: float
    kind: str
    line: Line | None = None
    periods: tuple[Period, ...] = ()
    way: str = "sum"
    signed: bool = False
    is_share: bool = False


@dataclass(frozen=True)
class Subject:
    """What a number is about: the series, and the periods; `free` where other periods may be meant too."""

    lines: tuple[Line, ...]
    periods: tuple[Period, ...]
    free: bool = False


def fits(number: Number, source: Source) -> bool:
    """True where the number is the source's value, rounded as it is written."""
    value = source.value
    if number.kind == "percent" or number.kind == "points":
        if not (source.is_share or source.kind in ("level", "mean", "extreme", "change")):
            return False
        value = value * 100 if source.is_share else value
    elif number.kind == "times":
        if source.kind not in ("times", "growth"):
            return False
        value = value + 1 if source.kind == "growth" else value
    elif source.kind in ("times", "growth", "share") and not number.is_rough:
        # A bare number may still be a ratio ("1.2") or a share in percent, but never a big one.
        value = value * 100 if source.is_share and number.decimals else value
        if number.decimals == 0:
            return False
    if number.sign and source.signed and number.sign * value < 0:
        return False
    if number.sign == 1 and not source.signed and value < 0:
        return False
    if number.sign == -1 and not source.signed and value > 0:
        return False
    shown = number.value
    for scale in {number.scale, 1.0}:
        room = 0.5 * 10.0**-number.decimals + 1e-9 * abs(value)
        if number.is_rough:
            room = max(room, 0.08 * shown)
        over = abs(value) / scale - shown
        if abs(over) <= room * 1.0001 or (number.is_least and 0 <= over <= 0.5 * shown):
            return True
    return False


class Tracer:
    """Looks numbers up in the data."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth

    def find(self, number: Number, subject: Subject) -> list[Source]:
        """All ways to get the number for this subject."""
        return [source for source in self._sources(subject) if fits(number, source)]

    @lru_cache(maxsize=512)  # noqa: B019  (a tracer lives as long as one check)
    def _sources(self, subject: Subject) -> tuple[Source, ...]:
        found: list[Source] = []
        whens = subject.periods or (ALL,)
        for line in subject.lines:
            for way in _WAYS:
                found += self._levels(line, way, whens)
                found += self._changes(line, way, self.pairs(subject))
                found += self._spreads(line, way, subject)
                found += self._seasons(line, way, whens)
                found += _weekdays(line, way)
            found += self._shares(line, subject)
            found += self._counted(line, whens)
        found += self._between(subject, whens)
        return tuple(found)

    # Single values

    def _levels(self, line: Line, way: str, whens: Iterable[Period]) -> Iterator[Source]:
        for when in whens:
            value = line.value(when, way)
            if value is not None:
                yield Source(value, "level", line, (when,), way)

    def _counted(self, line: Line, whens: Iterable[Period]) -> Iterator[Source]:
        for when in whens:
            cell = line.cells.get("all" if when == ALL else when.grain, {}).get(when)
            if cell:
                yield Source(cell.count, "count", line, (when,))
                if cell.count > 1:
                    yield Source(cell.low, "extreme", line, (when,))
                    yield Source(cell.high, "extreme", line, (when,))

    def _spreads(self, line: Line, way: str, subject: Subject) -> Iterator[Source]:
        """Means over periods, and the highest and lowest of them."""
        years = {when.year for when in subject.periods if when.grain == "year" and when.year}
        for grain, cells in line.cells.items():
            if grain == "all" or len(cells) < 2:
                continue
            series = line.series(grain, way)
            values = list(series.values())
            yield Source(sum(values) / len(values), "mean", line, (ALL,), way)
            for pick in (min, max):
                when = pick(series, key=lambda period: series[period])
                if subject.free or not subject.periods:
                    yield Source(series[when], "extreme", line, (when,), way)
            for year in years:
                inside = {period: value for period, value in series.items() if period.year == year}
                if len(inside) > 1:
                    yield Source(sum(inside.values()) / len(inside), "mean", line, (Period(year, 0, "year"),), way)
                    for pick in (min, max):
                        when = pick(inside, key=lambda period: inside[period])
                        yield Source(inside[when], "extreme", line, (when,), way)
            for index, (when, value) in enumerate(series.items()):
                if when in subject.periods and 0 < index < len(values) - 1:
                    yield Source((values[index - 1] + values[index + 1]) / 2, "mean", line, (when,), way)
                    yield Source(value - values[index - 1], "change", line, (when,), way, signed=True)
        spans = sorted(when for when in subject.periods if when != ALL and when.year)
        if len(spans) > 1 and spans[0].grain == spans[-1].grain:
            series = line.series(spans[0].grain, "sum")
            inside_span = [value for when, value in series.items() if spans[0] <= when <= spans[-1]]
            if inside_span:
                yield Source(sum(inside_span), "level", line, (spans[0], spans[-1]), way)
                yield Source(sum(inside_span) / len(inside_span), "mean", line, (spans[0], spans[-1]), way)

    def _seasons(self, line: Line, way: str, whens: Iterable[Period]) -> Iterator[Source]:
        """The same quarter or month of all years: its mean, and how far it lies from the trend."""
        for when in whens:
            if when.year or when == ALL:
                continue
            series = line.series(when.grain, way)
            same = [value for period, value in series.items() if period.part == when.part]
            if same:
                yield Source(sum(same) / len(same), "mean", line, (when,), way)
                yield Source(sum(same), "level", line, (when,), way)
            deviations = [gap for period, gap in _from_trend(tuple(series.items())) if period.part == when.part]
            if deviations:
                yield Source(
                    sum(deviations) / len(deviations), "growth", line, (when,), way, signed=True, is_share=True
                )

    # Comparisons over time

    def pairs(self, subject: Subject) -> list[tuple[Period, Period]]:
        """Which periods a change may run between, the earlier one first."""
        named = [when for when in subject.periods if when != ALL and when.year]
        found: list[tuple[Period, Period]] = []
        for one, other in combinations(sorted(named), 2):
            if one.grain == other.grain:
                found.append((one, other))
        if len(named) < 2 or subject.free:
            for grain, timeline in self._timelines().items():
                first, last = timeline[0], timeline[-1]
                mine = [when for when in named if when.grain == grain and when in self.truth.places]
                for when in mine:
                    found += [(first, when), (when, last)]
                    found += [(before, when) for before in self.before(when)]
                if not mine and (subject.free or not named):
                    found += [(first, last), *((before, last) for before in self.before(last))]
        elif len(named) == 2:
            found += [(before, when) for when in named for before in self.before(when)]
        return [pair for pair in dict.fromkeys(found) if pair[0] < pair[1]]

    def _timelines(self) -> dict[str, list[Period]]:
        found = {grain: timeline for grain, timeline in self.truth.timeline.items() if len(timeline) > 1}
        if len(self.truth.whole_years) > 1:
            found["year"] = self.truth.whole_years
        return found

    def before(self, when: Period) -> list[Period]:
        """The period just before, and the same one a year earlier."""
        timeline = self.truth.timeline.get(when.grain, [])
        place = self.truth.places.get(when)
        if place is None:
            return []
        found = [timeline[place - 1]] if place else []
        year_before = Period(when.year - 1, when.part, when.grain)
        return [*found, year_before] if year_before in self.truth.places and year_before not in found else found

    def _changes(self, line: Line, way: str, pairs: Iterable[tuple[Period, Period]]) -> Iterator[Source]:
        for start, end in pairs:
            a, b = line.value(start, way), line.value(end, way)
            if a is None or b is None:
                continue
            yield Source(b - a, "change", line, (start, end), way, signed=True)
            if a:
                yield Source(b / a - 1, "growth", line, (start, end), way, signed=True, is_share=True)
                yield Source(b / a, "times", line, (start, end), way)
            steps = end.year - start.year
            if steps > 1 and a > 0 and b > 0:
                yield Source((b / a) ** (1 / steps) - 1, "growth", line, (start, end), way, True, True)
            if b:
                yield Source(a / b, "times", line, (start, end), way)

    # Comparisons between series

    def _shares(self, line: Line, subject: Subject) -> Iterator[Source]:
        whole = self.truth.whole(line)
        whens = list(dict.fromkeys((*(subject.periods or ()), ALL)))
        if whole is not line:
            for when in whens:
                part = _ratio(line.value(when, "sum"), whole.value(when, "sum"))
                if part is not None:
                    yield Source(part, "share", line, (when,), is_share=True)
            for start, end in self.pairs(subject):
                before = _ratio(line.value(start, "sum"), whole.value(start, "sum"))
                after = _ratio(line.value(end, "sum"), whole.value(end, "sum"))
                if before is not None and after is not None:
                    yield Source(after - before, "change", line, (start, end), signed=True, is_share=True)
                    if subject.free or not subject.periods:
                        yield Source(before, "share", line, (start,), is_share=True)
                        yield Source(after, "share", line, (end,), is_share=True)
        for when in whens:
            if when == ALL or when.grain == "year":
                continue
            part = _ratio(line.value(when, "sum"), line.value(Period(when.year, 0, "year"), "sum"))
            if part is not None:
                yield Source(part, "share", line, (when,), is_share=True)

    def _between(self, subject: Subject, whens: Iterable[Period]) -> Iterator[Source]:
        """Between two of the lines, and of several together; means of all lines beside each other."""
        lines = subject.lines
        for when in dict.fromkeys((*whens, ALL)):
            for way in _WAYS:
                for one, other in combinations(lines[:12], 2):
                    a, b = one.value(when, way), other.value(when, way)
                    if a is None or b is None:
                        continue
                    beside = len(one.filters) == len(other.filters) and "" not in (one.measure, other.measure)
                    if beside:
                        yield Source(a - b, "gap", one, (when,), way)
                    for x, y in ((a, b), (b, a)):
                        if y:
                            yield Source(x / y, "times", one, (when,), way)
                            yield Source(x / y, "share", one, (when,), way, is_share=True)
                        if y and beside:
                            yield Source(x / y - 1, "gap", one, (when,), way, is_share=True)
                for line in lines[:1]:
                    row = [v for s in self.truth.siblings(line) if (v := s.value(when, way)) is not None]
                    if len(row) > 1:
                        yield Source(sum(row) / len(row), "mean", line, (when,), way)
            for size in range(2, min(len(lines), 5) + 1):
                for group in combinations(lines[:6], size):
                    values = [v for line in group if (v := line.value(when, "sum")) is not None]
                    if len(values) == size and len({line.measure for line in group if line.filters}) <= 1:
                        yield Source(sum(values), "together", group[0], (when,))
                        part = _ratio(sum(values), self.truth.whole(group[0]).value(when, "sum"))
                        if part is not None:
                            yield Source(part, "share", group[0], (when,), is_share=True)

    def margins(self, number: Number, subject: Subject) -> list[Source]:
        """Between two measures of the same series: a difference, a ratio, a margin, and their change over time."""
        measures = self.truth.measures
        if self.truth.is_wide or not 2 <= len(measures) <= 8:
            return []
        found: list[Source] = []
        whens = subject.periods or (ALL,)
        for filters in dict.fromkeys(line.filters for line in subject.lines):
            for top, base in ((a, b) for a in measures for b in measures if a != b):
                one, other = self.truth.line(top, filters), self.truth.line(base, filters)
                for when in dict.fromkeys((*whens, *(p for pair in self.pairs(subject) for p in pair))):
                    a, b = one.value(when, "sum"), other.value(when, "sum")
                    if a is None or b is None:
                        continue
                    found.append(Source(a - b, "level", one, (when,)))
                    if b:
                        found.append(Source(a / b, "level", one, (when,)))
                        found.append(Source(a / b, "share", one, (when,), is_share=True))
                    if a:
                        found.append(Source((a - b) / a, "share", one, (when,), is_share=True))
        return [source for source in found if fits(number, source)]


def _ratio(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole else None


@lru_cache(maxsize=256)
def _weekdays(line: Line, way: str) -> tuple[Source, ...]:
    """The average of each day of the week, of the working days, and of the weekend."""
    days = [(when.as_date().weekday(), value) for when, value in line.series("day", way).items()]
    if len(days) < _FOUR_WEEKS:
        return ()
    means = []
    for some in (*((day,) for day in range(7)), range(5), (5, 6)):
        values = [value for day, value in days if day in some]
        means.append(sum(values) / len(values) if values else 0.0)
    ends = (max(means[:7]), min(means[:7]), *means[7:])
    return tuple(Source(mean, "extreme" if mean in ends else "mean", line, (ALL,), way) for mean in means)


@lru_cache(maxsize=256)
def _from_trend(series: tuple[tuple[Period, float], ...]) -> list[tuple[Period, float]]:
    """How far each value lies from the centred moving average over a year, as a share of it."""
    if not series:
        return []
    size = {"quarter": 4, "month": 12, "half": 2}.get(series[0][0].grain, 0)
    values = [value for _, value in series]
    if not size or len(values) < 2 * size + 1:
        return []
    half = size // 2
    found = []
    for index in range(half, len(values) - half):
        trend = math.fsum((*values[index - half : index + half], *values[index - half + 1 : index + half + 1])) / (
            2 * size
        )
        if trend:
            found.append((series[index][0], values[index] / trend - 1))
    return found
