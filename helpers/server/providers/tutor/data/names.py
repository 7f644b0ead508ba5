"""Finding the columns and categories of a table in a sentence, in Korean, English or Chinese."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from .vocabulary import CODES, CONCEPTS, SUBJECT_NAMES, TRANSLATED

_PARTICLES = (
    r"(?:별로|별|에서는|에서|에게|으로|로|이랑|하고|보다|까지|부터|마다|만|은|는|이|가|을|"
    r"를|의|와|과|도|에|,|\.|\?|!|\)|$|['’\"”」]|\s|:|·|/|-)"
)


# What stands before the name of a column that was one level down in JSON: "use." of use.kwh, but nothing of PM2.5.
_NESTED = re.compile(r"^(?:[^\W\d]\w*\.)+(?=[^\W\d])")


@lru_cache(maxsize=4096)
def core(name: str) -> str:
    """A column's name without its unit, underscores and case: "매출(만원)" is "매출", "unit_price" is "unit price"."""
    name = _NESTED.sub("", name)
    return re.sub(r"[_\s]+", " ", re.sub(r"[\(\[（].*?[\)\]）]", "", name)).strip().casefold() or name.casefold()


def _words_of(name: str) -> list[str]:
    return [
        word
        for word in re.split(r"[^a-z0-9가-힣一-鿿]+", core(name))
        if len(word) >= (4 if word.isascii() else 2) or re.fullmatch(r"[a-z]{1,3}\d{1,3}", word)
    ]


def nearly_named(text: str, names: Sequence[str]) -> list[str]:
    """Names that a sentence gives only in part ("water" for water_m3) or with a slip of the pen ("reveneu")."""
    found = []
    said = [word for word in re.split(r"[^a-z0-9가-힣一-鿿]+", text.casefold()) if word]
    for name in names:
        others = {word for other in names if other != name for word in _words_of(other)}
        own = [word for word in _words_of(name) if word not in others]
        if (
            any(find(text, word) >= 0 for word in own)
            or _part_of(name, names, said)
            or any(
                len(word) >= 5 and word.isascii() and SequenceMatcher(None, word, heard).ratio() >= 0.84
                for word in own
                for heard in said
            )
        ):
            found.append(name)
    return found


def _part_of(name: str, names: Sequence[str], said: Sequence[str]) -> bool:
    """True where a Korean word of the sentence begins or ends this name and no other: 요금 of 객실요금."""
    whole = core(name).replace(" ", "")
    for heard in said:
        word = _STEM.sub("", heard) if len(heard) > 2 else heard
        if len(word) >= 2 and not word.isascii() and word != whole and _is_part(word, whole):
            others = [core(other).replace(" ", "") for other in names if other != name]
            if not any(_is_part(word, other) for other in others):
                return True
    return False


def _is_part(word: str, whole: str) -> bool:
    """True for the end of a name, and for a beginning after which only "number", "amount" or the like follows."""
    more = whole.removeprefix(word)
    return whole.endswith(word) or (whole.startswith(word) and bool(re.fullmatch(_GENERIC_ENDS, more)))


_GENERIC_ENDS = r"수|량|액|금액|금|명|일수|율|률|건수|인원|유형|종류|구분|이름|시간"


_STEM = re.compile(r"(?:별로|별|에서|으로|까지|부터|은|는|이|가|을|를|의|와|과|도|로|만|에)$")


@lru_cache(maxsize=4096)
def unit_of(name: str) -> str | None:
    """The unit in a column's name: "만원" of "매출(만원)", "USD" of "revenue_usd"; None where none is given."""
    if found := re.search(r"[\(\[（]\s*(?:단위\s*[:：]?\s*)?(.{1,12}?)\s*[\)\]）]", name):
        return found.group(1)
    found = re.search(r"[_\s](usd|eur|krw|kwh|mwh|kg|km|mm|cm|ms|pct)$", name, re.I)
    if timed := re.search(r"(?:delay|duration|time|wait)[_\s](min|minutes|sec|seconds|hours|h)$", name, re.I):
        return timed.group(1).lower()
    if concept_of(name) == "temperature" and (degrees := re.search(r"[_\s]([cf])$", name, re.I)):
        return "°" + degrees.group(1).upper()
    written = {"pct": "%", "usd": "USD", "eur": "EUR", "krw": "KRW", "kwh": "kWh", "mwh": "MWh"}
    return None if not found else written.get(found.group(1).lower(), found.group(1))


def english_label(name: str) -> str:
    """A name inside an English sentence: "Revenue" becomes "revenue"; Umsatz and KPI keep their case."""
    words = {word for known in CONCEPTS.values() for word in known if word.isascii()} - {
        "umsatz",
        "kosten",
        "gewinn",
        "preis",
    }
    return name.lower() if name.lower() in words or all(part in words for part in name.lower().split()) else name


