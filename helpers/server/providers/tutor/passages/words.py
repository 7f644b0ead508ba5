"""The words of a question that carry its meaning, and how much of a word stands in a text.

Korean stems carry particles and endings and are written together or apart (보증기간, 보증 기간), so they are compared
by pairs of syllables without spaces; English words are compared by their stems; Chinese ones by pairs of letters.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from .stems import english_stem, korean_stem, opened
from .stopwords import EMPTY, GENERIC, NUMBERS
from .synonyms import chinese_words, stemmed, synonyms_of

_TOKEN = re.compile(
    r"(?<![a-z\d])(?P<code>(?:[a-z]{1,3}|[a-z]{1,2}-)\d{1,4}[a-z]?)(?![a-z\d-])|(?P<hangul>[가-힣]+)|(?P<han>[\u3400-\u9fff]+)|(?P<number>\d+(?:[.,]\d+)*)|(?P<latin>[^\W\d_가-힣]+)"
)


_VERBAL = re.compile(r"(?:다|요|까|고|면|며|서|는|은|을|지|게|기|도|던|니|어|아|여|면서)$")
_LONGEST_VERB = 5


@dataclass(frozen=True)
class Term:
    """A word of a question, as its stem and as it was `said`.

    `weight` is 1 for what it names, less for what it merely says; `others` mean the same.
    """

    text: str
    said: str
    weight: float = 1.0
    others: tuple[str, ...] = ()
    verb: bool = False


def question_terms(text: str, weight: float = 1.0) -> list[Term]:
    """The words of a question that carry meaning, each once, in order."""
    # What is counted (몇 년, how many days) is not what the question is about.
    text = re.sub(r"(?<![가-힣])몇\s?(?:영업일|개월|시간|가지|년도|[가-힣])(?=[가-힣]{0,3}(?:\s|[?？]|$))", " ", text)
    found: dict[str, Term] = {}
    for stem, said, is_verb in _stems(text):
        if stem not in found:
            found[stem] = Term(
                stem,
                said,
                weight * (0.3 if stem in GENERIC else 0.6 if is_verb else 1.0),
                tuple(map(stemmed, synonyms_of(stem))),
                is_verb,
            )
    return list(found.values())


def _stems(text: str) -> list[tuple[str, str, bool]]:
    """(stem, word, whether it is a Korean verb or adjective) of each word that is not empty of meaning."""
    found: list[tuple[str, str, bool]] = []
    for match in _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower()):
        token = match.group()
        match match.lastgroup:
            case "hangul":
                stem, is_verb = korean_stem(token)
                if token not in EMPTY["ko"] and stem and stem not in EMPTY["ko"]:
                    found.append((stem, stem, is_verb))
            case "han":
                found += [(word, word, False) for word in _chinese_words(token)]
            case "number":
                found.append((token.replace(",", ""), token, False))
            case "code":
                found.append((token.replace("-", ""), token, False))
            case _:
                if token in NUMBERS:
                    found.append((NUMBERS[token], token, False))
                elif token not in EMPTY["en"] and (len(token) > 1 or token in "xyz"):
                    found.append((english_stem(token), token, False))
    return found


@cache
def _chinese_lexicon() -> re.Pattern[str]:
    known = sorted({*chinese_words(), *(word for word in EMPTY["zh"] if len(word) > 1)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, known)))


def _chinese_words(token: str) -> list[str]:
    """The words of a text without spaces: known ones whole, of the rest the pairs of letters between empty ones."""
    found: list[str] = []
    empty = f"[{''.join(word for word in EMPTY['zh'] if len(word) == 1)}]"
    at = 0
    for match in [*_chinese_lexicon().finditer(token), None]:
        for run in re.split(empty, token[at : match.start() if match else len(token)]):
            found += [run[i : i + 2] for i in range(len(run) - 1)]
        if match and match[0] not in EMPTY["zh"]:
            found.append(match[0])
        at = match.end() if match else len(token)
    return found or ([token] if len(token) == 1 and token not in EMPTY["zh"] else [])


def codes_in(text: str) -> frozenset[str]:
    """Names such as E4, A12, TH-07 or 2.1.0, which mean nothing else than what is written just so."""
    found = _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower())
    return frozenset(
        match.group().replace("-", "")
        for match in found
        if match.lastgroup == "code" or (match.lastgroup == "number" and match.group().count(".") > 1)
    )


class Bag:
    """The words of a text, made ready to be asked for."""

    def __init__(self, text: str) -> None:
        self._text = unicodedata.normalize("NFKC", text).lower()

    @cached_property
    def _words(self) -> frozenset[str]:
        found = set()
        for match in _TOKEN.finditer(self._text):
            token = match.group()
            if match.lastgroup == "latin":
                found.add(NUMBERS.get(token) or english_stem(token))
            elif match.lastgroup == "number":
                found.add(token.replace(",", ""))
            elif match.lastgroup == "code":
                found |= {token.replace("-", ""), *re.findall(r"\d+|[a-z]{2,}", token)}
        return frozenset(found)

    @cached_property
    def _pairs(self) -> frozenset[str]:
        squeezed = re.sub(r"\s+", "", self._text)
        return frozenset(squeezed[i : i + 2] for i in range(len(squeezed) - 1))

    @cached_property
    def _open_pairs(self) -> frozenset[str]:
        squeezed = "".join(map(opened, re.sub(r"\s+", "", self._text)))
        return frozenset(squeezed[i : i + 2] for i in range(len(squeezed) - 1))

    def share(self, term: Term) -> float:
        """How much of a term stands in the text, 0 to 1; words of the same meaning count a little less."""
        if term.verb and len(term.text) == 1:
            return self._conjugated(term.text)
        own = self._share(term.text)
        if own == 1:
            return own
        return max([own, *(0.85 * min(map(self._share, other.split())) for other in term.others)])

    def _conjugated(self, stem: str) -> float:
        """A verb of one syllable: 여 (여나요) stands in 열고 and 엽니다, but not in 여섯."""
        for word in re.findall(r"[가-힣]+", self._text):
            if (
                opened(word[0]) == opened(stem)
                and len(word) <= _LONGEST_VERB
                and (len(word) == 1 or _VERBAL.search(word))
            ):
                return 1.0
        return 0.0

    def _share(self, word: str) -> float:
        if not re.search(r"[가-힣\u3400-\u9fff]", word):
            # “move” keeps its e, “moving” loses it.
            return 1.0 if self._words & {word, f"{word}e", word.removesuffix("e")} else self._like(word)
        if len(word) == 1:
            alone = rf"(?<![가-힣\u3400-\u9fff]){word}(?=[은는이가을를의에도로와과만]?(?:[^가-힣\u3400-\u9fff]|$))"
            return 1.0 if re.search(alone, self._text) else 0.0
        pairs = [word[i : i + 2] for i in range(len(word) - 1)]
        share = sum(pair in self._pairs for pair in pairs) / len(pairs)
        if share < 1:
            loose = [one + other for one, other in zip(map(opened, word), map(opened, word[1:]), strict=False)]
            share = max(share, 0.8 * sum(pair in self._open_pairs for pair in loose) / len(loose))
        return share if share >= 0.5 else 0.0

    def _like(self, word: str) -> float:
        """A word of the same family (deliver, delivery; cancel, cancellation) counts a little less."""
        if word.isdigit() or len(word) < 4:
            return 0.0
        for other in self._words:
            length = min(len(word), len(other))
            if length >= 4 and word[: max(4, length - 1)] == other[: max(4, length - 1)]:
                return 0.8
        return 0.0
