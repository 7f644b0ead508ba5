"""How quick the embedded server is, as ratios within one run.

    python tests/bench/bench_server.py

The floor is the same SDK call against a static answer from the same HTTP server: what is left is ours. Each figure is
the median of many calls; the goals stand beside it.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from openai import DefaultHttpxClient, OpenAI
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
CALLS = 300
THREAD = {"id": "thread_x", "object": "thread", "created_at": 1, "metadata": {}, "tool_resources": {}}


def static_app() -> Starlette:
    """The floor: reads the body, answers the same every time."""

    from helpers.server.objects import new_message

    message = new_message("thread_x", {"role": "user", "content": "hello"})
    page = {"object": "list", "data": [message] * 20, "first_id": "a", "last_id": "b", "has_more": False}

    async def answer(request: Request) -> JSONResponse:
        await request.body()
        if request.url.path.endswith("/messages"):
            return JSONResponse(page if request.method == "GET" else message)
        return JSONResponse(THREAD)

    return Starlette(routes=[Route("/v1/{path:path}", answer, methods=["GET", "POST"])])


@contextmanager
def process(*command: str) -> Iterator[tuple[str, str, subprocess.Popen]]:
    """A server in a process of its own: URL, key, process."""
    server = subprocess.Popen([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    url, key = (part.split("=", 1)[1] for part in server.stdout.readline().split())
    try:
        yield url, key, server
    finally:
        server.terminate()
        server.wait()


def sdk(url: str, key: str) -> OpenAI:
    return OpenAI(base_url=url, api_key=key, http_client=DefaultHttpxClient(trust_env=False))


def median_ms(call: Callable[[], object], calls: int = CALLS) -> float:
    """Median milliseconds of one call."""
    times = []
    for _ in range(calls):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def fill(state: Path) -> tuple[str, str]:
    """A thread of 100 and one of 100,000 messages, written by the store itself."""
    from helpers.server.objects import new_message, new_thread
    from helpers.server.store import Store

    store = Store(state)
    ids = []
    for count in (100, 100_000):
        thread = store.add("thread", new_thread({}))
        with store.transaction():
            for number in range(count):
                message = new_message(thread["id"], {"role": "user", "content": f"message {number}"})
                store.add("message", message, thread["id"])
        ids.append(thread["id"])
    store.close()
    return ids[0], ids[1]


def measure(client: OpenAI, floor: OpenAI, short: str, long: str) -> list[tuple[str, float, float | None]]:
    """(what, ratio, goal)."""
    thread = client.beta.threads.create().id
    base = median_ms(lambda: floor.beta.threads.create())
    rows: list[tuple[str, float, float | None]] = [("floor of threads.create, ms", base, None)]
    rows.append(("threads.create", median_ms(lambda: client.beta.threads.create()) / base, 1.4))
    create, floor_create = client.beta.threads.messages.create, floor.beta.threads.messages.create
    own = median_ms(lambda: create(thread, role="user", content="hello"))
    rows.append(("messages.create", own / median_ms(lambda: floor_create("t", role="user", content="hello")), 1.4))
    messages = client.beta.threads.messages.list
    of_short = median_ms(lambda: messages(short, limit=20))
    rows.append(("messages.list of 20", of_short / median_ms(lambda: floor.beta.threads.messages.list("t")), 2.5))
    rows.append(("page of 20: thread of 100,000 to thread of 100", median_ms(lambda: messages(long)) / of_short, 1.2))
    assistant = client.beta.assistants.create(model="m").id

    def whole() -> None:
        new = client.beta.threads.create().id
        create(new, role="user", content="What is a thread?")
        run = client.beta.threads.runs.create_and_poll(thread_id=new, assistant_id=assistant)
        assert run.status == "completed", run.status

    rows.append(("thread, message, run to completed", median_ms(whole, 100) / base, 12))
    return rows


def main() -> None:
    """Print the table."""
    import warnings

    warnings.simplefilter("ignore", DeprecationWarning)
    with tempfile.TemporaryDirectory() as folder:
        state = Path(folder) / "state"
        short, long = fill(state)
        started = time.perf_counter()
        with (
            process("-m", "helpers.server", "--port=0", f"--state={state}") as (url, key, _),
            process(__file__, "--floor") as (floor_url, floor_key, _),
        ):
            started = time.perf_counter() - started
            rows = measure(sdk(url, key), sdk(floor_url, floor_key), short, long)
        for what, ratio, goal in rows:
            print(f"{what:50}{ratio:8.2f}" + (f"   goal {goal:g}" if goal else ""))
    start_up()


def start_up() -> None:
    """Seconds from Python's start to the first answer, and the memory of an idle server."""
    with tempfile.TemporaryDirectory() as folder:
        times = []
        for number in range(5):
            began = time.perf_counter()
            with process("-m", "helpers.server", "--port=0", f"--state={folder}/{number}") as (_, _, server):
                times.append(time.perf_counter() - began)
                memory = _memory_mb(server.pid)
        print(f"{'server answers after, s (median of 5)':50}{statistics.median(times):8.2f}   goal 0.6")
        print(f"{'idle server, MB':50}{memory:8.0f}   goal 80")


def _memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def serve_floor() -> None:
    """The floor as a process that announces itself as ours does."""
    import uvicorn

    from helpers.server.process import bind

    listener = bind(0, fall_back=False)
    print(f"OPENAI_BASE_URL=http://127.0.0.1:{listener.getsockname()[1]}/v1 OPENAI_API_KEY=x", flush=True)
    uvicorn.Server(uvicorn.Config(static_app(), log_level="critical", access_log=False)).run(sockets=[listener])


if __name__ == "__main__":
    serve_floor() if "--floor" in sys.argv else main()
