"""Numbers, money and units as each language writes them, and the Korean particles that follow them."""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from .skill import Language

# Sign before the figure (English), and the word after it, by language.
_CURRENCIES: dict[str, tuple[str, dict[Language, str]]] = {
    "KRW": ("", {"ko": "원", "en": " won", "zh": " 韩元"}),
    "USD": ("$", {"ko": "달러", "en": " dollars", "zh": " 美元"}),
    "EUR": ("€", {"ko": "유로", "en": " euros", "zh": " 欧元"}),
    "GBP": ("£", {"ko": "파운드", "en": " pounds", "zh": " 英镑"}),
    "JPY": ("", {"ko": "엔", "en": " yen", "zh": " 日元"}),
    "CNY": ("", {"ko": "위안", "en": " yuan", "zh": " 元"}),
}
_WITHOUT_CENTS = {"KRW", "JPY"}

# How a Latin unit or sign is read aloud in Korean decides the particle after it.
_READ_ALOUD = {"%": "트", "km": "터", "m": "터", "cm": "터", "mm": "터", "kg": "램", "g": "램", "L": "터", "mL": "터"}
_DIGITS_WITH_FINAL = "013678"


def rounded(value: Fraction, places: int) -> Decimal:
    """The value to so many decimal places, halves away from zero."""
    with localcontext() as context:
        context.prec = 60 + len(str(abs(value.numerator) // value.denominator))
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def number(value: Fraction, places: int = 4) -> str:
    """`12,345.5`: thousands set apart, at most `places` decimals, and more for a value that is small."""
    while 0 < abs(value) < Fraction(1, 10 ** (places - 1)) and places < 12:
        places += 1
    text = f"{rounded(value, places):,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def is_rounded(value: Fraction, text: str) -> bool:
    """True where `text`, made by `number` or `money`, does not show the whole value."""
    figures = re.sub(r"[^\d.\-]", "", text)
    return bool(figures) and Fraction(figures) != value


def money(value: Fraction, currency: str, language: Language) -> str:
    """`6,000원`, `$6.00`, `6 元`. Cents appear where the currency has them."""
    sign, words = _CURRENCIES[currency]
    whole = value.denominator == 1
    places = 0 if whole or (currency in _WITHOUT_CENTS and abs(value) >= 100) else 2
    if language == "en" and sign:
        return f"{'-' if value < 0 else ''}{sign}{rounded(abs(value), 2):,f}"
    return f"{rounded(value, places):,f}{words[language]}"


def percent(value: Fraction) -> str:
    """`12.5%`, from 12.5."""
    return f"{number(value, 2)}%"


def with_unit(value: Fraction, unit: str, language: Language) -> str:
    """A figure and its unit; Korean counters and Latin symbols each have their own spacing."""
    if not unit:
        return number(value)
    glue = "" if language == "ko" or unit.startswith("°") else " "
    return f"{number(value)}{glue}{unit}"


def has_final(text: str) -> bool | None:
    """Whether the last syllable ends in a consonant (받침); None where it cannot be told."""
    text = text.rstrip(")”\"'’】> ")
    for latin, spoken in _READ_ALOUD.items():
        if re.search(rf"(?<![A-Za-z]){re.escape(latin)}$", text):
            return has_final(spoken)
    last = text[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 > 0
    if last.isdigit():
        return last in _DIGITS_WITH_FINAL
    if last.isascii() and last.isalpha():
        return last.lower() in "lmnr"
    return None


def particle(word: str, pair: str) -> str:
    """The word with the particle that suits it: `particle("가격", "은/는")` is `가격은`."""
    after_consonant, after_vowel = pair.split("/")
    final = has_final(word)
    if final is None:
        return f"{word}{after_consonant}({after_vowel})"
    # ㄹ counts as a vowel before 로: 서울로, 물로.
    if final and pair == "으로/로" and "가" <= word[-1] <= "힣" and (ord(word[-1]) - ord("가")) % 28 == 8:
        final = False
    return word + (after_consonant if final else after_vowel)
