"""What is in a table: which columns are periods, measures and categories, and whether it is wide or long.

The code interpreter prints each column's type and values; everything else is concluded here from that.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from . import cycles
from .asked_names import MEASURED, asked_kind, asked_measure
from .names import concept_of, core, mentioned_concepts
from .periods import (
    GRAIN_NAMES,
    Periods,
    date_format,
    find_periods,
    is_month_number,
    is_quarter_number,
    is_year,
    quarter_notation,
    quoted,
)
from .reading import Reading, sheet_lines
from .roles import column_for, roles_in
from .vocabulary import CONCEPTS, KIND_CONCEPTS, SUBJECTS

_MAX_VALUES = 60
_TOTAL = re.compile(r"합계|총계|소계|전체|계|(grand |sub)?total|sum|all|合计|总计", re.I)
_CLASS = re.compile(
    r"학년|학급|^반$|호선|등급|단계|차수|회차|라운드|코스|\b(round|level|tier|class|cluster|cohort|zone|gate|ward|group)\b|"
    r"\b(status|status[ _]code|http)\b|"
    r"상태|응답\s?코드|状态",
    re.I,
)
# Columns that are hours of the day or days of the week, which are one measure set side by side.
_TIMES_OF = re.compile(
    r"\d{1,2}\s?(?:시(?:간대)?|:00|h|时|点)(?:\s?[-~]\s?\d{1,2}\s?(?:시|:00|h|时|点)?)?|[월화수목금토일](?:요일)?|"
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:周|星期)[一二三四五六日天]",
    re.I,
)
_IDENTIFIER = re.compile(r"(^|[_\s])(id|no|index|idx|code|zip|key)$|번호$|코드$|^unnamed|编号$", re.I)
_UNITS = (
    r"원|천원|만원|백만원|억원|달러|유로|元|円|%|명|개|건|대|회|권|병|잔|장|점|시간|분|초|톤|"
    r"kg|g|t|km|m|cm|mm|L|ml|kWh|MWh|㎡|ha|℃|°C|USD|EUR|KRW|[€$]"
)
_MONEY = re.compile(rf"\(?[-+−]?\s?[₩$€£¥￦]?\s?[-+−]?\d[\d,]*(\.\d+)?\s?({_UNITS})?\)?")
# Units as they stand behind a number; the signs of money stand before it.
_WRITTEN_UNITS = frozenset(_UNITS.split("|")) - {"[€$]"}


@dataclass(frozen=True)
class Column:
    """One column: its type (number, text, date), how many values differ and are missing, and up to 60 of them."""

    name: str
    kind: str
    distinct: int
    missing: int
    values: tuple[str, ...]

    @property
    def written_number(self) -> bool:
        """True where numbers are written as text: "1,200", "₩3,000", "12%"."""
        numbers = [value for value in self.values if value.strip() not in ("", "-", "N/A", "n/a")]
        return self.kind == "text" and bool(numbers) and all(_MONEY.fullmatch(value.strip()) for value in numbers)


@dataclass(frozen=True)
class Table:
    """A table that has been looked at.

    `series` are the columns of a wide table that are the same thing for different products; `series_name` is what
    those are called ("제품") and `value_name` what is measured ("매출"). A long table has no series. `labels` are the
    columns that name each single row (a student, a film). `period_columns` are the columns of a table that has a column
    for each year or month; it is melted into a long one. `unit` is what the user has called the unit of the values.
    """

    reading: Reading
    rows: int
    columns: tuple[Column, ...]
    periods: Periods | None
    measures: tuple[str, ...]
    categories: tuple[str, ...]
    labels: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    series_name: str = ""
    value_name: str = ""
    period_columns: tuple[str, ...] = ()
    unit: str = ""

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    def values(self, name: str) -> tuple[str, ...]:
        """The distinct values of a category, or the series of a wide table."""
        if name == self.series_name and self.series:
            return self.series
        if cycles.kind_of(name) and name not in self._by_name:
            return cycles.values_of(name)
        return tuple(v for v in self._by_name[name].values if not _is_total(v)) if name in self._by_name else ()

    def written_unit(self, name: str) -> str | None:
        """The unit that stands behind every number of a measure ("1,200원", "93%"); None where there is none."""
        names = self.period_columns if self.period_columns and name == self.value_name else (name,)
        values = [v.strip() for one in names if one in self._by_name for v in self._by_name[one].values]
        units = {found[1] for v in values if (found := re.search(r"\d\s?([^\d\s().,-]{1,3})\)?$", v))}
        return units.pop() if len(units) == 1 and units <= _WRITTEN_UNITS else None

    def is_number(self, name: str) -> bool:
        """True for a column whose values pandas holds as numbers, also where they only name a class."""
        return name in self._by_name and (self._by_name[name].kind == "number" or name in self.measures)

    @property
    def groups(self) -> tuple[str, ...]:
        """Everything that can be grouped by, apart from periods."""
        return (self.series_name, *self.categories) if self.series else self.categories

    @property
    def period_labels(self) -> tuple[str, ...]:
        """The periods of a table whose months or quarters have no year, as they are written."""
        if self.period_columns or self.periods is None:
            return self.period_columns
        return self._by_name[self.periods.columns[0]].values if self.periods.columns[0] in self._by_name else ()

    @cached_property
    def cycles(self) -> tuple[str, ...]:
        """The cycles that can be had of its dates: weekday, daytype, hour, month, quarter."""
        column = self._by_name.get(self.periods.columns[0]) if self.periods else None
        times = [found[1] for value in column.values if (found := re.search(r"(\d\d:\d\d)", value))] if column else []
        return cycles.possible(self.periods, any(time != "00:00" for time in times))

    def lines(self, language: str) -> list[str]:
        """Python that leaves the clean table in `df`: read, numbers made of text, rows of totals dropped."""
        lines = self.reading.lines()
        if any(column.name != column.name.strip() for column in self.columns):
            lines.append("df.columns = df.columns.str.strip()")
        for column in self.columns:
            name = quoted(column.name.strip())
            if column.written_number and self._is_measure(column.name.strip()):
                signs = "".join(
                    f'.str.replace("{sign}", "-")' for sign in ("−", "(") if any(sign in v for v in column.values)
                )
                lines.append(
                    f"df[{name}] = pd.to_numeric(df[{name}].astype(str){signs}"
                    '.str.replace(r"[^0-9.-]", "", regex=True),'
                    ' errors="coerce")'
                )
            totals = [v for v in column.values if _is_total(v)]
            if totals and len(column.values) > len(totals) + 1 and column.kind == "text":
                comment = {"ko": "합계 행은 뺍니다", "en": "leave out rows of totals", "zh": "去掉合计行"}[language]
                lines.append(f"df = df[~df[{name}].isin({json.dumps(totals, ensure_ascii=False)})]  # {comment}")
        if self.period_columns and self.periods:
            keys, columns = (
                "[" + ", ".join(map(quoted, names)) + "]" for names in (self.categories, self.period_columns)
            )
            names = f"var_name={quoted(self.periods.columns[0])}, value_name={quoted(self.value_name)}"
            wide = f"df = df.melt(id_vars={keys}, value_vars={columns}, {names})"
            lines += [wide] if len(wide) < 118 else [f"columns = {columns}", wide.replace(columns, "columns")]
        return lines

    def _is_measure(self, name: str) -> bool:
        return name in self.measures or name in self.series or name in self.period_columns


def look_code(reading: Reading, language: str) -> str:
    """Code that shows the head of a table and prints what the tutor has to know about each column."""
    comment = {
        "ko": "# 열마다 자료형, 서로 다른 값의 수, 빈칸의 수, 값의 보기",
        "en": "# For each column: type, distinct values, missing values, examples",
        "zh": "# 每列的类型、不同值的个数、缺失值的个数和示例",
    }[language]
    sheets = sheet_lines(reading) if reading.kind == "excel" and not reading.sheet and not reading.skip else []
    return f"""import json

