"""The form of an answer: language, tone, length, JSON, how the reader wants to be addressed.

What the instructions and the question ask for is read here once, for every skill that answers in words.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from json import dumps
from typing import Any

from ..base import Message
from .form_json import Content, Number
from .form_wishes import (
    ADDRESS,
    ASKING_BACK,
    BULLETS,
    CAPITALS,
    CASUAL,
    CLOSING,
    DETAIL,
    ENDS_ASKING,
    FOREIGN,
    NO_BULLETS,
    NUMBER_ONLY,
    ONLY_THREE,
    OPENING,
    POLITE,
    SOFT,
    STEPS,
    TABLE,
    found_in,
    is_standing,
    most_of,
    schema_of,
    sentence_count,
)
from .plan import Answer, joined
from .skill import Language, Say, Situation, asked_language
from .tone import casual, soft

_HEADS: dict[Language, tuple[str, str, str, str, str]] = {
    "ko": ("항목", "내용", "답", "계산", "참고"),
    "en": ("Item", "Content", "Answer", "Working", "Note"),
    "zh": ("项目", "内容", "答案", "计算", "说明"),
}


@dataclass(frozen=True)
class Form:
    """How to put an answer. `schema` is a JSON schema's `properties`, empty for a free object, None for plain text.

    `sentences`, `most_words` and `most_letters` limit its length (None and 0 where nothing does); `remark` is a word of
    the tutor's own about the form, such as a language that it does not have.
    """

    language: Language
    number_only: bool = False
    sentences: int | None = None
    schema: dict[str, Any] | None = None
    bullets: bool = False
    table: bool = False
    numbered: bool = False
    most_words: int = 0
    most_letters: int = 0
    capitals: bool = False
    casual: bool = False
    soft: bool = False
    remark: str = ""
    address: str = ""
    opening: str = ""
    closing: str = ""

    @property
    def is_strict(self) -> bool:
        """True where nothing may stand beside the answer itself."""
        return self.number_only or self.schema is not None

    def text(self, text: str, value: str = "") -> str:
        """A text in this form; `value` is what it says, without the words around it."""
        if self.schema is not None:
            return self._json(Content(text, tuple(_sentences(text)), written=value))
        return self._dressed(self._bulleted(self._cut(text)))

    def aside(self, text: str) -> str:
        """A remark before the answer: in the reader's tone, without greeting or closing words."""
        return self._toned(text)

    def announced(self, text: str) -> list[Say]:
        """What is said before a tool call; nothing where only the answer itself may stand."""
        return [] if self.is_strict else [Say(self.aside(text))]

    def result(self, answer: Answer, remark: str = "", figures: Mapping[str, Number] | None = None) -> str:
        """The answer to a sum in this form; `remark` is added where there is room for it.

        `figures` are the numbers behind it by name, for a JSON schema that asks for several of them.
        """
        if self.schema is not None:
            value = _number(answer.value)
            return self._json(
                Content(
                    answer.sentence,
                    (answer.sentence,),
                    value if value is not None else answer.value,
                    answer.working,
                    figures=dict(figures or {}),
                    written=answer.value,
                )
            )
        if self.number_only:
            return answer.value
        if self.table:
            return self._dressed(self._tabled(answer, remark))
        if self.numbered and answer.working:
            return self._dressed(self._stepped(answer, remark))
        for text in (joined(answer.text, remark), joined(answer.sentence, answer.working), answer.sentence):
            if self._fits(text):
                return self._dressed(self._bulleted(self._cut(text)))
        return answer.value

    def data(self, content: Content) -> str:
        """An answer about a table in this form; links to its files are kept in every form of words."""
        if self.schema is not None:
            return self._json(content)
        if self.number_only and content.value is not None:
            return str(content.value)
        links = [] if "sandbox:" not in content.answer else re.findall(r"\[[^\]]+\]\(sandbox:[^)]+\)", content.answer)
        if self.sentences is not None and content.sentences:
            return self._dressed(" ".join([*content.sentences[: self.sentences], *links]))
        if self.bullets and content.sentences:
            return self._dressed("\n".join([*(f"- {sentence}" for sentence in content.sentences), *links]))
        return self._dressed(content.answer)

    def _fits(self, text: str) -> bool:
        return (not self.most_words or len(text.split()) <= self.most_words) and (
            not self.most_letters or len(text) <= self.most_letters
        )

    def _tabled(self, answer: Answer, remark: str) -> str:
        item, content, result, working, note = _HEADS[self.language]
        rows = [(result, answer.value), (working, _bare(answer.working)), (note, joined(answer.note, remark))]
        lines = [f"| {name} | {text.replace('|', '/')} |" for name, text in rows if text]
        return "\n".join([f"| {item} | {content} |", "|---|---|", *lines])

    def _stepped(self, answer: Answer, remark: str) -> str:
        steps = [*_bare(answer.working).split("; "), joined(answer.sentence, answer.note, remark)]
        return "\n".join(f"{place}. {step}" for place, step in enumerate(steps, 1))

    def _toned(self, text: str) -> str:
        if self.language != "ko":
            return text
        return casual(text) if self.casual else soft(text) if self.soft else text

    def _bulleted(self, text: str) -> str:
        if not self.bullets or re.search(r"^\s*[-|`]", text, re.M):
            return text
        return "\n".join(f"- {sentence}" for sentence in _sentences(text))

    def _cut(self, text: str) -> str:
        kept = _sentences(text)
        while len(kept) > 1 and not self._fits(" ".join(kept)):
            kept.pop()
        if self.sentences is None or ("\n" in text and self.sentences > 1):
            return text if self._fits(text) else " ".join(kept)
        return " ".join(kept[: self.sentences])

    def _dressed(self, text: str) -> str:
        text = self._toned(text)
        if self.capitals and "sandbox:" not in text:
            text = text.upper()
        goes_on = self.address or self.opening.endswith(",")
        if goes_on and re.match(r"(?:The|Hello|It|You|Your|This|In|From|Goodbye|First|So)\b", text):
            text = text[0].lower() + text[1:]
        if self.address:
            text = f"{self.address}{'，' if self.language == 'zh' else ', '}{text}"
        parts = [self.opening, text, self.closing, self.remark]
        return " ".join(part for part in parts if part)

    def _json(self, content: Content) -> str:
        found = content.filled(self.schema) if self.schema else content.free()
        return dumps(found, ensure_ascii=False)


