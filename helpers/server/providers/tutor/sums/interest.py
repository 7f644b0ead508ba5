"""Simple and compound interest, and the yearly growth between two amounts."""

from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity
from ..wording import is_rounded, money, number, percent
from .phrases import fraction, single
from .question import Question, Reading

_INTEREST = (
    r"이자|복리|단리|연이율|이율|금리|예금|대출|저축|원금|\binterest\b|\bcompound|\bprincipal\b|"
    r"\bdeposit|\bloan\b|\binvest|利息|复利|单利|利率|本金|存款|贷款"
)
_SHORT = 90
_COMPOUND = r"복리|compound|复利"
_SIMPLE = r"단리|\bsimple\b|单利"
_PERIODS = [
    (12, r"월\s?복리|매월|monthly|按月", ("매월", "monthly", "每月")),
    (4, r"분기\s?복리|분기마다|quarterly|按季", ("분기마다", "quarterly", "每季")),
    (2, r"반기|semi-?annual|half-yearly|半年", ("반년마다", "twice a year", "每半年")),
    (365, r"일\s?복리|매일|daily|按日", ("매일", "daily", "每天")),
]
_ONLY_INTEREST = (
    r"이자(?:는|가|만|액)?\s?(?:총|모두)?\s?(?:얼마|은|\?|계산|구해|알려)|(?:how much|what is the|"
    r"find the|total|calculate the)(?: \w+){0,2} interest|利息(?:是|有|共)?多少|多少利息"
)


def recognise(question: Question) -> Reading | None:
    """An interest question, or None; asks for whichever of principal, rate and time is missing."""
    if not question.has(_INTEREST):
        return None
    amounts, rates = question.of("money"), question.of("percent")
    spans = [q for q in question.of("calendar", "time") if q.unit in {"year", "month", "day"}]
    if not amounts:
        amounts = [q for q in question.of("plain") if q.value >= 100][:1]
    if len(amounts) > 1 or len(rates) > 1 or len(spans) > 1:
        return None
    # With principal, rate and time on the table, nothing is left but to work it out.
    if not question.asks and not (amounts and rates and spans and len(question.text) < _SHORT):
        return None
    if not (amounts or rates):
        return None
    missing = [
        name
        for name, found in (
            (question.pick("원금", "the principal", "本金"), amounts),
            (question.pick("이율(%)", "the rate (%)", "利率（%）"), rates),
            (question.pick("기간", "the time", "期限"), spans),
        )
        if not found
    ]
    if missing:
        listed = question.pick(", ", " and ", "、").join(missing)
        return Reading(
            0.6,
            missing=question.pick(
                f"이자를 계산하려면 {listed}도 알려 주세요.",
                f"To work out the interest I also need {listed}.",
                f"计算利息还需要{listed}。",
            ),
        )
    if question.has(_INSTALMENT):
        return _instalment(question, amounts[0], rates[0].value, spans[0])
    return Reading(
        0.9, _plan(question, amounts[0].value, amounts[0].unit, rates[0].value, spans[0].value, spans[0].unit)
    )


_INSTALMENT = (
    r"(?:매달|매월|다달이|한 달에|월)\s?(?:얼마|상환|내|갚|납부|납입)|\bmonthly (?:payment|instal)|\bpay (?:each|"
    r"every|per|a) month|"
    r"\bper month\b|每月(?:还|付|供)|月供"
)


def _instalment(question: Question, principal: Quantity, rate: Fraction, span: Quantity) -> Reading | None:
    """The equal monthly payment that pays a loan back; None where the time is no whole number of months."""
    months = span.value * {"year": 12, "month": 1}.get(span.unit, 0)
    if months.denominator != 1 or months <= 0 or rate <= 0:
        return None
    currency = principal.unit or {"ko": "KRW", "en": "USD", "zh": "CNY"}[question.language]
    givens = [
        Given("principal", principal.value, principal.text.strip()),
        Given(
            "rate",
            rate / 100,
            question.pick(f"연 {percent(rate)}", f"{percent(rate)} a year", f"年利率 {percent(rate)}"),
        ),
        Given("months", months, span.text.strip()),
    ]
    steps = [
        Step("growth", "(1 + rate / 12) ** months"),
        Step("payment", "principal * rate / 12 * growth / (growth - 1)"),
    ]
    note = question.pick(
        "매달 같은 금액을 갚는 원리금 균등 상환으로 계산했습니다.",
        "Paid back in equal monthly payments.",
        "按等额本息计算。",
    )
    plan = single(
        question,
        givens,
        steps,
        ("매달 갚을 금액", "the monthly payment", "每月还款额"),
        lambda value: money(_cents(value, currency), currency, question.language),
        note,
        shown=[number],
    )
    # A function that an assistant has for its loans knows its own terms, and goes first.
    return Reading(0.6, plan)


