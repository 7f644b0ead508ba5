"""Answers in the notebooks' own words, each with a link to the section that they come from."""

import re
from collections.abc import Sequence
from itertools import groupby

from ..passages.asking import kind_of
from ..passages.meaning import nearness
from ..passages.units import Unit
from ..skill import Language
from .matching import find
from .notebooks import Passage, passages
from .vocabulary import meanings

# Letters of a whole answer. A passage is said whole up to this length; of a longer one, what is nearest.
_LONGEST, _BRIEF, _SHORT = 600, 400, 200
# Letters where all of a list or a table is asked for.
_LIST = 1000
# The last sentence of a cell, where it only leads to the code under it.
_LEADS_ON = re.compile(r"(?:봅니다|봅시다|보겠습니다)\.$|[?:]$|^(?:Suppose|Try|Now|Watch|Look|Ask)\b")
# What a second passage lacks at most, where it may as well be the one that was meant.
_RIVAL = 0.2
_ENGLISH_ONLY = "本课程的笔记本只有韩文和英文，以下是英文笔记本中的原文：\n\n"


def prose_answer(question: str, language: Language, home: str = "", *, brief: bool = False) -> str | None:
    """What the notebooks say, in Korean or English; None where they do not say.

    `home` is the notebook that is known to teach the matter. Where two passages are about equally near, both are said,
    unless it is to be `brief`.
    """
    matches = find(question, language, home).matches
    if not matches:
        return None
    best, *others = (match.passage for match in matches)
    said = [_told(best, question, language, _BRIEF if brief else _LONGEST)]
    if not brief and others and matches[0].score - matches[1].score < _RIVAL:
        said.append(_told(others[0], question, language, max(_LONGEST - len(said[0]), _SHORT)))
    return (_ENGLISH_ONLY if language == "zh" else "") + "\n\n".join(said)


def link_to(notebook: str, language: Language) -> str:
    """A link to a notebook by its name; empty where it is not there."""
    one = next((one for one in passages("ko" if language == "ko" else "en") if one.notebook == notebook), None)
    return f"[{one.title}]({one.path})" if one else ""


def _told(passage: Passage, question: str, language: Language, room: int) -> str:
    *units, last = passage.units
    if not units or not _LEADS_ON.search(last.text):
        units.append(last)
    if len(_set(units)) > room:
        units = _nearest(units, question, _LIST if kind_of(question) in ("list", "compare") else room)
    return f"{_set(units)}\n\n{_pointer(passage, language)}"


def _nearest(units: Sequence[Unit], question: str, room: int) -> list[Unit]:
    """The sentences, items and rows that are nearest to the question, in their order, as many as there is room for."""
    asked = meanings(question)
    try:
        meant = nearness(question, [unit.text for unit in units])
    except (ImportError, OSError):
        meant = [0.0] * len(units)
    worth = [
        near + sum(weight for token, weight in meanings(unit.text).items() if token in asked) / (len(asked) or 1)
        for near, unit in zip(meant, units, strict=True)
    ]
    chosen: list[int] = []
    for place in sorted(range(len(units)), key=lambda place: -worth[place]):
        if not chosen or sum(len(_bare(units[one])) for one in (*chosen, place)) <= room:
            chosen.append(place)
    return [units[place] for place in sorted(chosen)]


def _set(units: Sequence[Unit]) -> str:
    """Sentences as paragraphs, items and rows as lists under the words that lead to them, or the table's head."""
    blocks = []
    for (_, kind), group in groupby(units, key=lambda unit: (unit.block, unit.kind)):
        together = list(group)
        if kind == "sentence":
            blocks.append(" ".join(unit.text for unit in together))
            continue
        lead = together[0].context[-1]
        lines = [lead] if lead.endswith((":", "：")) else []
        if kind == "row":
            lines.append(" · ".join(column for column, _ in _cells(together[0]) if column.strip()))
        blocks.append("\n".join([*lines, *(f"- {_bare(unit)}" for unit in together)]))
    return "\n\n".join(blocks)


def _bare(unit: Unit) -> str:
    """The text of a unit, that of a row without the names of its columns."""
    return " · ".join(cell for _, cell in _cells(unit)) if unit.kind == "row" else unit.text


def _cells(unit: Unit) -> list[tuple[str, str]]:
    """(column, what stands in it) for each cell of a row."""
    parts = (part.partition(": ") for part in unit.text.split(" · "))
    return [(column, cell) if colon else ("", column) for column, colon, cell in parts]


def _pointer(passage: Passage, language: Language) -> str:
    link = f"[{passage.title}]({passage.path})"
    said = {"ko": f"출처: {link}", "en": f"From: {link}", "zh": f"出处：{link}"}[language]
    if passage.heading == passage.title:
        return said
    section = passage.heading.replace("`", "")
    # A heading that is a whole sentence would stand there in a tone of its own.
    if language == "ko" and (numbered := re.match(r"(\d+)\..*다$", section)):
        return f"{said}, {numbered[1]}절"
    return said + {"ko": f", ‘{section}’", "en": f", “{section}”", "zh": f"，“{section}”"}[language]
