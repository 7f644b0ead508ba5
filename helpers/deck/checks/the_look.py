"""Checks of colours: contrast, and one colour for each product."""

from collections.abc import Iterator
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from .charted import charts_on
from .colours import Rgb, as_hex, contrast
from .exam import Check, Exam, Trouble, quoted, trouble
from .pages import Item
from .styles import Styles

_LEAST_CONTRAST = 4.5
_MEDIUM_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"


def _contrast(exam: Exam) -> Iterator[Trouble]:
    for page in exam.deck.pages:
        styles = exam.styles(page)
        found: dict[tuple[str, str], str] = {}
        for item in page.of("text"):
            grounds = styles.paint.behind(item)
            for paragraph in styles.paragraphs(item):
                for run in paragraph.runs:
                    if run.text.strip():
                        _note(found, run.colour, grounds, run.text)
        for item in page.of("table"):
            for colour, grounds, text in _cells(item, styles):
                _note(found, colour, grounds, text)
        for item in page.of("chart"):
            for colour, grounds in _chart_type(item, styles):
                _note(found, colour, grounds, item.name)
        for (text_colour, ground), text in found.items():
            yield trouble(
                page.number,
                (
                    f"{quoted(text, 24)}: 글자 {text_colour}, 바탕 {ground}로 대비가 4.5보다 작습니다.",
                    f"{quoted(text, 24)}: type {text_colour} on {ground} has a contrast below 4.5.",
                ),
                (
                    "글자를 더 짙게(어두운 바탕에서는 더 밝게) 하세요.",
                    "Make the type darker, or lighter on a dark ground.",
                ),
            )


def _note(found: dict[tuple[str, str], str], colour: Rgb, grounds: list[Rgb], text: str) -> None:
    for ground in grounds:
        if contrast(colour, ground) < _LEAST_CONTRAST - 0.05:
            found.setdefault((as_hex(colour), as_hex(ground)), text)
            return


def _cells(item: Item, styles: Styles) -> Iterator[tuple[Rgb, list[Rgb], str]]:
    """Type and ground of each cell, by the cell itself or by the table's style."""
    table, paint = item.shape.table, styles.paint
    parts = _style_parts(item, styles)
    below = paint.behind(item) if item.shape._element.find(qn("p:spPr")) is not None else paint.ground
    last = len(table.rows) - 1
    for index, row in enumerate(table.rows):
        names = ["wholeTbl"]
        if index == last and table.last_row:
            names.insert(0, "lastRow")
        if index == 0 and table.first_row:
            names.insert(0, "firstRow")
        for cell in row.cells:
            _, grounds = paint.fill(cell._tc.tcPr)
            ink: Rgb | None = None
            for name in names:
                fill, colour = parts.get(name, ([], None))
                grounds = grounds or fill
                ink = ink or colour
            for paragraph in styles.of_cell(cell):
                for run, element in zip(paragraph.runs, _elements_of(cell), strict=False):
                    own = element.find(qn("a:rPr"))
                    said = paint.of(own.find(qn("a:solidFill"))) if own is not None else None
                    if run.text.strip():
                        yield said or ink or run.colour, grounds or below, run.text


def _elements_of(cell: Any) -> list[Any]:
    return [run._r for paragraph in cell.text_frame.paragraphs for run in paragraph.runs]


