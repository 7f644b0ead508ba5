"""Line charts: the name and the last value of each series stand at the end of its line."""

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
    last,
    levels_or_every,
    low_labels,
    new_chart,
    place_plot,
    style_categories,
    style_values,
)
from .endlabels import spread
from .measure import width
from .palette import Colour
from .scales import NumberFormat, Scale, needs_unit_line, number_format, scale_for
from .spec import Chart, Series

_MOST_NAMED = 6
_WIDEST_LABEL = 0.33
_DASHES = ("", "sysDash", "sysDot", "dash", "dashDot", "lgDash", "lgDashDot")


def draw_lines(placeholder: Any, chart: Chart, look: Look, least: Edges) -> Any:
    """Fill the placeholder with a line chart; returns the graphic frame."""
    frame = Frame(placeholder.width / 914400, placeholder.height / 914400)
    form = number_format(chart, look.words)
    scale = scale_for(chart.numbers, from_zero=False)
    ticks = axis_format(scale, form)
    names = [series.name for series in chart.series]
    # Up to six lines are all named at their ends; of more, those with a colour of their own.
    ends = [s for s in chart.series if len(chart.series) <= _MOST_NAMED or not look.colours.is_grey(s.name)]
    separator = _separator(ends, form, frame)
    texts = {series.name: _label(series, form, separator) for series in ends}
    unnamed = [name for name in names if separator is None or name not in texts]
    frame.left = axis_width(scale, ticks)
    frame.right = 0.2 + max((_width(text) for text in texts.values()), default=0.0)
    if needs_unit_line(chart):
        frame.top += ROW
    legend = Legend.for_names(names, frame, set(names) - set(unnamed), key=0.8) if unnamed else None
    frame.bottom = 0.1
    if legend:
        legend.make_room(frame)
    levels, every = levels_or_every(chart, frame.plot_width)
    frame.bottom += ROW * (2 if levels else 1)
    least.keep(frame)

    graphic, drawn = new_chart(placeholder, XL_CHART_TYPE.LINE, data_of(chart, levels), look)
    place_plot(drawn, frame)
    style_values(drawn, look, scale, ticks, shown=True)
    low_labels(style_categories(drawn, look, every))
    if needs_unit_line(chart):
        add_unit(drawn, look, chart)
    if legend:
        legend.add_to(drawn, look, frame)
    shifts = _shifts(ends, texts, scale, frame)
    greys = 0
    for series, element in zip(chart.series, drawn.plots[0].series, strict=True):
        dash = ""
        if look.colours.is_grey(series.name):
            dash = _DASHES[greys % len(_DASHES)]
            greys += 1
        colour = look.colours[series.name]
        _style_line(element._element, series, colour, dash)
        label = ""
        if series.name in shifts:
            style = xml.bare(xml.type_xml(TYPE, colour.text, look.language, bold=True, body=xml.ONE_LINE))
            named = separator is not None
            place, shift = last(series)[0], shifts[series.name]
            label = xml.end_label(place, shift, style, form.code, named, separator or " ")
        style = xml.bare(xml.type_xml(TYPE, colour.text, look.language))
        xml.put(
            element._element, xml.labels(label, style, form.code, shown=False), ("c:trendline", "c:errBars", "c:cat")
        )
    return graphic


def _label(series: Series, form: NumberFormat, separator: str | None) -> str:
    value = last(series)[1]
    shown = "" if value is None else form.text(value)
    return shown if separator is None else f"{series.name}{separator}{shown}"


def _separator(ends: list[Series], form: NumberFormat, frame: Frame) -> str | None:
    """A space where name and value fit side by side, a new line where only one below the other, else None."""
    for separator in (" ", "\n"):
        if all(_width(_label(series, form, separator)) <= _WIDEST_LABEL * frame.width for series in ends):
            return separator
    return None


def _width(label: str) -> float:
    return max(width(line, TYPE, True) for line in label.split("\n"))


def _shifts(ends: list[Series], texts: dict[str, str], scale: Scale, frame: Frame) -> dict[str, tuple[float, float]]:
    """How far each label moves from the right of its last point, as shares of the frame's width and height."""
    points = {series.name: last(series) for series in ends}
    present = [series for series in ends if points[series.name][1] is not None]
    wanted, heights = [], []
    for series in present:
        value = points[series.name][1]
        assert value is not None
        wanted.append(frame.top + frame.plot_height * (1 - scale.share(value)))
        heights.append(0.24 * (1 + texts[series.name].count("\n")))
    placed = spread(wanted, heights, 0.0, frame.height - frame.bottom + 0.12)
    shifts = {}
    for series, middle, target in zip(present, wanted, placed, strict=True):
        count = len(series.values)
        across = frame.plot_width * (count - 1 - points[series.name][0]) / count
        shifts[series.name] = (across / frame.width, (target - middle) / frame.height)
    return shifts


def _style_line(element: Any, series: Series, colour: Colour, dash: str) -> None:
    fill = xml.colour_xml(colour)
    points = 1.75 if dash else 2.5
    line = xml.shape_properties(xml.line_xml(fill, points, dash))
    xml.put(element, line, ("c:marker", "c:dPt", "c:dLbls", "c:cat"))
    dot = f'<c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill}<a:ln><a:noFill/></a:ln></c:spPr>'
    everywhere = len(series.values) <= 6 or _has_lonely_point(series)
    inside = dot if everywhere else '<c:symbol val="none"/>'
    xml.put(element, parse_xml(f"<c:marker {nsdecls('c', 'a')}>{inside}</c:marker>"), ("c:dPt", "c:dLbls", "c:cat"))
    index = last(series)[0]
    if not everywhere and index >= 0:
        point = parse_xml(
            f'<c:dPt {nsdecls("c", "a")}><c:idx val="{index}"/><c:marker>{dot}</c:marker><c:bubble3D val="0"/>'
            f"<c:spPr>{xml.line_xml(fill, points, dash)}</c:spPr></c:dPt>"
        )
        xml.put(element, point, ("c:dLbls", "c:cat"))


def _has_lonely_point(series: Series) -> bool:
    """True where a value stands between two gaps: a line without markers would not show it."""
    padded = (None, *series.values, None)
    return any(
        here is not None and before is None and after is None
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False)
    )
