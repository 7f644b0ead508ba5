"""Riddles of an unknown number: what is done to it and what comes out; consecutive numbers; a sum and a difference."""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..wording import number, particle
from .phrases import fraction, several, single, worked_out
from .question import Question, Reading
from .spelled import in_figures

_N = r"(-?\d[\d,]*(?:\.\d+)?)"
_UNKNOWN = (
    r"어떤 (?:수|숫자|자연수|정수)|수를? 하나|(?:a|the|some|my|which|what) (?:certain )?number|a certain number|"
    r"某个?数|一个数|这个数"
)
_ASKS = (
    r"어떤 (?:수|숫자|자연수|정수)(?:는|은|를|인가|일까|이)|(?:그|이) 수|얼마|구하|"
    r"\bwhat\b|\bfind\b|\bwhich\b|多少|是几|求"
)
_RESULT = re.compile(
    rf"{_N}\s?(?:이|가)?\s?(?:되었|된다|됩니다|되면|될 때|됐|되는|나왔|나온다|나옵니다|이었|이다|입니다|였|이면|"
    rf"라면|일 때|와 같|과 같)|"
    rf"(?:is|equals?|gives?|get|gets|got|becomes?|makes?|result(?:s in)?(?: is)?|=)\s(?:equal "
    rf"to\s)?{_N}(?!\s?(?:times|more|less))|"
    rf"(?:得到?|等于|结果是|是)\s?{_N}",
    re.IGNORECASE,
)
# In the order in which they stand, each is done to what came before.
_STEPS: list[tuple[str, str]] = [
    ("*2", r"두 배|\bdoubl(?:e|ed|ing)\b|\btwice\b|两倍"),
    ("*3", r"세 배|\btripl(?:e|ed)\b|\bthrice\b|三倍"),
    ("/2", r"절반|\bhalf (?:of )?|\bhalv(?:e|ed)\b|一半"),
    (
        "*",
        rf"{_N}\s?(?:을|를)?\s?곱|{_N}\s?배|multipl\w+ (?:it |that |the result |(?:a|the|this|some) number )?by "
        rf"{_N}|\btimes {_N}|{_N} times|"
        rf"乘以?\s?{_N}|{_N}\s?倍",
    ),
    (
        "/",
        rf"{_N}\s?(?:으로|로)\s?나[누눈눴]|divid\w+ (?:it |that |the result |(?:a|the|this|some) number )?by "
        rf"{_N}|除以\s?{_N}",
    ),
    (
        "+",
        rf"{_N}\s?(?:을|를)?\s?더|\badd(?:ed|ing)? {_N}(?: to)?|\bplus {_N}|increas\w+ (?:it )?by {_N}|"
        rf"加上?\s?{_N}|{_N} "
        rf"(?:is )?added",
    ),
    (
        "-",
        rf"{_N}\s?(?:을|를)?\s?(?:빼|뺀|뺐|뺄)|\bsubtract(?:ed|ing)? {_N}(?: from)?|\bminus {_N}|\btake away {_N}|"
        rf"decreas\w+ "
        rf"(?:it )?by {_N}|减去?\s?{_N}",
    ),
]
# These stand before what they are done to.
_BEFORE: list[tuple[str, str]] = [
    ("+", rf"{_N} more than|the sum of {_N} and|{_N}보다 큰"),
    ("-", rf"{_N} (?:less|fewer) than"),
]
_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "two": 2, "three": 3, "four": 4, "five": 5, "两": 2, "三": 3, "四": 4}
_RUN = re.compile(
    r"연속(?:하는|된|한)?\s?(?P<ko>두|세|네|다섯|\d)\s?(?:개의\s?)?(?P<kind_ko>자연수|정수|짝수|홀수|수)|"
    r"(?P<ko2>두|세|네|다섯|\d)\s?(?:개의\s?)?연속(?:하는|된|한)?\s?(?P<kind_ko2>자연수|정수|짝수|홀수|수)|"
    r"(?P<en>two|three|four|five|\d) consecutive (?P<kind_en>even |odd )?(?:natural |whole |positive )?(?:integers|"
    r"numbers)|"
    r"连续的?(?P<zh2>[两三四五]|\d)个(?P<kind_zh2>偶数|奇数|自然数|整数|数)|(?P<zh>[两三四五]|"
    r"\d)个连续的?(?P<kind_zh>偶数|奇数|自然数|整数|数)",
    re.IGNORECASE,
)
_SUM = re.compile(rf"(?:합|sum|add up to|total|和).{{0,50}}?{_N}(?!\s?(?:개|consecutive|个|\d))", re.IGNORECASE)


@dataclass(frozen=True)
class _Done:
    """One operation on the unknown number."""

    sign: str
    value: Fraction
    at: int


def recognise(question: Question) -> Reading | None:
    """The number behind a chain of operations, or None."""
    if not question.has(_UNKNOWN) or not question.has(_ASKS) or question.of("percent", "money"):
        return None
    text = in_figures(question.text)
    results = list(_RESULT.finditer(text))
    if not results:
        return None
    result = results[-1]
    written = next(group for group in result.groups() if group)
    told = text[: result.start()] + " " * len(result[0]) + text[result.end() :]
    steps = _steps(told)
    used = sum(1 for step in steps if step.sign not in {"*2", "*3", "/2"})
    if not steps or used != len(re.findall(r"\d[\d,.]*\d|\d", told)) or len(steps) > 8:
        return None
    return _undone(question, steps, _value(written), written)


