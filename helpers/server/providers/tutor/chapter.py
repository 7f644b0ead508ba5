"""Answers about the chapter and the API, with a link to the section of a notebook.

A matter of the table of entries has a short answer there, and the paragraph of its notebook that says more; whatever
else the course tells is answered in the notebooks' own words.

`lookup` finds the entry that a question is about. Words that people also use for other things (run, message, file)
count only where the question is about little else.
"""

import re

from .chapter_entries import ENTRIES, Entry
from .prose.answering import link_to, names_matter, prose_answer, told_by_notebooks
from .skill import Language, language_of

_EXPLAIN = re.compile(
    r"이란|란\?|란 무엇|궁금|예요\?|무엇|뭐|뭔|무슨 뜻|뜻|의미|설명|알려|차이|왜|언제|어떻게|어떤|"
    r"몇 가지|종류|할 수 있|나요|인가요|궁금|"
    r"\bwhat\b|\bwhat's\b|\bwhen\b|\bwhy\b|\bhow\b|\bwhich\b|\bexplain|\bdescribe|\bdifference|"
    r"\bmeans?\b|\bdefine|\btell me about|\bcan i\b|\bdoes\b|"
    r"是什么|什么是|什么|为什么|何时|什么时候|怎么|如何|区别|解释|介绍|哪些|含义",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"{_EXPLAIN.pattern}|[?？]\s*$|^(?:is|are|do|does|did|can|could|may|should|must|will|who|where)\b|"
    r"누가|누구|어디|몇|얼마|까요|되나|돼요|안 돼|왜죠|려면",
    re.IGNORECASE,
)
# Words of work and daily life, beside which “run” or “message” are not those of the API.
_ELSEWHERE = re.compile(
    r"매출|고객|제품|상품|주문|거래|프로젝트|이메일|전화|데이터|그려|차트|표를|계산|번역|요약|친구|회의|"
    r"\bsales\b|\brevenue\b|\bcustomer|\bproduct|\border\b|\bproject|\bemail|\bphone|\bdata\b|\bchart|"
    r"\btranslate|\bsummar|"
    r"\bmarathon|\bshoes\b|销售|客户|产品|订单|项目|数据|翻译|图表",
    re.IGNORECASE,
)
# Questions that a short answer of the table is made for.
_DEFINES = re.compile(
    r"뭐예요|뭐에요|뭐죠|뭔가요|무엇인가요|무엇입니까|무엇이에요|이란|란\?|란 무엇|뜻|의미|어떻게 동작|"
    r"\bhow do(?:es)? .{1,30} work\b|\bwhat(?: is|'s| are| does)\b|\bmeans?\b|\bdefine|\bexplain",
    re.IGNORECASE,
)
_LONGEST = 160
# What speaks for the notebook that teaches a matter.
_AT_HOME, _PERHAPS = 0.2, 0.1


def lookup(question: str) -> tuple[Entry, float] | None:
    """The entry that the question is about, and how sure that is (0 to 1); None where it is about none."""
    # Letters count as one word up to a Korean particle: run이, thread란.
    question = re.sub(r"(?<=[A-Za-z0-9_])(?=[가-힣])|(?<=[가-힣])(?=[A-Za-z])", " ", question)
    if len(question) > _LONGEST or not _EXPLAIN.search(question):
        return None
    for entry in ENTRIES:
        match = re.search(entry.words, question, re.IGNORECASE)
        if not match:
            continue
        if entry.strong:
            return entry, 0.8
        if _ELSEWHERE.search(question):
            continue
        # A plain word ("run", "message") has to be what the question is about, so little else may stand in it.
        others = _EXPLAIN.sub(" ", question[: match.start()] + " " + question[match.end() :])
        weight = len(re.findall(r"[a-z]{4,}|[가-힣]{2,}|[\u4e00-\u9fff]{2}", others, re.IGNORECASE))
        if weight <= 4:
            return entry, 0.7 - 0.05 * weight
    return None


def matter_in(question: str, found: tuple[Entry, float] | None) -> float:
    """How sure it is (0 to 1) that a question is about the course; `found` is its entry."""
    sure = found[1] if found else 0.0
    if len(question) <= _LONGEST and _EXPLAIN.search(question) and names_matter(question):
        return max(sure, 0.8)
    if not sure and len(question) <= _LONGEST and _ASKS.search(question):
        return told_by_notebooks(question, language_of(question) or "en", elsewhere=bool(_ELSEWHERE.search(question)))
    return sure


def matter_answer(question: str, language: Language) -> str | None:
    """The answer to a question about the course, with a link to the notebook; None where there is none."""
    found = lookup(question)
    home = {found[0].notebook: _AT_HOME if found[0].strong else _PERHAPS} if found else None
    told = prose_answer(question, language, home, also=found is None) if language != "zh" else None
    if found is None:
        return told
    entry = found[0]
    answer, link = entry.answer(language), link_to(entry.notebook, language)
    if told and not (entry.spoken or entry.strong or _DEFINES.search(question)):
        return told
    if told and link in told and not entry.spoken:
        return f"{answer}\n\n{told}"
    pointer = {"ko": f"자세한 내용: {link}", "en": f"More: {link}", "zh": f"详见：{link}"}[language]
    return f"{answer}\n\n{pointer}" if link else answer
