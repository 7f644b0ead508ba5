"""Sums with dates: days between two, a date so many weeks later, the day of the week."""

import re
from datetime import date

from ..plan import Answer, Given, Plan, Step, Values
from ..quantities import Quantity
from ..wording import number
from .dates import Day
from .phrases import fraction
from .question import Question, Reading

_BETWEEN = (
    r"며칠|몇\s?(?:일|날|주|개월|달|시간)|일수|기간|사이|차이|남았|지났|D-?day|디데이|"
    r"\bhow (?:many|long)\b|\bbetween\b|\buntil\b|\bdays\b|\bweeks\b|多少天|几天|相差|多少周"
)
_LATER = (
    r"걸리|걸려|동안|\btakes?\b|\blasts?\b|持续|需要|工期|为期|뒤|후|이후|지나면|再过|过了|\blater\b|\bafter\b|"
    r"\bfrom\b|\bfrom now\b|之后|以后|后|\bin\b"
)
_EARLIER = r"(?<!오)전(?:은|에|이|의|\b|\?)|\bbefore\b|\bago\b|\bearlier\b|之前|以前|前"
WEEKDAY_ASKED = r"무슨 요일|요일|\b(?:what|which) day\b|\bday of (?:the )?week\b|\bweekday\b|星期几|周几|礼拜几"
WEEKDAYS = {
    "ko": ["월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "zh": ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"],
}
_ENGLISH_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def recognise(question: Question) -> Reading | None:
    """A question about dates, or None."""
    dates = list(question.dates)
    # Holidays are not known here, and Saturdays do not count.
    if question.has(r"\b(?:weekdays|business days|working days|workdays)\b|평일|영업일|근무일|工作日"):
        return None
    # “오늘이 3월 10일이면”: today is told, and needs no calendar.
    tells_today = len(dates) == 2 and _tells_today(question, *dates)
    # “오늘은 9월 1일 화요일입니다” only tells it.
    if tells_today and not question.asks:
        return None
    if len(dates) == 3 or tells_today:
        dates = [day for day in dates if day.ahead is None]
    spans = [
        q for q in question.quantities if q.kind in {"time", "calendar"} and q.unit in {"day", "week", "month", "year"}
    ]
    others = [q for q in question.quantities if q not in spans and q.kind != "plain"]
    if others:
        return None
    if len(dates) == 1 and not spans and dates[0].ahead is not None and _asks_today(question):
        return Reading(0.8, _name_day(question, dates[0].on(date.today().year)))
    if len(dates) == 2 and question.has(_BETWEEN) and not spans:
        return _between(question, *dates)
    if (
        len(dates) == 1
        and question.has(_BETWEEN)
        and not spans
        and question.has(r"까지|남|\buntil\b|\btill\b|\bleft\b|还有|到")
    ):
        today = Day(1, 1, None, 0, 0, 0)
        return _between(question, today, dates[0])
    if len(spans) == 1 and question.asks and (question.has(_LATER) or question.has(_EARLIER)) and len(dates) <= 1:
        if not dates and not question.has(
            WEEKDAY_ASKED + r"|며칠|언제|날짜|몇 월|\bdate\b|\bwhen\b|几号|几月|日期|哪天"
        ):
            return None
        return _shift(question, dates[0] if dates else Day(1, 1, None, 0, 0, 0), spans[0])
    if len(dates) == 1 and not spans and question.has(WEEKDAY_ASKED):
        day = dates[0]
        if day.year is None and day.ahead is None:
            return Reading(
                0.6,
                missing=question.pick(
                    "요일을 알려면 연도가 필요합니다. 몇 년도인가요?",
                    "The weekday depends on the year: which year is it?",
                    "星期取决于年份：请问是哪一年？",
                ),
            )
        return Reading(0.85, _name_day(question, day.on(date.today().year) if day.ahead is not None else day.on(2000)))
    return None


def _tells_today(question: Question, first: Day, second: Day) -> bool:
    """True for “오늘은 2026년 2월 14일입니다”, “today is March 3”."""
    between = question.text[first.end : second.start]
    return first.ahead == 0 and re.fullmatch(r"\s?(?:은|이|의 날짜는)?\s?|\s(?:is|=)\s|'s\s|是", between) is not None


def points_back(question: Question) -> bool:
    """True where the words go back in time (“10일 전”) and not on."""
    later = _LATER.replace(r"|\bfrom\b", "").replace(r"|\bin\b", "")
    return question.has(_EARLIER) and not question.has(later)


def _asks_today(question: Question) -> bool:
    return question.has(
        r"(?:오늘|내일|어제)(?:은|이|의)? ?(?:며칠|날짜|무슨 요일|몇 월|몇 일)|(?:what|"
        r"which) (?:is )?(?:the )?(?:date|day)|today'?s date|"
        r"(?:今天|明天|昨天).{0,3}(?:几号|几月|日期|星期几|周几)"
    )