def _steps(told: str) -> list[_Done]:
    found: list[_Done] = []
    taken: list[tuple[int, int]] = []
    for patterns, before in ((_BEFORE, True), (_STEPS, False)):
        for sign, pattern in patterns:
            for match in re.finditer(pattern, told, re.IGNORECASE):
                if any(start < match.end() and match.start() < end for start, end in taken):
                    continue
                taken.append(match.span())
                figure = next((group for group in match.groups() if group), "")
                # What stands before the number is done after all that stands between.
                place = 10_000 - match.start() if before else match.start()
                found.append(_Done(sign, _value(figure) if figure else Fraction(sign[1:]), place))
    return sorted(found, key=lambda step: step.at)


def _value(written: str) -> Fraction:
    return Fraction(written.replace(",", "").rstrip("."))


_INVERSE = {"+": "-", "-": "+", "*": "/", "/": "*"}


def _undone(question: Question, done: list[_Done], result: Fraction, written: str) -> Reading | None:
    givens = [Given("result", result, written)]
    steps: list[Step] = []
    current = "result"
    for place, step in enumerate(reversed(done), 1):
        sign = step.sign[0]
        if step.value == 0 and sign in "*/":
            return None
        name = f"number_{place}"
        givens.append(Given(name, step.value))
        after = "answer" if place == len(done) else f"before_{place}"
        steps.append(Step(after, f"{current} {_INVERSE[sign]} {name}"))
        current = after
    label = ("그 수", "the number", "这个数")
    plan = single(question, givens, steps, label, number)
    return Reading(0.94, plan)


def recognise_run(question: Question) -> Reading | None:
    """Consecutive numbers of a told sum, or None."""
    match, total = _RUN.search(question.text), _SUM.search(question.text)
    if match is None or total is None or not question.asks_or_ends:
        return None
    groups = {name: text for name, text in match.groupdict().items() if text}
    written = next(groups[name] for name in ("ko", "ko2", "en", "zh", "zh2") if name in groups).lower()
    count = _COUNTS.get(written) or int(written)
    kind = " ".join(text for name, text in groups.items() if name.startswith("kind")).strip().lower()
    by = 2 if re.search("짝수|홀수|even|odd|偶|奇", kind) else 1
    first = (_value(total[1]) - Fraction(by * count * (count - 1), 2)) / count
    parity = 0 if re.search("짝수|even|偶", kind) else 1 if by == 2 else None
    if first.denominator != 1 or not 2 <= count <= 20 or (parity is not None and first % 2 != parity):
        return Reading(
            0.9,
            missing=question.pick(
                "합이 그렇게 되는 연속한 수는 없습니다.",
                "There are no such consecutive numbers with that sum.",
                "不存在和为该数的连续数。",
            ),
        )
    givens = [Given("total", _value(total[1]), total[1]), Given("count", Fraction(count))]
    shift = Fraction(by * count * (count - 1), 2)
    steps = [Step("first", f"(total - {number(shift).replace(',', '')}) / count")]
    steps += [Step(f"next_{place}", f"first + {place * by}") for place in range(1, count)]

    def phrase(values: Values) -> Answer:
        found = [number(fraction(values, step.name)) for step in steps]
        listed = ", ".join(found)
        smallest = question.has(r"(?:가장|제일) 작은|작은 수|\bsmall(?:er|est)\b|\bfirst\b|\bleast\b|最小|较小")
        largest = question.has(r"(?:가장|제일) 큰|큰 수|\b(?:larg|great|bigg)(?:er|est)\b|\blast\b|最大|较大")
        value = found[0] if smallest else found[-1] if largest else listed
        sentence = question.pick(
            f"{particle(listed, '이고/이고')}, 구하는 값은 {value}입니다." if value != listed else f"{listed}입니다.",
            f"The numbers are {listed}" + (f"; the one asked for is {value}." if value != listed else "."),
            f"这些数是 {listed}" + (f"，所求的是 {value}。" if value != listed else "。"),
        )
        return Answer(value, sentence, worked_out(question, [f"{plan.worked(values, steps[0])} = {found[0]}"]))

    plan = Plan(tuple(givens), tuple(steps), tuple(step.name for step in steps), phrase)
    return Reading(0.94, plan)


_PAIR_SUM = re.compile(rf"(?:합이?|sum(?: of)?|add up to|和)\D{{0,30}}?{_N}", re.IGNORECASE)
_PAIR_DIFFERENCE = re.compile(rf"(?:차이?가?|difference|differ by|差)\D{{0,14}}?{_N}", re.IGNORECASE)


def _more_than_two(question: Question) -> bool:
    """More than the sum and the difference; the “two” of “two numbers” is neither."""
    return len([q for q in question.quantities if q.text.strip().lower() not in {"two", "두", "两", "2"}]) > 2


def recognise_pair(question: Question) -> Reading | None:
    """Two numbers of a told sum and difference, or None."""
    if not question.has(r"두 (?:수|자연수|정수)|\btwo (?:\w+ )?(?:numbers|integers)\b|两个?数"):
        return None
    total, difference = _PAIR_SUM.search(question.text), _PAIR_DIFFERENCE.search(question.text)
    if total is None or difference is None or _more_than_two(question) or not question.asks_or_ends:
        return None
    givens = [Given("total", _value(total[1]), total[1]), Given("difference", _value(difference[1]), difference[1])]
    steps = [Step("larger", "(total + difference) / 2"), Step("smaller", "total - larger")]
    results = [
        ("larger", ("큰 수", "the larger number", "较大的数"), number),
        ("smaller", ("작은 수", "the smaller number", "较小的数"), number),
    ]
    return Reading(0.93, several(question, givens, steps, results))
