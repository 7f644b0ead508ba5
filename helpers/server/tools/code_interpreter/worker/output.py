"""What the code says: Python's stdout and stderr, and what is written past Python to file descriptors 1 and 2."""

import codecs
import io
import os
import sys
import threading
import time
from pathlib import Path
from typing import Any

from .channel import Channel

_PIECE = 50_000  # characters in one message


class Output:
    """Collects text and pictures in the order in which they appear, and sends them to the server, up to a limit."""

    def __init__(self, channel: Channel, native: str, characters: int, images: int) -> None:
        """`native` is the path of a file to catch in it what libraries and child processes write by themselves."""
        self._channel = channel
        self._characters, self._images = characters, images
        self._lock = threading.RLock()
        self._begin()
        # Appending, so that both descriptors, and children that inherit them, write behind one another.
        flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._writer = os.open(native, flags, 0o600)
        for standard in (1, 2):
            os.dup2(self._writer, standard)
        # Opened anew, since copies of one descriptor share their position.
        self._native = Path(native).open("rb", buffering=0)  # noqa: SIM115
        self.stdout = _Stream(self, 1)
        self.stderr = _Stream(self, 2)
        self.attach()

    def _begin(self) -> None:
        self._waiting: list[str] = []
        self._waiting_length = 0
        self._room, self._cut = self._characters, 0
        self._shown = 0
        self._sent_at = 0.0
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def attach(self) -> None:
        """Make `sys.stdout` and `sys.stderr` lead here, also where earlier code has put something else there."""
        for name in ("stdout", "__stdout__"):
            setattr(sys, name, self.stdout)
        for name in ("stderr", "__stderr__"):
            setattr(sys, name, self.stderr)

    def write(self, text: str) -> None:
        """Add text. It is on its way soon after the end of a line, so that little is lost if the process is killed."""
        if os.getpid() != self._channel.owner:
            os.write(1, text.encode("utf-8", "backslashreplace"))
            return
        with self._lock:
            self._take_native()
            self._add(text)
            sent = self._characters - self._room - self._waiting_length
            # The first lines go at once; later ones in pieces that grow with what there is, or after a pause.
            if "\n" in text and (self._waiting_length * 16 >= sent or time.monotonic() - self._sent_at > 0.05):
                self._send()

    def image(self, name: str) -> bool:
        """Add a picture, a file in the images folder. False where the run has shown too many."""
        with self._lock:
            self.flush()
            self._shown += 1
            if self._shown > self._images:
                return False
            self._channel.send(type="image", name=name)
            return True

    def flush(self) -> None:
        """Send everything now."""
        with self._lock:
            self._take_native()
            self._send()

    def finish(self) -> None:
        """Send everything, say what was left out, and begin anew."""
        with self._lock:
            self.flush()
            os.ftruncate(self._writer, 0)
            self._native.seek(0)
            if self._cut:
                self._channel.send(type="logs", text=f"\n[The output was cut here: {self._cut:,} more characters.]\n")
            if self._shown > self._images:
                more = self._shown - self._images
                self._channel.send(
                    type="logs", text=f"[Only {self._images} pictures are shown; there were {more} more.]\n"
                )
            self._begin()

    def _add(self, text: str) -> None:
        kept = text[: self._room]
        self._room -= len(kept)
        self._cut += len(text) - len(kept)
        if kept:
            self._waiting.append(kept)
            self._waiting_length += len(kept)

    def _take_native(self) -> None:
        if os.fstat(self._writer).st_size > self._native.tell():
            while piece := self._native.read(_PIECE):
                self._add(self._decoder.decode(piece))

    def _send(self) -> None:
        text = "".join(self._waiting)
        self._waiting, self._waiting_length = [], 0
        for start in range(0, len(text), _PIECE):
            self._channel.send(type="logs", text=text[start : start + _PIECE])
        self._sent_at = time.monotonic()


class _Stream(io.TextIOBase):
    """A text stream as Python's own stdout is one, with `.buffer` and `.fileno()`."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, output: Output, descriptor: int) -> None:
        self._output = output
        self._descriptor = descriptor
        self.buffer = _Bytes(self)

    def write(self, text: str, /) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._output.write(text)
        return len(text)

    def flush(self) -> None:
        """Nothing: text is sent when there is reason to, and a loop that flushes at each line would be slow."""

    def fileno(self) -> int:
        return self._descriptor

    def reconfigure(self, **_: object) -> None:
        """Nothing: it is UTF-8 in any case."""

    def writable(self) -> bool:
        return True

    def close(self) -> None:
        """Nothing: `exit()` closes streams, and the next run needs them."""


class _Bytes(io.RawIOBase):
    """Bytes for a text stream."""

    def __init__(self, stream: _Stream) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def write(self, data: Any, /) -> int:
        self._stream.write(self._decoder.decode(bytes(data)))
        return len(data)

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream.fileno()

    def close(self) -> None:
        """Nothing, as for the stream itself."""
