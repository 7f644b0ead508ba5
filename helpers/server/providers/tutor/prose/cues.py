"""What a kind of question looks for in an answer, beside its words: a reason, a way, a time, a permission."""

import re
from itertools import pairwise

from ..passages.stems import korean_stem
from ..passages.stopwords import EMPTY
from .notebooks import Paragraph

_FITS = 0.12
_LED = 0.25
_SHORT = 80  # a longer order says more than what to do next
_PHRASE, _MOST_PHRASED = 0.07, 0.2
_PLAIN = EMPTY["en"] | EMPTY["ko"]

# What only leads the reader from cell to cell, or tells of what has just been seen.
_ORDERS = re.compile(
    r"^(?:Try|Look|See|Ask|Call|Run|Suppose|Now (?!that)|Take|Make one|Give|Remove|Choose|Open|Compare|Begin|"
    r"Turn|Mend|First|Wait|"
    r"Copy|Put the same|Count|Here (?:is|are)|This time|Next|Soon|Catch|Come back|Tell it|Back came|What will|"
    r"Has|Have the|And the|"
    r"So far|Two parts|There (?:is an ID|were|are two tools)|You (?:told|saw|got|can make)|It (?:does not|"
    r"remembers|knows)\.)(?!\w)"
)
_LEADS = re.compile(
    r"\b(?:in|of|from) (?:step|section) \d|\bnotebook before\b|\bcoming up\b|\bbelow\b|\babove\b|\?$"
    r"|(?:봅니다|봅시다|보겠습니다|보세요|하세요|합시다|까요\?|둡니다|보았습니다|보았죠|해 봅니다)[.!)]*$|\d절|"
    r"\d\d에서 (?:한|본|배|쓴|만든)"
    r"|^(?:이번에는|이번에도|방금|이제|그런데도|모릅니다|기억하고|이어서 )|(?:돌아왔|보였|나왔|되었|생겼|"
    r"답했)습니다\.$"
)

_NUMBER = r"(?:\d[\d,.]*|\b(?:one|two|three|four|five|six|ten|twenty|sixty)\b|한|두|세|네|다섯|열)"
# (what the question says, what an answer to it says); the first that the question says counts.
_CUES: list[tuple[re.Pattern[str], re.Pattern[str]]] = [
    (
        re.compile(r"왜|이유|까닭|\bwhy\b|\bhow come\b|\breason\b", re.IGNORECASE),
        re.compile(
            r"때문|까닭|이유|므로|니까|이어서|라서|아서 |어서 |\bbecause\b|\bsince\b|\breason\b|\bso\b|"
            r"\bmostly\b|\bmakes? a new\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"얼마나 ?(?:오래|걸)|며칠|몇 ?(?:분|초|시간)|\bhow long\b|\bhow soon\b", re.IGNORECASE),
        re.compile(
            rf"{_NUMBER}[ -]?(?:초|분|시간|일|달|second|minute|hour|day|week|month)|시간 ?제한|\btime limit\b",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"몇 |얼마|최대|\bhow (?:many|much|large|big)\b|\bmaximum\b", re.IGNORECASE),
        re.compile(_NUMBER, re.IGNORECASE),
    ),
    (
        re.compile(
            r"어떻게|방법|려면|인수|매개변수|파라미터|\bhow (?:do|can|should|would|to)\b|\bwhere (?:do|can|"
            r"is)\b|\bwhat should\b|"
            r"\b(?:argument|parameter|field|method)\b",
            re.IGNORECASE,
        ),
        re.compile(r"`[^`]*[a-z][^`]*`|\bworkshop\.py\b|runs?\.|단계|\bsteps?\b"),
    ),
    (
        re.compile(r"수 있|되나|될까|돼요|가능|^(?:can|could|may|is|are|do|does|should)\b", re.IGNORECASE),
        re.compile(
            r"수 있|수 없|없습니다|아닙니다|않습니다|필요 ?없|도 됩니다|뿐입니다|\bcan(?:not)?\b|\bcannot\b|"
            r"\bnot\b|\bonly\b|\bno\b|"
            r"\bwithout\b|\bone picture\b",
            re.IGNORECASE,
        ),
    ),
]


def leads(sentence: str) -> bool:
    """True for a sentence that speaks to somebody who is at that very place in the notebook."""
    ordered = len(sentence) < _SHORT and ":" not in sentence and _ORDERS.match(sentence)
    return bool(ordered or _LEADS.search(sentence))


def led(paragraph: Paragraph) -> float:
    """What speaks against a paragraph that mostly leads on."""
    lengths = [(len(unit.text), leads(unit.text)) for unit in paragraph.units]
    total = sum(length for length, _ in lengths) or 1
    return _LED * sum(length for length, leading in lengths if leading) / total


def phrased(question: str, paragraph: Paragraph) -> float:
    """What speaks for a paragraph that has two words of the question side by side: “한 번에”, “two pictures”."""
    text = f"{paragraph.heading}\n{paragraph.text}".lower()
    words = re.findall(r"[가-힣]+|[a-z0-9]+", question.lower())
    found = 0
    for one, other in pairwise(words):
        if one in _PLAIN and other in _PLAIN:
            continue
        stem = other if other.isascii() else korean_stem(other)[0] or other
        found += f"{one} {stem}" in text
    return min(_PHRASE * found, _MOST_PHRASED)


def cued(question: str, paragraph: Paragraph) -> float:
    """What speaks for a paragraph by the kind of answer that is asked for."""
    for asks, answers in _CUES:
        if asks.search(question):
            return _FITS if answers.search(paragraph.text) else 0.0
    return 0.0
