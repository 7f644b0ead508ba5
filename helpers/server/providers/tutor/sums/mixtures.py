"""Two solutions, or two goods at two prices, poured together; water or salt added to a solution."""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import money, percent
from .phrases import Label, single
from .question import Question, Reading

_SOLUTION = (
    r"농도|소금물|설탕물|용액|식염수|알코올|알콜|시럽|과즙|함량|\bsolution|\bconcentrat|\bsaline\b|\balcohol\b|"
    r"\bacid\b|\bsyrup\b|"
    r"\bantifreeze\b|浓度|盐水|糖水|溶液|酒精"
)
_MIX = r"섞|혼합|합치|합하|부으|\bmix|\bblend|\bcombin|\badded?\b|\bpour|混合|混在|倒入|掺"
_WATER = r"물(?:을|\s)|\bwater\b|加水|(?<!盐|糖)水"
_SALT = r"소금(?:을|\s)|설탕(?:을|\s)|\bsalt\b|\bsugar\b|盐(?!水)|糖(?!水)"
_AMOUNTS = {"mass", "volume", "plain", "count"}
_CONCENTRATION: Label = ("농도", "the concentration", "浓度")


def recognise(question: Question) -> Reading | None:
    """A mixture, or None."""
    if not question.asks or question.dates:
        return None
    if question.has(_SOLUTION) or question.of("percent"):
        return _solution(question)
    return _goods(question)


def _solution(question: Question) -> Reading | None:
    rates = question.of("percent")
    amounts = [q for q in question.quantities if q.kind in _AMOUNTS]
    if not question.has(_SOLUTION) or len(rates) + len(amounts) != len(question.quantities):
        return None
    if len({q.unit for q in amounts}) > 1:
        return None
    if len(rates) == len(amounts) == 2 and question.has(_MIX):
        steps = [Step("result", "(rate_1 * amount_1 + rate_2 * amount_2) / (amount_1 + amount_2) * 100")]
        return _read(question, [*_pair(rates[0], amounts[0], 1), *_pair(rates[1], amounts[1], 2)], steps)
    if len(rates) == 1 and len(amounts) == 2 and question.has(_MIX + r"|넣|더"):
        return _thinned(question, rates[0], amounts)
    if not rates and len(amounts) == 2 and question.has(_WATER) and question.has(_SALT):
        salt, water = sorted(amounts, key=lambda q: _distance(question, q, _SALT))
        givens = [Given("dissolved", salt.value, salt.text.strip()), Given("water", water.value, water.text.strip())]
        return _read(question, givens, [Step("result", "dissolved / (dissolved + water) * 100")])
    return None


def _pair(rate: Quantity, amount: Quantity, place: int) -> list[Given]:
    return [
        Given(f"rate_{place}", rate.value / 100, rate.text.strip()),
        Given(f"amount_{place}", amount.value, amount.text.strip()),
    ]


def _thinned(question: Question, rate: Quantity, amounts: list[Quantity]) -> Reading | None:
    """Water added to a solution thins it, salt makes it stronger, and evaporation too."""
    first = min(amounts, key=lambda q: abs(q.start - rate.end))
    added = next(q for q in amounts if q is not first)
    near = question.text[max(0, added.start - 8) : added.end + 10]
    givens = [*_pair(rate, first, 1), Given("added", added.value, added.text.strip())]
    if question.has(r"증발|evaporat|蒸发"):
        if added.value >= first.value:
            return None
        expression = "rate_1 * amount_1 / (amount_1 - added) * 100"
    elif re.search(_SALT, near, re.IGNORECASE):
        expression = "(rate_1 * amount_1 + added) / (amount_1 + added) * 100"
    elif re.search(_WATER, near, re.IGNORECASE):
        expression = "rate_1 * amount_1 / (amount_1 + added) * 100"
    else:
        return None
    return _read(question, givens, [Step("result", expression)])


def _read(question: Question, givens: list[Given], steps: list[Step]) -> Reading | None:
    amounts = [given.value for given in givens if given.name.startswith(("amount", "dissolved", "water", "added"))]
    if not sum(value for value in amounts if isinstance(value, Fraction)):
        return None
    return Reading(0.93, single(question, givens, steps, _CONCENTRATION, percent))


def _distance(question: Question, amount: Quantity, pattern: str) -> int:
    places = [match.start() for match in re.finditer(pattern, question.text, re.IGNORECASE)]
    return min((abs(place - amount.start) for place in places), default=999)


def _goods(question: Question) -> Reading | None:
    """Two amounts at two prices: what a unit of the mixture costs."""
    prices, amounts = question.of("money"), [q for q in question.of("mass", "volume") if q.value != 1]
    if len(prices) != 2 or len(amounts) != 2 or not question.has(_MIX) or prices[0].unit != prices[1].unit:
        return None
    if amounts[0].unit != amounts[1].unit:
        return None
    unit = amounts[0].label
    givens = [
        Given("price_1", prices[0].value, prices[0].text.strip()),
        Given("amount_1", amounts[0].value, amounts[0].text.strip()),
        Given("price_2", prices[1].value, prices[1].text.strip()),
        Given("amount_2", amounts[1].value, amounts[1].text.strip()),
    ]
    step = Step("result", "(price_1 * amount_1 + price_2 * amount_2) / (amount_1 + amount_2)")
    label: Label = (f"섞은 것의 {unit}당 가격", f"the price per {unit} of the mix", f"混合后每{unit}价格")
    plan = single(question, givens, [step], label, lambda value: money(value, prices[0].unit, question.language))
    return Reading(0.93, plan)
