"""A plan in the making: what the sentence says, then what the plan before said, then what is usual."""

import re
from dataclasses import replace

from .asked_names import asked_kind, asked_thing
from .colors import assign, colors_in
from .conditions import asks_overtaking
from .counting import names_row
from .cycles import kind_of
from .draft_parts import adds_up, contrast, in_year_of, same_grain, single_out
from .forecast import asked_steps
from .levels import moment_of
from .names import find, is_subject, mentioned_concepts
from .picking import MINUS, picked_measures
from .plan import Filter, Plan, series_names
from .said import Said
from .usual import (
    asks_items,
    chart_kind,
    default_grain,
    lag,
    main_measure,
    names_all,
    needs_time,
    only_describes,
    parallel_measures,
    rank_group,
    restyles,
    score_word,
    threshold_grain,
    totals_only,
    two_measures,
    usual_aggregate,
    window_grain,
)

_MOST_CATEGORIES = 20
_WHOLE_SPAN = r"처음부터|시작부터|첫날부터|from (?:the )?(?:start|beginning|first)|从头|从开始"
_BAD = (
    r"\bPM\s?(?:2\.5|10)|대기|불량|결함|오류|이탈|해지|취소|지각|비용|원가|사고|민원|미세먼지|실업|"
    r"cost|expense|error|defect|complaint|delay|wait|bounce|churn|returns|accident|unemployment|成本|费用"
)
_GAP = r"차이|격차|difference|\bgap\b|差"


