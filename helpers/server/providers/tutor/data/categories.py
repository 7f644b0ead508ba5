"""What is worth saying about a table without periods: who leads, by how much, and who is behind."""

from .facts import Fact, Insight
from .ground import Ground
from .periods import quoted


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
    mean = Fact(
        "mean", f"table[{quoted(column)}].mean()", "number", f"{g.label}, mean", ", ".join(n for n, _ in pairs[:6])
    )
    above = [n for n, v in pairs if v > total / len(pairs)]
    count = Fact(
        "above",
        f"(table[{quoted(column)}] > table[{quoted(column)}].mean()).sum()",
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
