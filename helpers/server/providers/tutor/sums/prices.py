"""Cost, markup, margin, discount, tax, tip: a price that goes through a chain of rates, or two prices compared."""

import re
from fractions import Fraction
from typing import Literal

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity
from ..wording import money, number, particle, percent
from .question import Question, Reading

Role = Literal["markup", "margin", "discount", "tax", "tip", "fee", "rise", "fall"]

_ROLE_WORDS: list[tuple[Role, str]] = [
    ("margin", r"마진율|이익률|이윤율|판매가(?:의|\s?기준)|margin on (?:the )?(?:selling )?(?:price|sales)|gross margin|profit margin|"
     r"毛利率|利润率"),
    ("discount", r"할인|세일|깎|저렴|디스카운트|\bDC\b|\boff\b|discount|\bon sale\b|reduced|mark(?:ed)? ?down|打折|优惠|折|降价|便宜"),
    ("tax", r"부가세|부가가치세|\bVAT\b|세금|세율|\btax\b|\bGST\b|增值税|税"),
    ("tip", r"\btip\b|gratuity|팁|봉사료|service charge|小费|服务费"),
    ("fee", r"수수료|commission|\bfees?\b|手续费|佣金"),
    ("markup", r"마진|마크업|이윤|이익|붙이|붙여|얹|markup|mark(?:s|ed|ing)?[ -]?(?:it |them )?up|\bmargin\b|\bprofit\b|加价|加成|利润|赚"),
    ("fall", r"인하|내리|내려|감소|줄|떨어|decreas|reduc|\bdrop|\bfall|\bfell|\bless\b|\blower|下降|减少|降低|下跌"),
    ("rise", r"인상|오르|올라|올리|올려|증가|늘|더하|더해|추가|increas|\brais|\brise|\brose|\bgrew|\bgrow|\bmore\b|\bhigher|上涨|增加|提高|增长|涨"),
]  # fmt: skip
_UPWARD = {"markup", "tax", "tip", "rise"}
_LABELS: dict[Role, tuple[str, str, str]] = {
    "markup": ("마진", "markup", "加价"),
    "margin": ("마진율", "margin", "利润率"),
    "discount": ("할인", "discount", "折扣"),
    "tax": ("세금", "tax", "税"),
    "tip": ("팁", "tip", "小费"),
    "fee": ("수수료", "fee", "手续费"),
    "rise": ("인상", "increase", "上涨"),
    "fall": ("인하", "decrease", "下降"),
}
_PRICE_WORDS = (
    r"원가|가격|판매가|정가|매입|단가|값|마진|마크업|할인|부가세|세일|이윤|이익|수수료|짜리|얼마에|팔|사서|샀|구입|매출|월급|연봉|시급|요금|비용|예산|"
    r"\bcosts?\b|\bprices?d?\b|markup|mark up|marked up|margin|discount|\boff\b|\btax\b|\btip\b|\bVAT\b|\bsells?\b|\bsold\b|\bbuys?\b|\bbought\b|"
    r"wholesale|retail|\bprofit\b|\bsale\b|salary|commission|\bbill\b|\bfee\b|"
    r"进价|成本|售价|加价|利润|打折|折|原价|优惠|价格|税|卖|买|定价|工资"
)
_COST = (
    r"원가|매입가|매입|사서|사 와|샀|구입|들여|제조|\bcosts?\b|\bwholesale\b|\bbuys?\b|\bbought\b|\bpaid\b|进价|成本|买"
)
_SOLD = r"판매가|팔|판매|정가|\bsells?\b|\bsold\b|\bselling\b|\bretail\b|\bpriced?\b|售价|卖"


def recognise(question: Question) -> Reading | None:
    """A price question, or None."""
    amounts, rates = question.of("money"), question.of("percent")
    if not question.has(_PRICE_WORDS) or not question.asks:
        return None
    if not amounts and rates and question.has(_PRICE_WORDS):
        amounts = [q for q in question.of("plain") if _near(question, q, _COST + "|" + _SOLD + r"|가격|price|价")][:1]
    roles = [_role(question, rate) for rate in rates]
    if len(amounts) >= 2 and not rates:
        return _compare(question, amounts)
    if rates and all(roles):
        if not amounts:
            return _ask_for_amount(question)
        return _chain(question, amounts, rates, [role for role in roles if role])
    if (
        len(amounts) == 1
        and not rates
        and question.has(r"마진|마크업|할인|부가세|markup|mark up|discount|\bVAT\b|加价|打折|税")
    ):
        return _without_rate(question, amounts[0])
    return None


