"""Every end of a run, on purpose: what nobody could produce at will on the real service, a class can see here.

A run whose metadata says `{"scenario": NAME}` goes that way, and so does a response, as far as it knows such an end:

    slow_queue               waits in `queued` for some seconds, then goes on as usual
    slow_answer              stays `in_progress` for some seconds, long enough to be cancelled
    rate_limit_exceeded      failed, with that code in last_error
    server_error             failed, likewise
    invalid_prompt           failed, likewise
    expired                  begins to answer, and runs out of time
    max_completion_tokens    incomplete: the answer is cut off after a few words
    max_prompt_tokens        incomplete: the conversation is longer than the run may read
    content_filter           incomplete: the answer is held back in the middle
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from ..providers.base import ModelEvent, ProviderError, Stopped, TextDelta, ToolCallStart, Usage

Object = dict[str, Any]

SLOW_SECONDS = 4.0
_WORDS_BEFORE_THE_CUT = 5
_FAILURES = {
    "rate_limit_exceeded": "Rate limit reached for requests. Please try again later. (scenario)",
    "server_error": "The server had an error while processing your request. Sorry about that! (scenario)",
    "invalid_prompt": "Invalid prompt: your prompt was flagged. Please try again with a different prompt. (scenario)",
}
_CUTS = ("max_completion_tokens", "content_filter", "expired")


async def wait_in_queue(run: Object) -> None:
    """Wait as long as the run's scenario wants it to be queued."""
    if _scenario(run) == "slow_queue":
        await asyncio.sleep(SLOW_SECONDS)


async def play(run: Object, events: AsyncIterator[ModelEvent]) -> AsyncIterator[ModelEvent]:
    """The model's events as the run's scenario lets them through. Raises ProviderError and TimeoutError on purpose."""
    scenario = _scenario(run)
    if scenario in _FAILURES:
        raise ProviderError(scenario, _FAILURES[scenario])
    if scenario == "max_prompt_tokens":
        yield Stopped(scenario)
        return
    if scenario == "slow_answer":
        await asyncio.sleep(SLOW_SECONDS)
    if scenario not in _CUTS:
        async for event in events:
            yield event
        return
    said = 0
    async for event in events:
        if isinstance(event, ToolCallStart):
            # Not the answer yet: this step goes on as usual, and the next one is cut.
            async for rest in _with_first(event, events):
                yield rest
            return
        said += isinstance(event, TextDelta)
        if said > _WORDS_BEFORE_THE_CUT:
            break
        yield event
    if scenario == "expired":
        raise TimeoutError
    yield Usage(prompt_tokens=0, completion_tokens=said)
    yield Stopped(scenario)


async def _with_first(first: ModelEvent, rest: AsyncIterator[ModelEvent]) -> AsyncIterator[ModelEvent]:
    yield first
    async for event in rest:
        yield event


def _scenario(run: Object) -> str:
    return str((run["metadata"] or {}).get("scenario", ""))
