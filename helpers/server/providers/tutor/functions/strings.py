"""Candidates for parameters that take a text: by what the text stands for."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from .chunks import Chunk, masked
from .labels import label
from .lexicon import CHANGING
from .places_lexicon import PLACES
from .reading import Fields, Reading
from .roles import relation, role_of, side_of
from .sayings import THAT, expressions, messages, reasons
from .schema import Parameter, examples
from .scores import looks_like_company, looks_like_person, score_person, score_place, score_thing
from .shapes import shaped_in
from .timing import datetimes, durations, moments, months
from .values_lexicon import SAME
from .words import ACTIONS, keys_of


def strings(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    """The candidates of a parameter that takes one string."""
    for match in shaped_in(reading.unquoted, parameter):
        score = 1.05 + 0.3 * label(reading, parameter, *match.span()) + _leaning(reading, parameter, *match.span())
        yield (match[0],), *match.span(), score, True
    maker = _MAKERS.get(role_of(parameter), _named)
    yield from maker(reading, parameter)


def _leaning(reading: Reading, parameter: Parameter, start: int, end: int) -> float:
    """For one end of a way or an exchange: how well “from”, “to” and their like at a value agree."""
    side = side_of(parameter)
    where = relation(reading.text, start, end) if side else ""
    return 0.0 if not where else 0.25 if side == where else -0.35


def _whole(name: str) -> Callable[[Reading, Parameter], Iterator[Fields]]:
    """Candidates that are read as they stand: e-mail addresses, links, telephone numbers."""

    def found(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
        for one in getattr(reading, name):
            yield (one.value,), one.start, one.end, 1.0 + 0.1 * label(reading, parameter, one.start, one.end), True

    return found


def _ids(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    if re.search(r"\bplate\b|차량 ?번호|번호판|车牌", parameter.told):
        for plate in reading.plates:
            yield (plate.value,), plate.start, plate.end, 1.3, True
    for code in reading.codes:
        named = label(reading, parameter, code.start, code.end)
        versioned = re.search(r"\bversion\b|버전|版本", parameter.words.casefold()) and re.fullmatch(
            r"v?[\d.]+\S*", code.value
        )
        shaped = 0.5 if versioned else 0.15 if not code.value.isdigit() or len(code.value) > 4 else 0.0
        digits = len(re.sub(r"\D", "", code.value))
        isbn = 0.3 if "isbn" in parameter.told and digits in {10, 13} else 0.0
        score = 0.65 + shaped + isbn + 0.5 * named + _leaning(reading, parameter, code.start, code.end)
        yield (code.value,), code.start, code.end, score, True
    for quote in reading.quotes:
        yield (
            (quote.text,),
            quote.start,
            quote.end,
            0.55 + 0.4 * label(reading, parameter, quote.start, quote.end),
            False,
        )
    for figure in reading.figures:
        figures = re.match(r"\d+", figure.text)
        if figure.value.denominator == 1 and figures and figure.kind in {"plain", "count"}:
            named = label(reading, parameter, figure.start, figure.end)
            if figure.label in {"번", "号", "번호"} or named:
                yield (figures[0],), figure.start, figure.end, 0.6 + 0.4 * named, True
    for group in reading.narrow:
        named = label(reading, parameter, group[0].start, group[-1].end)
        written = re.search(r"\d|^[A-Z]{2,}$", group[0].text) or re.search(r"\bname\b|이름|名称", parameter.told)
        if named and len(group) == 1 and written:
            yield (group[0].text,), group[0].start, group[0].end, 0.35 + 0.4 * named, False


def currencies(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    """Every currency by its code; for one end of an exchange, by the words around it."""
    side = side_of(parameter)
    figures = [one.start for one in reading.figures if one.kind == "money"]
    listed = reading.currencies
    for place, one in enumerate(listed):
        where = relation(reading.text, one.start, one.end)
        where = "from" if one.start in figures else where
        if not where and len(listed) == 2:
            where = "from" if place == 0 else "to"
        score = 0.8 + (0.0 if not side or not where else 0.3 if side == where else -0.6)
        yield (one.value,), one.start, one.end if one.start not in figures else one.start, score, True


def _languages(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    side = side_of(parameter)
    coded = re.search(r"\biso\b|\bcode\b|코드|代码|\be\.g\. ?['\"]?[a-z]{2}\b", parameter.told)
    for group in SAME:
        code = next((word for word in group if len(word) == 2 and word.isascii()), None)
        english = next((word for word in group if word.isascii() and len(word) > 3), None)
        if code is None or english is None or not any("어" in word for word in group):
            continue
        for word in sorted(
            (word for word in group if (len(word) > 1 and word != code and len(word) != 3) or "어" in word),
            key=len,
            reverse=True,
        ):
            for match in re.finditer(re.escape(word), reading.unquoted, re.IGNORECASE):
                where = relation(reading.text, *match.span())
                value = code if coded else (match[0] if not match[0].isascii() else english.title())
                score = 0.85 + (0.0 if not side or not where else 0.3 if side == where else -0.6)
                yield (value,), match.start(), match.end(), score, True


def _places(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    if re.search(r"\b(?:address|street|road)\b|주소|도로명|地址|街道", parameter.told):
        for one in reading.addresses:
            yield (one.value,), one.start, one.end, 1.6, True
    yield from _groups(reading, parameter, score_place, lambda chunk: _as_written(chunk.text, parameter))


def _way(side: str) -> Callable[[Reading, Parameter], Iterator[Fields]]:
    """One end of a way: the place behind “from” or “to”."""

    def found(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
        places = [group for group in reading.narrow if any(score_place(chunk) >= 0.3 for chunk in group)]
        for number, group in enumerate(places):
            chunk = group[0]
            where = {"at": "to", "for": "to", "to": "to", "from": "from"}.get(group[-1].role, "")
            if len(group) == 2 and all(one.is_place for one in group):
                chunk = group[side == "to"]
                yield (_as_written(chunk.text, parameter),), chunk.start, chunk.end, 0.9, False
                continue
            if not where and len(places) == 2:
                where = "from" if number == 0 else "to"
            score = score_place(chunk) + (0.3 if where == side else -0.7 if where else -0.2)
            yield (_as_written(chunk.text, parameter),), chunk.start, chunk.end, score, chunk.is_place

    return found


def _as_written(name: str, parameter: Parameter) -> str:
    """A place in the letters of the schema's examples (“e.g. San Francisco”), else as the reader wrote it."""
    names = PLACES.get(name.casefold())
    shown = examples(parameter.description)
    if not names:
        return name
    if len(names) > 3 and re.search(r"\biso\b|\bcountry code\b|국가 ?코드|国家代码", parameter.told):
        return names[3]
    if re.search(r"[가-힣]{2}", re.sub(r"예를 들어|예시", "", shown)):
        return names[1]
    if re.search(r"\b[A-Z][a-z]+", re.sub(r"^\W*(?:e\.g\.|For|Such|Like)", "", shown)) and not name.isascii():
        return names[0]
    return name


