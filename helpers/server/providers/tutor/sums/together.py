"""Two who work at once, or move towards or after each other: how long until the work is done, or until they meet?"""

import re

from ..plan import Given, Step
from ..units import SIZES
from ..wording import with_unit
from .percents import show
from .phrases import Label, single
from .question import Question, Reading
from .speeds import told_speeds

_BOTH = r"함께|같이|둘이|동시에|\btogether\b|\bboth\b|\bat the same time\b|一起|合作|同时|共同"
_WORK = (
    r"일(?:을|이)|작업|혼자|걸리|걸려|채우|끝|완성|\balone\b|\bby (?:himself|herself|itself)\b|\bcan\b|\btakes?\b|"
    r"\bpaints?\b|\bfills?\b|\bempt|\bfinish|\bneeds?\b|单独|独自|完成|需要?|注满"
)
_TIME_ASKED = (
    r"며칠|몇\s?(?:일|시간|분|주)|얼마나|\bhow (?:long|many (?:days|hours|minutes))\b|(?:多少|几)(?:天|个?小时|"
    r"分钟)|多久"
)
_AGAINST = r"\bdrain|\bleak|\bout of\b|배수|빠지|새는|새어|排水|漏|\bwhile\b|\bthen\b|나머지|먼저|剩下|先"
_TOWARDS = r"towards? each other|마주|서로를? 향해|相向|相对|对开|\bmeet\b|만나|相遇"
_AFTER = r"같은 방향|쫓|따라|\bsame direction\b|\bcatch|\bovertak|追|同向"


def recognise(question: Question) -> Reading | None:
    """Work done by several at once, or None."""
    spans = question.of("time")
    others = [q for q in question.quantities if q not in spans and q.value not in {1, len(spans)}]
    if len(spans) not in {2, 3} or others or len({q.unit for q in spans}) > 1 or question.dates:
        return None
    if not (question.has(_BOTH) and question.has(_WORK) and question.has(_TIME_ASKED)) or question.has(_AGAINST):
        return None
    # Nobody tells how long they take together and asks for that.
    both = re.search(_BOTH, question.text, re.IGNORECASE)
    if any(q.value <= 0 for q in spans) or (
        both and any(q.start > both.start() for q in spans) and _first_is_both(question)
    ):
        return None
    givens = [Given(f"time_{place}", q.value, q.text.strip()) for place, q in enumerate(spans, 1)]
    step = Step("result", f"1 / ({' + '.join(f'1 / {given.name}' for given in givens)})")
    label: Label = ("걸리는 시간", "the time", "所需时间")
    plan = single(question, givens, [step], label, lambda value: show(question, spans[0], value))
    return Reading(0.94, plan)


def _first_is_both(question: Question) -> bool:
    """“Together they need 2 hours, Ann alone 3. How long does Ben need?” asks for the other way round."""
    asked = re.split(r"[.。,，]\s*", question.text.rstrip("?？. "))[-1]
    return re.search(_BOTH, asked, re.IGNORECASE) is None


def recognise_meeting(question: Question) -> Reading | None:
    """Two that move at two speeds over a told distance, or None."""
    speeds, rest = told_speeds(question.text)
    if len(speeds) != 2 or speeds[0].unit != speeds[1].unit or not question.has(_TIME_ASKED + r"|언제|\bwhen\b"):
        return None
    lengths = [q for q in Question(rest, question.language).quantities if q.value not in {1, 2} or q.kind == "length"]
    if len(lengths) != 1 or lengths[0].kind != "length":
        return None
    towards, after = question.has(_TOWARDS), question.has(_AFTER)
    way, (first, second) = lengths[0], speeds
    if towards == after and not (towards and re.search("따라|追", question.text)):
        return None
    closing = first.value + second.value if not after else abs(first.value - second.value)
    if closing == 0:
        return None
    ratio = SIZES["length"][way.unit] / SIZES["length"][first.length]
    givens = [
        Given("distance", way.value * ratio, way.text.strip()),
        Given("speed_1", first.value, first.text),
        Given("speed_2", second.value, second.text),
    ]
    sign = "-" if after else "+"
    step = Step("time", f"distance / {f'abs(speed_1 {sign} speed_2)' if after else '(speed_1 + speed_2)'}")
    unit = {
        "h": question.pick("시간", "hours", "小时"),
        "min": question.pick("분", "minutes", "分钟"),
        "s": question.pick("초", "seconds", "秒"),
    }[first.time]
    label: Label = ("만날 때까지 걸리는 시간", "the time until they meet", "相遇所需时间")
    plan = single(question, givens, [step], label, lambda value: with_unit(value, unit, question.language))
    return Reading(0.93, plan)
