"""Searching one store: its vectors in memory, its words in SQLite."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...embeddings import DIMENSIONS, unpack
from .chunking import render
from .filters import Test
from .lexical import terms
from .ranking import WORDS, best_chunks, closer_look, presentable, weights, words_bonus
from .shapes import Hit
from .shelf import Shelf, read_passages

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Indices = NDArray[np.int64]

# So many passages are looked at sentence by sentence; the others are too far off for one sentence to bring them back.
_CANDIDATES = 100
_CANDIDATES_PER_HIT = 8
_TERMS = 64  # of one question


@dataclass(frozen=True)
class _Memory:
    """The passages of a store in the order of their files, row by row, and its chunks as ranges of these rows."""

    revision: int
    ids: "Indices"
    order: "Indices"  # `ids[order]` rises
    files: "Indices"
    vectors: "Numbers"
    chunk_files: "Indices"
    chunk_positions: "Indices"
    firsts: "Indices"
    stops: "Indices"

    @property
    def bytes(self) -> int:
        return self.vectors.nbytes

    def chunks_with(self, row: int) -> range:
        """The chunks that hold a passage."""
        import numpy as np

        return range(int(np.searchsorted(self.stops, row, "right")), int(np.searchsorted(self.firsts, row, "right")))


class StoreSearch:
    """What searches of one store share. Used by one thread at a time."""

    def __init__(self, store_id: str, shelf: Shelf) -> None:
        self._store_id = store_id
        self._db = shelf.reading()
        self._memory: _Memory | None = None

    def close(self) -> None:
        """Let go of the file and of the memory."""
        self._db.close()
        self._memory = None

    def forget(self) -> None:
        """Let go of the memory; the next search reads it again."""
        self._memory = None

    @property
    def bytes(self) -> int:
        """Memory that the vectors take."""
        return self._memory.bytes if self._memory else 0

    def find(self, query: str, vector: "Numbers", *, test: Test | None, limit: int, by_sentences: bool) -> list[Hit]:
        """The best chunks for a question, best first. `by_sentences` looks at single sentences too."""
        import numpy as np

        self._db.execute("BEGIN")  # one state of the store for the whole search
        try:
            memory = self._load()
            if not len(memory.ids):
                return []
            meaning = memory.vectors @ vector
            present, word_weights = self._words(memory, query)
            covered = word_weights @ present
            score = meaning + WORDS * covered**2
            if test:
                score[~np.isin(memory.files, self._files_that(test))] = -np.inf
            count = min(max(_CANDIDATES, _CANDIDATES_PER_HIT * limit), len(score))
            best = np.argpartition(-score, count - 1)[:count]
            best = best[np.isfinite(score[best])]
            if by_sentences and len(best):
                sentences, counts = self._sentences(memory.ids[best])
                meaning[best] = closer_look(meaning[best], sentences @ vector, sentences, counts)
            scores: dict[int, dict[int, float]] = {}
            for row in map(int, best):
                for chunk in memory.chunks_with(row):
                    scores.setdefault(chunk, {})[row] = float(meaning[row])
            for chunk, inside in scores.items():
                whole = present[:, memory.firsts[chunk] : memory.stops[chunk]].max(axis=1)
                around = float(word_weights @ whole)
                for row in inside:
                    inside[row] += words_bonus((float(covered[row]) + around) / 2)
            found = list(best_chunks(scores, limit))
            return [self._hit(memory, chunk, raw) for chunk, raw in found]
        finally:
            self._db.execute("COMMIT")

    def _load(self) -> _Memory:
        """The passages in memory, read again where the store has changed."""
        import numpy as np

        revision = self._db.execute("SELECT number FROM revision").fetchone()[0]
        if self._memory and self._memory.revision == revision:
            return self._memory
        here = "JOIN files ON files.id = file WHERE state = 'here' ORDER BY file, position"
        rows = self._db.execute(f"SELECT passages.id, file, position, vector FROM passages {here}").fetchall()
        chunks = self._db.execute(f"SELECT file, position, first, stop FROM chunks {here}").fetchall()
        ids = np.array([row[0] for row in rows], np.int64)
        files = np.array([row[1] for row in rows], np.int64)
        table = np.array(chunks, np.int64).reshape(-1, 4)
        begins = np.searchsorted(files, table[:, 0])
        self._memory = _Memory(
            revision=revision,
            ids=ids,
            order=np.argsort(ids),
            files=files,
            vectors=unpack(b"".join(row[3] for row in rows)),
            chunk_files=table[:, 0],
            chunk_positions=table[:, 1],
            firsts=begins + table[:, 2],
            stops=begins + table[:, 3],
        )
        return self._memory

    def _files_that(self, test: Test) -> list[int]:
        rows = self._db.execute("SELECT id, attributes FROM files WHERE state = 'here'")
        return [row for row, attributes in rows if test(json.loads(attributes))]

    def _words(self, memory: _Memory, query: str) -> tuple["Numbers", "Numbers"]:
        """Which words of the question stand in which passage (words x passages, 0 or 1), and what each word weighs."""
        import numpy as np

        words = list(dict.fromkeys(terms(query)))[:_TERMS]
        present = np.zeros((len(words), len(memory.ids)), np.float32)
        sorted_ids = memory.ids[memory.order]
        for number, word in enumerate(words):
            rows = self._db.execute("SELECT rowid FROM words WHERE words MATCH ?", (f'"{word}"',)).fetchall()
            ids = np.array(rows, np.int64).reshape(-1)
            at = np.searchsorted(sorted_ids, ids)
            known = at < len(sorted_ids)
            known[known] = sorted_ids[at[known]] == ids[known]
            present[number, memory.order[at[known]]] = 1
        return present, weights(present.sum(axis=1), len(memory.ids))

    def _sentences(self, ids: "Indices") -> tuple["Numbers", "Indices"]:
        """The vectors of the sentences of these passages one after the other, and how many each of them has."""
        import numpy as np

        packed = [
            self._db.execute("SELECT sentences FROM passages WHERE id = ?", (int(number),)).fetchone()[0]
            for number in ids
        ]
        return unpack(b"".join(packed)), np.array([len(one) // DIMENSIONS for one in packed])

    def _hit(self, memory: _Memory, chunk: int, raw: float) -> Hit:
        row = int(memory.chunk_files[chunk])
        file_id, filename, attributes = self._db.execute(
            "SELECT file_id, filename, attributes FROM files WHERE id = ?", (row,)
        ).fetchone()
        first, stop = self._db.execute(
            "SELECT first, stop FROM chunks WHERE file = ? AND position = ?", (row, int(memory.chunk_positions[chunk]))
        ).fetchone()
        passages = read_passages(self._db, row, first, stop)
        return Hit(
            store_id=self._store_id,
            file_id=file_id,
            filename=filename,
            chunk=int(memory.chunk_positions[chunk]),
            text=render(passages),
            score=presentable(raw),
            attributes=json.loads(attributes),
            place=passages[0].place,
        )
