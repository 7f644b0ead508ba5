"""Money into another currency at a rate that the question tells, and lengths on a map into real ones.

A rate that is not told is asked for: nobody here knows today's.
"""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity, quantities
from ..units import SIZES, named_unit
from ..wording import money, with_unit
from .phrases import Label, single
from .question import Question, Reading

_RATE = (
    r"환율|당|일 ?때|이면|면\b|라면|에 |\bexchange rate\b|\bper\b|=|\bif\b|\brate\b|\bequals?\b|\bis worth\b|"
    r"汇率|兑|等于|如果|按"
)
_BOUGHT = r"짜리|사면|팔면|거스름|잔돈|할인|\bbuys?\b|\bchange\b|\bdiscount|\bcosts?\b|买"
_WORDS = {
    "KRW": r"원화|한국 돈|한화|몇\s?원|원으로|\bwon\b|\bKRW\b|韩元|韩币",
    "USD": r"달러|\bdollars?\b|\bUSD\b|美元|美金",
    "EUR": r"유로|\beuros?\b|\bEUR\b|欧元",
    "JPY": r"엔화|몇\s?엔|\byen\b|\bJPY\b|日元",
    "CNY": r"위안|\byuan\b|\bCNY\b|\bRMB\b|人民币",
    "GBP": r"파운드|\bpounds?\b|\bGBP\b|英镑",
}
_MAP = r"축척|지도|\bscale\b|\bmap\b|比例尺|地图"
_SCALE = re.compile(r"1\s?[:：/]\s?(\d[\d,]*)(만)?|1\s?(?:대|to)\s?(\d[\d,]*)(만)?")


def recognise(question: Question) -> Reading | None:
    """Money at a told rate, or None."""
    amounts = question.of("money")
    if question.of("percent") or question.has(_BOUGHT) or not question.asks_or_ends or question.dates:
        return None
    if len(amounts) == 3 and len(question.quantities) == 3 and question.has(_RATE):
        return _at_told_rate(question, amounts)
    if len(amounts) == 2 and amounts[0].unit != amounts[1].unit and question.has(r"환율|당|\brate\b|\bper\b|汇率"):
        # “100달러는 몇 원인가요? 환율은 1,380원”: the rate may stand behind the amount.
        named = re.search(r"(?:환율|\brate|汇率)[^\d$€£¥₩]{0,12}$", question.text[: amounts[1].start], re.IGNORECASE)
        rate, wanted = reversed(amounts) if named else amounts
        one = Quantity(
            Fraction(1),
            "money",
            wanted.unit,
            "",
            wanted.start,
            wanted.start,
            money(Fraction(1), wanted.unit, question.language),
        )
        return _exchanged(question, one, rate, wanted)
    if len(amounts) == 1 and len(question.quantities) == 1:
        return _without_rate(question, amounts[0])
    return None


def _at_told_rate(question: Question, amounts: list[Quantity]) -> Reading | None:
    """The rate is the pair in two currencies, one of them 1 where both pairs could be; the third is changed."""
    pairs = [(i, i + 1) for i in (0, 1) if amounts[i].unit != amounts[i + 1].unit]
    joined = [(i, j) for i, j in pairs if re.fullmatch(_JOINT, question.text[amounts[i].end : amounts[j].start], re.I)]
    if len(joined) != 1:
        return None
    first, second = (amounts[place] for place in joined[0])
    wanted = next(q for q in amounts if q is not first and q is not second)
    if wanted.unit == first.unit:
        return _exchanged(question, first, second, wanted)
    return _exchanged(question, second, first, wanted) if wanted.unit == second.unit else None


# “1 USD = 1,320 won”, “100엔에 920원”, “1美元兑7.2元”.
_JOINT = (
    r"\s*(?:=|is|are|equals?|is worth|buys|gets you|for|to|(?:이|가|은|는|에|당|의 환율이)|[兑换等于是合为]{1,2})?\s*"
    r"(?:about |now )?"
)


def _exchanged(question: Question, known: Quantity, worth: Quantity, wanted: Quantity) -> Reading | None:
    if known.value == 0:
        return None
    givens = [
        Given("known", known.value, known.text.strip()),
        Given("worth", worth.value, worth.text.strip()),
        Given("amount", wanted.value, wanted.text.strip()),
    ]
    label: Label = (wanted.text.strip(), wanted.text.strip(), wanted.text.strip())
    plan = single(
        question,
        givens,
        [Step("result", "amount * worth / known")],
        label,
        lambda value: money(value, worth.unit, question.language),
    )
    return Reading(0.94, plan)


def _without_rate(question: Question, amount: Quantity) -> Reading | None:
    rest = question.text[: amount.start] + " " * (amount.end - amount.start) + question.text[amount.end :]
    target = next(
        (unit for unit, words in _WORDS.items() if unit != amount.unit and re.search(words, rest, re.IGNORECASE)), None
    )
    if target is None or not question.has(
        r"몇|얼마|환전|바꾸|으로|\bin\b|\bto\b|\binto\b|\bhow (?:much|many)\b|\bconvert|\bexchange|多少|换"
    ):
        return None
    return Reading(
        0.6,
        missing=question.pick(
            f"환율은 날마다 바뀌고 저는 인터넷을 볼 수 없습니다. 환율을 알려 주시면 {amount.text.strip()}을(를) "
            f"환산하겠습니다.",
            f"Exchange rates change daily and I cannot look them up; tell me the rate, and I will convert "
            f"{amount.text.strip()}.",
            f"汇率每天变动，我无法上网查询。请告诉我汇率，我来换算 {amount.text.strip()}。",
        ),
    )


def recognise_map(question: Question) -> Reading | None:
    """A length on a map of a told scale, or a real one on the map; None where there is no such thing."""
    found = _SCALE.search(question.text)
    if found is None or not question.has(_MAP):
        return None
    digits, ten_thousands = (found[1], found[2]) if found[1] else (found[3], found[4])
    scale = Fraction(digits.replace(",", "")) * (10**4 if ten_thousands else 1)
    rest = question.text[: found.start()] + " " * len(found[0]) + question.text[found.end() :]
    lengths = [q for q in quantities(rest) if q.kind == "length"]
    if len(lengths) != 1 or scale < 10:
        return None
    length = lengths[0]
    outside = rest[: length.start] + " " * (length.end - length.start) + rest[length.end :]
    target = next((unit.symbol for unit, _ in named_unit(outside) if unit.kind == "length"), "")
    onto_map = SIZES["length"][length.unit] >= 1 and length.value * SIZES["length"][length.unit] >= 10
    target = target or (
        "cm" if onto_map else "km" if length.value * scale * SIZES["length"][length.unit] >= 1000 else "m"
    )
    ratio = SIZES["length"][length.unit] / SIZES["length"][target]
    givens = [Given("length", length.value * ratio, length.text.strip()), Given("scale", scale, f"1:{digits}")]
    label: Label = ("지도 위 길이", "the length on the map", "图上距离")
    if not onto_map:
        label = ("실제 거리", "the real distance", "实际距离")
    plan = single(
        question,
        givens,
        [Step("result", "length / scale" if onto_map else "length * scale")],
        label,
        lambda value: with_unit(value, target, "en"),
    )
    return Reading(0.94, plan)
