"""The sentences of what the searches have found."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from ...base import SearchCall
from .units import Unit, units

# Passages that score less have nothing to do with the question (see `tools/file_search/ranking.py`).
_LEAST_PASSAGE = 0.02
_MOST_PASSAGES = 8
_MOST_OF_ALL = 20


@dataclass(frozen=True)
class Candidate:
    """A unit with where it was found.

    `place` orders the candidates as the texts go; `passage` is the text that it was found in, `passage_score` how well
    that fits. The scores are set by `scoring.ranked`; `beyond` is the share of what the title of the file does not say
    already that stands here.
    """

    unit: Unit
    file_id: str
    filename: str
    marker: str
    place: tuple[int, int]
    passage: str
    passage_score: float
    score: float = 0.0
    covered: float = 0.0
    lettered: float = 0.0
    near: float = 0.0
    beyond: float = 1.0

    @property
    def text(self) -> str:
        """Its words."""
        return self.unit.text

    @property
    def cited(self) -> str:
        """Its words and the marker of the passage that they stand in."""
        return self.unit.text + self.marker


def candidates(calls: Iterable[SearchCall], *, everything: bool = False) -> list[Candidate]:
    """The units of the best passages, or of all, each once, file by file in the order of the text."""
    files: dict[str, int] = {}
    found: dict[tuple[str, str, str], Candidate] = {}
    for call in calls:
        kept = list(enumerate(call.passages))[: _MOST_OF_ALL if everything else _MOST_PASSAGES]
        for index, passage in kept:
            if passage.score < _LEAST_PASSAGE and not everything:
                continue
            rank = files.setdefault(passage.file_id, len(files))
            name = passage.filename.replace("【", "[").replace("】", "]")
            marker = f"【{call.number}:{index}†{name}】"
            for unit in _units(passage.text):
                key = (passage.file_id, unit.around, unit.text)
                one = Candidate(
                    *(unit, passage.file_id, passage.filename, marker, (rank, len(found))),
                    passage=passage.text,
                    passage_score=passage.score,
                )
                if key not in found or found[key].passage_score < passage.score:
                    found[key] = replace(one, place=found[key].place) if key in found else one
    return sorted(found.values(), key=lambda one: one.place)


@lru_cache(512)
def _units(text: str) -> tuple[Unit, ...]:
    return tuple(units(text))


_COMMAND = re.compile(
    r"(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|prompt|rule|above|previous|prior)|\bsystem "
    r"prompt\b|"
    r"\b(?:reveal|print|output|leak|send)\b.{0,30}\b(?:api[ _-]?key|secret|password|prompt|instructions)|\byou are "
    r"now\b|\bas an ai\b|"
    r"\b(?:respond|reply|answer) (?:only )?with\b|(?:지시|지침|명령|프롬프트|규칙)(?:사항)?(?:을|를|은|는)? ?(?:모두 "
    r"|전부 |다 )?(?:무시|잊|따르지)|"
    r"(?:api ?키|비밀 ?키|시스템 프롬프트|프롬프트)(?:을|를)? ?(?:공개|알려|출력|보내|말)|忽略.{0,10}(?:指令|指示|"
    r"提示)|(?:泄露|输出).{0,8}(?:密钥|提示)",
    re.IGNORECASE,
)


def is_command(text: str) -> bool:
    """True for a sentence that speaks to an assistant instead of informing a reader. It is never followed."""
    return bool(_COMMAND.search(text))
