"""Filters on the attributes of files, as in the API reference (ComparisonFilter, CompoundFilter)."""

import operator
from collections.abc import Callable, Mapping
from typing import Any

_DEPTH = 20
_ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}
_KINDS = ("eq", "ne", *_ORDER, "in", "nin", "and", "or")

Test = Callable[[Mapping[str, Any]], bool]


def compile_filter(given: Any) -> Test:
    """A test of a file's attributes. ValueError with a plain message where the filter is wrong.

    A file without the key passes `ne` and `nin` and no other comparison. Values of different types are never equal
    and have no order: `true` is not 1, and "10" is not 10. Text is ordered letter by letter, which suits ISO dates.
    """
    return _compile(given, 0)


def _compile(given: Any, depth: int) -> Test:
    if depth > _DEPTH:
        raise ValueError(f"Filters may be nested at most {_DEPTH} deep.")
    if not isinstance(given, Mapping):
        raise ValueError(f"A filter must be an object, but got {_name(given)}.")
    kind = given.get("type")
    if kind not in _KINDS:
        raise ValueError(f"A filter's type must be one of {', '.join(_KINDS)}, but got {kind!r}.")
    if kind in ("and", "or"):
        return _compound(kind, given.get("filters"), depth)
    key = given.get("key")
    if not isinstance(key, str):
        raise ValueError(f"The filter '{kind}' needs a key, the name of an attribute.")
    if "value" not in given:
        raise ValueError(f"The filter '{kind}' on '{key}' needs a value.")
    return _comparison(kind, key, given["value"])


def _compound(kind: str, given: Any, depth: int) -> Test:
    if not isinstance(given, list) or not given:
        raise ValueError(f"The filter '{kind}' needs a list of filters.")
    tests = [_compile(one, depth + 1) for one in given]
    join = all if kind == "and" else any
    return lambda attributes: join(test(attributes) for test in tests)


def _comparison(kind: str, key: str, value: Any) -> Test:
    if kind in ("in", "nin"):
        if not isinstance(value, list) or not all(isinstance(one, str | int | float) for one in value):
            raise ValueError(f"The filter '{kind}' on '{key}' needs a list of strings and numbers as its value.")
        wanted = kind == "in"
        return lambda attributes: any(_equal(attributes.get(key), one) for one in value) is wanted
    if not isinstance(value, str | int | float):
        raise ValueError(f"The filter '{kind}' on '{key}' needs a string, a number or a boolean as its value.")
    if kind in ("eq", "ne"):
        wanted = kind == "eq"
        return lambda attributes: _equal(attributes.get(key), value) is wanted
    if isinstance(value, bool):
        raise ValueError(f"The filter '{kind}' on '{key}' needs a number or a string: booleans have no order.")
    before = _ORDER[kind]
    return lambda attributes: _type(attributes.get(key)) is _type(value) and before(attributes[key], value)


def _equal(one: Any, other: Any) -> bool:
    return _type(one) is _type(other) and one == other


def _type(value: Any) -> type:
    """Whole numbers and fractions are one type, booleans another."""
    return float if isinstance(value, int) and not isinstance(value, bool) else type(value)


def _name(value: Any) -> str:
    return "null" if value is None else type(value).__name__
