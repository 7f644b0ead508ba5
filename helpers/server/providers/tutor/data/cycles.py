"""What comes round again in dates: days of the week, hours of the day, months and quarters of any year.

A cycle is grouped by like a category, under a name in the reader's language; its values keep their natural order.
"""

import re
from collections.abc import Sequence
from datetime import date

from .periods import Periods, quoted

NAMES: dict[str, dict[str, str]] = {
    "weekday": {"ko": "요일", "en": "weekday", "zh": "星期"},
    "daytype": {"ko": "주중·주말", "en": "day type", "zh": "工作日·周末"},
    "hour": {"ko": "시간대", "en": "hour", "zh": "时段"},
    "month": {"ko": "달", "en": "calendar month", "zh": "历月"},
    "half": {"ko": "반기", "en": "half", "zh": "半年"},
    "quarter": {"ko": "분기 구분", "en": "calendar quarter", "zh": "历季"},
}
_LANGUAGES = {name: (kind, language) for kind, names in NAMES.items() for language, name in names.items()}
_DAYS = {
    "ko": list("월화수목금토일"),
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "zh": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
}
_DAY_TYPES = {"ko": ["주중", "주말"], "en": ["weekday", "weekend"], "zh": ["工作日", "周末"]}
_HALVES = {"ko": ("상반기", "하반기"), "en": ("H1", "H2"), "zh": ("上半年", "下半年")}
_ASKED = [
    (
        "half",
        r"상반기.{0,20}하반기|하반기.{0,20}상반기|상[·/]?하반기|(?<![가-힣])반기별|first half\b.{0,40}\bsecond half|"
        r"\bH1\b.{0,20}\bH2\b|"
        r"\bH2\b.{0,20}\bH1\b|second half\b.{0,40}\bfirst half|\bby half\b|上半年.{0,10}下半年|下半年.{0,10}上半年",
    ),
    (
        "daytype",
        r"주중\S*\s?(와|과|vs\.?|및|,|대비|보다|/|·)\s?주말|주말\S*\s?(와|과|vs\.?|및|,|대비|보다|/|·)\s?(주중|평일)|"
        r"평일\S*\s?(와|과|vs\.?|및|,|대비|보다|/|·)\s?주말|weekends?\b.{0,40}\bweekdays?\b|weekdays?\b.{0,40}\bweekends?\b|"
        r"工作日.{0,4}周末|周末.{0,4}(工作日|平日)",
    ),
    (
        "weekday",
        r"(?<![월화수목금토일])요일|[월화수목금토일]요일별|"
        r"\bday of (the )?week\b|\bdays of the week\b|\bweekdays?\b(?!s? only)|星期几|周几|每周的?哪",
    ),
    (
        "hour",
        r"시간대|시각별|시간별|몇 시|\bhour of (the )?day\b|"
        r"\b(?:by|per|each|every|which|what|at which|and) hours?\b(?! of data)|"
        r"\bhourly\b|\btime of day\b|几点|每小时|按小时|时段",
    ),
    ("month", r"계절성|계절적|계절별|몇 월|월별 패턴|seasonal|seasonality|month of the year|calendar month|季节性"),
]
_WEEKEND = r"주말|\bweekends?\b|周末"
_WORKDAYS = r"평일|주중|\bweekdays\b|\bworking days\b|工作日"


def kind_of(name: str) -> str:
    """The kind of a cycle by the name of its column; an empty text for any other column."""
    return _LANGUAGES.get(name, ("", ""))[0]


def values_of(name: str) -> tuple[str, ...]:
    """The values of a cycle in their natural order."""
    kind, language = _LANGUAGES[name]
    if kind == "half":
        return _HALVES[language]
    if kind == "weekday":
        return tuple(_DAYS[language])
    if kind == "daytype":
        return tuple(_DAY_TYPES[language])
    if kind == "hour":
        return tuple({"ko": f"{h}시", "en": f"{h:02d}:00", "zh": f"{h}时"}[language] for h in range(24))
    if kind == "quarter":
        return tuple({"ko": f"{q}분기", "en": f"Q{q}", "zh": f"{q}季度"}[language] for q in range(1, 5))
    months = range(1, 13)
    return tuple(
        date(2000, m, 1).strftime("%B") if language == "en" else f"{m}{'월' if language == 'ko' else '月'}"
        for m in months
    )


