"""How soon does a fresh session speak? `python -m tests.bench.bench_code_interpreter [--rounds 7] [--sessions 30]`

Measured beside a fresh ipykernel that is started through jupyter_client, turn by turn in one run. Then that many
sessions are left idle, and their memory is looked at (on Linux).
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from jupyter_client.manager import AsyncKernelManager

from helpers.server.tools.code_interpreter import CodeInterpreter, Limits, Logs, walls

CODES = {
    "a word": "print('ready')",
    "a table": "import pandas as pd\nprint(pd.DataFrame({'값': [1, 2, 3]}).sum())",
    "a chart": (
        "import matplotlib\nmatplotlib.use('agg')\nimport matplotlib.pyplot as plt\nplt.plot([1, 2])\n"
        "plt.title('매출')\nplt.savefig('chart.png')\nplt.close()\nprint('drawn')"
    ),
}


async def ours(interpreter: CodeInterpreter, session: str, code: str) -> float:
    """Seconds from nothing to the end of a session's first run, which is after its first output."""
    started = time.perf_counter()
    result = await interpreter.run(session, code, ())
    seconds = time.perf_counter() - started
    assert result.ok and isinstance(result.outputs[0], Logs), result
    return seconds


async def ipykernel(folder: str, code: str) -> float:
    """Seconds from nothing to the first output of a kernel."""
    started = time.perf_counter()
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(cwd=folder, stderr=asyncio.subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        await client.wait_for_ready(timeout=60)
        client.execute(code)
        while (message := await client.get_iopub_msg(timeout=60))["msg_type"] != "stream":
            assert message["msg_type"] != "error", message
        return time.perf_counter() - started
    finally:
        client.stop_channels()
        await manager.shutdown_kernel(now=True)


async def bench(rounds: int, sessions: int, root: Path) -> None:
    for wall in walls.standing():
        print(f"  {'stands' if wall.stands else 'is not there':12} {wall.name}: {wall.note}")
    interpreter = CodeInterpreter(root / "sandbox", Limits(workers=sessions))
    started = time.perf_counter()
    await ours(interpreter, "first", CODES["a word"])
    print(f"First session of a server that is not warm yet: {(time.perf_counter() - started) * 1000:.0f} ms")
    started = time.perf_counter()
    await interpreter.warm()
    print(f"Warming up, once and in the background: {time.perf_counter() - started:.1f} s")
    for name, code in CODES.items():
        mine, theirs = [], []
        for turn in range(rounds):
            theirs.append(await ipykernel(str(root), code))
            mine.append(await ours(interpreter, f"{name}-{turn}".replace(" ", "_"), code))
        print(
            f"First output of a fresh session, {name}: {statistics.median(mine) * 1000:.0f} ms "
            f"(worst {max(mine) * 1000:.0f}); fresh ipykernel {statistics.median(theirs) * 1000:.0f} ms; "
            f"ratio {statistics.median(theirs) / statistics.median(mine):.0f}"
        )
    again = [await ours(interpreter, "a_word-0", CODES["a word"]) for _ in range(20)]
    print(f"A further run in a session: {statistics.median(again) * 1000:.1f} ms")
    await interpreter.close()
    if sys.platform == "linux":
        for name in ("a word", "a table"):
            await idle(CodeInterpreter(root / name.replace(" ", "_"), Limits(workers=sessions)), sessions, name)


async def idle(interpreter: CodeInterpreter, sessions: int, name: str) -> None:
    """Print the memory of sessions that have each run one piece of code."""
    await interpreter.warm()
    alone = memory()
    for number in range(sessions):
        await interpreter.run(f"idle-{number}", f"mine = {number}\n{CODES[name]}", ())
    all_of_them = memory()
    print(
        f"{sessions} idle sessions after {name}: {all_of_them / 2**20:.0f} MiB in all (PSS, the warm parent included), "
        f"{all_of_them / sessions / 2**20:.1f} MiB a session; beyond the parent's {alone / 2**20:.0f} MiB "
        f"{(all_of_them - alone) / sessions / 2**20:.1f} MiB a session"
    )
    await interpreter.close()


def memory() -> int:
    """Bytes of all descendants of this process, what they share counted once."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:  # ended meanwhile
            continue
    total = 0
    for process in parents:
        ancestor = process
        while ancestor := parents.get(ancestor, 0):
            if ancestor == os.getpid():
                rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
                total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
                break
    return total * 1024


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--sessions", type=int, default=30)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        asyncio.run(bench(arguments.rounds, arguments.sessions, Path(temporary)))
