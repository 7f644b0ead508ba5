"""Numbers that only their units join: a price per kWh, kWh a day and days; grams a cup and a price per kilogram.

Every number is a factor or a divisor, once. The one way in which the units come out as those that are asked for is the
sum; where there are two ways, or none, there is no reading.
"""

import re
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise, product

from ..plan import Given, Plan, Step
from ..quantities import Quantity
from ..units import SIZES, named_unit
from ..wording import money, number, with_unit
from .phrases import Label, single
from .question import Question, Reading
from .rate_words import TIMES, Dimensions, Term, stem, terms_of, unit_dims

_MONEY = (
    r"얼마|요금|가격|비용|값|[가-힣]비[는은]\?|\bhow much\b.*\b(?:cost|pay|earn|make|spend|bill|owe|charge|money)|"
    r"\bwhat\b.*\b(?:costs?|bill|price|pay|earn|wage|charge)\b|多少钱|多少元|费用"
)
_NEED = r"필요|있어야|최소|적어도|\bneed|\bat least\b|\brequired|需要|至少|最少"
# What sums of this kind never have: something taken off, left, compared or shared on top.
_ELSE = (
    r"남|나머지|거스름|할인|깎|평균|보다|차이|이미|벌써|절반|두 배|기본|가입|더하|빼|합치|똑같이|나누|나눠|환율|"
    r"복리|이자|"
    r"\bleft\b|\bchange\b|\boff\b|\bthan\b|\baverage\b|\balready\b|\bhalf\b|\btwice\b|\bplus\b|\bsplit|\bshare|"
    r"\bfee\b|\bjoin|\bdiscount|\bchanges?\b|\bcheaper\b|\bpercent|剩|找|折|比|平均|一半|平分|已经|汇率"
)
_SQUARE = r"정사각형.*(?:㎡|m²|제곱)|(?:㎡|m²|제곱).*정사각형|\bsquare\b(?! met).*\bper square\b|正方形.*平方"
_ASKED = re.compile(
    r"\bhow many ([a-z]+)|몇\s?([가-힣a-zA-Z㎡]{1,4})|(며칠)|(?:多少|几)(?!钱|元)([\u4e00-\u9fff]{1,3})", re.IGNORECASE
)
_MOST = 6


def recognise(question: Question) -> Reading | None:
    """A product of amounts and rates, or None."""
    # “twice a day” counts, though without a figure.
    text = re.sub(r"\btwice(?= (?:a|per|each|every) )", "2 times", question.text)
    question = Question(text, question.language) if text != question.text else question
    if question.dates or not question.asks or question.has(_ELSE) or question.of("percent", "factor", "temperature"):
        return None
    if any(_is_one_span(question, *pair) for pair in pairwise(question.quantities)):
        return None
    terms = terms_of(question)
    if question.has(_SQUARE):
        terms = [_squared(term) if term.dims == {"length": 1} else term for term in terms]
    rates = [term for term in terms if term.is_rate]
    if not rates or not 1 <= len(terms) <= _MOST or any(term.value <= 0 for term in terms):
        return None
    ones = _ones(question, terms)
    options = [term for term in terms if term.quantity.value == 1 and not term.is_rate]
    needed = [term for term in terms if term not in options]
    keys = {key for term in options for key in term.dims}
    options += [one for one in ones if not keys & set(one.dims)]
    told = len(needed) + sum(term.over is not None for term in needed)
    if told + sum(key in TIMES for one in ones for key in one.dims) < 2:
        return None
    # One unit of time turned into another comes last.
    targets = _targets(question, terms)
    tries = (_solved(question, needed, options, target, turns) for turns in (False, True) for target in targets)
    return next((reading for reading in tries if reading), None)


def _squared(term: Term) -> Term:
    """The area of a square from its side."""
    return Term(term.quantity, term.value**2, Counter({"length": 2}))


def contradicts(question: Question) -> bool:
    """True where a price is for a unit (a square metre) and what is measured is of another one (a side in metres)."""
    if question.dates or not question.of("money"):
        return False
    terms = terms_of(question)
    priced = [
        {key: -power for key, power in term.dims.items() if key in _MEASURED}
        for term in terms
        if term.is_rate and any(key.startswith("money:") for key in term.dims)
    ]
    amounts = [dict(term.dims) for term in terms if not term.is_rate and set(term.dims) & _MEASURED]
    return any(unit and amounts and unit not in amounts for unit in priced)


_MEASURED = {"length", "mass", "volume", "energy"}


