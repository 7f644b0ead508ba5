"""File search: documents are read, cut into chunks and found again by words and by meaning, without a network.

How a document goes in: `parsers` read it into blocks, `passages` packs these into passages of a few sentences,
`chunking` joins passages into chunks, `embeddings` gives every passage and every sentence a vector, `shelf` keeps all
of it in one SQLite file for each store. Reading and encoding happen in a process of their own (`worker`), so that a
hostile document can hurt neither the server nor its neighbours.

How a question finds it: `lexical` says which words of the question stand where, `ranking` joins that with the
vectors, `filters` looks at the attributes, `index` puts it together; `rewriting` takes the politeness off a question
where the caller asks for that.
"""

from typing import TYPE_CHECKING, Any

from .rewriting import rewrite
from .shapes import Chunking, Hit, Unreadable

if TYPE_CHECKING:
    from .index import SearchIndex

__all__ = ["Chunking", "Hit", "SearchIndex", "Unreadable", "rewrite"]


def __getattr__(name: str) -> Any:
    # The worker imports this package too, and needs nothing of the server's half.
    if name == "SearchIndex":
        from .index import SearchIndex

        return SearchIndex
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
