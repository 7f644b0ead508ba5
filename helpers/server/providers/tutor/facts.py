"""What is worth saying about a table: candidates found in its numbers, each with the facts that its sentence needs.

A fact is one line of pandas that the code interpreter evaluates, so that every number in a sentence has a value, a
formula and the rows it comes from. Nothing is said here; `phrases` has the words.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

from .computing import Grid, listed, prepare_lines, table_lines
from .names import concept_of
from .periods import quoted
from .plans import Plan, core_name, plan_for
from .reading import marked
from .tables import Table
from .wishes import wish_in


@dataclass(frozen=True)
class Fact:
    """One number: the Python that computes it, how it is written (number, percent, size, share, points, times)."""

    id: str
    code: str
    form: str
    formula: str
    rows: str


@dataclass(frozen=True)
class Insight:
    """Something true about the table. `strength` ranks it; `names` are the words of its sentence, `facts` its numbers."""

    kind: str
    series: str | None
    strength: float
    names: dict[str, str]
    facts: tuple[Fact, ...] = field(default=())


def base_plan(plan: Plan | None, table: Table, language: str) -> Plan | None:
    """The plan whose plain table the insights are about: what was analysed last, else the obvious view of the file."""
    if plan is None or plan.operation in ("correlation", "distribution", "outliers"):
        words = {"ko": "추이 그래프", "en": "trend chart", "zh": "趋势图表"}[language]
        fresh = plan_for(wish_in(words), table, None, language)
        if fresh is None:
            return None
        groups = fresh.groups or tuple(g for g in table.groups if 2 <= len(table.values(g)) <= 12)[:1]
        plan = replace(fresh, groups=groups)
    if not plan.grain and not plan.groups and len(plan.measures) == 1:
        plan = replace(plan, groups=table.groups[:1])
    return replace(
        plan, operation=None, ranks=False, limit=None, chart=None, colors=(), title=None, totals=False, lag=1
    )


class Ground:
    """A table's numbers with the comparisons that are fair for it: full years where there are any, else periods."""

    def __init__(self, plan: Plan, grid: Grid, language: str, known: Table) -> None:
        self.plan, self.grid, self.language = plan, grid, language
        self.season = {"quarter": 4, "month": 12}.get(plan.grain or "", 0) if _dated(grid) else 0
        self.adds = plan.aggregate in ("sum", "count") and plan.derived in (None, "difference")
        one = not plan.groups and len(grid.columns) == 1
        self.label = (
            core_name(plan.name) if plan.aggregate != "count" else {"ko": "건수", "en": "count", "zh": "数量"}[language]
        )
        self.series = list(grid.columns)
        self.single = one
        self.table = known

    @cached_property
    def ids(self) -> dict[str, str]:
        """A short ASCII name for each series, for the IDs of its facts."""
        plain = {s: re.sub(r"[^a-z0-9]+", "_", s.lower()).strip("_") if s.isascii() else "" for s in self.series}
        return {
            s: plain[s] if plain[s] and list(plain.values()).count(plain[s]) == 1 else f"s{n}"
            for n, s in enumerate(self.series, 1)
        }

    @cached_property
    def years(self) -> list[str]:
        """Years in which every period is there, for every series."""
        if not self.season or self.plan.derived in ("ratio", "margin", "percent"):
            return []
        found: dict[str, int] = {}
        for label, row in zip(self.grid.index, self.grid.data, strict=True):
            found[label[:4]] = found.get(label[:4], 0) + all(value is not None for value in row)
        return [year for year, count in found.items() if count == self.season]

    @property
    def by_year(self) -> bool:
        """True where whole years are compared."""
        return len(self.years) >= 2

    @property
    def labels(self) -> list[str]:
        """What is compared: full years, or the periods themselves."""
        return self.years if self.by_year else list(self.grid.index)

    @cached_property
    def ends(self) -> tuple[str, str]:
        """The first and the last label that are compared; of single periods, such as fall in the same season."""
        labels = self.labels
        if self.by_year or not self.season or len(labels) <= self.season:
            return labels[0], labels[-1]
        return labels[(len(labels) - 1) % self.season], labels[-1]

    def value(self, label: str, series: str | None) -> float | None:
        """The number that is compared; `series` None is the sum over all of them."""
        rows = [row for name, row in zip(self.grid.index, self.grid.data, strict=True) if name[: len(label)] == label]
        picked = [sum(v or 0 for v in row) if series is None else row[self.series.index(series)] for row in rows]
        numbers = [v for v in picked if v is not None]
        if not numbers:
            return None
        return sum(numbers) / (1 if self.adds else len(numbers))

    def code(self, label: str, series: str | None) -> str:
        """The pandas expression of `value`."""
        frame = "yearly" if self.by_year and label in self.years else "table"
        return (
            f"{frame}.loc[{quoted(label)}].sum()"
            if series is None
            else f"{frame}.loc[{quoted(label)}, {quoted(series)}]"
        )

    def rows(self, label: str, series: str | None) -> str:
        """In words, the rows behind a value."""
        inside = [name for name in self.grid.index if name[: len(label)] == label]
        span = inside[0] if len(inside) == 1 else f"{inside[0]}..{inside[-1]}" if inside else label
        everything = {"ko": "전체", "en": "all", "zh": "全部"}[self.language]
        return f"{span}, {series or everything}"

    def named(self, series: str | None) -> str:
        """How a sentence calls a series: its name, or what is measured where there is only one."""
        return self.label if self.single or series is None else core_name(series)

    def fact(self, name: str, code: str, form: str, formula: str, rows: str) -> Fact:
        return Fact(name, code, form, formula, rows)

    def at(self, label: str, series: str | None) -> Fact:
        """The fact of one value."""
        key = f"{self.ids.get(series or '', 'total')}_{label.replace('-', '_')}"
        how = {"ko": "합계" if self.adds else "값", "en": "sum" if self.adds else "value", "zh": "合计"}[self.language]
        return Fact(
            key,
            self.code(label, series),
            "number",
            f"{self.label} {how}: {label}, {self.named(series)}",
            self.rows(label, series),
        )

    def change(self, start: str, end: str, series: str | None, form: str = "percent") -> Fact:
        """The fact of a relative change: `percent` with its sign, `size` without, `times` as a multiple."""
        key = f"{self.ids.get(series or '', 'total')}_{form}_{start.replace('-', '_')}_{end.replace('-', '_')}"
        a, b = self.code(start, series), self.code(end, series)
        code = f"{b} / {a}" if form == "times" else f"({b} / {a} - 1) * 100"
        formula = f"{end} / {start}" if form == "times" else f"({end} / {start} − 1) × 100"
        return Fact(
            key, code, form, f"{formula}, {self.named(series)}", f"{self.rows(start, series)}; {self.rows(end, series)}"
        )

    def share(self, label: str, series: str) -> Fact:
        """The fact of a share in percent."""
        key = f"{self.ids[series]}_share_{label.replace('-', '_')}"
        total = self.code(label, None)
        return Fact(
            key,
            f"{self.code(label, series)} / {total} * 100",
            "share",
            f"{self.named(series)} / {self.label} × 100, {label}",
            self.rows(label, None),
        )


