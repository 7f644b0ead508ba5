"""Vectors of meaning (see `helpers.server.embeddings`) as file search keeps them.

Vectors have 512 numbers and length 1, so that their product is the cosine. They are kept as bytes, a quarter of their
size: the largest number becomes 127. That loses less than a thousandth of a cosine.
"""

from typing import TYPE_CHECKING

from ...embeddings import DIMENSIONS, encode

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

__all__ = ["DIMENSIONS", "encode", "pack", "unpack"]


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
