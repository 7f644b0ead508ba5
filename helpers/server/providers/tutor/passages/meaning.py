"""How near two texts are in meaning, in any language."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ....embeddings import encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float32]

# Sentences of the files that are asked about come again with every question.
_KEPT = 4000
# Words that have nothing to do with each other have a cosine up to about 0.45, translations mostly above 0.6.
_UNLIKE, _SPAN, _MOST = 0.45, 0.3, 0.9
_known: "OrderedDict[str, Vector]" = OrderedDict()


def nearness(question: str, texts: Sequence[str]) -> list[float]:
    """The cosine of the question with each text, -1 to 1. About a millisecond for each text not seen lately."""
    vectors = vectors_of([question, *texts])
    return [float(vectors[0] @ vector) for vector in vectors[1:]]


def alike(words: Sequence[str], others: Sequence[str]) -> list[float]:
    """For each word, whether one of the others means the same, in whatever language: 0 (no) to 0.9."""
    import numpy as np

    vectors = vectors_of([*words, *others])
    cosines = np.stack(vectors[: len(words)]) @ np.stack(vectors[len(words) :]).T
    return [float(np.clip((cosine - _UNLIKE) / _SPAN, 0, _MOST)) for cosine in cosines.max(axis=1)]


def vectors_of(texts: Sequence[str]) -> "list[Vector]":
    """The vectors of texts, of length 1 and 512 numbers."""
    new = [text for text in dict.fromkeys(texts) if text not in _known]
    for text, vector in zip(new, encode(new), strict=True):
        _known[text] = vector
    for text in texts:
        _known.move_to_end(text)
    found = [_known[text] for text in texts]
    while len(_known) > _KEPT:
        _known.popitem(last=False)
    return found
