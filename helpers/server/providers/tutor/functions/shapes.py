"""What a value looks like, learned from the examples of a schema: “such as A-12”, “예: 3-2”."""

import re
from collections.abc import Iterator
from functools import lru_cache

from .roles import role_of
from .schema import Parameter, examples

_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[-./_][A-Za-z0-9]+)*")
_PART = re.compile(r"\d+|[A-Z]+|[a-z]+|[^A-Za-z0-9]")
# Their values are read by themselves, whatever the example looks like.
_READ_OTHERWISE = frozenset(
    {"email", "url", "phone", "file", "date", "time", "datetime", "month", "duration", "expression"}
)


@lru_cache(maxsize=1024)
def shape_of(parameter: Parameter) -> re.Pattern[str] | None:
    """A pattern of all that is written as the examples are; None where they say nothing about that."""
    if parameter.kind != "string" or parameter.options or role_of(parameter) in _READ_OTHERWISE:
        return None
    shapes = {_shape(token) for token in _TOKEN.findall(examples(parameter.description)) if _is_code(token)}
    if not shapes:
        return None
    return re.compile(rf"(?<![A-Za-z0-9./_-])(?:{'|'.join(sorted(shapes))})(?![A-Za-z0-9_]|[-./:]\d)")


def shaped_in(text: str, parameter: Parameter) -> Iterator[re.Match[str]]:
    """Every stretch of a text that looks like the parameter's examples."""
    pattern = shape_of(parameter)
    return pattern.finditer(text) if pattern else iter(())


def _is_code(token: str) -> bool:
    return bool(re.search(r"\d", token)) and not token.isdigit()


def _shape(token: str) -> str:
    parts = []
    for part in _PART.findall(token):
        if part.isdigit():
            parts.append(rf"\d{{{max(1, len(part) - 1)},{len(part) + 2}}}")
        elif part.isalpha():
            parts.append(f"{'[A-Z]' if part.isupper() else '[a-z]'}{{1,{len(part) + 1}}}")
        else:
            parts.append(re.escape(part))
    return "".join(parts)
