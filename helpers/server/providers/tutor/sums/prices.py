"""Cost, markup, margin, discount, tax, tip: what kind of price question is it, and is anything missing?"""

import re
from fractions import Fraction

from ..quantities import Quantity
from ..wording import number
from .price_chains import backwards, chain
from .price_pairs import compare
from .price_words import COST, PRICE_WORDS, SOLD, Role, includes_tax, near, role_of, wanted_of
from .question import Question, Reading


def recognise(question: Question) -> Reading | None:
    """A price question, or None."""
    amounts, rates = question.of("money"), question.of("percent")
    if not question.has(PRICE_WORDS) or not question.asks:
        return None
    if not amounts and rates and question.has(PRICE_WORDS):
        amounts = [q for q in question.of("plain") if near(question, q, COST + "|" + SOLD + r"|가격|price|价")][:1]
    roles = _roles(question, rates)
    if len(amounts) >= 2 and not rates:
        return compare(question, amounts)
    if rates and all(roles):
        if not amounts:
            return _ask_for_amount(question)
        return chain(question, amounts, rates, [role for role in roles if role])
    if (
        len(amounts) == 1
        and not rates
        and question.has(r"마진|마크업|할인|부가세|markup|mark up|discount|\bVAT\b|加价|打折|税")
    ):
        return _without_rate(question, amounts[0])
    return None


def _roles(question: Question, rates: list[Quantity]) -> list[Role | None]:
    """What each percentage is for; “another 10%” is for what the one before it is for."""
    roles: list[Role | None] = []
    for rate in rates:
        role = role_of(question, rate)
        # A tax on a wage is taken off it.
        role = "withheld" if role == "tax" and question.has(_NET) and question.has(_WAGE) else role
        before = question.text[: rate.start]
        if role is None and roles and re.search(_AGAIN, before[-16:], re.IGNORECASE):
            role = roles[-1]
        roles.append(role)
    return roles


_NET = (
    r"세후|실수령|손에 쥐|떼고|떼면|공제|내고 남|\btake[ -]home\b|\btakes? home\b|\bafter tax|\bnet\b|\bkeeps?\b|"
    r"\bleft\b|税后|到手|实得"
)
_WAGE = r"시급|월급|연봉|급여|일당|버는|벌|받|\bearns?\b|\bsalary\b|\bwages?\b|\bpaid\b|\bincome\b|工资|时薪|月薪|挣|赚"
_AGAIN = r"\b(?:another|further|additional|extra|again|then|more)\b|추가|또|다시|한 번 더|더|再|又"


def _ask_for_amount(question: Question) -> Reading | None:
    if not question.has(r"원가|마진|마크업|할인|markup|mark up|discount|加价|打折|판매가|부가세"):
        return None
    # A condition on the rows of a table, not a rate to be applied.
    if question.has(
        r"이상|이하|초과|미만|넘는|(?:제품|상품|품목)은|\babove\b|\bbelow\b|\bat least\b|\bmore than\b|"
        r"\bwhich\b|以上|以下|超过"
    ):
        return None
    return Reading(
        0.5,
        missing=question.pick(
            "계산하려면 금액이 필요합니다. 원가나 가격이 얼마인지 알려 주세요.",
            "I need the amount for this: what is the cost or the price?",
            "还缺少金额：进价或价格是多少？",
        ),
    )


def _without_rate(question: Question, amount: Quantity) -> Reading | None:
    """An amount, but no rate. Korean VAT is ten percent by law; every other rate is asked for."""
    if amount.unit == "KRW" and question.has(r"부가세|부가가치세|\bVAT\b"):
        included = includes_tax(question)
        text = f"{question.text}"
        rate = Quantity(Fraction(10), "percent", "%", "%", len(text), len(text), "10%")
        if included and wanted_of(question) != "tax":
            reading = backwards(question, amount, [rate], ["tax"])
        else:
            reading = chain(question, [amount], [rate], ["tax"])
        return reading
    value = number(amount.value)
    return Reading(
        0.5,
        missing=question.pick(
            f"금액 {value}에 몇 퍼센트를 적용할지 알려 주세요.",
            f"Which percentage should I apply to {amount.text.strip()}?",
            f"请告诉我对 {amount.text.strip()} 使用百分之多少。",
        ),
    )
