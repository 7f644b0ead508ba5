"""Dates and times of day in a sentence.

The tutor never looks at a clock: “tomorrow” becomes a date only where the instructions or the conversation tell today's
date; otherwise the words themselves are passed on. A date without its year is taken to be the one nearest to today.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..plan import add_months
from ..sums.dates import days
from .lexicon import listed

_TODAY = re.compile(
    r"(?:오늘(?:의)?(?: 날짜)?(?:은|는|이)?|현재 날짜(?:는)?|기준일(?:은)?|\btoday(?:['’]s date)?(?: is)?|"
    r"\bcurrent date(?: is)?|"
    r"\bthe date is|\bas of|今天的?(?:日期)?是?|当前日期是?)[\s:：,]*(?:\(?\w+day\)?,?\s*)?$",
    re.IGNORECASE,
)
_WEEKDAYS = ("월화수목금토일", "一二三四五六日")
_ENGLISH_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_HALVES = {
    "새벽": 0,
    "아침": 0,
    "오전": 0,
    "上午": 0,
    "早上": 0,
    "凌晨": 0,
    "오후": 12,
    "낮": 12,
    "점심": 12,
    "저녁": 12,
    "밤": 12,
}
_HALVES |= {"下午": 12, "晚上": 12, "中午": 12, "傍晚": 12, "am": 0, "pm": 12}
_HOURS = listed("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두")
_HAN_HOURS = listed("一 二 三 四 五 六 七 八 九 十 十一 十二")
_ENGLISH_HOURS = listed("one two three four five six seven eight nine ten eleven twelve")
_TIME = re.compile(
    rf"(?:(?P<half>{'|'.join(name for name in _HALVES if not name.isascii())})(?:에)?\s?)?"
    rf"(?:(?P<clock>(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:]|\.\d))|(?<![\d.])(?P<h>\d{{1,"
    rf"2}})\s?[시点點时](?!간|간대|候|间)|"
    rf"(?<![가-힣])(?P<word>{'|'.join(sorted(_HOURS, key=len, reverse=True))})\s?시(?!간|작|스|장|도)|"
    rf"(?P<han>{'|'.join(sorted([*_HAN_HOURS, '两'], key=len, reverse=True))})[点點]|"
    rf"(?<![\d.:$€£,])(?P<bare>\d{{1,2}})(?=\s?[ap]\.?m(?![A-Za-z]))|"
    rf"\b(?P<spelt>{'|'.join(_ENGLISH_HOURS)})(?=\s?(?:[ap]\.?m(?![A-Za-z])|o['’]clock))|\bat (?P<at>\d{{1,"
    rf"2}})(?=\s*(?:[,?!]|\.(?!\d)|$|on\b|and\b|for\b|with\b|every\b|tomorrow\b|today\b|"
    rf"in the (?:morning|afternoon|evening)\b))|"
    r"(?P<oclock>\b\d{1,2})(?= o['’]clock))"
    r"(?:\s?(?:(?P<m>[0-5]?\d)\s?[분分]|(?P<thirty>반|"
    r"半)(?![가-힣]차)))?(?:\s?o['’]clock)?(?:\s?(?P<ampm>[ap])\.?m(?![A-Za-z])\.?)?"
    r"(?:\s?in the (?P<part>morning|afternoon|evening))?",
    re.IGNORECASE,
)
# Nobody meets before this hour.
_EARLIEST = 6
_EARLY = re.compile(r"깨워|알람|기상|일어나|\bwake\b|\balarm\b|\bget up\b|闹钟|叫醒|起床", re.IGNORECASE)
_NAMED_TIMES = (
    (r"정오|\bnoon\b|\bmidday\b|正午", "12:00"),
    (r"자정|\bmidnight\b|午夜", "00:00"),
)


@dataclass(frozen=True)
class Moment:
    """A date, time or month in a text; `value` is ISO (2025-03-12, 15:30, 2025-03), or the words where not `sure`."""

    kind: str
    value: str
    start: int
    end: int
    sure: bool = True


def today_in(texts: Iterable[str]) -> date | None:
    """Today's date, where one of the texts tells it; the newest wins."""
    found = None
    for text in texts:
        for day in days(text):
            if day.year and day.ahead is None and _TODAY.search(text[: day.start]):
                found = date(day.year, day.month, day.day)
    return found


