"""What an exercise is, and a question of a quiz."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..settings import language


@dataclass(frozen=True)
class Words:
    """The same words in Korean and English; `str` gives those of the reader's track."""

    ko: str
    en: str

    def __str__(self) -> str:
        return self.en if language() == "en" else self.ko


class NotYet(Exception):
    """What is not yet right in an answer, and why, without the solution."""

    def __init__(self, ko: str, en: str) -> None:
        super().__init__(Words(ko, en))

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True)
class Exercise:
    """`judge` looks at an answer: it returns where that is right, and raises NotYet where not.

    It may raise anything else for an answer of quite another kind, which then counts as `odd`: what was expected.
    `praise` says what the reader has just shown to know; `hints` lead there step by step.
    """

    id: str
    judge: Callable[[Any], None]
    praise: Words
    hints: Sequence[Words]
    odd: Words


@dataclass(frozen=True)
class Choice:
    """One answer of a question, with what there is to say about it: why it is right, or why not."""

    text: Words
    because: Words
    right: bool = False


@dataclass(frozen=True)
class Question:
    """A question of a quiz; exactly one of its choices is right."""

    id: str
    text: Words
    choices: Sequence[Choice]
