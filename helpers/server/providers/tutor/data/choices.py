"""Rows that a sentence keeps by something other than a category's name or a period: numbers, days, yes and no."""

import re
from collections.abc import Sequence

from ..skill import language_of
from .cycles import NAMES, asked_cycles, asked_days, values_of
from .names import core, find
from .plan import Filter
from .tables import Table

_YES = {"예", "네", "y", "yes", "true", "1", "o", "是", "있음", "유", "t"}
_NO = {"아니오", "아니요", "n", "no", "false", "0", "x", "否", "없음", "무", "f"}
# What a test says of a piece: the fault is what a rate is asked of.
_FAULTS = {"fail", "failed", "ng", "불량", "불합격", "defect", "defective", "bad", "不合格"}
_SOUND = {"pass", "passed", "ok", "양품", "정상", "합격", "good", "合格"}
_FLAG = re.compile(r"(여부|유무|상태|_?flag|_?yn|是否)$|^(is|has|was|did)[_ ]|^是否", re.I)


def chosen_rows(text: str, table: Table) -> tuple[Filter, ...]:
    """Filters by numbers ("3학년"), by days ("주말") and by columns of yes and no ("취소된 예약")."""
    return (*_numbered(text, table), *_days(text, table), *_hours(text, table), *_flagged(text, table))


def _numbered(text: str, table: Table) -> list[Filter]:
    """ "3학년", "level 2" for classes that are written as numbers."""
    found = []
    for name in table.categories:
        if not table.is_number(name):
            continue
        word = re.escape(core(name))
        said = re.findall(rf"(?<![\d.])(\d{{1,2}})\s?{word}(?!별)|\b{word}\s(\d{{1,2}})(?!\d)", text, re.I)
        coded = [v for v in table.values(name) if re.fullmatch(r"\d{3}(\.0)?", v)]
        said += [
            (v, "") for v in (c.removesuffix(".0") for c in coded) if re.search(rf"(?<![\d.,]){v}(?![\d.,%])", text)
        ]
        values = tuple(a or b for a, b in said if (a or b) in {v.removesuffix(".0") for v in table.values(name)})
        if values:
            found.append(Filter(name, values))
    return found


def _days(text: str, table: Table) -> list[Filter]:
    language = language_of(text) or "en"
    chosen = asked_days(text, table.cycles, language)
    if not chosen or asked_cycles(text, table.cycles, language):
        return []
    return [Filter(*chosen)]


_HOURS = (
    r"(오전|오후|저녁|밤|아침|새벽|낮)?\s?(?<!\d)([01]?\d|2[0-3])\s?시(?!간)\s?(?:정각)?\s?"
    r"(이후|부터|이전|까지|전에?(?![가-힣])|넘어)?"
)
_ENGLISH_HOURS = r"\b(after|since|from|before|until|at)\s([01]?\d|2[0-3])(?::00)?\s?(am|pm|a\.m\.|p\.m\.|o'clock)"


def _hours(text: str, table: Table) -> list[Filter]:
    """Hours of the day: "저녁 6시 이후", "오전 9시부터 12시까지", "before 9 am"."""
    language = language_of(text) or "en"
    if "hour" not in table.cycles or asked_cycles(text, ("hour",), language):
        return []
    first, last = 0, 24
    said = False
    for part, hour, word in re.findall(_HOURS, text):
        number = int(hour) + (12 if part in ("오후", "저녁", "밤", "낮") and int(hour) < 12 else 0)
        if word in ("이후", "부터", "넘어"):
            first = number
        elif word:
            last = number
        else:
            first, last = number, number + 1
        said = True
    for word, hour, half in re.findall(_ENGLISH_HOURS, text, re.I):
        number = int(hour) % 12 + (12 if half.lower().startswith("p") else 0) if half[0] in "aApP" else int(hour)
        if word.lower() in ("before", "until"):
            last = number
        elif word.lower() == "at":
            first, last = number, number + 1
        else:
            first = number
        said = True
    name = NAMES["hour"][language]
    return [Filter(name, values_of(name)[first:last])] if said and first < last else []


def flag_values(values: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """(the values that mean yes, those that mean no) of a column of yes and no; None for any other column."""
    folded = {value: value.strip().removesuffix(".0").casefold() for value in values}
    if not 1 < len(folded) <= 3:
        return None
    yes = tuple(value for value, word in folded.items() if word in _YES | _FAULTS)
    no = tuple(value for value, word in folded.items() if word in _NO | _SOUND)
    return (yes, no) if yes and no else None


def flags(table: Table) -> dict[str, tuple[str, ...]]:
    """The columns of yes and no of a long table, with the values that mean yes."""
    found = {}
    for column in table.columns:
        name = column.name.strip()
        if name in (*table.categories, *table.measures) and (values := flag_values(column.values)):
            found[name] = values[0]
    return found


def flag_stem(name: str) -> str:
    """What a column of yes and no says, without its "whether": 취소 of 취소여부, cancel of is_canceled."""
    bare = _FLAG.sub("", core(name)).strip()
    return re.sub(r"l?ed$", "", bare) if bare.isascii() and len(bare) > 5 else bare


def rate_asked(text: str, table: Table) -> str:
    """The column of yes and no whose rate is asked for ("취소율", "churn rate"); empty where none is."""
    for name in flags(table):
        words = [flag_stem(name), *(value for value in flags(table)[name] if value.casefold() in _FAULTS)]
        stem = f"(?:{'|'.join(map(re.escape, words))})"
        if re.search(
            rf"{stem}(?:[가-힣]{{0,3}}\s)?(?:율|률|비율|비중|률은|率|比例|占比)|\b{stem}\w*\s(?:rate|ratio|percentage|share)|"
            rf"(?:rate|percentage|share|proportion) of\s(?:\w+\s){{0,2}}{stem}|"
            rf"(?:percentage|share|percent|proportion)\b.{{0,40}}\b{stem}",
            text,
            re.I,
        ):
            return name
    return ""


def _flagged(text: str, table: Table) -> list[Filter]:
    """ "취소된 예약", "cancelled bookings", "not cancelled"."""
    found = []
    for name, yes in flags(table).items():
        if rate_asked(text, table) == name:
            continue
        stem = re.escape(flag_stem(name))
        said = re.search(rf"{stem}(?:\s?(?:된|한|됨|했|됐|되지|하지|안)|\w*)(?!\s?(?:여부|별))", text, re.I)
        if any(find(text, value) >= 0 for value in table.values(name) if len(value) > 1):
            continue
        ways = (
            rf"{stem}\s?(?:된|한|됨|했던|했|됐|건|자|되지|하지|안)"
            if re.search("[가-힣]", stem)
            else rf"(?:没有?|未|不)?{stem}(?:的|了|过)"
            if re.search("[一-鿿]", stem)
            else rf"{stem}(?:ed|d|led)\b|\b(?:would|who|did|were|was|are|not|that|been|non)[\s-](?:\w+\s)?{stem}"
        )
        said = said if said and re.search(ways, text, re.I) else None
        if not said or re.search(rf"{stem}\w*\s?(?:별|마다)|\b(?:by|per|each)\s(?:is[_ ])?{stem}", text, re.I):
            continue
        after = text[said.start() : said.end() + 8]
        negated = (
            re.search(r"[没未不]有?$", text[: said.start()])
            or re.search(rf"{stem}\s?(?:되지|하지|안)|{stem}\w*\s?않", after)
            or re.search(r"\b(?:not|non)[- ]?(?:\w+\s)?$", text[: said.start()], re.I)
        )
        found.append(Filter(name, yes, not negated))
    return found