def dates_in(text: str, today: date | None) -> tuple[Moment, ...]:
    """Every date of the text, in order."""
    found: list[Moment] = []
    absolute = [day for day in days(text) if day.ahead is None]
    years = {day.year for day in absolute if day.year}
    for day in absolute:
        written = text[day.start : day.end]
        year = day.year or (years.copy().pop() if len(years) == 1 else None)
        if year or today:
            value = _on(day.month, day.day, year, today)
            found.append(Moment("date", value.isoformat(), day.start, day.end))
        else:
            found.append(Moment("date", written, day.start, day.end, sure=False))
    for pattern, shift in _RELATIVE:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            counted = shift(today, match) if today else None
            found.append(
                Moment(
                    "date",
                    counted.isoformat() if counted else match[0].strip(),
                    *match.span(),
                    sure=counted is not None,
                )
            )
    found.sort(key=lambda moment: (moment.start, -moment.end))
    kept: list[Moment] = []
    for moment in found:
        if not kept or moment.start >= kept[-1].end:
            kept.append(moment)
    return tuple(_with_bare_days(text, kept))


def _with_bare_days(text: str, found: list[Moment]) -> list[Moment]:
    """“4월 7일부터 9일까지”, “March 3 to 5”: the second day is in the month of the first."""
    result = []
    for moment in found:
        result += [*_day_before(text, moment), moment]
        rest = re.match(
            r"\s?(?:부터|에서|~|-|–|to|until|till|through|到|至)\s?(\d{1,2})(?:\s?[일日号]|(?:st|nd|rd|"
            r"th)?\b(?![:\d%]))",
            text[moment.end :],
        )
        if rest and moment.sure:
            first = date.fromisoformat(moment.value)
            try:
                last = first.replace(day=int(rest[1]))
            except ValueError:
                continue
            if last > first:
                result.append(Moment("date", last.isoformat(), moment.end + rest.start(1), moment.end + rest.end()))
    return result


_RANGE_BEFORE = re.compile(
    r"(?<![\d:.,/-])(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s?(?:to|until|till|through|and|[~–-])\s?(?:the )?$",
    re.IGNORECASE,
)


def _day_before(text: str, moment: Moment) -> list[Moment]:
    """“4 to 11 July”: the first day is in the month of the second."""
    before = _RANGE_BEFORE.search(text[: moment.start])
    if not before or not moment.sure or not text[moment.start].isdigit():
        return []
    last = date.fromisoformat(moment.value)
    day = int(before["day"])
    if not 0 < day < last.day:
        return []
    return [Moment("date", last.replace(day=day).isoformat(), before.start("day"), before.end("day"))]


def times_in(text: str) -> tuple[Moment, ...]:
    """Every time of day, as HH:MM. “3시” without 오전 or 오후 is in the afternoon, unless somebody is to be woken."""
    found = []
    for match in _TIME.finditer(text):
        part = match.groupdict()
        hour, minute = _clock(part)
        half = (
            part["half"]
            or (f"{part['ampm']}m" if part["ampm"] else "")
            or {"morning": "am"}.get(part["part"] or "", "pm" if part["part"] else "")
        )
        late = _HALVES.get(half.casefold()) if half else None
        if not half and not part["clock"] and 0 < hour < _EARLIEST and not _EARLY.search(text):
            hour += 12
        if (
            late == 12
            and hour < 12
            and not (half == "밤" and hour < 4)
            and not (half in {"낮", "점심", "中午"} and hour > 6)
        ):
            hour += 12
        if (late == 0 and hour == 12) or (half in {"밤", "晚上"} and hour == 24) or (half == "밤" and hour == 12):
            hour = 0
        if hour <= 24 and minute < 60:
            found.append(Moment("time", f"{hour % 24:02}:{minute:02}", match.start(), match.end()))
    for pattern, value in _NAMED_TIMES:
        found += [Moment("time", value, *match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)]
    return tuple(sorted(found, key=lambda moment: moment.start))


