"""Cut the request schemas out of the official OpenAPI description, as data for `helpers/server/validation.py`.

    python tests/conformance/extract_contract.py assistants-openapi.json

The description (openai/openai-openapi) is published by OpenAI under the MIT licence. What only a human reads
(descriptions, examples, titles) is left out.
"""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[2] / "helpers" / "server" / "contract" / "requests.json"
PROSE = {"description", "example", "examples", "title", "externalDocs", "deprecated", "discriminator", "default"}
# Which body belongs to which operation; the keys are ours, the values are the description's schema names.
REQUESTS = {
    "assistants.create": "CreateAssistantRequest",
    "assistants.update": "ModifyAssistantRequest",
    "threads.create": "CreateThreadRequest",
    "threads.update": "ModifyThreadRequest",
    "messages.create": "CreateMessageRequest",
    "messages.update": "ModifyMessageRequest",
    "runs.create": "CreateRunRequest",
    "runs.update": "ModifyRunRequest",
    "threads.create_and_run": "CreateThreadAndRunRequest",
    "runs.submit_tool_outputs": "SubmitToolOutputsRunRequest",
    "images.generate": "CreateImageRequest",
    "vector_stores.create": "CreateVectorStoreRequest",
    "vector_stores.update": "UpdateVectorStoreRequest",
    "vector_stores.search": "VectorStoreSearchRequest",
    "vector_store_files.create": "CreateVectorStoreFileRequest",
    "vector_store_files.update": "UpdateVectorStoreFileAttributesRequest",
    "vector_store_batches.create": "CreateVectorStoreFileBatchRequest",
    "files.expires_after": "FileExpirationAfter",
    "uploads.create": "CreateUploadRequest",
    "uploads.complete": "CompleteUploadRequest",
    "responses.create": "CreateResponse",
    "conversations.create": "CreateConversationBody",
    "conversations.update": "UpdateConversationBody",
    "containers.create": "CreateContainerBody",
    "container_files.create": "CreateContainerFileBody",
}
# Of these unions the server knows only some members; a request with another is told which there are.
HERE = {
    "Tool": ("FunctionTool", "FileSearchTool", "CodeInterpreterTool", "ImageGenTool"),
    "ToolChoiceParam": ("ToolChoiceOptions", "ToolChoiceAllowed", "ToolChoiceTypes", "ToolChoiceFunction"),
    "InputItem": ("EasyInputMessage", "Item", "ItemReferenceParam"),
    "Item": (
        "FileSearchToolCall",
        "FunctionToolCall",
        "FunctionCallOutputItemParam",
        "ReasoningItem",
        "ImageGenToolCall",
        "CodeInterpreterToolCall",
    ),
    # What a model has said comes back as a message like any other.
    "InputContent": (
        "InputTextContent",
        "InputImageContent",
        "InputFileContent",
        "OutputTextContent",
        "RefusalContent",
    ),
}


def main(file: Path) -> None:
    """Write requests.json: one JSON Schema with the operations' names as properties of `operations`."""
    description = json.loads(file.read_text(encoding="utf-8"))
    schemas = description["components"]["schemas"]
    keep_what_is_here(schemas)
    definitions: dict[str, Any] = {}
    operations = {operation: clean(schemas[name], schemas, definitions) for operation, name in REQUESTS.items()}
    operations["conversation_items.create"] = clean(items_body(description), schemas, definitions)
    contract = {"operations": operations, "$defs": dict(sorted(definitions.items()))}
    TARGET.write_text(json.dumps(contract, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(operations)} requests, {len(definitions)} definitions, {TARGET.stat().st_size} bytes")


def keep_what_is_here(schemas: dict[str, Any]) -> None:
    """Cut the unions down to the members that the server knows."""
    for name, members in HERE.items():
        schemas[name] = {"anyOf": [{"$ref": f"#/components/schemas/{member}"} for member in members]}


def items_body(description: dict[str, Any]) -> Any:
    """The one body here that has no name of its own."""
    operation = description["paths"]["/conversations/{conversation_id}/items"]["post"]
    return operation["requestBody"]["content"]["application/json"]["schema"] | {"type": "object"}


def merged(node: dict[str, Any], schemas: dict[str, Any]) -> dict[str, Any]:
    """An object that the description puts together of several, as one."""
    whole: dict[str, Any] = {"type": "object", "properties": {}, "required": []}
    for part in node["allOf"]:
        part = schemas[part["$ref"].rsplit("/", 1)[1]] if "$ref" in part else part
        part = merged(part, schemas) if "allOf" in part else part
        whole["properties"] = part.get("properties", {}) | whole["properties"]
        whole["required"] += part.get("required", [])
    return whole


def clean(node: Any, schemas: dict[str, Any], definitions: dict[str, Any], *, names: bool = False) -> Any:
    """The node without prose; references point into `$defs`, which grows as they are met.

    `names` is true where the keys are property names, which may well be called `description`.
    """
    if isinstance(node, list):
        return [clean(entry, schemas, definitions) for entry in node]
    if not isinstance(node, dict):
        return node
    if "allOf" in node:
        node = merged(node, schemas)
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        if name not in definitions:
            definitions[name] = None
            definitions[name] = clean(schemas[name], schemas, definitions)
        return {"$ref": f"#/$defs/{name}"}
    kept = {key: value for key, value in node.items() if names or not (key in PROSE or key.startswith("x-"))}
    return {key: clean(value, schemas, definitions, names=key == "properties") for key, value in kept.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