def possible(periods: Periods | None, has_time: bool) -> tuple[str, ...]:
    """The cycles that can be had of a table's periods."""
    if periods is None:
        return ()
    if periods.kind == "label":
        return ("half",)
    had = periods.grains()
    kinds = ["quarter", "half"] if "quarter" in had else []
    kinds += ["month"] if "month" in had else []
    if periods.kind == "date" and "day" in had:
        kinds += ["weekday", "daytype", *(["hour"] if has_time else [])]
    return tuple(kinds)


def asked_cycles(text: str, kinds: Sequence[str], language: str) -> list[str]:
    """The names of the cycles that a sentence groups by, at most two; empty where it asks for none that can be had."""
    found: list[str] = []
    for kind, pattern in _ASKED:
        if re.search(pattern, text, re.I):
            if kind == "month" and ("month" not in kinds or re.search(r"분기|quarter|季度", text, re.I)):
                kind = "quarter"
            if kind in kinds and not (kind == "weekday" and found):
                found.append(NAMES[kind][language])
    return found[:2]


def asked_days(text: str, kinds: Sequence[str], language: str) -> tuple[str, tuple[str, ...]] | None:
    """(cycle, values) where a sentence keeps certain days only: "주말 매출", "on Mondays"; None for no such choice."""
    if "weekday" not in kinds:
        return None
    for pattern, place in ((_WEEKEND, 1), (_WORKDAYS, 0)):
        if re.search(pattern, text, re.I):
            return NAMES["daytype"][language], (_DAY_TYPES[language][place],)
    found = [
        _DAYS[language][n]
        for n in range(7)
        if re.search(rf"{_DAYS['ko'][n]}요일|\b{_DAYS['en'][n]}s?\b|(星期|周){'一二三四五六日'[n]}", text, re.I)
    ]
    return (NAMES["weekday"][language], tuple(found)) if found else None


def cycle_lines(name: str, periods: Periods, language: str) -> list[str]:
    """Python that adds the column of a cycle to `df`."""
    kind, spoken = _LANGUAGES[name]
    target = f"df[{quoted(name)}]"
    if kind == "half":
        first, second = (quoted(value) for value in values_of(name))
        if periods.kind == "label":
            early = r"\D*[12](?!\d)" if periods.grain == "quarter" else r"(?i:0?[1-6](?!\d)|jan|feb|mar|apr|may|jun)"
            part = f'df[{quoted(periods.columns[0])}].astype(str).str.match(r"{early}")'
            return [f"{target} = {part}.map({{True: {first}, False: {second}}})"]
        part = f'df[{quoted(periods.column("quarter", language))}].str[-1].isin(["1", "2"])'
        return [*periods.lines("quarter", language), f"{target} = {part}.map({{True: {first}, False: {second}}})"]
    if kind in ("month", "quarter"):
        grain = periods.column(kind, language)
        labels = repr(list(values_of(name))).replace("'", '"')
        return [
            *periods.lines(kind, language),
            f"labels = {labels}",
            f'{target} = df[{quoted(grain)}].str.extract(r"(\\d+)$", expand=False).astype(int).sub(1)'
            ".map(dict(enumerate(labels)))",
        ]
    if kind == "weekday":
        how = "dates.dt.day_name()" if spoken == "en" else "dates.dt.day_of_week.map(dict(enumerate(labels)))"
        names = [] if spoken == "en" else [f"labels = {list(values_of(name))!r}".replace("'", '"')]
        return [periods.dates_line(), *names, f"{target} = {how}"]
    if kind == "daytype":
        no, yes = (quoted(value) for value in values_of(name))
        return [periods.dates_line(), f"{target} = (dates.dt.day_of_week >= 5).map({{False: {no}, True: {yes}}})"]
    form = {
        "ko": 'dates.dt.hour.astype(str) + "시"',
        "en": 'dates.dt.strftime("%H:00")',
        "zh": 'dates.dt.hour.astype(str) + "时"',
    }
    return [periods.dates_line(), f"{target} = {form[spoken]}"]


def order_lines(name: str, across: bool) -> list[str]:
    """Python that puts the rows (or the columns) of `table` into the natural order of a cycle."""
    values = repr(list(values_of(name))).replace("'", '"')
    if across:
        return [f"table = table[[name for name in {values} if name in table.columns]]"]
    return [f"table = table.reindex([name for name in {values} if name in table.index])"]
