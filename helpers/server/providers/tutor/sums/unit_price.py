"""One piece costs so much, and so many of them; the price of one of a lot; how many a sum of money buys."""

import re

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import money, number, with_unit
from .percents import show
from .phrases import Show, several, single
from .question import Question, Reading
from .rate_words import counted_noun

_SPENDS = (
    r"얼마|가격|값|비용|요금|원(?:인가|일까|이야|이에)|사면|살|샀|팔면|사려|필요|버나|벌|받|"
    r"\bhow much\b|\bcosts?\b|\bprice|\bpay|\bbuy|\bspend|\bearn|\bmake\b|\bmoney\b|\btotal\b|\bworth\b|"
    r"多少钱|多少元|买|一共|花|赚|价"
)
_ASKS = rf"{_SPENDS}|(?:은|는|이면|면)\s*[?.]*$"
# Naming one piece, right before its price: “사과 하나가”, “한 송이에”, “a rose costs”, “每斤”.
_ONE_BEFORE = (
    r"(?:(?:하나|한\s?[가-힣]{1,4}|1\s?[가-힣]{1,3}|[가-힣]당|마다)\s?(?:에|가|이|는|은|의|당|짜리)?\s?"
    r"(?:가격|값|요금|단가)?(?:이|은|가|는)?\s*$|단가[가는]?\s*$|시급[은이]?\s*$|일당[은이]?\s*$|"
    r"\b(?:an?|one|each|every|per|single)\s(?:[\w'-]+\s){1,4}?(?:costs?|is|sells for|goes for|for|at|priced at)\s$|"
    r"[\w'-]+s\s(?:cost|are|sell for|go for)\s$|[每一][\u4e00-\u9fff]{1,4}\s*$|单价(?:是|为)?\s*$)"
)
_ONE_AFTER = (
    r"\s?(?:짜리|씩|하는)|인\s(?!가)|\s?(?:each|apiece|a piece)\b|\s(?:per|an?)\s(?!total|day\b)[a-z]+|\s?/\s?[a-z]+|"
    r"一[\u4e00-\u9fff]|的"
)
_ONE_ASKED = (
    r"(?:하나|한\s?[가-힣]{1,3}|1개)(?:의|에|는|은|당)?\s?(?:가격|값)?(?:은|는|이)?\s?(?:얼마|\?|$)|"
    r"[가-힣]당\s?(?:가격은\s?)?얼마|"
    r"\b(?:of|for|is|does|do) (?:just |only )?(?:a single|one|each|1)\b|\bprice (?:per|of each|each)\b|\b(?:each|"
    r"per [a-z]+)\s*\?|"
    r"每[\u4e00-\u9fff]{0,2}(?:多少|几)|一[\u4e00-\u9fff]多少"
)
_LOT = (
    r"\s*(?:\S+\s)?(?:에|는|가|이|를|을|당)?\s*(?:모두|전부|총)?\s*|"
    r"(?:\s[\w'-]+){0,3}?\s(?:costs?|for|is|are|sells? for)\s(?:about\s)?|[\u4e00-\u9fff]{0,4}\s?(?:共|一共|要|卖)?\s?"
)
# What an amount of time or another amount says how often the price is paid.
_OFTEN = (
    r"하루|매일|매주|매월|날마다|시급|일당|씩|일주일|한 달|\bper\b|\ba (?:day|week|month|piece)\b|\ban hour\b|"
    r"\beach\b|\bevery\b|"
    r"\bdaily\b|\bhourly\b|每|一天|时薪"
)
_NOT_HERE = (
    r"평균|average|나누|나눠|똑같이|\bsplit|\bdivid|\bshar|남|거스름|\bchange\b|\bleft\b|차이|difference|이자|interest|"
    r"복리|compound|환율|exchange|비율|ratio|평균|平均|平分|利息|汇率|还剩"
)


def recognise(question: Question) -> Reading | None:
    """A price for one and a number of pieces, or for a lot and one piece of it, or None."""
    amounts = question.of("money")
    if question.of("percent") or question.dates or question.has(_NOT_HERE) or not question.has(_ASKS):
        return None
    if len(amounts) == 2:
        return _how_many(question, *amounts)
    if len(amounts) != 1:
        return None
    price = amounts[0]
    counts = [q for q in question.of("count", "plain", "mass", "volume", "length", "area", "time") if q.value != 1]
    if (
        not counts
        or len(counts) > 3
        or any(q.kind in {"calendar", "factor"} and q.value != 1 for q in question.quantities)
    ):
        return None
    if len(counts) == 1:
        if _is_lot(question, counts[0], price):
            return _of_one(question, counts[0], price) if question.has(_ONE_ASKED) else None
        if _is_one(question, price) or (
            counts[0].start > price.end and question.has(_SPENDS) and counts[0].kind == "count"
        ):
            return _product(question, price, counts)
        return None
    if question.has(_OFTEN) and (_is_one(question, price) or question.has(_OFTEN)):
        return _product(question, price, counts)
    return None


