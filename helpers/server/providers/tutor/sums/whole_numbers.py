"""Common divisors and multiples, prime factors, rounding, decimals as percentages, leap years."""

import calendar
import re
from fractions import Fraction

from ..plan import Answer, Given, Plan, Step, Values
from ..wording import number, particle, percent
from .phrases import fraction, single, state
from .question import Question, Reading

_N = r"(-?\d[\d,]*(?:\.\d+)?)"
_GCD = r"최대\s?공약수|\bgcd\b|\bgreatest common (?:divisor|factor)|\bhighest common factor|最大公约数"
_LCM = r"최소\s?공배수|\blcm\b|\b(?:least|lowest) common multiple|最小公倍数"
_FACTORS = r"소인수\s?분해|\bprime factor|\bfactori[sz]e\b|质因数"
_PRIME = r"소수(?:인가|예|이|야|입|일)|\bprime(?: number)?\?|\bis \d+ (?:a )?prime|质数吗|是质数"
_LEAP = r"윤년|\bleap year\b|闰年"
_TO_PERCENT = r"(?:퍼센트|%|백분율)(?:로|으로)|\b(?:as|to|into|in) (?:a )?per ?cent|百分数|百分比"
_ROUND = re.compile(
    rf"{_N}.{{0,14}}?(?:소수점?\s?(?:아래\s?)?(?P<ko>첫|둘|셋|넷|한|두|세|\d)째?\s?자리|(?P<place>일|십|백|천|"
    rf"만)의\s?자리).{{0,8}}반올림|"
    rf"\bround {_N} to (?:the )?(?:nearest )?(?:(?P<en>one|two|three|\d) decimal|(?P<whole>integer|whole|ten|"
    rf"hundred|thousand))",
    re.IGNORECASE,
)
_PLACES = {"첫": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "one": 1, "two": 2, "three": 3}
_NEAREST = {"integer": 1, "whole": 1, "ten": 10, "hundred": 100, "thousand": 1000}
# “백의 자리에서 반올림” rounds that place away: to whole thousands.
_AWAY = {"일": 10, "십": 100, "백": 1000, "천": 10_000, "만": 100_000}
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_LARGEST = 10**9


def recognise(question: Question) -> Reading | None:
    """One of these questions about whole numbers, or None."""
    for read in (_common, _factors, _rounded, _as_percent, _absolute, _leap, _month):
        if reading := read(question):
            return reading
    return None


def _common(question: Question) -> Reading | None:
    name = "gcd" if question.has(_GCD) else "lcm" if question.has(_LCM) else ""
    values = [q.value for q in question.quantities]
    if not name or not 2 <= len(values) <= 6 or any(v.denominator != 1 or v <= 0 for v in values):
        return None
    expression = "number_1"
    for place in range(2, len(values) + 1):
        expression = f"{name}({expression}, number_{place})"
    label = ("최대공약수", "the greatest common divisor", "最大公约数")
    if name == "lcm":
        label = ("최소공배수", "the least common multiple", "最小公倍数")
    givens = [Given(f"number_{place}", value) for place, value in enumerate(values, 1)]
    return Reading(0.95, single(question, givens, [Step("result", expression)], label, number))


def _factors(question: Question) -> Reading | None:
    asks_prime = question.has(_PRIME)
    values = [q.value for q in question.quantities]
    if not (asks_prime or question.has(_FACTORS)) or len(values) != 1:
        return None
    value = values[0]
    if value.denominator != 1 or not 2 <= value <= _LARGEST:
        return None
    primes = _prime_factors(int(value))
    is_prime = len(primes) == 1 and primes[0][1] == 1
    product = " * ".join(f"{prime} ** {power}" if power > 1 else str(prime) for prime, power in primes)
    written = " × ".join(f"{prime}^{power}" if power > 1 else str(prime) for prime, power in primes)

    def phrase(values: Values) -> Answer:
        shown = number(fraction(values, "product"))
        if is_prime:
            sentence = question.pick(
                f"{particle(shown, '은/는')} 소수입니다.", f"{shown} is a prime number.", f"{shown} 是质数。"
            )
            return Answer(shown, sentence)
        equation = f"{shown} = {written}"
        if asks_prime:
            sentence = question.pick(
                f"아니요, {particle(shown, '은/는')} 소수가 아닙니다: {equation}입니다.",
                f"No, {shown} is not a prime number: {equation}.",
                f"不是质数：{equation}。",
            )
        else:
            sentence = question.pick(f"{equation}입니다.", f"{equation}.", f"{equation}。")
        return Answer(written, sentence)

    return Reading(0.95, Plan((), (Step("product", product),), ("product",), phrase))


