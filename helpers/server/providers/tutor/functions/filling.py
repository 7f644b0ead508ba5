"""Fills a function's arguments from a text, and says which required ones are missing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

from .candidates import SURE_ENOUGH, Candidate, candidates
from .chunks import Span, masked
from .consent import is_changing
from .korean import base_of, is_verbal
from .lexicon import READING
from .options import options_in
from .places_lexicon import FAHRENHEIT
from .reading import Reading
from .roles import role_of, side_of
from .schema import Function, Parameter
from .words import ACTIONS, keys_of, terms

Path = tuple[str, ...]
Arguments = dict[str, Any]
_REQUIRED_ENOUGH = 0.42
_MOST_CALLS = 8
# Texts that may be taken as a whole where nothing in them stands out.
_FREE = {"query", "title", "message", "other", "reason"}
_SINGLE_DAY = re.compile(r"하루|당일|\bone day\b|\bfor the day\b|\bsingle day\b|一天|当天")
_NIGHTS = re.compile(r"(\d+)\s?박|\bfor (\d+) nights?\b|\b(\d+) nights?\b|(\d+)\s?晚")
_DAYS = re.compile(r"(\d+)\s?일간|\bfor (\d+) days\b|(\d+)\s?天(?!后)")


@dataclass(frozen=True)
class Filling:
    """`arguments` hold for every call, each value of `several` makes a call of its own, `missing` must be asked for."""

    function: Function
    arguments: Arguments
    several: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    missing: tuple[Parameter, ...] = ()
    typed: int = 0
    found: int = 0
    places: tuple[Span, ...] = ()
    rows: int = 0

    def calls(self) -> list[Arguments]:
        """The arguments of each call, in the order of the schema."""
        names = list(self.several)
        lists = [self.several[name] for name in names]
        paired = len(lists) > 1 and len({len(values) for values in lists}) == 1
        rows = list(zip(*lists, strict=True)) if paired else list(product(*lists))
        order = [parameter.name for parameter in self.function.parameters]
        found = []
        for row in rows[:_MOST_CALLS]:
            whole = self.arguments | dict(zip(names, row, strict=True))
            found.append({name: whole[name] for name in order if name in whole})
        return found


@lru_cache(maxsize=1024)
def fill(function: Function, text: str, today: date | None) -> Filling:
    """Fill from the text alone."""
    reading = Reading(text, today, function)
    listed = {
        parameter.name: found
        for parameter in function.parameters
        if parameter.kind == "array" and parameter.items and parameter.items.fields
        if (found := _rows(reading, parameter.items, function))
    }
    taken = [span for _, spans in listed.values() for span in spans]
    chosen = _chosen(reading, function, taken)
    used = [(one.start, one.end) for one in chosen.values() if one.end > one.start]
    arguments: Arguments = {}
    several: dict[str, tuple[Any, ...]] = {}
    for path, one in chosen.items():
        if len(one.values) > 1 and len(path) == 1:
            several[path[0]] = one.values
        else:
            _put(arguments, path, one.values[0])
    arguments |= {name: rows for name, (rows, _) in listed.items()}
    _pair_up(function, arguments, several)
    missing = []
    for path, parameter, _ in _leaves(function.parameters):
        if not parameter.required or _get(arguments, path) is not None or path[0] in several:
            continue
        if len(path) > 1 and not _is_due_inside(function, arguments, path):
            continue
        value = _derived(reading, parameter, arguments)
        if value is None:
            value = _residue(reading, parameter, used)
        if value is None and parameter.nullable:
            _put(arguments, path, None)
        elif value is None and parameter.kind == "boolean":
            _put(arguments, path, bool(parameter.default))
        elif value is None and parameter.has_default:
            _put(arguments, path, parameter.default)
        elif value is None and len(parameter.options) == 1:
            _put(arguments, path, parameter.options[0])
        elif value is None:
            missing.append(parameter)
        else:
            _put(arguments, path, value)
    typed = sum(one.typed for one in chosen.values())
    rows = sum(len(found) for found, _ in listed.values())
    return Filling(function, arguments, several, tuple(missing), typed, len(chosen), tuple(used), rows)


def with_more(filling: Filling, text: str, today: date | None) -> Filling:
    """“300달러는 엔화로 얼마고; 유로로는 얼마야?”: a later part that names but one other value makes one call more."""
    first, *parts = text.split("; ")
    function = filling.function
    if not parts or is_changing(function):
        return filling
    several = dict(filling.several)
    for part in parts:
        more = fill(function, part, today)
        changed = {name: value for name, value in more.arguments.items() if filling.arguments.get(name) != value}
        if more.found != 1 or more.typed != 1 or more.several or len(changed) != 1:
            continue
        name, value = next(iter(changed.items()))
        mine = fill(function, first, today).arguments.get(name)
        if isinstance(value, str) and mine is not None and mine == filling.arguments.get(name):
            several[name] = (*several.get(name, (mine,)), value)
    arguments = {name: value for name, value in filling.arguments.items() if name not in several}
    return replace(filling, arguments=arguments, several=several)


_FIRST_OF_TWO = re.compile(r"(?:[_ ]?(?:a|1|one)|[_ ]?x)$|^(?:first|left|one)[_ ]", re.IGNORECASE)
_SECOND_OF_TWO = re.compile(r"(?:[_ ]?(?:b|2|two)|[_ ]?y)$|^(?:second|right|other|two)[_ ]", re.IGNORECASE)


def _pair_up(function: Function, arguments: Arguments, several: dict[str, tuple[Any, ...]]) -> None:
    """“A와 B를 비교” for `item_a` and `item_b`: two values in a row are one each."""
    for one, other in pairwise(one for one in function.parameters if one.kind == "string"):
        first, second = _FIRST_OF_TWO.sub("", one.name), _SECOND_OF_TWO.sub("", other.name)
        if first != second or one.name == first or other.name == second or len(first) < 2:
            continue
        values = next((several[name] for name in (one.name, other.name) if len(several.get(name, ())) == 2), None)
        if values:
            several.pop(one.name, None)
            several.pop(other.name, None)
            arguments[one.name], arguments[other.name] = values


def _is_due_inside(function: Function, arguments: Arguments, path: Path) -> bool:
    """A required field of an optional object is wanted only where the object is given at all."""
    parameter = next(one for one in function.parameters if one.name == path[0])
    return parameter.required or path[0] in arguments


def _leaves(
    parameters: tuple[Parameter, ...], path: Path = (), needed: bool = True
) -> Iterator[tuple[Path, Parameter, bool]]:
    for parameter in parameters:
        here = (*path, parameter.name)
        if parameter.kind == "object" and parameter.fields:
            yield from _leaves(parameter.fields, here, needed and parameter.required)
        else:
            yield here, parameter, parameter.required and needed


def _chosen(reading: Reading, function: Function, taken: list[Span]) -> dict[Path, Candidate]:
    """The best candidate of each parameter; what one has taken no other may have."""
    leaves = [
        (path, one, needed)
        for path, one, needed in _leaves(function.parameters)
        if not (one.items and one.items.fields)
    ]
    nothing_required = not any(needed for _, _, needed in leaves)
    listed = []
    optional = [
        (one.start, one.end, path)
        for path, parameter, _ in leaves
        if parameter.options and parameter.kind == "string"
        for one in candidates(reading, parameter)
        if one.end > one.start
    ]
    for order, (path, parameter, needed) in enumerate(leaves):
        least = _REQUIRED_ENOUGH if needed and not parameter.nullable else 0.55 if nothing_required else SURE_ENOUGH
        found = candidates(reading, parameter)
        if not parameter.options and any(not _is_option(one, path, optional) for one in found if one.score >= least):
            # “이탈리아 식당” is the kind of food where something else can be the place.
            found = [one for one in found if not _is_option(one, path, optional)]
        for one in found:
            if one.score >= least and all(one.end <= start or one.start >= end for start, end in taken):
                listed.append((-(one.score + 0.1 * needed), order, one.start, path, one))
    listed.sort(key=lambda entry: entry[:3])
    chosen: dict[Path, Candidate] = {}
    for _, _, _, path, one in listed:
        if path not in chosen and all(
            one.end <= other.start or one.start >= other.end for other in chosen.values() if other.end > other.start
        ):
            chosen[path] = one
    return chosen


def _is_option(one: Candidate, path: Path, optional: list[tuple[int, int, Path]]) -> bool:
    """True where another parameter has an option that is just these words."""
    return any((one.start, one.end) == (start, end) and other != path for start, end, other in optional)


_BETWEEN_ROWS = re.compile(
    r"[.?!;]\s|(?<=[가-힣]고)\s|(?<=[가-힣])(?:이랑|하고|랑|과|와)\s|\s*[,、，]\s*(?:and\s)?|[:：]\s|\s(?:and|plus)\s|\s그리고\s|(?:和|跟|以及)"
)


def _rows(reading: Reading, items: Parameter, function: Function) -> tuple[list[Arguments], list[Span]] | None:
    """The objects of a list, each from a part of an enumeration that fills what an object needs, and their places.

    “콜라” beside “비빔밥 2개” is one; what stands before the first number, or is an option of the function, is no row.
    """
    inner = Function(function.name, function.description, items.fields)
    numbers = [one for one in items.fields if one.kind in {"number", "integer"}]
    rows: list[Arguments] = []
    spans: list[Span] = []
    at = 0
    for part in _BETWEEN_ROWS.split(reading.text):
        at = reading.text.index(part, at)
        filling = fill(inner, part, reading.today)
        one_of_it = len(numbers) == 1 and filling.missing == (numbers[0],) and bool(filling.found)
        if one_of_it and (rows or not reading.figures) and not _names_option(part, function):
            filling = replace(filling, arguments=filling.arguments | {numbers[0].name: 1}, missing=())
        if not filling.missing and filling.found and not filling.several:
            rows.append(filling.calls()[0])
            spans += [(at + start, at + end) for start, end in filling.places]
        at += len(part)
    return (rows, spans) if rows else None


def _names_option(text: str, function: Function) -> bool:
    keys = keys_of(text)
    return any(
        bool(options_in(text, parameter))
        if parameter.options
        else parameter.kind == "boolean" and bool(keys) and keys <= parameter.name_keys
        for _, parameter, _ in _leaves(function.parameters)
    )


def _derived(reading: Reading, parameter: Parameter, arguments: Arguments) -> Any:
    """The end of a stay or a leave from its beginning and its length."""
    if {str(option).casefold() for option in parameter.options} >= {"celsius", "fahrenheit"}:
        return _usual_unit(parameter, arguments)
    if role_of(parameter) != "date" or side_of(parameter) != "to":
        return None
    begun = next(
        (value for value in arguments.values() if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)),
        None,
    )
    if begun is None:
        return None
    for pattern, less in ((_NIGHTS, 0), (_DAYS, 1)):
        if match := pattern.search(reading.text):
            number = int(next(group for group in match.groups() if group))
            return (date.fromisoformat(begun) + timedelta(days=number - less)).isoformat()
    return begun if _SINGLE_DAY.search(reading.text) else None


def _usual_unit(parameter: Parameter, arguments: Arguments) -> Any:
    """The unit in which temperatures are told at the place that is asked about."""
    names = {str(value).casefold().split(",")[0] for value in arguments.values()}
    american = bool(names & FAHRENHEIT) or any(
        re.search(r", ?(?:[A-Z]{2}|USA)$", str(value)) for value in arguments.values()
    )
    wanted = "fahrenheit" if american else "celsius"
    return next(option for option in parameter.options if str(option).casefold() == wanted)


_EDGES = re.compile(
    r"^(?:\W|\b(?:a|an|the|for|about|of|to|me|my|please|on|and|that|some|any|called|named)\b)+|(?:\W|"
    r"\b(?:please|for me|to|for|on|at|in|and|me|with)\b)+$",
    re.IGNORECASE,
)


# What a title is given to, and no title by itself.
_CONTAINERS = frozenset({"email", "message", "todo", "calendar", "reminder", "note", "ticket", "alarm"})


_BINDING = frozenset({"object", "to", "from", "at", "topic"})


def _residue(reading: Reading, parameter: Parameter, used: list[tuple[int, int]]) -> str | None:
    """What remains of the text when all that is understood is taken out, for a parameter that takes free words."""
    if parameter.kind != "string" or parameter.options or role_of(parameter) not in _FREE or parameter.pattern:
        return None
    if role_of(parameter) == "other" and not re.search(r"name|text|value|input|이름|명칭|名", parameter.told):
        return None
    deeds = reading.function.actions
    spans = [
        (term.start, term.end)
        for place, term in enumerate(terms(reading.text))
        if term.keys <= READING.keys() or (term.keys & ACTIONS and (place == 0 or term.keys <= deeds))
    ]
    spans += [word.span() for word in re.finditer(r"[가-힣]+", reading.text) if is_verbal(word[0])]
    rest = masked(reading.text, [*used, *reading.typed, *spans])
    pieces = [_EDGES.sub("", piece.strip()) for piece in re.split(r"\0+[가-힣]*|[.?!,。？！，]", rest)]
    best = max(pieces, key=len, default="")
    best = re.sub(
        r"(?:을|를|이|가|은|는|에 대해|에 대한|에 관한)?\s*(?:좀|해|하나)?\s*(?:줘|주세요|해줘|해 줘|달라고|요)?$",
        "",
        best,
    ).strip()
    function = reading.function
    own = function.name_keys | function.described_keys | function.parameter_keys
    keys = keys_of(best)
    role = role_of(parameter)
    if role == "title":
        own = _CONTAINERS
    if role == "other" and any(base_of(word)[1] in _BINDING for word in best.split()[:-1]):
        # A piece of a sentence, and no name.
        return None
    if (keys and keys <= own | ACTIONS) or (role == "other" and not any(key.startswith("=") for key in keys)):
        return None
    return best if len(best) > 1 and re.search(r"\w", best) else None


def _put(arguments: Arguments, path: Path, value: Any) -> None:
    for name in path[:-1]:
        inner = arguments.setdefault(name, {})
        if not isinstance(inner, dict):
            return
        arguments = inner
    arguments[path[-1]] = value


def _get(arguments: Arguments, path: Path) -> Any:
    for name in path:
        if not isinstance(arguments, dict) or name not in arguments:
            return None
        arguments = arguments[name]
    return arguments
