"""Candidates that are whole phrases: a message, a reason, a formula."""

import re
from collections.abc import Iterator

from .labels import label
from .reading import Fields, Reading
from .schema import Parameter
from .words import terms

_SAID = re.compile(
    r"\b(?:saying|that says|say that|tell \w+ (?:that )?|telling \w+ (?:that )?|with the (?:message|text|body|"
    r"note)|let \w+ know (?:that )?)[:\s]*(?P<en>[^\"“”]+?)[.!?]?\s*$|"
    r"\bremind (?:me|us|him|her|them)\b.*?\bto (?P<remind>.+?)(?=\s+(?:at|on|by|tomorrow|today|next|in \d)\b|[.!?]|$)|"
    r"(?:^|[에한]게 |한테 |께 |으로 |로 |, ?)(?P<ko>[^,.\"“”'‘’]+?)(?:다고|라고|자고|냐고)\s|(?:内容是|说|"
    r"消息是)[:：]?(?P<zh>[^，。]+)|"
    r"\b(?:message|text|body|note|memo)\b\s*[:]\s*(?P<colon>.+)$|[:：]\s*(?P<tail>[^:：\"“”'‘’]{2,}?)[.。!]?$|(?:내용|본문|메시지|메모)(?:은|는|"
    r":)\s*(?P<label>[^\"“”'‘’]+?)(?:(?:이|라)고|입니다|이야|야|로|[.]|$)",
    re.IGNORECASE,
)
# “로그인이 안 된다는 문제”
THAT = re.compile(
    r"(?P<what>[^.,;!?\n\0]+?(?:다|라))(?:는\s(?:문제|내용|이유|말|이슈|불만|신고|제보)|고\s(?:해요|합니다|하네요|하십니다|전화|연락))"
)
_WHY = re.compile(
    r"\b(?:because|since|due to|as the reason is|reason(?: is|:))\s+(?:of\s+)?(?P<en>[^.?!]+)|(?P<ko>[^,"
    r".?!]+?)\s?(?:때문에|이유로|사유로|(?:아|어|여|해|려|져|라)서)\s|(?:이유|사유)(?:는|은|:)\s*(?P<label>[^,"
    r".?!]+?)(?:입니다|이야|야|이에요|예요|$|[,.?!])|因为(?P<zh>[^，。]+)",
)


def messages(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    for quote in reading.quotes:
        yield (quote.text,), quote.start, quote.end, 0.9 + 0.3 * label(reading, parameter, quote.start, quote.end), True
    for match in _SAID.finditer(reading.text):
        name, value = next((name, value) for name, value in match.groupdict().items() if value)
        start = match.start(name)
        yield (
            (_plainly(value.strip(), reading.text[match.end(name) :] if name == "ko" else ""),),
            start,
            match.end(name),
            0.85,
            False,
        )


def _plainly(said: str, ending: str) -> str:
    """“늦는|다고” is “늦는다”, “약 먹으|라고” is “약 먹기”."""
    if ending.startswith("다고"):
        return f"{said}다"
    return f"{said.removesuffix('으')}기" if ending.startswith("라고") and said[-1:] in _ORDERING else said


# What stands before 라고 in an order, unlike in a quotation.
_ORDERING = frozenset("으하가오사보자주타쓰내끄켜")


def reasons(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    for quote in reading.quotes:
        yield (
            (quote.text,),
            quote.start,
            quote.end,
            0.75 + 0.3 * label(reading, parameter, quote.start, quote.end),
            True,
        )
    for match in _WHY.finditer(reading.text):
        name, value = next((name, value) for name, value in match.groupdict().items() if value)
        yield (value.strip(),), match.start(name), match.end(name), 0.9, False
    for match in re.finditer(r"[^,.;!?。，]+", reading.text):
        inside = [span for span in reading.typed if match.start() <= span[0] < match.end()]
        meant = {key for term in terms(reading.text) if match.start() <= term.start < match.end() for key in term.keys}
        value = match[0].strip()
        if (
            not inside
            and len(value.split()) > 2
            and not meant & reading.function.actions - {"order_act"}
            and not value.casefold().startswith(("please", "can you", "could you"))
        ):
            yield (value,), match.start(), match.end(), 0.78, False


def expressions(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    pattern = r"(?:sqrt|sin|cos|tan|log|ln|abs)?\(?-?\d[\d.,]*(?:\s*[-+*/×÷^x%()]+\s*\(*-?(?:\d[\d.,]*|[xyz])\)*)+"
    for match in re.finditer(pattern, reading.unquoted):
        value = match[0].replace("×", "*").replace("÷", "/").replace("^", "**").replace(",", "").strip()
        value = re.sub(r"(?<=[\d\s])x(?=[\d\s])", "*", value)
        yield (value,), match.start(), match.end(), 1.0, True
    for quote in reading.quotes:
        yield (quote.text,), quote.start, quote.end, 0.8, True
