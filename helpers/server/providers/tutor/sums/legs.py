"""A way in several legs, each at its own speed for its own time; two lots compared by what one unit of them costs."""

import re
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity, quantities
from ..units import SIZES
from ..wording import money, number
from .phrases import Label, fraction, single, worked_out
from .question import Question, Reading
from .speeds import told_speeds

_HOW_FAR = (
    r"\bhow far\b|\btotal distance\b|\bhow many (?:km|kilomet\w+|miles|met\w+)\b|거리|모두 몇|총 몇|몇\s?(?:km|"
    r"킬로)|多远|多少(?:公里|千米)|路程"
)
_CHEAPER = (
    r"더 (?:싼|싸|저렴|이득|경제적)|어느 (?:쪽|것|게).{0,12}(?:싼|싸|저렴|이득)|어느 (?:쪽|것)이|\bcheaper\b|"
    r"\bbetter (?:deal|buy|value)\b|\bbest (?:deal|buy|"
    r"value)\b|更便宜|更划算|哪个?便宜"
)


def recognise(question: Question) -> Reading | None:
    """The length of a way in legs, or None."""
    speeds, rest = told_speeds(question.text)
    spans = [q for q in quantities(rest) if q.kind == "time"]
    others = [q for q in quantities(rest) if q not in spans and q.value != 1]
    if len(speeds) < 2 or len(spans) != len(speeds) or others or not question.has(_HOW_FAR):
        return None
    if len({speed.unit for speed in speeds}) > 1 or question.has(r"평균|\baverage\b|平均|마주|towards|相向"):
        return None
    # Each time stands right behind its speed, or right before it.
    order = [kind for _, kind in sorted([(s.start, "v") for s in speeds] + [(q.start, "t") for q in spans])]
    if order not in (["v", "t"] * len(speeds), ["t", "v"] * len(speeds)):
        return None
    size = SIZES["time"]
    givens, terms = [], []
    for place, (speed, span) in enumerate(zip(speeds, spans, strict=True), 1):
        givens.append(Given(f"speed_{place}", speed.value, speed.text))
        givens.append(Given(f"time_{place}", span.value * size[span.unit] / size[speed.time], span.text.strip()))
        terms.append(f"speed_{place} * time_{place}")
    unit = speeds[0].length
    glue = "" if question.language == "ko" else " "
    label: Label = ("거리", "the distance", "路程")
    step = Step("distance", " + ".join(terms))
    return Reading(0.93, single(question, givens, [step], label, lambda value: f"{number(value)}{glue}{unit}"))


_BY_HOW_MUCH = r"얼마나|얼마만큼|얼마 (?:더 )?(?:싼|싸|저렴)|\bby how much\b|\bhow much (?:cheaper|less)\b|便宜多少"


def _is_basis(question: Question, size: Quantity) -> bool:
    return (
        re.search(r"\b(?:per|each|every|for)\s$|每$", question.text[: size.start]) is not None
        and re.search(r"[$€£]\S*\s(?:per|for)\s$", question.text[: size.start]) is None
    ) or re.match(r"\s?당", question.text[size.end :]) is not None


def recognise_cheaper(question: Question) -> Reading | None:
    """Which of two lots costs less for the same, or None."""
    prices, sizes = (
        question.of("money"),
        [q for q in question.of("mass", "volume", "length", "count", "plain") if q.value != 1],
    )
    # “per 100 g”, “100ml당”: what they are compared by.
    by = next((q for q in sizes if _is_basis(question, q)), None) if len(sizes) == 3 else None
    sizes = [q for q in sizes if q is not by]
    if len(prices) != 2 or len(sizes) != 2 or not question.has(_CHEAPER) or len(question.quantities) > 5:
        return None
    if prices[0].unit != prices[1].unit or sizes[0].kind != sizes[1].kind or any(q.value <= 0 for q in sizes):
        return None
    scale = SIZES.get(sizes[0].kind, {})
    if not scale and sizes[0].label != sizes[1].label:
        return None
    ratio = scale[sizes[1].unit] / scale[sizes[0].unit] if scale else Fraction(1)
    lots = [f"{size.text.strip()} · {price.text.strip()}" for size, price in zip(sizes, prices, strict=True)]
    givens: tuple[Given, ...] = (
        Given("price_1", prices[0].value, prices[0].text.strip()),
        Given("size_1", sizes[0].value, sizes[0].text.strip()),
        Given("price_2", prices[1].value, prices[1].text.strip()),
        Given("size_2", sizes[1].value * ratio, sizes[1].text.strip()),
    )
    if by and (by.kind != sizes[0].kind or (not scale and by.label != sizes[0].label)):
        return None
    times = ""
    if by:
        givens = (
            *givens,
            Given("by", by.value * (scale[by.unit] / scale[sizes[0].unit] if scale else 1), by.text.strip()),
        )
        times = " * by"
    steps = (Step("one_1", f"price_1 / size_1{times}"), Step("one_2", f"price_2 / size_2{times}"))
    currency = prices[0].unit

    def shown(value: Fraction) -> str:
        return money(value, currency, question.language) if value >= 1 or by else f"{number(value)}"

    def phrase(values: Values) -> Answer:
        first, second = fraction(values, "one_1"), fraction(values, "one_2")
        parts = [f"{plan.worked(values, step)} = {shown(fraction(values, step.name))}" for step in steps]
        if first == second:
            same = question.pick("둘의 단위 가격이 같습니다.", "Both cost the same per unit.", "两者单价相同。")
            return Answer(same, same, worked_out(question, parts))
        best = lots[0] if first < second else lots[1]
        sentence = question.pick(f"더 싼 쪽은 {best}입니다.", f"The cheaper one is {best}.", f"更便宜的是 {best}。")
        if question.has(_BY_HOW_MUCH):
            difference = abs(first - second)
            gap = money(difference, currency, question.language) if difference * 100 >= 1 else number(difference)
            per = by.text.strip() if by else sizes[0].unit or question.pick("단위", "unit", "单位")
            told = question.pick(f"{per}당 {gap} 쌉니다.", f"It is {gap} less per {per}.", f"每 {per} 便宜 {gap}。")
            return Answer(f"{best}, {gap}", f"{sentence} {told}", worked_out(question, parts))
        return Answer(best, sentence, worked_out(question, parts))

    plan = Plan(givens, steps, ("one_1", "one_2"), phrase)
    return Reading(0.93, plan)
