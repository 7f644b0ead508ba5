"""What a recogniser of sums is given, and what it answers."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from ..plan import Plan
from ..quantities import Quantity, quantities
from ..skill import Language
from .dates import Day, days

_ASKS = re.compile(
    r"[?？]|^\W*(?:increase|decrease|reduce|raise|add|subtract|multiply|divide|double|halve)\b|얼마|"
    r"몇|계산|구해|구하|알려|뭐|무엇|언제|어떻게 되|나요|인가|일까|될까|합계|총액|"
    r"\bhow (?:much|many|long|far|old)\b|\bwhat\b|\bwhat's\b|\bcalculate\b|\bcompute\b|\bfind\b|"
    r"\bsolve\b|\bconvert\b|\bwhen\b|"
    r"\bwork out\b|\btell me\b|\bdetermine\b|多少|几|计算|算一下|求|是什么|哪",
    re.IGNORECASE,
)


# A number that belongs to a name counts nothing.
_NAMED_BY_NUMBER = re.compile(
    r"\b(?:DALL[-·.\s]?E|GPT|Claude|Gemini|Llama|iPhone|Galaxy|Windows|chapter|section|version)[-\s]\d+(?:\.\d+)?\b",
    re.IGNORECASE,
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """`re` itself keeps only some hundred patterns, fewer than the recognisers have."""
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """The words of a question, with the numbers and dates in them read. Numbers inside a date are no quantities."""

    text: str
    language: Language

    @cached_property
    def dates(self) -> tuple[Day, ...]:
        return days(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers, without those of dates and calendar years (2025년)."""
        masked = list(self.text)
        for day in self.dates:
            masked[day.start : day.end] = " " * (day.end - day.start)
        for name in _NAMED_BY_NUMBER.finditer(self.text):
            masked[name.start() : name.end()] = " " * len(name[0])
        found = quantities("".join(masked))
        return tuple(q for q in found if not (q.kind == "calendar" and q.unit == "year" and 1900 <= q.value <= 2100))

    def of(self, *kinds: str) -> list[Quantity]:
        """The quantities of these kinds."""
        return [quantity for quantity in self.quantities if quantity.kind in kinds]

    def has(self, pattern: str) -> bool:
        """True where the pattern occurs, in whatever case."""
        return _compiled(pattern).search(self.text) is not None

    @property
    def asks(self) -> bool:
        """True where the words ask for something, rather than tell it."""
        return _ASKS.search(self.text) is not None

    @property
    def asks_or_ends(self) -> bool:
        """True where the words ask, or break off where the answer would stand ("연봉 4,800만원이면 한 달에")."""
        return self.asks or re.search(r"(?:에|은|는|이면|면)\s*[?.]*$", self.text) is not None

    def pick(self, ko: str, en: str, zh: str) -> str:
        """The one in the language of the answer."""
        return {"ko": ko, "en": en, "zh": zh}[self.language]


@dataclass(frozen=True)
class Reading:
    """A question understood: a plan, or what is missing, as a question back."""

    fit: float
    plan: Plan | None = None
    missing: str = ""
    # It leaves a number of the question out on purpose: a recipe's eggs, where only the sugar is asked for.
    chooses: bool = False


Recogniser = Callable[[Question], Reading | None]