@lru_cache(maxsize=4096)
def concept_of(name: str) -> str | None:
    """The concept that a column's name speaks of, by its longest known word; None for "장미" or "Tablet"."""
    text = core(name)
    compact = text.replace(" ", "")
    best = (0, None)
    for concept, words in CONCEPTS.items():
        for word in words:
            known = word.replace(" ", "")
            fits = known in compact if not word.isascii() and len(known) > 1 else _whole_word(word, text)
            if fits and len(known) > best[0]:
                best = (len(known), concept)  # type: ignore[assignment]
    return best[1]


# English words that are codes where they are written in capitals (US, IT, IN).
_SHORT_WORDS = frozenset(
    [
        "am",
        "an",
        "as",
        "at",
        "be",
        "by",
        "do",
        "go",
        "he",
        "i",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "no",
        "of",
        "on",
        "or",
        "so",
        "to",
        "up",
        "us",
        "we",
    ]
)


def find(text: str, name: str) -> int:
    """Where a sentence names something literally (-1 for nowhere); case, spaces and Korean particles do not matter."""
    known = core(name)
    if not known:
        return -1
    folded = text.casefold()
    if _beginning(known) not in folded:
        return -1
    if len(known) == 1 and known.isascii() and known.isalpha():
        return _letter(name.strip(), text)
    if known in _SHORT_WORDS and name.strip().isupper():
        written = re.search(rf"(?<![A-Za-z]){re.escape(name.strip())}(?![A-Za-z])", text)
        return written.start() if written else -1
    if known.isascii():
        return _whole_word(known, folded, position=True)
    found = _spaced(known).search(folded)
    return found.start() if found else -1


# What follows a letter at the start of a sentence where it is a name: "A and B", "A is ahead", but "A chart of sales".
_AFTER_A_NAME = r"and|or|vs|versus|to|is|was|has|had|only|minus|than|alone|sold|did"


def _letter(letter: str, text: str) -> int:
    """Where a single letter stands for a thing of that name: written as the name is, or as a capital.

    The article "a" and the pronoun "I" are none, and neither is what an apostrophe leaves over ("it's").
    """
    for found in re.finditer(
        rf"(?<![A-Za-z0-9'’])(?:{letter}|{letter.upper()})(?![A-Za-z0-9]|['’](?:m|d|ll|ve)\b)", text
    ):
        starts = not text[: found.start()].strip() or text[: found.start()].rstrip()[-1] in ".!?:\n"
        word = re.match(r"\s+([a-z]+)", text[found.end() :])
        if found[0] in "Ii" and word and found[0] != letter:
            continue
        if word and (starts or found[0] == "a") and not re.fullmatch(_AFTER_A_NAME, word[1]):
            continue
        return found.start()
    return -1


def _letter_beside(letter: str, column: str, text: str) -> int:
    """Where a letter stands right after the name of its column, or in Korean right before it; -1 for nowhere."""
    words = [core(column), *(CONCEPTS[concept] if (concept := concept_of(column)) else ())]
    either = "|".join(re.escape(word) for word in words)
    korean = "|".join(re.escape(word) for word in words if not word.isascii()) or "(?!)"
    after = rf"\b(?:{either})\s?({re.escape(letter)})(?![a-z0-9])"
    before = rf"(?<![a-z0-9])({re.escape(letter)})\s?(?:{korean})"
    found = re.search(after, text, re.I) or re.search(before, text, re.I)
    return found.start(1) if found else -1


@lru_cache(maxsize=4096)
def _beginning(known: str) -> str:
    """The letters that stand together in every way of writing a name."""
    return re.split(r"[ _-]", known)[0][:3] if known.isascii() else known[0]


def named(text: str, names: Iterable[str]) -> list[str]:
    """The names that a sentence mentions literally, in its order; of overlapping ones the longest."""
    spans: list[tuple[int, int, str]] = []
    rest = text
    for name in sorted(names, key=lambda n: -len(core(n))):
        place = find(rest, name)
        if place >= 0 and not (core(name).isdigit()):
            length = len(core(name))
            spans.append((place, length, name))
            rest = rest[:place] + "\x00" * length + rest[place + length :]
    return [name for _, _, name in sorted(spans)]


def words_for(value: str) -> list[str]:
    """A category's own name, and then what it is called in other languages."""
    word = CODES.get(core(value), core(value))
    same = next((words for words in TRANSLATED if word in words), frozenset())
    codes = [code.upper() for code, country in CODES.items() if country in same and len(code) == 2]
    return [core(value), *sorted(same - {core(value)}), *codes]


