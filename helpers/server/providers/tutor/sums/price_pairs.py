"""Two prices compared: the profit between a cost and a price, or the discount between two prices."""

from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity
from ..wording import percent
from .phrases import fraction
from .price_chains import shower
from .price_words import COST, SOLD, belongs, wanted_of
from .question import Question, Reading


def compare(question: Question, amounts: list[Quantity]) -> Reading | None:
    """Two prices: profit, markup and margin of a cost and a price, or the discount between two prices."""
    if len(amounts) != 2 or amounts[0].unit != amounts[1].unit:
        return None
    wanted = wanted_of(question)
    first, second = amounts
    selling = question.has(SOLD) and question.has(COST)
    discounted = question.has(r"할인|세일|깎|discount|\boff\b|reduced|on sale|打折|优惠|原价")
    if wanted not in {"profit", "rate", "cut"} or not (selling or discounted):
        return None
    if discounted and not (selling and wanted == "profit"):
        old, new = (first, second) if first.value >= second.value else (second, first)
        if new.value == old.value or old.value == 0:
            return None
        return _discount(question, old, new, wanted)
    return _profit(question, amounts, wanted)


def _discount(question: Question, old: Quantity, new: Quantity, wanted: str) -> Reading:
    show = shower(question, old)
    givens = (Given("old_price", old.value, old.text.strip()), Given("new_price", new.value, new.text.strip()))
    steps = (Step("cut", "old_price - new_price"), Step("rate", "cut / old_price * 100"))

    def phrase_cut(values: Values) -> Answer:
        cut, rate = fraction(values, "cut"), fraction(values, "rate")
        amount, share = show(cut), percent(rate)
        value = share if wanted == "rate" else amount
        return Answer(
            value,
            question.pick(
                f"{amount}({share})을 할인한 것입니다." if wanted != "rate" else f"할인율은 {share}입니다.",
                f"The discount is {value}.",
                f"折扣是 {value}。",
            ),
            question.pick(
                f"계산: {plan.worked(values, steps[0])} = {amount}, {plan.worked(values, steps[1])} = {share}.",
                f"Worked out: {plan.worked(values, steps[0])} = {amount}; {plan.worked(values, steps[1])} = {share}.",
                f"计算：{plan.worked(values, steps[0])} = {amount}；{plan.worked(values, steps[1])} = {share}。",
            ),
        )

    plan = Plan(givens, steps, ("cut", "rate"), phrase_cut)
    return Reading(0.9, plan)


def _profit(question: Question, amounts: list[Quantity], wanted: str) -> Reading | None:
    show = shower(question, amounts[0])
    counts = [q for q in question.of("count") if q.value != 1]
    cost = next((q for q in amounts if belongs(question, q, COST)), None)
    price = next((q for q in amounts if q is not cost and belongs(question, q, SOLD)), None)
    cost = cost or next((q for q in amounts if q is not price), amounts[0])
    price = next(q for q in amounts if q is not cost)
    if cost.value == 0 or price.value == 0:
        return None
    givens: tuple[Given, ...] = (
        Given("cost", cost.value, cost.text.strip()),
        Given("price", price.value, price.text.strip()),
    )
    pieces = counts[0].value if counts else Fraction(1)
    if counts:
        givens = (*givens, Given("quantity", pieces, counts[0].text.strip()))
    steps = (
        Step("profit", "(price - cost) * quantity" if counts else "price - cost"),
        Step("markup", "(price - cost) / cost * 100"),
        Step("margin", "(price - cost) / price * 100"),
    )

    def phrase_profit(values: Values) -> Answer:
        profit, markup, margin = (fraction(values, name) for name in ("profit", "markup", "margin"))
        amount = show(profit)
        loss = profit < 0
        on_cost = question.has(
            r"마크업|markup|加价|원가 대비|원가의|on cost|of the cost|수익률|"
            r"profit (?:in |as a )?percent|percent(?:age)? profit|profit percentage|몇\s?(?:%|퍼센트|"
            r"프로)\s?(?:의 )?(?:이익|수익|이득)"
        )
        share = percent(markup if on_cost else margin)
        value = amount if wanted == "profit" else share
        sentence = question.pick(
            f"{'손실' if loss else '이익'}은 {show(abs(profit))}입니다."
            if wanted == "profit"
            else (f"원가 대비 이익률은 {share}입니다." if on_cost else f"판매가 대비 마진율은 {share}입니다."),
            f"The {'loss' if loss else 'profit'} is {show(abs(profit))}."
            if wanted == "profit"
            else f"The {'markup on the cost' if on_cost else 'margin on the selling price'} is {share}.",
            f"{'亏损' if loss else '利润'}是 {show(abs(profit))}。"
            if wanted == "profit"
            else f"{'成本加价率' if on_cost else '利润率'}是 {share}。",
        )
        worked = f"{plan.worked(values, steps[0])} = {amount}"
        return Answer(
            value,
            sentence,
            question.pick(
                f"계산: {worked}. 원가 대비 {percent(markup)}, 판매가 대비 {percent(margin)}입니다.",
                f"Worked out: {worked}. That is {percent(markup)} of the cost and {percent(margin)} of the price.",
                f"计算：{worked}。相当于成本的 {percent(markup)}、售价的 {percent(margin)}。",
            ),
        )

    plan = Plan(givens, steps, ("profit", "markup", "margin"), phrase_profit)
    return Reading(0.9, plan)
