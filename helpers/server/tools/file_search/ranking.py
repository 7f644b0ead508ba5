"""How well does a passage answer a question? Meaning first, then words.

The raw score of a passage in a chunk is

    (1 - SENTENCE) x cosine of the passage + SENTENCE x best cosine of a sentence in it
    + WORDS x (share of the question's words) squared

where each word weighs its inverse document frequency, and the share is the mean of that in the passage and that in the
whole chunk. The square leaves the choice to meaning where few words are shared, as they are by chance, and gives it to
the words where nearly all are, as with names and numbers. Adding scores keeps what reciprocal rank fusion loses: a
question in one language about a document in another has no word in common with it, and every passage with some chance
word would be ranked above it. Words that stand nowhere in the store count in the share too: without them a question
about something else would be fully answered by its "how" alone.

All this was chosen on the tuning half of the labelled set in `tests/data/retrieval`.
"""

import heapq
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]

SENTENCE = 0.4
WORDS = 0.5

# Fitted to the tuning half: of the best answers with a raw score of 0.22 half are right, at 0.35 nearly all.
_MIDDLE = 0.22
_STEEPNESS = 20.0


def presentable(raw: float) -> float:
    """A raw score as one from 0 to 1: a logistic curve, so that the order stays.

    For the best answer it is about the chance of being right: 0.5 is a toss-up, above 0.9 it mostly is right, and
    what is below 0.1 has little to do with the question.
    """
    return 1 / (1 + math.exp(-_STEEPNESS * (raw - _MIDDLE)))


def words_bonus(share: float) -> float:
    """What the words of the question add to the score, given the share of them that is there."""
    return WORDS * share * share


def weights(frequencies: "Numbers", passages: int) -> "Numbers":
    """What each word of a question counts, given in how many of the passages it stands; they add up to 1."""
    import numpy as np

    rare = np.log1p((passages - frequencies + 0.5) / (frequencies + 0.5)).astype(np.float32)
    return rare / max(float(rare.sum()), 1e-9)


def best_chunks(scores: Mapping[int, Mapping[int, float]], limit: int) -> Iterator[tuple[int, float]]:
    """Chunks with their raw scores, best first, each scored by the best passage that it adds to those before it.

    `scores` gives for each chunk the scores of its passages. Neighbouring chunks overlap: without this rule every good
    passage would be answered twice, and half of the answers would be lost to repetitions.
    """
    held = {chunk: sorted((score, -passage) for passage, score in inside.items()) for chunk, inside in scores.items()}
    queue = [(-inside[-1][0], chunk) for chunk, inside in held.items() if inside]
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
            heapq.heappush(queue, (-inside[-1][0], chunk))