def _dated(grid: Grid) -> bool:
    return all(re.match(r"\d{4}-", name) for name in grid.index)


def candidates(ground: Ground) -> list[Insight]:
    """Everything worth saying, strongest first, with different kinds and series near the top."""
    if not ground.plan.grain:
        found = _over_categories(ground)
    elif len(ground.grid.index) < 2:
        found = []
    else:
        found = [
            *_trends(ground),
            *_turns(ground),
            *_shares(ground),
            *_overtakings(ground),
            *_seasons(ground),
            *_outliers(ground),
        ]
        found += _peaks(ground) + _gaps(ground) + _totals(ground)
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
        if a is not None and b is not None and a > 0 and b >= 0 and start != end
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
    return found


def _turns(g: Ground) -> list[Insight]:
    found = []
    for series in g.series:
        steady = not _seasonal(g, series)
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
            if fall < 0.2 * scale or back < 0.15 * extreme:
                continue
            first, turn, last = points[values.index(before)][0], points[place][0], points[-1][0]
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
            facts = (_period_fact(g, last, a), _period_fact(g, last, b), times)
            names = {"other": core_name(b), "when": index[place], "last": last}
            names |= {"a": facts[0].id, "b": facts[1].id, "times": times.id}
            dethroned = pairs[-1][0] == max(v or 0 for v in now) and pairs[0][1] == max(v or 0 for v in then)
            found.append(Insight("overtakes", a, 0.35 + 0.4 * dethroned + 0.3 * place / len(index), names, facts))
    return found


def _period_fact(g: Ground, label: str, series: str) -> Fact:
    key = f"{g.ids[series]}_{label.replace('-', '_')}"
    return Fact(
        key,
        f"table.loc[{quoted(label)}, {quoted(series)}]",
        "number",
        f"{g.label}: {label}, {series}",
        f"{label}, {series}",
    )


