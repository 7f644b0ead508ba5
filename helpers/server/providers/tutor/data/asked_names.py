"""What the asker calls the things of a wide table, whose header names neither its measure nor its kind of columns."""

import re
from collections.abc import Iterator, Sequence

from .names import concept_of, find, mention
from .vocabulary import CONCEPTS
from .wishes import wish_in

MEASURED = (
    "revenue",
    "cost",
    "profit",
    "quantity",
    "customers",
    "visitors",
    "orders",
    "temperature",
    "rain",
    "energy",
    "population",
    "score",
    "budget",
    "salary",
    "price",
    "rating",
)
# Words of a measure that as often mean something else in a request ("in the order red, blue").
_AMBIGUOUS = {"order", "pay", "mark", "marks", "spend", "grade", "volume", "순이"}
_PERIODS = r"분기|월|연도|년도|연|년|일|주|요일|날짜|날|달|해|기간|시간|시기|때|반기|계절"
# What a request counts of its own answer ("문장마다 20단어"), and names that say no more than "thing".
_WRITTEN = r"문장|단어|어절|글자|줄|요점|인사이트|제목|슬라이드|장|쪽|페이지|그래프|차트|항목|카테고리|구분"
_ENGLISH_WRITTEN = r"(sentence|word|line|bullet|point|insight|slide|page|title|chart|plot|bar|categor)"
NO_GROUP = rf"(?:{_PERIODS}|{_WRITTEN}|성|개|각|특|이|구|차|판|선|유|식|기능|감)"
_ENGLISH_PERIODS = r"year|quarter|month|day|week|date|period|season|time|hour|yearly|annual"
_PARTICLE = r"(?:을|를|의|은|는|이|가|도)"
# Words that stand where a measure could stand, but name none.
_EMPTY = re.compile(
    r"값|숫자|데이터|자료|결과|수치|내용|모습|비교|색|제목|파일|표|순서|이름|합|것|"
    r"\b(values?|numbers?|data|results?|figures?|table|file|it|them|this|that|everything|all|lines?|bars?|colou?rs?|"
    r"title|each|one|sums?|shares?|differences?)\b",
    re.I,
)

# Verbs that say what is counted, where no noun does.
_VERBS = [
    (r"팔[리린렸렸았]|판매된|판매되", "판매량"),
    (r"\bsold\b|\bsells?\b|\bbest.?selling", "sales"),
    (r"卖", "销量"),
]


def asked_measure(texts: Sequence[str], names: Sequence[str]) -> str:
    """The asker's word for what a wide table measures, from the newest text that says one; empty where none does."""
    for text in texts:
        places = {
            word: (place, -len(word))
            for concept in MEASURED
            for word in CONCEPTS[concept]
            if word not in _AMBIGUOUS and (place := find(text, word)) >= 0
        }
        if places:
            return min(places, key=lambda word: places[word])
        for pattern, word in _VERBS:
            if re.search(pattern, text, re.I):
                return word
        for phrase in _phrases(text):
            if _could_be_measure(phrase, names):
                return phrase
    return ""


def _phrases(text: str) -> Iterator[str]:
    """What stands where a measure is named: "분기별 대출 권수를", "plot book loans by quarter"."""
    for found in re.finditer(rf"(?:별|마다)\s+([가-힣]{{2,6}}(?: [가-힣]{{1,6}})?){_PARTICLE}(?![가-힣])", text):
        yield found[1]
    for found in re.finditer(
        r"\b(?:plot|show|chart|draw|graph|compare|calculate|compute|sum|total)\s+(?:up\s|of\s)?(?:the\s|our\s|all\s)?"
        r"([a-z]+(?: [a-z]+)?) (?:by|per|for each|over|across)\b",
        text,
        re.I,
    ):
        yield found[1].lower()


def _could_be_measure(phrase: str, names: Sequence[str]) -> bool:
    wish = wish_in(phrase)
    speaks = wish.analyses > 0 or wish.ranks or wish.continues or wish.narrows or _EMPTY.search(phrase)
    return not speaks and concept_of(phrase) is None and mention(phrase, list(names)) < 0


