"""Vector stores at work: their files are indexed in the background, counted, searched, and forgotten.

It stands between the rows of the store and the search index, and knows nothing of HTTP.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from .ids import new_id
from .objects import now
from .store import Store
from .tools.file_search import Chunking, Hit, SearchIndex, Unreadable

Object = dict[str, Any]

DEFAULT_CHUNKING = {"type": "static", "static": {"max_chunk_size_tokens": 800, "chunk_overlap_tokens": 400}}
# How long a run waits for files that its thread has just been given (documentation: File search).
RUN_WAITS_SECONDS = 60
# Files that are read, encoded and written at one time. A vector store's others wait, and can still be changed.
_AT_ONCE = 3
# A file that comes along with a message is read in pieces of so many tokens, so many of them, and kept in memory with
# so many others.
READ_TOKENS = 400
MOST_PIECES = 150
MOST_TEXTS = 32
_DAY = 86_400
_STATES = ("in_progress", "completed", "failed", "cancelled")

_log = logging.getLogger(__name__)


class StoreExpired(Exception):
    """A run would search a vector store that has expired. The message is for the reader."""


class Library:
    """All vector stores of a server."""

    def __init__(self, store: Store, index: SearchIndex) -> None:
        self._store = store
        self._index = index
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._texts: dict[str, list[str]] = {}
        self._turn = asyncio.Semaphore(_AT_ONCE)

    def recover(self) -> None:
        """Go on with the files that a stopped server left in the middle."""
        for row in self._store.everything("vector_store.file"):
            if row["status"] == "in_progress":
                self._begin(row)

    async def close(self) -> None:
        """Stop indexing; `recover` goes on with it."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._index.close()

    # Vector stores

    def create(self, body: Object) -> Object:
        """A new vector store from the body of Create vector store, its files on their way into the index."""
        row: Object = {
            "id": new_id("vs_"),
            "object": "vector_store",
            "created_at": now(),
            "name": body.get("name") or "",
            "expires_after": body.get("expires_after"),
            "last_active_at": now(),
            "metadata": body.get("metadata") or {},
        }
        if body.get("description"):
            row["description"] = body["description"]
        self._store.add("vector_store", row)
        for file_id in dict.fromkeys(body.get("file_ids") or ()):
            self.add_file(row["id"], {"file_id": file_id, "chunking_strategy": body.get("chunking_strategy")})
        return self.shown(row)

    def shown(self, row: Object) -> Object:
        """The vector store as the API shows it: with its counts, its size and its status of this moment."""
        counts = self.counts(row["id"])
        status = "in_progress" if counts["in_progress"] else "completed"
        shown = row | {
            "usage_bytes": self._store.total("vector_store.file", row["id"], "usage_bytes"),
            "file_counts": counts,
            "status": "expired" if self.is_expired(row) else status,
            "expires_at": _expires_at(row),
        }
        return {key: value for key, value in shown.items() if key != "expires_after" or value is not None}

    def is_expired(self, row: Object) -> bool:
        """True where nobody has used a vector store for as long as it was to last. Its files can still be listed."""
        expires_at = _expires_at(row)
        return expires_at is not None and expires_at <= now()

    def take_part(self, store_ids: Sequence[str]) -> None:
        """These vector stores are part of a run, which is what keeps them from expiring. StoreExpired where one has."""
        rows = [row for row in (self._store.get("vector_store", id) for id in store_ids) if row]
        for row in rows:
            if self.is_expired(row):
                raise StoreExpired(expired(row["id"]))
        for row in rows:
            self._store.save(row | {"last_active_at": now()})

    def counts(self, store_id: str, batch_id: str | None = None) -> Object:
        """file_counts of a vector store, or of one batch of its files."""
        where = {"batch_id": batch_id} if batch_id else None
        tally = self._store.tally("vector_store.file", store_id, "status", where)
        return {state: tally.get(state, 0) for state in _STATES} | {"total": sum(tally.values())}

    def delete(self, store_id: str) -> None:
        """Remove a vector store, and its ID from every assistant and thread that searched it."""
        for row in self._store.timeline(store_id, "vector_store.file"):
            self._stop(row)
        self._index.drop(store_id)
        self._store.remove(store_id)
        self._forget("file_search", "vector_store_ids", store_id)

    # Files of a vector store

    def add_file(self, store_id: str, body: Object, batch_id: str | None = None) -> Object:
        """Begin to index a file; adding it again begins anew."""
        file_id = body["file_id"]
        row = {
            "id": row_id(store_id, file_id),
            "object": "vector_store.file",
            "created_at": now(),
            "vector_store_id": store_id,
            "file_id": file_id,
            "batch_id": batch_id,
            "usage_bytes": 0,
            "status": "in_progress",
            "last_error": None,
            "chunking_strategy": _chunking(body.get("chunking_strategy")),
            "attributes": body.get("attributes") or {},
        }
        known = self._store.get("vector_store.file", row["id"])
        if known:
            self._stop(known)
            self._leave_batch(known, batch_id)
            self._store.save(row)
        else:
            self._store.add("vector_store.file", row, store_id)
        self._begin(row)
        return row

    def _leave_batch(self, row: Object, new_batch_id: str | None) -> None:
        """A file that is added anew belongs to the new batch; the one before goes on counting how it ended there."""
        batch = self._store.get("vector_store.files_batch", row["batch_id"]) if row["batch_id"] else None
        if batch and batch["id"] != new_batch_id:
            ended = "cancelled" if row["status"] == "in_progress" else row["status"]
            left = batch.get("left") or {}
            self._store.save(batch | {"left": left | {ended: left.get(ended, 0) + 1}})

    def set_attributes(self, row: Object, attributes: Object | None) -> Object:
        """Replace the attributes by which a file can be filtered."""
        self._index.set_attributes(row["vector_store_id"], row["file_id"], attributes or {})
        return self._store.save(row | {"attributes": attributes or {}})

    def remove_file(self, row: Object) -> None:
        """Take a file out of a vector store; the file itself stays."""
        self._stop(row)
        self._index.remove(row["vector_store_id"], row["file_id"])
        self._store.remove(row["id"])

    def forget_file(self, file_id: str) -> None:
        """The file is gone altogether: it leaves every vector store, and the code interpreter of all who had it."""
        for row in self._store.mentioning("vector_store.file", file_id):
            self.remove_file(row)
        self._forget("code_interpreter", "file_ids", file_id)

    def _forget(self, tool: str, field: str, id: str) -> None:
        """Take an ID out of the tool_resources of every assistant and thread."""
        for owner in (*self._store.mentioning("assistant", id), *self._store.mentioning("thread", id)):
            ids = owner["tool_resources"].get(tool, {}).get(field, [])
            if id in ids:
                ids.remove(id)
                self._store.save(owner)

    def text(self, row: Object) -> list[str]:
        """What was read from a file, in order."""
        return self._index.text(row["vector_store_id"], row["file_id"])

    async def read(self, file_id: str) -> list[str]:
        """What stands in an uploaded file, in pieces, up to a length; nothing where it cannot be read as text."""
        if file_id not in self._texts:
            file = self._store.get("file", file_id)
            try:
                path = self._store.blobs / file_id
                pieces = await self._index.read(path, file["filename"], READ_TOKENS) if file else []
            except Unreadable:
                pieces = []
            self._texts[file_id] = pieces[:MOST_PIECES]
            if len(self._texts) > MOST_TEXTS:
                del self._texts[next(iter(self._texts))]
        return self._texts[file_id]

    # Batches

    def create_batch(self, store_id: str, body: Object) -> Object:
        """Several files at once, from the body of Create vector store file batch."""
        batch: Object = {
            "id": new_id("vsfb_"),
            "object": "vector_store.files_batch",
            "created_at": now(),
            "vector_store_id": store_id,
        }
        common = {key: body[key] for key in ("chunking_strategy", "attributes") if key in body}
        files = body.get("files") or [{"file_id": file_id} | common for file_id in dict.fromkeys(body["file_ids"])]
        with self._store.transaction():
            self._store.add("vector_store.files_batch", batch, store_id)
            for file in files:
                self.add_file(store_id, file, batch["id"])
        return self.shown_batch(batch)

    def shown_batch(self, batch: Object) -> Object:
        """The batch as the API shows it."""
        own = self.counts(batch["vector_store_id"], batch["id"])
        left = batch.get("left") or {}  # how files ended that have been added anew since
        counts = {state: own[state] + left.get(state, 0) for state in _STATES}
        counts["total"] = sum(counts.values())
        # Where nothing is counted, its files have all been removed since.
        ended = next((state for state in ("completed", "cancelled", "failed") if counts[state]), "completed")
        status = next((state for state in ("in_progress", "cancelled") if own[state]), ended)
        shown = {key: value for key, value in batch.items() if key != "left"}
        return shown | {"status": status, "file_counts": counts}

    def cancel_batch(self, batch: Object) -> Object:
        """Give up the files of a batch that are not indexed yet."""
        for row in self._store.timeline(batch["vector_store_id"], "vector_store.file"):
            if row["batch_id"] == batch["id"] and row["status"] == "in_progress":
                self._stop(row)
                self._store.save(row | {"status": "cancelled"})
        return self.shown_batch(batch)

    # Search

    async def search(self, store_ids: Sequence[str], queries: Sequence[str], **options: Any) -> list[Hit]:
        """Search some vector stores as one; see `SearchIndex.search`. They count as used now."""
        live = [row for row in (self._store.get("vector_store", id) for id in store_ids) if row]
        live = [row for row in live if not self.is_expired(row)]
        for row in live:
            self._store.save(row | {"last_active_at": now()})
        return await self._index.search([row["id"] for row in live], queries, **options)

    async def wait_for(self, store_ids: Sequence[str]) -> None:
        """Wait until what is on its way into these stores has arrived, up to a minute."""
        rows = [row for id in store_ids for row in self._store.timeline(id, "vector_store.file")]
        tasks = [self._tasks[row["id"]] for row in rows if row["id"] in self._tasks]
        if tasks:
            await asyncio.wait(tasks, timeout=RUN_WAITS_SECONDS)

    def _begin(self, row: Object) -> None:
        task = asyncio.create_task(self._index_file(row))
        self._tasks[row["id"]] = task
        task.add_done_callback(
            lambda _: self._tasks.pop(row["id"], None) if self._tasks.get(row["id"]) is task else None
        )

    def _stop(self, row: Object) -> None:
        task = self._tasks.pop(row["id"], None)
        if task:
            task.cancel()

    async def _index_file(self, row: Object) -> None:
        async with self._turn:
            # Its attributes may have been changed while it waited.
            row = self._store.get("vector_store.file", row["id"]) or row
            try:
                usage = await self._read(row)
                outcome: Object = {"status": "completed", "usage_bytes": usage}
            except Unreadable as reason:
                outcome = {"status": "failed", "last_error": {"code": reason.code, "message": reason.message}}
            except Exception:
                _log.exception("file %s cannot be indexed", row["file_id"])
                error = {"code": "server_error", "message": "The file could not be indexed."}
                outcome = {"status": "failed", "last_error": error}
        current = self._store.get("vector_store.file", row["id"])
        if current:
            self._store.save(current | outcome)

    async def _read(self, row: Object) -> int:
        file = self._store.get("file", row["file_id"])
        if file is None:
            raise Unreadable("invalid_file", "The file was deleted before it could be read.")
        static = row["chunking_strategy"]["static"]
        return await self._index.add(
            row["vector_store_id"],
            row["file_id"],
            filename=file["filename"],
            path=self._store.blobs / file["id"],
            chunking=Chunking(static["max_chunk_size_tokens"], static["chunk_overlap_tokens"]),
            attributes=row["attributes"],
        )


def expired(store_id: str) -> str:
    """What is said of a vector store that has expired."""
    return (
        f"The vector store {store_id} has expired. Create a new one with the same files and use it instead, or give "
        "this one a longer 'expires_after'."
    )


def row_id(store_id: str, file_id: str) -> str:
    """The row of a file in a vector store: one file may be in several."""
    return f"{store_id}/{file_id}"


def shown_file(row: Object) -> Object:
    """A vector store's file as the API shows it: under the ID of the file."""
    return {key: value for key, value in row.items() if key not in ("file_id", "batch_id")} | {"id": row["file_id"]}


def _chunking(strategy: Object | None) -> Object:
    return strategy if strategy and strategy["type"] == "static" else DEFAULT_CHUNKING


def _expires_at(row: Object) -> int | None:
    after = row["expires_after"]
    return row["last_active_at"] + after["days"] * _DAY if after else None
