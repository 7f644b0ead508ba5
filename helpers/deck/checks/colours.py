"""Colours as they are seen: theme colours resolved, what lies behind a text, and the contrast between the two."""

import colorsys
import io
from functools import cached_property, lru_cache
from typing import Any

from PIL import Image
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from .pages import Box, Item, Page

Rgb = tuple[int, int, int]
WHITE: Rgb = (255, 255, 255)
BLACK: Rgb = (0, 0, 0)
_PRESET = {
    "black": BLACK, "white": WHITE, "red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255),
    "yellow": (255, 255, 0), "gray": (128, 128, 128), "grey": (128, 128, 128), "orange": (255, 165, 0),
}  # fmt: skip
_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_FILLS = tuple(qn(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))


def contrast(one: Rgb, other: Rgb) -> float:
    """The contrast of WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: Rgb) -> float:
    parts = [value / 255 for value in rgb]
    red, green, blue = (v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _bare(element: Any) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def as_hex(rgb: Rgb) -> str:
    return "#{:02X}{:02X}{:02X}".format(*rgb)


class Paint:
    """The colours of one slide."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._slide = page.slide
        self._layout = page.slide.slide_layout
        self._master = self._layout.slide_master

    @cached_property
    def theme(self) -> Any:
        """The root of the theme's XML."""
        return parse_xml(self._master.part.part_related_by(RT.THEME).blob)

    @cached_property
    def _slots(self) -> dict[str, Rgb]:
        found = {}
        for slot in self.theme.find(f".//{qn('a:clrScheme')}"):
            for colour in slot:
                text = colour.get("lastClr") or colour.get("val") or ""
                if len(text) == 6:
                    found[_bare(slot)] = _from_hex(text)
        return found

    @cached_property
    def _map(self) -> dict[str, str]:
        found = dict(_MAP)
        for root in (self._master._element, self._layout._element, self._slide._element):
            for name in ("p:clrMap", "p:clrMapOvr/a:overrideClrMapping"):
                element = root.find("/".join(qn(part) for part in name.split("/")))
                if element is not None:
                    found |= dict(element.attrib)
        return found

    def of(self, parent: Any, placeholder: Rgb | None = None) -> Rgb | None:
        """The colour that an element such as `a:solidFill` holds."""
        if parent is None:
            return None
        for element in parent:
            name = _bare(element)
            value = element.get("val", "")
            base: Rgb | None = None
            if name == "srgbClr":
                base = _from_hex(value)
            elif name == "schemeClr":
                base = placeholder if value == "phClr" else self._slots.get(self._map.get(value, value))
            elif name == "sysClr":
                base = _from_hex(element.get("lastClr") or ("FFFFFF" if value == "window" else "000000"))
            elif name == "prstClr":
                base = _PRESET.get(value)
            if base is not None:
                return _modified(base, element)
        return None

    def fill(self, properties: Any) -> tuple[str, list[Rgb]]:
        """How `p:spPr` or `a:tcPr` is filled: "none", "colour", "picture", or "" where it does not say; its colours."""
        element = next((child for child in properties if child.tag in _FILLS), None) if properties is not None else None
        if element is None:
            return "", []
        name = _bare(element)
        if name == "solidFill":
            colour = self.of(element)
            return ("colour", [colour]) if colour else ("", [])
        if name in ("gradFill", "pattFill"):
            stops = element.iter(qn("a:gs"), qn("a:fgClr"), qn("a:bgClr"))
            return "colour", [colour for stop in stops if (colour := self.of(stop))]
        return ("picture", []) if name == "blipFill" else ("none", [])

    @cached_property
    def ground(self) -> list[Rgb]:
        """The colours of the slide's background; none where it is a picture."""
        for root in (self._slide, self._layout, self._master):
            background = root._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
            if background is None:
                continue
            kind, colours = self.fill(background.find(qn("p:bgPr")))
            if kind == "picture":
                return []
            if colours:
                return colours
            colour = self.of(background.find(qn("p:bgRef")))
            if colour:
                return [colour]
        return [WHITE]

    def behind(self, item: Item) -> list[Rgb]:
        """The colours that a text is read against; none where that cannot be told."""
        own = self.own_fill(item.shape)
        if own is not None:
            return own
        mine = item.box
        below = self._page.items[: self._page.items.index(item)] if item in self._page.items else []
        for other in reversed(below):
            if not other.box.holds(mine, 0.15):
                continue
            if other.kind == "picture":
                return [_mean_colour(other, mine)]
            if other.kind in ("text", "other") and (colours := self.own_fill(other.shape)) is not None:
                return colours
        for level in (self._layout, self._master):
            for shape in reversed(list(level.shapes)):
                if shape.is_placeholder or None in (shape.left, shape.top, shape.width, shape.height):
                    continue
                box = Box(*(value / 914400 for value in (shape.left, shape.top, shape.width, shape.height)))
                if box.holds(mine, 0.15) and (colours := self.own_fill(shape)) is not None:
                    return colours
        return self.ground

    def own_fill(self, shape: Any) -> list[Rgb] | None:
        """The colours of the shape's own fill, inherited ones too; None where it is see-through."""
        level: Any = shape
        while level is not None:
            properties = level._element.find(qn("p:spPr"))
            kind, colours = self.fill(properties)
            if kind == "none":
                return None
            if kind:
                return colours
            style = level._element.find(f"{qn('p:style')}/{qn('a:fillRef')}")
            if style is not None and style.get("idx") not in (None, "0") and (colour := self.of(style)):
                return [colour]
            level = getattr(level, "_base_placeholder", None) if level.is_placeholder else None
        return None


def _from_hex(text: str) -> Rgb:
    return int(text[0:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def _modified(rgb: Rgb, element: Any) -> Rgb:
    """A colour after its `lumMod`, `lumOff`, `tint`, `shade` and `alpha` (over white)."""
    red, green, blue = (value / 255 for value in rgb)
    for change in element:
        name = _bare(change)
        amount = int(change.get("val", "100000")) / 100000
        if name in ("lumMod", "lumOff"):
            hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
            light = min(1.0, light * amount if name == "lumMod" else light + amount)
            red, green, blue = colorsys.hls_to_rgb(hue, light, saturation)
        elif name in ("tint", "alpha"):
            red, green, blue = (1 - (1 - value) * amount for value in (red, green, blue))
        elif name == "shade":
            red, green, blue = (value * amount for value in (red, green, blue))
    return round(red * 255), round(green * 255), round(blue * 255)


def _mean_colour(picture: Item, box: Box) -> Rgb:
    """The mean of the part of a picture that lies behind a box."""
    image = opened(picture)
    if image is None or not picture.box.width or not picture.box.height:
        return WHITE
    wide, high = image.size
    left = (box.left - picture.box.left) / picture.box.width * wide
    top = (box.top - picture.box.top) / picture.box.height * high
    right, bottom = left + box.width / picture.box.width * wide, top + box.height / picture.box.height * high
    part = image.crop((max(0, int(left)), max(0, int(top)), min(wide, int(right) + 1), min(high, int(bottom) + 1)))
    pixel = part.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return int(pixel[0]), int(pixel[1]), int(pixel[2])


@lru_cache(maxsize=32)
def opened(picture: Item) -> Image.Image | None:
    """The picture of a shape in RGB, or None where it cannot be read."""
    try:
        with Image.open(io.BytesIO(picture.shape.image.blob)) as image:
            image.draft("RGB", (512, 512))
            return image.convert("RGB")
    except (OSError, ValueError, KeyError, AttributeError):
        return None
