"""How long a status lasts. Offline, a run is over before anybody could look; a class wants to see it happen."""

import asyncio
from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """`at_least` seconds after somebody has seen the status, and no longer than `at_most` where nobody looks."""

    name: str
    at_least: float
    at_most: float
    # What the SDK's own polling helpers are told to wait between two looks.
    poll_after_ms: int
    # So that words that are streamed can be seen to come one after another.
    between_words: float


PACES = {
    pace.name: pace
    for pace in (
        Pace("instant", at_least=0, at_most=0, poll_after_ms=10, between_words=0),
        Pace("teaching", at_least=0.3, at_most=2.0, poll_after_ms=200, between_words=0.03),
    )
}


class Spell:
    """One status of one run, from the moment at which it began."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._seen = asyncio.Event()
        self._told = False

    def saw(self) -> None:
        """Somebody has retrieved the run in this status."""
        self._seen.set()

    def told(self) -> None:
        """Those who stream have been told of the status: it need not last to be seen."""
        self._told = True

    async def word(self) -> None:
        """Return when the next word may be told to those who stream."""
        if self._pace.between_words:
            await asyncio.sleep(self._pace.between_words)

    async def last(self) -> None:
        """Return when the status has lasted long enough."""
        if self._told or not self._pace.at_most:
            return
        try:
            async with asyncio.timeout(self._pace.at_most):
                await self._seen.wait()
        except TimeoutError:
            return
        await asyncio.sleep(self._pace.at_least)
