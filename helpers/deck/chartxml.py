"""The few parts of a chart's XML that python-pptx has no words for, and colours and type by theme."""

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from .palette import Colour

_NS = nsdecls("c", "a")


def colour_xml(colour: Colour) -> str:
    """A solid fill by theme colour."""
    tint = ""
    if colour.tint:
        tint = f'<a:lumMod val="{round((1 - colour.tint) * 100000)}"/><a:lumOff val="{round(colour.tint * 100000)}"/>'
    return f'<a:solidFill><a:schemeClr val="{colour.slot}">{tint}</a:schemeClr></a:solidFill>'


ONE_LINE = ' rot="0" vert="horz" wrap="none"'
"""For labels that some programs would otherwise break."""
IN_LINES = ' rot="0" vert="horz"'
"""For long names beside bars, which may be broken into lines."""
NEVER_SLANTED = ' rot="1" vert="horz"'
"""For axis labels of which only some are shown. LibreOffice takes an angle of exactly 0 as leave to draw them one over
the other, and none as leave to slant them; this is 1/60000 of a degree."""
SAND_XML = '<a:solidFill><a:schemeClr val="bg2"><a:lumMod val="87000"/></a:schemeClr></a:solidFill>'


def type_xml(size: float, colour: Colour, language: str, bold: bool = False, body: str = "") -> str:
    """A `c:txPr` with the theme's fonts; `body` holds attributes of its `a:bodyPr`."""
    return (
        f"<c:txPr {_NS}><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr lang="{language}" sz="{round(size * 100)}" '
        f'b="{int(bold)}">{colour_xml(colour)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:pPr>'
        f'<a:endParaRPr lang="{language}"/></a:p></c:txPr>'
    )


def bare(text: str) -> str:
    """The XML without its namespace declarations, to stand inside another piece."""
    return text.replace(f" {_NS}", "", 1)


def line_xml(colour_fill: str, points: float, dash: str = "") -> str:
    """An `a:ln` of some width in points."""
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(points * 12700)}" cap="rnd">{colour_fill}{dashes}<a:round/></a:ln>'


def shape_properties(inner: str) -> Any:
    """A `c:spPr` element."""
    return parse_xml(f"<c:spPr {_NS}>{inner}</c:spPr>")


def put(parent: Any, child: Any, successors: tuple[str, ...]) -> None:
    """Replace the child of the same name, or add it before the first of `successors`: the format fixes the order."""
    old = parent.find(child.tag)
    if old is not None:
        parent.replace(old, child)
        return
    for name in successors:
        found = parent.find(qn(name))
        if found is not None:
            found.addprevious(child)
            return
    parent.append(child)


def layout(left: float, top: float, width: float, height: float, inner: bool = False) -> Any:
    """A place in the chart, as shares of its frame; `inner` means the plot area without the labels of its axes."""
    target = '<c:layoutTarget val="inner"/>' if inner else ""
    values = "".join(
        f'<c:{name} val="{value:.5f}"/>' for name, value in (("x", left), ("y", top), ("w", width), ("h", height))
    )
    return parse_xml(
        f'<c:layout {_NS}><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{values}</c:manualLayout></c:layout>"
    )


def end_label(index: int, shift: tuple[float, float], style: str, code: str, with_name: bool, separator: str) -> str:
    """A `c:dLbl` for one point: its series' name and value, moved by a share of the frame."""
    layout = ""
    if any(abs(part) > 1e-4 for part in shift):
        moves = f'<c:x val="{shift[0]:.5f}"/><c:y val="{shift[1]:.5f}"/>'
        layout = f"<c:layout><c:manualLayout>{moves}</c:manualLayout></c:layout>"
    return (
        f'<c:dLbl><c:idx val="{index}"/>{layout}<c:numFmt formatCode="{_escaped(code)}" sourceLinked="0"/>'
        f'<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{style}<c:dLblPos val="r"/>'
        f'<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="{int(with_name)}"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/><c:separator>{separator}</c:separator></c:dLbl>'
    )


def labels(points: str, style: str, code: str, shown: bool, position: str = "") -> Any:
    """A `c:dLbls`: the labels of single `points`, and whether the others are shown."""
    place = f'<c:dLblPos val="{position}"/>' if position else ""
    return parse_xml(
        f'<c:dLbls {_NS}>{points}<c:numFmt formatCode="{_escaped(code)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{style}{place if shown else ''}"
        f'<c:showLegendKey val="0"/><c:showVal val="{int(shown)}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def hidden_label(index: int) -> str:
    """A point without its label."""
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'


def _escaped(code: str) -> str:
    return code.replace("&", "&amp;").replace('"', "&quot;")
