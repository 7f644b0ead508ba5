"""Questions about the conversation itself: what was told, what was asked, the last answer again or shorter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .listed import counted, item_of
from .notes import Note, bare, is_asking, notes_of, sentences
from .told import told_of

Kind = Literal["told", "asked_last", "asked_first", "asked_all", "again", "shorter", "answered_last", "answered_first"]

_META: list[tuple[Kind, str]] = [
    (
        "answered_first",
        r"(?:처음|첫 번째|맨 처음|제일 먼저|가장 먼저)\S*\s?(?:\S+\s)?(?:답|결과|대답|계산 ?값)\S*.{0,8}(?:뭐|무엇|"
        r"얼마|몇|였|알려)|"
        r"\b(?:your|the) first (?:answer|result|reply)\b|(?:第一个|最初的?)(?:答案|结果|回答)",
    ),
    (
        "answered_last",
        r"(?:방금|아까|직전|조금 전|이전|앞의?|마지막|네|당신의?|좀 전)\s?(?:\S+\s)?(?:답|결과|대답|계산 ?값)\S{0,3}\s?"
        r"(?:뭐|무엇|얼마|몇|였|이었|어떻게|다시|알려)|\bwhat was (?:your|the)(?: last| previous)? (?:answer|"
        r"result|reply)\b|"
        r"\b(?:your|the) (?:last|previous) (?:answer|result|reply)\b|(?:刚才|上一个|之前)的?(?:答案|结果|回答)",
    ),
    (
        "asked_first",
        r"(?:처음|맨 처음|첫 번째|제일 먼저|가장 먼저)(?:에|으로)? ?(?:제가 |내가 )?(?:뭐|무엇|뭘|무슨|"
        r"한 질문|물어본|물은|질문)|첫 ?질문|"
        r"what (?:did i|was the first thing i|was my first)(?: \w+){0,3} (?:ask|first|"
        r"question)\w*(?: \w+)? ?(?:first)?|(?:my|the) first (?:question|message)|我(?:最初|一开始|第一个|"
        r"最先).{0,4}(?:问|问题)",
    ),
    (
        "asked_all",
        r"(?:몇 번|몇 개).{0,6}(?:물|질문)|how many (?:questions|messages|times)\b.{0,20}\bi\b|(?:지금까지|여태|"
        r"이제까지).{0,16}(?:대화|물어|질문|이야기|얘기)|대화(?:를|의)? ?(?:내용|요약|"
        r"기록)|(?:everything|all) i(?:'ve| have)? asked|what have i asked|"
        r"summari[sz]e (?:our|this|the) (?:conversation|chat|discussion)|what have we (?:talked|"
        r"discussed)|我都问过|到目前为止.{0,6}(?:问|聊)",
    ),
    (
        "asked_last",
        r"(?:방금|아까|조금 전에?|직전에?) ?(?:제가 |내가 )?(?:뭐라고|무엇을|뭘|뭐|무슨) ?(?:라고 )?(?:물|"
        r"질문|말|했)|방금 (?:한|했던) ?질문|(?:제|내)가 (?:방금 |아까 )?(?:뭐라고|뭘|무엇을) (?:물|질문)|"
        r"what did i (?:just |last )?(?:ask|say)|what was (?:my|the) (?:last|previous) question|"
        r"what i (?:just )?(?:asked|said)|我(?:刚才|刚刚|上次|之前)(?:问|说)",
    ),
    (
        "shorter",
        r"더 (?:짧게|간단히|간단하게|줄여|간략)|(?:짧게|줄여|한 문장으로|간단히|간략히)(?: 다시)? ?(?:말|"
        r"요약|정리|설명|해|답|줘)|"
        r"\bshorter\b|\bmore (?:briefly|concise)|\bin (?:short|brief|one sentence)\b|make it short|"
        r"more concisely|summari[sz]e (?:that|it)|更?(?:简短|短|简洁)(?:一?点|些)",
    ),
    (
        "again",
        r"다시 (?:한 ?번 )?(?:말|설명|알려|답|이야기|얘기|보여)|뭐라고(?:요|했|하셨)\?*$|못 ?(?:들|알아)|"
        r"repeat (?:that|it|your)|say (?:that|it) again|(?:once more|again)[,.?! ]*(?:please)?$|"
        r"what did you (?:just )?say|再说一[遍次]|重复一[遍下]",
    ),
]
_OF_ANSWERS = {"again", "shorter", "answered_last", "answered_first"}
_LONGEST = 120
# Things about the reader, and the ways to ask what was told.
_MINE = r"(?:제|내|저의|나의|우리|저희)\s|\b(?:my|our|i|we)\b|我们?的?"
_TOLD = (
    r"(?:라고|다고) ?(?:했|말했|알려|적|하였)|(?:뭐|무엇|몇 \S+|얼마|어디|누구|언제)(?:이|였|이었|라|"
    r"이라)?\S{0,3}(?:더라|였죠|였지|였나|이었|였어|죠\?|지\?)|"
    r"기억(?:하|나|해)|알고 (?:있|계)|아(?:세요|시나요|니|나요|십니까)\?|\bdid i (?:say|tell|mention)|"
    r"\bremember\b|\bdo you know\b|\bremind me\b|\bwas\b|\bwere\b|"
    r"\bdid i (?:just )?(?:tell|say)|我(?:刚才|之前)?说过?|记得|还记得|知道"
)
_ASKS = re.compile(
    r"[?？]|뭐|무엇|얼마|몇|누구|어디|언제|죠|알려|\bwhat\b|\bwhat's\b|\bhow (?:much|many|big)\b|"
    r"\bwho\b|\bwhere\b|\bwhen\b|\bwhich\b|\bremind\b|什么|多少|几|谁|吗|哪",
    re.I,
)
_LITTLE_ELSE = 2
_NAME = re.compile(
    r"(?:제|내|저의|나의) ?(?:이름|성함)|제가 누구|내가 누구|\bmy name\b|\bwho am i\b(?! \w+ing\b)|我的名字|"
    r"我叫什么|我是谁",
    re.I,
)
_STOP = re.compile(
    r"about|again|and|are|did|do|for|how|i|is|it|know|many|me|much|my|our|please|remember|said|say|"
    r"tell|that|the|told|was|we|were|what|when|where|which|who|you|기억|나는|내가|누구|다시|말했죠|몇|"
    r"무엇|뭐|뭐라고|알려|어디|언제|얼마|우리|저는|저희|제가|주세요|했죠|했지"
)


# Whoever asks what to do, or how, or why, does not ask what they told.
_ADVICE = re.compile(
    r"\b(?:should|could|can|may|must|shall) (?:i|we|one|you not|a|an|the|my|our|it|they|he|she)\b|"
    r"\bhow (?:do|can|could|should|would|often|to)\b(?! (?:i|we) (?:spell|call))|\bwhy\b|\bought to\b|"
    r"야 (?:하|할|되|될|돼)|좋을까|어떻게(?!\s?(?:되|돼|됐))|왜|방법|추천|해도 (?:되|돼|괜찮)|"
    r"应该|不该|怎么(?!称呼|叫)|为什么|推荐",
    re.IGNORECASE,
)
# Words of a question that are about nothing.
_SMALL = re.compile(
    r"(?:뭐|무엇|무슨|어떤|얼마|언제|어디|누구|몇|어느)|"
    r"(?:a|an|at|be|big|by|called|call|can|could|does|from|has|have|he|her|his|in|its?|large|named?|not|of|off|"
    r"on|or|please|she|so|there|their|they|to|us|what's|who's|where's|when's|with|would)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Recall:
    """What the question wants of the conversation; `note` where something told answers it; `sure` from 0 to 1."""

    kind: Kind
    sure: float
    note: Note | None = None
    about: str = ""
    quote: str = ""
    items: tuple[str, ...] = ()


def recall(question: str, earlier: Sequence[str], has_past: bool) -> Recall | None:
    """How the question refers to the conversation, or None where it does not. `earlier` is what was said before it."""
    if len(question) > _LONGEST:
        return None
    whole = question
    if item := item_of(question, earlier):
        return Recall("told", 0.86, items=(item,))
    if listed := counted(question, earlier):
        return Recall("told", 0.84, about="number", items=tuple(listed))
    # “I have a cat. Which flowers should I not keep?” asks about flowers: what it tells is no part of what it asks.
    question = " ".join(part for part in sentences(question) if is_asking(part)) or question
    mine = re.search(_MINE, question, re.IGNORECASE) is not None
    told = re.search(_TOLD, question, re.IGNORECASE) is not None
    # What the same message tells answers it only where it asks for it: a riddle tells and asks, too.
    texts = [*earlier, whole] if mine or told else earlier
    notes = notes_of(texts)
    for kind, pattern in _META:
        if re.search(pattern, question, re.IGNORECASE) and not re.search(r"\d", question):
            if kind in _OF_ANSWERS and not has_past:
                return None
            # “In one sentence: how did revenue develop?” asks something new in a short form.
            if kind == "shorter" and len(words(re.sub(pattern, " ", question, flags=re.IGNORECASE))) > _LITTLE_ELSE:
                continue
            if kind in {"asked_last", "asked_first"} and (note := _matching(question, notes)):
                return Recall("told", 0.8, note)
            return Recall(kind, 0.75)
    if not _ASKS.search(question) or (not told and _ADVICE.search(question)):
        return None
    if _NAME.search(question):
        note = next((note for note in notes if note.topic == "name"), None)
        return Recall("told", 0.88, note, "name")
    note = _matching(question, notes)
    if note and (told or mine or len(_left_over(question, note)) <= _LITTLE_ELSE - 1):
        return Recall("told", 0.8 if told or mine else 0.55, note)
    if (told or mine) and (quote := told_of(question, earlier)):
        return Recall("told", 0.78 if told and mine else 0.6, quote=quote)
    if (
        told
        and mine
        and re.search(
            r"라고 ?했|\bdid i (?:say|tell|mention)|what(?:'s| is| was) my|remember my|내 .*(?:기억|알)|"
            r"제 .*(?:기억|아)|我的.*(?:什么|记得)",
            question,
            re.I,
        )
    ):
        return Recall("told", 0.55)
    if re.search(
        r"^\W*(?:what(?:'s| is| was) (?:my|our) [a-z ]{2,30}|(?:제|내|우리|저희)(?: \S+){1,3}?(?:이|은|는|"
        r"가)? (?:뭐|무엇|몇|얼마)\S{0,8})[?.]*$",
        question,
        re.I,
    ):
        return Recall("told", 0.5)
    return None


def _matching(question: str, notes: Sequence[Note]) -> Note | None:
    """The note whose key is named in the question best; the newest of equals."""
    best: tuple[float, Note] | None = None
    asked = words(question)
    for note in notes:
        key = words(bare(note.key)) or {bare(note.key)}
        hits = sum(1 for word in key if any(_same(word, other) for other in asked))
        if hits and hits / len(key) >= 0.5 and (best is None or hits / len(key) >= best[0]):
            best = (hits / len(key), note)
    return best[1] if best else None


def _left_over(question: str, note: Note) -> set[str]:
    """The words of the question that the note does not hold: what else it is about."""
    held = words(f"{note.key} {note.value}")
    return {word for word in words(question) if not _SMALL.match(word) and not any(_same(word, one) for one in held)}


def words(text: str) -> set[str]:
    """The words that carry meaning; Chinese in pairs of letters."""
    found = {word.lower() for word in re.findall(r"[가-힣]+|[A-Za-z][A-Za-z'-]+", text)}
    han = re.findall(r"[\u4e00-\u9fff]+", text)
    found |= {run[i : i + 2] for run in han for i in range(max(len(run) - 1, 1))}
    return {word for word in found if not _STOP.fullmatch(word)}


def _same(word: str, other: str) -> bool:
    """The same word, apart from Korean particles and an English plural or possessive."""
    if "가" <= word[0] <= "힣":
        shorter, longer = sorted((word, other), key=len)
        return (
            longer.startswith(shorter)
            and re.fullmatch(
                r"|은|는|이|가|을|를|의|에|에서|도|만|과|와|이라고|라고|이름은?|이었죠|였죠|인지|인가요|이죠|죠|님",
                longer[len(shorter) :],
            )
            is not None
        )
    if "一" <= word[0] <= "鿿":
        return word in other or other in word
    return re.sub(r"(?:'s|s)$", "", word) == re.sub(r"(?:'s|s)$", "", other)
