"""What a skill of the offline tutor is: how well do I fit this request, and what is my next step?

A skill sees a `Situation`, which is the model's own request with a few questions answered once (what was asked last, in
which language, what has this turn done so far), and returns actions. It keeps no state: the same situation always gives
the same actions.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol

from ..base import CodeCall, File, FunctionCall, ImageCall, Message, ModelRequest, SearchCall

Language = Literal["ko", "en", "zh"]

# Behind the name of a language: “영어로만 하세요”, “영어로 짧게 답해 주세요”; and before it: “답은 항상 영어로”.
_IN_IT = (
    r"로(?:만)?\s?(?:\S+\s)?(?:답|대답|말|응답|작성|설명|써|쓰|지어|만들|그려|표시|알려|부탁|해\s?(?:줘|주)|요약|정리|"
    r"하(?:세요|십시오|시오|라|고|되))"
)
_ANSWERS = r"(?:답|답변|대답|응답|설명)(?:은|는|을|를)?\s(?:항상\s|늘\s|반드시\s|꼭\s|모두\s|전부\s|오직\s)*"
# How a reader asks for the answer in a certain language.
_LANGUAGES: list[tuple[Language, str]] = [
    (
        "en",
        rf"영어{_IN_IT}|{_ANSWERS}영어로|"
        r"\b(?:answer|reply|respond|speak|write|talk)\w*(?: \w+){0,4} (?:in )?english\b|"
        r"\bin english\b|\benglish only\b|\bonly english\b|"
        r"用英[语文]",
    ),
    (
        "ko",
        rf"(?:한국어|한글|우리말){_IN_IT}|{_ANSWERS}(?:한국어|한글|우리말)로|"
        r"\b(?:answer|reply|respond|speak|write|talk)\w*(?: \w+){0,4} (?:in )?korean\b|"
        r"\bin korean\b|\bkorean only\b|"
        r"用韩[语文]",
    ),
    (
        "zh",
        rf"중국어{_IN_IT}|{_ANSWERS}중국어로|"
        r"\b(?:answer|reply|respond|speak|write|talk)\w*(?: \w+){0,4} (?:in )?chinese\b|"
        r"\bin chinese\b|\bchinese only\b|用中文",
    ),
]


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


@dataclass(frozen=True)
class SearchFiles:
    """A search in the files of the assistant and of the thread."""

    query: str


@dataclass(frozen=True)
class DrawPicture:
    """A picture from its description."""

    prompt: str


Action = Say | RunCode | CallFunction | SearchFiles | DrawPicture


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
    def done(self) -> tuple[CodeCall | FunctionCall | SearchCall | ImageCall, ...]:
        """The tool calls of this turn so far, oldest first, with their results."""
        turn = self.request.items[self._last_question + 1 :]
        return tuple(item for item in turn if isinstance(item, CodeCall | FunctionCall | SearchCall | ImageCall))

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
        """The language to answer in: the one asked for, else that of the newest question, else of the instructions."""
        asked = asked_language(self.question) or asked_language(self.request.instructions)
        return asked or language_of(self.question) or language_of(self.request.instructions) or "en"


def asked_language(text: str) -> Language | None:
    """The language that a text asks to be answered in ("in English", "영어로 답해 주세요"); None where it says none."""
    places = [
        (match.end(), language)
        for language, pattern in _LANGUAGES
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    return max(places)[1] if places else None


def language_of(text: str) -> Language | None:
    """`ko`, `zh` or `en` by the letters used; None where there are none (an empty text, or figures alone)."""
    # Names of code are English in every language.
    text = re.sub(r"[A-Za-z]\w*[._]\w+", "", text, flags=re.ASCII) if re.search("[가-힣一-鿿]", text) else text
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
        """The next actions. A step that calls no tool ends the turn."""
        ...
