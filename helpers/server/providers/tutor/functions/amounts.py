"""Numbers for a parameter: the figures of a sentence, in the unit that the schema asks for."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from ..quantities import Quantity, quantities
from ..units import SIZES
from .lexicon import listed
from .schema import Parameter

# How a schema names a unit: in the parameter's name or description.
_UNITS: tuple[tuple[str, str, str], ...] = (
    ("time", "s", r"\bseconds?\b|\bsecs?\b|초(?! ?반)|秒"),
    ("time", "min", r"\bminutes?\b|(?<=\w )mins?\b|분(?:\b| 단위|\))|分钟"),
    ("time", "h", r"\bhours?\b(?! of day)|\bhrs?\b|시간(?:\b| 단위|\))|小时"),
    ("time", "day", r"\bdays?\b|\bnights?\b|일수|며칠|일 단위|박|天数|天|晚"),
    ("time", "week", r"\bweeks?\b|주 단위|周数"),
    ("calendar", "month", r"\bmonths\b|개월|个月"),
    ("calendar", "year", r"\byears\b|년 단위|년수|연수|年数"),
    ("length", "km", r"\bkm\b|\bkilomet(?:er|re)s?\b|킬로미터|公里"),
    ("length", "cm", r"\bcm\b|\bcentimet(?:er|re)s?\b|센티미터|厘米"),
    ("length", "mm", r"\bmm\b|\bmillimet(?:er|re)s?\b|밀리미터|毫米"),
    ("length", "mi", r"\bmiles?\b|마일|英里"),
    ("length", "ft", r"\bfeet\b|\bft\b|피트|英尺"),
    ("length", "in", r"\binch(?:es)?\b|인치|英寸"),
    ("length", "m", r"\bm\b|\bmet(?:er|re)s?\b|미터|米"),
    ("mass", "kg", r"\bkg\b|\bkilos?\b|\bkilograms?\b|킬로그램|公斤|千克"),
    ("mass", "g", r"\bg\b|\bgrams?\b|그램|克"),
    ("mass", "lb", r"\blbs?\b|\bpounds?\b|파운드|磅"),
    ("volume", "L", r"\blit(?:er|re)s?\b|리터|升"),
    ("volume", "mL", r"\bml\b|\bmillilit(?:er|re)s?\b|밀리리터|毫升"),
    ("percent", "%", r"\bpercent(?:age)?\b|\bpct\b|\brate\b|%|퍼센트|비율|이율|금리|率|百分比"),
)
_MONEY = re.compile(
    r"\bamount\b|\bprice\b|\bcost\b|\bbudget\b|\bsalary\b|\bfee\b|\bpayment\b|\bprincipal\b|\bincome\b|"
    r"\bbill\b|\bmoney\b|\bkrw\b|\bwon\b|\busd\b|\bdollars?\b|\bdeposit\b|"
    r"금액|가격|예산|비용|요금|급여|연봉|원금|소득|월급|금|원\b|金额|价格|预算|费用|工资|本金",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\bnumber of\b|\bcount\b|\bquantity\b|\bqty\b|\bguests?\b|\bpassengers?\b|\bpeople\b|\bpersons?\b|"
    r"\bparty\b|\bseats?\b|\badults?\b|\bchildren\b|\bhow many\b|\btickets?\b|\brooms?\b|\blimit\b|\bcopies\b|"
    r"\bservings?\b|\bportions?\b|인분|인원|수량|개수|명|매수|장수|좌석 수|사람 수|人数|数量|几个",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"\bid\b|\bnumber\b(?! of)|\bno\b|번호|학번|사번|编号|号码|学号|\bcode\b", re.IGNORECASE)
_TEMPERATURE = re.compile(r"temperature|degrees|온도|기온|温度", re.IGNORECASE)
_YEAR = re.compile(r"\byear\b|연도|년도|年份", re.IGNORECASE)


@dataclass(frozen=True)
class Sort:
    """What kind of number a parameter takes, and in which unit; `plain` where the schema does not say."""

    kind: str
    unit: str = ""


def sort_of(parameter: Parameter) -> Sort:
    """The kind of number, by the name first, then by the description."""
    for told in (parameter.words.casefold(), parameter.description.casefold()):
        if _YEAR.search(told) and not re.search(r"\bper year\b|\bannual|\byears\b|\ba year\b", told):
            return Sort("year")
        for kind, unit, pattern in _UNITS if told == parameter.words.casefold() else ():
            # `amount_ml`, `price_per_kg`: the unit stands last; “min” and “in” alone say other things.
            if re.search(rf"(?<=\w )(?:{pattern})$", told) and unit not in {"in", "m", "%"}:
                return Sort(kind, unit)
        if _COUNT.search(told) and not re.search(r"\bdays?\b|\bnights?\b|\bminutes?\b|\bhours?\b", told):
            return Sort("count")
        if _TEMPERATURE.search(told):
            return Sort("temperature", "°F" if re.search(r"fahrenheit|화씨|华氏", parameter.told) else "°C")
        if _MONEY.search(told) and "rate" not in told and "이율" not in told:
            return Sort("money")
        for kind, unit, pattern in _UNITS:
            if re.search(pattern, told):
                return Sort(kind, unit)
        if _IDENTIFIER.search(told):
            return Sort("identifier")
    return Sort("plain")


def figures_in(text: str) -> tuple[Quantity, ...]:
    """The numbers of a text; “1시간 30분” and “5 feet 8 inches” are one."""
    found: list[Quantity] = []
    spelled = [*_fractions(text), *_spelled(text)]
    spelled = [one for place, one in enumerate(spelled) if not any(_covers(other, one) for other in spelled[:place])]
    for quantity in sorted([*spelled, *quantities(text)], key=lambda one: one.start):
        if any(quantity is not one and one.start <= quantity.start < one.end for one in spelled):
            continue
        last = found[-1] if found else None
        sizes = SIZES.get(quantity.kind, {})
        if (
            last
            and last.kind == quantity.kind
            and last.unit in sizes
            and quantity.unit in sizes
            and sizes[last.unit] > sizes[quantity.unit]
            and re.fullmatch(r"\s?(?:and |과 |하고 )?", text[last.end : quantity.start])
        ):
            value = last.value + quantity.value * sizes[quantity.unit] / sizes[last.unit]
            found[-1] = replace(last, value=value, end=quantity.end, text=text[last.start : quantity.end])
        else:
            found.append(quantity)
    return tuple(found)


def _covers(one: Quantity, other: Quantity) -> bool:
    return one.start < other.end and other.start < one.end


# “three quarters of an hour”, “a quarter litre”, “one and a half times”, “두 배”, “1.5배”
_FRACTION = re.compile(
    r"(?:\b(?P<n>an?|one|two|three|\d+)\s)?(?P<part>halfs?|halves|quarters?|thirds?)(?:\sof)?\s(?:an?\s)?"
    r"(?P<unit>[A-Za-z]+)\b|"
    r"\b(?P<whole>one|two|three|four|five|\d+) and a half\s(?P<more>[A-Za-z]+)\b|"
    r"(?P<times>\d+(?:\.\d+)?|한|두|세|네)\s?배(?![가-힣]{2})(?P<half>\s?반)?|(?P<zh>\d+(?:\.\d+)?|[一两三四])倍",
    re.IGNORECASE,
)
_PARTS = {"half": Fraction(1, 2), "halve": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}


def _fractions(text: str) -> list[Quantity]:
    """Parts and multiples of a unit that are written in words."""
    found = []
    for match in _FRACTION.finditer(text):
        multiple = match["times"] or match["zh"]
        if multiple:
            value = Fraction(multiple) if multiple[0].isdigit() else Fraction(_COUNTS[multiple])
            value += Fraction(1, 2) if match["half"] else 0
            found.append(Quantity(value, "plain", "", "", *match.span(), match[0]))
            continue
        if match["whole"]:
            value, unit = _number(match["whole"]) + Fraction(1, 2), match["more"]
        else:
            value, unit = _number(match["n"] or "one") * _PARTS[match["part"].casefold().rstrip("s")], match["unit"]
        read = quantities(f"1 {unit}")
        if len(read) == 1 and read[0].kind != "plain" and read[0].end == len(unit) + 2:
            found.append(replace(read[0], value=value, start=match.start(), end=match.end(), text=match[0]))
        elif unit.casefold() in {"time", "times"}:
            found.append(Quantity(value, "plain", "", "", *match.span(), match[0]))
    return found


def _number(word: str) -> Fraction:
    low = word.casefold()
    return Fraction(low) if low.isdigit() else Fraction(1 if low in {"a", "an"} else _COUNTS[low])


_SPELLED = re.compile(
    r"\b(?P<half>half an|half a) (?P<of>hour|day|year)\b|\ban? (?P<one>hour|minute|day|week|month|year|"
    r"dozen)(?P<more> and a half)?\b(?! ago| from| later)|(?P<ko>반 ?시간)|(?P<zh>半个?小时)|"
    r"(?P<days>일주일|이틀|사흘|나흘|닷새|열흘|보름)(?!에(?! 한)|마다 다)|"
    r"(?<![\d.])(?P<n>\d+|[一两三四五六七八九十]|one|two|three|four|five|six|seven|eight|nine|ten|한|두|세|네|다섯)\s?"
    r"(?:(?P<night>nights?\b|박(?![가-힣]?\d)|晚)|个(?P<zhhalf>半)?(?P<zhunit>小时|钟头|星期|月(?!份)))",
    re.IGNORECASE,
)


def _spelled(text: str) -> list[Quantity]:
    """“an hour”, “half an hour”, “an hour and a half”."""
    found = []
    for match in _SPELLED.finditer(text):
        if match["days"]:
            value = Fraction(_DAYS[match["days"]])
            found.append(Quantity(value, "time", "day", match["days"], *match.span(), match[0]))
            continue
        if match["n"]:
            found.append(_counted(match))
            continue
        unit = match["of"] or match["one"] or "hour"
        value = Fraction(1) if match["one"] else Fraction(1, 2)
        value += Fraction(1, 2) if match["more"] else 0
        kind = "count" if unit == "dozen" else "calendar" if unit in {"month", "year"} else "time"
        symbol = {"hour": "h", "minute": "min", "dozen": ""}.get(unit.casefold(), unit.casefold())
        found.append(Quantity(value * (12 if unit == "dozen" else 1), kind, symbol, unit, *match.span(), match[0]))
    return found


_DAYS = {"일주일": 7, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "열흘": 10, "보름": 15}
_COUNTS = {name: place for place, name in enumerate(listed("一 二 三 四 五 六 七 八 九 十"), 1)} | {"两": 2}
_COUNTS |= {name: place for place, name in enumerate(listed("one two three four five six seven eight nine ten"), 1)}
_COUNTS |= {name: place for place, name in enumerate(listed("한 두 세 네 다섯"), 1)}


def _counted(match: re.Match[str]) -> Quantity:
    """“two nights”, “2박”, “一个半小时”."""
    written = match["n"].casefold()
    value = Fraction(int(written)) if written.isdigit() else Fraction(_COUNTS[written])
    value += Fraction(1, 2) if match["zhhalf"] else 0
    unit = {"小时": "h", "钟头": "h", "星期": "week", "月": "month"}.get(match["zhunit"] or "", "day")
    return Quantity(
        value, "calendar" if unit == "month" else "time", unit, match["night"] or unit, *match.span(), match[0]
    )


def fitting(quantity: Quantity, sort: Sort) -> tuple[float, Fraction] | None:
    """How well a number fits, and its value in the parameter's unit; None where it cannot be meant."""
    kind, value = quantity.kind, quantity.value
    if sort.kind == kind == "temperature":
        return 1.0, _degrees(value, quantity.unit, sort.unit)
    if sort.kind == "temperature":
        return (0.5, value) if kind == "plain" else None
    if sort.kind in SIZES and kind == sort.kind:
        return 1.0, value * SIZES[kind][quantity.unit] / SIZES[kind][sort.unit]
    if sort.kind == "calendar" and kind == "calendar":
        months = value * (12 if quantity.unit == "year" else 1)
        return 1.0, months / (12 if sort.unit == "year" else 1)
    if sort.kind == kind:
        return 1.0, value
    if sort.kind == "year":
        return (0.9, value) if _is_year(value) and (kind == "plain" or quantity.unit == "year") else None
    if kind == "plain":
        return 0.5, value
    if sort.kind == "plain":
        return 0.45, value
    if sort.kind == "identifier" and kind == "count" and quantity.label in {"번", "号", "번호"}:
        return 0.7, value
    if (sort.kind == "money" and kind == "count") or (sort.kind == "count" and kind in {"time", "calendar"}):
        return None
    return None


def _is_year(value: Fraction) -> bool:
    return value.denominator == 1 and 1000 <= value <= 2999


def _degrees(value: Fraction, written: str, wanted: str) -> Fraction:
    if written == "°F" and wanted == "°C":
        return (value - 32) * Fraction(5, 9)
    if written == "°C" and wanted == "°F":
        return value * Fraction(9, 5) + 32
    return value
