"""A number of the question that a reading leaves out: a sign that the question was understood only in part."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from ..plan import Plan
from ..quantities import Quantity, quantities
from ..units import CALENDAR, SIZES, unit_at
from .question import Question
from .rate_words import counted_noun

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
    if any(value not in used for value in _glued(question)) or _takes_a_share_apart(question, used):
        return True
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


def leaves_out_a_repeated(question: Question, plan: Plan) -> bool:
    """True where what is left out is told twice (2 machines, then 6): what is told twice plays a part."""
    given = Counter(given.value for given in plan.givens)
    left = []
    for quantity in question.quantities:
        form = next((value for value in sorted(_forms(quantity)) if given[value] > 0), None)
        if form is None:
            left.append(quantity)
        else:
            given[form] -= 1
    nouns = Counter(counted_noun(question, q) for q in question.quantities if q.kind in {"count", "plain"})
    return any(nouns[noun] > 1 for q in left if (noun := counted_noun(question, q)))


def ignores_words(question: Question, plan: Plan) -> bool:
    """True where words change the sum and the plan knows nothing of it: “except Sunday”, so much a day “in a week”."""
    if question.has(_EXCEPT) or _answers_another_unit(question, plan):
        return True
    used = set(_used(plan))
    return any(
        question.has(rate) and question.has(span) and not used & {Fraction(times) for times in factors}
        for rate, span, factors in _SPANS
    )


def _answers_another_unit(question: Question, plan: Plan) -> bool:
    """True where litres are asked for, and the answer is in minutes."""
    asked = [
        match.end()
        for match in re.finditer(r"\bhow many (?=[a-z])|몇\s?(?=[a-zA-Z가-힣])", question.text, re.IGNORECASE)
    ]
    units = [unit for place in asked if (unit := unit_at(question.text, place)[0])]
    found = {q.kind for q in quantities(plan.phrase(plan.values()).value)}
    kinds = {unit.kind for unit in units}
    # 킬로 is a kilogram or a kilometre.
    if len(asked) != 1 or len(kinds) != 1 or len(found) != 1 or units[0].label == "킬로":
        return False
    return kinds <= _MEASURED and found <= _MEASURED and kinds != found


_MEASURED = {"length", "mass", "volume", "area", "time", "energy"}
_EXCEPT = (
    r"\bexcept\b|\bexcluding\b|\bapart from\b|[일월화수목금토]요일(?:은|만|을|에는)? (?:빼고|제외|쉬)|주말(?:은|"
    r"을|에는)? (?:빼고|제외|쉬)|除了"
)
_DAILY = r"\b(?:a|per|each|every) day\b|\bdaily\b|하루에|하루 \d|매일|每天|一天\d"
_WEEKLY = r"\b(?:a|per|each|every) week\b|\bweekly\b|매주|일주일에 \d|每周"
_MONTHLY = r"\b(?:a|per|each|every) month\b|\bmonthly\b|매달|매월|한 달에 \d|每月"
# A rate, a span of another unit told without a figure, and what turns one into the other.
_SPANS = [
    (
        _DAILY,
        r"\b(?:in|for|after) (?:a|one) week\b|\b(?:a|per|each|every) week\s*\?|일주일(?: 동안| 뒤| 후|이면|간)|"
        r"一(?:个星期|周)(?:一共|能|可以|共)",
        (5, 7, Fraction(1, 7)),
    ),
    (
        _WEEKLY,
        r"\b(?:in|for|after) (?:a|one) year\b|\b(?:a|per|each|every) year\s*\?|(?:1|일|한) ?년(?: 동안|이면|간)|"
        r"一年(?:一共|能|可以|共)",
        (52,),
    ),
    (
        _MONTHLY,
        r"\b(?:in|for|after) (?:a|one) year\b|\b(?:a|per|each|every) year\s*\?|(?:1|일|한) ?년(?: 동안|이면|간)|"
        r"一年(?:一共|能|可以|共)",
        (12, Fraction(1, 12)),
    ),
]


def _glued(question: Question) -> Iterator[Fraction]:
    """Figures before letters that are no unit known here (“9kcal”): no quantities, but told all the same."""
    inside = [(q.start, q.end) for q in question.quantities] + [(day.start, day.end) for day in question.dates]
    for match in _FIGURES_AND_LETTERS.finditer(question.text):
        if not any(start <= match.start() < end for start, end in inside):
            yield Fraction(match[1].replace(",", ""))


_FIGURES_AND_LETTERS = re.compile(
    r"(?<![\w.,-])(\d[\d,]*(?:\.\d+)?)(?!(?:st|nd|rd|th|am|pm|a\.m|p\.m|x|o|s|d|D)(?![a-zA-Z]))[a-zA-Z]+"
)


def _takes_a_share_apart(question: Question, used: set[Fraction]) -> bool:
    """True where “4분의 1” or “two thirds” of the question is no share in the plan, but two numbers or none."""
    for match in _FRACTION.finditer(question.text):
        if match["name"]:
            share = _COUNTS[match["many"].lower()] * _NAMED[match["name"].lower()]
        else:
            down, up = int(match["down"]), int(match["up"])
            if not down:
                return True
            share = Fraction(up, down)
        if not used & {share, 1 - share, 1 / share, 1 + share} and not used & {share * 100}:
            return True
    return False


_NAMED = {"third": Fraction(1, 3), "quarter": Fraction(1, 4), "fourth": Fraction(1, 4), "fifth": Fraction(1, 5)}
_COUNTS = {"two": 2, "three": 3, "four": 4}
_FRACTION = re.compile(
    r"(?P<down>\d+)\s?분의\s?(?P<up>\d+)|\b(?P<many>two|three|four)[ -](?P<name>third|quarter|fourth|fifth)s\b",
    re.IGNORECASE,
)


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
