"""Makes theme.pptx: the master, the layouts and the theme colours that every deck of `helpers.deck` is filled into.

Run it again after a change here: `python assets/make_theme.py`. The result is the same, byte for byte, each time.

python-pptx fills layouts but cannot write any, so the XML of the slide master and its layouts is written here and
in theme_xml.py. All measures are inches on a 13.333 x 7.5 slide. A layout that holds cards comes in versions for one,
two and three of them, so that a slide with two cards uses its whole width and no empty frame stays behind.
"""

import io
import zipfile
from datetime import datetime
from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.parts.slide import SlideLayoutPart
from pptx.presentation import Presentation as PptxPresentation
from pptx.util import Emu
from theme_xml import (
    BOTTOM,
    CONTENT,
    CORAL,
    EMPTY_GROUP,
    HEIGHT,
    MAIN_WIDTH,
    MARGIN,
    NAMESPACES,
    NAVY,
    PAPER,
    SAND,
    SIDE_LEFT,
    SIDE_WIDTH,
    SLATE,
    TEAL,
    TOP,
    WHITE,
    WIDTH,
    Box,
    Layout,
    Level,
    fill,
)

TARGET = Path(__file__).resolve().parent / "theme.pptx"

LATIN, EAST_ASIAN = "Arial", "Malgun Gothic"
COLOURS = {
    "dk1": "1B1F3B",
    "lt1": "FFFFFF",
    "dk2": "151A38",
    "lt2": "F5F3EE",
    "accent1": "B93815",
    "accent2": "0F766E",
    "accent3": "5A6270",
    "accent4": "4A4BA8",
    "accent5": "8A5A00",
    "accent6": "8E2C66",
    "hlink": "0F766E",
    "folHlink": "5A6270",
}
TABLE_STYLE = "{6B1D3C52-7A0E-4C57-9F7B-2D5E8A4C1F90}"
FIXED_TIME = (2026, 1, 1, 0, 0, 0)


def columns(count: int, gap: float = 0.3) -> list[Box]:
    """`count` boxes side by side over the width of the content, from TOP down."""
    width = (CONTENT - gap * (count - 1)) / count
    return [Box(MARGIN + (width + gap) * index, TOP, width, 3.0) for index in range(count)]


def covers() -> list[Layout]:
    made = []
    for name, with_picture in (("Cover", True), ("Cover, no picture", False)):
        layout = Layout(name, dark=True)
        if not with_picture:
            tiles(layout)
        layout.shape("Accent", Box(MARGIN, 4.42, 0.9, 0.06), CORAL)
        layout.placeholder("Title", "title", 0, Box(MARGIN, 1.3, 6.5, 2.9), [Level(44, WHITE, bold=True)], anchor="b")
        layout.placeholder("Subtitle", "body", 10, Box(MARGIN, 4.68, 6.5, 0.95), [Level(20, SAND)])
        layout.placeholder("Footer", "body", 14, Box(MARGIN, 6.5, 6.5, 0.35), [Level(14, SAND)], anchor="b")
        if with_picture:
            layout.placeholder("Picture", "pic", 13, Box(7.733, 0, 5.6, HEIGHT), [Level(14, WHITE)])
        made.append(layout)
    return made


