"""The vectors of the questions in the notebooks, kept in a file beside this module: making them takes seconds.

Each is found by a hash of its question, so that a question that was changed simply has none until `write` is called.
"""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ....embeddings import DIMENSIONS, encode, pack, unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

FILE = Path(__file__).with_name("questions.vectors")
_KEY, _BATCH = 8, 64


def key(question: str) -> bytes:
    """What a question's vector is found by."""
    return blake2b(question.encode(), digest_size=_KEY).digest()


@lru_cache(1)
def stored() -> "tuple[dict[bytes, int], Vectors]":
    """The place of each key, and the vectors, of length 1 and of shape (keys, 512); nothing where there is no file."""
    content = FILE.read_bytes() if FILE.is_file() else b""
    count = len(content) // (_KEY + DIMENSIONS)
    keys = [content[place * _KEY : (place + 1) * _KEY] for place in range(count)]
    return {one: place for place, one in enumerate(keys)}, unpack(content[count * _KEY :])


def write(questions: Iterable[str]) -> None:
    """Keep the vectors of exactly these questions: first all keys in their order, then as many vectors.

    Only those that have none yet are made, so that a change of one question changes little in the file.
    """
    import numpy as np

    by_key = {key(question): question for question in questions}
    places, vectors = stored()
    new = [one for one in sorted(by_key) if one not in places]
    # A long batch takes more than its share of time.
    made: dict[bytes, Any] = {}
    for begin in range(0, len(new), _BATCH):
        some = new[begin : begin + _BATCH]
        made |= zip(some, encode([by_key[one] for one in some]), strict=True)
    rows = [made[one] if one in made else vectors[places[one]] for one in sorted(by_key)]
    FILE.write_bytes(b"".join(sorted(by_key)) + pack(np.array(rows, np.float32).reshape(-1, DIMENSIONS)))
    stored.cache_clear()
