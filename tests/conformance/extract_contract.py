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
}


def main(description: Path) -> None:
    """Write requests.json: one JSON Schema with the operations' names as properties of `operations`."""
    schemas = json.loads(description.read_text(encoding="utf-8"))["components"]["schemas"]
    definitions: dict[str, Any] = {}
    operations = {operation: clean(schemas[name], schemas, definitions) for operation, name in REQUESTS.items()}
    contract = {"operations": operations, "$defs": dict(sorted(definitions.items()))}
    TARGET.write_text(json.dumps(contract, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(operations)} requests, {len(definitions)} definitions, {TARGET.stat().st_size} bytes")


def clean(node: Any, schemas: dict[str, Any], definitions: dict[str, Any], *, names: bool = False) -> Any:
    """The node without prose; references point into `$defs`, which grows as they are met.

    `names` is true where the keys are property names, which may well be called `description`.
    """
    if isinstance(node, list):
        return [clean(entry, schemas, definitions) for entry in node]
    if not isinstance(node, dict):
        return node
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
