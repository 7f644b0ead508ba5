"""The role that the instructions give: “당신은 매출 분석가입니다”, “You are a personal math tutor.”"""

import re
from dataclasses import dataclass

from .skill import Language, language_of

_ROLES = [
    r"(?:당신은|너는|넌|귀하는)\s+(?P<name>[^.。\n]{1,60}?)(?:입니다|이다|이야|야|예요|이에요|다)(?=[\s.。!]|$)",
    r"\b[Yy]ou(?: are|'re) (?:an? |the )?(?P<name>[A-Za-z][^.\n,;:]{1,80}?)(?=[.,;:\n]| who\b| that\b| and\b|$)",
    r"\b[Aa]ct as (?:an? |the )?(?P<name>[A-Za-z][^.\n,;:]{1,80}?)(?=[.,;:\n]| who\b| that\b| and\b|$)",
    r"(?:你|您)是(?:一[个名位])?(?P<name>[^。，,.\n]{1,40})",
]
_LONGEST = 160


@dataclass(frozen=True)
class Role:
    """`name` is the role ("매출 분석가") or an empty string; `sentence` the first sentence of the instructions."""

    name: str
    sentence: str
    language: Language


def role_of(instructions: str) -> Role | None:
    """The role in the instructions; None where there are none."""
    text = instructions.strip()
    if not text:
        return None
    sentence = re.split(r"(?<=[.!?。！？])\s|(?<=[。！？])|\n", text)[0].strip()
    if len(sentence) > _LONGEST:
        sentence = sentence[:_LONGEST].rstrip() + "…"
    name = ""
    for pattern in _ROLES:
        match = re.search(pattern, text)
        if match:
            name = match["name"].strip()
            break
    return Role(name, sentence, language_of(sentence) or "en")