def _near(question: Question, quantity: Quantity, pattern: str, reach: int = 14) -> bool:
    stretch = question.text[max(0, quantity.start - reach) : quantity.end + reach]
    return re.search(pattern, stretch, re.IGNORECASE) is not None


def _role(question: Question, rate: Quantity) -> Role | None:
    """What a percentage is for: the keyword that stands closest, those after it counting as closer."""
    if rate.label == "折":
        return "discount"
    others = [q for q in question.quantities if q is not rate]
    begin = max((q.end for q in others if q.end <= rate.start), default=0)
    end = min((q.start for q in others if q.start >= rate.end), default=len(question.text))
    before, after = question.text[begin : rate.start], question.text[rate.end : end]
    best: tuple[float, Role] | None = None
    for role, pattern in _ROLE_WORDS:
        for match in re.finditer(pattern, after, re.IGNORECASE):
            best = min(best or (99.0, role), (float(match.start()), role), key=lambda pair: pair[0])
        for match in re.finditer(pattern, before, re.IGNORECASE):
            distance = float(len(before) - match.end()) + 2.5
            best = min(best or (99.0, role), (distance, role), key=lambda pair: pair[0])
    if best is None:
        return None
    role = best[1]
    around = before[-12:] + rate.text + after
    if role == "markup" and re.search(r"남기|남게|남도록|마진으로 남|of the (?:selling )?price", around, re.IGNORECASE):
        return "margin"
    return role


def _wanted(question: Question) -> str:
    """What is asked for: price, profit, cut (discount amount), tax, original, rate."""
    text = question.text
    last = re.split(r"[,，。;]|(?<=[다요])\. |\. |이고|이며|(?<=[면])\s|\bif\b|\bwith\b", text)
    asked = next(
        (
            part
            for part in reversed(last)
            if part.strip(" ?？.") and re.search(r"얼마|몇|what|how|多少|几|구해|알려|calculate|find", part, re.I)
        ),
        text,
    )  # noqa: E501
    for wanted, pattern in (
        ("rate", r"몇\s?(?:%|퍼센트|프로)|마진율은|할인율은|이익률은|(?:what|how many) per ?cent|\bpercent(?:age)?\b|(?:discount|markup|margin|tax) rate|百分之几|折扣率|利润率是"),  # noqa: E501
        ("cut", r"할인\s?(?:액|금액)|얼마(?:를|나)? (?:할인|절약|아)|절약|\bsav(?:e|ings?)\b|amount of (?:the )?discount|discount amount|省|优惠多少|便宜多少"),  # noqa: E501
        ("tax", r"(?:부가세|세금|세액|부가가치세|팁|수수료)(?:액)?(?:은|는|가|이|을|를)?\s?(?:얼마|\?|알려|구해)|how much (?:is the |is |in )?(?:tax|VAT|tip|commission)|what is the (?:tax|tip|VAT|commission)|税是多少|税额|小费是"),  # noqa: E501
        ("profit", r"(?:순?이익|이윤|수익|마진)(?:금|액)?(?:은|는|이|을|를)?\s*(?:총|모두|전부)?\s*(?:얼마|\?|은\?|알려|구해|계산)|남나|남을까|남습니까|버나|벌|profit|make\b|earn|赚多少|利润是|利润多少|总利润"),  # noqa: E501
        ("original", r"정가는|정가가|원래\s?가격|원래\s?값|원래 얼마|원가(?:는|가)\s?(?:얼마|\?)|공급가(?:액)?|할인 전|세전|original|before (?:the )?(?:discount|tax|VAT)|list price|what (?:was|is|did) the cost|pre-tax|excluding|原价|税前|进价是多少|成本是多少"),  # noqa: E501
    ):  # fmt: skip
        if re.search(pattern, asked, re.IGNORECASE):
            return wanted
    return "price"


