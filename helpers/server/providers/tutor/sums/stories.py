"""Small word problems: some are there, some come, some go; shared out; so many each; a proportion; a speed."""

import re
from collections.abc import Callable
from fractions import Fraction
from functools import partial

from ..plan import Given, Step
from ..quantities import Quantity
from ..units import SIZES
from ..wording import number, with_unit
from .asked import in_what_asks
from .percents import show
from .phrases import Label, several, single
from .question import Question, Reading

_ADD = (
    r"더 (?:사|받|샀|넣|왔|오|주|얻|들어|태|심|만들|구매|채용)|샀|사 왔|사왔|받았|받으면|받고|얻|"
    r"들어왔|들어오|들어와|들어갔|왔|추가|늘|더했|더하|탔|타고|타면|합쳐|모았|벌|심었|입고|채용|"
    r"\bbuys?\b|\bbought\b|\bgets?\b|\bgot\b|\breceiv|\bmore\b|\bfinds?\b|\bfound\b|\badds?\b|"
    r"\badded\b|\bjoin|\bgains?\b|\bearn|\bcollects?|"
    r"\bpicks?\b|\bpicked\b|\barriv|买了?|又|得到|来了|增加|收到|上车|赚"
)
_TAKE = (
    r"먹|주었|줬|주면|주고|나눠 줬|팔았|팔면|팔고|잃|썼|쓰면|쓰고|사용|빼|뺐|남기고|떠났|내렸|내리면|"
    r"내리고|버렸|깨졌|깨지|줄었|터졌|날아|빌려|퇴사|나갔|나가|빠졌|빠져|출고|지출|"
    r"\beats?\b|\bate\b|\bgives?\b|\bgave\b|\bsells?\b|\bsold\b|\bloses?\b|\blost\b|\bspends?\b|"
    r"\bspent\b|\buses?\b|\bused\b|\bremov|\bleaves?\b|"
    r"\bleft the\b|\bbreaks?\b|\bbroke\b|\bfl(?:y|ies|ew)\b|\btakes? away\b|\bdonat|\bpop|吃|给了?|送|"
    r"卖|丢|用了|用掉|花了?|飞走|走了|下车|借"
)
_ASKS = (
    r"몇|얼마|남|모두|총|전부|\bhow (?:many|much|far|long)\b|\bleft\b|\bremain|\bin total\b|"
    r"\baltogether\b|多少|几|还剩|一共|剩"
)
_DIVIDE = (
    r"똑같이|나누어|나눠|나누면|나눌|1인당|한 ?명당|한 ?사람당|인당|균등|\bshar|\bsplit|\bdivid|"
    r"\bequally\b|\beach get|\bper person\b|\bevenly\b|平均分|平分|每人|分给"
)
_EACH = r"씩|마다|\beach\b|\bper\b|\bevery\b|\bapiece\b|每"


def recognise(question: Question) -> Reading | None:
    """A small word problem, or None."""
    # The hour of a clock is no number of things.
    if (
        not question.asks_or_ends
        or question.of("percent")
        or question.dates
        or question.has(r"\d\s?시(?!간|속)|\d:\d\d")
    ):
        return None
    readers = (_proportion, _share_of_lots, _share, _product)
    for read in readers if question.has(_ASKS) and question.asks else (_proportion, _share_of_lots, _share):
        reading = read(question)
        if reading:
            return reading
    return None


def _shown(question: Question, quantity: Quantity, value: Fraction) -> str:
    """In the unit of the quantity; English counts take the noun that follows the figure."""
    if quantity.kind in {"plain", "count"} and question.language == "en":
        noun = re.match(
            r"\s+((?!more\b|of\b|and\b|for\b|to\b|in\b|at\b|is\b|are\b|left\b)[a-z]+s)\b", question.text[quantity.end :]
        )
        return with_unit(value, noun[1] if noun else "", "en")
    return show(question, quantity, value)


