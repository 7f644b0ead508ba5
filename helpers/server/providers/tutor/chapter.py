"""Answers about the chapter and the API, with a link to the section of a notebook.

A matter of the table of entries has a short answer there, and the paragraph of its notebook that says more; whatever
else the course tells is answered in the notebooks' own words.

`lookup` finds the entry that a question is about. Words that people also use for other things (run, message, file)
count only where the question is about little else.
"""

import re

from .chapter_entries import ENTRIES, Entry
from .passages.asking import kind_of
from .prose.answering import link_to, prose_answer
from .prose.matching import find
from .prose.notebooks import passages
from .prose.topics import course_words
from .skill import Language, language_of

_EXPLAIN = re.compile(
    r"이란|란\?|란 무엇|궁금|예요\?|무엇|뭐|뭔|무슨 뜻|뜻|의미|설명|알려|차이|왜|언제|어떻게|어떤|"
    r"몇 가지|종류|할 수 있|나요|인가요|궁금|"
    r"\bwhat\b|\bwhat's\b|\bwhen\b|\bwhy\b|\bhow\b|\bwhich\b|\bexplain|\bdescribe|\bdifference|"
    r"\bmeans?\b|\bdefine|\btell me about|\bcan i\b|\bdoes\b|"
    r"什么|何时|怎么|怎样|如何|区别|解释|介绍|哪些|含义|多久|多少|[吗呢]",
    re.IGNORECASE,
)
_ASKS = re.compile(
    rf"{_EXPLAIN.pattern}|[?？]\s*$|^(?:is|are|do|does|did|can|could|may|should|must|will|who|where)\b|"
    r"누가|누구|어디|몇|얼마|까요|되나|돼요|안 돼|왜죠|려면",
    re.IGNORECASE,
)
# Words of somebody with whom something does not work, who asks without asking.
_TROUBLE = re.compile(
    r"(?<![가-힣])[안못] |없(?:어|다|음|네)|깨[져지졌]|멈[춰췄추]|막[혀혔]|이상[해하]|끊[겨기겼]|오류|에러|실패|"
    r"안 ?[돼됨됩]|"
    r"\berrors?\b|\w+Error\b|\bfail|\bstuck\b|\bnot\b|n't\b|\bcannot\b|\bwrong\b|\bmissing\b|\bnever\b|\bno\b",
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
    r"\bhow do(?:es)? .{1,30} work\b|\bwhat(?: is|'s| are| does)\b|\bmeans?\b|\bdefine|\bexplain|"
    r"是什么|什么是|什么意思|含义|区别",
    re.IGNORECASE,
)
_LONGEST = 160
_LONGEST_TOLD = 400
# How certain it has to be that a question is one about the course (see `prose.matching`). What does not ask has to be
# nearer; Chinese words have no part in the cosine of words.
_LEAST, _TROUBLED, _STATED, _CHINESE, _SPAN = 0.6, 0.7, 1.0, 0.5, 0.25
# Enough for a guess, where nothing else can answer: with a word of the course in the question, and without.
_PERHAPS, _PERHAPS_BARE = 0.35, 0.46
_LIKELY, _SURE = 0.4, 0.62
# With words of the course in it, nothing but the course can be meant.
_NAMED, _NEAR, _CLEAR = 1.5, 0.7, 0.85


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
    language = _language_of(question)
    chinese = language == "zh"
    if found and (not passages("en") or (chinese and found[0].strong)):
        return found[1]
    if len(question) > _LONGEST_TOLD:
        return 0.0
    least = _LEAST if _ASKS.search(question) else _TROUBLED if _TROUBLE.search(question) else _STATED
    least = _CHINESE if chinese else least
    certain = find(question, language, _home(found), least=least).certain
    if certain < least:
        return 0.0
    if certain >= _NEAR and course_words(question) >= _NAMED:
        return _CLEAR
    return max(min(_LIKELY + (_SURE - _LIKELY) * (certain - least) / _SPAN, _SURE), found[1] if found else 0.0)


def perhaps_in(question: str) -> float:
    """How much speaks for a guess that the notebooks answer a question; 0 where it is too little."""
    if len(question) > _LONGEST_TOLD:
        return 0.0
    least = _PERHAPS if course_words(question) else _PERHAPS_BARE
    certain = find(question, _language_of(question), least=least).certain
    return certain if certain >= least else 0.0


def matter_answer(question: str, language: Language) -> str | None:
    """The answer to a question about the course, with a link to the notebook; None where there is none."""
    found = lookup(question)
    if found is None:
        return prose_answer(question, language)
    entry = found[0]
    answer, link = entry.answer(language), link_to(entry.notebook, language)
    pointer = {"ko": f"자세한 내용: {link}", "en": f"More: {link}", "zh": f"详见：{link}"}[language]
    if not (entry.strong or entry.spoken or _DEFINES.search(question)):
        return prose_answer(question, language, entry.notebook) or answer
    if language == "zh" or entry.spoken:
        return f"{answer}\n\n{pointer}" if link else answer
    told = prose_answer(question, language, entry.notebook, brief=kind_of(question) != "compare")
    return "\n\n".join(filter(None, [answer, told, pointer if link and link not in (told or "") else ""]))


def _language_of(question: str) -> Language:
    if re.search("[一-鿿]", question) and not re.search("[가-힣]", question):
        return "zh"
    return language_of(question) or "en"


def _home(found: tuple[Entry, float] | None) -> str:
    return found[0].notebook if found else ""
