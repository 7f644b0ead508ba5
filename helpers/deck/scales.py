"""Numbers for charts: how they are written, where the axis begins and ends, which periods get a label."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from .measure import width
from .spec import Chart
from .wording import Wording

_BEFORE = ("$", "₩", "€", "£", "¥")
_QUARTER = re.compile(r"(\d{4})(?:\s*[-/ ]?\s*Q([1-4])|년?\s*([1-4])분기)", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})")


@dataclass(frozen=True)
class NumberFormat:
    """One way to write all numbers of a chart. `code` is Excel's; `text` does the same here, for measuring."""

    decimals: int = 0
    divisor: int = 1
    before: str = ""
    after: str = ""
    signed: bool = False

    @property
    def code(self) -> str:
        digits = "#,##0" + ("." + "0" * self.decimals if self.decimals else "")
        digits += "," * round(math.log(self.divisor, 1000))
        before = f'"{self.before}"' if self.before else ""
        after = f'"{self.after}"' if self.after else ""
        positive, negative = f"{before}{digits}{after}", f'"−"{before}{digits}{after}'
        return f'"+"{positive};{negative};{positive}' if self.signed else f"{positive};{negative};{positive}"

    def text(self, value: float) -> str:
        sign = "−" if value < 0 else "+" if self.signed and value > 0 else ""
        return f"{sign}{self.before}{abs(value) / self.divisor:,.{self.decimals}f}{self.after}"


def number_format(chart: Chart, words: Wording, *, alone: bool = False) -> NumberFormat:
    """As many decimals as the values need (two at most), in millions where they are long, with % or a currency sign.

    `alone` is for numbers without the line above the plot that says "million euros": they say the million themselves.
    """
    numbers = [abs(number) for number in chart.numbers]
    largest = max(numbers, default=0.0)
    divisor, after = (1_000_000, words.millions) if largest >= 10_000_000 else (1, "")
    if divisor > 1:
        decimals = 1 if largest < 100 * divisor else 0
    elif all(float(number).is_integer() for number in numbers) or largest >= 1000:
        decimals = 0
    else:
        most = 1 if largest >= 10 else 2
        decimals = next((d for d in range(1, most) if all(abs(n - round(n, d)) < 1e-9 for n in numbers)), most)
    before = chart.unit if chart.unit in _BEFORE else ""
    if needs_unit_line(chart) and not alone:
        after = ""
    after += "%" if chart.unit == "%" else ""
    return NumberFormat(decimals, divisor, before, after, chart.signed)


def unit_line(chart: Chart, words: Wording) -> str:
    """What the numbers of a chart are in: "EUR", "million EUR"."""
    many = number_format(chart, words).divisor > 1
    return f"{words.millions_of} {chart.unit}" if many else chart.unit


def needs_unit_line(chart: Chart) -> bool:
    """True where the unit is known and is not part of each number."""
    return bool(chart.unit) and not is_written_in_the_numbers(chart.unit)


def is_written_in_the_numbers(unit: str) -> bool:
    """True for units that stand beside each number, and so need no line of their own."""
    return unit in _BEFORE or unit == "%"


@dataclass(frozen=True)
class Scale:
    """A value axis."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]

    def share(self, value: float) -> float:
        """Where a value stands between the axis' low (0) and high (1) end."""
        return (value - self.low) / (self.high - self.low)


def scale_for(numbers: Sequence[float], from_zero: bool = True) -> Scale:
    """Round ends and about five steps. A line may leave zero out where its values lie close together."""
    low, high = min(numbers), max(numbers)
    if from_zero or low * high <= 0 or min(abs(low), abs(high)) < 0.6 * max(abs(low), abs(high)):
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = (low - 1, high + 1) if low else (0.0, 1.0)
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    return Scale(math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step)


def years_and_parts(categories: Sequence[str]) -> list[tuple[str, list[str]]] | None:
    """Quarters or months as years with their parts, such as [("2025", ["Q1", "Q2"])]; None for anything else."""
    for pattern, name in ((_QUARTER, "Q{}"), (_MONTH, "{}")):
        matches = [pattern.fullmatch(category.strip()) for category in categories]
        if not all(matches):
            continue
        years: list[tuple[str, list[str]]] = []
        for match in matches:
            assert match is not None
            year, *parts = match.groups()
            part = next(part for part in parts if part)
            if not years or years[-1][0] != year:
                years.append((year, []))
            years[-1][1].append(name.format(int(part)))
        return years
    return None


def label_every(categories: Sequence[str], room: float, size: float) -> int:
    """Every how many categories one label fits on an axis `room` inches long; whole years for quarters and months."""
    widest = max(width(category, size) for category in categories) + 0.14
    years = years_and_parts(categories)
    if years is None:
        steps: tuple[int, ...] = (1, 2, 3, 4, 5, 10, 20, 50)
    elif "Q" in years[0][1][0]:
        steps = (1, 2, 4, 8, 12, 16, 20, 40)
    else:
        steps = (1, 2, 3, 6, 12, 24, 36, 60)
    return next((every for every in steps if widest * len(categories) <= room * every), len(categories))
