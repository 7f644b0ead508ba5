"""What earlier calls, their outputs and earlier words of the reader say about an argument."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ...base import FunctionCall, Item, Message
from .filling import fill
from .lexicon import CHANGING
from .matching import about
from .roles import role_of, side_of
from .schema import Function, Parameter
from .words import ACTIONS, has_key, keys_of, spaced

# “그 주문”, “that order”: the request leans on what was said before.
REFERS = re.compile(
    r"(?<![가-힣])(?:그|이|저|해당|같은|위|아까|방금|앞의|거기|그거|그것|이거|이것|여기)(?![가-힣]{3})|"
    r"\b(?:that|this|it|them|these|those|same|there|the (?:order|booking|reservation|ticket|event|task|"
    r"customer|product|flight|meeting|appointment|book|student|employee|parcel|package|file|user|one))\b|"
    r"[这那它其该]|刚才",
    re.IGNORECASE,
)


_THAT_DAY = re.compile(r"(?<![가-힣])그 ?날(?!개|씨|짜)|\b(?:that|the same) day\b|[那同]一?天", re.IGNORECASE)


def with_that_day(text: str, calls: Sequence[FunctionCall]) -> str:
    """A text with the date for “그날” and “that day”, where the calls before were about one day."""
    if not _THAT_DAY.search(text):
        return text
    values = [str(value) for call in calls for value in arguments_of(call).values()]
    days = {match[0] for value in values if (match := re.match(r"\d{4}-\d\d-\d\d(?=T|$)", value))}
    return _THAT_DAY.sub(f" {days.pop()} ", text) if len(days) == 1 else text


def parsed(output: str | None) -> Any:
    """An output as JSON where it is JSON, else the text itself."""
    text = (output or "").strip()
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def arguments_of(call: FunctionCall) -> dict[str, Any]:
    """The arguments of a call; empty where they are no JSON object."""
    found = parsed(call.arguments)
    return found if isinstance(found, dict) else {}


def known_value(
    parameter: Parameter,
    function: Function,
    functions: Sequence[Function],
    items: Sequence[Item],
    today: date | None,
    *,
    refers: bool,
) -> Any:
    """The newest value for a parameter among earlier calls and words; None where there is none."""
    identifies = role_of(parameter) in {"id", "email"} or bool(re.search(r"\bid\b|번호", parameter.words.casefold()))
    by_name = {one.name: one for one in functions}
    for item in reversed(items):
        if isinstance(item, FunctionCall) and item.name in by_name:
            maker = by_name[item.name]
            repeats = maker.name == function.name and not function.actions & CHANGING.keys()
            if refers or identifies or repeats:
                value = _from_arguments(parameter, item, maker)
                value = _from_output(parameter, item, maker, function) if value is None else value
                if value is not None and _suits(parameter, value):
                    return _typed(parameter, value)
        elif isinstance(item, Message) and item.role == "user" and (refers or identifies):
            filling = fill(function, item.text, today)
            value = filling.arguments.get(parameter.name)
            if (
                value is not None
                and filling.typed
                and parameter not in filling.missing
                and role_of(parameter) not in {"title", "query", "message", "other"}
            ):
                return value
    return None


def _from_arguments(parameter: Parameter, call: FunctionCall, maker: Function) -> Any:
    arguments = arguments_of(call)
    if parameter.name in arguments:
        return arguments[parameter.name]
    for one in maker.parameters:
        if one.name in arguments and one.kind == parameter.kind and _same_meaning(one, parameter):
            return arguments[one.name]
    return None


def _same_meaning(one: Parameter, other: Parameter) -> bool:
    role = role_of(other)
    if role_of(one) == role and role in {"place", "destination", "date", "person", "email"} and side_of(one) != "from":
        return True
    if {role_of(one), role} <= {"place", "destination"}:
        return True
    shared = (one.name_keys & other.name_keys) - {"number_thing"}
    return role_of(one) == role and bool(shared) and role not in {"title", "message", "query", "other"}


def _from_output(parameter: Parameter, call: FunctionCall, maker: Function, function: Function) -> Any:
    found = parsed(call.output)
    records = list(_records(found))
    if isinstance(found, str):
        code = re.findall(r"\b(?:[A-Za-z]+[-_]?\d[\w-]*|\d{3,})\b", found)
        subjects = parameter.name_keys & about(maker)
        return code[0] if len(code) == 1 and subjects and role_of(parameter) == "id" else None
    values = []
    for record in records:
        value = record.get(parameter.name)
        if value is None:
            value = next(
                (inner for key, inner in record.items() if spaced(key).casefold() == parameter.words.casefold()), None
            )
        if (value is None and {"id", "ID", "_id"} & set(record) and role_of(parameter) == "id") or (
            parameter.kind == "integer" and value is None and "id" in record
        ):
            subjects = parameter.name_keys | (about(function) if parameter.words.casefold() == "id" else frozenset())
            if any(has_key(key, about(maker)) for key in subjects - ACTIONS - {"number_thing"}):
                value = record.get("id", record.get("ID", record.get("_id")))
        if value is not None and not isinstance(value, dict | list):
            values.append(value)
    return values[0] if len(set(map(str, values))) == 1 else None


def _records(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        for inner in found.values():
            yield from _records(inner)
    elif isinstance(found, list):
        for inner in found:
            yield from _records(inner)


def _suits(parameter: Parameter, value: Any) -> bool:
    if parameter.options:
        return value in parameter.options
    if parameter.kind in {"number", "integer"}:
        return isinstance(value, int | float) or bool(re.fullmatch(r"-?\d+(?:\.\d+)?", str(value)))
    return parameter.kind != "string" or isinstance(value, str | int | float)


def _typed(parameter: Parameter, value: Any) -> Any:
    if parameter.kind == "string" and not isinstance(value, str):
        return str(value)
    if parameter.kind == "integer" and isinstance(value, str):
        return int(float(value))
    return float(value) if parameter.kind == "number" and isinstance(value, str) else value


def makers_of(parameter: Parameter, function: Function, functions: Sequence[Function]) -> list[Function]:
    """Functions that may find out an identifier: they only read, and are about what it identifies."""
    if role_of(parameter) != "id" and not re.search(r"\bid\b|번호", parameter.words.casefold()):
        return []
    subjects = (parameter.name_keys | parameter.described_keys) - ACTIONS - {"number_thing", "status"}
    own = keys_of(parameter.words) - {"number_thing"}
    found = []
    for one in functions:
        if one is function or parameter.name in {each.name for each in one.parameters}:
            continue
        reads = not one.actions or bool(one.actions & {"find", "get", "list"})
        if reads and any(has_key(key, one.name_keys) for key in (own or subjects)):
            found.append(one)
    return found
