"""The pipe to the server, taken out of the way of the user's code."""

import json
import os
import queue
import threading
from collections.abc import Iterator
from typing import Any


class Channel:
    """JSON lines from and to the server, on descriptors that the code's own prints do not reach."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        """The descriptors are this channel's own from now on. Stdin and stdout lead nowhere."""
        self.owner = os.getpid()
        self.run = 0  # the number of the run that what is sent belongs to
        self._lock = threading.Lock()
        self._incoming = os.fdopen(incoming, "rb")
        self._outgoing = os.fdopen(outgoing, "wb", buffering=0)
        nothing = os.open(os.devnull, os.O_RDWR)
        for standard in (0, 1):
            os.dup2(nothing, standard)
        os.close(nothing)

    def receive(self) -> dict[str, Any]:
        """Wait for one message. When the server hangs up the process ends."""
        line = self._incoming.readline()
        if not line:
            os._exit(0)
        message: dict[str, Any] = json.loads(line)
        return message

    def messages(self) -> Iterator[dict[str, Any]]:
        """What the server sends from now on, had by a thread: when it hangs up even a run is ended."""
        arrived: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._read, args=(arrived,), daemon=True).start()
        while True:
            yield json.loads(arrived.get())

    def _read(self, arrived: "queue.SimpleQueue[bytes]") -> None:
        try:
            for line in self._incoming:
                arrived.put(line)
        finally:
            os._exit(0)

    def send(self, **message: Any) -> None:
        """Send one message. A process that was forked off by the code stays silent."""
        if os.getpid() != self.owner:
            return
        rest = memoryview(
            json.dumps({**message, "run": self.run}, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        )
        with self._lock:
            while rest:
                rest = rest[self._outgoing.write(rest) :]