def _chain(question: Question, amounts: list[Quantity], rates: list[Quantity], roles: list[Role]) -> Reading | None:
    base = next((q for q in amounts if _near(question, q, _COST)), amounts[0]) if "markup" in roles else amounts[0]
    currency = base.unit or {"ko": "KRW", "en": "USD", "zh": "CNY"}[question.language]
    counts = [q for q in question.of("count", "plain") if q is not base and _multiplies(question, q)]
    wanted = _wanted(question)
    language = question.language
    extras = [q for q in amounts if q is not base]
    if extras and not all(_extra_sign(question, q) for q in extras):
        return None
    givens = [Given("base", base.value, _base_label(question, base))]
    steps: list[Step] = []
    current = "base"
    if wanted == "original":
        return _backwards(question, base, currency, rates, roles)
    moves = sorted([*zip(rates, roles, strict=True), *((q, "extra") for q in extras)], key=lambda pair: pair[0].start)
    if counts and counts[0].value != 1:
        givens.append(Given("quantity", counts[0].value, question.pick("수량", "quantity", "数量")))
        steps.append(Step("total", "base * quantity", question.pick("합계", "total", "合计")))
        current = "total"
    before_moves = current
    for index, (quantity, role) in enumerate(moves):
        suffix = "" if len(moves) == 1 else f"_{index + 1}"
        after = f"price{suffix}" if index < len(moves) - 1 else "price"
        if role == "extra":
            sign = _extra_sign(question, quantity)
            givens.append(Given(f"extra{suffix}", quantity.value, quantity.text))
            steps.append(Step(after, f"{current} {sign} extra{suffix}"))
        else:
            label = question.pick(*_LABELS[role])
            name = f"{role}{suffix}"
            givens.append(Given(name, quantity.value / 100, f"{label} {percent(quantity.value)}"))
            if role == "margin":
                if quantity.value >= 100:
                    return None
                steps.append(Step(after, f"{current} / (1 - {name})"))
            else:
                upward = role in _UPWARD or (role == "fee" and not _taken_off(question))
                steps.append(Step(after, f"{current} * (1 {'+' if upward else '-'} {name})"))
        current = after
    results = ["price"]
    if wanted in {"profit", "cut", "tax"}:
        steps.append(Step("difference", f"{before_moves} - price" if wanted == "cut" else f"price - {before_moves}"))
        if roles[0] in {"fee", "discount"} and wanted in {"tax", "profit"}:
            steps[-1] = Step("difference", f"{before_moves} - price")
        results.append("difference")
    ambiguous = _ambiguous_margin(question, roles)
    if ambiguous and rates[0].value < 100 and len(moves) == 1:
        steps.append(Step("price_by_margin", f"{before_moves} / (1 - markup)"))
        results.append("price_by_margin")

    def show(value: object) -> str:
        return money(value, currency, language) if isinstance(value, Fraction) else str(value)

    def phrase(values: Values) -> Answer:
        price, difference = show(values["price"]), show(values.get("difference"))
        parts = []
        for step in steps:
            if step.name.startswith("price") and step.name != "price_by_margin" or step.name == "total":
                parts.append(f"{plan.worked(values, step)} = {show(values[step.name])}")
        working = "; ".join(parts)
        if "difference" in values:
            value = difference
            labels = {
                "profit": ("이익", "The profit", "利润"),
                "cut": ("할인 금액", "The discount", "优惠金额"),
                "tax": (_LABELS[roles[0]][0] if roles[0] != "tax" else "세금", f"The {_LABELS[roles[0]][1]}", _LABELS[roles[0]][2]),
            }[wanted]  # fmt: skip
            after = question.pick("적용한 금액", "the amount after it", "之后的金额")
            sentence = question.pick(
                f"{particle(labels[0], '은/는')} {value}입니다.", f"{labels[1]} is {value}.", f"{labels[2]}是 {value}。"
            )
            working = question.pick(
                f"{particle(after, '은/는')} {price}입니다({working}).",
                f"The amount after it is {price} ({working}).",
                f"{after}是 {price}（{working}）。",
            )
            return Answer(value, sentence, working)
        name = _result_label(question, roles)
        sentence = question.pick(
            f"{particle(name, '은/는')} {price}입니다.", f"The {name} is {price}.", f"{name}是 {price}。"
        )
        working = question.pick(f"계산: {working}.", f"Worked out: {working}.", f"计算：{working}。")
        note = _margin_note(question, roles, ambiguous, show(values.get("price_by_margin")) if ambiguous else "")
        return Answer(price, sentence, working, note)

    plan = Plan(tuple(givens), tuple(steps), tuple(results), phrase)
    return Reading(0.9, plan)


