"""The named things of a sentence, and what binds them to it: a preposition before, a particle behind.

`from`, `to`, `at`, `with`, `by`, `of`, `for`, `named`, `about`, `and`, `topic`, `object`, `subject` or
nothing, whatever the language.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from .korean import base_before, base_of, is_stop, is_verbal, looks_korean, particle_role
from .lexicon import listed
from .places_lexicon import PLACES

Span = tuple[int, int]

_LEADS = {
    "from": "from",
    "to": "to",
    "into": "to",
    "towards": "to",
    "in": "at",
    "at": "at",
    "near": "at",
    "around": "at",
    "within": "at",
    "with": "with",
    "without": "without",
    "except": "without",
    "excluding": "without",
    "by": "by",
    "of": "of",
    "for": "for",
    "on": "about",
    "about": "about",
    "regarding": "about",
    "called": "named",
    "named": "named",
    "titled": "named",
    "saying": "named",
    "and": "and",
    "or": "and",
    "&": "and",
    "between": "from",
}
_BREAKS = frozenset(
    listed(
        "a an the this that these those my our your his her its their me us you him it i we they he she is are was "
        "were be been am "
        "do does did have has had can could would should will shall may might must please what which who whom "
        "whose when where "
        "why how if then than as so but not no yes just also too now today tomorrow yesterday tonight some any all "
        "each every "
        "much many more most less under over below above before after until since during while because there here "
        "like want "
        "need let get got give show tell find look see check know say said up out off again back only both either "
        "neither "
        "via per one ones ok okay thanks hi hello hey soon currently right instead another other new next last coming "
        "people person i'm i'd i'll i've it's that's what's how's who's where's let's don't doesn't isn't using "
        "use make sure "
        "cost costs pay go going set put turn take book order send write read ask call play start stop open close add "
        "difference total average sum compare comparison warmer colder higher lower hotter cooler larger smaller "
        "cheaper cheap best good great currently available possible free latest recent live lives work works"
    )
)
_CONTRACTED = re.compile(
    r"(?:it|i|we|you|he|she|they|that|there|what|who|how|where)['’](?:ll|d|re|s|ve|m)|\w+n['’]t", re.IGNORECASE
)
# “New York”, “Great Britain”, “The Hague”
_NAME_BEGINNINGS = frozenset({"new", "great", "the", "last", "best", "good", "take", "all", "no", "one"})
_HAN_STOPS = listed(
    "怎么样 什么时候 为什么 是多少 多少钱 有多少 是什么 能不能 可不可以 有没有 告诉我 帮我 请帮 我想要 我想 "
    "我要 我的 一下 一张 一个 两张 一间 一条 今天 明天 后天 现在 如何 怎样 多少 多远 几个 什么 "
    "哪里 哪个 请问 可以 能够 吗 呢 吧 啊 了 的 我 你 您 他 她 它 们 请 帮 是 有 要 想 把 被 将 也 都 还 就 并 "
    "再 又 很 最 这 那 些 个 张 间 本 条 点 分 号 月 年 日 叫 做 上 下 里 票"
)
_HAN_LEADS = {
    "从": "from",
    "到": "to",
    "往": "to",
    "去": "to",
    "飞": "to",
    "至": "to",
    "在": "at",
    "给": "to",
    "和": "and",
    "与": "and",
    "跟": "with",
    "同": "with",
    "及": "and",
    "以及": "and",
    "名为": "named",
    "关于": "about",
    "对": "to",
}
_HAN_SPLIT = re.compile("|".join(sorted(map(re.escape, (*_HAN_STOPS, *_HAN_LEADS)), key=len, reverse=True)))
_TOKEN = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-z0-9_À-ÖØ-öø-ÿ'’.&/+-]*|[가-힣][가-힣A-Za-z0-9]*|[\u4e00-\u9fff]+|\d[\w.-]*|\S"
)
_QUOTED = re.compile(
    r"“([^”]+)”|‘([^’]+)’|\"([^\"]+)\"|「([^」]+)」|『([^』]+)』|《([^》]+)》|"
    r"(?<![A-Za-z가-힣])'([^']+)'(?![A-Za-z])|`([^`]+)`"
)
# “몇 송이씩”: what is counted in is no name.
_HOW_MANY = re.compile(r"(?<![가-힣])몇\s?$")
# “받을 수 있게”: 받을 is a verb, though it ends like a noun with its particle.
_ABLE = re.compile(r"\s수(?:가|는|도)?\s?[있없]")
# “접수해 주세요”: a verb before a word of asking.
_FAVOUR = re.compile(r"\s?(?:줘|줄래|주세요|주시|주십|주라|줬으면|달라|봐|보세요|드려|드릴)")
_REPORTED = re.compile(r"[으하오가보주쓰내끄켜마지되]라고$|[한간온는]다고$|자고$")
_CONNECTED = re.compile(r"[해아어여워와려셔춰쳐져켜꿔내춰채]$")
_HONORIFIC = re.compile(r"(?<=[가-힣])\s?(?:님|씨)$")


@dataclass(frozen=True)
class Chunk:
    """A named thing; `proper` where it is written like a name."""

    text: str
    start: int
    end: int
    role: str = ""
    proper: bool = False
    quoted: bool = False

    @property
    def is_place(self) -> bool:
        return self.text.casefold() in PLACES


def quotes_in(text: str) -> tuple[Chunk, ...]:
    """What stands in quotation marks."""
    found = []
    for match in _QUOTED.finditer(text):
        inner = next(group for group in match.groups() if group)
        found.append(Chunk(inner.strip(), match.start(), match.end(), "named", True, True))
    return tuple(found)


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text with NUL letters in place of what is not to be read again."""
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\0" * (end - start)
    return "".join(letters)


