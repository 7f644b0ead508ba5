"""What the data say: every series of the table, in every grain of time, ready to be looked up."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from . import periods
from .periods import GRAINS, Period
from .table import as_numbers, is_total, nearly_all

if TYPE_CHECKING:
    import pandas as pd

ALL = Period(0, 0, "year")
"""Stands for the whole table."""
_MOST_NAMED = 400
_MOST_SIBLINGS = 60
_YEAR_NAME = re.compile(r"year|연도|년도|^년$|年|fy|jahr", re.I)
_PART_NAMES = {"quarter": re.compile(r"quarter|qtr|분기|季", re.I), "month": re.compile(r"month|월$|月|monat", re.I)}
_IDENTIFIER = re.compile(r"(^|[ _])(id|no|code|번호|코드|編號|编号|zip|우편번호|phone|전화)([ _]|$)", re.I)


@dataclass(frozen=True)
class Cell:
    """The rows of one series in one period: their sum, how many, the smallest and the largest."""

    total: float
    count: int
    low: float
    high: float

    def by(self, way: str) -> float:
        """The value by one way of putting rows together: `sum`, `mean` or `count`."""
        return {"sum": self.total, "mean": self.total / self.count, "count": float(self.count)}[way]


@dataclass(eq=False)
class Line:
    """One series: a measure, of all rows or of those that `filters` (column -> value) let through."""

    measure: str
    filters: tuple[tuple[str, Any], ...]
    cells: dict[str, dict[Period, Cell]] = field(default_factory=dict)

    def value(self, period: Period, way: str) -> float | None:
        cell = self.cells.get("all" if period == ALL else period.grain, {}).get(period)
        return None if cell is None else cell.by(way)

    def series(self, grain: str, way: str) -> dict[Period, float]:
        """Value by period, in the order of time."""
        return {period: cell.by(way) for period, cell in self.cells.get(grain, {}).items()}


@dataclass(frozen=True)
class Name:
    """Something of the data that a text can name: a value of a category column, or a measure."""

    text: str
    column: str
    value: Any
    is_measure: bool = False


class Truth:
    """The table behind a deck. `frame` is as `read_table` gives it."""

    def __init__(self, frame: "pd.DataFrame") -> None:
        self.rows = len(frame)
        self.columns = [str(name) for name in frame.columns]
        self._lines: dict[tuple[str, tuple[tuple[str, Any], ...]], Line] = {}
        frame, when = self._with_periods(frame)
        self.when = when
        """One period for each row, or None where the table has no time."""
        self.frame = frame
        numeric = frame.select_dtypes("number").columns
        self.measures = [name for name in numeric if not _is_label(frame[name], name)]
        self.categories = {
            name: sorted({value for value in frame[name].dropna() if not is_total(value)}, key=str)
            for name in frame.columns
            if name not in self.measures and frame[name].dtype.kind not in "fM"
        }
        self.categories = {name: values for name, values in self.categories.items() if values}
        # Where there is time, a text that differs in each row is a remark; without it, the rows are the categories.
        most = len(frame) if when else len(frame) + 1
        self.is_wide = not any(1 < len(v) < most for v in self.categories.values()) and len(self.measures) > 1
        """True where the series stand in columns beside each other."""

    def _with_periods(self, frame: "pd.DataFrame") -> "tuple[pd.DataFrame, list[Period] | None]":
        """The frame without its columns (or headers) of time, and the period of each row. Rows of totals go."""
        frame = _melted(frame)
        for of_cell, name in product((periods.of_cell, periods.of_nameless_cell), frame.columns):
            column = frame[name]
            numeric = column.dtype.kind in "if"
            if numeric and not (_YEAR_NAME.search(name) or name.strip().lower() in ("date", "period", "기간", "날짜")):
                continue
            if not nearly_all(column, _finds(of_cell)):
                continue
            found = [of_cell(value) for value in column]
            kept = [index for index, period in enumerate(found) if period is not None]
            when: list[Period] = [period for period in found if period is not None]
            frame = frame.iloc[kept].drop(columns=name).reset_index(drop=True)
            for other in list(frame.columns):
                if frame[other].dtype.kind not in "ifM" or frame[other].isna().any():
                    frame[other] = as_numbers(frame[other])
            return self._with_parts(frame, when)
        rows = [not any(is_total(value) for value in row) for row in frame.itertuples(index=False)]
        return frame.loc[rows].reset_index(drop=True), None

    @staticmethod
    def _with_parts(frame: "pd.DataFrame", when: list[Period]) -> "tuple[pd.DataFrame, list[Period]]":
        """Years joined with the quarter or month of a column beside them."""
        if any(period.grain != "year" for period in when):
            return frame, when
        for grain, pattern in _PART_NAMES.items():
            for name in frame.columns:
                parts = [periods.part_of_cell(value, grain) for value in frame[name]] if pattern.search(name) else []
                if parts and sum(part is not None for part in parts) >= 0.9 * len(parts):
                    joined = [Period(p.year, part, grain) if part else p for p, part in zip(when, parts, strict=True)]
                    return frame.drop(columns=name), joined
        return frame, when

    # What there is

    @cached_property
    def grains(self) -> list[str]:
        """The grains of time that can be looked at, coarse to fine; none for a table without time."""
        if not self.when:
            return []
        finest = max(GRAINS.index(period.grain) for period in self.when)
        return list(GRAINS[: finest + 1])

    @property
    def is_nameless(self) -> bool:
        """True where months or quarters have no year."""
        return self.years == (periods.NAMELESS, periods.NAMELESS)

    @cached_property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year."""
        if not self.when:
            return None
        return min(period.year for period in self.when), max(period.year for period in self.when)

    @cached_property
    def timeline(self) -> dict[str, list[Period]]:
        """All periods of each grain, in order."""
        found: dict[str, list[Period]] = {}
        known = set(self.when or ())
        for grain in self.grains:
            inside = {p.within(grain) for p in known if not periods.is_coarser(p.grain, grain)}
            found[grain] = sorted(inside)
        return found

    @cached_property
    def places(self) -> dict[Period, int]:
        """Where each period stands in its timeline."""
        return {when: place for timeline in self.timeline.values() for place, when in enumerate(timeline)}

    @cached_property
    def whole_years(self) -> list[Period]:
        """The years in which no period of the finest grain is missing."""
        years = self.timeline.get("year", [])
        if not self.grains or self.grains[-1] in ("year", "day"):
            return years
        size = {"half": 2, "quarter": 4, "month": 12}[self.grains[-1]]
        fine = self.timeline[self.grains[-1]]
        return [year for year in years if sum(p.year == year.year for p in fine) == size]

    @cached_property
    def names(self) -> list[Name]:
        """Everything that a text can name, in all the ways of writing it, longest first."""
        found: dict[str, Name] = {}
        for measure in self.measures:
            for text in _ways(measure):
                found.setdefault(text.casefold(), Name(text, measure, None, is_measure=True))
        for column, values in self.categories.items():
            for value in values[: _MOST_NAMED * 5]:
                text = " ".join(str(value).split())
                if text and not re.fullmatch(r"[\d.,\s]+", text):
                    found[text.casefold()] = Name(text, column, value)
        return sorted(found.values(), key=lambda name: -len(name.text))

    # Looking up

    def line(self, measure: str, filters: Iterable[tuple[str, Any]] = ()) -> Line:
        """The series of a measure under filters; `measure` "" is the sum over all measures of a wide table."""
        key = (measure, tuple(sorted(filters, key=str)))
        if key not in self._lines:
            self._lines[key] = self._build(*key)
        return self._lines[key]

    def _build(self, measure: str, filters: tuple[tuple[str, Any], ...]) -> Line:
        import pandas as pd

        values = self.frame[self.measures].sum(axis=1, min_count=1) if measure == "" else self.frame[measure]
        mask = values.notna()
        for column, value in filters:
            mask &= self.frame[column] == value
        values = values[mask]
        line = Line(measure, filters)
        if values.empty:
            return line
        line.cells["all"] = {ALL: Cell(float(values.sum()), len(values), float(values.min()), float(values.max()))}
        if not self.when:
            return line
        when = [self.when[index] for index in values.index]
        finest = self._grouped(values, when, pd)
        for grain in self.grains:
            merged: dict[Period, Cell] = {}
            for period, cell in finest.items():
                if periods.is_coarser(period.grain, grain):
                    continue
                inside = period.within(grain)
                old = merged.get(inside)
                merged[inside] = cell if old is None else _joined(old, cell)
            line.cells[grain] = dict(sorted(merged.items()))
        return line

    @staticmethod
    def _grouped(values: "pd.Series[float]", when: list[Period], pd: Any) -> dict[Period, Cell]:
        keys = pd.Series([hash(period) for period in when], index=values.index)
        known = dict(zip(keys, when, strict=True))
        table = values.groupby(keys).agg(["sum", "count", "min", "max"])
        return {
            known[key]: Cell(float(total), int(count), float(low), float(high))
            for key, total, count, low, high in table.itertuples()
        }

    @cached_property
    def totals(self) -> list[Line]:
        """One line for each measure over all rows, and one over all measures where they are parts of a whole."""
        found = [self.line(measure) for measure in self.measures]
        return [*found, self.line("")] if self.is_wide else found

    def siblings(self, line: Line) -> list[Line]:
        """The line and those beside it: the other values of its category, or the other columns of a wide table."""
        if line.filters:
            column, _ = line.filters[0]
            values = self.categories[column]
            rest = line.filters[1:]
            if len(values) > _MOST_SIBLINGS:
                return [line]
            return [self.line(line.measure, ((column, value), *rest)) for value in values]
        return [self.line(measure) for measure in self.measures] if self.is_wide else [line]

    def whole(self, line: Line) -> Line:
        """The line that a share of this one is taken of."""
        if line.filters:
            return self.line(line.measure, line.filters[1:])
        return self.line("") if self.is_wide else line

    @cached_property
    def counts(self) -> set[int]:
        """Numbers of things: rows, columns, values of each category, periods of each grain, gaps."""
        found = {self.rows, len(self.frame), len(self.columns), len(self.measures), int(self.frame.isna().sum().sum())}
        found |= {len(values) for values in self.categories.values()}
        found |= {len(timeline) for timeline in self.timeline.values()} | {len(self.whole_years)}
        for column in self.categories:
            found |= {int(count) for count in self.frame[column].value_counts().head(_MOST_NAMED)}
        return found


