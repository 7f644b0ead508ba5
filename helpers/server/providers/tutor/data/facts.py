"""Facts: numbers that the code interpreter evaluates, each with a value, a formula and the rows it comes from.

A sentence never holds a number itself; it holds the ID of a fact, and is filled from what the code has printed.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Fact:
    """One number: the Python that computes it and how it is written.

    `form` is number, count (a whole number without a unit), percent (with its sign), size (a percentage without sign),
    share, points or times.
    """

    id: str
    code: str
    form: str
    formula: str
    rows: str


@dataclass(frozen=True)
class Insight:
    """Something true about the table.

    `strength` ranks it; `names` are the words of its sentence and the IDs of its facts; `facts` are its numbers.
    """

    kind: str
    series: str | None
    strength: float
    names: dict[str, str]
    facts: tuple[Fact, ...] = field(default=())
