"""Categories that a sentence leaves out."""

import re
from collections.abc import Sequence

from .names import words_for

_EXCLUDES_AFTER = r"빼고|빼면|뺀|제외|말고"
_EXCLUDES_BEFORE = r"without|excluding|except( for)?|other than|除了|不含"


def excluded(text: str, value: str, said: Sequence[str]) -> bool:
    """True where a sentence leaves a category out: "부산을 빼고", "without Busan and Daegu"."""
    names = "|".join(re.escape(word) for name in sorted(said, key=len, reverse=True) for word in words_for(name))
    own = "(" + "|".join(re.escape(word) for word in words_for(value)) + ")"
    if re.search(rf"(?:에서|minus|减去|减)\s?{own}", text, re.I):
        return False  # taken off as a number, not left out
    joined = rf"(\s|,|과|와|하고|and|&|the|{names})*"
    after = rf"{own}{joined}(\s?[가-힣]{{1,5}}?)?(을|를|은|는|이|가)?\s?({_EXCLUDES_AFTER})"
    before = rf"({_EXCLUDES_BEFORE}){joined}{own}"
    return bool(re.search(after, text, re.I) or re.search(before, text, re.I))
