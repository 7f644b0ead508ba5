"""Models for tests: what they will say is written in the test."""

from collections.abc import AsyncIterator, Sequence

from helpers.server.providers.base import ModelEvent, ModelRequest, TextDelta, ToolCallDelta, ToolCallStart, Usage


def say(text: str) -> list[ModelEvent]:
    """A model step that only talks."""
    return [TextDelta(text), Usage(10, 5)]


def run_code(code: str) -> list[ModelEvent]:
    """A model step that runs Python."""
    return [ToolCallStart("c", "code_interpreter"), ToolCallDelta("c", code), Usage(10, 5)]


def call(*functions: tuple[str, str]) -> list[ModelEvent]:
    """A model step that calls functions: (name, JSON arguments) each."""
    events: list[ModelEvent] = []
    for number, (name, arguments) in enumerate(functions):
        events += [ToolCallStart(str(number), "function", name), ToolCallDelta(str(number), arguments)]
    return [*events, Usage(10, 5)]


class Script:
    """A provider that plays its steps one after the other, and keeps the requests that it was given."""

    name = "script"

    def __init__(self, *steps: Sequence[ModelEvent] | Exception) -> None:
        self._steps = iter(steps)
        self.requests: list[ModelRequest] = []

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """The next step."""
        self.requests.append(request)
        step = next(self._steps)
        if isinstance(step, Exception):
            raise step
        for event in step:
            yield event


class Waits:
    """A provider that has said something and then never ends, until the run is cancelled."""

    name = "waits"

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """Half an answer."""
        import asyncio

        yield TextDelta("half of ")
        await asyncio.Event().wait()
