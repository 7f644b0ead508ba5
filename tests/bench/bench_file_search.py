"""How fast is file search? `python -m tests.bench.bench_file_search [--documents 1000]`

Documents of two pages, made from the passages of the labelled set with names and numbers of their own, are indexed in
the background while the event loop is watched; then questions are asked.
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

from helpers.server.tools.file_search import Chunking, SearchIndex

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
    index = SearchIndex(folder / "index")
    texts = documents(count)
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    done = 0
    started = time.perf_counter()

    async def add(number: int, path: Path) -> None:
        nonlocal done
        await index.add(
            "vs_bench",
            f"file-{number}",
            filename=path.name,
            path=path,
            chunking=Chunking(),
            attributes={"number": number},
        )
        done += 1
        if done % max(count // _STEPS, 1) == 0:
            print(f"  {done:5} of {count} documents after {time.perf_counter() - started:5.1f} s")

    gaps: list[float] = []
    watcher = asyncio.create_task(watch_loop(gaps))
    await asyncio.gather(*(add(number, path) for number, path in enumerate(paths)))
    seconds = time.perf_counter() - started
    watcher.cancel()
    size = sum(path.stat().st_size for path in (folder / "index").iterdir())
    print(f"Indexed {count} documents, {sum(map(len, texts)) / 1e6:.1f} million characters, in {seconds:.1f} s")
    print(f"  {seconds / count * 1000:.0f} ms a document, {size / count / 1000:.1f} kB of disk a document")
    print(
        f"  event loop late: median {at(gaps, 0.5):.2f} ms, 99% {at(gaps, 0.99):.1f} ms, "
        f"worst {max(gaps) * 1000:.0f} ms"
    )

    started = time.perf_counter()
    await index.search(["vs_bench"], ["first"])
    print(f"First question: {(time.perf_counter() - started) * 1000:.0f} ms")
    for name, options in (
        ("question", {}),
        ("question with a filter", {"filters": {"type": "lt", "key": "number", "value": count // 10}}),
        ("question without the second look", {"ranker": "none"}),
    ):
        times = []
        for question in questions():
            started = time.perf_counter()
            await index.search(["vs_bench"], [question], limit=20, **options)
            times.append(time.perf_counter() - started)
        print(f"A {name}: median {statistics.median(times) * 1000:.1f} ms, 95% {at(times, 0.95):.1f} ms")
    await index.close()
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
