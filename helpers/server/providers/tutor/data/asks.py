"""What a sentence asks to be written: insights, titles or a deck, how many, and how long."""

import re

from .wishes import wish_in

INSIGHTS = re.compile(
    r"인사이트|시사점|통찰|insight|takeaway|key (message|point)|findings?\b|"
    r"핵심.{0,8}(내용|메시지|요점|정리|요약|알려|말해)|핵심을|알 수 있는 (점|것|사실|내용)|무엇을 (말해|알 수)|"
    r"(chart|graph|plot|data|table) (tells?|shows?|says?) (us|me)|洞察|要点",
    re.I,
)


_NUMBERS = {
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
    "one": 1,
    "a single": 1,
}

_NUMBERS |= {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5}


def asked_number(text: str, usual: int = 3) -> int:
    """How many sentences or points a sentence asks for ("두 문장", "3 bullet points"); at most 8."""
    text = re.sub(r"(문장|문장당|per sentence|각각?)\s*당.{0,12}?(단어|words|자)", " ", text)
    units = (
        r"(?:가지|개|문장|줄|점|항목|sentences?|insights?|bullets?|bullet points?|points?|"
        r"takeaways?|titles?|headlines?|제목|things|个|条|句|点)"
    )
    middle = r"(?:\s?(?:most|key|important|main|short|medium|long|length|brief|bullet|핵심|중요한|짧은)[\s-]*){0,4}\s?"
    found = re.search(rf"(\d+|{'|'.join(_NUMBERS)})\s?{middle}{units}", text, re.I)
    if not found:
        return usual
    word = found[1].lower()
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return min(max(number, 1), 8)


def asked_titles(text: str) -> int:
    """How many titles a sentence asks for; "a title for the two sentences" asks for one."""
    words = "|".join(_NUMBERS)
    noun = r"(?:제목|타이틀|헤드라인|titles?|headlines?|标题)"
    found = re.search(
        rf"(?<![가-힣a-z])(\d+|{words})\s?(?:가지|개|个)?의?\s?(?:[가-힣a-z]{{1,12}}\s){{0,2}}{noun}|"
        rf"{noun}(?:을|를|은|의)?\s?(?:후보)?(?:를)?\s?(?:\S{{1,6}}\s)?(\d+|{words})\s?(?:개|가지|个)?(?![가-힣])",
        re.sub(
            r"(?:\d+|[가-힣a-z]+)[\s-]?(?:문장|줄|sentences?|lines?|bullet points?|bullets?|insights?|단어|"
            r"words?|个?句)\S*",
            " ",
            text,
            flags=re.I,
        ),
        re.I,
    )
    if not found:
        return 1
    word = (found[1] or found[2]).lower()
    return min(max(int(word) if word.isdigit() else _NUMBERS[word], 1), 8)


def asked_words(text: str) -> int | None:
    """About how many words a sentence is asked to have; None where nothing is said."""
    found = re.search(r"(\d+)(?:\s?(?:-|–|~|에서|to)\s?(\d+))?\s?[- ]?(?:단어|words?|어절|个词)", text, re.I)
    if found:
        return (int(found[1]) + int(found[2] or found[1])) // 2
    return 8 if re.search(r"짧게|짧은|간결|간단|\bshort\b|\bbrief|concise|简短", text, re.I) else None


_DECK = (
    r"발표\s?자료|발표\s?슬라이드|슬라이드|파워\s?포인트|프레젠테이션|프리젠테이션|"
    r"(?<![a-z])pptx?(?![a-z])|slide ?deck|\bdeck\b|\bslides\b|presentation|power ?point|演示文稿|幻灯片"
)


MAKES_DECK = re.compile(
    rf"({_DECK})(\s?\([^)]{{0,30}}\))?(를|을|로|으로|도)?\s*((\d+\s?장|[가-힣]{{1,2}}\s?장|파일|다시|새로|하나|"
    rf"바로|좀|한글|영어)(으로|로|을|를)?\s*)*"
    rf"(만들|작성|생성|제작|구성|뽑|완성|정리|저장|부탁|해\s?줘)|"
    rf"({_DECK})의 제목은.{{0,60}}(만들|작성|생성|제작)|"
    rf"\b(make|create|build|prepare|generate|produce|assemble|put together|"
    rf"turn)\b(?!.{{0,40}}\b(title|headline|insights?|sentences?|"
    rf"bullets?)\b.{{0,30}}\bfor\b).{{0,120}}({_DECK})(?!\s+(title|headline))|"
    rf"(制作|生成|做|创建).{{0,12}}({_DECK}|PPT)",
    re.I,
)


TITLES = re.compile(r"제목|타이틀|헤드라인|\btitle|headline|标题", re.I)
_MAKES_TITLE = re.compile(
    r"(제목|타이틀|헤드라인)\s*(후보|하나|한|두|세|\d)|"
    r"(제목|타이틀|헤드라인).{0,20}(지어|붙여|정해|추천|만들|써|작성|달아|뽑|제안|알려|부탁)|"
    r"(지어|추천|제안).{0,10}(제목|타이틀)|"
    r"(come up with|suggest|give|write|create|propose|think of|need|find|make|generate|provide).{0,60}"
    r"\b(title|headline)|"
    r"(title|headline) (for|please)|标题",
    re.I,
)


def makes_title(text: str) -> bool:
    """True where a sentence asks for a title, and not for a chart that carries a title already given."""
    wish = wish_in(text)
    retitles = re.search(
        r"(make|set|change|use|put|give)\b.{0,20}\btitle\b|(제목|타이틀)(은|을|를)?.{0,40}(로|으로)\s?(해|하|바꿔|바꾸|달|붙)|标题(改|换|设)",
        text,
        re.I,
    )
    given = bool(wish.title and (wish.chart or wish.continues or retitles))
    return bool(_MAKES_TITLE.search(text)) and not given and not MAKES_DECK.search(text)


def asks_to_write(text: str) -> bool:
    """True where a sentence asks for insights, a title or a deck, and not for an analysis."""
    return bool(INSIGHTS.search(text) or MAKES_DECK.search(text)) or makes_title(text)
