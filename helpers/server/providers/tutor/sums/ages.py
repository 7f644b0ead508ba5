"""How old somebody is on a day: full years, as everybody but the old Korean count has it."""

import re
from datetime import date
from fractions import Fraction

from ..plan import Given, Step
from ..wording import number
from .calendar_sums import written
from .phrases import Label, single
from .question import Question, Reading

_AGE = r"몇\s?살|나이|만\s?(?:으로)?\s?몇|\bhow old\b|\bage\b|几岁|多大|年龄"
_BORN = r"생(?:은|이|인|일|\b|,|\s)|태어|출생|\bborn\b|\bbirth|出生|生日|生于"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?년|年|\b)")
_LABEL: Label = ("만 나이", "the age", "周岁")


def recognise(question: Question) -> Reading | None:
    """An age on a day, from a birthday; by years alone where only they are told; None where nobody's age is asked."""
    if not question.has(_AGE) or not question.has(_BORN) or question.of("percent", "money"):
        return None
    dates = list(question.dates)
    if len(dates) in {1, 2} and dates[0].year:
        born = dates[0].on(dates[0].year)
        then = dates[1].on(dates[1].year or date.today().year) if len(dates) == 2 else _then(question, dates[0].end)
        return _on_day(question, min(born, then), max(born, then))
    years = [int(match[1]) for match in _YEAR.finditer(question.text)]
    if len(years) == 2 and not dates:
        return _by_years(question, min(years), max(years))
    if len(years) == 1 and not dates:
        return _by_years(question, years[0], date.today().year)
    return None


def _then(question: Question, end: int) -> date:
    """The last day of a year that is named alone, else today."""
    year = _YEAR.search(question.text, end)
    return date(int(year[1]), 12, 31) if year else date.today()


def _on_day(question: Question, born: date, then: date) -> Reading:
    givens = [
        Given("born", _as_number(born), written(question, born)),
        Given("then", _as_number(then), written(question, then)),
    ]
    unit = question.pick("세", "", "岁")
    note = question.pick(
        f"{written(question, born)}에 태어나 {written(question, then)}에 이른 나이입니다.",
        f"Born on {written(question, born)}, counted on {written(question, then)}.",
        f"出生于{written(question, born)}，计算至{written(question, then)}。",
    )
    # Years times 10,000 plus months times 100 plus days: the difference drops a year before the birthday.
    plan = single(
        question,
        givens,
        [Step("age", "(then - born) // 10000")],
        _LABEL,
        lambda value: f"{number(value)}{unit}" if unit else f"{number(value)} years",
        note,
    )
    return Reading(0.93, plan)


def _as_number(day: date) -> Fraction:
    return Fraction(day.year * 10000 + day.month * 100 + day.day)


def _by_years(question: Question, born: int, then: int) -> Reading:
    givens = [Given("born", Fraction(born)), Given("then", Fraction(then))]
    age = then - born
    note = question.pick(
        f"생일이 지났을 때의 나이이며, 아직 지나지 않았다면 {age - 1}세입니다.",
        f"After the birthday of that year; before it, {age - 1}.",
        f"这是过完生日的年龄；未过生日则为 {age - 1} 岁。",
    )
    unit = question.pick("세", " years", " 岁")
    plan = single(
        question,
        givens,
        [Step("age", "then - born")],
        _LABEL,
        lambda value: f"{number(value).replace(',', '')}{unit}",
        note,
    )
    return Reading(0.9, plan)
