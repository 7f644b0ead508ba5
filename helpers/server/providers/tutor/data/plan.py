"""A plan: exactly what to compute from which table, and what to draw."""

from dataclasses import dataclass

from .tables import Table

# Operations that take the periods together: their result has categories down and no periods.
GROWTH_OVERALL = ("overall growth", "cagr")
WITHOUT_PERIODS = (*GROWTH_OVERALL, "average")


@dataclass(frozen=True)
class Filter:
    """Rows to keep: `column` is a category or "period"; `values` are categories, or years or periods as text.

    `bound` (>=, >, <=, <) makes the one period the first or the last of those that are kept.
    """

    column: str
    values: tuple[str, ...]
    keep: bool = True
    bound: str = ""


@dataclass(frozen=True)
class Plan:
    """What to compute: `measures` summed by `grain` and `groups`, then `derived` and `operation`, then drawn.

    `derived` is difference, ratio or margin of the two measures, or is made within each row (rowsum, rowmean, product,
    rate); `name` what the result is called.
    `crowded` says that there are more categories than a chart can show: only the largest are drawn.
    `totals` asks for the sum over the groups beside them; `contrast` for the difference of two categories; `focus`
    are categories that the question is about, though the others are needed too (a share). `threshold` keeps the
    results that meet it; `by_size` ranks differences without their sign; `across` sets the measures side by side as
    if they were categories (subjects of an exam). `beside` shows the two measures of a difference beside it. `nth` is
    the place in a ranking that is asked for; `lag` also the width of a moving average or the periods that a trend is
    drawn out by, `until` the year that it is drawn out to. `moment`
    says how what is counted at a moment is taken over time: "end" or "mean", empty for what adds up.
    `supposed` multiplies a column before anything is computed ("if costs fell by 10%"). `whole`
    leaves out a first and a last period of which the file holds only some days.
    """

    measures: tuple[str, ...]
    name: str
    aggregate: str = "sum"
    derived: str | None = None
    grain: str | None = None
    groups: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    operation: str | None = None
    lag: int = 1
    ranks: bool = False
    ascending: bool = True
    limit: int | None = None
    chart: str | None = None
    colors: tuple[tuple[str, str], ...] = ()
    title: str | None = None
    totals: bool = False
    crowded: bool = False
    contrast: tuple[str, str] | None = None
    focus: tuple[str, ...] = ()
    threshold: tuple[str, float] | None = None
    by_size: bool = False
    across: bool = False
    beside: bool = False
    nth: int | None = None
    until: str = ""
    moment: str = ""
    supposed: tuple[str, float] | None = None
    whole: bool = False


def series_names(plan: Plan, table: Table) -> list[str]:
    """The names of the lines or bars that the plan leads to, in the order in which the file first names them."""
    if not plan.groups:
        return [plan.name] if plan.derived and not plan.across else list(plan.measures)
    group = plan.groups[-1]
    values = list(table.values(group))
    for kept in plan.filters:
        if kept.column == group:
            values = [v for v in values if (v in kept.values) == kept.keep]
    return values
