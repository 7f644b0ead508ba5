"""The units that the tutor reads and converts: money, percent, time, length, mass, volume, area, counts."""

import re
from dataclasses import dataclass
from fractions import Fraction

CURRENCY_SIGNS = re.compile(r"(?:US\$|[$€£₩¥￥]|\b(?:USD|EUR|GBP|KRW|JPY|CNY|RMB))\s?(?=-?\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Unit:
    """`factor` turns a figure in this spelling into one in `symbol` (50 cents are 0.5 USD). `label` is the spelling."""

    kind: str
    symbol: str
    label: str
    factor: Fraction = Fraction(1)


# Size of each unit in the first one of its kind. Exact, by definition of the unit.
SIZES: dict[str, dict[str, Fraction]] = {
    "length": {
        "m": Fraction(1),
        "km": Fraction(1000),
        "cm": Fraction(1, 100),
        "mm": Fraction(1, 1000),
        "mi": Fraction("1609.344"),
        "yd": Fraction("0.9144"),
        "ft": Fraction("0.3048"),
        "in": Fraction("0.0254"),
    },
    "mass": {
        "kg": Fraction(1),
        "g": Fraction(1, 1000),
        "mg": Fraction(1, 10**6),
        "t": Fraction(1000),
        "lb": Fraction("0.45359237"),
        "oz": Fraction("0.45359237") / 16,
    },
    "volume": {"L": Fraction(1), "mL": Fraction(1, 1000), "gal": Fraction("3.785411784")},
    "area": {
        "m²": Fraction(1),
        "km²": Fraction(10**6),
        "cm²": Fraction(1, 10**4),
        "ha": Fraction(10**4),
        "평": Fraction(400, 121),
        "ft²": Fraction("0.09290304"),
        "acre": Fraction("4046.8564224"),
    },
    "time": {
        "s": Fraction(1),
        "min": Fraction(60),
        "h": Fraction(3600),
        "day": Fraction(86400),
        "week": Fraction(604800),
    },
    "data": {
        "byte": Fraction(1),
        "KB": Fraction(1000),
        "MB": Fraction(10**6),
        "GB": Fraction(10**9),
        "TB": Fraction(10**12),
    },
    "energy": {"kWh": Fraction(1), "Wh": Fraction(1, 1000)},
    "power": {"kW": Fraction(1), "W": Fraction(1, 1000)},
}
# Months and years have no fixed length in days; only into each other do they convert.
CALENDAR = {"month": Fraction(1), "year": Fraction(12)}

_SPELLINGS: dict[tuple[str, str], str] = {
    ("money", "KRW"): "원 won 韩元 韩币",
    ("money", "USD"): "달러 dollars dollar US-dollars US-dollar bucks USD 美元 美金",
    ("money", "EUR"): "유로 euros euro EUR 欧元",
    ("money", "GBP"): "GBP British-pounds British-pound pounds-sterling 英镑 파운드스털링",
    ("money", "JPY"): "엔 yen JPY 日元",
    ("money", "CNY"): "위안 yuan RMB CNY 人民币 元 块钱 块",
    ("percent", "%"): "% ％ 퍼센트 프로 percent per-cent pct",
    ("time", "s"): "초 seconds second secs sec 秒",
    ("time", "min"): "분 minutes minute mins min 分钟",
    ("time", "h"): "시간 hours hour hrs hr h 小时",
    ("time", "day"): "일간 일 days day 天",
    ("time", "week"): "주일 주간 주 weeks week 周 星期",
    ("calendar", "month"): "개월 달 months month 个月",
    ("calendar", "year"): "년간 년 years year yrs yr 年",
    ("length", "km"): "km 킬로미터 kilometers kilometres kilometer kilometre 公里 千米",
    ("length", "m"): "m 미터 meters metres meter metre 米",
    ("length", "cm"): "cm 센티미터 센티 centimeters centimetres centimeter 厘米",
    ("length", "mm"): "mm 밀리미터 millimeters millimetres 毫米",
    ("length", "mi"): "마일 miles mile mi 英里",
    ("length", "yd"): "야드 yards yard yd",
    ("length", "ft"): "피트 feet foot ft 英尺",
    ("length", "in"): "인치 inches inch 英寸",
    ("mass", "kg"): "kg 킬로그램 킬로 kilograms kilogram kilos kilo 公斤 千克",
    ("mass", "g"): "g 그램 grams gram 克",
    ("mass", "mg"): "mg 밀리그램 milligrams",
    ("mass", "t"): "톤 tonnes tonne tons 吨",
    ("mass", "lb"): "파운드 pounds pound lbs lb 磅",
    ("mass", "oz"): "온스 ounces ounce oz 盎司",
    ("volume", "L"): "L l 리터 liters litres liter litre 升",
    ("volume", "mL"): "mL ml 밀리리터 milliliters millilitres 毫升",
    ("volume", "gal"): "갤런 gallons gallon 加仑",
    ("area", "m²"): "m² m2 ㎡ 제곱미터 평방미터 square-meters square-metres square-meter square-metre 平方米",
    ("area", "km²"): "km² km2 제곱킬로미터 square-kilometers 平方公里",
    ("area", "cm²"): "cm² cm2 제곱센티미터 平方厘米",
    ("area", "ha"): "헥타르 hectares hectare 公顷",
    ("area", "평"): "평 pyeong 坪",
    ("area", "ft²"): "평방피트 square-feet sqft 平方英尺",
    ("area", "acre"): "에이커 acres acre 英亩",
    ("temperature", "°C"): "°C ℃ 도씨 celsius degrees-celsius 摄氏度",
    ("temperature", "°F"): "°F ℉ fahrenheit degrees-fahrenheit 华氏度",
    ("temperature", "°"): "도 degrees 度",
    ("data", "KB"): "KB 킬로바이트 kilobytes",
    ("data", "MB"): "MB 메가바이트 megabytes",
    ("data", "GB"): "GB 기가바이트 gigabytes",
    ("data", "TB"): "TB 테라바이트 terabytes",
    ("data", "byte"): "바이트 bytes",
    ("energy", "kWh"): "kWh 킬로와트시 kilowatt-hours kilowatt-hour 千瓦时",
    ("energy", "Wh"): "Wh 와트시 watt-hours",
    ("power", "kW"): "kW 킬로와트 kilowatts kilowatt 千瓦",
    ("power", "W"): "W 와트 watts watt 瓦",
    ("factor", "x"): "배 倍",
    ("discount", "tenths off"): "折",
    ("count", ""): (
        "개 명 사람 마리 자루 권 송이 잔 병 상자 박스 대 장 켤레 봉지 번 벌 그루 줄 조각 판 통 팩 세트 "
        "다발 인분 건 곳 살 점 "
        "그릇 캔 토큰 묶음 회 가지 군데 쪽 문제 인 학생 타 "
        "个 人 本 只 支 瓶 杯 盒 箱 件 张 台 束 朵 份 次 名 辆 斤 颗 条 包 棵 套 头 块蛋糕 块糖 块饼干 块巧克力 "
        "块面包 块月饼 块豆腐 块砖 块瓷砖 块石头 块积木 块橡皮 块电池 块肉 块布 块地"
    ),
}
_FRACTIONAL = {"cents": ("USD", Fraction(1, 100)), "cent": ("USD", Fraction(1, 100)), "센트": ("USD", Fraction(1, 100))}
_TENTHS = {"할": Fraction(10)}

_UNITS: dict[str, Unit] = {
    spelling.replace("-", " "): Unit(kind, symbol or spelling, spelling.replace("-", " "))
    for (kind, symbol), spellings in _SPELLINGS.items()
    for spelling in spellings.split()
}
_UNITS |= {word: Unit("money", currency, word, factor) for word, (currency, factor) in _FRACTIONAL.items()}
_UNITS |= {word: Unit("percent", "%", word, factor) for word, factor in _TENTHS.items()}
_PATTERN = re.compile(
    r"[ -]?(?:" + "|".join(re.escape(word) for word in sorted(_UNITS, key=len, reverse=True)) + r")", re.IGNORECASE
)
_BY_LOWER = {word.lower(): unit for word, unit in _UNITS.items()}
# Nouns and verbs that only begin like a unit: 원가, 일곱, 주문, 분기, 분의, 인치 is listed longer and wins by itself.
_NOT_A_UNIT = re.compile(
    r"원가|원짜리가격|일곱|주문|주세|주면|분기|분의|분의|대비|대로|점수는요|장부|판매|회사|회의|건가|"
    r"건데|인가|인데|인지|인상|인하|인치|"
    r"도를|도로|타고|타면|타서|타려|타야|통해|번째|번호|등|년도|월|명세|병원|점심|프로젝트|프로그램|초과|초등"
)


def unit_at(text: str, position: int) -> tuple[Unit | None, int]:
    """The unit that begins at `position` (one space or hyphen may stand before it), and where it ends."""
    match = _PATTERN.match(text, position)
    if match is None:
        return None, position
    word = match[0].lstrip(" -")
    begin = match.end() - len(word)
    follows = text[match.end() : match.end() + 1]
    if word[-1].isascii() and word[-1].isalpha() and follows.isascii() and (follows.isalnum() or follows == "_"):
        return None, position
    if _NOT_A_UNIT.match(text, begin) and not word[-1].isascii():
        return None, position
    return _BY_LOWER[word.lower()] if word not in _UNITS else _UNITS[word], match.end()


def named_unit(text: str) -> list[tuple[Unit, int]]:
    """Units that are named without a figure, as in “몇 m”, “into kilometres”, with the place of each."""
    found = []
    for match in re.finditer(_PATTERN.pattern, text, re.IGNORECASE):
        unit, end = unit_at(text, match.start())
        word = match[0].lstrip(" -")
        begins = match.end() - len(word)
        before = text[begins - 1 : begins]
        if unit and end and not (word[0].isascii() and before.isascii() and before.isalnum()):
            found.append((unit, begins))
    return found