def ranked_noun(text: str, names: Sequence[str]) -> str:
    """What a sentence ranks by, where that is no word that is known here: "the most complaints"; empty for none."""
    for pattern in (
        rf"([가-힣]{{2,8}}?){_PARTICLE}\s(?:가장|제일)\s(?:많|높|크|큰|컸|적|낮|작|좋|나쁘|나쁜)",
        rf"(?:가장|제일)\s([가-힣]{{2,8}}?){_PARTICLE}\s(?:많|높|크|큰|컸|적|낮|작|좋|나쁘|나쁜)",
        r"\b(?:largest|biggest|highest|lowest|smallest|most|fewest|least|best|worst)\s(?:average\s|total\s|mean\s)?"
        r"([a-z]{4,15}(?: [a-z]{4,15})??)(?= in\b| for\b| of\b| during\b| among\b|\s?[?.]|$)",
    ):
        for found in re.finditer(pattern, text, re.I):
            noun = found[1].lower()
            other = re.fullmatch(rf"(?:{_PERIODS}|{_WRITTEN})", noun) or re.match(_ENGLISH_PERIODS, noun)
            if not other and _could_be_measure(noun, names):
                return noun
    return ""


def asked_kind(text: str) -> str:
    """The asker's word for the kind of thing that columns or rows are: "책" of "책마다", "book" of "which book"."""
    for found in re.finditer(r"([가-힣A-Za-z]{1,10}?)(?:\s?별|마다)(?=로|의|은|는|이|도|$|[^가-힣])", text):
        if not re.fullmatch(NO_GROUP, found[1]) and not _measures(found[1]):
            return found[1]
    for found in re.finditer(rf"(?:어느|어떤|각)\s+([가-힣]{{1,6}}?)(?:{_PARTICLE}|에서|에|$|\s)", text):
        if not re.fullmatch(
            rf"(?:{_PERIODS}|{_WRITTEN}|것|게|데이터|파일|자료|열|관계|값)", found[1]
        ) and not _measures(found[1]):
            return found[1]
    for found in re.finditer(r"(?:每种|每个|各种|各个?|按)([一-鿿]{1,4}?)(?:的|$|[，。？?])", text):
        if not re.search(r"年|月|季|周|日|天", found[1]):
            return found[1]
    for found in re.finditer(r"\b(?:each|every|per|which|by(?: the)?) ([a-z]{3,15})\b", text, re.I):
        word = found[1].lower()
        other = re.match(_ENGLISH_PERIODS, word) or re.match(_ENGLISH_WRITTEN, word)
        if not other and not _measures(word) and not _EMPTY.search(word) and word not in ("the", "how", "what"):
            return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    return ""


def _measures(word: str) -> bool:
    return concept_of(word) in (*MEASURED, "margin", "age") or bool(wish_in(word).chart or wish_in(word).aggregate)


def asked_thing(text: str) -> str:
    """The noun that a ranking asks for: "학생" of "점수가 가장 높은 학생은?", "films" of "top 3 films"."""
    patterns = (
        r"(?:가장|제일)\s[^?]{0,14}?[은는운던한큰싼긴센]\s([가-힣]{2,8}?)(?:은|는|이|가|을|를|의|에게)?(?:\s\d+\s?(?:개|건|명|곳))?"
        r"(?:\s(?:누구|어디|무엇|뭐|어느|알려|보여|찾|뽑|골라|나열)|[?？.]|$)",
        r"(?:가장|제일)\s[^?]{0,14}?[은는운던한큰싼긴센]\s([가-힣])(?:은|는|이|가)\s?(?:누구|어디|무엇|뭐|어느|[?？])",
        r"(?:상위|하위)\s?\d*\s?(?:개|명|곳)?(?:의)?\s([가-힣]{2,8})",
        r"\b(?:top|bottom|best|worst|first|highest|lowest)\s(?:\d+|two|three|four|five|ten)\s(?!by\b)([a-z]{3,15})",
        r"\b(?:which|what)\s([a-z]{3,15})\s(?:has|had|is|was|have|got|scored|sold|earned|made)",
        r"\b(?:most|least)\s(?:expensive|popular|valuable|profitable|common|costly)\s([a-z]{3,15})",
        r"\b(?:cheapest|oldest|youngest|largest|biggest|smallest|longest|shortest|tallest|heaviest|highest|lowest)\s([a-z]{3,15})\s?\?*$",
        r"\bthe\s(?:\d+|two|three|four|five|ten)\s(?:best|worst|highest|lowest)(?:[- ][a-z]+)?\s([a-z]{3,15})",
    )
    for pattern in patterns:
        found = re.search(pattern, text, re.I)
        if (
            found
            and not re.fullmatch(rf"(?:{_PERIODS})(?:은|는|이|가)?", found[1])
            and not re.match(_ENGLISH_PERIODS, found[1], re.I)
        ):
            word = re.sub(r"s$", "", found[1].lower()) if found[1].isascii() else found[1]
            return "" if _EMPTY.fullmatch(found[1]) else word
    return asked_kind(text)
