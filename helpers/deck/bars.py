"""Columns, bars and stacks: each carries its number; the value axis comes back where the numbers do not fit."""

from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from . import chartxml as xml
from .charts import (
    ROW,
    TYPE,
    Edges,
    Frame,
    Legend,
    Look,
    add_unit,
    axis_format,
    axis_width,
    data_of,
    levels_or_every,
    low_labels,
    new_chart,
    place_plot,
    style_categories,
    style_values,
)
from .measure import width, wrap
from .palette import NAVY, WHITE
from .scales import NumberFormat, Scale, needs_unit_line, number_format, scale_for, years_and_parts
from .spec import Chart

_GAP = 0.6
"""The least space between neighbouring bars, in bar widths."""
_THICKEST, _THICKEST_LYING = 1.3, 0.5
"""The most inches that a bar is wide."""
_MOST_BARS = 16


@dataclass(frozen=True)
class _Plan:
    """What is settled before anything is drawn. `every`: each so many categories have a label."""

    frame: Frame
    legend: Legend | None
    lying: bool
    levels: bool
    every: int


def edges(placeholder: Any, chart: Chart) -> Edges:
    """The room that the chart takes above and below its plot; none below for lying bars, which stand on no line."""
    plan = _plan(placeholder, chart)
    return Edges(plan.frame.top, 0.0 if plan.lying else plan.frame.bottom)


def _plan(placeholder: Any, chart: Chart) -> _Plan:
    frame = Frame(placeholder.width / 914400, placeholder.height / 914400)
    lying = _needs_bars(chart, frame.plot_width)
    if needs_unit_line(chart):
        frame.top += ROW
    names = [series.name for series in chart.series]
    legend = Legend.for_names(names, frame) if len(names) > 1 else None
    frame.bottom = 0.1
    if legend:
        legend.make_room(frame)
    levels, every = (False, 1) if lying else levels_or_every(chart, frame.plot_width)
    if lying:
        frame.left = min(max(width(name, TYPE) for name in chart.categories) + 0.2, 0.42 * frame.width)
    else:
        frame.bottom += ROW * (2 if levels else _label_rows(chart, every, frame.plot_width))
    return _Plan(frame, legend, lying, levels, every)


def draw_bars(placeholder: Any, chart: Chart, look: Look, least: Edges) -> Any:
    """Fill the placeholder with columns, or with bars where long names do not fit below columns."""
    plan = _plan(placeholder, chart)
    frame, lying = plan.frame, plan.lying
    if not lying:
        least.keep(frame)
    form = number_format(_signed_where_needed(chart), look.words)
    stacked = chart.kind == "stacked"
    scale = scale_for(_stack_ends(chart) if stacked else chart.numbers)
    numbered = _numbers_fit(chart, form, scale, frame, lying)
    if numbered and not stacked:
        scale = _with_headroom(scale, chart, form, frame, lying)
    elif not numbered:
        ticks = axis_format(scale, form)
        if lying:
            frame.bottom += ROW
        else:
            frame.left = axis_width(scale, ticks)

    graphic, drawn = new_chart(placeholder, _kind(stacked, lying), data_of(chart, plan.levels), look)
    place_plot(drawn, frame)
    style_values(drawn, look, scale, axis_format(scale, form), shown=not numbered)
    axis = style_categories(drawn, look, plan.every, lying)
    low_labels(axis)
    axis.reverse_order = lying
    if needs_unit_line(chart):
        add_unit(drawn, look, chart)
    if plan.legend:
        plan.legend.add_to(drawn, look, frame)
    plot = drawn.plots[0]
    plot.gap_width = round(_gap(chart, frame, lying) * 100)
    plot.overlap = 100 if stacked else 0
    for number, element in enumerate(plot.series):
        _style_series(element._element, chart, number, look, thin=_bar_thickness(chart, frame, lying) < 0.25)
        _label_series(element._element, chart, number, look, form, scale, frame, numbered, lying)
    return graphic


def _kind(stacked: bool, lying: bool) -> XL_CHART_TYPE:
    if stacked:
        return XL_CHART_TYPE.BAR_STACKED if lying else XL_CHART_TYPE.COLUMN_STACKED
    return XL_CHART_TYPE.BAR_CLUSTERED if lying else XL_CHART_TYPE.COLUMN_CLUSTERED


def _signed_where_needed(chart: Chart) -> Chart:
    """One row of columns on both sides of zero shows changes: the positive ones get a plus."""
    both = chart.kind == "column" and len(chart.series) == 1 and min(chart.numbers) < 0 < max(chart.numbers)
    return replace(chart, signed=True) if both else chart


def _needs_bars(chart: Chart, room: float) -> bool:
    """True for names that take more than two lines below a column, or would be broken inside a word."""
    count = len(chart.categories)
    if count > _MOST_BARS or years_and_parts(chart.categories) or all(c.strip().isdigit() for c in chart.categories):
        return False
    slot = room / count - 0.1
    words = [word for name in chart.categories for word in name.split()]
    return any(len(wrap(name, TYPE, slot)) > 2 for name in chart.categories) or any(
        width(word, TYPE) > slot for word in words
    )


