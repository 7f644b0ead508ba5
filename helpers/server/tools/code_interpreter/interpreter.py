"""Sessions of the code interpreter: which worker belongs to whom, and what becomes of a run."""

import asyncio
import time
from collections.abc import Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .folder import FolderFullError, SessionFolder
from .launch import launcher
from .limits import MIB, Limits
from .names import folder_name
from .plain import read_plain
from .process import Worker, WorkerGoneError
from .results import CodeResult, InputFile
from .transcript import Transcript

_STARTING = 60  # seconds that a worker may take until it is ready for code
_WATCHING = 0.5  # seconds between two looks at what a run has written
_UNSEEN = 1024 * MIB  # of the disk, which other programs use as well

_RESTARTED = (
    "[The Python process of this session was restarted: variables are lost, the files in /mnt/data are kept.]\n"
)
_DIED = "[The Python process is gone: {reason}. Variables are lost, the files in /mnt/data are kept.]\n"
_TOO_LONG = "[Stopped after {seconds:g} seconds, the longest that code may run. Variables are lost, files are kept.]\n"
_NOT_STARTED = "[The code interpreter could not start: {reason}.]\n"
_FLOODED = "[Stopped: {reason}. What this run wrote is removed, and variables are lost.]\n"
_REFUSED = "[Too much to hand over: {reason}. The files stay there, but none of them can be downloaded.]\n"


@dataclass
class _Session:
    folder: SessionFolder
    worker: Worker | None = None
    running: bool = False
    used_at: float = 0.0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    idle: asyncio.TimerHandle | None = None
    flood: str | None = None


