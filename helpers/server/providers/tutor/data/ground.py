"""A table's numbers, with the comparisons that are fair for it: full years where there are any, else its periods."""

import re
from dataclasses import replace
from functools import cached_property

from .facts import Fact, Insight
from .grids import Grid, numbers
from .names import concept_of, core_name
from .periods import quoted
from .plan import Plan
from .planning import plan_for
from .reading import marked
from .tables import Table
from .usual import only_describes, parallel_measures
from .wishes import wish_in


def base_plan(plan: Plan | None, table: Table, language: str) -> Plan | None:
    """The plan whose plain table the insights are about: what was analysed last, else the obvious view of the file."""
    one_number = plan is not None and not plan.grain and not plan.groups and not plan.chart
    if plan is None or one_number or plan.operation in ("correlation", "distribution", "outliers"):
        words = {"ko": "추이 그래프", "en": "trend chart", "zh": "趋势图表"}[language]
        if table.periods is None and len(parallel_measures(_ITEMS[language], table)) > 1:
            words = _ITEMS[language]
        fresh = plan_for(wish_in(words), table, None, language)
        if fresh is None:
            return None
        fitting = [g for g in table.groups if 2 <= len(table.values(g)) <= 12]
        if not table.series and not table.period_columns and _says_nothing(table):
            answers = [g for g in fitting if _ANSWERS.search(g)]
            fresh = replace(fresh, aggregate="count", groups=tuple((answers or fitting)[:1]), moment="")
        if fitting and fresh.aggregate == "mean" and _only_dates_things(table):
            fresh = replace(fresh, grain=None, groups=tuple(fitting[:1]))
        plan = fresh if fresh.across else replace(fresh, groups=fresh.groups or tuple(fitting[:1]))
    if not plan.grain and not plan.groups and len(plan.measures) == 1 and not plan.across:
        plan = replace(plan, groups=table.groups[:1])
    return replace(
        plan,
        operation=None,
        ranks=False,
        threshold=None,
        beside=False,
        by_size=False,
        limit=None,
        chart=None,
        colors=(),
        title=None,
        totals=False,
        lag=1,
        whole=True,
    )


# What marks are worth insights by.
_ITEMS = {"ko": "항목별 평균 점수", "en": "average score of each item", "zh": "各项平均分"}
# Columns of answers, of which it is worth saying how many gave which.
_ANSWERS = re.compile(r"만족|의향|응답|평가|추천|동의|rating|satisf|answer|agree|recommend|opinion|满意|评价", re.I)


# Dates that belong to a thing and are no time at which it was measured.
_OF_THINGS = re.compile(
    r"입사|생년|생일|출생|설립|개업|등록일|가입일|준공|birth|hire|join|found|opened|built|入职|出生|成立", re.I
)


def _only_dates_things(table: Table) -> bool:
    """True for a list of people or houses whose only dates are those of their beginning."""
    return table.periods is not None and bool(_OF_THINGS.search(table.periods.columns[0]))


def _says_nothing(table: Table) -> bool:
    """True for a table whose numbers only describe its rows, so that the rows themselves are counted."""
    return bool(table.measures) and all(only_describes(name, table) for name in table.measures)


class Ground:
    """A table's numbers with the comparisons that are fair for it: full years where there are any, else periods.

    `logs` are those of the code that computed it: `weekdays` holds the mean of each day of the week (0 is Monday),
    `days` how many of each there are, `overall` the mean over all rows; empty or None where they were not printed.
    """

    def __init__(self, plan: Plan, grid: Grid, language: str, known: Table, logs: str = "") -> None:
        self.weekdays, self.days = (
            {day: value for day, value in numbers(logs, mark).items() if value is not None}
            for mark in ("WEEKDAYS:", "DAYS:")
        )
        overall = marked(logs, "MEAN:")
        self.overall = float(overall) if isinstance(overall, int | float) else None
        self.plan, self.grid, self.language = plan, grid, language
        self.season = {"quarter": 4, "month": 12}.get(plan.grain or "", 0) if _dated(grid) else 0
        self.mixed = _mixed(grid)
        self.adds = (
            not self.mixed
            and not plan.moment
            and plan.aggregate in ("sum", "count")
            and plan.derived in (None, "difference", "product", "rowsum")
        )
        one = not plan.groups and not plan.across and len(grid.columns) == 1
        self.label = (
            core_name(plan.name) if plan.aggregate != "count" else {"ko": "건수", "en": "count", "zh": "数量"}[language]
        )
        self.series = list(grid.columns)
        self.found: list[Insight] | None = None
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
        if not self.season or self.plan.derived in ("ratio", "margin", "percent", "part", "rate", "rowmean"):
            return []
        found: dict[str, int] = {}
        for label, row in zip(self.grid.index, self.grid.data, strict=True):
            found[label[:4]] = found.get(label[:4], 0) + all(value is not None for value in row)
        return [year for year, count in found.items() if count == self.season]

    @property
    def by_difference(self) -> bool:
        """True for degrees and percentages, whose changes are said in their own unit and not in percent."""
        return self.form == "share" or concept_of(self.label) == "temperature"

    @property
    def form(self) -> str:
        """How a value of the table is written."""
        return "share" if self.plan.derived in ("margin", "percent", "part", "rate") else "number"

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
        return next(label for label in labels if label[5:] == labels[-1][5:]), labels[-1]

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
            self.form,
            f"{self.label} {how}: {label}, {self.named(series)}",
            self.rows(label, series),
        )

    def of_period(self, label: str, series: str) -> Fact:
        """The fact of one cell of the table, whether or not whole years are compared."""
        key = f"{self.ids[series]}_{label.replace('-', '_')}"
        code = f"table.loc[{quoted(label)}, {quoted(series)}]"
        return Fact(key, code, self.form, f"{self.label}: {label}, {series}", f"{label}, {series}")

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


def _mixed(grid: Grid) -> bool:
    """True where the columns are different things: the lines of a profit and loss account, which have no sum."""
    kinds = {concept for name in grid.columns if (concept := concept_of(name)) in ("revenue", "cost", "profit")}
    return len(kinds) > 1


def _dated(grid: Grid) -> bool:
    return all(re.match(r"\d{4}-", name) for name in grid.index)