def chunks_in(text: str) -> tuple[Chunk, ...]:
    """The named things of a masked text, in order."""
    found: list[Chunk] = []
    run: list[re.Match[str]] = []
    lead = ""

    def close(role: str = "") -> None:
        nonlocal run, lead
        if run:
            found.append(_chunk(text, run, role or lead))
            lead = ""
        run = []

    previous = 0
    for token in _TOKEN.finditer(text):
        word = token[0]
        gap = text[previous : token.start()]
        if gap.strip(" "):
            close()
        previous = token.end()
        if "가" <= word[0] <= "힣":
            glued = bool(run) and run[-1].end() == token.start()
            role = particle_role(word) if glued and particle_role(word) else _take_hangul(text, token, run)
            if role is None:
                close(_bound_for(word))
                lead = ""
            elif role:
                close(role)
        elif "\u4e00" <= word[0] <= "\u9fff":
            close()
            found += _han_chunks(token)
        elif (word[0].isascii() and not word[0].isalnum()) or word == "\0":
            close()
            lead = "and" if word in ",&" else ""
        elif _is_break(text, token, run):
            close()
            lead = _LEADS.get(word.casefold(), "" if word.casefold() not in {"a", "an", "the", "my"} else lead)
        else:
            run.append(token)
    close()
    return tuple(chunk for chunk in found if chunk.text)


def _bound_for(word: str) -> str:
    """“제주 가는 비행기”: a verb of going says what a particle leaves out."""
    if re.match(r"(?:가는|갈|가려|가고|가기|도착)", word):
        return "to"
    return "from" if re.match(r"(?:출발|떠나)", word) else ""


def _take_hangul(text: str, token: re.Match[str], run: list[re.Match[str]]) -> str | None:
    """Add the word to the run; its role where it ends the chunk, an empty string where not, None for no name."""
    word = token[0]
    if text[token.start() - 1 : token.start()] == "\0" or _HOW_MANY.search(text[: token.start()]):
        return None
    if _ABLE.match(text[token.end() :]) or (_FAVOUR.match(text[token.end() :]) and _CONNECTED.search(word)):
        return None
    if _REPORTED.search(word):
        return None
    base, role = base_before(word, text[token.end() :])
    if is_stop(word) or is_stop(base) or (is_verbal(word) and not _named_verbal(word, role)):
        return None
    run.append(token)
    return role


