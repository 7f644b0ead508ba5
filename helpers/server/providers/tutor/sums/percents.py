"""Percent of, what percent, percent change, more or less by a percentage."""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import money, percent, with_unit
from .asked import asks_before, asks_for_another
from .phrases import Label, single
from .question import Question, Reading

_OF = r"의\s|의$|\bof\b|的"
_CHANGE = (
    r"변화|변동|증가|감소|성장|늘|줄|올랐|오른|올라|떨어|하락|상승|증감|차이|"
    r"\binterest\b|\bgain|\bgot back\b|돌려받|\bchange|increas|decreas|grow|grew|\brose|\brise|\bfell|\bdrop|"
    r"增长|增加|减少|下降|上涨|变化|涨"
)
_WHICH_PERCENT = (
    r"몇\s?(?:%|퍼센트|프로)|비율|[가-힣]{2}(?<!환)[률율](?:은|이|을|\?)|(?:what|how many) per ?cent|"
    r"\bpercent(?:age)?\b(?! off)|百分之几|"
    r"百分比|% ?(?:change|increase|decrease|growth)"
    r"|증가율|감소율|성장률|변화율|변동률|상승률|하락률|增长率|growth rate|rate of (?:change|growth)|what %"
)
_UP = (
    r"증가|늘|붙이|붙여|얹|오르|올라|올리|올려|더하|더\b|더한|더 |상승|인상|많|크|추가|increas|\brais|\bmore\b|"
    r"\brise|\bgrow|\badd|\bplus\b|higher|增加|上涨|提高|增长|多(?!少)"
)
# Asks for a difference, and says nothing of a rise.
_HOW_MUCH_MORE = r"\bhow (?:many|much) (?:more|less|fewer)\b|더 (?:필요|채워|넣어야|있어야)|나머지|\bthe rest\b|其余"
_DOWN = (
    r"감소|줄|깎|내리|내려|빼|덜|하락|인하|적|작|떨어|decreas|reduc|\bless\b|\bdrop|\blower|\bminus\b|"
    r"\bsubtract|减少|下降|降低|(?<!多)少"
)


def recognise(question: Question) -> Reading | None:
    """A percentage question that names no price, or None."""
    rates = question.of("percent")
    others = [q for q in question.quantities if q.kind not in {"percent", "calendar"}]
    if len(rates) == 1 and len(others) == 1:
        if asks_before(question):
            return None
        if asks_for_another(question, max(rates[0].end, others[0].end)) or question.has(_HOW_MUCH_MORE):
            return None
        return _apply(question, others[0], rates[0])
    if not rates and len(others) == 2 and question.has(_WHICH_PERCENT):
        return _compare(question, *others)
    if len(rates) == 2 and not others and question.has(r"\bof\b|의|的") and question.asks:
        part, whole = rates
        givens = [Given("first", part.value / 100), Given("second", whole.value / 100)]
        plan = single(
            question, givens, [Step("share", "first * second * 100")], ("", "the share", "结果"), percent, shown=[]
        )
        return Reading(0.7, plan)
    return None


def show(question: Question, quantity: Quantity, value: Fraction) -> str:
    """A value in the unit of a quantity of the question."""
    if quantity.kind == "money":
        return money(value, quantity.unit, question.language)
    return with_unit(value, quantity.label, question.language)


def _apply(question: Question, base: Quantity, rate: Quantity) -> Reading | None:
    between = question.text[min(base.end, rate.end) : max(base.start, rate.start)]
    after = question.text[max(base.end, rate.end) :]
    # “200의 15%” and “15% of 200” name a part; “200에서 15% 늘면” names a change.
    part = (
        re.search(r"(?:그\s?중|이\s?중|그 가운데|其中)(?:에서|의)?\s*$", between)
        or re.match(r"\s?(?:의|의 |的)|\s?(?:명|개)?\s?(?:중|가운데)(?:에서|에)?\s", between)
        or re.fullmatch(r"\s*of\s*(?:the\s)?\s*", between)
    )
    change = question.text.replace(between, " ") if part else question.text
    up = re.search(_UP, after + between if not part else after, re.IGNORECASE)
    down = re.search(_DOWN, after + between if not part else after, re.IGNORECASE)
    if not part and not up and not down:
        up, down = re.search(_UP, change, re.IGNORECASE), re.search(_DOWN, change, re.IGNORECASE)
    givens = [
        Given("amount", base.value, base.text.strip()),
        Given("rate", rate.value / 100, percent(rate.value)),
    ]
    if part and not (up or down):
        if rate.end < base.start and not question.has(r"\bof\b|的"):
            return None
        label: Label = (
            f"{base.text.strip()}의 {percent(rate.value)}",
            f"{percent(rate.value)} of {base.text.strip()}",
            f"{base.text.strip()}的 {percent(rate.value)}",
        )
        plan = single(
            question, givens, [Step("part", "amount * rate")], label, lambda value: show(question, base, value)
        )
        return Reading(0.85 if question.asks or len(question.text) < 30 else 0.4, plan)
    if not (up or down) or not question.asks:
        return None
    sign = "+" if up and not (down and down.start() < up.start()) else "-"
    label = ("결과", "the result", "结果")
    plan = single(
        question,
        givens,
        [Step("result", f"amount * (1 {sign} rate)")],
        label,
        lambda value: show(question, base, value),
    )
    return Reading(0.7, plan)