class CodeInterpreter:
    """Runs Python for many sessions, each with its own process, variables and `/mnt/data`.

    Use it within one event loop. A session's runs follow one another; those of different sessions run side by side.
    """

    def __init__(self, root: Path, limits: Limits = Limits()) -> None:  # noqa: B008
        """`root` is the folder of all session folders; it is made when needed."""
        self._root = root.resolve()
        self._limits = limits
        self._sessions: dict[str, _Session] = {}
        self._place_free = asyncio.Condition()
        self._launcher = launcher(self._root)
        self._background: set[asyncio.Task[None]] = set()

    async def run(self, session: str, code: str, files: Sequence[InputFile]) -> CodeResult:
        """Run code in a session, which begins with its first run. `files` are the inputs it may read.

        Never raises for anything that the code does; the logs say it. When this is cancelled, the code is stopped at
        once, and the session goes on with a fresh worker.
        """
        own = self._session(session)
        async with own.turn:
            if own.idle:
                own.idle.cancel()
            await self._take_place(own)
            try:
                return await self._run(own, code, files)
            except BaseException:
                self._put_away(own)
                raise
            finally:
                own.running = False
                own.used_at = time.monotonic()
                own.idle = asyncio.get_running_loop().call_later(self._limits.idle_seconds, self._put_away, own)
                self._later(self._free_place())

    async def bring_in(self, session: str, files: Sequence[InputFile]) -> dict[str, str]:
        """Copy inputs into the folder before any code runs. Returns their names in `/mnt/data`, by file ID."""
        own = self._session(session)
        async with own.turn:
            own.folder.open()
            await asyncio.to_thread(own.folder.bring_in, files)
            return dict(own.folder.inputs)

    def files(self, session: str) -> dict[str, Path]:
        """Every file that is in a session's folder now: its `/mnt/data` path, and where it really is."""
        return self._session(session).folder.paths()

    def read(self, path: Path) -> bytes:
        """The bytes of a picture or of a written file of any session, by its real path.

        Follows no link that code may have laid there meanwhile: FileNotFoundError, or another OSError, for what is not
        a plain file inside the folder of sessions.
        """
        return read_plain(self._root, path)

    async def remove(self, session: str, path: str) -> None:
        """Delete one file by its `/mnt/data` path, between two runs. Nothing happens where there is none."""
        own = self._session(session)
        async with own.turn:
            if found := own.folder.paths().get(path):
                await asyncio.to_thread(found.unlink, missing_ok=True)

    async def forget(self, session: str) -> None:
        """End a session's worker and remove its folder. Nothing happens where there is none."""
        own = self._session(session)
        self._put_away(own)  # which also ends a run that is under way
        async with own.turn:
            self._put_away(own)
            self._sessions.pop(session, None)
            await asyncio.to_thread(own.folder.remove)
        await self._free_place()

    async def warm(self) -> None:
        """Have the large libraries imported before a session begins, for the next one and those after it.

        Returns when it is so; OSError where no process can be started.
        """
        self._root.mkdir(parents=True, exist_ok=True)
        try:
            await self._launcher.warm()
        except WorkerGoneError as error:
            raise OSError(str(error)) from None

    async def close(self) -> None:
        """End all workers. The folders stay."""
        for session in self._sessions.values():
            self._put_away(session)
        await self._launcher.close()
        while self._background:
            await asyncio.gather(*self._background, return_exceptions=True)

    def _session(self, name: str) -> _Session:
        if name not in self._sessions:
            self._sessions[name] = _Session(SessionFolder(self._root / folder_name(name)))
        return self._sessions[name]

    async def _run(self, own: _Session, code: str, files: Sequence[InputFile]) -> CodeResult:
        folder = own.folder
        used_before = folder.open()
        folder.clear_images()
        transcript = Transcript(folder, self._limits)
        for remark in await asyncio.to_thread(folder.bring_in, files):
            transcript.note(remark)
        before = await asyncio.to_thread(folder.snapshot, self._limits)
        if own.worker and not own.worker.alive:
            self._put_away(own)
        if own.worker is None and used_before:
            transcript.note(_RESTARTED)
        ok = await self._converse(own, code, transcript)
        if flood := own.flood or await asyncio.to_thread(folder.flood, self._limits):
            if worker := own.worker:
                self._put_away(own)
                await worker.end()
            own.flood = None
            transcript.note(_FLOODED.format(reason=flood))
            await asyncio.to_thread(folder.take_back, before)
            return CodeResult(transcript.outputs(), (), False)
        try:
            changed = await asyncio.to_thread(folder.changes, before, self._limits)
        except FolderFullError as error:
            transcript.note(_REFUSED.format(reason=error))
            changed = ()
        return CodeResult(transcript.outputs(), changed, ok)

    async def _converse(self, own: _Session, code: str, transcript: Transcript) -> bool:
        """Have the code run, and note what it says. False where it did not come to a good end."""
        try:
            own.worker = worker = own.worker or await self._worker(own.folder)
        except (WorkerGoneError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error) or "it took too long"
            transcript.note(_NOT_STARTED.format(reason=reason))
            return False
        own.folder.mark_used()
        watch = asyncio.ensure_future(self._watch(own, worker))
        try:
            async with asyncio.timeout(self._limits.seconds):
                await worker.begin(code, dict(own.folder.inputs))
                while True:
                    match await worker.receive():
                        case {"type": "logs", "text": str(text)}:
                            transcript.logs(text)
                        case {"type": "image", "name": str(name)}:
                            transcript.image(name)
                        case {"type": "done", "ok": bool(ok)}:
                            break
            await worker.pause()
            return ok
        except TimeoutError:
            transcript.note(_TOO_LONG.format(seconds=self._limits.seconds))
        except WorkerGoneError as error:
            if not own.flood:
                transcript.note(_DIED.format(reason=error))
        finally:
            watch.cancel()
        self._put_away(own)
        await worker.end()
        return False

    async def _watch(self, own: _Session, worker: Worker) -> None:
        """End the worker when it floods its folder, or the disk with files that are deleted but still open."""
        free = own.folder.room()
        most = max(self._limits.flood * self._limits.folder_size, _UNSEEN)
        while own.flood is None:
            await asyncio.sleep(_WATCHING)
            flood = await asyncio.to_thread(own.folder.flood, self._limits)
            if flood is None and free - own.folder.room() > most:
                flood = f"more than {most / MIB:,.0f} MiB of the disk were used up"
            own.flood = flood
        worker.kill()

    async def _worker(self, folder: SessionFolder) -> Worker:
        """A worker that is ready for this folder's code."""
        self._root.mkdir(parents=True, exist_ok=True)
        worker = await self._launcher.start()
        try:
            async with asyncio.timeout(_STARTING):
                await worker.open(folder, self._limits)
        except BaseException:
            self._end(worker)
            raise
        return worker

    async def _take_place(self, own: _Session) -> None:
        """Wait until there is room for this session's worker, putting away the one that has been idle longest."""
        async with self._place_free:
            while own.worker is None:
                living = [session for session in self._sessions.values() if session.worker or session.running]
                if len(living) < self._limits.workers:
                    break
                if idle := [session for session in living if not session.running]:
                    self._put_away(min(idle, key=lambda session: session.used_at))
                else:
                    await self._place_free.wait()
            own.running = True

    async def _free_place(self) -> None:
        async with self._place_free:
            self._place_free.notify_all()

    def _put_away(self, session: _Session) -> None:
        if session.idle:
            session.idle.cancel()
        if session.worker:
            self._end(session.worker)
            session.worker = None

    def _end(self, worker: Worker) -> None:
        worker.kill()
        self._later(worker.end())

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
