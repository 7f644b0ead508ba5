"""Which cell answers a question? The one whose own question is nearest, in words and in meaning.

The score of a passage is

    (1 - WORDS) x cosine of meaning + WORDS x cosine of words, for the nearest of the cell's questions in any language
    + PROSE x share of the question's words that its prose has

where rare words count more. Scores are added, not ranks, for the reasons given in `tools.file_search.ranking`. What a
question says beside the course (“in Java”, “on WhatsApp”) speaks against its being about the course at all: the share
of its words that no question and no passage has is taken off, at STRANGE, before the score counts as certainty.

All this was chosen on the questions in `tests/unit/test_tutor_about.py`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt
from threading import Lock
from typing import TYPE_CHECKING

from ..passages.meaning import vectors_of
from ..skill import Language
from .notebooks import TRACKS, Passage, Stamp, passages_of, stamp
from .vectors import key, stored
from .vocabulary import meanings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

WORDS = 0.2
PROSE = 0.3
STRANGE = 0.8
# Paraphrases rarely have a higher cosine.
_NEAR = 0.9
_STRANGE_CHINESE = (1.0, 0.15, 0.0)
_RAREST = 3
_LONG_TABLE = 16
_MOST = 3
# What speaks for the notebook that teaches a matter, and for one that is named by its number.
_HOME, _NAMED = 0.2, 0.4
_NUMBERED = re.compile(
    r"(?:노트북|notebooks?)\s?(?:번호\s?)?#?(?P<before>\d{1,2})(?!\d)|"
    r"(?<!\d)(?P<behind>\d{2})(?:번|번째)?\s?(?:노트북|notebook)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Match:
    """A passage and its score."""

    passage: Passage
    score: float


@dataclass(frozen=True)
class Found:
    """The passages that answer a question, best first, and how much speaks for its being about the course at all."""

    matches: tuple[Match, ...]
    certain: float


class _Bags:
    """Texts as bags of weighted tokens, asked for all at once."""

    def __init__(self, bags: Sequence[Mapping[str, float]]) -> None:
        self.count = len(bags)
        self.held: dict[str, list[tuple[int, float]]] = {}
        for place, bag in enumerate(bags):
            for token, weight in bag.items():
                self.held.setdefault(token, []).append((place, weight))

    def product(self, bag: Mapping[str, float]) -> "Numbers":
        """For each text, the sum over the tokens of weight times weight."""
        import numpy as np

        found = np.zeros(self.count, np.float32)
        for token, weight in bag.items():
            for place, other in self.held.get(token, ()):
                found[place] += weight * other
        return found


class Course:
    """The questions and passages of both tracks, made ready to be asked for."""

    def __init__(self, tracks: Mapping[str, Sequence[Passage]]) -> None:
        import numpy as np

        self.tracks = tracks
        pairs = sorted({(asked, one.cell) for there in tracks.values() for one in there for asked in one.questions})
        self._asked = [question for question, _ in pairs]
        cells = {cell: place for place, cell in enumerate(sorted({cell for _, cell in pairs}))}
        self._owners = np.array([cells[cell] for _, cell in pairs], np.intp)
        self._cells = {track: np.array([cells[one.cell] for one in there], np.intp) for track, there in tracks.items()}
        bags = [meanings(question) for question in self._asked]
        self._rare = _Bags(bags)
        bags = [self._weighed(bag) for bag in bags]
        self._bags = _Bags([{token: weight / _length(bag) for token, weight in bag.items()} for bag in bags])
        self._prose = {
            track: _Bags([dict.fromkeys(meanings(_prose_of(one)), 1.0) for one in there])
            for track, there in tracks.items()
        }
        places, _ = stored()
        self._vectors = np.array([places.get(key(question), -1) for question in self._asked], np.intp)

    def _weighed(self, bag: Mapping[str, float]) -> dict[str, float]:
        """Tokens weighed by how rare they are; what is hardly ever said may be no word of the course."""
        count = self._rare.count
        return {
            token: weight * log(1 + count / max(len(self._rare.held.get(token, ())), _RAREST))
            for token, weight in bag.items()
        }

    def find(self, question: str, language: Language, home: str, least: float) -> Found:
        """The passages that answer a question, in its language where there is a track in it, else in English."""
        import numpy as np

        track = language if language in self.tracks else "en"
        there = self.tracks[track]
        bag = self._weighed(meanings(question))
        if not there or all(token.isdigit() for token in bag):
            return Found((), 0.0)
        total = sum(bag.values())
        words = self._bags.product(bag) / _length(bag)
        prose = self._prose[track].product(bag) / total
        strange = self._strange(bag, language)
        number = _NUMBERED.search(question)
        named = f"{int(number['before'] or number['behind']):02d}_" if number else ""
        figures = [] if named else [token for token in bag if token[0].isdigit()]
        most = (1 - WORDS) * _NEAR + WORDS * words.max() + PROSE * prose.max()
        most -= STRANGE * (strange + sum(bag[token] for token in figures) / total)
        near = words if most < least else self._near(question, words)
        best = np.full(self._owners.max() + 1, -1.0, np.float32)
        np.maximum.at(best, self._owners, near)
        scores = best[self._cells[track]] + PROSE * prose
        certain = float(scores.max())
        scores += [
            _HOME * (one.notebook == home) + _NAMED * bool(named and one.notebook.startswith(named)) for one in there
        ]
        order = np.argsort(-scores, kind="stable")[:_MOST]
        matches = tuple(Match(there[place], float(scores[place])) for place in order)
        cell = int(self._cells[track][order[0]])
        strange += sum(bag[token] for token in figures if not self._says(token, cell, track)) / total
        return Found(matches, certain - STRANGE * strange)

    def _strange(self, bag: Mapping[str, float], language: Language) -> float:
        """The share of a question's words that the course does not know, 0 to 1."""
        if language == "zh":
            # Chinese words are written together; the table of words tells at least how many are the course's.
            return _STRANGE_CHINESE[min(sum(token.startswith("#") for token in bag), 2)]
        known = (self._rare.held, *(bags.held for bags in self._prose.values()))
        strange = sum(weight for token, weight in bag.items() if not any(token in held for held in known))
        return strange / sum(bag.values())

    def _says(self, token: str, cell: int, track: str) -> bool:
        """True where a cell or one of its questions has a token."""
        asked = (self._owners[place] for place, _ in self._rare.held.get(token, ()))
        told = (self._cells[track][place] for place, _ in self._prose[track].held.get(token, ()))
        return cell in {*asked, *told}

    def _near(self, question: str, words: "Numbers") -> "Numbers":
        """How near each stored question is, in meaning and in words; in words alone where there is no vector."""
        import numpy as np

        _, vectors = stored()
        if not len(vectors):
            return words
        try:
            meant = vectors_of([question])[0]
        except (ImportError, OSError):
            # The encoder is not there.
            return words
        cosines = (vectors @ meant)[self._vectors]
        return np.where(self._vectors < 0, words, (1 - WORDS) * cosines + WORDS * words)


def _prose_of(passage: Passage) -> str:
    """What a question's words are looked for in. A long table has some word of any question."""
    return f"{passage.heading}\n{passage.text}" if len(passage.units) <= _LONG_TABLE else passage.heading


def _length(bag: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in bag.values())) or 1.0


_READING = Lock()


@lru_cache(2)
def _made(notebooks: tuple[tuple[str, Stamp], ...]) -> Course:
    return Course({track: passages_of(there) for track, there in notebooks})


@lru_cache(64)
def _found(course: Course, question: str, language: Language, home: str, least: float) -> Found:
    return course.find(question, language, home, least)


def find(question: str, language: Language, home: str = "", *, least: float = -1.0) -> Found:
    """The passages that answer a question in the notebooks as they are now; `home` is one that teaches its matter.

    The meaning is not looked at where no meaning could make the question as certain as `least`: loading the encoder
    takes a second.
    """
    # Whoever comes while the notebooks are being read waits, rather than reading them too.
    with _READING:
        course = _made(tuple((track, stamp(track)) for track in TRACKS))
    return _found(course, question, language, home, least)