def _prime_factors(value: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    divisor = 2
    while divisor * divisor <= value:
        power = 0
        while value % divisor == 0:
            value //= divisor
            power += 1
        if power:
            found.append((divisor, power))
        divisor += 1 if divisor == 2 else 2
    return [*found, (value, 1)] if value > 1 else found


def _rounded(question: Question) -> Reading | None:
    match = _ROUND.search(question.text)
    if match is None:
        return None
    written = match[1] or next(group for group in match.groups()[1:] if group and group[0] in "-0123456789")
    places = match["ko"] or match["en"]
    if places:
        size = Fraction(1, 10 ** (_PLACES.get(places.lower()) or int(places)))
    else:
        size = Fraction(_AWAY[match["place"]] if match["place"] else _NEAREST[match["whole"].lower()])
    value = Fraction(written.replace(",", ""))
    givens = [Given("value", value, written), Given("size", size)]
    step = Step("result", "(value / size + 0.5) // 1 * size")
    label = ("반올림한 값", "the rounded value", "四舍五入的值")

    def phrase(values: Values) -> Answer:
        shown = number(fraction(values, "result"), 12)
        return Answer(shown, state(question, label, shown))

    return Reading(0.95, Plan(tuple(givens), (step,), ("result",), phrase))


def _as_percent(question: Question) -> Reading | None:
    values = question.quantities
    share = re.search(r"(\d+)\s?/\s?(\d+)", question.text)
    if not question.has(_TO_PERCENT) or question.of("percent") or len(question.text) > 60:
        return None
    if share and len(values) == 2 and int(share[2]):
        givens = [Given("part", Fraction(share[1])), Given("whole", Fraction(share[2]))]
        step = Step("result", "part / whole * 100")
        name = share[0]
    elif len(values) == 1 and values[0].kind == "plain":
        givens, step, name = [Given("value", values[0].value)], Step("result", "value * 100"), values[0].text.strip()
    else:
        return None
    return Reading(0.93, single(question, givens, [step], (name, name, name), percent))


def _absolute(question: Question) -> Reading | None:
    match = re.search(
        rf"(?:절댓값|절대값|\babsolute value\b|绝对值)\D{{0,10}}?{_N}|{_N}\s?의\s?절[댓대]값|"
        rf"{_N}\s?的绝对值",
        question.text,
        re.I,
    )
    if match is None or len(question.quantities) != 1:
        return None
    written = next(group for group in match.groups() if group)
    label = ("절댓값", "the absolute value", "绝对值")
    given = Given("value", Fraction(written.replace(",", "")), written)

    def phrase(values: Values) -> Answer:
        shown = number(fraction(values, "result"))
        return Answer(shown, state(question, label, shown))

    return Reading(0.95, Plan((given,), (Step("result", "abs(value)"),), ("result",), phrase))


def _month(question: Question) -> Reading | None:
    """How many days a month has; that of February depends on the year."""
    match = _MONTH.search(question.text)
    if match is None or not question.has(r"며칠|몇\s?일|\bhow many days\b|多少天|几天") or question.dates:
        return None
    month = _MONTHS.index(match["en"][:3].lower()) + 1 if match["en"] else int(match["m"] or match["m2"])
    told = match["y"] or match["y2"] or match["y3"]
    if not 1 <= month <= 12 or len(re.findall(r"\d+", question.text)) > 2:
        return None
    days = calendar.monthrange(int(told or 2025), month)[1]
    name = question.pick(f"{month}월", calendar.month_name[month], f"{month}月")
    note = (
        ""
        if told or month != 2
        else question.pick("윤년에는 29일입니다.", "In a leap year it has 29.", "闰年为 29 天。")
    )

    def phrase(values: Values) -> Answer:
        count = number(fraction(values, "days"))
        value = question.pick(f"{count}일", f"{count} days", f"{count} 天")
        sentence = question.pick(f"{name}은 {value}입니다.", f"{name} has {value}.", f"{name}有 {value}。")
        return Answer(value, sentence, note=note)

    return Reading(0.82, Plan((Given("days", Fraction(days)),), (), ("days",), phrase))


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = re.compile(
    r"(?:(?P<y>\d{4})\s?년\s?)?(?<!\d)(?P<m>\d{1,2})월(?:은|에는|의|이)|"
    r"(?:(?P<y2>\d{4})年)?(?<!\d)(?P<m2>\d{1,2})月有?|"
    r"\bin (?P<en>January|February|March|April|May|June|July|August|September|October|November|December)\b(?:,? "
    r"(?P<y3>\d{4}))?",
    re.IGNORECASE,
)


def _leap(question: Question) -> Reading | None:
    match = _YEAR.search(question.text)
    if match is None or not question.has(_LEAP):
        return None
    year = int(match[1])
    leap = calendar.isleap(year)
    days = 366 if leap else 365

    def phrase(values: Values) -> Answer:
        count = number(fraction(values, "days"))
        return Answer(
            question.pick(
                "윤년" if leap else "평년", "a leap year" if leap else "a common year", "闰年" if leap else "平年"
            ),
            question.pick(
                f"{'네' if leap else '아니요'}, {year}년은 {'윤년' if leap else '평년'}이며 {count}일입니다.",
                f"{'Yes' if leap else 'No'}, {year} is {'a leap year' if leap else 'a common year'} with {count} days.",
                f"{'是' if leap else '不是'}，{year}年是{'闰年' if leap else '平年'}，共 {count} 天。",
            ),
        )

    return Reading(0.9, Plan((), (Step("days", f"365 + {days - 365}"),), ("days",), phrase))
