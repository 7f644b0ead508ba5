"""Whether words ask for a deed, only ask about it, or want it left alone.

A function that changes something is called where that is asked for. “And lilies?” behind an order, or “may dogs come
in?” where only a reservation could be cancelled, are questions: nothing is done for them.
"""

import re
from typing import Literal

from .lexicon import CHANGING, READING, listed
from .schema import Function, without_examples
from .words import ACTIONS, actions_in, deeds_told, spaced, terms

Stance = Literal["wanted", "question", "unwanted"]

# They give another form of what is said, and change nothing.
_HARMLESS = frozenset({"convert", "translate"})
# What somebody did may be told to have it written down.
_NOTING = frozenset({"record", "add", "submit", "complete", "create"})
_REQUEST = re.compile(
    r"줘|주세요|주실|주십|주라|줄래|줬으면|부탁|할래|할게|해라|하자|하고 ?싶|싶어|싶은|싶습|해야|원해|필요해|바랍니다|"
    r"\bplease\b|\b(?:can|could|would|will) you\b|\b(?:can|could|may|shall) (?:i|we) (?:have|get|book|order|reserve)\b|"
    r"\b(?:i|we)(?:'d|’d| would) (?:like|love)\b|\b(?:i|we) (?:want|need)\b|\blet(?:'|’)?s\b|\bgo ahead\b|"
    r"请|帮|麻烦|我要|我想",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"[?？]\s*$|(?:나요|가요|까요|습니까|니까|을까|일까|있어요?|없어요?|되나|돼요?|는지|은지|인지)\s*[?？.]*$|"
    r"^(?:and |so |but )?(?:is|are|was|were|does|do|did|has|have|had|how|what|when|why|who|which|where)\b|"
    r"吗[？?]?$|呢[？?]?$",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"(?:지\s?(?:마|말|않아도|않을)|(?<![가-힣])안 (?:해도|할)|\b(?:don['’]t|do not|never)\b|不要|别再?|不用)",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"(?:했|됐|되었|하였|었|았|겼|렸|켰|꺼졌)(?:어요?|나요|습니다|습니까|는데|지요?|죠|네요|다)\s*[?？.!]*$|"
    r"^(?:i|we|he|she|they)(?: have|['’]ve)?(?: already| just)? (?:\w+ed|bought|sent|paid|made|took|put|did|got)\b|"
    r"^(?:my|our|his|her|their|the|an?) (?:\w+ ){1,3}?(?:(?:has|have|had) )?(?:already |just )?"
    r"(?:\w{3,}ed|bought|sent|paid|made|took|got|gave|sold) |^[A-Z][a-z]+ (?:has|had) (?:already |just )?\w+ed\b|"
    r"^(?:did|was|were|has|have|had)\b|了(?:吗)?[？?。]*$",
    re.IGNORECASE,
)


_LEAVE = re.compile(
    r"\b(?:can|could|may|might|shall) (?:i|we)\b|(?:을|ㄹ|될|할|도) ?(?:수 있|까요|될까)|可以.*吗|能不能", re.IGNORECASE
)
# “물을 준다”: a deed, though no word of the lexicon names it.
_KOREAN_DEED = re.compile(r"(?:[가-힣]다|합니다|니다|하기)[.]?$")
# “Leave the waiting list”, “Water a plant”: so begin descriptions of deeds; those of things begin with a noun.
_ENGLISH_DEED = re.compile(
    r"(?P<verb>[A-Z][a-z]+) (?:(?:up|down|off|on|out|in|back|away|forward|for|to) )?"
    r"(?:an?|the|some|this|your|all|one|my|every)\b"
)
_NO_DEED = frozenset(
    listed(
        "get show list find look read tell return fetch calculate compute estimate search check query retrieve compare "
        "plan count describe detect identify measure predict recommend suggest display view see explain determine "
        "convert translate summarize summarise analyze analyse provide give browse inspect examine verify validate "
        "evaluate rank sort filter whether what how where when which who why in on at for from with by the is are if "
        "all both of about information details data forecast"
    )
)
_KOREAN_READING = re.compile(r"조회|확인|알려|보여|찾|검색|계산|읽|구한|돌려|반환|가져|나열|목록|센다|추정|이다|입니다")


def is_changing(function: Function) -> bool:
    """True for a function that does something that stays done."""
    sure = frozenset().union(*(term.keys for term in terms(spaced(function.name)) if term.keys <= ACTIONS))
    description = without_examples(function.description).strip()
    told = deeds_told(description)
    if not sure and not told and not function.actions:
        english = _ENGLISH_DEED.match(description)
        if english:
            return english["verb"].casefold() not in _NO_DEED
        return bool(_KOREAN_DEED.search(description)) and not _KOREAN_READING.search(description)
    does = sure or (frozenset() if told & READING.keys() else told or function.actions)
    return bool(does & (CHANGING.keys() - _HARMLESS)) and not sure & {"get", "find", "list", "calculate", "estimate"}


def stance(text: str, function: Function) -> Stance:
    """What a text that is about a function says of calling it; `wanted` for all that only read."""
    if not is_changing(function):
        return "wanted"
    if _NEGATED.search(text) and _deed_in(text, function):
        return "unwanted"
    if _REQUEST.search(text):
        return "wanted"
    if _OVER.search(text) and not function.actions & _NOTING:
        return "unwanted"
    if not _QUESTION.search(text.strip()):
        return "wanted"
    return "question" if _deed_in(text, function) else "unwanted"


def asks_leave(text: str) -> bool:
    """True for “can I ...?”: not asked for in so many words, but worth offering."""
    return bool(_LEAVE.search(text)) and not refuses(text)


_NOT_THIS = re.compile(
    r"\b(?:don['’]t|do not|never) \w+ (?P<what>[^,.;!?]*)[,;.!] ?(?:but |just |instead |rather )*(?P<rest>\S.*)$|"
    r"(?:不要|别)[\u4e00-\u9fff]{2}(?P<han>[^，。；]*)[，。；](?P<then>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_RATHER_NOT = re.compile(r"\S+지 ?말고,?\s")
_NAMED = re.compile(r"[A-Za-z]*-?\d[\w-]*")


def without_refusal(text: str) -> str:
    """“Don't cancel RX-2, renew it” asks to renew RX-2; a text that only refuses is left as it is."""
    if _RATHER_NOT.search(text):
        return _RATHER_NOT.sub("", text)
    match = _NOT_THIS.search(text)
    rest = (match["rest"] or match["then"]) if match else ""
    if match is None or not actions_in(rest) & CHANGING.keys() or refuses(rest):
        return text
    named = _NAMED.findall(match["what"] or match["han"] or "")
    return " ".join([text[: match.start()].strip(), *named, rest]).strip()


def refuses(text: str) -> bool:
    """True where words want something not to be done."""
    return bool(_NEGATED.search(text))


def asks_again(text: str, function: Function) -> bool:
    """True where words that lean on an earlier call ask to have it done for something else as well."""
    return stance(text, function) == "wanted" and bool(_REQUEST.search(text) or _deed_in(text, function))


def _deed_in(text: str, function: Function) -> bool:
    """True where the words name what the function does."""
    return bool(actions_in(text) & function.actions & CHANGING.keys())
