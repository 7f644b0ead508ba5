"""The paragraph of the notebooks that answers a question: by its words, with what the course calls the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from ..passages.asking import kind_of
from ..passages.stems import english_stem
from ..passages.words import Bag, Term
from .notebooks import Paragraph, paragraphs
from .vocabulary import course_terms

_TOKEN = re.compile(r"[가-힣]+|[a-z0-9]+", re.IGNORECASE)
_K, _B = 1.2, 0.6  # the usual BM25: how soon repetitions cease to count, and how much long paragraphs are held back
_CLOSE = 12  # paragraphs that are read closely

_HEADING, _TITLE = 0.85, 0.35
_DEFINES, _CALLED, _LEANING, _HOME, _TOUR, _RECAP, _HEADED = 0.2, 0.3, 0.12, 0.2, 0.15, 0.08, 0.1
# Chosen on the tuning half of the questions in the tests.
LEAST = 0.55

_LEANS = re.compile(
    r"^(?:Still|Back came|All |They|It |Its |This time|The same|Now |One\.|None|그대로|이번에는|이것|그것|그 |다섯|"
    r"세 |네 |하나|둘|"
    r"`?(?:True|False|None|failed)`?)"
)
_SUBJECT = re.compile(
    r"(?:An? |The )?(?P<en>[`\w. ]{2,40}?) (?:is|are|means?|has|holds?|bundles?|keeps?|tells?|says?|makes?|gives?|"
    r"returns?|shows?)\b|"
    r"(?P<ko>[`\w.() ]{1,30}?)(?:은|는|이란|란) "
)
_RECAPS = re.compile(r"^(?:정리|Recap)$")
_CALLED_SO = re.compile(
    r"(?P<ko>[가-힣`\w]+)(?:\([^)]*\))?(?:이라고|라고) (?:합니다|부릅니다)|\b(?:is|are) called (?P<en>[\w ]{3,25})"
)
_WHAT = re.compile(
    r"뭐|무엇|뭔|이란|란\?|뜻|의미|설명|what (?:is|are|does)|what's|\bmean|\bdefine|\bexplain|describe", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    """A paragraph, how well it answers, and the share of the question's words that it has."""

    paragraph: Paragraph
    score: float
    covered: float


class _Index:
    def __init__(self, texts: Sequence[Paragraph]) -> None:
        self.texts = texts
        self.bags = [(Bag(one.text), Bag(one.heading), Bag(one.title)) for one in texts]
        self._counts = [Counter(_tokens(f"{one.text} {one.heading}")) for one in texts]
        self._lengths = [sum(count.values()) for count in self._counts]
        self._mean = sum(self._lengths) / max(len(texts), 1)
        self._places: dict[str, list[int]] = {}
        for place, count in enumerate(self._counts):
            for token in count:
                self._places.setdefault(token, []).append(place)

    def best(self, terms: Sequence[Term]) -> list[int]:
        """The places of the paragraphs that share most with the question, best first."""
        scores: dict[int, float] = defaultdict(float)
        for term in terms:
            for token in {token for word in (term.text, *term.others) for token in _tokens(word)}:
                held = self._places.get(token, [])
                rare = log(1 + (len(self.texts) - len(held) + 0.5) / (len(held) + 0.5)) * term.weight
                for place in held:
                    often = self._counts[place][token]
                    damped = _K * (1 - _B + _B * self._lengths[place] / self._mean)
                    scores[place] += rare * often * (_K + 1) / (often + damped)
        return [place for place, _ in sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))[:_CLOSE]]

    def rarity(self, term: Term) -> float:
        """What a word counts: more where few paragraphs have it."""
        held = max((len(self._places.get(token, ())) for token in _tokens(term.text)), default=0)
        return term.weight * log(1 + (len(self.texts) - held + 0.5) / (held + 0.5))


@lru_cache(4)
def _index(texts: tuple[Paragraph, ...]) -> _Index:
    return _Index(texts)


def identifiers_in(question: str) -> list[str]:
    """The names of code in a question, such as `create_once` and `runs.list`, in small letters."""
    return list(dict.fromkeys(name.lower() for name in re.findall(r"[A-Za-z]\w*?[._]\w*[A-Za-z]", question, re.ASCII)))


