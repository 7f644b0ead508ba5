"""An amount that goes through a chain of rates: markup, margin, discount, tax, tip, fee; forwards and backwards."""

import re
from collections.abc import Callable
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity
from ..wording import money, percent
from .phrases import Label, fraction, several, single, state, worked_out
from .price_words import (
    COST,
    LABELS,
    PROFIT,
    UPWARD,
    Role,
    asks_each,
    asks_part_too,
    asks_price,
    includes_tax,
    near,
    wanted_of,
)
from .question import Question, Reading


def chain(question: Question, amounts: list[Quantity], rates: list[Quantity], roles: list[Role]) -> Reading | None:
    """The amount after every rate, in the order in which they are told; None where an amount has no clear part."""
    base = next((q for q in amounts if near(question, q, COST)), amounts[0]) if "markup" in roles else amounts[0]
    extras = [q for q in amounts if q is not base]
    if any(not extra_sign(question, q) for q in extras):
        return None
    wanted = wanted_of(question)
    both = wanted == "price" and asks_part_too(question)
    wanted = "tax" if both else wanted
    if wanted == "original":
        return backwards(question, base, rates, roles)
    show = shower(question, base)
    heads = _heads(question)
    if roles == ["tax"] and wanted == "tax" and includes_tax(question):
        return _tax_inside(question, base, rates[0])
    givens = [Given("base", base.value, _base_label(question, base))]
    steps: list[Step] = []
    current = "base"
    pieces = next(
        (q for q in question.of("count", "plain") if q is not base and q is not heads and _multiplies(question, q)),
        _hours(question, base),
    )
    if pieces and pieces.value != 1:
        givens.append(Given("quantity", pieces.value, pieces.text.strip()))
        steps.append(Step("total", "base * quantity"))
        current = "total"
    start, current_is_total = current, current == "total"
    # For each role, the names of the amount before and after it.
    spans: dict[str, tuple[str, str]] = {}
    parts: list[tuple[Quantity, Role | None]] = [*zip(rates, roles, strict=True), *((q, None) for q in extras)]
    parts.sort(key=lambda part: part[0].start)
    for index, (quantity, role) in enumerate(parts, 1):
        after = "price" if index == len(parts) else f"price_{index}"
        name = (role or "extra") + (f"_{index}" if len(parts) > 1 else "")
        if role is None:
            givens.append(Given(name, quantity.value, quantity.text.strip()))
            steps.append(Step(after, f"{current} {extra_sign(question, quantity)} {name}"))
        else:
            label = question.pick(*LABELS[role])
            givens.append(Given(name, quantity.value / 100, f"{label} {percent(quantity.value)}"))
            if role == "margin":
                steps.append(Step(after, f"{current} / (1 - {name})"))
            else:
                upward = role in UPWARD or (role == "fee" and not _taken_off(question))
                steps.append(Step(after, f"{current} * (1 {'+' if upward else '-'} {name})"))
            spans[role] = (spans.get(role, (current,))[0], after)
        current = after
    shown = list(steps)
    part = _part(wanted, spans, start)
    if part:
        label, begin, end = part
        grows = label in UPWARD or label in {"margin", "profit"} or (label == "fee" and not _taken_off(question))
        steps.append(Step("difference", f"{end} - {begin}" if grows else f"{begin} - {end}"))
        results = [("difference", _PART_LABELS[label])]
        if current_is_total and asks_each(question, PROFIT):
            steps.append(Step("each_difference", "difference / quantity"))
            results = [("each_difference", _of_each(_PART_LABELS[label]))]
        if both or asks_price(question):
            results.insert(0, _price(question, steps, roles, current_is_total))
        return Reading(0.9, several(question, givens, steps, [(*result, show) for result in results]))
    if heads:
        givens.append(Given("people", heads.value, heads.text.strip()))
        steps.append(Step("share", "price / people"))
        return Reading(0.92, several(question, givens, steps, [("share", ("한 명당", "each share", "每人"), show)]))
    if current_is_total and asks_each(question):
        return Reading(0.9, several(question, givens, steps, [(*_price(question, steps, roles, True), show)]))
    ambiguous = _ambiguous_margin(question, roles) and len(parts) == 1 and rates[0].value < 100
    if ambiguous:
        steps.append(Step("price_by_margin", f"{start} / (1 - markup)"))
    printed = ("price", "price_by_margin") if ambiguous else ("price",)

    def phrase(values: Values) -> Answer:
        value = show(fraction(values, "price"))
        working = [f"{plan.worked(values, step)} = {show(fraction(values, step.name))}" for step in shown]
        other = show(fraction(values, "price_by_margin")) if ambiguous else ""
        sentence = state(question, _result_label(roles), value)
        return Answer(value, sentence, worked_out(question, working), _margin_note(question, roles, other))

    plan = Plan(tuple(givens), tuple(steps), printed, phrase)
    return Reading(0.9, plan)