def _named_verbal(word: str, role: str) -> bool:
    """“민지야”, “인천에서”: names whose particle looks like the end of a verb."""
    if role == "is":
        return looks_korean(base_of(word)[0]) or base_of(word)[0] in PLACES
    return role in {"from", "to", "and", "object", "topic", "of", "named"} and not re.search(
        r"(?:하고|보고|하는|가는|오는|있는|없는|되는|려고|사는|려는|인데|는데)$", word
    )


def _is_break(text: str, token: re.Match[str], run: list[re.Match[str]]) -> bool:
    word = token[0].casefold().rstrip(".")
    if _CONTRACTED.fullmatch(word):
        return True
    if word not in _LEADS and word not in _BREAKS:
        return False
    following = text[token.end() : token.end() + 2].strip()
    inside_name = bool(run) and run[-1][0][0].isupper() and following[:1].isupper()
    if word in {"of", "the"} and inside_name:
        return False
    if token[0][0].isupper() and following[:1].isupper() and word in _NAME_BEGINNINGS:
        return False
    return not (token[0][0].isupper() and inside_name and word in _BREAKS and run[-1].end() + 1 == token.start())


def _chunk(text: str, run: list[re.Match[str]], role: str) -> Chunk:
    start, end = run[0].start(), run[-1].end()
    last = run[-1][0]
    if "가" <= last[0] <= "힣":
        base, _ = base_before(last, text[run[-1].end() :])
        end = run[-1].start() + len(base)
    words = text[start:end]
    trimmed = re.sub(r"['’]s?$|[.,'’&/+-]+$", "", words)
    if words.endswith(("'s", "’s")):
        role = role or "of"
    if re.search(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|Jr|Inc|Co)$", trimmed) and words.endswith("."):
        trimmed = words
    trimmed = _HONORIFIC.sub("", trimmed)
    proper = all(part[0].isupper() or not part[0].isascii() for part in trimmed.split()) if trimmed.split() else False
    return Chunk(trimmed, start, start + len(trimmed), role, proper)


@cache
def _places() -> re.Pattern[str]:
    names = [name for name in PLACES if "\u4e00" <= name[0] <= "\u9fff" and len(name) > 1]
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


def _without_places(text: str) -> str:
    """No place is cut in two: the 上 of 上海 is no preposition."""
    return _places().sub(lambda match: "#" * len(match[0]), text)


def _han_chunks(token: re.Match[str]) -> list[Chunk]:
    found: list[Chunk] = []
    at, lead = 0, ""
    text = token[0]
    for stop in [*_HAN_SPLIT.finditer(_without_places(text)), None]:
        end = stop.start() if stop else len(text)
        if end - at > 1:
            found.append(Chunk(text[at:end], token.start() + at, token.start() + end, lead, True))
        if stop:
            lead = _HAN_LEADS.get(stop[0], "") if end - at > 1 or stop[0] in _HAN_LEADS else lead
            at = stop.end()
    return found


_COORDINATED = re.compile(
    r"\s*(?:,|、|，|&|/|(?:and|or)(?: (?:in|at|for))?(?: (?:the|an?|my|our))?|및|그리고|하고|과|와|랑|이랑|"
    r"和|与|及|以及|, and|,? 그리고)?\s*",
    re.IGNORECASE,
)


def grouped(text: str, chunks: Iterable[Chunk]) -> list[tuple[Chunk, ...]]:
    """Chunks that stand in a list (“서울, 부산과 대구”, “Anna and Tom”) together; the others alone.

    All of a group have one role: that of the first in English, that of the last in Korean.
    """
    groups: list[list[Chunk]] = []
    for chunk in chunks:
        last = groups[-1][-1] if groups else None
        between = text[last.end : chunk.start] if last else ""
        if last and between.strip() and _COORDINATED.fullmatch(between) and not last.quoted:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    result: list[tuple[Chunk, ...]] = []
    for group in groups:
        if len(group) == 1:
            result.append(tuple(group))
            continue
        hangul = "가" <= group[-1].text[-1:] <= "힣"
        role = group[-1].role if hangul and group[-1].role != "and" else group[0].role if not hangul else ""
        role = "" if role == "and" else role
        result.append(tuple(Chunk(each.text, each.start, each.end, role, each.proper, each.quoted) for each in group))
    return result