def _share(question: Question) -> Reading | None:
    """So many shared by so many."""
    things = [
        q for q in question.quantities if q.kind in {"count", "plain", "money", "length", "mass", "volume", "time"}
    ]
    things = [q for q in things if not (q.value == 1 and re.match(r"\s?당|\s?人", question.text[q.end : q.end + 2]))]
    if len(things) == 3:
        # “3명이 나누면 한 명이 몇 개”: the one is each of them.
        things = [q for q in things if not (q.value == 1 and any(p is not q and p.label == q.label for p in things))]
    if len(things) != 2 or not question.has(_DIVIDE) or question.has(r"씩 (?:담|나누|나눠|묶|넣|포장)"):
        return None
    total, heads = things
    if total.kind in {"count", "plain"} and (
        (total.label in {"명", "사람", "인", "人", "名"} or _people(question, total))
        and not _GROUPS.match(question.text, heads.end)
        and heads.label not in {"조", "팀", "반", "组", "队"}
    ):
        total, heads = heads, total
    if heads.kind not in {"count", "plain"} or heads.value == 0:
        return None
    givens = [Given("total", total.value, total.text.strip()), Given("shares", heads.value, heads.text.strip())]
    label: Label = ("하나의 몫", "each share", "每份")
    if heads.label in {"명", "사람", "인"}:
        label = ("한 명당 몫", "each share", "每人")
    whole = total.kind in {"count", "plain"} and total.value.denominator == 1 and heads.value.denominator == 1
    rest = total.value % heads.value
    note = ""
    if whole and rest and question.has(_REST):
        steps = [Step("share", "total // shares"), Step("rest", "total % shares")]
        left: Label = ("남는 것", "what is left over", "剩余")
        shows = [
            (step.name, name, partial(_shown, question, total)) for step, name in zip(steps, (label, left), strict=True)
        ]
        return Reading(0.8, several(question, givens, steps, shows))
    if whole and rest and total.kind == "count":
        quotient = _shown(question, total, Fraction(total.value // heads.value))
        remaining = _shown(question, total, rest)
        note = question.pick(
            f"나누지 못하는 것이라면 {quotient}씩 나누고 {remaining}가 남습니다.".replace("개가", "개가"),
            f"If they cannot be cut, each gets {quotient} and {remaining} remain.",
            f"若不能再分，则每份 {quotient}，余 {remaining}。",
        )
    plan = single(
        question, givens, [Step("share", "total / shares")], label, lambda value: _shown(question, total, value), note
    )
    return Reading(0.75, plan)


def _share_of_lots(question: Question) -> Reading | None:
    """So many lots of so many each, shared by so many people."""
    things = [q for q in question.of("count", "plain") if q.value != 1]
    if (
        len(things) != 3
        or question.of("money", "mass", "volume", "length", "time", "calendar")
        or not question.has(_DIVIDE)
        or not question.has(_IN_LOTS)
    ):
        return None
    heads = [q for q in things if q.label in _HEADS or _people(question, q)]
    if len(heads) != 1 or heads[0].value == 0:
        return None
    lots, each = (q for q in things if q is not heads[0])
    # “한 타는 12자루”: what the one lot holds is shared, not the lots.
    piece = lots if any(q.value == 1 and q.label == each.label for q in question.of("count")) else each
    givens = [
        Given("lots", lots.value, lots.text.strip()),
        Given("each", each.value, each.text.strip()),
        Given("shares", heads[0].value, heads[0].text.strip()),
    ]
    if (question.has(_REST) and question.language != "en") or question.has(r"\bleft over\b|\bremain"):
        steps = [Step("total", "lots * each"), Step("share", "total // shares"), Step("rest", "total % shares")]
        names: list[Label] = [("한 명당 몫", "each share", "每人"), ("남는 것", "what is left over", "剩余")]
        shows = [
            (step.name, name, partial(_shown, question, piece)) for step, name in zip(steps[1:], names, strict=True)
        ]
        return Reading(0.85, several(question, givens, steps, shows))
    plan = single(
        question,
        givens,
        [Step("share", "lots * each / shares")],
        ("한 명당 몫", "each share", "每人"),
        lambda value: _shown(question, piece, value) if question.language != "en" else number(value),
    )
    return Reading(0.85, plan)


_HEADS = {"명", "사람", "인", "人", "名", "학생"}
_IN_LOTS = r"씩|한 [가-힣]{1,3}(?:은|는|에)\s|들어|담긴|담겨|짜리|\bof\b|\beach\b|\bwith\b|\bper\b|每"
_REST = r"남|나머지|\bleft over\b|\bleft\b|\bremain|剩|余"
# What people are divided into, rather than things among people.
_GROUPS = re.compile(r"\s*(?:groups|teams|classes|buses|tables|rooms|조|팀|반|모둠|组|队)")


def _people(question: Question, quantity: Quantity) -> bool:
    return (
        re.match(
            r"\s+(?:people|friends|persons|students|children|kids|members|colleagues|players)",
            question.text[quantity.end :],
        )
        is not None
    )


_PIECES = r"자르|잘라|나누|나눠|담|도막|조각|몇\s?(?:개|병|봉지|도막|조각|통|컵)|剪|切|分成?|装|几[段根瓶]|多少[段根瓶]"


def _product(question: Question) -> Reading | None:
    """So many each, times so many."""
    things = [
        q for q in question.quantities if q.kind in {"count", "plain", "money", "mass", "volume", "length", "time"}
    ]
    things = [q for q in things if not (q.value == 1 and q.kind == "count")]
    things = [q for q in things if not (q.value == 1 and q.unit == "day")]
    if len(things) == 3 and question.has(r"씩|\beach\b|每") and not question.has(_DIVIDE):
        return _product_of_all(question, things)
    if len(things) != 2 or not question.has(_EACH) or (question.has(_DIVIDE) and question.has(r"몇\s?\S{0,3}씩")):
        return None
    first, second = things
    each = next((q for q in things if re.match(r"\s?(?:씩|짜리)", question.text[q.end : q.end + 3])), None)
    if each is None and question.language == "en":
        each = (
            second
            if re.search(r"\beach\b|\bper\b|\bevery\b|\bapiece\b", question.text[second.start :], re.I)
            else first
        )
        if re.match(r"\s+(?:\w+\s+){0,2}(?:each|per|every|a day)\b", question.text[first.end :], re.IGNORECASE):
            each = first
    if each is None:
        each = second
    times = first if each is second else second
    # “24자루를 6자루씩 담으면 몇 상자”, “12m를 75cm씩 자르면”: how often the part goes into the whole.
    measured = each.kind == times.kind and each.kind in {*SIZES, "money"}
    if measured or (
        question.has(r"씩.{0,12}(?:담|나누|나눠|묶|넣|포장|들어가|타|태우|앉|실|싣).{0,20}몇")
        and each.unit == times.unit
        and each.label == times.label
    ):
        if measured and (not _alike(each, times) or not question.has(_PIECES)):
            return None
        size = _size(times) / _size(each)
        givens = [Given("total", times.value * size, times.text.strip()), Given("each", each.value, each.text.strip())]
        if each.value == 0:
            return None
        exact = times.value * size / each.value
        if exact.denominator != 1 and not measured and re.search(_REST, question.text, re.IGNORECASE):
            steps = [Step("groups", "total // each"), Step("rest", "total % each")]
            names: list[tuple[Label, Callable[[Fraction], str]]] = [
                (("묶음 수", "the number of groups", "组数"), number),
                (("남는 것", "what is left over", "剩余"), partial(_shown, question, times)),
            ]
            shows = [(step.name, *name) for step, name in zip(steps, names, strict=True)]
            return Reading(0.8, several(question, givens, steps, shows))
        # A bus for the last five is a whole bus.
        whole = (times.value / each.value).denominator != 1 and question.has(r"필요|있어야|\bneed")
        step = Step("groups", "-(-total // each)" if whole else "total / each")
        plan = single(question, givens, [step], ("묶음 수", "the number of groups", "组数"), number)
        return Reading(0.75, plan)
    givens = [Given("each", each.value, each.text.strip()), Given("times", times.value, times.text.strip())]
    plan = single(
        question,
        givens,
        [Step("total", "each * times")],
        ("전체", "the total", "一共"),
        lambda value: _shown(question, each, value),
    )
    return Reading(0.7, plan)


def _alike(first: Quantity, second: Quantity) -> bool:
    """The same unit, or two of one size (200 g and 1 kg)."""
    return first.unit == second.unit or (first.kind == second.kind and first.kind in SIZES)


def _size(quantity: Quantity) -> Fraction:
    return SIZES.get(quantity.kind, {}).get(quantity.unit, Fraction(1))


def _product_of_all(question: Question, things: list[Quantity]) -> Reading | None:
    """“3명이 하루에 8시간씩 5일”: so many, so much each, so often; the answer counts what each has."""
    each = next((q for q in things if re.match(r"\s?씩", question.text[q.end : q.end + 2])), None)
    # “45개가 필요합니다. 12개씩 3줄이 있습니다”: two of a kind are not multiplied.
    if (
        each is None
        or any(q is not each and q.label == each.label for q in things)
        or question.has(_ADD)
        or question.has(_TAKE)
        or len(things) != len(question.quantities)
    ):
        return None
    givens = [Given(f"number_{place}", q.value, q.text.strip()) for place, q in enumerate(things, 1)]
    plan = single(
        question,
        givens,
        [Step("total", " * ".join(given.name for given in givens))],
        ("전체", "the total", "一共"),
        lambda value: _shown(question, each, value),
    )
    return Reading(0.72, plan)


# “6 liters per 100 km” tells a proportion, “2 cups per day” a product.
_ONE_EACH = r"씩|마다|짜리|\beach\b|\bper\b(?! \d)|\bevery\b|\bapiece\b|每"


def _proportion(question: Question) -> Reading | None:
    """“3개에 2,400원이면 5개는 얼마?”, “If 3 cost $6, how much do 5 cost?”: three numbers, two of one kind."""
    things = [q for q in question.quantities if q.kind not in {"calendar", "percent", "factor"}]
    if len(things) != 3 or not question.has(r"면|\bif\b|\bper\b|\bcan\b|如果|照这样|\bthen\b|,"):
        return None
    if question.has(_ADD) and question.has(_TAKE):
        return None
    first, second, third = things
    unlike = {"money", "length", "mass", "volume", "time"}
    counted = {"count", "plain"}
    same = first.kind == third.kind or {first.kind, third.kind} <= counted
    if same and second.kind != first.kind and second.kind in unlike and _alike(first, third):
        known, amount, wanted = first, second, third
    elif second.kind == third.kind and first.kind != second.kind and first.kind in unlike and _alike(second, third):
        known, amount, wanted = second, first, third
    else:
        return None
    if known.value == 0 or (known.kind == "money") or question.has(_ONE_EACH):
        return None
    # Five shirts dry as fast as one; what is done one after the other is read as a steady pace.
    if amount.kind == "time" and known.kind in {"count", "plain"}:
        return None
    if not in_what_asks(question, third.start):
        return None
    givens = [
        Given("known", known.value, known.text.strip()),
        Given("amount", amount.value, amount.text.strip()),
        Given("wanted", wanted.value * _size(wanted) / _size(known), wanted.text.strip()),
    ]
    label: Label = (wanted.text.strip(), wanted.text.strip(), wanted.text.strip())
    plan = single(
        question,
        givens,
        [Step("result", "amount / known * wanted")],
        label if question.language == "ko" else ("", "the answer", "结果"),
        lambda value: show(question, amount, value),
    )
    return Reading(0.8, plan)
