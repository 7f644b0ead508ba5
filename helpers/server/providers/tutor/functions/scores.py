"""How well a named thing fits as a place, a person or another thing: by its place in the sentence and its letters."""

import re

from .chunks import Chunk
from .korean import looks_korean
from .lexicon import listed
from .things_lexicon import THINGS
from .words import terms


def score_place(chunk: Chunk) -> float:
    roles = {
        "at": 0.25,
        "from": 0.2,
        "to": 0.15,
        "of": 0.2,
        "for": 0.15,
        "topic": 0.15,
        "": 0.1,
        "object": 0.0,
        "also": 0.15,
    }
    score = (
        0.45
        + roles.get(chunk.role, -0.15)
        + 0.12 * chunk.proper
        + 0.05 * bool(re.search(r"(?:시|구|동|군|읍|면|리|역|공항|항|도)$", chunk.text))
    )
    if chunk.is_place:
        score = max(score, 0.8) + 0.15
    elif chunk.text in _HOURS:
        score -= 0.6
    elif _ends_like_a_thing(chunk):
        score -= 0.4
    return score - 0.25 * looks_like_person(chunk) - 0.3 * chunk.quoted


_HOURS = frozenset(listed("밤 아침 저녁 점심 새벽 낮 오전 오후 주말 평일 night morning evening noon weekend"))
# Things that are also places.
_PLACES = frozenset(
    listed(
        "airport station school hospital library hotel restaurant city country warehouse house room map address "
        "parking garden plant movie department company"
    )
)


def _ends_like_a_thing(chunk: Chunk) -> bool:
    """“테라스 자리”, “booking”: a word for something that is no place."""
    known = [term for term in terms(chunk.text) if term.known and term.end == len(chunk.text)]
    return (
        any(term.keys & THINGS.keys() and not term.keys & _PLACES for term in known)
        and chunk.text == chunk.text.lower()
    )


def score_person(chunk: Chunk) -> float:
    roles = {
        "to": 0.25,
        "with": 0.25,
        "by": 0.3,
        "for": 0.15,
        "from": 0.15,
        "of": 0.15,
        "topic": 0.1,
        "subject": 0.15,
        "": 0.1,
        "named": 0.2,
        "and": 0.1,
    }
    score = 0.4 + roles.get(chunk.role, -0.1) + 0.15 * chunk.proper + 0.25 * looks_like_person(chunk)
    return score - 0.4 * chunk.is_place - 0.15 * looks_like_company(chunk)


def looks_like_company(chunk: Chunk) -> bool:
    """True for a name that ends (or begins) as those of companies do."""
    return bool(
        re.search(
            r"\b(?:Ltd|Limited|Inc|Corp|Corporation|Co|LLC|LLP|GmbH|AG|PLC|Group|Holdings|Company|Bank|Studio|Labs?)\.?$|"
            r"^(?:주식회사|㈜)|(?:주식회사|㈜|전자|건설|상사|물산|은행|그룹|산업|화학|제약|식품|컴퍼니|스튜디오)$|(?:公司|集团|银行)$",
            chunk.text,
        )
    )


def looks_like_person(chunk: Chunk) -> bool:
    """True for a Korean name with a usual surname, and for a name with a title."""
    return looks_korean(chunk.text) or bool(
        re.search(
            r"^(?:Dr|Mr|Mrs|Ms|Prof)\b|(?:사원|대리|과장|차장|부장|팀장|사장|선생|교수|박사|작가|감독|先生|"
            r"女士|老师)(?:님)?$",
            chunk.text,
        )
    )


def score_thing(chunk: Chunk) -> float:
    roles = {
        "named": 0.35,
        "about": 0.2,
        "object": 0.12,
        "for": 0.12,
        "of": 0.05,
        "": 0.05,
        "by": -0.3,
        "with": -0.2,
        "from": -0.1,
        "to": -0.2,
        "and": 0.0,
    }
    return 0.5 + roles.get(chunk.role, 0.0) + 0.08 * chunk.proper
