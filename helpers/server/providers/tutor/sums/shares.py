"""Two amounts with names, and one asked for as a share of the other; several percentages of one amount."""

import re

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import percent
from .percents import show
from .phrases import Label, several, single
from .question import Question, Reading

_SHARE_OF = [
    r"\b(?:what|which) (?:share|percentage|percent|part|fraction|proportion|%) of (?:the |my |our |his |her |its |"
    r"their )?"
    r"(?P<whole>[a-z]+)\s(?:is|are|was|were|does|do|did|goes to|went to|go(?:es)? (?:on|to|for))\s(?:spent on |"
    r"for |on )?"
    r"(?:the |my |our |his |her |its |their )?(?P<part>[a-z]+)",
    r"(?P<part>[가-힣]+?)(?:은|는|이|가)\s(?:전체\s)?(?P<whole>[가-힣]+?)의\s(?:약\s)?몇\s?(?:%|퍼센트|프로)",
    r"(?P<whole>[가-힣]+?)(?:에서|\s?중)\s(?P<part>[가-힣]+?)(?:이|가|은|는)?\s(?:차지하는\s)?(?:비율|비중|몫)",
    r"(?P<part>[\u4e00-\u9fff]{2,4})占(?P<whole>[\u4e00-\u9fff]{2,4})的?(?:百分之几|百分比|多少|比例)",
]


def recognise(question: Question) -> Reading | None:
    """One named amount as a share of another, or None."""
    found = list(question.quantities)
    if len(found) != 2 or found[0].unit != found[1].unit or found[0].kind == "percent" or not question.asks:
        return None
    match = next((m for pattern in _SHARE_OF if (m := re.search(pattern, question.text, re.IGNORECASE))), None)
    if match is None:
        return None
    part, whole = (_of(question, match[name], found, match.start()) for name in ("part", "whole"))
    if part is None or whole is None or part is whole or whole.value == 0:
        return None
    givens = [Given("part", part.value, part.text.strip()), Given("whole", whole.value, whole.text.strip())]
    label: Label = ("비율", "the share", "占比")
    return Reading(0.93, single(question, givens, [Step("share", "part / whole * 100")], label, percent))


def _of(question: Question, name: str, found: list[Quantity], before: int) -> Quantity | None:
    """The amount that the name was told with, earlier in the text: the next one behind it."""
    text = question.text[:before].lower()
    place = text.find(name.lower())
    if place < 0:
        return None
    after = [q for q in found if q.start >= place]
    return min(after, key=lambda q: q.start) if after else None


def recognise_rates(question: Question) -> Reading | None:
    """“10%, 20% and 30% of 450”: each percentage of the one amount, or None."""
    run = re.search(
        r"(?:\d[\d.]*\s?(?:%|퍼센트|percent)?\s?(?:,|，|、|와|과|및|and|,\s?and|和)\s?)+\d[\d.]*\s?(?:%|퍼센트|"
        r"per ?cent)",
        question.text,
        re.IGNORECASE,
    )
    if run is None or question.dates:
        return None
    rates = [q for q in question.quantities if run.start() <= q.start and q.end <= run.end()]
    bases = [q for q in question.quantities if q not in rates]
    if len(rates) < 2 or len(bases) != 1 or bases[0].kind == "percent" or len(rates) > 10:
        return None
    base = bases[0]
    joint = question.text[min(run.end(), base.end) : max(run.start(), base.start)]
    joined = r"\s*of (?:the )?" if base.start > run.end() else r"\s?(?:의|의 |的)\s?"
    if not re.fullmatch(joined, joint, re.IGNORECASE):
        return None
    givens = [Given("amount", base.value, base.text.strip())]
    givens += [Given(f"rate_{place}", rate.value / 100, percent(rate.value)) for place, rate in enumerate(rates, 1)]
    steps = [Step(f"part_{place}", f"amount * rate_{place}") for place in range(1, len(rates) + 1)]
    written = base.text.strip()
    results = [
        (
            f"part_{place}",
            (
                f"{written}의 {percent(rate.value)}",
                f"{percent(rate.value)} of {written}",
                f"{written}的 {percent(rate.value)}",
            ),
            lambda value: show(question, base, value),
        )
        for place, rate in enumerate(rates, 1)
    ]
    return Reading(0.93, several(question, givens, steps, results))
