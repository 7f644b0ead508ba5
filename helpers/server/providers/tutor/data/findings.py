"""What is worth saying about a table: candidates found in its numbers, each with the facts its sentence needs.

Nothing is said here; `phrases` has the words.
"""

from collections.abc import Sequence
from itertools import pairwise

from .categories import over_categories
from .facts import Fact, Insight
from .ground import Ground
from .names import core_name
from .periods import quoted
from .rhythm import rhythm_insights
from .seasons import season_insights, seasonal
from .single_course import course_insights


def candidates(ground: Ground) -> list[Insight]:
    """Everything worth saying, strongest first, with different kinds and series near the top."""
    if ground.found is None:
        ground.found = _search(ground)
    return ground.found


def _search(ground: Ground) -> list[Insight]:
    if not ground.plan.grain:
        found = over_categories(ground)
    elif len(ground.grid.index) < 2:
        found = []
    else:
        found = [
            *_trends(ground),
            *_crossings(ground),
            *_turns(ground),
            *_shares(ground),
            *_overtakings(ground),
            *season_insights(ground),
            *_outliers(ground),
        ]
        found += _peaks(ground) + _gaps(ground) + _totals(ground)
        found += rhythm_insights(ground) + course_insights(ground)
    ordered: list[Insight] = []
    while found:
        kinds = [i.kind for i in ordered]
        series = [i.series for i in ordered]
        best = max(found, key=lambda i: i.strength * 0.45 ** kinds.count(i.kind) * 0.6 ** series.count(i.series))
        ordered.append(best)
        found.remove(best)
    return ordered


def _trends(g: Ground) -> list[Insight]:
    start, end = g.ends
    moves = {s: (g.value(start, s), g.value(end, s)) for s in g.series}
    known = {
        s: (a, b)
        for s, (a, b) in moves.items()
        if a is not None and b is not None and a > 0 and b >= 0 and start != end and not g.by_difference
    }
    whole = sum(abs(b - a) for a, b in known.values()) or 1
    found = []
    for series, (a, b) in known.items():
        change = b / a - 1
        if abs(change) < 0.03:
            continue
        weight = abs(b - a) / whole if len(known) > 1 else 1
        strength = min(abs(change), 2) * 0.35 + weight * 0.7
        facts = (
            g.at(start, series),
            g.at(end, series),
            g.change(start, end, series, "size"),
            g.change(start, end, series),
        )
        names = {
            "start": start,
            "end": end,
            "a": facts[0].id,
            "b": facts[1].id,
            "size": facts[2].id,
            "change": facts[3].id,
        }
        found.append(Insight("rise" if change > 0 else "fall", series, strength, names, facts))
    return found + [i for s, (a, b) in moves.items() if s not in known and (i := _gain(g, s, a, b))]


def _gain(g: Ground, series: str, a: float | None, b: float | None) -> Insight | None:
    """A change in its own unit, where a percentage would mean nothing: from a loss to a gain, or of degrees."""
    start, end = g.ends
    values = [v for v in g.grid.column(series) if v is not None]
    spread = max(values) - min(values) if values else 0
    if a is None or b is None or start == end or abs(b - a) < 0.05 * spread:
        return None
    code = f"abs({g.code(end, series)} - {g.code(start, series)})"
    rows = f"{g.rows(start, series)}; {g.rows(end, series)}"
    form = "points" if g.form == "share" else "number"
    gain = Fact(f"{g.ids[series]}_moved", code, form, f"|{end} − {start}|, {g.named(series)}", rows)
    facts = (g.at(start, series), g.at(end, series), gain)
    names = {"start": start, "end": end, "a": facts[0].id, "b": facts[1].id, "size": gain.id}
    return Insight("gain" if b > a else "loss", series, 0.4 + 0.5 * abs(b - a) / (spread or 1), names, facts)


def _crossings(g: Ground) -> list[Insight]:
    """Where a loss became a gain, or a gain a loss, for good."""
    found = []
    for series in g.series:
        values = g.grid.column(series)
        if len(values) < 3 or any(v is None for v in values) or g.by_difference:
            continue
        above = [(v or 0) > 0 for v in values]
        if above[0] == above[-1]:
            continue
        place = len(above) - next(i for i, side in enumerate(reversed(above)) if side != above[-1])
        when, last = g.grid.index[place], g.grid.index[-1]
        facts = (g.of_period(g.grid.index[0], series), g.of_period(last, series))
        names = {"first": g.grid.index[0], "when": when, "last": last, "a": facts[0].id, "b": facts[1].id}
        found.append(Insight("positive" if above[-1] else "negative", series, 1.1, names, facts))
    return found


