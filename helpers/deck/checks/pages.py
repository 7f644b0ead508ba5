"""A deck as it is found in the file: its slides, and what stands on each, whoever made it."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

EMU = 914400
SOURCE = re.compile(r"^\s*(출처|자료(?: 출처)?|데이터|source|sources|data|based on|来源|数据来源|出典)\s*[:：]", re.I)
_ROLES = {
    PP_PLACEHOLDER.TITLE: "title",
    PP_PLACEHOLDER.CENTER_TITLE: "title",
    PP_PLACEHOLDER.VERTICAL_TITLE: "title",
    PP_PLACEHOLDER.SUBTITLE: "subtitle",
    PP_PLACEHOLDER.FOOTER: "foot",
    PP_PLACEHOLDER.SLIDE_NUMBER: "number",
    PP_PLACEHOLDER.DATE: "date",
}


class Broken(Exception):
    """The file is no presentation that can be opened; the message says why."""


@dataclass(frozen=True)
class Box:
    """A place on the slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def area(self) -> float:
        return self.width * self.height

    def shared(self, other: "Box") -> float:
        """The area that both cover."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)

    def holds(self, other: "Box", slack: float = 0.05) -> bool:
        return (
            self.left - slack <= other.left
            and self.top - slack <= other.top
            and self.right + slack >= other.right
            and self.bottom + slack >= other.bottom
        )


@dataclass(eq=False)
class Item:
    """One shape. `kind` is text, picture, chart, table or other; `role` title, foot, number, ... or an empty string."""

    shape: Any
    kind: str
    role: str
    box: Box

    @property
    def name(self) -> str:
        return str(self.shape.name)

    @cached_property
    def text(self) -> str:
        """Its words, one line for each paragraph; an empty string for what is no text."""
        if self.kind != "text":
            return ""
        return "\n".join(_text_of(paragraph) for paragraph in self.shape.text_frame.paragraphs).strip("\n")

    @property
    def paragraphs(self) -> list[Any]:
        return list(self.shape.text_frame.paragraphs) if self.kind == "text" else []

    @property
    def description(self) -> str:
        """The alternative text."""
        found = self.shape._element.xpath(".//p:cNvPr/@descr")
        return str(found[0]).strip() if found else ""

    @cached_property
    def cells(self) -> list[list[str]]:
        """The texts of a table, row by row."""
        if self.kind != "table":
            return []
        return [[cell.text.strip() for cell in row.cells] for row in self.shape.table.rows]


@dataclass(eq=False)
class Page:
    """One slide."""

    number: int
    slide: Any
    items: list[Item] = field(default_factory=list)

    def of(self, kind: str) -> list[Item]:
        return [item for item in self.items if item.kind == kind]

    @cached_property
    def title(self) -> Item | None:
        """The title placeholder."""
        return next((item for item in self.items if item.role == "title"), None)

    @cached_property
    def heading(self) -> str:
        """The words of the title; of a slide without, those of the first text from the top."""
        if self.title is not None and self.title.text.strip():
            return " ".join(self.title.text.split())
        texts = sorted((item for item in self.words), key=lambda item: (item.box.top, item.box.left))
        return " ".join(texts[0].text.split()) if texts else ""

    @property
    def words(self) -> list[Item]:
        """The shapes with text that the audience reads: no slide number, no date, no source line."""
        return [
            item
            for item in self.of("text")
            if item.text.strip() and item.role not in ("number", "date") and not self.is_source(item)
        ]

    @staticmethod
    def is_source(item: Item) -> bool:
        return item.role == "foot" or any(SOURCE.match(line) for line in item.text.splitlines()[:1])

    @cached_property
    def source(self) -> str:
        """The line that says where the numbers are from."""
        found = [line for item in self.of("text") for line in item.text.splitlines() if SOURCE.match(line)]
        feet = [item.text for item in self.of("text") if item.role == "foot" and item.text.strip()]
        return (found or feet or [""])[0]

    @cached_property
    def notes(self) -> str:
        if not self.slide.has_notes_slide:
            return ""
        frame = self.slide.notes_slide.notes_text_frame
        return frame.text.strip() if frame is not None else ""

    @property
    def all_text(self) -> str:
        """Every word on the slide, tables included."""
        parts = [item.text for item in self.of("text")]
        parts += [" ".join(row) for item in self.of("table") for row in item.cells]
        return "\n".join(part for part in parts if part.strip())


@dataclass(eq=False)
class DeckFile:
    """An open deck; `size` is in bytes, `width` and `height` in inches."""

    presentation: Any
    size: int
    pages: list[Page]

    @property
    def width(self) -> float:
        return float(self.presentation.slide_width or 0) / EMU

    @property
    def height(self) -> float:
        return float(self.presentation.slide_height or 0) / EMU

    @cached_property
    def language(self) -> str:
        """The language most of its words are in: ko, ja, zh or en."""
        text = "".join(page.all_text for page in self.pages)
        return language_of(text)

    @property
    def has_cover(self) -> bool:
        """True where the first slide only opens the deck: no chart, no table, few words."""
        if len(self.pages) < 2:
            return False
        first = self.pages[0]
        return not first.of("chart") and not first.of("table") and len(first.all_text.split()) <= 45

    @property
    def content(self) -> list[Page]:
        """The slides after the cover."""
        return self.pages[1:] if self.has_cover else self.pages


def language_of(text: str) -> str:
    """ko, ja, zh or en, by the letters."""
    hangul = len(re.findall("[가-힣]", text))
    kana = len(re.findall("[぀-ヿ]", text))
    chinese = len(re.findall("[一-鿿]", text))
    latin = len(re.findall(r"[A-Za-z]+", text))
    if hangul and hangul >= 0.8 * latin and hangul >= chinese:
        return "ko"
    if kana and kana * 3 > chinese and kana > latin / 2:
        return "ja"
    return "zh" if chinese > latin else "en"


def open_deck(deck: str | PathLike[str] | bytes) -> DeckFile:
    """Open a file or its bytes. Raises Broken with the reason."""
    try:
        raw = deck if isinstance(deck, bytes) else Path(deck).read_bytes()
    except OSError as error:
        raise Broken(f"{Path(str(deck)).name}: {error.strerror}") from None
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if bad := archive.testzip():
                raise Broken(f"{bad}: bad checksum")
        presentation = Presentation(io.BytesIO(raw))
        pages = [
            Page(number, slide, list(_items(slide.shapes))) for number, slide in enumerate(presentation.slides, start=1)
        ]
        for page in pages:
            _read_through(page)
    except Broken:
        raise
    except Exception as error:  # damaged files fail in as many ways as there are parsers below
        raise Broken(f"{type(error).__name__}: {str(error).splitlines()[0][:120] if str(error) else ''}") from None
    return DeckFile(presentation, len(raw), pages)


def _read_through(page: Page) -> None:
    """Touch every part that a check will read, so that what is damaged shows when the file is opened."""
    for item in page.items:
        if item.kind == "chart":
            _ = [list(series.values) for plot in item.shape.chart.plots for series in plot.series]
        _ = item.text, item.cells, item.description
    _ = page.notes, page.slide.slide_layout.name


def _items(shapes: Any, scale: tuple[float, float] = (1, 1), move: tuple[float, float] = (0, 0)) -> Iterator[Item]:
    """All shapes, those in groups too, at their place on the slide."""
    for shape in shapes:
        box = Box(
            *(
                value / EMU
                for value in (
                    (shape.left or 0) * scale[0] + move[0],
                    (shape.top or 0) * scale[1] + move[1],
                    (shape.width or 0) * scale[0],
                    (shape.height or 0) * scale[1],
                )
            )
        )
        if shape.shape_type == 6:
            yield from _items(shape.shapes, *_inside(shape, scale, move))
            continue
        yield Item(shape, _kind(shape), _role(shape), box)


def _inside(
    group: Any, scale: tuple[float, float], move: tuple[float, float]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """How the shapes of a group are scaled and moved."""
    transform = group._element.grpSpPr.xfrm
    if transform is None or transform.chExt is None or not transform.chExt.cx or not transform.chExt.cy:
        return scale, move
    wide, high = transform.ext.cx / transform.chExt.cx, transform.ext.cy / transform.chExt.cy
    left = transform.off.x - transform.chOff.x * wide
    top = transform.off.y - transform.chOff.y * high
    return (scale[0] * wide, scale[1] * high), (move[0] + left * scale[0], move[1] + top * scale[1])


def _kind(shape: Any) -> str:
    if getattr(shape, "has_chart", False):
        return "chart"
    if getattr(shape, "has_table", False):
        return "table"
    if shape._element.tag.endswith("}pic") or (hasattr(shape, "image") and not shape.has_text_frame):
        return "picture"
    return "text" if shape.has_text_frame else "other"


def _role(shape: Any) -> str:
    if not shape.is_placeholder:
        return ""
    return _ROLES.get(shape.placeholder_format.type, "body")


def _text_of(paragraph: Any) -> str:
    """A paragraph's words; fields such as the slide number are left out."""
    return str(paragraph.text).replace("\x0b", " ")