def _sentences(text: str) -> list[str]:
    pieces = re.split(
        r"(?<=[다요야어까]\.)\s|(?<=[a-z)%\d]\.)\s(?=[A-Z]|\d[\d.,]*% )|(?<=[。！？!?])\s?(?=[^\s”])|\n+", text
    )
    return [piece.strip() for piece in pieces if piece.strip()]


def _number(written: str) -> Number | None:
    """The number in `$6.00`, `6,000원`; None where more than one number is written."""
    if re.search(r"\d:\d|\d/\d|\d\s*×\s*10", written):
        return None
    plain = re.fullmatch(r"[^\d-]{0,8}(-?)[^\d-]{0,4}(\d[\d,]*(?:\.\d+)?)\D*", written)
    if plain is None:
        return None
    figures = plain[1] + plain[2].replace(",", "")
    return float(figures) if "." in figures and not figures.endswith(".00") else int(figures.split(".")[0])


def _bare(working: str) -> str:
    """The working without the word before it."""
    return re.sub(r"^[^:：\d]{1,30}[:：]\s?", "", working).rstrip(".。")


def form_of(situation: Situation) -> Form:
    """The form that instructions, question and response format ask for. The question has the last word."""
    request = situation.request
    standing = [
        item.text
        for item in situation.before
        if isinstance(item, Message) and item.role == "user" and is_standing(item.text)
    ]
    asked, told = situation.question, "\n".join([request.instructions, *standing])
    both = f"{told}\n{asked}"
    language = situation.language
    if not asked_language(asked) and not asked_language(request.instructions):
        language = asked_language("\n".join(standing)) or language

    def wants(pattern: str, *, unless: str = "") -> bool:
        """Asked for in the question, or in the instructions and not taken back by the question."""
        if re.search(pattern, asked, re.IGNORECASE):
            return True
        return re.search(pattern, told, re.IGNORECASE) is not None and not (
            unless and re.search(unless, asked, re.IGNORECASE)
        )

    most_words, most_letters = most_of(both)
    foreign = FOREIGN.search(asked) or FOREIGN.search(told)
    return Form(
        language=language,
        number_only=wants(NUMBER_ONLY, unless=DETAIL),
        sentences=sentence_count(asked) or (None if re.search(DETAIL, asked, re.IGNORECASE) else sentence_count(told)),
        schema=schema_of(request.response_format, asked, told),
        bullets=wants(BULLETS) and not re.search(NO_BULLETS, both, re.IGNORECASE),
        table=wants(TABLE),
        numbered=wants(STEPS),
        most_words=most_words,
        most_letters=most_letters,
        capitals=wants(CAPITALS),
        casual=wants(CASUAL, unless=POLITE) and not re.search(r"반말(?:은|을)? ?(?:쓰지|하지|금지)", both),
        soft=wants(SOFT, unless=POLITE),
        address=found_in(ADDRESS, told, "name"),
        opening=found_in(OPENING, told, "text"),
        closing=found_in(CLOSING, told, "text") or (ASKING_BACK[language] if wants(ENDS_ASKING) else ""),
        remark=ONLY_THREE[language] if foreign else "",
    )
