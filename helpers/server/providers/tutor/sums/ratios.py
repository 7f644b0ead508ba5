"""Ratios: an amount divided in a ratio, a ratio in its simplest form, a missing term of a proportion."""

import re
from fractions import Fraction
from math import gcd, lcm

from ..plan import Answer, Given, Plan, Step, Values, joined
from ..quantities import Quantity, quantities
from ..wording import number, particle
from .percents import show
from .phrases import fraction, single, worked_out
from .question import Question, Reading

_TERM = r"\d+(?:\.\d+)?"
_RATIO = re.compile(rf"(?<![\d:.])({_TERM}(?:\s?(?::|：|대|比|\bto\b)\s?{_TERM})+)(?![\d:])")
_DIVIDES = (
    r"나누|나눠|나눈|나눌|분배|배분|\bsplit|\bdivid|\bshar|\bdistribut|\ballocat|\bratio\b|按|分成|分配|分给|比例分"
)
_SIMPLEST = r"가장 (?:간단|작)|간단한|약분|기약|\bsimplest\b|\bsimplif|\breduced?\b|\blowest terms\b|最简|化简|约分"
_PROPORTION = re.compile(
    rf"({_TERM}|[xyn□?_])\s?[:：]\s?({_TERM}|[xyn□?_])\s?=\s?({_TERM}|[xyn□?_])\s?[:：]\s?({_TERM}|[xyn□?_])"
)
_PAIR = re.compile(
    r"([가-힣]{1,6}?)(?:와|과|이랑|랑|하고)\s([가-힣]{1,6}?)(?:이|가|에게|은|는|한테)?\s|"
    r"\b([A-Z][a-z]+|boys?|girls?|[a-z]+) and ([A-Z][a-z]+|[a-z]+)\b|"
    r"([\u4e00-\u9fff]{1,3})和([\u4e00-\u9fff]{1,2})(?=按|以)"
)
_MOST_PARTS = 6


def recognise(question: Question) -> Reading | None:
    """A ratio question, or None."""
    if (match := _PROPORTION.search(question.text)) and (reading := _missing_term(question, match)):
        return reading
    found = _RATIO.search(question.text)
    if found is None:
        return None
    terms = [Fraction(term) for term in re.findall(_TERM, found[1])]
    if len(terms) > _MOST_PARTS or any(term == 0 for term in terms):
        return None
    rest = question.text[: found.start()] + " " * len(found[0]) + question.text[found.end() :]
    others = [q for q in quantities(rest) if q.kind in {"money", "count", "plain", "mass", "volume", "length", "time"}]
    if question.has(_SIMPLEST) and not others:
        return _simplest(question, terms, found[1])
    totals = [q for q in others if not (q.kind in {"count", "plain"} and q.value <= len(terms))]
    if len(totals) == 1 and (named := _RATIO_OF.search(question.text)) and len(terms) == 2:
        part = _is_a_part(question, totals[0], [group for group in named.groups() if group])
        if part is not None:
            return _other_part(question, totals[0], terms, part)
    if len(totals) == 1 and question.has(_DIVIDES) and found[1].replace(" ", "") != "1:1":
        return _divided(question, totals[0], terms, rest)
    return None


_RATIO_OF = re.compile(
    r"\bratio of ([a-z]+) to ([a-z]+)|([가-힣]+?)[와과] ([가-힣]+?)(?:의|이|가)? ?(?:수의 )?비|"
    r"([\u4e00-\u9fff]{1,4})[和与]([\u4e00-\u9fff]{1,4})的?(?:数量)?比",
    re.IGNORECASE,
)


def _is_a_part(question: Question, amount: Quantity, names: list[str]) -> int | None:
    """Which of the two the amount counts: 0 or 1; None where it counts both, or something else."""
    after = re.match(r"\s([a-z]+)", question.text[amount.end :])
    before = re.search(r"([가-힣]+?)(?:은|는|이|가)\s?$|([\u4e00-\u9fff]{1,4})有?$", question.text[: amount.start])
    word = (after[1] if after else next((group for group in before.groups() if group), "") if before else "").lower()
    found = [place for place, name in enumerate(names) if word and name.lower().rstrip("s") == word.rstrip("s")]
    return found[0] if len(found) == 1 else None


def _other_part(question: Question, known: Quantity, terms: list[Fraction], part: int) -> Reading | None:
    """“Cats to dogs is 3:2, and there are 12 cats”: the dogs; all of them where the total is asked for."""
    total = question.has(r"\bin total\b|\baltogether\b|\bin all\b|모두|전체|一共|总共")
    givens = [
        Given("known", known.value, known.text.strip()),
        Given("its_term", terms[part]),
        Given("other_term", terms[1 - part]),
    ]
    step = Step("result", f"known * {'(its_term + other_term)' if total else 'other_term'} / its_term")
    label = ("답", "the answer", "结果")
    plan = single(question, givens, [step], label, lambda value: show(question, known, value))
    return Reading(0.95, plan)


