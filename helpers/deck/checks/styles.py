"""How a text is set, after everything that it inherits: shape, layout, master, theme."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from .colours import BLACK, Paint, Rgb
from .pages import EMU, Box, Item, Page

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE)
_DEFAULT_SIZE = 18.0


@dataclass(frozen=True)
class RunStyle:
    """One run: its words and how they look. `size` is in points; `latin` and `east_asian` are names of typefaces."""

    text: str
    size: float
    bold: bool
    colour: Rgb
    latin: str
    east_asian: str
    language: str
    other_language: str


@dataclass(frozen=True)
class ParagraphStyle:
    """One paragraph. `spacing` is a multiple of the line, or None where it is fixed; `fixed` is in points."""

    text: str
    runs: tuple[RunStyle, ...]
    level: int
    spacing: float | None
    fixed: float | None
    before: float
    after: float
    indent: float

    @property
    def size(self) -> float:
        return max((run.size for run in self.runs if run.text.strip()), default=_DEFAULT_SIZE)

    @property
    def is_bold(self) -> bool:
        return bool(self.runs) and sum(len(r.text) for r in self.runs if r.bold) > len(self.text) / 2


@dataclass(frozen=True)
class Frame:
    """A text's room: the box inside the insets, in inches, where its lines start, whether they wrap."""

    box: Box
    anchor: str
    wraps: bool
    shrink: float
    grows: bool