def _clock(part: dict[str, str | None]) -> tuple[int, int]:
    if part["clock"]:
        hours, minutes = part["clock"].split(":")
        return int(hours), int(minutes)
    minute = 30 if part["thirty"] else int(part["m"] or 0)
    if part["word"]:
        return _HOURS.index(part["word"]) + 1, minute
    if part["han"]:
        return 2 if part["han"] == "两" else _HAN_HOURS.index(part["han"]) + 1, minute
    if part["spelt"]:
        return _ENGLISH_HOURS.index(part["spelt"].casefold()) + 1, minute
    return int(part["h"] or part["bare"] or part["at"] or part["oclock"] or 0), minute


def months_in(text: str, today: date | None) -> tuple[Moment, ...]:
    """Every month of the text, as YYYY-MM where its year is known."""
    found = []
    for match in re.finditer(
        r"(?:(?P<y>\d{4})\s?[년年]\s?)?(?<!\d)(?P<m>1[0-2]|0?[1-9])\s?(?:월|月)(?!\s?\d|요일)|"
        r"(?<!\d)(?P<iso>\d{4}-(?:0[1-9]|1[0-2]))(?![-\d])",
        text,
    ):
        before = (one for one in years_in(text, today) if not text[one.end : match.start()].strip())
        said = next((int(one.value) for one in before), None)
        year = int(match["y"]) if match["y"] else said or (today.year if today else None)
        value = match["iso"] or (f"{year}-{int(match['m']):02}" if year else match[0])
        found.append(Moment("month", value, *match.span(), sure=value != match[0] or bool(match["iso"])))
    for index, name in enumerate(_ENGLISH_MONTHS, 1):
        for match in re.finditer(rf"\b{name}\b(?!\s+\d{{1,2}}\b)(?:,?\s+(?P<y>\d{{4}}))?", text, re.IGNORECASE):
            if name == "may" and not match[0][0].isupper():
                continue
            year = int(match["y"]) if match["y"] else (today.year if today else None)
            found.append(Moment("month", f"{year}-{index:02}" if year else match[0], *match.span(), sure=bool(year)))
    for pattern, ahead in (
        (r"이번 ?달|\bthis month\b|这个月|本月", 0),
        (r"지난 ?달|저번 ?달|\blast month\b|上个?月", -1),
        (r"다음 ?달|\bnext month\b|下个?月", 1),
    ):
        for match in re.finditer(pattern, text, re.IGNORECASE):
            value = add_months(today.replace(day=1), ahead).isoformat()[:7] if today else match[0]
            found.append(Moment("month", value, *match.span(), sure=today is not None))
    return tuple(found)


_YEARS = (
    (r"재작년|\b(?:the )?year before last\b|前年", -2),
    (r"(?<!재)작년|지난 ?해|\blast year\b|去年", -1),
    (r"올해|금년|이번 ?해|\bthis year\b|今年", 0),
    (r"내년|다음 ?해|\bnext year\b|明年", 1),
)


