"""What a shape looks like when everything it inherits is taken into account: colours, type, insets."""

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

Rgb = tuple[int, int, int]
_DEFAULT_SIZE = 18.0


@dataclass(frozen=True)
class Style:
    """Type of one paragraph: `size` and the space `before` in points, `align` as in the file (l, ctr, r)."""

    size: float
    bold: bool
    colour: Rgb
    align: str
    before: float


@dataclass(frozen=True)
class FrameStyle:
    """Insets of a text frame in EMU, and where its text stands (t, ctr, b)."""

    side: int
    above: int
    anchor: str


class Colours:
    """Looks up the theme, the layout and the master of one slide."""

    def __init__(self, slide: Any) -> None:
        self._slide, self._layout = slide, slide.slide_layout
        self._master = self._layout.slide_master
        scheme = parse_xml(self._master.part.part_related_by(RT.THEME).blob).find(f".//{qn('a:clrScheme')}")
        self._theme = {slot.tag.rpartition("}")[2]: _rgb_of_slot(slot) for slot in scheme}
        mapping = self._master._element.find(qn("p:clrMap"))
        self._map = dict(mapping.attrib) if mapping is not None else {}

    def named(self, slot: str) -> Rgb:
        """A colour by its name in the theme, such as `accent1` or `tx1`; black where there is none."""
        return self._theme.get(self._map.get(slot, slot), (0, 0, 0))

    def of(self, parent: Any) -> Rgb | None:
        """The colour of the solid fill directly inside an element; None where it has none."""
        filled = parent.find(qn("a:solidFill")) if parent is not None else None
        for colour in filled if filled is not None else ():
            value = colour.get("val", "000000")
            if colour.tag == qn("a:srgbClr"):
                return _changed(_rgb(value), colour)
            if colour.tag == qn("a:schemeClr"):
                return _changed(self.named(value), colour)
        return None

    def background(self) -> Rgb:
        """The ground of the slide, white where it is not one colour."""
        for part in (self._slide, self._layout, self._master):
            ground = part._element.cSld.find(qn("p:bg"))
            if ground is not None:
                plain = self.of(ground.find(qn("p:bgPr")))
                reference = ground.find(f"{qn('p:bgRef')}/{qn('a:schemeClr')}")
                return plain or (self.named(reference.get("val")) if reference is not None else (255, 255, 255))
        return 255, 255, 255

    def fill(self, shape: Any) -> Rgb | None:
        """The fill of a shape, or that of the layout's placeholder; None for none."""
        for element in self._chain(shape):
            properties = element.spPr
            if properties.find(qn("a:noFill")) is not None:
                return None
            if colour := self.of(properties):
                return colour
        return None

    def frame(self, shape: Any) -> FrameStyle:
        """Insets and anchor of a shape's text."""
        bodies = [element.txBody.find(qn("a:bodyPr")) for element in self._chain(shape) if element.txBody is not None]

        def first(name: str, default: str) -> str:
            return next((body.get(name) for body in bodies if body.get(name)), default)

        return FrameStyle(int(first("lIns", "91440")), int(first("tIns", "45720")), first("anchor", "t"))

    def style(self, shape: Any, paragraph: Any) -> Style:
        """The type of a paragraph, as its longest run has it."""
        element = paragraph._p
        levels = list(self._levels(shape, paragraph.level))
        runs = [level.find(qn("a:defRPr")) for level in levels]
        longest = max(element.findall(qn("a:r")), key=lambda run: len(run.text or ""), default=element)
        own = longest.find(f".//{qn('a:rPr')}")
        runs = [run for run in (own, *runs) if run is not None]
        paragraphs = [p for p in (element.find(qn("a:pPr")), *levels) if p is not None]
        size = next((int(run.get("sz")) / 100 for run in runs if run.get("sz")), _DEFAULT_SIZE)
        bold = next((run.get("b") in ("1", "true") for run in runs if run.get("b")), False)
        colour = next((found for run in runs if (found := self.of(run))), self.named("tx1"))
        align = next((p.get("algn") for p in paragraphs if p.get("algn")), "l")
        spaces = [p.find(f"{qn('a:spcBef')}/{qn('a:spcPts')}") for p in paragraphs]
        before = next((int(space.get("val")) / 100 for space in spaces if space is not None), 0.0)
        return Style(size, bold, colour, align, before)

    def _levels(self, shape: Any, level: int) -> Iterator[Any]:
        """The paragraph properties that a level inherits, nearest first."""
        name = qn(f"a:lvl{level + 1}pPr")
        for element in self._chain(shape):
            styles = element.txBody.find(qn("a:lstStyle")) if element.txBody is not None else None
            if styles is not None and (found := styles.find(name)) is not None:
                yield found
        kind = shape.placeholder_format.type if shape.is_placeholder else None
        style = "p:titleStyle" if "TITLE" in str(kind) else "p:bodyStyle" if kind is not None else "p:otherStyle"
        found = self._master._element.find(f"{qn('p:txStyles')}/{qn(style)}/{name}")
        if found is not None:
            yield found

    def _chain(self, shape: Any) -> Iterator[Any]:
        """The shape's own element, then that of the layout's placeholder that it fills."""
        yield shape._element
        if shape.is_placeholder:
            index = shape.placeholder_format.idx
            yield from (other._element for other in self._layout.placeholders if other.placeholder_format.idx == index)


def _rgb_of_slot(slot: Any) -> Rgb:
    colour = slot[0]
    return _rgb(colour.get("lastClr") or colour.get("val") or "000000")


def _rgb(value: str) -> Rgb:
    return int(value[0:2], 16), int(value[2:4], 16), int(value[4:6], 16)


def _changed(colour: Rgb, element: Any) -> Rgb:
    """The colour after the changes written inside its element: lighter, darker."""
    hue, light, strong = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    for change in element:
        share = int(change.get("val", "100000")) / 100000
        kind = change.tag.rpartition("}")[2]
        if kind == "lumMod":
            light *= share
        elif kind == "lumOff":
            light += share
        elif kind == "tint":
            light = 1 - (1 - light) * share
        elif kind == "shade":
            light *= share
    red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), strong)
    return round(red * 255), round(green * 255), round(blue * 255)
