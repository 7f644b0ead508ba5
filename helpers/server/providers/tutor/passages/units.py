"""Pieces of text taken apart into what can be quoted: sentences, items of lists, rows of tables.

Each knows the headings and the question of an FAQ that it stands under, since it often cannot be understood, or found,
without them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["sentence", "item", "row"]

_HEADING = re.compile(r"^(#{1,6})\s+(.*\S)\s*#*$")
_ARTICLE = re.compile(
    r"^(?:제\s?\d+\s?[조장절항]|(?:Article|Section|Chapter|Clause)\s+\d+|\d+(?:\.\d+)*\.?)(?:\s*[(:.].*|\s+\S.*)?$",
    re.I,
)
_ITEM = re.compile(r"^\s*(?:[-*•·▪◦○●–]|\(?\d{1,2}[.)]|[①-⑳]|[가-하]\.|\([a-z]\)|[a-z]\))\s+(?=\S)")
# A line of a timetable: “14:00 Reading (small hall)”, “오전 10시 개막식”.
_TIMED = re.compile(
    r"^\s*(?:(?:오전|오후|上午|下午)\s?)?\d{1,2}(?::\d{2}|시(?:\s?\d{1,2}분|\s?반)?)(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?[~–-]\s?\d{1,2}(?::\d{2}|시(?:\s?\d{1,2}분)?)(?:\s?[ap]\.?m\.?)?)?\s*[:：|·–-]?\s+\S",
    re.I,
)
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[①-⑳])\s+")
_ASKED = re.compile(r"^(?:\*\*)?(?:Q\d*|질문|문|问)\s*\d*\s*[.:)：]\s*(?P<text>.+?)(?:\*\*)?$", re.I)
_ANSWERED = re.compile(r"^(?:\*\*)?(?:A\d*|답변?|答)(?:\*\*)?\s*\d*\s*[.:)：](?:\*\*)?\s*", re.I)
_LABELLED = re.compile(r"^[^\s:：](?:[^:：.,]{0,22}[^\s:：])?[:：]\s+\S")
_RULE = re.compile(r"^\s*\|?[\s:|-]*---[\s:|-]*$")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Fig|vs|approx|e\.g|i\.e|etc|Inc|Ltd|Co|Jr|Sr|[A-Z]))\.$")
_END = re.compile(r"(?<=[.!?…])[\"'”’)\]*]*\s+(?=\S)|(?<=[。！？])[”’」』]*\s*(?=\S)")
_CLOSED = re.compile(r"[.!?…。！？:：;][\"'”’)\]*]*$")
_LONGEST_HEADING = 60
_LONGEST_ITEM = 220


@dataclass(frozen=True)
class Unit:
    """`context` are the headings above it, outermost first; `asks` the question of an FAQ that it answers.

    `block` is the same for what stands together (the items of a list, the sentences of a paragraph); `order` counts
    through the whole text.
    """

    text: str
    kind: Kind
    context: tuple[str, ...]
    asks: str
    block: int
    order: int
    numbered: bool = False

    @property
    def around(self) -> str:
        """What it stands under, as one text."""
        return "\n".join(filter(None, (*self.context, self.asks)))


@dataclass
class _Reader:
    headings: list[tuple[int, str]] = field(default_factory=list)
    lead: str = ""
    asks: str = ""
    block: int = 0
    order: int = 0
    paragraph: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    last: str = "blank"
    after_item: bool = False

    def read(self, text: str) -> Iterator[Unit]:
        lines = text.splitlines()
        for number, line in enumerate(lines):
            following = next((other for other in lines[number + 1 :] if other.strip()), "")
            yield from self._line(line.rstrip(), following, number + 1 < len(lines) and not lines[number + 1].strip())
        yield from self._flush()

    def _line(self, line: str, following: str, then_blank: bool) -> Iterator[Unit]:
        bare = line.strip()
        if not bare:
            yield from self._flush()
            self.after_item = self.last == "item"
            self.last = "blank"
            self.columns = []
            return
        if match := _HEADING.match(bare):
            yield from self._flush()
            self._head(len(match[1]), _plain(match[2]))
        elif match := _ASKED.match(bare):
            yield from self._flush()
            self.asks, self.lead, self.block, self.last = _plain(match["text"]), "", self.block + 1, "asked"
        elif bare.count("|") and (bare.startswith("|") or " | " in bare):
            yield from self._flush()
            yield from self._row(bare)
        elif _is_timed(bare):
            yield from self._flush()
            self.block += self.last != "timed"
            self.last = "timed"
            yield self._unit(_plain(bare), "item")
        elif _ITEM.match(line) and not (self._is_title(bare, following, then_blank) and not _goes_on(line, following)):
            yield from self._flush()
            if self.last != "item" and not (self.last == "blank" and self.after_item):
                self.block += 1
            self.last = "item"
            yield from self._item(line)
        elif self._is_title(bare, following, then_blank):
            yield from self._flush()
            first = self.order == 0 and not self.headings
            self._head(6 if _ARTICLE.match(bare) else 1 if first else 5, _plain(bare))
        elif self.last == "item" and line[:1].isspace() and not self.paragraph:
            yield self._unit(_plain(bare), "item")
        else:
            if self.last != "text":
                self.block += 1
                if self.last == "item" or (self.last == "blank" and self.after_item):
                    self.lead = ""
            self.last = "text"
            yield from self._text(bare)

    def _text(self, line: str) -> Iterator[Unit]:
        answer = _ANSWERED.sub("", line) if self.asks else line
        labelled = _LABELLED.match(_plain(line))
        if answer != line or labelled:
            yield from self._flush()
        self.paragraph.append(answer)
        # A line of a paragraph that was wrapped is long and does not end where a sentence ends.
        if _CLOSED.search(line) or _width(line) < 40 or labelled:
            yield from self._flush()

    def _flush(self) -> Iterator[Unit]:
        text = _plain(" ".join(self.paragraph))
        self.paragraph = []
        if not text:
            return
        pieces = sentences(text)
        if len(pieces) == 1 and text.endswith("?") and _width(text) < 120 and self.last == "text":
            self.asks, self.lead, self.last = text, "", "asked"
            return
        leads = bool(pieces and re.search(r"[:：]$", pieces[-1]))
        for piece in pieces[:-1] if leads else pieces:
            yield self._unit(piece, "sentence")
        self.lead = pieces[-1] if leads else self.lead

    def _item(self, line: str) -> Iterator[Unit]:
        text = _plain(_ITEM.sub("", line))
        numbered = bool(_NUMBERED.match(line))
        for piece in sentences(text) if _width(text) > _LONGEST_ITEM else [text]:
            yield self._unit(piece, "item", numbered)

    def _row(self, line: str) -> Iterator[Unit]:
        if _RULE.match(line):
            return
        cells = [_plain(cell) for cell in line.strip("|").split("|")]
        if not self.columns or len(cells) != len(self.columns):
            self.columns, self.block = cells, self.block + 1
            if self.last != "row":
                self.last = "row"
                return
        self.last = "row"
        pairs = [
            f"{column}: {cell}" if column else cell for column, cell in zip(self.columns, cells, strict=True) if cell
        ]
        if pairs:
            yield self._unit(" · ".join(pairs), "row")

    def _head(self, level: int, text: str) -> None:
        self.headings = [(above, words) for above, words in self.headings if above < level] + [(level, text)]
        self.lead, self.block, self.last, self.columns = "", self.block + 1, "head", []
        self.asks = text if text.endswith(("?", "？")) else ""

    def _is_title(self, line: str, following: str, then_blank: bool) -> bool:
        """A heading without a mark: a short line that does not end like a sentence and has text under it."""
        if _width(line) > _LONGEST_HEADING or _CLOSED.search(line) or not following or self.paragraph:
            return False
        if re.fullmatch(r"\*\*[^*]+\*\*", line):
            return True
        labelled = _LABELLED.match(line) and (self.headings or not then_blank)
        if self.order == 0 and (then_blank or _LABELLED.match(following)) and not labelled:
            return True
        if re.search(r"[다요음임함됨까죠]$|[:：]\s?\S|,", line) and not _ARTICLE.match(line):
            return False
        if _ARTICLE.match(line) and not re.match(r"^\d", line):
            return True
        if self.last not in ("blank", "head") or re.search(r"\d[%원일월년시분개]$", line):
            return False
        over_text = bool(_CLOSED.search(following)) or _width(following) > 40 or _is_item(following)
        return then_blank or over_text or bool(_ARTICLE.match(line))

    def _unit(self, text: str, kind: Kind, numbered: bool = False) -> Unit:
        context = (*(words for _, words in self.headings), *([self.lead] if self.lead and kind != "sentence" else []))
        asks = self.asks if self.asks not in context else ""
        unit = Unit(text, kind, context, asks, self.block, self.order, numbered)
        self.order += 1
        return unit


def units(text: str) -> list[Unit]:
    """The sentences, items and rows of a text, in order."""
    return list(_Reader().read(text))


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, none empty."""
    found: list[str] = []
    begin = 0
    for match in _END.finditer(text):
        if text[match.end()].islower():
            continue
        if _ABBREVIATION.search(text[begin : match.start()].rstrip("\"'”’)]")):
            continue
        found.append(text[begin : match.end()].strip())
        begin = match.end()
    found.append(text[begin:].strip())
    return [sentence for sentence in found if re.search(r"\w", sentence)]


def _goes_on(line: str, following: str) -> bool:
    """True where the next line is another item of the same list; “5. Not allowed” over dashes is a heading."""
    return _is_item(following) and bool(_NUMBERED.match(line)) == bool(_NUMBERED.match(following))


def _is_item(line: str) -> bool:
    return bool(_ITEM.match(line)) or _is_timed(line)


def _is_timed(line: str) -> bool:
    """True for an entry of a timetable, and not for a sentence that begins with a time."""
    return bool(_TIMED.match(line)) and not re.search(r"[.!?。]$", line)


def _plain(text: str) -> str:
    """Text without the marks of Markdown that only dress it."""
    text = re.sub(r"\*\*(.+?)\*\*|__(.+?)__", lambda match: match[1] or match[2], text)
    text = re.sub(r"(?<!\w)[*_](\S(?:.*?\S)?)[*_](?!\w)", r"\1", text)
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text).strip()


def _width(text: str) -> int:
    """The length of a text, letters counted twice that say as much as two Latin ones."""
    return len(text) + sum("\u3040" <= letter <= "\u9fff" or "가" <= letter <= "힣" for letter in text)
