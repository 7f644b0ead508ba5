"""How far something is opened, lit or turned up, where the schema has limits for it: “halfway”, “a third”, “활짝”."""

import re
from collections.abc import Iterator
from fractions import Fraction

_HALF = re.compile(r"(?<![가-힣])(?:반쯤|반만|절반(?:만|쯤|으로)?|반 정도)|\bhalf ?way\b|\bhalf\b(?! an?\b)|一半")
_FULLY = re.compile(
    r"(?:완전히|끝까지|활짝|최대로) ?(?:올|열|켜|밝)|\b(?:fully|all the way|completely) (?:open|up|on)\b|"
    r"\bopen \w+ (?:fully|all the way)\b|全部?打开|最亮",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?P<en>a|one|two|three)[ -](?P<of>third|quarter|fifth)s?\b(?! of an?\b| past| to\b)|"
    r"(?P<ko_of>[2-9]|[이삼사오])분의 ?(?P<ko>[1-9]|[일이삼사])|(?P<zh_of>[二三四五])分之(?P<zh>[一二三四])",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "third": 3, "quarter": 4, "fifth": 5}
_NUMBERS |= {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5}


def shares_in(text: str) -> Iterator[tuple[Fraction, int, int]]:
    """Each share of the whole, from 0 to 1, and its place."""
    for share, pattern in ((Fraction(1, 2), _HALF), (Fraction(1), _FULLY)):
        if match := pattern.search(text):
            yield share, *match.span()
    for match in _PART.finditer(text):
        part, of = match["en"] or match["ko"] or match["zh"], match["of"] or match["ko_of"] or match["zh_of"]
        share = Fraction(_number(part), _number(of))
        if share <= 1:
            yield share, *match.span()


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
