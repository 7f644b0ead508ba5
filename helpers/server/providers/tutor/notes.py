"""What a reader has told in a thread: “제 이름은 민지입니다”, “우리 팀은 5명입니다”, “the budget is 3,000 dollars”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .skill import Language, language_of


@dataclass(frozen=True)
class Note:
    """`key` says what was told about, `value` what it is; `topic` is `name` for the reader's own name."""

    key: str
    value: str
    language: Language
    topic: str = ""


_ASKING = re.compile(
    r"[?？]|얼마|뭐(?:야|죠|라고|예요|였)|무엇|몇|누구|알려|인가요|(?:했|였|이)(?:죠|지)\b|\bwhat\b|"
    r"\bhow\b|\bwho\b|\bwhich\b|\bwhen\b|什么|多少|几|谁|吗",
    re.I,
)
_KO_END = (
    r"(?:이라고 (?:합니다|해요|해|불러 주세요)|라고 (?:합니다|해요|해|불러 주세요)|입니다|이에요|예요|"
    r"이야|이다|야|이고요?|이며|인데요?|(?<=[^가-힣])다)"
)
_PATTERNS: list[tuple[Language, str, str, str]] = [
    (
        "ko",
        rf"(?:^|[\s,])(?:제|내|저의|나의) ?이름은 (?P<value>[^\s,.!]{{1,20}}?)(?: ?{_KO_END})[\s,.!]",
        "name",
        "이름",
    ),
    (
        "ko",
        r"(?:^|[\s,])(?:저는|나는|전|난) (?P<value>[^\s,.!]{1,20}?)(?:이라고|라고) (?:합니다|해요|해|불러)",
        "name",
        "이름",
    ),
    ("ko", r"(?:^|[\s,])(?:저를|나를) (?P<value>[^\s,.!]{1,20}?)(?:이라고|라고) (?:불러|부르)", "name", "이름"),
    (
        "ko",
        r"(?:^|[\s,])(?:저는|나는|전|난) (?P<value>[^.!]{1,40}?)[을를] (?:제일 |가장 |아주 |"
        r"매우 )?좋아(?:합니다|해요|해)[\s.!]",
        "",
        "좋아하는 것",
    ),
    ("ko", r"(?:^|[\s,])(?:저는|나는) (?P<value>[^.!]{1,40}?)(?:에|에서) (?:살|삽)[^\s]*[\s.!]", "", "사는 곳"),
    ("ko", rf"(?:^|[\s,])(?:저는|나는) (?P<value>[^.!]{{1,30}}?)(?:{_KO_END})[\s,.!]", "self", "자기소개"),
    (
        "ko",
        r"(?:^|,\s*|(?<=고)\s+|(?<=며)\s+)(?P<key>(?:(?:제|내|우리|저희|저의|나의) )?[^,.!?]{1,30}?)(?:은|는) "
        rf"(?P<value>(?:(?<=\d),(?=\d)|[^,!?]){{1,60}}?)(?: ?{_KO_END})(?=[\s,.!])",
        "",
        "",
    ),
    (
        "en",
        r"\b(?i:my name is|my name's|i am called|"
        r"call me) (?P<value>[A-Z가-힣][\w가-힣'-]*(?: [A-Z][\w'-]*){0,2})",
        "name",
        "name",
    ),
    ("en", r"\bI(?:'m| am) (?P<value>[A-Z][a-z'-]+)(?=[\s,.!]|$)", "name", "name"),
    ("en", r"\bI (?:really |also )?(?:like|love|enjoy) (?P<value>[^.,!?]{1,40})", "", "what you like"),
    ("en", r"\bI live in (?P<value>[^.,!?]{1,40})", "", "where you live"),
    (
        "en",
        r"\b(?:we|I) have (?P<value>(?:\d[\d,.]*|an?|two|three|four|five|six|seven|eight|nine|ten|twelve|"
        r"twenty)\s[^.,!?]{1,40})",
        "",
        "what you have",
    ),
    (
        "en",
        r"(?:^|,\s*|\band\s+|that\s+)(?P<key>(?:my|our|the|this)\s[^.,!?]{1,40}?)\s(?:is|are|has|have|will be|"
        r"=)\s(?:called |named )?(?P<value>[^!?]{1,60}?)(?=[.!](?:\s|$)|,\s|\sand\s(?:my|our|the)\b|$)",
        "",
        "",
    ),
    ("zh", r"(?:我叫|我的名字(?:是|叫))\s?(?P<value>[^，。,.！!\s]{1,12})", "name", "名字"),
    ("zh", r"我(?:最)?喜欢(?P<value>[^，。,.！!]{1,20})", "", "喜欢的"),
    (
        "zh",
        r"(?:^|，|,)(?P<key>(?:我|我们|我家|本店)的?[^，。,.！!是叫]{1,15}|预算|密码|成本|进价)(?:是|有|叫|"
        r"为)\s?(?P<value>[^，。！!]{1,30})",
        "",
        "",
    ),
]
_LEAD = re.compile(
    r"^\s*(?:(?:이것(?:을|도) |다음을? )?(?:기억해|기억하|적어|메모)[^:：,.]{0,8}[:：,.]?\s*|"
    r"(?:please )?(?:remember|note|keep in mind)(?: this| that)?[:,]?\s+|"
    r"(?:请)?记住[：:，,]?|안녕하세요[!.,]?\s*|hello[!.,]?\s+|hi[!.,]?\s+|你好[！，。]?)",
    re.IGNORECASE,
)