def _is_one_span(question: Question, first: Quantity, second: Quantity) -> bool:
    """“2시간 30분”: one span of time in two units."""
    between = question.text[first.end : second.start]
    return first.kind == second.kind == "time" and re.fullmatch(r"\s?(?:and\s)?", between) is not None


def _ones(question: Question, terms: list[Term]) -> list[Term]:
    """One of a period or a thing, told without a figure: “in a day”, “one cup”, “하루에”."""
    keys = {key for term in terms for key in term.dims} | set(TIMES)
    found: dict[str, Term] = {}
    for match in _ONE.finditer(question.text):
        word = next(group for group in match.groups() if group)
        dims = unit_dims(word)
        key = next(iter(dims[1])) if dims else ""
        if not dims or key not in keys or (key in TIMES and match.start() < _asking(question)):
            continue
        told = Quantity(Fraction(1), "count", "", "", match.start(), match.end(), match[0])
        found[key] = Term(told, dims[0], dims[1])
    return list(found.values())


_ONE = re.compile(
    r"\b(?:an?|one|each|every|per|1)\s([a-z]+)|(하루|일주일)|(?:한|1)\s?([가-힣]{1,2})(?=[에당의은이]|\s)|"
    r"[一每]([\u4e00-\u9fff])",
    re.IGNORECASE,
)


def _asking(question: Question) -> int:
    """Where the sentence that asks begins."""
    parts = re.split(r"(?<=[.!?。？！])\s+|(?<=[。？！])", question.text.strip())
    return question.text.rfind(next((part for part in reversed(parts) if part), ""))


def _targets(question: Question, terms: list[Term]) -> list[tuple[str, Dimensions]]:
    """What may be asked for, with its dimensions."""
    found: list[tuple[str, Dimensions]] = []
    currencies = {key for term in terms for key in term.dims if key.startswith("money:")}
    asked = list(_ASKED.finditer(question.text))
    for match in asked:
        word = next(group for group in match.groups() if group)
        found += [("unit", dims) for dims in _named(word)]
    if question.has(r"\bhow long\b|얼마나 걸|얼마나 오래|多久|多长时间"):
        found += [("unit", Counter({unit: 1})) for unit in TIMES]
    if question.has(r"\bhow far\b"):
        found.append(("unit", Counter({"length": 1})))
    if len(currencies) == 1 and question.has(_MONEY) and not asked:
        found.insert(0, ("money", Counter({currencies.pop(): 1})))
    return found


def _named(word: str) -> list[Dimensions]:
    """What a word behind “how many” or 몇 may count."""
    if word == "며칠":
        return [Counter({"day": 1})]
    candidates = [word[:length] for length in range(len(word), 0, -1)] if not word.isascii() else [word]
    for candidate in candidates:
        dims = unit_dims(candidate)
        if dims and (not next(iter(dims[1])).startswith("n:") or _is_counter(candidate)):
            return [dims[1]]
    return [Counter({f"n:{stem(word) if word.isascii() else word[:1]}": 1})]


def _is_counter(word: str) -> bool:
    return any(unit.label == word for unit, _ in named_unit(word))


Solution = tuple[Fraction, list[tuple[Term, int]], Fraction]


def _solved(
    question: Question, needed: list[Term], options: list[Term], target: tuple[str, Dimensions], turns: bool
) -> Reading | None:
    wanted = target[1]
    exact: list[Solution] = []
    turned: list[Solution] = []
    ranges = [(1, -1) if term.is_rate else (1,) for term in needed] + [(0, 1) for _ in options]
    for powers in product(*ranges):
        used = [(term, power) for term, power in zip([*needed, *options], powers, strict=True) if power]
        dims: Dimensions = Counter()
        value = Fraction(1)
        for term, power in used:
            value *= term.value**power
            for key, times in term.dims.items():
                dims[key] += times * power
        for key, times in wanted.items():
            dims[key] -= times
        rest = {key: times for key, times in dims.items() if times}
        if not rest:
            exact.append((value, used, Fraction(1)))
        elif turns and (factor := _turn(rest)) is not None:
            turned.append((value * factor, used, factor))
    solutions = exact or turned
    if not solutions or len({value for value, _, _ in solutions}) != 1:
        return None
    value, used, factor = solutions[0]
    if not any(term.is_rate for term, _ in used) or _pure_twice(used):
        return None
    return Reading(0.9, _plan(question, used, factor, target))


def _turn(rest: dict[str, int]) -> Fraction | None:
    """What turns one unit of time that is left over into the other: {"week": 1, "day": -1} is 7."""
    if sorted(rest.values()) != [-1, 1]:
        return None
    above, below = (next(key for key, power in rest.items() if power == sign) for sign in (1, -1))
    for sizes in (SIZES["time"], {"month": Fraction(1), "year": Fraction(12)}):
        if above in sizes and below in sizes:
            return sizes[above] / sizes[below]
    return None


