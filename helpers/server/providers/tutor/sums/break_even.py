"""Fixed costs, a price and what each piece costs to make: how many pieces cover the costs?"""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import with_unit
from .phrases import Label, single
from .question import Question, Reading

_ASKED = (
    r"손익\s?분기|본전|\bbreak[- ]?even\b|\bcover (?:the|its|their|my|our|all) (?:fixed )?costs?\b|保本|盈亏平衡|回本"
)
_FIXED = (
    r"고정\s?비|초기\s?비용|투자|시설비|월세|임대료|\bfixed\b|\bset-?up\b|\brent(?:ing|al)?\b|\binitial|\binvest|\boverhead|"
    r"固定|租金|投资|初始"
)
_PRICE = r"팔|판매가|판매\s?가격|\bsells?\b|\bsold\b|\bsale\b|\bprice[ds]?\b|\bcharges?\b|售价|卖"
_EACH = (
    r"변동비|재료비|원가|인쇄비|제조|만드는 데|원재료|들(?:고|며|어|습|면)|\bcosts?\b|\bto make\b|\bto produce\b|"
    r"\bmaterials?\b|"
    r"\bvariable\b|\bingredients?\b|成本|可变|材料"
)


def recognise(question: Question) -> Reading | None:
    """The break-even point, or None."""
    amounts = question.of("money")
    others = [q for q in question.quantities if q.kind != "money" and q.value != 1]
    if len(amounts) != 3 or others or not question.has(_ASKED) or len({q.unit for q in amounts}) > 1:
        return None
    fixed = _belonging(question, amounts, _FIXED)
    price = _belonging(question, [q for q in amounts if q is not fixed], _PRICE)
    each = [q for q in amounts if q is not fixed and q is not price]
    if fixed is None or price is None or len(each) != 1 or not question.has(_EACH):
        return None
    if not fixed.value > price.value > each[0].value:
        return None
    givens = [
        Given("fixed_costs", fixed.value, fixed.text.strip()),
        Given("price", price.value, price.text.strip()),
        Given("cost_of_one", each[0].value, each[0].text.strip()),
    ]
    exact = fixed.value / (price.value - each[0].value)
    # Half a cup is not sold: the next whole one covers the costs.
    quotient = "fixed_costs / (price - cost_of_one)"
    step = Step("pieces", quotient if exact.denominator == 1 else "-(-fixed_costs // (price - cost_of_one))")
    counter = re.search(r"(?:몇|一|每)\s?([가-힣\u4e00-\u9fff])", question.text)
    unit = question.pick(counter[1] if counter else "개", "", "个")
    label: Label = ("손익분기점", "the break-even point", "保本点")
    return Reading(
        0.95, single(question, givens, [step], label, lambda value: with_unit(Fraction(value), unit, question.language))
    )


def _belonging(question: Question, amounts: list[Quantity], words: str) -> Quantity | None:
    """The amount that stands nearest to one of the words."""
    places = [match.span() for match in re.finditer(words, question.text, re.IGNORECASE)]
    gaps = [
        (start - q.end if start >= q.end else q.start - end + (3 if question.language == "ko" else 0), index)
        for start, end in places
        for index, q in enumerate(amounts)
    ]
    return amounts[min(gaps)[1]] if gaps else None
