"""How one number is told by another, in three languages: “twice as many as Ann”, “형보다 3살 적다”, “比小明多5本”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .question import Question

_N = r"(?P<n>\d[\d,]*(?:\.\d+)?)"
_VERB = (
    r"(?!(?:is|are|was|were|has|had|have|holds?|contains?|weighs?|sells?|sold|made|makes?|read|got|gets?|does|did)\b)"
)
_NAME = (
    rf"(?:(?:[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Tt]heir|[Aa]n?) (?:{_VERB}[a-z]+ )?)?(?:{_VERB}[A-Za-z][a-z]+|I\b|"
    rf"me\b)(?:'s(?: age)?| age)?"
)
_TIMES = r"(?P<times>twice|half|thrice|(?:two|three|four|five|six|ten|\d+) times)"
_ON = r"(?:\s(?:on|in) (?P<on>[A-Z][a-z]+))?"
_MORE = "more|older|taller|longer|heavier|higher|bigger"
_LESS = "fewer|less|younger|shorter|lighter|lower|smaller"
_SUBJECT = rf"(?:(?P<name>{_NAME})\s(?:[a-z]+\s){{0,2}}?)?"
_PATTERNS = {
    "en": [
        rf"{_SUBJECT}{_TIMES} as (?:many|much|old|tall|long|heavy|big|"
        rf"high)(?: (?!as\b)[a-z]+){{0,2}}?(?: as (?P<other>{_NAME})"
        rf"(?: (?:does|did|has|had|is|was|do))?)?{_ON}",
        rf"{_SUBJECT}{_TIMES} (?P<other>{_NAME})",
        rf"{_SUBJECT}{_N}(?: (?!more|fewer|less)[a-z]+)? (?P<way>{_MORE}|{_LESS})(?: (?!than\b)[a-z]+){{0,2}}?"
        rf"(?: than (?P<other>{_NAME})(?: (?:does|did|has|had|is|was|do))?)?{_ON}",
        r"(?:[Tt]ogether,?|[Ii]n total,?|[Aa]ltogether,?) (?:they|"
        r"we) (?:[a-z]+ ){1,2}(?P<sum>\d[\d,]*)(?: [a-z]+){0,2}",
        r"(?:[Tt]hey|[Ww]e) (?:[a-z]+ ){1,2}(?P<sum>\d[\d,]*)(?: [a-z]+)? (?:together|in total|altogether|in all|"
        r"combined)",
        r"(?:[Tt]he sum of )?their ages (?:is|add up to|total|sum to) (?P<sum>\d[\d,]*)",
        rf"{_SUBJECT}{_N}(?: (?:years old|cm tall|kg|[a-z]+))?(?: tall| long| high| heavy)?(?: today| now)?{_ON}",
    ],
    "ko": [
        r"(?:[가-힣]+에(?:는|서)? )?(?P<name>[가-힣]+?)(?:의 나이)?(?:은|는|이|"
        r"가) (?:[가-힣]+[이가을를] )?(?P<other>[가-힣]+?)(?:의? 나이)?의 (?P<times>두|세|네|다섯|\d+)\s?배\S*"
        r"(?: 있\S*)?",
        r"(?:[가-힣]+에(?:는|서)? )?(?P<name>[가-힣]+?)(?:의 나이)?(?:은|는|이|"
        r"가) (?:[가-힣]+[이가을를] )?(?P<other>[가-힣]+?)(?:의? 나이)?의 (?P<times>절반|반)\S*(?: 있\S*)?",
        rf"(?:[가-힣]+에(?:는|서)? )?(?P<name>[가-힣]+?)(?:은|는|이|"
        rf"가) (?:[가-힣]+[이가을를] )?(?P<other>[가-힣]+?)보다 (?:나이가 |키가 )?{_N}\s?[가-힣a-z]*? ?(?:더 )?"
        r"(?P<way>많|크|길|무거|무겁|높|적|작|짧|가벼|가볍|낮|어리|어립)\S*(?: 있\S*)?",
        r"(?:두 사람의 나이의 |둘의 나이의? ?|나이의 |모두의 |둘의 )?합(?:은|이|계는) (?P<sum>\d[\d,]*)\S*",
        r"(?:둘이 |셋이 |모두 )합(?:쳐서|치면|해서|하면) (?P<sum>\d[\d,]*)\S*",
        rf"(?:[가-힣]+에(?:는|서)? )?(?P<name>[가-힣]+?)(?:의 나이)?(?:은|는|이|"
        rf"가) (?:[가-힣]+[이가을를] )?(?:올해 |지금 )?{_N}\s?[가-힣a-z]*(?: 있\S*| 가지고 ?있\S*)?",
    ],
    "zh": [
        r"(?P<name>[\u4e00-\u9fff]{1,4}?)(?:的年龄|的?数量)?是(?P<other>[\u4e00-\u9fff]{1,4}?)(?:的年龄|"
        r"的?数量)?的(?:(?P<times>[两二三四五]|\d+)倍|"
        r"(?P<half>一半))",
        rf"(?P<name>[\u4e00-\u9fff]{{1,4}}?)比(?P<other>[\u4e00-\u9fff]{{1,4}}?)(?P<way>多|大|高|重|长|少|小|矮|轻|"
        rf"短)\s?{_N}\s?"
        r"[\u4e00-\u9fff]{0,2}",
        r"(?:两人|他们|三人)?(?:年龄(?:的|之)?和|一共|总共|合计)(?:是|有|"
        r"为)?\s?(?P<sum>\d[\d,]*)\s?[\u4e00-\u9fff]{0,2}",
        rf"(?P<name>[\u4e00-\u9fff]{{1,4}}?)(?:今年|现在)?(?:有|是)?\s?{_N}\s?[\u4e00-\u9fff]{{0,2}}",
    ],
}
_CUTS = {
    "en": r"(?<=[.!;])\s+|,\s+(?:and\s+)?|\s+and\s+(?=(?:[A-Za-z]+ ){0,4}?(?:twice|half|\d))|(?<=\?)\s+",
    "ko": r"(?<=[.!?])\s+|,\s+|(?<=[가-힣])(?:이고|이며|고|며|인데|지만|으며)\s+",
    "zh": r"[，。；！]",
}
_FIGURES = {"twice": 2, "thrice": 3, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
_FIGURES |= {"두": 2, "세": 3, "네": 4, "다섯": 5, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_NOBODY = {"they", "she", "he", "it", "we", "you", "how", "together", "there", "this", "that", "which", "what"}


@dataclass(frozen=True)
class Told:
    """`name` is `times` the `other` (or nothing, where there is none) plus `more`; or all of them make `total`."""

    name: str
    times: Fraction = Fraction(0)
    other: str = ""
    more: Fraction = Fraction(0)
    total: Fraction | None = None


def parts_of(question: Question) -> tuple[list[str], list[str]]:
    """The parts of a text that tell, and those that ask."""
    text = re.sub(r"^(?:올해|지금|현재|今年|现在)\s?", "", question.text)
    parts = [part.strip() for part in re.split(_CUTS[question.language], text) if part and part.strip()]
    return [part for part in parts if not _asks(part)], [part for part in parts if _asks(part)]


def _asks(part: str) -> bool:
    return (
        re.search(r"[?？]|\bhow (?:many|much|old|tall|long)\b|몇 ?[가-힣]|얼마|多少|几岁|几[个本只]", part, re.I)
        is not None
    )


def told_in(question: Question, parts: list[str]) -> list[Told] | None:
    """What each part tells; None where one of them is not understood."""
    told = list(_told(question, parts))
    return [one for one in told if one] if None not in told else None


def _told(question: Question, parts: list[str]) -> Iterator[Told | None]:
    last = ""
    for part in parts:
        match = next((m for p in _PATTERNS[question.language] if (m := re.fullmatch(p, part.rstrip(" .!。")))), None)
        found = match.groupdict() if match else {}
        if found.get("sum"):
            yield Told("", total=_value(found["sum"]))
            continue
        name = plain(found.get("on") or "") or plain(found.get("name") or "")
        if not name or name in _NOBODY:
            yield None
            return
        other = plain(found.get("other") or "") or last
        if found.get("times") or found.get("half"):
            yield Told(name, _times(found.get("times") or "half"), other)
        elif found.get("way"):
            less = re.fullmatch(rf"{_LESS}|적|작|짧|가벼|가볍|낮|어리|어립|少|小|矮|轻|短", found["way"])
            yield Told(name, Fraction(1), other, _value(found["n"]) * (-1 if less else 1))
        else:
            yield Told(name, more=_value(found["n"]))
        last = name


def plain(name: str) -> str:
    """A name without its article and its plural."""
    text = re.sub(r"(?:'s)?(?: age)?$", "", name.strip().lower()) if name.strip().lower() != "my age" else "i"
    text = "i" if text in {"me", "my"} else "나" if text in {"내", "저", "제"} else text
    text = re.sub(r"^(?:the|his|her|my|their|an?)\s", "", text)
    return re.sub(r"(?<=[a-z]{3})(?<!s)s$", "", text)


def _value(written: str) -> Fraction:
    return Fraction(written.replace(",", ""))


def _times(written: str) -> Fraction:
    if written in {"half", "절반", "반"}:
        return Fraction(1, 2)
    word = written.split()[0].lower()
    return Fraction(_FIGURES.get(word) or int(word))
