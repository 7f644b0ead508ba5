"""What the model is shown for a response: its items as one conversation, its settings in the provider's words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..providers.base import CodeCall, File, FunctionCall, ImageCall, Item, Message, ModelRequest, Passage, SearchCall
from ..store import Store
from .citations import Citation

Object = dict[str, Any]
# The pieces of a file's text, by its ID.
Texts = Mapping[str, Sequence[str]]
_HOSTED = ("code_interpreter", "file_search", "image_generation")


def build_request(
    store: Store, response: Object, items: Sequence[Object], files: Sequence[File], texts: Texts, used: int
) -> ModelRequest:
    """The request for the next model step. `items` are those of the response and all before it, oldest first; `texts`
    what stands in files, by their IDs; `used` is how many tokens it has said so far.
    """
    tools, choice = _tools(response)
    settings = {name: response[name] for name in ("temperature", "top_p", "parallel_tool_calls")}
    settings["reasoning_effort"] = response["reasoning"]["effort"]
    if response["max_output_tokens"] is not None:
        settings["max_completion_tokens"] = response["max_output_tokens"] - used
    said = [response["instructions"] or "", *(_text(item) for item in items if _is_instruction(item))]
    return ModelRequest(
        model=response["model"],
        instructions="\n".join(text for text in said if text),
        items=tuple(conversation(store, items, texts)),
        tools=tuple(tools),
        files=tuple(files),
        tool_choice=choice,
        response_format=_format(response["text"]["format"]),
        settings=settings,
    )


def conversation(store: Store, items: Iterable[Object], texts: Texts | None = None) -> list[Item]:
    """The items as the provider knows them; instructions and unseen thoughts are not among them."""
    items = list(items)
    outputs = {item["call_id"]: _output(item) for item in items if item["type"] == "function_call_output"}
    found: list[Item] = []
    for item in items:
        match item["type"]:
            case "message" if not _is_instruction(item):
                message = _message(store, item, texts or {})
                if message.text or message.images or message.files:
                    found.append(message)
            case "function_call" if item["call_id"] in outputs:
                output = outputs[item["call_id"]]
                found.append(FunctionCall(item["call_id"], item["name"], item["arguments"], output))
            case "code_interpreter_call":
                found.append(_code_call(item))
            case "file_search_call":
                found.append(_search_call(item, len(found)))
            case "image_generation_call":
                found.append(ImageCall(item["id"], item.get("_prompt", ""), item.get("revised_prompt") or ""))
    return found


def find_passage(items: Iterable[Item], citation: Citation) -> Passage | None:
    """What a citation cites; None where it cites nothing that was found."""
    for item in items:
        if isinstance(item, SearchCall) and item.number == citation.number and citation.index < len(item.passages):
            return item.passages[citation.index]
    return None


def files_of(items: Iterable[Object], *kinds: str) -> list[str]:
    """The IDs of the uploaded files that stand in messages as parts of these kinds, oldest first."""
    return [
        part["file_id"]
        for item in items
        if item["type"] == "message"
        for part in item["content"]
        if part["type"] in kinds and part.get("file_id")
    ]


def calls_left(response: Object) -> float:
    """How often hosted tools may still be called."""
    most = response["max_tool_calls"]
    called = sum(item["type"].removesuffix("_call") in _HOSTED for item in response["output"])
    return math.inf if most is None else most - called


def _tools(response: Object) -> tuple[list[Object], Any]:
    """The tools that may still be called, and the choice among them, as runs have them."""
    tools, choice = response["tools"], response["tool_choice"]
    if isinstance(choice, dict) and choice["type"] == "allowed_tools":
        tools = [tool for tool in tools if any(names(allowed, tool) for allowed in choice["tools"])]
        choice = choice["mode"]
    if calls_left(response) < 1:
        tools = [tool for tool in tools if tool["type"] not in _HOSTED]
    if any(item["type"] != "message" for item in response["output"]):
        # What was asked for has been done; asked for again and again, the response would never end.
        choice = "none" if choice == "none" else "auto"
    elif isinstance(choice, dict) and choice["type"] == "function":
        choice = {"type": "function", "function": {"name": choice["name"]}}
    return [_tool(tool) for tool in tools], choice


def names(choice: Object, tool: Object) -> bool:
    """True where a tool choice means this tool."""
    return bool(choice.get("type") == tool["type"] and choice.get("name") == tool.get("name"))


def _tool(tool: Object) -> Object:
    if tool["type"] != "function":
        return {"type": tool["type"]}
    described = {key: tool[key] for key in ("name", "description", "parameters", "strict") if tool.get(key) is not None}
    return {"type": "function", "function": described}


def _format(form: Object) -> Any:
    if form["type"] != "json_schema":
        return "auto" if form["type"] == "text" else form
    return {"type": "json_schema", "json_schema": {key: form[key] for key in form if key != "type"}}


def _is_instruction(item: Object) -> bool:
    return item["type"] == "message" and item["role"] in ("system", "developer")


def _text(item: Object) -> str:
    parts = [part.get("text") or part.get("refusal") or "" for part in item["content"]]
    return "\n".join(part for part in parts if part)


def _message(store: Store, item: Object, texts: Texts) -> Message:
    parts = item["content"]
    pictures = [part.get("file_id") or part.get("image_url") for part in parts if part["type"] == "input_image"]
    ids = [part["file_id"] for part in parts if part["type"] == "input_file"]
    rows = [row for row in (store.get("file", file_id) for file_id in ids) if row]
    return Message(
        role="assistant" if item["role"] == "assistant" else "user",
        text=_text(item),
        files=tuple(File(row["id"], row["filename"], row["bytes"]) for row in rows),
        images=tuple(picture for picture in pictures if picture),
        documents=tuple(
            Passage(row["id"], row["filename"], text, 1.0) for row in rows for text in texts.get(row["id"], ())
        ),
    )


def _output(item: Object) -> str:
    output = item["output"]
    return output if isinstance(output, str) else "\n".join(part.get("text") or "" for part in output)


def _code_call(item: Object) -> CodeCall:
    outputs = item.get("outputs") or []
    logs = "".join(output["logs"] for output in outputs if output["type"] == "logs")
    images = [output["_file"] for output in outputs if "_file" in output]
    files = [File(file["id"], file["path"].rpartition("/")[2], file["bytes"]) for file in images]
    return CodeCall(item["id"], item.get("code") or "", logs, tuple(files))


def _search_call(item: Object, number: int) -> SearchCall:
    passages = [
        Passage(hit["file_id"], hit["filename"], hit["text"], hit["score"])
        for hit in item.get("results") or ()
        if all(hit.get(key) is not None for key in ("file_id", "filename", "text", "score"))
    ]
    return SearchCall(item["id"], number, ", ".join(item["queries"]), tuple(passages))
