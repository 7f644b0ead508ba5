"""What in a request could be the value of a parameter, and how well it fits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from . import strings
from .amounts import Sort, fitting, sort_of
from .labels import label
from .moments import years_in
from .options import all_options, options_in, several_days, weekday_options
from .reading import Reading
from .roles import relation, side_of
from .schema import Parameter
from .shares import shares_in
from .text_lists import text_lists
from .values_lexicon import CURRENCIES
from .words import has_key, keys_of, terms

# A candidate below this fills no optional parameter.
SURE_ENOUGH = 0.75


@dataclass(frozen=True)
class Candidate:
    """`values` are several where the request names a list; a `typed` value can hardly mean another thing."""

    values: tuple[Any, ...]
    start: int
    end: int
    score: float
    typed: bool = False


def candidates(reading: Reading, parameter: Parameter) -> list[Candidate]:
    """All candidates, best first."""
    found: Iterator[Candidate]
    if parameter.kind == "array" and parameter.items:
        found = _lists(reading, parameter, parameter.items)
    elif parameter.options and all(str(option).upper() in CURRENCIES for option in parameter.options):
        codes = {str(option).upper(): option for option in parameter.options}
        named = strings.currencies(reading, parameter)
        found = (
            Candidate((codes[one[0][0]],), *one[1:])
            for one in named
            if isinstance(one[0][0], str) and one[0][0] in codes
        )
    elif parameter.options:
        found = _options(reading, parameter)
    elif parameter.kind == "boolean":
        found = _flags(reading, parameter)
    elif parameter.kind in {"number", "integer"}:
        found = _numbers(reading, parameter)
    else:
        found = (Candidate(*one) for one in strings.strings(reading, parameter))
    listed = list(found)
    # Where a list of texts is wanted as well, several quotations are that list.
    apart = len(reading.quotes) > 1 and any(one.kind == "array" for one in reading.function.parameters)
    if parameter.kind == "string" and not parameter.options and not side_of(parameter) and not apart:
        listed += _coordinated(reading.text, listed)
    return sorted(listed, key=lambda one: (-one.score, one.start))


_AND = re.compile(r"\s*(?:번|号)?\s*(?:,|、|/|and|&|과|와|이랑|랑|하고|및|和|与|,\s*and)\s*", re.IGNORECASE)


def _coordinated(text: str, found: list[Candidate]) -> list[Candidate]:
    """“A-1, A-2와 A-3”: values that are read one by one, as the list that they make."""
    single = sorted((one for one in found if len(one.values) == 1 and one.typed), key=lambda one: one.start)
    groups: list[list[Candidate]] = []
    for one in single:
        if groups and _AND.fullmatch(text[groups[-1][-1].end : one.start]):
            groups[-1].append(one)
        elif not groups or one.start >= groups[-1][-1].end:
            groups.append([one])
    return [
        Candidate(
            tuple(dict.fromkeys(one.values[0] for one in group)),
            group[0].start,
            group[-1].end,
            max(one.score for one in group) + 0.2,
            True,
        )
        for group in groups
        if len(group) > 1
    ]


def _sided(reading: Reading, parameter: Parameter, start: int, end: int) -> float:
    side = side_of(parameter)
    where = relation(reading.text, start, end) if side else ""
    return 0.0 if not side or not where else 0.3 if side == where else -0.5


_BETWEEN_OPTIONS = re.compile(
    r"\s*(?:,|、|/|and|&|과|와|랑|이랑|하고|및|和|,\s*and)(?:\s(?:also\s)?(?:on|for|in|with|to|at)?\s?(?:the|an?)?)?\s*"
)


def _weekdays(reading: Reading, parameter: Parameter) -> Iterator[Candidate]:
    """“tomorrow” for a parameter that takes a day of the week."""
    by_day = weekday_options(parameter)
    for moment in reading.dates if by_day else ():
        day = date.fromisoformat(moment.value).weekday() if moment.sure else None
        if day in by_day:
            yield Candidate((by_day[day],), moment.start, moment.end, 0.85, True)


def _options(reading: Reading, parameter: Parameter) -> Iterator[Candidate]:
    found = options_in(reading.text, parameter)
    yield from _weekdays(reading, parameter)
    if not found and (everything := all_options(reading.text, parameter)):
        yield Candidate(tuple(parameter.options), everything.start, everything.end, 0.9, True)
    group: list[Any] = []
    for one in found:
        score = one.score + 0.2 * label(reading, parameter, one.start, one.end)
        yield Candidate((one.value,), one.start, one.end, score + _sided(reading, parameter, one.start, one.end), True)
    for one in found:
        between = reading.text[group[-1].end : one.start] if group else ""
        if group and _BETWEEN_OPTIONS.fullmatch(between) and one.value != group[-1].value:
            group.append(one)
        else:
            yield from _option_group(reading, parameter, group)
            group = [one]
    yield from _option_group(reading, parameter, group)


def _option_group(reading: Reading, parameter: Parameter, group: list[Any]) -> Iterator[Candidate]:
    if len(group) > 1:
        score = max(one.score + max(0.0, _sided(reading, parameter, one.start, one.end)) for one in group) + 0.25
        yield Candidate(tuple(one.value for one in group), group[0].start, group[-1].end, score, True)


_NEGATED = re.compile(
    r"^\s*(?:은|는|이|가|을|를|도)?\s*(?:없이|없는|없어|말고|빼고|제외|안\s|아닌|필요 ?없|끄|꺼|해제|off\b|"
    r"disabled)|\b(?:not|no|without|don't|never|disable|exclude|excluding|except)\b[\w\s]{0,12}$|(?:不要|不用|"
    r"不|没有)$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"켜|틀어|켠|\bturn(?:\s\w+)* on\b|\bswitch(?:\s\w+)* on\b|\bon\b|\benable\b|打开|开灯|开启", re.IGNORECASE
)
_OFF = re.compile(
    r"꺼|끄|끈|\bturn(?:\s\w+)* off\b|\bswitch(?:\s\w+)* off\b|\boff\b|\bdisable\b|关闭|关掉|关灯", re.IGNORECASE
)
_SWITCH = re.compile(r"\b(?:on|off|enabled?|active|power|switch|state|turn)\b|켜|끄|전원|활성|开关|开启", re.IGNORECASE)


def _flags(reading: Reading, parameter: Parameter) -> Iterator[Candidate]:
    text = reading.unquoted
    if _SWITCH.search(parameter.told):
        for value, pattern in ((False, _OFF), (True, _ON)):
            if match := pattern.search(text):
                yield Candidate((value,), match.start(), match.start(), 1.0, True)
                return
    own = parameter.name_keys - reading.function.name_keys
    for term in terms(text):
        in_name = any(has_key(key, own) for key in term.keys)
        told = any(has_key(key, parameter.described_keys - reading.function.described_keys) for key in term.keys)
        synonym = any(one.value for one in options_in(text[term.start : term.end], _as_option(parameter)))
        if in_name or synonym or (told and "=" in "".join(term.keys)[:1]):
            around = _NEGATED.search(text[: term.start]) or _NEGATED.match(text[term.end :])
            yield Candidate((not around,), term.start, term.end, 0.9, True)
    for one in options_in(text, _as_option(parameter)):
        around = _NEGATED.search(text[: one.start]) or _NEGATED.match(text[one.end :])
        yield Candidate((not around,), one.start, one.end, 0.85, True)


def _as_option(parameter: Parameter) -> Parameter:
    """A flag's own name as an option that may be named: `express`, `vegetarian`."""
    words = re.sub(
        r"^(?:is|has|with|include|only|use|want)\s|\s(?:only|needed|required)$", "", parameter.words.casefold()
    )
    return Parameter(parameter.name, "string", options=(words,))


