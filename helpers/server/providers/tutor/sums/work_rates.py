"""Work shared by more or fewer hands: so many workers take so long, how long do others take, or how many are needed?"""

import re

from ..plan import Given, Step
from ..quantities import Quantity
from ..wording import with_unit
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_HANDS = (
    r"\d\s?명|\d\s?사람|\d\s?인이|일꾼|기계|수도꼭지|펌프|트럭|프린터|\bworkers?\b|\bpeople\b|\bmen\b|"
    r"\bpainters?\b|\bmachines?\b|"
    r"\btaps?\b|\bpipes?\b|\bpumps?\b|\bpersons?\b|\bstudents?\b|\bprinters?\b|\bfarmers?\b|\bbuilders?\b|\bcooks?\b|"
    r"[个名位]工?人|台机器|水管|水龙头"
)
_WORK = (
    r"일(?:을|이)|작업|끝|완성|걸리|걸려|걸린|채우|마치|만드|만들|생산|\bmakes?\b|\bproduces?\b|\bjob\b|\bwork\b|"
    r"\btask\b|\bfinish|\bcomplet|\btakes?\b|"
    r"\bneeds?\b|"
    r"\bpaint|\bbuild|\bfill|\bdig\b|\bharvest|完成|需要|工作|干完|注满|做完"
)
_TIME_ASKED = (
    r"며칠|몇\s?(?:일|시간|분|주)|얼마나|\bhow long\b|\bhow many (?:days|hours|minutes|weeks)\b|(?:多少|"
    r"几)(?:天|小时|分钟)|多久"
)
_HANDS_ASKED = r"몇\s?명|몇\s?사람|\bhow many (?:workers|people|men|painters|machines)\b|(?:多少|几)(?:人|个人|名|台)"


_NO_WORK = (
    r"\brecipe|\bcook(?:s|ing)? for\b|\bserv|\bplays?\b|\bperform|\bsing|\bfl(?:y|ies)\b|요리|조리|인분|연주|공연|"
    r"노래|菜谱|人份|演奏"
)
_PEOPLE = r"\b(?:people|persons|friends|guests)\b"
_STRONG = (
    r"\b(?:job|work|works|working|task|finish|complete|paint|build|dig|harvest|clean|mow|pack|plant|assemble|"
    r"unload|move|"
    r"repair|dry walls?)\w*\b"
)
# What is worked on, rather than who works: “40장”, “3 mice”.
_HAND_COUNTERS = {"명", "사람", "인", "대", "개", "마리", "人", "名", "台", "个", "位", ""}


def _are_hands(question: Question, hands: list[Quantity]) -> bool:
    """True where both numbers count the same workers; the second may leave out what it counts."""
    if question.language != "en":
        return hands[0].label in _HAND_COUNTERS and hands[1].label in {hands[0].label, ""}
    nouns = [re.match(r"\s(?:more\s)?([a-z]{3,}?)s?\b", question.text[hand.end :]) for hand in hands]
    first, second = (noun[1] if noun else "" for noun in nouns)
    return second in {first, "", "will", "would", "take", "need", "do", "work", "of"}


def recognise(question: Question) -> Reading | None:
    """Work in inverse proportion, or None."""
    spans = [q for q in question.of("time") if q.value != 0]
    hands = [q for q in question.of("count", "plain") if q.value > 0]
    if len(spans) + len(hands) != len(question.quantities) or not question.has(_HANDS) or not question.has(_WORK):
        return None
    # “A recipe for 4 people takes 30 minutes”: nobody works there.
    if question.has(_NO_WORK) or (question.has(_PEOPLE) and not question.has(_STRONG)):
        return None
    if len(hands) == 2 and len(spans) == 1 and question.has(_TIME_ASKED) and _are_hands(question, hands):
        span = spans[0]
        # “한 명이 한 시간에 상자 3개” tells what is made, not who works.
        if question.has(r"씩|\beach\b|\bevery\b|\bper\b|每"):
            return None
        first, second = hands
        givens = [
            Given("hands", first.value, first.text.strip()),
            Given("time", span.value, span.text.strip()),
            Given("other_hands", second.value, second.text.strip()),
        ]
        label: Label = ("걸리는 시간", "the time", "所需时间")
        note = question.pick(
            "모두 같은 빠르기로 일한다고 보았습니다.", "All are taken to work at the same pace.", "假设每人效率相同。"
        )
        plan = single(
            question,
            givens,
            [Step("result", "hands * time / other_hands")],
            label,
            lambda value: show(question, span, value),
            note,
        )
        return Reading(0.93, plan)
    if len(hands) == 1 and len(spans) == 2 and spans[0].unit == spans[1].unit and question.has(_HANDS_ASKED):
        first_span, second_span = spans
        givens = [
            Given("hands", hands[0].value, hands[0].text.strip()),
            Given("time", first_span.value, first_span.text.strip()),
            Given("other_time", second_span.value, second_span.text.strip()),
        ]
        label = ("필요한 수", "the number needed", "所需人数")
        unit = hands[0].label
        plan = single(
            question,
            givens,
            [Step("result", "hands * time / other_time")],
            label,
            lambda value: with_unit(value, unit, question.language),
        )
        return Reading(0.93, plan)
    return None
