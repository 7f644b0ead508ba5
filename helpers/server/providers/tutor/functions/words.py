"""The words of a text as keys that can be compared: a concept where the lexicon knows the word, else its stem."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from .korean import base_of, is_stop, is_verbal
from .lexicon import CHANGING, READING, listed
from .things_lexicon import THINGS

ACTIONS = frozenset({*READING, *CHANGING})
_LONGEST_PHRASE = 3
_STOP_ENGLISH = frozenset(
    listed(
        "a an the of in on at to for from by with and or but if then than as is are was were be been being do does did "
        "can "
        "could would should will may might must shall have has had i me my mine we us our you your he she it its they "
        "them their this that these those there here what which who whom whose when why how please also just now so "
        "any some such not no yes ok okay thanks thank hi hello hey want need like let lets d s re ve ll m about into "
        "given based specific specified optional required e g etc eg ie string value parameter user s current new one "
        "between up out over under more most much many very too only own same per via within using use used whether "
        "today tomorrow yesterday next last"
    )
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-[A-Za-z]+)*|[가-힣]+|[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Term:
    """A word of a text and what it may mean; keys that begin with `=` are plain stems."""

    keys: frozenset[str]
    start: int
    end: int

    @property
    def known(self) -> bool:
        """True where the lexicon knows the word, and it is not only the beginning of another."""
        return not any(key.startswith("=") for key in self.keys)


_PLURALS = {"children": "child", "men": "man", "women": "woman", "feet": "foot", "mice": "mouse", "teeth": "tooth"}


def stem(word: str) -> str:
    """An English word without its endings; only good for comparing."""
    word = re.sub(r"['’]s?$", "", word.casefold())
    word = _PLURALS.get(word, word)
    for ending, instead, least in (
        ("ies", "y", 5),
        ("sses", "ss", 5),
        ("ches", "ch", 5),
        ("shes", "sh", 5),
        ("xes", "x", 4),
    ):
        if word.endswith(ending) and len(word) >= least:
            return word[: -len(ending)] + instead
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    if len(word) > 4 and word.endswith("ll"):
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def _english() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for concept, words in (*READING.items(), *CHANGING.items(), *THINGS.items()):
        for word in (*words, concept.replace("_", " ")):
            if word.isascii():
                found.setdefault(tuple(stem(part) for part in re.split(r"[ -]", word)), set()).add(concept)
    return {parts: frozenset(concepts) for parts, concepts in found.items()}


@cache
def _asian() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for concept, words in (*READING.items(), *CHANGING.items(), *THINGS.items()):
        for word in words:
            if not word.isascii():
                found.setdefault(word, set()).add(concept)
    return {word: frozenset(concepts) for word, concepts in found.items()}


_LONGEST_ASIAN = 8
_MADE_VERB = re.compile(
    r"([가-힣]{2,4}?)(?:합니다|하고|해|해요|하는|하려고|하게|하도록|한다|할게요?|할래요?|할까요?|했어요?|해줘요?|해주세요|하세요|"
    r"됩니다|돼요?|되나요|된다|시켜|시킵니다)$"
)


@cache
def terms(text: str) -> tuple[Term, ...]:
    """The meaningful words of a text, in order."""
    found: list[Term] = []
    tokens = list(_WORD.finditer(text))
    place = 0
    while place < len(tokens):
        token = tokens[place]
        first = token[0][0]
        if first.isascii():
            term, used = _english_term(text, tokens, place)
            if term:
                found.append(term)
            place += used
            continue
        found += _hangul_terms(text, token) if "가" <= first <= "힣" else _han_terms(text, token)
        place += 1
    kept: list[Term] = []
    for term in found:
        if not kept or term.start >= kept[-1].end:
            kept.append(term)
    return tuple(kept)


def _english_term(text: str, tokens: list[re.Match[str]], place: int) -> tuple[Term | None, int]:
    for size in range(_LONGEST_PHRASE, 0, -1):
        group = tokens[place : place + size]
        if len(group) < size or not all(token[0][0].isascii() for token in group):
            continue
        if any(re.search(r"[^\s_-]", text[one.end() : two.start()]) for one, two in pairwise(group)):
            continue
        parts = tuple(stem(part) for token in group for part in token[0].split("-"))
        if concepts := _english().get(parts):
            return Term(concepts, group[0].start(), group[-1].end()), size
    token = tokens[place]
    if token[0].casefold() in _STOP_ENGLISH or len(token[0]) < 2:
        return None, 1
    return Term(frozenset({f"={stem(token[0])}"}), token.start(), token.end()), 1


def _hangul_terms(text: str, token: re.Match[str]) -> list[Term]:
    found: list[Term] = []
    base, _ = base_of(token[0])
    lexicon = _asian()
    at = token.start()
    while at < token.end():
        for size in range(_LONGEST_ASIAN, 0, -1):
            word = text[at : at + size]
            concepts = lexicon.get(word)
            if concepts is None or len(word) < size:
                continue
            single = len(word) == 1
            verb = bool(concepts & ACTIONS)
            if single and not (at == token.start() and (verb or word == base)):
                continue
            found.append(Term(concepts, at, at + size))
            at += size - 1
            break
        at += 1
    if (
        len(found) == 1
        and found[0].start == token.start()
        and len(base) == found[0].end - found[0].start + 1
        and not (found[0].keys & ACTIONS and base[-1] in "해하한할함된될됨")
    ):
        # “운동화” is not “운동”, or not only.
        found = [Term(found[0].keys | {f"={base}"}, found[0].start, found[0].end)]
    made = _MADE_VERB.match(token[0])
    if not found and made and not is_stop(made[1]):
        # “수거해”, “수거합니다”: a noun and 하다, whatever the ending.
        found.append(Term(frozenset({f"={made[1]}"}), token.start(), token.start() + len(made[1])))
    if not found and not is_stop(base) and not is_stop(token[0]) and len(base) > 1 and not is_verbal(token[0]):
        found.append(Term(frozenset({f"={base}"}), token.start(), token.start() + len(base)))
    return found


def _han_terms(text: str, token: re.Match[str]) -> list[Term]:
    found: list[Term] = []
    lexicon = _asian()
    at, rest = token.start(), token.start()
    while at < token.end():
        for size in range(min(_LONGEST_ASIAN, token.end() - at), 0, -1):
            concepts = lexicon.get(text[at : at + size])
            if concepts is None:
                continue
            found += _bigrams(text, rest, at)
            found.append(Term(concepts, at, at + size))
            at += size
            rest = at
            break
        else:
            at += 1
    return found + _bigrams(text, rest, token.end())


def _bigrams(text: str, start: int, end: int) -> list[Term]:
    return [Term(frozenset({f"={text[at : at + 2]}"}), at, at + 2) for at in range(start, end - 1, 2)]


def keys_of(text: str) -> frozenset[str]:
    """All that the words of a text may mean."""
    return frozenset(key for term in terms(text) for key in term.keys)


def spaced(identifier: str) -> str:
    """`getOrderStatus`, `order_id` and `to-address` as words."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", identifier)
    return re.sub(r"[_\-.]+", " ", text).strip()


