"""At a steady pace, or in the same proportion: so far in so long, so much for so many; how much for others?

“A car goes 150 km in 2 hours. How far in 5 hours?”, “4인분에 밀가루 300g, 10인분이면?”, “a dozen eggs cost $3”.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import SIZES
from .asked import in_what_asks
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

# Between or behind the two numbers of a proportion: what makes one go with the other.
_GOES_WITH = {
    "en": r"\b(?:in|for|per|every|costs?|takes?|took|needs?|uses?|requires?|on|from|feeds?|serves?|makes?|made|weighs?|"
    r"gives?|fills?|covers?|prints?|produces?|calls? for|an?(?= dozen))\b|=",
    "ko": r"에|당|동안|마다|인분|만에|이면|들어|필요|걸리|걸렸|드는|쓰",
    "zh": r"小时|分钟|天|秒|需要?|要|用|能|可以|共?卖|生产|[行走跑]|份|花|每",
}
_ASKED = {
    "length": r"\bhow far\b|\bdistance\b|\bhow many (?:km|kilomet\w+|miles|met\w+|m)\b|몇\s?(?:km|킬로|m\b|미터|"
    r"마일)|거리|얼마나 (?:가|갈|달|이동|멀)|多远|多少(?:公里|千米|米)|几(?:公里|千米)|路程",
    "time": r"\bhow long\b|\bhow many (?:hours|minutes|days|seconds|weeks)\b|얼마나 걸|몇\s?(?:시간|분|일|초|주)|며칠|"
    r"多久|多长时间|(?:多少|几)(?:个?小时|分钟|天|秒)",
    "money": r"\bhow much\b|\bwhat (?:is|would be|will be) the (?:cost|price)\b|\bcosts?\b.*\?|얼마|多少钱|多少元|几元",
    "mass": r"\bhow (?:much|many)\b|몇\s?(?:g|kg|그램|킬로)|얼마|多少",
    "volume": r"\bhow (?:much|many)\b|몇\s?(?:L|mL|리터|밀리)|얼마|多少",
    "count": r"\bhow (?:many|much)\b|몇|多少|几",
}
# One more, one less, what is left, who is faster: stories of another kind.
_OTHERWISE = (
    r"\bleft\b|\bremain|\bmore than\b|\bless than\b|\bfewer\b|\bhow (?:much|many) (?:more|longer|further)\b|\bolder\b|"
    r"\bfaster\b|\bslower\b|\btogether\b|\beach (?:get|pay)|\bshare|\bsplit|\bdivid|\bmeet\b|\baverage\b|\btwice\b|"
    r"\balready\b|\bbut\b|남|나머지|나누|나눠|똑같이|보다|함께|같이|만나|평균|속력|속도는|빠르기는|시속|더 (?:걸|"
    r"가|필요|사)|"
    r"씩|还剩|剩|平均|平分|一起|相遇|比|速度是"
)
_HANDS = (
    r"\b(?:workers?|men|painters?|machines?|taps?|pipes?|pumps?|printers?|builders?|people|persons?|students?|"
    r"farmers?|cooks?|cats?|hens?)\b|명|사람|일꾼|기계|수도꼭지|펌프|인(?!분)|[人名台]"
)


@dataclass(frozen=True)
class _Thing:
    """A number with what it counts: a unit, a counter or an English noun."""

    quantity: Quantity
    noun: str

    @property
    def size(self) -> Fraction:
        return SIZES.get(self.quantity.kind, {}).get(self.quantity.unit, Fraction(1))

    def is_like(self, other: "_Thing") -> bool:
        mine, others = self.quantity, other.quantity
        if mine.kind in SIZES or mine.kind == "money":
            return mine.kind == others.kind and (mine.kind in SIZES or mine.unit == others.unit)
        counted = {"count", "plain"}
        if mine.kind not in counted or others.kind not in counted:
            return False
        dozen = re.search(r"dozen", mine.text + others.text, re.IGNORECASE) and not (self.noun and other.noun)
        return bool(dozen) or (self.noun == other.noun != "")


def recognise(question: Question) -> Reading | None:
    """The fourth number of a proportion told in words, or None."""
    if question.dates or question.of("percent", "factor", "calendar") or not question.asks_or_ends:
        return None
    things = [_Thing(q, _noun(question, q)) for q in question.quantities]
    # “一台机器”, “한 사람이”: who does it is no number here.
    things = things if len(things) <= 3 else [one for one in things if one.quantity.value != 1]
    if len(things) == 2:
        return _of_one(question, *things)
    told = len(things)
    things = _asked_of(question, things) if told > 3 else things
    if len(things) != 3 or question.has(_OTHERWISE) or any(thing.quantity.value <= 0 for thing in things):
        return None
    first, second, wanted = things
    known, amount = (first, second) if wanted.is_like(first) else (second, first)
    if not wanted.is_like(known) or amount.is_like(known):
        return None
    if told == 3 and not _go_together(question, first, second, wanted):
        return None
    asked = question.text[second.quantity.end :]
    if (
        not _asks_for(asked, amount)
        or _is_inverse(question, known, amount)
        or not in_what_asks(question, wanted.quantity.start)
    ):
        return None
    if amount.quantity.kind == "time" and not _is_worked_through(question, known, amount):
        return None
    ratio = wanted.size / known.size
    givens = [
        Given("amount", amount.quantity.value, amount.quantity.text.strip()),
        Given("known", known.quantity.value, known.quantity.text.strip()),
        Given("wanted", wanted.quantity.value * ratio, wanted.quantity.text.strip()),
    ]
    label: Label = ("답", "the answer", "结果")
    note = question.pick("같은 비율로 계산했습니다.", "I took the same proportion.", "按相同比例计算。")
    plan = single(
        question,
        givens,
        [Step("result", "amount / known * wanted")],
        label,
        lambda value: show(question, amount.quantity, value),
        note,
    )
    # Half a bus carries nobody.
    result = plan.values()["result"]
    whole = amount.quantity.kind not in {"count", "plain"} or (isinstance(result, Fraction) and result.denominator == 1)
    return Reading(0.86, plan, chooses=told > 3) if whole else None


def _asked_of(question: Question, things: list[_Thing]) -> list[_Thing]:
    """Of a recipe's many amounts the one that is asked for (“how much sugar”), with those of what it is for."""
    asked = re.search(
        r"\bhow (?:much|many) ([a-z]+)\b|([가-힣]{1,6}?)(?:은|는|이|가|을|를)? 몇|多少[克升个杯]([\u4e00-\u9fff]+)",
        question.text,
        re.I,
    )
    noun = next((group for group in asked.groups() if group), "").lower() if asked else ""
    last = things[-1]
    same = [one for one in things[:-1] if last.is_like(one)]
    if not noun or len(same) != 1:
        return []
    named = [one for one in things[:-1] if one is not same[0] and _is_of(question, one, noun)]
    told = sorted([same[0], *named], key=lambda one: one.quantity.start)
    return [*told, last] if len(named) == 1 else []


