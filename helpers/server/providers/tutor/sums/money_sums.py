"""Two amounts of money added, or one taken off the other: “18,000원에 포장비 3,000원을 더하면”, “$450 plus $30”."""

import re
from itertools import pairwise

from ..plan import Given, Step
from ..quantities import Quantity
from .phrases import Label, single
from .price_chains import shower
from .question import Question, Reading

_ADDED = r"더하|더해|추가|합치|합하|보태|플러스|\bplus\b|\badd(?:ed|ing)?\b|\bon top\b|加"
_TAKEN = r"빼|뺀|덜|마이너스|\bminus\b|\bless\b|\bsubtract|\btake (?:away|off)\b|减"
_TURNED = re.compile(r"\b(?:subtract|take)\b.*\bfrom\b|\bless than\b", re.IGNORECASE)
_SUM: Label = ("합계", "the total", "总额")
_REST: Label = ("남은 금액", "what is left", "剩余金额")


def recognise(question: Question) -> Reading | None:
    """A sum or a difference of two amounts in one currency, or None."""
    amounts = question.of("money")
    if len(amounts) >= 2 and (shares := _shared(question, amounts)):
        return shares
    if len(amounts) != 2 or len(question.quantities) != 2 or amounts[0].unit != amounts[1].unit:
        return None
    adds, takes = question.has(_ADDED), question.has(_TAKEN)
    if adds == takes or not question.asks_or_ends or question.dates:
        return None
    if _TURNED.search(question.text):
        amounts.reverse()
    givens = [Given(name, q.value, q.text.strip()) for name, q in zip(("amount", "other"), amounts, strict=True)]
    step = Step("result", f"amount {'+' if adds else '-'} other")
    return Reading(0.8, single(question, givens, [step], _SUM if adds else _REST, shower(question, amounts[0])))


_BETWEEN = r"나누|나눠|1인당|한 (?:명|사람)당|\bsplit|\bshar|\bdivid|\beach\b|\bper person\b|平分|每人|分摊|合租"
_MORE = r"더하|더해|추가|배달|팁|합치|합해|합쳐|[와과]\s|하고\s|\bplus\b|\band\b|\badd|,|和|加|，|、"
_HEADS = re.compile(
    r"\s?(?:명|사람|인(?!분)|친구|people|friends|of us|persons|roommates|students|colleagues|个?人|ways)"
)


def _shared(question: Question, amounts: list[Quantity]) -> Reading | None:
    """Several amounts added up and shared by so many people."""
    others = [q for q in question.quantities if q.kind != "money" and q.value != 1]
    if len(others) != 1 or others[0].kind not in {"count", "plain"} or len({q.unit for q in amounts}) > 1:
        return None
    heads = others[0]
    people = heads.label in {"명", "사람", "인", "人", "名"} or _HEADS.match(question.text, heads.end)
    people = people or re.search(r"(?:친구|동료|가족)\s$", question.text[: heads.start])
    joints = [question.text[a.end : b.start] for a, b in pairwise(amounts)]
    if not people or not question.has(_BETWEEN) or not all(re.search(_MORE, joint, re.IGNORECASE) for joint in joints):
        return None
    # “$300 per person plus a $40 fee each” is told of each already.
    if question.has(r"[$€£]\d\S*\s(?:[a-z]+\s){0,3}(?:per|each)\b|당 \d\S*원.*(?:과|와|에) .*당 \d\S*원"):
        return None
    if question.has(_TAKEN + r"|할인|쿠폰|\bcoupon|\bdiscount|\beach (?:cost|ticket|of)|\bpaid\b|씩|优惠"):
        return None
    givens = [Given(f"amount_{place}", q.value, q.text.strip()) for place, q in enumerate(amounts, 1)]
    givens.append(Given("people", heads.value, heads.text.strip()))
    total = Step("total", " + ".join(given.name for given in givens[:-1]))
    label: Label = ("한 사람당", "each share", "每人")
    plan = single(question, givens, [total, Step("share", "total / people")], label, shower(question, amounts[0]))
    return Reading(0.9, plan)
