"""Periods in tables: in which columns they stand, in which notation, and the pandas that makes them sortable."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

# From fine to coarse.
GRAINS = ("day", "week", "month", "quarter", "year")
GRAIN_NAMES = {
    "ko": {"day": "날짜", "week": "주", "month": "월", "quarter": "분기", "year": "연도"},
    "en": {"day": "date", "week": "week", "month": "month", "quarter": "quarter", "year": "year"},
    "zh": {"day": "日期", "week": "周", "month": "月份", "quarter": "季度", "year": "年份"},
}

# How quarters are recognised, and the simpler pattern and replacement that are enough once they are.
_YEAR_FIRST = (r"\D*(\d{4})\D+([1-4])\D*", r"\1-Q\2")
_SHORT_YEAR_FIRST = (r"\D*(\d{2})\D+([1-4])\D*", r"20\1-Q\2")
_YEAR_LAST = (r"\D*([1-4])\D+(\d{4})", r"\2-Q\1")
_SHORT_YEAR_LAST = (r"\D*([1-4])\D+(\d{2})", r"20\2-Q\1")
_QUARTERS = (
    (r"(\d{4})-Q([1-4])", ("", "")),
    (r"(\d{4})\D*[-_/ .]?\s*Q\s?([1-4])", _YEAR_FIRST),
    (r"(\d{4})\D*([1-4])\s?(?:Q|분기|季度|季)", _YEAR_FIRST),
    (r"\D{0,2}(\d{2})\D*([1-4])\s?(?:Q|분기|季度)", _SHORT_YEAR_FIRST),
    (r"(?:Q|제|第)?\s?([1-4])\s?(?:Q|분기|季度)?[-_/ ,.']+(?:FY)?(\d{4})", _YEAR_LAST),
    (r"Q([1-4])[-_/ ,.']+(\d{2})", _SHORT_YEAR_LAST),
    (r"([1-4])Q'?(\d{2})", _SHORT_YEAR_LAST),
    (r"([1-4])Q'?(\d{4})", _YEAR_LAST),
)
_MONTH_FORMATS = (
    "%Y-%m",
    "%Y/%m",
    "%Y.%m",
    "%Y년 %m월",
    "%Y년%m월",
    "%Y年%m月",
    "%Y%m",
    "%b %Y",
    "%B %Y",
    "%b-%y",
    "%b-%Y",
    "%Y-%b",
    "%Y %b",
    "%m/%Y",
    "%Y-%m월",
    "%y.%m",
    "%y년 %m월",
    "%Y. %m",
    "%Y. %m.",
    "%b %y",
    "%b'%y",
)
_DATE_FORMATS = (
    "%Y-%m-%d",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%dT%H:%M:%SZ",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y.%m.%d %H:%M",
    "%m/%d/%Y %H:%M",
    "%d/%m/%Y %H:%M",
    "%d.%m.%Y %H:%M",
    "%d-%m-%Y %H:%M",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y.%m.%d.",
    "%Y/%m/%d %H시",
    "%Y-%m-%d %H시",
    "%Y. %m. %d",
    "%Y. %m. %d.",
    "%Y%m%d",
    "%Y년 %m월 %d일",
    "%Y年%m月%d日",
    "%m/%d/%Y",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%d-%m-%Y",
    "%d %b %Y",
    "%d %B %Y",
    "%b %d, %Y",
    "%B %d, %Y",
    "%y-%m-%d",
    "%y.%m.%d",
    "%y/%m/%d",
)
# Weeks of the ISO calendar: 2024-W05, 2024W5, 2024년 5주차, 2024年第5周; and with the year behind: W05 2024.
_ISO_WEEKS = (
    (r"((?:19|20)\d{2})\s?(?:-|년|年)?\s?(?:W|CW|KW|week |第)?\s?(\d{1,2})\s?(?:주차?|周)?", r"\1-\2"),
    (r"(?:W|CW|KW|week )\s?(\d{1,2})[-/ ,]+((?:19|20)\d{2})", r"\2-\1"),
)
_YEAR_NAME = re.compile(r"year|연도|년도|^년$|年|jahr|fiscal", re.I)
_QUARTER_NAME = re.compile(r"quarter|qtr|^q$|분기|季", re.I)
_MONTH_NAME = re.compile(r"month|^월$|월별|月|monat", re.I)
_DATE_NAME = re.compile(r"date|연월|년월|yyyymm|날짜|일자|기간|period|日期|年月", re.I)


@dataclass(frozen=True)
class Periods:
    """Where the periods of a table come from.

    `kind` is date, quarter, year, year+quarter, year+month, or label (periods without a year, in the file's order).
    `notation` is the date format, or the pattern and replacement of a quarter or of a week of the ISO calendar;
    `grain` the finest that can be had.
    """

    kind: str
    columns: tuple[str, ...]
    grain: str
    notation: tuple[str, ...] = ()

    def grains(self) -> tuple[str, ...]:
        """Every grain that can be had, from fine to coarse."""
        return (self.grain,) if self.kind == "label" else GRAINS[GRAINS.index(self.grain) :]

    def column(self, grain: str, language: str) -> str:
        """The name of the column that `lines` makes."""
        if self.kind == "label":
            return self.columns[0]
        own = self.kind == "quarter" and grain == "quarter" and self._canonical
        name = self.columns[0] if own else GRAIN_NAMES[language][grain]
        # A column that is read by a rule for years that stand last has to stay as it is for the coarser periods too.
        year_last = self.kind == "quarter" and self.notation[1:2] in ((_YEAR_LAST[1],), (_SHORT_YEAR_LAST[1],))
        if (self.kind == "date" or year_last) and name == self.columns[0]:
            return {"ko": "기간", "en": "period", "zh": "期间"}[language]  # the dates must stay as they are
        return name

    @property
    def _iso_weeks(self) -> bool:
        return self.kind == "date" and len(self.notation) == 2

    @property
    def _canonical(self) -> bool:
        return self.kind == "quarter" and self.notation == ("", "")

    def lines(self, grain: str, language: str) -> list[str]:
        """Python that adds the period column to `df`: 2024, 2024-Q3, 2024-07 or 2024-07-31 as sortable text."""
        target = f"df[{quoted(self.column(grain, language))}]"
        source = f"df[{quoted(self.columns[0])}]"
        if self.kind == "label" or (target == source and self._canonical):
            return []
        if self.kind == "year" and self.notation:
            return [f'{target} = "20" + {source}.astype(str).str.extract(r"(\\d{{2}})", expand=False)']
        if self.kind == "year":
            return [f"{target} = {source}.astype(str).str.extract(r'(\\d{{4}})', expand=False)"]
        if self.kind == "quarter":
            return self._quarter_lines(source, target, grain)
        if self.kind == "year+quarter":
            year = f"{source}.astype(str).str[:4]"
            if grain == "year":
                return [f"{target} = {year}"]
            number = f"df[{quoted(self.columns[1])}].astype(str).str.extract(r'([1-4])', expand=False)"
            return [f'{target} = {year} + "-Q" + {number}']
        if self.kind == "year+month":
            year = f"{source}.astype(str).str[:4]"
            if grain == "year":
                return [f"{target} = {year}"]
            number = f"df[{quoted(self.columns[1])}].astype(str).str.extract(r'(\\d+)', expand=False)"
            if grain == "month":
                return [f'{target} = {year} + "-" + {number}.str.zfill(2)']
            return [f'{target} = {year} + "-Q" + ((({number}.astype(int) - 1) // 3) + 1).astype(str)']
        return self._date_lines(source, target, grain)

    def _quarter_lines(self, source: str, target: str, grain: str) -> list[str]:
        if self._canonical:
            return [f"{target} = {source}.str[:4]"]
        pattern, new = self.notation
        new = new if grain == "quarter" else new.partition("-Q")[0]
        return [f"{target} = {source}.str.strip().str.replace(r'{pattern}', r'{new}', regex=True)"]

    def _date_lines(self, source: str, target: str, grain: str) -> list[str]:
        parts = {
            "day": 'dates.dt.strftime("%Y-%m-%d")',
            "week": 'dates.dt.to_period("W").dt.start_time.dt.strftime("%Y-%m-%d")',
            "month": 'dates.dt.strftime("%Y-%m")',
            "quarter": 'dates.dt.year.astype(str) + "-Q" + dates.dt.quarter.astype(str)',
            "year": 'dates.dt.strftime("%Y")',
        }
        if self._iso_weeks and grain == "week":
            iso = (
                'dates.dt.isocalendar().year.astype(str) + "-W" + dates.dt.isocalendar().week.astype(str).str.zfill(2)'
            )
            return [self.dates_line(), f"{target} = {iso}"]
        return [self.dates_line(), f"{target} = {parts[grain]}"]

    def dates_line(self) -> str:
        """Python that leaves the dates of a date column in `dates`."""
        source = f"df[{quoted(self.columns[0])}]"
        if self._iso_weeks:
            pattern, new = self.notation
            text = f"{source}.astype(str).str.strip().str.replace(r'(?i){pattern}', r'{new}-1', regex=True)"
            return f'dates = pd.to_datetime({text}, format="%G-%V-%u")'
        form = self.notation[0] if self.notation else ""
        text = f'{source}.astype(str), format="{form}"' if form else source
        return f"dates = pd.to_datetime({text})"


def quoted(text: str) -> str:
    """A Python string literal in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def quarter_notation(values: Sequence[str]) -> tuple[str, str] | None:
    """The pattern that nearly all the values follow, with its replacement by `2024-Q3`."""
    return next((form for seen, form in _QUARTERS if _nearly_all(values, re.compile(seen, re.I).fullmatch)), None)


def date_format(values: Sequence[str]) -> tuple[str, str] | None:
    """(grain, format) of texts that are months or dates; None where they are neither."""
    for grain, formats in (("month", _MONTH_FORMATS), ("day", _DATE_FORMATS)):
        fitting = [form for form in formats if all(_parses(value, form) for value in values)]
        if fitting:
            return grain, _likely(fitting, values)
    return None


def _likely(fitting: Sequence[str], values: Sequence[str]) -> str:
    """Of "3/1" as March or as January the reading in which the dates lie together, where both can be."""
    months, days = (next((f for f in fitting if f.startswith(start)), "") for start in ("%m/%d", "%d/%m"))
    if not (months and days) or len(values) < 3:
        return fitting[0]
    read = {form: [datetime.strptime(value, form) for value in values] for form in (months, days)}
    if len({date.day for date in read[months]}) == 1 and len({date.date() for date in read[months]}) == len(values):
        return months  # one day in each month
    spans = {form: max(dates) - min(dates) for form, dates in read.items()}
    return days if spans[days] < spans[months] else months


def week_notation(values: Sequence[str]) -> tuple[str, str] | None:
    """The pattern of weeks of the ISO calendar, with its replacement by `2024-5`; None for anything else."""
    marked = [value for value in values if re.search(r"W|주|周|week", value, re.I)]
    if len(marked) < len(values):
        return None
    for pattern, new in _ISO_WEEKS:
        found = [re.fullmatch(pattern, value, re.I) for value in values]
        if all(found) and all(1 <= int(re.sub(pattern, new, v, flags=re.I)[5:]) <= 53 for v in values):
            return pattern, new
    return None


def month_of(value: str, notation: tuple[str, ...]) -> int | None:
    """The months since the year 0 of a date in its notation (of pandas' own, without one); None where it is no date."""
    try:
        date = datetime.strptime(value, notation[0]) if notation else datetime.fromisoformat(value[:10])
    except ValueError:
        return None
    return date.year * 12 + date.month


def is_year(name: str, values: Sequence[str], number: bool) -> bool:
    """True for 2021, 2022, ... and "2022년". Bare numbers must look like years throughout."""
    pattern = r"(?:FY\s?)?(19|20)\d{2}(\.0)?\s?(년|年|년도|회계연도|학년도)?|FY\s?'?\d{2}"
    if values and all(_two_years(value.strip()) for value in values):
        return True
    if not values or not all(re.fullmatch(pattern, value.strip(), re.I) for value in values):
        return False
    return not number or bool(_YEAR_NAME.search(name)) or len(values) >= 3


def _two_years(value: str) -> bool:
    """True for a season or school year: 2023/24, 2023-2024."""
    found = re.fullmatch(r"((?:19|20)\d{2})\s?[/–-]\s?((?:19|20)?\d{2})", value)
    return bool(found) and (int(found[1]) + 1) % 100 == int(found[2]) % 100  # type: ignore[index]


def month_number(word: str) -> int | None:
    """1 to 12 for "Mar", "march", "3월", "03" or "3月"; None for anything else."""
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    text = word.strip().casefold()
    if re.fullmatch(r"(0?[1-9]|1[0-2])\s?(월|月)?", text):
        return int(re.sub(r"\D", "", text))
    return names.index(text[:3]) + 1 if text[:3] in names and text.isascii() else None


def is_quarter_number(name: str, values: Sequence[str]) -> bool:
    """True for Q1 to Q4, 1분기, 第1季度; bare 1 to 4 need a name that says quarter."""
    if values and all(re.fullmatch(r"[1-4](\.0)?", value.strip()) for value in values):
        return bool(_QUARTER_NAME.search(name))
    return bool(values) and all(
        re.fullmatch(r"(Q|제|第)?\s?[1-4]\s?(Q|분기|季度|사분기|/4분기)?", value.strip(), re.I) for value in values
    )


def is_month_number(name: str, values: Sequence[str]) -> bool:
    """True for 1월, 3月, Jan; bare 1 to 12 need a name that says month."""
    if values and all(re.fullmatch(r"0?([1-9]|1[0-2])(\.0)?", value.strip()) for value in values):
        return bool(_MONTH_NAME.search(name))
    months = r"(0?([1-9]|1[0-2])\s?(월|月)|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?)"
    return bool(values) and all(re.fullmatch(months, value.strip(), re.I) for value in values)


def find_periods(columns: Sequence[tuple[str, str, Sequence[str]]]) -> Periods | None:
    """The periods of a table whose columns are given as (name, type, values); type is number, text or date."""
    year = quarter = month = None
    short: tuple[str, ...] = ()
    for name, kind, values in columns:
        texts = [value.strip() for value in values if value.strip()]
        if kind == "date":
            return Periods("date", (name,), "day")
        if not texts:
            continue
        if kind == "text" and (form := quarter_notation(texts)):
            return Periods("quarter", (name,), "quarter", form)
        if is_year(name, texts, kind == "number"):
            short = short if year else ("FY",) if not re.search(r"\d{4}", texts[0]) else ()
            year = year or name
        elif is_quarter_number(name, texts):
            quarter = quarter or name
        elif is_month_number(name, texts):
            month = month or (name, kind == "number" or not re.search("[A-Za-z]", texts[0]))
        elif kind == "text" and (weeks := week_notation(texts)):
            return Periods("date", (name,), "week", weeks)
        elif (kind == "text" or _MONTH_NAME.search(name) or _DATE_NAME.search(name)) and (dates := date_format(texts)):
            return Periods("date", (name,), dates[0], (dates[1],))
    if year and quarter:
        return Periods("year+quarter", (year, quarter), "quarter")
    if year and month and month[1]:
        return Periods("year+month", (year, month[0]), "month")
    if year:
        return Periods("year", (year,), "year", short)
    if month:
        return Periods("label", (month[0],), "month")
    return Periods("label", (quarter,), "quarter") if quarter else None


def _nearly_all(values: Sequence[str], test: Callable[[str], object]) -> bool:
    return bool(values) and sum(bool(test(value)) for value in values) >= 0.95 * len(values)


def _parses(value: str, form: str) -> bool:
    if (form == "%Y%m" and len(value) != 6) or (form == "%Y%m%d" and len(value) != 8):
        return False
    try:
        return 1900 <= datetime.strptime(value, form).year <= 2100
    except ValueError:
        return False
