"""How well a sentence answers a question."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from .asking import Part, Wanted
from .candidates import Candidate
from .meaning import alike, nearness, vectors_of
from .needed import HAPPENS, is_said_by_form, label_of, labels, measures
from .units import Unit
from .values import has_value
from .words import Bag, Term

_MOST_COMPARED = 24  # sentences whose meaning is compared: about a millisecond each
_MOST_READ = 6  # sentences that are compared word by word

# What is found under the same heading, next to it, in the name or the title of the file, and elsewhere in the passage
# says less than what stands in the sentence itself.
_AROUND = 0.85
_TITLE = 0.7
_PASSAGE = 0.4
_BESIDE = 0.4
_TITLED = 0.6
_MEASURED = 0.85  # “190도” says “temperature” without the word

_WORDS = 0.5
_VALUE = 0.06
_TRUST = 0.1
_NAMED = 0.1
_LABEL = 0.15
_LABELS_WEIGHT = 0.3

_SUBJECT = re.compile(
    r"(?P<label>[^:：]{1,20})[:：]\s|"
    r"(?:An? |The |Our |Its )?(?P<en>\w+(?: \w+)?) (?:is|are|was|were|costs?|lasts?|begins?|ends?)\b|"
    r"(?P<ko>[가-힣]+(?: [가-힣]+)?)[은는] "
)


def ranked(pool: Sequence[Candidate], terms: Sequence[Term], part: Part) -> list[Candidate]:
    """The candidates with their scores, best first.

    A score is a cosine, plus half the square of the share of the question's words that are there, plus a little for the
    passage's own score and for a value of the kind that is asked for. Words are looked for by their letters first, and
    for the best candidates by their meaning.
    """
    if not pool:
        return []
    table = _Shares(pool, terms, part.wanted)
    by_letters = [table.covered(place) for place in range(len(pool))]
    first = sorted(
        range(len(pool)), key=lambda place: (-by_letters[place] - _TRUST * pool[place].passage_score, pool[place].place)
    )[:_MOST_COMPARED]
    near = dict(zip(first, nearness(part.about, [whole(pool[place].unit) for place in first]), strict=True))

    def scored(place: int, covered: float) -> Candidate:
        one = pool[place]
        bonus = (
            _value_bonus(one.unit, part.wanted)
            + _TRUST * one.passage_score
            + _NAMED
            * (part.wanted != "" and _names(one.unit, [term for term in terms if term.text not in labels(part.wanted)]))
            + _LABEL * (table.is_labelled(place))
        )
        return replace(
            one,
            covered=covered,
            lettered=by_letters[place],
            near=near[place],
            score=near[place] + _WORDS * covered**2 + bonus,
        )

    ordered = sorted(first, key=lambda place: (-scored(place, by_letters[place]).score, pool[place].place))
    table.read(ordered[:_MOST_READ])
    found = [
        replace(scored(place, table.covered(place, by_meaning=True)), beyond=table.beyond(place))
        for place in ordered[:_MOST_READ]
    ]
    found += [scored(place, by_letters[place]) for place in ordered[_MOST_READ:]]
    return sorted(found, key=lambda one: (-one.score, one.place))


class _Shares:
    """How much of each word of the question stands in and around each candidate."""

    def __init__(self, pool: Sequence[Candidate], terms: Sequence[Term], wanted: Wanted) -> None:
        self._pool, self._terms, self._wanted = pool, terms, wanted
        self._own = [
            [
                max(
                    bag.share(term),
                    _MEASURED * (measures(term.said, one.text) or is_said_by_form(term.text, one.text, wanted)),
                )
                for term in terms
            ]
            for bag, one in ((Bag(one.text), one) for one in pool)
        ]
        self._around = [[bag.share(term) for term in terms] for bag in (Bag(one.unit.around) for one in pool)]
        self._far = {one.passage: self._far_shares(one) for one in {one.passage: one for one in pool}.values()}
        self._weights = self._rarity()

    def covered(self, place: int, *, by_meaning: bool = False) -> float:
        """The share of the question's words that a candidate answers to, 0 to 1."""
        one = self._pool[place]
        own, around = self._own[place], self._around[place]
        if by_meaning:
            own = self._by_meaning(own, one.text)
            around = self._by_meaning(around, one.unit.around)
        beside = self._beside(place)
        return sum(
            weight * max(own[n], _AROUND * around[n], _BESIDE * beside[n], self._far[one.passage][n])
            for n, weight in enumerate(self._weights)
        )

    def beyond(self, place: int) -> float:
        """The share of what the title of the file does not say that stands in a candidate; 1 where it says it all."""
        one = self._pool[place]
        own = self._by_meaning(self._own[place], one.text)
        around = self._by_meaning(self._around[place], one.unit.around)
        beside = self._beside(place)
        title = [bag.share(term) for bag in (Bag(title_of(one)),) for term in self._terms]
        rest = [
            n
            for n, term in enumerate(self._terms)
            if title[n] < _TITLED and term.weight >= 1 and term.text not in labels(self._wanted)
        ]
        if not rest:
            return 1.0
        return sum(max(own[n], around[n], _BESIDE * beside[n]) for n in rest) / len(rest)

    def is_labelled(self, place: int) -> bool:
        """True for a line such as “Date: 3 May” where the date is wanted of what stands above it."""
        one = self._pool[place]
        if not label_of(one.text) & labels(self._wanted):
            return False
        rest = [n for n, term in enumerate(self._terms) if term.weight >= 1 and not term.verb]
        rest = [n for n in rest if self._terms[n].text not in labels(self._wanted) | HAPPENS]
        title = Bag(title_of(one))
        return all(
            max(self._own[place][n], self._around[place][n], title.share(self._terms[n])) >= _TITLED for n in rest
        )

    def read(self, places: Sequence[int]) -> None:
        """Have the words of some candidates compared all at once, which is quicker than one by one."""
        vectors_of(
            [word for place in places for word in _words(f"{self._pool[place].text}\n{self._pool[place].unit.around}")]
        )

    def _far_shares(self, one: Candidate) -> list[float]:
        """What the name and the title of a file, and the rest of the passage, say of each word."""
        title = title_of(one)
        titled = self._by_meaning([Bag(title).share(term) for term in self._terms], title)
        passage = Bag(one.passage)
        return [
            max(_TITLE * share, _PASSAGE * passage.share(term)) for share, term in zip(titled, self._terms, strict=True)
        ]

    def _by_meaning(self, shares: Sequence[float], text: str) -> list[float]:
        missing = [n for n, share in enumerate(shares) if share < 0.5]
        words = _words(text)
        if not missing or not words:
            return list(shares)
        found = list(shares)
        for n, share in zip(missing, alike([self._terms[n].text for n in missing], words), strict=True):
            found[n] = max(found[n], share)
        return found

    def _beside(self, place: int) -> Sequence[float]:
        one = self._pool[place]
        if one.unit.kind != "sentence":
            return [0.0] * len(self._terms)
        rows = [
            self._own[other]
            for other in (place - 1, place + 1)
            if 0 <= other < len(self._pool)
            and self._pool[other].file_id == one.file_id
            and self._pool[other].unit.block == one.unit.block
        ]
        return [max((row[n] for row in rows), default=0.0) for n in range(len(self._terms))]

    def _rarity(self) -> list[float]:
        """What each word counts: more where it is rare here, and most where it stands nowhere. They add up to 1."""
        weights = []
        for n, term in enumerate(self._terms):
            frequency = sum(max(own[n], around[n]) >= 0.7 for own, around in zip(self._own, self._around, strict=True))
            weight = min(term.weight, _LABELS_WEIGHT) if term.text in labels(self._wanted) else term.weight
            weights.append(weight * math.log1p((len(self._pool) - frequency + 0.5) / (frequency + 0.5)))
        total = sum(weights) or 1.0
        return [weight / total for weight in weights]


def _words(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", text)))[:24]


def whole(unit: Unit) -> str:
    """A sentence as it can be understood alone: under its heading, after its question."""
    above = unit.asks or (unit.context[-1] if unit.context else "")
    return f"{above}: {unit.text}" if above else unit.text


def title_of(one: Candidate) -> str:
    """The words of a file's name, and the first line of the passage, which often is its title."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])|[_\-.+]+", " ", PurePath(one.filename).stem)
    return f"{name}\n{one.passage.strip().splitlines()[0][:80]}"


def _names(unit: Unit, terms: Sequence[Term]) -> bool:
    """True where a word of the question is the subject of a sentence, or the label of a line: “Rent: 980 euros”."""
    subject = _SUBJECT.match(unit.text)
    bag = Bag(next(filter(None, subject.groups())) if subject else "")
    return any(term.weight >= 1 and bag.share(term) >= 0.8 for term in terms)


def _value_bonus(unit: Unit, wanted: Wanted) -> float:
    if not wanted:
        return 0.0
    return _VALUE if has_value(unit.text, wanted) else -_VALUE