def _tax_inside(question: Question, gross: Quantity, rate: Quantity) -> Reading:
    """The tax that an amount holds already."""
    givens = [
        Given("gross", gross.value, gross.text.strip()),
        Given("tax", rate.value / 100, f"{question.pick(*LABELS['tax'])} {percent(rate.value)}"),
    ]
    steps = [Step("net", "gross / (1 + tax)"), Step("difference", "gross - net")]
    return Reading(0.92, single(question, givens, steps, _PART_LABELS["tax"], shower(question, gross)))


def shower(question: Question, amount: Quantity) -> Callable[[Fraction], str]:
    """Formats in the currency of the amount, or in the usual one of the language."""
    usual = {"ko": "KRW", "en": "USD", "zh": "CNY"}[question.language]
    return lambda value: money(value, amount.unit or usual, question.language)


def _part(wanted: str, spans: dict[str, tuple[str, str]], start: str) -> tuple[str, str, str] | None:
    """Where only a part is asked for (the profit, the discount, the tax): its name and the amounts around it."""
    if wanted == "profit" and ({"markup", "margin"} & set(spans)):
        return "profit", start, "price"
    roles = {"cut": ("discount", "fall"), "tax": ("tax", "tip", "fee")}.get(wanted, ())
    return next(((role, *spans[role]) for role in roles if role in spans), None)


_PART_LABELS: dict[str, Label] = {
    "profit": ("이익", "the profit", "利润"),
    "discount": ("할인 금액", "the discount", "优惠金额"),
    "fall": ("줄어든 금액", "the reduction", "减少的金额"),
    "tax": ("세금", "the tax", "税额"),
    "tip": ("팁", "the tip", "小费"),
    "fee": ("수수료", "the fee", "手续费"),
}


def _of_each(label: Label) -> Label:
    return f"한 개의 {label[0]}", f"{label[1]} on each", f"每个{label[2]}"


def _price(question: Question, steps: list[Step], roles: list[Role], of_many: bool) -> tuple[str, Label]:
    """The result that is the price, of one piece where that is asked for (a step that is then added)."""
    label = _result_label(roles)
    if not of_many:
        return "price", label
    if not asks_each(question):
        return "price", (f"전체 {label[0]}", "the total price", f"总{label[2]}")
    steps.append(Step("each_price", "price / quantity"))
    return "each_price", (f"한 개의 {label[0]}", f"{label[1]} of each", f"每个{label[2]}")


def _heads(question: Question) -> Quantity | None:
    """The people that share the amount: “split between 3 people”, “4명이 나눠 내면”."""
    if not question.has(
        r"나누|나눠|1인당|한 (?:명|사람)당|\bsplit|\bshar|\bdivid|\beach (?:person|pay|one|of)\b|\bper person\b|平分|"
        r"每人|分摊"
    ):
        return None
    return next((q for q in question.of("count", "plain") if q.value > 1 and _is_people(question, q)), None)


def _is_people(question: Question, quantity: Quantity) -> bool:
    after = question.text[quantity.end : quantity.end + 14]
    return quantity.label in {"명", "사람", "인", "人", "名"} or bool(
        re.match(r"\s(?:people|friends|persons|of us|ways|diners|guests|students|colleagues)", after, re.IGNORECASE)
    )


def _hours(question: Question, wage: Quantity) -> Quantity | None:
    """The hours that are worked at a wage by the hour; None where there is no such wage."""
    hours = [q for q in question.of("time") if q.unit == "h" and q.value != 1]
    around = question.text[max(0, wage.start - 6) : wage.end + 12]
    is_wage = re.search(r"시급|시간당|\b(?:an|per|each|every) hour\b|\bhourly\b|时薪|每小时", around, re.IGNORECASE)
    return hours[0] if is_wage and len(hours) == 1 else None


def _multiplies(question: Question, quantity: Quantity) -> bool:
    """True for a number of pieces: it has a counter, or a plural noun, or 짜리 before it."""
    if quantity.kind == "count" and not re.match(r"당|에\s", question.text[quantity.end : quantity.end + 2]):
        return quantity.value != 1
    before = question.text[max(0, quantity.start - 4) : quantity.start]
    after = question.text[quantity.end : quantity.end + 20]
    return "짜리" in before or re.match(r" (?:[a-z]+s\b|of (?:them|these|those)\b)", after) is not None