def years_in(text: str, today: date | None) -> tuple[Moment, ...]:
    """“last year” and its like, as YYYY; none where today is not known."""
    found = [
        Moment("year", str(today.year + ahead), *match.span())
        for pattern, ahead in _YEARS
        if today
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    return tuple(sorted(found, key=lambda moment: moment.start))


_ENGLISH_MONTHS = listed("january february march april may june july august september october november december")


def _on(month: int, day: int, year: int | None, today: date | None) -> date:
    if year or today is None:
        return date(year or 2000, month, day)
    near = []
    for each in (today.year - 1, today.year, today.year + 1):
        try:
            near.append(date(each, month, day))
        except ValueError:
            continue
    return min(near, key=lambda one: abs((one - today).days))


Shift = Callable[[date, re.Match[str]], date]


def _plus(number: int) -> Shift:
    return lambda today, match: today + timedelta(days=number)


def _weekday(names: Iterable[str]) -> Shift:
    listed = list(names)

    def shift(today: date, match: re.Match[str]) -> date:
        day = next(index for index, name in enumerate(listed) if match["day"].casefold().startswith(name))
        monday = today - timedelta(days=today.weekday())
        week = re.sub(r"\s", "", match["week"] or "").casefold()
        if week in {"다음주", "담주", "下周", "下星期", "next"}:
            return monday + timedelta(days=7 + day)
        if week in {"다다음주", "下下周"}:
            return monday + timedelta(days=14 + day)
        if week in {"지난주", "저번주", "上周", "上星期", "last"}:
            return monday + timedelta(days=day - 7)
        if week in {"이번주", "금주", "这周", "本周", "这星期"}:
            return monday + timedelta(days=day)
        return today + timedelta(days=(day - today.weekday()) % 7)

    return shift


def _ahead(sign: int) -> Shift:
    def shift(today: date, match: re.Match[str]) -> date:
        written = match["n"].casefold()
        number = int(written) if written.isdigit() else _COUNTS.get(written, 1)
        unit = match["unit"].casefold()
        if unit in {"개월", "달", "个月", "month", "months"}:
            return add_months(today, sign * number)
        return today + timedelta(days=sign * number * (7 if unit.startswith(("주", "周", "week", "星期")) else 1))

    return shift


_COUNTS = {word: number for number, word in enumerate(_ENGLISH_HOURS, 1)} | {
    "a": 1,
    "an": 1,
    "일": 1,
    "이": 2,
    "삼": 3,
    "한": 1,
    "두": 2,
    "세": 3,
    "一": 1,
    "两": 2,
    "三": 3,
}
_NUMBER = r"(?P<n>\d{1,3}|" + "|".join(_COUNTS) + r")"
_RELATIVE: tuple[tuple[str, Shift], ...] = (
    (r"오늘|\btoday\b|\btonight\b|今天|今晚", _plus(0)),
    (r"내일|(?<!after )\btomorrow\b|明天", _plus(1)),
    (r"내일 ?모레|모레|\b(?:the )?day after tomorrow\b|后天", _plus(2)),
    (r"글피|大后天", _plus(3)),
    (r"어제|\byesterday\b|昨天", _plus(-1)),
    (r"그저께|그제|\b(?:the )?day before yesterday\b|前天", _plus(-2)),
    (
        rf"(?:(?P<week>다다음 ?주|다음 ?주|담주|이번 ?주|금주|지난 ?주|저번 ?주)\s?)?(?P<day>[{_WEEKDAYS[0]}])요일",
        _weekday(_WEEKDAYS[0]),
    ),
    (rf"(?:\b(?P<week>next|this|last|coming)\s)?\b(?P<day>{'|'.join(_ENGLISH_DAYS)})\b", _weekday(_ENGLISH_DAYS)),
    (
        rf"(?P<week>下下周|下周|下星期|这周|本周|这星期|上周|上星期)?(?:(?<=周)|(?<=星期)|周|星期|"
        rf"礼拜)(?P<day>[{_WEEKDAYS[1]}])",
        _weekday(_WEEKDAYS[1]),
    ),
    (rf"{_NUMBER} ?(?P<unit>일|주일|주|개월|달)(?:일)? ?(?:뒤|후)(?:에)?", _ahead(1)),
    (rf"{_NUMBER} ?(?P<unit>일|주일|주|개월|달) ?전(?:에)?", _ahead(-1)),
    (rf"\bin {_NUMBER} (?P<unit>days?|weeks?|months?)\b", _ahead(1)),
    (
        rf"\b(?P<n>\d{{1,3}}|{'|'.join(_ENGLISH_HOURS)}|an?) (?P<unit>days?|weeks?|months?) (?:from now|later|"
        rf"from today)\b",
        _ahead(1),
    ),
    (rf"\b(?P<n>\d{{1,3}}|{'|'.join(_ENGLISH_HOURS)}|an?) (?P<unit>days?|weeks?|months?) ago\b", _ahead(-1)),
    (rf"{_NUMBER} ?(?P<unit>天|周|个月)(?:之)?[后後]", _ahead(1)),
)
