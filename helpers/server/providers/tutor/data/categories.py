"""What is worth saying about a table without periods: who leads, by how much, and who is behind."""

from collections.abc import Callable, Sequence

from .facts import Fact, Insight
from .ground import Ground
from .periods import quoted
from .plan import Plan


def over_categories(g: Ground) -> list[Insight]:
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
    at = lambda name: Fact(order[name], cell(name), g.form, f"{g.label}: {name}", name)  # noqa: E731
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
    if bottom > 0 and top >= 1.15 * bottom and not g.by_difference:
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
    if not g.adds and g.overall is None:
        # A mean of means is the mean of nothing that was measured.
        return [*found, *_behind(g, high, low, at(high), at(low)), *_order([n for n, _ in pairs], at)]
    middle = total / len(pairs) if g.adds or g.overall is None else g.overall
    code = f"table[{quoted(column)}].mean()" if g.adds else overall_mean(g.plan)
    mean = Fact("mean", code, "number", f"{g.label}, mean", ", ".join(n for n, _ in pairs[:6]))
    above = [n for n, v in pairs if v > middle]
    count = Fact(
        "above",
        f"(table[{quoted(column)}] > {code}).sum()",
        "count",
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


def overall_mean(plan: Plan) -> str:
    """Python of the mean over all rows behind a table of means of categories; empty where there is none."""
    alone = len(plan.measures) == 1 and plan.derived is None and not plan.across
    means = plan.whole and plan.aggregate == "mean" and not plan.grain and bool(plan.groups)
    return f"df[{quoted(plan.measures[0])}].mean()" if alone and means else ""


def _order(names: Sequence[str], at: Callable[[str], Fact]) -> list[Insight]:
    """The first three in their order."""
    if len(names) < 3:
        return []
    facts = tuple(at(name) for name in names[:3])
    places = dict(zip(("a", "b", "c"), (fact.id for fact in facts), strict=True))
    return [Insight("order", None, 0.3, dict(zip(("one", "two", "three"), names[:3], strict=True)) | places, facts)]


def _behind(g: Ground, high: str, low: str, top: Fact, bottom: Fact) -> list[Insight]:
    """By how much the last lies below the first."""
    form = "points" if g.form == "share" else "number"
    size = Fact("high_less_low", f"{top.code} - {bottom.code}", form, f"{high} − {low}", f"{high}, {low}")
    names = {"other": high, "b": bottom.id, "a": top.id, "size": size.id}
    return [Insight("behind", low, 0.35, names, (bottom, top, size))]
