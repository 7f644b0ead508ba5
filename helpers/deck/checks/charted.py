"""Native charts: what they show, in which colours, and what the workbook inside them holds."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pptx.oxml.ns import qn

from .colours import Paint, opened
from .pages import Box, Item, Page

_CHART_WORDS = re.compile(r"chart|plot|graph|data[_ ]?vis|figure|그래프|차트|도표|图表|图像_?\d", re.I)


@dataclass(eq=False)
class Charted:
    """One chart. `heading` is the text right above it, or the slide's title."""

    item: Item
    heading: str = ""

    @property
    def _chart(self) -> Any:
        return self.item.shape.chart

    @cached_property
    def is_line(self) -> bool:
        return any(plot._element.tag == qn("c:lineChart") for plot in self._chart.plots)

    @cached_property
    def categories(self) -> list[str]:
        """Labels; those of several levels are joined ("2022 Q1")."""
        for plot in self._chart.plots:
            if len(plot.categories):
                return [" ".join(str(part) for part in labels) for labels in plot.categories.flattened_labels]
        return []

    @cached_property
    def series(self) -> list[tuple[str, list[float | None]]]:
        return [(" ".join(str(s.name).split()), list(s.values)) for plot in self._chart.plots for s in plot.series]

    @cached_property
    def shows_colours_apart(self) -> bool:
        return len(self.series) > 1

    def colours(self, paint: Paint) -> Iterator[tuple[str, Any]]:
        """Name and colour of each series, or of each bar where the bars are the series."""
        for plot in self._chart.plots:
            for index, series in enumerate(plot.series):
                properties = series._element.find(qn("c:spPr"))
                colour = self._colour(paint, properties)
                yield " ".join(str(series.name).split()), colour or ("auto", index)
                if self.is_line:
                    continue
                for point in series._element.findall(qn("c:dPt")):
                    place = int(point.find(qn("c:idx")).get("val"))
                    own = self._colour(paint, point.find(qn("c:spPr")))
                    if own and place < len(self.categories):
                        yield self.categories[place], own

    def _colour(self, paint: Paint, properties: Any) -> Any:
        if properties is None:
            return None
        if self.is_line:
            properties = properties.find(qn("a:ln"))
        _, found = paint.fill(properties)
        return found[0] if found else None

    # The workbook inside

    @cached_property
    def workbook(self) -> Any:
        """The first sheet's cells by name, or None where there is no workbook that opens."""
        import openpyxl

        part = self._chart.part.chart_workbook.xlsx_part
        if part is None:
            return None
        try:
            return openpyxl.load_workbook(io.BytesIO(part.blob), data_only=True)
        except Exception:  # openpyxl has no error of its own for a damaged file
            return None

    def differences(self) -> Iterator[tuple[str, Any, Any]]:
        """Cell, what the chart shows and what the workbook holds, wherever they differ."""
        for reference in self._chart._chartSpace.iter(qn("c:numRef"), qn("c:strRef")):
            formula = reference.find(qn("c:f"))
            cache = (
                reference.find(qn("c:numCache"))
                if reference.tag == qn("c:numRef")
                else reference.find(qn("c:strCache"))
            )
            if formula is None or cache is None:
                continue
            cells = self._cells(formula.text or "")
            if cells is None:
                yield formula.text or "", "", ""
                continue
            shown = {int(point.get("idx")): point.find(qn("c:v")).text for point in cache.iter(qn("c:pt"))}
            for index, (place, value) in enumerate(cells):
                if not _is_same(shown.get(index), value):
                    yield place, shown.get(index), value
                    break

    def _cells(self, formula: str) -> list[tuple[str, Any]] | None:
        match = re.fullmatch(r"'?(.+?)'?!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?", formula)
        if not match or match[1] not in self.workbook.sheetnames:
            return None
        span = f"{match[2]}{match[3]}:{match[4] or match[2]}{match[5] or match[3]}"
        return [(cell.coordinate, cell.value) for row in self.workbook[match[1]][span] for cell in row]


def _is_same(shown: str | None, value: Any) -> bool:
    if shown is None or value is None:
        return (shown or None) == (None if value in (None, "") else value)
    try:
        return abs(float(shown) - float(value)) <= 1e-6 * max(1.0, abs(float(value)))
    except (TypeError, ValueError):
        return " ".join(shown.split()) == " ".join(str(value).split())


def charts_on(page: Page) -> list[Charted]:
    """The native charts of a slide, from left to right, each with the text above it."""
    found = []
    for item in page.of("chart"):
        above = [
            other
            for other in page.words
            if other.box.bottom <= item.box.top + 0.15 and other.box.shared(_column(item)) > 0 and other.role != "title"
        ]
        nearest = max(above, key=lambda other: other.box.bottom, default=None)
        found.append(Charted(item, nearest.text if nearest else page.heading))
    return sorted(found, key=lambda chart: chart.item.box.left)


def _column(item: Item) -> Box:
    """The part of the slide above a chart."""
    return Box(item.box.left, 0, item.box.width, item.box.top + 0.1)


def is_picture_of_chart(item: Item, on_cover: bool) -> bool:
    """True where a picture's name or its looks say that it is a chart; on a cover, where art may be pale, its name."""
    named = _CHART_WORDS.search(f"{item.name} {item.description} {_file_of(item)}")
    return bool(named) or (not on_cover and looks_like_a_chart(item))


def looks_like_a_chart(item: Item) -> bool:
    """True for a picture that is mostly one flat white or black, as plots are and photographs are not."""
    image = opened(item)
    if image is None:
        return False
    small = image.resize((160, 120))
    colours = small.getcolors(160 * 120) or []
    count, colour = max(colours, key=lambda entry: entry[0])
    assert isinstance(colour, tuple)
    flat = count > 0.5 * 160 * 120
    return flat and (min(colour) > 235 or max(colour) < 25) and len(colours) > 20


def _file_of(item: Item) -> str:
    try:
        return str(item.shape.image.filename or "")
    except (AttributeError, ValueError, KeyError):
        return ""