def written(question: Question, day: date, year: bool = True) -> str:
    """2025년 3월 1일, March 1, 2025, 2025年3月1日; without the year where it was not told."""
    if not year:
        return question.pick(
            f"{day.month}월 {day.day}일", f"{_ENGLISH_MONTHS[day.month - 1]} {day.day}", f"{day.month}月{day.day}日"
        )
    return question.pick(
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{_ENGLISH_MONTHS[day.month - 1]} {day.day}, {day.year}",
        f"{day.year}年{day.month}月{day.day}日",
    )


def _name_day(question: Question, day: date) -> Plan:
    def phrase(values: Values) -> Answer:
        result = values["day"]
        assert isinstance(result, date)
        weekday = WEEKDAYS[question.language][result.weekday()]
        shown = written(question, result)
        asks_weekday = question.has(WEEKDAY_ASKED)
        return Answer(
            weekday if asks_weekday else shown,
            question.pick(
                f"{shown}은 {weekday}입니다." if asks_weekday else f"{shown} {weekday}입니다.",
                f"{shown} is a {weekday}." if asks_weekday else f"It is {weekday}, {shown}.",
                f"{shown}是{weekday}。",
            ),
        )

    return Plan((Given("day", day),), (), ("day",), phrase)


def _between(question: Question, first: Day, second: Day) -> Reading:
    year = first.year or second.year
    needs_today = first.needs_today or second.needs_today
    base = date.today().year if needs_today else year or 2025
    start, end = first.on(base), second.on(base)
    if end < start and second.year is None:
        end = second.on(base + 1)
    note = ""
    if not year and not needs_today:
        note = question.pick("평년(365일)으로 계산했습니다.", "I assumed a year of 365 days.", "按平年（365 天）计算。")
    if end < start:
        start, end = end, start
    weeks = question.has(r"몇\s?주|\bhow many weeks\b|多少周|几周")
    givens = [Given("start", start, written(question, start)), Given("end", end, written(question, end))]
    steps = [Step("days", "(end - start).days")]
    if weeks:
        steps.append(Step("weeks", "days / 7"))

    def phrase(values: Values) -> Answer:
        days = fraction(values, "days")
        value = question.pick(f"{number(days)}일", f"{number(days)} day{'s' * (days != 1)}", f"{number(days)} 天")
        if weeks:
            count, rest = divmod(int(days), 7)
            value = question.pick(
                f"{count}주" + f" {rest}일" * bool(rest),
                f"{count} weeks" + f" and {rest} days" * bool(rest),
                f"{count} 周" + f" {rest} 天" * bool(rest),
            )
        a, b = (written(question, date_of(values, name), not note) for name in ("start", "end"))
        return Answer(
            value,
            question.pick(
                f"{a}부터 {b}까지 {value}입니다.", f"From {a} to {b} it is {value}.", f"从{a}到{b}是 {value}。"
            ),
            question.pick(
                f"첫날을 빼고 센 날수이며, 첫날도 넣으면 {number(days + 1)}일입니다.",
                f"The first day is not counted; with it there are {number(days + 1)} days.",
                f"不含起始日；若包含起始日则为 {number(days + 1)} 天。",
            ),
            note,
        )

    return Reading(0.85, Plan(tuple(givens), tuple(steps), ("days",), phrase))


def date_of(values: Values, name: str) -> date:
    """The named value, which is a date."""
    value = values[name]
    assert isinstance(value, date)
    return value


def _shift(question: Question, start: Day, span: Quantity) -> Reading | None:
    if span.value.denominator != 1 or abs(span.value) > 40000:
        return None
    today = start.ahead is not None
    given_year = start.year or date.today().year
    day = start.on(given_year)
    back = points_back(question)
    sign = "-" if back else "+"
    count = span.value
    months = {"month": count, "year": count * 12}.get(span.unit)
    if months is not None:
        expression = f"add_months(start, {'-' if back else ''}{int(months)})"
    else:
        expression = f"start {sign} timedelta(days={int(count * (7 if span.unit == 'week' else 1))})"
    note = question.pick("오늘", "today", "今天") if today else written(question, day)
    noted = f"{note} ({written(question, day)})" if today else note

    def phrase(values: Values) -> Answer:
        result = date_of(values, "result")
        weekday = WEEKDAYS[question.language][result.weekday()]
        shown = written(question, result)
        amount = span.text.strip()
        return Answer(
            weekday if question.has(WEEKDAY_ASKED) else shown,
            question.pick(
                f"{noted}의 {amount} {'전' if back else '뒤'}는 {shown} {weekday}입니다."
                if not back
                else f"{noted}의 {amount} 전은 {shown} {weekday}입니다.",
                f"{amount} {'before' if back else 'after'} {noted} is {weekday}, {shown}.",
                f"{noted}{amount}{'前' if back else '后'}是{shown}，{weekday}。",
            ),
        )

    try:
        plan = Plan((Given("start", day, note),), (Step("result", expression),), ("result",), phrase)
        plan.values()
    except (OverflowError, ValueError):
        return None
    return Reading(0.85, plan)
