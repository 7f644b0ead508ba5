"""The server's end of one worker process: messages as JSON lines on its pipes."""

import asyncio
import json
import signal
from asyncio.subprocess import Process
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from . import walls
from .folder import SessionFolder
from .limits import Limits

_ENDING = 5  # seconds that a killed process may take to be gone


class WorkerGoneError(Exception):
    """The worker has ended, or no longer speaks the protocol. The message says why, for the reader."""


class Worker:
    """A process that runs code for one session. Make it with `start`."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._opened = False

    @classmethod
    async def start(cls, folder: Path, cache: Path) -> "Worker":
        """A worker without a session as yet. OSError where no process can be started."""
        return cls(await walls.start(folder, cache))

    @property
    def alive(self) -> bool:
        """False once the process is known to have ended."""
        return self._process.returncode is None

    async def warm(self) -> None:
        """Have it import the large libraries, and wait until it has."""
        await self._send({"do": "warm"})
        await self.receive()

    async def open(self, folder: SessionFolder, limits: Limits) -> None:
        """Give it its session's folder and its limits, and wait until it is ready for code."""
        places = {"data": str(folder.data), "images": str(folder.images), "temporary": str(folder.temporary)}
        await self._send({"do": "open", **places, "limits": asdict(limits)})
        await self.receive()
        self._opened = True

    async def begin(self, code: str, inputs: dict[str, str]) -> None:
        """Start a run. `inputs` maps file IDs to names. What it says is then had from `receive`, up to `done`."""
        await self._send({"do": "run", "code": code, "inputs": inputs})

    async def receive(self) -> dict[str, Any]:
        """The next message: `{"type": "ready" | "logs" | "image" | "done", ...}`. WorkerGoneError where none comes."""
        assert self._process.stdout
        try:
            line = await self._process.stdout.readline()
            message = json.loads(line) if line else None
        except ValueError:  # too long, or not JSON: the code has got hold of the pipe
            raise WorkerGoneError("it no longer answered properly") from None
        except ConnectionError:
            message = None
        if message is None:
            raise WorkerGoneError(await self._reason())
        if not isinstance(message, dict) or not isinstance(message.get("type"), str):
            raise WorkerGoneError("it no longer answered properly")
        return message

    def kill(self) -> None:
        """End it at once, without waiting."""
        walls.kill(self._process)

    async def end(self) -> None:
        """End it, and wait until it is gone."""
        self.kill()
        assert self._process.stdout and self._process.stderr
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                # asyncio takes a process for ended only when its pipes have been read to their end.
                for pipe in (self._process.stdout, self._process.stderr):
                    while await pipe.read(65536):
                        pass
                await self._process.wait()

    async def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        line = json.dumps(message) + "\n"
        try:
            self._process.stdin.write(line.encode())
            await self._process.stdin.drain()
        except ConnectionError:
            raise WorkerGoneError(await self._reason()) from None

    async def _reason(self) -> str:
        assert self._process.stderr
        complaint = b""
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                complaint = await self._process.stderr.read(4000)
                await self._process.wait()
        code = self._process.returncode
        if complaint and not self._opened:  # from then on the worker catches what is written there
            return complaint.decode("utf-8", "replace").strip().splitlines()[-1]
        if code is None:
            return "it closed its connection"
        if code >= 0:
            return f"it ended with exit code {code}"
        return _SIGNALS.get(-code) or f"it crashed ({_signal_name(-code)})"


_SIGNALS = {
    getattr(signal, "SIGKILL", 9): "the system killed it, mostly for want of memory",
    getattr(signal, "SIGXCPU", 24): "it used up its processor time",
}


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
