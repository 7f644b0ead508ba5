"""How a result is to be rounded, where the question says so: “소수점 이하는 버려”, “to the nearest dollar”."""

import math
import re
from collections.abc import Callable
from fractions import Fraction

from .question import Question

_DOWN = (
    r"소수점 (?:이하|아래)\S* (?:버리|버려|내림|절사|떼)|내림(?:해|하)|\bround(?:ed|ing)? down\b|舍去小数|去掉小数|"
    r"向下取整"
)
_UP = r"(?<!반)올림(?:해|하)|\bround(?:ed|ing)? up\b|向上取整|进一"
_WHOLE = (
    r"정수로|일의 자리(?:까지|에서)|\bto the nearest (?:whole|integer|number|dollar|euro|won|yuan|one)\b|"
    r"\bwhole number|四舍五入到整数|取整"
)
_PLACES = re.compile(
    r"소수(?:점)? (?:아래 )?(?P<ko>첫째|둘째|셋째|한|두|세|\d) ?자리(?:까지|로)|\bto (?P<en>one|two|three|"
    r"\d) decimals?\b(?: places?)?|"
    r"保留(?P<zh>[一两二三\d])位小数",
    re.IGNORECASE,
)
_COUNTS = {"첫째": 1, "둘째": 2, "셋째": 3, "한": 1, "두": 2, "세": 3, "one": 1, "two": 2, "three": 3}
_COUNTS |= {"一": 1, "两": 2, "二": 2, "三": 3}


def wished(question: Question) -> Callable[[Fraction], Fraction]:
    """What to do with a result before it is written; nothing where the question does not say."""
    if question.has(_DOWN):
        return lambda value: Fraction(math.floor(value))
    if question.has(_UP):
        return lambda value: Fraction(math.ceil(value))
    match = _PLACES.search(question.text)
    if match:
        written = next(group for group in match.groups() if group).lower()
        places = _COUNTS.get(written) or int(written)
        return lambda value: _nearest(value, places)
    if question.has(_WHOLE):
        return lambda value: _nearest(value, 0)
    return lambda value: value


def _nearest(value: Fraction, places: int) -> Fraction:
    """Halves away from zero."""
    scale = 10**places
    up = math.floor(abs(value) * scale + Fraction(1, 2))
    return Fraction(up if value >= 0 else -up, scale)
