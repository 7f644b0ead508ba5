"""What the slides of a deck share: what the deck is given, its source line, which series are shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from .facts import Fact
from .findings import candidates
from .ground import Ground
from .labels import result_unit
from .periods import quoted
from .phrases import safe
from .rows import listed
from .source import Code
from .words import capital

_MOST_LINES, _MOST_COLOURS = 12, 6


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
    """The series that a chart of lines holds: all up to twelve, else those that matter most."""
    return list(g.series) if len(g.series) <= _MOST_LINES else main_series(g)


def main_series(g: Ground) -> list[str]:
    """The series that have a colour of their own: all up to six, else five: those spoken of first, then the largest."""
    if len(g.series) <= _MOST_COLOURS:
        return list(g.series)
    spoken = dict.fromkeys(i.series for i in candidates(g) if i.series in g.series)
    last = g.ends[1] if g.plan.grain else g.grid.index[-1]
    largest = sorted(g.series, key=lambda s: -(g.value(last, s) or 0))
    chosen = list(dict.fromkeys([*list(spoken)[:3], *largest]))[: _MOST_COLOURS - 1]
    return [s for s in g.series if s in chosen]


def rest_name(g: Ground) -> str:
    """What the joined series are called."""
    names = {"ko": ("기타", "그 밖"), "en": ("Other", "All other"), "zh": ("其他", "其余")}[g.language]
    return next(name for name in names if name not in g.series or name == names[-1])


def series_names(g: Ground) -> dict[str, str]:
    """Each column's name on the slides: without its unit, where two would not be called the same."""
    if g.single:
        return {g.series[0]: capital(g.label)}
    named = {series: g.named(series) for series in g.series}
    return named if len(set(named.values())) == len(named) else {series: series for series in g.series}


def series_code(frame: str, shown: Sequence[str], g: Ground) -> Code:
    """Python that makes the chart's series of a table's columns."""
    names = series_names(g)
    if g.single:
        return Code(f'[{{"name": {quoted(names[g.series[0]])}, "values": numbers({frame}.iloc[:, 0])}}]')
    if any(names[series] != series for series in shown):
        pairs = ", ".join(f"{quoted(series)}: {quoted(names[series])}" for series in shown)
        made = f'{{"name": name, "values": numbers({frame}[column])}}'
        return Code(f"[{made} for column, name in {{{pairs}}}.items()]")
    listing = f"{frame}.columns" if list(shown) == list(g.series) else listed(shown)
    return Code(f'[{{"name": name, "values": numbers({frame}[name])}} for name in {listing}]')
