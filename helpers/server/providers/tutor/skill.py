"""What a skill of the offline tutor is: how well do I fit this request, and what is my next step?

A skill sees a `Situation`, which is the model's own request with a few questions answered once (what was asked last, in
which language, what has this turn done so far), and returns actions. It keeps no state: the same situation always gives
the same actions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol

from ..base import CodeCall, File, FunctionCall, Message, ModelRequest

Language = Literal["ko", "en", "zh"]


@dataclass(frozen=True)
class Say:
    """Words for the reader. They may stand before a tool call ("I will look at the file first")."""

    text: str


@dataclass(frozen=True)
class RunCode:
    """Python for the code interpreter."""

    code: str


@dataclass(frozen=True)
class CallFunction:
    """A call of one of the assistant's own functions; `arguments` are filled in by name."""

    name: str
    arguments: dict[str, Any]


Action = Say | RunCode | CallFunction


class Situation:
    """A model request, read once."""

    def __init__(self, request: ModelRequest) -> None:
        self.request = request

    @cached_property
    def _last_question(self) -> int:
        items = self.request.items
        return max((i for i, item in enumerate(items) if isinstance(item, Message) and item.role == "user"), default=-1)

    @property
    def question(self) -> str:
        """The newest words of the user, or an empty string."""
        index = self._last_question
        message = self.request.items[index] if index >= 0 else None
        return message.text if isinstance(message, Message) else ""

    @property
    def before(self) -> tuple[Any, ...]:
        """Everything that was said and done before the newest question, oldest first."""
        return self.request.items[: max(self._last_question, 0)]

    @property
    def done(self) -> tuple[CodeCall | FunctionCall, ...]:
        """The tool calls of this turn so far, oldest first, with their results."""
        turn = self.request.items[self._last_question + 1 :]
        return tuple(item for item in turn if isinstance(item, CodeCall | FunctionCall))

    @property
    def files(self) -> tuple[File, ...]:
        """The files in `/mnt/data`, newest last."""
        return self.request.files

    @property
    def can_run_code(self) -> bool:
        """True where the assistant has the code interpreter."""
        return self.request.has_tool("code_interpreter")

    @cached_property
    def language(self) -> Language:
        """The language to answer in: that of the newest question, else that of the instructions."""
        return language_of(self.question) or language_of(self.request.instructions) or "en"


def language_of(text: str) -> Language | None:
    """`ko`, `zh` or `en` by the letters used; None where there are none (an empty text, or figures alone)."""
    hangul = sum("가" <= letter <= "힣" or "ㄱ" <= letter <= "ㅣ" for letter in text)
    han = sum("一" <= letter <= "鿿" for letter in text)
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    if hangul and hangul * 3 >= latin:
        return "ko"
    if han > hangul and han * 3 >= latin:
        return "zh"
    return "en" if latin else ("ko" if hangul else None)


class Skill(Protocol):
    """One thing that the tutor can do."""

    name: str

    def fit(self, situation: Situation) -> float:
        """How well this skill fits the newest question: 0 (not at all) to 1 (made for it). Never looks at `done`."""
        ...

    def step(self, situation: Situation) -> Sequence[Action]:
        """The next actions. A step without RunCode and CallFunction ends the turn."""
        ...
