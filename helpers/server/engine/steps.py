"""Model steps and tool calls in turn, until the model has answered, is stopped, or waits for the reader's program.

Runs and responses go through the same loop; what a step leaves behind is each one's own affair.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol, TypeVar

from ..providers.base import ProviderError

Object = dict[str, Any]

# A model that never stops calling tools must not run for ever.
MOST_MODEL_STEPS = 16


class ModelStep(Protocol):
    """What takes the events of one model step."""

    stopped: str | None

    @property
    def calls(self) -> list[Object]:
        """The tool calls that the model asked for."""
        ...

    @property
    def waits(self) -> bool:
        """True where the reader's program has to answer one of them."""
        ...

    async def finish(self) -> None:
        """The model has said all of this step, of its own accord."""
        ...

    def close_calls(self) -> None:
        """All calls have their results."""
        ...


Step = TypeVar("Step", bound=ModelStep)


async def converse(
    begin: Callable[[], Step],
    think: Callable[[Step], Awaitable[None]],
    carry_out: Callable[[Step, Object], Awaitable[None]],
) -> None:
    """`begin` makes the next step, `think` lets the model fill it, `carry_out` answers one of its calls, if it can.

    Raises ProviderError where the model never comes to an end.
    """
    for _ in range(MOST_MODEL_STEPS):
        step = begin()
        await think(step)
        if step.stopped:
            return
        await step.finish()
        if not step.calls:
            return
        for call in step.calls:
            await carry_out(step, call)
        if step.waits:
            return
        step.close_calls()
    raise ProviderError("server_error", f"The model called tools {MOST_MODEL_STEPS} times in a row.")
