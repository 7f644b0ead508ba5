"""Which column of the reader's table may hold the periods, the categories and the values, before anything is made.

The assistant finds that out for itself. This is for what it cannot know: of two columns of dates, which one counts.
"""

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from os import PathLike
from typing import Any

from ..settings import say
from .checks.table import Unreadable, nearly_all, read_table

_PERIOD = re.compile(
    r"(19|20)\d\d\s*([-./년]\s*)?((Q|q)[1-4]|[1-4]\s*(분기|Q)|\d{1,2}\s*월?([-./]\s*\d{1,2}\s*일?)?)?([T ]\d\d:\d\d.*)?"
    r"|Q[1-4][-\s/]*(19|20)\d\d|[1-4]Q[-\s/]*'?\d\d(\d\d)?"
    r"|\d{1,2}[-/.]\d{1,2}[-/.](19|20)\d\d|[A-Za-z]{3,9}[-\s.]*'?\d\d(\d\d)?"
)


class NeedsRoles(Exception):
    """The table can be read in more than one way, or a role names no column; the message says what to write."""


@dataclass(frozen=True)
class Roles:
    """What the reader says about the columns. `category` and `value` of a wide table may name what it holds."""

    period: str = ""
    category: str = ""
    value: str = ""
    unit: str = ""

    def sentence(self, language: str) -> str:
        """The roles as the assistant is told them; empty where nothing was said."""
        words = {
            "ko": ("기간 열은 “{}”", "항목 열은 “{}”", "값 열은 “{}”", "단위는 “{}”"),
            "en": (
                "the period column is “{}”",
                "the category column is “{}”",
                "the value column is “{}”",
                "the unit is “{}”",
            ),
        }[language]
        names = (self.period, self.category, self.value, self.unit)
        parts = [form.format(name) for form, name in zip(words, names, strict=True) if name]
        text = ", ".join(parts)
        if not text:
            return ""
        return f"{text}입니다. " if language == "ko" else f"{text[0].upper()}{text[1:]}. "


@dataclass(frozen=True)
class Columns:
    """The columns of a table by what they could be, in the order of the file. One column can be several things."""

    names: tuple[str, ...]
    periods: tuple[str, ...]
    categories: tuple[str, ...]
    values: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        """True where several columns of numbers stand side by side without a column that names what they are of."""
        return len(self.values) > 1 and not self.categories


def columns_of(path: str | PathLike[str]) -> Columns:
    """Look at the file. No columns where it cannot be read here: the assistant then says what is wrong with it."""
    try:
        frame = read_table(path)
    except Unreadable:
        return Columns((), (), (), ())
    periods: list[str] = []
    categories: list[str] = []
    values: list[str] = []
    for name in map(str, frame.columns):
        column = frame[name]
        numeric = column.dtype.kind in "iuf"
        if column.dtype.kind == "M" or (_is_part_of_a_date(name) if numeric else nearly_all(column, _is_period)):
            periods.append(name)
        else:
            (values if numeric else categories).append(name)
    return Columns(tuple(map(str, frame.columns)), tuple(periods), tuple(categories), tuple(values))


def _is_period(value: Any) -> bool:
    return bool(_PERIOD.fullmatch(str(value).strip()))


def settled(columns: Columns, given: Roles) -> Roles:
    """The roles with each name as it stands in the file. NeedsRoles where one is unknown, or where one is needed."""
    if not columns.names:
        return given
    period = _known("--period", given.period, columns.names)
    loose = columns.is_wide
    category = given.category if loose else _known("--category", given.category, columns.names)
    value = given.value if loose else _known("--value", given.value, columns.names)
    dates = [name for name in columns.periods if not _is_part_of_a_date(name)]
    if not period and len(dates) > 1:
        raise NeedsRoles(_which("--period", dates))
    if not period and not columns.periods and not columns.categories and not category:
        names = list(columns.names)
        raise NeedsRoles(
            say(
                f"기간이나 항목이 될 열을 찾지 못했습니다. 열: {', '.join(names)}. "
                f'예: --period "{names[0]}" 또는 --category "{names[0]}"',
                f"No column looks like periods or categories. Columns: {', '.join(names)}. "
                f'For instance: --period "{names[0]}" or --category "{names[0]}"',
            )
        )
    return replace(given, period=period, category=category, value=value)


def _is_part_of_a_date(name: str) -> bool:
    """True for the name of a column of years or the like, which only together with another makes a period."""
    return bool(re.fullmatch(r"\s*(year|fy|연도|년도|년|年|month|월|quarter|분기)\s*", name, re.I))


def _known(option: str, name: str, names: tuple[str, ...]) -> str:
    """The column that a name means, whatever its case; NeedsRoles for none."""
    same = [known for known in names if known.strip().casefold() == name.strip().casefold()]
    if not name or same:
        return same[0] if name else ""
    close = get_close_matches(name, names, n=1)
    hint = say(f" 혹시 “{close[0]}”인가요?", f" Did you mean “{close[0]}”?") if close else ""
    raise NeedsRoles(
        say(
            f"{option}: “{name}” 열이 없습니다.{hint} 열: {', '.join(names)}",
            f"{option}: there is no column “{name}”.{hint} Columns: {', '.join(names)}",
        )
    )


def _which(option: str, names: list[str]) -> str:
    listed = ", ".join(names)
    return say(
        f'기간으로 볼 수 있는 열이 {len(names)}개입니다: {listed}. 어느 것인지 알려 주세요. 예: {option} "{names[0]}"',
        f"{len(names)} columns could hold the periods: {listed}. Please say which one. "
        f'For instance: {option} "{names[0]}"',
    )


def remarks(columns: Columns, roles: Roles) -> list[str]:
    """What the assistant will choose by itself, one sentence each, so that the reader can choose otherwise."""
    found = []
    if not roles.value and len(columns.values) > 1 and not columns.is_wide:
        listed = ", ".join(columns.values)
        found.append(
            say(
                f"값이 될 수 있는 열: {listed}. 하나를 고르려면 --value",
                f"Columns of values: {listed}. To choose one: --value",
            )
        )
    if not roles.category and len(columns.categories) > 1:
        listed = ", ".join(columns.categories)
        found.append(
            say(
                f"항목이 될 수 있는 열: {listed}. 하나를 고르려면 --category",
                f"Columns of categories: {listed}. To choose one: --category",
            )
        )
    return found