import pandas as pd

{chr(10).join([*sheets, *reading.lines()])}
print(df.shape)
print(df.head().to_string())

{comment}
columns = []
for name in df.columns:
    values = df[name].dropna()
    columns.append({{
        "name": name,
        "type": str(df[name].dtype),
        "distinct": int(values.nunique()),
        "missing": int(df[name].isna().sum()),
        "values": [str(value)[:40] for value in values.unique()[:{_MAX_VALUES}]],
    }})
found = {{"file": {json.dumps(reading.filename, ensure_ascii=False)}, "rows": len(df), "columns": columns}}
print("LOOK:", json.dumps(found, ensure_ascii=False))
"""


def table_from(reading: Reading, look: dict[str, Any], said: Sequence[str]) -> Table:
    """The table behind a look. `said` are the user's words, newest first, which may tell what a wide table holds."""
    columns = tuple(
        Column(c["name"], _kind(c["type"]), c["distinct"], c["missing"], tuple(c["values"]))
        for c in look["columns"][:80]
    )
    roles, names = roles_in(said), [c.name.strip() for c in columns]
    told = {role: column_for(getattr(roles, role), names) for role in ("period", "category", "value")}
    periods = find_periods(
        [
            (c.name.strip(), c.kind, [v for v in c.values if not _is_total(v)])
            for c in columns
            if not _empty(c) and told["period"] in ("", c.name.strip())
        ]
    )
    taken = set(periods.columns) if periods else set()
    measures: list[str] = []
    categories: list[str] = []
    labels: list[str] = []
    for column in columns:
        name = column.name.strip()
        if name in taken or _empty(column):
            continue
        if name in (told["category"], told["value"]):
            (categories if name == told["category"] else measures).append(name)
            continue
        if column.kind == "date":
            continue
        if column.kind == "number" or column.written_number:
            identifies = _numbers_rows(column, look["rows"]) or (
                _IDENTIFIER.search(name) and (column.kind != "number" or column.distinct >= look["rows"] * 0.9)
            )
            if _is_class(column, look["rows"]):
                categories.append(name)
            elif not identifies and not (_is_total(name) and len(columns) > 3):
                measures.append(name)
        elif column.kind == "text" and column.distinct <= max(12, min(1000, look["rows"] * 0.5)):
            categories.append(name)
        elif column.kind == "text" and not column.written_number:
            labels.append(name)
    if told["value"]:
        measures = [told["value"]]
    if told["category"]:
        categories = [told["category"]]
    found = Table(
        Reading(**vars(reading)),
        look["rows"],
        columns,
        periods,
        tuple(measures),
        tuple(categories),
        tuple(labels),
        unit=roles.unit,
    )
    wide = _widen(found, said)
    if not wide.series:
        return wide
    # Of a wide table the user's words name what its columns are and what they hold.
    return _replace(
        wide,
        series_name=wide.series_name if told["category"] or not roles.category else roles.category,
        value_name=roles.value or wide.value_name,
    )


