"""What a sentence says of a table: measures, categories, rows, periods and conditions, before any rule is applied."""

import re
from dataclasses import replace

from .colors import colors_in
from .conditions import in_unit_of, speaks_of_loss, threshold_in, unit_of_threshold
from .counting import asks_kinds, counts_rows
from .cycles import kind_of
from .draft_parts import adds_up, profit_line, table_ends, whole_years, without_names, years_shown
from .filters import picked_filters
from .forecast import asked_grain_ahead
from .names import find, unit_of
from .picking import compared_sign, picked_groups, picked_measures
from .plan import Filter, Plan
from .row_conditions import conditioned, exactly, keeps_rows, lateness
from .tables import Table
from .usual import (
    asked_grain,
    asks_items,
    main_measure,
    parallel_measures,
)
from .wishes import Wish, wish_in

# Words that ask for a number of rows whatever is measured.
_COUNTS_ROWS = r"건수|횟수|행 수|행의 수|\bcount\b|number of (rows|records|entries)"
_BEST = r"상위|하위|\btop\b|\bbottom\b"
_MOST = re.compile(r"[가-힣](?:이|가)\s?\S{0,8}\s?(?:많은|적은|많았던|적었던)|\b(?:most|fewest|least)\b", re.I)
# What there is most of: "the most common reason".
_COMMONEST = r"(?:가장|제일)\s?(?:흔한|흔하|자주|잦은)|\bmost (?:common|frequent)|最常见|最频繁|最普遍"
# The mean of several years: "5년 평균", "a 5-year average".
_YEARS_MEAN = re.compile(r"\d+\s?(?:개년|년)(?:간|간의)?\s?평균(?!\s?(?:성장|증가))|\d+[- ]year (?:average|mean)", re.I)
# A share of rows: "재구매 의향이 '예'인 비율", "what percentage said Yes".
_SHARE = re.compile(r"비율|비중|퍼센트|percent|\bshare\b|proportion|fraction|占比|比例|比率", re.I)
_SAID_TO_BE = re.compile(
    r"(?:인|라고|이라고|라는|였던|한)\s(?:\S+\s){0,2}?(?:비율|비중)|\b(?:said|answered|returned|replied|chose|responded)\b|的比例",
    re.I,
)
_SPREAD = re.compile(r"분포|구성|내역|\bbreakdown\b|\bdistribution\b|\bsplit\b|分布|构成", re.I)
PROFIT_WORD = "이익"