def _plan(question: Question, principal: Fraction, currency: str, rate: Fraction, span: Fraction, unit: str) -> Plan:
    currency = currency or {"ko": "KRW", "en": "USD", "zh": "CNY"}[question.language]
    compound = question.has(_COMPOUND)
    years = span / {"year": 1, "month": 12, "day": 365}[unit]
    often, _, name = next(((n, p, w) for n, p, w in _PERIODS if question.has(p)), (1, "", ("매년", "yearly", "每年")))
    givens = [
        Given("principal", principal, question.pick("원금", "principal", "本金")),
        Given(
            "rate",
            rate / 100,
            question.pick(f"연 {percent(rate)}", f"{percent(rate)} a year", f"年利率 {percent(rate)}"),
        ),
        Given("years", years, question.pick("기간(년)", "time in years", "期限（年）")),
    ]
    if compound:
        growth = "(1 + rate) ** years" if often == 1 else f"(1 + rate / {often}) ** (years * {often})"
        steps = [Step("total", f"principal * {growth}"), Step("interest", "total - principal")]
    else:
        steps = [Step("interest", "principal * rate * years"), Step("total", "principal + interest")]
    wants_interest = question.has(_ONLY_INTEREST)

    def phrase(values: Values) -> Answer:
        interest, total = fraction(values, "interest"), fraction(values, "total")
        shown = {n: money(_cents(v, currency), currency, question.language) for n, v in (("i", interest), ("t", total))}
        value = shown["i"] if wants_interest else shown["t"]
        about = is_rounded(interest if wants_interest else total, value)
        kind = question.pick(*(("복리", "compound", "复利") if compound else ("단리", "simple", "单利")))
        kind += f"({name[0]})" if compound and question.language == "ko" else ""
        sentence = question.pick(
            f"이자는 {'약 ' * about}{shown['i']}이고, 원금과 더하면 {'약 ' * about}{shown['t']}입니다.",
            f"The interest is {'about ' * about}{shown['i']}, which makes {shown['t']} with the principal.",
            f"利息{'约' * about}为 {shown['i']}，本息合计 {shown['t']}。",
        )
        worked = f"{plan.worked(values, steps[0])} = {shown['t'] if compound else shown['i']}"
        working = question.pick(
            f"{kind}로 계산했습니다: {worked}.",
            f"Worked out as {kind} interest: {worked}.",
            f"按{kind}计算：{worked}。",
        )
        assumed = not compound and not question.has(_SIMPLE)
        note = question.pick(
            "복리라면 “복리로”라고 말씀해 주세요.", "For compound interest, say “compound”.", "若是复利，请说明“复利”。"
        )
        return Answer(value, sentence, working, note if assumed else "")

    plan = Plan(tuple(givens), tuple(steps), ("interest", "total"), phrase)
    return plan


def _cents(value: Fraction, currency: str) -> Fraction:
    places = 1 if currency in {"KRW", "JPY"} else 100
    return Fraction(round(value * places), places)


_GROWTH = (
    r"연평균\s?(?:성장률|증가율|상승률)|CAGR|compound annual growth|average annual growth|"
    r"年均(?:复合)?增长率|复合年增长率"
)


def recognise_growth(question: Question) -> Reading | None:
    """Average yearly growth (CAGR) from one amount to another, or None."""
    if not question.has(_GROWTH):
        return None
    spans = [q for q in question.of("calendar") if q.unit == "year"]
    amounts = [q for q in question.quantities if q.kind in {"money", "plain", "count"}]
    if len(spans) != 1 or len(amounts) != 2 or min(q.value for q in amounts) <= 0 or spans[0].value <= 0:
        return None
    first, last = amounts
    givens = [
        Given("first", first.value, first.text.strip()),
        Given("last", last.value, last.text.strip()),
        Given("years", spans[0].value, spans[0].text.strip()),
    ]
    step = Step("growth", "((last / first) ** (1 / years) - 1) * 100")
    label = ("연평균 성장률", "the average annual growth", "年均增长率")
    return Reading(0.9, single(question, givens, [step], label, percent))