def _numbers_rows(column: Column, rows: int) -> bool:
    """True for a column that only counts its rows: 1, 2, 3, ... or 1001, 1002, ..."""
    if column.kind != "number" or column.distinct != rows or rows < 20 or concept_of(column.name):
        return False
    numbers = [float(value) for value in column.values]
    return (numbers[0] in (0, 1) or numbers[0] >= 100) and all(b - a == 1 for a, b in pairwise(numbers))


def _is_class(column: Column, rows: int) -> bool:
    """True for numbers that only name a class: 학년 1 to 3, level 1 to 5, line 1 to 9."""
    return (
        column.kind == "number"
        and bool(_CLASS.search(column.name.strip()))
        and column.distinct <= 12
        and column.distinct * 2 <= rows
        and all(re.fullmatch(r"\d{1,3}(\.0)?", value) for value in column.values)
    )


def _widen(table: Table, said: Sequence[str]) -> Table:
    """Recognises a wide table: several columns that are one measure for several products (or for several years)."""
    measures = table.measures
    if len(measures) < 2:
        return table
    language = "ko" if re.search("[가-힣]", "".join((*said, *measures))) else "en"
    value = _named_value(said, measures, table.reading.filename)
    if value in (known for name in table.categories for known in table.values(name)):
        value = ""
    value = value or _end_of_filename(table, said) or _measure_of_file(table.reading.filename, language)
    if table.periods is None and (table.categories or table.labels) and (melted := _melted(table, value, language)):
        return melted
    if len(measures) > 2 and table.periods is None and all(_TIMES_OF.fullmatch(name) for name in measures):
        hours = all(re.match(r"\d", name) for name in measures)
        named = {"ko": ("요일", "시간대"), "en": ("weekday", "hour")}[language][hours]
        value = value or {"ko": "값", "en": "value"}[language]
        keys = (*table.categories, *table.labels)
        return _replace(
            table, measures=(), series=measures, series_name=named, value_name=value, categories=keys, labels=()
        )
    shared = _shared_words(measures)
    spoken = {concept_of(name) for name in measures}
    kinds = spoken & {*MEASURED, "margin", "age"}
    other = spoken - {None, *KIND_CONCEPTS, *SUBJECTS}
    kinds |= other if len(other) > 1 else set()
    shares = {
        bool(c.written_number and c.values and c.values[0].strip().endswith("%"))
        for c in table.columns
        if c.name.strip() in measures
    }
    if len(shares) > 1:
        return table
    if table.categories or (kinds and not (len(kinds) == 1 and shared)) or len(measures) > 30:
        return table
    if table.periods is None:
        return table
    value = shared or value or {"ko": "값", "en": "value"}[language]
    usual = {"ko": "제품", "en": "product"}[language] if _sells(value) else {"ko": "항목", "en": "series"}[language]
    kind = next((word for text in said if (word := asked_kind(text))), usual)
    return _replace(table, measures=(), series=measures, series_name=kind, value_name=value)