def _turns(g: Ground) -> list[Insight]:
    found = []
    for series in g.series:
        steady = not seasonal(g, series)
        labels = list(g.grid.index) if steady else g.labels
        points = [(label, v) for label in labels if (v := g.value(label, series)) is not None]
        if len(points) < 4 or min(v for _, v in points) < 0 or (not steady and not g.by_year):
            continue
        values = [v for _, v in points]
        for kind, pick in (("trough", min), ("peak", max)):
            extreme = pick(values)
            place = values.index(extreme)
            if not 0 < place < len(values) - 1 or not extreme:
                continue
            before = (max if kind == "trough" else min)(values[:place])
            after = values[-1]
            fall, back = (
                (before - extreme, after - extreme) if kind == "trough" else (extreme - before, extreme - after)
            )
            scale = before if kind == "trough" else extreme
            start = values.index(before)
            least = 2 if steady else 1
            if place - start < least or len(values) - 1 - place < least:
                continue
            if fall < 0.2 * scale or back < 0.15 * extreme:
                continue
            if not _goes_one_way(values[start : place + 1]) or not _goes_one_way(values[place:]):
                continue
            first, turn, last = points[start][0], points[place][0], points[-1][0]
            facts = (g.at(first, series), g.at(turn, series), g.at(last, series), g.change(turn, last, series, "size"))
            names = {
                "first": first,
                "turn": turn,
                "last": last,
                "a": facts[0].id,
                "b": facts[1].id,
                "c": facts[2].id,
                "size": facts[3].id,
            }
            found.append(
                Insight(kind, series, 0.5 + 0.5 * min(fall / scale, 1) + 0.2 * min(back / extreme, 1), names, facts)
            )
    return found


def _goes_one_way(values: Sequence[float]) -> bool:
    """True where most of the way leads to the end, which a jumble of ups and downs does not do."""
    steps = [b - a for a, b in pairwise(values)]
    return abs(sum(steps)) >= 0.5 * sum(abs(step) for step in steps)


def _shares(g: Ground) -> list[Insight]:
    start, end = g.ends
    a, b = g.value(start, None), g.value(end, None)
    if len(g.series) < 2 or not g.adds or not g.plan.groups or not a or not b or start == end or _negative(g):
        return []
    found = []
    for series in g.series:
        x, y = g.value(start, series), g.value(end, series)
        if x is None or y is None or abs(shift := y / b - x / a) < 0.04:
            continue
        facts = (g.share(start, series), g.share(end, series))
        names = {"start": start, "end": end, "a": facts[0].id, "b": facts[1].id}
        found.append(Insight("share_up" if shift > 0 else "share_down", series, 0.3 + abs(shift) * 2.2, names, facts))
    return found


def _overtakings(g: Ground) -> list[Insight]:
    found = []
    index = list(g.grid.index)
    for a in g.series:
        for b in g.series:
            pairs = list(zip(g.grid.column(a), g.grid.column(b), strict=True)) if a != b else []
            if not pairs or any(x is None or y is None for x, y in pairs):
                continue
            ahead = [x > y for x, y in pairs]  # type: ignore[operator]
            if not ahead[-1] or ahead[0] or len(ahead) < 4:
                continue
            place = len(ahead) - next(i for i, lead in enumerate(reversed(ahead)) if not lead)
            if place > len(ahead) - 2 or sum(ahead[:place]) > 0.25 * place or (pairs[-1][1] or 0) <= 0:
                continue
            last = index[-1]
            last = index[-1]
            now, then = g.grid.data[-1], g.grid.data[0]
            ratio = f"table.loc[{quoted(last)}, {quoted(a)}] / table.loc[{quoted(last)}, {quoted(b)}]"
            times = Fact(f"{g.ids[a]}_to_{g.ids[b]}", ratio, "times", f"{a} / {b}, {last}", last)
            facts = (g.of_period(last, a), g.of_period(last, b), times)
            names = {"other": core_name(b), "when": index[place], "last": last}
            names |= {"a": facts[0].id, "b": facts[1].id, "times": times.id}
            dethroned = pairs[-1][0] == max(v or 0 for v in now) and pairs[0][1] == max(v or 0 for v in then)
            found.append(Insight("overtakes", a, 0.35 + 0.4 * dethroned + 0.3 * place / len(index), names, facts))
    return found


