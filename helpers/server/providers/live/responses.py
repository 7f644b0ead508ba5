"""OpenAI's Responses API: one call a model step, nothing of it kept there (reference: Responses > Create)."""

from collections.abc import AsyncIterator
from typing import Any

from openai import AsyncOpenAI

from ..base import Item, Message, ModelEvent, ModelRequest, Stopped, TextDelta, Usage
from .offers import Call, Correction, Offer, instructions_of, past_call
from .pictures import OpenPicture

Object = dict[str, Any]

# The least that the API takes (reference: Responses > max_output_tokens).
_FEWEST_TOKENS = 16
_STOPS = {"max_output_tokens": "max_completion_tokens", "content_filter": "content_filter"}


class StreamedError(Exception):
    """The service said in mid-stream that it cannot go on. `code` is the API's."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class ResponsesApi:
    """Builds the requests and reads the streams."""

    def __init__(self, client: AsyncOpenAI, open_picture: OpenPicture) -> None:
        self._client = client
        self._open_picture = open_picture

    def body(
        self, request: ModelRequest, model: str, offers: list[Offer], corrections: list[Correction], *, writes: bool
    ) -> Object:
        """The request. `corrections` are wrong calls of this step with what was said to them. Every model of this API
        takes tools, so `writes` is never True here.
        """
        del writes
        items: list[Object] = []
        for item in request.items:
            items += self._item(item, offers)
        for call, answer in corrections:
            items += _exchange(call, answer)
        body: Object = {"model": model, "input": items, "stream": True, "store": False}
        instructions = instructions_of(request)
        if instructions:
            body["instructions"] = instructions
        if offers:
            body["tools"] = [_described(offer) for offer in offers]
            body["tool_choice"] = _choice(request.tool_choice, offers)
            if request.settings.get("parallel_tool_calls") is False:
                body["parallel_tool_calls"] = False
        if isinstance(request.response_format, dict) and request.response_format["type"] != "text":
            body["text"] = {"format": _format(request.response_format)}
        return body | _settings(request)

    async def stream(self, body: Object) -> AsyncIterator[ModelEvent | Call]:
        """The answer as it comes. Raises EOFError where it ends before its end."""
        done = False
        stream: Any = await self._client.responses.create(**body)
        async with stream:
            async for event in stream:
                match event.type:
                    case "response.output_text.delta" | "response.refusal.delta":
                        yield TextDelta(event.delta)
                    case "response.output_item.done" if event.item.type == "function_call":
                        yield Call(event.item.call_id, event.item.name, event.item.arguments)
                    case "response.completed" | "response.incomplete":
                        done = True
                        if event.response.usage:
                            yield Usage(event.response.usage.input_tokens, event.response.usage.output_tokens)
                        details = event.response.incomplete_details
                        if details and details.reason:
                            yield Stopped(_STOPS.get(details.reason, details.reason))
                    case "response.failed" | "error":
                        raise _failure(event)
        if not done:
            raise EOFError

    def _item(self, item: Item, offers: list[Offer]) -> list[Object]:
        if not isinstance(item, Message):
            return _exchange(*past_call(item, offers))
        if item.role == "assistant":
            return [{"role": "assistant", "content": item.text}]
        parts: list[Object] = [{"type": "input_text", "text": item.whole}] if item.whole else []
        for image in item.images:
            if url := self._open_picture(image):
                parts.append({"type": "input_image", "image_url": url, "detail": "auto"})
        return [{"role": "user", "content": parts}] if parts else []


def _exchange(call: Call, answer: str) -> list[Object]:
    return [
        {"type": "function_call", "call_id": call.id, "name": call.name, "arguments": call.arguments},
        {"type": "function_call_output", "call_id": call.id, "output": answer},
    ]


def _described(offer: Offer) -> Object:
    return {
        "type": "function",
        "name": offer.name,
        "description": offer.description,
        "parameters": offer.parameters,
        "strict": offer.strict,
    }


def _choice(choice: Any, offers: list[Offer]) -> Any:
    if isinstance(choice, str):
        return choice
    wanted = choice["function"]["name"] if choice["type"] == "function" else choice["type"]
    name = next((offer.name for offer in offers if wanted in (offer.name, offer.kind)), None)
    return {"type": "function", "name": name} if name else "auto"


def _format(response_format: Object) -> Object:
    if response_format["type"] == "json_schema":
        return {"type": "json_schema"} | response_format["json_schema"]
    return {"type": response_format["type"]}


def _settings(request: ModelRequest) -> Object:
    """What the reader has set; the usual values go unsaid, since reasoning models refuse the very word."""
    settings = request.settings
    said: Object = {
        name: settings[name] for name in ("temperature", "top_p") if settings.get(name) not in (None, 1, 1.0)
    }
    if settings.get("reasoning_effort"):
        said["reasoning"] = {"effort": settings["reasoning_effort"]}
    if settings.get("max_completion_tokens") is not None:
        said["max_output_tokens"] = max(_FEWEST_TOKENS, settings["max_completion_tokens"])
    return said


def _failure(event: Any) -> StreamedError:
    error = event.response.error if event.type == "response.failed" else event
    code = getattr(error, "code", None) or "server_error"
    return StreamedError(code, getattr(error, "message", None) or "")