def alike(one: str, other: str) -> bool:
    """True where two keys mean the same; a Korean compound is like the word that it begins with."""
    if one == other:
        return True
    if one[:1] == other[:1] == "=" and "가" <= one[1:2] <= "힣" and "가" <= other[1:2] <= "힣":
        shorter, longer = sorted((one, other), key=len)
        return len(shorter) > 2 and longer.startswith(shorter)
    return False


def has_key(key: str, keys: frozenset[str]) -> bool:
    """True where one of the keys is like this one."""
    return key in keys or any(alike(key, other) for other in keys)


_RELATIVE = re.compile(r"\b(?:who|that|which|whose|where)\b.*", re.IGNORECASE | re.DOTALL)


def deeds_told(description: str) -> frozenset[str]:
    """What a description says that a function does; “who opened a letter” says what others did."""
    return actions_in(_RELATIVE.sub("", description))


def actions_in(text: str) -> frozenset[str]:
    """What a text wants done. “order” and “book” are deeds only where no other word names one."""
    # “만들 수 있는 요리” wishes nothing made.
    found = terms(re.sub(r"[가-힣]+ 수 (?:있는|없는)", " ", text))
    pure = frozenset(key for term in found if term.keys <= ACTIONS for key in term.keys)
    return pure or frozenset(key for term in found for key in term.keys & ACTIONS)