def _multiplies(question: Question, quantity: Quantity) -> bool:
    """True for a number of pieces: it has a counter, or a plural noun, or 짜리 before it."""
    if quantity.kind == "count" and not re.match(r"당|에\s", question.text[quantity.end : quantity.end + 2]):
        one_of_many = quantity.value == 1 and quantity.label in {"개", "个", "本", "束"}
        return not one_of_many
    before = question.text[max(0, quantity.start - 4) : quantity.start]
    after = question.text[quantity.end : quantity.end + 20]
    return "짜리" in before or re.match(r" [a-z]+s\b", after) is not None


def _extra_sign(question: Question, quantity: Quantity) -> str:
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
        question.pick("원가", "cost", "进价")
        if _near(question, base, _COST)
        else question.pick("금액", "amount", "金额")
    )
    return f"{name} {base.text.strip()}"


def _result_label(question: Question, roles: list[Role]) -> str:
    last = roles[-1]
    if last in {"markup", "margin"}:
        return question.pick("판매가", "selling price", "售价")
    if last == "discount":
        return question.pick("할인된 가격", "price after the discount", "折后价")
    if last == "tax":
        return question.pick("세금을 포함한 금액", "price with tax", "含税价")
    if last == "tip":
        return question.pick("팁을 포함한 금액", "total with the tip", "含小费的总额")
    if last == "fee":
        return question.pick("수수료를 반영한 금액", "amount after the fee", "扣除手续费后的金额")
    return question.pick("바뀐 금액", "new amount", "变化后的金额")


def _ambiguous_margin(question: Question, roles: list[Role]) -> bool:
    """“마진 20%” may mean on the cost or of the price; “markup” may not."""
    return roles == ["markup"] and question.has(r"마진|이윤|\bmargin\b|利润") and not question.has(r"마크업|markup|加价|원가의|원가 대비|of the cost|on cost")  # fmt: skip  # noqa: E501


def _margin_note(question: Question, roles: list[Role], ambiguous: bool, other: str) -> str:
    if roles == ["markup"] and ambiguous:
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


def _backwards(
    question: Question, base: Quantity, currency: str, rates: list[Quantity], roles: list[Role]
) -> Reading | None:
    """From the price after the rates back to the one before."""
    givens = [Given("price", base.value, base.text.strip())]
    factors = []
    for index, (rate, role) in enumerate(zip(rates, roles, strict=True)):
        name = role if len(rates) == 1 else f"{role}_{index + 1}"
        givens.append(Given(name, rate.value / 100, f"{question.pick(*_LABELS[role])} {percent(rate.value)}"))
        if role == "margin":
            factors.append(f"* (1 - {name})")
        else:
            upward = role in _UPWARD
            if not upward and rate.value >= 100:
                return None
            factors.append(f"/ (1 {'+' if upward else '-'} {name})")
    step = Step("original", f"price {' '.join(factors)}")

    def phrase(values: Values) -> Answer:
        original = values["original"]
        assert isinstance(original, Fraction)
        value = money(original, currency, question.language)
        markup = roles[0] in {"markup", "margin"}
        taxed = roles[0] == "tax"
        name = question.pick(
            "원가" if markup else "세금 전 금액" if taxed else "원래 가격",
            "cost" if markup else "amount before tax" if taxed else "original price",
            "成本" if markup else "税前金额" if taxed else "原价",
        )
        working = f"{plan.worked(values, step)} = {value}"
        return Answer(
            value,
            question.pick(
                f"{particle(name, '은/는')} {value}입니다.", f"The {name} is {value}.", f"{name}是 {value}。"
            ),
            question.pick(f"계산: {working}.", f"Worked out: {working}.", f"计算：{working}。"),
        )

    plan = Plan(tuple(givens), (step,), ("original",), phrase)
    return Reading(0.9, plan)


