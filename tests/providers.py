"""Models for tests: what they will say is written in the test."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence

from helpers.server.providers.base import (
    FunctionCall,
    ModelEvent,
    ModelRequest,
    ProviderError,
    TextDelta,
    ToolCallDelta,
    ToolCallStart,
    Usage,
)


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
    code_is_ours = True

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
        yield TextDelta("half of ")
        await asyncio.Event().wait()


class Obliging:
    """A provider that does whatever it may, once: calls the first function there is, then answers."""

    name = "obliging"

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """A call of the first function, or a short answer."""
        functions = [tool["function"]["name"] for tool in request.tools if tool["type"] == "function"]
        called = any(isinstance(item, FunctionCall) for item in request.items[-1:])
        for event in call((functions[0], "{}")) if functions and not called else say("Done."):
            yield event


class Planned:
    """A provider that does what the run's instructions say, one word a model step: `NAME: call wait say`.

    `NAME` is the run's own; `call` calls the function f, `calls` calls it twice, `wait` never ends, `fail` breaks.
    """

    name = "planned"

    def __init__(self) -> None:
        self._taken: Counter[str] = Counter()

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """The plan's next step."""
        name, _, plan = request.instructions.partition(": ")
        step = plan.split()[self._taken[name]]
        self._taken[name] += 1
        if step == "fail":
            raise ProviderError("server_error", "as planned")
        if step == "wait":
            yield TextDelta("half of ")
            await asyncio.Event().wait()
        for event in {"say": say("Done."), "call": call(("f", "{}")), "calls": call(("f", "{}"), ("f", "{}"))}[step]:
            yield event
