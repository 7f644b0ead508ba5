"""Python source of nested data, in the layout that a careful person would type."""

from dataclasses import dataclass
from typing import Any

from .periods import quoted

_WIDTH = 110


@dataclass(frozen=True)
class Code:
    """A piece of Python that stands for itself inside the data."""

    text: str


def source(value: Any, indent: int = 0) -> str:
    """The value as Python: on one line where that is short, else one entry a line."""
    if isinstance(value, Code):
        return value.text
    if isinstance(value, str):
        return quoted(value)
    if not isinstance(value, dict | list):
        return repr(value)
    one_line = _one_line(value)
    if len(one_line) + indent <= _WIDTH:
        return one_line
    pad = " " * (indent + 4)
    if isinstance(value, dict):
        lines = [f"{pad}{quoted(str(key))}: {source(entry, indent + 4)}," for key, entry in value.items()]
        return "{\n" + "\n".join(lines) + "\n" + " " * indent + "}"
    return "[\n" + "\n".join(f"{pad}{source(entry, indent + 4)}," for entry in value) + "\n" + " " * indent + "]"


def _one_line(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(str(key))}: {_one_line(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_one_line(entry) for entry in value) + "]"
    return source(value)
