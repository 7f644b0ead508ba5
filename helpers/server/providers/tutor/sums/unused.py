"""A number of the question that a reading leaves out: a sign that the question was understood only in part."""

import re
from collections.abc import Iterator
from fractions import Fraction

from ..plan import Plan
from ..quantities import Quantity
from ..units import CALENDAR, SIZES
from .question import Question

_SHARES: list[tuple[str, Fraction]] = [
    (r"절반|반값|(?<=의 )반(?=[은는이을?\s])|\bhalf\b|\bhalv(?:e|es|ed|ing)\b|一半", Fraction(1, 2)),
    (r"\b(?:a|one) third\b|3분의 1|三分之一", Fraction(1, 3)),
    (r"\b(?:a|one)[ -](?:quarter|fourth)\b|4분의 1|四分之一", Fraction(1, 4)),
    (r"두 배|\btwice (?:as|the|that)\b|\bdoubl(?:e|es|ed|ing)\b|两倍", Fraction(2)),
    (r"세 배|\btripl(?:e|es|ed|ing)\b|三倍", Fraction(3)),
]


def leaves_out(question: Question, plan: Plan) -> bool:
    """True where a number that the question tells plays no part in the plan."""
    used = set(_used(plan))
    notes = [given.note for given in plan.givens]
    lengths = {len(given.value) for given in plan.givens if isinstance(given.value, tuple)}
    # “Two kids in a ratio of 5:4”, “four tests: 72, 85, 91 and 88”, “the fourth of them” only count what is listed.
    counts = {0, 1, len(plan.results), *lengths, *(length + 1 for length in lengths)}
    for quantity in question.quantities:
        if quantity.value in counts or used & _forms(quantity):
            continue
        written = re.compile(rf"(?<![\d.,]){re.escape(quantity.text.strip())}(?![\d])")
        if not any(written.search(note) for note in notes):
            return True
    return any(question.has(pattern) and not used & {share, 1 / share} for pattern, share in _SHARES)


def _used(plan: Plan) -> Iterator[Fraction]:
    for given in plan.givens:
        if isinstance(given.value, Fraction):
            yield given.value
        elif isinstance(given.value, tuple):
            yield from given.value
    for step in plan.steps:
        yield from (Fraction(figures) for figures in re.findall(r"(?<![\w.])\d+(?:\.\d+)?", step.expression))


def _forms(quantity: Quantity) -> set[Fraction]:
    """The number itself, as a share, as what it leaves of a whole, and in every other unit of its kind."""
    value = quantity.value
    forms = {value, value / 100, 1 - value / 100, abs(value)}
    sizes = SIZES.get(quantity.kind) or (CALENDAR if quantity.kind == "calendar" else {})
    if quantity.unit in sizes:
        forms |= {value * sizes[quantity.unit] / size for size in sizes.values()}
    return forms