def find(question: str, language: str, home: str = "") -> Found | None:
    """The paragraph that answers a question best, of the notebooks in a language; None where none does well.

    `home` is the notebook in which the matter is taught, where that is known.
    """
    index = _index(paragraphs(language))
    terms, names = course_terms(question), identifiers_in(question)
    covered = _covered(index, terms, names)
    best: Found | None = None
    for place, share in covered.items():
        paragraph = index.texts[place]
        score = share + _bonus(paragraph, question, terms, names, home)
        if best is None or score > best.score + 1e-9:
            best = Found(paragraph, score, share)
    return best if best and best.covered >= LEAST else None


def most_covered(question: str, language: str) -> float:
    """The largest share of a question's words that any one paragraph has, 0 to 1."""
    index = _index(paragraphs(language))
    return max(_covered(index, course_terms(question), identifiers_in(question)).values(), default=0.0)


def _covered(index: _Index, terms: Sequence[Term], names: Sequence[str]) -> dict[int, float]:
    """For the paragraphs worth a close look, by their places: the share of the question's words that they have."""
    if not terms or not index.texts:
        return {}
    weights = [index.rarity(term) for term in terms]
    total = sum(weights) or 1.0
    places = [place for place, one in enumerate(index.texts) if any(name in one.text.lower() for name in names)]
    found = {}
    for place in dict.fromkeys([*places[:_CLOSE], *index.best(terms)]):
        own, heading, title = index.bags[place]
        shares = [max(own.share(term), _HEADING * heading.share(term), _TITLE * title.share(term)) for term in terms]
        share = sum(weight * share for weight, share in zip(weights, shares, strict=True)) / total
        if names:
            text = index.texts[place].text.lower()
            share = (share + 2 * sum(name in text for name in names) / len(names)) / 3
        found[place] = share
    return found


def _bonus(paragraph: Paragraph, question: str, terms: Sequence[Term], names: Sequence[str], home: str) -> float:
    """What speaks for a paragraph, or against it, beside its words."""
    bonus = _HOME * (paragraph.notebook == home) - _TOUR * (paragraph.notebook == "quick_tour")
    heading = Bag(paragraph.heading)
    if paragraph.heading != paragraph.title and paragraph.units[0].kind != "row":
        bonus += _HEADED * any(heading.share(term) >= 0.8 for term in terms)
    bonus -= _LEANING * bool(_LEANS.match(paragraph.text)) + _RECAP * bool(_RECAPS.search(paragraph.heading))
    if _WHAT.search(question):
        bonus += _DEFINES * _defines(paragraph.units[0].text, terms, names)
        bonus += _CALLED * any(_CALLED_SO.search(unit.text) and _names_it(unit.text, terms) for unit in paragraph.units)
    return bonus


def whole_table(found: Found, question: str, language: str) -> list[Paragraph]:
    """All rows or items that stand together with what was found, where the question asks for all of them."""
    unit = found.paragraph.units[0]
    heading = Bag(found.paragraph.heading)
    about_all = unit.kind == "row" or any(heading.share(term) >= 0.8 for term in course_terms(question))
    if unit.kind == "sentence" or kind_of(question) != "list" or not about_all:
        return [found.paragraph]
    return [
        one
        for one in paragraphs(language)
        if one.path == found.paragraph.path
        and one.heading == found.paragraph.heading
        and one.units[0].block == unit.block
    ]


def _defines(sentence: str, terms: Sequence[Term], names: Sequence[str]) -> bool:
    """True where a sentence has what is asked for, and nothing else, as its subject."""
    subject = _SUBJECT.match(sentence)
    if not subject:
        return False
    words = subject["en"] or subject["ko"]
    if any(words.strip("` ").lower() == name for name in names):
        return True
    own = course_terms(words)
    return len(own) == 1 and any(Bag(words).share(term) >= 0.8 for term in terms)


def _names_it(sentence: str, terms: Sequence[Term]) -> bool:
    """True where a sentence gives what is asked for its name: “... is called polling.”"""
    match = _CALLED_SO.search(sentence)
    words = Bag((match["ko"] or match["en"]) if match else "")
    return any(words.share(term) >= 0.8 for term in terms)


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    for run in _TOKEN.findall(text.lower()):
        if "가" <= run[0] <= "힣":
            found += [run[i : i + 2] for i in range(max(len(run) - 1, 1))]
        else:
            found.append(english_stem(run))
    return found
