"""Workers forked off a warm parent: the server's end of `worker.fork_server`."""

import asyncio
import socket
from asyncio.subprocess import DEVNULL
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from . import launch
from .process import Worker, WorkerGoneError
from .spawning import last_line
from .walls import bubblewrap

_LONGEST = 200  # bytes of a packet
_KILLED = -9
_ENDING = 5  # seconds that the parent may take to end


class Forked:
    """A process that is spoken to through a socket, and governed through its parent."""

    def __init__(
        self, parent: "_Parent", number: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.reader, self.writer = reader, writer
        self._parent, self._number = parent, number
        self._held = False

    @property
    def returncode(self) -> int | None:
        return self._parent.ended.get(self._number, _KILLED if self._parent.gone else None)

    def kill(self) -> None:
        self._parent.say(f"kill {self._number}")

    async def pause(self) -> None:
        self._held = True
        self._parent.say(f"stop {self._number}")
        await self._parent.until(lambda: self.returncode is not None or self._number in self._parent.stopped)

    def resume(self) -> None:
        if self._held:
            self._held = False
            self._parent.stopped.discard(self._number)
            self._parent.say(f"continue {self._number}")

    async def wait(self) -> None:
        await self._parent.until(lambda: self.returncode is not None)
        self.writer.close()

    async def complaint(self) -> str:
        return ""


class ForkingLauncher:
    """Keeps one parent, and starts another where it is gone."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._parent: _Parent | None = None
        self._starting: asyncio.Task[_Parent] | None = None
        self._one_at_a_time = asyncio.Lock()
        self._is_warm = False

    async def start(self) -> Worker:
        """Fork one off. It is ready at once where the parent is."""
        return Worker(await (await self._living_parent()).fork())

    async def warm(self) -> None:
        """Have the parent import the libraries. Where that fails, workers still start, and say what is missing."""
        await (await self._living_parent()).warm()
        self._is_warm = True

    async def close(self) -> None:
        """End the parent, and with it all workers that are left."""
        if self._starting:
            with suppress(WorkerGoneError, OSError):
                self._parent = await self._starting
        parent, self._parent = self._parent, None
        if parent:
            await parent.close()

    async def _living_parent(self) -> "_Parent":
        async with self._one_at_a_time:
            if self._parent is None or self._parent.gone:
                # It goes on starting when the run that asked first is cancelled, and serves the next one: bubblewrap
                # killed in the middle leaves a process behind that holds its pipes open for ever.
                if self._starting is None:
                    self._starting = asyncio.create_task(_Parent.start(self._root))
                try:
                    self._parent = await asyncio.shield(self._starting)
                finally:
                    if self._starting.done():
                        self._starting = None
            if self._is_warm:
                await self._parent.warm()
            return self._parent


class _Parent:
    """The fork server and what is known of its children.

    `ended` holds exit codes by process ID, `stopped` the IDs of those that are held.
    """

    def __init__(self, process: asyncio.subprocess.Process, control: socket.socket) -> None:
        self._process = process
        self._control = control
        self._loop = asyncio.get_running_loop()
        self._forked: deque[asyncio.Future[int]] = deque()
        self._changed = asyncio.Event()
        self._ready = self._warming = self._warm = False
        self.gone = False
        self.ended: dict[int, int] = {}
        self.stopped: set[int] = set()
        self._loop.add_reader(control, self._listen)

    @classmethod
    async def start(cls, root: Path) -> "_Parent":
        """Start it, behind bubblewrap where that works. WorkerGoneError, with the reason, where it does not start."""
        options = launch.options(root)
        around = (
            bubblewrap.command(root, launch.shared_cache(root)) if await asyncio.to_thread(bubblewrap.works) else []
        )
        ours, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.setblocking(False)
        with its:
            try:
                process = await asyncio.create_subprocess_exec(
                    *around, *launch.command("fork_server"), stdin=its.fileno(), stdout=DEVNULL, **options
                )
            except BaseException:
                ours.close()
                raise
        parent = cls(process, ours)
        try:
            await parent.until(lambda: parent._ready)
        except BaseException:
            await parent.close()
            raise
        return parent

    async def warm(self) -> None:
        """Have it import the libraries, once."""
        if not self._warming:
            self._warming = True
            self.say("warm")
        await self.until(lambda: self._warm)

    async def fork(self) -> Forked:
        """A new worker."""
        ours, its = socket.socketpair()
        reply = self._loop.create_future()
        with its:
            try:
                socket.send_fds(self._control, [b"fork"], [its.fileno()])
            except OSError:
                ours.close()
                self._lost()
                raise WorkerGoneError(await self._reason()) from None
        self._forked.append(reply)
        ours.setblocking(False)
        try:
            number = await asyncio.shield(reply)
            reader, writer = await asyncio.open_unix_connection(sock=ours, limit=launch.LONGEST_LINE)
        except BaseException:
            ours.close()  # at which the worker ends by itself
            raise
        return Forked(self, number, reader, writer)

    def say(self, words: str) -> None:
        """Send a packet, if there is still somebody to hear it."""
        with suppress(OSError):
            self._control.send(words.encode())

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something is so. WorkerGoneError where the parent has gone before."""
        while not holds():
            if self.gone:
                raise WorkerGoneError(await self._reason())
            self._changed.clear()
            await self._changed.wait()

    async def close(self) -> None:
        """End it and its children."""
        self._lost()
        await self._reason()
        try:
            async with asyncio.timeout(_ENDING):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    def _listen(self) -> None:
        while True:
            try:
                packet = self._control.recv(_LONGEST)
            except BlockingIOError:
                return
            except OSError:
                packet = b""
            if not packet:
                self._lost()
                return
            match packet.decode().split():
                case ["ready"]:
                    self._ready = True
                case ["warmed"]:
                    self._warm = True
                case ["forked", number]:
                    self._answer(int(number))
                case ["failed", *reason]:
                    self._answer(OSError(" ".join(reason)))
                case ["stopped", number]:
                    self.stopped.add(int(number))
                case ["ended", number, code]:
                    self.ended[int(number)] = int(code)
            self._changed.set()

    def _answer(self, outcome: int | OSError) -> None:
        reply = self._forked.popleft()
        if isinstance(outcome, int):
            # IDs come round again.
            self.ended.pop(outcome, None)
            self.stopped.discard(outcome)
            reply.set_result(outcome)
        else:
            reply.set_exception(outcome)

    def _lost(self) -> None:
        if self.gone:
            return
        self.gone = True
        self._loop.remove_reader(self._control)
        self._control.close()
        self._last_words = asyncio.ensure_future(self._read_errors())
        while self._forked:
            self._forked.popleft().set_exception(WorkerGoneError("the process that starts workers is gone"))
        self._changed.set()

    async def _read_errors(self) -> str:
        assert self._process.stderr
        complaint = b""
        while piece := await self._process.stderr.read(4000):
            complaint = (complaint + piece)[-4000:]
        return last_line(complaint)

    async def _reason(self) -> str:
        unknown = "the process that starts workers is gone"
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING):
                return await asyncio.shield(self._last_words) or unknown
        return unknown
