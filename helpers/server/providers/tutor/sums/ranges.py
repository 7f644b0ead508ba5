"""Runs of whole numbers: “1부터 100까지 더하면”, “the sum of the even numbers from 1 to 50”, “1+2+…+100”.

What can be read only in part (a condition on the numbers that is not known here) is refused rather than guessed.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..wording import number, particle
from .phrases import Label, fraction, worked_out
from .question import Question, Reading

_N = r"(-?\d[\d,]*)"
_BOUNDS = (
    rf"{_N}\s?(?:부터|에서|~|∼|–|-)\s?{_N}\s?(?:까지|사이)",
    rf"{_N}\s?(?:~|∼|–)\s?{_N}",
    rf"{_N}과\s?{_N}\s?사이",
    rf"(?:from|between)\s{_N}\s(?:up\s)?(?:to|through|and|until)\s{_N}",
    rf"(?:numbers?|integers?|squares?)\s{_N}\s?(?:to|through|-|–)\s?{_N}",
    rf"{_N}\s(?:to|through)\s{_N}",
    rf"[从由]?\s?{_N}\s?(?:加到|乘到|到|至)\s?{_N}",
)
_DOTS = rf"{_N}\s*([+×*])\s*{_N}\s*\2\s*(?:{_N}\s*\2\s*)?(?:\.{{2,}}|…|⋯)+\s*\2\s*{_N}"
_FIRST = (
    r"(?:처음|첫)\s?(\d+)\s?개의?\s?(자연수|양의 정수|짝수|홀수|소수)|"
    r"(?:자연수|짝수|홀수|소수)\s?(?:처음|첫)\s?(\d+)\s?개|"
    r"first (\d+) (natural|positive|even|odd|prime|whole|counting)"
)
# Words that make the run one that is not understood here.
_STRANGE = (
    r"공배수|서로소|제외|빼고|아닌|세제곱|역수|팩토리얼|약수|피보나치|완전수|제곱수|자릿수|"
    r"except|not divisible|coprime|cubes?\b|cubed|reciprocal|factors|divisors|fibonacci|perfect|digits|palindrom|"
    r"立方|倒数|约数|除了"
)
_WANTED: list[tuple[str, str, Label]] = [
    ("mean", r"평균|\baverage\b|\bmean\b|平均", ("평균", "the average", "平均值")),
    ("product", r"곱|\bproduct\b|\bmultipl(?:y|ied)\b|乘", ("곱", "the product", "乘积")),
    ("count", r"몇 ?개|개수|\bhow many\b|\bcount\b|几个|多少个", ("개수", "the count", "个数")),
    ("sum", r"합|더하|더한|덧셈|\bsum\b|\badd|\btotal\b|和|加", ("합", "the sum", "总和")),
]
_MOST_FACTORS = 200
_MOST_PRIMES = 10_000


@dataclass(frozen=True)
class Run:
    """`first`, `first + step`, ... `last`; `kind` is steps, squares or primes."""

    first: int
    last: int
    step: int = 1
    kind: str = "steps"

    @property
    def size(self) -> int:
        return (self.last - self.first) // self.step + 1


def recognise(question: Question) -> Reading | None:
    """A question about a run of whole numbers, or None."""
    if question.of("money", "percent", "time", "calendar", "length", "mass") or question.dates:
        return None
    run = _run(question)
    wanted = [(what, label) for what, pattern, label in _WANTED if question.has(pattern)]
    product_by_dots = re.search(_DOTS, question.text)
    if product_by_dots:
        what = "sum" if product_by_dots[2] == "+" else "product"
        wanted = wanted or [(what, next(label for name, _, label in _WANTED if name == what))]
    if run is None or not wanted:
        return None
    if isinstance(run, str) or run.size < 1:
        return Reading(0.92, missing=_refused(question))
    if [what for what, _ in wanted] == ["sum", "count"] or len(wanted) > 3:
        wanted = wanted[:1]
    plans = [_steps(run, what) for what, _ in wanted]
    if any(steps is None for steps in plans):
        return Reading(0.92, missing=_refused(question))
    steps = [step for found in plans for step in found or []]
    return Reading(0.95, _plan(question, run, list({step.name: step for step in steps}.values()), wanted))


def _run(question: Question) -> Run | str | None:
    """The run, or a word that says why it is not understood, or None where the text holds no run."""
    text = question.text
    if dots := re.search(_DOTS, text):
        first, second, last = (int(dots[i].replace(",", "")) for i in (1, 3, 5))
        step = second - first
        third = int(dots[4].replace(",", "")) if dots[4] else second + step
        return Run(first, last, step) if step > 0 and third == second + step and (last - first) % step == 0 else "dots"
    if found := re.search(_FIRST, text, re.I):
        return _first_of(int(next(g for g in (found[1], found[3], found[4]) if g)), found[0])
    bounds = next((m for pattern in _BOUNDS if (m := re.search(pattern, text, re.I))), None)
    plain = question.of("plain")
    if bounds is None or not all(any(q.start <= bounds.end(i) - 1 < q.end for q in plain) for i in (1, 2)):
        return None
    low, high = sorted(int(bounds[i].replace(",", "")) for i in (1, 2))
    years = all("," not in bounds[i] for i in (1, 2)) and 1900 <= low <= high <= 2100
    if years and not re.search(
        r"자연수|정수|홀수|짝수|배수|\b(numbers|integers|even|odd|multiples)\b|整数|自然数", text, re.I
    ):
        return None
    rest = text[: bounds.start()] + " " + text[bounds.end() :]
    if re.search(_STRANGE, rest, re.I):
        return "strange"
    if re.search(r"소수(?!점)|\bprimes?\b|素数|质数", rest, re.I):
        return Run(low, high, kind="primes")
    if re.search(r"제곱|\bsquare[sd]?\b|平方", rest, re.I):
        return (
            Run(low, high, kind="squares")
            if not re.search(r"짝수|홀수|배수|\beven|\bodd|multiple", rest, re.I)
            else "both"
        )
    multiple = re.search(
        r"(\d+)의? ?배수|multiples? of (\d+)|divisible by (\d+)|(\d+)(?:으로|로) 나누어|(\d+)\s?的倍数|every (\d+)",
        rest,
        re.I,
    )
    even = re.search(r"짝수|\beven\b|偶数", rest, re.I)
    odd = re.search(r"홀수|\bodd\b|奇数", rest, re.I)
    if sum(map(bool, (multiple, even, odd))) > 1 or len(re.findall(r"\d+", rest)) > bool(multiple):
        return "both"
    step = int(next(g for g in multiple.groups() if g)) if multiple else 2 if even or odd else 1
    if step == 0:
        return "zero"
    offset = 1 if odd else 0
    first = low + (offset - low) % step
    last = high - (high - offset) % step
    return Run(first, last, step)


def _first_of(count: int, words: str) -> Run | str:
    if re.search(r"소수|prime", words, re.I):
        return "primes"
    if re.search(r"짝수|even", words, re.I):
        return Run(2, 2 * count, 2)
    if re.search(r"홀수|odd", words, re.I):
        return Run(1, 2 * count - 1, 2)
    return Run(0, count - 1) if re.search("whole", words, re.I) else Run(1, count)


def _primes(run: Run) -> tuple[Fraction, ...]:
    sieve = bytearray([1]) * (run.last + 1)
    for n in range(2, int(run.last**0.5) + 1):
        if sieve[n]:
            sieve[n * n :: n] = bytes(len(sieve[n * n :: n]))
    return tuple(Fraction(n) for n in range(max(run.first, 2), run.last + 1) if sieve[n])


def _steps(run: Run, what: str) -> list[Step] | None:
    """How one result is worked out; None where it is not known here."""
    if run.kind == "primes":
        known = run.first >= 0 and run.last <= _MOST_PRIMES and bool(_primes(run)) and what != "product"
        expression = {"sum": "sum(primes)", "mean": "sum(primes) / len(primes)", "count": "len(primes)"}.get(what, "")
        return [Step(what, expression)] if known else None
    if run.kind == "squares":
        if what != "sum" or run.first < 0:
            return None
        return [
            Step(
                "sum",
                "last * (last + 1) * (2 * last + 1) / 6"
                + (" - (first - 1) * first * (2 * first - 1) / 6" if run.first > 1 else ""),
            )
        ]
    count = Step("count", "last - first + 1" if run.step == 1 else "(last - first) / step + 1")
    if what == "count":
        return [count]
    if what == "mean":
        return [Step("mean", "(first + last) / 2")]
    if what == "sum":
        return [count, Step("sum", "(first + last) * count / 2")]
    return [Step("product", "prod(numbers)")] if run.size <= _MOST_FACTORS else None


def _plan(question: Question, run: Run, steps: list[Step], wanted: list[tuple[str, Label]]) -> Plan:
    givens = [Given("first", Fraction(run.first)), Given("last", Fraction(run.last))]
    givens += [Given("step", Fraction(run.step))] if run.step > 1 else []
    if run.kind == "primes":
        givens = [Given("primes", _primes(run))]
    elif any(step.name == "product" for step in steps):
        numbers = range(run.first, run.last + 1, run.step)
        givens.append(Given("numbers", tuple(Fraction(n) for n in numbers)))
    results = tuple(what for what, _ in wanted)

    def phrase(values: Values) -> Answer:
        found = [(label, _written(fraction(values, what))) for what, label in wanted]
        ko = ", ".join(f"{particle(label[0], '은/는')} {value}" for label, value in found)
        en = " and ".join(f"{label[1]} is {value}" for label, value in found)
        zh = "，".join(f"{label[2]}是 {value}" for label, value in found)
        sentence = question.pick(f"{_shown(run)}의 {ko}입니다.", f"Of {_shown(run)}, {en}.", f"{_shown(run)} 的{zh}。")
        parts = [
            f"{plan.worked(values, step)} = {_written(fraction(values, step.name))}"
            for step in steps
            if "(primes)" not in step.expression and step.name != "product"
        ]
        return Answer(", ".join(value for _, value in found), sentence, worked_out(question, parts))

    plan = Plan(tuple(givens), tuple(steps), results, phrase)
    return plan


def _written(value: Fraction) -> str:
    if abs(value) < 10**24:
        return number(value)
    digits = str(abs(int(value)))
    return f"{'-' if value < 0 else ''}{digits[0]}.{digits[1:7]} × 10^{len(digits) - 1}"


def _shown(run: Run) -> str:
    """`1, 2, 3, …, 100`: the run as it begins and ends."""
    if run.kind == "primes":
        found = [number(value) for value in _primes(run)]
    else:
        numbers = range(run.first, run.last + 1, run.step)
        power = "²" if run.kind == "squares" else ""
        sample = [*numbers[:3], *numbers[-1:]] if len(numbers) > 4 else [*numbers]
        found = [f"{number(Fraction(n))}{power}" for n in sample]
        if len(numbers) > 4:
            found.insert(3, "…")
        return ", ".join(found)
    return ", ".join(found if len(found) <= 5 else [*found[:3], "…", found[-1]])


def _refused(question: Question) -> str:
    return question.pick(
        "이 조건의 수들은 규칙으로 계산하지 못합니다. 이어진 자연수, 짝수, 홀수, 배수, 소수(10,000까지)의 합과 평균, "
        "제곱의 합, 200개까지의 곱은 계산할 수 있습니다.",
        "I have no rule for these numbers. I can work out sums and averages of consecutive, even, odd or prime numbers "
        "(to 10,000) and of multiples, sums of squares, and products of up to 200 numbers.",
        "我没有适用于这些数的规则。我可以计算连续整数、偶数、奇数、倍数、质数（10,000 以内）的和与平均值、平方和，"
        "以及最多 200 个数的乘积。",
    )