class Styles:
    """The styles of one slide's texts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.paint = Paint(page)
        self._master = page.slide.slide_layout.slide_master
        self._inherited: dict[Any, list[Any]] = {}
        self._defaults = page.slide.part.package.presentation_part._element.find(qn("p:defaultTextStyle"))

    @cached_property
    def fonts(self) -> dict[str, str]:
        """The theme's typefaces: `+mj-lt`, `+mn-ea` and so on."""
        found = {}
        for key, name in (("mj", "a:majorFont"), ("mn", "a:minorFont")):
            scheme = self.paint.theme.find(f".//{qn(name)}")
            for short, kind in (("lt", "a:latin"), ("ea", "a:ea"), ("cs", "a:cs")):
                face = scheme.find(qn(kind)) if scheme is not None else None
                found[f"+{key}-{short}"] = face.get("typeface", "") if face is not None else ""
        return found

    @lru_cache(maxsize=512)  # noqa: B019  (the styles of a slide live as long as one check)
    def paragraphs(self, item: Item) -> list[ParagraphStyle]:
        """The paragraphs of a text, empty ones too."""
        return [self._paragraph(item.shape, paragraph._p) for paragraph in item.paragraphs]

    def of_cell(self, cell: Any) -> list[ParagraphStyle]:
        """The paragraphs of a table's cell."""
        return [self._paragraph(None, paragraph._p) for paragraph in cell.text_frame.paragraphs]

    @lru_cache(maxsize=512)  # noqa: B019
    def frame(self, item: Item) -> Frame:
        """Where the text of a shape may stand."""
        bodies = [
            level._element.txBody.bodyPr for level in self._levels(item.shape) if level._element.txBody is not None
        ]

        def first(name: str, default: str) -> str:
            return next((body.get(name) for body in bodies if body.get(name) is not None), default)

        left, right = (int(first(name, "91440")) / EMU for name in ("lIns", "rIns"))
        top, bottom = (int(first(name, "45720")) / EMU for name in ("tIns", "bIns"))
        shrink, grows = 1.0, False
        for body in bodies:
            fits = body.find(qn("a:normAutofit"))
            if fits is not None:
                shrink = int(fits.get("fontScale", "100000").rstrip("%")) / 100000
            grows = body.find(qn("a:spAutoFit")) is not None
            if fits is not None or grows or body.find(qn("a:noAutofit")) is not None:
                break
        box = item.box
        inner = Box(
            box.left + left, box.top + top, max(0.0, box.width - left - right), max(0.0, box.height - top - bottom)
        )
        return Frame(inner, first("anchor", "t"), first("wrap", "square") != "none", shrink, grows)

    def _levels(self, shape: Any) -> list[Any]:
        """The shape, its layout's placeholder, and its master's."""
        found = self._inherited.get(shape._element)
        if found is None:
            found = self._inherited[shape._element] = []
            level = shape
            while level is not None:
                found.append(level)
                level = getattr(level, "_base_placeholder", None) if level.is_placeholder else None
        return found

    def _lists(self, shape: Any, level: int) -> Iterator[Any]:
        """The paragraph properties of a level that are inherited, the nearest first."""
        name = qn(f"a:lvl{level + 1}pPr")
        if shape is not None:
            for one in self._levels(shape):
                body = one._element.find(qn("p:txBody"))
                styles = body.find(qn("a:lstStyle")) if body is not None else None
                if styles is not None and (found := styles.find(name)) is not None:
                    yield found
        texts = self._master._element.find(qn("p:txStyles"))
        kind = "p:otherStyle"
        if shape is not None and shape.is_placeholder:
            kind = "p:titleStyle" if shape.placeholder_format.type in _TITLES else "p:bodyStyle"
        places = [self._defaults] if kind == "p:otherStyle" else []
        if texts is not None:
            places.append(texts.find(qn(kind)))
        for place in (*places, self._defaults):
            if place is not None and (found := place.find(name)) is not None:
                yield found

    def _paragraph(self, shape: Any, paragraph: Any) -> ParagraphStyle:
        own = paragraph.find(qn("a:pPr"))
        level = int(own.get("lvl", "0")) if own is not None else 0
        inherited = list(self._lists(shape, level))
        chain = ([own] if own is not None else []) + inherited
        spacing, fixed = _spacing(chain, "a:lnSpc")
        margin = next((int(p.get("marL")) for p in chain if p.get("marL") is not None), 0) / EMU
        defaults = [found for p in inherited if (found := p.find(qn("a:defRPr"))) is not None]
        if own is not None and (direct := own.find(qn("a:defRPr"))) is not None and shape is None:
            defaults.insert(0, direct)
        runs = []
        for child in paragraph:
            if child.tag == qn("a:br"):
                runs.append(self._run(shape, child, "\n", defaults))
            elif child.tag in (qn("a:r"), qn("a:fld")):
                text = child.find(qn("a:t"))
                runs.append(self._run(shape, child, text.text or "" if text is not None else "", defaults))
        size = max((run.size for run in runs), default=_DEFAULT_SIZE)
        before, after = (_points(chain, name, size) for name in ("a:spcBef", "a:spcAft"))
        return ParagraphStyle(
            "".join(run.text for run in runs),
            tuple(runs),
            level,
            1.0 if spacing is None and fixed is None else spacing,
            fixed,
            before,
            after,
            margin,
        )

    def _run(self, shape: Any, run: Any, text: str, defaults: list[Any]) -> RunStyle:
        own = run.find(qn("a:rPr"))
        chain = ([own] if own is not None else []) + defaults
        size = next((int(p.get("sz")) / 100 for p in chain if p.get("sz")), _DEFAULT_SIZE)
        bold = next((p.get("b") in ("1", "true") for p in chain if p.get("b") is not None), False)
        return RunStyle(
            text,
            size,
            bold,
            self._colour(shape, own, defaults),
            self._face(chain, "a:latin", "+mn-lt"),
            self._face(chain, "a:ea", "+mn-ea"),
            (own.get("lang") or "") if own is not None else "",
            (own.get("altLang") or "") if own is not None else "",
        )

    def _colour(self, shape: Any, own: Any, defaults: list[Any]) -> Rgb:
        found = self.paint.of(own.find(qn("a:solidFill"))) if own is not None else None
        if found:
            return found
        if shape is not None and not shape.is_placeholder:
            style = shape._element.find(f"{qn('p:style')}/{qn('a:fontRef')}")
            if style is not None and (colour := self.paint.of(style)):
                return colour
        for properties in defaults:
            if colour := self.paint.of(properties.find(qn("a:solidFill"))):
                return colour
        return BLACK

    def _face(self, chain: list[Any], kind: str, default: str) -> str:
        for properties in chain:
            face = properties.find(qn(kind))
            if face is not None and face.get("typeface"):
                name = str(face.get("typeface"))
                return self.fonts.get(name, "") if name.startswith("+") else name
        return self.fonts.get(default, "")


def _spacing(chain: list[Any], name: str) -> tuple[float | None, float | None]:
    """Line spacing as a multiple, or fixed in points."""
    for properties in chain:
        found = properties.find(qn(name))
        if found is None:
            continue
        percent, points = found.find(qn("a:spcPct")), found.find(qn("a:spcPts"))
        if percent is not None:
            text = percent.get("val", "100000")
            return (float(text.rstrip("%")) / 100 if text.endswith("%") else int(text) / 100000), None
        if points is not None:
            return None, int(points.get("val", "0")) / 100
    return None, None


def _points(chain: list[Any], name: str, size: float) -> float:
    """The room before or after a paragraph in points."""
    multiple, points = _spacing(chain, name)
    return points if points is not None else (multiple or 0.0) * size
