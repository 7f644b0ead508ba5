"""The server's end of one worker process: messages as JSON lines."""

import asyncio
import json
import signal
from contextlib import suppress
from dataclasses import asdict
from typing import Any, Protocol

from .folder import SessionFolder
from .limits import Limits

_ENDING = 5  # seconds that a killed process may take to be gone


class WorkerGoneError(Exception):
    """The worker has ended, or no longer speaks the protocol. The message says why, for the reader."""


class Process(Protocol):
    """A worker's process, however it was started."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    @property
    def returncode(self) -> int | None:
        """None while it lives, then its exit code, or the negative number of the signal that ended it."""

    def kill(self) -> None:
        """End it, and what it has started, at once. Nothing happens where it is gone already."""

    async def pause(self) -> None:
        """Hold all its threads, where the system can do that for sure; return when they are held."""

    def resume(self) -> None:
        """Let it go on."""

    async def wait(self) -> None:
        """Until it has ended, and what it wrote has been read or thrown away."""

    async def complaint(self) -> str:
        """The last line that it wrote on stderr before it ended; empty where that is not known."""


class Worker:
    """A process that runs code for one session."""

    def __init__(self, process: Process) -> None:
        """`process` speaks the protocol of `worker.main` and has no session as yet."""
        self._process = process
        self._opened = False
        self._run = 0

    @property
    def alive(self) -> bool:
        """False once the process is known to have ended."""
        return self._process.returncode is None

    async def pause(self) -> None:
        """Have nothing go on between runs: a thread that code left behind neither computes nor changes files then."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                await self._process.pause()
                return
        self.kill()

    async def warm(self) -> None:
        """Have it import the large libraries, and wait until it has."""
        await self._send({"do": "warm"})
        await self.receive()

    async def open(self, folder: SessionFolder, limits: Limits) -> None:
        """Give it its session's folder and its limits, and wait until it is ready for code."""
        places = {"data": str(folder.data), "images": str(folder.images), "temporary": str(folder.temporary)}
        await self._send({"do": "open", **places, "limits": asdict(limits)})
        reply = await self.receive()
        if reply["type"] == "failed":
            raise WorkerGoneError(str(reply.get("reason")))
        self._opened = True

    async def begin(self, code: str, inputs: dict[str, str]) -> None:
        """Start a run. `inputs` maps file IDs to names. What it says is then had from `receive`, up to `done`."""
        self._process.resume()
        self._run += 1
        await self._send({"do": "run", "run": self._run, "code": code, "inputs": inputs})

    async def receive(self) -> dict[str, Any]:
        """The next message: `{"type": "ready" | "logs" | "image" | "done", ...}`. WorkerGoneError where none comes."""
        while True:
            message = await self._message()
            # A run's number keeps us in step with a worker whose code has sent an end of its own.
            if message.get("run") == self._run:
                return message

    async def _message(self) -> dict[str, Any]:
        try:
            line = await self._process.reader.readline()
            message = json.loads(line) if line else None
        except (ValueError, RecursionError):  # too long, or not JSON: the code has got hold of the connection
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
        self._process.kill()

    async def end(self) -> None:
        """End it, and wait until it is gone."""
        self.kill()
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                await self._process.wait()

    async def _send(self, message: dict[str, Any]) -> None:
        line = json.dumps(message) + "\n"
        try:
            self._process.writer.write(line.encode())
            await self._process.writer.drain()
        except ConnectionError:
            raise WorkerGoneError(await self._reason()) from None

    async def _reason(self) -> str:
        complaint = ""
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                if not self._opened:  # from then on the worker catches what is written there
                    complaint = await self._process.complaint()
                await self._process.wait()
        code = self._process.returncode
        if complaint:
            return complaint
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
