"""What a reader has told in a thread: “제 이름은 민지입니다”, “우리 팀은 5명입니다”, “the budget is 3,000 dollars”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from .quantities import quantities
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
        r"twenty)\s(?:(?:Mr|Mrs|Ms|Dr)\.|[^.,!?]){1,40})",
        "",
        "what you have",
    ),
    (
        "en",
        r"(?:^|that\s+)(?P<key>(?:my|our|the)\s[^.,!?]{1,40}?)\s(?:is|are)\s(?:called |named )?"
        r"(?P<value>[^,.!?]{1,30}(?:, (?!my\b|our\b|the\b|I\b)[^,.!?]{1,30})*,? and (?!my\b|our\b|the\b|"
        r"I\b)[^,.!?]{1,30})"
        r"(?=[.!]|\s*$)",
        "",
        "",
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
    return [
        part
        for part in re.split(r"(?<![MD]r\.)(?<!Mrs\.)(?<!Ms\.)(?<!St\.)(?<=[.!?？！。])\s+|(?<=[。！？])|\n", text)
        if part.strip()
    ]


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


def wishes(text: str) -> bool:
    """True where the text asks for something to be done."""
    return _WISHES.search(text) is not None


# “The first box weighs 4 kg”, “A phone costs 600 dollars”, “다음 주 모임은 12명이 옵니다”: a fact with its number.
_STATES = re.compile(
    r"^(?:the|an?|each|every|one|this|that|there|it|he|she|they|[A-Z][a-z]+)\b.{1,80}\b(?:is|are|was|were|weighs?|"
    r"costs?|has|have|"
    r"had|takes?|took|lasts?|holds?|contains?|sells?|sold|earns?|needs?|buys?|bought|goes|went|makes?|made|comes?|came|"
    r"starts?|arrives?|leaves?|lives?|paid|pays?)\b|"
    r"(?:은|는|이|가) .*(?:다|요|죠|야|네)[.!~]*$|^[\u4e00-\u9fff\d，、 ]{2,40}(?:是|有|要|卖|重|"
    r"长)[\u4e00-\u9fff\d，、. ]+",
    re.IGNORECASE,
)


def states_a_number(text: str) -> bool:
    """True where the text only states something with a number in it, and asks and wishes for nothing."""
    parts = sentences(text)
    return (
        bool(parts)
        and len(text) < 200
        and any(q.kind != "plain" for q in quantities(text))
        and all(_STATES.search(part.strip()) and not is_asking(part) and not _WISHES.search(part) for part in parts)
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
        if newest and (corrected := _corrected(text, list(newest.items()))):
            key, note = corrected
            newest.pop(key)
            newest[key] = note
            continue
        for note in notes_in(text):
            key = note.topic or bare(note.key)
            newest.pop(key, None)
            newest[key] = note
    return list(newest.values())


# “Actually, it's green”, “아니, 지수가 아니라 지우예요”: what was told last is put right.
_ACTUALLY = re.compile(
    r"^\W*(?:(?:no|sorry|wait|actually|oops|i mean|i meant)\b[,.!\s]*)+(?:it(?:'s| is| was)|that(?:'s| is)|"
    r"make that|i meant)\s"
    r"(?P<en>[^.,!?]{1,40})[.!]*$|^\W*(?:아니(?:요|에요)?|아뇨|죄송\S*|"
    r"잠깐\S*)[,.!\s]+(?P<ko>[^,.!?]{1,30}?)(?:이에요|예요|입니다|이야|야)[.!]*$|"
    r"^(?:不对|不是|错了)[，,。\s]*(?:应该)?是(?P<zh>[^，。！]{1,20})[。！]*$",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"(?P<ko_old>[^\s,]{1,20}?)(?:이|가)? 아니라 (?P<ko>[^,.!?]{1,20}?)(?:이에요|예요|입니다|이야|야)|"
    r"\bnot (?P<en_old>[^.,!?]{1,30}?),? but (?P<en>[^.,!?]{1,30})|"
    r"\b(?P<en2>[A-Z0-9][^.,!?]{0,30}), not (?P<en2_old>[^.,!?]{1,30})|"
    r"不是(?P<zh_old>[^，。]{1,15})[，,]?(?:而)?是(?P<zh>[^，。！]{1,15})",
    re.IGNORECASE,
)


def _corrected(text: str, told: list[tuple[str, Note]]) -> tuple[str, Note] | None:
    """The key and the new note where a text puts right what was told; None where it does not."""
    if is_asking(text):
        return None
    if match := _NOT_BUT.search(text):
        groups = {name: value for name, value in match.groupdict().items() if value}
        old = next(value for name, value in groups.items() if name.endswith("old")).strip()
        new = next(value for name, value in groups.items() if not name.endswith("old")).strip()
        found = next(((key, note) for key, note in reversed(told) if note.value == old), None)
        return (found[0], replace(found[1], value=new)) if found else None
    if match := _ACTUALLY.match(text.strip()):
        new = next(value for value in match.groups() if value).strip()
        key, note = told[-1]
        return key, replace(note, value=new)
    return None


def corrects(text: str) -> bool:
    """True for a message that only puts right what was told before, without a number to reckon with."""
    return not is_asking(text) and bool(_ACTUALLY.match(text.strip()) or _NOT_BUT.search(text)) and len(text) < 80


def bare(key: str) -> str:
    """The key without whose it is: “우리 가게 이름” and “제 가게 이름” are the same."""
    text = re.sub(
        r"^(?:제|내|우리|저희|저의|나의|저희의|우리의)\s+|^(?:my|our|the|your|this)\s+|^(?:我们的?|我的?|本)",
        "",
        key.strip(),
        flags=re.I,
    )
    return text.lower().strip()