def _compare(question: Question, amounts: list[Quantity]) -> Reading | None:
    """Two prices: profit, markup and margin of a cost and a price, or the discount between two prices."""
    if len(amounts) != 2 or amounts[0].unit != amounts[1].unit:
        return None
    wanted = _wanted(question)
    first, second = amounts
    selling = question.has(_SOLD) and question.has(_COST)
    discounted = question.has(r"할인|세일|깎|discount|\boff\b|reduced|on sale|打折|优惠|原价")
    if wanted not in {"profit", "rate", "cut"} or not (selling or discounted):
        return None
    currency, language = first.unit, question.language
    counts = [q for q in question.of("count") if q.value != 1]
    if discounted and not (selling and wanted == "profit"):
        old, new = (first, second) if first.value >= second.value else (second, first)
        if new.value == old.value or old.value == 0:
            return None
        givens = (Given("old_price", old.value, old.text.strip()), Given("new_price", new.value, new.text.strip()))
        steps = (Step("cut", "old_price - new_price"), Step("rate", "cut / old_price * 100"))

        def phrase_cut(values: Values) -> Answer:
            cut, rate = values["cut"], values["rate"]
            assert isinstance(cut, Fraction) and isinstance(rate, Fraction)
            amount, share = money(cut, currency, language), percent(rate)
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
                    f"Worked out: {plan.worked(values, steps[0])} = {amount}; "
                    f"{plan.worked(values, steps[1])} = {share}.",
                    f"计算：{plan.worked(values, steps[0])} = {amount}；{plan.worked(values, steps[1])} = {share}。",
                ),
            )

        plan = Plan(givens, steps, ("cut", "rate"), phrase_cut)
        return Reading(0.9, plan)

    cost = next((q for q in amounts if _before(question, q, _COST)), None)
    price = next((q for q in amounts if q is not cost and _before(question, q, _SOLD)), None)
    cost = cost or next((q for q in amounts if q is not price), first)
    price = next(q for q in amounts if q is not cost)
    if cost.value == 0 or price.value == 0:
        return None
    givens = (Given("cost", cost.value, cost.text.strip()), Given("price", price.value, price.text.strip()))
    pieces = counts[0].value if counts else Fraction(1)
    if counts:
        givens = (*givens, Given("quantity", pieces, counts[0].text.strip()))
    steps = (
        Step("profit", "(price - cost) * quantity" if counts else "price - cost"),
        Step("markup", "(price - cost) / cost * 100"),
        Step("margin", "(price - cost) / price * 100"),
    )

    def phrase_profit(values: Values) -> Answer:
        profit, markup, margin = values["profit"], values["markup"], values["margin"]
        assert isinstance(profit, Fraction) and isinstance(markup, Fraction) and isinstance(margin, Fraction)
        amount = money(profit, currency, language)
        loss = profit < 0
        on_cost = question.has(r"마크업|markup|加价|원가 대비|원가의|on cost|of the cost|수익률")
        share = percent(markup if on_cost else margin)
        value = amount if wanted == "profit" else share
        sentence = question.pick(
            f"{'손실' if loss else '이익'}은 {money(abs(profit), currency, language)}입니다."
            if wanted == "profit"
            else (f"원가 대비 이익률은 {share}입니다." if on_cost else f"판매가 대비 마진율은 {share}입니다."),
            f"The {'loss' if loss else 'profit'} is {money(abs(profit), currency, language)}."
            if wanted == "profit"
            else f"The {'markup on the cost' if on_cost else 'margin on the selling price'} is {share}.",
            f"{'亏损' if loss else '利润'}是 {money(abs(profit), currency, language)}。"
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


def _before(question: Question, quantity: Quantity, pattern: str) -> bool:
    """True where a word of the pattern belongs to this amount: closer to it than to any other amount."""
    places = [match for match in re.finditer(pattern, question.text, re.IGNORECASE)]
    amounts = question.of("money")

    def gap(match: re.Match[str], amount: Quantity) -> int:
        return match.start() - amount.end if match.start() >= amount.end else amount.start - match.end() + 1

    return any(min(amounts, key=lambda amount: gap(match, amount)) is quantity for match in places)


def _ask_for_amount(question: Question) -> Reading | None:
    if not question.has(r"원가|마진|마크업|할인|markup|mark up|discount|加价|打折|판매가|부가세"):
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
        included = question.has(r"포함된|포함한 (?:금액|가격)이|포함해서? .{0,6}원(?:이|인)|포함 \d|공급가")
        text = f"{question.text}"
        rate = Quantity(Fraction(10), "percent", "%", "%", len(text), len(text), "10%")
        if included:
            reading = _backwards(question, amount, "KRW", [rate], ["tax"])
        else:
            reading = _chain(question, [amount], [rate], ["tax"])
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