class Draft(Said):
    """`finished` applies the rules to what the sentence says."""

    def finished(self) -> Plan:
        """The plan, after every rule has had its say."""
        self._inherit()
        if not self.groups and self.wish.operation == "growth" and not self.wish.grains and self.wish.ranks:
            self.groups = self.table.groups[:1] if asked_thing(self.text) else ()
        self._choose_measures()
        self._focus()
        self._choose_chart()
        self._choose_grain()
        self._choose_groups()
        by_days = self.grain == "day" and any(kind_of(group) in ("weekday", "daytype") for group in self.groups)
        per_period = (self.wish.averages_periods or by_days) and self.chart not in ("line", "area")
        if per_period and self.grain and self.aggregate == "mean" and adds_up(self.measures, self.table):
            self.aggregate, self.operation = "sum", "average"
        return self._styled(self._plan())

    def _inherit(self) -> None:
        """What a follow-up ("now only 2023", "as bars") leaves unsaid stays as it was.

        A request that is complete by itself starts afresh: it takes over what is measured, but no filter and no grain.
        """
        before, wish, text, table = self.before, self.wish, self.text, self.table
        if before is None:
            return
        asks = bool(self.groups or self.grain or wish.operation or wish.ranks or wish.aggregate or self.threshold)
        goes_on = wish.continues or wish.narrows or self.same_breath or not (self.measures or asks)
        stands_alone = (wish.ranks or wish.one_number or bool(wish.aggregate and self.groups)) and not wish.continues
        stands_alone = stands_alone or self.same_breath or bool(wish.operation == "share" and self.groups)
        years = any(f.column == "period" for f in self.filters)
        stands_alone = stands_alone or bool(self.measures and self.groups and wish.narrows)
        stands_alone = stands_alone or (wish.operation == "growth" and years and not wish.continues)
        stands_alone = stands_alone or (bool(self.threshold) and not wish.continues)
        stands_alone = stands_alone or self.chart_of_parts or bool(asked_kind(text) and not wish.continues)
        if table.series and (not goes_on or any(f.column == table.series_name for f in self.filters)):
            before = replace(before, measures=(), derived=None, name="")
        if not self.measures and not ("score" in mentioned_concepts(text) and len(table.measures) > 1):
            self.measures, self.derived, self.name = before.measures, before.derived, before.name
        if not self.groups and not stands_alone and not (table.series and totals_only(text)):
            self.groups = before.groups
        if self.grain is None and not (stands_alone or (wish.ranks and self.groups)):
            self.grain = before.grain
        if goes_on and not wish.everything:
            self.filters = in_year_of(self.filters, before.filters)
            self.filters = (*self.filters, *self._kept_filters(before))

    @property
    def chart_of_parts(self) -> bool:
        """True for a pie, which shows one whole and no course of time."""
        return self.wish.chart == "pie"

    def _kept_filters(self, before: Plan) -> list[Filter]:
        """The filters of before that the sentence does not choose anew, and that leave something to compare."""
        said = {f.column for f in self.filters}
        return [f for f in before.filters if f.column not in said and not self._spoils(f)]

    def _spoils(self, kept: Filter) -> bool:
        """A single year left for "by year", or a single quarter for "by quarter", would leave one point to draw."""
        if kept.column != "period" or len(kept.values) > 1 or not kept.keep:
            return False
        size = "quarter" if "Q" in kept.values[0] else "month" if "-" in kept.values[0] else "year"
        coarser = {"year": ("year",), "quarter": ("year", "quarter"), "month": ("year", "quarter", "month")}[size]
        return self.grain in coarser and not kept.values[0].startswith("Q")

    def _choose_measures(self) -> None:
        table = self.table
        said = bool(self.measures)
        if not self.measures and table.measures and "score" in mentioned_concepts(self.text):
            subjects = tuple(m for m in table.measures if is_subject(m))
            self.measures, self.name = subjects or table.measures[:6], (subjects or table.measures)[0]
        if not self.measures and (table.series or table.measures):
            self.measures = table.series or (main_measure(table),)
            self.name = table.value_name if table.series else self.measures[0]
        if (
            not said
            and (self.groups or self.wish.chart)
            and not (self.derived or self.wish.aggregate or self.wish.operation or self.threshold or self.before)
            and not table.series
            and all(only_describes(name, table) for name in table.measures)
        ):
            self.wish = replace(self.wish, aggregate="count")
        self.aggregate = self.wish.aggregate or usual_aggregate(self.measures, table, self.before)
        if self.aggregate == "count" and not self.wish.aggregate:
            self.aggregate = "sum"
        subjects = parallel_measures(self.text, table)
        self.across = bool(
            len(subjects) > 1
            and not self.groups
            and not self.grain
            and (set(self.measures) >= set(subjects) or not picked_measures(self.text, table)[0])
            and (self.wish.chart or asked_kind(self.text) or asks_items(self.text))
        )
        if self.across:
            self.measures, self.name = subjects, score_word(self.text)
            self.aggregate = self.wish.aggregate or "mean"

    def _focus(self) -> None:
        """A share is of a whole: the category asked about must not be the only one left."""
        about = [f for f in self.filters if f.column != "period" and f.keep]
        inside = self.groups and not any(f.column in self.groups for f in about)
        if self.wish.operation == "share" and about and not inside:
            about = [f for f in about if not f.bound] or about
            self.focus = about[0].values
            self.groups = self.groups or (about[0].column,)
            self.filters = tuple(f for f in self.filters if f not in about)
        self.groups, self.measures, self.name = single_out(
            self.groups, self.filters, self.measures, self.name, self.table
        )

    def _choose_chart(self) -> None:
        wish, before = self.wish, self.before
        self.chart = wish.chart
        if before and before.chart and restyles(wish):
            restyled = wish.continues or bool(colors_in(self.text)) or bool(wish.title)
            keeps = self.chart == "auto" or (self.chart is None and restyled)
            self.chart = before.chart if keeps else self.chart
        self.operation = None if wish.operation == "describe" and self.chart else wish.operation
        rivals = any(f.keep and len(f.values) == 2 and f.column != "period" for f in self.filters)
        if asks_overtaking(self.text) and (rivals or len(self.table.series) == 2):
            self.operation = "overtaking"
        if self.chart == "histogram" or self.operation == "distribution":
            self.operation, self.chart = "distribution", "histogram"
        if self.derived in ("part", "percent", "rate") and self.operation == "share":
            self.operation = None
        if self.operation == "forecast" and not self.table.periods:
            self.operation = None
        if self.chart == "scatter" or self.operation == "correlation":
            self.operation = "correlation"
            self.measures = two_measures(self.measures, self.table)

    def _choose_grain(self) -> None:
        wish, periods = self.wish, self.table.periods
        if periods is None:
            return
        has_years = "year" in periods.grains()
        if any(kind_of(group) == "half" for group in self.groups):
            if self.operation == "growth":
                self.operation = "overall growth"
            self.grain = None
            return
        if self.operation == "growth" and not wish.grains and re.search(_WHOLE_SPAN, self.text, re.I):
            self.operation, self.grain = "overall growth", periods.grains()[0]
        if self.operation == "cagr" and has_years:
            self.grain = "year"
        elif self.operation == "cagr":
            self.operation = "overall growth"
        if self.operation == "moving" and not wish.grains:
            self.grain = window_grain(self.text, periods.grains()) or periods.grains()[0]
        if self.operation == "overtaking":
            self.grain = self.grain or default_grain(self.table)
            self.groups = next((f.column,) for f in self.filters if f.keep and len(f.values) == 2)
        ends = any(f.column == "period" and (len(f.values) > 1 or f.bound) for f in self.filters)
        grew = self.groups or (ends and not self.grain) or (wish.one_number and not self.chart)
        if self.operation == "growth" and grew and not wish.grains and not wish.yearly_change:
            chosen = next((f.values for f in self.filters if f.column == "period" and len(f.values) > 1), ())
            finer = {"Q": "quarter", "M": "month"}.get(chosen[0][0] if chosen else "")
            self.operation = "overall growth"
            self.grain = finer or ("year" if has_years else default_grain(self.table))
        if self.grain is None and has_years and (wish.yearly_change or self.operation == "growth"):
            self.grain = "year"
        years = next((f.values for f in self.filters if f.column == "period"), ())
        if self.grain is None and len(years) > 1 and wish.compares and all(year.isdigit() for year in years):
            self.grain = "year"
        if self.grain is None and len(years) > 1 and wish.compares and (finer := same_grain(years)):
            self.grain = finer if finer in periods.grains() else None
        parts = {value[0] for value in years}
        if self.grain is None and len(years) > 1 and wish.compares and parts <= {"M", "Q"} and len(parts) == 1:
            self.grain = {"M": "month", "Q": "quarter"}[parts.pop()]
        if self.threshold and self.grain is None and not self.groups:
            named = threshold_grain(self.text, self.table)
            self.grain = named or (default_grain(self.table) if self.derived else None)
        few = len(self.groups) == 1 and self.chart in ("heatmap", "stacked") and not kind_of(self.groups[0])
        if self.grain is None and few and not wish.limit:
            self.grain = default_grain(self.table)
        if self.grain is None and needs_time(self.text, self.chart, self.groups, self.operation):
            self.grain = default_grain(self.table)

    def _choose_groups(self) -> None:
        wish, table = self.wish, self.table
        if not table.measures and not table.series:
            self.aggregate = "count"
            if not self.groups and (wish.ranks or (wish.chart and not wish.grains)):
                self.groups = table.categories[:1]
        rivals = [f for f in self.filters if f.keep and len(f.values) == 2 and f.column in table.categories]
        if not self.groups and rivals and not self.derived and re.search(MINUS, self.text, re.I):
            self.groups = (rivals[0].column,)
        splits = table.series and self.chart and not self.derived and len(self.measures) > 1
        if not self.groups and splits and not totals_only(self.text):
            self.groups = (table.series_name,)
        if self.across:
            return
        if not self.groups and not self.grain and self.chart and self.operation not in ("correlation", "distribution"):
            self.groups = table.groups[:1] or table.labels[:1]
        if self.threshold and table.series and not self.groups and len(self.measures) > 1 and asked_kind(self.text):
            self.groups = (table.series_name,)
        if not self.groups and self.operation == "share":
            self.groups = table.groups[:1]
        if self.groups or self.grain or not wish.ranks:
            return
        asks_when = bool(re.search(r"언제|시기|\bwhen\b|什么时候|何时", self.text, re.I))
        if table.periods and (asks_when or not table.groups):
            self.grain = default_grain(table)
        elif self.operation is None and not self.derived and names_row(asked_thing(self.text), table):
            self.operation = "rows"
        elif table.groups and self.operation is None:
            self.groups = rank_group(self.text, table)

    def _plan(self) -> Plan:
        wish = self.wish
        single = {c.name.strip() for c in self.table.columns if c.kind == "text" and c.distinct == self.table.rows}
        if self.aggregate == "mean" and not wish.aggregate and set(self.groups) & single:
            self.aggregate = "sum"  # one row each: there is nothing to average
        return Plan(
            measures=tuple(self.measures),
            name=self.name,
            aggregate=self.aggregate,
            derived=self.derived,
            grain=self.grain,
            groups=self.groups,
            filters=self.filters,
            operation=self.operation,
            lag=self._lag(),
            ranks=wish.ranks and self.operation in (None, "rows") and not self.threshold,
            ascending=wish.ascending != self._is_bad(),
            limit=None if self.threshold else wish.limit,
            title=wish.title,
            totals=bool(wish.chart) and (wish.aggregate == "sum" or wish.wants_table),
            contrast=contrast(self.text, self.groups, self.filters, self.derived),
            focus=self.focus,
            threshold=self.threshold if self.operation is None else None,
            by_size=wish.ranks and self.derived == "difference" and bool(re.search(_GAP, self.text, re.I)),
            across=self.across,
            nth=wish.nth,
            until=self.until,
            moment=self._moment(),
            beside=self.derived == "difference" and names_all(self.text, self.measures, self.name),
        )

    def _moment(self) -> str:
        """How what is counted at a moment is taken over time; single rows are what they are."""
        single = self.operation in (
            "rows",
            "correlation",
            "distribution",
            "outliers",
            "missing",
            "duplicates",
            "describe",
        )
        single = single or bool(self.threshold and not self.groups and not self.grain)
        single = single or self.operation in ("cumulative", "average")
        return "" if single else moment_of(self.measures, self.derived, self.aggregate, self.table)

    def _is_bad(self) -> bool:
        """True where "best" asks for the least: of waiting, costs, defects."""
        judged = re.search(r"\b(?:best|worst)\b|나쁜|나빴|좋은|좋았|최악|최고의|最差|最好", self.text, re.I)
        return bool(judged) and any(re.search(_BAD, name, re.I) for name in self.measures)

    def _lag(self) -> int:
        if self.operation == "moving":
            return max(self.wish.window or 3, 2)
        return asked_steps(self.text) if self.operation == "forecast" else lag(self.wish, self.grain)

    def _styled(self, plan: Plan) -> Plan:
        """With the kind of chart that can be drawn, and its colours."""
        plan = replace(plan, chart=chart_kind(self.chart, plan))
        names = series_names(plan, self.table)
        few = plan.limit is not None and plan.limit <= _MOST_CATEGORIES and not plan.grain
        many = bool(plan.groups) and len(names) > _MOST_CATEGORIES and not kind_of(plan.groups[-1]) and not few
        plan = replace(plan, crowded=many and bool(plan.chart))
        asked = colors_in(self.text)
        alone = len(asked) == 1 and len(plan.groups) == 1 and not plan.grain and plan.chart == "bar"
        if alone and not any(find(self.text, name) >= 0 for name in names):
            # One colour for bars that are one thing is that of them all.
            return replace(plan, colors=tuple((name, asked[0][1]) for name in names))
        colors = assign(self.text, names) or (dict(self.before.colors) if self.before else {})
        return replace(plan, colors=tuple((n, c) for n, c in colors.items() if n in names))
