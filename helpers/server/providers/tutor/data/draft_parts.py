"""What a draft of a plan asks of its sentence and its table, each answered by itself."""

import re
from collections.abc import Sequence
from dataclasses import replace

from .labels import NO_NAME
from .names import concept_of, core, find, named
from .picking import MINUS
from .plan import Filter
from .tables import Table
from .usual import usual_aggregate


def profit_line(table: Table, chosen: Sequence[Filter]) -> list[Filter]:
    """The line of an account that a question about losses is about."""
    for group in table.groups:
        lines = [value for value in table.values(group) if concept_of(value) == "profit"]
        if lines and not any(f.column == group for f in chosen):
            return [Filter(group, tuple(lines[-1:]))]
    return []


def whole_years(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """The filters with the years of their quarters in place of both halves, which are to be compared."""
    found = []
    for one in filters:
        years = tuple(dict.fromkeys(v[:4] for v in one.values if v[:4].isdigit()))
        if one.column == "period" and all("Q" in value for value in one.values):
            found += [Filter("period", years)] if years else []
        else:
            found.append(one)
    return tuple(found)


def in_year_of(filters: tuple[Filter, ...], before: tuple[Filter, ...]) -> tuple[Filter, ...]:
    """The filters of a follow-up ("And Q2?") with the one year that was spoken of, where they name none themselves."""
    years = {value[:4] for f in before if f.column == "period" and f.keep and not f.bound for value in f.values}
    year = next(iter(years)) if len(years) == 1 else ""
    if not year.isdigit():
        return filters
    return tuple(
        replace(f, values=tuple(f"{year}-{value.removeprefix('M')}" for value in f.values))
        if f.column == "period" and not f.bound and all(re.fullmatch(r"Q\d|M\d\d", value) for value in f.values)
        else f
        for f in filters
    )


def same_grain(values: Sequence[str]) -> str:
    """The grain of quarters, months or days with their years ("2023-12"); empty where they are of several."""
    forms = {r"\d{4}-Q\d": "quarter", r"\d{4}-\d{2}": "month", r"\d{4}-\d{2}-\d{2}": "day"}
    fitting = [grain for form, grain in forms.items() if all(re.fullmatch(form, value) for value in values)]
    return fitting[0] if fitting else ""


def table_ends(table: Table) -> str:
    """The last year that a look at the table has shown; "9999" where it shows none."""
    return max(years_shown(table), default="9999")


def years_shown(table: Table) -> set[str]:
    """The years that a look at the table has shown, also where they are written with two digits."""
    columns = [c for c in table.columns if table.periods and c.name.strip() in table.periods.columns]
    shown = [*table.period_columns, *(value for column in columns for value in column.values)]
    whole = {found[0] for value in shown if (found := re.search(r"(?:19|20)\d{2}", value))}
    short = {f"20{found[1]}" for value in shown if (found := re.search(r"(?<!\d)(\d{2})$", value.strip()))}
    return whole or short


def without_names(text: str, table: Table) -> str:
    """The sentence without the names of categories and measures, which may hold any word ("이용건수")."""
    for name in named(text, [value for group in table.groups for value in table.values(group)]):
        if len(name) > 2:
            text = re.sub(re.escape(name), " ", text, flags=re.I)
    for name in named(text, table.measures):
        if len(core(name)) > 2:
            text = re.sub(re.escape(core(name)), " # ", text, flags=re.I)
    return text


def contrast(
    text: str, groups: tuple[str, ...], filters: tuple[Filter, ...], derived: str | None
) -> tuple[str, str] | None:
    """The two categories whose difference is asked for: "the difference between Online and Shops"."""
    kept = [f for f in filters if f.keep and len(f.values) == 2 and groups and f.column == groups[-1]]
    asks = re.search(rf"차이|격차|difference|\bgap\b|差|{MINUS}", text, re.I)
    return (kept[0].values[0], kept[0].values[1]) if kept and asks and not derived else None


def adds_up(measures: Sequence[str], table: Table) -> bool:
    return usual_aggregate(measures, table, None) == "sum"


def single_out(
    groups: tuple[str, ...],
    filters: tuple[Filter, ...],
    measures: tuple[str, ...],
    name: str,
    table: Table,
) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """A category of which only one value is left does not group any more."""
    single = {f.column: f.values[0] for f in filters if f.column != "period" and f.keep and len(f.values) == 1}
    left = tuple(g for g in groups if g not in single)
    if table.series and table.series_name in single:
        one = single[table.series_name]
        return left, (one,), one if table.value_name in NO_NAME or find(one, name) >= 0 else f"{one} {name}"
    return left, measures, name
