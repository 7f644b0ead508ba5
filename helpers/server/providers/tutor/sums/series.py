"""Average, sum, median, largest, smallest and range of a list; pieces times prices added up, and the change."""

import re
from functools import partial

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import money
from .percents import show
from .phrases import Label, several, single
from .question import Question, Reading

_KINDS: list[tuple[str, str, Label]] = [
    ("sum(numbers) / len(numbers)", r"평균|\baverage\b|\bmean\b|平均", ("평균", "the average", "平均值")),
    ("median(numbers)", r"중앙값|중간값|\bmedian\b|中位数", ("중앙값", "the median", "中位数")),
    (
        "max(numbers) - min(numbers)",
        r"범위는|최댓값과 최솟값의 차|\brange of\b|极差",
        ("범위", "the range", "极差"),
    ),
    (
        "max(numbers)",
        r"최댓값|최대값|가장 (?:큰|높은|많은)|\bmaximum\b|\blargest\b|\bbiggest\b|\bhighest\b|最大",
        ("가장 큰 값", "the largest", "最大值"),
    ),
    (
        "min(numbers)",
        r"최솟값|최소값|가장 (?:작은|낮은|적은)|\bminimum\b|\bsmallest\b|\blowest\b|最小",
        ("가장 작은 값", "the smallest", "最小值"),
    ),
    (
        "sum(numbers)",
        r"합계|합은|합을|의 합|더하면|모두 더|총합|총액|\bsum\b|\btotal\b|\badd(?:ed)? (?:up|together)\b|"
        r"总和|之和|合计|总计|加起来",
        ("합계", "the total", "总和"),
    ),
]


def recognise(question: Question) -> Reading | None:
    """A list to reduce to one number, or None."""
    items = [q for q in question.quantities if q.kind not in {"percent", "factor"}]
    items = [
        q for q in items if not re.match(r"\s?(?:개의?|numbers|values|个数)", question.text[q.end - 1 : q.end + 8])
    ]
    # “88 on four tests” counts what is listed.
    items = [q for q in items if q.value != len(items) - 1 or _is_listed(question, items, q)]
    if len(items) < 2 or question.of("percent"):
        return None
    run = _longest_run(question, items)
    if len(run) < 2:
        return None
    wanted = [(expression, label) for expression, pattern, label in _KINDS if question.has(pattern)]
    if len(wanted) > 1 and len(run) == len([q for q in items if q.kind == run[0].kind]) and question.has(_AND_ALSO):
        unit = next((q for q in run if q.kind != "plain"), run[-1])
        steps = [Step(f"result_{place}", expression) for place, (expression, _) in enumerate(wanted, 1)]
        results = [
            (step.name, label, partial(show, question, unit)) for step, (_, label) in zip(steps, wanted, strict=True)
        ]
        return Reading(0.82, several(question, [Given("numbers", tuple(q.value for q in run))], steps, results))
    for expression, pattern, label in _KINDS:
        if question.has(pattern):
            if len(run) < len([q for q in items if q.kind == run[0].kind]):
                return None
            numbers = Given("numbers", tuple(q.value for q in run))
            unit = next((q for q in run if q.kind != "plain"), run[-1])
            plan = single(question, [numbers], [Step("result", expression)], label, partial(show, question, unit))
            return Reading(0.8, plan)
    return None


def _is_listed(question: Question, items: list[Quantity], one: Quantity) -> bool:
    """True where the number stands in the list, between commas, rather than before a noun (“on four tests”)."""
    before = items[items.index(one) - 1] if items.index(one) else None
    joint = question.text[before.end : one.start] if before else ""
    return bool(before) and re.fullmatch(r"\s*(?:[,，、]|\band\b|과|와|和)?\s*(?:and)?\s*", joint) is not None


_AND_ALSO = (
    r"[와과] |하고 |이랑 |\band\b.{0,24}\b(?:average|mean|median|sum|total|range|largest|smallest|maximum|"
    r"minimum)\b|和|及"
)
# What each number of a list is called: “국어 85점, 영어 90점”, “Mon 3, Tue 5”.
_NAME = r"(?:(?<=[,，、\s])(?:[가-힣]{1,8}|[A-Za-z]{1,12}|[\u4e00-\u9fff]{1,4})\s?(?:은|는|이|가|:|\bwas|\bis)?\s*)?"


def _longest_run(question: Question, items: list[Quantity]) -> list[Quantity]:
    """The longest stretch of numbers of one kind that are joined by commas, “and”, “와” and little else."""
    best: list[Quantity] = []
    run: list[Quantity] = []
    for item in items:
        joint = question.text[run[-1].end : item.start] if run else ""
        same = run and (item.kind == run[-1].kind or "plain" in {item.kind, run[-1].kind})
        if same and re.fullmatch(
            rf"\s*(?:[,，、/;+]|과|와|그리고|랑|하고|and|&|和|,\s*and|점,|원,)?\s*(?:그리고|and)?\s*{_NAME}",
            joint,
            re.IGNORECASE,
        ):
            run.append(item)
        else:
            run = [item]
        best = max(best, run, key=len)
    return best


_EACH = r"씩|짜리|당|\beach\b|\bapiece\b|\bper\b|\ba piece\b|每|一个|一本|单价|하나에"
_BUYS = (
    r"사면|사고|사서|샀|구입|구매|사려|주문|팔면|팔았|합계|총|모두|전부|얼마|비용|\btotal\b|\bbuy|\bbought|"
    r"\bcosts?\b|\bpay\b|\bhow much\b|\bspend|"
    r"买|一共|总共|共|多少钱|花"
)


_SHARES = (
    r"나누|나눠|똑같이|각자|\bsplit|\bdivid|\bshar|\bpay each\b|\b(?:does|did|do|should) each\b|\bother (?:one|two|"
    r"three|four)s?\b|"
    r"平分|平均|分给"
)


