"""A live model as the run loop knows it (see `base.Provider`)."""

from collections.abc import AsyncIterator
from typing import Any

import openai

from ...tokens import count_tokens
from ..base import ModelEvent, ModelRequest, ModelUsed, ProviderError, Stopped, TextDelta, Usage
from .chat import ChatApi
from .faults import broken_off, explain, is_filtered, lacks_tools, unsupported
from .offers import Call, Correction, Offer, WrongCallError, events_of, offers_of
from .pictures import OpenPicture, draw
from .reach import client_of
from .responses import ResponsesApi, StreamedError
from .upstream import Upstream
from .written_calls import Reader

Object = dict[str, Any]

# How often a model may call a tool wrongly in one step before the run fails.
_MOST_CORRECTIONS = 2


class LiveProvider:
    """Thinks with the models of one service. Tools stay with the run loop."""

    name = "live"
    # A model may write anything.
    code_is_ours = False

    def __init__(self, upstream: Upstream, open_picture: OpenPicture) -> None:
        self.upstream = upstream
        self._client = client_of(upstream)
        api = ResponsesApi if upstream.api == "responses" else ChatApi
        self._api: ResponsesApi | ChatApi = api(self._client, open_picture)
        # What a model turned out not to take is not asked of it again.
        self._refused: dict[str, set[str]] = {}

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()

    async def draw(self, prompt: str, size: str, quality: str) -> tuple[bytes, str] | None:
        """A picture (PNG) and the words that it was drawn from; None where the service has no model that draws.

        Raises ProviderError.
        """
        model = self.upstream.picture_model
        if model is None:
            return None
        try:
            return await draw(self._client, model, prompt, size, quality)
        except Exception as error:
            raise explain(error, self.upstream.host) from None

    async def respond(self, request: ModelRequest) -> AsyncIterator[ModelEvent]:
        """One model step. Raises ProviderError, in plain words."""
        model = self.upstream.model_for(request.model)
        yield ModelUsed(model)
        offers = offers_of(request)
        corrections: list[Correction] = []
        used = Usage(0, 0)
        while True:
            step = _Step(request, offers)
            async for event in self._ask(request, model, offers, corrections, step):
                yield event
            used = Usage(
                used.prompt_tokens + step.usage.prompt_tokens, used.completion_tokens + step.usage.completion_tokens
            )
            wrong = step.corrections
            if not wrong or step.stopped:
                break
            corrections += wrong
            if len(corrections) > _MOST_CORRECTIONS:
                reason = wrong[-1][1]
                raise ProviderError("server_error", f"The model called a tool wrongly again and again: {reason}")
        for call_event in step.calls:
            yield call_event
        yield used
        if step.stopped:
            yield Stopped(step.stopped)

    async def _ask(
        self, request: ModelRequest, model: str, offers: list[Offer], corrections: list[Correction], step: "_Step"
    ) -> AsyncIterator[ModelEvent]:
        """One call upstream, and again without what the model turns out not to take."""
        host = self.upstream.host
        refused = self._refused.setdefault(model, set())
        while True:
            body = self._api.body(request, model, offers, corrections, writes="tools" in refused)
            body = {name: value for name, value in body.items() if name not in refused - {"tools"}}
            try:
                async for event in self._api.stream(body):
                    for shown in step.take(event):
                        yield shown
                for shown in step.end(body):
                    yield shown
                return
            except openai.APIStatusError as error:
                lacking = self._lacking(error, body)
                if lacking is None or lacking in refused:
                    if isinstance(error, openai.BadRequestError) and is_filtered(error):
                        step.stopped = "content_filter"
                        return
                    raise explain(error, host) from None
                refused.add(lacking)
            except StreamedError as error:
                code = error.code if error.code in ("rate_limit_exceeded", "invalid_prompt") else "server_error"
                raise ProviderError(code, f"{host}: {error}") from None
            except (openai.APIConnectionError, openai.APITimeoutError) as error:
                raise explain(error, host) from None
            except ProviderError:
                raise
            except Exception:
                # A cut stream or bad JSON shows as one of many errors of the transport's.
                raise broken_off(host) from None

    @staticmethod
    def _lacking(error: openai.APIStatusError, body: Object) -> str | None:
        """What in the request the model does not take; None where the error is another."""
        if "tools" in body and lacks_tools(error):
            return "tools"
        name = unsupported(error) if isinstance(error, openai.BadRequestError) else None
        return name if name in body else None


class _Step:
    """What one call upstream has brought so far."""

    def __init__(self, request: ModelRequest, offers: list[Offer]) -> None:
        self._offers = offers
        usable = {offer.name for offer in offers} if request.tool_choice != "none" else set()
        self._reader = Reader(usable)
        self._made: list[Call] = []
        self._text = ""
        self.usage = Usage(0, 0)
        self.stopped: str | None = None
        self.calls: list[ModelEvent] = []
        self.corrections: list[Correction] = []

    def take(self, event: ModelEvent | Call) -> list[TextDelta]:
        """Note an event; the words that can be shown by now."""
        match event:
            case TextDelta(text):
                self._text += text
                return self._reader.take(text)
            case Call():
                self._made.append(event)
            case Usage():
                self.usage = event
            case Stopped(reason):
                self.stopped = reason
        return []

    def end(self, body: Object) -> list[TextDelta]:
        """The call is over: its tool calls are judged, and its tokens counted where the service has not."""
        rest = self._reader.end()
        for call in [*self._made, *self._reader.calls]:
            try:
                self.calls += events_of(call, self._offers)
            except WrongCallError as error:
                self.corrections.append((call, str(error)))
        if self.usage == Usage(0, 0):
            written = self._text + "".join(call.arguments for call in self._made)
            self.usage = Usage(count_tokens(str(body.get("messages") or body.get("input"))), count_tokens(written))
        return rest
