"""Reads the numbers of a sentence, with their units, in Korean, English and Chinese.

`quantities("원가 1만 2천원에 20%")` finds 12,000 (money, KRW) and 20 (percent). Numbers may be written in figures, with
Korean or Chinese scale words, or in words ("twenty-five", "오천", "세 개", "三百").
"""

import re
from dataclasses import dataclass
from fractions import Fraction

from .units import CURRENCY_SIGNS, Unit, unit_at


@dataclass(frozen=True)
class Quantity:
    """A number in a text. `kind` is the unit's (money, percent, time, length, ...), `plain` where there is no unit.

    `value` is in the unit as written; `text` is the stretch from `start` to `end`, sign and unit included.
    """

    value: Fraction
    kind: str
    unit: str
    label: str
    start: int
    end: int
    text: str


_FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_SCALES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12}
_SCALES |= {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
_SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True))
_HAN = dict(zip("零一二三四五六七八九", range(10), strict=True)) | {"两": 2, "兩": 2, "〇": 0}

_MIXED = re.compile(
    rf"(?:(?:(?:{_FIGURES})?[천백십] ?)*(?:{_FIGURES})?(?:조(?!각)|"
    rf"[억만万亿]) ?)*(?:(?:{_FIGURES})?[천백] ?)*(?:{_FIGURES})?"
)
_SINO_WORD = re.compile(
    r"[영일이삼사오육칠팔구십백천만억조]*[십백천만억조][영일이삼사오육칠팔구십백천만억조]*(?: "
    r"?[일이삼사오육칠팔구]?천)?"
)
_HAN_WORD = re.compile(r"[零〇一二两三四五六七八九十百千万亿]+")

