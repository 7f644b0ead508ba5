"""Numbers told by one another: twice as many as, 5 fewer than, three years older; one of them, or all, is asked for.

Whatever in the telling is not one of these relations ends the reading: a guess would be a wrong number.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from ..plan import Given, Step
from ..quantities import quantities
from ..wording import number, with_unit
from .phrases import Label, single
from .question import Question, Reading
from .relation_words import Told, parts_of, plain, told_in

_TOTAL = (
    r"\bin (?:all|total)\b|\baltogether\b|\btotal\b|\bcombined\b|\btogether\b|모두|전부|합치면|합하면|합은|총|一共|"
    r"总共|合计"
)
_APART = r"\bhow (?:many|much) (?:more|fewer|less|older|younger)\b|\bdifference\b|차이|더 (?:많|적)|多多少|少多少|相差"
_SHIFT = re.compile(
    r"\bin (?P<later>\d+) years\b|(?P<later2>\d+) years (?:from now|later)|(?P<ago>\d+) years ago|"
    r"(?P<later3>\d+)년 ?(?:후|뒤)|(?P<ago2>\d+)년 ?전|(?P<later4>\d+)年后|(?P<ago3>\d+)年前",
    re.IGNORECASE,
)
_WHEN = r"\bhow many years\b.*\bwill\b|\bwhen will\b|몇 년 ?(?:후|뒤|이 지나|만에)|(?:几|多少)年后"
_TIMES = re.compile(r"(?P<twice>twice|두 ?배|两倍)|(?P<n>\d+|three|four|세|네|三|四) ?(?:times|배|倍)", re.IGNORECASE)
_MULTIPLES = {"three": 3, "four": 4, "세": 3, "네": 4, "三": 3, "四": 4}


@dataclass
class _Worked:
    """The named ones in the order in which they come out: `number_1` is the first of `order`."""

    order: list[str]
    givens: list[Given] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)

    def variable(self, name: str) -> str:
        return f"number_{self.order.index(name) + 1}"


def recognise(question: Question) -> Reading | None:
    """Several numbers told by one another, or None."""
    if question.dates or question.of("percent", "money") or not question.asks_or_ends:
        return None
    telling, asking = parts_of(question)
    told = told_in(question, telling) if len(asking) == 1 else None
    names = {one.name for one in told or [] if one.name} | {one.other for one in told or [] if one.other}
    if not told or not 2 <= len(names) <= 5:
        return None
    worked = _worked(told)
    if worked is None or set(worked.order) != names or _tells_more(asking[0], worked):
        return None
    if re.search(_WHEN, asking[0], re.IGNORECASE):
        return _when(question, asking[0], worked)
    return _answered(question, asking[0], worked) if any(one.other for one in told) else None


def _tells_more(asked: str, worked: _Worked) -> bool:
    """True where the question holds a number of its own, other than years or how many they are (“두 사람”)."""
    rest = _TIMES.sub(" ", _SHIFT.sub(" ", asked))
    return any(q.value not in {1, len(worked.order)} for q in quantities(rest))


def _worked(told: list[Told]) -> _Worked | None:
    """Each by the one it was told by; the first from the total, where only that is told."""
    known = [one for one in told if one.name and not one.other]
    related = [one for one in told if one.other]
    totals = [one.total for one in told if one.total is not None]
    first = known[0].name if known else next((o.other for o in related if o.other not in {r.name for r in related}), "")
    if len(told) == 2 and (pair := _twice_told(related)):
        return pair
    # Twice told, or told by nothing, or by the total and a number of its own: not this kind of story.
    if len({one.name for one in told}) < len(told) or len(totals) + bool(known) != 1 or not first:
        return None
    worked = _Worked([first])
    for one in known:
        if one.name != first:
            worked.order.append(one.name)
        worked.givens.append(Given(worked.variable(one.name), one.more, one.name))
    # What each is in terms of the first: so many times it, and so much more.
    factors, shifts = dict.fromkeys(worked.order, Fraction(1)), dict.fromkeys(worked.order, Fraction(0))
    later: list[Step] = []
    while related:
        ready = next((one for one in related if one.other in worked.order), None)
        if ready is None:
            return None
        related.remove(ready)
        worked.order.append(ready.name)
        factors[ready.name] = ready.times * factors[ready.other]
        shifts[ready.name] = ready.times * shifts[ready.other] + ready.more
        later.append(Step(worked.variable(ready.name), _expression(worked.variable(ready.other), ready), ready.name))
    if totals:
        worked.givens.append(Given("total", totals[0]))
        shift, size = sum(shifts.values(), Fraction(0)), sum(factors.values(), Fraction(0))
        top = f"(total {'-' if shift > 0 else '+'} {_plain(abs(shift))})" if shift else "total"
        worked.steps.append(Step("number_1", f"{top} / {_plain(size)}", first))
    worked.steps += later
    return worked


def _twice_told(related: list[Told]) -> _Worked | None:
    """“20 years older than me” and “three times as old as me”: two equations of the same two."""
    if len(related) != 2 or (related[0].name, related[0].other) != (related[1].name, related[1].other):
        return None
    times, more = sorted(related, key=lambda one: one.times == 1)
    if times.times == 1 or more.times != 1 or times.more or (more.more / (times.times - 1)) <= 0:
        return None
    worked = _Worked([times.other, times.name], [Given("apart", more.more)])
    worked.steps.append(Step("number_1", f"apart / ({_plain(times.times)} - 1)", times.other))
    worked.steps.append(Step("number_2", f"number_1 * {_plain(times.times)}", times.name))
    return worked


def _expression(other: str, one: Told) -> str:
    text = other
    if one.times != 1:
        text += " / 2" if one.times == Fraction(1, 2) else f" * {_plain(one.times)}"
    return f"{text} {'+' if one.more > 0 else '-'} {_plain(abs(one.more))}" if one.more else text


def _plain(value: Fraction) -> str:
    return number(value).replace(",", "")


def _answered(question: Question, asked: str, worked: _Worked) -> Reading | None:
    named = _named(asked, worked)
    shift = _SHIFT.search(asked)
    steps = list(worked.steps)
    if re.search(_APART, asked, re.IGNORECASE):
        if len(named) != 2 or shift:
            return None
        steps.append(Step("result", f"abs({worked.variable(named[0])} - {worked.variable(named[1])})"))
    elif re.search(_TOTAL, asked, re.IGNORECASE):
        if shift or named:
            return None
        steps.append(Step("result", " + ".join(worked.variable(name) for name in worked.order)))
    elif len(named) == 1:
        steps.append(Step("result", f"{worked.variable(named[0])}{_years(shift)}"))
    else:
        return None
    unit = _unit(question)
    label: Label = ("답", "the answer", "结果")
    plan = single(
        question, worked.givens, _shortened(steps), label, lambda value: with_unit(value, unit, question.language)
    )
    values = [value for value in plan.values().values() if isinstance(value, Fraction)]
    # Half an apple, or a negative age: something was misread.
    if any(value < 0 or (not question.of("length", "mass", "volume") and value.denominator != 1) for value in values):
        return None
    return Reading(0.9, plan)


def _shortened(steps: list[Step]) -> list[Step]:
    """Without the steps after the one that the last only repeats."""
    place = next((at for at, step in enumerate(steps) if step.name == steps[-1].expression), None)
    if place is None:
        return steps
    return [*steps[:place], Step("result", steps[place].expression, steps[place].note)]


def _years(shift: re.Match[str] | None) -> str:
    if shift is None:
        return ""
    found = {name: text for name, text in shift.groupdict().items() if text}
    name, text = next(iter(found.items()))
    return f" {'-' if name.startswith('ago') else '+'} {text}"


def _named(asked: str, worked: _Worked) -> list[str]:
    """Whom the question names, in the order in which it does."""
    text = " ".join(plain(word) for word in re.findall(r"[A-Za-z]+|[^\sA-Za-z]+", asked))
    found = [(match.start(), name) for name in worked.order if (match := re.search(_whole(name), text))]
    return [name for _, name in sorted(found)]


def _whole(name: str) -> str:
    return rf"\b{re.escape(name)}\b" if name.isascii() else rf"(?<![가-힣\u4e00-\u9fff]){re.escape(name)}"


def _unit(question: Question) -> str:
    if question.language == "en":
        return next((q.label for q in question.of("length", "mass", "volume")), "")
    age = re.search(r"\d\s?(살|세|岁)", question.text)
    return age[1] if age else next((q.label for q in question.quantities if q.label and q.kind != "factor"), "")


def _when(question: Question, asked: str, worked: _Worked) -> Reading | None:
    """In how many years one is so many times as old as the other."""
    named, times = _named(asked, worked), _TIMES.search(asked)
    if len(named) != 2 or times is None:
        return None
    ratio = 2 if times["twice"] else _MULTIPLES.get(times["n"].lower()) or int(times["n"])
    older, younger = (worked.variable(name) for name in named)
    if ratio < 2:
        return None
    gap = f"{older} - {ratio} * {younger}"
    step = Step("result", gap if ratio == 2 else f"({gap}) / {ratio - 1}")
    label: Label = ("그때까지 남은 햇수", "the number of years", "所需年数")
    unit = question.pick("년", "", "年")
    plan = single(
        question,
        worked.givens,
        [*worked.steps, step],
        label,
        lambda value: with_unit(value, unit, question.language),
    )
    result = plan.values()["result"]
    return Reading(0.9, plan) if isinstance(result, Fraction) and result >= 0 else None
