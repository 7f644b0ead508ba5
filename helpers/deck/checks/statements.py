"""Which sentences a slide holds, and what stands around each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .claims import Judge, Surroundings
from .pages import Item, Page
from .sentences import Sentence

_BULLET = re.compile(r"^\s*[-–•*·▪]\s+")


_MOST_NAMES = 12


@dataclass(frozen=True)
class Statement:
    """A sentence, the shape that it stands in (or "notes", "alt"), and its surroundings."""

    sentence: Sentence
    where: str
    around: Surroundings
    in_title: bool = False


def statements(page: Page, judge: Judge) -> Iterator[Statement]:
    """The sentences of titles, bodies and cards; those of notes come from `note_statements`."""
    everything = _read(judge, "\n".join(item.text for item in page.words))
    for item in page.words:
        column = _read(judge, "\n".join(other.text for other in page.words if _in_one_column(item, other)))
        lines = item.text.splitlines()
        for index, line in enumerate(lines):
            before = _read(judge, lines[index - 1]) if index else ()
            own = _read(judge, line)
            scopes = ((*own, *before), column, everything)
            for sentence in own:
                yield Statement(sentence, item.name, _surroundings(scopes), item.role == "title")


def note_statements(page: Page, judge: Judge) -> Iterator[Statement]:
    """The sentences of the speaker notes."""
    everything = _read(judge, page.all_text)
    for line in page.notes.splitlines():
        own = _read(judge, line)
        for sentence in own:
            around = _surroundings((own, everything))
            names = (*around.names, tuple(judge.truth.names[:_MOST_NAMES]))
            yield Statement(sentence, "notes", replace(around, names=names, is_note=True))


def _read(judge: Judge, text: str) -> tuple[Sentence, ...]:
    return tuple(sentence for line in text.splitlines() for sentence in judge.reader.read(_BULLET.sub("", line)))


def _surroundings(scopes: tuple[tuple[Sentence, ...], ...]) -> Surroundings:
    return Surroundings(
        tuple(tuple(dict.fromkeys(name for s in scope for name in s.names)) for scope in scopes),
        tuple(tuple(dict.fromkeys(when for s in scope for when in s.periods)) for scope in scopes),
        tuple(any(s.says_total for s in scope) for scope in scopes),
    )


def _in_one_column(one: Item, other: Item) -> bool:
    """True for shapes right above each other, such as the label, the number and the origin on a card."""
    same = abs(one.box.left - other.box.left) < 0.2 and abs(one.box.right - other.box.right) < 0.4
    gap = max(one.box.top, other.box.top) - min(one.box.bottom, other.box.bottom)
    return same and gap < 0.35


def alt_statements(page: Page, judge: Judge) -> Iterator[Statement]:
    """The sentences of alternative texts."""
    everything = _read(judge, page.all_text)
    for item in page.items:
        if item.kind in ("picture", "chart", "table"):
            for sentence in _read(judge, item.description):
                yield Statement(sentence, "alt", _surroundings(((sentence,), everything)))