def _ratios(g: Ground, series: str | None) -> dict[str, list[float]]:
    """For each season, how far its values lie from the centred moving average, as a share of it."""
    values = [g.value(label, series) for label in g.grid.index]
    n = g.season
    if not n or len(values) < 2 * n + 1 or any(v is None or v < 0 for v in values):
        return {}
    seasons: dict[str, list[float]] = {}
    numbers = [v or 0.0 for v in values]
    for i in range(n // 2, len(numbers) - n // 2):
        trend = (sum(numbers[i - n // 2 : i + n // 2]) + sum(numbers[i - n // 2 + 1 : i + n // 2 + 1])) / (2 * n)
        if trend:
            seasons.setdefault(g.grid.index[i][5:], []).append(numbers[i] / trend - 1)
    return seasons


def _seasonal(g: Ground, series: str | None) -> bool:
    means = [(sum(r) / len(r), r) for r in _ratios(g, series).values()]
    return any(mean >= 0.06 and all(x > 0 for x in ratios) for mean, ratios in means)


def _seasons(g: Ground) -> list[Insight]:
    ratios = _ratios(g, None)
    steady = {
        s: sum(r) / len(r)
        for s, r in ratios.items()
        if len(r) >= 2 and (all(x > 0 for x in r) or all(x < 0 for x in r))
    }
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


def _outliers(g: Ground) -> list[Insight]:
    found = []
    for series in g.series:
        values = g.grid.column(series)
        if len(values) < 8 or any(v is None or v <= 0 for v in values) or _seasonal(g, series):
            continue
        for i in range(1, len(values) - 1):
            near = ((values[i - 1] or 0) + (values[i + 1] or 0)) / 2
            others = [abs((b or 0) - (a or 0)) for a, b in pairwise(values)]
            usual = sorted(others)[len(others) // 2] or 1
            gap = (values[i] or 0) - near
            if abs(gap) > 0.35 * near and abs(gap) > 5 * usual:
                label = g.grid.index[i]
                before, after = g.grid.index[i - 1], g.grid.index[i + 1]
                mean = f"(table.loc[{quoted(before)}, {quoted(series)}] + table.loc[{quoted(after)}, {quoted(series)}]) / 2"
                value = _period_fact(g, label, series)
                usual_fact = Fact(
                    f"{value.id}_neighbours",
                    mean,
                    "number",
                    f"mean of {before} and {after}, {series}",
                    f"{before}, {after}",
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
        facts = (_period_fact(g, best[0], series), _period_fact(g, worst[0], series))
        names = {"high": best[0], "low": worst[0], "a": facts[0].id, "b": facts[1].id}
        found.append(Insight("range", series, 0.12, names, facts))
    return found


def _gaps(g: Ground) -> list[Insight]:
    end = g.ends[1]
    values = {s: v for s in g.series if (v := g.value(end, s)) is not None and v > 0}
    if len(values) < 2 or not g.plan.groups:
        return []
    high, low = max(values, key=lambda s: values[s]), min(values, key=lambda s: values[s])
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


def _over_categories(g: Ground) -> list[Insight]:
    """Candidates of a table without periods: categories down, one value across (the first column)."""
    column = g.series[0]
    pairs = sorted(
        ((n, row[0]) for n, row in zip(g.grid.index, g.grid.data, strict=True) if row[0] is not None),
        key=lambda p: -p[1],
    )
    if len(pairs) < 2:
        return []
    cell = lambda name: f"table.loc[{quoted(name)}, {quoted(column)}]"  # noqa: E731
    (high, top), (low, bottom) = pairs[0], pairs[-1]
    order = {name: f"c{n}" for n, name in enumerate(g.grid.index, 1)}
    at = lambda name: Fact(order[name], cell(name), "number", f"{g.label}: {name}", name)  # noqa: E731
    found = []
    total = sum(v for _, v in pairs)
    if g.adds and bottom >= 0 and total > 0:
        share = Fact(
            f"{order[high]}_share",
            f"{cell(high)} / table[{quoted(column)}].sum() * 100",
            "share",
            f"{high} / {g.label} × 100",
            high,
        )
        found.append(Insight("lead", high, 0.6 + top / total, {"a": order[high], "share": share.id}, (at(high), share)))
        if len(pairs) > 3:
            two = f"{cell(high)} + {cell(pairs[1][0])}"
            both = Fact(
                "top_two_share",
                f"({two}) / table[{quoted(column)}].sum() * 100",
                "share",
                f"({high} + {pairs[1][0]}) / {g.label} × 100",
                f"{high}, {pairs[1][0]}",
            )
            found.append(Insight("top_two", None, 0.55, {"one": high, "two": pairs[1][0], "share": both.id}, (both,)))
    if bottom > 0 and top > bottom:
        times = Fact("high_to_low", f"{cell(high)} / {cell(low)}", "times", f"{high} / {low}", f"{high}, {low}")
        found.append(
            Insight(
                "gap",
                high,
                0.5 + 0.05 * min(top / bottom, 5),
                {"other": low, "end": "", "a": order[high], "b": order[low], "times": times.id},
                (at(high), at(low), times),
            )
        )
    mean = Fact(
        "mean", f"table[{quoted(column)}].mean()", "number", f"{g.label}, mean", ", ".join(n for n, _ in pairs[:6])
    )
    above = [n for n, v in pairs if v > total / len(pairs)]
    count = Fact(
        "above",
        f"(table[{quoted(column)}] > table[{quoted(column)}].mean()).sum()",
        "number",
        f"{g.label} > mean",
        ", ".join(above[:6]),
    )
    found.append(
        Insight(
            "above",
            None,
            0.3,
            {"mean": mean.id, "count": count.id, "of": str(len(pairs)), "which": ", ".join(above[:3])},
            (mean, count),
        )
    )
    found.append(Insight("last", low, 0.35, {"b": order[low], "mean": mean.id}, (at(low), mean)))
    return found


def _negative(g: Ground) -> bool:
    return any(v is not None and v < 0 for row in g.grid.data for v in row)


def fact_lines(facts: Sequence[Fact], ground: Ground, language: str) -> list[str]:
    """Python that leaves the facts in `facts`: id -> value, text, formula, rows, unit."""
    unique = list({f.id: f for f in facts}.values())
    forms = {
        "number": '"{:,.0f}" if abs(value) >= 100 or value == round(value) else "{:,.1f}"',
        "percent": '"{:+,.1f}%"',
        "size": '"{:,.1f}%"',
        "share": '"{:.1f}%"',
        "times": {"ko": '"{:.1f}배"', "en": '"{:.1f} times"', "zh": '"{:.1f}倍"'}[language],
    }
    used = [form for form in forms if any(f.form == form for f in unique)]
    comment = {
        "ko": "# 사실: 값, 쓰는 꼴, 식, 근거가 된 행",
        "en": "# Facts: value, how it is written, formula, rows",
        "zh": "# 事实：数值、写法、公式、所用的行",
    }[language]
    lines = []
    if ground.by_year:
        lines.append(f"yearly = table.groupby(table.index.str[:4]).{'sum' if ground.adds else 'mean'}()")
    lines += ["", "", "def fact(value, form, formula, rows):", "    value = float(value)"]
    for form in used:
        shown = "abs(value)" if form == "size" else "value"
        lines += [
            f'    if form == "{form}":',
            f"        text = ({forms[form]}).format({shown})"
            if "if" in forms[form]
            else f"        text = {forms[form]}.format({shown})",
        ]
    lines.append(
        '    return {"value": value, "text": text.replace("-", "−"), "formula": formula, "rows": rows, "unit": None}'
    )
    lines += ["", "", comment, "facts = {"]
    for f in unique:
        lines.append(f"    {quoted(f.id)}: fact({f.code}, {quoted(f.form)}, {quoted(f.formula)}, {quoted(f.rows)}),")
    return [*lines, "}"]


def facts_code(plan: Plan, table: Table, ground: Ground, facts: Sequence[Fact], language: str) -> str:
    """The whole code that computes facts and prints them behind FACTS:."""
    lines = ["import json", "", "import pandas as pd", "", *prepare_lines(plan, table, language), ""]
    lines += [*table_lines(plan, table, language), *fact_lines(facts, ground, language)]
    lines += ["for name, fact in facts.items():", '    print(name, "=", fact["text"])']
    lines.append('print("FACTS:", json.dumps(facts, ensure_ascii=False))')
    return "\n".join(lines) + "\n"


def facts_in(logs: str) -> dict[str, dict[str, Any]] | None:
    """The facts that the code has printed, or None."""
    found = marked(logs, "FACTS:")
    return found if isinstance(found, dict) else None


def texts(facts: dict[str, dict[str, Any]]) -> dict[str, str]:
    """How each fact is written."""
    return {name: fact["text"] for name, fact in facts.items()}


def is_business(label: str) -> bool:
    """True where more of it is better for a firm: revenue, profit, customers."""
    return concept_of(label) in ("revenue", "profit", "quantity", "customers", "orders", "visitors", "margin")


__all__ = [
    "Fact",
    "Ground",
    "Insight",
    "base_plan",
    "candidates",
    "fact_lines",
    "facts_code",
    "facts_in",
    "is_business",
    "json",
    "listed",
    "texts",
]
