"""Whether the sentence that asks is about what the sentences before it tell."""

import re

from .question import Question


def asks_for_another(question: Question, told: int) -> bool:
    """True where the sentence that asks names something that what was told does not: nothing is known of it."""
    parts = re.split(r"(?<=[.!?。！？])\s*", question.text)
    asking = [part for part in parts if re.search(r"[?？]|몇|\bhow many\b|多少|几", part, re.IGNORECASE)]
    if len(parts) < 2 or not asking or question.text.find(asking[-1]) < told:
        return False
    before = question.text[: question.text.find(asking[-1])].lower()
    noun = re.search(r"\bhow many ([a-z]+)|([가-힣]{2,})(?:은|는|이|가) (?:모두 |전부 )?몇", asking[-1], re.IGNORECASE)
    word = next((group for group in noun.groups() if group), "").lower() if noun else ""
    return bool(word) and word.rstrip("s") not in before and word not in {"people", "사람", "인원"}


_EARLIER = (
    r"작년|지난|이전|원래|처음|오르기 전|내리기 전|\blast (?:year|month|week)\b|\bbefore\b|\boriginal|\bat first\b|"
    r"去年|上个月|原来|以前"
)


def in_what_asks(question: Question, place: int) -> bool:
    """True where what stands at `place` is in the sentence that asks; other languages than English are not checked."""
    sentence = re.split(r"(?<=[.!])\s+", question.text[place:])[0]
    asks = re.search(r"\?|\bhow\b|\bwhat\b", sentence, re.IGNORECASE) is not None
    return question.language != "en" or asks or "?" not in question.text


def asks_before(question: Question) -> bool:
    """True where the last sentence asks for what there was before a change that is told first."""
    text = question.text.rstrip("?？ ")
    asked = re.split(r"(?<=[.!。！])\s+|[，。]", text)[-1]
    return len(asked) < len(text) and re.search(_EARLIER, asked, re.IGNORECASE) is not None
