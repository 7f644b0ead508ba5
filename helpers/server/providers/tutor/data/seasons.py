"""Seasons in a table: what returns each year, once the trend is taken away."""

import re
from collections.abc import Sequence
from itertools import pairwise

from .facts import Fact, Insight
from .ground import Ground
from .periods import quoted


def season_ratios(g: Ground, series: str | None) -> dict[str, list[float]]:
    """For each season, how far its values lie from the centred moving average, as a share of it."""
    values = [g.value(label, series) for label in g.grid.index]
    n = g.season
    if not n or len(values) < 2 * n + 1 or not consecutive(g.grid.index, n) or any(v is None or v < 0 for v in values):
        return {}
    seasons: dict[str, list[float]] = {}
    numbers = [v or 0.0 for v in values]
    for i in range(n // 2, len(numbers) - n // 2):
        trend = (sum(numbers[i - n // 2 : i + n // 2]) + sum(numbers[i - n // 2 + 1 : i + n // 2 + 1])) / (2 * n)
        if trend and not g.by_difference:
            seasons.setdefault(g.grid.index[i][5:], []).append(numbers[i] / trend - 1)
    return seasons


def consecutive(index: Sequence[str], season: int) -> bool:
    """True where no period is missing between the first and the last."""
    places = [int(label[:4]) * season + int(re.sub(r"\D", "", label[5:])) for label in index]
    return all(b - a == 1 for a, b in pairwise(places))


def seasonal(g: Ground, series: str | None) -> bool:
    means = [(sum(r) / len(r), r) for r in season_ratios(g, series).values()]
    return any(mean >= 0.06 and all(x > 0 for x in ratios) for mean, ratios in means)


def season_insights(g: Ground) -> list[Insight]:
    if g.by_difference:
        return _cycle(g)
    # Two years are too few for the trend to be taken away.
    if g.by_year and len(g.grid.index) <= 2 * g.season:
        return _beside(g)
    ratios = season_ratios(g, None)
    steady = {s: sum(r) / len(r) for s, r in ratios.items() if len(r) >= 2 and min(r) > 0.4 * sum(r) / len(r) > 0}
    high = max(steady, key=lambda s: steady[s], default=None)
    if not high or steady[high] < 0.05:
        return []
    n = g.season
    total = "table.sum(axis=1)" if g.adds and len(g.series) > 1 else f"table[{quoted(g.series[0])}]"
    if not g.adds and len(g.series) > 1:
        total = "table.mean(axis=1)"
    trend = f"{total}.rolling({n}).mean().rolling(2).mean().shift(-{n // 2})"
    code = f"(({total} / {trend} - 1) * 100).groupby(table.index.str[5:]).mean()[{quoted(high)}]"
    span = f"{g.grid.index[0]}..{g.grid.index[-1]}"
    fact = Fact(
        f"season_{high.lower()}",
        code,
        "size",
        f"{high} / {n}-period centred moving average − 1, mean over the years",
        span,
    )
    return [Insight("season", None, 0.42 + steady[high] * 1.6, {"season": high, "size": fact.id}, (fact,))]


def _cycle(g: Ground) -> list[Insight]:
    """The seasons that are highest and lowest in every year, each with its mean in the data's own unit."""
    ends = _extremes(g)
    if not ends:
        return []
    facts = tuple(_mean_of(g, season) for season in ends)
    high, low = ends
    return [Insight("cycle", None, 0.9, {"season": high, "other": low, "a": facts[0].id, "b": facts[1].id}, facts)]


def _beside(g: Ground) -> list[Insight]:
    """The mean of the busiest season beside that of the quietest, where each year agrees on them."""
    ends = _extremes(g)
    if not ends or any((v or 0) <= 0 for row in g.grid.data for v in row):
        return []
    high, low = ends
    # A month of 31 days alone holds a tenth more than one of 28.
    if _mean_value(g, high) < 1.2 * _mean_value(g, low):
        return []
    top, bottom = (_mean_of(g, season) for season in ends)
    names = {"season": high, "other": low, "a": top.id, "b": bottom.id}
    return [Insight("seasons", None, 0.6, names, (top, bottom))]


def _mean_value(g: Ground, season: str) -> float:
    values = [g.value(label, None) or 0 for label in g.grid.index if label[5:] == season]
    return sum(values) / len(values)


def _mean_of(g: Ground, season: str) -> Fact:
    """The fact of the mean of one season over the years."""
    code = f"table.{'sum' if g.adds else 'mean'}(axis=1).groupby(table.index.str[5:]).mean()[{quoted(season)}]"
    span = f"{g.grid.index[0]}..{g.grid.index[-1]}"
    return Fact(f"season_{season.lower()}", code, g.form, f"mean of {season} over the years", span)


def _extremes(g: Ground) -> tuple[str, str] | None:
    """The seasons with the highest and the lowest mean, where every year puts the one above the other."""
    n = g.season
    if not n or len(g.grid.index) < 2 * n or not consecutive(g.grid.index, n):
        return None
    by_season: dict[str, list[float]] = {}
    for label in g.grid.index:
        by_season.setdefault(label[5:], []).append(g.value(label, None) or 0)
    means = {season: sum(values) / len(values) for season, values in by_season.items()}
    high, low = max(means, key=lambda s: means[s]), min(means, key=lambda s: means[s])
    return (high, low) if min(by_season[high]) > max(by_season[low]) else None
