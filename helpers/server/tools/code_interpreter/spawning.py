"""Workers as processes of their own, with a warm one kept in reserve."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE
from contextlib import suppress
from pathlib import Path

from . import launch
from .process import Worker, WorkerGoneError


class Spawned:
    """A process that is spoken to through its stdin and stdout."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin and process.stdout and process.stderr
        self._process = process
        self._errors = process.stderr
        self.reader, self.writer = process.stdout, process.stdin

    @property
    def returncode(self) -> int | None:
        return self._process.returncode

    def kill(self) -> None:
        with suppress(ProcessLookupError, PermissionError):
            if sys.platform != "win32":
                os.killpg(self._process.pid, signal.SIGKILL)
            elif self._process.returncode is None:
                self._process.kill()

    async def pause(self) -> None:
        """Nothing: a process that is held would not notice that its server is gone, and outlive it."""

    def resume(self) -> None:
        """Nothing, as it was not held."""

    async def wait(self) -> None:
        # asyncio takes a process for ended only when its pipes have been read to their end.
        for pipe in (self.reader, self._errors):
            while await pipe.read(65536):
                pass
        await self._process.wait()

    async def complaint(self) -> str:
        return last_line(await self._errors.read(4000))


class SpawningLauncher:
    """Starts a worker, or hands out the warm one and makes another."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._spare: Worker | None = None
        self._keeps_spare = False
        self._background: set[asyncio.Task[None]] = set()

    async def start(self) -> Worker:
        """The spare where there is one alive."""
        spare, self._spare = self._spare, None
        if self._keeps_spare:
            task = asyncio.ensure_future(self._warm_again())
            self._background.add(task)
            task.add_done_callback(self._background.discard)
        return spare if spare and spare.alive else await self._fresh()

    async def warm(self) -> None:
        """Have a spare ready, now and after each session that takes it."""
        self._keeps_spare = True
        if self._spare and self._spare.alive:
            return
        worker = await self._fresh()
        try:
            await worker.warm()
        except BaseException:
            worker.kill()
            raise
        if self._spare or not self._keeps_spare:  # another was quicker, or all has been closed meanwhile
            await worker.end()
        else:
            self._spare = worker

    async def close(self) -> None:
        """End the spare."""
        self._keeps_spare = False
        while self._background:
            await asyncio.gather(*self._background, return_exceptions=True)
        spare, self._spare = self._spare, None
        if spare:
            await spare.end()

    async def _fresh(self) -> Worker:
        options = launch.options(self._root)
        process = await asyncio.create_subprocess_exec(
            *launch.command("main"), stdin=PIPE, stdout=PIPE, limit=launch.LONGEST_LINE, **options
        )
        return Worker(Spawned(process))

    async def _warm_again(self) -> None:
        # Without a spare the next session only begins a little later.
        with suppress(OSError, WorkerGoneError):
            await self.warm()


def last_line(complaint: bytes) -> str:
    """What a traceback comes down to; empty where nothing was written."""
    return (complaint.decode("utf-8", "replace").strip().splitlines() or [""])[-1]
