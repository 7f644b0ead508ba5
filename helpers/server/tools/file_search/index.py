"""The index of all vector stores: a folder with one SQLite file for each."""

import asyncio
import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from ...embeddings import encode
from .chunking import chunk, without_overlap
from .filters import Test, compile_filter
from .reader import Reader
from .search import StoreSearch
from .shapes import Attributes, Chunking, Hit, Unreadable
from .shelf import Shelf

_BATCH = 16  # passages that are encoded and written together: a tenth of a second of work
_AT_ONCE = 3  # files in the making: enough that reading, encoding and writing do not wait for each other
_OPEN = 32  # stores that are kept open
_MEMORY = 500_000_000  # bytes of vectors that are kept in memory
_QUERY = 4000  # characters of a question that are looked at
_STORE_ID = re.compile(r"[A-Za-z0-9_-]{1,100}")

T = TypeVar("T")


class _Store:
    """An open store. It is closed, and if it was dropped its file deleted, when its last user has gone."""

    def __init__(self, store_id: str, path: Path) -> None:
        self.path = path
        self.shelf = Shelf(path)
        self.search = StoreSearch(store_id, self.shelf)
        self.users = 0
        self.dropped = False

    def close(self) -> None:
        self.search.close()
        self.shelf.close()
        if self.dropped:
            for suffix in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)


