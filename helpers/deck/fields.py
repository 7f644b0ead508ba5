"""Reads one dictionary of a spec key by key: texts with facts, lists, mappings; what is wrong becomes a problem."""

import math
from collections.abc import Iterable
from numbers import Real
from typing import Any

from .facts import Fact, clean, fill
from .problems import Problems, suggestion

_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"), (str, "text"), (Real, "a number"), (dict, "an object"), ((list, tuple), "a list"),
)  # fmt: skip


def kind_of(value: Any) -> str:
    """The type of a value in plain words."""
    if value is None:
        return "nothing (null)"
    return next((name for kind, name in _NAMES if isinstance(value, kind)), type(value).__name__)


class Fields:
    """One dictionary of the spec. `where` and `prefix` say where it stands; `used` collects its facts."""

    def __init__(
        self, data: dict[Any, Any], where: str, prefix: str, facts: dict[str, Fact], problems: Problems, used: list[str]
    ) -> None:
        self._data, self.where, self._prefix = data, where, prefix
        self._facts, self._problems, self._used = facts, problems, used

    def path(self, key: str) -> str:
        return f"{self._prefix}.{key}" if self._prefix else key

    def problem(self, key: str, message: str) -> None:
        self._problems.add(self.where, self.path(key), message)

    def only(self, known: Iterable[str]) -> None:
        """A problem for each key that is not known here: most often it is a slip in an optional one."""
        names = list(known)
        for key in self._data:
            if key not in names:
                self.problem(
                    str(key), f"this key is not known here. Remove it or mend its name.{suggestion(str(key), names)}"
                )

    def raw(self, key: str, kinds: type | tuple[type, ...], wanted: str, required: bool = True) -> Any:
        """The value when it has one of the types, else None and, where it is wrong or missing, a problem."""
        value = self._data.get(key)
        if value is None:
            if required:
                self.problem(key, f"it is missing. Add {wanted}.")
            return None
        if not isinstance(value, kinds) or (isinstance(value, bool) and kinds is not bool):
            self.problem(key, f"it is {kind_of(value)}, and must be {wanted}.")
            return None
        return value

    def plain(self, key: str, required: bool = True) -> str:
        """Text in which braces mean nothing, such as a path or a name."""
        value = self.raw(key, str, "text", required)
        if value is not None and required and not value.strip():
            self.problem(key, "it is empty. Write the text that should stand there.")
        return clean(value or "")

    def name(self, key: str, required: bool = True) -> str:
        """Plain text on one line: a series' name, a unit."""
        return " ".join(self.plain(key, required).split())

    def text(self, key: str, required: bool = True) -> str:
        """Text with its facts filled in."""
        return self._fill(self.plain(key, required), key)

    def _fill(self, text: str, key: str) -> str:
        filled, used = fill(text, self._facts, self.where, self.path(key), self._problems)
        self._used.extend(used)
        return filled

    def child(self, key: str, required: bool = True) -> "Fields | None":
        """A dictionary inside this one."""
        value = self.raw(key, dict, "an object with keys", required)
        return None if value is None else self._nested(value, key)

    def children(self, key: str, least: int, most: int | None, required: bool = True) -> "list[Fields]":
        """A list of dictionaries; their number is checked."""
        found = []
        for index, item in enumerate(self.items(key, least, most, required)):
            name = f"{key}[{index}]"
            if isinstance(item, dict):
                found.append(self._nested(item, name))
            else:
                self.problem(name, f"it is {kind_of(item)}, and must be an object with keys.")
        return found

    def items(self, key: str, least: int, most: int | None, required: bool = True) -> list[Any]:
        """A list; its length is checked."""
        value = self.raw(key, (list, tuple), "a list", required)
        if value is None:
            return []
        if len(value) < least or (most is not None and len(value) > most):
            span = f"at least {least}" if most is None else f"{least} to {most}" if least != most else str(least)
            self.problem(key, f"it holds {len(value)}, and must hold {span}.")
        return list(value)

    def texts(self, key: str, least: int, most: int | None) -> tuple[str, ...]:
        """A list of names or labels; numbers are written as text."""
        return self.cells(key, self.items(key, least, most))

    def cells(self, key: str, items: Iterable[Any]) -> tuple[str, ...]:
        """The same for a list that was already taken from `key`; null is an empty cell."""
        found = []
        for index, item in enumerate(items):
            name = f"{key}[{index}]"
            if isinstance(item, str):
                found.append(" ".join(self._fill(item, name).split()))
            elif isinstance(item, Real) and not isinstance(item, bool):
                found.append(str(item))
            elif item is None:
                found.append("")
            else:
                self.problem(name, f"it is {kind_of(item)}, and must be text.")
                found.append("")
        return tuple(found)

    def values(self, key: str) -> tuple[float | None, ...]:
        """A list of numbers; None and NaN are gaps."""
        found: list[float | None] = []
        for index, item in enumerate(self.items(key, 1, None)):
            if item is None:
                found.append(None)
            elif isinstance(item, Real) and not isinstance(item, bool) and not math.isinf(item):
                number = float(item)
                found.append(None if math.isnan(number) else int(number) if number.is_integer() else number)
            else:
                self.problem(
                    f"{key}[{index}]", f"it is {kind_of(item)}, and must be a finite number, or null for a gap."
                )
                found.append(None)
        return tuple(found)

    def _nested(self, data: dict[Any, Any], key: str) -> "Fields":
        return Fields(data, self.where, self.path(key), self._facts, self._problems, self._used)
