"""How many boxes, buses or tables so many things need, or fill: “130명이 45인승 버스를 타면 몇 대”."""

import re
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import number, with_unit
from .phrases import Label, several, single
from .question import Question, Reading

# Behind a number: it is what one of them holds.
_HOLDS_AFTER = re.compile(
    r"\s?(?:인승|인용|[개명장병권자루알]?들이|(?:개|명|장|병|권|자루|알|송이|벌)?씩\s?(?:들어|담|탈|앉|타|태우|"
    r"실|싣|넣|포장|묶|나눠 담))|"
    r"[- ](?:seat|seater|person|passenger|bottle|piece)s?\b(?!\?)|\s(?:seats|places)(?:\seach)?(?=\s(?:are|do)\b)|"
    r"\s[a-z]+\s(?:each|per (?:bus|box|table|van|boat|car|crate|tray|bag|carton|page|shelf|room|team|group))\b|"
    r"座",
    re.IGNORECASE,
)
# Before it.
_HOLDS_BEFORE = re.compile(
    r"(?:\b(?:holds?|seats?|carry|carries|fits?|takes?|contains?|accommodates?|(?:boxes|bags|packs|crates|trays|"
    r"cartons|groups|tables|teams) of|with)\s(?:up to\s|at most\s)?|"
    r"(?:한|1)\s?(?:상자|대|판|봉지|팩|통|테이블|방|조|팀|줄|묶음|박스|칸)(?:에|당|"
    r"에는)\s(?:최대\s)?(?:[가-힣]{1,4}\s)?|"
    r"每[\u4e00-\u9fff]{1,3}?(?:最多)?(?:[装坐放住载能可以]{1,4}))$",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"몇\s?(?P<ko>상자|대|판|봉지|팩|통|테이블|개|방|조|팀|줄|묶음|박스|칸|척|번)|"
    r"\bhow many (?P<en>[a-z]+)|(?:多少|几)(?P<zh>[辆个箱盒张间条袋艘只])",
    re.IGNORECASE,
)
_NEED = (
    r"필요|있어야|최소|적어도|빌려야|준비해야|사야|\bneed|\bat least\b|\brequired|\bmust\b|\btakes?\b|需要|至少|"
    r"最少|要几|要多少"
)
_FULL = r"가득|꽉|\bfull\b|\bcompletely\b|\bcan\b.*\bfill|装满|만들 수 있|채울 수 있"
_REST = r"남|나머지|\bleft over\b|\bremain|\bleft\b|剩|余"


def recognise(question: Question) -> Reading | None:
    """The number of boxes and the like, or None."""
    found = [q for q in question.quantities if q.value != 1]
    asked = _ASKS.search(question.text)
    if len(found) != 2 or asked is None or question.of("money", "percent") or question.dates:
        return None
    holding = [q for q in found if _is_held(question, q)]
    if len(holding) != 1:
        return None
    one = holding[0]
    whole = found[0] if found[1] is one else found[1]
    counted = {"count", "plain"}
    if not {one.kind, whole.kind} <= counted or one.value <= 0 or whole.value <= 0:
        return None
    if any(q.value.denominator != 1 for q in found):
        return None
    givens = [Given("things", whole.value, whole.text.strip()), Given("holds", one.value, one.text.strip())]
    label: Label = ("필요한 수", "the number needed", "需要的数量")
    unit = asked["ko"] or asked["zh"] or ""

    def show(value: Fraction) -> str:
        return with_unit(value, unit, question.language) if unit else number(value)

    if question.has(_REST) and not question.has(_NEED):
        steps = [Step("full", "things // holds"), Step("rest", "things % holds")]
        results = [
            ("full", ("가득 차는 수", "the number of full ones", "装满的数量"), show),
            ("rest", ("남는 것", "what is left over", "剩余"), lambda value: _things(question, whole, value)),
        ]
        return Reading(0.92, several(question, givens, steps, results))
    if question.has(_NEED) or re.search(r"타면|담으면|앉으면|태우려면|담으려면", question.text):
        return Reading(0.92, single(question, givens, [Step("result", "-(-things // holds)")], label, show))
    if question.has(_FULL):
        label = ("가득 차는 수", "the number of full ones", "装满的数量")
        return Reading(0.92, single(question, givens, [Step("result", "things // holds")], label, show))
    return None


def _is_held(question: Question, quantity: Quantity) -> bool:
    # “30개들이” is read up to its counter.
    end = quantity.end - (len(quantity.label) if quantity.label and quantity.text.endswith(quantity.label) else 0)
    after = question.text[end:]
    return bool(
        _HOLDS_AFTER.match(after)
        or _HOLDS_AFTER.match(question.text[quantity.end :])
        or _HOLDS_BEFORE.search(question.text[: quantity.start])
    )


def _things(question: Question, whole: Quantity, value: Fraction) -> str:
    return with_unit(value, whole.label, question.language) if question.language != "en" else number(value)
