"""What happens in a run, as it happens: those who stream it listen here.

Nobody has to listen, and one who goes away in the middle harms nothing: the run does not know.
"""

import json
from asyncio import Queue
from collections.abc import AsyncIterator
from typing import Any

Object = dict[str, Any]
# The event's name, and its object as JSON at that moment.
Event = tuple[str, str]


class Events:
    """The events of the runs at work."""

    def __init__(self) -> None:
        self._listeners: dict[str, list[Queue[Event | None]]] = {}

    def listen(self, run_id: str) -> AsyncIterator[Event]:
        """All events of a run from this call on, until it rests: it has ended, or waits for tool outputs."""
        queue: Queue[Event | None] = Queue()
        self._listeners.setdefault(run_id, []).append(queue)
        return _until_none(queue)

    def heard(self, run_id: str) -> bool:
        """True while somebody listens to the run."""
        return run_id in self._listeners

    def publish(self, run_id: str, name: str, object: Object) -> None:
        """Tell those who listen; `object` may change afterwards."""
        if run_id in self._listeners:
            event = (name, json.dumps(object, ensure_ascii=False))
            for queue in self._listeners[run_id]:
                queue.put_nowait(event)

    def end(self, run_id: str) -> None:
        """The run rests: those who listen have heard all."""
        for queue in self._listeners.pop(run_id, ()):
            queue.put_nowait(None)


async def _until_none(queue: "Queue[Event | None]") -> AsyncIterator[Event]:
    while (event := await queue.get()) is not None:
        yield event
