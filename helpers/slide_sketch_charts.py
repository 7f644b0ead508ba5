"""Simple true drawings of a slide's native charts, from the data inside them: lines, columns, bars, stacks."""

import math
from collections.abc import Sequence
from typing import Any

from PIL import ImageDraw, ImageFont
from pptx.oxml.ns import qn

from .slide_colours import Colours, Rgb

Box = tuple[float, float, float, float]
_RULE, _AXIS, _INK = (217, 212, 200), (90, 98, 112), (40, 44, 66)
_ACCENTS = [f"accent{number}" for number in range(1, 7)]


def draw_chart(draw: ImageDraw.ImageDraw, box: Box, chart: Any, colours: Colours, font: ImageFont.FreeTypeFont) -> None:
    """Draw a chart into the box: its series, its categories (the first and last, where not all fit), a legend.

    A kind of chart that is not known here, or one without numbers, becomes a frame.
    """
    plot: Any = next(iter(chart.plots), None)
    rows = [list(series.values) for series in plot.series] if plot else []
    numbers = [value for row in rows for value in row if value is not None and math.isfinite(value)]
    kind = plot._element.tag.rpartition("}")[2] if plot else ""
    if kind not in ("lineChart", "barChart") or not numbers:
        draw.rectangle(box, outline=_RULE)
        return
    names = [series.name for series in plot.series]
    inks = [_colour(series._element, colours, index) for index, series in enumerate(plot.series)]
    line = font.size * 1.5
    left, top, right, bottom = box[0] + 4, box[1] + line, box[2] - 4, box[3] - line
    if len(names) > 1:
        bottom -= _legend(draw, (left, box[3], right), names, inks, font)
    categories = [" ".join(label) for label in plot.categories.flattened_labels]
    stacked = kind == "barChart" and plot._element.find(qn("c:grouping")).get("val") in ("stacked", "percentStacked")
    low, high = _span(rows, stacked)

    def place(value: float) -> float:
        return bottom - (value - low) / (high - low) * (bottom - top)

    if kind == "lineChart":
        _lines(draw, rows, inks, (left, right), place)
    else:
        own = [_points(series._element, colours) for series in plot.series]
        _columns(draw, rows, inks, own, (left, right), place, stacked)
    draw.line((left, place(max(low, 0.0)), right, place(max(low, 0.0))), fill=_AXIS)
    slot = (right - left) / len(categories)
    fit = all(draw.textlength(name, font=font) < slot for name in categories)
    for index in range(len(categories)) if fit else sorted({0, len(categories) - 1}):
        anchor = "mm" if fit else "rm" if index else "lm"
        x = left + slot * (index + 0.5) if fit else right if index else left
        draw.text((x, bottom + line * 0.6), categories[index], fill=_AXIS, font=font, anchor=anchor)


def _span(rows: Sequence[Sequence[float | None]], stacked: bool) -> tuple[float, float]:
    """The lowest and highest value to be drawn, zero among them."""
    ends = [0.0]
    for column in zip(*rows, strict=True):
        present = [value for value in column if value is not None]
        ends += [sum(v for v in present if v > 0), sum(v for v in present if v < 0)] if stacked else present
    low, high = min(ends), max(ends)
    return (low, high) if low < high else (low, low + 1)


def _lines(draw: Any, rows: Sequence[Any], inks: Sequence[Rgb], sides: tuple[float, float], place: Any) -> None:
    left, right = sides
    for row, ink in zip(rows, inks, strict=True):
        step = (right - left) / len(row)
        run: list[tuple[float, float]] = []
        for index, value in enumerate([*row, None]):
            if value is not None:
                run.append((left + (index + 0.5) * step, place(value)))
                continue
            if len(run) > 1:
                draw.line(run, fill=ink, width=3, joint="curve")
            elif run:
                x, y = run[0]
                draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill=ink)
            run = []


def _columns(
    draw: Any,
    rows: Sequence[Any],
    inks: Sequence[Rgb],
    own: Sequence[dict[int, Rgb]],
    sides: tuple[float, float],
    place: Any,
    stacked: bool,
) -> None:
    left, right = sides
    count = len(rows[0])
    slot = (right - left) / count
    wide = slot * 0.62 / (1 if stacked else len(rows))
    for index in range(count):
        up = down = 0.0
        for number, row in enumerate(rows):
            value = row[index]
            if value is None:
                continue
            start = (up if value > 0 else down) if stacked else 0.0
            up, down = (up + max(value, 0), down + min(value, 0)) if stacked else (0.0, 0.0)
            x = left + slot * index + slot * 0.19 + (0 if stacked else wide * number)
            edges = sorted((place(start), place(start + value)))
            draw.rectangle((x, edges[0], x + wide - 1, edges[1]), fill=own[number].get(index, inks[number]))


def _legend(draw: Any, place: tuple[float, float, float], names: list[str], inks: list[Rgb], font: Any) -> float:
    """Names in their colours, in as many rows as they take; returns the height."""
    left, foot, right = place
    rows: list[list[int]] = [[]]
    used = 0.0
    for index, name in enumerate(names):
        wide = draw.textlength(name, font=font) + font.size * 2
        if rows[-1] and used + wide > right - left:
            rows.append([])
            used = 0.0
        rows[-1].append(index)
        used += wide
    tall = font.size * 1.5
    for number, row in enumerate(rows):
        x, y = left, foot - tall * (len(rows) - number - 0.5)
        for index in row:
            draw.rectangle((x, y - font.size / 3, x + font.size * 0.66, y + font.size / 3), fill=inks[index])
            draw.text((x + font.size, y), names[index], fill=_INK, font=font, anchor="lm")
            x += draw.textlength(names[index], font=font) + font.size * 2
    return tall * len(rows)


def _colour(series: Any, colours: Colours, index: int) -> Rgb:
    properties = series.find(qn("c:spPr"))
    stroke = properties.find(qn("a:ln")) if properties is not None else None
    return colours.of(properties) or colours.of(stroke) or colours.named(_ACCENTS[index % len(_ACCENTS)])


def _points(series: Any, colours: Colours) -> dict[int, Rgb]:
    """The points of a series that have a colour of their own."""
    found = {}
    for point in series.findall(qn("c:dPt")):
        if colour := colours.of(point.find(qn("c:spPr"))):
            found[int(point.find(qn("c:idx")).get("val"))] = colour
    return found
