"""What a deck is made of: the parts of a spec after reading, every `{fact_id}` filled in.

A spec is a dictionary (plain JSON will do):

- `language` ("ko", "en-GB", ...), `title`, `author`; optional `date` ("2026-01-15");
- `source`: the line at the foot of each slide but the cover;
- `facts`: id -> {"value", "text", and optionally "formula", "rows", "unit"};
- optional `colors`: series name -> "coral", "teal", "slate", "indigo", "ochre", "plum" or "navy";
- `slides`: a list, each with a `layout` and what that layout holds, see `helpers.deck.reading`. Each may also have a
  `subtitle`, `notes` (for the speaker) and a `source` of its own.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from .facts import Fact
from .palette import ColourBook

Kind = Literal["line", "column", "stacked"]
KINDS: tuple[Kind, ...] = ("line", "column", "stacked")


@dataclass(frozen=True)
class Series:
    """One row of numbers; None is a gap."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True)
class Chart:
    """The data of one chart. `signed` writes a plus before positive labels, as for changes."""

    kind: Kind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    signed: bool = False
    title: str = ""
    alt: str = ""

    @property
    def numbers(self) -> list[float]:
        """All values that are there."""
        return [value for series in self.series for value in series.values if value is not None]


@dataclass(frozen=True)
class Card:
    """One number with its label and what it is compared with, in the colour of `series` where that is given."""

    label: str
    number: str
    origin: str
    series: str = ""


@dataclass(frozen=True)
class Passage:
    """A heading with text; `series` lends its colour to the heading."""

    heading: str
    text: str
    series: str = ""


@dataclass(frozen=True)
class Table:
    """Cells as they are shown. `total` marks the last row as a sum; `origin` says where the numbers come from."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    origin: str = ""


@dataclass(frozen=True, kw_only=True)
class Slide:
    """What every slide has. `used` are the IDs of the facts in its texts."""

    number: int
    title: str
    subtitle: str = ""
    notes: str = ""
    source: str = ""
    used: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CoverSlide(Slide):
    footer: str = ""
    picture: str = ""
    alt: str = ""


@dataclass(frozen=True, kw_only=True)
class KeyNumbersSlide(Slide):
    cards: tuple[Card, ...]
    so_what: str


@dataclass(frozen=True, kw_only=True)
class ChartSlide(Slide):
    chart: Chart
    takeaways: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True)
class ComparisonSlide(Slide):
    charts: tuple[Chart, ...]


@dataclass(frozen=True, kw_only=True)
class RecommendationSlide(Slide):
    cards: tuple[Passage, ...]
    ask: str
    footer: str = ""


@dataclass(frozen=True, kw_only=True)
class AppendixSlide(Slide):
    table: Table
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Deck:
    """A whole deck, ready to be filled into layouts."""

    language: str
    title: str
    author: str
    date: date | None
    colours: ColourBook
    facts: dict[str, Fact] = field(default_factory=dict)
    slides: tuple[Slide, ...] = ()