def _compare(question: Question, first: Quantity, second: Quantity) -> Reading | None:
    if first.kind != second.kind and "plain" not in {first.kind, second.kind}:
        return None
    if question.has(_CHANGE):
        if first.value == 0:
            return Reading(0.6, missing=_no_share(question))
        givens = [Given("before", first.value, first.text.strip()), Given("after", second.value, second.text.strip())]
        fall = second.value < first.value
        label: Label = (
            "감소율" if fall else "증가율",
            "the decrease" if fall else "the increase",
            "降幅" if fall else "增幅",
        )
        step = Step("change", "(after - before) / before * 100")
        plan = single(question, givens, [step], label, lambda value: percent(abs(value)))
        # Two amounts that are spelt out leave nothing to look up in a file.
        return Reading(0.95 if first.kind == second.kind == "money" else 0.85, plan)
    if question.has(_OF_ALL) and first.kind == second.kind and first.unit == second.unit:
        named = _asked_of_all(question, first, second)
        return _of_both(question, named, second if named is first else first) if named else None
    if (one := _named_part(question, first, second)) is not None:
        return _of_both(question, one, second if one is first else first)
    part, whole = first, second
    # “What percent of 120 is 30”, “120에서 30은 몇 %”, “120 중 30은”: the whole comes first.
    lead = question.text[max(0, first.start - 12) : first.start]
    tail = question.text[first.end : second.start]
    if re.search(r"per ?cent(?:age)? of (?:the )?$|% of $", lead, re.IGNORECASE) or re.match(
        r"\w{0,8}\s?(?:에서|중|가운데|里|中|当中)|.{0,20}? (?:중|가운데)(?:에서)?\s", tail
    ):
        part, whole = second, first
    if whole.value == 0:
        return Reading(0.6, missing=_no_share(question))
    givens = [Given("part", part.value, part.text.strip()), Given("whole", whole.value, whole.text.strip())]
    label = ("비율", "the share", "占比")
    return Reading(0.85, single(question, givens, [Step("share", "part / whole * 100")], label, percent))


# “男生占全班的百分之几”, “여학생은 전체의 몇 %”: the whole is both together.
_OF_ALL = (
    r"전체의|전체에서|占(?:全班|全部|总数|总人数|全体)|"
    r"\bof (?:the|all) (?:the )?(?:class|total|students|group|whole|people|fruit|animals)\b"
)


def _asked_of_all(question: Question, first: Quantity, second: Quantity) -> Quantity | None:
    # The two letters before the figure name it: 남학생 12명, 男生18人; English names it behind.
    found = (
        re.search(r"[가-힣]+ ?[가-힣]{1,3}\s?$|[\u4e00-\u9fff]{1,2}有?$", question.text[: q.start])
        for q in (first, second)
    )
    names = [match[0].replace("有", "").strip() if match else "" for match in found]
    if question.language == "en":
        names = [_name(question, one) for one in (first, second)]
    tail = question.text[second.end :]
    asked = [one for one, name in zip((first, second), names, strict=True) if name and name in tail]
    return asked[0] if len(asked) == 1 else None


def _named_part(question: Question, first: Quantity, second: Quantity) -> Quantity | None:
    """“남학생 12명, 여학생 18명인 반에서 여학생 비율”: the one whose name is asked for, of two of a kind."""
    tail = question.text[second.end :]
    if first.unit != second.unit or first.label != second.label or re.search(r"\s(?:중|out of|of)\s", question.text):
        return None
    names = [_name(question, one) for one in (first, second)]
    asked = [one for one, name in zip((first, second), names, strict=True) if name and name in tail]
    return asked[0] if all(names) and len(asked) == 1 else None


def _name(question: Question, quantity: Quantity) -> str:
    before = re.search(r"([가-힣]{2,6}|[\u4e00-\u9fff]{2,4})(?:이|가|은|는|有)?\s*$", question.text[: quantity.start])
    after = re.match(r"\s([a-z]{3,})", question.text[quantity.end :])
    return before[1] if before else after[1] if after else ""


def _of_both(question: Question, part: Quantity, rest: Quantity) -> Reading | None:
    if part.value + rest.value == 0:
        return None
    givens = [Given("part", part.value, part.text.strip()), Given("rest", rest.value, rest.text.strip())]
    label: Label = ("비율", "the share", "占比")
    return Reading(0.86, single(question, givens, [Step("share", "part / (part + rest) * 100")], label, percent))


def _no_share(question: Question) -> str:
    return question.pick(
        "0을 기준으로는 비율을 계산할 수 없습니다. 기준이 되는 다른 값을 알려 주세요.",
        "A percentage of zero cannot be worked out; please give another base value.",
        "以 0 为基数无法计算百分比，请给出其他基数。",
    )
