"""Makes plans of a sentence, a table and the plan before it. One sentence may hold two wishes."""

import re
from dataclasses import replace
from functools import lru_cache

from .draft import Draft
from .picking import picked_groups, picked_measures
from .plan import Plan
from .tables import Table
from .usual import asked_grain
from .wishes import Wish, wish_in

# Where one wish may end and the next begin: "월별 합계와 | 지점별 비중", "total by month and | the share by branch".
_JOINTS = re.compile(
    r"(?<=[가-힣])(?:와|과|하고|이랑|랑|이고|고|며|면서)(?:[,\s]+)(?:그리고\s)?|,?\s그리고\s|[,;]?\s(?:and|then|also|plus)\s|"
    r"(?<=[.?!。？！])\s+|(?<=[^\d\s]),\s|[，；]|(?:和|并|以及)"
)
_BOTH = re.compile(
    r"(?:합계|총합|총액|금액|액|수|매출|량)(?:와|과|,| 및)\s?(?:\S+\s)?(?:비중|점유율|구성비|비율)|"
    r"(?:비중|점유율|구성비)(?:와|과|,| 및)\s?(?:합계|총합|총액|금액)|"
    r"\btotals?\b[a-z ]{0,20} and (?:the )?(?:shares?|percent)",
    re.I,
)
# How the result is to be ordered, which is no wish of its own.
_ORDER = re.compile(r"정렬|순(?:으로|서)|차순|\bsort|\border|ascending|descending|排序", re.I)
_ONE_CHART = ("pie", "histogram", "scatter", "heatmap")


def plan_for(wish: Wish, table: Table, before: Plan | None, language: str) -> Plan | None:
    """The plan that grants a wish on a table, or None where the sentence names nothing that the table has."""
    draft = Draft(wish, table, before)
    return draft.finished() if draft.says_something() else None


def plans_for(text: str, table: Table, before: Plan | None, language: str) -> list[Plan]:
    """One plan for each wish of a sentence, in its order; empty where it names nothing that the table has."""
    return list(_plans(text, table, before, language))


# A thread is read from its first question on whenever it goes on, so that its earlier sentences come again and again.
@lru_cache(maxsize=1024)
def _plans(text: str, table: Table, before: Plan | None, language: str) -> tuple[Plan, ...]:
    parts = wishes_of(text, table)
    first = plan_for(wish_in(parts[0]), table, before, language)
    if first is None:
        return ()
    both = first.operation == "share" and len(parts) == 1 and _BOTH.search(text)
    plans = [replace(first, operation=None, chart=None), first] if both else [first]
    if len(parts) == 1 and not both and first.operation is None and not first.chart:
        plans = [replace(first, aggregate=one) for one in _aggregates(text, first)] or plans
    for part in parts[1:]:
        draft = Draft(wish_in(part), table, plans[-1], same_breath=True)
        if draft.says_something():
            plans.append(draft.finished())
    return tuple(plans)


def _aggregates(text: str, plan: Plan) -> list[str]:
    """The several figures of one measure that a sentence asks for: "the median and the standard deviation"."""
    asked = [one for one in wish_in(text).aggregates if one not in ("count", "sum")]
    return asked if len(asked) > 1 and plan.aggregate in asked else []


def wishes_of(text: str, table: Table) -> list[str]:
    """The sentence cut where two complete wishes meet; the whole sentence where there is only one.

    The kind of chart stands with the wish that it is said of, which is the nearest; a plain "as charts" holds for all.
    """
    # "the difference of A and B by year" is one wish, wherever its "and" stands.
    cuts = [] if picked_measures(text, table)[1] else [joint.end() for joint in _JOINTS.finditer(text)]
    for cut in cuts:
        left, right = text[:cut], text[cut:]
        if _complete(left, table) and _complete(right, table):
            chart = wish_in(right).chart
            rest = wishes_of(right, table)
            if chart and chart not in _ONE_CHART and not wish_in(left).chart:
                left = f"{left.strip()} {_CHART_WORDS[chart]}"
            return [left.strip(), *rest]
    return [text]


_CHART_WORDS = {
    "auto": "chart",
    "line": "line chart",
    "bar": "bar chart",
    "area": "area chart",
    "stacked": "stacked bar",
}


def _complete(part: str, table: Table) -> bool:
    """True for a part that says both what to compute and by what, or that asks a question of its own."""
    wish = wish_in(part)
    computes = wish.aggregate or wish.operation in (
        "share",
        "growth",
        "cumulative",
        "correlation",
        "missing",
        "duplicates",
        "outliers",
    )
    splits = asked_grain(wish, table) or picked_groups(part, table)
    if splits and (computes or picked_measures(part, table)[0]):
        return True
    ranks = wish.ranks and not (_ORDER.search(part) and not splits)
    return bool(ranks or (wish.one_number and (computes or picked_measures(part, table)[0])))
