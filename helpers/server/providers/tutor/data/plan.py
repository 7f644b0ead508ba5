"""A plan: exactly what to compute from which table, and what to draw."""

from dataclasses import dataclass

from .tables import Table


@dataclass(frozen=True)
class Filter:
    """Rows to keep: `column` is a category or "period"; `values` are categories, or years or periods as text."""

    column: str
    values: tuple[str, ...]
    keep: bool = True


@dataclass(frozen=True)
class Plan:
    """What to compute: `measures` summed by `grain` and `groups`, then `derived` and `operation`, then drawn.

    `derived` is difference, ratio or margin of the two measures; `name` what the result is called.
    `totals` asks for the sum over the groups beside them; `contrast` for the difference of two categories; `focus`
    are categories that the question is about, though the others are needed too (a share).
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
    contrast: tuple[str, str] | None = None
    focus: tuple[str, ...] = ()


def series_names(plan: Plan, table: Table) -> list[str]:
    """The names of the lines or bars that the plan leads to, in their order."""
    if not plan.groups:
        return [plan.name] if plan.derived or len(plan.measures) == 1 else list(plan.measures)
    group = plan.groups[-1]
    values = list(table.values(group))
    if not (table.series and group == table.series_name):
        values.sort()
    for kept in plan.filters:
        if kept.column == group:
            values = [v for v in values if (v in kept.values) == kept.keep]
    return values