def recognise_bill(question: Question) -> Reading | None:
    """Pieces and their prices, added up; with the change where a payment is named. None where it is no bill."""
    if (
        not question.asks
        or question.of("percent", "time", "calendar")
        or not question.has(_BUYS)
        or question.has(_SHARES)
    ):
        return None
    text = question.text
    items = question.of("money", "count", "plain")
    amounts = [q for q in items if q.kind == "money"]
    paid = next((q for q in amounts if _is_payment(text, q)), None)
    prices = [q for q in amounts if q is not paid]
    counts = [q for q in items if q.kind in {"count", "plain"}]
    # “3개에 2,400원이면 5개는” is a proportion: left to the stories.
    if not prices or len(counts) > len(prices) + 2:
        return None
    # “한 명당 2만 원씩 주면 모두”: how many there are, something else says.
    if counts and all(count.value == 1 for count in counts) and question.has(r"당|씩|\beach\b|\bper\b|每"):
        return None
    pairs = _pairs(text, prices, counts) if counts else _one_of_each(question, prices, paid)
    if pairs is None:
        return None
    currency = prices[0].unit
    if any(q.unit != currency for q in amounts):
        return None
    givens: list[Given] = []
    terms = []
    for index, (price, count) in enumerate(pairs, 1):
        suffix = f"_{index}" if len(pairs) > 1 else ""
        givens += [Given(f"price{suffix}", price.value, price.text.strip())]
        if count is None:
            terms.append(f"price{suffix}")
        else:
            givens += [Given(f"count{suffix}", count.value, count.text.strip())]
            terms.append(f"price{suffix} * count{suffix}")
    steps = [Step("total", " + ".join(terms))]
    label: Label = ("합계", "the total", "总价")
    if paid:
        givens.append(Given("paid", paid.value, paid.text.strip()))
        steps.append(Step("change", "paid - total"))
        label = ("거스름돈", "the change", "找零")
    plan = single(question, givens, steps, label, lambda value: money(value, currency, question.language))
    return Reading(0.85, plan)


def _is_payment(text: str, amount: Quantity) -> bool:
    after = text[amount.end : amount.end + 14]
    before = text[max(0, amount.start - 22) : amount.start]
    change = re.search(r"거스름돈|잔돈|남는 돈|\bchange\b|找回|找零|找多少|남나요|남을까요|left", text, re.IGNORECASE)
    return bool(change) and (
        re.match(r"(?:짜리)? ?(?:을|를)? ?(?:내|냈|지폐|으로 |이 있|을 가지|권)", after) is not None
        or re.search(
            r"(?:pay(?:s|ing)?|paid|hand\w*|give\w*|have|has|had)(?: with)?(?: \w+)? (?:a )?$|付了?|给了?|用",
            before,
            re.I,
        )
        is not None
    )


def _one_of_each(
    question: Question, prices: list[Quantity], paid: Quantity | None
) -> list[tuple[Quantity, Quantity | None]] | None:
    """Several prices without a number of pieces: one of each, where a total or the change is asked for."""
    asks_total = question.has(
        r"총|모두|전부|합계|합쳐|\btotal\b|\baltogether\b|\bin all\b|一共|总共"
    ) and not question.has(r"남|차이|\bleft\b|\bdifference\b|剩")
    return [(price, None) for price in prices] if len(prices) > 1 and (asks_total or paid) else None


def _pairs(text: str, prices: list[Quantity], counts: list[Quantity]) -> list[tuple[Quantity, Quantity | None]] | None:
    """Each price with the number of pieces that it belongs to: all counts lie on the same side, or “each” says so."""
    if len(counts) < len(prices):
        return None
    if len(prices) == len(counts):
        pairs = list(zip(prices, counts, strict=True))
        glued = all(_each(text, price, count) and not _of_a_lot(text, price, count) for price, count in pairs)
        return (
            [(price, count) for price, count in pairs]
            if glued or (len(prices) == 1 and not _lot(text, *pairs[0]))
            else None
        )
    # “하나에 500원인 지우개 4개”: the “one” is the unit price's own.
    rest = [count for count in counts if count.value != 1]
    if len(rest) == len(prices) and not any(_of_a_lot(text, *pair) for pair in zip(prices, rest, strict=True)):
        return [(price, count) for price, count in zip(prices, rest, strict=True)]
    return None


def _each(text: str, price: Quantity, count: Quantity) -> bool:
    begin, end = min(price.start, count.start), max(price.end, count.end)
    return (
        re.search(_EACH, text[begin : end + 12], re.IGNORECASE) is not None
        or re.search(r"원인|원 하는|인 \w+|at \$?|元的", text[begin : end + 3]) is not None
    )


def _of_a_lot(text: str, price: Quantity, count: Quantity) -> bool:
    """“3 drinks cost $9”: all of them together, unless “each” follows."""
    between = text[count.end : price.start] if count.start < price.start else ""
    return (
        count.value != 1
        and re.fullmatch(r"\s[a-z]+(?:\s[a-z]+)?\scosts?\s(?:about\s)?", between, re.IGNORECASE) is not None
        and re.match(r"\s?(?:each|apiece|per)\b", text[price.end :], re.IGNORECASE) is None
    )


def _lot(text: str, price: Quantity, count: Quantity) -> bool:
    """“3개에 2,400원”, “12 for $30”: the price of the lot."""
    between = text[min(price.end, count.end) : max(price.start, count.start)]
    lot = count.start < price.start and re.fullmatch(
        r"\s*(?:에|for|가|이|를|을|共|一共)\s*(?:모두|전부|총)?\s*", between
    )
    return lot is not None
