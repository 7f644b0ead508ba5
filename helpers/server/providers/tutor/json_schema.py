"""A JSON schema with its references put in place."""

from typing import Any

_DEEPEST = 8


def resolved(schema: Any, definitions: dict[str, Any] | None = None, depth: int = 0) -> Any:
    """The schema with its `$ref`s put in place, each `anyOf` by its first choice that is more than null.

    A schema that holds itself is cut off after some levels.
    """
    if isinstance(schema, list):
        return [resolved(part, definitions, depth) for part in schema]
    if not isinstance(schema, dict):
        return schema
    definitions = definitions or {**schema.get("$defs", {}), **schema.get("definitions", {})}
    if reference := schema.get("$ref"):
        found = definitions.get(str(reference).rsplit("/", 1)[-1], {})
        return resolved(found, definitions, depth + 1) if depth < _DEEPEST else {}
    for choice in ("anyOf", "oneOf"):
        options = [option for option in schema.get(choice, []) if option.get("type") != "null"]
        if options:
            chosen = resolved(options[0], definitions, depth)
            nullable = len(options) < len(schema[choice]) and isinstance(chosen.get("type"), str)
            return {**chosen, "type": [chosen["type"], "null"]} if nullable else chosen
    return {
        key: resolved(value, definitions, depth) for key, value in schema.items() if key not in {"$defs", "definitions"}
    }