def _is_of(question: Question, thing: _Thing, noun: str) -> bool:
    before, after = question.text[: thing.quantity.start], question.text[thing.quantity.end :]
    return bool(
        re.match(rf"\s(?:of )?{re.escape(noun)}\b", after, re.IGNORECASE)
        or re.search(rf"{re.escape(noun)}(?:이|가|은|는|을|를)?\s?$", before)
    )


_ONE_HOLDS = re.compile(
    r"^(?:an?|one|each|every|the)\s(?P<noun>[a-z]+)(?: of [a-z]+)?\s(?:holds?|contains?|weighs?|costs?|has|takes?|"
    r"needs?|covers?|"
    r"uses?|carries|seats?|lasts?)\s",
    re.IGNORECASE,
)


def _of_one(question: Question, told: _Thing, other: _Thing) -> Reading | None:
    """“A bag weighs 20 kg. How many kg are 15 bags?”, “A bottle holds 750 ml. How many bottles from 18 liters?”"""
    one = _ONE_HOLDS.match(question.text)
    sentences = re.split(r"(?<=[.!?])\s", question.text)
    if one is None or one.end() != told.quantity.start or len(sentences) != 2 or question.has(_OTHERWISE):
        return None
    noun = re.sub(r"(?:es|s)$", "", one["noun"].lower())
    asked = re.search(r"\bhow many ([a-z]+)", sentences[1], re.IGNORECASE)
    givens = [
        Given("one", told.quantity.value, told.quantity.text.strip()),
        Given("other", other.quantity.value * other.size / told.size, other.quantity.text.strip()),
    ]
    label: Label = ("답", "the answer", "结果")
    if other.noun.rstrip("e") == noun.rstrip("e") and not (asked and asked[1].lower().startswith(noun)):
        step = Step("result", "one * other")
        plan = single(question, givens, [step], label, lambda value: show(question, told.quantity, value))
        return Reading(0.85, plan)
    if other.is_like(told) and asked and asked[1].lower().startswith(noun):
        exact = givens[1].value / told.quantity.value if isinstance(givens[1].value, Fraction) else Fraction(0)
        step = Step("result", "other / one" if exact.denominator == 1 else "-(-other // one)")
        if exact.denominator != 1 and not re.search(r"\bneed", sentences[1]):
            step = Step("result", "other // one")
        return Reading(0.85, single(question, givens, [step], label, lambda value: show(question, _PLAIN, value)))
    return None


