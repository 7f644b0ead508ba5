"""What is left of a whole when a percentage of it is told: the rest, the boys where girls are told, what is to come."""

import re

from ..plan import Given, Step
from ..wording import percent
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_REST = (
    r"나머지|남은|남는|남아|그 외|\bthe rest\b|\bremain|\bleft\b|\bthe others?\b|\bnot\b|\bdon't\b|\bdoesn't\b|"
    r"\bmore\b.*\b(?:need|to fill|"
    r"to go|must|required)|\bneed\w*\b.*\bmore\b|더 (?:필요|채워|넣어|가야|해야|모아|읽어)|其余|剩下|剩余|还(?:差|"
    r"需|剩)"
)
_PAIRS = [
    (r"여학생|여자|여성|여직원", r"남학생|남자|남성|남직원"),
    (r"\bgirls?\b|\bwomen\b|\bfemales?\b", r"\bboys?\b|\bmen\b|\bmales?\b"),
    (r"女生|女性|女[孩人员]", r"男生|男性|男[孩人员]"),
    (
        r"팔렸|팔린|찼|\bsold\b|\bfull\b|\btaken\b|\boccupied\b|卖出|坐满",
        r"안 팔|비어|빈 |팔리지|\bempty\b|\bunsold\b|\bfree\b|空",
    ),
    (r"합격|\bpass", r"불합격|떨어진|탈락|\bfail|不及格"),
    (r"출석|참석|\bpresent\b|\battend|\bcame\b|出席", r"결석|불참|오지 않|\babsent\b|缺席"),
    (r"어른|성인|\badults?\b|成人", r"어린이|아이|\bchildren\b|\bkids\b|儿童|孩子"),
]
_SPENDS_TWICE = r"할인|세금|마진|이자|discount|\btax\b|\boff\b|interest|markup|折|税"


def recognise(question: Question) -> Reading | None:
    """The rest of a whole, or None."""
    rates = question.of("percent")
    others = [q for q in question.quantities if q.kind not in {"percent", "calendar"}]
    if len(rates) != 1 or len(others) != 1 or not question.asks or not 0 < rates[0].value < 100:
        return None
    rate, base = rates[0], others[0]
    asked = question.text[max(rate.end, base.end) :]
    if not asked or question.has(_SPENDS_TWICE) or not asks_for_the_rest(question, rate.start, asked):
        return None
    givens = [Given("amount", base.value, base.text.strip()), Given("rate", rate.value / 100, percent(rate.value))]
    label: Label = ("나머지", "the rest", "其余")
    step = Step("rest", "amount * (1 - rate)")
    return Reading(0.9, single(question, givens, [step], label, lambda value: show(question, base, value)))


def asks_for_the_rest(question: Question, rate: int, asked: str) -> bool:
    """True where the words after the numbers ask for what the percentage leaves."""
    if re.search(_REST, asked, re.IGNORECASE):
        return True
    told = question.text[rate : len(question.text) - len(asked)] + re.split(r"[.?!。？！]", asked)[0]
    questions = asked[len(re.split(r"[.?!。？！]", asked)[0]) :]
    return any(
        re.search(one, told, re.I) and re.search(other, questions, re.I) and not re.search(one, questions, re.I)
        for pair in _PAIRS
        for one, other in (pair, pair[::-1])
    )
