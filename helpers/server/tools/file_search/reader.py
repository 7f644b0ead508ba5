"""The server's end of the reading process: started when first needed, ended when it has been idle for a while."""

import asyncio
import base64
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

from . import limits
from .shapes import Chunking, Passage, Unreadable
from .worker import TOO_LONG

_IDLE_SECONDS = 60
_ENDING_SECONDS = 1
_GRACE_SECONDS = 15  # for a worker that can no longer stop itself
# How the libraries that numpy may be built with are told their number of threads.
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_ROOT = Path(__file__).parents[4]

PackedVectors = tuple[bytes, bytes]  # of the passage, and of its sentences one after the other


class Reader:
    """Reads and encodes documents, one question at a time, first come first served. Its calls can be cancelled: a
    question that waits is then dropped, one that is being answered is answered to nobody."""

    def __init__(self, idle_seconds: float = _IDLE_SECONDS) -> None:
        self._idle_seconds = idle_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="file-search-reader")
        self._asked = 0  # questions without an answer as yet
        self._idle: asyncio.TimerHandle | None = None
        self._closed = False

    async def read(self, path: Path, filename: str, chunking: Chunking) -> list[Passage]:
        """The passages of a document. Unreadable where it cannot be read."""
        size = {"max_tokens": chunking.max_tokens, "overlap_tokens": chunking.overlap_tokens}
        answers = await self._ask({"do": "read", "path": str(path), "filename": filename, **size})
        return [
            Passage(text, tuple(context), place, glue, tokens)
            for answer in answers
            for text, context, place, glue, tokens in answer.get("passages", ())
        ]

    async def encode(self, passages: Sequence[Passage]) -> list[PackedVectors]:
        """The vectors of each passage, as `embeddings.pack` makes them."""
        answers = await self._ask({"do": "encode", "passages": [[one.text, one.context] for one in passages]})
        return [
            (base64.b64decode(whole), base64.b64decode(parts))
            for answer in answers
            for whole, parts in answer.get("vectors", ())
        ]

    def close(self) -> None:
        """End the process at once. What is being asked fails."""
        self._closed = True
        if self._idle:
            self._idle.cancel()
        if self._process:
            self._process.kill()
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._end()

    async def _ask(self, question: dict[str, Any]) -> list[dict[str, Any]]:
        loop = asyncio.get_running_loop()
        if self._closed:
            raise Unreadable("server_error", "The server is ending.")
        if self._idle:
            self._idle.cancel()
        self._asked += 1
        try:
            return await loop.run_in_executor(self._thread, self._exchange, question)
        finally:
            self._asked -= 1
            if not self._asked and not self._closed:
                self._idle = loop.call_later(self._idle_seconds, self._thread.submit, self._end)

    def _exchange(self, question: dict[str, Any]) -> list[dict[str, Any]]:
        """Ask and wait, in the reader's thread."""
        if self._process is None:
            self._process = self._start()
        process = self._process
        if self._closed:
            process.kill()
        watch = threading.Timer(limits.READING_SECONDS + _GRACE_SECONDS, process.kill)
        watch.daemon = True
        watch.start()
        try:
            answers = list(_answers(process, json.dumps(question)))
        except (OSError, ValueError):
            answers = []
        finally:
            watch.cancel()
        if not answers or not answers[-1].get("done"):
            raise self._gone()
        if "error" in answers[-1]:
            raise Unreadable(answers[-1]["error"], answers[-1]["message"])
        return answers

    def _start(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise Unreadable("server_error", "The server is ending.")
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        return subprocess.Popen(
            [sys.executable, "-m", f"{__package__}.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(paths)} | dict.fromkeys(_THREADS, str(_threads())),
        )

    def _gone(self) -> Unreadable:
        """Why the process did not answer; the next question starts another."""
        assert self._process
        try:
            code = self._process.wait(_ENDING_SECONDS)
        except subprocess.TimeoutExpired:  # alive, but it no longer speaks the protocol
            self._process.kill()
            code = self._process.wait()
        self._end()
        if self._closed:
            return Unreadable("server_error", "The server is ending.")
        if code == TOO_LONG:
            return Unreadable("invalid_file", f"Reading the file took longer than {limits.READING_SECONDS} seconds.")
        if code > 0:
            return Unreadable("server_error", f"The process that reads files ended with exit code {code}.")
        return Unreadable("invalid_file", "Reading the file took more time or memory than it may.")

    def _end(self) -> None:
        if self._process is None:
            return
        assert self._process.stdin and self._process.stdout
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was still to be written has no reader any more
                pipe.close()
        self._process.wait()
        self._process = None


def _threads() -> int:
    """Half of the cores, at most four: more than are free only wait for each other, and the server needs one."""
    return max(min((os.cpu_count() or 1) // 2, 4), 1)


def _answers(process: subprocess.Popen[bytes], question: str) -> Iterator[dict[str, Any]]:
    assert process.stdin and process.stdout
    process.stdin.write(question.encode() + b"\n")
    process.stdin.flush()
    for line in process.stdout:
        answer = json.loads(line)
        yield answer
        if answer.get("done"):
            return
