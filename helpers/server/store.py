"""Rows and blobs: one SQLite file (WAL) and a folder of files beside it. It knows nothing of what they mean.

A row is a JSON object with an `id`, filed under a kind and a parent. Rows keep the order in which they were added,
which is what lists page by; time stamps in whole seconds could not tell two apart.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Row = dict[str, Any]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS rows (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    parent TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS rows_in_order ON rows (kind, parent, seq);
CREATE INDEX IF NOT EXISTS rows_by_parent ON rows (parent);
"""


class Store:
    """All calls are quick and come from one thread. A killed process loses nothing that was answered."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.blobs = folder / "blobs"
        self.blobs.mkdir(exist_ok=True)
        self._db = sqlite3.connect(folder / "store.sqlite3", isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode = WAL")
        # In WAL mode NORMAL survives the end of the process at any moment; only a power cut may lose the last commits.
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def add(self, kind: str, row: Row, parent: str = "") -> Row:
        """File a new row and return it."""
        self._db.execute(
            "INSERT INTO rows (id, kind, parent, body) VALUES (?, ?, ?, ?)",
            (row["id"], kind, parent, json.dumps(row, ensure_ascii=False)),
        )
        return row

    def get(self, kind: str, id: str, parent: str | None = None) -> Row | None:
        """The row, or None where there is none of that kind (and parent, if one is given)."""
        found = self._db.execute("SELECT body, parent FROM rows WHERE id = ? AND kind = ?", (id, kind)).fetchone()
        if found is None or (parent is not None and found[1] != parent):
            return None
        return json.loads(found[0])

    def save(self, row: Row) -> Row:
        """Replace the row of the same ID and return it."""
        self._db.execute("UPDATE rows SET body = ? WHERE id = ?", (json.dumps(row, ensure_ascii=False), row["id"]))
        return row

    def remove(self, id: str) -> None:
        """Take out the row and all that is filed under it."""
        children = [child for (child,) in self._db.execute("SELECT id FROM rows WHERE parent = ?", (id,))]
        for child in children:
            self.remove(child)
        self._db.execute("DELETE FROM rows WHERE id = ?", (id,))

    def page(
        self,
        kind: str,
        parent: str = "",
        *,
        limit: int,
        newest_first: bool = True,
        after: str | None = None,
        before: str | None = None,
        where: dict[str, str] | None = None,
    ) -> tuple[list[Row], bool]:
        """Up to `limit` rows in the order asked for, and whether there are more.

        `after` and `before` are IDs and exclusive; `where` compares top-level fields. Raises KeyError for an ID that
        is not in this list.
        """
        clauses, values = self._conditions(kind, parent, where)
        for cursor, towards_newer in ((after, not newest_first), (before, newest_first)):
            if cursor is not None:
                clauses += f" AND seq {'>' if towards_newer else '<'} {self._position(kind, parent, cursor)}"
        # With `before` alone the page wanted is the one that ends at the cursor, not the first of the whole list.
        backwards = before is not None and after is None
        direction = "DESC" if newest_first != backwards else "ASC"
        found = self._db.execute(
            f"SELECT body FROM rows WHERE {clauses} ORDER BY seq {direction} LIMIT ?",
            (*values, limit + 1),
        ).fetchall()
        rows = [json.loads(body) for (body,) in found[:limit]]
        return (rows[::-1] if backwards else rows), len(found) > limit

    def timeline(self, parent: str, *kinds: str) -> list[Row]:
        """All rows of these kinds below one parent, oldest first, as one sequence."""
        marks = ", ".join("?" * len(kinds))
        found = self._db.execute(
            f"SELECT body FROM rows WHERE parent = ? AND kind IN ({marks}) ORDER BY seq", (parent, *kinds)
        )
        return [json.loads(body) for (body,) in found]

    def tally(self, kind: str, parent: str, field: str, where: dict[str, str] | None = None) -> dict[str, int]:
        """How many rows have which value in a top-level field."""
        clauses, values = self._conditions(kind, parent, where)
        found = self._db.execute(
            f"SELECT json_extract(body, ?), count(*) FROM rows WHERE {clauses} GROUP BY 1", (f"$.{field}", *values)
        )
        return dict(found.fetchall())

    def total(self, kind: str, parent: str, field: str) -> int:
        """The sum of a numeric top-level field."""
        clauses, values = self._conditions(kind, parent)
        found = self._db.execute(
            f"SELECT coalesce(sum(json_extract(body, ?)), 0) FROM rows WHERE {clauses}", (f"$.{field}", *values)
        )
        return int(found.fetchone()[0])

    def everything(self, kind: str) -> list[Row]:
        """All rows of a kind, whatever their parent, oldest first."""
        return [json.loads(body) for (body,) in self._db.execute("SELECT body FROM rows WHERE kind = ?", (kind,))]

    def mentioning(self, kind: str, id: str) -> list[Row]:
        """All rows of a kind, whatever their parent, in which an ID stands somewhere."""
        found = self._db.execute("SELECT body FROM rows WHERE kind = ? AND instr(body, ?) > 0", (kind, f'"{id}"'))
        return [json.loads(body) for (body,) in found.fetchall()]

    @staticmethod
    def _conditions(kind: str, parent: str, where: dict[str, str] | None = None) -> tuple[str, list[str]]:
        clauses, values = "kind = ? AND parent = ?", [kind, parent]
        for field, value in (where or {}).items():
            clauses += " AND json_extract(body, ?) = ?"
            values += [f"$.{field}", value]
        return clauses, values

    def _position(self, kind: str, parent: str, id: str) -> int:
        found = self._db.execute(
            "SELECT seq FROM rows WHERE id = ? AND kind = ? AND parent = ?", (id, kind, parent)
        ).fetchone()
        if found is None:
            raise KeyError(id)
        return int(found[0])
