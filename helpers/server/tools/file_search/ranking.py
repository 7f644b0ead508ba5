"""How well does a passage answer a question? Meaning first, then words.

The raw score of a passage in a chunk is

    cosine of the passage, or for longer ones of the places in it that are nearest
    + WORDS x (share of the question's words) squared

A passage of one or two sentences is taken as a whole. One of n sentences speaks of several things, and its own vector
says little about the one that was asked for: it then counts 2/n, and its best sentence and its best two neighbouring
sentences, in the proportion of SENTENCE to 1 - SENTENCE, count the rest.

Each word weighs its inverse document frequency, and the share is the mean of that in the passage and that in the
whole chunk. The square leaves the choice to meaning where few words are shared, as they are by chance, and gives it to
the words where nearly all are, as with names and numbers. Adding scores keeps what reciprocal rank fusion loses: a
question in one language about a document in another has no word in common with it, and every passage with some chance
word would be ranked above it. Words that stand nowhere in the store count in the share too: without them a question
about something else would be fully answered by its "how" alone.

All this was chosen on the tuning half of the labelled set in `tests/data/retrieval`, each passage as a document of its
own and several joined to longer documents, where values around the chosen ones do as well. Korean words without their
particles and endings, instead of pairs of letters or beside them, found no more there.
"""

import heapq
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Indices = NDArray[np.int64]
    Numbers = NDArray[np.float32]

SENTENCE = 0.6
WORDS = 0.5

# Of the best answers to the tuning half, half are right at a raw score of 0.22, and nearly all from 0.4 on.
_MIDDLE = 0.22
_STEEPNESS = 20.0


def presentable(raw: float) -> float:
    """A raw score as one from 0 to 1: a logistic curve, so that the order stays.

    For the best answer it is about the chance of being right: 0.5 is a toss-up, above 0.9 it mostly is right, and
    what is below 0.1 has little to do with the question.
    """
    return 1 / (1 + math.exp(-_STEEPNESS * (raw - _MIDDLE)))


def closer_look(passages: "Numbers", sentences: "Numbers", vectors: "Numbers", counts: "Indices") -> "Numbers":
    """The cosines of passages with the question once their sentences have been looked at.

    `passages` are the cosines of their own vectors. `sentences` are those of all their sentences one after the other,
    whose vectors of length 1 are `vectors`, of shape (sentences, 512). `counts` is how many sentences each passage has,
    at least one.
    """
    import numpy as np

    starts = np.cumsum(counts) - counts
    # The cosine of the sum of two vectors of length 1.
    pairs = sentences.copy()
    together = np.einsum("ij,ij->i", vectors[:-1], vectors[1:])
    pairs[:-1] = (sentences[:-1] + sentences[1:]) / np.sqrt(np.maximum(2 + 2 * together, 1e-9))
    pairs[starts + counts - 1] = -1  # the last sentence of a passage begins no pair
    nearest = SENTENCE * np.maximum.reduceat(sentences, starts) + (1 - SENTENCE) * np.maximum.reduceat(pairs, starts)
    whole = np.minimum(2 / counts, 1)
    return (whole * passages + (1 - whole) * nearest).astype(np.float32)


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