_PLAIN = Quantity(Fraction(1), "plain", "", "", 0, 0, "")


def _noun(question: Question, quantity: Quantity) -> str:
    """What is counted: `pages` behind “90 pages”, the counter of Korean and Chinese; empty where nothing is."""
    if quantity.kind not in {"count", "plain"}:
        return ""
    if quantity.label:
        return quantity.label
    found = re.match(r"\s(?:[a-z]+\s)??(?!in\b|for\b|of\b|and\b|cost)([a-z]{3,})", question.text[quantity.end :])
    return re.sub(r"(?:es|s)$", "", found[1]) if found else ""


def _go_together(question: Question, first: _Thing, second: _Thing, wanted: _Thing) -> bool:
    """The two told numbers stand in one sentence whose words join them; the third stands where the question is."""
    begin, end = first.quantity, second.quantity
    between = question.text[begin.end : end.start]
    behind = question.text[end.end : wanted.quantity.start]
    if re.search(r"[.?!。？！]", between) or re.search(r"\band\b|그리고|와 |과 |和", between):
        return False
    sentence = re.split(r"[.?!。？！,，]", behind)[0]
    joined = between + (sentence if question.language != "en" else "") + (end.text if "dozen" in end.text else "")
    lead = question.text[: begin.start] if question.language == "en" else ""
    words = _GOES_WITH[question.language]
    return re.search(words, joined, re.IGNORECASE) is not None or re.search(rf"(?:{words})\s*$", lead, re.I) is not None


def _asks_for(asked: str, amount: _Thing) -> bool:
    kind = "count" if amount.quantity.kind == "plain" else amount.quantity.kind
    if kind not in _ASKED or re.search(_ASKED[kind], asked, re.IGNORECASE) is None:
        return False
    if kind != "count":
        # “How many pages in 3 hours?” asks for no length, mass or money.
        other = re.search(r"\bhow many (\w+)", asked, re.IGNORECASE)
        return other is None or kind in {"time", "length"} or other[1].lower() in _names(amount)
    many = re.search(
        r"\bhow (?:many|much) (?:[a-z]+ )?([a-z]+)|몇\s?([가-힣])|(?:多少|几)([\u4e00-\u9fff])", asked, re.I
    )
    if many is None or not amount.noun:
        return False
    nouns = set(re.findall(r"[a-z]+", many[0].lower())) if many[1] else {many[2] or many[3]}
    return any(re.sub(r"(?:es|s)$", "", noun) == amount.noun or amount.noun.startswith(noun) for noun in nouns)


def _is_worked_through(question: Question, known: _Thing, amount: _Thing) -> bool:
    """A time grows with what is counted where one is done after the other: “prints 90 pages in 6 minutes”."""
    if known.quantity.kind not in {"count", "plain"}:
        return True
    first, second = sorted([known.quantity, amount.quantity], key=lambda q: q.start)
    between = question.text[first.end : second.start]
    if question.language == "en":
        verb = re.search(r"[a-z]+(?:s|ed|e|t|k|d|n)\s$", question.text[: first.start])
        return (
            first is known.quantity
            and verb is not None
            and re.fullmatch(r"(?:\s[a-z]+){1,3} in\s", between) is not None
        )
    after = question.text[second.end : second.end + 3]
    return first is amount.quantity and (question.language == "zh" or re.match(r"\s?[을를]", after) is not None)


def _names(amount: _Thing) -> set[str]:
    label = amount.quantity.label.lower()
    return {label, f"{label}s", "grams", "kilograms", "liters", "litres", "milliliters", "kg", "g", "ml"}


def _is_inverse(question: Question, known: _Thing, amount: _Thing) -> bool:
    """More hands take less time: that is no proportion of this kind."""
    return (
        amount.quantity.kind == "time"
        and known.quantity.kind in {"count", "plain"}
        and re.search(_HANDS, known.noun + question.text[known.quantity.end : known.quantity.end + 12], re.I)
        is not None
    )
