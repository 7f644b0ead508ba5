"""PowerPoint decks: the text, tables, charts and notes of each slide, under its title."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..shapes import Block, Unreadable
from .rows import table


def blocks(path: Path) -> Iterator[Block]:
    """Blocks of each slide, with the slide's number as their place."""
    import pptx

    try:
        deck = pptx.Presentation(str(path))
        slides = list(deck.slides)
    except Exception:  # of zipfile, lxml and the library itself
        raise Unreadable("invalid_file", "The PowerPoint file is damaged and cannot be read.") from None
    for number, slide in enumerate(slides, 1):
        yield from _slide(slide, f"slide {number}")


def _slide(slide: Any, place: str) -> Iterator[Block]:
    title = slide.shapes.title
    heading = " ".join(title.text_frame.text.split()) if title is not None else ""
    context = (f"# {heading}",) if heading else ()
    found = [block for shape in slide.shapes if shape != title for block in _shape(shape, context, place)]
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        found.append(Block(slide.notes_slide.notes_text_frame.text, context, place))
    found = [block for block in found if block.text.strip()]
    if found:
        yield from found
    elif heading:
        yield Block(heading, place=place)


def _shape(shape: Any, context: tuple[str, ...], place: str) -> Iterator[Block]:
    if hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _shape(inner, context, place)
    elif getattr(shape, "has_table", False):
        yield from table(([cell.text for cell in row.cells] for row in shape.table.rows), context, place)
    elif getattr(shape, "has_chart", False):
        yield from _chart(shape.chart, context, place)
    elif shape.has_text_frame:
        yield Block(shape.text_frame.text.replace("\x0b", "\n"), context, place)


def _chart(chart: Any, context: tuple[str, ...], place: str) -> Iterator[Block]:
    """The chart's data as a table: a row for each category, a column for each series."""
    for plot in chart.plots:
        series = list(plot.series)
        columns = [list(one.values) for one in series]
        rows = [[str(label), *values] for label, *values in zip(plot.categories, *columns, strict=False)]
        yield from table([["", *(one.name for one in series)], *rows], context, place)
