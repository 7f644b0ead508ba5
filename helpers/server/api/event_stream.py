"""Server-sent events: `event: NAME`, `data: JSON`, and `done` at the end (reference: Assistants > Streaming)."""

from collections.abc import AsyncIterator

from starlette.responses import StreamingResponse

from ..engine.events import Event


def event_stream(events: AsyncIterator[Event]) -> StreamingResponse:
    """The answer to a request with `stream`. Whoever stops reading stops only the reading."""
    return StreamingResponse(_lines(events), media_type="text/event-stream", headers={"cache-control": "no-cache"})


async def _lines(events: AsyncIterator[Event]) -> AsyncIterator[str]:
    async for name, data in events:
        yield f"event: {name}\ndata: {data}\n\n"
    yield "event: done\ndata: [DONE]\n\n"
