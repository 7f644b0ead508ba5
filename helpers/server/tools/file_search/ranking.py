"""How well does a passage answer a question? Meaning first, then words.

The raw score of a passage is

    (cosine of the passage + best cosine of a sentence in it) / 2  +  WORDS x share of the question's words in it

where each word weighs its inverse document frequency, and half of the share is looked for in the passage, half in the
whole chunk. Adding scores keeps what reciprocal rank fusion loses: a question in one language about a document in
another has no word in common with it, and every passage that shares some chance word would be ranked above it. The
weights were chosen on the tuning half of the labelled set in `tests/data/retrieval`.
"""

import heapq
import math
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

WORDS = 0.3
IN_PASSAGE = 0.5  # the other half in the chunk around it

# On the tuning half the right passages and the best wrong ones part at about this raw score.
_MIDDLE = 0.25
_STEEPNESS = 10.0


def presentable(raw: float) -> float:
    """A raw score as one from 0 to 1: a logistic curve, so that the order stays. 0.5 is a doubtful answer, 0.8 a likely
    one, below 0.2 there is mostly nothing to it."""
    return 1 / (1 + math.exp(-_STEEPNESS * (raw - _MIDDLE)))


def weights(frequencies: "Numbers", passages: int) -> "Numbers":
    """What each word of a question counts, given in how many of the passages it stands; they add up to 1."""
    import numpy as np

    rare = np.log1p((passages - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
    return rare / max(float(rare.sum()), 1e-9)


def best_chunks(
    passages: Mapping[int, float], chunks_of: Mapping[int, Iterable[int]], extra: Mapping[int, float], limit: int
) -> Iterator[tuple[int, float]]:
    """Chunks with their raw scores, best first, each scored by the best passage that it adds to those before it.

    Neighbouring chunks overlap. Without this rule every good passage would be answered twice, and the second half of
    the answers would be lost to repetitions. `passages` gives the score of each candidate, `chunks_of` the chunks that
    hold it, `extra` what a chunk adds to the score of its passages.
    """
    held: dict[int, list[tuple[float, int]]] = {}
    for passage, score in passages.items():
        for chunk in chunks_of[passage]:
            held.setdefault(chunk, []).append((score, passage))
    for inside in held.values():
        inside.sort(key=lambda pair: (pair[0], -pair[1]))
    queue = [(-(inside[-1][0] + extra[chunk]), chunk) for chunk, inside in held.items()]
    heapq.heapify(queue)
    told: set[int] = set()
    while queue and limit > 0:
        negative, chunk = heapq.heappop(queue)
        inside = held[chunk]
        if inside[-1][1] not in told:
            told.update(passage for _, passage in inside)
            limit -= 1
            yield chunk, -negative
            continue
        while inside and inside[-1][1] in told:
            inside.pop()
        if inside:
            heapq.heappush(queue, (-(inside[-1][0] + extra[chunk]), chunk))
