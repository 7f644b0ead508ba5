"""The most central sentences of a text: those that are nearest in meaning to all of it, and not to each other."""

import re
from collections.abc import Sequence

from .candidates import Candidate, is_command
from .meaning import vectors_of

_MOST_READ = 120
_REPEATS = 0.35
_WEIGHTY = re.compile(
    r"결론|결정|결과|요약|핵심|합의|목적|conclu|decision|decided|result|finding|summary|outcome|purpose|key |结论|"
    r"决定|结果",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^:：]{1,15}[:：]\s")
_OPENING, _HEADED, _THIN = 0.12, 0.12, 0.15


def central(pool: Sequence[Candidate], count: int) -> list[Candidate]:
    """At most `count` candidates that say most of the text, in the order of the text."""
    import numpy as np

    readable = [one for one in pool if not is_command(one.text) and not one.text.endswith(("?", "？"))][:_MOST_READ]
    if len(readable) <= count:
        return readable
    vectors = np.stack(vectors_of([one.text for one in readable]))
    middle = vectors.mean(axis=0)
    scores = vectors @ (middle / np.linalg.norm(middle))
    for place, one in enumerate(readable):
        scores[place] += _OPENING * (place == 0) + _HEADED * bool(_WEIGHTY.search(one.unit.around))
        scores[place] -= _THIN * bool(len(re.findall(r"\w+", one.text)) < 4 or _LABELLED.match(one.text))
    chosen: list[int] = []
    while len(chosen) < count:
        repeats = (vectors @ vectors[chosen].T).max(axis=1) if chosen else np.zeros(len(readable))
        worth = scores - _REPEATS * np.maximum(repeats, 0)
        worth[chosen] = -np.inf
        chosen.append(int(worth.argmax()))
    return [readable[place] for place in sorted(chosen)]


def usual_length(sentences: int) -> int:
    """How many sentences a summary of so many has where nobody says otherwise."""
    return min(max(round(sentences / 4), 3), 6)