# A request that ends in a colon, or asks for something, is no name of a thing.
_REQUEST = re.compile(r"[:：]|주세요|해 ?줘|\bplease\b|请", re.IGNORECASE)

# “이 쓸모없는 기계야”: 는 behind a verb makes no topic.
_BEFORE_NOUN = re.compile(r"(?:없|있|하|되|않|같|싶|오|가는)$")


def sentences(text: str) -> list[str]:
    """The sentences of a text, none of them empty."""
    return [part for part in re.split(r"(?<=[.!?？！。])\s+|(?<=[。！？])|\n", text) if part.strip()]


def is_asking(sentence: str) -> bool:
    """True for a question, which tells nothing."""
    return _ASKING.search(sentence) is not None


# Somebody who tells of themselves, in a sentence that no pattern above takes apart.
_OF_THEMSELVES = re.compile(
    r"^\W*(?:저는|나는|전|난|제|내|우리|저희)\S*\s.{2,}(?:다|요|야|어|해|네)[.!~]*$|"
    r"\b(?:I(?:'m| am| have| live| work| like| love| enjoy| own| study| teach| run| prefer| speak| play| come from|"
    r" moved| was born)|"
    r"[Mm]y \w+(?: \w+){0,3} (?:is|are|has)|[Ww]e (?:are|have|sell|make|run)|[Oo]ur \w+(?: \w+){0,3} (?:is|are|has))\b|"
    r"^我(?!不想|要|想|需要)[\u4e00-\u9fff，、\d]{2,}",
)
_WISHES = re.compile(
    r"주세요|해 ?줘|줄래|싶|궁금|필요해|알려|계산|구해|\bplease\b|\bwant\b|\bneed\b|\bwould like\b|\bcan you\b|"
    r"\bhelp\b|请|帮|想",
    re.IGNORECASE,
)


def tells(text: str) -> bool:
    """True where the text only tells something about the reader, and asks and wishes for nothing."""
    parts = sentences(text)
    return (
        bool(parts)
        and len(text) < 300
        and not any(is_asking(part) or _WISHES.search(part) for part in parts)
        and any(_OF_THEMSELVES.search(part.strip()) for part in parts)
    )


def notes_in(text: str) -> list[Note]:
    """What the text tells, in order. Its questions tell nothing."""
    found: list[Note] = []
    if len(text) > 2000:
        return found
    for sentence in sentences(text):
        if is_asking(sentence):
            continue
        told = sentence
        while (shorter := _LEAD.sub("", told)) != told:
            told = shorter
        told = re.sub(r"\s*(?:기억해\s?(?:줘|주세요|두세요)?|라는 (?:것|걸) 기억해\S*)[.!]?$", "", told.strip()) + " "
        found += _of_sentence(told)
    return found


def _of_sentence(told: str) -> list[Note]:
    found: list[Note] = []
    taken: list[tuple[int, int]] = []
    for language, pattern, topic, key in _PATTERNS:
        for match in re.finditer(pattern, told, re.IGNORECASE if language == "en" and topic != "name" else 0):
            span = match.span("value")
            if any(start < span[1] and span[0] < end for start, end in taken):
                continue
            name = key or match["key"].strip()
            value = match["value"].strip(" .,“”\"'‘’")
            if (
                not value
                or len(value) > 60
                or not name
                or _REQUEST.search(name)
                or (language == "ko" and not topic and _BEFORE_NOUN.search(name))
                or (language == "en" and language_of(told) == "ko")
            ):
                continue
            taken.append(span)
            found.append(Note(name, value, language, topic))
    return found


def notes_of(texts: Iterable[str]) -> list[Note]:
    """All notes of several texts, the newest of each key alone."""
    newest: dict[str, Note] = {}
    for text in texts:
        for note in notes_in(text):
            key = note.topic or bare(note.key)
            newest.pop(key, None)
            newest[key] = note
    return list(newest.values())


def bare(key: str) -> str:
    """The key without whose it is: “우리 가게 이름” and “제 가게 이름” are the same."""
    text = re.sub(
        r"^(?:제|내|우리|저희|저의|나의|저희의|우리의)\s+|^(?:my|our|the|your|this)\s+|^(?:我们的?|我的?|本)",
        "",
        key.strip(),
        flags=re.I,
    )
    return text.lower().strip()