_NATIVE_ONES = {
    "한": 1,
    "하나": 1,
    "두": 2,
    "둘": 2,
    "세": 3,
    "셋": 3,
    "네": 4,
    "넷": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
_NATIVE_TENS = {
    "열": 10,
    "스물": 20,
    "스무": 20,
    "서른": 30,
    "마흔": 40,
    "쉰": 50,
    "예순": 60,
    "일흔": 70,
    "여든": 80,
    "아흔": 90,
}
_NATIVE_WORD = re.compile(rf"({'|'.join(_NATIVE_TENS)})?({'|'.join(sorted(_NATIVE_ONES, key=len, reverse=True))})?")

# Days, minutes and money are counted 일, 이, 삼: “세일” is a sale, not three days.
_SINO_ONLY = {
    "일",
    "일간",
    "분",
    "초",
    "년",
    "년간",
    "원",
    "프로",
    "퍼센트",
    "%",
    "달러",
    "도",
    "평",
    "주",
    "인",
    "점",
    "회",
}

_ENGLISH = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ENGLISH_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ENGLISH_WORD = re.compile(
    rf"(?:an?[ -](?={'|'.join(_ENGLISH_SCALES)}))?(?:{'|'.join([*_ENGLISH, *_ENGLISH_SCALES])})"
    rf"(?:(?:[ -]and)?[ -](?:{'|'.join([*_ENGLISH, *_ENGLISH_SCALES])}))*\b",
    re.IGNORECASE,
)
# “5 mugs”, “12 red roses”: the figure counts things, though English has no counter.
_THINGS = re.compile(
    r" (?!times\b|plus\b|minus\b|less\b|divided\b|is\b|as\b|was\b|has\b|does\b|costs?\b|plays?\b|equals?\b|"
    r"percents?\b|points?\b|"
    r"numbers\b|values\b|decimals\b|digits\b|pieces at\b)(?:[a-z]+ )?(?<!of )[a-z]{2,}(?<!s)s\b"
)
_ENGLISH_SCALE_AFTER = re.compile(r" ?(k|thousand|million|billion|mn|bn)\b|((?-i:M))\b", re.IGNORECASE)
_SHORT_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9}


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of the text, in order."""
    found: list[Quantity] = []
    position = 0
    while position < len(text):
        quantity = _quantity_at(text, position)
        if quantity is None:
            position += 1
            continue
        found.append(quantity)
        position = quantity.end
    return tuple(found)


def _quantity_at(text: str, start: int) -> Quantity | None:
    before = text[start - 1 : start]
    sign = CURRENCY_SIGNS.match(text, start)
    number_start = sign.end() if sign else start
    if not sign and (before.isdigit() or before in "." or (before.isascii() and before.isalpha())) and before:
        return None
    negative = text[number_start : number_start + 1] in {"-", "−"} and not re.match(r"[\w)]", before or " ")
    if negative:
        number_start += 1
    read = _number_at(text, number_start, before)
    if read is None:
        return None
    value, end, needs_unit = read
    scale = _ENGLISH_SCALE_AFTER.match(text, end)
    if scale:
        word = (scale[1] or scale[2]).lower()
        value *= _SHORT_SCALES.get(word) or _ENGLISH_SCALES[word]
        end = scale.end()
    unit, end_of_unit = unit_at(text, end)
    if sign:
        unit = Unit("money", _currency(sign[0]), sign[0])
    if unit is None:
        if needs_unit:
            return None
        # A letter right behind the figures makes a name ("4o", "3x", "2nd"), not a number.
        if re.match(r"[A-Za-z_]", text[end : end + 1]):
            return None
        unit, end_of_unit = Unit("count" if _THINGS.match(text, end) else "plain", "", ""), end
    if _NATIVE_WORD.fullmatch(text[number_start:end]) and end > number_start and unit.label in _SINO_ONLY:
        return None
    value = value * unit.factor
    if unit.symbol == "tenths off":
        value, unit = _off(value, text[number_start:end]), Unit("percent", "%", "折")
    return Quantity(
        -value if negative else value, unit.kind, unit.symbol, unit.label, start, end_of_unit, text[start:end_of_unit]
    )


def _off(value: Fraction, written: str) -> Fraction:
    """八折 pays 80 in a hundred and takes 20 off; 85折 and 八五折 pay 85."""
    if (value < 10 and len(written.strip()) == 1) or "." in written:
        value *= 10
    return 100 - value


def _currency(sign: str) -> str:
    names = {"$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP", "₩": "KRW"}
    names |= {"KRW": "KRW", "JPY": "JPY", "CNY": "CNY", "RMB": "CNY", "¥": "CNY", "￥": "CNY"}
    return names[sign.strip().upper()]


def _number_at(text: str, start: int, before: str) -> tuple[Fraction, int, bool] | None:
    """Value, end, and whether only a unit behind it makes it a number ("천" alone is no number, "천 원" is)."""
    mixed = _MIXED.match(text, start)
    if mixed and re.match(r"\d", mixed[0]):
        word = mixed[0].rstrip()
        return scaled_value(word), start + len(word), False
    hangul_before = "가" <= before <= "힣" if before else False
    if not hangul_before:
        sino = _SINO_WORD.match(text, start)
        if sino:
            return scaled_value(sino[0]), sino.end(), True
        native = _NATIVE_WORD.match(text, start)
        if native and native[0]:
            return Fraction(native_value(native[0])), native.end(), True
    han = _HAN_WORD.match(text, start)
    # 零件 are parts, and no “zero pieces”.
    if han and han[0] != "零":
        return Fraction(han_value(han[0])), han.end(), True
    english = ENGLISH_WORD.match(text, start)
    if english:
        return Fraction(english_value(english[0])), english.end(), english[0].lower() in {"one", "zero"}
    return None


def native_value(word: str) -> int:
    """스물다섯 is 25; 0 where the word is no native Korean number."""
    match = _NATIVE_WORD.fullmatch(word)
    return _NATIVE_TENS.get(match[1] or "", 0) + _NATIVE_ONES.get(match[2] or "", 0) if match else 0


def scaled_value(word: str) -> Fraction:
    """`1만 2천`, `3억 5,000만`, `오천`: sections of at most four figures, each with its scale."""
    total = section = Fraction(0)
    coefficient: Fraction | None = None
    for token in re.findall(rf"{_FIGURES}|\S", word):
        if token[0].isdigit():
            coefficient = Fraction(token.replace(",", ""))
        elif token in _SINO:
            coefficient = Fraction(_SINO[token])
        elif _SCALES[token] < 10**4:
            section += (1 if coefficient is None else coefficient) * _SCALES[token]
            coefficient = None
        else:
            total += (section + (coefficient or 0) or 1) * _SCALES[token]
            section, coefficient = Fraction(0), None
    return total + section + (coefficient or 0)


def han_value(word: str) -> int:
    """三百二十 is 320, and 二五 is 25."""
    if not re.search("[十百千万亿]", word):
        return int("".join(str(_HAN[letter]) for letter in word))
    total, section, digit = 0, 0, None
    for letter in word:
        if letter in _HAN:
            digit = _HAN[letter]
        elif _SCALES[letter] < 10**4:
            section += (1 if digit is None else digit) * _SCALES[letter]
            digit = None
        else:
            total += (section + (digit or 0) or 1) * _SCALES[letter]
            section, digit = 0, None
    return total + section + (digit or 0)


def english_value(word: str) -> int:
    """“three dozen” is 36, “two hundred and fifty” 250."""
    total = section = 0
    for part in re.split(r"[ -]+", word.lower()):
        if part in _ENGLISH:
            section += _ENGLISH[part]
        elif part in {"hundred", "dozen"}:
            section = (section or 1) * _ENGLISH_SCALES[part]
        elif part in _ENGLISH_SCALES:
            total += (section or 1) * _ENGLISH_SCALES[part]
            section = 0
    return total + section
