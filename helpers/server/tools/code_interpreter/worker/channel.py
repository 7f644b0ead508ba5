"""The pipe to the server, taken out of the way of the user's code."""

import json
import os
import queue
import threading
from collections.abc import Iterator
from typing import Any


class Channel:
    """JSON lines from and to the server, on copies of stdin and stdout that the code's own prints do not reach."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self._lock = threading.Lock()
        self._incoming = os.fdopen(os.dup(0), "rb")
        self._outgoing = os.fdopen(os.dup(1), "wb", buffering=0)
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1):
            os.dup2(nothing, standard)
        os.close(nothing)

    def messages(self) -> Iterator[dict[str, Any]]:
        """What the server sends. When it hangs up the process ends, even in the middle of a run."""
        arrived: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(arrived,), daemon=True).start()
        while True:
            yield json.loads(arrived.get())

    def _read(self, arrived: "queue.SimpleQueue[bytes]") -> None:
        for line in self._incoming:
            arrived.put(line)
        os._exit(0)

    def send(self, **message: Any) -> None:
        """Send one message. A process that was forked off by the code stays silent."""
        if os.getpid() != self.owner:
            return
        rest = memoryview(json.dumps(message, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
        with self._lock:
            while rest:
                rest = rest[self._outgoing.write(rest) :]
