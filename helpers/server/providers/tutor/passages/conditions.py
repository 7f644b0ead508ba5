"""Questions about a case (“what if it rains?”) and the sentences that name the same case."""

import re

from .words import Bag, question_terms

_CASE = re.compile(
    r"\b(?:if|when(?= (?:it|i|we|you|they|there|he|she|the|an?|my|our|your)\b)|in case(?: of)?)\s"
    r"(?P<en>[^,.;:?!]+)|"
    r"(?P<ko>[^,.;:?!]+?(?:으면|[가-힣]면|을 때|ㄹ 때|[가-힣] 경우|[가-힣] 때)(?:에는|에|는|엔)?)(?=\s|,|$)|"
    r"(?:如果|若|要是|万一)(?P<zh>[^，。；？！]+)",
    re.IGNORECASE,
)
_ASKS_OF_IT = re.compile(
    r"\bwhat (?:if|happens|will happen|should|do|must|can)\b|\bhow\b.*\bif\b|"
    r"어떻게|어떡|무엇을 해|뭘 해|무슨 일|怎么|会怎样|怎样",
    re.IGNORECASE,
)
_SAME = 0.8


def same_case(question: str, sentence: str) -> bool:
    """True where a question asks what is done in a case, and a sentence says so of just this case."""
    if not _ASKS_OF_IT.search(question):
        return False
    asked, told = _CASE.search(question), _CASE.search(sentence)
    if not asked or not told:
        return False
    terms = question_terms(_words(asked))
    bag = Bag(_words(told))
    return bool(terms) and all(bag.share(term) >= _SAME for term in terms)


def _words(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group)