def extra_sign(question: Question, quantity: Quantity) -> str:
    """`+` for an amount that comes on top (shipping), `-` for one that is taken off (a coupon); else empty."""
    stretch = question.text[max(0, quantity.start - 14) : quantity.end + 10]
    if re.search(r"배송|택배|포장|수공|인건|shipping|delivery|handling|wrapping|运费|快递", stretch, re.IGNORECASE):
        return "+"
    if re.search(r"쿠폰|적립|coupon|voucher|gift card|优惠券", stretch, re.IGNORECASE):
        return "-"
    return ""


def _taken_off(question: Question) -> bool:
    return not question.has(
        r"수수료(?:를|가)? .{0,8}(?:더하|더해|붙)|plus .{0,12}(?:fee|commission)|add .{0,12}(?:fee|commission)"
    )


def _base_label(question: Question, base: Quantity) -> str:
    name = (
        question.pick("원가", "cost", "进价") if near(question, base, COST) else question.pick("금액", "amount", "金额")
    )
    return f"{name} {base.text.strip()}"


_RESULT_LABELS: dict[Role, Label] = {
    "markup": ("판매가", "the selling price", "售价"),
    "margin": ("판매가", "the selling price", "售价"),
    "discount": ("할인된 가격", "the price after the discount", "折后价"),
    "tax": ("세금을 포함한 금액", "the price with tax", "含税价"),
    "tip": ("팁을 포함한 금액", "the total with the tip", "含小费的总额"),
    "fee": ("수수료를 반영한 금액", "the amount after the fee", "计入手续费后的金额"),
    "rise": ("오른 금액", "the new amount", "上涨后的金额"),
    "fall": ("내린 금액", "the new amount", "下降后的金额"),
    "withheld": ("세금을 뗀 금액", "the amount after tax", "税后金额"),
}


def _result_label(roles: list[Role]) -> Label:
    return _RESULT_LABELS[roles[-1]]


def _ambiguous_margin(question: Question, roles: list[Role]) -> bool:
    """“마진 20%” may mean on the cost or of the price; “markup” may not."""
    return (
        roles == ["markup"]
        and question.has(r"마진|이윤|남기|남게|남도록|\bmargin\b|利润")
        and not question.has(r"마크업|markup|加价|원가의|원가 대비|of the cost|on cost")
    )


def _margin_note(question: Question, roles: list[Role], other: str) -> str:
    if other:
        return question.pick(
            f"마진을 원가에 더하는 비율로 읽었습니다. 판매가에서 차지하는 비율(마진율)이라면 {other}입니다.",
            f"I read the margin as a share of the cost; as a share of the selling price it would be {other}.",
            f"这里把利润理解为按成本计算；若按售价计算（利润率），则是 {other}。",
        )
    if roles == ["margin"]:
        return question.pick(
            "마진율은 판매가에서 이익이 차지하는 비율로 읽었습니다.",
            "I read the margin as the profit's share of the selling price.",
            "利润率按利润占售价的比例计算。",
        )
    return ""


def backwards(question: Question, base: Quantity, rates: list[Quantity], roles: list[Role]) -> Reading | None:
    """From the price after the rates back to the one before."""
    givens = [Given("price", base.value, base.text.strip())]
    factors = []
    for index, (rate, role) in enumerate(zip(rates, roles, strict=True)):
        name = role if len(rates) == 1 else f"{role}_{index + 1}"
        givens.append(Given(name, rate.value / 100, f"{question.pick(*LABELS[role])} {percent(rate.value)}"))
        if role == "margin":
            factors.append(f"* (1 - {name})")
        else:
            upward = role in UPWARD
            if not upward and rate.value >= 100:
                return None
            factors.append(f"/ (1 {'+' if upward else '-'} {name})")
    step = Step("original", f"price {' '.join(factors)}")

    def phrase(values: Values) -> Answer:
        original = fraction(values, "original")
        value = shower(question, base)(original)
        name: Label = ("원래 가격", "the original price", "原价")
        if roles[0] in {"markup", "margin"}:
            name = ("원가", "the cost", "成本")
        elif roles[0] == "tax":
            name = ("세금 전 금액", "the amount before tax", "税前金额")
        working = f"{plan.worked(values, step)} = {value}"
        return Answer(value, state(question, name, value), worked_out(question, [working]))

    plan = Plan(tuple(givens), (step,), ("original",), phrase)
    return Reading(0.9, plan)
