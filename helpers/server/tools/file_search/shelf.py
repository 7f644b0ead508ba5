"""One store's SQLite file: its files, their passages with vectors, their chunks, and an index of words.

A file is seen by searches only once all of it is there; until then, and if its indexing is broken off, the version
before it is. Removing only marks, which is quick; `sweep` then takes away what is marked.
"""

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from .chunking import Range
from .lexical import TOKENIZER, terms
from .reader import PackedVectors
from .shapes import Attributes, Passage

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id TEXT NOT NULL,
    filename TEXT NOT NULL,
    attributes TEXT NOT NULL,
    max_tokens INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('coming', 'here', 'gone'))
);
CREATE INDEX IF NOT EXISTS files_by_id ON files (file_id);
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    place TEXT NOT NULL,
    glue TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    vector BLOB NOT NULL,
    sentences BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_in_order ON passages (file, position);
CREATE TABLE IF NOT EXISTS chunks (
    file INTEGER NOT NULL,
    position INTEGER NOT NULL,
    first INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (file, position)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS revision (number INTEGER NOT NULL);
INSERT INTO revision SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM revision);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (terms, content = '', tokenize = '{TOKENIZER}');
"""
# It rises whenever other passages can be found than before.
_NEXT_REVISION = "UPDATE revision SET number = number + 1"
_SWEEP = 20  # passages in one transaction: a few milliseconds


class Shelf:
    """All calls take some milliseconds at most. Any thread may call, one at a time gets in."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(_SCHEMA)
        # What was coming when a server was killed never came.
        self._db.execute("UPDATE files SET state = 'gone' WHERE state = 'coming'")

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._db.close()

    def reading(self) -> sqlite3.Connection:
        """A connection of one's own for searches, which then wait for nobody."""
        return sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)

    def begin(self, file_id: str, filename: str, attributes: Attributes, max_tokens: int) -> int:
        """A new file begins to come in. Returns its number on this shelf."""
        with self._lock:
            row = self._db.execute(
                "INSERT INTO files (file_id, filename, attributes, max_tokens, state) VALUES (?, ?, ?, ?, 'coming')",
                (file_id, filename, json.dumps(attributes), max_tokens),
            ).lastrowid
        assert row is not None
        return row

    def put(
        self, row: int, filename: str, start: int, passages: Sequence[Passage], vectors: Sequence[PackedVectors]
    ) -> bool:
        """File the next passages of a file, the first of which is its `start`-th. False where it was removed."""
        with self._transaction():
            if not self._db.execute("SELECT 1 FROM files WHERE id = ? AND state = 'coming'", (row,)).fetchone():
                return False
            for position, (passage, (whole, parts)) in enumerate(zip(passages, vectors, strict=True), start):
                number = self._db.execute(
                    "INSERT INTO passages (file, position, text, context, place, glue, tokens, vector, sentences)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        *(row, position, passage.text, json.dumps(passage.context, ensure_ascii=False), passage.place),
                        *(passage.glue, passage.tokens, whole, parts),
                    ),
                ).lastrowid
                self._db.execute(
                    "INSERT INTO words (rowid, terms) VALUES (?, ?)",
                    (number, _indexed(filename, passage.context, passage.text)),
                )
        return True

    def finish(self, row: int, file_id: str, chunks: Sequence[Range]) -> bool:
        """The file is complete and takes the place of its older version. False where it was removed in the meantime."""
        with self._transaction():
            self._db.executemany(
                "INSERT INTO chunks (file, position, first, stop) VALUES (?, ?, ?, ?)",
                [(row, position, first, stop) for position, (first, stop) in enumerate(chunks)],
            )
            here = self._db.execute(
                "UPDATE files SET state = 'here' WHERE id = ? AND state = 'coming'", (row,)
            ).rowcount
            if here:
                self._db.execute(
                    "UPDATE files SET state = 'gone' WHERE file_id = ? AND id <> ? AND state = 'here'", (file_id, row)
                )
                self._db.execute(_NEXT_REVISION)
        return bool(here)

    def abandon(self, row: int) -> None:
        """The file will not be completed."""
        with self._lock:
            self._db.execute("UPDATE files SET state = 'gone' WHERE id = ?", (row,))

    def remove(self, file_id: str) -> None:
        """The file is no longer found, nor does one come in that is on its way."""
        with self._transaction():
            self._db.execute("UPDATE files SET state = 'gone' WHERE file_id = ?", (file_id,))
            self._db.execute(_NEXT_REVISION)

    def set_attributes(self, file_id: str, attributes: Attributes) -> None:
        """Replace a file's attributes, those of one on its way too."""
        with self._lock:
            self._db.execute(
                "UPDATE files SET attributes = ? WHERE file_id = ? AND state <> 'gone'",
                (json.dumps(attributes), file_id),
            )

    def document(self, file_id: str) -> tuple[list[Passage], int]:
        """A file's passages in order, and the size of its chunks in tokens. KeyError where it is not here."""
        with self._lock:
            found = self._db.execute(
                "SELECT id, max_tokens FROM files WHERE file_id = ? AND state = 'here'", (file_id,)
            ).fetchone()
            if not found:
                raise KeyError(file_id)
            return read_passages(self._db, found[0], 0, -1), found[1]

    def sweep(self) -> bool:
        """Take away some of what is marked as gone. False once nothing is left."""
        with self._transaction():
            rows = self._db.execute(
                "SELECT passages.id, filename, context, text FROM files JOIN passages ON passages.file = files.id"
                " WHERE state = 'gone' LIMIT ?",
                (_SWEEP,),
            ).fetchall()
            for number, filename, context, text in rows:
                # A contentless index forgets a row only when told what was in it.
                self._db.execute(
                    "INSERT INTO words (words, rowid, terms) VALUES ('delete', ?, ?)",
                    (number, _indexed(filename, json.loads(context), text)),
                )
                self._db.execute("DELETE FROM passages WHERE id = ?", (number,))
            if not rows:
                self._db.execute("DELETE FROM chunks WHERE file IN (SELECT id FROM files WHERE state = 'gone')")
                self._db.execute("DELETE FROM files WHERE state = 'gone'")
        return bool(rows)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")


def read_passages(db: sqlite3.Connection, row: int, first: int, stop: int) -> list[Passage]:
    """Passages of a file from `first` up to `stop`, -1 for all."""
    rows = db.execute(
        "SELECT text, context, place, glue, tokens FROM passages WHERE file = ? AND position >= ?"
        " AND (? < 0 OR position < ?) ORDER BY position",
        (row, first, stop, stop),
    )
    return [
        Passage(text, tuple(json.loads(context)), place, glue, tokens) for text, context, place, glue, tokens in rows
    ]


def _indexed(filename: str, context: Sequence[str], text: str) -> str:
    """What of a passage the index of words sees: its text, what it stands under, and the name of its file."""
    return " ".join(terms("\n".join((PurePosixPath(filename).stem, *context, text))))
