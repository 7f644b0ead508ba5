"""The XML of one layout of theme.pptx: boxes, paragraph levels, placeholders, plain shapes. For make_theme.py."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from pptx.util import Inches

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.65
CONTENT = WIDTH - 2 * MARGIN
TOP, BOTTOM = 1.95, 6.62
SIDE_LEFT, SIDE_WIDTH = 9.1, WIDTH - MARGIN - 9.1
MAIN_WIDTH = 8.2

NAVY, WHITE, PAPER, CORAL, TEAL, SLATE = "tx2", "bg1", "bg2", "accent1", "accent2", "accent3"
SAND = "sand"  # paper, darkened: for rules, and for small type on navy

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


@dataclass(frozen=True)
class Box:
    """A rectangle in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def xfrm(self) -> str:
        x, y, cx, cy = (Inches(value) for value in (self.left, self.top, self.width, self.height))
        return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'


@dataclass(frozen=True)
class Level:
    """The look of one paragraph level: size in points, colour, space before in points, line spacing in percent."""

    size: int
    colour: str = NAVY
    bold: bool = False
    align: str = "l"
    before: int = 0
    spacing: int = 110

    def xml(self, number: int) -> str:
        return (
            f'<a:lvl{number}pPr marL="0" indent="0" algn="{self.align}" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
            f'<a:lnSpc><a:spcPct val="{self.spacing * 1000}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="{self.before * 100}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr lang="en-US" altLang="ko-KR" sz="{self.size * 100}" b="{int(self.bold)}">{fill(self.colour)}'
            '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
            f"</a:defRPr></a:lvl{number}pPr>"
        )


@dataclass
class Layout:
    """One layout in the making: `shapes` is XML; the shape IDs run on by themselves."""

    name: str
    dark: bool = False
    shapes: list[str] = field(default_factory=list)

    def placeholder(
        self,
        name: str,
        kind: str,
        idx: int,
        box: Box,
        levels: Iterable[Level] = (),
        *,
        anchor: str = "t",
        inset: float = 0.0,
        background: str | None = None,
    ) -> None:
        """Add a placeholder; `kind` is a type of the format (title, body, pic, chart, tbl, ftr, sldNum)."""
        styles = "".join(level.xml(number) for number, level in enumerate(levels, start=1))
        margin, above = Inches(inset), Inches(inset * 0.6)
        number_field = (
            '<a:fld id="{B7C4E1A2-52D3-4C0B-8F1E-3A9D6E2B7C10}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
        )
        content = number_field if kind == "sldNum" else f"<a:r><a:rPr/><a:t>{name}</a:t></a:r>"
        index = "" if kind == "title" else f' idx="{idx}"'
        self.shapes.append(
            f"<p:sp><p:nvSpPr><p:cNvPr id={quoteattr(str(self._next()))} name={quoteattr(name)}/>"
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{index}/></p:nvPr></p:nvSpPr>'
            f'<p:spPr>{box.xfrm}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(background)}</p:spPr>'
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="{margin}" tIns="{above}" rIns="{margin}" '
            f'bIns="{above}" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{styles}</a:lstStyle>'
            f"<a:p>{content}</a:p></p:txBody></p:sp>"
        )

    def shape(
        self, name: str, box: Box, colour: str, geometry: str = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    ) -> None:
        """Add a plain coloured shape that belongs to the layout and carries no text."""
        self.shapes.append(self._sp(name, box, colour, geometry, "<a:p/>"))

    def numeral(self, number: int, box: Box) -> None:
        """Add a numbered disc."""
        text = (
            '<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="en-US" sz="2000" b="1">'
            f"{fill(WHITE)}</a:rPr><a:t>{number}</a:t></a:r></a:p>"
        )
        disc = '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        self.shapes.append(self._sp(f"Numeral {number}", box, NAVY, disc, text))

    def heading(self) -> None:
        """Add what every slide but the cover has: a line above the title, the title (two lines), source, page."""
        self.placeholder("Title", "title", 0, Box(MARGIN, 0.7, CONTENT, 1.08), [Level(26, bold=True)])
        self.placeholder("Subtitle", "body", 10, Box(MARGIN, 0.36, CONTENT, 0.32), [Level(14, SLATE)], anchor="b")
        self.placeholder("Source", "ftr", 11, Box(MARGIN, 6.88, 11.0, 0.3), [Level(11, SLATE)], anchor="ctr")
        self.placeholder(
            "Slide Number",
            "sldNum",
            12,
            Box(WIDTH - MARGIN - 0.8, 6.88, 0.8, 0.3),
            [Level(11, SLATE, align="r")],
            anchor="ctr",
        )

    def xml(self) -> str:
        background = f"<p:bg><p:bgPr>{fill(NAVY)}<a:effectLst/></p:bgPr></p:bg>" if self.dark else ""
        return (
            f'<p:sldLayout {NAMESPACES} preserve="1" userDrawn="1"><p:cSld name={quoteattr(self.name)}>{background}'
            f"<p:spTree>{EMPTY_GROUP}{''.join(self.shapes)}</p:spTree></p:cSld>"
            "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
        )

    def _next(self) -> int:
        return len(self.shapes) + 2

    def _sp(self, name: str, box: Box, colour: str, geometry: str, text: str) -> str:
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._next()}" name={quoteattr(name)}/><p:cNvSpPr/>'
            f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{box.xfrm}{geometry}{fill(colour)}<a:ln><a:noFill/></a:ln>'
            '</p:spPr><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>'
            f"{text}</p:txBody></p:sp>"
        )


EMPTY_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


def fill(colour: str | None) -> str:
    """A fill by theme colour; nothing for None."""
    if colour is None:
        return ""
    if colour == SAND:
        return '<a:solidFill><a:schemeClr val="bg2"><a:lumMod val="87000"/></a:schemeClr></a:solidFill>'
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
