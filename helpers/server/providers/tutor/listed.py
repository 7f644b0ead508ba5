"""Lists that were told in the thread: “the second one”, “세 번째 것”, how many there are, all of them."""

import re
from collections.abc import Sequence

from .notes import is_asking, sentences

_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"]
_KO = ["첫", "두", "세", "네", "다섯", "여섯"]
_ZH = "一二三四五六"
_WHICH = re.compile(
    rf"\bthe (?P<en>{'|'.join(_ORDINALS)}|last)\b(?: (?:one|option|item|thing|choice|name)\b)?|"
    rf"(?P<ko>{'|'.join(_KO)}) ?번째(?: ?(?:것|거|건|걸|항목|선택지|이름))?|(?P<ko_last>마지막) ?(?:것|거|건|걸|"
    rf"항목|선택지)|"
    rf"第(?P<zh>[{_ZH}])个|(?P<zh_last>最后一个)",
    re.IGNORECASE,
)
_AFTER = {
    "en": r"\b(?:are|is|called|named|like|likes|love|want|need|have|has|buy|bought|between|from|on|at|in|:)\s",
    "zh": r"[是有喜欢叫买：:]",
}
_ITEM = r"[^,.!?，。、:：]{1,30}"
_LISTS = [
    re.compile(rf"(?P<items>{_ITEM}(?:, {_ITEM})*,? (?:and|or) {_ITEM})"),
    re.compile(
        rf"(?P<items>{_ITEM}(?:, {_ITEM})*(?:[와과]|이?랑|하고|, 그리고|이나|나) {_ITEM}|{_ITEM}(?:, {_ITEM})+)"
    ),
    re.compile(rf"(?P<items>{_ITEM}(?:、{_ITEM})*(?:和|或|还是){_ITEM})"),
]
_CUT = re.compile(r",? (?:and|or) |, 그리고 |(?<=[가-힣])(?:[와과]|이?랑|하고) |, ?|、|和|或者?|还是")
_TAIL_KO = re.compile(
    r"(?:(?:을|를|이|가|은|는)?\s?(?:제일 |가장 |아주 )?(?:좋아\S*|있\S*|원\S*|필요\S*|샀\S*|사\S*|키우\S*|키워\S*)|"
    r"(?:이|라고|이라고)?\s?(?:입니다|이에요|예요|이야|야|합니다|해요|불러\S*)|(?:이고|이며)\S*)$"
)
_TOO_LONG = 4
_HOW_MANY = re.compile(
    r"\bhow many (?P<en>[a-z]+)\b.*\b(?:i|we|my|our)\b|(?P<ko>[가-힣]+?)(?:이|가|은|는)? ?몇 ?[가-힣]{1,2}",
    re.IGNORECASE,
)


def items_in(sentence: str) -> list[str]:
    """What a sentence lists; empty where it lists nothing, or whole clauses."""
    for pattern in _LISTS:
        match = pattern.search(sentence)
        if match is None:
            continue
        pieces = [piece.strip() for piece in _CUT.split(match["items"]) if piece.strip()]
        head = re.split(_AFTER["en"], pieces[0], flags=re.IGNORECASE)[-1]
        head = re.split(_AFTER["zh"], head)[-1] if re.search(r"[\u4e00-\u9fff]", head) else head
        head = re.sub(r"^.*[은는]\s", "", head) if re.search("[가-힣]", head) else head
        found = [head.strip(), *pieces[1:-1], _TAIL_KO.sub("", pieces[-1]).strip()]
        if len(found) >= 2 and all(piece and len(piece.split()) <= _TOO_LONG for piece in found):
            return found
    return []


def item_of(question: str, texts: Sequence[str]) -> str:
    """The item of the newest told list that the question names by its place; an empty string where there is none."""
    match = _WHICH.search(question)
    if match is None or re.search(r"\d", question):
        return ""
    found = _newest(texts)
    groups = match.groupdict()
    if groups["ko_last"] or groups["zh_last"] or (groups["en"] or "").lower() == "last":
        return found[-1] if found else ""
    place = (
        _ORDINALS.index(groups["en"].lower())
        if groups["en"]
        else _KO.index(groups["ko"])
        if groups["ko"]
        else _ZH.index(groups["zh"])
    )
    return found[place] if place < len(found) else ""


def counted(question: str, texts: Sequence[str]) -> list[str]:
    """The items of a told list whose number is asked for (“How many cats do I have?”); empty where there is none."""
    match = _HOW_MANY.search(question)
    if match is None or re.search(r"\d", question):
        return []
    noun = (match["en"] or match["ko"]).lower()
    for text in reversed(texts):
        for sentence in reversed(sentences(text)):
            if not is_asking(sentence) and noun in sentence.lower() and (found := items_in(sentence)):
                return found if not any(noun.rstrip("s") in item.lower() for item in found) else []
    return []


def _newest(texts: Sequence[str]) -> list[str]:
    for text in reversed(texts):
        for sentence in reversed(sentences(text)):
            if (found := items_in(sentence)) and not is_asking(sentence):
                return found
    return []
