"""Jupyter notebooks: Markdown cells under their headings, code cells with what they printed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ..shapes import Block, Unreadable
from .headings import Outline
from .markdown import under

_OUTPUT = 2000  # characters of one output: enough to be found by


def blocks(text: str) -> Iterator[Block]:
    """Blocks of each cell, with the cell's number as their place."""
    try:
        notebook = json.loads(text)
        cells = notebook["cells"] if "cells" in notebook else notebook["worksheets"][0]["cells"]
        yield from _cells(cells)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        raise Unreadable("invalid_file", "The notebook is damaged: it is not valid JSON of a notebook.") from None


def _cells(cells: list[dict[str, Any]]) -> Iterator[Block]:
    outline = Outline()
    for number, cell in enumerate(cells, 1):
        place = f"cell {number}"
        source = _text(cell.get("source", cell.get("input", "")))
        if cell["cell_type"] == "code":
            if source.strip():
                yield Block(source, outline.context, place)
            for printed in filter(str.strip, map(_printed, cell.get("outputs", []))):
                yield Block(printed[:_OUTPUT], outline.context, place)
        else:
            for block in under(outline, source):
                yield replace(block, place=place)
    yield from outline.close()


def _printed(output: dict[str, Any]) -> str:
    if output.get("output_type") == "error":
        return f"{output.get('ename', '')}: {output.get('evalue', '')}"
    return _text(output.get("text") or output.get("data", {}).get("text/plain", ""))


def _text(source: Any) -> str:
    return "".join(source) if isinstance(source, list) else str(source)