def _pure_twice(used: list[tuple[Term, int]]) -> bool:
    """Two amounts of one kind are added or compared, not multiplied; but for the sides of an area."""
    pure = Counter(tuple(term.dims.items()) for term, _ in used if not term.is_rate)
    return any(times > 1 and key != (("length", 1),) for key, times in pure.items())


def _plan(question: Question, used: list[tuple[Term, int]], factor: Fraction, target: tuple[str, Dimensions]) -> Plan:
    """In the order of the question, what is divided by behind what is multiplied."""
    givens: list[Given] = []
    above: list[str] = []
    below: list[str] = []
    scale = factor
    for place, (term, power) in enumerate(sorted(used, key=lambda one: -one[1]), 1):
        quantity = term.quantity
        if quantity.value == 1 and term.value == 1 and not term.over:
            continue
        name = f"number_{place}"
        givens.append(Given(name, quantity.value, quantity.text.strip()))
        (above if power > 0 else below).append(name)
        told = quantity.value
        if term.over and term.over.value != 1:
            givens.append(Given(f"{name}_for", term.over.value, term.over.text.strip()))
            (below if power > 0 else above).append(f"{name}_for")
            told /= term.over.value
        scale *= (term.value / told) ** power
    kind, dims = target
    size, unit = _written(question, used, dims)
    scale /= size
    if scale != 1:
        note = question.pick("단위 환산", "conversion of units", "单位换算")
        turned = scale if scale.numerator != 1 else 1 / scale
        givens.append(Given("units", turned, note))
        (above if scale.numerator != 1 or scale == 1 else below).append("units")
    expression = " * ".join(above or ["1"]) + "".join(f" / {name}" for name in below)
    counts = next(iter(dims)).startswith("n:")
    value = Fraction(1)
    for given in givens:
        assert isinstance(given.value, Fraction)
        value *= given.value if given.name in above else 1 / given.value
    # Boxes are whole: what a box holds is told. Cups of flour are not.
    holds = counts and any(term.dims.get(next(iter(dims)), 0) < 0 for term, _ in used)
    if holds and value.denominator != 1 and question.has(_NEED):
        over = f"({' * '.join(below)})" if len(below) > 1 else below[0]
        expression = f"-(-{' * '.join(above)} // {over})"
    label: Label = ("합계", "the total", "一共") if kind == "money" else ("답", "the answer", "结果")
    return single(question, givens, [Step("result", expression)], label, _shower(question, dims, unit))


def _written(question: Question, used: list[tuple[Term, int]], dims: Dimensions) -> tuple[Fraction, str]:
    """The size and name of the unit of the answer: the one that is asked for, else the base unit of its kind."""
    key = next(iter(dims))
    kind = "area" if key == "length" and dims[key] == 2 else key
    if kind not in SIZES:
        return Fraction(1), ""
    asking = re.search(r"\bhow (?:many|much|far).*|몇.*|(?:多少|几).*", question.text, re.IGNORECASE)
    for unit, _ in named_unit(asking[0]) if asking else []:
        if unit.kind == kind:
            return SIZES[kind][unit.symbol], unit.label if question.language != "en" else unit.symbol
    told = [q for term, _ in used for q in (term.over, term.quantity) if q and q.kind == kind]
    if told:
        return SIZES[kind][told[0].unit], told[0].unit
    base = next(name for name, size in SIZES[kind].items() if size == 1)
    return Fraction(1), base


_NAMES = {
    "s": ("초", "seconds", "秒"),
    "min": ("분", "minutes", "分钟"),
    "h": ("시간", "hours", "小时"),
    "day": ("일", "days", "天"),
    "week": ("주", "weeks", "周"),
    "month": ("개월", "months", "个月"),
    "year": ("년", "years", "年"),
}


def _shower(question: Question, dims: Dimensions, unit: str) -> Callable[[Fraction], str]:
    key = next(iter(dims))
    if key.startswith("money:"):
        return lambda value: money(value, key.removeprefix("money:"), question.language)
    if key in _NAMES:
        name = question.pick(*_NAMES[key])
        return lambda value: with_unit(value, name, question.language)
    if key.startswith("n:"):
        counter = key.removeprefix("n:") if question.language != "en" else ""
        return lambda value: with_unit(value, counter, question.language) if counter else number(value)
    return lambda value: with_unit(value, unit, question.language)
