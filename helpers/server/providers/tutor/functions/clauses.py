"""Splits a request into its wishes: “런던 날씨 알려 주고, 내일 일정도 보여 줘” are two."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .chunks import Span, masked, quotes_in
from .filling import fill
from .matching import ENOUGH, matches
from .schema import Function
from .words import ACTIONS, actions_in, keys_of

# A new wish begins behind each of these.
_HARD = re.compile(
    r"(?:(?<!(?-i:[A-Z]))(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)\.|[?!])\s+|"
    r"[。？！；;\n]+\s*|,?\s(?:and )?(?:then|"
    r"also)\s(?=[a-z])|"
    r"(?<=[가-힣])고,?\s+(?=\S)|(?:,\s*)?(?<![가-힣])(?:그리고|그다음에?|그 다음에?|그런 다음|또한|또)\s|[，,"
    r"]?(?:然后|并且|另外|还有|再)(?=[\u4e00-\u9fff])|，",
    re.IGNORECASE,
)
# A new wish may begin behind these, where what follows speaks of something else.
_SOFT = re.compile(r",?\s(?:and|plus|as well as)\s+|,\s+|(?<=[가-힣])(?:과|와|랑|이랑|하고)\s+|、|和|与|以及|[,，]")
_ONLY_JOINS = re.compile(
    r"\s*(?:번|号)?(?:\s*[,、，]\s*(?:and\s)?|\s(?:and|or)\s|(?<=[가-힣])(?:과|와|랑|이랑|하고)\s|\s및\s|和|与)\s*"
)
_NOUNS_IN_GO = re.compile(r"(?:창|광|참|재|최|신|사|경|원|국|냉장)고$|(?:^|\s)(?:보|그리)고$")


@dataclass(frozen=True)
class Wish:
    """A stretch of the request and the function that it asks for; None where it only adds to another wish."""

    text: str
    function: Function | None
    score: float


def wishes(text: str, functions: Sequence[Function]) -> list[Wish]:
    """The wishes of a request, in order. A part that asks for nothing by itself is joined to the one before it."""
    parts = [piece for part in _cut(text, _HARD) for piece in _softly(part, functions)]
    found = [
        Wish(part, None, 0.0) if len(parts) > 1 and _only_tells(part) else _wish(part, functions) for part in parts
    ]
    joined: list[Wish] = []
    leading = ""
    for wish in found:
        if joined and (wish.function is None or _goes_on(joined[-1], wish)):
            joined[-1] = Wish(f"{joined[-1].text}; {wish.text}", joined[-1].function, joined[-1].score)
        elif wish.function is None:
            leading = f"{leading}; {wish.text}".strip("; ")
        else:
            joined.append(Wish(f"{leading}; {wish.text}".strip("; "), wish.function, wish.score))
            leading = ""
    if joined or not text.strip():
        return joined
    whole = _wish(text, functions)
    return [whole] if whole.function else []


def _goes_on(last: Wish, wish: Wish) -> bool:
    """True for a part that asks for nothing itself and fills what the wish before it still lacks."""
    function = last.function
    if function is None or wish.function is function or actions_in(wish.text):
        return False
    lacking = {one.name for one in fill(function, last.text, None).missing}
    more = fill(function, wish.text, None)
    return bool(lacking) and bool(more.typed or more.rows) and bool(lacking & more.arguments.keys())


# “I ordered the wrong size” tells, and asks for nothing.
_TELLS = re.compile(
    r"(?:i|we|he|she|they|it|my|our|the|there)\b(?!.*(?:\b(?:want|need|would like|wish|looking for|please|can "
    r"you|could you|like to)\b|['’]d like|\?))",
    re.IGNORECASE,
)


# “결제가 안 된다고 해요.” tells as well, next to a part that asks.
_TELLS_IN_KOREAN = re.compile(
    r"(?:해요|했어요?|합니다|했습니다|있어요|됐어요|돼요|입니다|이에요|예요|이야|거든요?|파요?|네요|습니다)[.!]?$"
)
_ASKS_IN_KOREAN = re.compile(r"줘|주세요|주시|알려|궁금|싶|[?？]|까요|나요|부탁|원해|필요|얼마|어디|뭐|몇")


def _only_tells(part: str) -> bool:
    return bool(_TELLS.match(part)) or bool(_TELLS_IN_KOREAN.search(part) and not _ASKS_IN_KOREAN.search(part))


def _wish(text: str, functions: Sequence[Function]) -> Wish:
    ranked = matches(text, functions)
    best = ranked[0] if ranked else None
    return Wish(text, best.function, best.score) if best and best.score >= ENOUGH else Wish(text, None, 0.0)


def _cut(text: str, pattern: re.Pattern[str]) -> list[str]:
    hidden = masked(text, [(quote.start, quote.end) for quote in quotes_in(text)])
    parts, at = [], 0
    for match in pattern.finditer(hidden):
        before = hidden[at : match.start()]
        if match[0].startswith("고") and not _ends_a_wish(f"{before}고"):
            continue
        if before.strip():
            end = match.start() + len(match[0].rstrip()) if match[0].startswith("고") else match.start()
            parts.append(text[at:end].strip(" ,"))
            at = match.end()
    parts.append(text[at:].strip())
    return [part for part in parts if part]


def _ends_a_wish(before: str) -> bool:
    """“예약하고” ends a wish; “창고” and “빵하고” do not."""
    word = before.split()[-1]
    if _NOUNS_IN_GO.search(word) or word.endswith(("다고", "라고", "자고", "냐고", "려고", "싶고")):
        return False
    if word.endswith("하고"):
        return bool(keys_of(before) & ACTIONS) and bool(keys_of(word[:-2]))
    return True


# A longer enumeration is a list of things, not of wishes.
_MOST_PLACES = 12


def _softly(part: str, functions: Sequence[Function]) -> list[str]:
    """Split where both sides speak of different functions, or where a new sentence begins."""
    hidden = masked(part, [(quote.start, quote.end) for quote in quotes_in(part)])
    best: tuple[int, int, str, str] | None = None
    lists = _lists_in(part, functions)
    places = [
        match
        for match in _SOFT.finditer(hidden)
        if not any(start < match.start() and match.end() < end for start, end in lists)
    ]
    if len(places) > _MOST_PLACES:
        return [part]
    for match in places:
        left, right = part[: match.start()].strip(), part[match.end() :].strip()
        if not left or not right:
            continue
        one, other = _wish(left, functions), _wish(right, functions)
        if one.function and other.function and one.function is not other.function and not _TELLS.match(right):
            found = (round(one.score + other.score), match.start(), left, right)
            best = max(best, found) if best else found
    if best:
        return [*_softly(best[2], functions), *_softly(best[3], functions)]
    for match in places:
        left, right = part[: match.start()].strip(), part[match.end() :].strip()
        one, other = _wish(left, functions), _wish(right, functions)
        if (
            left
            and right
            and one.function
            and (_TELLS.match(right) if match[0].strip() == "," else other.function and _begins_a_sentence(right))
        ):
            return [left, *_softly(right, functions)]
    return [part]


def _lists_in(part: str, functions: Sequence[Function]) -> list[Span]:
    """Where the values of one argument stand in a row: “거실이랑 침실 블라인드”, “loans 11, 12 and 13”."""
    whole = _wish(part, functions).function
    if whole is None:
        return []
    filling = fill(whole, part, None)
    known = masked(part, [(place.start(), place.end()) for place in _ONLY_JOINS.finditer(part)])
    return [
        (start, end)
        for start, end in filling.places
        if "\0" in known[start:end] and not keys_of(part[start:end]) & ACTIONS
    ]


def _begins_a_sentence(text: str) -> bool:
    first = re.match(r"\w+", text)
    if not first:
        return False
    word = first[0].casefold()
    return word in {
        "what",
        "how",
        "who",
        "where",
        "when",
        "which",
        "please",
        "can",
        "could",
        "is",
        "are",
        "does",
    } or bool(keys_of(word) & ACTIONS)
