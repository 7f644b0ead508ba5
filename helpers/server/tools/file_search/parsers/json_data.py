"""JSON and JSON Lines: a block for each record, its values with their names."""

import json
from collections.abc import Iterator
from typing import Any

from ..shapes import Block
from .plain import blocks as plain


def blocks(text: str) -> Iterator[Block]:
    """Blocks of the outermost list or object. Text that is not JSON is read as plain text: it is searchable still."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = _lines(text)
    if data is None:
        return plain(text)
    return _records(data)


def _lines(text: str) -> list[Any] | None:
    try:
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        return None


def _records(data: Any) -> Iterator[Block]:
    if isinstance(data, list):
        for number, record in enumerate(data, 1):
            yield Block("\n".join(_flat(record)), place=f"record {number}")
    elif isinstance(data, dict):
        for key, value in data.items():
            if isinstance(value, list) and any(isinstance(one, dict) for one in value):
                for number, record in enumerate(value, 1):
                    yield Block("\n".join(_flat(record)), (f"# {key}",), f"record {number}")
            else:
                yield Block("\n".join(_flat(value, str(key))), glue="\n")
    else:
        yield Block(str(data))


def _flat(data: Any, name: str = "") -> Iterator[str]:
    """Lines of `name: value`, the names of what is inside joined with dots."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _flat(value, f"{name}.{key}" if name else str(key))
    elif isinstance(data, list) and any(isinstance(one, dict | list) for one in data):
        for number, value in enumerate(data, 1):
            yield from _flat(value, f"{name}[{number}]")
    else:
        value = ", ".join(map(_word, data)) if isinstance(data, list) else _word(data)
        yield f"{name}: {value}" if name else value


def _word(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
