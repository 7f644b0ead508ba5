"""A fixed amount and so much for each piece, mile or minute on top: “a taxi charges $3 plus $2 per mile”."""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from .phrases import Label, single
from .price_chains import shower
from .question import Question, Reading

_FIXED = (
    r"기본|고정|가입비|입장료|배송|택배|\bbase\b|\bfixed\b|\bplus\b|\bflat\b|\bsign-?up\b|\bmonthly fee\b|"
    r"\ba month\b|\bdelivery\b|\bshipping\b|起步|基本|固定|运费"
)
# A fee that is paid once, beside one for every month.
_ONCE = (
    r"가입비|입회비|설치비|등록비|\bto (?:join|sign up|install|register|set up)\b|\b(?:sign-?up|joining|set-?up|"
    r"one-?time)\b|入会费|安装费"
)
_EACH = re.compile(
    r"(?:1\s?(?:km|킬로|분|시간|개|명|권|잔|GB)|[가-힣]{1,2})?\s?(?:마다|당)\s?$|한 (?:개|명|권|병|송이|장|시간|"
    r"잔)에\s?$|每\S{1,3}\s?$"
)
_EACH_AFTER = re.compile(r"\s?씩|\s(?:per|for (?:each|every)|an?|each)\s[a-z]+|\s?/\s?[a-z]+|\seach\b", re.IGNORECASE)
_OTHER = r"할인|쿠폰|나누|나눠|거스름|남|이익|discount|\boff\b|split|share|change|left|profit|折|剩|平分"


def recognise(question: Question) -> Reading | None:
    """What so many cost with the fixed amount, or None."""
    amounts = question.of("money")
    if question.has(_ONCE) and (months := _with_months(question, amounts)):
        return months
    counts = [q for q in question.quantities if q.kind not in {"money", "percent"} and q.value != 1]
    if len(amounts) != 2 or len(counts) != 1 or question.of("percent") or not question.asks or question.dates:
        return None
    if amounts[0].unit != amounts[1].unit or not question.has(_FIXED) or question.has(_OTHER):
        return None
    each = [q for q in amounts if _is_each(question, q)]
    if len(each) != 1:
        return None
    fixed = amounts[0] if each[0] is amounts[1] else amounts[1]
    if not _is_fixed(question, fixed):
        return None
    givens = [
        Given("fixed", fixed.value, fixed.text.strip()),
        Given("each", each[0].value, each[0].text.strip()),
        Given("count", counts[0].value, counts[0].text.strip()),
    ]
    label: Label = ("합계", "the total", "总价")
    step = Step("total", "fixed + each * count")
    return Reading(0.91, single(question, givens, [step], label, shower(question, fixed)))


def _with_months(question: Question, amounts: list[Quantity]) -> Reading | None:
    """“$25 to join and $18 a month. What does a year cost?”"""
    monthly = [
        q
        for q in amounts
        if re.match(r"\s(?:a|per|each|every) month\b|\s?/\s?month\b", question.text[q.end :], re.IGNORECASE)
        or re.search(r"(?:월|매달|매월|한 달에|월\s?회비는?|月费|每月)\s?$", question.text[: q.start])
    ]
    spans = [q for q in question.quantities if q.kind == "calendar" and not (q.unit == "month" and q.value == 1)]
    year = re.search(r"\b(?:a|one|the first) year\b|一年", question.text, re.IGNORECASE)
    others = [q for q in question.quantities if q.kind not in {"money", "calendar"} and q.value != 1]
    if len(amounts) != 2 or len(monthly) != 1 or len(spans) > 1 or others or not (spans or year) or not question.asks:
        return None
    if amounts[0].unit != amounts[1].unit or question.has(_OTHER) or question.of("percent"):
        return None
    fixed = amounts[0] if monthly[0] is amounts[1] else amounts[1]
    if not re.search(_ONCE, question.text[max(0, fixed.start - 12) : fixed.end + 16], re.IGNORECASE):
        return None
    months = spans[0].value * (12 if spans[0].unit == "year" else 1) if spans else Fraction(12)
    told = spans[0].text.strip() if spans else question.pick("12개월", "12 months", "12 个月")
    givens = [
        Given("fixed", fixed.value, fixed.text.strip()),
        Given("each", monthly[0].value, monthly[0].text.strip()),
        Given("count", months, told),
    ]
    label: Label = ("합계", "the total", "总价")
    step = Step("total", "fixed + each * count")
    return Reading(0.92, single(question, givens, [step], label, shower(question, fixed)))


def _is_each(question: Question, amount: Quantity) -> bool:
    before, after = question.text[: amount.start], question.text[amount.end :]
    # “$20 a month” is what is fixed.
    if re.match(r"\s(?:a|per|each|every) (?:month|year|week)\b", after, re.IGNORECASE):
        return False
    return bool(_EACH.search(before) or _EACH_AFTER.match(after))


def _is_fixed(question: Question, amount: Quantity) -> bool:
    # “plus a $40 bag fee each” is paid by everybody.
    if re.match(r"\s(?:[a-z]+\s){0,3}(?:each|apiece)\b", question.text[amount.end :], re.IGNORECASE):
        return False
    around = question.text[max(0, amount.start - 16) : amount.end + 16]
    return re.search(_FIXED, around, re.IGNORECASE) is not None
