"""What there is to say of one single series over time besides its ends: its two halves, and its largest step."""

from itertools import pairwise

from .facts import Fact, Insight
from .ground import Ground
from .periods import quoted

_LEAST_PERIODS = 8


def course_insights(g: Ground) -> list[Insight]:
    """Candidates for a table of one series; empty for more."""
    values = [v for v in g.grid.column(g.series[0]) if v is not None] if g.single else []
    if len(values) < _LEAST_PERIODS or len(values) < len(g.grid.index) or g.by_difference:
        return []
    return [*_halves(g, values), *_step(g, values), *_steady(g)]


def _halves(g: Ground, values: list[float]) -> list[Insight]:
    """The mean of the later half beside that of the earlier one, where no full years are compared."""
    half = len(values) // 2
    early, late = sum(values[:half]) / half, sum(values[-half:]) / half
    if g.by_year or early <= 0 or late < 0 or abs(late / early - 1) < 0.05 or _has_seasons(g, half):
        return []
    column = f"table[{quoted(g.series[0])}]"
    index = g.grid.index
    codes = (f"{column}.iloc[:{half}].mean()", f"{column}.iloc[-{half}:].mean()")
    spans = (f"{index[0]}..{index[half - 1]}", f"{index[-half]}..{index[-1]}")
    facts = (
        Fact("first_half", codes[0], g.form, f"{g.label}, mean of the first {half}", spans[0]),
        Fact("second_half", codes[1], g.form, f"{g.label}, mean of the last {half}", spans[1]),
        Fact(
            "half_change", f"({codes[1]} / {codes[0]} - 1) * 100", "size", "second / first half − 1", "; ".join(spans)
        ),
    )
    names = {"start": index[0], "first": index[half - 1], "when": index[-half], "last": index[-1]}
    names |= {"a": facts[0].id, "b": facts[1].id, "size": facts[2].id}
    return [Insight("later_up" if late > early else "later_down", g.series[0], 0.11, names, facts)]


def _has_seasons(g: Ground, half: int) -> bool:
    """True where the halves lie in other seasons of the year, so that they cannot be compared."""
    return bool(g.season) and half % g.season != 0


def _step(g: Ground, values: list[float]) -> list[Insight]:
    """The largest change from one period to the next."""
    steps = [b - a for a, b in pairwise(values)]
    place = max(range(len(steps)), key=lambda n: abs(steps[n]))
    if not steps[place]:
        return []
    index, series = g.grid.index, g.series[0]
    before, after = index[place], index[place + 1]
    a, b = g.of_period(before, series), g.of_period(after, series)
    form = "points" if g.form == "share" else "number"
    size = Fact("largest_step", f"abs({b.code} - {a.code})", form, f"|{after} − {before}|", f"{before}; {after}")
    names = {"start": before, "end": after, "a": a.id, "b": b.id, "size": size.id}
    return [Insight("step_up" if steps[place] > 0 else "step_down", series, 0.1, names, (a, b, size))]


def _steady(g: Ground) -> list[Insight]:
    """That a full year held about as much as the first one."""
    start, end = g.ends
    a, b = g.value(start, g.series[0]), g.value(end, g.series[0])
    if not g.by_year or not a or b is None or a <= 0 or abs(b / a - 1) >= 0.03:
        return []
    facts = (g.at(start, g.series[0]), g.at(end, g.series[0]), g.change(start, end, g.series[0], "size"))
    names = {"start": start, "end": end, "a": facts[0].id, "b": facts[1].id, "change": facts[2].id}
    return [Insight("steady", g.series[0], 0.4, names, facts)]
