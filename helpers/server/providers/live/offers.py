"""The tools as a live model sees them, all as functions, and its calls as the run loop understands them."""

import json
from dataclasses import dataclass
from typing import Any

from ..base import CodeCall, FunctionCall, ImageCall, ModelEvent, ModelRequest, SearchCall, ToolCallDelta, ToolCallStart

Object = dict[str, Any]

_CODE = (
    "Run Python in a sandbox that keeps its variables. Print what you want to see; figures shown with plt.show() and "
)
_CODE += "files written to /mnt/data reach the user."
_SEARCH = "Search the user's files for passages that answer a question."
_PICTURE = "Draw a picture from a description."
# Our tools by their kind: the argument that carries the input, and what the model is told.
_OWN = {
    "code_interpreter": ("python", "code", _CODE),
    "file_search": ("search_files", "query", _SEARCH),
    "image_generation": ("draw_picture", "prompt", _PICTURE),
}


@dataclass(frozen=True)
class Call:
    """A call as a model made it; `arguments` should be JSON, but models err."""

    id: str
    name: str
    arguments: str


# A wrong call, and what is said to the model about it.
Correction = tuple[Call, str]


class WrongCallError(Exception):
    """There is no such tool, or its arguments cannot be read. The message is for the model."""


@dataclass(frozen=True)
class Offer:
    """A tool as a function. `kind` is the tool's, `input` the argument that its input stands in (functions: none)."""

    kind: str
    name: str
    description: str
    parameters: Object
    strict: bool = False
    input: str = ""


def offers_of(request: ModelRequest) -> list[Offer]:
    """The tools of a request."""
    offers = [_function(tool["function"]) for tool in request.tools if tool["type"] == "function"]
    names = {offer.name for offer in offers}
    for kind, (name, field, description) in _OWN.items():
        if any(tool["type"] == kind for tool in request.tools):
            # A function of the reader's may have the name already.
            free = name if name not in names else f"workshop_{name}"
            schema = {"type": "object", "properties": {field: {"type": "string"}}, "required": [field]}
            offers.append(Offer(kind, free, description, schema, input=field))
    return offers


def _function(function: Object) -> Offer:
    parameters = function.get("parameters") or {"type": "object", "properties": {}}
    return Offer(
        "function", function["name"], function.get("description") or "", parameters, bool(function.get("strict"))
    )


def events_of(call: Call, offers: list[Offer]) -> list[ModelEvent]:
    """A call as the run loop takes it. Raises WrongCallError."""
    offer = next((offer for offer in offers if offer.name == call.name or offer.kind == call.name), None)
    if offer is None:
        names = ", ".join(offer.name for offer in offers) or "none"
        raise WrongCallError(f"There is no tool named '{call.name}'. The tools are: {names}.")
    arguments = _read(call, offer)
    if offer.kind == "function":
        missing = [name for name in offer.parameters.get("required", ()) if name not in arguments]
        if missing:
            raise WrongCallError(f"The call of '{call.name}' lacks these arguments: {', '.join(missing)}.")
        whole = json.dumps(arguments, ensure_ascii=False)
        return [ToolCallStart(call.id, "function", offer.name), ToolCallDelta(call.id, whole)]
    text = arguments.get(offer.input)
    if not isinstance(text, str) or not text.strip():
        raise WrongCallError(f"The call of '{call.name}' needs the argument '{offer.input}', a text.")
    return [ToolCallStart(call.id, offer.kind), ToolCallDelta(call.id, text)]  # type: ignore[arg-type]


def _read(call: Call, offer: Offer) -> Object:
    try:
        arguments = json.loads(call.arguments or "{}", strict=False)
    except ValueError:
        # Models that were trained on notebooks write bare Python where JSON is asked for.
        if offer.input == "code":
            return {"code": call.arguments}
        raise WrongCallError(f"The arguments of '{call.name}' are not valid JSON. Write them again.") from None
    if isinstance(arguments, str) and offer.input:
        return {offer.input: arguments}
    if not isinstance(arguments, dict):
        raise WrongCallError(f"The arguments of '{call.name}' must be a JSON object.")
    return arguments


def past_call(item: CodeCall | FunctionCall | SearchCall | ImageCall, offers: list[Offer]) -> tuple[Call, str]:
    """A call of the conversation so far, and its result, as the model is told of them."""
    match item:
        case FunctionCall(id, name, arguments, output):
            return Call(id, name, arguments), output or ""
        case CodeCall(id, code, logs, images):
            drawn = "".join(f"\n[The user sees the picture {image.filename}.]" for image in images)
            return _own(id, "code_interpreter", code, offers), (logs + drawn).strip() or "(no output)"
        case SearchCall(id, number, query, passages):
            found = [
                f"【{number}:{index}†{passage.filename}】\n{passage.text}" for index, passage in enumerate(passages)
            ]
            return _own(id, "file_search", query, offers), "\n\n".join(found) or "Nothing was found."
        case ImageCall(id, prompt, revised):
            return _own(id, "image_generation", prompt, offers), f"The user sees the picture: {revised or prompt}"


def _own(id: str, kind: str, text: str, offers: list[Offer]) -> Call:
    usual, field, _ = _OWN[kind]
    name = next((offer.name for offer in offers if offer.kind == kind), usual)
    return Call(id, name, json.dumps({field: text}, ensure_ascii=False))


def instructions_of(request: ModelRequest) -> str:
    """The assistant's instructions, and what it must know of the tools here."""
    parts = [request.instructions] if request.instructions else []
    if request.has_tool("code_interpreter"):
        files = ", ".join(file.path for file in request.files) or "none yet"
        parts.append(
            f"Files at hand for Python: {files}. Give the user a file that you have written as a link: "
            "[name](sandbox:/mnt/data/name)."
        )
    if request.has_tool("file_search"):
        parts.append(
            "Search the user's files before you answer questions about them. After each statement taken from a passage "
            "repeat the passage's mark exactly as it stands before it, such as 【4:0†report.pdf】."
        )
    return "\n\n".join(parts)
