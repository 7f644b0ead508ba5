"""The rhythm of the week in daily data: what an average Saturday holds against an average Tuesday."""

from .cycles import NAMES, values_of
from .facts import Fact, Insight
from .ground import Ground
from .periods import quoted
from .plan import Plan
from .rows import listed
from .tables import Table

_COMMENT = {
    "ko": "# 요일마다 하루 평균",
    "en": "# The average day by day of the week",
    "zh": "# 每个星期几的日均值",
}
_LEAST_DAYS = 4
_WORTH_SAYING = 1.1


def rhythm_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that leaves the total of each day in `daily`, its day of the week in `weekday`; empty without days."""
    plain = plan.derived is None and not plan.moment and plan.aggregate in ("sum", "mean", "count")
    if not plan.whole or not plan.grain or not table.periods or "weekday" not in table.cycles or not plain:
        return []
    days = f"df.groupby({quoted(table.periods.column('day', language))})"
    made = f"{days}[{listed(plan.measures)}].{plan.aggregate}().{plan.aggregate}(axis=1)"
    if plan.aggregate == "count":
        made = f"{days}.size()"
    elif len(plan.measures) == 1:
        made = f"{days}[{quoted(plan.measures[0])}].{plan.aggregate}()"
    return [_COMMENT[language], f"daily = {made}", "weekday = pd.to_datetime(daily.index).day_of_week"]


def rhythm_print_lines(plan: Plan, table: Table, language: str) -> list[str]:
    """Python that prints behind WEEKDAYS: the means of the seven days, and behind DAYS: how many of each there are."""
    lines = rhythm_lines(plan, table, language)
    if not lines:
        return []
    return [
        "",
        *lines,
        # Where days are missing, as in a list of orders, nobody knows what a day without a row stands for.
        "dates = pd.to_datetime(daily.index)",
        "if len(daily) >= 0.9 * ((dates.max() - dates.min()).days + 1):",
        '    print("WEEKDAYS:", daily.groupby(weekday).mean().to_json())',
        '    print("DAYS:", daily.groupby(weekday).count().to_json())',
    ]


def rhythm_insights(g: Ground) -> list[Insight]:
    """The busiest and the quietest day of the week, and the weekend beside the other days."""
    means = {int(day): mean for day, mean in g.weekdays.items() if mean is not None}
    if len(means) < 7 or min(g.days.values(), default=0) < _LEAST_DAYS or min(means.values()) <= 0 or g.by_difference:
        return []
    names = values_of(NAMES["weekday"][g.language])
    full = [f"{name}요일" if g.language == "ko" else name for name in names]
    high, low = max(means, key=lambda day: means[day]), min(means, key=lambda day: means[day])
    span = f"{g.grid.index[0]}..{g.grid.index[-1]}"
    found = []
    if means[high] >= _WORTH_SAYING * means[low]:
        facts = tuple(
            Fact(
                f"weekday_{day + 1}", f"daily[weekday == {day}].mean()", g.form, f"{g.label}: mean of {full[day]}", span
            )
            for day in (high, low)
        )
        words = {"one": full[high], "two": full[low], "a": facts[0].id, "b": facts[1].id}
        strength = 0.4 + 0.3 * min(means[high] / means[low] - 1, 1)
        found.append(Insight("weekday", None, strength, words, facts))
    return found + _weekend(g, means, span)


def _weekend(g: Ground, means: dict[int, float], span: str) -> list[Insight]:
    """How many times a working day a day of the weekend holds, or the other way round."""
    kinds = values_of(NAMES["daytype"][g.language])
    at = (
        Fact("working_days", "daily[weekday < 5].mean()", g.form, f"{g.label}: mean of Monday to Friday", span),
        Fact("weekends", "daily[weekday >= 5].mean()", g.form, f"{g.label}: mean of Saturday and Sunday", span),
    )
    more = int(sum(means[d] for d in (5, 6)) / 2 > sum(means[d] for d in range(5)) / 5)
    both = [[means[d] for d in range(5)], [means[5], means[6]]]
    # Said only where each day of the one is above each day of the other.
    if min(both[more]) < _WORTH_SAYING * max(both[1 - more]):
        return []
    top, rest = at[more], at[1 - more]
    code = " / ".join(f"({fact.code})" for fact in (top, rest))
    times = Fact("weekend_times", code, "times", f"{kinds[more]} / {kinds[1 - more]}", span)
    words = {"one": kinds[more], "two": kinds[1 - more], "a": top.id, "b": rest.id, "times": times.id}
    return [Insight("weekend", None, 0.35, words, (top, rest, times))]


def uses_days(facts: list[Fact]) -> bool:
    """True where a fact is computed from the single days."""
    return any("daily[" in fact.code for fact in facts)