class SearchIndex:
    """Files of vector stores, found by words and by meaning. To be used from one event loop, which it never holds up:
    documents are read and encoded in a process, searches and writes are done in threads."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._stores: OrderedDict[str, _Store] = OrderedDict()  # least recently used first
        self._reader = Reader()
        self._searcher = ThreadPoolExecutor(max_workers=1, thread_name_prefix="file-search")
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="file-search-writer")
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._sweeps: set[asyncio.Task[None]] = set()
        self._warm = False

    async def add(
        self,
        store_id: str,
        file_id: str,
        *,
        filename: str,
        path: Path,
        chunking: Chunking,
        attributes: Attributes,
    ) -> int:
        """Read, cut and index a file; returns the bytes that it takes in the store.

        It is found once all of it is there. Adding it again replaces it: until the new version is complete the old one
        is found. A call that is cancelled or fails leaves things as they were. Raises Unreadable.
        """
        async with self._slots:
            with self._using(store_id) as store:
                assert store
                row = store.shelf.begin(file_id, filename, attributes, chunking.max_tokens)
                try:
                    return await self._fill(store, row, file_id, filename, path, chunking)
                except BaseException:
                    store.shelf.abandon(row)
                    raise
                finally:
                    self._sweep(store_id)

    def remove(self, store_id: str, file_id: str) -> None:
        """Forget a file. One that is being added is not completed: `add` raises Unreadable."""
        with self._using(store_id, only_if_there=True) as store:
            if store:
                store.shelf.remove(file_id)
                self._sweep(store_id)

    def drop(self, store_id: str) -> None:
        """Forget a store and all that is in it."""
        with self._using(store_id, only_if_there=True) as store:
            if store:
                store.dropped = True
                del self._stores[store_id]

    def set_attributes(self, store_id: str, file_id: str, attributes: Attributes) -> None:
        """Replace a file's attributes."""
        with self._using(store_id, only_if_there=True) as store:
            if store:
                store.shelf.set_attributes(file_id, attributes)

    async def read(self, path: Path, filename: str, max_tokens: int) -> list[str]:
        """The text of a file that is in no store, in pieces of at most so many tokens. Raises Unreadable."""
        passages = await self._reader.read(path, filename, Chunking(max_tokens, 0))
        return without_overlap(passages, max_tokens)

    def text(self, store_id: str, file_id: str) -> list[str]:
        """A file's text as it was read, cut like its chunks but without overlap. KeyError where it is not here."""
        with self._using(store_id, only_if_there=True) as store:
            if not store:
                raise KeyError(file_id)
            return without_overlap(*store.shelf.document(file_id))

    async def search(
        self,
        store_ids: Sequence[str],
        queries: Sequence[str],
        *,
        limit: int = 10,
        filters: dict[str, Any] | None = None,
        score_threshold: float = 0.0,
        ranker: str = "auto",
    ) -> list[Hit]:
        """The chunks that answer any of the questions best, best first: their order and scores are explained in
        `ranking`. The ranker `none` leaves out the second look, at single sentences. Stores that do not exist hold
        nothing. ValueError with a plain message where the filters are wrong."""
        test = compile_filter(filters) if filters is not None else None
        found: dict[tuple[str, str, int], Hit] = {}
        for store_id in dict.fromkeys(store_ids):
            with self._using(store_id, only_if_there=True) as store:
                if store:
                    work = self._find, store, list(queries), test, limit, ranker != "none"
                    for hit in await self._run(self._searcher, *work):
                        key = (hit.store_id, hit.file_id, hit.chunk)
                        if key not in found or found[key].score < hit.score:
                            found[key] = hit
        hits = sorted(found.values(), key=lambda hit: -hit.score)
        return [hit for hit in hits if hit.score >= score_threshold][:limit]

    async def close(self) -> None:
        """End the reading process and let go of all files. Calls of `add` are to be cancelled before."""
        for sweep in self._sweeps:
            sweep.cancel()
        await asyncio.to_thread(self._shut_down)
        for store in self._stores.values():
            store.close()
        self._stores.clear()

    def _shut_down(self) -> None:
        self._reader.close()
        for thread in (self._searcher, self._writer):
            thread.shutdown(wait=True, cancel_futures=True)

    async def _fill(self, store: _Store, row: int, file_id: str, filename: str, path: Path, chunking: Chunking) -> int:
        removed = Unreadable("server_error", "The file was removed while it was being indexed.")
        passages = await self._reader.read(path, filename, chunking)
        size = 0
        for start in range(0, len(passages), _BATCH):
            batch = passages[start : start + _BATCH]
            vectors = await self._reader.encode(batch)
            self._warm_up()
            size += sum(len(one.text.encode()) for one in batch)
            size += sum(len(whole) + len(parts) for whole, parts in vectors)
            if store.dropped or not await self._run(
                self._writer, store.shelf.put, row, filename, start, batch, vectors
            ):
                raise removed
        chunks = await self._run(self._writer, chunk, passages, chunking)
        if store.dropped or not await self._run(self._writer, store.shelf.finish, row, file_id, chunks):
            raise removed
        return size

    def _find(self, store: _Store, queries: Sequence[str], test: Test | None, limit: int, thorough: bool) -> list[Hit]:
        """In the searcher's thread."""
        vectors = encode([query[:_QUERY] for query in queries])
        hits = [
            hit
            for query, vector in zip(queries, vectors, strict=True)
            for hit in store.search.find(query[:_QUERY], vector, test=test, limit=limit, by_sentences=thorough)
        ]
        self._bound_memory(store)
        return hits

    def _bound_memory(self, used: _Store) -> None:
        total = 0
        for store in reversed([one for one in list(self._stores.values()) if one is not used] + [used]):
            total += store.search.bytes
            if total > _MEMORY and store is not used:
                store.search.forget()

    @contextmanager
    def _using(self, store_id: str, *, only_if_there: bool = False) -> Iterator[_Store | None]:
        """The store, open as long as the block lasts; None where it is not there and shall not be made."""
        store = self._open(store_id, only_if_there)
        if store is None:
            yield None
            return
        store.users += 1
        try:
            yield store
        finally:
            store.users -= 1
            if store.dropped and not store.users:
                store.close()
            self._close_idle()

    def _open(self, store_id: str, only_if_there: bool) -> _Store | None:
        if not _STORE_ID.fullmatch(store_id):
            raise ValueError(f"A store's ID has letters, figures, - and _ only, but got {store_id!r}.")
        store = self._stores.get(store_id)
        if store is None:
            path = self._folder / f"{store_id}.sqlite3"
            if only_if_there and not path.exists():
                return None
            store = self._stores[store_id] = _Store(store_id, path)
        self._stores.move_to_end(store_id)
        return store

    def _close_idle(self) -> None:
        idle = [store_id for store_id, store in self._stores.items() if not store.users]
        for store_id in idle[: max(len(self._stores) - _OPEN, 0)]:
            self._stores.pop(store_id).close()

    def _sweep(self, store_id: str) -> None:
        """Tidy a store in the background."""

        async def sweep() -> None:
            with self._using(store_id, only_if_there=True) as store:
                while store and not store.dropped and await self._run(self._writer, store.shelf.sweep):
                    pass

        try:
            task = asyncio.get_running_loop().create_task(sweep())
        except RuntimeError:  # no loop, so no background: the next file that is added brings it about
            return
        self._sweeps.add(task)
        task.add_done_callback(self._sweeps.discard)

    def _warm_up(self) -> None:
        """Load the encoder of questions, which takes a second or two, before the first question comes."""
        if not self._warm:
            self._warm = True
            self._searcher.submit(encode, ["-"])

    async def _run(self, thread: ThreadPoolExecutor, work: Callable[..., T], *arguments: Any) -> T:
        return await asyncio.get_running_loop().run_in_executor(thread, work, *arguments)