def tiles(layout: Layout) -> None:
    """The right side of a cover without a picture: three by four tiles, most with a quarter disc turned to a corner."""
    width, height = 5.6 / 3, HEIGHT / 4
    pattern = (
        (TEAL, CORAL, 0), (NAVY, SAND, 2), (CORAL, PAPER, 1),
        (PAPER, TEAL, 3), (TEAL, NAVY, 1), (NAVY, CORAL, 0),
        (NAVY, CORAL, 2), (CORAL, PAPER, 0), (TEAL, SAND, 3),
        (SAND, NAVY, 1), (NAVY, TEAL, 2), (PAPER, CORAL, 2),
    )  # fmt: skip
    for index, (ground, figure, corner) in enumerate(pattern):
        box = Box(7.733 + width * (index % 3), height * (index // 3), width, height)
        layout.shape(f"Tile {index + 1}", box, ground)
        layout.shape(f"Figure {index + 1}", box, figure, quarter_disc(corner))


def quarter_disc(corner: int) -> str:
    """A quarter of a disc whose centre lies in a corner: 0 top left, then clockwise."""
    moves = (
        ((0, 0), (1, 0), 0), ((1, 0), (1, 1), 5400000), ((1, 1), (0, 1), 10800000), ((0, 1), (0, 0), 16200000),
    )  # fmt: skip
    centre, start, angle = moves[corner]
    points = "".join(
        f'<a:{tag}><a:pt x="{x * 1000}" y="{y * 1000}"/></a:{tag}>'
        for tag, (x, y) in (("moveTo", centre), ("lnTo", start))
    )
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="1000" h="1000">{points}<a:arcTo wR="1000" hR="1000" stAng="{angle}" swAng="5400000"/><a:close/>'
        "</a:path></a:pathLst></a:custGeom>"
    )


def key_numbers(count: int) -> Layout:
    layout = Layout(f"Key numbers, {count}")
    layout.heading()
    for number, box in enumerate(columns(count), start=1):
        layout.shape(f"Card {number}", box, PAPER)
        layout.shape(f"Card {number} edge", Box(box.left, box.top, 0.08, box.height), NAVY)
        for part, idx, top, height, level, anchor in (
            ("label", 0, 0.2, 0.66, Level(16, SLATE), "b"),
            ("number", 1, 0.9, 1.16, Level(60, bold=True, spacing=110), "ctr"),
            ("from", 2, 2.1, 0.7, Level(16), "t"),
        ):
            # Words keep the same distance from both sides; a number may be a little wider, which nobody sees.
            aside = 0.42 if part == "number" else 0.68
            place = Box(box.left + 0.34, box.top + top, box.width - aside, height)
            layout.placeholder(f"Card {number} {part}", "body", 20 + number * 3 + idx, place, [level], anchor=anchor)
    layout.placeholder(
        "So what", "body", 40, Box(MARGIN, 5.3, CONTENT, 1.32), [Level(20, WHITE)], anchor="ctr", inset=0.34,
        background=NAVY,
    )  # fmt: skip
    return layout


def chart_and_takeaways() -> Layout:
    layout = Layout("Chart and takeaways")
    layout.heading()
    layout.placeholder("Chart", "chart", 20, Box(MARGIN, TOP, MAIN_WIDTH, BOTTOM - TOP), [Level(14)])
    layout.placeholder(
        "Takeaways", "body", 30, Box(SIDE_LEFT, TOP, SIDE_WIDTH, BOTTOM - TOP),
        [Level(16, bold=True, before=6), Level(16, before=2)], anchor="ctr", inset=0.28, background=PAPER,
    )  # fmt: skip
    return layout


def comparison(count: int) -> Layout:
    layout = Layout(f"Comparison, {count}")
    layout.heading()
    for number, box in enumerate(columns(count, gap=0.5), start=1):
        layout.placeholder(
            f"Chart {number} heading", "body", 30 + number, Box(box.left, TOP, box.width, 0.42), [Level(16, bold=True)],
            anchor="ctr",
        )  # fmt: skip
        layout.placeholder(
            f"Chart {number}",
            "chart",
            19 + number,
            Box(box.left, TOP + 0.5, box.width, BOTTOM - TOP - 0.5),
            [Level(14)],
        )
    return layout


def recommendation(count: int) -> Layout:
    layout = Layout(f"Recommendation, {count}")
    layout.heading()
    height = (BOTTOM - TOP) / count
    for number in range(1, count + 1):
        top = TOP + height * (number - 1)
        layout.numeral(number, Box(MARGIN, top + height / 2 - 0.31, 0.62, 0.62))
        if number > 1:
            layout.shape(f"Rule {number - 1}", Box(MARGIN, top, MAIN_WIDTH, 0.015), SAND)
        layout.placeholder(
            f"Action {number}", "body", 20 + number, Box(MARGIN + 0.95, top + 0.06, MAIN_WIDTH - 0.95, height - 0.12),
            [Level(20, bold=True), Level(16, before=3)], anchor="ctr",
        )  # fmt: skip
    layout.shape("Panel", Box(SIDE_LEFT, TOP, SIDE_WIDTH, BOTTOM - TOP), NAVY)
    layout.shape("Accent", Box(SIDE_LEFT + 0.3, TOP + 0.34, 0.9, 0.06), CORAL)
    layout.placeholder(
        "Ask", "body", 40, Box(SIDE_LEFT + 0.3, TOP + 0.6, SIDE_WIDTH - 0.6, 2.95),
        [Level(20, WHITE, bold=True, before=6), Level(14, SAND)], anchor="ctr",
    )  # fmt: skip
    layout.placeholder(
        "Draft note", "body", 41, Box(SIDE_LEFT + 0.3, BOTTOM - 1.05, SIDE_WIDTH - 0.6, 0.8), [Level(12, SAND)],
        anchor="b",
    )  # fmt: skip
    return layout


def appendices() -> list[Layout]:
    beside = Layout("Table and method")
    beside.heading()
    beside.placeholder("Table", "tbl", 20, Box(MARGIN, TOP, MAIN_WIDTH, BOTTOM - TOP), [Level(14)])
    beside.placeholder(
        "Method", "body", 30, Box(SIDE_LEFT, TOP, SIDE_WIDTH, BOTTOM - TOP),
        [Level(16, bold=True, before=6), Level(16, before=2)], inset=0.28, background=PAPER,
    )  # fmt: skip
    wide = Layout("Wide table")
    wide.heading()
    wide.placeholder("Table", "tbl", 20, Box(MARGIN, TOP, CONTENT, BOTTOM - TOP), [Level(14)])
    method = Layout("Method")
    method.heading()
    method.placeholder(
        "Method", "body", 30, Box(MARGIN, TOP, CONTENT, BOTTOM - TOP),
        [Level(16, bold=True, before=6), Level(16, before=2)],
    )  # fmt: skip
    return [beside, wide, method]


def layouts() -> list[Layout]:
    """All layouts, in the order in which a deck uses them."""
    return [
        *covers(),
        *(key_numbers(count) for count in (3, 2, 1)),
        chart_and_takeaways(),
        *(comparison(count) for count in (2, 1)),
        *(recommendation(count) for count in (3, 2, 1)),
        *appendices(),
    ]


def master_xml(layout_ids: str) -> bytes:
    master = Layout("Workshop")
    master.placeholder("Title", "title", 0, Box(MARGIN, 0.7, CONTENT, 1.08))
    master.placeholder("Text", "body", 1, Box(MARGIN, TOP, CONTENT, BOTTOM - TOP))
    master.placeholder("Source", "ftr", 2, Box(MARGIN, 6.88, 11.0, 0.3), [Level(11, SLATE)], anchor="ctr")
    master.placeholder(
        "Slide Number", "sldNum", 3, Box(WIDTH - MARGIN - 0.8, 6.88, 0.8, 0.3), [Level(11, SLATE, align="r")],
        anchor="ctr",
    )  # fmt: skip
    title = Level(26, bold=True).xml(1).replace("+mn-", "+mj-")
    body = "".join(Level(16).xml(number) for number in range(1, 10))
    return (
        f'<p:sldMaster {NAMESPACES} preserve="1"><p:cSld name="Workshop"><p:bg><p:bgRef idx="1001">'
        f'<a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>{EMPTY_GROUP}{"".join(master.shapes)}</p:spTree></p:cSld>'
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f"<p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{title}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{body}</p:otherStyle></p:txStyles></p:sldMaster>"
    ).encode()


def theme_xml(original: bytes) -> bytes:
    """The theme that python-pptx ships (its line and effect styles), with our name, colours and fonts."""
    theme = parse_xml(original)
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    theme.set("name", "Workshop")
    scheme = theme.find(f".//{drawing}clrScheme")
    scheme.set("name", "Workshop")
    for slot in scheme:
        for old in list(slot):
            slot.remove(old)
        slot.append(parse_xml(f'<a:srgbClr {NAMESPACES} val="{COLOURS[slot.tag.removeprefix(drawing)]}"/>'))
    theme.find(f".//{drawing}fontScheme").set("name", "Workshop")
    for kind in ("majorFont", "minorFont"):
        fonts = theme.find(f".//{drawing}{kind}")
        fonts.find(f"{drawing}latin").set("typeface", LATIN)
        fonts.find(f"{drawing}ea").set("typeface", EAST_ASIAN)
        for font in fonts.findall(f"{drawing}font"):
            if font.get("script") == "Hang":
                font.set("typeface", EAST_ASIAN)
    return serialize_part_xml(theme)


def table_styles_xml() -> bytes:
    """One table style: navy head, hairlines of sand, a paper total row."""
    rule = f'<a:ln w="9525">{fill(SAND)}</a:ln>'

    def part(name: str, text: str, bold: bool, cell: str) -> str:
        weight = ' b="on"' if bold else ""
        return (
            f'<a:{name}><a:tcTxStyle{weight}><a:fontRef idx="minor"/><a:schemeClr val="{text}"/></a:tcTxStyle>'
            f"<a:tcStyle>{cell}</a:tcStyle></a:{name}>"
        )

    whole = f"<a:tcBdr><a:bottom>{rule}</a:bottom><a:insideH>{rule}</a:insideH></a:tcBdr><a:fill><a:noFill/></a:fill>"
    return (
        f'<a:tblStyleLst {NAMESPACES} def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" styleName="Workshop">'
        + part("wholeTbl", "dk1", False, whole)
        + part("lastRow", "dk2", True, f"<a:tcBdr/><a:fill>{fill('lt2')}</a:fill>")
        + part("firstRow", "lt1", True, f"<a:tcBdr/><a:fill>{fill('dk2')}</a:fill>")
        + "</a:tblStyle></a:tblStyleLst>"
    ).encode()


def make(target: Path = TARGET) -> Path:
    """Write the theme; returns its path."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(12192000), Emu(6858000)
    deck.element.sldSz.attrib.pop("type", None)
    package, master_part = deck.part.package, deck.slide_master.part
    # Extended properties would count the slides of python-pptx's own template, not of the deck to be.
    unwanted = (RT.SLIDE_LAYOUT, RT.THUMBNAIL, RT.PRINTER_SETTINGS, RT.EXTENDED_PROPERTIES)
    for relations in (master_part.rels, deck.part.rels, package._rels):
        for key in [key for key, relation in relations.items() if relation.reltype in unwanted]:
            relations.pop(key)
    identifiers = ""
    for number, layout in enumerate(layouts(), start=1):
        name = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
        part = SlideLayoutPart.load(name, CT.PML_SLIDE_LAYOUT, package, layout.xml().encode())
        part.relate_to(master_part, RT.SLIDE_MASTER)
        identifiers += (
            f'<p:sldLayoutId id="{2147483648 + number}" r:id="{master_part.relate_to(part, RT.SLIDE_LAYOUT)}"/>'
        )
    master_part._element = parse_xml(master_xml(identifiers))
    theme_part = master_part.part_related_by(RT.THEME)
    theme_part._blob = theme_xml(theme_part.blob)
    deck.part.part_related_by(RT.TABLE_STYLES)._blob = table_styles_xml()
    add_notes_master(deck)
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = "Workshop theme", "", ""
    properties.created = properties.modified = datetime(*FIXED_TIME)
    written = io.BytesIO()
    deck.save(written)
    target.write_bytes(without_time_stamps(written.getvalue()))
    return target


def add_notes_master(deck: PptxPresentation) -> None:
    """Give the deck a notes master (speaker notes need one) with our fonts, and list it, as python-pptx does not."""
    master = deck.notes_master.part
    part = master.part_related_by(RT.THEME)
    part._element = parse_xml(theme_xml(serialize_part_xml(part._element)))
    relation = deck.part.relate_to(master, RT.NOTES_MASTER)
    listed = f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{relation}"/></p:notesMasterIdLst>'
    deck.element.sldMasterIdLst.addnext(parse_xml(listed))


def without_time_stamps(archive: bytes) -> bytes:
    """The same zip file with one fixed time in it, so that a new run gives the same bytes."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, FIXED_TIME), old.read(name), zipfile.ZIP_DEFLATED)
    return result.getvalue()


if __name__ == "__main__":
    print(make())
