"""Chat Completions: how nearly every other service and every local model server is spoken to (reference: Chat)."""

import json
from collections.abc import AsyncIterator
from typing import Any

from openai import AsyncOpenAI

from ..base import Item, Message, ModelEvent, ModelRequest, Stopped, TextDelta, Usage
from .offers import Call, Correction, Offer, instructions_of, past_call
from .pictures import OpenPicture

Object = dict[str, Any]
_STOPS = {"length": "max_completion_tokens", "content_filter": "content_filter"}


class ChatApi:
    """Builds the requests and reads the streams of one service. `writes` is True for models that take no tools: they
    are told of them in words, and write their calls into the text.
    """

    def __init__(self, client: AsyncOpenAI, open_picture: OpenPicture) -> None:
        self._client = client
        self._open_picture = open_picture

    def body(
        self, request: ModelRequest, model: str, offers: list[Offer], corrections: list[Correction], *, writes: bool
    ) -> Object:
        """The request. `corrections` are wrong calls of this step with what was said to them."""
        instructions = instructions_of(request)
        forced = _forced(request.tool_choice, offers)
        # Many a service looks past `tool_choice`; a model that is shown one tool cannot call another.
        shown = [forced] if forced else offers
        if writes and offers and request.tool_choice != "none":
            instructions = f"{instructions}\n\n{_in_words(shown)}".strip()
        messages: list[Object] = [{"role": "system", "content": instructions}] if instructions else []
        for item in request.items:
            messages += self._item(item, offers, writes)
        for call, answer in corrections:
            messages += _exchange(call, answer, writes)
        body: Object = {"model": model, "messages": messages, "stream": True, "stream_options": {"include_usage": True}}
        if offers and not writes:
            body["tools"] = [{"type": "function", "function": _described(offer)} for offer in shown]
            body["tool_choice"] = _choice(request.tool_choice, forced)
            if request.settings.get("parallel_tool_calls") is False:
                body["parallel_tool_calls"] = False
        if isinstance(request.response_format, dict) and request.response_format["type"] != "text":
            body["response_format"] = request.response_format
        return body | _settings(request)

    async def stream(self, body: Object) -> AsyncIterator[ModelEvent | Call]:
        """The answer as it comes. Raises EOFError where it ends before its end."""
        calls: dict[Any, Object] = {}
        finish = None
        stream: Any = await self._client.chat.completions.create(**body)
        async with stream:
            async for chunk in stream:
                if chunk.usage:
                    yield Usage(chunk.usage.prompt_tokens, chunk.usage.completion_tokens)
                for choice in chunk.choices[:1]:
                    if choice.delta.content:
                        yield TextDelta(choice.delta.content)
                    for place, part in enumerate(choice.delta.tool_calls or ()):
                        # Some services leave the index out, and send each call whole.
                        key = part.index if part.index is not None else part.id or place
                        _add(calls.setdefault(key, {"id": "", "name": "", "arguments": ""}), part)
                    finish = choice.finish_reason or finish
        if finish is None:
            raise EOFError
        for number, call in enumerate(calls.values()):
            yield Call(call["id"] or f"call_{number}", call["name"], call["arguments"])
        if finish in _STOPS:
            yield Stopped(_STOPS[finish])

    def _item(self, item: Item, offers: list[Offer], writes: bool) -> list[Object]:
        if not isinstance(item, Message):
            return _exchange(*past_call(item, offers), writes)
        pictures = [self._open_picture(image) for image in item.images]
        if item.role == "assistant" or not any(pictures):
            return [{"role": item.role, "content": item.whole}]
        parts: list[Object] = [{"type": "text", "text": item.whole}] if item.whole else []
        parts += [{"type": "image_url", "image_url": {"url": url}} for url in pictures if url]
        return [{"role": "user", "content": parts}]


def _exchange(call: Call, answer: str, writes: bool) -> list[Object]:
    if writes:
        return [
            {"role": "assistant", "content": f"<tool_call>{_as_json(call)}</tool_call>"},
            {"role": "user", "content": f"<tool_response>{answer}</tool_response>"},
        ]
    function = {"name": call.name, "arguments": call.arguments}
    return [
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": call.id, "type": "function", "function": function}],
        },
        {"role": "tool", "tool_call_id": call.id, "content": answer},
    ]


def _as_json(call: Call) -> str:
    try:
        arguments = json.loads(call.arguments)
    except ValueError:
        arguments = call.arguments
    return json.dumps({"name": call.name, "arguments": arguments}, ensure_ascii=False)


def _in_words(offers: list[Offer]) -> str:
    tools = "\n".join(json.dumps(_described(offer), ensure_ascii=False) for offer in offers)
    return (
        f"You have these tools:\n{tools}\n"
        'To use one, answer with nothing but <tool_call>{"name": "...", "arguments": {...}}</tool_call>. '
        "Its result comes back between <tool_response> tags. Without need of a tool, just answer."
    )


def _described(offer: Offer) -> Object:
    strict = {"strict": True} if offer.strict else {}
    return {"name": offer.name, "description": offer.description, "parameters": offer.parameters} | strict


def _forced(choice: Any, offers: list[Offer]) -> Offer | None:
    if isinstance(choice, str):
        return None
    wanted = choice["function"]["name"] if choice["type"] == "function" else choice["type"]
    return next((offer for offer in offers if wanted in (offer.name, offer.kind)), None)


def _choice(choice: Any, forced: Offer | None) -> Any:
    if isinstance(choice, str):
        return choice
    return {"type": "function", "function": {"name": forced.name}} if forced else "auto"


def _settings(request: ModelRequest) -> Object:
    """What the reader has set; the usual values go unsaid, since some models refuse the very word."""
    settings = request.settings
    said = {name: settings[name] for name in ("temperature", "top_p") if settings.get(name) not in (None, 1, 1.0)}
    if settings.get("reasoning_effort"):
        said["reasoning_effort"] = settings["reasoning_effort"]
    if settings.get("max_completion_tokens") is not None:
        # The older name is the one that every local server knows.
        said["max_tokens"] = settings["max_completion_tokens"]
    return said


def _add(call: Object, part: Any) -> None:
    call["id"] = call["id"] or part.id or ""
    if part.function:
        call["name"] += part.function.name or ""
        call["arguments"] += part.function.arguments or ""