def _divided(question: Question, total: Quantity, terms: list[Fraction], rest: str) -> Reading:
    names = _names(rest, total, len(terms))
    givens = [
        Given("total", total.value, total.text.strip()),
        *(Given(f"term_{place}", term) for place, term in enumerate(terms, 1)),
    ]
    whole = " + ".join(f"term_{place}" for place in range(1, len(terms) + 1))
    steps = [Step(f"part_{place}", f"total * term_{place} / ({whole})") for place in range(1, len(terms) + 1)]

    def phrase(values: Values) -> Answer:
        shares = [show(question, total, fraction(values, step.name)) for step in steps]
        working = [f"{plan.worked(values, step)} = {share}" for step, share in zip(steps, shares, strict=True)]
        if names:
            sentence = question.pick(
                ", ".join(f"{particle(n, '은/는')} {s}" for n, s in zip(names, shares, strict=True)) + "입니다.",
                ", ".join(f"{n} gets {s}" for n, s in zip(names, shares, strict=True)) + ".",
                "，".join(f"{n}得 {s}" for n, s in zip(names, shares, strict=True)) + "。",
            )
        else:
            listed = ", ".join(shares)
            sentence = question.pick(
                f"차례로 {listed}입니다.", f"The parts are {' and '.join(shares)}.", f"依次是 {listed}。"
            )
        return Answer(", ".join(shares), sentence, worked_out(question, working))

    plan = Plan(tuple(givens), tuple(steps), tuple(step.name for step in steps), phrase)
    return Reading(0.93, plan)


def _names(rest: str, total: Quantity, size: int) -> list[str]:
    """The two that share, where they are named: “형과 동생이”, “Ann and Bob”."""
    match = (
        _PAIR.search(rest[: total.start] + " " * (total.end - total.start) + rest[total.end :]) if size == 2 else None
    )
    return [group for group in match.groups() if group] if match else []


def _simplest(question: Question, terms: list[Fraction], written: str) -> Reading:
    scale = lcm(*(term.denominator for term in terms))
    whole = [int(term * scale) for term in terms]
    divisor = gcd(*whole)
    givens = [Given(f"term_{place}", Fraction(term)) for place, term in enumerate(whole, 1)]
    steps = [Step("divisor", _common(len(whole)))]
    steps += [Step(f"part_{place}", f"term_{place} / divisor") for place in range(1, len(whole) + 1)]

    def phrase(values: Values) -> Answer:
        value = ":".join(number(fraction(values, step.name)) for step in steps[1:])
        sentence = question.pick(f"{value}입니다.", f"It is {value}.", f"最简比是 {value}。")
        working = question.pick(
            f"{written.strip()}의 두 항을 최대공약수 {divisor}로 나누었습니다.",
            f"Each term of {written.strip()} was divided by {divisor}, their greatest common divisor.",
            f"将 {written.strip()} 各项除以最大公约数 {divisor}。",
        )
        return Answer(value, sentence, working)

    return Reading(0.93, Plan(tuple(givens), tuple(steps), tuple(step.name for step in steps[1:]), phrase))


def _common(size: int) -> str:
    expression = "term_1"
    for place in range(2, size + 1):
        expression = f"gcd({expression}, term_{place})"
    return expression


def _missing_term(question: Question, match: re.Match[str]) -> Reading | None:
    """`3 : 5 = x : 20`: the products of the outer and of the inner terms are equal."""
    terms = list(match.groups())
    unknown = [place for place, term in enumerate(terms) if not term[0].isdigit()]
    if len(unknown) != 1:
        return None
    place = unknown[0]
    across = 3 - place
    others = [index for index in range(4) if index not in {place, across}]
    givens = [Given(f"term_{index + 1}", Fraction(terms[index])) for index in range(4) if index != place]
    step = Step("missing", f"term_{others[0] + 1} * term_{others[1] + 1} / term_{across + 1}")
    letter = terms[place] if terms[place].isalpha() else "x"

    def phrase(values: Values) -> Answer:
        value = number(fraction(values, "missing"))
        sentence = question.pick(f"{letter} = {value}입니다.", f"{letter} = {value}.", f"{letter} = {value}。")
        return Answer(value, joined(sentence), worked_out(question, [f"{plan.worked(values, step)} = {value}"]))

    plan = Plan(tuple(givens), (step,), ("missing",), phrase)
    return Reading(0.97, plan)
