"""What is in a table: which columns are periods, measures and categories, and whether it is wide or long.

The code interpreter prints each column's type and values; everything else is concluded here from that.
"""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from .names import CONCEPTS, concept_of, core
from .periods import Periods, find_periods, is_year, quarter_notation, quoted
from .reading import Reading

_MAX_VALUES = 60
_TOTAL = re.compile(r"합계|총계|소계|전체|계|(grand |sub)?total|sum|all|合计|总计", re.I)
_IDENTIFIER = re.compile(r"(^|[_\s])(id|no|index|idx|code|zip|key)$|번호$|코드$|^unnamed|编号$", re.I)
_MONEY = re.compile(
    r"\(?[-+−]?\s?[₩$€£¥￦]?\s?[-+−]?\d[\d,]*(\.\d+)?\s?(원|만원|억원|달러|元|円|€|\$|%|개|명|건|kg|USD|EUR|KRW)?\)?"
)


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
    those are called ("제품") and `value_name` what is measured ("매출"). A long table has no series.
    """

    reading: Reading
    rows: int
    columns: tuple[Column, ...]
    periods: Periods | None
    measures: tuple[str, ...]
    categories: tuple[str, ...]
    series: tuple[str, ...] = ()
    series_name: str = ""
    value_name: str = ""
    year_columns: bool = False

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    def values(self, name: str) -> tuple[str, ...]:
        """The distinct values of a category, or the series of a wide table."""
        if name == self.series_name and self.series:
            return self.series
        return tuple(v for v in self._by_name[name].values if not _is_total(v)) if name in self._by_name else ()

    @property
    def groups(self) -> tuple[str, ...]:
        """Everything that can be grouped by, apart from periods."""
        return (self.series_name, *self.categories) if self.series else self.categories

    def lines(self, language: str) -> list[str]:
        """Python that leaves the clean table in `df`: read, numbers made of text, rows of totals dropped."""
        lines = self.reading.lines()
        if any(column.name != column.name.strip() for column in self.columns):
            lines.append("df.columns = df.columns.str.strip()")
        for column in self.columns:
            name = quoted(column.name.strip())
            if column.written_number and self._is_measure(column.name.strip()):
                lines.append(
                    f'df[{name}] = pd.to_numeric(df[{name}].astype(str).str.replace(r"[^0-9.-]", "", regex=True),'
                    ' errors="coerce")'
                )
            totals = [v for v in column.values if _is_total(v)]
            if totals and len(column.values) > len(totals) + 1 and column.kind == "text":
                comment = {"ko": "합계 행은 뺍니다", "en": "leave out rows of totals", "zh": "去掉合计行"}[language]
                lines.append(f"df = df[~df[{name}].isin({json.dumps(totals, ensure_ascii=False)})]  # {comment}")
        if self.year_columns:
            keys = ", ".join(quoted(name) for name in self.categories)
            lines.append(f'df = df.melt(id_vars=[{keys}], var_name="year", value_name={quoted(self.value_name)})')
        return lines

    def _is_measure(self, name: str) -> bool:
        return name in self.measures or name in self.series


def look_code(reading: Reading, language: str) -> str:
    """Code that shows the head of a table and prints what the tutor has to know about each column."""
    comment = {
        "ko": "# 열마다 자료형, 서로 다른 값의 수, 빈칸의 수, 값의 보기",
        "en": "# For each column: type, distinct values, missing values, examples",
        "zh": "# 每列的类型、不同值的个数、缺失值的个数和示例",
    }[language]
    return f"""import json

import pandas as pd

{chr(10).join(reading.lines())}
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


def table_from(reading: Reading, look: dict[str, Any], hints: str) -> Table:
    """The table behind a look. `hints` is text (the file's name, the question) that may say what a wide table holds."""
    columns = tuple(
        Column(c["name"], _kind(c["type"]), c["distinct"], c["missing"], tuple(c["values"]))
        for c in look["columns"][:80]
    )
    periods = find_periods(
        [(c.name.strip(), c.kind, [v for v in c.values if not _is_total(v)]) for c in columns if not _empty(c)]
    )
    taken = set(periods.columns) if periods else set()
    measures, categories = [], []
    for column in columns:
        name = column.name.strip()
        if name in taken or _empty(column) or column.kind == "date":
            continue
        if column.kind == "number" or column.written_number:
            identifies = _IDENTIFIER.search(name) and (column.kind != "number" or column.distinct >= look["rows"] * 0.9)
            if not identifies and not (_is_total(name) and len(columns) > 3):
                measures.append(name)
        elif column.kind == "text" and column.distinct <= max(12, min(200, look["rows"] * 0.8)):
            categories.append(name)
    found = Table(Reading(**vars(reading)), look["rows"], columns, periods, tuple(measures), tuple(categories))
    return _widen(found, hints)


def _widen(table: Table, hints: str) -> Table:
    """Recognises a wide table: several columns that are one measure for several products (or for several years)."""
    measures = table.measures
    if len(measures) < 2:
        return table
    language = "ko" if re.search("[가-힣]", hints + "".join(measures)) else "en"
    value = next((words[0] for words in _value_words(language) if any(w in hints.casefold() for w in words)), "")
    years = table.periods is None and (is_year("year", measures, True) or quarter_notation(measures))
    if years and table.categories:
        periods = find_periods([("year", "text", measures)])
        value = value or {"ko": "값", "en": "value"}[language]
        return _replace(table, periods=periods, measures=(value,), value_name=value, year_columns=True)
    shared = _shared_words(measures)
    kinds = {concept_of(name) for name in measures}
    if table.categories or (kinds - {None} and not (len(kinds) == 1 and shared)) or len(measures) > 30:
        return table
    if table.periods is None:
        return table
    value = shared or value or {"ko": "값", "en": "value"}[language]
    name = {"ko": "제품", "en": "product"}[language] if _sells(value) else {"ko": "항목", "en": "series"}[language]
    return _replace(table, measures=(), series=measures, series_name=name, value_name=value)


def _value_words(language: str) -> list[list[str]]:
    """The words for each concept with that of the language first."""
    foreign = re.compile("[가-힣]" if language == "ko" else "[a-z]")
    return [sorted(words, key=lambda w: not foreign.search(w)) for key, words in CONCEPTS.items() if key in _MEASURED]


_MEASURED = (
    "revenue",
    "cost",
    "profit",
    "quantity",
    "customers",
    "visitors",
    "orders",
    "temperature",
    "rain",
    "energy",
    "population",
    "score",
    "budget",
    "salary",
    "price",
    "rating",
)


def _sells(value: str) -> bool:
    return concept_of(value) in ("revenue", "quantity", "profit", "orders")


def _replace(table: Table, **changes: Any) -> Table:
    fields = {name: getattr(table, name) for name in Table.__dataclass_fields__}
    return Table(**{**fields, **changes})


def _shared_words(names: tuple[str, ...]) -> str:
    """The words that all names share and that say what is measured: "매출" of "A 매출" and "B 매출"."""
    split = [re.split(r"[\s_\-]+", core(name)) for name in names]
    shared = [word for word in split[0] if all(word in words for words in split)]
    return " ".join(word for word in shared if concept_of(word) in _MEASURED)


def _kind(dtype: str) -> str:
    if dtype.startswith(("int", "float", "Int", "Float", "uint")):
        return "number"
    return "date" if dtype.startswith("datetime") else "text"


def _empty(column: Column) -> bool:
    return column.distinct == 0


def _is_total(text: str) -> bool:
    return bool(_TOTAL.fullmatch(text.strip()))
