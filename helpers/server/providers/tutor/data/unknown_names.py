"""Names of categories that a sentence says and the table does not have: "제주 지점", "Class D", "Windows revenue".

Answering for all the rows in place of a name that is not there would mislead, so such a name has to be seen. It is
taken for one only where it stands as the names of this table do: written as they are, beside the word for their
column, right before a measure, or as a place among places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .asked_names import asked_kind
from .colors import colors_in
from .names import concept_of, core, find, mentioned_concepts, words_for
from .plain_words import PLAIN_ENGLISH, PLAIN_WORDS
from .tables import Table
from .vocabulary import CONCEPTS, FAMILIES, KIND_CONCEPTS, TRANSLATED
from .wishes import Wish, wish_in

_KINDS = (*KIND_CONCEPTS, "class", "gender", "building", "site", "season", "subject")
_PARTICLES = r"(?:은|는|이|가|을|를|의|에|에서|만|도|와|과|이랑|랑|하고|,|\s|\?|$)"
# A last letter that may as well be a particle tells nothing about a name.
_PARTICLE_LETTERS = "은는이가을를의에로와과도만고"
_CERTAIN_PARTICLES = "은는이가을를의에로와만고"
# How a verb or adjective ends before its noun.
_ADNOMINAL = "든른운한된던난낸온진친킨린긴인할될볼쓸큰센싼"
# What may stand between a name and what is measured of it.
_BETWEEN = (
    r"(?:의|총|평균|합계|전체|누적|연간|월간|연평균|월평균|중앙값|최대|최소|최고|최저|"
    r"\d{4}년도?|\d{1,2}월|[1-4]분기|올해|작년|지난해|(?:19|20)\d{2}|的|总|平均|总的|\s)*"
)
_HAD = re.compile(
    r"\bhow many [a-z]+(?: [a-z]+)? (?:had|have|ordered|bought|chose|used|drank|ate|took|like|prefer|own|wanted)\s"
    r"(?:a |an |the |some )?([a-z]{3,})|"
    r"([가-힣]{2,6})(?:을|를)\s(?:마신|산|구매한|주문한|먹은|고른|선택한|신청한|좋아하는|좋아한)\s",
    re.I,
)


@dataclass(frozen=True)
class Unknown:
    """A name that is not there, and the column in which it was looked for (empty where that is not known)."""

    word: str
    group: str = ""


@lru_cache(maxsize=512)
def unknown_name(text: str, table: Table) -> Unknown | None:
    """The first name of a sentence that the table does not have; None where there is none."""
    wish = wish_in(text)
    bare = _bare(text, wish)
    groups = [g for g in (*table.groups, *table.labels) if _all_seen(g, table)]
    if not groups:
        return None
    found = [
        Unknown(word, group)
        for group in groups
        for word in (
            *_numbered(bare, group, table),
            *_written_alike(bare, group, table),
            *(word for word in _beside_column(bare, group, table) if not _is_measure(word, table)),
            *_places(bare, group, table),
        )
    ]
    found += [Unknown(word, groups[0] if len(groups) == 1 else "") for word in _before_measure(bare, wish, table)]
    found += [Unknown(word) for word in _capitals(bare, table)]
    found = [*(Unknown(match[1] or match[2]) for match in _HAD.finditer(bare)), *found]
    beside = {word for group in groups for word in _beside_column(bare, group, table)}
    beside |= {word for group in groups for word in _numbered_alike(bare, [core(v) for v in table.values(group)])}
    return next((one for one in found if not _explained(one.word, table, one.word in beside)), None)


def _is_measure(word: str, table: Table) -> bool:
    """True for a word of what the table measures or is grouped by, which is no name: "Sales team" of a Sales column."""
    concept = concept_of(word)
    return concept is not None and concept in {concept_of(c.name) for c in table.columns}


def _bare(text: str, wish: Wish) -> str:
    """The sentence without a title, the names of files, colours and what stands in quotes after a word for a name."""
    text = text.replace(wish.title, " ") if wish.title else text
    return re.sub(r"\S+\.[A-Za-z]{2,5}\b|#[0-9a-fA-F]{6}", " ", text)


def _all_seen(group: str, table: Table) -> bool:
    """True where every value of a column is known: of a longer column a name may stand further down."""
    column = next((c for c in table.columns if c.name.strip() == group), None)
    return (column is None or column.distinct <= len(column.values)) and len(table.values(group)) > 1


def _numbered(text: str, group: str, table: Table) -> Iterator[str]:
    """A number of a class that is not there: 4학년 where there are 1 to 3."""
    if not table.is_number(group) or len(core(group)) < 2:
        return
    values = {value.removesuffix(".0") for value in table.values(group)}
    word = re.escape(core(group))
    for found in re.finditer(rf"(?<![\d.,])(\d{{1,2}})\s?{word}(?![별도])|\b{word}\s(\d{{1,2}})\b", text, re.I):
        if (found[1] or found[2]) not in values:
            yield found[0].strip()


def _written_alike(text: str, group: str, table: Table) -> Iterator[str]:
    """Words that end, or begin, as all the names of a column do: 강남구 among 마포구 and 송파구, Class D."""
    values = [core(v) for v in table.values(group)]
    ends = [v[-1:] for v in values]
    end = max(set(ends), key=ends.count)
    alike = ends.count(end) >= max(2, 0.6 * len(values))
    if alike and "가" <= end <= "힣" and end not in _PARTICLE_LETTERS:
        for found in re.finditer(rf"(?<![가-힣])([가-힣]{{1,5}}{end})(?={_PARTICLES})", text):
            yield found[1]
    if alike and "一" <= end <= "鿿":
        for found in re.finditer(
            rf"(?:^|[的，、和与在 年])((?![各每按哪])[一-鿿]{{1,3}}{end})(?=的|，|、|和|与|是|\s|[?？]|$)", text
        ):
            yield found[1]
    yield from _numbered_alike(text, values)
    heads = {v.rsplit(" ", 1)[0] for v in values}
    if len(heads) == 1 and all(" " in v for v in values):
        head = re.escape(heads.pop())
        for found in re.finditer(rf"\b({head}\s?(?:[A-Z]|\d{{1,3}}|[A-Z][a-z]+))\b(?!['’])", text, re.I):
            if found[1][-1].isdigit() or found[1].split()[-1][0].isupper():
                yield found[1]


def _numbered_alike(text: str, values: Sequence[str]) -> Iterator[str]:
    """A name with another number than those of the column: 상담3팀 beside 상담1팀 and 상담2팀."""
    shapes = [re.sub(r"\d+", "0", value) for value in values if re.search(r"\d", value) and re.search(r"\D", value)]
    for shape in dict.fromkeys(shape for shape in shapes if shapes.count(shape) > 1 and shape.count("0") == 1):
        if not re.search(r"[A-Za-z가-힣一-鿿]", shape):
            continue
        pattern = re.escape(shape).replace("0", r"\d{1,3}")
        for found in re.finditer(rf"(?<![A-Za-z0-9가-힣一-鿿]){pattern}(?!\d)", text, re.I):
            if found[0].casefold() not in values:
                yield found[0]


def _beside_column(text: str, group: str, table: Table) -> Iterator[str]:
    """A name right before or after the word for its column: "제주 지점", "the Jeju store", "store Jeju"."""
    concept = concept_of(group)
    words = {core(group), *(CONCEPTS[concept] if concept in _KINDS and concept else ())}
    for word in words:
        if len(word) < 2:
            continue
        if word.isascii():
            noun = re.escape(word)
            for found in re.finditer(
                rf"\b([A-Z][a-z]+)\s(?i:{noun})\b|\b(?i:{noun})\s([A-Z][a-z]+|[A-Z]|\d{{1,3}})\b", text
            ):
                known = any(re.search(rf"\b{re.escape(core(v))}\b", found[0], re.I) for v in table.values(group))
                if not known:
                    yield found[1] or found[2]
        else:
            for found in re.finditer(
                rf"(?<![가-힣A-Za-z])([가-힣]{{2,6}}|[A-Z]\w*)\s?{re.escape(word)}(?={_PARTICLES})", text
            ):
                if not re.search(rf"[{_PARTICLE_LETTERS}{_ADNOMINAL}]$", found[1]):
                    yield found[1]


def _places(text: str, group: str, table: Table) -> Iterator[str]:
    """A place among places: 제주 where the column holds 서울 and 부산."""
    values = [word for value in table.values(group) for word in words_for(value)]
    for known in FAMILIES:
        if not any(value in known for value in values):
            continue
        for word in known:
            place = find(text, word) if word not in values and len(word) > 1 else -1
            if place >= 0 and not _means_known(word, values):
                yield text[place : place + len(word)]


def _means_known(word: str, values: Sequence[str]) -> bool:
    return any(word in names and any(value in names for value in values) for names in TRANSLATED)


def _before_measure(text: str, wish: Wish, table: Table) -> Iterator[str]:
    """In a question for one number the word right before the measure: "쿠키 매출은?", "Windows revenue?"."""
    splits = wish.grains or wish.chart or wish.ranks or wish.operation or asked_kind(text)
    everything = re.search(r"전체|모든|모두|총|합계|\ball\b|\btotal|\boverall|全部|总", text, re.I)
    measures = [*(table.series or table.measures), table.value_name]
    words = [core(m) for m in measures if m]
    concepts = {concept_of(m) for m in measures if m} - {None}
    words += [word for concept in concepts for word in CONCEPTS[concept or ""]]
    words += [part for m in measures for part in core(m).split() if len(part) > 3]
    ordered = sorted({w for w in words if len(w) > 1}, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if word.isascii())
    other = "|".join(re.escape(word) for word in ordered if not word.isascii())
    if latin:
        lead = r"^\W*([A-Z][A-Za-z]+)\s(?:(?i:average|total|mean|median)\s)?"
        yield from (found[1] for found in re.finditer(rf"{lead}(?i:{latin})\b", text))
    if not other or splits or everything:
        return
    han = rf"(?:^|[，。])(?![各每按所])([一-鿿A-Za-z0-9]{{2,8}})的{_BETWEEN}(?:{other})(?=是|有|为|[?？]|$)"
    yield from (found[1] for found in re.finditer(han, text) if not re.search(r"[年月季周天日]", found[1]))
    name = rf"(?<![가-힣一-鿿A-Za-z])([가-힣]{{2,6}}|[A-Z]\w+)\s{_BETWEEN}(?:{other})(?={_PARTICLES})"
    for found in re.finditer(name, text):
        asks = re.match(rf"{_BETWEEN}(?:은|는|이|가)?\s?(?:얼마|몇|알려|[?？]|$)", text[found.end() :])
        if asks and not re.search(rf"[{_CERTAIN_PARTICLES}{_ADNOMINAL}별간중안후전당]$", found[1]):
            yield found[1]


def _capitals(text: str, table: Table) -> Iterator[str]:
    """Names with a capital where names stand: "for Windows", "Asiana's", "about Jeju"; not in a headline."""
    words = re.findall(r"[A-Za-z]+", text)
    if not words or sum(word[0].isupper() for word in words) * 2 > len(words) + 2 or re.search("[가-힣一-鿿]", text):
        return
    for found in re.finditer(
        r"\b(?:for|in|at|from|of|about|did|only|and|vs\.?|versus|than|excluding|without)\s(?:the\s)?([A-Z][a-z]{2,}(?:\s[A-Z][a-z]+)?)\b|"
        r"\b([A-Z][a-z]{2,})['’]s\b",
        text,
    ):
        yield found[1] or found[2]


def _explained(word: str, table: Table, beside: bool = False) -> bool:
    """True for a word that is no name, or one that the table knows in one way or another.

    A word of business is none, but for one `beside` the word for a column ("Refunds team"), which is its name.
    """
    lower = word.casefold()
    parts = lower.split()
    if (
        lower in PLAIN_WORDS
        or re.fullmatch(r"[월화수목금토일]요일|[봄여름가을겨울]+철?", lower)
        or all(part.strip("'’") in PLAIN_ENGLISH for part in parts)
        or lower.isdigit()
    ):
        return True
    stem = re.sub(r"[은는이가을를의에로와과도만]$", "", lower)
    columns = [core(c.name) for c in table.columns] + [core(table.value_name), core(table.series_name)]
    if any(lower == name or (len(lower) > 1 and lower in name) for name in columns if name):
        return True
    names = [core(name) for name in table.measures]
    names += [known for g in (*table.groups, *table.labels) for v in table.values(g) for known in words_for(v)]
    names += [core(v) for v in (*table.series, *table.period_labels)]
    for name in filter(None, names):
        if name == lower or (len(lower) > 1 and lower in name) or (len(stem) > 1 and stem in name.replace(" ", "")):
            return True
        if len(name) > 1 and (name in lower if not name.isascii() else re.search(rf"\b{re.escape(name)}\b", lower)):
            return True
    if lower in re.sub(r"\.\w+$", "", table.reading.filename).casefold():
        return True
    if (
        not beside
        and not any(lower in family for family in FAMILIES)
        and (concept_of(parts[-1]) or mentioned_concepts(parts[-1]))
    ):
        return True
    wish = wish_in(word)
    says = wish.chart or wish.grains or wish.operation or wish.aggregate or wish.ranks or wish.continues
    return bool(says or colors_in(word) or (stem != lower and (concept_of(stem) or stem in PLAIN_WORDS)))
