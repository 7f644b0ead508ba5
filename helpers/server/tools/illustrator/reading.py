"""Finds in a prompt what can be drawn, what is expressly not wanted, and which words nothing here can draw."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from . import words

Language = Literal["ko", "en", "zh"]

_PARTICLE = (
    "(?:에서|에게|까지|부터|처럼|으로|하고|이랑|들이|들을|들의|들과|들은|들도|위에|위로|위|속|들"
    "|은|는|이|가|을|를|의|에|와|과|로|도|만|랑)"
)
# Longer than this is no word that one would want to read back.
_LONGEST = 30
_KOREAN_NOT = re.compile(rf"^[가-힣]{{0,2}}?{_PARTICLE}?\s*(?:없는|없이|없고|빼고|말고|제외|아닌)")
_ENGLISH_NOT = re.compile(r"\b(?:no|without|not|avoid|excluding)\s+(?:any\s+|an?\s+|the\s+)?$", re.IGNORECASE)
_CHINESE_NOT = re.compile(r"(?:没有|不要|无)$")
# 배 is a boat, and the "-fold" of "두 배"; 달 is the moon, and the month of "한 달".
_COUNTED = {"_배": r"(?<![두세네몇]\s)", "_달": r"(?<![한두세네몇]\s)"}
# Adjectives and verbs in the form that stands before a noun; the list of endings is not complete, and need not be.
_KOREAN_VERB = re.compile(
    r"(?:는|한|된|인|할|될|하게|하고|하며|하여|하면서|해서|되어|있게|스러운|로운|다운|린|든|쓴|선|온|간|난|탄|찬|핀|진|던|춘|킨|긴|낀|을|줘|주세요|세요|다|요)$"
)


@dataclass(frozen=True)
class Reading:
    """`motifs`: each motif with the prompt's word for it, in the order of the words. `unwanted`: "without people".

    `unknown`: the words that name something else, at most eight.
    """

    prompt: str
    language: Language
    motifs: Mapping[str, str]
    unwanted: frozenset[str]
    unknown: tuple[str, ...]


def read(prompt: str) -> Reading:
    """Understand a prompt, as far as a list of words can."""
    found: list[tuple[int, int, str]] = []
    unwanted: set[str] = set()
    for motif, pattern in _patterns():
        for match in pattern.finditer(prompt):
            if _is_refused(prompt, match):
                unwanted.add(motif)
            else:
                found.append((match.start(), match.end(), motif))
    motifs: dict[str, str] = {}
    for start, end, motif in sorted(found, key=lambda each: (each[0], each[1])):
        motifs.setdefault(motif, prompt[start:end].strip())
    refused = frozenset(unwanted - set(motifs))
    rest = list(prompt)
    for _, pattern in _patterns():
        for match in pattern.finditer(prompt):
            # The particle behind a known word goes with it.
            tail = re.match(rf"{_PARTICLE}?(?![가-힣])", prompt[match.end() :])
            end = match.end() + (tail.end() if tail else 0)
            rest[match.start() : end] = " " * (end - match.start())
    unknown = list(dict.fromkeys(_content("".join(rest))))
    unknown = [word for word in unknown if len(word) <= _LONGEST][:8]
    return Reading(prompt, _language(prompt), motifs, refused, tuple(unknown))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    patterns = []
    for motif, text in words.KOREAN.items():
        each = [
            rf"(?<![가-힣A-Za-z0-9]){_COUNTED.get(word, '')}{word[1:]}(?={_PARTICLE}?(?![가-힣A-Za-z]))"
            if word.startswith("_")
            else word
            for word in text.split()
        ]
        patterns.append((motif, re.compile("|".join(each))))
    for motif, text in words.ENGLISH.items():
        patterns.append((motif, re.compile(rf"(?<![A-Za-z])(?:{'|'.join(text.split())})(?![A-Za-z])", re.IGNORECASE)))
    for motif, text in words.CHINESE.items():
        patterns.append((motif, re.compile("|".join(text.split()))))
    return tuple(patterns)


def _is_refused(prompt: str, match: re.Match[str]) -> bool:
    before, after = prompt[: match.start()], prompt[match.end() :]
    return bool(_KOREAN_NOT.match(after) or _ENGLISH_NOT.search(before) or _CHINESE_NOT.search(before))


def _content(rest: str) -> Iterator[str]:
    """The words in what remains of the prompt that seem to name a thing."""
    tokens = re.findall(r"[가-힣]+|[A-Za-z][A-Za-z'-]+|[一-鿿]+", rest)
    for number, token in enumerate(tokens):
        if "가" <= token[0] <= "힣":
            # The last word of a Korean prompt is mostly a bare noun: its 이 or 가 is no particle.
            noun = token if number == len(tokens) - 1 and token[-1] in "이가" else _korean_noun(token)
            if noun and not {noun, noun[:-1]} & words.KOREAN_STOP:
                yield noun
        elif token[0].isascii():
            if len(token) > 2 and token.lower() not in words.ENGLISH_STOP and not token.lower().endswith("ly"):
                yield token
        else:
            yield from (
                part
                for part in re.split("|".join(sorted(words.CHINESE_STOP, key=len, reverse=True)), token)
                if len(part) > 1
            )


def _korean_noun(token: str) -> str:
    """The noun without its particle; an empty string for what looks like a verb, an adjective or a single syllable."""
    for particle in ("에서", "에게", "까지", "부터", "처럼", "으로", "이랑", "들이", "들을", "들의", "들과", "들"):
        if token.endswith(particle) and len(token) > len(particle) + 1:
            return token[: -len(particle)]
    stem, last = token[:-1], token[-1]
    if len(stem) >= 2:
        closed = (ord(stem[-1]) - 0xAC00) % 28 > 0
        # Which form of a particle follows depends on whether the noun ends in a consonant.
        if last in ("을이은과" if closed else "를가는와로") or last in "의에도만":
            if last in "은는" and (stem[-1] in "하되있없" or _KOREAN_VERB.search(stem)):
                return ""
            # "건너는" may be a verb, "고양이는" a noun: the whole word is right for both.
            return token if last == "는" else stem
    if len(token) < 2 or (len(token) == 2 and token[-1] in "를을는은") or _KOREAN_VERB.search(token):
        return ""
    return token


def _language(text: str) -> Language:
    hangul = len(re.findall("[가-힣]", text))
    han = len(re.findall("[一-鿿]", text))
    latin = len(re.findall("[A-Za-z]", text))
    if hangul and hangul * 3 >= latin:
        return "ko"
    return "zh" if han and han * 3 >= latin else "en"