def _style_parts(item: Item, styles: Styles) -> dict[str, tuple[list[Rgb], Rgb | None]]:
    """For each part of the table's style, its fill and its type's colour."""
    paint = styles.paint
    identifier = item.shape._element.find(f".//{qn('a:tableStyleId')}")
    wanted = identifier.text if identifier is not None else ""
    found: dict[str, tuple[list[Rgb], Rgb | None]] = {}
    package = styles.page.slide.part.package
    for part in package.iter_parts():
        if str(part.partname).endswith("tableStyles.xml"):
            for style in parse_xml(part.blob):
                if style.get("styleId") == wanted:
                    for piece in style:
                        fill = piece.find(f"{qn('a:tcStyle')}/{qn('a:fill')}")
                        text = piece.find(qn("a:tcTxStyle"))
                        name = str(piece.tag).rpartition("}")[2]
                        found[name] = (paint.fill(fill)[1], paint.of(text) if text is not None else None)
    if not found and wanted == _MEDIUM_STYLE:
        accent = paint.of(parse_xml(f'<x xmlns:a="{_A}"><a:schemeClr val="accent1"/></x>'))
        dark = paint.of(parse_xml(f'<x xmlns:a="{_A}"><a:schemeClr val="dk1"/></x>'))
        pale = paint.of(
            parse_xml(f'<x xmlns:a="{_A}"><a:schemeClr val="accent1"><a:tint val="20000"/></a:schemeClr></x>')
        )
        light = paint.of(parse_xml(f'<x xmlns:a="{_A}"><a:schemeClr val="lt1"/></x>'))
        found = {"firstRow": ([accent] if accent else [], light), "wholeTbl": ([pale] if pale else [], dark)}
    return found


_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _chart_type(item: Item, styles: Styles) -> Iterator[tuple[Rgb, list[Rgb]]]:
    """Colours of a chart's type with what they are read against."""
    paint = styles.paint
    space = item.shape.chart._chartSpace
    _, own = paint.fill(space.find(qn("c:spPr")))
    grounds = own or paint.behind(item)
    for properties in space.iter(qn("a:defRPr"), qn("a:rPr")):
        colour = paint.of(properties.find(qn("a:solidFill")))
        if colour is None:
            continue
        series = next((a for a in properties.iterancestors(qn("c:ser"))), None)
        label = next((a for a in properties.iterancestors(qn("c:dLbl"), qn("c:dLbls"))), None)
        if series is not None and label is not None and _is_inside(series, label):
            kind, fills = paint.fill(series.find(qn("c:spPr")))
            yield colour, fills if kind == "colour" else grounds
        else:
            yield colour, grounds


def _is_inside(series: Any, label: Any) -> bool:
    """True for a label within its bar."""
    plot = series.getparent()
    if plot.tag != qn("c:barChart"):
        return plot.tag in (qn("c:pieChart"), qn("c:doughnutChart"), qn("c:areaChart"))
    place = label.find(qn("c:dLblPos"))
    if place is not None:
        return place.get("val") in ("ctr", "inEnd", "inBase")
    grouping = plot.find(qn("c:grouping"))
    return grouping is not None and grouping.get("val") in ("stacked", "percentStacked")


def _product_colours(exam: Exam) -> Iterator[Trouble]:
    first: dict[str, tuple[Any, int]] = {}
    for page in exam.deck.pages:
        paint = exam.styles(page).paint
        for chart in charts_on(page):
            in_this: dict[Any, str] = {}
            for name, colour in chart.colours(paint):
                if exam.truth and not any(known.text.casefold() == name.casefold() for known in exam.truth.names):
                    continue
                before = first.setdefault(name, (colour, page.number))
                if before[0] != colour:
                    yield trouble(
                        page.number,
                        (
                            f"“{name}”의 색이 {before[1]}쪽과 다릅니다.",
                            f"“{name}” has another colour than on slide {before[1]}.",
                        ),
                        (
                            "한 항목은 모든 슬라이드에서 같은 색으로 그리세요.",
                            "Draw one series in one colour through the whole deck.",
                        ),
                    )
                other = in_this.setdefault(colour, name)
                if other != name and not _is_grey(colour) and chart.shows_colours_apart:
                    yield trouble(
                        page.number,
                        (f"“{other}”과(와) “{name}”의 색이 같습니다.", f"“{other}” and “{name}” have the same colour."),
                        ("항목마다 다른 색을 쓰세요.", "Give each series a colour of its own."),
                    )


def _is_grey(colour: Any) -> bool:
    return isinstance(colour, tuple) and max(colour) - min(colour) < 40


CHECKS = (
    Check(
        "contrast", "글자와 바탕의 대비가 4.5를 넘습니다", "Type stands out from its ground (contrast 4.5)", _contrast
    ),
    Check("product_colours", "한 항목은 한 색입니다", "One series, one colour", _product_colours),
)