def _end_of_filename(table: Table, said: Sequence[str]) -> str:
    """The last word of the file's name, where the reader calls the values so: 판매대수 of 대리점_판매대수.xlsx."""
    words = [w for w in re.split(r"[_\s-]+", re.sub(r"\.\w+$", "", table.reading.filename)) if not w.isdigit()]
    last = words[-1] if words else ""
    spoken = len(last) > 1 and any(last in text.replace(table.reading.filename, " ") for text in said)
    return last if spoken and last not in table.categories and concept_of(last) is None else ""


def _named_value(said: Sequence[str], names: Sequence[str], filename: str) -> str:
    """What the reader calls the values. Profit and cost are no names for them where another word was said before,
    or where the file's own name tells.
    """
    words = [word for text in said if (word := asked_measure([text], names))]
    plain = [word for word in words if concept_of(word) not in ("profit", "cost", "margin")]
    told = set(mentioned_concepts(filename)) & set(MEASURED)
    return next(iter(plain or ([] if told else words)), "")


def _melted(table: Table, value: str, language: str) -> Table | None:
    """The table in its long form, where its columns are years, quarters or months; None where they are not."""
    for grain, fits in (
        ("year", lambda names: is_year("year", names, True)),
        ("quarter", quarter_notation),
        ("month", date_format),
        ("month", lambda names: is_month_number("", names)),
        ("quarter", lambda names: is_quarter_number("", names)),
    ):
        columns = tuple(
            name for name in table.measures if fits([name]) or (grain == "year" and is_year("year", [name], False))
        )
        if len(columns) < 2 or not fits(columns):
            continue
        name = "year" if grain == "year" else GRAIN_NAMES[language][grain]
        periods = find_periods([(name, "text", columns)])
        value = value or {"ko": "값", "en": "value"}[language]
        keys = (*table.categories, *table.labels)
        return _replace(
            table,
            periods=periods,
            measures=(value,),
            categories=keys,
            labels=(),
            value_name=value,
            period_columns=columns,
        )
    return None


def _measure_of_file(filename: str, language: str) -> str:
    """The usual word, in a language, for what the name of a file says: 매출 for sales.csv with Korean columns."""
    foreign = re.compile("[가-힣]" if language == "ko" else "[a-z]")
    said = mentioned_concepts(filename)
    for concept in MEASURED:
        if concept in said:
            return min(CONCEPTS[concept], key=lambda word: not foreign.search(word))
    return ""


def _sells(value: str) -> bool:
    return concept_of(value) in ("revenue", "quantity", "profit", "orders")


def _replace(table: Table, **changes: Any) -> Table:
    fields = {name: getattr(table, name) for name in Table.__dataclass_fields__}
    return Table(**{**fields, **changes})


def _shared_words(names: tuple[str, ...]) -> str:
    """The words that all names share and that say what is measured: "매출" of "A 매출" and "B 매출"."""
    split = [re.split(r"[\s_\-]+", core(name)) for name in names]
    shared = [word for word in split[0] if all(word in words for words in split)]
    return " ".join(word for word in shared if concept_of(word) in MEASURED)


def _kind(dtype: str) -> str:
    if dtype.startswith(("int", "float", "Int", "Float", "uint")):
        return "number"
    return "date" if dtype.startswith("datetime") else "text"


def _empty(column: Column) -> bool:
    return column.distinct == 0


def _is_total(text: str) -> bool:
    return bool(_TOTAL.fullmatch(text.strip()))