def named_values(text: str, values: Sequence[str], column: str = "") -> list[str]:
    """The categories that a sentence mentions, also those that it translates ("온라인" for Online), in its order.

    Beside the name of their column even a small letter is one: "branch a", "a지점".
    """
    if column and any(len(value) > 1 and core(value) in core(column) and value != column for value in values):
        # "만족" inside 만족도, the name of the column or its last word, is not the value.
        for name in (core(column), core(column).split()[-1]):
            if name not in map(core, values):
                text = re.sub(re.escape(name), lambda m: " " * len(m[0]), text, flags=re.I)
    found = {value: find(text, value) for value in named(text, values)}
    for value in values if column else ():
        if value not in found and len(value) == 1 and (place := _letter_beside(value, column, text)) >= 0:
            found[value] = place
    for value in ("是", "否"):
        # A word of almost every question, and a value only where it is said to be one.
        if value in found and not re.search(rf"(?:为|等于|=|[“\"'‘]){value}", text):
            del found[value]
    for value in values:
        place = mention(text, words_for(value)[1:])
        if value not in found and place >= 0:
            found[value] = place
    return sorted(found, key=lambda value: found[value])


def meant(text: str, names: Sequence[str]) -> list[str]:
    """The columns that a sentence means: named literally, else by a word for the same concept ("sales" for 매출)."""
    literal = named(text, names)
    places = {name: find(text, name) for name in literal}
    bare = {name: core_name(name).casefold() for name in names}
    for name, short in bare.items():
        alone = short != core(name) and list(bare.values()).count(short) == 1
        if name not in places and alone and (place := find(text, short)) >= 0:
            places[name] = place
    literal = list(places)
    taken = {concept_of(name) for name in literal}
    for concept, words in CONCEPTS.items():
        candidates = [name for name in names if concept_of(name) == concept and name not in places]
        if not candidates or concept in taken:
            continue
        place = mention(text, words)
        if place >= 0:
            places[min(candidates, key=len)] = place
    if not places:
        return nearly_named(text, names)
    return sorted(places, key=lambda name: places[name])


@lru_cache(maxsize=1024)
def mentioned_concepts(text: str) -> tuple[str, ...]:
    """The concepts that a sentence speaks of, in its order. "이익률" is margin and not also profit."""
    places: dict[str, tuple[int, int]] = {}
    for concept, words in CONCEPTS.items():
        for word in words:
            place = mention(text, [word])
            if place >= 0 and (concept not in places or len(word) > places[concept][1]):
                places[concept] = (place, len(word))
    inside = {
        a
        for a, (start, length) in places.items()
        for b, (other, longer) in places.items()
        if a != b and other <= start and start + length <= other + longer and longer > length
    }
    return tuple(c for c in sorted(places, key=lambda concept: places[concept]) if c not in inside)


def mention(text: str, words: Sequence[str]) -> int:
    """Where the first of these words stands in a sentence; -1 for nowhere."""
    places = [place for word in words if (place := find(text, word)) >= 0]
    return min(places, default=-1)


def _whole_word(word: str, text: str, position: bool = False) -> int:
    """1 (or the place) where a word stands in the text by itself, Korean particles allowed; 0 or -1 else."""
    found = _alone(word).search(text.casefold())
    if position:
        return found.start() if found else -1
    return int(bool(found))


@lru_cache(maxsize=4096)
def _alone(word: str) -> re.Pattern[str]:
    if not word.isascii():
        return re.compile(rf"(?<![가-힣一-鿿]){re.escape(word)}{_PARTICLES}")
    spaced = re.escape(word).replace("\\ ", "[ _-]?")
    last = re.split(r"[ _-]", word)[-1]
    plural = "" if len(last) < 2 else "(?:s|es)?"
    if len(last) > 4 and last.endswith("s") and not last.endswith("ss"):
        spaced = spaced[:-1]
    if len(last) > 3 and word.endswith("y"):
        spaced, plural = spaced[:-1], "(?:y|ys|ies)"
    return re.compile(rf"(?<![a-z0-9]){spaced}{plural}(?![a-z0-9])")


@lru_cache(maxsize=4096)
def _spaced(word: str) -> re.Pattern[str]:
    """A Korean or Chinese name, whose letters may stand apart."""
    letters = r"\s?".join(re.escape(letter) for letter in word.replace(" ", ""))
    # Chinese sets no spaces between words, so that a name of one letter may stand anywhere.
    anywhere = len(word) > 1 or "一" <= word <= "鿿"
    return re.compile(letters if anywhere else rf"(?<![가-힣一-鿿]){letters}{_PARTICLES}")


def core_name(name: str) -> str:
    """A column's name as words, without its unit: "net_income" is "net income", "매출(만원)" is "매출"."""
    bare = re.sub(r"\s*[\(\[（].*?[\)\]）]", "", _NESTED.sub("", name)).strip()
    unit = unit_of(name)
    if unit and not bare.isupper():
        bare = re.sub(rf"[_\s]{re.escape(unit.strip('°'))}$", "", bare, flags=re.I)
    return bare.replace("_", " ").strip() or name


def is_subject(name: str) -> bool:
    """True for a school subject, whose values are marks."""
    return bool(re.fullmatch(SUBJECT_NAMES, core_name(name), re.I))
