"""A message of two wishes, one of which no rule can do: the sum in it is worked out all the same.

“Write a poem, and what is 12*7?”; and stories with numbers that were not understood, which are refused as such.
"""

import re

from ..base import Message
from .beyond import kind_of
from .followups import reading_of
from .notes import is_asking, sentences
from .plan import Plan
from .quantities import quantities
from .recall import recall
from .skill import Language, Situation
from .sums import read

_CUT = re.compile(
    r"(?<=[.!?。！？;；])\s*|,?\s+(?:and(?: also)?|but|then|also)\s+|[,，]\s*(?:再|并|然后|还有)?|"
    r"(?<=[가-힣]고)\s+|(?:그리고|또한|아울러)\s+|再(?=算)",
    re.IGNORECASE,
)
_SURE = 0.5
_LONGEST = 300


def sum_beside(text: str, language: Language) -> Plan | None:
    """The sum that stands before or behind what cannot be done; None where there is none."""
    if len(text) > _LONGEST:
        return None
    cuts = [match.span() for match in _CUT.finditer(text)]
    for start, end in cuts:
        for part, rest in ((text[end:], text[:start]), (text[:start], text[end:])):
            if kind_of(rest, anything=True) is None or kind_of(part, anything=True) is not None:
                continue
            reading = read(part.strip(), language)
            if reading and reading.plan and reading.fit > _SURE:
                return reading.plan
    return None


_TIMES = re.compile(r"\btwice\b|\bhalf\b|\bdouble|\btriple|절반|\s배|一半|倍", re.IGNORECASE)
_ASKS = re.compile(
    r"몇|얼마|\bwhat (?:is|was|are|will)\b|\bhow (?:many|much|old|long|far|fast)\b|多少|几", re.IGNORECASE
)
# What a notebook, a file or the API may know.
_OTHERWISE = re.compile(
    r"assistant|thread|\bruns?\b|token|\bfiles?\b|vector|\bapi\b|model|chapter|notebook|message|dall|image|picture|chart|data|"
    r"\bcode\b|어시스턴트|스레드|실행|토큰|파일|모델|메시지|노트북|그림|이미지|차트|데이터|매출|코드|文件|模型|消息|图|数据|代码",
    re.IGNORECASE,
)


def is_untold_story(situation: Situation) -> bool:
    """True for a small story with numbers that asks for one, and that no rule understands."""
    question = situation.question
    parts = sentences(question)
    told = [part for part in parts if not is_asking(part) and not _ASKS.search(part)]
    if len(question) > _LONGEST or len(told) == len(parts) or not told or not _ASKS.search(parts[-1]):
        return False
    numbers = len(quantities(question)) + bool(_TIMES.search(question))
    if numbers < 2 or not any(quantities(part) for part in told) or _OTHERWISE.search(question):
        return False
    earlier = [item.text for item in situation.before if isinstance(item, Message) and item.role == "user"]
    reading = reading_of(situation)
    return reading is None and recall(question, earlier, bool(earlier)) is None
