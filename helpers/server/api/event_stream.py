"""Server-sent events: `event: NAME`, `data: JSON`, and of runs `done` at the end (reference: Streaming)."""

from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from ..engine.events import Event


def event_stream(events: AsyncIterator[Event], *, done: bool = True) -> StreamingResponse:
    """The answer to a request with `stream`. Whoever stops reading stops only the reading.

    `done` ends it with an event of that name, as runs do and responses do not.
    """
    return StreamingResponse(
        _lines(events, done), media_type="text/event-stream", headers={"cache-control": "no-cache"}
    )


async def _lines(events: AsyncIterator[Event], done: bool) -> AsyncIterator[str]:
    async for name, data in events:
        yield f"event: {name}\ndata: {data}\n\n"
    if done:
        yield "event: done\ndata: [DONE]\n\n"
