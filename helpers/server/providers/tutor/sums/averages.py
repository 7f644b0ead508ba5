"""Averages backwards: the total behind an average, and the score that is still needed for one."""

import re

from ..plan import Given, Step
from ..quantities import Quantity
from .percents import show
from .phrases import Label, single
from .question import Question, Reading

_AVERAGE = r"평균|\baverage\b|\bmean\b|\baveraging\b|平均"
_TOTAL = r"총점|합(?:은|이|을|계)|총합|총액|전체|\btotal\b|\bsum\b|\baltogether\b|总分|总和|总共"
_NEEDED = (
    r"되려면|이려면|되기 위해|하려면|받아야|필요|넘으려면|\bneed|\bmust\b|\bto (?:have|get|average|reach)\b|"
    r"\brequired\b|要|需要"
)


def recognise(question: Question) -> Reading | None:
    """A total or a missing score from an average, or None."""
    if not question.has(_AVERAGE) or question.of("percent", "calendar") or not question.asks:
        return None
    items = list(question.quantities)
    average = _average(question, items)
    if average is None:
        return None
    others = [q for q in items if q is not average]
    if question.has(_NEEDED) and len(others) >= 2:
        return _needed(question, average, others)
    counts = [q for q in others if q.kind in {"count", "plain"} and q.value.denominator == 1]
    if len(others) == 2 and (one := _with_one_more(question, average, others)):
        return one
    if question.has(_TOTAL) and len(others) == len(counts) == 1:
        givens = [
            Given("average", average.value, average.text.strip()),
            Given("count", counts[0].value, counts[0].text.strip()),
        ]
        label: Label = ("총합", "the total", "总和")
        plan = single(
            question, givens, [Step("total", "average * count")], label, lambda value: show(question, average, value)
        )
        return Reading(0.9, plan)
    return None


_THEN = (
    r"(?:받으면|맞으면|넣으면|더하면|들어오면|추가|합치면|포함|받았|맞았).*평균|\b(?:then|next|new|another|sixth|fifth|fourth|"
    r"third|joins?|scores?|gets?|added)\b.*\baverage\b|再|加上|第[一二三四五六七八九十]次"
)


def _with_one_more(question: Question, average: Quantity, others: list[Quantity]) -> Reading | None:
    """What an average becomes with one more value: so many have it, and then comes one."""
    count, more = others
    asked = question.text[more.end :]
    if not average.start < more.start or not count.start < more.start or not re.search(_AVERAGE, asked, re.IGNORECASE):
        return None
    if count.kind not in {"count", "plain"} or count.value.denominator != 1 or not question.has(_THEN):
        return None
    if more.kind != average.kind and "plain" not in {more.kind, average.kind}:
        return None
    givens = [
        Given("average", average.value, average.text.strip()),
        Given("count", count.value, count.text.strip()),
        Given("more", more.value, more.text.strip()),
    ]
    label: Label = ("새 평균", "the new average", "新的平均值")
    step = Step("result", "(average * count + more) / (count + 1)")
    return Reading(0.93, single(question, givens, [step], label, lambda value: show(question, average, value)))


def _average(question: Question, items: list[Quantity]) -> Quantity | None:
    """The number that the word “average” belongs to: after it, with at most a few words between."""
    for match in re.finditer(_AVERAGE, question.text, re.IGNORECASE):
        for item in items:
            between = question.text[match.end() : item.start]
            if item.start >= match.end() and re.fullmatch(
                r"\s*(?:이|은|는|가|을)?\s*(?:of|is|was|score of|a|an)?\s*(?:분|分)?[是为要达到]*\s*",
                between,
                re.IGNORECASE,
            ):
                return item
    return None


def _needed(question: Question, average: Quantity, others: list[Quantity]) -> Reading | None:
    """The next score, where those so far are listed and the average of all is given."""
    scores = [q for q in others if q.kind == average.kind or "plain" in {q.kind, average.kind} or q.kind == "count"]
    run: list[Quantity] = []
    for item in scores:
        joint = question.text[run[-1].end : item.start] if run else ""
        if not run or re.fullmatch(
            r"\s*(?:[,，、]|과|와|and|,\s*and|和)?\s*(?:[가-힣]{1,6}\s)?\s*", joint, re.IGNORECASE
        ):
            run.append(item)
        elif len(run) >= 2:
            break
        else:
            run = [item]
    left = [q for q in others if q not in run]
    if len(run) < 2 or any(q.kind not in {"count", "plain"} or q.value != len(run) + 1 for q in left):
        return None
    if any(q.start < average.end and q.end > average.start for q in run):
        return None
    givens = [
        Given("scores", tuple(q.value for q in run)),
        Given("average", average.value, average.text.strip()),
    ]
    label: Label = ("필요한 값", "the value needed", "需要的数")
    plan = single(
        question,
        givens,
        [Step("needed", "average * (len(scores) + 1) - sum(scores)")],
        label,
        lambda value: show(question, run[0] if run[0].kind != "plain" else average, value),
    )
    return Reading(0.94, plan)