_TIMES = re.compile(r"\s?(?:times\b|copies\b|부(?![가-힣]{2})|번\b|회\b|차례|份|次)", re.IGNORECASE)
_AT_MOST = re.compile(
    r"^\s?(?:이하|미만|까지|안쪽|以下|以内)|\b(?:under|below|less than|at most|up to|no more than|max(?:imum)?|"
    r"cheaper than|within|upper|high|highest)\s*(?:of |is |at )?[$€£₩]?$|"
    r"(?:최고|최대|상한)(?:은|는|값은)?\s*$|(?:最高|至多|上限)(?:为|是)?$",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"^\s?(?:이상|초과|넘는|以上)|\b(?:over|above|more than|at least|min(?:imum)?|from|"
    r"lower|low|lowest)\s*(?:of |is |at )?[$€£₩]?$|"
    r"(?:최저|최소|하한)(?:은|는|값은)?\s*$|(?:最低|至少|下限)(?:为|是)?$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"^high\b|\bmax(?:imum)?|\bhighest|\bupper|\bup to|\bceiling|\bmost\b|최대|최고|상한|이하|最高|最大|上限"
)
_LEAST = re.compile(r"^low\b|\bmin(?:imum)?|\blowest|\blower|\bat least|최소|최저|하한|이상|最低|最小|下限")


