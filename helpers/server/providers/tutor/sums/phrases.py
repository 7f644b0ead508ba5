"""The common shape of an answer: what it is, the value, and how it came about."""

import re
from collections.abc import Callable, Sequence
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values, joined
from ..wording import is_rounded, number, particle
from .question import Question
from .rounding import wished

Label = tuple[str, str, str]


def fraction(values: Values, name: str) -> Fraction:
    """The named value, which is a number."""
    value = values[name]
    assert isinstance(value, Fraction)
    return value


def single(
    question: Question,
    givens: Sequence[Given],
    steps: Sequence[Step],
    label: Label,
    show: Callable[[Fraction], str],
    note: str = "",
    shown: Sequence[Callable[[Fraction], str]] = (),
) -> Plan:
    """A plan whose last step is the result. `label` names it in the three languages; `shown` formats earlier steps."""

    def phrase(values: Values) -> Answer:
        result = fraction(values, steps[-1].name)
        value = show(wished(question)(result))
        sentence = state(question, label, value, about=is_rounded(result, value))
        formats = [*shown, *[show] * (len(steps) - len(shown))]
        parts = [
            f"{plan.worked(values, step)} = {form(fraction(values, step.name))}"
            for step, form in zip(steps[:-1], formats[:-1], strict=True)
        ]
        parts.append(f"{plan.worked(values, steps[-1])} = {formats[-1](wished(question)(result))}")
        return Answer(value, sentence, worked_out(question, parts), note)

    plan = Plan(tuple(givens), tuple(steps), (steps[-1].name,), phrase)
    return plan


Show = Callable[[Fraction], str]


def several(
    question: Question,
    givens: Sequence[Given],
    steps: Sequence[Step],
    results: Sequence[tuple[str, Label, Show]],
    note: str = "",
) -> Plan:
    """A plan with one or more results: the name of each step that is one, its label and how its value is written."""
    shows = {name: show for name, _, show in results}

    def phrase(values: Values) -> Answer:
        found = [show(fraction(values, name)) for name, _, show in results]
        sentences = [
            state(question, label, value, about=is_rounded(fraction(values, name), value))
            for (name, label, _), value in zip(results, found, strict=True)
        ]
        working = [
            f"{plan.worked(values, step)} = {shows.get(step.name, number)(fraction(values, step.name))}"
            for step in steps
        ]
        return Answer(", ".join(found), joined(*sentences), worked_out(question, working), note)

    plan = Plan(tuple(givens), tuple(steps), tuple(name for name, _, _ in results), phrase)
    return plan


def state(question: Question, label: Label, value: str, about: bool = False) -> str:
    """“판매가는 6,000원입니다.”, with “약” before a value that was rounded."""
    ko, en, zh = label
    ko = particle(ko, "은/는") + " " if ko else ""
    return question.pick(
        f"{ko}{'약 ' if about else ''}{value}입니다.",
        f"{en[:1].upper()}{en[1:]} is {'about ' if about else ''}{value}."
        if en
        else f"The answer is {'about ' if about else ''}{value}.",
        f"{zh or '结果'}{'约' if about else ''}是 {value}。" if not about else f"{zh or '结果'}约为 {value}。",
    )


# Rounded up to the next whole one.
_UPWARDS = re.compile(r"-\(-([\d.,]+) // ([^)]+|\([^)]+\))\)")


def worked_out(question: Question, parts: Sequence[str]) -> str:
    """“계산: 5,000 × (1 + 0.2) = 6,000원.”"""
    if not parts:
        return ""
    joined = _UPWARDS.sub(r"⌈\1 ÷ \2⌉", "; ".join(parts))
    return question.pick(f"계산: {joined}.", f"Worked out: {joined}.", f"计算：{joined}。")
