"""The notebooks' paragraphs, made ready to be asked for: by words (BM25), and by what stands in and around each."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property, lru_cache
from math import log

from ..passages.stems import english_stem, opened
from ..passages.words import Bag, Term
from .notebooks import Paragraph, Stamp, prose_of, stamp

_TOKEN = re.compile(r"[가-힣]+|[a-z0-9]+", re.IGNORECASE)
_K, _B = 1.2, 0.6  # the usual BM25: how soon repetitions cease to count, and how much long paragraphs are held back
_CLOSE = 30  # paragraphs that are read closely
# A word that hardly stands anywhere is as rare as one that so many paragraphs have: it may be no word of the course.
_RAREST = 6
_SHORT = 2


class Index:
    """The paragraphs of one language, in their order (`texts`)."""

    def __init__(self, texts: Sequence[Paragraph]) -> None:
        self.texts = texts
        self._bags: dict[int, Bags] = {}
        self._counts = [Counter(tokens(f"{one.text} {one.heading}")) for one in texts]
        self._lengths = [sum(count.values()) for count in self._counts]
        self._mean = sum(self._lengths) / max(len(texts), 1)
        self._places: dict[str, list[int]] = {}
        for place, count in enumerate(self._counts):
            for token in count:
                self._places.setdefault(token, []).append(place)

    @cached_property
    def code_words(self) -> frozenset[str]:
        """The single words that the notebooks set as code: `hd`, `queued`, `metadata`."""
        return frozenset(word for one in self.texts for word in re.findall(r"`\"?([a-z][a-z0-9]+)\"?`", one.text))

    def bags(self, place: int) -> "Bags":
        """The words in and around a paragraph."""
        if place not in self._bags:
            self._bags[place] = Bags(self.texts, place)
        return self._bags[place]

    def best(self, terms: Sequence[Term]) -> list[int]:
        """The places of the paragraphs that share most with the question, best first."""
        scores: dict[int, float] = defaultdict(float)
        for term in terms:
            found: dict[int, float] = {}
            for word, worth in ((term.text, 1.0), *((other, 0.7) for other in term.others)):
                for token in tokens(word):
                    held = self._places.get(token, [])
                    rare = log(1 + (len(self.texts) - len(held) + 0.5) / (len(held) + 0.5)) * term.weight * worth
                    for place in held:
                        often = self._counts[place][token]
                        damped = _K * (1 - _B + _B * self._lengths[place] / self._mean)
                        # Words of one meaning count once, not each.
                        found[place] = max(found.get(place, 0.0), rare * often * (_K + 1) / (often + damped))
            for place, score in found.items():
                scores[place] += score
        return [place for place, _ in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_CLOSE]]

    def rarity(self, term: Term) -> float:
        """What a word counts: more where few paragraphs have it."""
        held = max((len(self._places.get(token, ())) for token in tokens(term.text)), default=0)
        held = max(held, _RAREST)
        return term.weight * log(1 + (len(self.texts) - held + 0.5) / (held + 0.5))


class Bags:
    """What stands in a paragraph, in each of its sentences, above it, and next to it in the same section."""

    def __init__(self, texts: Sequence[Paragraph], place: int) -> None:
        one = texts[place]
        beside = [
            texts[other].text
            for other in (place - 1, place + 1)
            if 0 <= other < len(texts) and (texts[other].path, texts[other].heading) == (one.path, one.heading)
        ]
        self.own, self.heading, self.title = Bag(one.text), Bag(one.heading), Bag(one.title)
        self.beside = Bag("\n".join(beside))
        self.each = [Bag(unit.text) for unit in one.units]


@lru_cache(4)
def _made(notebooks: Stamp) -> Index:
    return Index(prose_of(notebooks))


def index_of(language: str) -> Index:
    """The index of a language's notebooks (`ko` or `en`), made anew where one of them has changed."""
    return _made(stamp(language))


def tokens(text: str) -> list[str]:
    """The stems of English words, and the pairs of syllables of Korean ones."""
    found: list[str] = []
    for run in _TOKEN.findall(text.lower()):
        if "가" <= run[0] <= "힣":
            # Endings change the last consonant (그리, 그릴); words of one syllable are found by their beginning.
            open_run = "".join(map(opened, run))
            found += [open_run[i : i + 2] for i in range(len(run) - 1)]
            found += [f"^{run[0]}"] if len(run) <= _SHORT else []
        else:
            found.append(english_stem(run))
    return found
