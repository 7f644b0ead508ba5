"""One function for each layout of the theme: which words go into which placeholder, at which sizes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from . import bars, tables
from .breaks import best_step
from .charts import Edges, Look, alt_text
from .filling import Filler, Words, room_inside, steps
from .lines import draw_lines
from .measure import block_height
from .palette import Colour
from .pictures import cropped_jpeg
from .spec import (
    AppendixSlide,
    Chart,
    ChartSlide,
    ComparisonSlide,
    CoverSlide,
    Deck,
    KeyNumbersSlide,
    Passage,
    RecommendationSlide,
    Slide,
    Table,
)

# Sizes to try, largest first. In a pair, headings come first and their text second.
TITLE = steps(26, 24, 22, bold=(True, True))
COVER_TITLE = steps(44, 40, 36, 32, bold=(True, True))
COVER_SUBTITLE = steps(20, 18, 16)
NUMBER = steps(60, 54, 48, 44, 40, 36, 32, 26, bold=(True, True))
SMALL = steps(14, 12)
BODY = steps(16, 14)
SENTENCE = steps(20, 18, 16)
HEADING = steps(16, 14, bold=(True, True))
FOOT = steps(11)
DRAFT = steps(12, 11)
# The first step of each must be the size that the layout itself has.
TAKEAWAYS = steps(16, 14, bold=(True, False), before=(6, 2))
TAKEAWAYS_LARGE = steps(20, 18, bold=(True, False), before=(6, 2))
ACTIONS = steps((20, 16), (18, 16), (16, 16), (16, 14), (14, 14), bold=(True, False), before=(0, 3))
ASK = steps((20, 14), (18, 14), (16, 14), (14, 14), bold=(True, False), before=(6, 0))
METHOD = [
    *steps(16, 14, bold=(True, False), before=(6, 2)),
    *steps(12, bold=(True, False), before=(4, 0)),
]

Step = tuple[str, Slide, Callable[[Filler], None]]
"""A layout's name, the slide whose heading and notes it carries, and what fills the rest."""


def plan(slide: Slide, deck: Deck, look: Look, layouts: Mapping[str, Any]) -> list[Step]:
    """The slides that one slide of the spec becomes: one, but for a table that needs more room.

    `layouts` are the theme's, by name.
    """
    if isinstance(slide, CoverSlide):
        name = "Cover" if slide.picture else "Cover, no picture"
        return [(name, slide, lambda filler: _cover(filler, slide, deck, look))]
    if isinstance(slide, KeyNumbersSlide):
        return [(f"Key numbers, {len(slide.cards)}", slide, lambda filler: _key_numbers(filler, slide, look))]
    if isinstance(slide, ChartSlide):
        return [("Chart and takeaways", slide, lambda filler: _chart_and_takeaways(filler, slide, look))]
    if isinstance(slide, ComparisonSlide):
        return [(f"Comparison, {len(slide.charts)}", slide, lambda filler: _comparison(filler, slide, look))]
    if isinstance(slide, RecommendationSlide):
        return [(f"Recommendation, {len(slide.cards)}", slide, lambda filler: _recommendation(filler, slide, look))]
    assert isinstance(slide, AppendixSlide)
    return _appendix(slide, look, layouts)


def heading(filler: Filler, slide: Slide) -> None:
    """What every slide but the cover has: title, the line above it, source."""
    filler.write("Title", [Words(_one_line(slide.title))], TITLE, display=True)
    filler.write("Subtitle", [Words(_one_line(slide.subtitle))], SMALL)
    filler.write("Source", [Words(_one_line(slide.source))], FOOT)


def _cover(filler: Filler, slide: CoverSlide, deck: Deck, look: Look) -> None:
    room, _ = filler.room("Title")
    step = best_step(slide.title, [styles[0].size for styles in COVER_TITLE], room, most=3)
    filler.write("Title", [Words(slide.title)], COVER_TITLE, step, display=True)
    filler.write("Subtitle", [Words(_one_line(slide.subtitle))], COVER_SUBTITLE, display=True)
    day = deck.date.isoformat() if deck.date else ""
    parts = [slide.footer, "" if day in slide.footer else day]
    filler.write("Footer", [Words("  |  ".join(_one_line(part) for part in parts if part))], SMALL)
    if slide.picture:
        frame = filler["Picture"]
        picture = frame.insert_picture(cropped_jpeg(slide.picture, frame.width / frame.height))
        filler.describe(picture, "Picture", slide.alt or look.words.picture.format(title=_one_line(slide.title)))