def _people(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    yield from _groups(reading, parameter, score_person)
    for quote in reading.quotes:
        yield (
            (quote.text,),
            quote.start,
            quote.end,
            0.45 + 0.4 * label(reading, parameter, quote.start, quote.end),
            False,
        )


def _groups(
    reading: Reading,
    parameter: Parameter,
    score: Callable[[Chunk], float],
    write: Callable[[Chunk], str] = lambda chunk: chunk.text,
) -> Iterator[Fields]:
    for group in reading.narrow:
        bonus = 0.4 * label(reading, parameter, group[0].start, group[-1].end) + 0.1 * (len(group) > 1)
        best = max(score(chunk) for chunk in group) + bonus
        if score is score_person and re.match(r"(?:의|['’]s)\s?['\"“‘「『《]", reading.text[group[-1].end :]):
            # “아이유의 '밤편지'”
            best += 0.25
        values = tuple(dict.fromkeys(write(chunk) for chunk in group))
        yield (
            values,
            group[0].start,
            group[-1].end,
            best,
            any(chunk.is_place for chunk in group) and score is score_place,
        )
        if len(group) > 1:
            for chunk in group:
                yield (write(chunk),), chunk.start, chunk.end, score(chunk) + bonus - 0.2, False


def _named(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    """A title, a search word, the name of a thing."""
    role = role_of(parameter)
    # What is said in quotation marks is the message, where there is one to send.
    said = role == "other" and len(reading.quotes) == 1 and _sends_words(reading)
    for quote in reading.quotes:
        yield (
            (quote.text,),
            quote.start,
            quote.end,
            0.95 - 0.4 * said + 0.3 * label(reading, parameter, quote.start, quote.end),
            True,
        )
    own = reading.function.name_keys | reading.function.described_keys
    broad = role in {"title", "query", "message", "reason"}
    for group in reading.wide if broad else reading.narrow:
        text = reading.text[group[0].start : group[-1].end]
        known = keys_of(text)
        only_function = bool(known) and known <= own | ACTIONS
        bonus = 0.4 * label(reading, parameter, group[0].start, group[-1].end)
        score = max(score_thing(chunk) for chunk in group) + bonus - 0.25 * only_function
        if role == "symbol":
            company = any(looks_like_company(chunk) for chunk in group)
            score += 0.35 * company - 0.3 * any(looks_like_person(chunk) for chunk in group)
            score += 0.25 * (group[0].role in {"from", "at"})
        if role == "title" and not reading.function.actions & CHANGING.keys() and _is_list(reading.text, group):
            titles = tuple(filter(None, (_without_own(chunk, own) for chunk in group)))
            yield titles, group[0].start, group[-1].end, score + 0.25, False
        if broad or len(group) == 1:
            yield (text,), group[0].start, group[-1].end, score + 0.02 * len(text.split()), False
            for chunk in group if len(group) > 1 else ():
                yield (chunk.text,), chunk.start, chunk.end, score - 0.1 + 0.02 * len(chunk.text.split()), False
        else:
            yield tuple(chunk.text for chunk in group), group[0].start, group[-1].end, score, False
    if role in {"title", "reason"}:
        for match in THAT.finditer(masked(reading.text, reading.typed)):
            value = re.sub(r"^\s*(?:이|가|은|는|께서)\s", "", match["what"]).strip()
            yield (value,), match.end("what") - len(value), match.end("what"), 0.9, False
    if role in {"other", "symbol"}:
        for code in reading.codes:
            mixed = 0.25 if re.search(r"[A-Za-z]", code.value) else 0.0
            yield (
                (code.value,),
                code.start,
                code.end,
                0.6
                + mixed
                + 0.4 * label(reading, parameter, code.start, code.end)
                + _leaning(reading, parameter, code.start, code.end),
                True,
            )


def _sends_words(reading: Reading) -> bool:
    return any(one.required and role_of(one) == "message" for one in reading.function.parameters)


def _files(reading: Reading, parameter: Parameter) -> Iterator[Fields]:
    for one in reading.file_names:
        yield (one.value,), one.start, one.end, 1.1, True
    yield from _named(reading, parameter)


def _is_list(text: str, group: tuple[Chunk, ...]) -> bool:
    """“A와 B” are two titles; “A와 B의 C” and “A and B” may be one."""
    if len(group) < 2:
        return False
    between = {text[one.end : other.start].strip() for one, other in pairwise(group)}
    return not between & {"and", "&"} and not re.search(r"[가-힣]의\s", group[-1].text)


def _without_own(chunk: Chunk, own: frozenset[str]) -> str:
    """A title without the words behind and before it that only say what the function does."""
    words = chunk.text.split()
    while words and keys_of(words[-1]) and keys_of(words[-1]) <= own | ACTIONS:
        words.pop()
    while words and keys_of(words[0]) and keys_of(words[0]) <= own | ACTIONS:
        words.pop(0)
    return " ".join(words)


_MAKERS: dict[str, Callable[[Reading, Parameter], Iterator[Fields]]] = {
    "email": _whole("emails"),
    "url": _whole("urls"),
    "phone": _whole("phones"),
    "file": _files,
    "id": _ids,
    "date": moments("dates"),
    "time": moments("times"),
    "datetime": datetimes,
    "month": months,
    "duration": durations,
    "currency": currencies,
    "language": _languages,
    "place": _places,
    "origin": _way("from"),
    "destination": _way("to"),
    "person": _people,
    "message": messages,
    "reason": reasons,
    "expression": expressions,
}
