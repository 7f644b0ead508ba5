"""Numbers written in words, put in figures: “스물다섯에서 아홉을 빼면”, “three dozen minus seven”, “三百减去二十”."""

import re

from ..quantities import ENGLISH_WORD, english_value, han_value, native_value, scaled_value

_NATIVE_TENS = "열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔"
_NATIVE_ONES = "하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉"
_KO_AFTER = (
    r"(?=(?:에서|에다가?|에|을|를|과|와|은|는|의|으로|로|이?랑|하고)(?:\s|[?？.,]|$)|\s?(?:더하기|빼기|곱하기|"
    r"나누기|플러스|마이너스)|"
    r"\s*[?？.]?$|\s?[+*/×÷-])"
)
_OPERATORS = r"(?:더하기|빼기|곱하기|나누기|플러스|마이너스)"
_KO_BEFORE = r"(?<![가-힣\d])"
_NATIVE = re.compile(rf"{_KO_BEFORE}(?:(?:{_NATIVE_TENS})(?:{_NATIVE_ONES})?|{_NATIVE_ONES}){_KO_AFTER}")
_SINO = re.compile(
    rf"{_KO_BEFORE}(?:[일이삼사오육칠팔구]?[십백천만억][일이삼사오육칠팔구십백천만억]*|"
    rf"[일이삼사오육칠팔구영])(?<!만){_KO_AFTER}"
)
_HAN_SIGNS = r"(?:加上?|减去?|乘以?|除以|的|和|等于)"
_HAN = re.compile(
    rf"[零〇一二两三四五六七八九十百千万亿]+(?=\s?{_HAN_SIGNS})|"
    r"(?<=[加上减去乘以])[零〇一二两三四五六七八九十百千万亿]+"
)


def in_figures(text: str) -> str:
    """The text with the numbers that are written in words put in figures; the same text where there are none."""
    text = ENGLISH_WORD.sub(_english, text)
    text = _HAN.sub(lambda match: str(han_value(match[0])), text)
    text = _NATIVE.sub(lambda match: str(native_value(match[0])), text)
    return _SINO.sub(_sino, text)


def _english(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 1) : match.start()]
    return match[0] if before.isalnum() else str(english_value(match[0]))


def _sino(match: re.Match[str]) -> str:
    """A single syllable (이, 일, 오) is a number only beside an operator."""
    beside = re.match(rf"\s?{_OPERATORS}", match.string[match.end() :]) or re.search(
        rf"{_OPERATORS}\s?$", match.string[: match.start()]
    )
    return str(scaled_value(match[0])) if len(match[0]) > 1 or beside else match[0]
