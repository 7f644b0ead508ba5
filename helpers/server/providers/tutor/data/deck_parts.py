"""What the slides of a deck share: what the deck is given, its source line, which series are shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .computing import listed
from .facts import Fact
from .ground import Ground
from .labels import result_unit
from .periods import quoted
from .phrases import safe
from .source import Code
from .words import capital

_MOST_SERIES = 6


@dataclass(frozen=True)
class Deck:
    """What the deck is given: its title and insights (with placeholders where the numbers are known facts)."""

    title: str
    insights: tuple[tuple[str | None, str], ...]
    facts: tuple[Fact, ...]
    picture: str | None
    filename: str


def source_line(g: Ground) -> str:
    """The line at the foot: the file, and the unit or that there is none."""
    unit = result_unit(g.plan, g.table)
    name = safe(g.table.reading.filename)
    known = {"ko": f"단위 {unit}", "en": f"in {unit}", "zh": f"单位：{unit}"}[g.language] if unit else ""
    none = {"ko": "단위는 파일에 없음", "en": "no unit given in the file", "zh": "文件中未注明单位"}[g.language]
    head = {"ko": "출처", "en": "Source", "zh": "来源"}[g.language]
    return f"{head}: {name} ({safe(known) or none})"


def shown_series(g: Ground) -> list[str]:
    """At most six series, the largest ones of the last period first to be kept."""
    if len(g.series) <= _MOST_SERIES:
        return g.series
    last = g.ends[1] if g.plan.grain else g.grid.index[-1]
    largest = sorted(g.series, key=lambda s: -(g.value(last, s) or 0))[:_MOST_SERIES]
    return [s for s in g.series if s in largest]


def series_code(frame: str, shown: Sequence[str], g: Ground) -> Any:
    """Python that makes the chart's series of a table's columns."""
    if g.single:
        return Code(f'[{{"name": {quoted(capital(g.label))}, "values": numbers({frame}.iloc[:, 0])}}]')
    if list(shown) == list(g.series):
        return Code(f'[{{"name": name, "values": numbers({frame}[name])}} for name in {frame}.columns]')
    return Code(f'[{{"name": name, "values": numbers({frame}[name])}} for name in {listed(shown)}]')