def _key_numbers(filler: Filler, slide: KeyNumbersSlide, look: Look) -> None:
    numbers = [[Words(_one_line(card.number), colour=_colour(card.series, look))] for card in slide.cards]
    # One size for all, so that no number looks more important for being short.
    step = max(filler.fitted(f"Card {index} number", words, NUMBER) for index, words in enumerate(numbers, start=1))
    for index, (card, number) in enumerate(zip(slide.cards, numbers, strict=True), start=1):
        filler.write(f"Card {index} label", [Words(card.label)], BODY, display=True)
        filler.write(f"Card {index} number", number, NUMBER, step)
        filler.write(f"Card {index} from", [Words(card.origin)], BODY, display=True)
    filler.write("So what", [Words(slide.so_what, lead=look.words.so_what)], SENTENCE, display=True)


def _colour(series: str, look: Look) -> Colour | None:
    return look.colours[series].text if series else None


def _draw(filler: Filler, name: str, chart: Chart, title: str, look: Look, least: Edges) -> None:
    draw = draw_lines if chart.kind == "line" else bars.draw_bars
    filler.describe(draw(filler[name], chart, look, least), name, alt_text(chart, title, look))


def _chart_and_takeaways(filler: Filler, slide: ChartSlide, look: Look) -> None:
    _draw(filler, "Chart", slide.chart, _one_line(slide.title), look, Edges())
    words: list[Words] = []
    for passage in slide.takeaways:
        if passage.heading:
            words.append(Words(passage.heading, 0, colour=_colour(passage.series, look)))
            words.append(Words(passage.text, 1))
        else:
            words.append(Words(passage.text, 0, light=True))
    filler.write("Takeaways", words, [*TAKEAWAYS_LARGE, *TAKEAWAYS], spread=42, sizes_of_layout=TAKEAWAYS[0])


def _comparison(filler: Filler, slide: ComparisonSlide, look: Look) -> None:
    taken = [bars.edges(filler[f"Chart {n}"], c) for n, c in enumerate(slide.charts, start=1) if c.kind != "line"]
    least = Edges(max((e.top for e in taken), default=0.0), max((e.bottom for e in taken), default=0.0))
    for index, chart in enumerate(slide.charts, start=1):
        filler.write(f"Chart {index} heading", [Words(_one_line(chart.title))], HEADING)
        _draw(filler, f"Chart {index}", chart, _one_line(chart.title), look, least)


def _recommendation(filler: Filler, slide: RecommendationSlide, look: Look) -> None:
    actions = [[Words(card.heading, 0), Words(card.text, 1)] for card in slide.cards]
    step = max(filler.fitted(f"Action {index}", words, ACTIONS) for index, words in enumerate(actions, start=1))
    for index, words in enumerate(actions, start=1):
        filler.write(f"Action {index}", words, ACTIONS, step)
    filler.write("Ask", [Words(look.words.ask, 1), Words(slide.ask, 0)], ASK, display=True)
    filler.write("Draft note", [Words(slide.footer)], DRAFT)


def _appendix(slide: AppendixSlide, look: Look, layouts: Mapping[str, Any]) -> list[Step]:
    """Table and method side by side; a table too wide or too long takes slides of its own, and the method the last."""
    alt = look.words.table.format(title=_one_line(slide.title))

    table = tables.tidy(slide.table)
    beside, _ = _room(layouts["Table and method"], "Table")
    panel, tall = _room(layouts["Table and method"], "Method")
    texts = [(words.level, words.text) for words in _method_words(slide.passages)]
    narrow = bool(texts) and tables.fits(table, beside) and block_height(texts, METHOD[-1], panel) <= tall
    wide, height = _room(layouts["Wide table"], "Table")
    room = beside if narrow else wide
    parts = [part for group in tables.side_by_side(table, room) for part in tables.pages(group, room, height)]

    def table_only(part: Table) -> Callable[[Filler], None]:
        return lambda filler: tables.insert(filler, "Table", part, alt)

    def table_and_method(filler: Filler) -> None:
        tables.insert(filler, "Table", parts[-1], alt)
        _method(filler, slide.passages)

    found = [("Wide table", table_only(part)) for part in parts]
    if narrow:
        found[-1] = ("Table and method", table_and_method)
    elif slide.passages:
        found.append(("Method", lambda filler: _method(filler, slide.passages)))
    if len(found) == 1:
        return [(found[0][0], slide, found[0][1])]
    titles = [f"{slide.title} ({number}/{len(found)})" for number in range(1, len(found) + 1)]
    return [(name, replace(slide, title=title), fill) for title, (name, fill) in zip(titles, found, strict=True)]


def _room(layout: Any, name: str) -> tuple[float, float]:
    """Width and height in inches inside one of a layout's placeholders."""
    return room_inside(next(shape for shape in layout.placeholders if shape.name == name))


def _method_words(passages: Sequence[Passage]) -> list[Words]:
    return [part for passage in passages for part in (Words(passage.heading, 0), Words(passage.text, 1))]


def _method(filler: Filler, passages: Sequence[Passage]) -> None:
    filler.write("Method", _method_words(passages), METHOD, spread=28)


def _one_line(text: str) -> str:
    return " ".join(text.split())