def _is_one(question: Question, price: Quantity) -> bool:
    before, after = question.text[: price.start], question.text[price.end :]
    return bool(
        re.search(_ONE_BEFORE, before, re.IGNORECASE)
        or re.match(_ONE_AFTER, after, re.IGNORECASE)
        or re.search(r"[가-힣]당\s*$", before)
    )


def _is_lot(question: Question, count: Quantity, price: Quantity) -> bool:
    """“a pack of 6 costs $4.50”, “12개에 3,000원”: the price of all of them."""
    if count.start > price.start:
        return False
    between = question.text[count.end : price.start]
    each = re.search(r"每|당|하나|한\s|\beach\b|\bper\b|[，,.。]", between, re.IGNORECASE) or re.match(
        r"\s?(?:씩|each\b|apiece\b)", question.text[price.end :], re.IGNORECASE
    )
    return not each and re.fullmatch(_LOT, between, re.IGNORECASE) is not None


def _of_one(question: Question, count: Quantity, price: Quantity) -> Reading | None:
    if count.value == 0:
        return None
    givens = [Given("total", price.value, price.text.strip()), Given("count", count.value, count.text.strip())]
    label = ("하나의 가격", "the price of one", "单价")
    plan = single(question, givens, [Step("price", "total / count")], label, lambda value: show(question, price, value))
    return Reading(0.92, plan)


def _product(question: Question, price: Quantity, counts: list[Quantity]) -> Reading | None:
    hours = [q for q in counts if q.kind == "time"]
    nouns = [noun for q in counts if q.kind in {"count", "plain"} and (noun := counted_noun(question, q))]
    # “1인당 200장씩, 500장에 6,000원”: sheets times sheets are no sheets.
    if len(set(nouns)) < len(nouns):
        return None
    # Liters times kilometers times a price is no bill.
    if len([q for q in counts if q.kind in {"mass", "volume", "length", "area"}]) > 1:
        return None
    if len(hours) > 1 and len({q.unit for q in hours}) < len(hours):
        return None
    givens = [Given("price", price.value, price.text.strip())]
    for index, count in enumerate(counts, 1):
        name = f"count_{index}" if len(counts) > 1 else "count"
        givens.append(Given(name, count.value, count.text.strip()))
    terms = " * ".join(given.name for given in givens)
    label = ("합계", "the total", "总价")
    plan = single(
        question,
        givens,
        [Step("total", terms)],
        label,
        lambda value: money(value, price.unit, question.language),
    )
    return Reading(0.88, plan)


def _how_many(question: Question, first: Quantity, second: Quantity) -> Reading | None:
    """How many pieces of one price a sum of money buys, and what is left."""
    if first.unit != second.unit or not question.has(
        r"몇\s?[가-힣]{1,2}(?:을|를|이나)?\s?(?:살|사|구입|구매)|몇\s?(?:개|권|송이|병|잔|장|대|벌|켤레|자루|마리|"
        r"판|봉지|상자|명)|\bhow many\b|(?:几|多少)[个本支束瓶杯张件]"
    ):
        return None
    ones = [q for q in (first, second) if _is_one(question, q)]
    if len(ones) != 1 and question.has(_AFFORDS):
        ones = [min(first, second, key=lambda q: q.value)]
    if len(ones) != 1 or [q for q in question.of("count", "plain") if q.value != 1]:
        return None
    price = ones[0]
    budget = second if price is first else first
    if price.value <= 0:
        return None
    givens = [Given("budget", budget.value, budget.text.strip()), Given("price", price.value, price.text.strip())]
    steps = [Step("pieces", "budget // price"), Step("rest", "budget % price")]
    counter = re.search(r"몇\s?([가-힣])", question.text)
    piece = question.pick(counter[1] if counter else "개", "", "个")
    results = [
        ("pieces", ("살 수 있는 수", "the number that you can buy", "可以买的数量"), _counted(question, piece)),
        ("rest", ("남는 돈", "the money left", "剩余金额"), lambda value: money(value, price.unit, question.language)),
    ]
    return Reading(0.9, several(question, givens, steps, results))


_AFFORDS = r"살 수|\b(?:buy|afford|get)\b|能买|可以买"


def _counted(question: Question, piece: str) -> Show:
    return lambda value: with_unit(value, piece, question.language) if piece else number(value)
