"""How the values of a chart may have been computed: every recipe that fits its categories and its series' names."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, combinations

from . import periods
from .periods import Period
from .truth import ALL, Line, Name, Truth

Values = Sequence[float | None]
_WAYS = ("sum", "mean", "count")
_SCALES = (1.0, 1e3, 1e4, 1e6, 1e8, 0.01)
REST = re.compile(
    r"^(기타|그 외|나머지|합계|총계|전체|평균|목표|others?|rest|totals?|all|overall|sum|average|mean"
    r"|target|其他|合计|总计|平均)$",
    re.I,
)

# A year with the number of a month or quarter under it: the two levels of a chart's axis, joined.
_TWO_LEVELS = re.compile(r"((?:19|20)\d\d) (1[0-2]|[1-9])")


@dataclass(frozen=True)
class Match:
    """The recipe that fits best; `wrong` are the places where it does not, with what the data give there."""

    wrong: tuple[tuple[int, float | None], ...]
    size: int

    @property
    def share(self) -> float:
        """How much of the series it explains."""
        return 1 - len(self.wrong) / self.size if self.size else 0.0


@dataclass(frozen=True)
class Label:
    """What a category or a series' name stands for: a period, a name of the data, or something else."""

    text: str
    period: Period | None = None
    name: Name | None = None

    @property
    def is_known(self) -> bool:
        return self.period is not None or self.name is not None or bool(REST.match(self.text.strip()))


