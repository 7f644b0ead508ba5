"""The paragraph of the notebooks that answers a question: by its words, with what the course calls the same."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..passages.asking import kind_of
from ..passages.words import Bag, Term
from .cues import cued, leads, led, phrased
from .index import Index, index_of
from .notebooks import Paragraph, paragraphs
from .vocabulary import course_terms

_MOST_NAMING = 12  # paragraphs with a name of code that are read closely

_HEADING, _TITLE, _BESIDE = 0.9, 0.35, 0.5
_TOGETHER = 0.15
_NEARLY, _RIVAL = 0.75, 0.85
_DEFINES, _CALLED, _LEANING, _TOUR, _RECAP, _HEADED = 0.2, 0.3, 0.12, 0.25, 0.03, 0.1
# Chosen on the tuning half of the questions in the tests.
LEAST = 0.38

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
_ANNOUNCES = re.compile(r"[:：]$|다음과 같습니다\.?$|(?:this|what) has changed\.$|as follows\.?$")
_RECAPS = re.compile(r"^(?:정리|Recap)$")
_CALLED_SO = re.compile(
    r"(?P<ko>[가-힣`\w]+)(?:\([^)]*\))?(?:이라고|라고) (?:합니다|부릅니다)|\b(?:is|are) called (?P<en>[\w ]{3,25})"
)
_WHAT = re.compile(
    r"뭐|무엇|뭔|이란|란\?|뜻|의미|설명|what (?:is|are|does)|what's|\bmean|\bdefine|\bexplain|describe", re.IGNORECASE
)


@dataclass(frozen=True)
class Found:
    """A paragraph, how well it answers, and the share of the question's words that it has.

    `companion` is the paragraph next to it where that is nearly as good; `elsewhere` a sentence of another section.
    """

    paragraph: Paragraph
    score: float
    covered: float
    companion: Paragraph | None = None
    elsewhere: tuple[str, Paragraph] | None = None


def identifiers_in(question: str) -> list[str]:
    """The names of code in a question, such as `create_once` and `runs.list`, in small letters."""
    return list(dict.fromkeys(name.lower() for name in re.findall(r"[A-Za-z]\w*?[._]\w*[A-Za-z]", question, re.ASCII)))


def find(question: str, language: str, home: Mapping[str, float] | None = None, least: float = LEAST) -> Found | None:
    """The paragraph that answers a question best, of the notebooks in a language; None where none does well.

    `home` says how much speaks for a notebook, where it is known to teach the matter; `least` the share of the
    question's words that a paragraph has to have.
    """
    index = index_of(language)
    terms, names = course_terms(question), identifiers_in(question)
    scored = [
        (score + (home or {}).get(index.texts[place].notebook, 0.0), share, place)
        for score, share, place in _scored(index, question)
        if share >= least
    ]
    if not scored:
        return None
    score, share, place = max(scored, key=lambda row: (round(row[0], 9), -row[2]))
    companion = _companion(index, place, score, scored)
    return Found(index.texts[place], score, share, companion, _elsewhere(index, place, score, scored, terms, names))


@lru_cache(64)
def _scored(index: Index, question: str) -> tuple[tuple[float, float, int], ...]:
    """(score, share of the question's words, place) of the paragraphs that were read closely."""
    terms, names = course_terms(question), identifiers_in(question)
    weights = [index.rarity(term) for term in terms]
    found = []
    for place, share in _covered(index, terms, names).items():
        score = share + _bonus(index.texts[place], question, terms, names)
        score += _TOGETHER * max(_shared(weights, terms, bag) for bag in index.bags(place).each)
        found.append((score, share, place))
    return tuple(found)


def _elsewhere(
    index: Index,
    place: int,
    best: float,
    scored: Sequence[tuple[float, float, int]],
    terms: Sequence[Term],
    names: Sequence[str],
) -> tuple[str, Paragraph] | None:
    """The sentence of another section that says nearly as much, with its paragraph."""
    one = index.texts[place]
    others = [
        (score, -other)
        for score, _, other in scored
        if (index.texts[other].path, index.texts[other].heading) != (one.path, one.heading)
        and index.texts[other].notebook != "quick_tour"
        and score >= _RIVAL * best
    ]
    if not others:
        return None
    other = -max(others)[1]
    weights = [index.rarity(term) for term in terms]
    paragraph = index.texts[other]
    worth = [
        _shared(weights, terms, bag) + sum(name in unit.text.lower() for name in names) - leads(unit.text)
        for bag, unit in zip(index.bags(other).each, paragraph.units, strict=True)
    ]
    return paragraph.units[worth.index(max(worth))].text, paragraph


def _companion(index: Index, place: int, best: float, scored: Sequence[tuple[float, float, int]]) -> Paragraph | None:
    """The paragraph next to the best, of the same section, where it says nearly as much about the question."""
    one = index.texts[place]
    near = [
        (score, other)
        for score, _, other in scored
        if abs(other - place) == 1
        and score >= _NEARLY * best
        and index.texts[other].heading == one.heading
        and index.texts[other].path == one.path
        and index.texts[other].units[0].kind == "sentence" == one.units[0].kind
    ]
    return index.texts[max(near)[1]] if near else None


def most_covered(question: str, language: str) -> float:
    """The largest share of a question's words that any one paragraph has, 0 to 1."""
    return max((share for _, share, _ in _scored(index_of(language), question)), default=0.0)


def _covered(index: Index, terms: Sequence[Term], names: Sequence[str]) -> dict[int, float]:
    """For the paragraphs worth a close look, by their places: the share of the question's words that they have."""
    if not terms or not index.texts:
        return {}
    weights = [index.rarity(term) for term in terms]
    total = sum(weights) or 1.0
    places = [place for place, one in enumerate(index.texts) if any(name in one.text.lower() for name in names)]
    found = {}
    for place in dict.fromkeys([*places[:_MOST_NAMING], *index.best(terms)]):
        bags = index.bags(place)
        shares = [
            max(
                bags.own.share(term),
                _HEADING * bags.heading.share(term),
                _TITLE * bags.title.share(term),
                _BESIDE * bags.beside.share(term),
            )
            for term in terms
        ]
        share = sum(weight * share for weight, share in zip(weights, shares, strict=True)) / total
        if names:
            text = index.texts[place].text.lower()
            share = (share + 2 * sum(name in text for name in names) / len(names)) / 3
        found[place] = share
    return found


def _shared(weights: Sequence[float], terms: Sequence[Term], bag: Bag) -> float:
    total = sum(weights) or 1.0
    return sum(weight * bag.share(term) for weight, term in zip(weights, terms, strict=True)) / total


def _bonus(paragraph: Paragraph, question: str, terms: Sequence[Term], names: Sequence[str]) -> float:
    """What speaks for a paragraph, or against it, beside its words."""
    bonus = -_TOUR * (paragraph.notebook == "quick_tour")
    heading = Bag(paragraph.heading)
    if paragraph.heading != paragraph.title and paragraph.units[0].kind != "row":
        bonus += _HEADED * any(heading.share(term) >= 0.8 for term in terms)
    bonus -= _LEANING * bool(_LEANS.match(paragraph.text)) + _RECAP * bool(_RECAPS.search(paragraph.heading))
    bonus += cued(question, paragraph) + phrased(question, paragraph) - led(paragraph)
    if _WHAT.search(question):
        bonus += _DEFINES * _defines(paragraph.units[0].text, terms, names)
        bonus += _CALLED * any(_CALLED_SO.search(unit.text) and _names_it(unit.text, terms) for unit in paragraph.units)
    return bonus


def whole_table(found: Found, question: str, language: str) -> list[Paragraph]:
    """All rows or items that stand together with what was found, where the question asks for all of them."""
    unit, texts = found.paragraph.units[0], paragraphs(language)
    heading = Bag(found.paragraph.heading)
    about_all = unit.kind == "row" or any(heading.share(term) >= 0.8 for term in course_terms(question))
    if unit.kind == "sentence" and kind_of(question) in ("list", "compare") and _ANNOUNCES.search(found.paragraph.text):
        after = texts[min(texts.index(found.paragraph) + 1, len(texts) - 1)]
        unit = after.units[0] if after.heading == found.paragraph.heading else unit
    elif kind_of(question) != "list" or not about_all:
        return [found.paragraph]
    if unit.kind == "sentence":
        return [found.paragraph]
    return [
        one
        for one in texts
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