def _numbers(reading: Reading, parameter: Parameter) -> Iterator[Candidate]:
    sort = sort_of(parameter)
    if sort.kind == "year":
        for moment in years_in(reading.text, reading.today):
            yield Candidate((int(moment.value),), moment.start, moment.end, 0.9, True)
    for figure in reading.figures:
        fit = fitting(figure, sort)
        named = label(reading, parameter, figure.start, figure.end)
        if fit is None and named >= 1 and sort.kind not in {"year", "temperature"}:
            fit = (0.4, figure.value)
        if fit is None:
            continue
        score, value = fit
        if sort == Sort("percent", "%") and _as_share(parameter):
            value = value / 100 if figure.kind == "percent" else value
        if parameter.kind == "integer" and value.denominator != 1:
            continue
        if _goes_back(reading.text, figure.start, figure.end, parameter):
            value = -value
        if sort.kind == "count" and figure.kind == "plain" and _TIMES.match(reading.text, figure.end):
            score += 0.4
        score += 0.5 * named + _bound(reading.text, figure.start, figure.end, parameter)
        score += _sided(reading, parameter, figure.start, figure.end)
        if (parameter.least is not None and value < parameter.least) or (
            parameter.most is not None and value > parameter.most
        ):
            score -= 0.4
        yield Candidate((plain(value),), figure.start, figure.end, score, figure.kind != "plain" or named > 0)
    if sort.kind in {"count", "plain"} and parameter.kind == "integer":
        yield from _single(reading, parameter)
    if parameter.least == 0 and parameter.most:
        for share, start, end in shares_in(reading.unquoted):
            value = Fraction(str(parameter.most)) * share
            whole = round(value) if parameter.kind == "integer" else plain(value)
            yield Candidate((whole,), start, end, 0.8, True)
    if sort.kind in {"identifier", "plain"}:
        for code in reading.codes:
            if code.value.isdigit() and not any(figure.start == code.start for figure in reading.figures):
                yield Candidate(
                    (int(code.value),),
                    code.start,
                    code.end,
                    0.5 + 0.5 * label(reading, parameter, code.start, code.end),
                    True,
                )
    if (
        sort.kind == "time"
        and len(reading.times) == 2
        and relation(reading.text, reading.times[1].start, reading.times[1].end) == "to"
    ):
        first, last = (int(one.value[:2]) * 60 + int(one.value[3:]) for one in reading.times)
        seconds = Fraction((last - first) % 1440 * 60)
        if (fit_ := _in_unit(seconds, sort)) is not None:
            yield Candidate((plain(fit_),), reading.times[1].end, reading.times[1].end, 0.8)


_ONE = re.compile(r"\b(?P<one>one|an?)\s(?P<what>[A-Za-z]+)", re.IGNORECASE)


def _single(reading: Reading, parameter: Parameter) -> Iterator[Candidate]:
    """“one child” for the number of children; “a room” only where rooms are not what the function is about anyway."""
    own = parameter.name_keys - reading.function.name_keys
    for match in _ONE.finditer(reading.unquoted):
        keys = keys_of(match["what"])
        if keys & (parameter.name_keys if match["one"].casefold() == "one" else own):
            yield Candidate((1,), *match.span(), 0.9, True)


# “negative goes back”: a schema that tells directions apart by the sign, and words for the way back.
_SIGNED = re.compile(r"\bnegative\b|\bminus\b|음수|마이너스|负", re.IGNORECASE)
_BACK = re.compile(
    r"뒤로|되감|이전으로|거꾸로|왼쪽|아래로|내려|낮춰|줄여|\bback(?:wards?)?\b|\brewind\b|\bleft\b|\bdown\b|\blower\b|"
    r"\bless\b|后退|快退|倒退|往回|向左|向下",
    re.IGNORECASE,
)


def _goes_back(text: str, start: int, end: int, parameter: Parameter) -> bool:
    """True where a schema takes negative numbers for a direction, and that direction is asked for."""
    signed = bool(_SIGNED.search(parameter.told)) and (parameter.least is None or parameter.least < 0)
    return signed and text[start : start + 1] not in "-−" and bool(_BACK.search(text[:start] + text[end:]))


def _in_unit(seconds: Fraction, sort: Sort) -> Fraction | None:
    sizes = {"s": 1, "min": 60, "h": 3600}
    return seconds / sizes[sort.unit] if sort.unit in sizes else None


def _as_share(parameter: Parameter) -> bool:
    return (parameter.most is not None and parameter.most <= 1) or bool(
        re.search(r"\bdecimal\b|\bfraction\b|\b0\.\d|소수", parameter.told)
    )


def _bound(text: str, start: int, end: int, parameter: Parameter) -> float:
    most = bool(_AT_MOST.match(text[end:]) or _AT_MOST.search(text[:start]))
    least = bool(_AT_LEAST.match(text[end:]) or _AT_LEAST.search(text[:start]))
    wants_most, wants_least = bool(_MOST.search(parameter.told)), bool(_LEAST.search(parameter.told))
    if most == least:
        return 0.0
    return (
        (0.4 if wants_most else -0.4 if wants_least else 0.0)
        if most
        else (0.4 if wants_least else -0.4 if wants_most else 0.0)
    )


def plain(value: Fraction) -> int | float:
    """A number as JSON has it."""
    return int(value) if value.denominator == 1 else round(float(value), 6)


def _lists(reading: Reading, parameter: Parameter, items: Parameter) -> Iterator[Candidate]:
    if items.options:
        if several := several_days(reading.text, items):
            yield Candidate((list(several.value),), several.start, several.end, 0.95, True)
        found = options_in(reading.text, items)
        if found:
            values = list(dict.fromkeys(one.value for one in found))
            yield Candidate((values,), found[0].start, found[-1].end, 0.9, True)
    elif items.kind in {"number", "integer"}:
        figures = [one for one in reading.figures if fitting(one, sort_of(items)) or one.kind == "plain"]
        values = [plain(one.value) for one in figures if items.kind == "number" or one.value.denominator == 1]
        if values:
            yield Candidate((values,), figures[0].start, figures[-1].end, 0.8, True)
    elif items.kind == "string":
        yield from (Candidate(*one) for one in text_lists(reading, parameter, items))
