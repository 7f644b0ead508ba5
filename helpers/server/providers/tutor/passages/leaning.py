"""Questions that lean on the ones before: “그럼 환불은요?”, “And for children?”, “Tell me more.”"""

import re
from collections.abc import Sequence

from .asking import about
from .words import question_terms

_STARTS = re.compile(
    r"^\W*(?:그럼|그러면|그렇다면|그런데|그리고|그건|그것|그거|거기|그때|그 ?(?:경우|사람|기간|비용|분|중|다음|외|"
    r"밖)|이건|이것|그는|그녀|혹시 그|반대로|"
    r"and\b|what about|how about|what if|then\b|so\b|but\b|also\b|or\b|what else|anything else|why\?|why not|how so|"
    r"那|那么|还有)",
    re.I,
)
_ENDS = re.compile(r"[은는]요\s*[?？]*$|(?:도|라도|이라도)(?:요|인가요|되나요|돼요)?\s*[?？]*$|呢\s*[?？]?$")
_POINTS = re.compile(
    r"\b(?:it|its|they|them|their|that|those|this|these|he|him|his|she|her|there|then|one|ones)\b|"
    r"(?<![가-힣])(?:그것|그거|그건|그걸|그게|그곳|거기|그 ?사람|그들|이것|이거|그때|그중|위의|방금|앞의)|它|他|她|"
    r"这个|那个",
    re.I,
)
_MORE = re.compile(
    r"더 (?:자세히|자세하게|알려|말해|설명|있)|자세히 (?:알려|말해|설명)|(?:또|다른 ?것|그 ?밖에|그 ?외에)\S{0,3} "
    r"(?:뭐|무엇|있)|계속|이어서|"
    r"\btell me more\b|\bmore details?\b|\belaborate\b|\bgo on\b|\bwhat else\b|\banything else\b|\bcontinue\b|更详细|"
    r"继续|"
    r"还有什么",
    re.I,
)
_WHERE = re.compile(
    r"(?:어느|어떤|무슨) (?:문서|파일|자료)|출처(?:가|는|를)|어디에 (?:나와|적혀|쓰여|있는 내용)|\bwhich (?:file|"
    r"document|source)|\bwhere (?:does "
    r"it|is (?:that|it|this)) (?:say|said|written|stated)|"
    r"\b(?:the|your) sources?\b|哪[个份](?:文件|文档)|出处",
    re.I,
)
_FEW_WORDS = 14
_REACH = 4


def wants_more(question: str) -> bool:
    """True where the question asks for more of the same."""
    return bool(_MORE.search(question)) and len(question) < 40


def wants_source(question: str) -> bool:
    """True where the question asks in which file something stands."""
    return bool(_WHERE.search(question))


def leans(question: str) -> bool:
    """True where a question cannot be understood alone."""
    if wants_source(question) and not question_terms(about(question)):
        return True
    short = len(re.findall(r"\w+", question)) <= _FEW_WORDS
    if _STARTS.search(question) or wants_more(question):
        return short
    if _ENDS.search(question) and len(question) <= 20:
        return True
    return short and bool(_POINTS.search(_without_relatives(question)))


def leaned_on(question: str, earlier: Sequence[str]) -> str:
    """What the earlier questions say that this one leaves out; an empty string where it leans on nothing."""
    if not earlier or not leans(question):
        return ""
    found: list[str] = []
    for text in reversed(earlier[-_REACH:]):
        if question_terms(about(text)) and not wants_more(text):
            found.insert(0, about(text))
        if not leans(text):
            break
    return " ".join(found)


def _without_relatives(question: str) -> str:
    """The question without the English “that” of a clause and “there” of “is there”, which point at nothing."""
    return re.sub(
        r"\b(?:is|are|was|were) there\b|\bthere (?:is|are|was|were)\b|(?<=\w )that (?=\w+)|\bthis (?:document|file|"
        r"report|text|year)",
        " ",
        question,
        flags=re.I,
    )