def _label_rows(chart: Chart, every: int, room: float) -> int:
    """Rows that the category labels take below columns."""
    slot = room * every / len(chart.categories) - 0.06
    return max(len(wrap(name, TYPE, slot)) for name in chart.categories) if every == 1 else 1


def _stack_ends(chart: Chart) -> list[float]:
    """The lowest and highest end of each stack."""
    ends = []
    for column in zip(*(series.values for series in chart.series), strict=True):
        present = [value for value in column if value is not None]
        ends += [sum(value for value in present if value > 0), sum(value for value in present if value < 0)]
    return ends


def _gap(chart: Chart, frame: Frame, lying: bool) -> float:
    """Space between neighbouring bars, in bar widths: more where few bars would turn into slabs."""
    side_by_side = 1 if chart.kind == "stacked" else len(chart.series)
    slot = (frame.plot_height if lying else frame.plot_width) / len(chart.categories)
    return max(_GAP, min(5.0, slot / (_THICKEST_LYING if lying else _THICKEST) - side_by_side))


def _bar_thickness(chart: Chart, frame: Frame, lying: bool) -> float:
    side_by_side = 1 if chart.kind == "stacked" else len(chart.series)
    along = frame.plot_height if lying else frame.plot_width
    return along / len(chart.categories) / (side_by_side + _GAP)


def _numbers_fit(chart: Chart, form: NumberFormat, scale: Scale, frame: Frame, lying: bool) -> bool:
    """True where the numbers can stand on (stacks) or at the end of (columns) their bars."""
    thickness = _bar_thickness(chart, frame, lying)
    widest = max(width(form.text(number), TYPE, True) for number in chart.numbers)
    if lying:
        return thickness >= 0.2
    if chart.kind == "stacked":
        return widest <= thickness + 0.02
    return widest <= thickness * (1 + _GAP if len(chart.series) == 1 else 1.0)


def _with_headroom(scale: Scale, chart: Chart, form: NumberFormat, frame: Frame, lying: bool) -> Scale:
    """The axis made longer by the room that the numbers beyond the ends of the bars take."""
    low, high = min(0.0, *chart.numbers), max(0.0, *chart.numbers)
    if low == high:
        return scale
    widest = max(width(form.text(number), TYPE, True) for number in chart.numbers)
    label = (widest + 0.15) / frame.plot_width if lying else 0.3 / frame.plot_height
    ends = (low < 0) + (high > 0)
    unit = (high - low) / max(0.2, 1 - ends * label)
    return Scale(low - (label * unit if low < 0 else 0), high + (label * unit if high > 0 else 0), (high - low) / 5)


def _style_series(element: Any, chart: Chart, number: int, look: Look, thin: bool) -> None:
    """One colour for the series; where its bars stand for the deck's series, each gets the colour of its own."""
    series = chart.series[number]
    own = look.colours.get(series.name, NAVY)
    rest = ("c:invertIfNegative", "c:pictureOptions", "c:dPt", "c:dLbls", "c:cat")
    edge = "<a:ln><a:noFill/></a:ln>"
    if chart.kind == "stacked" and not thin:
        edge = xml.line_xml(xml.colour_xml(WHITE), 0.75)
    xml.put(element, xml.shape_properties(xml.colour_xml(own) + edge), rest)
    xml.put(element, parse_xml(f'<c:invertIfNegative {nsdecls("c")} val="0"/>'), rest[1:])
    if len(chart.series) > 1 or not all(name in look.colours for name in chart.categories):
        return
    before = next(child for child in element if child.tag.endswith("}cat"))
    for index, name in enumerate(chart.categories):
        fill = xml.colour_xml(look.colours[name])
        before.addprevious(
            parse_xml(
                f'<c:dPt {nsdecls("c", "a")}><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
                f"<c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr></c:dPt>"
            )
        )


def _label_series(
    element: Any,
    chart: Chart,
    number: int,
    look: Look,
    form: NumberFormat,
    scale: Scale,
    frame: Frame,
    numbered: bool,
    lying: bool,
) -> None:
    series = chart.series[number]
    stacked = chart.kind == "stacked"
    on_dark = stacked and not look.colours[series.name].is_light
    style = xml.bare(xml.type_xml(TYPE, WHITE if on_dark else NAVY, look.language, bold=not stacked, body=xml.ONE_LINE))
    hidden = ""
    if stacked and numbered:
        along = frame.plot_width if lying else frame.plot_height
        for index, value in enumerate(series.values):
            long = abs(value or 0) / (scale.high - scale.low) * along
            least = width(form.text(value), TYPE) + 0.04 if lying and value is not None else 0.22
            if value is None or long < least:
                hidden += xml.hidden_label(index)
    position = "ctr" if stacked else "outEnd"
    xml.put(
        element,
        xml.labels(hidden, style, form.code, numbered, position),
        ("c:trendline", "c:errBars", "c:cat"),
    )
