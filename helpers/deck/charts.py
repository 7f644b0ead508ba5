"""What lines and bars have in common: data in the workbook inside, axes, legend, unit, alternative text."""

import math
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from . import chartxml as xml
from .measure import width
from .palette import SLATE, Colour, ColourBook
from .scales import (
    NumberFormat,
    Scale,
    label_every,
    number_format,
    unit_line,
    years_and_parts,
)
from .spec import Chart, Series
from .wording import Wording

TYPE = 12
ROW = 0.28
"""Height of one row of chart type in inches."""
INK = Colour("tx1")


@dataclass(frozen=True)
class Look:
    """What all charts of a deck share."""

    colours: ColourBook
    words: Wording
    language: str


@dataclass
class Frame:
    """A chart's frame, width and height in inches, with the plot area inside it."""

    width: float
    height: float
    left: float = 0.05
    top: float = 0.14
    right: float = 0.1
    bottom: float = 0.1

    @property
    def plot_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def plot_height(self) -> float:
        return self.height - self.top - self.bottom

    @property
    def layout(self) -> Any:
        return xml.layout(
            self.left / self.width,
            self.top / self.height,
            self.plot_width / self.width,
            self.plot_height / self.height,
            inner=True,
        )


@dataclass(frozen=True)
class Edges:
    """The least room above and below a plot in inches, so that charts side by side stand on one line."""

    top: float = 0.0
    bottom: float = 0.0

    def keep(self, frame: Frame) -> None:
        """Give the frame that room."""
        frame.top, frame.bottom = max(frame.top, self.top), max(frame.bottom, self.bottom)


def data_of(chart: Chart, levels: bool) -> CategoryChartData:
    """The chart's data for python-pptx; with `levels`, quarters and months stand below their years."""
    data = CategoryChartData()
    years = years_and_parts(chart.categories) if levels else None
    if years:
        for year, parts in years:
            category = data.add_category(year)
            for part in parts:
                category.add_sub_category(part)
    else:
        data.categories = list(chart.categories)
    for series in chart.series:
        data.add_series(series.name, series.values)
    return data


def new_chart(placeholder: Any, kind: XL_CHART_TYPE, data: CategoryChartData, look: Look) -> tuple[Any, Any]:
    """The graphic frame and its chart, without title, legend or frame, in the theme's type."""
    graphic = placeholder.insert_chart(kind, data)
    chart = graphic.chart
    chart.has_title = False
    chart.has_legend = False
    space = chart._chartSpace
    corners = parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>')
    xml.put(space, corners, ("c:AlternateContent", "c:style", "c:clrMapOvr", "c:pivotFmts", "c:chart"))
    empty = xml.shape_properties("<a:noFill/><a:ln><a:noFill/></a:ln>")
    xml.put(space, empty, ("c:txPr", "c:externalData"))
    xml.put(space, parse_xml(xml.type_xml(TYPE, INK, look.language)), ("c:externalData",))
    return graphic, chart


def place_plot(chart: Any, frame: Frame) -> None:
    """Fix the plot area, so that what is measured here is what is drawn."""
    area = chart._chartSpace.chart.plotArea
    old = area.find(qn("c:layout"))
    if old is not None:
        area.remove(old)
    area.insert(0, frame.layout)


@dataclass(frozen=True)
class Legend:
    """Where a legend goes and how many inches it takes there; programs lay its entries out in columns of one width."""

    position: XL_LEGEND_POSITION
    room: float
    hidden: tuple[int, ...] = ()

    @classmethod
    def for_names(cls, names: list[str], frame: Frame, left_out: Collection[str] = (), key: float = 0.5) -> "Legend":
        """Below the plot while it leaves that room enough, else to its right.

        `left_out` are names that are written elsewhere; `key` is the width in inches of the sign beside a name.
        """
        shown = [name for name in names if name not in left_out]
        hidden = tuple(index for index, name in enumerate(names) if name in left_out)
        entry = max(width(name, TYPE) for name in shown) + key
        rows = math.ceil(len(shown) / max(1, int(frame.width / entry)))
        if rows <= (4 if frame.width > 7 else 2):
            return cls(XL_LEGEND_POSITION.BOTTOM, 0.14 + ROW * rows, hidden)
        return cls(XL_LEGEND_POSITION.RIGHT, min(entry + 0.15, 0.48 * frame.width), hidden)

    def make_room(self, frame: Frame) -> None:
        """Take the room from the plot."""
        if self.position == XL_LEGEND_POSITION.BOTTOM:
            frame.bottom += self.room
        else:
            frame.right += self.room

    def add_to(self, chart: Any, look: Look, frame: Frame) -> None:
        """Show it in the chart."""
        chart.has_legend = True
        chart.legend.position = self.position
        chart.legend.include_in_layout = False
        element = chart.legend._element
        for index in reversed(self.hidden):
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>'
            element.find(qn("c:legendPos")).addnext(parse_xml(entry))
        if self.position == XL_LEGEND_POSITION.RIGHT:
            # Left to itself, a program may make the legend wider than the room that was kept for it.
            box = xml.layout(
                1 - self.room / frame.width, 0.02, self.room / frame.width, 0.96 - frame.bottom / frame.height
            )
            xml.put(element, box, ("c:overlay",))
        element.append(parse_xml(xml.type_xml(TYPE, INK, look.language)))