def _outliers(g: Ground) -> list[Insight]:
    found = []
    for series in g.series:
        values = g.grid.column(series)
        if len(values) < 8 or any(v is None or v <= 0 for v in values) or seasonal(g, series):
            continue
        for i in range(1, len(values) - 1):
            near = ((values[i - 1] or 0) + (values[i + 1] or 0)) / 2
            others = [abs((b or 0) - (a or 0)) for a, b in pairwise(values)]
            usual = sorted(others)[len(others) // 2] or 1
            gap = (values[i] or 0) - near
            before, after = values[i - 1] or 0, values[i + 1] or 0
            alone = all(abs((values[i] or 0) - side) > 0.25 * side for side in (before, after))
            if alone and abs(gap) > 0.35 * near and abs(gap) > 5 * usual:
                label = g.grid.index[i]
                left, right = g.grid.index[i - 1], g.grid.index[i + 1]
                mean = (
                    f"(table.loc[{quoted(left)}, {quoted(series)}] + table.loc[{quoted(right)}, {quoted(series)}]) / 2"
                )
                value = g.of_period(label, series)
                usual_fact = Fact(
                    f"{value.id}_neighbours",
                    mean,
                    "number",
                    f"mean of {left} and {right}, {series}",
                    f"{left}, {right}",
                )
                names = {"when": label, "a": value.id, "b": usual_fact.id, "up": "1" if gap > 0 else ""}
                found.append(
                    Insight("outlier", series, 0.75 + min(abs(gap) / near, 2) * 0.2, names, (value, usual_fact))
                )
    return found


def _peaks(g: Ground) -> list[Insight]:
    found = []
    for series in g.series:
        pairs = [(label, v) for label, v in zip(g.grid.index, g.grid.column(series), strict=True) if v is not None]
        if len(pairs) < 3:
            continue
        best, worst = max(pairs, key=lambda p: p[1]), min(pairs, key=lambda p: p[1])
        facts = (g.of_period(best[0], series), g.of_period(worst[0], series))
        names = {"high": best[0], "low": worst[0], "a": facts[0].id, "b": facts[1].id}
        found.append(Insight("range", series, 0.12, names, facts))
    return found


def _gaps(g: Ground) -> list[Insight]:
    end = g.ends[1]
    values = {s: v for s in g.series if (v := g.value(end, s)) is not None and v > 0}
    if len(values) < 2 or not g.plan.groups or g.by_difference or g.mixed:
        return []
    high, low = max(values, key=lambda s: values[s]), min(values, key=lambda s: values[s])
    if values[high] < 1.15 * values[low]:
        return []
    facts = (
        g.at(end, high),
        g.at(end, low),
        Fact(
            f"{g.ids[high]}_to_{g.ids[low]}_{end.replace('-', '_')}",
            f"{g.code(end, high)} / {g.code(end, low)}",
            "times",
            f"{high} / {low}, {end}",
            end,
        ),
    )
    names = {"other": core_name(low), "end": end, "a": facts[0].id, "b": facts[1].id, "times": facts[2].id}
    return [Insight("gap", high, 0.2 + 0.1 * min(values[high] / values[low], 5), names, facts)]


def _totals(g: Ground) -> list[Insight]:
    start, end = g.ends
    a, b = g.value(start, None), g.value(end, None)
    if (
        g.single
        or not g.adds
        or not g.plan.groups
        or not a
        or b is None
        or a <= 0
        or start == end
        or abs(b / a - 1) < 0.03
    ):
        return []
    facts = (g.at(start, None), g.at(end, None), g.change(start, end, None, "size"), g.change(start, end, None))
    names = {"start": start, "end": end, "a": facts[0].id, "b": facts[1].id, "size": facts[2].id, "change": facts[3].id}
    return [Insight("total_rise" if b > a else "total_fall", None, 0.35 + min(abs(b / a - 1), 1) * 0.2, names, facts)]


def _negative(g: Ground) -> bool:
    return any(v is not None and v < 0 for row in g.grid.data for v in row)
