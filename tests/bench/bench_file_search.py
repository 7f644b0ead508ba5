"""How fast is file search? `python -m tests.bench.bench_file_search [--documents 1000]`

Documents of two pages, made from the passages of the labelled set with names and numbers of their own, are added to a
vector store as one batch. They are indexed in the background while the batch is asked for its counts and the event loop
is watched; then questions are asked.
"""

import argparse
import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from helpers.server.library import Library
from helpers.server.objects import new_file
from helpers.server.store import Store
from helpers.server.tools.file_search import SearchIndex

_DATA = Path(__file__).parents[1] / "data" / "retrieval"
_PARAGRAPHS = 14  # of 60 to 80 words each: two pages
_STEPS = 10  # lines of progress


def documents(count: int) -> list[str]:
    """Texts of two pages, no two alike."""
    passages = [json.loads(line)["text"] for line in (_DATA / "passages.jsonl").open(encoding="utf-8")]
    dice = random.Random(4)
    texts = []
    for number in range(count):
        paragraphs = [
            f"{text} ({dice.choice(['부록', 'Note', '참고', 'Case'])} {number}-{dice.randrange(10_000)})"
            for text in dice.sample(passages, _PARAGRAPHS)
        ]
        texts.append("\n\n".join(paragraphs))
    return texts


def questions() -> list[str]:
    """The questions of the labelled set."""
    return [json.loads(line)["question"] for line in (_DATA / "questions.jsonl").open(encoding="utf-8")]


async def watch_loop(gaps: list[float]) -> None:
    """Note by how many seconds the loop was late, five hundred times a second."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.002)
        gaps.append(time.perf_counter() - before - 0.002)


async def bench(count: int, folder: Path) -> None:
    store = Store(folder / "state")
    index = SearchIndex(folder / "index")
    library = Library(store, index)
    texts = documents(count)
    files = [store.add("file", new_file(f"{number}.txt", len(text), "assistants")) for number, text in enumerate(texts)]
    for file, text in zip(files, texts, strict=True):
        (store.blobs / file["id"]).write_text(text, encoding="utf-8")
    gaps: list[float] = []
    watcher = asyncio.create_task(watch_loop(gaps))
    started = time.perf_counter()
    made = library.create({"name": "bench"})["id"]
    batch = library.create_batch(
        made, {"files": [{"file_id": file["id"], "attributes": {"number": n}} for n, file in enumerate(files)]}
    )
    print(f"The call that adds {count} documents: {(time.perf_counter() - started) * 1000:.0f} ms")
    told = 0
    while (shown := library.shown_batch(batch))["status"] == "in_progress":
        done = shown["file_counts"]["completed"]
        if done >= told + count / _STEPS:
            told = done
            print(f"  {done:5} of {count} documents after {time.perf_counter() - started:5.1f} s")
        await asyncio.sleep(0.2)
    seconds = time.perf_counter() - started
    watcher.cancel()
    assert shown["file_counts"]["completed"] == count, shown
    size = sum(path.stat().st_size for path in (folder / "index").iterdir())
    print(f"Indexed {count} documents, {sum(map(len, texts)) / 1e6:.1f} million characters, in {seconds:.1f} s")
    print(f"  {seconds / count * 1000:.0f} ms a document, {size / count / 1000:.1f} kB of disk a document")
    print(
        f"  event loop late: median {at(gaps, 0.5):.2f} ms, 99% {at(gaps, 0.99):.1f} ms, "
        f"worst {max(gaps) * 1000:.0f} ms"
    )

    started = time.perf_counter()
    await library.search([made], ["first"])
    print(f"First question: {(time.perf_counter() - started) * 1000:.0f} ms")
    for name, options in (
        ("question", {}),
        ("question with a filter", {"filters": {"type": "lt", "key": "number", "value": count // 10}}),
        ("question without the second look", {"ranker": "none"}),
    ):
        times = []
        for question in questions():
            started = time.perf_counter()
            await library.search([made], [question], limit=20, **options)
            times.append(time.perf_counter() - started)
        print(f"A {name}: median {statistics.median(times) * 1000:.1f} ms, 95% {at(times, 0.95):.1f} ms")
    await library.close()
    store.close()
    if sys.platform != "win32":
        import resource

        print(f"Peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def at(values: list[float], share: float) -> float:
    """The value below which this share of the values lies, in milliseconds."""
    return sorted(values)[int(len(values) * share)] * 1000


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    with tempfile.TemporaryDirectory() as temporary:
        asyncio.run(bench(parser.parse_args().documents, Path(temporary)))