class Said:
    """Reads the sentence when it is made.

    `same_breath` says that the plan before came from the same sentence, whose filters hold for this part too.
    """

    def __init__(self, wish: Wish, table: Table, before: Plan | None, same_breath: bool = False) -> None:
        self.text = wish.text.replace(wish.title, " ") if wish.title else wish.text
        self.wish = replace(wish_in(without_names(self.text, table)), text=self.text, title=wish.title)
        self.table = table
        self.measures, self.derived, self.name = picked_measures(self.text, table)
        self.groups = picked_groups(self.text, table)
        items = asks_items(self.text) and len(parallel_measures(self.text, table)) > 1
        if items and not any(find(self.text, g) >= 0 for g in self.groups):
            self.groups = ()  # the items are the columns of marks
        self.filters = picked_filters(self.text, table)
        if self.derived == "rate":
            self.filters = tuple(f for f in self.filters if f.column not in self.measures)
        if any(kind_of(group) == "half" for group in self.groups):
            self.filters = whole_years(self.filters)
        self.grain = asked_grain(self.wish, table)
        years = table.periods is not None and "year" in table.periods.grains()
        self.grain = self.grain or ("year" if years and _YEARS_MEAN.search(self.text) else None)
        self.focus: tuple[str, ...] = ()
        self.aggregate = "sum"
        self.across = False
        self.chart: str | None = None
        self.operation: str | None = None
        self.until = ""
        if table.series and self.derived:
            self.groups, self.filters = (), tuple(f for f in self.filters if f.column == "period")
        bare = without_names(self.text, table)
        self.threshold = None if re.search(_BEST, self.text, re.I) else threshold_in(bare) or self._comparison()
        if self.threshold and not self.measures and not table.series and (unit := unit_of_threshold(bare)):
            fitting = [m for m in table.measures if (unit_of(m) or "").casefold() == unit]
            self.measures, self.name = tuple(fitting[:1]), fitting[0] if fitting else ""
        self._keep_rows()
        if self.threshold and speaks_of_loss(bare) and table.period_columns:
            self.filters = (*self.filters, *profit_line(table, self.filters))
        if self.threshold and speaks_of_loss(bare) and not self.measures:
            self.measures, self.derived, self.name = picked_measures(PROFIT_WORD, table)
        if (
            self.wish.aggregate == "count"
            and self.measures
            and not re.search(_COUNTS_ROWS, without_names(self.text, table), re.I)
        ):
            self.wish = replace(self.wish, aggregate=None)
        if not self.measures and self.wish.aggregate in (None, "count", "sum") and counts_rows(self.text, table):
            self.wish = replace(self.wish, aggregate="count", ranks=self.wish.ranks or bool(_MOST.search(self.text)))
        if self.wish.aggregate == "count" and not self.measures and (table.series or table.period_columns):
            self.wish = replace(self.wish, aggregate=None)  # "how many" of a wide table asks for its values
        if not self.measures and re.search(_COMMONEST, self.text, re.I) and (self.groups or table.groups):
            self.groups = self.groups or table.groups[:1]
            self.wish = replace(self.wish, aggregate="count", ranks=True, ascending=False, operation=None)
        if not self.measures and (kinds := asks_kinds(self.text, table)):
            self.wish = replace(self.wish, aggregate="nunique", operation=None, ranks=False)
            self.measures, self.name = (kinds,), kinds
            self.groups = tuple(g for g in self.groups if g != kinds)
        if self.wish.operation == "forecast":
            self._look_ahead()
        if self.wish.operation == "growth":
            self._with_year_before()
        self._count_shares()
        counted = self.wish.aggregate == "count" and bool(self.grain or self.groups)
        goes_on = (
            wish.continues or wish.narrows or not (self.measures or counted)
        ) and self.wish.operation != "describe"
        self.before = before if goes_on or same_breath else None
        self.same_breath = same_breath

    def _keep_rows(self) -> None:
        """A condition on one measure chooses rows where another one is asked for."""
        if not self.threshold and (late := lateness(self.text, self.table)):
            self.measures, self.derived, self.name = (late[0],), None, late[0]
            self.threshold = (late[1], 0.0)
            return
        if not self.threshold and (same := exactly(self.text, self.table)):
            self.filters = (*self.filters, same)
            self.measures = tuple(m for m in self.measures if m != same.column)
            self.wish = self.wish if self.measures else replace(self.wish, aggregate="count")
            return
        about = (conditioned(self.text, self.table), *self.measures) if self.threshold else ()
        if self.threshold and (measure := next(filter(None, about), "")):
            sign, value = self.threshold
            self.threshold = (sign, in_unit_of(self.text, value, unit_of(measure)))
        condition = conditioned(self.text, self.table) if self.threshold and not self.derived else ""
        if self.threshold and condition and keeps_rows(self.text, condition, self.measures, self.groups):
            sign, value = self.threshold
            self.filters = (*self.filters, Filter(condition, (f"{value:g}",), bound=sign))
            self.measures = tuple(m for m in self.measures if m != condition)
            self.name = self.measures[0] if self.measures else ""
            self.threshold = None
            if not self.measures and not self.wish.aggregate:
                self.wish = replace(self.wish, aggregate="count")

    def _count_shares(self) -> None:
        """Shares and distributions of answers are of rows, where nothing that adds up is measured."""
        table, wish = self.table, self.wish
        if table.series or table.period_columns or self.derived:
            return
        if self.measures and self._asks_share_of_value():
            self.measures, self.name = (), ""
            self.wish = replace(wish, operation="share", aggregate="count", ranks=False)
        if self.measures:
            return
        chosen = any(f.column != "period" and f.keep and not f.bound for f in self.filters)
        shares = wish.operation == "share" or (chosen and not wish.operation and bool(_SHARE.search(self.text)))
        adds = bool(table.measures) and adds_up((main_measure(table),), table) and not _SAID_TO_BE.search(self.text)
        if shares and (chosen or self.groups) and not adds:
            self.wish = replace(wish, operation="share", aggregate="count", ranks=False)
        elif self.groups and _SPREAD.search(self.text) and wish.aggregate in (None, "count"):
            operation = None if wish.operation == "distribution" else wish.operation
            chart = None if wish.chart == "histogram" else wish.chart
            self.wish = replace(wish, operation=operation, aggregate="count", chart=chart)

    def _asks_share_of_value(self) -> bool:
        """True for "현금 결제 비율", where the word between only looks like the start of a measure's name."""
        values = [v for f in self.filters if f.column in self.table.categories and f.keep for v in f.values]
        near = any(re.search(rf"{re.escape(v)}\s?(?:[가-힣]{{2}}\s)?비율", self.text) for v in values)
        return near and not any(find(self.text, name) >= 0 for name in self.measures)

    def _with_year_before(self) -> None:
        """Growth in one year is over the year before it, which has to stay."""
        chosen = [f for f in self.filters if f.column == "period"]
        one = len(chosen) == 1 and len(chosen[0].values) == 1 and not chosen[0].bound and chosen[0].values[0].isdigit()
        if not one or (self.wish.grains and self.wish.grains != ("year",)) or self.table.periods is None:
            return
        year = int(chosen[0].values[0])
        if str(year - 1) not in years_shown(self.table):
            return
        both = Filter("period", (str(year - 1), str(year)))
        self.filters = tuple(both if f in chosen else f for f in self.filters)
        self.wish = replace(self.wish, yearly_change=False, grains=())
        self.grain = None

    def _look_ahead(self) -> None:
        """The periods that a forecast names lie ahead: they choose no rows."""
        years = [v for f in self.filters if f.column == "period" for v in f.values]
        self.until = years[-1] if years and years[-1].isdigit() and table_ends(self.table) < years[-1] else ""
        self.filters = tuple(f for f in self.filters if f.column != "period")
        had = self.table.periods.grains() if self.table.periods else ()
        ahead = "year" if self.until else asked_grain_ahead(self.text)
        self.grain = ahead if ahead in had else self.grain

    def _comparison(self) -> tuple[str, float] | None:
        """The condition of "years in which A was above B": their difference lies above zero."""
        sign = compared_sign(self.text)
        return (sign, 0.0) if sign and self.derived == "difference" and not self.wish.ranks else None

    def says_something(self) -> bool:
        """False for a sentence that has nothing to do with the table."""
        wish = self.wish
        says = self.measures or self.groups or self.grain or self.filters
        asks = wish.operation or wish.chart or wish.ranks or wish.aggregate or self.threshold
        restyles = self.before and (wish.title or colors_in(self.text))
        return bool(says or asks or restyles)
