"""Reads a spec: checks every key, fills in the facts, gives each series its colour. All problems are found at once.

What a slide holds, by its `layout` (`?` marks what may be left out; all may have `subtitle?`, `source?`, and `notes?`
for the speaker):

- `cover`: title, footer?, picture? (a path, or null), alt?
- `key_numbers`: title, cards (1 to 3 of {label, number, from?, series?}), so_what
- `chart`: title, chart, takeaways (1 to 5 of {heading?, text, series?})
- `comparison`: title, charts (1 or 2, each with a title)
- `recommendation`: title, cards (1 to 3 of {heading, text}), ask, footer?
- `appendix`: title, table {header, rows, total?, from?}, notes? (up to 8 of {heading, text}, on the slide itself)

A chart is {kind, categories, series: [{name, values}], unit?, signed?, alt?}, its kind "line", "column" or "stacked".
`series` in a card or a takeaway names a series whose colour the number or heading takes.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from .facts import Fact
from .fields import Fields, kind_of
from .palette import COLOURS, ColourBook
from .pictures import why_not_a_picture
from .problems import DeckError, Problems, suggestion
from .spec import (
    KINDS,
    AppendixSlide,
    Card,
    Chart,
    ChartSlide,
    ComparisonSlide,
    CoverSlide,
    Deck,
    KeyNumbersSlide,
    Passage,
    RecommendationSlide,
    Series,
    Slide,
    Table,
)
from .wording import TAG

_COMMON = ("layout", "title", "subtitle", "notes", "source")
_MOST_SERIES, _MOST_PERIODS, _MOST_COLUMNS = 12, 120, 14
_TOTALS = ("합계", "총계", "총합", "계", "total", "totals", "sum", "grand total", "合计", "总计", "合計")


def read(spec: Any) -> Deck:
    """The deck that a spec describes. DeckError with all its problems."""
    if not isinstance(spec, dict):
        raise DeckError([f"The spec is {kind_of(spec)}, and must be an object with keys such as title and slides."])
    problems = Problems()
    facts = _facts(spec, problems)
    top = Fields(spec, "deck", "", facts, problems, [])
    top.only(("language", "title", "author", "date", "source", "facts", "colors", "slides"))
    language = top.plain("language")
    if language and not TAG.fullmatch(language):
        top.problem("language", f'"{language}" is not a language tag. Write one such as "ko", "en" or "en-GB".')
    title, author, source = top.text("title"), top.text("author"), top.text("source")
    day = _date(top)
    chosen = _chosen_colours(spec, problems)
    slides = []
    for number, item in enumerate(top.items("slides", 1, None), start=1):
        if isinstance(item, dict):
            slide = _slide(item, number, source, facts, problems)
            if slide is not None:
                slides.append(slide)
        else:
            problems.add(f"slide {number}", "layout", f"the slide is {kind_of(item)}, and must be an object with keys.")
    colours = ColourBook(_series_sizes(slides), chosen)
    _check_series_names(slides, colours, problems)
    problems.raise_if_any()
    return Deck(language, title, author, day, colours, facts, tuple(slides))


def _facts(spec: dict[str, Any], problems: Problems) -> dict[str, Fact]:
    found: dict[str, Fact] = {}
    given = spec.get("facts")
    if not isinstance(given, dict):
        problems.add("deck", "facts", f"it is {kind_of(given)}, and must be an object: fact ID -> value and text.")
        return found
    for name, item in given.items():
        if not isinstance(item, dict):
            problems.add("deck", f"facts.{name}", f"it is {kind_of(item)}, and must be an object with value and text.")
            continue
        fields = Fields(item, "deck", f"facts.{name}", {}, problems, [])
        fields.only(("value", "text", "formula", "rows", "unit"))
        if "value" not in item:
            fields.problem("value", "it is missing. Add the number that the text stands for.")
        texts = {key: fields.plain(key, required=False) for key in ("formula", "rows", "unit")}
        found[str(name)] = Fact(str(name), item.get("value"), fields.plain("text"), **texts)
    return found


def _date(top: Fields) -> date | None:
    given = top.plain("date", required=False)
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        top.problem("date", f'"{given}" is not a date. Write it as in 2026-01-15, or leave it out.')
        return None


def _chosen_colours(spec: dict[str, Any], problems: Problems) -> dict[str, str]:
    given = spec.get("colors")
    if given is None:
        return {}
    if not isinstance(given, dict):
        problems.add("deck", "colors", f"it is {kind_of(given)}, and must be an object: series name -> colour name.")
        return {}
    chosen = {}
    for name, colour in given.items():
        if colour in COLOURS:
            chosen[" ".join(str(name).split())] = str(colour)
        else:
            hint = suggestion(str(colour), COLOURS)
            problems.add(
                "deck", f"colors.{name}", f'"{colour}" is not a colour of the theme. Choose one of them.{hint}'
            )
    return chosen


def _slide(data: dict[str, Any], number: int, source: str, facts: dict[str, Fact], problems: Problems) -> Slide | None:
    used: list[str] = []
    fields = Fields(data, f"slide {number}", "", facts, problems, used)
    layout = fields.plain("layout")
    if layout not in _LAYOUTS:
        if layout:
            hint = suggestion(layout, _LAYOUTS)
            fields.problem("layout", f'there is no layout "{layout}". Choose one of {", ".join(_LAYOUTS)}.{hint}')
        return None
    keys, read_rest = _LAYOUTS[layout]
    fields.only((*_COMMON, *keys))
    common = {
        "number": number,
        "title": fields.text("title"),
        "subtitle": fields.text("subtitle", required=False),
        "source": fields.text("source", required=False) or source,
    }
    slide = read_rest(fields, common)
    # Notes may name facts that the slide itself does not show, so they are read after the facts are counted.
    shown = tuple(dict.fromkeys(used))
    notes = "" if layout == "appendix" else fields.text("notes", required=False)
    return replace(slide, used=shown, notes=notes)


def _cover(fields: Fields, common: dict[str, Any]) -> Slide:
    picture = fields.raw("picture", (str, Path), "the path of a picture, or null", required=False)
    reason = why_not_a_picture(picture) if picture else ""
    if reason:
        fields.problem(
            "picture", f"{reason} Give the path of a PNG or JPEG file, or null for a cover without a picture."
        )
    footer, alt = fields.text("footer", required=False), fields.text("alt", required=False)
    return CoverSlide(**common, footer=footer, picture=str(picture or ""), alt=alt)


def _key_numbers(fields: Fields, common: dict[str, Any]) -> Slide:
    cards = []
    for item in fields.children("cards", 1, 3):
        item.only(("label", "number", "from", "series"))
        series = item.name("series", required=False)
        cards.append(Card(item.text("label"), item.text("number"), item.text("from", required=False), series))
    return KeyNumbersSlide(**common, cards=tuple(cards), so_what=fields.text("so_what"))


def _chart_slide(fields: Fields, common: dict[str, Any]) -> Slide:
    chart = fields.child("chart")
    passages = _passages(fields, "takeaways", 1, 5, series=True)
    return ChartSlide(**common, chart=_chart(chart) if chart else _NO_CHART, takeaways=passages)


def _comparison(fields: Fields, common: dict[str, Any]) -> Slide:
    return ComparisonSlide(
        **common, charts=tuple(_chart(chart, titled=True) for chart in fields.children("charts", 1, 2))
    )


def _recommendation(fields: Fields, common: dict[str, Any]) -> Slide:
    cards = _passages(fields, "cards", 1, 3)
    footer = fields.text("footer", required=False)
    return RecommendationSlide(**common, cards=cards, ask=fields.text("ask"), footer=footer)


def _appendix(fields: Fields, common: dict[str, Any]) -> Slide:
    table = fields.child("table")
    passages = _passages(fields, "notes", 0, 8)
    return AppendixSlide(**common, table=_table(table) if table else Table((), ()), passages=passages)


def _passages(fields: Fields, key: str, least: int, most: int, series: bool = False) -> tuple[Passage, ...]:
    found = []
    for item in fields.children(key, least, most, required=least > 0):
        item.only(("heading", "text", "series") if series else ("heading", "text"))
        name = item.name("series", required=False) if series else ""
        # A takeaway can be one plain sentence; an action or a note without its name cannot be talked about.
        found.append(Passage(item.text("heading", required=not series), item.text("text"), name))
    return tuple(found)


def _chart(fields: Fields, titled: bool = False) -> Chart:
    fields.only(("kind", "categories", "series", "unit", "signed", "alt", "title"))
    given = fields.plain("kind")
    kind = next((name for name in KINDS if name == given), None)
    if given and kind is None:
        hint = suggestion(given, KINDS)
        fields.problem("kind", f'there is no chart kind "{given}". Choose one of {", ".join(KINDS)}.{hint}')
    categories = fields.texts("categories", 1, _MOST_PERIODS)
    series: list[Series] = []
    for item in fields.children("series", 1, _MOST_SERIES):
        item.only(("name", "values"))
        row = Series(item.name("name"), item.values("values"))
        if row.values and categories and len(row.values) != len(categories):
            item.problem(
                "values",
                f"it holds {len(row.values)} values for {len(categories)} categories. Give one (or null) for each.",
            )
        if row.name in [other.name for other in series]:
            item.problem("name", f'two series are called "{row.name}". Give each a name of its own.')
        series.append(row)
    chart = Chart(
        kind=kind or "line",
        categories=categories,
        series=tuple(series),
        unit=fields.name("unit", required=False),
        signed=bool(fields.raw("signed", bool, "true or false", required=False)),
        title=fields.text("title", required=titled),
        alt=fields.text("alt", required=False),
    )
    if series and not chart.numbers:
        fields.problem("series", "it holds no number at all. Leave the chart out, or give it data.")
    return chart


def _table(fields: Fields) -> Table:
    fields.only(("header", "rows", "total", "from"))
    header = fields.texts("header", 1, _MOST_COLUMNS)
    rows = []
    for index, row in enumerate(fields.items("rows", 1, None)):
        name = f"rows[{index}]"
        if not isinstance(row, (list, tuple)):
            fields.problem(name, f"it is {kind_of(row)}, and must be a list of cells.")
        elif len(row) != len(header):
            fields.problem(name, f"it holds {len(row)} cells under {len(header)} column heads. Give one for each.")
        else:
            rows.append(fields.cells(name, row))
    marked = fields.raw("total", bool, "true or false", required=False)
    total = bool(rows) and rows[-1][0].strip().lower() in _TOTALS if marked is None else marked
    return Table(header, tuple(rows), total, fields.text("from", required=False))


def _is_about_named_things(chart: Chart, names: Collection[str]) -> bool:
    """True for columns that stand for the series of other charts, such as one column of change for each product."""
    return chart.kind == "column" and len(chart.series) == 1 and all(name in names for name in chart.categories)


def charts_of(slides: Iterable[Slide]) -> list[Chart]:
    """All charts of the slides, in order."""
    found: list[Chart] = []
    for slide in slides:
        if isinstance(slide, ChartSlide):
            found.append(slide.chart)
        elif isinstance(slide, ComparisonSlide):
            found.extend(slide.charts)
    return found


def _series_sizes(slides: list[Slide]) -> dict[str, float]:
    """Each series name with its largest share of a chart, in order of appearance."""
    sizes: dict[str, float] = {}
    charts = charts_of(slides)
    names = {
        series.name for chart in charts if len(chart.series) > 1 or chart.kind != "column" for series in chart.series
    }
    for chart in charts:
        if _is_about_named_things(chart, names):
            continue
        whole = sum(abs(number) for number in chart.numbers) or 1.0
        for series in chart.series:
            share = sum(abs(value) for value in series.values if value is not None) / whole
            sizes[series.name] = max(sizes.get(series.name, 0.0), share)
    return sizes


def _check_series_names(slides: list[Slide], colours: ColourBook, problems: Problems) -> None:
    """A heading or a number that asks for a series' colour must name a series that the deck shows."""
    for slide in slides:
        parts: list[tuple[str, Card | Passage]] = []
        if isinstance(slide, ChartSlide):
            parts = [(f"takeaways[{index}].series", part) for index, part in enumerate(slide.takeaways)]
        elif isinstance(slide, KeyNumbersSlide):
            parts = [(f"cards[{index}].series", card) for index, card in enumerate(slide.cards)]
        for key, part in parts:
            if part.series and part.series not in colours:
                hint = suggestion(part.series, colours.names)
                problems.add(
                    f"slide {slide.number}",
                    key,
                    f'no chart has a series "{part.series}". Mend it or remove the key.{hint}',
                )


_LAYOUTS: dict[str, tuple[tuple[str, ...], Callable[[Fields, dict[str, Any]], Slide]]] = {
    "cover": (("footer", "picture", "alt"), _cover),
    "key_numbers": (("cards", "so_what"), _key_numbers),
    "chart": (("chart", "takeaways"), _chart_slide),
    "comparison": (("charts",), _comparison),
    "recommendation": (("cards", "ask", "footer"), _recommendation),
    "appendix": (("table", "notes"), _appendix),
}
_NO_CHART = Chart("line", (), ())