class Cook:
    """Finds recipes in the data."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self._names = {name.text.casefold(): name for name in truth.names}

    def label(self, text: str) -> Label:
        """What a label of a chart or a table stands for."""
        text = " ".join(text.split())
        if name := self._names.get(text.casefold()):
            return Label(text, name=name)
        if self.truth.grains and (when := periods.of_cell(text)):
            return Label(text, period=when)
        fine = [grain for grain in ("month", "quarter") if grain in self.truth.grains]
        if fine and (parts := _TWO_LEVELS.fullmatch(text)):
            return Label(text, period=Period(int(parts[1]), int(parts[2]), fine[0]))
        if fine == ["month", "quarter"] and (month := periods.of_nameless_cell(text)):
            return Label(text, period=month if self.truth.is_nameless else replace(month, year=0))
        if self.truth.grains:
            found = [(a, b, p) for a, b, p in periods.in_text(text, self.truth.years)]
            if len(found) == 1 and found[0][1] - found[0][0] >= len(text) - 2:
                return Label(text, period=found[0][2])
        # A label that was cut, or that has a unit or a note added.
        bare = re.sub(r"\s*[\(\[（].*?[\)\]）]\s*$", "", text)
        if bare != text and (name := self._names.get(bare.casefold())):
            return Label(text, name=name)
        if text.endswith("…") and len(text) > 4:
            start = text[:-1].rstrip().casefold()
            if long := [name for key, name in self._names.items() if key.startswith(start)]:
                return Label(text, name=long[0])
        return Label(text)

    def best(self, name: Label, labels: Sequence[Label], values: Values) -> Match:
        """The recipe that explains most of a series."""
        present = [index for index, value in enumerate(values) if value is not None]
        best = Match(tuple((index, None) for index in present), max(1, len(values)))
        for made in self._recipes(name, tuple(labels)):
            for scale in _SCALES:
                wrong = _differences(values, made, scale)
                if len(wrong) < len(best.wrong):
                    best = Match(tuple(wrong), max(1, len(values)))
                if not wrong:
                    return best
        return best

    def _recipes(self, name: Label, labels: tuple[Label, ...]) -> Iterator[list[float | None]]:
        times = [label.period for label in labels]
        if all(time is not None for time in times):
            whens = tuple(time for time in times if time is not None)
            for line in self._lines(name):
                yield from self._over_time(line, whens)
            return
        for measure in self._measures_for(name):
            lines = [self._line_of(label, measure, name) for label in labels]
            if any(lines):
                yield from self._across(lines, name)

    # Series over time

    def _lines(self, name: Label) -> Iterator[Line]:
        truth = self.truth
        if name.name is None:
            yield from truth.totals
            # A lone series may carry the measure's name in words of its own, under a filter that a text names.
            for column, values in truth.categories.items():
                for value in values[:40]:
                    for measure in truth.measures:
                        yield truth.line(measure, ((column, value),))
        elif name.name.is_measure:
            yield truth.line(name.name.column)
            yield from (
                truth.line(name.name.column, ((c, v),)) for c, values in truth.categories.items() for v in values[:40]
            )
        else:
            own = (name.name.column, name.name.value)
            for measure in truth.measures:
                yield truth.line(measure, (own,))
            for measure in truth.measures:
                for column, values in truth.categories.items():
                    if column != own[0]:
                        yield from (truth.line(measure, (own, (column, value))) for value in values[:40])
        if not truth.measures:
            return

    def _over_time(self, line: Line, whens: tuple[Period, ...]) -> Iterator[list[float | None]]:
        whole = self.truth.whole(line)
        for way in _WAYS:
            if not all(when.year for when in whens):
                yield [_season(line, when, way) for when in whens]
                continue
            values = [line.value(when, way) for when in whens]
            yield values
            if way == "count":
                continue
            yield [_part(value, whole.value(when, "sum"), 100) for value, when in zip(values, whens, strict=True)]
            yield [_part(value, values[0], 100) for value in values]
            yield list(accumulate(value or 0.0 for value in values))
            for back in _steps_back(whens[0].grain):
                before = [line.value(_earlier(when, back), way) for when in whens]
                yield [_growth(a, b) for a, b in zip(before, values, strict=True)]
                yield [None if a is None or b is None else b - a for a, b in zip(before, values, strict=True)]
            for size in (3, 4, 12):
                yield _moving(values, size)
        yield from self._of_measures(line, lambda one: [one.value(when, "sum") for when in whens])

    def _of_measures(self, line: Line, read: Callable[[Line], list[float | None]]) -> Iterator[list[float | None]]:
        """Differences, ratios and margins of two measures of the same rows."""
        truth = self.truth
        if truth.is_wide or not 2 <= len(truth.measures) <= 6 or line.measure == "":
            return
        rows = {measure: read(truth.line(measure, line.filters)) for measure in truth.measures}
        for top in truth.measures:
            for base in truth.measures:
                if top == base:
                    continue
                pairs = list(zip(rows[top], rows[base], strict=True))
                yield [None if a is None or b is None else a - b for a, b in pairs]
                yield [_part(a, b, 1) for a, b in pairs]
                yield [_part(a, b, 100) for a, b in pairs]
                yield [None if a is None or b is None else _part(a - b, a, 100) for a, b in pairs]

    # Bars beside each other

    def _measures_for(self, name: Label) -> tuple[str, ...]:
        if name.name is not None and name.name.is_measure:
            return (name.name.column,)
        return tuple(self.truth.measures) or ("",)

    def _line_of(self, label: Label, measure: str, name: Label) -> Line | None:
        truth = self.truth
        if label.name is None:
            if REST.match(label.text.strip()):
                return truth.line("" if truth.is_wide else measure)
            return None
        if label.name.is_measure:
            return truth.line(label.name.column)
        filters = [(label.name.column, label.name.value)]
        if name.name is not None and not name.name.is_measure and name.name.column != label.name.column:
            filters.append((name.name.column, name.name.value))
        return truth.line(measure, filters)

    def _across(self, lines: Sequence[Line | None], name: Label) -> Iterator[list[float | None]]:
        whens = [name.period] if name.period else [ALL, *self._moments()]
        for way in _WAYS:
            for when in whens:
                values = [line.value(when, way) if line else None for line in lines]
                yield values
                if way == "sum":
                    whole = [self.truth.whole(line).value(when, way) if line else None for line in lines]
                    yield [_part(a, b, 100) for a, b in zip(values, whole, strict=True)]
            for start, end in () if way == "count" else combinations(self._moments(), 2):
                if start.grain != end.grain or not start < end:
                    continue
                before = [line.value(start, way) if line else None for line in lines]
                after = [line.value(end, way) if line else None for line in lines]
                yield [None if a is None or b is None else b - a for a, b in zip(before, after, strict=True)]
                yield [_growth(a, b) for a, b in zip(before, after, strict=True)]
        first = next(line for line in lines if line)
        for when in whens:
            yield from self._of_measures_across(lines, first, when)

    def _of_measures_across(
        self, lines: Sequence[Line | None], first: Line, when: Period
    ) -> Iterator[list[float | None]]:
        if self.truth.is_wide or not 2 <= len(self.truth.measures) <= 6:
            return
        for top in self.truth.measures:
            for base in self.truth.measures:
                if top == base or first.measure not in (top, base):
                    continue
                pairs = [
                    (
                        self.truth.line(top, x.filters).value(when, "sum"),
                        self.truth.line(base, x.filters).value(when, "sum"),
                    )
                    if x
                    else (None, None)
                    for x in lines
                ]
                yield [None if a is None or b is None else a - b for a, b in pairs]
                yield [_part(a, b, 1) for a, b in pairs]
                yield [_part(a, b, 100) for a, b in pairs]
                yield [None if a is None or b is None else _part(a - b, a, 100) for a, b in pairs]

    @lru_cache(maxsize=1)  # noqa: B019  (a cook lives as long as one check)
    def _moments(self) -> tuple[Period, ...]:
        """Periods that bars may stand for: all years, and the first and last few of the finer grains."""
        found: list[Period] = []
        for timeline in self.truth.timeline.values():
            found += timeline if len(timeline) <= 16 else [*timeline[:4], *timeline[-6:]]
        return tuple(found)


def _differences(values: Values, made: Sequence[float | None], scale: float) -> list[tuple[int, float | None]]:
    digits = max((_digits(value) for value in values if value is not None), default=0)
    room = 0.5 * 10.0**-digits * 1.001 if digits < 6 else 0.0
    wrong: list[tuple[int, float | None]] = []
    for index, (value, data) in enumerate(zip(values, made, strict=True)):
        if value is None or data is None:
            if (value is None) != (data is None):
                wrong.append((index, data))
        elif abs(value - data / scale) > max(room, 1e-6 * abs(value)) or (
            not digits and scale == 1 and data == int(data) != value
        ):
            wrong.append((index, data / scale))
    return wrong


def _digits(value: float) -> int:
    text = f"{value:.10f}".rstrip("0")
    return len(text) - text.index(".") - 1


def _part(part: float | None, whole: float | None, factor: float) -> float | None:
    return None if part is None or not whole else part / whole * factor


def _growth(before: float | None, after: float | None) -> float | None:
    return None if after is None or not before else (after / before - 1) * 100


def _moving(values: Values, size: int) -> list[float | None]:
    found: list[float | None] = []
    for index in range(len(values)):
        window = values[max(0, index - size + 1) : index + 1]
        numbers = [value for value in window if value is not None]
        found.append(sum(numbers) / size if len(numbers) == size else None)
    return found


def _season(line: Line, when: Period, way: str) -> float | None:
    same = [v for p, v in line.series(when.grain, way).items() if p.part == when.part]
    return None if not same else sum(same) if way == "sum" and len(same) == 1 else sum(same) / len(same)


def _steps_back(grain: str) -> Iterable[int]:
    return {"quarter": (1, 4), "month": (1, 12), "half": (1, 2)}.get(grain, (1,))


def _earlier(when: Period, back: int) -> Period:
    size = {"year": 1, "half": 2, "quarter": 4, "month": 12}.get(when.grain)
    if size is None:
        return when
    if when.grain == "year":
        return Period(when.year - back, 0, "year")
    place = when.year * size + when.part - 1 - back
    return Period(place // size, place % size + 1, when.grain)