def _finds(of_cell: Callable[[Any], Period | None]) -> Callable[[Any], bool]:
    return lambda value: of_cell(value) is not None


def _joined(one: Cell, other: Cell) -> Cell:
    return Cell(one.total + other.total, one.count + other.count, min(one.low, other.low), max(one.high, other.high))


def _is_label(column: "pd.Series[Any]", name: str) -> bool:
    """True for numbers that are not measured: identifiers."""
    return bool(_IDENTIFIER.search(name)) and column.nunique() > 0.9 * len(column)


def _melted(frame: "pd.DataFrame") -> "pd.DataFrame":
    """A table with periods as column heads, turned so that each row has its period."""
    heads = [name for name in frame.columns if periods.of_cell(name) is not None]
    if len(heads) < 2 or any(frame[name].dtype.kind not in "if" for name in heads):
        return frame
    rest = [name for name in frame.columns if name not in heads]
    taken = {"period", "value"} & {name.lower() for name in rest}
    period, value = ("period", "value") if not taken else ("period (head)", "value (cell)")
    return frame.melt(id_vars=rest, value_vars=heads, var_name=period, value_name=value)


def _ways(name: str) -> Sequence[str]:
    """How a column may be called: as it is, without its unit, with spaces for underscores."""
    bare = re.sub(r"\s*[\(\[（].*?[\)\]）]", "", name).strip()
    spaced = re.sub(r"[_.]+", " ", bare).strip()
    last = bare.split(".")[-1].strip()
    shorter = re.sub(r"[ _](c|f|mm|cm|kg|usd|krw|eur|kwh|m3|pct|percent|won)$", "", spaced, flags=re.I)
    return [text for text in dict.fromkeys((name.strip(), bare, spaced, last, shorter)) if text]