def style_categories(chart: Any, look: Look, every: int = 1, lying: bool = False) -> Any:
    """The category axis: a thin line, small slate labels, each `every`-th of them. Returns the axis."""
    axis = chart.category_axis
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    element = axis._element
    rest = ("c:crossAx",)
    xml.put(element, xml.shape_properties(xml.line_xml(xml.colour_xml(SLATE), 0.75)), rest)
    body = xml.NEVER_SLANTED if every > 1 else xml.IN_LINES if lying else ""
    xml.put(element, parse_xml(xml.type_xml(TYPE, SLATE, look.language, body=body)), rest)
    if every > 1:
        for name in ("tickLblSkip", "tickMarkSkip"):
            skip = parse_xml(f'<c:{name} {nsdecls("c")} val="{every}"/>')
            xml.put(element, skip, ("c:tickMarkSkip", "c:noMultiLvlLbl"))
    return axis


def style_values(chart: Any, look: Look, scale: Scale, form: NumberFormat, shown: bool) -> None:
    """The value axis with fixed ends. Not shown, it and its grid are gone, and each bar carries its number."""
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = scale.low, scale.high, scale.step
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = shown
    axis.visible = shown
    if not shown:
        return
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form.code, False
    gridlines = axis._element.find(qn("c:majorGridlines"))
    gridlines.append(xml.shape_properties(xml.line_xml(xml.SAND_XML, 0.75)))
    rest = ("c:crossAx",)
    xml.put(axis._element, xml.shape_properties("<a:ln><a:noFill/></a:ln>"), rest)
    xml.put(axis._element, parse_xml(xml.type_xml(TYPE, SLATE, look.language)), rest)


def axis_width(scale: Scale, form: NumberFormat) -> float:
    """Room for the numbers beside a value axis."""
    return max(width(form.text(tick), TYPE) for tick in scale.ticks) + 0.16


def axis_format(scale: Scale, form: NumberFormat) -> NumberFormat:
    """The chart's way to write numbers, with the decimals that the steps of the axis need and no plus signs."""
    step = scale.step / form.divisor
    decimals = next((d for d in range(3) if abs(step - round(step, d)) < 1e-9), 2)
    return NumberFormat(decimals, form.divisor, form.before, form.after)


def add_unit(chart: Any, look: Look, shown: Chart) -> None:
    """Name the unit above the plot, where `Frame.top` must have a row of room for it.

    It is the chart's title rather than the axis': axis titles are broken into short lines by some programs.
    """
    text = escape(look.words.unit.format(unit=unit_line(shown, look.words)))
    chart.has_title = True
    title = parse_xml(
        f'<c:title {nsdecls("c", "a")}><c:tx><c:rich><a:bodyPr rot="0" wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr lang="{look.language}" sz="{TYPE * 100}" b="0"/></a:pPr>'
        f'<a:r><a:rPr lang="{look.language}" sz="{TYPE * 100}" b="0">{xml.colour_xml(SLATE)}</a:rPr>'
        f"<a:t>{text}</a:t></a:r>"
        '</a:p></c:rich></c:tx><c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        '<c:x val="0.003"/><c:y val="0.003"/></c:manualLayout></c:layout><c:overlay val="1"/></c:title>'
    )
    xml.put(chart._chartSpace.chart, title, ("c:autoTitleDeleted", "c:plotArea"))


def levels_or_every(chart: Chart, room: float) -> tuple[bool, int]:
    """Whether the axis can show years below quarters or months, else every how many categories one label fits."""
    years = years_and_parts(chart.categories)
    if years and len(years) < len(chart.categories):
        widest = max(width(part, TYPE) for _, parts in years for part in parts) + 0.06
        if widest * len(chart.categories) <= room:
            return True, 1
    return False, label_every(chart.categories, room, TYPE)


def low_labels(axis: Any) -> None:
    """Keep category labels at the foot of the plot, below negative bars too."""
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def alt_text(chart: Chart, title: str, look: Look) -> str:
    """What the chart shows, for those who cannot see it."""
    words = look.words
    if chart.alt:
        return chart.alt
    form = number_format(chart, words, alone=True)
    kind = {"line": words.line, "column": words.column, "stacked": words.stacked}[chart.kind]
    span = words.from_to.format(first=chart.categories[0], last=chart.categories[-1])
    single = chart.kind == "column" and len(chart.series) == 1
    if single:
        pairs = zip(chart.categories, chart.series[0].values, strict=True)
        values = ", ".join(f"{name} {form.text(value)}" for name, value in pairs if value is not None)
        return f"{kind}: {title}. {values}."
    names = words.series.format(names=", ".join(series.name for series in chart.series))
    ends = ", ".join(
        f"{series.name} {form.text(value)}" for series in chart.series if (value := last(series)[1]) is not None
    )
    return f"{kind}: {title}. {names}. {span}. {words.last.format(values=ends)}."


def last(series: Series) -> tuple[int, float | None]:
    """Index and value of the last point that is there; (-1, None) for a series of gaps."""
    for index in range(len(series.values) - 1, -1, -1):
        if series.values[index] is not None:
            return index, series.values[index]
    return -1, None
